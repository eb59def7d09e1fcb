/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What befalls the file of a document while it is open: each has its own sentence, nothing is written over what is
 * there, and nothing that is on the screen is lost. */

#include <sqlite3.h>
#include <unistd.h>

#include "tl-document-fixture.h"

static const char *
get_path (Fixture *fixture)
{
  return g_file_peek_path (fixture->file);
}

static void
make_other_document (Fixture    *fixture,
                     const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = tl_document_create (file, "Other", &error);

  g_assert_no_error (error);
}

/* Writes into the file that is there, and not over its name. */
static void
overwrite (const char *path,
           const char *contents,
           gsize       length)
{
  FILE *file = fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (contents, 1, length, file), ==, length);
  g_assert_cmpint (fflush (file), ==, 0);
  g_assert_cmpint (ftruncate (fileno (file), length), ==, 0);
  fclose (file);
}

static void
do_rename (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "elsewhere.throughline", NULL);

  g_assert_cmpint (g_rename (get_path (fixture), path), ==, 0);
}

static void
do_delete (Fixture *fixture)
{
  g_assert_cmpint (g_remove (get_path (fixture)), ==, 0);
}

static void
do_replace (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.throughline", NULL);

  make_other_document (fixture, path);
  g_assert_cmpint (g_rename (path, get_path (fixture)), ==, 0);
}

static void
do_overwrite (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.throughline", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  make_other_document (fixture, path);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  overwrite (get_path (fixture), contents, length);
  g_remove (path);
}

static void
do_empty (Fixture *fixture)
{
  overwrite (get_path (fixture), "", 0);
}

static void
do_overwrite_with_text (Fixture *fixture)
{
  g_autofree char *text = g_strnfill (50000, 'x');

  overwrite (get_path (fixture), text, 50000);
}

/* Another program that keeps to all rules */
static void
do_edit_elsewhere (Fixture *fixture)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (get_path (fixture), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE organisation SET notes = 'Written elsewhere';"
                                 "UPDATE document SET state = '1c9a54bb-7d0e-4c37-9a5c-6a2b6f8e2f10'",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

typedef struct
{
  const char *name;
  void      (*harm) (Fixture *fixture);
  int         code;
  const char *words;
} Harm;

static const Harm harms[] = {
  { "renamed", do_rename, TL_STORE_ERROR_MOVED, "its name is “elsewhere.throughline” now" },
  { "deleted", do_delete, TL_STORE_ERROR_MOVED, "was deleted" },
  { "replaced", do_replace, TL_STORE_ERROR_REPLACED, "replaced by another file" },
  { "overwritten", do_overwrite, TL_STORE_ERROR_REPLACED, "overwritten with something else" },
  { "overwritten with text", do_overwrite_with_text, TL_STORE_ERROR_REPLACED, "overwritten with something else" },
  { "emptied", do_empty, TL_STORE_ERROR_REPLACED, "overwritten with something else" },
  { "edited elsewhere", do_edit_elsewhere, TL_STORE_ERROR_REPLACED, "changed elsewhere" },
};

static char *
dup_file_digest (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return g_strdup ("none");
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, length);
}

/* The edit is refused with those words, stays on the screen, and goes into a copy; what is there now stays. */
static void
assert_nothing_is_lost (Fixture    *fixture,
                        int         code,
                        const char *words)
{
  g_autofree char *there = dup_file_digest (get_path (fixture));
  g_autofree char *there_still = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) undo_error = NULL;

  /* First what is on the disk already, of which the file knows no longer. */
  before = dup_memory_text (fixture->model);
  copied = dup_reopened_text (fixture);
  g_assert_cmpstr (before, ==, copied);
  g_assert_false (tl_document_undo (fixture->document, &undo_error));
  g_assert_error (undo_error, TL_STORE_ERROR, code);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);

  add_goal (fixture, "In spite of all");
  g_assert_false (tl_document_flush (fixture->document, &error));
  g_assert_error (error, TL_STORE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "a.throughline"));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpstr (tl_document_get_storage_error (fixture->document), ==, error->message);
  g_assert_false (tl_document_get_saved (fixture->document));

  g_free (before);
  g_free (copied);
  before = dup_memory_text (fixture->model);
  copied = dup_reopened_text (fixture);
  g_assert_nonnull (strstr (before, "In spite of all"));
  g_assert_cmpstr (before, ==, copied);

  there_still = dup_file_digest (get_path (fixture));
  g_assert_cmpstr (there, ==, there_still);
  tl_document_abandon (fixture->document);
}

