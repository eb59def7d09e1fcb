/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that are damaged, foreign, or meant to do harm: each gets an error of its kind and a sentence that names it,
 * and is left as it was, byte for byte.
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tl-store.h"
#include "tl-trial.h"

#define PAGE 4096

/* The user and group that own nothing, on every system */
#define NOBODY 65534

static char *
dup_checksum (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) || !g_file_get_contents (path, &contents, &length, NULL))
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static void
patch (const char *path,
       glong       offset,
       const void *bytes,
       gsize       size)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, offset, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
  g_assert_cmpint (fclose (file), ==, 0);
}

static gint64
get_size (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  return info.st_size;
}

/* The number of the page where a table begins */
static guint
find_root_page (const char *path,
                const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;
  guint page;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  page = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return page;
}

static void
make_empty (const char *path)
{
  g_file_set_contents (path, "", 0, NULL);
}

static void
make_text (const char *path)
{
  g_autofree char *text = g_strnfill (20000, 'x');

  g_file_set_contents (path, text, -1, NULL);
}

static void
make_zip (const char *path)
{
  static const char zip[] = "PK\003\004\024\000\000\000\010\000 and what else such a file holds";

  g_file_set_contents (path, zip, sizeof zip, NULL);
}

static void
make_folder (const char *path)
{
  g_unlink (path);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
make_fifo (const char *path)
{
  g_unlink (path);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
make_loop_of_links (const char *path)
{
  g_unlink (path);
  g_assert_cmpint (symlink (path, path), ==, 0);
}

static void
make_nothing (const char *path)
{
  g_unlink (path);
}

static void
make_other_database (const char *path)
{
  g_unlink (path);
  run_sql (path, "CREATE TABLE other (a); INSERT INTO other VALUES (1)");
}

static void
make_newer (const char *path)
{
  run_sql (path, "PRAGMA user_version = 4711");
}

static void
make_half (const char *path)
{
  g_assert_cmpint (truncate (path, get_size (path) / 2 / PAGE * PAGE), ==, 0);
}

static void
make_half_of_header (const char *path)
{
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

/* An inner page of a tree whose only child is itself */
static void
make_page_within_itself (const char *path)
{
  guint page = find_root_page (path, "goal");
  guint8 bytes[12] = { 5, 0, 0, 0, 0, 0, 0, 0, page >> 24, page >> 16, page >> 8, page };

  patch (path, (glong) (page - 1) * PAGE, bytes, sizeof bytes);
}

static void
make_two_tables_of_one_page (const char *path)
{
  run_sql (path,
           "PRAGMA writable_schema = ON;"
           "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'unit') "
           "WHERE name = 'goal'");
}

static void
make_zeroed_page (const char *path)
{
  guint8 zeros[PAGE] = { 0 };

  patch (path, (glong) (find_root_page (path, "person") - 1) * PAGE, zeros, sizeof zeros);
}

static void
make_trigger (const char *path)
{
  run_sql (path, "CREATE TRIGGER evil AFTER UPDATE ON goal BEGIN DELETE FROM goal; END");
}

static void
make_view (const char *path)
{
  run_sql (path, "CREATE VIEW evil AS SELECT * FROM goal");
}

static void
make_virtual_table (const char *path)
{
  run_sql (path, "CREATE VIRTUAL TABLE evil USING fts5 (a)");
}

static void
make_check (const char *path)
{
  run_sql (path,
           "PRAGMA writable_schema = ON;"
           "UPDATE sqlite_schema SET sql = replace (sql, '\"title\" TEXT', "
           "'\"title\" TEXT CHECK (load_extension (''/tmp/evil.so''))') WHERE name = 'goal'");
}

static void
make_generated_column (const char *path)
{
  run_sql (path, "ALTER TABLE goal ADD COLUMN evil TEXT AS (hex (zeroblob (100000000)))");
}

static void
make_index_of_expression (const char *path)
{
  run_sql (path, "CREATE INDEX evil ON goal (abs (position))");
}

static void
make_name_of_control_characters (const char *path)
{
  run_sql (path, "CREATE TABLE \"evil\001\177\xe2\x80\xae\" (a)");
}

static void
make_missing_table (const char *path)
{
  run_sql (path, "DROP TABLE check_in");
}

static void
make_wrong_choice (const char *path)
{
  run_sql (path, "UPDATE goal SET state = 'no such state'");
}

static void
make_wrong_date (const char *path)
{
  run_sql (path, "UPDATE goal SET due = '2026-02-31'");
}

static void
make_dangling_reference (const char *path)
{
  run_sql (path, "PRAGMA foreign_keys = OFF; UPDATE goal SET person = 'nobody', unit = NULL, organisation = NULL");
}

static void
make_without_settings (const char *path)
{
  run_sql (path, "DELETE FROM settings");
}

static void
make_field_over_the_limit (const char *path)
{
  run_sql (path, "UPDATE goal SET description = hex (zeroblob (35000000)) WHERE rowid = (SELECT min (rowid) FROM goal)");
}

static const struct
{
  const char *name;
  void      (*make) (const char *path);
  int         code;
  const char *word;
} kinds[] = {
  { "nothing", make_nothing, TL_STORE_ERROR_NOT_FOUND, "no file" },
  { "empty", make_empty, TL_STORE_ERROR_NOT_A_DOCUMENT, "empty" },
  { "text", make_text, TL_STORE_ERROR_NOT_A_DOCUMENT, "not a Throughline document" },
  { "zip", make_zip, TL_STORE_ERROR_NOT_A_DOCUMENT, "not a Throughline document" },
  { "folder", make_folder, TL_STORE_ERROR_NOT_A_DOCUMENT, "folder" },
  { "fifo", make_fifo, TL_STORE_ERROR_NOT_A_DOCUMENT, "ordinary file" },
  { "loop-of-links", make_loop_of_links, TL_STORE_ERROR_IO, "cannot be read" },
  { "other-database", make_other_database, TL_STORE_ERROR_NOT_A_DOCUMENT, "another program" },
  { "newer", make_newer, TL_STORE_ERROR_NEWER, "4711" },
  { "half", make_half, TL_STORE_ERROR_DAMAGED, "damaged" },
  { "half-of-header", make_half_of_header, TL_STORE_ERROR_NOT_A_DOCUMENT, "not a Throughline document" },
  { "page-within-itself", make_page_within_itself, TL_STORE_ERROR_DAMAGED, "damaged" },
  { "two-tables-of-one-page", make_two_tables_of_one_page, TL_STORE_ERROR_DAMAGED, "damaged" },
  { "zeroed-page", make_zeroed_page, TL_STORE_ERROR_DAMAGED, "damaged" },
  { "trigger", make_trigger, TL_STORE_ERROR_REFUSED, "evil" },
  { "view", make_view, TL_STORE_ERROR_REFUSED, "evil" },
  { "virtual-table", make_virtual_table, TL_STORE_ERROR_REFUSED, "evil" },
  { "check", make_check, TL_STORE_ERROR_REFUSED, "goal" },
  { "generated-column", make_generated_column, TL_STORE_ERROR_REFUSED, "goal" },
  { "index-of-expression", make_index_of_expression, TL_STORE_ERROR_REFUSED, "evil" },
  { "control-characters", make_name_of_control_characters, TL_STORE_ERROR_REFUSED, "evil" },
  { "missing-table", make_missing_table, TL_STORE_ERROR_REFUSED, "check_in" },
  { "wrong-choice", make_wrong_choice, TL_STORE_ERROR_DAMAGED, "no such state" },
  { "wrong-date", make_wrong_date, TL_STORE_ERROR_DAMAGED, "2026-02-31" },
  { "dangling-reference", make_dangling_reference, TL_STORE_ERROR_DAMAGED, "" },
  { "without-settings", make_without_settings, TL_STORE_ERROR_DAMAGED, "settings" },
  { "field-over-the-limit", make_field_over_the_limit, TL_STORE_ERROR_TOO_LONG, "64 MB" },
};

static void
assert_sentence (const char *path,
                 GError     *error,
                 int         code,
                 const char *word)
{
  g_autofree char *name = g_path_get_basename (path);

  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, TL_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
assert_refused (const char *path,
                int         code,
                const char *word)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_checksum (path);
  g_autofree char *after = NULL;

  g_assert_null (tl_document_open (file, NULL, &error));
  assert_sentence (path, error, code, word);
  after = dup_checksum (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_kind (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data);
  g_autofree char *name = g_strconcat (kinds[kind].name, ".throughline", NULL);
  g_autofree char *path = tl_trial_dup_path (name);

  tl_trial_close (tl_trial_make_document (path));
  kinds[kind].make (path);
  assert_refused (path, kinds[kind].code, kinds[kind].word);
  if (g_rmdir (path) != 0)
    g_unlink (path);
}

/* The control: a file that nothing was done to opens, so that refusing is not all that is ever done. */
static void
test_control (void)
{
  g_autofree char *path = tl_trial_dup_path ("sound.throughline");
  g_autofree char *problem = NULL;
  g_autofree char *digest = NULL;

  tl_trial_close (tl_trial_make_document (path));
  digest = tl_trial_dup_digest (path, &problem);
  g_assert_cmpstr (problem, ==, NULL);
}

/* A text of 40 MB is more than anybody writes, and less than the limit. */
static void
test_large_field (void)
{
  g_autofree char *path = tl_trial_dup_path ("large.throughline");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlDocument *document;

  tl_trial_close (tl_trial_make_document (path));
  run_sql (path, "UPDATE goal SET description = hex (zeroblob (20000000)) WHERE rowid = (SELECT min (rowid) FROM goal)");
  document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_trial_act (document, 1, &error));
  g_assert_true (tl_document_undo (document, &error));
  g_assert_no_error (error);
  tl_trial_close (document);
  g_unlink (path);
}

/* A document that some other program has put into the mode of a write-ahead log, and copied without the log, is what
 * it says; it leaves that mode when it is opened, so that the next copy is whole. */
static void
test_log_mode_without_log (void)
{
  static const guint8 log_mode[2] = { 2, 2 };
  g_autofree char *path = tl_trial_dup_path ("log.throughline");
  g_autofree char *contents = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  tl_trial_close (tl_trial_make_document (path));
  before = tl_trial_dup_digest (path, &problem);
  patch (path, 18, log_mode, sizeof log_mode);
  after = tl_trial_dup_digest (path, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpint (contents[18], ==, 1);
}

/* Root may write everywhere, so what is about permissions runs as somebody who owns nothing but this folder. */
static void
drop_privileges (void)
{
  const char *folders[] = { tl_trial_get_root (), tl_trial_get_folder (), g_get_user_data_dir () };

  if (geteuid () != 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    g_assert_cmpint (chown (folders[i], NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
}

static void
run_alone (void)
{
  g_autofree char *path = g_strconcat (g_test_get_path (), "/subprocess", NULL);

  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* Reads everything, changes nothing, and says so to whoever tries. */
static void
assert_read_only (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) copy = g_file_new_build_filename (g_get_user_data_dir (), "copy.throughline", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_checksum (path);
  g_autofree char *after = NULL;
  TlDocument *document = tl_document_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (tl_document_get_read_only (document));
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL)),
                    >, 10);
  g_assert_false (tl_trial_act (document, 0, &error));
  assert_sentence (path, error, TL_STORE_ERROR_READ_ONLY, "");
  g_clear_error (&error);
  g_assert_true (tl_document_save_copy (document, copy, &error));
  g_assert_no_error (error);

  tl_document_cancel_group (document);
  tl_trial_close (document);
  after = dup_checksum (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_read_only_subprocess (void)
{
  g_autofree char *path = NULL;
  const char *folder = tl_trial_get_folder ();

  drop_privileges ();
  path = tl_trial_dup_path ("a.throughline");
  tl_trial_close (tl_trial_make_document (path));

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  assert_read_only (path);

  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  {
    g_autoptr (GFile) copy = g_file_new_build_filename (g_get_user_data_dir (), "copy.throughline", NULL);

    g_file_delete (copy, NULL, NULL);
  }
  assert_read_only (path);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);

  g_assert_cmpint (g_chmod (path, 0000), ==, 0);
  {
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (GError) error = NULL;

    g_assert_null (tl_document_open (file, NULL, &error));
    assert_sentence (path, error, TL_STORE_ERROR_READ_ONLY, "permissions");
  }
}

/* The folder turns read-only while the document is open: said at once, nothing lost, and good again afterwards. */
static void
test_turns_read_only_subprocess (void)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document;

  drop_privileges ();
  path = tl_trial_dup_path ("a.throughline");
  document = tl_trial_make_document (path);
  g_assert_cmpint (g_chmod (tl_trial_get_folder (), 0500), ==, 0);
  g_assert_false (tl_trial_act (document, 0, &error));
  assert_sentence (path, error, TL_STORE_ERROR_READ_ONLY, "");
  g_clear_error (&error);

  g_assert_cmpint (g_chmod (tl_trial_get_folder (), 0700), ==, 0);
  g_assert_true (tl_document_flush (document, &error));
  g_assert_no_error (error);
  tl_trial_close (document);
}

/* What a program that was killed in the middle of a change left: the file half changed, and the journal to undo it */
static void
leave_journal (const char *path)
{
  g_autofree char *journal_path = g_strconcat (path, "-journal", NULL);
  g_autofree char *contents = NULL;
  g_autofree char *journal = NULL;
  gsize length, journal_length;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN; UPDATE goal SET description = hex (zeroblob (10000))",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_db_cacheflush (db), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_get_contents (journal_path, &journal, &journal_length, NULL));
  sqlite3_close (db);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_assert_true (g_file_set_contents (journal_path, journal, journal_length, NULL));
}

static void
test_journal_subprocess (void)
{
  g_autofree char *path = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  drop_privileges ();
  path = tl_trial_dup_path ("a.throughline");
  tl_trial_close (tl_trial_make_document (path));
  before = tl_trial_dup_digest (path, &problem);
  leave_journal (path);

  g_assert_cmpint (g_chmod (tl_trial_get_folder (), 0500), ==, 0);
  assert_refused (path, TL_STORE_ERROR_READ_ONLY, "not closed properly");
  g_assert_cmpint (g_chmod (tl_trial_get_folder (), 0700), ==, 0);

  after = tl_trial_dup_digest (path, &problem);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpstr (before, ==, after);
}

#define ADD_ALONE(name, function) \
  g_test_add_func ("/hostile/" name, run_alone); \
  g_test_add_func ("/hostile/" name "/subprocess", function)

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);
  g_test_add_func ("/hostile/control", test_control);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/kind/", kinds[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_kind);
    }
  g_test_add_func ("/hostile/large-field", test_large_field);
  g_test_add_func ("/hostile/log-mode-without-log", test_log_mode_without_log);
  ADD_ALONE ("read-only", test_read_only_subprocess);
  ADD_ALONE ("turns-read-only", test_turns_read_only_subprocess);
  ADD_ALONE ("journal-in-read-only-folder", test_journal_subprocess);
  return tl_trial_run ();
}
