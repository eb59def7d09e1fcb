/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan of an import: what is to be added, and what is to be changed.
 *
 * A new entity is made at once but is part of no model, so nobody can see it.  An entity of the document is never
 * touched while a plan is made: what should become of it is written on a double of it, its shadow.  References on
 * both lead to the entities themselves, never to shadows, so that a plan needs no translation when it is carried out.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>

#include "tl-import-private.h"

static void
issue_clear (TlImportIssue *issue)
{
  g_free (issue->file);
  g_free (issue->column);
  g_free (issue->reason);
}

/**
 * tl_import_link_clear:
 * @link: a link that waits
 */
void
tl_import_link_clear (TlImportLink *link)
{
  g_clear_pointer (&link->to, g_free);
  g_clear_pointer (&link->rationale, g_free);
}

static GArray *
reset_array (GArray         *array,
             guint           size,
             GDestroyNotify  clear)
{
  g_clear_pointer (&array, g_array_unref);
  array = g_array_new (FALSE, TRUE, size);
  if (clear != NULL)
    g_array_set_clear_func (array, clear);
  return array;
}

static GHashTable *
reset_set (GHashTable *set)
{
  g_clear_pointer (&set, g_hash_table_unref);
  return g_hash_table_new (NULL, NULL);
}

/**
 * tl_import_clear_plan:
 * @self: an import
 *
 * Drops the plan and what was found while it was made.
 */
void
tl_import_clear_plan (TlImport *self)
{
  self->is_prepared = FALSE;
  g_clear_pointer (&self->index, tl_import_index_free);
  g_clear_pointer (&self->shadows, g_hash_table_unref);
  g_clear_pointer (&self->shadowed, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);

  self->shadows = g_hash_table_new_full (NULL, NULL, g_object_unref, g_object_unref);
  self->shadowed = g_ptr_array_new ();
  self->added = g_ptr_array_new_with_free_func (g_object_unref);
  self->added_set = reset_set (self->added_set);
  self->provisional = reset_set (self->provisional);
  self->claimed = reset_set (self->claimed);
  self->unit_links = reset_array (self->unit_links, sizeof (TlImportLink), (GDestroyNotify) tl_import_link_clear);
  self->manager_links = reset_array (self->manager_links, sizeof (TlImportLink), (GDestroyNotify) tl_import_link_clear);
  self->goal_links = reset_array (self->goal_links, sizeof (TlImportLink), (GDestroyNotify) tl_import_link_clear);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_clear_pointer (&self->quotes, g_string_chunk_free);
  self->quotes = g_string_chunk_new (1024);
  g_clear_pointer (&self->statement_graph, tl_link_graph_free);
  self->currents = reset_array (self->currents, sizeof (TlImportCurrent), NULL);
  self->skipped = reset_array (self->skipped, sizeof (TlImportIssue), (GDestroyNotify) issue_clear);
  self->remarks = reset_array (self->remarks, sizeof (TlImportIssue), (GDestroyNotify) issue_clear);
}

/**
 * tl_import_create:
 * @self: an import
 * @type: a class of entities
 *
 * Returns: (transfer none): a new entity that is to be added
 */
gpointer
tl_import_create (TlImport *self,
                  GType     type)
{
  TlEntity *entity = g_object_new (type, NULL);

  g_ptr_array_add (self->added, entity);
  g_hash_table_add (self->added_set, entity);
  return entity;
}

/**
 * tl_import_forget_claims:
 * @self: an import that is being prepared
 *
 * Lets every entity be found again, for the rows of another file.
 */
void
tl_import_forget_claims (TlImport *self)
{
  g_hash_table_remove_all (self->claimed);
  tl_import_index_start_over (self->index);
}

/**
 * tl_import_is_new:
 * @self: an import
 * @entity: an entity
 *
 * Returns: whether @entity is to be added by @self
 */
gboolean
tl_import_is_new (TlImport *self,
                  gpointer  entity)
{
  return g_hash_table_contains (self->added_set, entity);
}

static TlEntity *
make_shadow (TlEntity *entity)
{
  TlEntity *shadow = g_object_new (G_OBJECT_TYPE (entity), NULL);
  const TlSlot *slots = tl_entity_peek_slots (entity);
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      TlSlot slot = slots[i];

      if (fields[i].type == TL_FIELD_STRING)
        slot.string = g_strdup (slot.string);
      tl_entity_load_slot (shadow, i, slot);
    }

  return shadow;
}

/**
 * tl_import_edit:
 * @self: an import
 * @entity: an entity of the document, or one that is to be added
 *
 * Returns: (transfer none): what to set properties on: @entity itself when it is new, else its shadow
 */
gpointer
tl_import_edit (TlImport *self,
                gpointer  entity)
{
  TlEntity *shadow;

  if (tl_import_is_new (self, entity))
    return entity;

  shadow = g_hash_table_lookup (self->shadows, entity);
  if (shadow == NULL)
    {
      shadow = make_shadow (entity);
      g_hash_table_insert (self->shadows, g_object_ref (entity), shadow);
      g_ptr_array_add (self->shadowed, entity);
    }

  return shadow;
}

