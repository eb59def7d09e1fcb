/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "tl-attainment.h"

#define UP TL_DIRECTION_UP
#define DOWN TL_DIRECTION_DOWN
#define BETWEEN TL_DIRECTION_BETWEEN

static void
assert_share (double actual,
              double expected,
              guint  row)
{
  if (isnan (expected) ? !isnan (actual) : !(fabs (actual - expected) < 1e-9))
    g_error ("row %u: %g instead of %g", row, actual, expected);
}

static void
test_to_target (void)
{
  const struct { double value, baseline, target; TlDirection direction; double attainment; } rows[] = {
    { 50, 0, 100, UP, 0.5 },
    { 3.1e6, 2.0e6, 4.2e6, UP, 0.5 },
    { 100, 0, 100, UP, 1 },
    { 130, 0, 100, UP, 1.3 },
    { -20, 0, 100, UP, -0.2 },
    { 1, 2, 4, UP, -0.5 },
    { 0.15, 0.1, 0.3, UP, 0.25 },
    { -5, -10, 0, UP, 0.5 },
    { -15, -10, 0, UP, -0.5 },
    /* Down falls out of the same formula. */
    { 8, 10, 5, DOWN, 0.4 },
    { 12, 10, 5, DOWN, -0.4 },
    { 4, 10, 5, DOWN, 1.2 },
    { 2.5, 4.5, 0.5, DOWN, 0.5 },
    { -3, -1, -5, DOWN, 0.5 },
    /* Declared the wrong way round: the numbers say it. */
    { 8, 10, 5, UP, 0.4 },
    { 50, 0, 100, DOWN, 0.5 },
    /* To be kept */
    { 10, 10, 10, UP, 1 },
    { 11, 10, 10, UP, 1 },
    { 9, 10, 10, UP, 0 },
    { 10, 10, 10, DOWN, 1 },
    { 9, 10, 10, DOWN, 1 },
    { 11, 10, 10, DOWN, 0 },
    { 0, 0, 0, UP, 1 },
    { -1, 0, 0, UP, 0 },
    /* Unknown */
    { NAN, 0, 100, UP, NAN },
    { 50, 0, NAN, UP, NAN },
    { INFINITY, 0, 100, UP, NAN },
    /* Without a baseline */
    { 25, NAN, 100, UP, 0.25 },
    { 125, NAN, 100, UP, 1.25 },
    { 8, NAN, 5, DOWN, NAN },
    { 5, NAN, 5, DOWN, 1 },
    { -8, NAN, -5, UP, NAN },
    { -5, NAN, -5, UP, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_share (tl_attainment_to_target (rows[i].value, rows[i].baseline, rows[i].target, rows[i].direction),
                  rows[i].attainment, i);
}

static void
test_within_band (void)
{
  const struct { double value, low, high, attainment; } rows[] = {
    { 7, 5, 10, 1 },
    { 5, 5, 10, 1 },
    { 10, 5, 10, 1 },
    { 12.5, 5, 10, 0.5 },
    { 2.5, 5, 10, 0.5 },
    { 4, 5, 10, 0.8 },
    { 15, 5, 10, 0 },
    { 0, 5, 10, 0 },
    { 100, 5, 10, 0 },
    { -100, 5, 10, 0 },
    { 0, -1, 1, 1 },
    { -2, -1, 1, 0.5 },
    /* Open at one end */
    { 5, 5, NAN, 1 },
    { 500, 5, NAN, 1 },
    { 4.9, 5, NAN, 0 },
    { 10, NAN, 10, 1 },
    { 10.1, NAN, 10, 0 },
    /* No band, no width, the wrong way round */
    { 7, NAN, NAN, NAN },
    { NAN, 5, 10, NAN },
    { 5, 5, 5, 1 },
    { 5.1, 5, 5, 0 },
    { 12.5, 10, 5, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_share (tl_attainment_within_band (rows[i].value, rows[i].low, rows[i].high), rows[i].attainment, i);
}

static void
test_of_value (void)
{
  const struct { TlMeasureTerms terms; double value, attainment; } rows[] = {
    { { TL_MEASURE_KIND_NUMBER, UP, 0, 10, NAN, NAN }, 4, 0.4 },
    { { TL_MEASURE_KIND_CURRENCY, UP, 0, 10, NAN, NAN }, 4, 0.4 },
    { { TL_MEASURE_KIND_PERCENT, DOWN, 20, 10, NAN, NAN }, 15, 0.5 },
    { { TL_MEASURE_KIND_PERCENT, BETWEEN, NAN, NAN, 5, 10 }, 12.5, 0.5 },
    { { TL_MEASURE_KIND_YES_NO, UP, NAN, 1, NAN, NAN }, 1, 1 },
    { { TL_MEASURE_KIND_YES_NO, UP, NAN, 1, NAN, NAN }, 0, 0 },
    { { TL_MEASURE_KIND_YES_NO, UP, 0, 1, NAN, NAN }, 0.5, 0 },
    { { TL_MEASURE_KIND_YES_NO, UP, NAN, NAN, NAN, NAN }, 1, 1 },
    { { TL_MEASURE_KIND_YES_NO, UP, NAN, 0, NAN, NAN }, 0, 1 },
    { { TL_MEASURE_KIND_YES_NO, UP, NAN, 0, NAN, NAN }, 1, 0 },
    { { TL_MEASURE_KIND_YES_NO, UP, NAN, 1, NAN, NAN }, NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_share (tl_attainment_of_value (&rows[i].terms, rows[i].value), rows[i].attainment, i);
}

static void
test_of_counts (void)
{
  const struct { TlDirection direction; double baseline, target, low, high, sum; guint weeks; double attainment; } rows[] = {
    { UP, NAN, 2, NAN, NAN, 18, 12, 0.75 },
    { UP, 0, 2, NAN, NAN, 18, 12, 0.75 },
    { UP, 1, 2, NAN, NAN, 18, 12, 0.75 },
    { UP, NAN, 2, NAN, NAN, 30, 12, 1.25 },
    { UP, NAN, 2, NAN, NAN, 0, 12, 0 },
    { UP, NAN, 2, NAN, NAN, 3, 0, NAN },
    { UP, NAN, 2, NAN, NAN, NAN, 12, NAN },
    { UP, NAN, NAN, NAN, NAN, 18, 12, NAN },
    { UP, NAN, 0, NAN, NAN, 18, 12, 1 },
    { DOWN, NAN, 2, NAN, NAN, 12, 12, 1 },
    { DOWN, NAN, 2, NAN, NAN, 48, 12, 0.5 },
    { DOWN, 6, 2, NAN, NAN, 48, 12, 0.5 },
    { BETWEEN, NAN, NAN, 2, 4, 36, 12, 1 },
    { BETWEEN, NAN, NAN, 2, 4, 60, 12, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      TlMeasureTerms terms = { TL_MEASURE_KIND_COUNT_PER_WEEK, rows[i].direction, rows[i].baseline,
                               rows[i].target, rows[i].low, rows[i].high };

      assert_share (tl_attainment_of_counts (&terms, rows[i].sum, rows[i].weeks), rows[i].attainment, i);
    }
}

static void
test_hold (void)
{
  g_assert_cmpfloat (tl_attainment_hold (1.3), ==, 1);
  g_assert_cmpfloat (tl_attainment_hold (-0.3), ==, 0);
  g_assert_cmpfloat (tl_attainment_hold (0.3), ==, 0.3);
  g_assert_true (isnan (tl_attainment_hold (NAN)));
}

static void
test_full_weeks (void)
{
  TlDate monday = tl_date_new (2026, 1, 5);

  g_assert_cmpuint (tl_full_weeks_elapsed (monday, TL_DATE_NONE, monday), ==, 0);
  g_assert_cmpuint (tl_full_weeks_elapsed (monday, TL_DATE_NONE, monday + 6), ==, 0);
  g_assert_cmpuint (tl_full_weeks_elapsed (monday, TL_DATE_NONE, monday + 7), ==, 1);
  g_assert_cmpuint (tl_full_weeks_elapsed (monday, TL_DATE_NONE, monday + 90), ==, 12);
  g_assert_cmpuint (tl_full_weeks_elapsed (monday, TL_DATE_NONE, monday - 90), ==, 0);
  g_assert_cmpuint (tl_full_weeks_elapsed (TL_DATE_NONE, TL_DATE_NONE, monday), ==, 0);
  /* A fortnight that ends on a Sunday has two full weeks, however long ago. */
  g_assert_cmpuint (tl_full_weeks_elapsed (monday, monday + 13, monday + 400), ==, 2);
  g_assert_cmpuint (tl_full_weeks_elapsed (monday, monday + 13, monday + 13), ==, 1);
}

static void
test_expected (void)
{
  TlDate start = tl_date_new (2026, 1, 1);
  TlDate due = start + 100;

  g_assert_cmpfloat (tl_expected_share (start, due, start), ==, 0);
  g_assert_cmpfloat (tl_expected_share (start, due, start + 25), ==, 0.25);
  g_assert_cmpfloat (tl_expected_share (start, due, due), ==, 1);
  g_assert_cmpfloat (tl_expected_share (start, due, due + 400), ==, 1);
  g_assert_cmpfloat (tl_expected_share (start, due, start - 400), ==, 0);
  g_assert_cmpfloat (tl_expected_share (start, start, start), ==, 1);
  g_assert_cmpfloat (tl_expected_share (start, start, start - 1), ==, 0);
  g_assert_true (isnan (tl_expected_share (TL_DATE_NONE, due, start)));
  g_assert_true (isnan (tl_expected_share (start, TL_DATE_NONE, start)));
  g_assert_true (isnan (tl_expected_share (due, start, start)));
}

static void
test_health (void)
{
  const TlThresholds thresholds = TL_THRESHOLDS_DEFAULT;
  const TlThresholds strict = { 0, 0.05 };
  const struct { double attainment, expected; TlHealth health; } rows[] = {
    { 0.5, 0.5, TL_HEALTH_ON_TRACK },
    { 0.4, 0.5, TL_HEALTH_ON_TRACK },
    { 0.3, 0.4, TL_HEALTH_ON_TRACK },
    { 0.39, 0.5, TL_HEALTH_AT_RISK },
    { 0.2, 0.5, TL_HEALTH_AT_RISK },
    { 0.7, 1.0, TL_HEALTH_AT_RISK },
    { 0.19, 0.5, TL_HEALTH_OFF_TRACK },
    { -0.5, 0, TL_HEALTH_OFF_TRACK },
    { 2, 1, TL_HEALTH_ON_TRACK },
    { 0, 0, TL_HEALTH_ON_TRACK },
    { NAN, 0.5, TL_HEALTH_NO_DATA },
    { 0.5, NAN, TL_HEALTH_NO_DATA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tl_health_from_attainment (rows[i].attainment, rows[i].expected, &thresholds), ==,
                     rows[i].health);

  g_assert_cmpint (tl_health_from_attainment (0.46, 0.5, &strict), ==, TL_HEALTH_AT_RISK);
  g_assert_cmpint (tl_health_from_attainment (0.44, 0.5, &strict), ==, TL_HEALTH_OFF_TRACK);
  g_assert_cmpstr (tl_health_to_nick (TL_HEALTH_AT_RISK), ==, "at-risk");
  g_assert_cmpstr (tl_health_to_label (TL_HEALTH_NO_DATA), ==, "No data");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/attainment/to-target", test_to_target);
  g_test_add_func ("/analysis/attainment/within-band", test_within_band);
  g_test_add_func ("/analysis/attainment/of-value", test_of_value);
  g_test_add_func ("/analysis/attainment/of-counts", test_of_counts);
  g_test_add_func ("/analysis/attainment/hold", test_hold);
  g_test_add_func ("/analysis/attainment/full-weeks", test_full_weeks);
  g_test_add_func ("/analysis/attainment/expected", test_expected);
  g_test_add_func ("/analysis/attainment/health", test_health);

  return g_test_run ();
}
