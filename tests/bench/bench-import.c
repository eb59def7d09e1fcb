/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A file of 10,000 goals: how long it takes to come in, phase by phase, into a new document on the disk; the same file
 * once more, when nothing is new; and to be written again.  Medians, one to a line. */

#include <stdio.h>
#include <stdlib.h>

#include "bench-times.h"
#include "exchange-fixture.h"
#include "tl-export-csv.h"
#include "tl-export-json.h"

#define N_GOALS 10000
#define N_RUNS 5

enum
{
  READ,
  PREPARE,
  APPLY,
  TOGETHER,
  AGAIN,
  EXPORT_CSV,
  EXPORT_JSON,
  N_TIMES
};

static const char *names[N_TIMES] = { "read", "prepare", "apply", "together", "import again", "export csv", "export json" };

static double
lap (gint64 *since)
{
  gint64 now = g_get_monotonic_time ();
  double elapsed = (now - *since) / 1000.0;

  *since = now;
  return elapsed;
}

static void
run (double      times[N_TIMES][N_RUNS],
     guint       i,
     const char *text)
{
  Fixture fixture = { NULL, };
  g_autoptr (GFile) file = NULL;
  gint64 since;

  fixture_set_up (&fixture, NULL);
  file = fixture_write (&fixture, "goals.csv", text);

  since = g_get_monotonic_time ();
  for (guint again = 0; again <= 1; again++)
    {
      g_autoptr (TlImport) import = tl_import_new (fixture.document);
      double read, prepare, apply;

      g_assert_true (tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, NULL));
      read = lap (&since);
      g_assert_true (tl_import_prepare (import, NULL, NULL));
      prepare = lap (&since);
      g_assert_true (tl_import_apply (import, NULL));
      apply = lap (&since);

      times[again ? AGAIN : TOGETHER][i] = read + prepare + apply;
      if (again)
        continue;
      times[READ][i] = read;
      times[PREPARE][i] = prepare;
      times[APPLY][i] = apply;
    }

  lap (&since);
  g_free (tl_export_csv_to_string (fixture.model, TL_IMPORT_GOALS, TL_EXPORT_PRIVATE_NOTES));
  times[EXPORT_CSV][i] = lap (&since);
  g_free (tl_export_json_to_string (fixture.model, TL_EXPORT_PRIVATE_NOTES));
  times[EXPORT_JSON][i] = lap (&since);
  fixture_tear_down (&fixture, NULL);
}

int
main (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double times[N_TIMES][N_RUNS];

  append_cascade (text, N_GOALS);
  for (guint i = 0; i < N_RUNS; i++)
    run (times, i, text->str);

  for (guint i = 0; i < N_TIMES; i++)
    printf ("%-13s %7.1f ms\n", names[i], bench_take_median (times[i], N_RUNS));

  return EXIT_SUCCESS;
}
