/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entities of one class, as a list model, in the order in which they came.
 *
 * A plain array: 10,000 goals take 80 KB and any of them is found at once.  GListStore was rejected because
 * its sequence takes 40 bytes an item and tells of every single addition, while an import or its undoing changes
 * thousands in one go: between freeze and thaw one change is gathered that covers them all.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-entity-list.h"

struct _TlEntityList
{
  GObject    parent_instance;

  GType      item_type;
  GPtrArray *items;

  guint      n_freezes;
  guint      frozen_length;  /* what the listeners still believe the length to be */
  guint      first_changed;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlEntityList, tl_entity_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
items_changed (TlEntityList *self,
               guint         position,
               guint         removed,
               guint         added)
{
  if (self->n_freezes > 0)
    self->first_changed = MIN (self->first_changed, position);
  else
    g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
tl_entity_list_get_item_type (GListModel *model)
{
  return TL_ENTITY_LIST (model)->item_type;
}

static guint
tl_entity_list_get_n_items (GListModel *model)
{
  return TL_ENTITY_LIST (model)->items->len;
}

static gpointer
tl_entity_list_get_item (GListModel *model,
                         guint       position)
{
  TlEntityList *self = TL_ENTITY_LIST (model);

  if (position >= self->items->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->items, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = tl_entity_list_get_item_type;
  iface->get_n_items = tl_entity_list_get_n_items;
  iface->get_item = tl_entity_list_get_item;
}

static void
tl_entity_list_finalize (GObject *object)
{
  TlEntityList *self = TL_ENTITY_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_entity_list_parent_class)->finalize (object);
}

static void
tl_entity_list_class_init (TlEntityListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_entity_list_finalize;
}

static void
tl_entity_list_init (TlEntityList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tl_entity_list_new:
 * @type: a class of entities
 *
 * Returns: (transfer full): an empty list
 */
TlEntityList *
tl_entity_list_new (GType type)
{
  TlEntityList *self = g_object_new (TL_TYPE_ENTITY_LIST, NULL);

  self->item_type = type;
  return self;
}

/* The place of @rank among the items: almost always the end. */
static guint
find_place (TlEntityList *self,
            guint64       rank)
{
  guint low = 0;
  guint high = self->items->len;

  if (high == 0 || tl_entity_get_rank (g_ptr_array_index (self->items, high - 1)) < rank)
    return high;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tl_entity_get_rank (g_ptr_array_index (self->items, middle)) < rank)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * tl_entity_list_add:
 * @self: a list
 * @entity: an entity of its class that is not in it yet
 *
 * Adds @entity at the place that its rank gives it.
 */
void
tl_entity_list_add (TlEntityList *self,
                    TlEntity     *entity)
{
  guint place;

  g_return_if_fail (TL_IS_ENTITY_LIST (self));
  g_return_if_fail (G_TYPE_CHECK_INSTANCE_TYPE (entity, self->item_type));

  place = find_place (self, tl_entity_get_rank (entity));
  g_ptr_array_insert (self->items, place, g_object_ref (entity));
  items_changed (self, place, 0, 1);
}

/**
 * tl_entity_list_remove:
 * @self: a list
 * @entity: one of its entities
 */
void
tl_entity_list_remove (TlEntityList *self,
                       TlEntity     *entity)
{
  guint place;

  g_return_if_fail (TL_IS_ENTITY_LIST (self));

  place = find_place (self, tl_entity_get_rank (entity));
  g_return_if_fail (place < self->items->len && g_ptr_array_index (self->items, place) == entity);

  g_ptr_array_remove_index (self->items, place);
  items_changed (self, place, 1, 0);
}

/**
 * tl_entity_list_freeze:
 * @self: a list
 *
 * Keeps quiet about changes until tl_entity_list_thaw().  The main loop must not run in between.
 */
void
tl_entity_list_freeze (TlEntityList *self)
{
  g_return_if_fail (TL_IS_ENTITY_LIST (self));

  if (self->n_freezes++ > 0)
    return;

  self->frozen_length = self->items->len;
  self->first_changed = G_MAXUINT;
}

/**
 * tl_entity_list_thaw:
 * @self: a frozen list
 *
 * Tells of everything that changed since tl_entity_list_freeze(), as one change.
 */
void
tl_entity_list_thaw (TlEntityList *self)
{
  g_return_if_fail (TL_IS_ENTITY_LIST (self));
  g_return_if_fail (self->n_freezes > 0);

  if (--self->n_freezes > 0 || self->first_changed == G_MAXUINT)
    return;

  items_changed (self, self->first_changed,
                 self->frozen_length - self->first_changed, self->items->len - self->first_changed);
}
