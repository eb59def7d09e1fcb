/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window is about: one subject, looked at through one lens, with one thing selected in it.
 *
 * Changing the lens keeps the subject, changing the subject keeps the lens, and both make a step to which one can
 * go back, as in a browser.  Selecting is no step of its own; what was selected is restored with the step.  A lens
 * can have pages of single things, such as one conversation: opening one is a step too, and leads back to the lens.
 * A place names its entities by their identity, so that a step to something that has been removed meanwhile is
 * passed over, and leads there again once an undo has brought it back.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-navigator.h"

#include "tl-person.h"

/* Steps beyond this are forgotten, the oldest first. */
#define N_PLACES_MAX 100

typedef struct
{
  TlLens  lens;
  char   *subject;              /* the identity, or NULL for the whole organisation */
  char   *selected;             /* the identity, or NULL */
  char   *page;                 /* the identity of what is open in the lens, or NULL for the lens itself */
} TlPlace;

struct _TlNavigator
{
  GObject parent_instance;

  TlModel   *model;
  GPtrArray *places;            /* of TlPlace; there is always one */
  guint      current;
};

enum
{
  PROP_LENS = 1,
  PROP_SUBJECT,
  PROP_SELECTED,
  PROP_CAN_BACK,
  PROP_CAN_FORWARD,
  N_PROPS
};

enum
{
  MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlNavigator, tl_navigator, G_TYPE_OBJECT)

static TlPlace *
place_new (TlLens      lens,
           const char *subject)
{
  TlPlace *place = g_new0 (TlPlace, 1);

  place->lens = lens;
  place->subject = g_strdup (subject);
  place->selected = g_strdup (subject);
  return place;
}

static void
place_free (gpointer data)
{
  TlPlace *place = data;

  g_free (place->subject);
  g_free (place->selected);
  g_free (place->page);
  g_free (place);
}

static void
place_set_selected (TlPlace    *place,
                    const char *selected)
{
  g_autofree char *old = place->selected;

  place->selected = g_strdup (selected);
}

static TlPlace *
get_place (TlNavigator *self)
{
  g_assert (self->current < self->places->len);

  return g_ptr_array_index (self->places, self->current);
}

static TlEntity *
find_entity (TlNavigator *self,
             const char  *id)
{
  return id != NULL ? tl_model_lookup (self->model, id) : NULL;
}

/* Among the people it is whoever is selected; with a unit or an organisation selected it is about all of it. */
static const char *
get_subject_id (TlNavigator *self)
{
  const TlPlace *place = get_place (self);
  TlEntity *selected = find_entity (self, place->selected);

  if (place->lens != TL_LENS_PEOPLE || !TL_IS_PARTY (selected))
    return place->subject;

  return TL_IS_PERSON (selected) ? place->selected : NULL;
}

static gboolean
is_reachable (TlNavigator *self,
              guint        position)
{
  TlPlace *place = g_ptr_array_index (self->places, position);

  return (place->subject == NULL || find_entity (self, place->subject) != NULL) &&
         (place->page == NULL || find_entity (self, place->page) != NULL);
}

/* The nearest place in the direction that still exists; the current one when there is none. */
static guint
find_place (TlNavigator *self,
            int          direction)
{
  for (guint i = self->current + direction; i < self->places->len; i += direction)
    {
      if (is_reachable (self, i))
        return i;
    }

  return self->current;
}

static void
tell (TlNavigator *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);

  g_signal_emit (self, signals[MOVED], 0);
}

static void
go_to_new_place (TlNavigator *self,
                 TlPlace     *place)
{
  g_ptr_array_set_size (self->places, self->current + 1);
  g_ptr_array_add (self->places, place);
  if (self->places->len > N_PLACES_MAX)
    g_ptr_array_remove_index (self->places, 0);
  self->current = self->places->len - 1;

  tell (self);
}

static void
go_to_place (TlNavigator *self,
             guint        position)
{
  if (position == self->current)
    return;

  self->current = position;
  tell (self);
}

