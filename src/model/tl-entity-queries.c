/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of any entity, whatever its class: how to call it, and who refers to it.
 *
 * Answered from the fields of the classes and nothing else, so a new class need not say anything.  Here rather
 * than beside the slots, because nothing here can change one.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-entity.h"
#include "tl-text-fold.h"

/**
 * tl_entity_dup_display_name:
 * @self: an entity
 *
 * What to call @self in a sentence: its title, its name or its text, or its kind where it has none of them.
 *
 * Returns: (transfer full): a name, never empty
 */
char *
tl_entity_dup_display_name (TlEntity *self)
{
  static const char * const naming[] = { "title", "name", "text" };

  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (naming); i++)
    {
      g_autofree char *name = NULL;

      if (g_object_class_find_property (G_OBJECT_GET_CLASS (self), naming[i]) == NULL)
        continue;

      g_object_get (self, naming[i], &name, NULL);
      if (!tl_text_is_blank (name))
        return g_steal_pointer (&name);
    }

  return g_strdup (tl_entity_get_kind (self));
}

static int
compare_ranks (gconstpointer a,
               gconstpointer b)
{
  guint64 first = tl_entity_get_rank (*(TlEntity *const *) a);
  guint64 second = tl_entity_get_rank (*(TlEntity *const *) b);

  return (first > second) - (first < second);
}

/* What an undo has brought back stands last among the referrers, though it came earlier. */
static void
sort_by_rank (GPtrArray *entities)
{
  for (guint i = 1; i < entities->len; i++)
    {
      if (compare_ranks (&entities->pdata[i - 1], &entities->pdata[i]) > 0)
        {
          g_ptr_array_sort (entities, compare_ranks);
          return;
        }
    }
}

/**
 * tl_entity_dup_referrers:
 * @self: an entity of a model
 * @type: the class of entities to look for
 * @property: (nullable): the property they refer to @self by, or %NULL for any
 *
 * The measures of a goal are its referrers of type %TL_TYPE_MEASURE; what helps a goal are its referrers of
 * type %TL_TYPE_CONTRIBUTION by "to".
 *
 * Returns: (transfer full) (element-type TlEntity): the entities of the model that refer to @self, in the order in
 *   which they came into it; each once
 */
GPtrArray *
tl_entity_dup_referrers (TlEntity   *self,
                         GType       type,
                         const char *property)
{
  const GPtrArray *referrers = tl_entity_peek_referrers (self);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      TlEntity *referrer = g_ptr_array_index (referrers, i);
      TlEntityClass *klass = TL_ENTITY_GET_CLASS (referrer);

      if (!G_TYPE_CHECK_INSTANCE_TYPE (referrer, type))
        continue;

      for (guint j = 0; j < klass->n_fields; j++)
        {
          if (klass->fields[j].type == TL_FIELD_REFERENCE &&
              tl_entity_peek_slots (referrer)[j].reference == self &&
              (property == NULL || g_str_equal (klass->fields[j].pspec->name, property)))
            {
              /* Two references of one entity to the same other one stand twice in the list. */
              if (property != NULL || !g_ptr_array_find (found, referrer, NULL))
                g_ptr_array_add (found, g_object_ref (referrer));
              break;
            }
        }
    }

  sort_by_rank (found);
  return found;
}
