/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Steps that can be undone after the document was closed, killed, copied, or its history harmed. */

#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tl-document-fixture.h"

static char *
get_history_path (Fixture *fixture)
{
  return g_build_filename (g_get_user_data_dir (), "throughline", "documents",
                           tl_document_get_id (fixture->document), "history", NULL);
}

static void
close_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_close (fixture->document, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->document);
}

static void
open_document (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
}

static void
reopen (Fixture *fixture)
{
  close_document (fixture);
  open_document (fixture);
}

static TlGoal *
find_goal (Fixture *fixture)
{
  g_autoptr (TlGoal) goal = g_list_model_get_item (tl_model_get_list (fixture->model, TL_TYPE_GOAL), 0);

  return goal;
}

static const char *
get_title (Fixture *fixture)
{
  TlGoal *goal = find_goal (fixture);

  return goal != NULL ? tl_goal_get_title (goal) : NULL;
}

static void
rename_goal (Fixture    *fixture,
             const char *title)
{
  tl_goal_set_title (find_goal (fixture), title);
  flush (fixture);
  tl_document_end_typing (fixture->document);
}

static void
test_survives_closing (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *path = get_history_path (fixture);
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  add_goal (fixture, "One");
  flush (fixture);
  rename_goal (fixture, "Two");
  rename_goal (fixture, "Three");
  undo (fixture);

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);

  reopen (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "Two");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Rename Goal");
  g_assert_cmpstr (tl_document_get_redo_label (fixture->document), ==, "Rename Goal");
  redo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "Three");
  undo (fixture);
  undo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "One");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");

  reopen (fixture);
  undo (fixture);
  g_assert_null (find_goal (fixture));
  g_assert_false (tl_document_can_undo (fixture->document));

  /* What could have been done again goes when something else is done. */
  reopen (fixture);
  g_assert_true (tl_document_can_redo (fixture->document));
  add_goal (fixture, "Another");
  flush (fixture);
  reopen (fixture);
  g_assert_false (tl_document_can_redo (fixture->document));
  undo (fixture);
  g_assert_cmpstr (tl_document_get_redo_label (fixture->document), ==, "Add Goal");
  redo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "Another");
}

static void
read_file (Fixture *fixture,
           char   **contents,
           gsize   *length)
{
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->file), contents, length, NULL));
}

/* As if the program had been killed before the document reached its last state, and after the step was recorded:
 * nothing of the history has been put in order. */
static void
put_back (Fixture    *fixture,
          const char *contents,
          gsize       length)
{
  g_autofree char *path = get_history_path (fixture);
  g_autofree char *log_path = g_strconcat (path, "-wal", NULL);
  g_autofree char *history = NULL;
  g_autofree char *log = NULL;
  gsize history_length, log_length;

  g_assert_true (g_file_get_contents (path, &history, &history_length, NULL));
  g_assert_true (g_file_get_contents (log_path, &log, &log_length, NULL));
  close_document (fixture);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), contents, length, NULL));
  g_assert_true (g_file_set_contents (path, history, history_length, NULL));
  g_assert_true (g_file_set_contents (log_path, log, log_length, NULL));
  open_document (fixture);
}

static void
test_kill_before_the_commit (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *contents = NULL;
  gsize length;

  add_goal (fixture, "One");
  flush (fixture);
  read_file (fixture, &contents, &length);
  rename_goal (fixture, "Two");
  put_back (fixture, contents, length);

  /* The step that did not reach the document can be done again. */
  g_assert_cmpstr (get_title (fixture), ==, "One");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");
  g_assert_cmpstr (tl_document_get_redo_label (fixture->document), ==, "Rename Goal");
  redo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "Two");
  undo (fixture);
  undo (fixture);
  g_assert_null (find_goal (fixture));
}

static void
test_kill_while_typing (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *contents = NULL;
  gsize length;

  add_goal (fixture, "");
  flush (fixture);
  tl_goal_set_title (find_goal (fixture), "G");
  flush (fixture);
  read_file (fixture, &contents, &length);
  tl_goal_set_title (find_goal (fixture), "Gr");
  flush (fixture);
  put_back (fixture, contents, length);

  g_assert_cmpstr (get_title (fixture), ==, "G");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Rename Goal");
  undo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "");
  redo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "G");

  /* ... and typing back to what was there is no step, also when it is looked at later. */
  tl_document_end_typing (fixture->document);
  tl_goal_set_title (find_goal (fixture), "Gro");
  flush (fixture);
  tl_goal_set_title (find_goal (fixture), "G");
  flush (fixture);
  reopen (fixture);
  undo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "");
}

