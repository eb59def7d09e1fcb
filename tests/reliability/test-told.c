/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people are told when something goes wrong is what went wrong, and what they can do about it is of use.
 *
 * The other tests of this folder ask whether a document survives; this one reads the sentences.
 */

#define _GNU_SOURCE

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tl-backups.h"
#include "tl-fault-calls.h"
#include "tl-store.h"
#include "tl-trial.h"

/* No edit makes more calls. */
#define MAX_CALLS 400

typedef struct
{
  char       *path;
  TlDocument *document;
  GError     *told;
} Told;

static void
storage_failed_cb (Told   *told,
                   GError *error)
{
  g_clear_error (&told->told);
  told->told = g_error_copy (error);
}

static void
set_up (Told          *told,
        gconstpointer  data)
{
  tl_trial_empty_folder (tl_trial_get_root ());
  told->path = tl_trial_dup_path ("a.throughline");
  told->document = tl_trial_make_document (told->path);
  g_signal_connect_swapped (told->document, "storage-failed", G_CALLBACK (storage_failed_cb), told);
}

static void
tear_down (Told          *told,
           gconstpointer  data)
{
  g_clear_object (&told->document);
  g_clear_error (&told->told);
  g_clear_pointer (&told->path, g_free);
}

/* SQLite's own words for its tidying up, or for nothing at all */
static void
assert_is_a_cause (const GError *error)
{
  static const char *const riddles[] = { "savepoint", "not an error", "no more rows", "unknown error", "SQL logic" };

  for (guint i = 0; i < G_N_ELEMENTS (riddles); i++)
    {
      if (strstr (error->message, riddles[i]) != NULL)
        g_error ("People are told: %s", error->message);
    }
}

/* A backup of today is there, so that the first call that fails is one of the document's own. */
static void
fail_edit (Told *told,
           guint nth,
           int   code)
{
  g_autoptr (GError) error = NULL;

  tl_fault_arm (tl_trial_get_root (), nth, code, TL_FAULT_FOR_EVER);
  tl_trial_act (told->document, 0, &error);
  if (tl_fault_disarm () != NULL && error != NULL)
    {
      assert_is_a_cause (error);
      if (code == ENOSPC || code == EDQUOT)
        g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL);
      else if (code == EROFS || code == EACCES)
        g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
      else
        g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO);
    }
}

/* Whichever call it is that finds no room, no room is what is said. */
static void
test_edit (Told          *told,
           gconstpointer  data)
{
  static const int codes[] = { ENOSPC, EDQUOT, EROFS, EIO };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      for (guint nth = 1; nth < 16; nth++)
        fail_edit (told, nth, codes[i]);
    }
}

/* The journal has no room: the first call of an edit that has a backup of today. */
static void
test_journal (Told          *told,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_trial_act (told->document, 0, &error));
  g_assert_no_error (error);
  tl_fault_arm (tl_trial_get_folder (), 1, ENOSPC, TL_FAULT_FOR_EVER);
  g_assert_false (tl_trial_act (told->document, 0, &error));
  g_assert_nonnull (tl_fault_disarm ());
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_FULL);
  g_assert_nonnull (strstr (error->message, "no room"));
  g_clear_error (&error);

  g_assert_true (tl_document_flush (told->document, &error));

  /* When the cause is gone before anybody can look, it is not guessed at. */
  tl_fault_arm (tl_trial_get_folder (), 1, ENOSPC, TL_FAULT_ONCE);
  g_assert_false (tl_trial_act (told->document, 0, &error));
  g_assert_nonnull (tl_fault_disarm ());
  g_assert_null (strstr (error->message, "permissions"));
  g_assert_cmpuint (strlen (error->message), >, 40);
}

/* Undo and restore are changesets, which SQLite applies in many steps. */
static void
test_undo (Told          *told,
           gconstpointer  data)
{
  guint n_failures = 0;

  g_assert_true (tl_trial_act (told->document, 1, NULL));
  for (guint nth = 1; nth < MAX_CALLS; nth++)
    {
      g_autoptr (GError) error = NULL;
      const char *failed;

      tl_fault_arm (tl_trial_get_root (), nth, EROFS, TL_FAULT_FOR_EVER);
      tl_document_undo (told->document, &error);
      failed = tl_fault_disarm ();
      if (error != NULL)
        {
          assert_is_a_cause (error);
          g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_READ_ONLY);
          n_failures++;
        }
      else
        {
          g_assert_true (tl_document_redo (told->document, NULL));
        }
      if (failed == NULL)
        break;
    }
  g_assert_cmpuint (n_failures, >, 2);
}

