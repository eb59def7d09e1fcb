/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be said of a document without opening it as one: which it is, and how much it holds.
 *
 * The file is neither accepted nor migrated, and may be open or damaged.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-schema.h"
#include "tl-store-summary.h"
#include "tl-store-private.h"

/* How long a file may take to be looked at, seconds */
#define LOOK_SECONDS 30

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlStore, tl_store_end_look)

static gboolean
check_pages (TlStore  *reader,
             GError  **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean sound = sqlite3_prepare_v2 (reader->db, "PRAGMA quick_check (1)", -1, &statement, NULL) == SQLITE_OK &&
                   sqlite3_step (statement) == SQLITE_ROW &&
                   g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;

  sqlite3_finalize (statement);
  if (!sound)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED, _("“%s” is damaged."), reader->display_name);
  return sound;
}

static char *
query_text (TlStore    *reader,
            const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;

  if (sqlite3_prepare_v2 (reader->db, sql, -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));

  sqlite3_finalize (statement);
  return text;
}

static gboolean
is_ours (TlStore  *reader,
         gint64   *version,
         GError  **error)
{
  gint64 application;

  if (!tl_store_query_int (reader, "PRAGMA application_id", &application, error) ||
      !tl_store_query_int (reader, "PRAGMA user_version", version, error))
    return FALSE;

  if (application == TL_SCHEMA_APPLICATION_ID && *version >= 1)
    return TRUE;

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_A_DOCUMENT, _("“%s” is not a Throughline document."),
               reader->display_name);
  return FALSE;
}

/**
 * tl_store_summarise:
 * @path: the absolute path of a document
 * @summary: (out caller-allocates): what it holds
 * @error: return location for a #TlStoreError
 *
 * Also looks at whether its pages are sound.  Nothing is changed, and no older version is migrated.
 *
 * Returns: whether it is a sound document
 */
gboolean
tl_store_summarise (const char      *path,
                    TlStoreSummary  *summary,
                    GError         **error)
{
  g_auto (TlStore) reader = { NULL };
  gint64 version, n_goals, n_people;

  g_return_val_if_fail (path != NULL && summary != NULL, FALSE);

  if (!tl_store_open_to_look (&reader, path, NULL, error))
    return FALSE;

  tl_store_limit (&reader, NULL, LOOK_SECONDS);
  if (!is_ours (&reader, &version, error) ||
      !check_pages (&reader, error) ||
      !tl_store_query_int (&reader, "SELECT count(*) FROM goal", &n_goals, error) ||
      !tl_store_query_int (&reader, "SELECT count(*) FROM person", &n_people, error))
    return FALSE;

  summary->id = query_text (&reader, "SELECT id FROM document");
  summary->version = (int) version;
  summary->n_goals = (guint) n_goals;
  summary->n_people = (guint) n_people;
  return TRUE;
}

/**
 * tl_store_dup_id_of_file:
 * @path: the absolute path of a document, which may be damaged
 *
 * Returns: (transfer full) (nullable): which document it is, as far as that can be read
 */
char *
tl_store_dup_id_of_file (const char *path)
{
  g_auto (TlStore) reader = { NULL };

  if (!tl_store_open_to_look (&reader, path, NULL, NULL))
    return NULL;

  tl_store_limit (&reader, NULL, LOOK_SECONDS);
  return query_text (&reader, "SELECT id FROM document");
}

/**
 * tl_store_summary_clear:
 * @self: what tl_store_summarise() filled, or nothing but zeros
 */
void
tl_store_summary_clear (TlStoreSummary *self)
{
  g_clear_pointer (&self->id, g_free);
}
