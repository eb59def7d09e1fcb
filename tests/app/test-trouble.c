/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every way in which a document can be in trouble has a sentence that names the file, and a way out. */

#include "config.h"

#include "tl-store.h"
#include "tl-trouble.h"

static const int codes[] = {
  TL_STORE_ERROR_NOT_FOUND, TL_STORE_ERROR_NOT_A_DOCUMENT, TL_STORE_ERROR_NEWER, TL_STORE_ERROR_REFUSED,
  TL_STORE_ERROR_DAMAGED, TL_STORE_ERROR_EXISTS, TL_STORE_ERROR_OPEN, TL_STORE_ERROR_BUSY, TL_STORE_ERROR_READ_ONLY,
  TL_STORE_ERROR_FULL, TL_STORE_ERROR_IO, TL_STORE_ERROR_CANCELLED, TL_STORE_ERROR_TOO_LONG, TL_STORE_ERROR_REPLACED,
  TL_STORE_ERROR_MOVED,
};

/* Words that say nothing of what has happened stand for errors that nobody has thought of. */
#define UNKNOWN "Could Not Be Opened"

static gboolean
has_way (const TlTrouble *trouble,
         const char      *action)
{
  for (guint i = 0; i < TL_TROUBLE_N_WAYS && trouble->ways[i].label != NULL; i++)
    {
      if (g_str_equal (trouble->ways[i].action, action))
        return TRUE;
    }

  return FALSE;
}

static TlTrouble *
open_with (int      code,
           gboolean has_backups)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/plans.throughline");
  g_autoptr (GError) error = g_error_new (TL_STORE_ERROR, code, "“plans” is in trouble.");

  return tl_trouble_of_opening (file, has_backups, error);
}

static void
test_every_failure_has_a_way_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (TlTrouble) trouble = open_with (codes[i], TRUE);

      g_assert_true (g_str_has_prefix (trouble->sentence, "“plans” is in trouble."));
      g_assert_cmpstr (trouble->heading, !=, "");
      g_assert_nonnull (trouble->ways[0].label);
    }
}

static void
test_damaged_can_be_rescued (void)
{
  g_autoptr (TlTrouble) without = open_with (TL_STORE_ERROR_DAMAGED, FALSE);
  g_autoptr (TlTrouble) with = open_with (TL_STORE_ERROR_DAMAGED, TRUE);

  g_assert_cmpstr (without->heading, ==, "Damaged");
  g_assert_nonnull (strstr (without->sentence, "There is no backup"));
  g_assert_nonnull (strstr (with->sentence, "Go back to a backup"));
  g_assert_true (has_way (without, "win.rescue"));
  g_assert_false (has_way (without, "win.backups"));
  g_assert_true (has_way (with, "win.rescue"));
  g_assert_cmpstr (with->ways[0].action, ==, "win.backups");
}

static void
test_missing_has_backups (void)
{
  g_autoptr (TlTrouble) trouble = open_with (TL_STORE_ERROR_NOT_FOUND, TRUE);

  g_assert_cmpstr (trouble->heading, ==, "Not There");
  g_assert_true (has_way (trouble, "win.backups"));
}

static void
test_network (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("sftp://somewhere/plans.throughline");
  g_autoptr (GError) error = g_error_new (TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND, "“plans” is far.");
  g_autoptr (TlTrouble) trouble = tl_trouble_of_opening (file, FALSE, error);

  g_assert_cmpstr (trouble->heading, ==, "On Another Computer");
  g_assert_true (has_way (trouble, "win.copy-here"));
}

static void
test_every_storage_failure_has_a_way_out (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = g_error_new (TL_STORE_ERROR, codes[i], "It failed.");
      g_autoptr (TlTrouble) trouble = tl_trouble_of_storage ("Plans", error);

      g_assert_true (g_str_has_prefix (trouble->sentence, "It failed."));
      g_assert_nonnull (strstr (trouble->sentence, "Plans"));
      g_assert_true (g_str_has_prefix (trouble->summary, "Not saved"));
      g_assert_true (has_way (trouble, "win.try-again") || has_way (trouble, "win.save-copy"));
    }
}

static void
test_full_disk_says_so (void)
{
  g_autoptr (GError) error = g_error_new (TL_STORE_ERROR, TL_STORE_ERROR_FULL, "There is no room.");
  g_autoptr (TlTrouble) trouble = tl_trouble_of_storage ("Plans", error);

  g_assert_cmpstr (trouble->summary, ==, "Not saved: no room on the disk");
  g_assert_true (has_way (trouble, "win.try-again"));
  g_assert_true (has_way (trouble, "win.save-copy"));
}

/* A file of another program's error still says what it knows. */
static void
test_unknown_error (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/plans.throughline");
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "Something else.");
  g_autoptr (TlTrouble) trouble = tl_trouble_of_opening (file, FALSE, error);

  g_assert_cmpstr (trouble->heading, ==, UNKNOWN);
  g_assert_true (has_way (trouble, "win.try-again"));
}

static void
test_no_backup (void)
{
  g_autoptr (GError) error = g_error_new (TL_STORE_ERROR, TL_STORE_ERROR_FULL, "There is no room.");
  g_autoptr (TlTrouble) backup = tl_trouble_of_health (0, error);
  g_autoptr (TlTrouble) both = tl_trouble_of_health (2, error);

  g_assert_null (tl_trouble_of_health (0, NULL));
  g_assert_cmpstr (backup->sentence, ==, "The last backup could not be made: There is no room.");
  g_assert_true (has_way (backup, "win.backups"));
  g_assert_false (has_way (backup, "win.health"));
  g_assert_cmpstr (both->sentence, ==,
                   "This document has 2 problems. The last backup could not be made: There is no room.");
  g_assert_true (has_way (both, "win.health"));
  g_assert_true (has_way (both, "win.backups"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trouble/every-failure-has-a-way-out", test_every_failure_has_a_way_out);
  g_test_add_func ("/trouble/damaged-can-be-rescued", test_damaged_can_be_rescued);
  g_test_add_func ("/trouble/missing-has-backups", test_missing_has_backups);
  g_test_add_func ("/trouble/network", test_network);
  g_test_add_func ("/trouble/every-storage-failure-has-a-way-out", test_every_storage_failure_has_a_way_out);
  g_test_add_func ("/trouble/full-disk-says-so", test_full_disk_says_so);
  g_test_add_func ("/trouble/no-backup", test_no_backup);
  g_test_add_func ("/trouble/unknown-error", test_unknown_error);

  return g_test_run ();
}
