/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps a document safe: two processes, backups with a fault at each step, restoring, drafts after a kill. */

#define _GNU_SOURCE 1

#include "config.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tl-document-fixture.h"
#include "tl-document-keep-private.h"
#include "tl-drafts.h"

/* A user with no rights, when the tests are run by root */
#define SOMEBODY 65534

static const char *program;
static const char *failing_step;

static gboolean
fault_cb (const char *step)
{
  return g_strcmp0 (step, failing_step) == 0;
}

static char *
dup_folder (Fixture    *fixture,
            const char *sub)
{
  return tl_document_folder_get (tl_document_get_id (fixture->document), sub);
}

static guint
count_backups (Fixture *fixture)
{
  g_autoptr (GListModel) list = tl_backups_list (tl_document_get_id (fixture->document));

  return g_list_model_get_n_items (list);
}

static void
make_backup (Fixture        *fixture,
             TlBackupReason  reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_backups_make (fixture->document, reason, &error));
  g_assert_no_error (error);
}

static void
reopen (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_close (fixture->document, &error));
  g_clear_object (&fixture->document);
  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
}

static void
test_daily (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GListModel) list = NULL;
  g_autoptr (TlBackup) backup = NULL;
  GStatBuf info;

  add_goal (fixture, "Grow revenue");
  flush (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  reopen (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  add_goal (fixture, "Grow the accounts");
  flush (fixture);
  add_goal (fixture, "Know the clients");
  flush (fixture);

  list = tl_backups_list (tl_document_get_id (fixture->document));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  backup = g_list_model_get_item (list, 0);
  g_assert_cmpint (tl_backup_get_reason (backup), ==, TL_BACKUP_DAILY);
  g_assert_cmpuint (tl_backup_get_n_goals (backup), ==, 1);
  g_assert_cmpuint (tl_backup_get_n_people (backup), ==, 0);
  g_assert_cmpuint (tl_backup_get_size (backup), >, 0);
  g_assert_cmpint (g_stat (g_file_peek_path (tl_backup_get_file (backup)), &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
test_folders_are_private (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *folder = dup_folder (fixture, NULL);
  g_autofree char *backups = dup_folder (fixture, "backups");
  GStatBuf info;

  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (backups, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
  g_assert_null (tl_document_folder_get ("../../somewhere", "backups"));
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const steps[] = { "copy", "check", "sync", "rename", "folder" };

  tl_backups_set_kept (1);
  add_goal (fixture, "Grow revenue");
  flush (fixture);
  make_backup (fixture, TL_BACKUP_DAILY);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GListModel) list = NULL;
      guint n_sound = 0;

      failing_step = steps[i];
      tl_backups_fault = fault_cb;
      g_assert_false (tl_backups_make (fixture->document, TL_BACKUP_IMPORT, &error));
      g_assert_nonnull (error);
      tl_backups_fault = NULL;

      list = tl_backups_list (tl_document_get_id (fixture->document));
      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TlBackup) backup = g_list_model_get_item (list, j);
          g_autoptr (TlStore) store = tl_store_open (g_file_peek_path (tl_backup_get_file (backup)), NULL, NULL);

          n_sound += store != NULL;
        }
      g_assert_cmpuint (n_sound, >=, 1);
      g_assert_cmpuint (n_sound, ==, g_list_model_get_n_items (list));
    }

  make_backup (fixture, TL_BACKUP_DAILY);
  tl_backups_set_kept (TL_BACKUPS_KEPT);
}

static void
leave_backup (const char *folder,
              GDateTime  *date)
{
  g_autofree char *name = tl_backup_make_name (date, TL_BACKUP_DAILY, 3, 2);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
}

static void
test_thinning (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *folder = dup_folder (fixture, "backups");
  g_autoptr (GDateTime) first = g_date_time_new_utc (2024, 1, 1, 9, 0, 0);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GDateTime) last = NULL;

  /* Two a day, for two years and two months */
  for (guint i = 0; i < 2 * 790; i++)
    {
      g_autoptr (GDateTime) date = g_date_time_add_hours (first, i * 12);

      leave_backup (folder, date);
    }
  tl_backups_thin (folder, NULL);
  backups = tl_backups_read_folder (folder);

  /* A day, a week and a month can begin with the same backup, and the newest few stay too. */
  g_assert_cmpuint (backups->len, <=, TL_BACKUPS_KEPT + 4);
  g_assert_cmpuint (backups->len, >=, 28);
  last = g_date_time_add_hours (first, (2 * 790 - 1) * 12);
  g_assert_true (g_date_time_equal (tl_backup_get_date (g_ptr_array_index (backups, backups->len - 1)), last));
  for (guint days = 0; days < 13; days++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (last, -(int) days);
      gboolean found = FALSE;

      for (guint i = 0; i < backups->len; i++)
        found |= g_date_time_get_day_of_year (tl_backup_get_date (g_ptr_array_index (backups, i))) ==
                 g_date_time_get_day_of_year (day);
      g_assert_true (found);
    }
  g_assert_cmpint (g_date_time_difference (last, tl_backup_get_date (g_ptr_array_index (backups, 0))) /
                   G_TIME_SPAN_DAY, >, 320);

  /* What has been thinned once stays thinned, and one that is spared stays. */
  {
    guint n = backups->len;
    g_autoptr (GPtrArray) again = NULL;
    g_autoptr (GPtrArray) fewer = NULL;

    tl_backups_thin (folder, NULL);
    again = tl_backups_read_folder (folder);
    g_assert_cmpuint (again->len, ==, n);

    tl_backups_set_kept (3);
    tl_backups_thin (folder, NULL);
    fewer = tl_backups_read_folder (folder);
    g_assert_cmpuint (fewer->len, <=, 6);
    g_assert_cmpuint (fewer->len, >=, 3);
    tl_backups_set_kept (TL_BACKUPS_KEPT);
  }
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (TlBackup) backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *memory = NULL;
  g_autofree char *disk = NULL;
  TlGoal *above = add_goal (fixture, "Grow revenue");
  TlGoal *below = add_goal (fixture, "Grow the accounts");

  tl_document_connect (fixture->document, below, above, &error);
  flush (fixture);
  before = dup_disk_digest (fixture);
  make_backup (fixture, TL_BACKUP_BULK_DELETE);
  list = tl_backups_list (tl_document_get_id (fixture->document));
  backup = g_list_model_get_item (list, 0);

  tl_goal_set_title (above, "Another");
  flush (fixture);
  tl_document_remove (fixture->document, TL_ENTITY (below));
  add_goal (fixture, "New");
  flush (fixture);
  changed = dup_disk_digest (fixture);

  g_assert_true (tl_document_restore (fixture->document, backup, &error));
  g_assert_no_error (error);
  restored = dup_disk_digest (fixture);
  g_assert_cmpstr (restored, ==, before);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Restore Backup");
  memory = dup_memory_text (fixture->model);
  disk = dup_reopened_text (fixture);
  g_assert_cmpstr (memory, ==, disk);

  undo (fixture);
  undone = dup_disk_digest (fixture);
  g_assert_cmpstr (undone, ==, changed);
  redo (fixture);
  redone = dup_disk_digest (fixture);
  g_assert_cmpstr (redone, ==, before);
  g_assert_cmpuint (count_backups (fixture), ==, 2);
}

