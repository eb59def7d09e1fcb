/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person, a goal or another entity that was found, with the words that a list shows of it. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-search-result.h"

#include "tl-cycle.h"
#include "tl-enum-types.h"
#include "tl-goal.h"
#include "tl-person.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

struct _TlSearchResult
{
  GObject parent_instance;

  TlEntity *entity;
  char     *title;
  char     *subtitle;
};

enum
{
  PROP_ENTITY = 1,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlSearchResult, tl_search_result, G_TYPE_OBJECT)

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

    case PROP_ICON_NAME:
      g_value_set_string (value, tl_icon_of_entity (self->entity));
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
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (tl_search_result_parent_class)->finalize (object);
}

static void
tl_search_result_class_init (TlSearchResultClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_search_result_get_property;
  object_class->finalize = tl_search_result_finalize;

  properties[PROP_ENTITY] =
    g_param_spec_object ("entity", NULL, NULL, TL_TYPE_ENTITY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME] =
    g_param_spec_string ("icon-name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
tl_search_result_init (TlSearchResult *self)
{
}

/* What tells it from others of the same name */
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

  return g_strdup ("");
}

/**
 * tl_search_result_new:
 * @entity: an entity with a name
 *
 * Returns: (transfer full): @entity as something that was found
 */
TlSearchResult *
tl_search_result_new (TlEntity *entity)
{
  TlSearchResult *self;

  g_return_val_if_fail (TL_IS_ENTITY (entity), NULL);

  self = g_object_new (TL_TYPE_SEARCH_RESULT, NULL);
  self->entity = g_object_ref (entity);
  self->title = tl_entity_dup_display_name (entity);
  self->subtitle = describe (entity);
  return self;
}

/**
 * tl_search_result_get_entity:
 * @self: a result
 *
 * Returns: (transfer none): what was found
 */
TlEntity *
tl_search_result_get_entity (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), NULL);

  return self->entity;
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
 * Returns: (transfer none): what tells it from others of the same name: role and unit, or facet and owner
 */
const char *
tl_search_result_get_subtitle (TlSearchResult *self)
{
  g_return_val_if_fail (TL_IS_SEARCH_RESULT (self), NULL);

  return self->subtitle;
}
