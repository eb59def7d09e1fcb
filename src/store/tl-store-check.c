/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The full check of a document, and a digest of what it holds.
 *
 * Opening looks at the pages only; here the indexes, the references and the shape of the cascade are looked at too.
 * It works on the file and not on objects, so that it also has something to say of a document that cannot be loaded.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-store-private.h"

/* After so many problems of one kind the rest is not news. */
#define MAX_PROBLEMS 100

static gboolean
check_integrity (TlStore    *self,
                 GPtrArray  *problems,
                 GError    **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db, "PRAGMA integrity_check (100)", -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      const char *text;

      result = sqlite3_step (statement);
      if (result != SQLITE_ROW)
        break;

      text = (const char *) sqlite3_column_text (statement, 0);
      if (g_strcmp0 (text, "ok") != 0)
        g_ptr_array_add (problems, g_strdup_printf (_("The file is damaged: %s."), text));
    }

  sqlite3_finalize (statement);
  if (result == SQLITE_DONE)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

static gboolean
check_references (TlStore    *self,
                  GPtrArray  *problems,
                  GError    **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db, "PRAGMA foreign_key_check", -1, &statement, NULL);
  guint n_problems = 0;

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      if (result != SQLITE_ROW)
        break;

      /* Translators: kinds of entities, such as “goal” and “unit” */
      if (n_problems++ < MAX_PROBLEMS)
        g_ptr_array_add (problems,
                         g_strdup_printf (_("A %s names a %s that is not there."),
                                          (const char *) sqlite3_column_text (statement, 0),
                                          (const char *) sqlite3_column_text (statement, 2)));
    }

  sqlite3_finalize (statement);
  if (result == SQLITE_DONE)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

/* Says @problem, with what the statement returned in it, for every row of @sql. */
static gboolean
check_rows (TlStore     *self,
            const char  *sql,
            const char  *problem,
            GPtrArray   *problems,
            GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        {
          const char *name = (const char *) sqlite3_column_text (statement, 0);

          g_ptr_array_add (problems, g_strdup_printf ("%s: %s", name != NULL ? name : "", problem));
        }
    }

  sqlite3_finalize (statement);
  if (result == SQLITE_DONE)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

static gboolean
check_invariants (TlStore    *self,
                  GPtrArray  *problems,
                  GError    **error)
{
  gint64 n_settings;

  if (!tl_store_query_int (self, "SELECT count(*) FROM settings", &n_settings, error))
    return FALSE;
  if (n_settings != 1)
    g_ptr_array_add (problems, g_strdup (_("The document has lost its settings.")));

  return check_rows (self,
                     "SELECT title FROM goal WHERE (organisation IS NOT NULL) + (unit IS NOT NULL) + "
                     "(person IS NOT NULL) <> 1 LIMIT 100",
                     _("this goal has not exactly one owner"), problems, error) &&
         check_rows (self,
                     "SELECT g.title FROM contribution c LEFT JOIN goal g ON g.id = c.\"to\" "
                     "WHERE NOT c.weight > 0 LIMIT 100",
                     _("a contribution to this goal has no weight above 0"), problems, error);
}

/* A recursive query was tried first: it walks every path, and there may be exponentially many.  So the links are
 * read, and the ends that nothing leads on from are taken away until none is left; what then remains goes round. */
typedef struct
{
  GHashTable *indices;    /* owned id -> index */
  GArray     *links;      /* pairs of indices: from, to */
} TlLinks;

static guint
find_index (TlLinks    *links,
            const char *id)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (links->indices, id, NULL, &index))
    {
      index = GUINT_TO_POINTER (g_hash_table_size (links->indices));
      g_hash_table_insert (links->indices, g_strdup (id), index);
    }

  return GPOINTER_TO_UINT (index);
}

static gboolean
read_links (TlStore     *self,
            const char  *sql,
            TlLinks     *links,
            GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        {
          guint from = find_index (links, (const char *) sqlite3_column_text (statement, 0));
          guint to = find_index (links, (const char *) sqlite3_column_text (statement, 1));

          g_array_append_val (links->links, from);
          g_array_append_val (links->links, to);
        }
    }

  sqlite3_finalize (statement);
  if (result == SQLITE_DONE)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