static void
tl_navigator_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TlNavigator *self = TL_NAVIGATOR (object);

  switch (prop_id)
    {
    case PROP_LENS:
      g_value_set_uint (value, tl_navigator_get_lens (self));
      break;

    case PROP_SUBJECT:
      g_value_set_object (value, tl_navigator_get_subject (self));
      break;

    case PROP_SELECTED:
      g_value_set_object (value, tl_navigator_get_selected (self));
      break;

    case PROP_CAN_BACK:
      g_value_set_boolean (value, tl_navigator_get_can_back (self));
      break;

    case PROP_CAN_FORWARD:
      g_value_set_boolean (value, tl_navigator_get_can_forward (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_navigator_dispose (GObject *object)
{
  TlNavigator *self = TL_NAVIGATOR (object);

  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_navigator_parent_class)->dispose (object);
}

static void
tl_navigator_finalize (GObject *object)
{
  TlNavigator *self = TL_NAVIGATOR (object);

  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (tl_navigator_parent_class)->finalize (object);
}

static void
tl_navigator_class_init (TlNavigatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = tl_navigator_get_property;
  object_class->dispose = tl_navigator_dispose;
  object_class->finalize = tl_navigator_finalize;

  properties[PROP_LENS] =
    g_param_spec_uint ("lens", NULL, NULL, 0, TL_N_LENSES - 1, TL_LENS_LINE_OF_SIGHT,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SUBJECT] =
    g_param_spec_object ("subject", NULL, NULL, TL_TYPE_ENTITY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SELECTED] =
    g_param_spec_object ("selected", NULL, NULL, TL_TYPE_ENTITY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_BACK] =
    g_param_spec_boolean ("can-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_FORWARD] =
    g_param_spec_boolean ("can-forward", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlNavigator::moved:
   * @self: the navigator
   *
   * The lens or the subject is another one; emitted once, after the properties have notified.
   */
  signals[MOVED] = g_signal_new ("moved", TL_TYPE_NAVIGATOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
tl_navigator_init (TlNavigator *self)
{
  self->places = g_ptr_array_new_with_free_func (place_free);
  g_ptr_array_add (self->places, place_new (TL_LENS_LINE_OF_SIGHT, NULL));
}

/**
 * tl_navigator_new:
 * @model: the model the subjects are part of
 *
 * Returns: (transfer full): a navigator at the line of sight of nobody yet
 */
TlNavigator *
tl_navigator_new (TlModel *model)
{
  TlNavigator *self;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self = g_object_new (TL_TYPE_NAVIGATOR, NULL);
  self->model = g_object_ref (model);
  return self;
}

/**
 * tl_navigator_get_lens:
 * @self: a navigator
 *
 * Returns: the way of looking
 */
TlLens
tl_navigator_get_lens (TlNavigator *self)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), TL_LENS_LINE_OF_SIGHT);

  return get_place (self)->lens;
}

/**
 * tl_navigator_set_lens:
 * @self: a navigator
 * @lens: another way to look at the same subject
 *
 * Where a page is open in that lens, it is closed.
 */
void
tl_navigator_set_lens (TlNavigator *self,
                       TlLens       lens)
{
  TlPlace *place;

  g_return_if_fail (TL_IS_NAVIGATOR (self));
  g_return_if_fail (lens < TL_N_LENSES);

  if (get_place (self)->lens == lens)
    {
      tl_navigator_close_page (self);
      return;
    }

  place = place_new (lens, get_subject_id (self));
  place_set_selected (place, get_place (self)->selected);
  go_to_new_place (self, place);
}

/**
 * tl_navigator_get_subject:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): the person or goal the window is about; %NULL for the whole organisation,
 *   and while the subject is removed from the model
 */
TlEntity *
tl_navigator_get_subject (TlNavigator *self)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), NULL);

  return find_entity (self, get_subject_id (self));
}

/**
 * tl_navigator_set_subject:
 * @self: a navigator
 * @subject: (nullable): a person or a goal of the model, or %NULL for the whole organisation
 *
 * Turns to another subject through the same lens, and selects it.
 */
void
tl_navigator_set_subject (TlNavigator *self,
                          TlEntity    *subject)
{
  const char *id = subject != NULL ? tl_entity_get_id (subject) : NULL;

  g_return_if_fail (TL_IS_NAVIGATOR (self));
  g_return_if_fail (subject == NULL || TL_IS_ENTITY (subject));

  if (g_strcmp0 (get_place (self)->subject, id) == 0 && get_place (self)->page == NULL)
    tl_navigator_set_selected (self, subject);
  else
    go_to_new_place (self, place_new (get_place (self)->lens, id));
}

/**
 * tl_navigator_get_selected:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): the person or goal whose details are shown
 */
TlEntity *
tl_navigator_get_selected (TlNavigator *self)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), NULL);

  return find_entity (self, get_place (self)->selected);
}

/**
 * tl_navigator_set_selected:
 * @self: a navigator
 * @selected: (nullable): a person or a goal of the model
 *
 * Shows the details of @selected and leaves the subject as it is.
 */
void
tl_navigator_set_selected (TlNavigator *self,
                           TlEntity    *selected)
{
  const char *id = selected != NULL ? tl_entity_get_id (selected) : NULL;

  g_return_if_fail (TL_IS_NAVIGATOR (self));
  g_return_if_fail (selected == NULL || TL_IS_ENTITY (selected));

  if (g_strcmp0 (get_place (self)->selected, id) == 0)
    return;

  place_set_selected (get_place (self), id);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
  if (get_place (self)->lens == TL_LENS_PEOPLE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBJECT]);
}

