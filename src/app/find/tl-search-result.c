/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of what was found: somebody or something, with the words that were looked for in bold; or the heading above
 * such rows; or words that were looked for before.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-search-result.h"

#include "tl-goal.h"
#include "tl-vocabulary.h"
#include "tl-enum-types.h"
#include "tl-cycle.h"
#include "tl-person.h"
#include "tl-search-mark.h"
#include "tl-words.h"

struct _TlSearchResult
{
  GObject parent_instance;

  TlEntity *entity;             /* NULL for headings and queries */
  char     *query;
  char     *title;
  char     *subtitle;
  char     *title_markup;
  char     *subtitle_markup;
};

enum
{
  PROP_ENTITY = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_TITLE_MARKUP,
  PROP_SUBTITLE_MARKUP,
  PROP_ICON_NAME,
  PROP_ICON_CLASSES,
  PROP_IS_HEADING,
  PROP_IS_ROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlSearchResult, tl_search_result, G_TYPE_OBJECT)

static const char *
get_icon_name (TlSearchResult *self)
{
  return self->entity != NULL ? tl_icon_of_entity (self->entity) : "document-open-recent-symbolic";
}

/* A goal's icon has the colour of its facet, as on its card. */
static char **
dup_icon_classes (TlSearchResult *self)
{
  char **classes = g_new0 (char *, 2);

  if (TL_IS_GOAL (self->entity))
    classes[0] = g_strdup (tl_style_of_facet (tl_goal_get_facet (TL_GOAL (self->entity))));

  return classes;
}

