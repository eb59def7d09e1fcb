/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are no documents, or are not what they seem: each gets its own sentence, and none is touched. */

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-store.h"
#include "tl-test-folder.h"

static char *
dup_file_digest (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

static char *
make_document (const char *folder)
{
  char *path = g_build_filename (folder, "doc.throughline", NULL);
  g_autoptr (GError) error = NULL;
  TlStore *store;
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (TlSettings) settings = tl_settings_new ();

  store = tl_store_create (path, &error);
  g_assert_no_error (error);
  g_assert_true (tl_store_begin (store, &error));
  g_assert_true (tl_store_insert (store, TL_ENTITY (organisation), &error));
  g_assert_true (tl_store_insert (store, TL_ENTITY (settings), &error));
  g_bytes_unref (tl_store_commit (store, &error));
  tl_store_close (store);
  return path;
}

static void
tamper (const char *path,
        const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* Opening fails with that code, names the file, and leaves it byte for byte. */
static void
assert_refused (const char *path,
                int         code,
                const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean is_file = g_file_test (path, G_FILE_TEST_IS_REGULAR);

  if (is_file)
    before = dup_file_digest (path);

  g_assert_null (tl_store_open (path, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  if (is_file)
    {
      after = dup_file_digest (path);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_no_documents (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "thing.throughline", NULL);
  g_autofree char *long_text = g_strnfill (10000, 'x');

  assert_refused (path, TL_STORE_ERROR_NOT_FOUND, "no file");
  assert_refused (folder, TL_STORE_ERROR_NOT_A_DOCUMENT, "folder");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_refused (path, TL_STORE_ERROR_NOT_A_DOCUMENT, "ordinary");
  g_remove (path);

  g_file_set_contents (path, "", 0, NULL);
  assert_refused (path, TL_STORE_ERROR_NOT_A_DOCUMENT, "empty");
  g_file_set_contents (path, "hello", -1, NULL);
  assert_refused (path, TL_STORE_ERROR_NOT_A_DOCUMENT, "not a Throughline");
  g_file_set_contents (path, long_text, -1, NULL);
  assert_refused (path, TL_STORE_ERROR_NOT_A_DOCUMENT, "not a Throughline");
  g_file_set_contents (path, "PK\003\004 and more of a ZIP file", -1, NULL);
  assert_refused (path, TL_STORE_ERROR_NOT_A_DOCUMENT, "not a Throughline");
  g_remove (path);

  tamper (path, "CREATE TABLE other (a)");
  assert_refused (path, TL_STORE_ERROR_NOT_A_DOCUMENT, "another program");
}

static void
test_newer (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = make_document (folder);

  tamper (path, "PRAGMA user_version = 99");
  assert_refused (path, TL_STORE_ERROR_NEWER, "99");
}

/* What a program left when it was killed: a file, and beside it a log with all the changes in it */
static void
leave_log (const char *path,
           const char *sql)
{
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *log = NULL;
  gsize length, log_length;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &log_length, NULL));
  sqlite3_close (db);

  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_true (g_file_set_contents (log_path, log, log_length, NULL));
}

/* What is refused keeps its log, too; what is accepted takes it in. */
static void
test_write_ahead_log (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = make_document (folder);
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlStore) store = NULL;

  leave_log (path, "INSERT INTO cycle (id, name) VALUES ('c', 'In the log')");
  store = tl_store_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_store_load (store, model, &error));
  g_assert_nonnull (tl_model_lookup (model, "c"));
  g_clear_pointer (&store, tl_store_close);
  g_assert_false (g_file_test (log_path, G_FILE_TEST_EXISTS));

  leave_log (path, "PRAGMA user_version = 99");
  before = dup_file_digest (log_path);
  assert_refused (path, TL_STORE_ERROR_NEWER, "99");
  after = dup_file_digest (log_path);
  g_assert_cmpstr (before, ==, after);
}

/* A program that was killed in the middle of a change leaves a journal, which has to be played back first. */
static void
test_journal_in_read_only_folder (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = make_document (folder);
  g_autofree char *journal_path = g_strconcat (path, "-journal", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *journal = NULL;
  gsize length, journal_length;
  sqlite3 *db = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; UPDATE organisation SET notes = hex (zeroblob (100000))",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_get_contents (journal_path, &journal, &journal_length, NULL));
  sqlite3_close (db);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_true (g_file_set_contents (journal_path, journal, journal_length, NULL));

  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  assert_refused (path, TL_STORE_ERROR_READ_ONLY, "not closed properly");
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

static void
test_hostile_schemas (void)
{
  static const struct { const char *sql; const char *word; } cases[] = {
    { "CREATE TRIGGER evil AFTER UPDATE ON goal BEGIN DELETE FROM goal; END", "evil" },
    { "CREATE VIEW evil AS SELECT * FROM goal", "evil" },
    { "CREATE TABLE evil (a CHECK (abs (a) > 0))", "evil" },
    { "CREATE VIRTUAL TABLE evil USING fts5 (a)", "evil" },
    { "CREATE INDEX evil ON goal (title)", "evil" },
    { "DROP TABLE check_in", "check_in" },
    { "ALTER TABLE goal ADD COLUMN evil TEXT", "goal" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
      g_autofree char *path = make_document (folder);

      tamper (path, cases[i].sql);
      assert_refused (path, TL_STORE_ERROR_REFUSED, cases[i].word);
    }
}

static void
assert_does_not_load (const char *path,
                      const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlModel) model = tl_model_new ();
  TlStore *store = tl_store_open (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (tl_store_load (store, model, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, word));
  tl_store_close (store);
}

static void
test_rows_that_make_no_sense (void)
{
  static const struct { const char *sql; const char *word; } cases[] = {
    { "UPDATE organisation SET kind = 'friend'", "friend" },
    { "INSERT INTO unit VALUES ('u', 'U', 'team', 'nobody', NULL)", "organisation" },
    { "INSERT INTO cycle (id, start) VALUES ('c', '2026-02-31')", "2026-02-31" },
    { "INSERT INTO cycle (id) SELECT id FROM organisation", "identity" },
    { "INSERT INTO unit SELECT 'u', 'U', 'team', id, 'nobody' FROM organisation", "parent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
      g_autofree char *path = make_document (folder);

      tamper (path, cases[i].sql);
      assert_does_not_load (path, cases[i].word);
    }
}

static void
test_open_twice (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = make_document (folder);
  g_autofree char *other = g_build_filename (folder, "link.throughline", NULL);
  g_autoptr (GError) error = NULL;
  TlStore *store = tl_store_open (path, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (symlink (path, other), ==, 0);
  g_assert_null (tl_store_open (path, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_null (tl_store_open (other, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_OPEN);
  g_clear_error (&error);

  tl_store_close (store);
  store = tl_store_open (other, NULL, &error);
  g_assert_no_error (error);
  tl_store_close (store);
}

static void
test_cancelled (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = make_document (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) sql = g_string_new ("BEGIN;");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (sql, "INSERT INTO cycle (id, name) VALUES ('c%u', 'A cycle with a name');", i);
  g_string_append (sql, "COMMIT");
  tamper (path, sql->str);

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_store_open (path, cancellable, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_CANCELLED);
}

/* Bytes changed at random places: a sentence or a document, never a crash and never a hang. */
static void
test_flipped_bytes (void)
{
  g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
  g_autofree char *path = make_document (folder);
  g_autofree char *flipped = g_build_filename (folder, "flipped.throughline", NULL);
  g_autofree char *contents = NULL;
  gsize length;
  guint n_refused = 0;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *copy = g_memdup2 (contents, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlModel) model = tl_model_new ();
      gsize kept = i % 8 == 0 ? g_test_rand_int_range (1, length) : length;
      TlStore *store;

      for (guint j = 0; j < 1 + i % 5; j++)
        copy[g_test_rand_int_range (0, i % 2 == 0 ? 4096 : length)] ^= 1 << g_test_rand_int_range (0, 8);

      g_assert_true (g_file_set_contents (flipped, copy, kept, NULL));
      store = tl_store_open (flipped, NULL, &error);
      if (store == NULL || !tl_store_load (store, model, &error))
        {
          g_assert_nonnull (error);
          n_refused++;
        }
      g_clear_pointer (&store, tl_store_close);
    }

  g_assert_cmpuint (n_refused, >, 50);
}

static void
test_check (void)
{
  static const struct { const char *sql; const char *word; } cases[] = {
    { "DELETE FROM settings", "settings" },
    { "INSERT INTO unit VALUES ('u', 'U', 'team', 'nobody', NULL)", "not there" },
    { "INSERT INTO unit SELECT 'u', 'U', 'team', id, 'u' FROM organisation", "Units" },
    { "INSERT INTO goal (id, title, state, facet, beneficiary, stretch, rollup) "
      "VALUES ('g', 'Lost', 'active', 'work', 'unset', 'none', 'weighted')", "Lost" },
    { "INSERT INTO goal (id, title, organisation, state, facet, beneficiary, stretch, rollup) "
      "SELECT 'g', 'A', id, 'active', 'work', 'unset', 'none', 'weighted' FROM organisation;"
      "INSERT INTO goal (id, title, organisation, state, facet, beneficiary, stretch, rollup) "
      "SELECT 'h', 'B', id, 'active', 'work', 'unset', 'none', 'weighted' FROM organisation;"
      "INSERT INTO contribution VALUES ('c', 'g', 'h', 1, NULL, 0);"
      "INSERT INTO contribution VALUES ('d', 'h', 'g', 1, NULL, 0)", "circle" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlTestFolder) folder = tl_test_make_folder ();
      g_autofree char *path = make_document (folder);
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      TlStore *store = tl_store_open (path, NULL, &error);

      g_assert_true (tl_store_check (store, problems, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
      tl_store_close (store);

      tamper (path, cases[i].sql);
      store = tl_store_open (path, NULL, &error);
      g_assert_true (tl_store_check (store, problems, NULL, &error));
      g_assert_cmpuint (problems->len, ==, 1);
      g_test_message ("%s", (char *) problems->pdata[0]);
      g_assert_nonnull (strstr (problems->pdata[0], cases[i].word));
      tl_store_close (store);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/open/no-documents", test_no_documents);
  g_test_add_func ("/open/newer", test_newer);
  g_test_add_func ("/open/write-ahead-log", test_write_ahead_log);
  g_test_add_func ("/open/journal-in-read-only-folder", test_journal_in_read_only_folder);
  g_test_add_func ("/open/hostile-schemas", test_hostile_schemas);
  g_test_add_func ("/open/rows-that-make-no-sense", test_rows_that_make_no_sense);
  g_test_add_func ("/open/twice", test_open_twice);
  g_test_add_func ("/open/cancelled", test_cancelled);
  g_test_add_func ("/open/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/open/check", test_check);
  return g_test_run ();
}
