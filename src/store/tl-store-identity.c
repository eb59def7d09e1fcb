/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose file it is that is about to be written to: the same document, in the state in which it was left.
 *
 * A file can be renamed, deleted, replaced or overwritten while it is open, by a person, a sync service or a backup
 * that is put back.  SQLite notices that its file has another name now, but takes an older copy that was written
 * into the same file for its own as long as the counter of changes in it is the same, and then mixes old pages
 * with remembered new ones.  So before each write nothing remembered is trusted: the file's place is looked at, the
 * pages in memory are let go, and the document's identity and state are read anew under the lock for writing.
 * Watching the file for changes was rejected: news of them comes late, and on many network drives never.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "tl-store-private.h"

/* Where Linux lists what this process has open; asking there opens nothing. */
#define OPEN_FILES "/proc/self/fd"

static char *
dup_uuid_column (sqlite3_stmt *statement,
                 int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  /* The identity names a folder of ours, so a file must not choose it freely. */
  return text != NULL && g_uuid_string_is_valid (text) ? g_strdup (text) : NULL;
}

/**
 * tl_identity_read:
 * @db: a database
 * @id: (out) (transfer full) (nullable): which document it is; %NULL when it does not say
 * @state: (out) (transfer full) (nullable): in which state; %NULL when it does not say
 *
 * Returns: %SQLITE_OK, also when there is no such row; otherwise what went wrong
 */
int
tl_identity_read (sqlite3  *db,
                  char    **id,
                  char    **state)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (db, "SELECT id, state FROM document", -1, &statement, NULL);

  *id = NULL;
  *state = NULL;

  if (result == SQLITE_OK && (result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      *id = dup_uuid_column (statement, 0);
      *state = dup_uuid_column (statement, 1);
      result = sqlite3_step (statement);
    }

  /* Two identities are none. */
  if (result == SQLITE_ROW || *id == NULL || *state == NULL)
    {
      g_clear_pointer (id, g_free);
      g_clear_pointer (state, g_free);
    }

  sqlite3_finalize (statement);
  return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

/**
 * tl_identity_write:
 * @db: a database, within a transaction
 * @id: which document it is
 * @state: in which state
 *
 * Returns: whether that was written; otherwise @db says why not
 */
gboolean
tl_identity_write (sqlite3    *db,
                   const char *id,
                   const char *state)
{
  sqlite3_stmt *statement = NULL;
  gboolean written;

  written = sqlite3_exec (db, "DELETE FROM document", NULL, NULL, NULL) == SQLITE_OK &&
            sqlite3_prepare_v2 (db, "INSERT INTO document (id, state) VALUES (?1, ?2)", -1,
                                &statement, NULL) == SQLITE_OK &&
            sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC) == SQLITE_OK &&
            sqlite3_bind_text (statement, 2, state, -1, SQLITE_STATIC) == SQLITE_OK &&
            sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_finalize (statement);
  return written;
}

/**
 * tl_identity_renew:
 * @db: a database, within a transaction
 *
 * Makes it another document than the one it was, if it was any.
 *
 * Returns: whether that was written; otherwise @db says why not
 */
gboolean
tl_identity_renew (sqlite3 *db)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *state = g_uuid_string_random ();

  return tl_identity_write (db, id, state);
}

static gboolean
renew_in_transaction (TlStore  *self,
                      GError  **error)
{
  if (!tl_store_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (tl_identity_renew (self->db))
    return tl_store_execute (self, "COMMIT", error);

  tl_store_set_error (self, error);
  tl_store_rollback (self);
  return FALSE;
}

static gboolean
remember (TlStore  *self,
          GError  **error)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->state, g_free);
  if (tl_identity_read (self->db, &self->id, &self->state) == SQLITE_OK)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

/**
 * tl_store_init_identity:
 * @self: a store whose file has been accepted and is of this version
 * @error: return location for a #TlStoreError
 *
 * Learns which document it is, and in which state.  A document that does not say (nothing of ours leaves it so) is
 * given a new identity: it holds people's work all the same.
 *
 * Returns: whether both are known
 */
gboolean
tl_store_init_identity (TlStore  *self,
                        GError  **error)
{
  if (!remember (self, error))
    return FALSE;
  if (self->id != NULL)
    return TRUE;

  if (!self->read_only)
    return renew_in_transaction (self, error) && remember (self, error);

  self->id = g_uuid_string_random ();
  self->state = g_uuid_string_random ();
  return TRUE;
}

static gboolean
is_our_file (TlStore        *self,
             const GStatBuf *info)
{
  return info->st_dev == self->device && info->st_ino == self->inode;
}

/* Where the file that is still open is now; %NULL when it has no name any longer, or none that can be found */
static char *
find_new_name (TlStore *self)
{
  g_autoptr (GDir) open_files = g_dir_open (OPEN_FILES, 0, NULL);
  const char *number;

  while (open_files != NULL && (number = g_dir_read_name (open_files)) != NULL)
    {
      g_autofree char *entry = g_build_filename (OPEN_FILES, number, NULL);
      g_autofree char *path = NULL;
      GStatBuf info;

      if (g_stat (entry, &info) != 0 || !is_our_file (self, &info))
        continue;

      path = info.st_nlink > 0 ? g_file_read_link (entry, NULL) : NULL;
      return path != NULL ? g_filename_display_basename (path) : NULL;
    }

  return NULL;
}

