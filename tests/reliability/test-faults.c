/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The n-th system call fails, for n from 1 until a run is clean: a full disk, an error of the disk, a disk that has
 * turned read-only; once, and for ever.
 *
 * Each run ends with the document exactly as it was or exactly as it is to be.  When it is as it was, an error was
 * raised; the edit is still in memory, can be saved to another place at once, and reaches the disk with the next edit
 * after the fault has gone.
 */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "tl-backups.h"
#include "tl-export-csv.h"
#include "tl-export-json.h"
#include "tl-export.h"
#include "tl-fault-calls.h"
#include "tl-store.h"
#include "tl-trial.h"

/* No action makes more calls. */
#define MAX_CALLS 5000

/* The numbers of actions that are treated in a special way */
#define IMPORT 6

static const struct { int error; const char *name; } failures[] = {
  { ENOSPC, "full" },
  { EIO, "input/output error" },
  { EROFS, "read-only" },
};

typedef struct
{
  int             error;
  TlFaultDuration duration;
  guint           nth;
  const char     *call;
  char           *base;
  char           *elsewhere;
} Trial;

static char *
dup_digest (const char *path)
{
  g_autofree char *problem = NULL;
  char *digest = tl_trial_dup_digest (path, &problem);

  g_assert_cmpstr (problem, ==, NULL);
  return digest;
}

/* What another program would find if this one were killed now */
static char *
dup_digest_as_found (Trial      *trial,
                     const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *copy = g_build_filename (trial->elsewhere, name, NULL);

  tl_trial_empty_folder (trial->elsewhere);
  tl_trial_copy_folder (tl_trial_get_folder (), trial->elsewhere);
  return dup_digest (copy);
}

static TlDocument *
open_fresh (Trial      *trial,
            const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  TlDocument *document;

  tl_trial_empty_folder (tl_trial_get_root ());
  tl_trial_copy_folder (trial->base, tl_trial_get_root ());
  document = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  return document;
}

static void
set_up (Trial         *trial,
        gconstpointer  data)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");

  trial->base = g_strconcat (tl_trial_get_root (), "-base", NULL);
  trial->elsewhere = g_strconcat (tl_trial_get_root (), "-elsewhere", NULL);
  tl_trial_empty_folder (tl_trial_get_root ());
  tl_trial_close (tl_trial_make_document (path));
  tl_trial_copy_folder (tl_trial_get_root (), trial->base);
  g_mkdir_with_parents (trial->elsewhere, 0700);
}

static void
tear_down (Trial         *trial,
           gconstpointer  data)
{
  tl_trial_remove_folder (trial->base);
  tl_trial_remove_folder (trial->elsewhere);
  g_free (trial->base);
  g_free (trial->elsewhere);
}

/* "Save a Copy Elsewhere" while the fault lasts, from what is in memory */
static void
assert_copy_holds_all (Trial      *trial,
                       TlDocument *document)
{
  g_autofree char *path = g_strconcat (trial->elsewhere, "-copy.throughline", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TlDocument) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = tl_trial_dup_memory_digest (document);
  g_autofree char *found = NULL;

  g_unlink (path);
  g_assert_true (tl_document_save_copy (document, file, &error));
  g_assert_no_error (error);
  copy = tl_document_open (file, NULL, &error);
  g_assert_no_error (error);
  found = tl_trial_dup_memory_digest (copy);
  g_assert_cmpstr (wanted, ==, found);
  g_assert_true (tl_document_close (copy, NULL));
  g_unlink (path);
}

/* So that a failure of the test tells which run it was */
static void
describe (Trial        *trial,
          const GError *error)
{
  g_test_message ("call %u (%s) failed with %s, %s: %s", trial->nth, trial->call != NULL ? trial->call : "none",
                  g_strerror (trial->error), trial->duration == TL_FAULT_ONCE ? "once" : "for ever",
                  error != NULL ? error->message : "saved");
}

