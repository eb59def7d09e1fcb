/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has to be done to a document's rows so that they are those of another file.
 *
 * SQLite's session extension compares two attached files table by table.  Compared with removing all rows and
 * inserting the others, only what differs is in the changeset: what has not changed keeps its object in memory, and
 * the step that can be undone is as small as it can be.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-store-summary.h"
#include "tl-store-private.h"

static gboolean
attach (TlStore     *self,
        const char  *path,
        GError     **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean done = sqlite3_prepare_v2 (self->db, "ATTACH ?1 AS other", -1, &statement, NULL) == SQLITE_OK &&
                  sqlite3_bind_text (statement, 1, path, -1, SQLITE_TRANSIENT) == SQLITE_OK &&
                  sqlite3_step (statement) == SQLITE_DONE;

  sqlite3_finalize (statement);
  if (!done)
    tl_store_set_error (self, error);
  return done;
}

/* Only entities are compared: which document it is, and in which state, is no content. */
static gboolean
compare_tables (TlStore         *self,
                sqlite3_session *session)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      if (sqlite3session_attach (session, self->tables[i].name) != SQLITE_OK ||
          sqlite3session_diff (session, "other", self->tables[i].name, NULL) != SQLITE_OK)
        return FALSE;
    }

  return TRUE;
}

/* The session says how the other file becomes this one, so its inverse is what is wanted. */
static GBytes *
take_inverse (sqlite3_session *session)
{
  gpointer data = NULL, inverse = NULL;
  int size = 0, inverse_size = 0;

  if (sqlite3session_changeset (session, &size, &data) != SQLITE_OK ||
      sqlite3changeset_invert (size, data, &inverse_size, &inverse) != SQLITE_OK)
    {
      sqlite3_free (data);
      return NULL;
    }

  sqlite3_free (data);
  return g_bytes_new_with_free_func (inverse, inverse_size, sqlite3_free, inverse);
}

static GBytes *
diff_to_attached (TlStore *self)
{
  sqlite3_session *session = NULL;
  GBytes *changeset = NULL;

  if (sqlite3session_create (self->db, "main", &session) == SQLITE_OK && compare_tables (self, session))
    changeset = take_inverse (session);

  if (session != NULL)
    sqlite3session_delete (session);
  return changeset;
}

/**
 * tl_store_diff_to:
 * @self: a store, not within a transaction
 * @path: the absolute path of another document of the same schema version, which nobody has open
 * @error: return location for a #TlStoreError
 *
 * Nothing is written.
 *
 * Returns: (transfer full): the changeset that gives @self the rows of @path; of size 0 when they are the same
 */
GBytes *
tl_store_diff_to (TlStore     *self,
                  const char  *path,
                  GError     **error)
{
  GBytes *changeset;

  g_return_val_if_fail (self->session == NULL, NULL);

  if (!attach (self, path, error))
    return NULL;

  changeset = diff_to_attached (self);
  if (changeset == NULL)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                 _("“%s” could not be compared with its backup. Nothing was changed."), self->display_name);

  tl_store_execute (self, "DETACH other", NULL);
  return changeset;
}
