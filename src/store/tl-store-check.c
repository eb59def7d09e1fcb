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

typedef void (*TlRowFunc) (sqlite3_stmt *row,
                           gpointer      user_data);

/* Calls @func for every row that @sql returns. */
static gboolean
for_each_row (TlStore     *self,
              const char  *sql,
              TlRowFunc    func,
              gpointer     user_data,
              GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      result = sqlite3_step (statement);
      if (result == SQLITE_ROW)
        func (statement, user_data);
    }

  sqlite3_finalize (statement);
  if (result == SQLITE_DONE)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

static const char *
get_text (sqlite3_stmt *row,
          int           column)
{
  const char *text = (const char *) sqlite3_column_text (row, column);

  return text != NULL ? text : "";
}

/* Where sentences about what is wrong go, and what is wrong with each row */
typedef struct
{
  GPtrArray  *problems;
  const char *problem;
  guint       n_problems;
} TlComplaint;

static void
complain_of_page (sqlite3_stmt *row,
                  gpointer      user_data)
{
  TlComplaint *complaint = user_data;

  if (!g_str_equal (get_text (row, 0), "ok"))
    g_ptr_array_add (complaint->problems, g_strdup_printf (_("The file is damaged: %s."), get_text (row, 0)));
}

static void
complain_of_reference (sqlite3_stmt *row,
                       gpointer      user_data)
{
  TlComplaint *complaint = user_data;

  /* Translators: kinds of entities, such as “goal” and “unit” */
  if (complaint->n_problems++ < MAX_PROBLEMS)
    g_ptr_array_add (complaint->problems,
                     g_strdup_printf (_("A %s names a %s that is not there."), get_text (row, 0), get_text (row, 2)));
}

static void
complain_of_row (sqlite3_stmt *row,
                 gpointer      user_data)
{
  TlComplaint *complaint = user_data;

  g_ptr_array_add (complaint->problems, g_strdup_printf ("%s: %s", get_text (row, 0), complaint->problem));
}

static gboolean
check_integrity (TlStore    *self,
                 GPtrArray  *problems,
                 GError    **error)
{
  TlComplaint complaint = { problems };

  return for_each_row (self, "PRAGMA integrity_check (100)", complain_of_page, &complaint, error);
}

static gboolean
check_references (TlStore    *self,
                  GPtrArray  *problems,
                  GError    **error)
{
  TlComplaint complaint = { problems };

  return for_each_row (self, "PRAGMA foreign_key_check", complain_of_reference, &complaint, error);
}

/* Says @problem, with what the statement returned in it, for every row of @sql. */
static gboolean
check_rows (TlStore     *self,
            const char  *sql,
            const char  *problem,
            GPtrArray   *problems,
            GError     **error)
{
  TlComplaint complaint = { problems, problem };

  return for_each_row (self, sql, complain_of_row, &complaint, error);
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

static void
add_link (sqlite3_stmt *row,
          gpointer      user_data)
{
  TlLinks *links = user_data;
  guint from = find_index (links, get_text (row, 0));
  guint to = find_index (links, get_text (row, 1));

  g_array_append_val (links->links, from);
  g_array_append_val (links->links, to);
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
  gboolean read = for_each_row (self, sql, add_link, &links, error);

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

/**
 * tl_store_check_file:
 * @path: the absolute path of a document, which may be open
 * @problems: (element-type utf8): sentences about what is wrong are added to it
 * @cancellable: (nullable): stops the check
 * @error: return location for a #TlStoreError
 *
 * Does what tl_store_check() does on a connection of its own, for a thread.  The file is read into memory in one go
 * and looked at there: a check holds its lock for as long as it reads, and an edit must not wait for that.
 *
 * Returns: whether the check was carried out to its end, whatever it found
 */
gboolean
tl_store_check_file (const char    *path,
                     GPtrArray     *problems,
                     GCancellable  *cancellable,
                     GError       **error)
{
  TlStore store;
  sqlite3 *copy = NULL;
  gboolean checked = FALSE;

  g_return_val_if_fail (path != NULL && g_path_is_absolute (path), FALSE);

  if (!tl_store_open_to_look (&store, path, cancellable, error))
    return FALSE;

  if (sqlite3_open (":memory:", &copy) == SQLITE_OK && tl_store_copy_database (store.db, copy))
    {
      sqlite3_close (store.db);
      store.db = g_steal_pointer (&copy);
      tl_store_configure (&store);
      checked = tl_store_check (&store, problems, cancellable, error);
    }
  else
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO, _("“%s” could not be read: %s."),
                   store.display_name, sqlite3_errmsg (copy));
      sqlite3_close (copy);
    }

  tl_store_end_look (&store);
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

static void
digest_row (sqlite3_stmt *row,
            gpointer      user_data)
{
  for (int i = 0; i < sqlite3_column_count (row); i++)
    digest_value (user_data, row, i);
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

      g_checksum_update (checksum, (const guchar *) self->tables[i].name, -1);
      if (!for_each_row (self, sql, digest_row, checksum, error))
        return NULL;
    }

  return g_strdup (g_checksum_get_string (checksum));
}
