/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents of every schema that was ever released: each opens, holds what it held, and none is harmed. */

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tl-schema.h"
#include "tl-store.h"
#include "tl-test-folder.h"

/* The versions of which tests/data/schema has a document */
#define N_FIXTURES 3

/* A copy of the document of that version, which may be written to */
static char *
copy_fixture (const char *folder,
              int         version)
{
  g_autofree char *name = g_strdup_printf ("v%d.throughline", version);
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "data", "schema", name, NULL);
  char *path = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture, &contents, &length, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents_full (path, contents, length, G_FILE_SET_CONTENTS_NONE, 0600, &error));
  return path;
}

static char *
dup_file_digest (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

/* Every value of the columns that a schema has, table by table; those it has not are not asked for. */
static char *
dup_rows (sqlite3 *db,
          int      version)
{
  GString *text = g_string_new (NULL);
  sqlite3 *reference = NULL;
  sqlite3_stmt *columns = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &reference), ==, SQLITE_OK);
  g_assert_true (tl_schema_migrate (reference, 0, version));
  sqlite3_prepare_v2 (reference,
                      "SELECT t.name, group_concat ('quote(\"' || c.name || '\")', ' || ''|'' || ') "
                      "FROM pragma_table_list AS t JOIN pragma_table_info (t.name) AS c "
                      "WHERE t.name NOT LIKE 'sqlite_%' AND t.name <> 'document' GROUP BY t.name", -1, &columns, NULL);
  while (sqlite3_step (columns) == SQLITE_ROW)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY id", sqlite3_column_text (columns, 1),
                                              sqlite3_column_text (columns, 0));
      sqlite3_stmt *rows = NULL;
      guint n_rows = 0;

      g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &rows, NULL), ==, SQLITE_OK);
      for (; sqlite3_step (rows) == SQLITE_ROW; n_rows++)
        g_string_append_printf (text, "%s|%s\n", sqlite3_column_text (columns, 0), sqlite3_column_text (rows, 0));
      sqlite3_finalize (rows);

      /* A fixture that leaves a table out tests nothing of it. */
      g_assert_cmpuint (n_rows, >, 0);
    }

  sqlite3_finalize (columns);
  sqlite3_close (reference);
  return g_string_free (text, FALSE);
}

static char *
dup_rows_of_file (const char *path,
                  int         version)
{
  sqlite3 *db = NULL;
  char *text;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  text = dup_rows (db, version);
  sqlite3_close (db);
  return text;
}

typedef struct
{
  guint    n_calls;
  int      from;
  int      to;
  gboolean answer;
  char    *copy;
} Asked;

static gboolean
asked_cb (const char  *path,
          int          from_version,
          int          to_version,
          gpointer     user_data,
          GError     **error)
{
  Asked *asked = user_data;

  asked->n_calls++;
  asked->from = from_version;
  asked->to = to_version;
  if (asked->copy != NULL)
    {
      g_assert_true (tl_store_copy_file (path, asked->copy, NULL, error));
      g_assert_false (tl_store_copy_file (path, asked->copy, NULL, NULL));
    }
  if (!asked->answer)
    g_set_error_literal (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL, "No room for a backup");
  return asked->answer;
}

static void
assert_loads (TlStore *store)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_store_load (store, model, &error));
  g_assert_no_error (error);
  g_assert_true (tl_store_check (store, problems, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (model, TL_TYPE_GOAL)), ==, 4);
}

