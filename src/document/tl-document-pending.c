/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a change in memory to a transaction on the disk.
 *
 * The model tells of everything that happens to it.  What does is gathered here until the edit group ends, and is
 * then written at once: an entity that was added and changed is inserted once, one that was added and removed again
 * never reaches the disk.  When writing fails, all of it stays gathered, and goes with the next group.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include "tl-document-keep-private.h"
#include "tl-document-private.h"

/**
 * tl_document_init_pending:
 * @self: a document
 */
void
tl_document_init_pending (TlDocument *self)
{
  self->pending.added = g_ptr_array_new_with_free_func (g_object_unref);
  self->pending.added_set = g_hash_table_new (NULL, NULL);
  self->pending.removed = g_ptr_array_new_with_free_func (g_object_unref);
  self->pending.changed = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
}

/**
 * tl_document_clear_pending:
 * @self: a document
 */
void
tl_document_clear_pending (TlDocument *self)
{
  g_clear_pointer (&self->pending.label, g_free);
  g_clear_pointer (&self->pending.added_set, g_hash_table_unref);
  g_clear_pointer (&self->pending.added, g_ptr_array_unref);
  g_clear_pointer (&self->pending.removed, g_ptr_array_unref);
  g_clear_pointer (&self->pending.changed, g_hash_table_unref);
  self->pending.is_group = FALSE;
  self->pending.subject = NULL;
  self->pending.property = NULL;
}

static void
reset_pending (TlDocument *self)
{
  tl_document_clear_pending (self);
  tl_document_init_pending (self);
}

/**
 * tl_document_has_pending:
 * @self: a document
 *
 * Returns: whether anything in memory has not reached the disk yet
 */
gboolean
tl_document_has_pending (TlDocument *self)
{
  return self->pending.added->len > 0 ||
         self->pending.removed->len > 0 ||
         g_hash_table_size (self->pending.changed) > 0;
}

static gboolean
flush_cb (gpointer user_data)
{
  TlDocument *self = user_data;
  g_autoptr (GError) error = NULL;

  self->flush_source = 0;
  if (!tl_document_flush (self, &error))
    g_signal_emit_by_name (self, "storage-failed", error);

  return G_SOURCE_REMOVE;
}

static void
note_change (TlDocument *self,
             const char *label)
{
  self->revision++;
  tl_document_update_saved (self);

  if (self->group_depth > 0)
    return;

  if (self->pending.label == NULL)
    self->pending.label = g_strdup (label);
  if (self->flush_source == 0)
    self->flush_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, flush_cb, self, NULL);
}

static void
added_cb (TlDocument *self,
          TlEntity   *entity)
{
  if (self->is_refreshing)
    return;

  g_ptr_array_add (self->pending.added, g_object_ref (entity));
  g_hash_table_add (self->pending.added_set, entity);
  note_change (self, tl_edit_label_for_addition (entity));
}

static void
removed_cb (TlDocument *self,
            TlEntity   *entity)
{
  if (self->is_refreshing)
    return;

  if (g_hash_table_remove (self->pending.added_set, entity))
    {
      g_ptr_array_remove (self->pending.added, entity);
    }
  else
    {
      g_ptr_array_add (self->pending.removed, g_object_ref (entity));
      g_hash_table_remove (self->pending.changed, entity);
    }
  note_change (self, tl_edit_label_for_removal (entity));
}

static void
changed_cb (TlDocument *self,
            TlEntity   *entity,
            GParamSpec *pspec)
{
  gboolean is_first;

  if (self->is_refreshing)
    return;

  is_first = !tl_document_has_pending (self);
  if (!g_hash_table_contains (self->pending.added_set, entity) &&
      g_hash_table_add (self->pending.changed, g_object_ref (entity)))
    {
      self->pending.subject = is_first ? entity : NULL;
      self->pending.property = is_first ? pspec : NULL;
    }
  else if (self->pending.property != pspec)
    {
      self->pending.property = NULL;
    }

  note_change (self, tl_edit_label_for_change (entity, pspec));
}

/**
 * tl_document_watch_model:
 * @self: a document whose model has been filled
 */
