/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One document's file: an SQLite database that is written in transactions, each recorded as a changeset.
 *
 * The choices that keep people's work: a rollback journal, so that the document is one file that can be mailed,
 * copied while it is open, and read from a folder that cannot be written to (a WAL document cannot);
 * synchronous=EXTRA, the only setting under which nothing that was acknowledged was lost in simulated power cuts;
 * secure_delete, so that what is deleted is gone.  The file is private to its owner from its first byte.
 *
 * Recording every transaction with SQLite's session extension makes undo a property of storing, not of features.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-schema.h"
#include "tl-store-private.h"

G_DEFINE_QUARK (tl-store-error-quark, tl_store_error)

/* How many steps of SQLite's machine between two looks at the clock and the cancellable */
#define PROGRESS_STEPS 10000

/**
 * tl_store_execute:
 * @self: a store
 * @sql: statements that return nothing of interest
 * @error: return location for an error
 *
 * Returns: whether all of them were carried out
 */
gboolean
tl_store_execute (TlStore     *self,
                  const char  *sql,
                  GError     **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

/**
 * tl_store_query_int:
 * @self: a store
 * @sql: a statement that returns one integer
 * @value: (out): that integer
 * @error: return location for an error
 *
 * Returns: whether it did
 */
gboolean
tl_store_query_int (TlStore     *self,
                    const char  *sql,
                    gint64      *value,
                    GError     **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean found = FALSE;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    {
      *value = sqlite3_column_int64 (statement, 0);
      found = TRUE;
    }
  else
    {
      tl_store_set_error (self, error);
    }

  sqlite3_finalize (statement);
  return found;
}

static int
progress_cb (gpointer user_data)
{
  TlStore *self = user_data;

  return g_cancellable_is_cancelled (self->cancellable) ||
         (self->deadline != 0 && g_get_monotonic_time () > self->deadline);
}

/**
 * tl_store_limit:
 * @self: a store
 * @cancellable: (nullable): stops what SQLite is doing
 * @seconds: how long SQLite may take from now on; 0 for as long as it needs
 *
 * A hostile file can make a harmless statement run for ever.
 */
void
tl_store_limit (TlStore      *self,
                GCancellable *cancellable,
                guint         seconds)
{
  g_set_object (&self->cancellable, cancellable);
  self->deadline = seconds > 0 ? g_get_monotonic_time () + seconds * G_USEC_PER_SEC : 0;

  if (cancellable != NULL || seconds > 0)
    sqlite3_progress_handler (self->db, PROGRESS_STEPS, progress_cb, self);
  else
    sqlite3_progress_handler (self->db, 0, NULL, NULL);
}

static gboolean
fill_new_file (const char  *path,
               GError     **error)
{
  TlStore store = { .path = (char *) path };
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *setup = g_strdup_printf ("PRAGMA journal_mode = DELETE;"
                                            "PRAGMA synchronous = EXTRA;"
                                            "PRAGMA application_id = %d;"
                                            "BEGIN IMMEDIATE", TL_SCHEMA_APPLICATION_ID);
  gboolean done;

  store.display_name = name;
  done = sqlite3_open_v2 (path, &store.db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
         sqlite3_exec (store.db, setup, NULL, NULL, NULL) == SQLITE_OK &&
         tl_schema_migrate (store.db, 0, TL_SCHEMA_VERSION) &&
         tl_identity_renew (store.db) &&
         sqlite3_exec (store.db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;

  if (!done)
    tl_store_set_error (&store, error);

  sqlite3_close (store.db);
  return done;
}

/**
 * tl_store_create:
 * @path: the absolute path of a file that does not exist
 * @error: return location for a #TlStoreError
 *
 * Makes the file of a new document, without any entities, and opens it.  Nothing is left behind on failure.
 *
 * Returns: (transfer full): the store
 */
TlStore *
tl_store_create (const char  *path,
                 GError     **error)
{
  TlStore *self;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  if (!tl_store_create_private_file (path, error))
    return NULL;

  self = fill_new_file (path, error) ? tl_store_open (path, NULL, error) : NULL;
  if (self == NULL)
    g_unlink (path);

  return self;
}

/**
 * tl_store_close:
 * @self: (transfer full): a store
 *
 * A transaction that was not committed is rolled back.
 */
void
tl_store_close (TlStore *self)
{
  if (self->session != NULL)
    tl_store_rollback (self);

  tl_store_clear_tables (self);
  /* In this order: a file must not be opened anew while closing it can still drop the locks of this process. */
  sqlite3_close (self->db);
  tl_store_forget_open (self);
  g_clear_object (&self->cancellable);
  g_free (self->display_name);
  g_free (self->state);
  g_free (self->id);
  g_free (self->path);
  g_free (self);
}

/**
 * tl_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the absolute path of its file
 */
const char *
tl_store_get_path (TlStore *self)
{
  return self->path;
}

/**
 * tl_store_get_read_only:
 * @self: a store
 *
 * Returns: whether nothing can be written, because of the permissions of the file or of its folder
 */
gboolean
tl_store_get_read_only (TlStore *self)
{
  return self->read_only;
}

/* Which document it is, and in which state, is no part of what can be undone. */
static int
filter_cb (gpointer    user_data,
           const char *name)
{
  return tl_store_find_table (user_data, name) != NULL;
}

/**
 * tl_store_begin:
 * @self: a store, not within a transaction
 * @error: return location for a #TlStoreError
 *
 * Begins a transaction, and records it.  Fails when the file is no longer the one that was opened, or was written to
 * by anybody else.
 *
 * Returns: whether it began
 */
gboolean
tl_store_begin (TlStore  *self,
                GError  **error)
{
  g_return_val_if_fail (self->session == NULL, FALSE);

  if (!tl_store_begin_writing (self, error))
    return FALSE;

  if (sqlite3session_create (self->db, "main", &self->session) == SQLITE_OK &&
      sqlite3session_attach (self->session, NULL) == SQLITE_OK)
    {
      sqlite3session_table_filter (self->session, filter_cb, self);
      return TRUE;
    }

  tl_store_set_error (self, error);
  tl_store_rollback (self);
  return FALSE;
}

static GBytes *
take_changeset (TlStore *self)
{
  gpointer data = NULL;
  int size = 0;

  if (sqlite3session_changeset (self->session, &size, &data) != SQLITE_OK)
    return NULL;

  return g_bytes_new_with_free_func (data, size, sqlite3_free, data);
}

/**
 * tl_store_seal:
 * @self: a store, within a transaction
 * @error: return location for a #TlStoreError
 *
 * Nothing more is written in this transaction.  What was can be looked at before it is committed.  After a failure
 * no transaction is under way any longer.
 *
 * Returns: (transfer full): what is changed; of size 0 when nothing is
 */
GBytes *
tl_store_seal (TlStore  *self,
               GError  **error)
{
  g_return_val_if_fail (self->session != NULL, NULL);

  if (self->changeset == NULL)
    self->changeset = take_changeset (self);
  if (self->changeset != NULL)
    return g_bytes_ref (self->changeset);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
               _("The change to “%s” could not be recorded and was not made."), self->display_name);
  tl_store_rollback (self);
  return NULL;
}

/* The last thing of a commit is to make sure of its journal's deletion.  When only that fails, the transaction is in
 * the file for all who read it, though SQLite tells of an error.  Then writing the state once more makes sure; when
 * even that cannot be done, the next edit will, or will tell. */
static gboolean
has_landed (TlStore    *self,
            const char *state)
{
  g_autofree char *id = NULL;
  g_autofree char *found = NULL;

  sqlite3_db_release_memory (self->db);
  if (tl_identity_read (self->db, &id, &found) != SQLITE_OK || g_strcmp0 (found, state) != 0)
    return FALSE;

  if (sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK ||
      !tl_identity_write (self->db, self->id, state) ||
      sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  return TRUE;
}

/**
 * tl_store_commit_state:
 * @self: a store, within a transaction for writing
 * @state: the state the document is in after it
 * @error: return location for a #TlStoreError
 *
 * Returns: whether the transaction was committed; it is over in any case
 */
gboolean
tl_store_commit_state (TlStore     *self,
                       const char  *state,
                       GError     **error)
{
  g_autoptr (GError) failure = NULL;

  if (!tl_identity_write (self->db, self->id, state) ||
      sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK)
    {
      tl_store_set_error (self, &failure);
      sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
      if (!has_landed (self, state))
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          tl_store_rollback (self);
          return FALSE;
        }
    }

  g_free (self->state);
  self->state = g_strdup (state);
  return TRUE;
}

/**
 * tl_store_commit:
 * @self: a store, within a transaction
 * @error: return location for a #TlStoreError
 *
 * Ends the transaction, as tl_store_commit_as() does, with a new state.
 *
 * Returns: (transfer full): what was changed; of size 0 when nothing was
 */
GBytes *
tl_store_commit (TlStore  *self,
                 GError  **error)
{
  g_autofree char *state = g_uuid_string_random ();

  return tl_store_commit_as (self, state, error);
}

/**
 * tl_store_commit_as:
 * @self: a store, within a transaction
 * @state: the state the document is in after it, another one than before
 * @error: return location for a #TlStoreError
 *
 * Ends the transaction.  When this succeeds, what was written survives a power cut.  When it fails, nothing was
 * written, and no transaction is under way any longer.  When nothing was changed, the document is not touched and
 * stays in its state.
 *
 * Returns: (transfer full): what was changed; of size 0 when nothing was
 */
GBytes *
tl_store_commit_as (TlStore     *self,
                    const char  *state,
                    GError     **error)
{
  g_autoptr (GBytes) changeset = NULL;

  g_return_val_if_fail (self->session != NULL, NULL);

  changeset = tl_store_seal (self, error);
  if (changeset == NULL)
    return NULL;

  if (g_bytes_get_size (changeset) == 0)
    tl_store_rollback (self);
  else if (!tl_store_commit_state (self, state, error))
    return NULL;

  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  return g_steal_pointer (&changeset);
}

/**
 * tl_store_rollback:
 * @self: a store, within a transaction
 *
 * Ends the transaction as if it had not been.
 */
void
tl_store_rollback (TlStore *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->changeset, g_bytes_unref);

  /* SQLite has rolled back by itself after some errors; a second time does no harm. */
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}
