/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a target on its seeds: what the fuzzer does first, as an ordinary test with an ordinary compiler.
 *
 * Each seed is also cut off after every few bytes, and has every few of its bits changed, so that without a fuzzer,
 * too, more than the seeds is tried.
 */

#include <gio/gio.h>
#include <string.h>

#include "fuzz-target.h"

/* How many mutations of each kind a seed goes through */
#define N_MUTATIONS 16

static void
run_on (const guint8 *data,
        gsize         size)
{
  g_autofree guint8 *copy = g_malloc (MAX (size, 1));

  /* In a block of just that size, so that the sanitizers see who reads beyond it. */
  if (size > 0)
    memcpy (copy, data, size);
  LLVMFuzzerTestOneInput (copy, size);
}

static void
test_seed (gconstpointer data)
{
  const char *path = data;
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  run_on ((guint8 *) contents, size);
  for (guint i = 0; i < N_MUTATIONS && size > 0; i++)
    {
      gsize place = i * size / N_MUTATIONS;

      run_on ((guint8 *) contents, place);
      contents[place] ^= 1 << (i % 8);
      run_on ((guint8 *) contents, size);
      contents[place] ^= 1 << (i % 8);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_assert_cmpint (argc, ==, 2);
  dir = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/seeds/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), test_seed, g_free);
    }

  return g_test_run ();
}
