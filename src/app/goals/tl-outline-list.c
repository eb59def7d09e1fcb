/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goals below one goal, as a list that changes as little as it can.
 *
 * A row that is told to be removed and added again is folded up, no longer selected and scrolled away from.  So a list
 * is never replaced: it is turned into the one that is wanted by taking out what has gone, moving what stands
 * elsewhere, and putting in what is new.  Where hundreds differ (an import, another order) one change covers them, as
 * moving each would take the square of their number.
 *
 * An item is an identity and nothing else: a goal that was removed comes back from an undo as another object, and its
 * row is to be the same one.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-outline-list.h"

/* Beyond so many on either side that differ, one change covers them all. */
#define N_MOVED_MAX 100

struct _TlOutlineItem
{
  GObject  parent_instance;

  char    *id;
};

struct _TlOutlineList
{
  GObject    parent_instance;

  GPtrArray *items;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE (TlOutlineItem, tl_outline_item, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE_WITH_CODE (TlOutlineList, tl_outline_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
tl_outline_item_finalize (GObject *object)
{
  g_free (TL_OUTLINE_ITEM (object)->id);

  G_OBJECT_CLASS (tl_outline_item_parent_class)->finalize (object);
}

static void
tl_outline_item_class_init (TlOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_outline_item_finalize;
}

static void
tl_outline_item_init (TlOutlineItem *self)
{
}

static GType
tl_outline_list_get_item_type (GListModel *model)
{
  return TL_TYPE_OUTLINE_ITEM;
}

static guint
tl_outline_list_get_n_items (GListModel *model)
{
  return TL_OUTLINE_LIST (model)->items->len;
}

static gpointer
tl_outline_list_get_item (GListModel *model,
                          guint       position)
{
  TlOutlineList *self = TL_OUTLINE_LIST (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_outline_list_get_item_type;
  iface->get_n_items = tl_outline_list_get_n_items;
  iface->get_item = tl_outline_list_get_item;
}

static void
tl_outline_list_finalize (GObject *object)
{
  g_ptr_array_unref (TL_OUTLINE_LIST (object)->items);

  G_OBJECT_CLASS (tl_outline_list_parent_class)->finalize (object);
}

static void
tl_outline_list_class_init (TlOutlineListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_outline_list_finalize;
}

static void
tl_outline_list_init (TlOutlineList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
take_out (TlOutlineList *self,
          guint          position,
          guint          n)
{
  g_ptr_array_remove_range (self->items, position, n);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n, 0);
}

static void
put_in (TlOutlineList *self,
        guint          position,
        TlOutlineItem *item)
{
  g_ptr_array_insert (self->items, position, g_object_ref (item));
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* Takes out what is not among @wanted, from the end, those that stand together at once. */
static void
take_out_others (TlOutlineList *self,
                 GPtrArray     *wanted)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  guint end = self->items->len;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (kept, g_ptr_array_index (wanted, i));

  for (guint i = self->items->len; i-- > 0;)
    {
      if (!g_hash_table_contains (kept, g_ptr_array_index (self->items, i)))
        continue;

      if (end > i + 1)
        take_out (self, i + 1, end - i - 1);
      end = i;
    }

  if (end > 0)
    take_out (self, 0, end);
}

/* @self holds nothing that is not wanted: each place is given what belongs there, by moving one item. */
static void
move_and_put_in (TlOutlineList *self,
                 GPtrArray     *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      TlOutlineItem *item = g_ptr_array_index (wanted, i);
      guint place;

      if (i < self->items->len && g_ptr_array_index (self->items, i) == item)
        continue;

      /* When the next is the right one already, it is this one that has moved down. */
      if (i + 1 < self->items->len && g_ptr_array_index (self->items, i + 1) == item)
        {
          take_out (self, i, 1);
          continue;
        }

      if (g_ptr_array_find (self->items, item, &place))
        take_out (self, place, 1);
      put_in (self, i, item);
    }
}

static void
replace_middle (TlOutlineList *self,
                GPtrArray     *wanted,
                guint          start,
                guint          n_removed,
                guint          n_added)
{
  g_ptr_array_remove_range (self->items, start, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (self->items, start + i, g_object_ref (g_ptr_array_index (wanted, start + i)));

  g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed, n_added);
}

/**
 * tl_outline_item_new:
 * @id: the identity of a goal
 *
 * Returns: (transfer full): what stands for that goal in every list it is part of
 */
TlOutlineItem *
tl_outline_item_new (const char *id)
{
  TlOutlineItem *self;

  g_return_val_if_fail (id != NULL, NULL);

  self = g_object_new (TL_TYPE_OUTLINE_ITEM, NULL);
  self->id = g_strdup (id);
  return self;
}

/**
 * tl_outline_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the identity of its goal, which may be removed at the moment
 */
const char *
tl_outline_item_get_id (TlOutlineItem *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_ITEM (self), NULL);

  return self->id;
}

/**
 * tl_outline_list_new:
 *
 * Returns: (transfer full): a list without items
 */
TlOutlineList *
tl_outline_list_new (void)
{
  return g_object_new (TL_TYPE_OUTLINE_LIST, NULL);
}

/**
 * tl_outline_list_peek:
 * @self: a list
 *
 * Returns: (transfer none) (element-type TlOutlineItem): its items, not to be changed
 */
GPtrArray *
tl_outline_list_peek (TlOutlineList *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_LIST (self), NULL);

  return self->items;
}

/**
 * tl_outline_list_update:
 * @self: a list
 * @wanted: (element-type TlOutlineItem): what it is to hold, each item once
 *
 * Turns the list into @wanted, telling of as few changes as it can.
 */
void
tl_outline_list_update (TlOutlineList *self,
                        GPtrArray     *wanted)
{
  guint start = 0;
  guint n_old, n_new;

  g_return_if_fail (TL_IS_OUTLINE_LIST (self));
  g_return_if_fail (wanted != NULL);

  n_old = self->items->len;
  n_new = wanted->len;
  while (start < n_old && start < n_new &&
         g_ptr_array_index (self->items, start) == g_ptr_array_index (wanted, start))
    start++;

  while (n_old > start && n_new > start &&
         g_ptr_array_index (self->items, n_old - 1) == g_ptr_array_index (wanted, n_new - 1))
    {
      n_old--;
      n_new--;
    }

  if (n_old == start && n_new == start)
    return;

  if (n_old - start > N_MOVED_MAX || n_new - start > N_MOVED_MAX)
    {
      replace_middle (self, wanted, start, n_old - start, n_new - start);
      return;
    }

  take_out_others (self, wanted);
  move_and_put_in (self, wanted);
}