/**
 * tl_navigator_get_page:
 * @self: a navigator
 *
 * Returns: (transfer none) (nullable): what is open in the lens, such as a conversation; %NULL for the lens itself,
 *   and while the page is removed from the model
 */
TlEntity *
tl_navigator_get_page (TlNavigator *self)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), NULL);

  return find_entity (self, get_place (self)->page);
}

/**
 * tl_navigator_open_page:
 * @self: a navigator
 * @lens: a lens that has pages
 * @subject: (nullable): what the window is about then
 * @page: what is opened in the lens
 *
 * Goes to the page, in one step; where it is open already, it only turns to @subject.  Without a subject what is
 * selected stays so.
 */
void
tl_navigator_open_page (TlNavigator *self,
                        TlLens       lens,
                        TlEntity    *subject,
                        TlEntity    *page)
{
  const char *id = subject != NULL ? tl_entity_get_id (subject) : NULL;
  TlPlace *place;

  g_return_if_fail (TL_IS_NAVIGATOR (self));
  g_return_if_fail (lens < TL_N_LENSES);
  g_return_if_fail (subject == NULL || TL_IS_ENTITY (subject));
  g_return_if_fail (TL_IS_ENTITY (page));

  if (get_place (self)->lens == lens && g_strcmp0 (get_place (self)->page, tl_entity_get_id (page)) == 0 &&
      g_strcmp0 (get_place (self)->subject, id) == 0)
    return;

  place = place_new (lens, id);
  place->page = g_strdup (tl_entity_get_id (page));
  if (subject == NULL)
    place_set_selected (place, get_place (self)->selected);
  go_to_new_place (self, place);
}

/**
 * tl_navigator_get_last_page:
 * @self: a navigator
 * @lens: a lens that has pages
 *
 * Returns: (transfer none) (nullable): what was open in @lens when one was there last, provided that the subject is the
 *   same now
 */
TlEntity *
tl_navigator_get_last_page (TlNavigator *self,
                            TlLens       lens)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), NULL);
  g_return_val_if_fail (lens < TL_N_LENSES, NULL);

  for (guint i = self->current + 1; i-- > 0;)
    {
      const TlPlace *place = g_ptr_array_index (self->places, i);

      if (place->lens == lens)
        return g_strcmp0 (place->subject, get_subject_id (self)) == 0 ? find_entity (self, place->page) : NULL;
    }

  return NULL;
}

/* The place in the cascade from which one has gone into a part of it; NULL when one has come from elsewhere, or what it
 * was about is gone. */
static const TlPlace *
find_way_in (TlNavigator *self)
{
  for (guint i = self->current; i-- > 0;)
    {
      const TlPlace *place = g_ptr_array_index (self->places, i);

      if (place->lens != TL_LENS_CASCADE)
        return NULL;
      if (place->page == NULL)
        return is_reachable (self, i) ? place : NULL;
    }

  return NULL;
}

/**
 * tl_navigator_close_page:
 * @self: a navigator
 *
 * Goes from a page to the lens it is open in; does nothing where no page is open.  In the cascade, whose pages are parts
 * of it, that is about what it was about before, with the same selected.
 */
void
tl_navigator_close_page (TlNavigator *self)
{
  const TlPlace *before;
  gboolean is_part;
  TlPlace *place;

  g_return_if_fail (TL_IS_NAVIGATOR (self));

  before = get_place (self);
  if (before->page == NULL)
    return;

  is_part = before->lens == TL_LENS_CASCADE;
  if (is_part && find_way_in (self) != NULL)
    before = find_way_in (self);
  place = place_new (before->lens, before->subject);
  if (is_part)
    place_set_selected (place, before->selected);
  go_to_new_place (self, place);
}

/**
 * tl_navigator_get_can_back:
 * @self: a navigator
 *
 * Returns: whether there is a place to go back to
 */
gboolean
tl_navigator_get_can_back (TlNavigator *self)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), FALSE);

  return find_place (self, -1) != self->current;
}

/**
 * tl_navigator_get_can_forward:
 * @self: a navigator
 *
 * Returns: whether one has gone back from somewhere
 */
gboolean
tl_navigator_get_can_forward (TlNavigator *self)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (self), FALSE);

  return find_place (self, +1) != self->current;
}

/**
 * tl_navigator_back:
 * @self: a navigator
 *
 * Goes back one step, to the place before as it was left; does nothing when there is none.
 */
void
tl_navigator_back (TlNavigator *self)
{
  g_return_if_fail (TL_IS_NAVIGATOR (self));

  go_to_place (self, find_place (self, -1));
}

/**
 * tl_navigator_forward:
 * @self: a navigator
 *
 * Takes back one tl_navigator_back(); does nothing when there is none.
 */
void
tl_navigator_forward (TlNavigator *self)
{
  g_return_if_fail (TL_IS_NAVIGATOR (self));

  go_to_place (self, find_place (self, +1));
}
