/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening a file that may have come from anyone, in the order in which each step makes the next one safe.
 *
 * Until the file is accepted, SQLite is told to write nothing, to trust nothing the schema says, and to stop after
 * a while.  Looking at the bytes ourselves first was rejected: closing any descriptor of a file drops the locks that
 * this process holds on it, so a file is never opened by other means than SQLite's.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-schema.h"
#include "tl-store-private.h"

/* How long to wait for another process that is writing, milliseconds */
#define BUSY_TIMEOUT 2000

/* How long a file may take to be looked at before it is accepted, seconds */
#define ACCEPT_SECONDS 30

/* How much of a file SQLite may keep in memory, as KiB below zero.  Keys are random, so a large import touches every
 * page of the indexes again and again: with the usual 2 MiB, 300,000 readings take nearly twice as long. */
#define CACHE_SIZE "-65536"

/* No statement of ours is longer. */
#define MAX_SQL_BYTES (1024 * 1024)

/* The files this process has open, as "device:inode" */
static GHashTable *open_files;
G_LOCK_DEFINE_STATIC (open_files);

static char *
make_file_key (TlStore *self)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT, self->device, self->inode);
}

static gboolean
remember_open (TlStore  *self,
               GError  **error)
{
  g_autofree char *key = make_file_key (self);
  gboolean is_new;

  G_LOCK (open_files);
  if (open_files == NULL)
    open_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  is_new = !g_hash_table_contains (open_files, key);
  if (is_new)
    g_hash_table_add (open_files, g_steal_pointer (&key));
  G_UNLOCK (open_files);

  if (is_new)
    return TRUE;

  self->inode = 0;
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_OPEN, _("“%s” is open already."), self->display_name);
  return FALSE;
}

/**
 * tl_store_forget_open:
 * @self: a store that is being closed
 */
void
tl_store_forget_open (TlStore *self)
{
  g_autofree char *key = make_file_key (self);

  if (self->inode == 0)
    return;

  G_LOCK (open_files);
  g_hash_table_remove (open_files, key);
  G_UNLOCK (open_files);
}

static gboolean
check_is_ordinary_file (TlStore  *self,
                        GError  **error)
{
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    {
      int code = errno;

      if (code == ENOENT || code == ENOTDIR)
        g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
                     _("There is no file named “%s”. It may have been moved, renamed or deleted."), self->display_name);
      else
        g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO, _("“%s” cannot be read: %s."), self->display_name,
                     g_strerror (code));
      return FALSE;
    }

  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_DOCUMENT,
                   S_ISDIR (info.st_mode)
                   ? _("“%s” is a folder, not a Throughline document.")
                   : _("“%s” is not an ordinary file, so it is no Throughline document."),
                   self->display_name);
      return FALSE;
    }

  if (info.st_size == 0)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_DOCUMENT,
                   _("“%s” is empty, so it is no Throughline document."), self->display_name);
      return FALSE;
    }

  self->device = info.st_dev;
  self->inode = info.st_ino;
  return TRUE;
}

/* SQLite needs to make a journal beside the file before it can write. */
static gboolean
is_writable (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, W_OK) == 0 && g_access (folder, W_OK) == 0;
}

/**
 * tl_store_configure:
 * @self: a store whose database has just been opened
 *
 * Trusts nothing that the file says.
 */
void
tl_store_configure (TlStore *self)
{
  static const struct { int option; int value; } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },

    /* A file with a write-ahead log that is refused would be written to when it is closed. */
    { SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
  };

  sqlite3_extended_result_codes (self->db, 1);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (self->db, options[i].option, options[i].value, NULL);

  sqlite3_limit (self->db, SQLITE_LIMIT_LENGTH, TL_STORE_MAX_VALUE_BYTES);
  sqlite3_limit (self->db, SQLITE_LIMIT_SQL_LENGTH, MAX_SQL_BYTES);
  sqlite3_limit (self->db, SQLITE_LIMIT_ATTACHED, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);
}

