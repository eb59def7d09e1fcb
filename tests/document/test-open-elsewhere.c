/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document that several have open, and what a process leaves that is killed: its lock, and what was being typed. */

#define _GNU_SOURCE 1

#include "config.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tl-document-fixture.h"
#include "tl-document-keep-private.h"
#include "tl-drafts.h"
#include "tl-measure.h"

/* A user with no rights, when the tests are run by root */
#define SOMEBODY 65534

static const char *program;

static char *
dup_folder (Fixture *fixture)
{
  return tl_document_folder_get (tl_document_get_id (fixture->document), NULL);
}

/* Starts another process with the document; it says "y" when it is ready. */
static GPid
start (Fixture    *fixture,
       const char *what,
       int        *input)
{
  const char *argv[] = { program, what, g_file_peek_path (fixture->file), NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;
  char ready;
  int output;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, input, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (output, &ready, 1), ==, 1);
  close (output);
  return pid;
}

static void
end (GPid pid,
     int  input)
{
  kill (pid, SIGKILL);
  close (input);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
}

static gboolean
stop_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
wait_a_second (void)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add (1000, stop_cb, loop);
  g_main_loop_run (loop);
}

static int
be_another (const char *what,
            const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlDocument) document = tl_document_open (file, NULL, NULL);
  GListModel *goals = tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL);
  char end_byte;

  if (g_str_equal (what, "--type"))
    {
      g_autoptr (TlEntity) goal = g_list_model_get_item (goals, 0);

      tl_document_keep_draft (document, tl_entity_get_id (goal), "title", "Grow reve");
      tl_document_keep_draft (document, tl_entity_get_id (goal), "title", "Grow revenue");
      tl_document_keep_draft (document, "quick-add", "text", "Half a li");
      wait_a_second ();
    }

  if (write (STDOUT_FILENO, "y", 1) != 1)
    return 1;
  return read (STDIN_FILENO, &end_byte, 1) == 0 ? 0 : 1;
}

static void
test_drafts_after_kill (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (add_goal (fixture, "Old"))));
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  GStatBuf info;
  TlGoal *goal;
  int input;
  GPid pid;

  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  pid = start (fixture, "--type", &input);
  end (pid, input);

  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (tl_document_get_lock_holder (fixture->document));
  fixture->model = tl_document_get_model (fixture->document);
  folder = dup_folder (fixture);
  path = g_build_filename (folder, "drafts", NULL);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);

  g_assert_cmpuint (tl_document_apply_drafts (fixture->document), ==, 1);
  goal = TL_GOAL (tl_model_lookup (fixture->model, id));
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Grow revenue");
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Restore Unfinished Typing");
  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Old");

  /* What belongs to no entity waits for its field. */
  drafts = tl_document_dup_drafts (fixture->document);
  g_assert_cmpuint (drafts->len, ==, 1);
  g_assert_cmpstr (((TlDraft *) g_ptr_array_index (drafts, 0))->text, ==, "Half a li");
  tl_document_drop_draft (fixture->document, "quick-add", "text");
  g_clear_object (&fixture->document);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
wait_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      mutex,
                GCancellable *cancellable)
{
  g_mutex_lock (mutex);
  g_mutex_unlock (mutex);
  g_task_return_boolean (task, TRUE);
}

static void
note_task_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  (*(guint *) user_data)--;
}

/* The thread that was going to write comes too late: no thread is free. */
static void
test_drafts_at_close (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autofree char *folder = dup_folder (fixture);
  g_autofree char *path = g_build_filename (folder, "drafts", NULL);
  guint n_tasks = 64;
  GMutex mutex;

  g_mutex_init (&mutex);
  g_mutex_lock (&mutex);
  for (guint i = 0, n = n_tasks; i < n; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, note_task_cb, &n_tasks);

      g_task_set_task_data (task, &mutex, NULL);
      g_task_run_in_thread (task, wait_in_thread);
    }

  tl_document_keep_draft (fixture->document, "quick-add", "text", "Half a li");
  wait_a_second ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (tl_document_close (fixture->document, NULL));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  g_mutex_unlock (&mutex);
  while (n_tasks > 0)
    g_main_context_iteration (NULL, TRUE);
  g_mutex_clear (&mutex);
}

/* A pipe in place of the file would keep the program waiting for ever. */
static void
test_drafts_are_a_file (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autofree char *folder = dup_folder (fixture);
  g_autofree char *path = g_build_filename (folder, "drafts", NULL);
  g_autoptr (GPtrArray) drafts = NULL;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  drafts = tl_document_dup_drafts (fixture->document);
  g_assert_cmpuint (drafts->len, ==, 0);
}

/* A day is restored as the day it was; what no field takes stays a draft and changes nothing. */
static void
test_drafts_by_kind (Fixture       *fixture,
                     gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "Old");
  const char *id = tl_entity_get_id (TL_ENTITY (goal));
  TlMeasure *measure = tl_measure_new ();
  g_autofree char *left = NULL;

  tl_measure_set_goal (measure, goal);
  tl_document_add (fixture->document, TL_ENTITY (measure));
  tl_goal_set_start (goal, tl_date_new (2026, 1, 1));
  tl_document_flush (fixture->document, NULL);

  tl_document_keep_draft (fixture->document, id, "due", "2026-12-31");
  tl_document_keep_draft (fixture->document, id, "start", "31 feb");
  tl_document_keep_draft (fixture->document, tl_entity_get_id (TL_ENTITY (measure)), "target", "12.5");
  tl_document_keep_draft (fixture->document, tl_entity_get_id (TL_ENTITY (measure)), "weight", "0");
  g_assert_cmpuint (tl_document_apply_drafts (fixture->document), ==, 2);
  g_assert_cmpuint (tl_goal_get_due (goal), ==, tl_date_new (2026, 12, 31));
  g_assert_cmpuint (tl_goal_get_start (goal), ==, tl_date_new (2026, 1, 1));
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, 12.5);
  g_assert_cmpfloat (tl_measure_get_weight (measure), ==, 1);

  left = tl_document_dup_draft (fixture->document, id, "start");
  g_assert_cmpstr (left, ==, "31 feb");
  g_assert_null (tl_document_dup_draft (fixture->document, id, "due"));
  g_object_unref (measure);
}

