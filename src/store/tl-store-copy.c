/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of a document.
 *
 * An exact copy has the identity and the state of the document: a backup.  What a person saves as a copy goes its own
 * way from then on, so it becomes a document of its own; else the two would share one history.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-store-private.h"

/**
 * tl_store_create_private_file:
 * @path: the absolute path of a file that does not exist
 * @error: return location for a #TlStoreError
 *
 * Makes an empty file that nobody else can read.
 *
 * Returns: whether it was made; when there is a file of that name, it was left alone
 */
gboolean
tl_store_create_private_file (const char  *path,
                              GError     **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0)
    return g_close (fd, error);

  if (errno == EEXIST)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_EXISTS,
                 _("There is already a file named “%s”. Choose another name."), name);
  else
    g_set_error (error, TL_STORE_ERROR,
                 errno == ENOSPC || errno == EDQUOT ? TL_STORE_ERROR_FULL : TL_STORE_ERROR_READ_ONLY,
                 _("“%s” could not be created: %s."), name, g_strerror (errno));
  return FALSE;
}

static gboolean
vacuum_into (TlStore     *self,
             const char  *path,
             GError     **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean copied;

  copied = sqlite3_prepare_v2 (self->db, "VACUUM INTO ?1", -1, &statement, NULL) == SQLITE_OK &&
           sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
           sqlite3_step (statement) == SQLITE_DONE;
  if (!copied)
    tl_store_set_error (self, error);

  sqlite3_finalize (statement);
  return copied;
}

/**
 * tl_store_copy_to:
 * @self: a store
 * @path: the absolute path of a file that does not exist
 * @error: return location for a #TlStoreError
 *
 * Writes a copy of the document as it stands on the disk, with its identity and its state.  Nothing is left behind on
 * failure.
 *
 * Returns: whether the copy is whole
 */
gboolean
tl_store_copy_to (TlStore     *self,
                  const char  *path,
                  GError     **error)
{
  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);

  if (!tl_store_verify (self, error) || !tl_store_create_private_file (path, error))
    return FALSE;

  if (vacuum_into (self, path, error))
    return TRUE;

  g_unlink (path);
  return FALSE;
}

/* The copy is nobody else's yet, so it is opened without further ado. */
static gboolean
make_another_document (const char  *path,
                       GError     **error)
{
  TlStore copy = { .path = (char *) path };
  g_autofree char *name = g_filename_display_basename (path);
  gboolean renewed;

  copy.display_name = name;
  renewed = sqlite3_open_v2 (path, &copy.db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
            sqlite3_exec (copy.db, "PRAGMA synchronous = EXTRA; BEGIN IMMEDIATE", NULL, NULL, NULL) == SQLITE_OK &&
            tl_identity_renew (copy.db) &&
            sqlite3_exec (copy.db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
  if (!renewed)
    tl_store_set_error (&copy, error);

  sqlite3_close (copy.db);
  return renewed;
}

/**
 * tl_store_copy_as_new:
 * @self: a store
 * @path: the absolute path of a file that does not exist
 * @error: return location for a #TlStoreError
 *
 * Writes a copy of the document as it stands on the disk, which is a document of its own.  Nothing is left behind on
 * failure.
 *
 * Returns: whether the copy is whole
 */
gboolean
tl_store_copy_as_new (TlStore     *self,
                      const char  *path,
                      GError     **error)
{
  if (!tl_store_copy_to (self, path, error))
    return FALSE;

  if (make_another_document (path, error))
    return TRUE;

  g_unlink (path);
  return FALSE;
}

/**
 * tl_store_open_to_look:
 * @self: (out caller-allocates): a store without tables, for reading only
 * @path: the absolute path of a file
 * @cancellable: (nullable): stops what is done with it
 * @error: return location for a #TlStoreError
 *
 * Opens a file that may be open already, and that has been accepted as a document before.  The caller ends with
 * tl_store_end_look().
 *
 * Returns: whether it is open
 */
gboolean
tl_store_open_to_look (TlStore       *self,
                       const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  *self = (TlStore) { .path = g_strdup (path), .display_name = g_filename_display_basename (path), .read_only = TRUE };

  if (sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK)
    {
      tl_store_configure (self);
      tl_store_limit (self, cancellable, 0);
      return TRUE;
    }

  tl_store_set_error (self, error);
  tl_store_end_look (self);
  return FALSE;
}

/**
 * tl_store_end_look:
 * @self: what tl_store_open_to_look() has made
 */
void
tl_store_end_look (TlStore *self)
{
  g_clear_pointer (&self->db, sqlite3_close);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->display_name, g_free);
  g_clear_pointer (&self->path, g_free);
}

static gboolean
fill_copy (TlStore     *from,
           const char  *path,
           GError     **error)
{
  TlStore copy = { .path = (char *) path };
  g_autofree char *name = g_filename_display_basename (path);
  gboolean copied;

  copy.display_name = name;
  copied = sqlite3_open_v2 (path, &copy.db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
           sqlite3_exec (copy.db, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL) == SQLITE_OK &&
           tl_store_copy_database (from->db, copy.db);
  if (!copied)
    tl_store_set_error (&copy, error);

  sqlite3_close (copy.db);
  return copied;
}

/**
 * tl_store_copy_file:
 * @from: the absolute path of a document of any version, which may be open
 * @to: the absolute path of a file that does not exist
 * @cancellable: (nullable): stops copying
 * @error: return location for a #TlStoreError
 *
 * Copies a document page by page, as it is: of the same version, with the same identity and the same state.  Nothing
 * is left behind on failure.  Copying it by other means would let go of the locks of this process.
 *
 * Returns: whether the copy is whole
 */
gboolean
tl_store_copy_file (const char    *from,
                    const char    *to,
                    GCancellable  *cancellable,
                    GError       **error)
{
  TlStore store;
  gboolean copied;

  g_return_val_if_fail (from != NULL && g_path_is_absolute (from), FALSE);
  g_return_val_if_fail (to != NULL && g_path_is_absolute (to), FALSE);

  if (!tl_store_create_private_file (to, error))
    return FALSE;

  copied = tl_store_open_to_look (&store, from, cancellable, error) && fill_copy (&store, to, error);
  tl_store_end_look (&store);
  if (!copied)
    g_unlink (to);

  return copied;
}

static gboolean
insert_all (TlStore  *store,
            TlModel  *model,
            GError  **error)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = tl_model_get_list (model, types[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TlEntity) entity = g_list_model_get_item (list, j);

          if (!tl_store_insert (store, entity, error))
            return FALSE;
        }
    }

  return TRUE;
}

/**
 * tl_store_write_model:
 * @path: (type filename): a file that does not exist
 * @model: what it is to hold
 * @error: return location for a #TlStoreError
 *
 * Writes a new document, with an identity of its own.  Nothing is left behind on failure.
 *
 * Returns: whether the document is whole
 */
gboolean
tl_store_write_model (const char  *path,
                      TlModel     *model,
                      GError     **error)
{
  g_autoptr (TlStore) store = NULL;
  g_autoptr (GBytes) changeset = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (TL_IS_MODEL (model), FALSE);

  store = tl_store_create (path, error);
  if (store == NULL)
    return FALSE;

  if (tl_store_begin (store, error) && insert_all (store, model, error))
    changeset = tl_store_commit (store, error);
  g_clear_pointer (&store, tl_store_close);

  if (changeset == NULL)
    g_unlink (path);

  return changeset != NULL;
}