static gboolean
open_database (TlStore  *self,
               GError  **error)
{
  int flags = self->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  /* A store is used by one thread at a time, and each value of each row would be asked for under a lock. */
  if (sqlite3_open_v2 (self->path, &self->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    {
      tl_store_set_error (self, error);
      return FALSE;
    }

  tl_store_configure (self);
  return tl_store_execute (self,
                           "PRAGMA query_only = ON;"
                           "PRAGMA mmap_size = 0;"
                           "PRAGMA cell_size_check = ON;"
                           "PRAGMA foreign_keys = ON", error);
}

static gboolean
check_version (TlStore  *self,
               gint64   *version,
               GError  **error)
{
  gint64 application_id;

  if (!tl_store_query_int (self, "PRAGMA application_id", &application_id, error) ||
      !tl_store_query_int (self, "PRAGMA user_version", version, error))
    return FALSE;

  if (application_id != TL_SCHEMA_APPLICATION_ID || *version < 1)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_DOCUMENT,
                   _("“%s” is a database of another program, not a Throughline document."), self->display_name);
      return FALSE;
    }

  if (*version > TL_SCHEMA_VERSION)
    {
      /* Translators: the numbers are versions of the file format, such as 2 */
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER,
                   _("“%s” was written by a newer version of Throughline (format %d; this one reads up to %d). "
                     "It was left as it is. Update Throughline to open it."),
                   self->display_name, (int) *version, TL_SCHEMA_VERSION);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_schema (TlStore  *self,
              int       version,
              GError  **error)
{
  g_autofree char *stranger = tl_schema_find_stranger (self->db, version);

  if (stranger == NULL)
    return TRUE;

  if (*stranger == '\0')
    tl_store_set_error (self, error);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_REFUSED,
                 _("“%s” was not opened: its “%s” is not what a Throughline document has there, and it might be "
                   "meant to do harm."),
                 self->display_name, stranger);
  return FALSE;
}

static gboolean
check_pages (TlStore  *self,
             GError  **error)
{
  sqlite3_stmt *statement = NULL;
  const char *answer = NULL;
  gboolean sound;

  if (sqlite3_prepare_v2 (self->db, "PRAGMA quick_check (1)", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    answer = (const char *) sqlite3_column_text (statement, 0);

  sound = g_strcmp0 (answer, "ok") == 0;
  if (answer == NULL)
    tl_store_set_error (self, error);
  else if (!sound)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
                 _("“%s” is damaged and was left as it is."), self->display_name);

  sqlite3_finalize (statement);
  return sound;
}

/* From here on the file is one of ours, and may be written to. */
static gboolean
accept_file (TlStore  *self,
             GError  **error)
{
  /* The connection cannot write to the file in any case, but copying into another one counts as writing. */
  if (self->read_only)
    return tl_store_execute (self, "PRAGMA query_only = OFF", error);

  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return tl_store_execute (self,
                           "PRAGMA query_only = OFF;"
                           "PRAGMA journal_mode = DELETE;"
                           "PRAGMA synchronous = EXTRA;"
                           "PRAGMA secure_delete = ON;"
                           "PRAGMA cache_size = " CACHE_SIZE, error);
}

static gboolean
may_migrate (TlStore             *self,
             int                  version,
             TlStoreMigrateFunc   before_migration,
             gpointer             user_data,
             GError             **error)
{
  GError *local_error = NULL;

  if (self->read_only || version == TL_SCHEMA_VERSION || before_migration == NULL ||
      before_migration (self->path, version, TL_SCHEMA_VERSION, user_data, &local_error))
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, local_error);
  else
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CANCELLED,
                 _("“%s” was left as it is, in the form of an older version."), self->display_name);
  return FALSE;
}

static gboolean
bring_up_to_date (TlStore  *self,
                  int       version,
                  GError  **error)
{
  if (version == TL_SCHEMA_VERSION)
    return TRUE;

  return self->read_only ? tl_store_migrate_in_memory (self, version, error)
                         : tl_store_migrate_file (self, version, error);
}

