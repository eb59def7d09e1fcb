/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-layout-isotonic.h"

#define MOST 8
#define TOLERANCE 1e-9

static double
cost_of (const double *fit,
         const double *wishes,
         const double *weights,
         guint         n)
{
  double cost = 0.0;

  for (guint i = 0; i < n; i++)
    cost += weights[i] * (fit[i] - wishes[i]) * (fit[i] - wishes[i]);

  return cost;
}

/* The best fit is made of runs that stand at their weighted mean: try every way to cut into runs. */
static double
least_cost (const double *wishes,
            const double *weights,
            guint         n)
{
  double least = G_MAXDOUBLE;

  for (guint cuts = 0; cuts < 1u << (n - 1); cuts++)
    {
      double fit[MOST];
      gboolean rises = TRUE;

      for (guint start = 0, end; start < n; start = end)
        {
          double sum = 0.0;
          double weight = 0.0;

          end = start;
          do
            {
              sum += weights[end] * wishes[end];
              weight += weights[end];
              end++;
            }
          while (end < n && (cuts >> (end - 1) & 1) == 0);

          for (guint i = start; i < end; i++)
            fit[i] = sum / weight;
          rises = rises && (start == 0 || fit[start] >= fit[start - 1]);
        }
      if (rises)
        least = MIN (least, cost_of (fit, wishes, weights, n));
    }

  return least;
}

static void
test_brute_force (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint round = 0; round < 2000; round++)
    {
      guint n = g_rand_int_range (rand, 1, MOST + 1);
      double wishes[MOST];
      double weights[MOST];
      double fit[MOST];
      TlIsotonicBlock blocks[MOST];

      for (guint i = 0; i < n; i++)
        {
          wishes[i] = fit[i] = g_rand_int_range (rand, -5, 6);
          weights[i] = g_rand_int_range (rand, 1, 5) / 2.0;
        }

      tl_isotonic_fit (fit, weights, n, blocks);

      for (guint i = 1; i < n; i++)
        g_assert_cmpfloat (fit[i], >=, fit[i - 1]);
      g_assert_cmpfloat_with_epsilon (cost_of (fit, wishes, weights, n), least_cost (wishes, weights, n), TOLERANCE);
    }
}

static void
test_already_rising (void)
{
  double values[] = { -2.0, 0.0, 0.5, 7.0 };
  const double weights[] = { 1.0, 2.0, 3.0, 4.0 };
  TlIsotonicBlock blocks[4];

  tl_isotonic_fit (values, weights, 4, blocks);
  g_assert_cmpfloat (values[0], ==, -2.0);
  g_assert_cmpfloat (values[1], ==, 0.0);
  g_assert_cmpfloat (values[2], ==, 0.5);
  g_assert_cmpfloat (values[3], ==, 7.0);
}

/* What was fitted before and is out of order by rounding alone is not moved again. */
static void
test_already_fitted (void)
{
  const double fitted[] = { 7.0, 7.0 - 1e-9, 7.0 + 1e-9, 7.0 };
  const double weights[] = { 1.0, 3.0, 5.0, 7.0 };
  double values[G_N_ELEMENTS (fitted)];
  TlIsotonicBlock blocks[G_N_ELEMENTS (fitted)];

  memcpy (values, fitted, sizeof fitted);
  tl_isotonic_fit (values, weights, G_N_ELEMENTS (values), blocks);
  g_assert_cmpmem (values, sizeof values, fitted, sizeof fitted);
}

static void
test_empty (void)
{
  tl_isotonic_fit (NULL, NULL, 0, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/isotonic/brute-force", test_brute_force);
  g_test_add_func ("/layout/isotonic/already-rising", test_already_rising);
  g_test_add_func ("/layout/isotonic/already-fitted", test_already_fitted);
  g_test_add_func ("/layout/isotonic/empty", test_empty);

  return g_test_run ();
}
