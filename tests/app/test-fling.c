/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-fling.h"

#define MS 1000
#define BEGUN 5000000

/* Drags 8 pixels a frame for ten frames. */
static gint64
drag (TlFling *fling)
{
  gint64 time = BEGUN;

  for (guint i = 0; i < 10; i++, time += 16 * MS)
    tl_fling_follow (fling, time, 8.0 * i, 0);

  return time - 16 * MS;
}

static void
test_goes_on (void)
{
  TlFling fling = { 0 };
  gint64 time = drag (&fling);
  double way = 0;
  double last = G_MAXDOUBLE;
  gboolean goes_on = TRUE;

  g_assert_true (tl_fling_release (&fling, time + 5 * MS));
  for (time += 21 * MS; goes_on; time += 16 * MS)
    {
      double dx, dy;

      goes_on = tl_fling_step (&fling, time, &dx, &dy);
      g_assert_cmpfloat (dx, >, 0);
      g_assert_cmpfloat (dx, <, last);
      g_assert_cmpfloat (dy, ==, 0);
      last = dx;
      way += dx;
    }

  /* 500 pixels a second, of which a rate of 4 is lost, are 125 in all, less the end. */
  g_assert_cmpfloat (way, >, 80);
  g_assert_cmpfloat (way, <, 130);
  g_assert_cmpint (time - BEGUN, <, 3 * G_USEC_PER_SEC);
}

static void
test_held_still (void)
{
  TlFling fling = { 0 };
  gint64 time = drag (&fling);

  g_assert_false (tl_fling_release (&fling, time + 100 * MS));
}

static void
test_slow (void)
{
  TlFling fling = { 0 };

  for (guint i = 0; i < 10; i++)
    tl_fling_follow (&fling, BEGUN + i * 16 * MS, i, i);

  g_assert_false (tl_fling_release (&fling, BEGUN + 150 * MS));
}

static void
test_click (void)
{
  TlFling fling = { 0 };

  g_assert_false (tl_fling_release (&fling, BEGUN));
}

/* However long the frames are, it goes as far. */
static void
test_same_at_any_rate (void)
{
  double ways[2] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      TlFling fling = { 0 };
      gint64 time = drag (&fling);

      g_assert_true (tl_fling_release (&fling, time));
      for (guint step = 0; step < 12; step++)
        {
          double dx, dy;

          if (i == 1 && step % 3 != 2)
            continue;
          tl_fling_step (&fling, time + (step + 1) * 16 * MS, &dx, &dy);
          ways[i] += dx;
        }
    }

  g_assert_cmpfloat_with_epsilon (ways[0], ways[1], 0.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fling/goes-on", test_goes_on);
  g_test_add_func ("/fling/held-still", test_held_still);
  g_test_add_func ("/fling/slow", test_slow);
  g_test_add_func ("/fling/click", test_click);
  g_test_add_func ("/fling/same-at-any-rate", test_same_at_any_rate);

  return g_test_run ();
}