static void
test_harms (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      Fixture other;

      g_test_message ("%s", harms[i].name);
      set_up (&other, NULL);
      add_goal (&other, "Before");
      flush (&other);
      harms[i].harm (&other);
      assert_nothing_is_lost (&other, harms[i].code, harms[i].words);
      tear_down (&other, NULL);
    }
}

/* An older copy is put back in place, such that SQLite by itself would not notice: its counters of changes are set to
 * those of the file it takes the place of. */
static void
test_older_copy (Fixture       *fixture,
                 gconstpointer  data)
{
  static const gsize counters[] = { 24, 92 };
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  gsize older_length, newer_length;
  const gboolean *same_counter = data;

  add_goal (fixture, "Before");
  flush (fixture);
  g_assert_true (g_file_get_contents (get_path (fixture), &older, &older_length, NULL));
  add_goal (fixture, "After");
  flush (fixture);
  g_assert_true (g_file_get_contents (get_path (fixture), &newer, &newer_length, NULL));
  for (guint i = 0; *same_counter && i < G_N_ELEMENTS (counters); i++)
    memcpy (older + counters[i], newer + counters[i], 4);

  overwrite (get_path (fixture), older, older_length);
  assert_nothing_is_lost (fixture, TL_STORE_ERROR_REPLACED, "an older copy of it was put back");
}

/* What was there before cannot be read from a file that is another one: then Cancel leaves the edit, and says so. */
static void
test_cancel_without_the_file (Fixture       *fixture,
                              gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "Before");

  flush (fixture);
  do_overwrite (fixture);
  tl_document_begin_group (fixture->document, "Change");
  tl_goal_set_title (goal, "After");
  tl_document_cancel_group (fixture->document);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "After");
  g_assert_nonnull (tl_document_get_storage_error (fixture->document));
  g_assert_false (tl_document_get_saved (fixture->document));
  assert_nothing_is_lost (fixture, TL_STORE_ERROR_REPLACED, "overwritten with something else");
}

static void
count_cb (TlDocument *document,
          GParamSpec *pspec,
          guint      *n_calls)
{
  (*n_calls)++;
}

/* "Saved" is true when it is said; and what has gone wrong is no longer said when it has gone well. */
static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "elsewhere.throughline", NULL);
  g_autoptr (GError) error = NULL;
  guint n_calls = 0;

  g_signal_connect (fixture->document, "notify::saved", G_CALLBACK (count_cb), &n_calls);
  g_assert_true (tl_document_get_saved (fixture->document));
  add_goal (fixture, "One");
  g_assert_false (tl_document_get_saved (fixture->document));
  g_assert_cmpuint (n_calls, ==, 1);
  flush (fixture);
  g_assert_true (tl_document_get_saved (fixture->document));
  g_assert_cmpuint (n_calls, ==, 2);

  g_assert_cmpint (g_rename (get_path (fixture), path), ==, 0);
  add_goal (fixture, "Two");
  g_assert_false (tl_document_flush (fixture->document, &error));
  g_assert_false (tl_document_get_saved (fixture->document));
  g_assert_nonnull (tl_document_get_storage_error (fixture->document));

  g_assert_cmpint (g_rename (path, get_path (fixture)), ==, 0);
  flush (fixture);
  g_assert_true (tl_document_get_saved (fixture->document));
  g_assert_null (tl_document_get_storage_error (fixture->document));
  g_assert_cmpuint (n_calls, ==, 4);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GPtrArray *