/* A document of which the history knows nothing has no steps, and collects new ones. */
static void
test_unknown_state (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *path = get_history_path (fixture);
  g_autofree char *contents = NULL;
  gsize length;

  add_goal (fixture, "One");
  flush (fixture);
  close_document (fixture);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  open_document (fixture);
  rename_goal (fixture, "Two");
  close_document (fixture);
  g_assert_true (g_file_set_contents (path, contents, length, NULL));

  open_document (fixture);
  g_assert_false (tl_document_can_undo (fixture->document));
  rename_goal (fixture, "Three");
  reopen (fixture);
  undo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "Two");
  g_assert_false (tl_document_can_undo (fixture->document));
}

static void
tamper (const char *path,
        const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* What was recorded is not as it was: it is said, nothing happens, and the next steps are none the worse for it. */
static void
test_harmed_step (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char *harms[] = {
    "UPDATE step SET changeset = substr (changeset, 1, length (changeset) / 2) WHERE row = 3",
    "UPDATE step SET changeset = substr (changeset, 1, 40), length = 40 WHERE row = 3",
    "UPDATE step SET changeset = zeroblob (length) WHERE row = 3",
    "UPDATE step SET digest = '' WHERE row = 3",
    "UPDATE step SET label = 'Something Else' WHERE row = 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      Fixture other;
      g_autofree char *path = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      set_up (&other, NULL);
      path = get_history_path (&other);
      add_goal (&other, "One");
      flush (&other);
      rename_goal (&other, "Two");
      rename_goal (&other, "Three");
      close_document (&other);
      tamper (path, harms[i]);

      open_document (&other);
      before = dup_memory_text (other.model);
      g_assert_false (tl_document_undo (other.document, &error));
      g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO);
      g_test_message ("%s", error->message);
      after = dup_memory_text (other.model);
      g_assert_cmpstr (before, ==, after);
      g_assert_false (tl_document_can_undo (other.document));

      rename_goal (&other, "Four");
      reopen (&other);
      undo (&other);
      g_assert_cmpstr (get_title (&other), ==, "Three");
      tear_down (&other, NULL);
    }
}

/* Bytes changed anywhere: a step is undone exactly, or not at all. */
static void
test_garbled_file (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = get_history_path (fixture);
  g_autofree char *history = NULL;
  g_autofree char *document = NULL;
  gsize history_length, document_length;
  guint n_undone = 0;

  add_goal (fixture, "One");
  flush (fixture);
  rename_goal (fixture, "Two");
  close_document (fixture);
  read_file (fixture, &document, &document_length);
  g_assert_true (g_file_get_contents (path, &history, &history_length, NULL));

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *garbled = g_memdup2 (history, history_length);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 1 + i % 20; j++)
        garbled[g_test_rand_int_range (0, history_length)] ^= 1 << g_test_rand_int_range (0, 8);
      g_assert_true (g_file_set_contents (path, garbled, i % 5 == 4 ? history_length / 2 : history_length, NULL));
      g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), document, document_length, NULL));

      open_document (fixture);
      g_assert_cmpstr (get_title (fixture), ==, "Two");
      if (tl_document_can_undo (fixture->document) && tl_document_undo (fixture->document, &error))
        {
          g_assert_cmpstr (get_title (fixture), ==, "One");
          n_undone++;
        }
      else
        {
          g_assert_cmpstr (get_title (fixture), ==, "Two");
        }
      rename_goal (fixture, "Five");
      undo (fixture);
      close_document (fixture);
    }

  g_test_message ("%u of 60 could still be undone", n_undone);
  g_assert_cmpuint (n_undone, <, 60);
  open_document (fixture);
}

static void
test_of_another_document (Fixture       *fixture,
                          gconstpointer  data)
{
  Fixture other;
  g_autofree char *path = get_history_path (fixture);
  g_autofree char *other_path = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  set_up (&other, NULL);
  other_path = get_history_path (&other);
  add_goal (fixture, "One");
  flush (fixture);
  add_goal (&other, "Other");
  flush (&other);
  close_document (fixture);
  close_document (&other);

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (other_path, contents, length, NULL));
  open_document (&other);
  g_assert_false (tl_document_can_undo (other.document));
  rename_goal (&other, "Later");
  reopen (&other);
  g_assert_cmpstr (tl_document_get_undo_label (other.document), ==, "Rename Goal");
  tear_down (&other, NULL);
  open_document (fixture);
}

