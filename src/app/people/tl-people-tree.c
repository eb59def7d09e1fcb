/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of people as a list model: the lines of the outline, each with a row that stays.
 *
 * At an update the new lines are compared with the rows that are there, from both ends; what is left in the middle
 * is told as one change, in which rows that have only moved are the same objects as before.  So an edit costs the
 * list a row or two, and the selection survives a move, a filter and an undo.  What is opened is remembered by
 * identity and for each shape of its own.
 *
 * Most edits are about goals, and nothing in the list is: it listens to the model for what happens to people, units
 * and organisations, and an update without any such news does nothing.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-tree.h"

/* With more people than this, only the organisations are open to begin with. */
#define N_OPEN_MAX 150

struct _TlPeopleTree
{
  GObject parent_instance;

  TlModel         *model;
  TlPeopleOutline *outline;
  TlPeopleShape    shape;
  char            *filter;
  gboolean         is_stale;                              /* the lines would be others than those of the rows */
  GPtrArray       *rows;                                  /* of TlPeopleRow */
  GHashTable      *by_id;                                 /* borrowed identity -> borrowed TlPeopleRow */
  GHashTable      *expanded[TL_N_PEOPLE_SHAPES];          /* identity -> whether, where somebody has said so */
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPeopleTree, tl_people_tree, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
tl_people_tree_get_item_type (GListModel *model)
{
  return TL_TYPE_PEOPLE_ROW;
}

static guint
tl_people_tree_get_n_items (GListModel *model)
{
  return TL_PEOPLE_TREE (model)->rows->len;
}

static gpointer
tl_people_tree_get_item (GListModel *model,
                         guint       position)
{
  TlPeopleTree *self = TL_PEOPLE_TREE (model);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_people_tree_get_item_type;
  iface->get_n_items = tl_people_tree_get_n_items;
  iface->get_item = tl_people_tree_get_item;
}

static gboolean
is_expanded (TlParty  *party,
             guint     depth,
             gpointer  user_data)
{
  TlPeopleTree *self = user_data;
  gpointer chosen;

  if (g_hash_table_lookup_extended (self->expanded[self->shape], tl_entity_get_id (TL_ENTITY (party)), NULL, &chosen))
    return GPOINTER_TO_INT (chosen);
  if (depth == 0)
    return TRUE;

  return g_list_model_get_n_items (tl_model_get_list (self->model, TL_TYPE_PERSON)) <= N_OPEN_MAX;
}

static const char *
get_line_id (GArray *lines,
             guint   position)
{
  return tl_entity_get_id (TL_ENTITY (g_array_index (lines, TlPeopleLine, position).party));
}

static gboolean
is_same (TlPeopleTree *self,
         guint         row,
         GArray       *lines,
         guint         line)
{
  return g_str_equal (tl_people_row_get_id (g_ptr_array_index (self->rows, row)), get_line_id (lines, line));
}

static TlPeopleRow *
take_row (TlPeopleTree *self,
          const char   *id)
{
  TlPeopleRow *row = g_hash_table_lookup (self->by_id, id);

  return row != NULL ? g_object_ref (row) : tl_people_row_new (id);
}

static GPtrArray *
make_rows (TlPeopleTree *self,
           GArray       *lines)
{
  GPtrArray *rows = g_ptr_array_new_full (lines->len, g_object_unref);

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (rows, take_row (self, get_line_id (lines, i)));

  return rows;
}

static void
keep_rows (TlPeopleTree *self,
           GPtrArray    *rows)
{
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (self->by_id, (char *) tl_people_row_get_id (g_ptr_array_index (rows, i)),
                         g_ptr_array_index (rows, i));
}

static void
update_places (TlPeopleTree *self,
               GArray       *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const TlPeopleLine *line = &g_array_index (lines, TlPeopleLine, i);

      tl_people_row_update (g_ptr_array_index (self->rows, i), line->depth, line->n_children, line->is_expanded);
    }
}

static void
entity_cb (TlPeopleTree *self,
           TlEntity     *entity)
{
  g_assert (TL_IS_PEOPLE_TREE (self));

  if (TL_IS_PARTY (entity))
    self->is_stale = TRUE;
}

static void
make_again (TlPeopleTree *self)
{
  self->is_stale = TRUE;
  tl_people_tree_update (self);
}