static void
tl_search_result_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TlSearchResult *self = TL_SEARCH_RESULT (object);

  switch (prop_id)
    {
    case PROP_ENTITY:
      g_value_set_object (value, self->entity);
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    case PROP_TITLE_MARKUP:
      g_value_set_string (value, self->title_markup);
      break;

    case PROP_SUBTITLE_MARKUP:
      g_value_set_string (value, self->subtitle_markup);
      break;

    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self));
      break;

    case PROP_ICON_CLASSES:
      g_value_take_boxed (value, dup_icon_classes (self));
      break;

    case PROP_IS_HEADING:
      g_value_set_boolean (value, tl_search_result_is_heading (self));
      break;

    case PROP_IS_ROW:
      g_value_set_boolean (value, !tl_search_result_is_heading (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_search_result_finalize (GObject *object)
{
  TlSearchResult *self = TL_SEARCH_RESULT (object);

  g_clear_object (&self->entity);
  g_free (self->query);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->title_markup);
  g_free (self->subtitle_markup);

  G_OBJECT_CLASS (tl_search_result_parent_class)->finalize (object);
}

static GParamSpec *
new_string (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
new_boolean (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
tl_search_result_class_init (TlSearchResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_search_result_get_property;
  object_class->finalize = tl_search_result_finalize;

  properties[PROP_ENTITY] =
    g_param_spec_object ("entity", NULL, NULL, TL_TYPE_ENTITY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = new_string ("title");
  properties[PROP_SUBTITLE] = new_string ("subtitle");
  properties[PROP_TITLE_MARKUP] = new_string ("title-markup");
  properties[PROP_SUBTITLE_MARKUP] = new_string ("subtitle-markup");
  properties[PROP_ICON_NAME] = new_string ("icon-name");
  properties[PROP_ICON_CLASSES] =
    g_param_spec_boxed ("icon-classes", NULL, NULL, G_TYPE_STRV, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_HEADING] = new_boolean ("is-heading");
  properties[PROP_IS_ROW] = new_boolean ("is-row");

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_search_result_init (TlSearchResult *self)
{
}

static char *
describe (TlEntity *entity)
{
  if (TL_IS_PERSON (entity))
    return tl_words_of_person (TL_PERSON (entity));
  if (TL_IS_GOAL (entity))
    return tl_words_of_goal (TL_GOAL (entity));
  if (TL_IS_UNIT (entity))
    return g_strdup (tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (TL_UNIT (entity))));
  if (TL_IS_ORGANISATION (entity))
    return g_strdup (tl_enum_to_label (TL_TYPE_ORGANISATION_KIND, tl_organisation_get_kind (TL_ORGANISATION (entity))));
  if (TL_IS_CYCLE (entity))
    return tl_words_of_period (tl_cycle_get_start (TL_CYCLE (entity)), tl_cycle_get_end (TL_CYCLE (entity)));
  if (TL_IS_CONVERSATION (entity))
    return g_strdup (tl_enum_to_label (TL_TYPE_CONVERSATION_STATE, tl_conversation_get_state (TL_CONVERSATION (entity))));

  return g_strdup ("");
}

/**
 * tl_search_result_new:
 * @entity: whom or what a choice of this row turns to
 * @note: (nullable): the note about it that has the words; %NULL when it has them itself
 * @words: (array zero-terminated=1): the folded words that were looked for
 *
 * Returns: (transfer full): @entity as something that was found
 */
TlSearchResult *
tl_search_result_new (TlEntity           *entity,
                      const char         *note,
                      const char * const *words)
{
  TlSearchResult *self;

  g_return_val_if_fail (TL_IS_ENTITY (entity), NULL);
  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (TL_TYPE_SEARCH_RESULT, NULL);
  self->entity = g_object_ref (entity);
  self->title = TL_IS_CONVERSATION (entity) ? tl_words_of_conversation (TL_CONVERSATION (entity))
                                            : tl_entity_dup_display_name (entity);
  self->title_markup = tl_search_mark (self->title, words);

  if (note != NULL)
    {
      self->subtitle_markup = tl_search_mark_excerpt (note, words);
      self->subtitle = g_strdup (note);
    }
  else
    {
      self->subtitle = describe (entity);
      self->subtitle_markup = tl_search_mark (self->subtitle != NULL ? self->subtitle : "", words);
    }

  return self;
}

/**
 * tl_search_result_new_heading:
 * @heading: what the rows below have in common
 *
 * Returns: (transfer full): a row that cannot be chosen
 */
TlSearchResult *
tl_search_result_new_heading (const char *heading)
{
  TlSearchResult *self = g_object_new (TL_TYPE_SEARCH_RESULT, NULL);

  self->title = g_strdup (heading);
  self->title_markup = g_markup_escape_text (heading, -1);
  return self;
}

/**
 * tl_search_result_new_query:
 * @query: words that were looked for before
 *
 * Returns: (transfer full): a row that looks for them again
 */
TlSearchResult *
tl_search_result_new_query (const char *query)
{
  TlSearchResult *self = tl_search_result_new_heading (query);

  self->query = g_strdup (query);
  return self;
}

/**
 * tl_search_result_get_entity:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): whom or what to turn to
 */
TlEntity *
tl_search_result_get_entity (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), NULL);

  return self->entity;
}

/**
 * tl_search_result_get_query:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): the words to look for again
 */
const char *
tl_search_result_get_query (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), NULL);

  return self->query;
}

/**
 * tl_search_result_is_heading:
 * @self: a result
 *
 * Returns: whether it only says what the rows below have in common
 */
gboolean
tl_search_result_is_heading (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), FALSE);

  return self->entity == NULL && self->query == NULL;
}

/**
 * tl_search_result_get_title:
 * @self: a result
 *
 * Returns: (transfer none): the name or the title
 */
const char *
tl_search_result_get_title (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), NULL);

  return self->title;
}

/**
 * tl_search_result_get_subtitle:
 * @self: a result
 *
 * Returns: (transfer none) (nullable): what tells it from others of the same name: role and unit, or facet and owner;
 *   or the note that has the words
 */
const char *
tl_search_result_get_subtitle (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), NULL);

  return self->subtitle;
}
