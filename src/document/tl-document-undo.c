/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo and redo, for everything that is stored, without a line for any feature.
 *
 * A step is a changeset.  Undoing applies its inverse to the rows, and then refreshes exactly the objects whose rows
 * it names; they notify, and the views follow.  Objects that a step removes and another one brings back are new
 * objects with the old identity, so nobody should keep a pointer where an identity will do.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-changeset.h"
#include "tl-document-private.h"

/* Changes to one property of one entity that follow on each other this closely are one step, microseconds. */
#define TYPING_PAUSE (2 * G_USEC_PER_SEC)

/**
 * tl_edit_free:
 * @edit: (transfer full): a step
 */
void
tl_edit_free (TlEdit *edit)
{
  g_free (edit->label);
  g_free (edit->subject);
  g_bytes_unref (edit->changeset);
  g_free (edit);
}

static const char *
make_label (TlDocument *self)
{
  TlPending *pending = &self->pending;

  if (pending->label != NULL)
    return pending->label;

  /* What is left of a group that failed to be written */
  return _("Edit");
}

/* Whether all that is pending is a change to one property of one entity */
static gboolean
is_typing (const TlPending *pending)
{
  return pending->subject != NULL && pending->property != NULL &&
         pending->added->len == 0 && pending->removed->len == 0 && g_hash_table_size (pending->changed) == 1;
}

static TlEdit *
find_step_to_continue (TlDocument *self)
{
  TlPending *pending = &self->pending;
  TlEdit *last;

  if (self->undo_steps->len == 0 || self->redo_steps->len > 0 || !is_typing (pending))
    return NULL;

  last = g_ptr_array_index (self->undo_steps, self->undo_steps->len - 1);
  if (last->property == pending->property->name &&
      g_str_equal (last->label, make_label (self)) &&
      g_strcmp0 (last->subject, tl_entity_get_id (pending->subject)) == 0 &&
      g_get_monotonic_time () - last->time < TYPING_PAUSE)
    return last;

  return NULL;
}

/* What was typed and taken away again is no step. */
static void
continue_step (TlDocument *self,
               TlEdit     *edit,
               GBytes     *changeset)
{
  g_autoptr (GBytes) before = g_steal_pointer (&edit->changeset);

  edit->changeset = tl_changeset_join (before, changeset);
  edit->time = g_get_monotonic_time ();
  if (g_bytes_get_size (edit->changeset) == 0)
    g_ptr_array_set_size (self->undo_steps, self->undo_steps->len - 1);
}

static void
add_step (TlDocument *self,
          GBytes     *changeset)
{
  TlPending *pending = &self->pending;
  TlEdit *edit = g_new0 (TlEdit, 1);

  edit->label = g_strdup (make_label (self));
  edit->changeset = g_bytes_ref (changeset);
  edit->time = g_get_monotonic_time ();
  if (is_typing (pending))
    {
      edit->subject = g_strdup (tl_entity_get_id (pending->subject));
      edit->property = pending->property->name;
    }
  g_ptr_array_add (self->undo_steps, edit);
}

/**
 * tl_document_push_edit:
 * @self: a document
 * @changeset: what the pending changes did to the rows
 *
 * Makes a step of the pending changes, or lets them continue the last one when they are more of the same typing.
 * The caller tells of it, once nothing is pending any longer: who hears of it may answer with an edit.
 */
void
tl_document_push_edit (TlDocument *self,
                       GBytes     *changeset)
{
  TlEdit *edit;

  if (g_bytes_get_size (changeset) == 0)
    return;

  edit = find_step_to_continue (self);
  if (edit != NULL)
    continue_step (self, edit, changeset);
  else
    add_step (self, changeset);

  g_ptr_array_set_size (self->redo_steps, 0);
}

static GType
type_for_kind (const char *kind)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (TlEntityClass) klass = g_type_class_ref (types[i]);

      if (g_str_equal (klass->kind, kind))
        return types[i];
    }

  g_assert_not_reached ();
}

/* New objects come in empty first, because they may refer to one another. */
static void
bring_back_entities (TlDocument *self,
                     GPtrArray  *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      TlRowChange *change = g_ptr_array_index (changes, i);
      g_autoptr (TlEntity) entity = NULL;

      if (!change->is_insert)
        continue;

      entity = g_object_new (type_for_kind (change->kind), NULL);
      tl_entity_load_id (entity, change->id);
      tl_model_add (self->model, entity);
    }
}

