/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One's own cues and questions, kept in files; those that came with the program. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tl-coaching-data.h"
#include "tl-data-folder.h"

static char *home;

static char *
dup_path (const char *name)
{
  g_autofree char *folder = tl_data_folder_get ("coaching");

  return g_build_filename (folder, name, NULL);
}

static void
write_own (const char *name,
           const char *text)
{
  g_autofree char *path = dup_path (name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  tl_coaching_data_forget ();
}

static void
remove_own (const char *name)
{
  g_autofree char *path = dup_path (name);

  g_remove (path);
  tl_coaching_data_forget ();
}

static void
assert_facet (const char *text,
              TlFacet     facet)
{
  g_autoptr (TlSorting) sorting = tl_cues_sort (tl_coaching_data_get_cues (), text);

  g_assert_cmpint (sorting->facet, ==, facet);
  g_assert_nonnull (sorting->reason);
}

static void
test_installed (void)
{
  g_autoptr (GPtrArray) sets = tl_coaching_data_dup_question_sets ();
  g_autoptr (GPtrArray) troubles = tl_coaching_data_dup_troubles ();

  assert_facet ("grow our revenue", TL_FACET_RESULT);
  g_assert_cmpuint (sets->len, >=, 2);
  g_assert_cmpstr (tl_question_set_get_id (sets->pdata[0]), ==, TL_QUESTION_SET_DEFAULT);
  g_assert_true (tl_coaching_data_find_question_set ("no such set") == sets->pdata[0]);
  g_assert_true (tl_coaching_data_find_question_set (NULL) == sets->pdata[0]);
  g_assert_cmpstr (tl_question_set_get_id (tl_coaching_data_find_question_set ("grow")), ==, "grow");
  g_assert_cmpuint (troubles->len, ==, 0);
}

static void
test_own_cues (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cues = NULL;
  g_autofree char *path = dup_path ("cues.ini");
  GStatBuf info;

  assert_facet ("light the beacon", TL_FACET_WORK);
  g_assert_true (tl_coaching_data_add_own_cue ("  light \n the beacon ", TL_FACET_IMPACT, TRUE, &error));
  g_assert_no_error (error);
  assert_facet ("we light the beacon", TL_FACET_IMPACT);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0077, ==, 0);

  g_assert_true (tl_coaching_data_add_own_cue ("light the beacon", TL_FACET_RESULT, TRUE, &error));
  cues = tl_coaching_data_dup_own_cues ();
  g_assert_cmpuint (cues->len, ==, 1);
  g_assert_cmpstr (((TlOwnCue *) cues->pdata[0])->phrase, ==, "light the beacon");
  g_assert_true (((TlOwnCue *) cues->pdata[0])->reputation);
  assert_facet ("light the beacon", TL_FACET_RESULT);

  g_assert_true (tl_coaching_data_remove_own_cue ("light the beacon", &error));
  g_assert_true (tl_coaching_data_remove_own_cue ("was never there", &error));
  assert_facet ("light the beacon", TL_FACET_WORK);
}

static void
test_refused (void)
{
  g_autofree char *long_phrase = g_strnfill (300, 'x');
  const char *const phrases[] = { "", "   ", "*", "* $", "help <nobody we know>", "\xff", long_phrase, "🙂" };

  for (guint i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (tl_coaching_data_add_own_cue (phrases[i], TL_FACET_WORK, FALSE, &error));
      g_assert_error (error, TL_CUES_ERROR, TL_CUES_ERROR_MALFORMED);
    }
}

/* A file that was mended by hand and went wrong is said, and not written over. */
static void
test_damaged (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) troubles = NULL;
  g_autofree char *path = dup_path ("cues.ini");
  g_autofree char *after = NULL;

  write_own ("cues.ini", "this is no file of cues");
  assert_facet ("grow our revenue", TL_FACET_RESULT);
  g_assert_false (tl_coaching_data_add_own_cue ("light the beacon", TL_FACET_WORK, FALSE, &error));
  g_assert_nonnull (strstr (error->message, "cues.ini"));
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "this is no file of cues");
  troubles = tl_coaching_data_dup_troubles ();
  g_assert_cmpuint (troubles->len, ==, 1);

  write_own ("cues.ini", "[Cue 1]\nPhrase=light the beacon\nFacet=impact\n[Cue 2]\nFacet=work\n[Cue 3]\nPhrase=x\n");
  assert_facet ("light the beacon", TL_FACET_IMPACT);
  remove_own ("cues.ini");
}

static void
test_own_sets (void)
{
  g_autoptr (GPtrArray) troubles = NULL;
  guint n_before;

  {
    g_autoptr (GPtrArray) sets = tl_coaching_data_dup_question_sets ();

    n_before = sets->len;
  }
  write_own ("mine.ini", "no questions at all");
  troubles = tl_coaching_data_dup_troubles ();
  g_assert_cmpuint (troubles->len, ==, 1);
  g_assert_nonnull (strstr (troubles->pdata[0], "mine.ini"));
  {
    g_autoptr (GPtrArray) sets = tl_coaching_data_dup_question_sets ();

    g_assert_cmpuint (sets->len, ==, n_before);
  }
  remove_own ("mine.ini");
}

/* Without what comes with the program nothing is sorted, and that is said. */
static void
test_not_installed (void)
{
  g_autofree char *before = g_strdup (g_getenv ("THROUGHLINE_DATADIR"));
  g_autoptr (TlSorting) sorting = NULL;

  g_setenv ("THROUGHLINE_DATADIR", home, TRUE);
  tl_coaching_data_forget ();
  sorting = tl_cues_sort (tl_coaching_data_get_cues (), "grow our revenue");
  g_assert_cmpint (sorting->facet, ==, TL_FACET_UNSET);
  g_assert_nonnull (sorting->reason);
  g_assert_null (tl_coaching_data_find_question_set ("grow"));
  if (before != NULL)
    g_setenv ("THROUGHLINE_DATADIR", before, TRUE);
  else
    g_unsetenv ("THROUGHLINE_DATADIR");
  tl_coaching_data_forget ();
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  home = g_dir_make_tmp ("tl-coaching-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_setenv ("LANGUAGE", "en", TRUE);
  g_setenv ("THROUGHLINE_DATADIR", TL_SOURCE_DATA, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/coaching-data/installed", test_installed);
  g_test_add_func ("/document/coaching-data/own-cues", test_own_cues);
  g_test_add_func ("/document/coaching-data/refused", test_refused);
  g_test_add_func ("/document/coaching-data/damaged", test_damaged);
  g_test_add_func ("/document/coaching-data/own-sets", test_own_sets);
  g_test_add_func ("/document/coaching-data/not-installed", test_not_installed);

  status = g_test_run ();
  remove_own ("cues.ini");
  folder = tl_data_folder_get ("coaching");
  g_rmdir (folder);
  g_free (folder);
  folder = tl_data_folder_get (NULL);
  g_rmdir (folder);
  g_rmdir (home);
  g_free (home);
  return status;
}