/* A copy that we made is another document; one that was made by other means must not take the steps of the first. */
static void
test_copies (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "b.throughline", NULL);
  g_autofree char *twin_path = g_build_filename (fixture->folder, "c.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) twin_file = g_file_new_for_path (twin_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) copy = NULL;
  g_autoptr (TlDocument) twin = NULL;

  add_goal (fixture, "One");
  flush (fixture);
  g_assert_true (tl_document_save_copy (fixture->document, file, &error));
  copy = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_document_get_id (copy), !=, tl_document_get_id (fixture->document));
  g_assert_false (tl_document_can_undo (copy));

  g_assert_true (g_file_copy (fixture->file, twin_file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error));
  twin = tl_document_open (twin_file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_document_get_id (twin), ==, tl_document_get_id (fixture->document));
  tl_party_set_name (TL_PARTY (tl_model_get_organisation (tl_document_get_model (twin))), "Twin");
  g_assert_true (tl_document_undo (twin, &error));
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_model_get_organisation (tl_document_get_model (twin)))), ==, "Lumen");
  g_clear_object (&twin);

  rename_goal (fixture, "Two");
  reopen (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_null (find_goal (fixture));
}

static guint
undo_all (Fixture *fixture)
{
  guint n_steps = 0;

  for (; tl_document_can_undo (fixture->document); n_steps++)
    undo (fixture);
  return n_steps;
}

static void
test_cap (Fixture       *fixture,
          gconstpointer  data)
{
  g_autofree char *text = g_strnfill (100000, 'x');

  add_goal (fixture, "0");
  flush (fixture);
  for (guint i = 1; i <= 230; i++)
    {
      g_autofree char *title = g_strdup_printf ("%u", i);

      rename_goal (fixture, title);
    }
  reopen (fixture);
  g_assert_cmpuint (undo_all (fixture), ==, 200);
  g_assert_cmpstr (get_title (fixture), ==, "30");

  /* Long steps are fewer, and the last one stays however long it is. */
  tl_history_set_limits (fixture->document->history, 200, 250000);
  for (guint i = 0; i < 5; i++)
    {
      text[0] = 'a' + i;
      tl_goal_set_description (find_goal (fixture), text);
      flush (fixture);
      tl_document_end_typing (fixture->document);
    }
  reopen (fixture);
  g_assert_cmpuint (undo_all (fixture), ==, 1);
}

/* A process with too many files open cannot read the history now, which is no reason to throw it away. */
static void
test_out_of_reach (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = get_history_path (fixture);
  g_autofree char *id = g_strdup (tl_document_get_id (fixture->document));
  g_autofree char *state = NULL;
  struct rlimit limit, none;
  TlHistory *history;

  add_goal (fixture, "One");
  flush (fixture);
  state = g_strdup (tl_store_get_state (fixture->document->store));
  close_document (fixture);

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  none = (struct rlimit) { .rlim_cur = 0, .rlim_max = limit.rlim_max };
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &none), ==, 0);
  history = tl_history_new (id, state);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  g_assert_null (tl_history_get_undo_label (history));
  tl_history_free (history);

  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  open_document (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");
}

/* A history that cannot be written never fails an edit. */
static void
test_nowhere_to_write (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "throughline", NULL);
  g_autofree char *aside = g_strconcat (folder, ".aside", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_rename (folder, aside);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));

  add_goal (fixture, "One");
  flush (fixture);
  rename_goal (fixture, "Two");
  g_assert_true (tl_document_get_saved (fixture->document));
  undo (fixture);
  g_assert_cmpstr (get_title (fixture), ==, "One");
  redo (fixture);

  /* As soon as there is a place, all steps go there. */
  g_remove (folder);
  reopen (fixture);
  undo (fixture);
  undo (fixture);
  g_assert_null (find_goal (fixture));
}

static void
test_read_only_has_none (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  add_goal (fixture, "One");
  flush (fixture);
  close_document (fixture);
  fixture->document = tl_document_open_full (fixture->file, TL_DOCUMENT_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_document_get_read_only (fixture->document));
  g_assert_false (tl_document_can_undo (fixture->document));
  close_document (fixture);

  open_document (fixture);
  g_assert_true (tl_document_can_undo (fixture->document));
}

int
main (int   argc,
      char *argv[])
{
  use_own_data_folder ();
  g_test_init (&argc, &argv, NULL);

  ADD ("history/survives-closing", test_survives_closing);
  ADD ("history/kill-before-the-commit", test_kill_before_the_commit);
  ADD ("history/kill-while-typing", test_kill_while_typing);
  ADD ("history/unknown-state", test_unknown_state);
  ADD ("history/harmed-step", test_harmed_step);
  ADD ("history/garbled-file", test_garbled_file);
  ADD ("history/of-another-document", test_of_another_document);
  ADD ("history/copies", test_copies);
  ADD ("history/cap", test_cap);
  ADD ("history/out-of-reach", test_out_of_reach);
  ADD ("history/nowhere-to-write", test_nowhere_to_write);
  ADD ("history/read-only-has-none", test_read_only_has_none);

  return g_test_run ();
}
