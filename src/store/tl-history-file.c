/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the steps of a document are kept: a small database of ours in the folder that belongs to the document's
 * identity, for its owner only.
 *
 * It is written at each edit, so it is written cheaply: into a write-ahead log, which costs one wait for the disk.
 * A document must not do that, because its log would have to be copied along with it; nobody copies this.  The
 * database is locked for as long as it is open, also against a second window with a copy of the document that has the
 * same identity: the other one then keeps its steps in memory.
 *
 * Whatever is wrong with the file, it is thrown away and begun anew; but not when it is only out of reach, such as in
 * a process that has too many files open.  A changeset is given out only when its length
 * and its checksum are right: a truncated one makes SQLite 3.40.1 loop for ever.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gstdio.h>

#include "tl-data-folder.h"
#include "tl-history-private.h"
#include "tl-store-private.h"

#define FILE_NAME "history"
#define FORMAT_VERSION 1

/* A step that is larger is kept in memory only; what came before it cannot be reached from the disk then. */
#define MAX_STEP_BYTES (32 * 1024 * 1024)

/* A disk that is full stays full for a while, and each attempt costs time. */
#define MAX_FAILURES 3

struct _TlHistoryFile
{
  char         *document_id;
  sqlite3      *db;
  sqlite3_stmt *insert;
  GArray       *forgotten;     /* of gint64, rows to delete with the next writing */
  guint         n_failures;
  gboolean      is_given_up;
};

static char *
get_path (TlHistoryFile *self,
          gboolean       make_folder)
{
  g_autofree char *sub = g_build_filename ("documents", self->document_id, NULL);
  g_autofree char *folder = make_folder
                            ? tl_data_folder_get (sub)
                            : g_build_filename (g_get_user_data_dir (), "throughline", sub, NULL);

  return g_build_filename (folder, FILE_NAME, NULL);
}

static void
close_database (TlHistoryFile *self)
{
  g_clear_pointer (&self->insert, sqlite3_finalize);
  g_clear_pointer (&self->db, sqlite3_close);
}

static void
remove_files (TlHistoryFile *self)
{
  static const char *suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *path = get_path (self, FALSE);

  close_database (self);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

static gboolean
is_of_this_document (TlHistoryFile *self)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_ours;

  is_ours = sqlite3_prepare_v2 (self->db,
                                "SELECT d.id FROM document AS d, pragma_user_version AS v WHERE v.user_version = "
                                G_STRINGIFY (FORMAT_VERSION), -1, &statement, NULL) == SQLITE_OK &&
            sqlite3_step (statement) == SQLITE_ROW &&
            g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), self->document_id) == 0;

  sqlite3_finalize (statement);
  return is_ours;
}

static gboolean
make_tables (TlHistoryFile *self)
{
  char *insert = sqlite3_mprintf ("INSERT INTO document VALUES (%Q)", self->document_id);
  gboolean made;

  made = sqlite3_exec (self->db,
                       "BEGIN IMMEDIATE;"
                       "CREATE TABLE document (id TEXT NOT NULL) STRICT;"
                       "CREATE TABLE step (row INTEGER PRIMARY KEY, label TEXT NOT NULL, before TEXT NOT NULL, "
                       "after TEXT NOT NULL, length INTEGER NOT NULL, digest TEXT NOT NULL, changeset BLOB NOT NULL) "
                       "STRICT;"
                       "PRAGMA user_version = " G_STRINGIFY (FORMAT_VERSION),
                       NULL, NULL, NULL) == SQLITE_OK &&
         sqlite3_exec (self->db, insert, NULL, NULL, NULL) == SQLITE_OK &&
         sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;

  sqlite3_free (insert);
  return made;
}

static int
open_database (TlHistoryFile *self,
               const char    *path)
{
  int result = sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE, NULL);

  if (result != SQLITE_OK)
    return result;

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  return sqlite3_exec (self->db,
                       "PRAGMA locking_mode = EXCLUSIVE;"
                       "PRAGMA journal_mode = WAL;"
                       "PRAGMA synchronous = FULL;"
                       "PRAGMA mmap_size = 0;"
                       "PRAGMA secure_delete = ON;"
                       "SELECT count (*) FROM sqlite_schema", NULL, NULL, NULL);
}

static void
give_up (TlHistoryFile *self,
         const char    *why)
{
  g_debug ("Steps are kept in memory only: %s", why);
  close_database (self);
  self->is_given_up = TRUE;
}

