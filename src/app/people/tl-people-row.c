/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the list of people: whom it is about, by identity, and where in the tree it stands.
 *
 * The same row stays for as long as its person is in the list, wherever in it: the selection and the focus hold on
 * to rows, and the person themselves comes back from an undo as another object.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-row.h"

struct _TlPeopleRow
{
  GObject parent_instance;

  char     *id;
  guint     depth;
  guint     n_children;
  gboolean  is_expanded;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPeopleRow, tl_people_row, G_TYPE_OBJECT)

static void
tl_people_row_finalize (GObject *object)
{
  TlPeopleRow *self = TL_PEOPLE_ROW (object);

  g_free (self->id);

  G_OBJECT_CLASS (tl_people_row_parent_class)->finalize (object);
}

static void
tl_people_row_class_init (TlPeopleRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_people_row_finalize;

  /**
   * TlPeopleRow::changed:
   * @self: the row
   *
   * It stands deeper, has more below it, or has been opened; or it is the other way round.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_PEOPLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_people_row_init (TlPeopleRow *self)
{
}

/**
 * tl_people_row_new:
 * @id: the identity of a party
 *
 * Returns: (transfer full): a row about it, at the top
 */
TlPeopleRow *
tl_people_row_new (const char *id)
{
  TlPeopleRow *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TL_TYPE_PEOPLE_ROW, NULL);
  self->id = g_strdup (id);
  return self;
}

/**
 * tl_people_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the identity of the person, unit or organisation
 */
const char *
tl_people_row_get_id (TlPeopleRow *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_ROW (self), NULL);

  return self->id;
}

/**
 * tl_people_row_get_depth:
 * @self: a row
 *
 * Returns: how many rows it stands below
 */
guint
tl_people_row_get_depth (TlPeopleRow *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_ROW (self), 0);

  return self->depth;
}

/**
 * tl_people_row_get_n_children:
 * @self: a row
 *
 * Returns: how many rows stand right below it, shown or not
 */
guint
tl_people_row_get_n_children (TlPeopleRow *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_ROW (self), 0);

  return self->n_children;
}

/**
 * tl_people_row_get_expanded:
 * @self: a row
 *
 * Returns: whether the rows below it are shown
 */
gboolean
tl_people_row_get_expanded (TlPeopleRow *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_ROW (self), FALSE);

  return self->is_expanded;
}

/**
 * tl_people_row_update:
 * @self: a row
 * @depth: how many rows it stands below
 * @n_children: how many stand below it
 * @is_expanded: whether these are shown
 */
void
tl_people_row_update (TlPeopleRow *self,
                      guint        depth,
                      guint        n_children,
                      gboolean     is_expanded)
{
  g_return_if_fail (TL_IS_PEOPLE_ROW (self));

  if (self->depth == depth && self->n_children == n_children && self->is_expanded == is_expanded)
    return;

  self->depth = depth;
  self->n_children = n_children;
  self->is_expanded = is_expanded;
  g_signal_emit (self, signals[CHANGED], 0);
}