/* One action, during which the n-th call fails; returns whether there were that many. */
static gboolean
run_action (Trial *trial,
            guint  number)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;
  g_autofree char *found = NULL;
  g_autofree char *memory_before = NULL;
  g_autofree char *memory = NULL;
  g_autofree char *memory_at_end = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document = open_fresh (trial, path);
  gboolean saved, made;

  old = dup_digest_as_found (trial, path);
  memory_before = tl_trial_dup_memory_digest (document);

  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  saved = tl_trial_act (document, number, &error);
  memory = tl_trial_dup_memory_digest (document);
  made = !g_str_equal (memory, memory_before);
  g_assert_true (saved == (error == NULL));
  if (!saved)
    assert_copy_holds_all (trial, document);
  trial->call = tl_fault_disarm ();
  describe (trial, error);

  found = dup_digest_as_found (trial, path);
  if (saved)
    g_assert_cmpstr (found, !=, old);
  g_clear_error (&error);

  /* The edit was made in memory, and both it and the next one get to the disk.  Only an import is all or nothing. */
  if (!made)
    {
      g_assert_cmpuint (number, ==, IMPORT);
      g_assert_false (saved);
      g_assert_cmpstr (found, ==, old);
      tl_trial_act (document, number, &error);
      g_assert_no_error (error);
    }
  tl_trial_act (document, 0, &error);
  g_assert_no_error (error);
  memory_at_end = tl_trial_dup_memory_digest (document);
  tl_trial_close (document);
  new = dup_digest (path);
  g_assert_cmpstr (new, !=, old);

  {
    g_autoptr (GFile) file = g_file_new_for_path (path);
    g_autoptr (TlDocument) again = tl_document_open (file, NULL, &error);
    g_autofree char *memory_again = NULL;

    g_assert_no_error (error);
    memory_again = tl_trial_dup_memory_digest (again);
    g_assert_cmpstr (memory_again, ==, memory_at_end);
    tl_document_close (again, NULL);
  }

  return trial->call != NULL;
}

/* Calls @run with every failure, for every @stride-th call until none fails any more. */
static void
try_all (Trial      *trial,
         gboolean  (*run) (Trial *, guint),
         guint       number,
         guint       stride)
{
  for (guint i = 0; i < G_N_ELEMENTS (failures); i++)
    {
      for (trial->duration = TL_FAULT_ONCE; trial->duration <= TL_FAULT_FOR_EVER; trial->duration++)
        {
          guint n = 0;

          trial->error = failures[i].error;
          for (trial->nth = stride > 1 ? 1 + 4 * i : 1; trial->nth < MAX_CALLS; trial->nth += stride, n++)
            {
              if (!run (trial, number))
                break;
            }
          g_test_message ("%s, %s: %u runs", failures[i].name,
                          trial->duration == TL_FAULT_ONCE ? "once" : "for ever", n);
          g_assert_cmpuint (trial->nth, <, MAX_CALLS);
        }
    }
}

static void
test_action (Trial         *trial,
             gconstpointer  data)
{
  try_all (trial, run_action, GPOINTER_TO_UINT (data), tl_trial_choose (20, 1));
}

/* An undo that failed has changed nothing, neither on the disk nor on the screen, and works later. */
static gboolean
run_undo (Trial *trial,
          guint  number)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *memory_before = NULL;
  g_autofree char *memory = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document = open_fresh (trial, path);
  gboolean undone;

  before = dup_digest_as_found (trial, path);
  g_assert_true (tl_trial_act (document, 0, &error));
  after = dup_digest_as_found (trial, path);
  memory_before = tl_trial_dup_memory_digest (document);

  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  undone = tl_document_undo (document, &error);
  trial->call = tl_fault_disarm ();

  memory = tl_trial_dup_memory_digest (document);
  found = dup_digest_as_found (trial, path);
  g_assert_true (undone == (error == NULL));
  if (undone)
    {
      g_assert_cmpstr (found, ==, before);
    }
  else
    {
      g_assert_true (g_str_equal (found, before) || g_str_equal (found, after));
      g_assert_cmpstr (memory, ==, memory_before);
      g_clear_error (&error);
      g_assert_true (tl_document_undo (document, &error));
      g_assert_no_error (error);
    }

  tl_trial_close (document);
  g_free (found);
  found = dup_digest (path);
  g_assert_cmpstr (found, ==, before);
  return trial->call != NULL;
}

static void
test_undo (Trial         *trial,
           gconstpointer  data)
{
  try_all (trial, run_undo, 0, tl_trial_choose (20, 1));
}

