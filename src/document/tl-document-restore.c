/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two ways in which a whole document becomes another: a backup is restored, and a document that was open for reading
 * is taken over, which may have been changed meanwhile.  The objects stay; what differs is told as after an undo.
 *
 * A backup is never opened where it stands: opening migrates an older one, and a backup is not to be changed.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-changeset.h"
#include "tl-document-keep-private.h"
#include "tl-document-private.h"
#include "tl-edits-private.h"
#include "tl-store-summary.h"

/* A copy of the backup that is being restored.  What a killed process left is thrown away by the next restoring. */
#define COPY "restoring"

static void
unlink_copy (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

static void
remove_copy (char *path)
{
  unlink_copy (path);
  g_free (path);
}

typedef char TlCopy;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCopy, remove_copy)

/* Reading it whole shows that restoring it cannot fail half-way. */
static gboolean
check_copy (const char  *path,
            GError     **error)
{
  g_autoptr (TlStore) store = tl_store_open (path, NULL, error);
  g_autoptr (TlModel) model = tl_model_new ();

  if (store == NULL || !tl_store_load (store, model, error))
    return FALSE;

  if (tl_model_get_settings (model) != NULL && tl_model_get_organisation (model) != NULL)
    return TRUE;

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
               _("The backup has lost its settings or its organisation and cannot be restored. Choose another one."));
  return FALSE;
}

/**
 * tl_document_restore:
 * @self: an open document, not within a group
 * @backup: a backup of it
 * @error: return location for a #TlStoreError
 *
 * Gives the document the content of the backup, as one step that can be undone.  A backup of what was there is made
 * before; when that fails nothing is restored.
 *
 * Returns: whether the document now holds what the backup holds; when not, nothing has changed
 */
gboolean
tl_document_restore (TlDocument  *self,
                     TlBackup    *backup,
                     GError     **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (TlCopy) copy = NULL;
  g_autoptr (GBytes) changeset = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (TL_IS_BACKUP (backup), FALSE);
  g_return_val_if_fail (self->store != NULL && self->group_depth == 0, FALSE);

  if (tl_document_get_read_only (self))
    {
      g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY,
                   _("This document can only be read, so no backup can be restored into it."));
      return FALSE;
    }

  folder = tl_document_folder_get (tl_store_get_id (self->store), NULL);
  copy = g_build_filename (folder, COPY, NULL);
  unlink_copy (copy);

  /* Copied before another one is made, which may be the reason for this one to be let go. */
  if (!tl_document_flush (self, error) ||
      !tl_store_copy_file (g_file_peek_path (tl_backup_get_file (backup)), copy, NULL, error) ||
      !check_copy (copy, error) ||
      !tl_backups_make (self, TL_BACKUP_RESTORE, error))
    return FALSE;

  changeset = tl_store_diff_to (self->store, copy, error);
  if (changeset == NULL)
    return FALSE;

  return tl_document_apply_step (self, _("Restore Backup"), changeset, error);
}

/**
 * tl_document_get_lock_holder:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): who else has it open, and why it can therefore only be read; %NULL when nobody
 */
const TlLockHolder *
tl_document_get_lock_holder (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->lock_holder;
}

static TlStore *
open_store (const char        *path,
            TlStoreOpenFlags   flags,
            GError           **error)
{
  return tl_store_open_full (path, flags, tl_document_keep_before_migration, NULL, NULL, error);
}

/* What has become of the rows since they were read.  When they cannot be had, or the file can only be read, the
 * document goes on as before: open for reading, if the file can still be opened at all. */
static GPtrArray *
open_for_writing (TlDocument  *self,
                  GError     **error)
{
  g_autofree char *path = g_strdup (tl_store_get_path (self->store));
  GPtrArray *changes = NULL;

  g_clear_pointer (&self->drafts, tl_drafts_close);
  g_clear_pointer (&self->history, tl_history_free);
  g_clear_pointer (&self->store, tl_store_close);
  self->store = open_store (path, TL_STORE_OPEN_DEFAULT, error);

  if (self->store != NULL && tl_store_get_read_only (self->store))
    tl_edits_check_writable (self, error);
  else if (self->store != NULL)
    changes = tl_store_list_all_rows (self->store, self->model, error);

  if (changes == NULL)
    {
      g_clear_pointer (&self->store, tl_store_close);
      self->store = open_store (path, TL_STORE_OPEN_READ_ONLY, NULL);
    }
  if (self->store != NULL)
    tl_document_open_history (self);

  return changes;
}

/**
 * tl_document_take_over:
 * @self: a document that is open for reading because somebody else has it open
 * @error: return location for an error
 *
 * Takes the lock, whoever holds it, and makes the document one that can be edited.  What was changed by the other
 * since it was opened here is shown.  For a holder who is gone, or for a person who knows better.
 *
 * Returns: whether it can be edited now
 */
gboolean
tl_document_take_over (TlDocument  *self,
                       GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);

  if (self->lock_holder == NULL)
    return tl_edits_check_writable (self, error);

  self->lock = tl_lock_take_over (tl_store_get_path (self->store), error);
  if (self->lock == NULL)
    return FALSE;

  changes = open_for_writing (self, error);
  if (changes == NULL)
    {
      g_clear_pointer (&self->lock, tl_lock_release);
      return FALSE;
    }

  g_clear_pointer (&self->lock_holder, tl_lock_holder_free);
  tl_document_refresh (self, changes);
  tl_document_keep_opened (self, FALSE);
  g_object_notify (G_OBJECT (self), "read-only");
  tl_document_notify_steps (self);
  return TRUE;
}