void
tl_document_watch_model (TlDocument *self)
{
  g_signal_connect_object (self->model, "added", G_CALLBACK (added_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
write_rows (TlDocument  *self,
            GError     **error)
{
  TlPending *pending = &self->pending;
  GHashTableIter iter;
  gpointer entity;

  for (guint i = 0; i < pending->removed->len; i++)
    {
      if (!tl_store_delete (self->store, g_ptr_array_index (pending->removed, i), error))
        return FALSE;
    }

  for (guint i = 0; i < pending->added->len; i++)
    {
      if (!tl_store_insert (self->store, g_ptr_array_index (pending->added, i), error))
        return FALSE;
    }

  g_hash_table_iter_init (&iter, pending->changed);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    {
      if (!tl_store_update (self->store, entity, error))
        return FALSE;
    }

  return TRUE;
}

/* The step is recorded first: then the state in which the document is found always is one that the history knows. */
static gboolean
commit_step (TlDocument  *self,
             GError     **error)
{
  g_autoptr (GBytes) changeset = tl_store_seal (self->store, error);
  g_autoptr (GBytes) committed = NULL;

  if (changeset == NULL)
    return FALSE;

  if (g_bytes_get_size (changeset) == 0)
    {
      tl_store_rollback (self->store);
      return TRUE;
    }

  committed = tl_store_commit_as (self->store, tl_document_begin_step (self, changeset), error);
  if (committed != NULL)
    tl_history_finish_step (self->history);
  else
    tl_history_abandon_step (self->history);

  return committed != NULL;
}

static gboolean
write_transaction (TlDocument  *self,
                   GError     **error)
{
  if (!tl_store_begin (self->store, error))
    return FALSE;

  if (write_rows (self, error))
    return commit_step (self, error);

  tl_store_rollback (self->store);
  return FALSE;
}

/**
 * tl_document_may_try_again:
 * @self: a document
 * @error: why something did not reach the disk
 *
 * One report of damage is no proof: a read error that passes looks the same.  So the file is looked at once more.
 *
 * Returns: whether the file is sound, and another attempt has a chance
 */
gboolean
tl_document_may_try_again (TlDocument   *self,
                           const GError *error)
{
  return g_error_matches (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED) &&
         tl_store_look_again (self->store, NULL);
}

static gboolean
write_pending (TlDocument  *self,
               GError     **error)
{
  g_autoptr (GError) first_error = NULL;

  if (write_transaction (self, &first_error))
    return TRUE;

  if (tl_document_may_try_again (self, first_error))
    return write_transaction (self, error);

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

static GPtrArray *
list_pending (TlDocument *self)
{
  GPtrArray *entities = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer entity;

  for (guint i = 0; i < self->pending.added->len; i++)
    g_ptr_array_add (entities, g_object_ref (g_ptr_array_index (self->pending.added, i)));

  g_hash_table_iter_init (&iter, self->pending.changed);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    g_ptr_array_add (entities, g_object_ref (entity));

  for (guint i = 0; i < self->pending.removed->len; i++)
    g_ptr_array_add (entities, g_object_ref (g_ptr_array_index (self->pending.removed, i)));

  return entities;
}

/**
 * tl_document_flush:
 * @self: a document
 * @error: return location for a #TlStoreError
 *
 * Writes what has happened so far as one step, unless it is part of a group that has not ended.
 *
 * Returns: whether that was written; %TRUE also within a group
 */
gboolean
tl_document_flush (TlDocument  *self,
                   GError     **error)
{
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  if (self->group_depth > 0)
    return TRUE;

  if (!tl_document_has_pending (self))
    {
      /* A group in which nothing happened has no name to leave to the next step. */
      g_clear_pointer (&self->pending.label, g_free);
      self->pending.is_group = FALSE;
      return TRUE;
    }

  g_return_val_if_fail (self->store != NULL, FALSE);

  tl_document_keep_before_write (self);
  g_clear_handle_id (&self->flush_source, g_source_remove);
  if (!write_pending (self, &local_error))
    {
      tl_document_set_storage_error (self, local_error->message);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  entities = list_pending (self);
  reset_pending (self);
  tl_document_set_storage_error (self, NULL);
  tl_document_notify_steps (self);
  tl_document_emit_changed (self, entities);
  return TRUE;
}

/**
 * tl_document_begin_group:
 * @self: a document
 * @label: what to call the step, such as "Rename Goal"; of nested groups the outermost names it
 *
 * From here to tl_document_end_group() all changes are one step.
 */
void
tl_document_begin_group (TlDocument *self,
                         const char *label)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (label != NULL);

  if (self->group_depth == 0)
    {
      g_autoptr (GError) error = NULL;

      /* What was done before the group is a step of its own, if it can be written. */
      if (!tl_document_flush (self, &error))
        g_signal_emit_by_name (self, "storage-failed", error);

      g_free (self->pending.label);
      self->pending.label = g_strdup (label);
      self->pending.is_group = TRUE;
    }

  self->group_depth++;
}

/**
 * tl_document_end_group:
 * @self: a document, within a group
 * @error: return location for a #TlStoreError
 *
 * Writes the group, when it is the outermost one.  What could not be written stays in memory; the caller may
 * take it back with tl_document_cancel_group(), or leave it to be written with the next group.
 *
 * Returns: whether the group is on the disk
 */
gboolean
tl_document_end_group (TlDocument  *self,
                       GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->group_depth > 0, FALSE);

  self->group_depth--;

  return tl_document_flush (self, error);
}

/* What was there before is read from the file.  When that has become something else, the edit stays on the screen,
 * and is no less worth keeping than any other. */
static gboolean
can_take_back (TlDocument *self)
{
  g_autoptr (GError) error = NULL;

  if (g_hash_table_size (self->pending.changed) == 0 || tl_store_verify_rows (self->store, &error))
    return TRUE;

  tl_document_set_storage_error (self, error->message);
  g_signal_emit_by_name (self, "storage-failed", error);
  return FALSE;
}

/* Reads again what was changed.  Returns what cannot be read any longer; the first reason is in @error. */
static GPtrArray *
reload_changed (TlDocument  *self,
                GError     **error)
{
  GPtrArray *unread = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer entity;

  g_hash_table_iter_init (&iter, self->pending.changed);
  while (g_hash_table_iter_next (&iter, &entity, NULL))
    {
      if (!tl_store_reload (self->store, self->model, entity, *error == NULL ? error : NULL))
        g_ptr_array_add (unread, g_object_ref (entity));
    }

  return unread;
}

/* What could not be taken back is an edit that has not reached the disk, and stays one. */
static void
keep_pending (TlDocument   *self,
              GPtrArray    *unread,
              const GError *error)
{
  for (guint i = 0; i < unread->len; i++)
    g_hash_table_add (self->pending.changed, g_object_ref (g_ptr_array_index (unread, i)));

  tl_document_set_storage_error (self, error != NULL ? error->message : NULL);
}

/**
 * tl_document_finish_group:
 * @self: a document, within a group
 *
 * Ends the group like tl_document_end_group(), for whoever has nothing to add when it cannot be written: the edit is
 * on the screen and goes to the disk with the next step, and #TlDocument::storage-failed says why it is not there.
 */
void
tl_document_finish_group (TlDocument *self)
{
  g_autoptr (GError) error = NULL;

  if (!tl_document_end_group (self, &error))
    g_signal_emit_by_name (self, "storage-failed", error);
}

/**
 * tl_document_cancel_group:
 * @self: a document
 *
 * Takes back everything that has not reached the disk, and ends the group if there is one.  When the file has become
 * something else meanwhile, what was there before is not known, and the edit stays.  So does the edit of what cannot
 * be read again, because the file is damaged; #TlDocument::storage-failed then says so.
 */
void
tl_document_cancel_group (TlDocument *self)
{
  g_autoptr (GPtrArray) entities = NULL;
  g_autoptr (GPtrArray) unread = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (!can_take_back (self))
    {
      self->group_depth = 0;
      return;
    }

  entities = list_pending (self);
  self->group_depth = 0;
  self->is_refreshing = TRUE;
  tl_model_begin_bulk (self->model);
  tl_document_hold_notices (entities);

  /* First, because what was removed may have been added again. */
  for (guint i = self->pending.added->len; i-- > 0;)
    tl_model_remove (self->model, g_ptr_array_index (self->pending.added, i));

  for (guint i = 0; i < self->pending.removed->len; i++)
    tl_model_add (self->model, g_ptr_array_index (self->pending.removed, i));

  unread = reload_changed (self, &error);

  /* References among what was removed may have been cleared on the way. */
  for (guint i = 0; i < self->pending.removed->len; i++)
    tl_store_reload (self->store, self->model, g_ptr_array_index (self->pending.removed, i),
                     error == NULL ? &error : NULL);

  tl_model_end_bulk (self->model);
  tl_document_release_notices (entities);
  self->is_refreshing = FALSE;
  self->revision++;
  g_clear_handle_id (&self->flush_source, g_source_remove);
  reset_pending (self);
  keep_pending (self, unread, error);
  tl_document_notify_steps (self);
  tl_document_emit_changed (self, entities);
  if (error != NULL)
    g_signal_emit_by_name (self, "storage-failed", error);
}
