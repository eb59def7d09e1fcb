/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups: made beside where they are going to stand, checked, put in place, and only then are older ones let go.
 *
 * Whatever fails on the way, and wherever, what was there before is there still: a backup is never written over, and
 * none is thrown away before the new one has been opened, counted and synced to the disk.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-document-keep-private.h"
#include "tl-document-private.h"
#include "tl-store-summary.h"

#define BACKUPS "backups"

/* A backup that is being made.  What a killed process left under this name is thrown away by the next one. */
#define UNFINISHED "unfinished"

TlBackupsFault tl_backups_fault = NULL;

static gboolean
has_failed (const char  *step,
            GError     **error)
{
  if (tl_backups_fault == NULL || !tl_backups_fault (step))
    return FALSE;

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO, "The step “%s” was made to fail", step);
  return TRUE;
}

static gboolean
set_file_error (GError     **error,
                const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, TL_STORE_ERROR,
               code == ENOSPC || code == EDQUOT ? TL_STORE_ERROR_FULL : TL_STORE_ERROR_IO,
               _("No backup could be made: “%s” could not be written (%s)."), name, g_strerror (code));
  return FALSE;
}

static gboolean
sync_path (const char  *path,
           GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    set_file_error (error, path);
  if (fd >= 0)
    close (fd);
  return synced;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  TlBackup *first = *(TlBackup **) a;
  TlBackup *second = *(TlBackup **) b;

  return g_date_time_compare (tl_backup_get_date (first), tl_backup_get_date (second));
}

/**
 * tl_backups_read_folder:
 * @folder: a folder of backups
 *
 * Returns: (transfer full) (element-type TlBackup): those in it, the oldest first
 */
GPtrArray *
tl_backups_read_folder (const char *folder)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      TlBackup *backup = tl_backup_new_for_file (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }

  g_ptr_array_sort (backups, compare_dates);
  return backups;
}

static gboolean
write_copy (TlStore     *store,
            const char  *path,
            const char  *copy,
            GError     **error)
{
  if (has_failed ("copy", error))
    return FALSE;

  return store != NULL ? tl_store_copy_to (store, copy, error) : tl_store_copy_file (path, copy, NULL, error);
}

/* From here on the backup counts: it has been opened, and it is on the disk. */
static char *
put_in_place (const char      *copy,
              const char      *folder,
              TlBackupReason   reason,
              GError         **error)
{
  g_auto (TlStoreSummary) summary = { NULL };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  if (has_failed ("check", error) || !tl_store_summarise (copy, &summary, error) ||
      has_failed ("sync", error) || !sync_path (copy, error))
    return NULL;

  name = tl_backup_make_name (now, reason, summary.n_goals, summary.n_people);
  path = g_build_filename (folder, name, NULL);
  if (has_failed ("rename", error))
    return NULL;

  if (g_rename (copy, path) != 0)
    {
      set_file_error (error, path);
      return NULL;
    }

  return !has_failed ("folder", error) && sync_path (folder, error) ? g_steal_pointer (&name) : NULL;
}

/**
 * tl_backups_make_from:
 * @store: (nullable): the open document
 * @path: its path, from which it is copied when @store is %NULL
 * @folder: where its backups are
 * @reason: why one is made
 * @error: return location for a #TlStoreError
 *
 * Returns: whether the backup was made, and is sound and on the disk
 */
gboolean
tl_backups_make_from (TlStore         *store,
                      const char      *path,
                      const char      *folder,
                      TlBackupReason   reason,
                      GError         **error)
{
  g_autofree char *copy = g_build_filename (folder, UNFINISHED, NULL);
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  g_autofree char *name = NULL;

  g_unlink (copy);
  g_unlink (journal);
  if (write_copy (store, path, copy, error))
    name = put_in_place (copy, folder, reason, error);

  if (name == NULL)
    {
      g_unlink (copy);
      return FALSE;
    }

  tl_backups_thin (folder, name);
  return TRUE;
}

/**
 * tl_backups_make:
 * @document: an open document
 * @reason: why
 * @error: return location for a #TlStoreError
 *
 * Makes a backup of the document as it stands on the disk.
 *
 * Returns: whether it was made, and is sound and on the disk
 */
gboolean
tl_backups_make (TlDocument      *document,
                 TlBackupReason   reason,
                 GError         **error)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (document->store != NULL, FALSE);

  folder = tl_document_folder_get (tl_store_get_id (document->store), BACKUPS);
  if (folder == NULL)
    {
      g_autofree char *name = tl_document_dup_name (document);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                   _("No backup of “%s” could be made: it does not say which document it is."), name);
      return FALSE;
    }

  if (!tl_backups_make_from (document->store, NULL, folder, reason, error))
    return FALSE;

  document->backup_day = tl_date_today ();
  tl_document_set_backup_error (document, NULL);
  return TRUE;
}

/* Adds the backups of @folder, which are the older ones first, to a list that has the newest first. */
static void
add_to_list (GListStore *list,
             const char *folder)
{
  g_autoptr (GPtrArray) backups = tl_backups_read_folder (folder);

  for (guint i = backups->len; i-- > 0;)
    g_list_store_append (list, g_ptr_array_index (backups, i));
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b,
                      gpointer      user_data)
{
  return g_date_time_compare (tl_backup_get_date ((TlBackup *) b), tl_backup_get_date ((TlBackup *) a));
}

/**
 * tl_backups_list:
 * @document_id: the identity of a document
 *
 * Returns: (transfer full) (element-type TlBackup): its backups, the newest first; as they are now, not kept up to
 *   date
 */
GListModel *
tl_backups_list (const char *document_id)
{
  GListStore *list = g_list_store_new (TL_TYPE_BACKUP);
  g_autofree char *folder = tl_document_folder_get (document_id, BACKUPS);

  if (folder != NULL)
    add_to_list (list, folder);

  return G_LIST_MODEL (list);
}

static void
add_documents (GListStore *list,
               GPtrArray  *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      g_autofree char *folder = tl_document_folder_get (g_ptr_array_index (ids, i), BACKUPS);

      add_to_list (list, folder);
    }
}

/**
 * tl_backups_list_for_file:
 * @file: a document's file, which may be damaged or gone, and which nobody has open
 *
 * Which document it is, is read from the file if it can be; otherwise it is whichever was last seen there.
 *
 * Returns: (transfer full) (element-type TlBackup): its backups, the newest first
 */
GListModel *
tl_backups_list_for_file (GFile *file)
{
  GListStore *list = g_list_store_new (TL_TYPE_BACKUP);
  g_autofree char *given = NULL;
  g_autofree char *path = NULL;
  g_autofree char *id = NULL;
  g_autofree char *unnamed = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  given = g_file_get_path (file);
  if (given == NULL)
    return G_LIST_MODEL (list);

  path = g_canonicalize_filename (given, NULL);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    id = tl_store_dup_id_of_file (path);

  if (id != NULL && g_uuid_string_is_valid (id))
    {
      g_autofree char *folder = tl_document_folder_get (id, BACKUPS);

      add_to_list (list, folder);
    }
  else
    {
      g_autoptr (GPtrArray) ids = tl_document_folder_find_by_path (path);

      add_documents (list, ids);
    }

  unnamed = tl_document_folder_find_unnamed (path);
  if (unnamed != NULL)
    add_to_list (list, unnamed);
  tl_document_folder_remove_unnamed (unnamed);
  g_list_store_sort (list, compare_newest_first, NULL);
  return G_LIST_MODEL (list);
}