check (Fixture       *fixture,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tl_document_check_async (fixture->document, cancellable, checked_cb, &result);

  /* The document can be edited meanwhile. */
  add_goal (fixture, "Meanwhile");
  flush (fixture);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return tl_document_check_finish (fixture->document, result, error);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  problems = check (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);

  g_assert_cmpint (sqlite3_open (get_path (fixture), &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "UPDATE goal SET organisation = NULL", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = check (fixture, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_test_message ("%s", (char *) problems->pdata[0]);
  g_assert_nonnull (strstr (problems->pdata[0], "owner"));

  g_clear_pointer (&problems, g_ptr_array_unref);
  g_cancellable_cancel (cancellable);
  problems = check (fixture, cancellable, &error);
  g_assert_null (problems);
  g_assert_nonnull (error);
}

/* A disk that gives wrong bytes for a while */
static int n_wrong_reads;
static sqlite3_io_methods wrong_methods;
static const sqlite3_io_methods *right_methods;
static int (*right_open) (sqlite3_vfs *, const char *, sqlite3_file *, int, int *);

static int
read_wrongly (sqlite3_file  *file,
              void          *buffer,
              int            length,
              sqlite3_int64  offset)
{
  int result = right_methods->xRead (file, buffer, length, offset);

  if (n_wrong_reads > 0 && offset > 0 && length >= 512)
    {
      n_wrong_reads--;
      memset (buffer, 0xff, length);
    }
  return result;
}

static int
open_wrongly (sqlite3_vfs  *vfs,
              const char   *name,
              sqlite3_file *file,
              int           flags,
              int          *out_flags)
{
  int result = right_open (vfs, name, file, flags, out_flags);

  if (result == SQLITE_OK && (flags & SQLITE_OPEN_MAIN_DB) != 0 && g_str_has_suffix (name, "a.throughline"))
    {
      right_methods = file->pMethods;
      wrong_methods = *right_methods;
      wrong_methods.xRead = read_wrongly;
      file->pMethods = &wrong_methods;
    }
  return result;
}

static void
test_wrong_reads (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *copied = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TlGoal *goal = add_goal (fixture, "One");

  flush (fixture);
  n_wrong_reads = 1;
  tl_goal_set_title (goal, "Title 1");
  flush (fixture);
  g_assert_cmpint (n_wrong_reads, ==, 0);
  tl_document_end_typing (fixture->document);
  tl_goal_set_title (goal, "Title 2");
  flush (fixture);

  n_wrong_reads = 1;
  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Title 1");
  g_assert_cmpint (n_wrong_reads, ==, 0);

  /* Opening looks twice, too. */
  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  n_wrong_reads = 1;
  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);

  /* What does not pass is said, and nothing is lost. */
  add_goal (fixture, "Two");
  n_wrong_reads = G_MAXINT;
  g_assert_false (tl_document_flush (fixture->document, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED);
  text = dup_memory_text (fixture->model);
  copied = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, copied);
  n_wrong_reads = 0;
  flush (fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const gboolean yes = TRUE, no = FALSE;
  sqlite3_vfs *vfs;

  use_own_data_folder ();
  g_test_init (&argc, &argv, NULL);
  sqlite3_initialize ();
  vfs = sqlite3_vfs_find (NULL);
  right_open = vfs->xOpen;
  vfs->xOpen = open_wrongly;

  ADD ("life/harms", test_harms);
  g_test_add ("/document/life/older-copy", Fixture, &no, set_up, test_older_copy, tear_down);
  g_test_add ("/document/life/older-copy-with-the-same-counter", Fixture, &yes, set_up, test_older_copy, tear_down);
  ADD ("life/cancel-without-the-file", test_cancel_without_the_file);
  ADD ("life/saved", test_saved);
  ADD ("life/check", test_check);
  ADD ("life/wrong-reads", test_wrong_reads);

  return g_test_run ();
}