/**
 * tl_import_view:
 * @self: an import
 * @entity: an entity of the document, or one that is to be added
 *
 * Returns: (transfer none): what to read properties from, as they will be
 */
gpointer
tl_import_view (TlImport *self,
                gpointer  entity)
{
  TlEntity *shadow = g_hash_table_lookup (self->shadows, entity);

  return shadow != NULL ? shadow : entity;
}

static gboolean
slots_are_equal (TlFieldType   type,
                 const TlSlot *a,
                 const TlSlot *b)
{
  switch (type)
    {
    case TL_FIELD_STRING:
      return g_strcmp0 (a->string != NULL ? a->string : "", b->string != NULL ? b->string : "") == 0;
    case TL_FIELD_DOUBLE:
      return a->number == b->number || (isnan (a->number) && isnan (b->number));
    case TL_FIELD_REFERENCE:
      return a->reference == b->reference;
    case TL_FIELD_INT:
    case TL_FIELD_BOOLEAN:
    case TL_FIELD_ENUM:
    case TL_FIELD_DATE:
    default:
      return a->integer == b->integer;
    }
}

/* Sets on @entity what differs on @shadow, or only looks when @commit is FALSE.  Returns whether anything differs. */
static gboolean
transfer_changes (TlEntity *entity,
                  TlEntity *shadow,
                  gboolean  commit)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);
  gboolean differs = FALSE;

  for (guint i = 0; i < n_fields; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if (slots_are_equal (fields[i].type, &tl_entity_peek_slots (entity)[i], &tl_entity_peek_slots (shadow)[i]))
        continue;

      differs = TRUE;
      if (!commit)
        return TRUE;

      g_object_get_property (G_OBJECT (shadow), fields[i].pspec->name, &value);
      g_object_set_property (G_OBJECT (entity), fields[i].pspec->name, &value);
    }

  return differs;
}

/* An entity can only be added after those it refers to.  A chain of managers may be as long as the file, so the
 * way down is kept on a stack of our own. */
static void
add_with_references (TlImport   *self,
                     TlEntity   *entity,
                     GHashTable *done)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, entity);
  while (stack->len > 0)
    {
      TlEntity *top = g_ptr_array_index (stack, stack->len - 1);
      guint n_fields;
      const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (top), &n_fields);
      guint before = stack->len;

      for (guint i = 0; i < n_fields && !g_hash_table_contains (done, top); i++)
        {
          TlEntity *reference = tl_entity_peek_slots (top)[i].reference;

          if (fields[i].type == TL_FIELD_REFERENCE && reference != NULL &&
              tl_import_is_new (self, reference) && !g_hash_table_contains (done, reference))
            g_ptr_array_add (stack, reference);
        }

      if (stack->len > before)
        continue;

      g_ptr_array_set_size (stack, stack->len - 1);
      if (g_hash_table_add (done, top))
        tl_document_add (self->document, top);
    }
}

/**
 * tl_import_carry_out:
 * @self: an import with a plan, inside an edit group
 *
 * Does to the document what the plan says.
 */
void
tl_import_carry_out (TlImport *self)
{
  TlModel *model = tl_document_get_model (self->document);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);

  tl_model_begin_bulk (model);
  for (guint i = 0; i < self->added->len; i++)
    add_with_references (self, g_ptr_array_index (self->added, i), done);
  for (guint i = 0; i < self->shadowed->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (self->shadowed, i);

      transfer_changes (entity, g_hash_table_lookup (self->shadows, entity), TRUE);
    }
  tl_model_end_bulk (model);
}

/**
 * tl_import_get_counts:
 * @self: an import
 * @type: a class of entities
 *
 * Returns: (transfer none): what becomes of them
 */
TlImportCounts *
tl_import_get_counts (TlImport *self,
                      GType     type)
{
  TlImportCounts *counts = g_hash_table_lookup (self->counts, GSIZE_TO_POINTER (type));

  if (counts == NULL)
    {
      counts = g_new0 (TlImportCounts, 1);
      g_hash_table_insert (self->counts, GSIZE_TO_POINTER (type), counts);
    }

  return counts;
}

/**
 * tl_import_count:
 * @self: an import whose plan is complete
 *
 * Counts what the plan does.  Later the shadows no longer differ from what they are doubles of.
 */
void
tl_import_count (TlImport *self)
{
  for (guint i = 0; i < self->added->len; i++)
    tl_import_get_counts (self, G_OBJECT_TYPE (g_ptr_array_index (self->added, i)))->n_added++;

  for (guint i = 0; i < self->shadowed->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (self->shadowed, i);
      TlImportCounts *counts = tl_import_get_counts (self, G_OBJECT_TYPE (entity));

      if (transfer_changes (entity, g_hash_table_lookup (self->shadows, entity), FALSE))
        counts->n_updated++;
      else
        counts->n_unchanged++;
    }
}

/**
 * tl_import_plan_is_empty:
 * @self: an import with a plan
 *
 * Returns: whether carrying it out would change nothing
 */
gboolean
tl_import_plan_is_empty (TlImport *self)
{
  GHashTableIter iter;
  gpointer counts;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, NULL, &counts))
    if (((TlImportCounts *) counts)->n_added + ((TlImportCounts *) counts)->n_updated > 0)
      return FALSE;

  return TRUE;
}
