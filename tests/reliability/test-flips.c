/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A real document with bytes changed at random places: it opens and can be worked with, or there is an error that
 * names it.  Never a crash, never a wait without end.
 */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "tl-hook-vfs.h"
#include "tl-store.h"
#include "tl-trial.h"

#define PAGE 4096

/* Far beyond what any file here takes, also under the sanitizers; then the process is ended as hanging. */
#define DEADLINE 120

typedef struct
{
  guint n_refused;
  guint n_opened;
  guint n_worked;
} Count;

static char *
make_document (gsize *length)
{
  g_autofree char *path = tl_trial_dup_path ("sound.throughline");
  TlDocument *document = tl_trial_make_document (path);
  g_autoptr (GError) error = NULL;
  char *contents;

  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (tl_trial_act (document, i, &error));
      g_assert_no_error (error);
    }
  tl_trial_close (document);
  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  return contents;
}

/* Does one kind of harm to the bytes, and returns how many of them are left. */
static gsize
hurt (char   *bytes,
      gsize   length,
      guint   kind,
      GRand  *rand)
{
  gsize place = g_rand_int_range (rand, 0, length);

  switch (kind)
    {
    case 0:
      bytes[g_rand_int_range (rand, 0, 100)] = (char) g_rand_int (rand);
      break;
    case 1:
      /* Where pages say what they are and where their cells begin */
      bytes[place / PAGE * PAGE + g_rand_int_range (rand, 0, 40)] = (char) g_rand_int (rand);
      break;
    case 2:
      memset (bytes + place, 0, MIN (512, length - place));
      break;
    case 3:
      memcpy (bytes + place / PAGE * PAGE, bytes + g_rand_int_range (rand, 0, length / PAGE) * PAGE, PAGE);
      break;
    case 4:
      return place;
    default:
      for (guint i = 0; i < kind - 4; i++)
        bytes[g_rand_int_range (rand, 0, length)] ^= 1 << g_rand_int_range (rand, 0, 8);
      break;
    }

  return length;
}

/* Adds, renames, measures, removes, and takes back, as long as that works. */
static gboolean
work_with (TlDocument *document)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GError) error = NULL;

      if (g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (document), TL_TYPE_GOAL)) == 0 ||
          g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (document), TL_TYPE_PERSON)) == 0)
        return FALSE;

      if (!tl_trial_act (document, i, &error))
        {
          g_assert_nonnull (error);
          tl_document_cancel_group (document);
          return FALSE;
        }
    }

  return TRUE;
}

static void
try_file (const char *path,
          Count      *count)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (TlDocument) document = tl_document_open (file, NULL, &error);

  if (document == NULL)
    {
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "flipped.throughline"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      count->n_refused++;
      return;
    }

  count->n_opened++;
  count->n_worked += work_with (document);
  if (!tl_document_close (document, NULL))
    tl_document_cancel_group (document);
  g_clear_object (&document);

  /* The full check comes to an end, too, and says what is wrong if anything is. */
  digest = tl_trial_dup_digest (path, &problem);
  g_assert_true ((digest == NULL) == (problem != NULL));
}

static void
test_flips (void)
{
  g_autofree char *path = tl_trial_dup_path ("flipped.throughline");
  gsize length;
  g_autofree char *contents = make_document (&length);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  Count count = { 0 };

  /* Nothing here is about power cuts. */
  tl_hook_vfs_set (tl_hook_vfs_pretend_syncs, NULL);
  for (guint i = 0; i < tl_trial_choose (300, 10000); i++)
    {
      g_autofree char *copy = g_memdup2 (contents, length);
      gsize kept = hurt (copy, length, i % 10, rand);
      FILE *file;

      tl_trial_empty_folder (tl_trial_get_root ());
      file = g_fopen (path, "wb");
      g_assert_nonnull (file);
      g_assert_cmpuint (fwrite (copy, 1, kept, file), ==, kept);
      g_assert_cmpint (fclose (file), ==, 0);
      alarm (DEADLINE);
      try_file (path, &count);
      alarm (0);
    }

  g_test_message ("%u refused, %u opened, of which %u could be worked with", count.n_refused, count.n_opened,
                  count.n_worked);
  g_assert_cmpuint (count.n_refused, >, 50);
  g_assert_cmpuint (count.n_opened, >, 50);
}

int
main (int   argc,
      char *argv[])
{
  tl_trial_init (&argc, &argv);

  /* A warning about a file that is broken is right; a critical one never is. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_test_add_func ("/flips/flips", test_flips);
  return tl_trial_run ();
}
