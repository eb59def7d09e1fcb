/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents of an older version.
 *
 * One that can be written to is migrated where it stands, in one transaction, after whoever opens it had the chance
 * to put a copy aside.  One that can only be read is copied into memory and migrated there, so that the rest of the
 * program knows one schema only, and the file stays as it is.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-schema.h"
#include "tl-store-private.h"

/**
 * tl_store_copy_database:
 * @from: a database
 * @to: an empty one
 *
 * Copies page by page, within one transaction of @from.
 *
 * Returns: whether all was copied; otherwise @to says why not
 */
gboolean
tl_store_copy_database (sqlite3 *from,
                        sqlite3 *to)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from, "main");

  if (backup == NULL)
    return FALSE;

  sqlite3_backup_step (backup, -1);
  return sqlite3_backup_finish (backup) == SQLITE_OK;
}

/* A new document has an identity that stays; after each migration its state is another one, because what was
 * recorded of steps before it speaks of other columns. */
static gboolean
migrate (sqlite3 *db,
         int      version)
{
  g_autofree char *id = NULL;
  g_autofree char *state = NULL;

  if (!tl_schema_migrate (db, version, TL_SCHEMA_VERSION) ||
      tl_identity_read (db, &id, &state) != SQLITE_OK)
    return FALSE;

  if (id == NULL)
    return tl_identity_renew (db);

  g_free (state);
  state = g_uuid_string_random ();
  return tl_identity_write (db, id, state);
}

static gboolean
migrate_in_transaction (TlStore  *self,
                        int       version,
                        GError  **error)
{
  if (!tl_store_execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (migrate (self->db, version) && sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  tl_store_set_error (self, error);
  tl_store_rollback (self);
  return FALSE;
}

/**
 * tl_store_migrate_file:
 * @self: a store whose file has been accepted and can be written to
 * @version: its version, an older one
 * @error: return location for a #TlStoreError
 *
 * Returns: whether it has this version now; when not, the file holds what it held
 */
gboolean
tl_store_migrate_file (TlStore  *self,
                       int       version,
                       GError  **error)
{
  return migrate_in_transaction (self, version, error);
}

/**
 * tl_store_migrate_in_memory:
 * @self: a store whose file has been accepted and can only be read
 * @version: its version, an older one
 * @error: return location for a #TlStoreError
 *
 * Lets go of the file, and goes on with a copy of this version in memory.
 *
 * Returns: whether there is one
 */
gboolean
tl_store_migrate_in_memory (TlStore  *self,
                            int       version,
                            GError  **error)
{
  sqlite3 *copy = NULL;

  if (sqlite3_open (":memory:", &copy) != SQLITE_OK || !tl_store_copy_database (self->db, copy))
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO, _("“%s” could not be read: %s."),
                   self->display_name, sqlite3_errmsg (copy));
      sqlite3_close (copy);
      return FALSE;
    }

  sqlite3_close (self->db);
  self->db = copy;
  self->is_in_memory = TRUE;
  tl_store_configure (self);

  return migrate_in_transaction (self, version, error);
}