/* How many of the things linked are on a circle, or lead to one */
static guint
count_going_round (TlLinks *links)
{
  guint n = g_hash_table_size (links->indices);
  guint n_links = links->links->len / 2;
  g_autofree guint *n_out = g_new0 (guint, n + 1);
  g_autofree guint *starts = g_new0 (guint, n + 2);
  g_autofree guint *froms = g_new (guint, n_links + 1);
  g_autofree guint *ends = g_new (guint, n + 1);
  guint n_ends = 0;

  for (guint i = 0; i < n_links; i++)
    {
      n_out[g_array_index (links->links, guint, 2 * i)]++;
      starts[g_array_index (links->links, guint, 2 * i + 1) + 2]++;
    }
  for (guint i = 2; i < n + 2; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < n_links; i++)
    froms[starts[g_array_index (links->links, guint, 2 * i + 1) + 1]++] =
      g_array_index (links->links, guint, 2 * i);

  for (guint i = 0; i < n; i++)
    {
      if (n_out[i] == 0)
        ends[n_ends++] = i;
    }

  for (guint i = 0; i < n_ends; i++)
    {
      for (guint j = starts[ends[i]]; j < starts[ends[i] + 1]; j++)
        {
          if (--n_out[froms[j]] == 0)
            ends[n_ends++] = froms[j];
        }
    }

  return n - n_ends;
}

static gboolean
check_circles (TlStore     *self,
               const char  *sql,
               const char  *problem,
               GPtrArray   *problems,
               GError     **error)
{
  TlLinks links = {
    .indices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .links = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  gboolean read = read_links (self, sql, &links, error);

  if (read && count_going_round (&links) > 0)
    g_ptr_array_add (problems, g_strdup (problem));

  g_hash_table_unref (links.indices);
  g_array_unref (links.links);
  return read;
}

/**
 * tl_store_check:
 * @self: a store
 * @problems: (element-type utf8): sentences about what is wrong are added to it
 * @cancellable: (nullable): stops the check
 * @error: return location for a #TlStoreError
 *
 * Checks everything there is to check: pages, indexes, references, owners, weights, and that neither contributions
 * nor units nor managers go round in a circle.
 *
 * Returns: whether the check was carried out to its end, whatever it found
 */
gboolean
tl_store_check (TlStore       *self,
                GPtrArray     *problems,
                GCancellable  *cancellable,
                GError       **error)
{
  gboolean checked;

  tl_store_limit (self, cancellable, 0);
  checked = check_integrity (self, problems, error) &&
            check_references (self, problems, error) &&
            check_invariants (self, problems, error) &&
            check_circles (self, "SELECT \"from\", \"to\" FROM contribution",
                           _("Contributions go round in a circle."), problems, error) &&
            check_circles (self, "SELECT id, parent FROM unit WHERE parent IS NOT NULL",
                           _("Units are part of one another in a circle."), problems, error) &&
            check_circles (self, "SELECT id, manager FROM person WHERE manager IS NOT NULL",
                           _("People report to one another in a circle."), problems, error);
  tl_store_limit (self, NULL, 0);

  return checked;
}

static void
digest_value (GChecksum    *checksum,
              sqlite3_stmt *statement,
              int           column)
{
  int type = sqlite3_column_type (statement, column);
  const char *text = (const char *) sqlite3_column_text (statement, column);
  int length = sqlite3_column_bytes (statement, column);
  guchar head[5] = { type, length >> 24, length >> 16, length >> 8, length };

  g_checksum_update (checksum, head, sizeof head);
  if (length > 0)
    g_checksum_update (checksum, (const guchar *) text, length);
}

/**
 * tl_store_dup_digest:
 * @self: a store
 * @error: return location for a #TlStoreError
 *
 * Two documents with the same digest hold the same rows, in whatever order and on whatever pages.
 *
 * Returns: (transfer full): the digest of the content, in hexadecimal
 */
char *
tl_store_dup_digest (TlStore  *self,
                     GError  **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->n_tables; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", self->tables[i].name);
      sqlite3_stmt *statement = NULL;
      int result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

      g_checksum_update (checksum, (const guchar *) self->tables[i].name, -1);
      while (result == SQLITE_OK || result == SQLITE_ROW)
        {
          result = sqlite3_step (statement);
          for (int j = 0; result == SQLITE_ROW && j < sqlite3_column_count (statement); j++)
            digest_value (checksum, statement, j);
        }

      sqlite3_finalize (statement);
      if (result != SQLITE_DONE)
        {
          tl_store_set_error (self, error);
          return NULL;
        }
    }

  return g_strdup (g_checksum_get_string (checksum));
}
