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
#include "tl-document-keep-private.h"
#include "tl-document-private.h"

/**
 * tl_document_open_history:
 * @self: a document whose store is open
 *
 * Finds the steps of earlier sessions.  A document that can only be read has none.
 */
void
tl_document_open_history (TlDocument *self)
{
  const char *id = tl_store_get_read_only (self->store) ? NULL : tl_store_get_id (self->store);

  g_clear_pointer (&self->history, tl_history_free);
  self->history = tl_history_new (id, tl_store_get_state (self->store));
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

/* Whether all that is pending is a change to one property of one entity.  A group never is: who sets the same
 * property twice by two commands has given two, whatever they are called. */
static gboolean
is_typing (const TlPending *pending)
{
  return !pending->is_group && pending->subject != NULL && pending->property != NULL &&
         pending->added->len == 0 && pending->removed->len == 0 && g_hash_table_size (pending->changed) == 1;
}

/**
 * tl_document_begin_step:
 * @self: a document
 * @changeset: what the pending changes are about to do to the rows
 *
 * Records a step of the pending changes, or lets them continue the last one when they are more of the same typing.
 *
 * Returns: (transfer none): the state in which to commit the document
 */
const char *
tl_document_begin_step (TlDocument *self,
                        GBytes     *changeset)
{
  TlPending *pending = &self->pending;
  gboolean typing = is_typing (pending);

  return tl_history_begin_step (self->history, make_label (self), changeset,
                                typing ? tl_entity_get_id (pending->subject) : NULL,
                                typing ? pending->property->name : NULL,
                                tl_store_get_state (self->store));
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
reload_entities (TlDocument  *self,
                 GPtrArray   *changes,
                 GPtrArray   *entities,
                 GError     **error)
{
  tl_store_begin_reading (self->store);
  for (guint i = 0; i < changes->len; i++)
    {
      TlRowChange *change = g_ptr_array_index (changes, i);
      TlEntity *entity = g_ptr_array_index (entities, i);

      if (!change->is_delete)
        tl_store_reload (self->store, self->model, entity, *error == NULL ? error : NULL);
    }
  tl_store_end_reading (self->store);
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

/**
 * tl_document_refresh:
 * @self: a document
 * @changes: (element-type TlRowChange): what was done to its rows
 *
 * Makes the objects what their rows are now, and tells of it.
 */
void
tl_document_refresh (TlDocument *self,
                     GPtrArray  *changes)
{
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GError) error = NULL;

  self->is_refreshing = TRUE;
  tl_model_begin_bulk (self->model);
  bring_back_entities (self, changes);
  entities = find_entities (self, changes);
  tl_document_hold_notices (entities);
  reload_entities (self, changes, entities, &error);
  remove_entities (self, changes);
  tl_model_end_bulk (self->model);
  tl_document_release_notices (entities);
  self->is_refreshing = FALSE;

  self->revision++;
  tl_document_emit_changed (self, entities);
  if (error != NULL)
    g_signal_emit_by_name (self, "storage-failed", error);
}

static GPtrArray *
apply_changeset (TlDocument  *self,
                 GBytes      *changeset,
                 gboolean     invert,
                 const char  *state,
                 GError     **error)
{
  g_autoptr (GError) first_error = NULL;
  GPtrArray *changes;

  tl_document_keep_before_write (self);
  changes = tl_store_apply_changeset (self->store, changeset, invert, state, &first_error);
  if (changes != NULL)
    return changes;

  if (tl_document_may_try_again (self, first_error))
    return tl_store_apply_changeset (self->store, changeset, invert, state, error);

  g_propagate_error (error, g_steal_pointer (&first_error));
  return NULL;
}

/**
 * tl_document_apply_step:
 * @self: an open document, not within a group
 * @label: what to call the step
 * @changeset: what to do to the rows
 * @error: return location for a #TlStoreError
 *
 * Does what somebody else has recorded, such as the difference to a backup, as one step.
 *
 * Returns: whether it was done; when not, nothing has changed
 */
gboolean
tl_document_apply_step (TlDocument  *self,
                        const char  *label,
                        GBytes      *changeset,
                        GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  const char *state;

  g_return_val_if_fail (self->group_depth == 0, FALSE);

  if (!tl_document_flush (self, error))
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  state = tl_history_begin_step (self->history, label, changeset, NULL, NULL, tl_store_get_state (self->store));
  changes = apply_changeset (self, changeset, FALSE, state, error);
  if (changes == NULL)
    {
      tl_history_abandon_step (self->history);
      return FALSE;
    }

  tl_history_finish_step (self->history);
  tl_document_refresh (self, changes);
  tl_document_notify_steps (self);
  return TRUE;
}

/* Writing what was pending may have made redoing impossible, so whether there is a step is asked after that. */
static gboolean
step (TlDocument  *self,
      gboolean     back,
      GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GBytes) changeset = NULL;
  const char *state;

  if (!tl_document_flush (self, error))
    return FALSE;
  if ((back ? tl_history_get_undo_label (self->history) : tl_history_get_redo_label (self->history)) == NULL)
    return TRUE;

  changeset = back ? tl_history_load_undo (self->history, &state, error)
                   : tl_history_load_redo (self->history, &state, error);
  if (changeset != NULL)
    changes = apply_changeset (self, changeset, back, state, error);

  if (changes != NULL)
    {
      if (back)
        tl_history_move_back (self->history);
      else
        tl_history_move_forward (self->history);
      tl_document_refresh (self, changes);
    }

  tl_document_notify_steps (self);
  return changes != NULL;
}

/**
 * tl_document_end_typing:
 * @self: a document
 *
 * What is typed from here on is a step of its own.  A field calls it when it is left.
 */
void
tl_document_end_typing (TlDocument *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->store == NULL)
    return;

  if (!tl_document_flush (self, &error))
    g_signal_emit_by_name (self, "storage-failed", error);
  tl_history_end_typing (self->history);
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

  return tl_document_get_undo_label (self) != NULL || tl_document_has_pending (self);
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

  return tl_document_get_redo_label (self) != NULL;
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

  return self->history != NULL ? tl_history_get_undo_label (self->history) : NULL;
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

  return self->history != NULL ? tl_history_get_redo_label (self->history) : NULL;
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

  return step (self, TRUE, error);
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

  return step (self, FALSE, error);
}