static GPtrArray *
find_entities (TlDocument *self,
               GPtrArray  *changes)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < changes->len; i++)
    {
      TlRowChange *change = g_ptr_array_index (changes, i);
      TlEntity *entity = tl_model_lookup (self->model, change->id);

      g_assert (entity != NULL);
      g_ptr_array_add (entities, g_object_ref (entity));
    }

  return entities;
}

static void
reload_entities (TlDocument *self,
                 GPtrArray  *changes,
                 GPtrArray  *entities)
{
  for (guint i = 0; i < changes->len; i++)
    {
      TlRowChange *change = g_ptr_array_index (changes, i);
      TlEntity *entity = g_ptr_array_index (entities, i);
      g_autoptr (GError) error = NULL;

      if (!change->is_delete && !tl_store_reload (self->store, self->model, entity, &error))
        g_warning ("A row could not be read again: %s", error->message);
    }
}

static void
remove_entities (TlDocument *self,
                 GPtrArray  *changes)
{
  for (guint i = changes->len; i-- > 0;)
    {
      TlRowChange *change = g_ptr_array_index (changes, i);

      if (change->is_delete)
        tl_model_remove (self->model, tl_model_lookup (self->model, change->id));
    }
}

static void
refresh (TlDocument *self,
         GPtrArray  *changes)
{
  g_autoptr (GPtrArray) entities = NULL;

  self->is_refreshing = TRUE;
  tl_model_begin_bulk (self->model);
  bring_back_entities (self, changes);
  entities = find_entities (self, changes);
  tl_document_hold_notices (entities);
  reload_entities (self, changes, entities);
  remove_entities (self, changes);
  tl_model_end_bulk (self->model);
  tl_document_release_notices (entities);
  self->is_refreshing = FALSE;

  self->revision++;
  tl_document_emit_changed (self, entities);
}

static gboolean
step (TlDocument  *self,
      GPtrArray   *from,
      GPtrArray   *to,
      gboolean     invert,
      GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *state = g_uuid_string_random ();
  TlEdit *edit;

  if (!tl_document_flush (self, error))
    return FALSE;

  /* Writing what was pending may have made redoing impossible. */
  if (from->len == 0)
    return TRUE;

  edit = g_ptr_array_index (from, from->len - 1);
  changes = tl_store_apply_changeset (self->store, edit->changeset, invert, state, error);
  if (changes == NULL)
    return FALSE;

  /* Typing does not continue across an undo. */
  edit->property = NULL;
  g_ptr_array_add (to, g_ptr_array_steal_index (from, from->len - 1));
  refresh (self, changes);
  tl_document_notify_steps (self);
  return TRUE;
}

/**
 * tl_document_can_undo:
 * @self: a document
 *
 * Returns: whether there is a step to undo
 */
gboolean
tl_document_can_undo (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->undo_steps->len > 0 || tl_document_has_pending (self);
}

/**
 * tl_document_can_redo:
 * @self: a document
 *
 * Returns: whether there is an undone step to do again
 */
gboolean
tl_document_can_redo (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  return self->redo_steps->len > 0;
}

static const char *
get_last_label (GPtrArray *steps)
{
  return steps->len > 0 ? ((TlEdit *) g_ptr_array_index (steps, steps->len - 1))->label : NULL;
}

/**
 * tl_document_get_undo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the step to undo is called
 */
const char *
tl_document_get_undo_label (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return get_last_label (self->undo_steps);
}

/**
 * tl_document_get_redo_label:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what the step to do again is called
 */
const char *
tl_document_get_redo_label (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return get_last_label (self->redo_steps);
}

/**
 * tl_document_undo:
 * @self: an open document, not within a group
 * @error: return location for a #TlStoreError
 *
 * Undoes the last step, on the disk and in memory.  Does nothing when there is none.
 *
 * Returns: whether it was undone; when not, nothing has changed
 */
gboolean
tl_document_undo (TlDocument  *self,
                  GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group_depth == 0, FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);

  return step (self, self->undo_steps, self->redo_steps, TRUE, error);
}

/**
 * tl_document_redo:
 * @self: an open document, not within a group
 * @error: return location for a #TlStoreError
 *
 * Does the last undone step again, on the disk and in memory.  Does nothing when there is none.
 *
 * Returns: whether it was done; when not, nothing has changed
 */
gboolean
tl_document_redo (TlDocument  *self,
                  GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group_depth == 0, FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);

  return step (self, self->redo_steps, self->undo_steps, FALSE, error);
}