/* Whether a failure says nothing about the file itself */
static gboolean
is_out_of_reach (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_NOMEM:
    case SQLITE_FULL:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Opens the file when there is one, and throws it away when it is not what it should be. */
static void
open_existing (TlHistoryFile *self)
{
  g_autofree char *path = get_path (self, FALSE);
  int result;

  if (self->db != NULL || self->is_given_up || !g_file_test (path, G_FILE_TEST_EXISTS))
    return;

  result = open_database (self, path);
  if (result == SQLITE_OK && is_of_this_document (self))
    return;

  if (is_out_of_reach (result))
    give_up (self, sqlite3_errstr (result));
  else
    remove_files (self);
}

static void
open_or_make (TlHistoryFile *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  open_existing (self);
  if (self->db != NULL || self->is_given_up)
    return;

  path = get_path (self, TRUE);
  if (tl_store_create_private_file (path, &error) &&
      open_database (self, path) == SQLITE_OK && make_tables (self))
    return;

  g_debug ("A history could not be made: %s", error != NULL ? error->message : sqlite3_errmsg (self->db));
  remove_files (self);
}

/**
 * tl_history_file_new:
 * @document_id: a document's identity, a UUID
 *
 * Returns: (transfer full): the file of its history, which need not be there yet
 */
TlHistoryFile *
tl_history_file_new (const char *document_id)
{
  TlHistoryFile *self;

  g_return_val_if_fail (g_uuid_string_is_valid (document_id), NULL);

  self = g_new0 (TlHistoryFile, 1);
  self->document_id = g_strdup (document_id);
  self->forgotten = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

/* A history without steps leaves no file. */
static gboolean
is_empty (TlHistoryFile *self)
{
  sqlite3_stmt *statement = NULL;
  gboolean empty;

  empty = sqlite3_prepare_v2 (self->db, "SELECT 1 FROM step LIMIT 1", -1, &statement, NULL) == SQLITE_OK &&
          sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_finalize (statement);
  return empty;
}

/**
 * tl_history_file_free:
 * @self: (transfer full): the file of a history
 */
void
tl_history_file_free (TlHistoryFile *self)
{
  if (self->db != NULL && is_empty (self))
    remove_files (self);

  close_database (self);
  g_array_unref (self->forgotten);
  g_free (self->document_id);
  g_free (self);
}

static TlStep *
read_step (sqlite3_stmt *row)
{
  TlStep *step = g_new0 (TlStep, 1);

  step->row = sqlite3_column_int64 (row, 0);
  step->label = g_strdup ((const char *) sqlite3_column_text (row, 1));
  step->before = g_strdup ((const char *) sqlite3_column_text (row, 2));
  step->after = g_strdup ((const char *) sqlite3_column_text (row, 3));
  step->length = sqlite3_column_int64 (row, 4);
  step->digest = g_strdup ((const char *) sqlite3_column_text (row, 5));
  return step;
}

/* What the chain of states is made from; the digest covers the rest when the step is used. */
static gboolean
is_sensible (TlStep *step)
{
  return step->label != NULL && step->before != NULL && step->after != NULL && step->digest != NULL &&
         g_utf8_validate (step->label, -1, NULL);
}

static gboolean
read_steps (TlHistoryFile *self,
            GPtrArray     *steps)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db,
                                   "SELECT row, label, before, after, length, digest FROM step ORDER BY row", -1,
                                   &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      TlStep *step;

      result = sqlite3_step (statement);
      if (result != SQLITE_ROW)
        break;

      step = read_step (statement);
      if (is_sensible (step))
        g_ptr_array_add (steps, step);
      else
        tl_step_free (step);
    }

  sqlite3_finalize (statement);
  return result == SQLITE_DONE;
}

/**
 * tl_history_file_load:
 * @self: the file of a history
 *
 * Reads what the steps are, without their changesets.
 *
 * Returns: (transfer full) (element-type TlStep): the steps, the oldest first; the caller owns each of them
 */
GPtrArray *
tl_history_file_load (TlHistoryFile *self)
{
  GPtrArray *steps = g_ptr_array_new ();

  open_existing (self);
  if (self->db == NULL || read_steps (self, steps))
    return steps;

  for (guint i = 0; i < steps->len; i++)
    tl_step_free (g_ptr_array_index (steps, i));
  g_ptr_array_set_size (steps, 0);
  remove_files (self);
  return steps;
}