/* A changeset that is larger than the memory SQLite uses for pages is written in the middle of being applied. */
static void
test_restore (Told          *told,
              gconstpointer  data)
{
  guint n_failures = 0;

  g_assert_true (tl_backups_make (told->document, TL_BACKUP_IMPORT, NULL));
  g_assert_true (tl_trial_act (told->document, 1, NULL));
  for (guint nth = 1; nth < MAX_CALLS; nth += 4)
    {
      g_autoptr (GListModel) backups = tl_backups_list (tl_document_get_id (told->document));
      g_autoptr (TlBackup) backup = g_list_model_get_item (backups, g_list_model_get_n_items (backups) - 1);
      g_autoptr (GError) error = NULL;
      gboolean restored;

      tl_fault_arm (tl_trial_get_root (), nth, EROFS, TL_FAULT_FOR_EVER);
      restored = tl_document_restore (told->document, backup, &error);
      if (tl_fault_disarm () == NULL)
        break;
      if (error != NULL)
        {
          assert_is_a_cause (error);
          n_failures++;
        }
      else if (restored)
        {
          tl_document_undo (told->document, NULL);
        }
    }
  g_assert_cmpuint (n_failures, >, 2);
}

/* Overwrites the page that holds @text, as a bad block of a disk would; the document stays open. */
static void
damage_page_of (const char *path,
                const char *text)
{
  static const char zeros[4096] = "";
  g_autofree char *contents = NULL;
  char *found = NULL;
  FILE *file;
  gsize size;
  long page;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  found = memmem (contents, size, text, strlen (text));
  g_assert_nonnull (found);
  page = (found - contents) / (long) sizeof zeros;
  g_assert_cmpint (page, >, 0);

  /* Through a stream of its own; nothing is left of it by the time SQLite reads. */
  file = g_fopen (path, "r+b");
  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, page * (long) sizeof zeros, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (zeros, 1, sizeof zeros, file), ==, sizeof zeros);
  g_assert_cmpint (fclose (file), ==, 0);
}

/* Cancel on a damaged file: the edit that cannot be taken back stays, and that is said as any failure is, not on a
 * console that nobody reads. */
static void
test_cancel (Told          *told,
             gconstpointer  data)
{
  TlModel *model = tl_document_get_model (told->document);
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, "Marked by a title of its own");
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (model)));
  tl_document_add (told->document, TL_ENTITY (goal));
  g_assert_true (tl_document_flush (told->document, NULL));

  tl_document_begin_group (told->document, "Rename Goal");
  tl_goal_set_title (goal, "Another title");
  damage_page_of (told->path, "Marked by a title of its own");
  tl_document_cancel_group (told->document);

  g_assert_nonnull (told->told);
  assert_is_a_cause (told->told);
  g_assert_cmpstr (tl_document_get_storage_error (told->document), ==, told->told->message);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Another title");
  g_assert_false (tl_document_get_saved (told->document));
  tl_document_abandon (told->document);
}

/* The same on a file that is sound: the edit is taken back, and nothing is said. */
static void
test_cancel_sound (Told          *told,
                   gconstpointer  data)
{
  GListModel *goals = tl_model_get_list (tl_document_get_model (told->document), TL_TYPE_GOAL);
  g_autoptr (TlGoal) goal = g_list_model_get_item (goals, 0);
  g_autofree char *before = g_strdup (tl_goal_get_title (goal));

  tl_document_begin_group (told->document, "Rename Goal");
  tl_goal_set_title (goal, "Another title");
  tl_document_cancel_group (told->document);

  g_assert_null (told->told);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, before);
  g_assert_true (tl_document_get_saved (told->document));
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* The name of a stranger in the schema is repeated, but cannot turn the sentence round, break it, or fill the screen. */
static void
test_stranger (Told          *told,
               gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_path (told->path);
  g_autoptr (GString) name = g_string_new ("evil\342\200\256gnp\a\033[2J\nnext\342\201\246");
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_document_close (told->document, NULL));
  for (guint i = 0; i < 1000; i++)
    g_string_append (name, "long");
  sql = g_strdup_printf ("CREATE TABLE \"%s\" (a)", name->str);
  run_sql (told->path, sql);

  g_assert_null (tl_document_open (file, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "evilgnp"));
  g_assert_cmpuint (strlen (error->message), <, 400);
  for (const char *at = error->message; *at != '\0'; at = g_utf8_next_char (at))
    {
      GUnicodeType type = g_unichar_type (g_utf8_get_char (at));

      g_assert_true (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT);
    }
}

/* A document that has an identity leaves nothing in the place for those that have none. */
static void
test_no_empty_folder (Told          *told,
                      gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (tl_trial_get_root (), "data", "throughline", "documents", "unnamed", NULL);
  g_autofree char *own = g_build_filename (tl_trial_get_root (), "data", "throughline", "documents",
                                           tl_document_get_id (told->document), NULL);
  g_autoptr (GFile) file = g_file_new_for_path (told->path);
  g_autoptr (GListModel) backups = NULL;

  g_assert_true (tl_trial_act (told->document, 0, NULL));
  g_assert_true (g_file_test (own, G_FILE_TEST_IS_DIR));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (tl_document_close (told->document, NULL));
  backups = tl_backups_list_for_file (file);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) \
  g_test_add ("/told/" name, Told, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);
  ADD ("no-empty-folder", test_no_empty_folder);
  ADD ("edit", test_edit);
  ADD ("journal", test_journal);
  ADD ("undo", test_undo);
  ADD ("restore", test_restore);
  ADD ("cancel", test_cancel);
  ADD ("cancel-sound", test_cancel_sound);
  ADD ("stranger", test_stranger);
  return tl_trial_run ();
}