static void
tl_people_tree_dispose (GObject *object)
{
  TlPeopleTree *self = TL_PEOPLE_TREE (object);

  g_clear_pointer (&self->outline, tl_people_outline_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (tl_people_tree_parent_class)->dispose (object);
}

static void
tl_people_tree_finalize (GObject *object)
{
  TlPeopleTree *self = TL_PEOPLE_TREE (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < TL_N_PEOPLE_SHAPES; i++)
    g_hash_table_unref (self->expanded[i]);
  g_free (self->filter);

  G_OBJECT_CLASS (tl_people_tree_parent_class)->finalize (object);
}

static void
tl_people_tree_class_init (TlPeopleTreeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_people_tree_dispose;
  object_class->finalize = tl_people_tree_finalize;
}

static void
tl_people_tree_init (TlPeopleTree *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < TL_N_PEOPLE_SHAPES; i++)
    self->expanded[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * tl_people_tree_new:
 * @model: a model
 *
 * Returns: (transfer full): its people by organisation and unit, as they are now; tl_people_tree_update() follows
 *   the changes
 */
TlPeopleTree *
tl_people_tree_new (TlModel *model)
{
  TlPeopleTree *self;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self = g_object_new (TL_TYPE_PEOPLE_TREE, NULL);
  self->model = g_object_ref (model);
  self->outline = tl_people_outline_new (model);
  g_signal_connect_object (model, "added", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "removed", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (entity_cb), self, G_CONNECT_SWAPPED);
  make_again (self);
  return self;
}

/**
 * tl_people_tree_update:
 * @self: a tree
 *
 * Makes the list what the model is now.
 */
void
tl_people_tree_update (TlPeopleTree *self)
{
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) old = NULL;
  guint n_old, n_new;
  guint first = 0;
  guint n_last = 0;

  g_return_if_fail (TL_IS_PEOPLE_TREE (self));

  if (!self->is_stale)
    return;

  self->is_stale = FALSE;
  lines = tl_people_outline_make (self->outline, self->shape, self->filter, is_expanded, self);
  n_old = self->rows->len;
  n_new = lines->len;
  while (first < MIN (n_old, n_new) && is_same (self, first, lines, first))
    first++;
  while (n_last < MIN (n_old, n_new) - first && is_same (self, n_old - 1 - n_last, lines, n_new - 1 - n_last))
    n_last++;

  if (first + n_last < MAX (n_old, n_new))
    {
      old = self->rows;
      self->rows = make_rows (self, lines);
      keep_rows (self, self->rows);
    }

  update_places (self, lines);
  if (old != NULL)
    g_list_model_items_changed (G_LIST_MODEL (self), first, n_old - first - n_last, n_new - first - n_last);
}

/**
 * tl_people_tree_get_shape:
 * @self: a tree
 *
 * Returns: by what the people are put in order
 */
TlPeopleShape
tl_people_tree_get_shape (TlPeopleTree *self)
{
  g_return_val_if_fail (TL_IS_PEOPLE_TREE (self), TL_PEOPLE_UNITS);

  return self->shape;
}

/**
 * tl_people_tree_set_shape:
 * @self: a tree
 * @shape: by what to put the people in order
 */
void
tl_people_tree_set_shape (TlPeopleTree  *self,
                          TlPeopleShape  shape)
{
  g_return_if_fail (TL_IS_PEOPLE_TREE (self));
  g_return_if_fail (shape < TL_N_PEOPLE_SHAPES);

  if (self->shape == shape)
    return;

  self->shape = shape;
  make_again (self);
}

/**
 * tl_people_tree_set_filter:
 * @self: a tree
 * @filter: (nullable): words that a name or role has to hold; with %NULL or "" everybody is shown
 */
void
tl_people_tree_set_filter (TlPeopleTree *self,
                           const char   *filter)
{
  g_return_if_fail (TL_IS_PEOPLE_TREE (self));

  if (g_strcmp0 (self->filter, filter) == 0)
    return;

  g_free (self->filter);
  self->filter = g_strdup (filter);
  make_again (self);
}

/**
 * tl_people_tree_set_expanded:
 * @self: a tree
 * @id: the identity of a party
 * @is_expanded: whether those below it are to be shown, in the shape that the list has now
 */
void
tl_people_tree_set_expanded (TlPeopleTree *self,
                             const char   *id,
                             gboolean      is_expanded)
{
  g_return_if_fail (TL_IS_PEOPLE_TREE (self));
  g_return_if_fail (id != NULL);

  g_hash_table_insert (self->expanded[self->shape], g_strdup (id), GINT_TO_POINTER (is_expanded));
  make_again (self);
}

/**
 * tl_people_tree_dup_folding:
 * @self: a tree
 * @shape: one of the orders
 *
 * Returns: (transfer full) (array zero-terminated=1): what somebody has opened, as "+identity", and closed, as
 *   "-identity"
 */
char **
tl_people_tree_dup_folding (TlPeopleTree  *self,
                            TlPeopleShape  shape)
{
  g_autoptr (GPtrArray) folding = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id, is_expanded;

  g_return_val_if_fail (TL_IS_PEOPLE_TREE (self), NULL);
  g_return_val_if_fail (shape < TL_N_PEOPLE_SHAPES, NULL);

  g_hash_table_iter_init (&iter, self->expanded[shape]);
  while (g_hash_table_iter_next (&iter, &id, &is_expanded))
    g_ptr_array_add (folding, g_strconcat (GPOINTER_TO_INT (is_expanded) ? "+" : "-", id, NULL));

  g_ptr_array_add (folding, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&folding), FALSE);
}