static void
test_restore_without_backup (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (TlBackup) backup = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *after = NULL;

  make_backup (fixture, TL_BACKUP_DAILY);
  list = tl_backups_list (tl_document_get_id (fixture->document));
  backup = g_list_model_get_item (list, 0);
  add_goal (fixture, "Grow revenue");
  flush (fixture);
  changed = dup_disk_digest (fixture);

  failing_step = "check";
  tl_backups_fault = fault_cb;
  g_assert_false (tl_document_restore (fixture->document, backup, &error));
  tl_backups_fault = NULL;
  g_assert_nonnull (error);
  after = dup_disk_digest (fixture);
  g_assert_cmpstr (after, ==, changed);
}

/* A document of the first schema: it is backed up as it is, migrated, and the backup can be restored. */
static void
test_older_schema (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "schema", "v1.throughline", NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "old.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = NULL;
  g_autoptr (TlBackup) backup = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (TlGoal) goal = tl_goal_new ();
  gsize length;

  g_assert_true (g_file_get_contents (source, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  g_clear_object (&fixture->document);
  fixture->document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
  before = dup_disk_digest (fixture);

  list = tl_backups_list (tl_document_get_id (fixture->document));
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  backup = g_list_model_get_item (list, 0);
  g_assert_cmpint (tl_backup_get_reason (backup), ==, TL_BACKUP_MIGRATION);

  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (fixture->model)));
  tl_document_add (fixture->document, TL_ENTITY (goal));
  flush (fixture);
  g_assert_true (tl_document_restore (fixture->document, backup, &error));
  g_assert_no_error (error);
  after = dup_disk_digest (fixture);
  g_assert_cmpstr (after, ==, before);
  g_clear_object (&fixture->document);
}

static void
test_list_for_file (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GListModel) whole = NULL;
  g_autoptr (GListModel) damaged = NULL;

  make_backup (fixture, TL_BACKUP_DAILY);
  reopen (fixture);
  g_clear_object (&fixture->document);

  whole = tl_backups_list_for_file (fixture->file);
  g_assert_cmpuint (g_list_model_get_n_items (whole), ==, 1);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "rubbish", -1, NULL));
  damaged = tl_backups_list_for_file (fixture->file);
  g_assert_cmpuint (g_list_model_get_n_items (damaged), ==, 1);
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
  folder = dup_folder (fixture, NULL);
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
  g_test_init (&argc, &argv, NULL);

  ADD ("keep/daily", test_daily);
  ADD ("keep/folders-are-private", test_folders_are_private);
  ADD ("keep/faults", test_faults);
  ADD ("keep/thinning", test_thinning);
  ADD ("keep/restore", test_restore);
  ADD ("keep/restore-without-backup", test_restore_without_backup);
  ADD ("keep/older-schema", test_older_schema);
  ADD ("keep/list-for-file", test_list_for_file);
  ADD ("keep/drafts-after-kill", test_drafts_after_kill);
  ADD ("keep/open-elsewhere", test_open_elsewhere);
  ADD ("keep/create-beside-old-lock", test_create_beside_old_lock);
  ADD ("keep/who-may-only-read", test_who_may_only_read);
  ADD ("keep/take-over-brings-steps", test_take_over_brings_steps);

  return g_test_run ();
}
