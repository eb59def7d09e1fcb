/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which removals are large enough for a backup.
 *
 * What a removal does is told before it is done, by going from one entity to what refers to it, and the walk ends as
 * soon as it has seen enough: asking costs as little for ten thousand goals as for ten.  Doing the removal in a
 * group, counting, and backing up what is still on the disk was rejected: the backup is of what is on the disk, and
 * would need the group to wait, half done, for a second connection.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include "tl-backups.h"
#include "tl-document-private.h"
#include "tl-edits-private.h"

/* A removal that takes or changes more than this has a backup of its own; less is what an undo is for. */
#define N_SMALL 10

typedef struct
{
  GHashTable *seen;             /* borrowed entities that go or change */
  GPtrArray  *going;            /* borrowed entities that go, in the order they were found */
  gboolean    takes_goals;      /* an organisation goes, and all goals in it */
} Walk;

static gboolean
requires (TlEntity *referrer,
          TlEntity *entity)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (referrer), &n_fields);
  const TlSlot *slots = tl_entity_peek_slots (referrer);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type == TL_FIELD_REFERENCE && fields[i].required && slots[i].reference == entity)
        return TRUE;
    }

  return FALSE;
}

static void
add_referrers (Walk     *walk,
               TlEntity *entity)
{
  g_autoptr (GPtrArray) referrers = tl_entity_dup_referrers (entity, TL_TYPE_ENTITY, NULL);

  for (guint i = 0; i < referrers->len && g_hash_table_size (walk->seen) <= N_SMALL; i++)
    {
      TlEntity *referrer = g_ptr_array_index (referrers, i);

      if (!g_hash_table_add (walk->seen, referrer))
        continue;
      if (requires (referrer, entity) || (walk->takes_goals && TL_IS_GOAL (referrer) && TL_IS_PARTY (entity)))
        g_ptr_array_add (walk->going, referrer);
    }
}

static gboolean
is_large (TlDocument *self,
          GPtrArray  *entities)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) going = g_ptr_array_new ();
  Walk walk = { seen, going, FALSE };

  for (guint i = 0; i < entities->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (tl_entity_get_model (entity) != self->model || !g_hash_table_add (seen, entity))
        continue;

      g_ptr_array_add (going, entity);
      walk.takes_goals = walk.takes_goals || TL_IS_ORGANISATION (entity);
    }

  for (guint i = 0; i < going->len && g_hash_table_size (seen) <= N_SMALL; i++)
    add_referrers (&walk, g_ptr_array_index (going, i));

  return g_hash_table_size (seen) > N_SMALL;
}

/**
 * tl_edits_backup_before_removal:
 * @document: a document
 * @entities: (element-type TlEntity): what is going to be removed; those that are gone already are passed over
 *
 * Backs the document up when removing @entities takes, or changes, more than ten entities: themselves, what goes with
 * them, and what is passed on to others.  Within a group nothing is done: whoever has begun it has seen to that, and
 * the file cannot be read by others then.
 */
void
tl_edits_backup_before_removal (TlDocument *document,
                                GPtrArray  *entities)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (entities != NULL);

  if (document->group_depth == 0 && is_large (document, entities))
    tl_document_backup_before (document, TL_BACKUP_BULK_DELETE);
}
