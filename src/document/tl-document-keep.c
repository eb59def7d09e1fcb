/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens around a document's life to keep it safe: its lock is taken before the file is touched, it is backed up
 * before it is migrated and before its first edit of a day, and at the end the lock goes.
 *
 * That a backup cannot be made never keeps anybody from working: it is remembered, and tried again later.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-document-keep-private.h"
#include "tl-document-private.h"

#define BACKUPS "backups"

/* After a backup failed, how long it is not tried again, microseconds */
#define RETRY_AFTER (10 * 60 * G_USEC_PER_SEC)

/**
 * tl_document_keep_begin:
 * @self: a document that is about to open its file
 * @path: that file
 * @flags: how it was asked to be opened
 *
 * Takes the lock.  A folder that cannot be written to has none, and neither has a document that is only read.
 *
 * Returns: how to open it
 */
TlStoreOpenFlags
tl_document_keep_begin (TlDocument          *self,
                        const char          *path,
                        TlDocumentOpenFlags  flags)
{
  g_autoptr (GError) error = NULL;

  if ((flags & TL_DOCUMENT_OPEN_READ_ONLY) != 0)
    return TL_STORE_OPEN_READ_ONLY;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TL_STORE_OPEN_DEFAULT;

  self->lock = tl_lock_take (path, &self->lock_holder, &error);
  if (error != NULL)
    g_debug ("No lock: %s", error->message);

  return self->lock_holder != NULL ? TL_STORE_OPEN_READ_ONLY : TL_STORE_OPEN_DEFAULT;
}

/**
 * tl_document_keep_before_migration:
 * @path: the file
 * @from_version: the version of its schema
 * @to_version: the one it is going to have
 * @user_data: unused
 * @error: return location for a #TlStoreError
 *
 * Backs up a file of an older format.  It may have no identity yet, so the backup waits under its path.
 *
 * Returns: whether the backup was made; otherwise the file must be left as it is
 */
gboolean
tl_document_keep_before_migration (const char  *path,
                                   int          from_version,
                                   int          to_version,
                                   gpointer     user_data,
                                   GError     **error)
{
  g_autofree char *folder = tl_document_folder_get_unnamed (path);

  return tl_backups_make_from (NULL, path, folder, TL_BACKUP_MIGRATION, error);
}

/* Once a document has an identity, what was kept under its path belongs to it. */
static void
adopt_backups (TlDocument *self,
               const char *path)
{
  g_autofree char *from = tl_document_folder_find_unnamed (path);
  g_autofree char *to = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  if (from == NULL)
    return;

  to = tl_document_folder_get (tl_store_get_id (self->store), BACKUPS);
  backups = tl_backups_read_folder (from);
  for (guint i = 0; i < backups->len && to != NULL; i++)
    {
      GFile *file = tl_backup_get_file (g_ptr_array_index (backups, i));
      g_autofree char *name = g_file_get_basename (file);
      g_autofree char *target = g_build_filename (to, name, NULL);

      g_rename (g_file_peek_path (file), target);
    }
  tl_document_folder_remove_unnamed (from);
}

/**
 * tl_document_keep_opened:
 * @self: a document that has just been opened or made
 * @is_new: whether it was made, and so holds nothing yet that could be lost
 */
void
tl_document_keep_opened (TlDocument *self,
                         gboolean    is_new)
{
  const char *path = tl_store_get_path (self->store);

  /* Nobody has a document open that has just been made: a lock of its name is left over from another one. */
  if (is_new)
    {
      self->backup_day = tl_date_today ();
      self->lock = tl_lock_take_over (path, NULL);
    }

  /* Whoever may only read must not keep those out who may write. */
  if (tl_document_get_read_only (self))
    {
      g_clear_pointer (&self->lock, tl_lock_release);
      return;
    }

  tl_document_folder_remember (tl_store_get_id (self->store), path);
  adopt_backups (self, path);
}

static gboolean
has_backup_of (TlDocument *self,
               TlDate      day)
{
  g_autofree char *folder = tl_document_folder_get (tl_store_get_id (self->store), BACKUPS);
  g_autoptr (GPtrArray) backups = NULL;

  if (folder == NULL)
    return FALSE;

  backups = tl_backups_read_folder (folder);
  for (guint i = 0; i < backups->len; i++)
    {
      g_autoptr (GDateTime) local = g_date_time_to_local (tl_backup_get_date (g_ptr_array_index (backups, i)));

      if (tl_date_new (g_date_time_get_year (local), g_date_time_get_month (local),
                       g_date_time_get_day_of_month (local)) == day)
        return TRUE;
    }

  return FALSE;
}

static void
remember_failure (TlDocument *self,
                  GError     *error)
{
  self->backup_retry = g_get_monotonic_time () + RETRY_AFTER;
  g_debug ("No backup: %s", error->message);
  tl_document_set_backup_error (self, error);
}

/**
 * tl_document_keep_before_write:
 * @self: a document that is about to be written to
 *
 * Backs it up when this is the first edit of the day.  A document with nothing in it has nothing to lose.
 */
void
tl_document_keep_before_write (TlDocument *self)
{
  TlDate today = tl_date_today ();
  GError *error = NULL;

  if (self->backup_day == today || g_get_monotonic_time () < self->backup_retry || tl_document_get_read_only (self))
    return;

  if (tl_store_is_empty (self->store))
    return;

  if (has_backup_of (self, today))
    self->backup_day = today;
  else if (!tl_backups_make (self, TL_BACKUP_DAILY, &error))
    remember_failure (self, error);
}

/**
 * tl_document_backup_before:
 * @self: a document
 * @reason: what is going to be done
 *
 * Backs the document up before a large edit, unless there is nothing in it: an empty backup would help nobody, and would
 * stand for that of the day.  When that fails the edit may go on all the same, for it can be undone;
 * tl_document_get_backup_error() says what happened.
 */
void
tl_document_backup_before (TlDocument     *self,
                           TlBackupReason  reason)
{
  GError *error = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));

  if (self->store == NULL || tl_document_get_read_only (self))
    return;

  if (tl_document_flush (self, NULL) && tl_store_is_empty (self->store))
    return;

  if (!tl_document_flush (self, NULL) || !tl_backups_make (self, reason, &error))
    {
      if (error != NULL)
        remember_failure (self, error);
    }
}

/**
 * tl_document_get_backup_error:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the last backup could not be made; %NULL when it was
 */
const GError *
tl_document_get_backup_error (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->backup_error;
}

/**
 * tl_document_keep_end:
 * @self: a document that has let go of its file
 */
void
tl_document_keep_end (TlDocument *self)
{
  g_clear_pointer (&self->lock, tl_lock_release);
  g_clear_pointer (&self->lock_holder, tl_lock_holder_free);
  g_clear_error (&self->backup_error);
}