static gboolean
examine (TlStore       *self,
         gint64        *version,
         GCancellable  *cancellable,
         GError       **error)
{
  if (!open_database (self, error))
    return FALSE;

  tl_store_limit (self, cancellable, ACCEPT_SECONDS);
  return check_version (self, version, error) &&
         check_schema (self, *version, error) &&
         check_pages (self, error);
}

/* A read error that passes looks like damage, so damage is said when it was seen twice. */
static gboolean
examine_twice (TlStore       *self,
               gint64        *version,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GError) first_error = NULL;

  if (examine (self, version, cancellable, &first_error))
    return TRUE;

  if (!g_error_matches (first_error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED))
    {
      g_propagate_error (error, g_steal_pointer (&first_error));
      return FALSE;
    }

  g_clear_pointer (&self->db, sqlite3_close);
  return examine (self, version, cancellable, error);
}

/**
 * tl_store_open:
 * @path: the absolute path of a document
 * @cancellable: (nullable): stops opening it
 * @error: return location for a #TlStoreError
 *
 * Opens a document as tl_store_open_full() does, for writing if possible, and without asking before a migration.
 *
 * Returns: (transfer full): the store
 */
TlStore *
tl_store_open (const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  return tl_store_open_full (path, TL_STORE_OPEN_DEFAULT, NULL, NULL, cancellable, error);
}

/**
 * tl_store_open_full:
 * @path: the absolute path of a document
 * @flags: how
 * @before_migration: (nullable): called before a file of an older version is changed; %FALSE stops that
 * @user_data: for @before_migration
 * @cancellable: (nullable): stops opening it
 * @error: return location for a #TlStoreError
 *
 * Opens a document after making sure that it is one, that this version may read it, that its schema holds nothing
 * but ours, and that its pages are sound.  A file that is refused is left as it was, byte for byte.  A document that
 * cannot be written to, or whose folder cannot, is opened for reading only; when it is of an older version it is
 * read from a copy in memory.
 *
 * Returns: (transfer full): the store
 */
TlStore *
tl_store_open_full (const char          *path,
                    TlStoreOpenFlags     flags,
                    TlStoreMigrateFunc   before_migration,
                    gpointer             user_data,
                    GCancellable        *cancellable,
                    GError             **error)
{
  g_autoptr (TlStore) self = NULL;
  gint64 version;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), NULL);

  self = g_new0 (TlStore, 1);
  self->path = g_strdup (path);
  self->display_name = g_filename_display_basename (path);

  if (!check_is_ordinary_file (self, error) || !remember_open (self, error))
    {
      self->inode = 0;
      return NULL;
    }

  self->read_only = (flags & TL_STORE_OPEN_READ_ONLY) != 0 || !is_writable (path);
  if (!examine_twice (self, &version, cancellable, error) ||
      !may_migrate (self, version, before_migration, user_data, error))
    return NULL;

  tl_store_limit (self, cancellable, ACCEPT_SECONDS);
  if (!accept_file (self, error) ||
      !bring_up_to_date (self, version, error) ||
      !tl_store_init_identity (self, error))
    return NULL;
  tl_store_limit (self, NULL, 0);

  tl_store_init_tables (self);
  return g_steal_pointer (&self);
}

/**
 * tl_store_look_again:
 * @self: a store, not within a transaction, that seems to be damaged
 * @error: return location for a #TlStoreError
 *
 * Opens the file a second time and looks at all of its pages.  When they are sound, a read error has passed, and the
 * store goes on with the new connection.
 *
 * Returns: whether the file is sound
 */
gboolean
tl_store_look_again (TlStore  *self,
                     GError  **error)
{
  sqlite3 *before = g_steal_pointer (&self->db);
  gint64 version;

  if (examine (self, &version, NULL, error) && accept_file (self, error))
    {
      tl_store_clear_tables (self);
      sqlite3_close (before);
      tl_store_limit (self, NULL, 0);
      tl_store_init_tables (self);
      return TRUE;
    }

  sqlite3_close (self->db);
  self->db = before;
  tl_store_limit (self, NULL, 0);
  return FALSE;
}