static void
test_open_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  TlGoal *goal;
  int input;
  GPid pid;

  add_goal (fixture, "Old");
  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  pid = start (fixture, "--hold", &input);

  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
  g_assert_true (tl_document_get_read_only (fixture->document));
  g_assert_cmpint (tl_document_get_lock_holder (fixture->document)->pid, ==, pid);
  sentence = tl_lock_holder_to_sentence (tl_document_get_lock_holder (fixture->document));
  g_assert_nonnull (sentence);

  g_assert_true (tl_document_take_over (fixture->document, &error));
  g_assert_no_error (error);
  g_assert_false (tl_document_get_read_only (fixture->document));
  g_assert_null (tl_document_get_lock_holder (fixture->document));
  goal = add_goal (fixture, "Mine now");
  g_assert_nonnull (goal);
  flush (fixture);
  end (pid, input);
}

/* Somebody else's lock, from a computer of which nothing can be known */
static void
leave_lock (Fixture *fixture)
{
  g_autofree char *lock = tl_lock_dup_path (g_file_peek_path (fixture->file));
  const char *text = "[Throughline Lock]\nUser=Ines\nUid=77777\nHost=elsewhere\nMachine=other\nPid=1\n"
                     "Since=2026-11-21T12:00:00Z\n";

  g_assert_true (g_file_set_contents (lock, text, -1, NULL));
}

/* The lock of a document that was there before says nothing of the one that is made under its name. */
static void
test_create_beside_old_lock (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlLockHolder) holder = NULL;

  g_clear_object (&fixture->document);
  g_assert_cmpint (g_unlink (g_file_peek_path (fixture->file)), ==, 0);
  leave_lock (fixture);

  fixture->document = tl_document_create (fixture->file, "Lumen", &error);
  g_assert_no_error (error);
  g_assert_null (tl_document_get_lock_holder (fixture->document));
  g_assert_false (tl_document_get_read_only (fixture->document));
  g_assert_null (tl_lock_take (g_file_peek_path (fixture->file), &holder, NULL));
  g_assert_cmpint (holder->pid, ==, getpid ());
}

/* Who may only read a document does not keep those out who may write, and says so when asked to take it over. */
static void
test_who_may_only_read (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = tl_lock_dup_path (g_file_peek_path (fixture->file));

  if (getuid () != 0)
    {
      g_test_skip ("Needs to be another user than the one of the file");
      return;
    }

  g_clear_object (&fixture->document);
  g_assert_cmpint (g_chmod (fixture->folder, 0777), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0644), ==, 0);
  g_assert_cmpint (setresuid (SOMEBODY, SOMEBODY, 0), ==, 0);
  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_document_get_read_only (fixture->document));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_false (tl_document_take_over (fixture->document, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_clear_object (&fixture->document);

  leave_lock (fixture);
  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_nonnull (tl_document_get_lock_holder (fixture->document));
  g_assert_false (tl_document_take_over (fixture->document, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY);
  g_assert_true (tl_document_get_read_only (fixture->document));
  g_assert_nonnull (tl_document_get_lock_holder (fixture->document));
  g_clear_object (&fixture->document);
  g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
}

static void
note_cb (GObject    *object,
         GParamSpec *pspec,
         guint      *n_notices)
{
  (*n_notices)++;
}

/* The steps of earlier sessions come with the right to edit, and the buttons have to hear of it. */
static void
test_take_over_brings_steps (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint n_notices = 0;

  add_goal (fixture, "Old");
  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  leave_lock (fixture);

  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tl_document_can_undo (fixture->document));
  g_signal_connect (fixture->document, "notify::can-undo", G_CALLBACK (note_cb), &n_notices);
  g_assert_true (tl_document_take_over (fixture->document, &error));
  g_assert_no_error (error);
  g_assert_true (tl_document_can_undo (fixture->document));
  g_assert_cmpuint (n_notices, >, 0);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 3 && g_str_has_prefix (argv[1], "--"))
    return be_another (argv[1], argv[2]);

  program = argv[0];
  use_own_data_folder ();
  g_test_init (&argc, &argv, NULL);

  ADD ("elsewhere/drafts-after-kill", test_drafts_after_kill);
  ADD ("elsewhere/drafts-by-kind", test_drafts_by_kind);
  ADD ("elsewhere/drafts-at-close", test_drafts_at_close);
  ADD ("elsewhere/drafts-are-a-file", test_drafts_are_a_file);
  ADD ("elsewhere/open-elsewhere", test_open_elsewhere);
  ADD ("elsewhere/create-beside-old-lock", test_create_beside_old_lock);
  ADD ("elsewhere/who-may-only-read", test_who_may_only_read);
  ADD ("elsewhere/take-over-brings-steps", test_take_over_brings_steps);

  return g_test_run ();
}