static void
test_opens (void)
{
  g_assert_cmpint (TL_SCHEMA_VERSION, ==, N_FIXTURES);

  for (int version = 1; version <= N_FIXTURES; version++)
    {
      g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
      g_autofree char *path = copy_fixture (folder, version);
      g_autofree char *copy = g_build_filename (folder, "backup.throughline", NULL);
      g_autofree char *rows = dup_rows_of_file (path, version);
      g_autofree char *rows_after = NULL;
      g_autofree char *rows_of_copy = NULL;
      g_autofree char *id = NULL;
      g_autoptr (GError) error = NULL;
      Asked asked = { .answer = TRUE, .copy = version < TL_SCHEMA_VERSION ? copy : NULL };
      TlStore *store = tl_store_open_full (path, TL_STORE_OPEN_DEFAULT, asked_cb, &asked, NULL, &error);

      g_assert_no_error (error);
      g_assert_false (tl_store_get_read_only (store));
      assert_loads (store);
      id = g_strdup (tl_store_get_id (store));
      g_assert_true (g_uuid_string_is_valid (id));
      tl_store_close (store);

      rows_after = dup_rows_of_file (path, version);
      g_assert_cmpstr (rows, ==, rows_after);
      g_assert_cmpuint (asked.n_calls, ==, version < TL_SCHEMA_VERSION ? 1 : 0);
      if (version < TL_SCHEMA_VERSION)
        {
          g_assert_cmpint (asked.from, ==, version);
          g_assert_cmpint (asked.to, ==, TL_SCHEMA_VERSION);
          rows_of_copy = dup_rows_of_file (copy, version);
          g_assert_cmpstr (rows, ==, rows_of_copy);
        }

      /* The second time it is a document like any other, and the same one. */
      store = tl_store_open_full (path, TL_STORE_OPEN_DEFAULT, asked_cb, &asked, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (asked.n_calls, ==, version < TL_SCHEMA_VERSION ? 1 : 0);
      g_assert_cmpstr (tl_store_get_id (store), ==, id);
      tl_store_close (store);
    }
}

static void
test_can_be_stopped (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = copy_fixture (folder, 1);
  g_autofree char *before = dup_file_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  Asked asked = { .answer = FALSE };

  g_assert_null (tl_store_open_full (path, TL_STORE_OPEN_DEFAULT, asked_cb, &asked, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL);
  g_assert_cmpuint (asked.n_calls, ==, 1);
  after = dup_file_digest (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_read_only (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = copy_fixture (folder, 1);
  g_autofree char *copy = g_build_filename (folder, "copy.throughline", NULL);
  g_autofree char *before = dup_file_digest (path);
  g_autofree char *after = NULL;
  g_autofree char *rows = dup_rows_of_file (path, 1);
  g_autofree char *rows_of_copy = NULL;
  g_autoptr (GError) error = NULL;
  Asked asked = { .answer = FALSE };
  TlStore *store = tl_store_open_full (path, TL_STORE_OPEN_READ_ONLY, asked_cb, &asked, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (asked.n_calls, ==, 0);
  g_assert_true (tl_store_get_read_only (store));
  assert_loads (store);
  g_assert_false (tl_store_begin (store, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (tl_store_copy_as_new (store, copy, &error));
  g_assert_no_error (error);
  tl_store_close (store);

  after = dup_file_digest (path);
  g_assert_cmpstr (before, ==, after);
  rows_of_copy = dup_rows_of_file (copy, 1);
  g_assert_cmpstr (rows, ==, rows_of_copy);
}

/* No more than the file holds already can be written from here on, as on a full disk. */
static gboolean
limit_cb (const char  *path,
          int          from_version,
          int          to_version,
          gpointer     user_data,
          GError     **error)
{
  struct rlimit *limit = user_data;
  struct rlimit less = *limit;
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  less.rlim_cur = info.st_size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &less), ==, 0);
  return TRUE;
}

static void
test_fails_half_way (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = copy_fixture (folder, 1);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *rows = dup_rows_of_file (path, 1);
  g_autofree char *rows_after = NULL;
  g_autofree char *before = dup_file_digest (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  TlStore *store;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  store = tl_store_open_full (path, TL_STORE_OPEN_DEFAULT, limit_cb, &limit, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (store);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "v1.throughline"));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
  after = dup_file_digest (path);
  g_assert_cmpstr (before, ==, after);

  /* With room on the disk the same file can be migrated. */
  g_clear_error (&error);
  store = tl_store_open (path, NULL, &error);
  g_assert_no_error (error);
  tl_store_close (store);
  rows_after = dup_rows_of_file (path, 1);
  g_assert_cmpstr (rows, ==, rows_after);
}

/* A document that does not say which it is gets an identity; one that says something wild is not believed. */
static void
test_identity_is_mended (void)
{
  static const char *damages[] = {
    "DELETE FROM document",
    "UPDATE document SET id = '../../../home'",
    "UPDATE document SET state = ''",
    "INSERT INTO document VALUES ('1c9a54bb-7d0e-4c37-9a5c-6a2b6f8e2f10', '1c9a54bb-7d0e-4c37-9a5c-6a2b6f8e2f11')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
      g_autofree char *path = copy_fixture (folder, 2);
      g_autofree char *id = NULL;
      g_autoptr (GError) error = NULL;
      sqlite3 *db = NULL;
      TlStore *store;

      g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, damages[i], NULL, NULL, NULL), ==, SQLITE_OK);
      sqlite3_close (db);

      store = tl_store_open_full (path, TL_STORE_OPEN_READ_ONLY, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_uuid_string_is_valid (tl_store_get_id (store)));
      tl_store_close (store);

      store = tl_store_open (path, NULL, &error);
      g_assert_no_error (error);
      id = g_strdup (tl_store_get_id (store));
      g_assert_true (g_uuid_string_is_valid (id));
      tl_store_close (store);

      store = tl_store_open (path, NULL, &error);
      g_assert_cmpstr (tl_store_get_id (store), ==, id);
      tl_store_close (store);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/opens", test_opens);
  g_test_add_func ("/versions/can-be-stopped", test_can_be_stopped);
  g_test_add_func ("/versions/read-only", test_read_only);
  g_test_add_func ("/versions/fails-half-way", test_fails_half_way);
  g_test_add_func ("/versions/identity-is-mended", test_identity_is_mended);
  return g_test_run ();
}