static GBytes *
read_changeset (TlHistoryFile *self,
                TlStep        *step)
{
  sqlite3_stmt *statement = NULL;
  GBytes *changeset = NULL;

  if (sqlite3_prepare_v2 (self->db, "SELECT changeset FROM step WHERE row = ?1", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_bind_int64 (statement, 1, step->row) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    {
      gconstpointer data = sqlite3_column_blob (statement, 0);

      changeset = g_bytes_new (data, sqlite3_column_bytes (statement, 0));
    }

  sqlite3_finalize (statement);
  return changeset;
}

/**
 * tl_history_file_read:
 * @self: the file of a history
 * @step: a step that was loaded from it
 *
 * Returns: (transfer full) (nullable): what the step did to the rows; %NULL when that is not exactly what was written
 */
GBytes *
tl_history_file_read (TlHistoryFile *self,
                      TlStep        *step)
{
  g_autoptr (GBytes) changeset = self->db != NULL ? read_changeset (self, step) : NULL;
  g_autofree char *digest = NULL;

  if (changeset == NULL || g_bytes_get_size (changeset) != step->length)
    return NULL;

  digest = tl_step_dup_digest (step, changeset);
  return g_str_equal (digest, step->digest) ? g_steal_pointer (&changeset) : NULL;
}

/**
 * tl_history_file_forget:
 * @self: the file of a history
 * @step: a step that is not needed any longer
 *
 * Its row goes when something is written next.
 */
void
tl_history_file_forget (TlHistoryFile *self,
                        TlStep        *step)
{
  if (step->row != 0)
    g_array_append_val (self->forgotten, step->row);
}

static gboolean
delete_forgotten (TlHistoryFile *self)
{
  sqlite3_stmt *statement = NULL;
  gboolean deleted = sqlite3_prepare_v2 (self->db, "DELETE FROM step WHERE row = ?1", -1,
                                         &statement, NULL) == SQLITE_OK;

  for (guint i = 0; deleted && i < self->forgotten->len; i++)
    {
      sqlite3_bind_int64 (statement, 1, g_array_index (self->forgotten, gint64, i));
      deleted = sqlite3_step (statement) == SQLITE_DONE;
      sqlite3_reset (statement);
    }

  sqlite3_finalize (statement);
  return deleted;
}

static gboolean
insert_step (TlHistoryFile *self,
             TlStep        *step)
{
  gboolean inserted;

  if (self->insert == NULL &&
      sqlite3_prepare_v3 (self->db,
                          "INSERT INTO step (label, before, after, length, digest, changeset) "
                          "VALUES (?1, ?2, ?3, ?4, ?5, ?6)", -1, SQLITE_PREPARE_PERSISTENT,
                          &self->insert, NULL) != SQLITE_OK)
    return FALSE;

  sqlite3_bind_text (self->insert, 1, step->label, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 2, step->before, -1, SQLITE_STATIC);
  sqlite3_bind_text (self->insert, 3, step->after, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (self->insert, 4, step->length);
  sqlite3_bind_text (self->insert, 5, step->digest, -1, SQLITE_STATIC);
  sqlite3_bind_blob (self->insert, 6, g_bytes_get_data (step->changeset, NULL), step->length, SQLITE_STATIC);
  inserted = sqlite3_step (self->insert) == SQLITE_DONE;
  sqlite3_reset (self->insert);
  sqlite3_clear_bindings (self->insert);

  step->row = inserted ? sqlite3_last_insert_rowid (self->db) : 0;
  return inserted;
}

static gboolean
write_in_transaction (TlHistoryFile *self,
                      GPtrArray     *steps)
{
  if (sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK || !delete_forgotten (self))
    return FALSE;

  for (guint i = 0; i < steps->len; i++)
    {
      if (!insert_step (self, g_ptr_array_index (steps, i)))
        return FALSE;
    }

  return sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
}

static void
handle_failure (TlHistoryFile *self,
                GPtrArray     *steps)
{
  int code = sqlite3_errcode (self->db);

  g_debug ("A step could not be recorded: %s", sqlite3_errmsg (self->db));
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
  for (guint i = 0; i < steps->len; i++)
    ((TlStep *) g_ptr_array_index (steps, i))->row = 0;

  /* A file that is not as we made it goes.  Rows that steps still name must not come again with other steps in them. */
  if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB || code == SQLITE_ERROR)
    {
      remove_files (self);
      self->n_failures = MAX_FAILURES;
    }

  if (++self->n_failures >= MAX_FAILURES)
    give_up (self, "writing failed");
}

static GPtrArray *
list_unwritten (GPtrArray *steps)
{
  GPtrArray *unwritten = g_ptr_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      TlStep *step = g_ptr_array_index (steps, i);

      if (step->row == 0 && step->changeset != NULL && step->length <= MAX_STEP_BYTES)
        g_ptr_array_add (unwritten, step);
    }

  return unwritten;
}

/**
 * tl_history_file_write:
 * @self: the file of a history
 * @steps: (element-type TlStep): the steps to keep
 *
 * Writes those of @steps that are only in memory, and deletes what is not needed any longer.  When that fails they
 * stay in memory, and it is tried again the next time.
 */
void
tl_history_file_write (TlHistoryFile *self,
                       GPtrArray     *steps)
{
  g_autoptr (GPtrArray) unwritten = list_unwritten (steps);

  if (self->is_given_up || (unwritten->len == 0 && self->forgotten->len == 0))
    return;

  open_or_make (self);
  if (self->db == NULL)
    return;

  if (!write_in_transaction (self, unwritten))
    {
      handle_failure (self, unwritten);
      return;
    }

  self->n_failures = 0;
  g_array_set_size (self->forgotten, 0);
}