/* A new document is there whole, or an error was raised and nothing is left in its place but what cannot be deleted. */
static gboolean
run_create (Trial *trial,
            guint  number)
{
  g_autofree char *path = tl_trial_dup_path ("new.throughline");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlDocument) document = NULL;

  tl_trial_empty_folder (tl_trial_get_root ());
  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  document = tl_document_create (file, "New", &error);
  trial->call = tl_fault_disarm ();

  g_assert_true ((document == NULL) == (error != NULL));
  if (document != NULL)
    {
      g_autofree char *digest = NULL;

      g_assert_true (tl_document_close (document, NULL));
      digest = dup_digest (path);
      g_assert_nonnull (digest);
    }
  else
    {
      g_assert_cmpuint (strlen (error->message), >, 20);
      if (trial->duration == TL_FAULT_ONCE && !g_str_equal (trial->call, "unlink"))
        g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  return trial->call != NULL;
}

static void
test_create (Trial         *trial,
             gconstpointer  data)
{
  try_all (trial, run_create, 0, tl_trial_choose (20, 1));
}

/* A copy is whole, or an error was raised; the document itself is none the worse. */
static gboolean
run_copy (Trial *trial,
          guint  number)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  g_autofree char *copy_path = tl_trial_dup_path ("copy.throughline");
  g_autoptr (GFile) copy = g_file_new_for_path (copy_path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document = open_fresh (trial, path);
  gboolean copied;

  before = dup_digest_as_found (trial, path);
  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  copied = tl_document_save_copy (document, copy, &error);
  trial->call = tl_fault_disarm ();

  g_assert_true (copied == (error == NULL));
  if (copied)
    {
      g_autofree char *digest = dup_digest (copy_path);

      g_assert_cmpstr (digest, ==, before);
    }
  else if (trial->duration == TL_FAULT_ONCE && !g_str_equal (trial->call, "unlink"))
    {
      g_assert_false (g_file_test (copy_path, G_FILE_TEST_EXISTS));
    }

  tl_trial_close (document);
  after = dup_digest (path);
  g_assert_cmpstr (before, ==, after);
  return trial->call != NULL;
}

static void
test_copy (Trial         *trial,
           gconstpointer  data)
{
  try_all (trial, run_copy, 0, tl_trial_choose (20, 1));
}

static guint
count_good_backups (TlDocument *document)
{
  g_autoptr (GListModel) backups = tl_backups_list (tl_document_get_id (document));
  guint n_good = 0;

  for (guint i = 0; i < g_list_model_get_n_items (backups); i++)
    {
      g_autoptr (TlBackup) backup = g_list_model_get_item (backups, i);
      g_autofree char *digest = dup_digest (g_file_peek_path (tl_backup_get_file (backup)));

      n_good += digest != NULL;
    }

  return n_good;
}

/* Whatever fails while a backup is made, and while older ones go, there is always one that is good, and every one
 * that is listed is. */
static gboolean
run_backup (Trial *trial,
            guint  number)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  g_autoptr (GError) error = NULL;
  TlDocument *document = open_fresh (trial, path);
  gboolean made;
  guint n_before;

  tl_backups_set_kept (1);
  g_assert_true (tl_backups_make (document, TL_BACKUP_IMPORT, &error));
  g_assert_true (tl_trial_act (document, 0, &error));
  n_before = count_good_backups (document);
  g_assert_cmpuint (n_before, >, 0);

  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  made = tl_backups_make (document, TL_BACKUP_IMPORT, &error);
  trial->call = tl_fault_disarm ();
  describe (trial, error);

  g_assert_true (made == (error == NULL));
  g_assert_cmpuint (count_good_backups (document), >, 0);
  tl_backups_set_kept (TL_BACKUPS_KEPT);
  tl_trial_close (document);
  return trial->call != NULL;
}

static void
test_backup (Trial         *trial,
             gconstpointer  data)
{
  try_all (trial, run_backup, 0, tl_trial_choose (20, 1));
}

