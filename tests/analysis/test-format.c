/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "tl-format.h"

/* The no-break space is written as _ here, to be seen. */
static void
assert_text (char       *text,
             const char *expected)
{
  g_autofree char *owned = text;
  g_auto (GStrv) parts = g_strsplit (owned, "\u00a0", -1);
  g_autofree char *visible = g_strjoinv ("_", parts);

  g_assert_cmpstr (visible, ==, expected);
}

static void
test_number (void)
{
  const struct { double value; const char *in_short; const char *exact; } rows[] = {
    { 0, "0", "0" },
    { -0.0, "0", "0" },
    { 7, "7", "7" },
    { 2.5, "2.5", "2.5" },
    { 2.04, "2", "2.04" },
    { 0.25, "0.25", "0.25" },
    { 0.05, "0.05", "0.05" },
    { 99.96, "100", "99.96" },
    { 1234.5, "1235", "1234.5" },
    { 9999, "10_k", "9999" },
    { 12400, "12.4_k", "12400" },
    { 419000, "419_k", "419000" },
    { 999999, "1_M", "999999" },
    { 4187250, "4.2_M", "4187250" },
    { -4187250, "-4.2_M", "-4187250" },
    { 2.0e9, "2_bn", "2000000000" },
    { 3.5e12, "3.5_tn", "3500000000000" },
    { NAN, "unknown", "unknown" },
    { INFINITY, "unknown", "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_text (tl_format_number (rows[i].value, TL_FORMAT_SHORT), rows[i].in_short);
      assert_text (tl_format_number (rows[i].value, TL_FORMAT_EXACT), rows[i].exact);
    }
}

static void
test_share (void)
{
  assert_text (tl_format_share (0.5), "50_%");
  assert_text (tl_format_share (1.304), "130_%");
  assert_text (tl_format_share (-0.2), "-20_%");
  assert_text (tl_format_share (-0.001), "0_%");
  assert_text (tl_format_share (NAN), "unknown");
}

static void
test_value (void)
{
  const struct { TlMeasureKind kind; const char *unit, *currency; double value; const char *text; } rows[] = {
    { TL_MEASURE_KIND_NUMBER, NULL, "EUR", 12, "12" },
    { TL_MEASURE_KIND_NUMBER, "days", "EUR", 12, "12_days" },
    { TL_MEASURE_KIND_CURRENCY, NULL, "EUR", 4.2e6, "EUR_4.2_M" },
    { TL_MEASURE_KIND_CURRENCY, "USD", "EUR", 4.2e6, "USD_4.2_M" },
    { TL_MEASURE_KIND_CURRENCY, "", "", 4.2e6, "4.2_M" },
    { TL_MEASURE_KIND_PERCENT, "%", "EUR", 84.61, "84.6_%" },
    { TL_MEASURE_KIND_COUNT_PER_WEEK, NULL, "EUR", 2, "2 a week" },
    { TL_MEASURE_KIND_COUNT_PER_WEEK, "calls", "EUR", 2, "2_calls a week" },
    { TL_MEASURE_KIND_YES_NO, NULL, "EUR", 1, "yes" },
    { TL_MEASURE_KIND_YES_NO, NULL, "EUR", 0, "no" },
    { TL_MEASURE_KIND_YES_NO, NULL, "EUR", NAN, "unknown" },
    { TL_MEASURE_KIND_CURRENCY, NULL, "EUR", NAN, "unknown" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (tl_format_value (rows[i].kind, rows[i].unit, rows[i].currency, rows[i].value, TL_FORMAT_SHORT),
                 rows[i].text);
}

static void
assert_series (const double *values,
               const char   *expected)
{
  g_auto (GStrv) texts = tl_format_series (values, 3);

  assert_text (g_strjoinv ("|", texts), expected);
}

static void
test_series (void)
{
  assert_series ((double[]) { 3.1e6, 2.0e6, 4.2e6 }, "3.1_M|2.0_M|4.2_M");
  assert_series ((double[]) { 8, 10, 5 }, "8|10|5");
  assert_series ((double[]) { 0.15, 0.1, 0.3 }, "0.15|0.10|0.30");
  assert_series ((double[]) { 3187250, 2.0e6, 4.2e6 }, "3187250|2000000|4200000");
  assert_series ((double[]) { 5, NAN, 10 }, "5|unknown|10");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/format/number", test_number);
  g_test_add_func ("/analysis/format/share", test_share);
  g_test_add_func ("/analysis/format/value", test_value);
  g_test_add_func ("/analysis/format/series", test_series);

  return g_test_run ();
}