/**
 * tl_store_set_moved_error:
 * @self: a store whose file is no longer where it was
 * @error: return location for the error
 *
 * Says what has become of the file, as far as it can be known.
 */
void
tl_store_set_moved_error (TlStore  *self,
                          GError  **error)
{
  g_autofree char *new_name = find_new_name (self);

  if (g_access (self->path, F_OK) == 0)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_REPLACED,
                 _("“%s” was replaced by another file of that name while it was open. What you see here is still "
                   "complete, and that file was left as it is: save a copy elsewhere."),
                 self->display_name);
  else if (new_name != NULL)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_MOVED,
                 _("“%s” was moved or renamed while it was open; its name is “%s” now. What you see here is still "
                   "complete: give it its old name and place again, or save a copy."),
                 self->display_name, new_name);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_MOVED,
                 _("“%s” was deleted or is out of reach. What you see here is still complete: save a copy."),
                 self->display_name);
}

/* Whether the file at the path is the one that is open */
static gboolean
check_place (TlStore  *self,
             GError  **error)
{
  GStatBuf info;

  if (g_stat (self->path, &info) == 0 && is_our_file (self, &info))
    return TRUE;

  tl_store_set_moved_error (self, error);
  return FALSE;
}

/* What stands where the document was can be anything, so only what says nothing about it is said as it is. */
static gboolean
is_about_reading (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_CORRUPT:
    case SQLITE_IOERR:
    case SQLITE_FULL:
    case SQLITE_NOMEM:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
    case SQLITE_INTERRUPT:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
set_replaced_error (TlStore   *self,
                    gboolean   same_document,
                    GError   **error)
{
  if (same_document)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_REPLACED,
                 _("“%s” was changed elsewhere, or an older copy of it was put back, while it was open. Nothing was "
                   "written over that. What you see here is still complete: save a copy of it, and compare."),
                 self->display_name);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_REPLACED,
                 _("“%s” was overwritten with something else while it was open. What you see here is still complete: "
                   "save a copy elsewhere."),
                 self->display_name);
}

/* A lock for writing is held, or nothing is going to be written. */
static gboolean
check_identity (TlStore  *self,
                GError  **error)
{
  g_autofree char *id = NULL;
  g_autofree char *state = NULL;
  int result = tl_identity_read (self->db, &id, &state);

  if (result != SQLITE_OK && is_about_reading (result))
    {
      tl_store_set_error (self, error);
      return FALSE;
    }

  if (result == SQLITE_OK && g_strcmp0 (id, self->id) == 0 && g_strcmp0 (state, self->state) == 0)
    return TRUE;

  set_replaced_error (self, result == SQLITE_OK && g_strcmp0 (id, self->id) == 0, error);
  return FALSE;
}

/**
 * tl_store_begin_writing:
 * @self: a store, not within a transaction
 * @error: return location for a #TlStoreError
 *
 * Begins a transaction in which may be written, if the file still is the document, as it was left.
 *
 * Returns: whether it began
 */
gboolean
tl_store_begin_writing (TlStore  *self,
                        GError  **error)
{
  int result;

  if (self->read_only)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY,
                   _("“%s” can only be read. Save a copy elsewhere to change it."), self->display_name);
      return FALSE;
    }

  if (!check_place (self, error))
    return FALSE;

  sqlite3_db_release_memory (self->db);
  result = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (result != SQLITE_OK)
    {
      if (is_about_reading (result))
        tl_store_set_error (self, error);
      else
        set_replaced_error (self, FALSE, error);
      return FALSE;
    }

  if (check_identity (self, error))
    return TRUE;

  tl_store_rollback (self);
  return FALSE;
}

/**
 * tl_store_verify_rows:
 * @self: a store, not within a transaction
 * @error: return location for a #TlStoreError
 *
 * Does not ask where the file is: one that was renamed or deleted can still be read.
 *
 * Returns: whether the file that is open holds the document, as it was left
 */
gboolean
tl_store_verify_rows (TlStore  *self,
                         GError  **error)
{
  sqlite3_db_release_memory (self->db);
  return self->is_in_memory || check_identity (self, error);
}

/**
 * tl_store_verify:
 * @self: a store, not within a transaction
 * @error: return location for a #TlStoreError
 *
 * Returns: whether what would be read from the file now is the document, as it was left
 */
gboolean
tl_store_verify (TlStore  *self,
                 GError  **error)
{
  if (self->is_in_memory)
    return TRUE;

  return check_place (self, error) && tl_store_verify_rows (self, error);
}

/**
 * tl_store_get_id:
 * @self: a store
 *
 * Returns: (transfer none): which document it is, a UUID that stays as long as the file is edited
 */
const char *
tl_store_get_id (TlStore *self)
{
  return self->id;
}

/**
 * tl_store_get_state:
 * @self: a store
 *
 * Returns: (transfer none): in which state it is on the disk, a UUID: two files with the same state hold the same
 */
const char *
tl_store_get_state (TlStore *self)
{
  return self->state;
}