/* A restore that failed has changed nothing; one that was made can be undone. */
static gboolean
run_restore (Trial *trial,
             guint  number)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) backups = NULL;
  g_autoptr (TlBackup) backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;
  TlDocument *document = open_fresh (trial, path);
  gboolean restored;

  g_assert_true (tl_backups_make (document, TL_BACKUP_IMPORT, &error));
  backups = tl_backups_list (tl_document_get_id (document));
  backup = g_list_model_get_item (backups, 0);
  before = dup_digest_as_found (trial, path);
  g_assert_true (tl_trial_act (document, 1, &error));
  after = dup_digest_as_found (trial, path);

  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  restored = tl_document_restore (document, backup, &error);
  trial->call = tl_fault_disarm ();
  describe (trial, error);

  found = dup_digest_as_found (trial, path);
  g_assert_true (restored == (error == NULL));
  g_assert_cmpstr (found, ==, restored ? before : after);
  if (restored)
    {
      g_assert_true (tl_document_undo (document, &error));
      g_assert_no_error (error);
      g_free (found);
      found = dup_digest_as_found (trial, path);
      g_assert_cmpstr (found, ==, after);
    }

  tl_trial_close (document);
  return trial->call != NULL;
}

static void
test_restore (Trial         *trial,
              gconstpointer  data)
{
  try_all (trial, run_restore, 0, tl_trial_choose (20, 1));
}

static gboolean
export_as (guint        number,
           TlDocument  *document,
           const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) picture = g_bytes_new_static ("new new new", 11);

  switch (number)
    {
    case 0:
      return tl_export_json_to_file (document, file, TL_EXPORT_DEFAULT, NULL, error);
    case 1:
      return tl_export_csv_to_file (document, file, TL_EXPORT_DEFAULT, NULL, error);
    default:
      return tl_export_write (picture, path, error);
    }
}

/* The file that an export replaces is the old one or the new one, whole. */
static gboolean
run_export (Trial *trial,
            guint  number)
{
  static const char *const names[] = { "goals.json", "goals.csv", "picture.svg" };
  g_autofree char *document_path = tl_trial_dup_path ("a.throughline");
  g_autofree char *path = tl_trial_dup_path (names[number]);
  g_autofree char *wanted = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  TlDocument *document = open_fresh (trial, document_path);
  gboolean exported;

  g_assert_true (export_as (number, document, path, &error));
  g_assert_true (g_file_get_contents (path, &wanted, NULL, NULL));
  g_assert_true (g_file_set_contents (path, "old", -1, NULL));

  tl_fault_arm (tl_trial_get_root (), trial->nth, trial->error, trial->duration);
  exported = export_as (number, document, path, &error);
  trial->call = tl_fault_disarm ();

  g_assert_true (exported == (error == NULL));
  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  if (exported)
    g_assert_cmpstr (found, ==, wanted);
  else
    g_assert_true (g_str_equal (found, "old") || g_str_equal (found, wanted));

  tl_trial_close (document);
  return trial->call != NULL;
}

static void
test_export (Trial         *trial,
             gconstpointer  data)
{
  try_all (trial, run_export, GPOINTER_TO_UINT (data), 1);
}

/* The faults arrive: without them the other tests would prove nothing. */
static void
test_control (Trial         *trial,
              gconstpointer  data)
{
  g_autofree char *path = tl_trial_dup_path ("a.throughline");
  g_autoptr (GError) error = NULL;
  TlDocument *document = open_fresh (trial, path);

  tl_fault_arm (tl_trial_get_root (), 1, ENOSPC, TL_FAULT_FOR_EVER);
  g_assert_false (tl_trial_act (document, 0, &error));
  g_assert_nonnull (tl_fault_disarm ());
  g_assert_nonnull (error);
  tl_trial_close (document);
}

#define ADD(name, function, number) \
  g_test_add ("/faults/" name, Trial, GUINT_TO_POINTER (number), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);
  ADD ("control", test_control, 0);
  ADD ("add-goal", test_action, 0);
  ADD ("rename-goal", test_action, 1);
  ADD ("remove-unit", test_action, 3);
  ADD ("import", test_action, IMPORT);
  ADD ("undo", test_undo, 0);
  ADD ("create", test_create, 0);
  ADD ("copy", test_copy, 0);
  ADD ("backup", test_backup, 0);
  ADD ("restore", test_restore, 0);
  ADD ("export-json", test_export, 0);
  ADD ("export-csv", test_export, 1);
  ADD ("export-picture", test_export, 2);
  return tl_trial_run ();
}
