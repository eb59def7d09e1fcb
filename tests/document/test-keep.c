/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What keeps a document safe: backups with a fault at each step, restoring, thinning. */

#include "config.h"

#include <sys/stat.h>

#include "tl-document-fixture.h"
#include "tl-document-keep-private.h"

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

/* What has nothing in it needs no backup, and has none that would stand for that of the day. */
static void
test_nothing_to_back_up (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_true (tl_store_is_empty (fixture->document->store));
  tl_document_backup_before (fixture->document, TL_BACKUP_IMPORT);
  g_assert_cmpuint (count_backups (fixture), ==, 0);

  reopen (fixture);
  add_goal (fixture, "Grow revenue");
  flush (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  g_assert_false (tl_store_is_empty (fixture->document->store));

  add_goal (fixture, "Grow the accounts");
  flush (fixture);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
  tl_document_backup_before (fixture->document, TL_BACKUP_IMPORT);
  g_assert_cmpuint (count_backups (fixture), ==, 2);
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

/* What else may stand in the folder is no backup: least of all a time that some time zones are beyond. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const names[] = {
    "9999-12-31T23-59-59.000000Z daily 1 1.throughline",
    "0001-01-01T00-00-00.000000Z daily 1 1.throughline",
    "2026-02-30T00-00-00.000000Z daily 1 1.throughline",
    "2026-11-21T10-00-nan daily 1 1.throughline",
    "2026-11-21T10-00-00.000000Z never 1 1.throughline",
    "2026-11-21T10-00-00.000000Z daily.throughline",
    "2026-11-21T10-00-00.000000Z daily 1 1",
  };
  g_autofree char *folder = dup_folder (fixture, "backups");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  g_assert_cmpuint (count_backups (fixture), ==, 0);
  make_backup (fixture, TL_BACKUP_DAILY);
  g_assert_cmpuint (count_backups (fixture), ==, 1);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("keep/daily", test_daily);
  ADD ("keep/nothing-to-back-up", test_nothing_to_back_up);
  ADD ("keep/folders-are-private", test_folders_are_private);
  ADD ("keep/faults", test_faults);
  ADD ("keep/thinning", test_thinning);
  ADD ("keep/restore", test_restore);
  ADD ("keep/restore-without-backup", test_restore_without_backup);
  ADD ("keep/older-schema", test_older_schema);
  ADD ("keep/names", test_names);
  ADD ("keep/list-for-file", test_list_for_file);

  return g_test_run ();
}
