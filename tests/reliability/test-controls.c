/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Controls for the other tests of this folder: the protection is taken away, and the harm it keeps off has to be
 * seen, by the same eyes that see no harm there.  A check that passes here too would prove nothing.
 */

#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tl-backups.h"
#include "tl-drafts.h"
#include "tl-history-private.h"
#include "tl-store.h"
#include "tl-trial.h"

#define PAGE 4096

static TlDocument *
open_document (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlDocument *document = tl_document_open (file, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static TlDocument *
make_document (char **path)
{
  tl_trial_empty_folder (tl_trial_get_root ());
  *path = tl_trial_dup_path ("a.throughline");
  return tl_trial_make_document (*path);
}

static char *
dup_kept_path (TlDocument *document,
               const char *name)
{
  return g_build_filename (tl_trial_get_root (), "data", "throughline", "documents", tl_document_get_id (document), name,
                           NULL);
}

static char *
dup_file_digest (const char *path)
{
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents, size);
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

/* Promise 4: without the file of drafts, what was being typed is gone; with it, it is there. */
static void
test_draft (void)
{
  for (guint with_drafts = 0; with_drafts < 2; with_drafts++)
    {
      g_autofree char *path = NULL;
      g_autofree char *kept = NULL;
      g_autoptr (GPtrArray) drafts = NULL;
      TlDocument *document = make_document (&path);

      kept = dup_kept_path (document, "drafts");
      tl_document_keep_draft (document, "quick-add", "", "A goal that is being typ");
      tl_trial_close (document);
      if (!with_drafts)
        g_assert_cmpint (g_unlink (kept), ==, 0);
      document = open_document (path);
      drafts = tl_document_dup_drafts (document);
      g_assert_cmpuint (drafts->len, ==, with_drafts);
      tl_trial_close (document);
    }
}

/* Promise 5: a backup that is damaged after it was checked is seen to be no good. */
static void
test_backup (void)
{
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *sound = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (GListModel) backups = NULL;
  g_autoptr (TlBackup) backup = NULL;
  const char *kept;
  gsize size;
  TlDocument *document = make_document (&path);

  g_assert_true (tl_backups_make (document, TL_BACKUP_IMPORT, NULL));
  backups = tl_backups_list (tl_document_get_id (document));
  backup = g_list_model_get_item (backups, 0);
  kept = g_file_peek_path (tl_backup_get_file (backup));
  sound = tl_trial_dup_digest (kept, &problem);
  g_assert_nonnull (sound);

  g_assert_true (g_file_get_contents (kept, &contents, &size, NULL));
  memset (contents + size / PAGE / 2 * PAGE, 0, PAGE);
  g_assert_true (g_file_set_contents (kept, contents, size, NULL));
  digest = tl_trial_dup_digest (kept, &problem);
  g_assert_true (digest == NULL || g_strcmp0 (digest, sound) != 0);
  tl_trial_close (document);
}

/* Promise 7: a newer file is refused and keeps its bytes; the same file, when it no longer says that it is newer, is
 * opened and changed, and its checksum shows that. */
static void
test_newer (void)
{
  g_autofree char *path = NULL;
  g_autofree char *newest = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document = make_document (&path);

  tl_trial_close (document);
  file = g_file_new_for_path (path);
  run_sql (path, "PRAGMA user_version = 99");
  before = dup_file_digest (path);
  g_assert_null (tl_document_open (file, NULL, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NEWER);
  after = dup_file_digest (path);
  g_assert_cmpstr (before, ==, after);

  newest = g_strdup_printf ("PRAGMA user_version = %d", tl_store_get_newest_format ());
  run_sql (path, newest);
  document = open_document (path);
  g_assert_true (tl_trial_act (document, 0, NULL));
  tl_trial_close (document);
  changed = dup_file_digest (path);
  g_assert_cmpstr (before, !=, changed);
}

/* Changes one letter of the last step's changeset, and its checksum too when @with_digest: what a damaged disk cannot
 * do, and what the checksum keeps from us otherwise. */
static void
spoil_last_step (TlHistoryFile *file,
                 const char    *history,
                 gboolean       with_digest)
{
  g_autoptr (GPtrArray) steps = tl_history_file_load (file);
  TlStep *last = g_ptr_array_index (steps, steps->len - 1);
  g_autoptr (GBytes) changeset = tl_history_file_read (file, last);
  gsize size;
  const char *data;
  g_autofree char *spoilt = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *found;

  g_assert_nonnull (changeset);
  data = g_bytes_get_data (changeset, &size);
  spoilt = g_memdup2 (data, size);
  found = memmem (spoilt, size, "Spoil this", strlen ("Spoil this"));
  g_assert_nonnull (found);
  *found = 'X';
  bytes = g_bytes_new (spoilt, size);
  digest = with_digest ? tl_step_dup_digest (last, bytes) : g_strdup (last->digest);
  for (gsize i = 0; i < size; i++)
    g_string_append_printf (text, "%02x", (guchar) spoilt[i]);
  sql = g_strdup_printf ("UPDATE step SET changeset = x'%s', digest = '%s' WHERE row = %" G_GINT64_FORMAT, text->str,
                         digest, last->row);
  for (guint i = 0; i < steps->len; i++)
    tl_step_free (g_ptr_array_index (steps, i));
  tl_history_file_free (file);
  run_sql (history, sql);
}

/* Promise 9: one byte of a changeset is wrong.  With the checksum that is refused, and nothing changes; with the
 * checksum forged, the undo leads to a state that never was, which the digests show. */
static void
test_changeset (void)
{
  for (guint forged = 0; forged < 2; forged++)
    {
      g_autofree char *path = NULL;
      g_autofree char *history = NULL;
      g_autofree char *id = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *found = NULL;
      g_autoptr (TlGoal) goal = NULL;
      gboolean undone;
      TlDocument *document = make_document (&path);

      goal = g_list_model_get_item (tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL), 0);
      tl_goal_set_title (goal, "Spoil this");
      g_assert_true (tl_document_flush (document, NULL));
      before = tl_trial_dup_memory_digest (document);
      tl_document_begin_group (document, "Rename Goal");
      tl_goal_set_title (goal, "Another");
      g_assert_true (tl_document_end_group (document, NULL));
      after = tl_trial_dup_memory_digest (document);
      history = dup_kept_path (document, "history");
      id = g_strdup (tl_document_get_id (document));
      g_clear_object (&goal);
      tl_trial_close (document);

      spoil_last_step (tl_history_file_new (id), history, forged);
      document = open_document (path);
      undone = tl_document_undo (document, NULL);
      found = tl_trial_dup_memory_digest (document);
      g_assert_true (undone == forged);
      if (forged)
        g_assert_true (!g_str_equal (found, before) && !g_str_equal (found, after));
      else
        g_assert_cmpstr (found, ==, after);
      tl_trial_close (document);
    }
}

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);
  g_test_add_func ("/controls/draft", test_draft);
  g_test_add_func ("/controls/backup", test_backup);
  g_test_add_func ("/controls/newer", test_newer);
  g_test_add_func ("/controls/changeset", test_changeset);
  return tl_trial_run ();
}