/**
 * tl_people_tree_set_folding:
 * @self: a tree
 * @shape: one of the orders
 * @folding: (array zero-terminated=1): as tl_people_tree_dup_folding() gives it; anything else in it is passed over
 */
void
tl_people_tree_set_folding (TlPeopleTree   *self,
                            TlPeopleShape   shape,
                            char          **folding)
{
  g_return_if_fail (TL_IS_PEOPLE_TREE (self));
  g_return_if_fail (shape < TL_N_PEOPLE_SHAPES);
  g_return_if_fail (folding != NULL);

  for (guint i = 0; folding[i] != NULL; i++)
    {
      if (folding[i][0] == '+' || folding[i][0] == '-')
        g_hash_table_insert (self->expanded[shape], g_strdup (folding[i] + 1), GINT_TO_POINTER (folding[i][0] == '+'));
    }

  if (shape == self->shape)
    make_again (self);
}

/**
 * tl_people_tree_find:
 * @self: a tree
 * @id: (nullable): the identity of a party
 *
 * Returns: the position of its row, or %TL_PEOPLE_TREE_NONE while it is not shown
 */
guint
tl_people_tree_find (TlPeopleTree *self,
                     const char   *id)
{
  TlPeopleRow *row;
  guint position;

  g_return_val_if_fail (TL_IS_PEOPLE_TREE (self), TL_PEOPLE_TREE_NONE);

  row = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  return row != NULL && g_ptr_array_find (self->rows, row, &position) ? position : TL_PEOPLE_TREE_NONE;
}

/**
 * tl_people_tree_find_parent:
 * @self: a tree
 * @position: the position of a row
 *
 * Returns: the position of the row that it stands below, or %TL_PEOPLE_TREE_NONE at the top
 */
guint
tl_people_tree_find_parent (TlPeopleTree *self,
                            guint         position)
{
  guint depth;

  g_return_val_if_fail (TL_IS_PEOPLE_TREE (self), TL_PEOPLE_TREE_NONE);
  g_return_val_if_fail (position < self->rows->len, TL_PEOPLE_TREE_NONE);

  depth = tl_people_row_get_depth (g_ptr_array_index (self->rows, position));
  for (guint i = position; i-- > 0;)
    {
      if (tl_people_row_get_depth (g_ptr_array_index (self->rows, i)) < depth)
        return i;
    }

  return TL_PEOPLE_TREE_NONE;
}

/**
 * tl_people_tree_reveal:
 * @self: a tree
 * @id: the identity of a party of the model
 *
 * Opens what @id stands below.
 *
 * Returns: the position of its row; %TL_PEOPLE_TREE_NONE when the filter or the shape has no room for it
 */
guint
tl_people_tree_reveal (TlPeopleTree *self,
                       const char   *id)
{
  TlEntity *entity;
  TlParty *above;

  g_return_val_if_fail (TL_IS_PEOPLE_TREE (self), TL_PEOPLE_TREE_NONE);
  g_return_val_if_fail (id != NULL, TL_PEOPLE_TREE_NONE);

  entity = tl_model_lookup (self->model, id);
  if (!TL_IS_PARTY (entity) || g_hash_table_contains (self->by_id, id))
    return tl_people_tree_find (self, id);

  above = tl_people_outline_get_parent (self->outline, self->shape, TL_PARTY (entity));
  for (guint depth = 0; above != NULL && depth < 1000; depth++)
    {
      g_hash_table_insert (self->expanded[self->shape], g_strdup (tl_entity_get_id (TL_ENTITY (above))),
                           GINT_TO_POINTER (TRUE));
      above = tl_people_outline_get_parent (self->outline, self->shape, above);
    }

  make_again (self);
  return tl_people_tree_find (self, id);
}
