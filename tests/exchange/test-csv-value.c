/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-csv-value.h"

static void
test_text (void)
{
  struct { const char *cell; TlCsvTextMode mode; const char *expected; } cases[] = {
    { "plain", TL_CSV_TEXT_LINE, "plain" },
    { "  two   words \t", TL_CSV_TEXT_LINE, "two words" },
    { "two\r\nlines", TL_CSV_TEXT_LINE, "two lines" },
    { " two\r\n\r\nlines \n", TL_CSV_TEXT_BLOCK, "two\n\nlines" },
    { "evil\xE2\x80\xAEtxt.exe", TL_CSV_TEXT_LINE, "eviltxt.exe" },
    { "a\xE2\x80\x8B" "b\xEF\xBB\xBF" "c\x07" "d", TL_CSV_TEXT_LINE, "abcd" },
    { "می\xE2\x80\x8Cخواهم", TL_CSV_TEXT_LINE, "می\xE2\x80\x8Cخواهم" },
    { "\xC2\xA0 \xE2\x80\x8B\t", TL_CSV_TEXT_LINE, "" },
    { "\xE2\x80\x8D", TL_CSV_TEXT_LINE, "" },
    { "<script>alert(1)</script>", TL_CSV_TEXT_LINE, "<script>alert(1)</script>" },
    { "=HYPERLINK(\"x\")", TL_CSV_TEXT_LINE, "=HYPERLINK(\"x\")" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = tl_csv_value_text (cases[i].cell, cases[i].mode);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_disarm (void)
{
  struct { const char *text; const char *cell; } cases[] = {
    { "=1+1", "'=1+1" }, { "+1", "'+1" }, { "-1", "'-1" }, { "@x", "'@x" },
    { "'=1", "''=1" }, { "'tis", "'tis" }, { "a=b", "a=b" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = tl_csv_value_disarm (cases[i].text);

      g_assert_cmpstr (cell, ==, cases[i].cell);
      g_assert_cmpstr (tl_csv_value_rearm (cell), ==, cases[i].text);
    }
}

static void
test_lists (void)
{
  g_auto (GStrv) items = tl_csv_value_split (" a ; ;b\\;c;d\\\\;;");
  const char * const expected[] = { "a", "", "b;c", "d\\", NULL };
  g_autofree char *joined = NULL;
  g_auto (GStrv) again = NULL;
  g_auto (GStrv) none = tl_csv_value_split (" ");

  g_assert_cmpstrv (items, expected);
  joined = tl_csv_value_join (items);
  again = tl_csv_value_split (joined);
  g_assert_cmpstrv (again, expected);
  g_assert_null (none[0]);
}

static void
test_keys (void)
{
  g_autofree char *composed = tl_csv_value_key ("CAFÉ");
  g_autofree char *decomposed = tl_csv_value_key ("cafe\xCC\x81");

  g_assert_cmpstr (composed, ==, decomposed);
}

static void
test_booleans (void)
{
  const char *yes[] = { "yes", "Y", " TRUE ", "1", "x", "✓" };
  const char *no[] = { "no", "N", "false", "0" };
  gboolean value;

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (tl_csv_value_boolean (yes[i], &value) && value);
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_true (tl_csv_value_boolean (no[i], &value) && !value);
  g_assert_false (tl_csv_value_boolean ("perhaps", &value));
  g_assert_false (tl_csv_value_boolean ("", &value));
}

static void
test_numbers (void)
{
  struct { const char *cell; TlCsvDecimal decimal; double value; TlCsvUnitHint hint; } cases[] = {
    { "12", TL_CSV_DECIMAL_UNKNOWN, 12, TL_CSV_UNIT_NONE },
    { "-0.5", TL_CSV_DECIMAL_UNKNOWN, -0.5, TL_CSV_UNIT_NONE },
    { "−3", TL_CSV_DECIMAL_UNKNOWN, -3, TL_CSV_UNIT_NONE },
    { "1,5", TL_CSV_DECIMAL_POINT, 1.5, TL_CSV_UNIT_NONE },
    { "1,234", TL_CSV_DECIMAL_POINT, 1234, TL_CSV_UNIT_NONE },
    { "1,234", TL_CSV_DECIMAL_COMMA, 1.234, TL_CSV_UNIT_NONE },
    { "1.234", TL_CSV_DECIMAL_COMMA, 1234, TL_CSV_UNIT_NONE },
    { "1.234.567,89", TL_CSV_DECIMAL_UNKNOWN, 1234567.89, TL_CSV_UNIT_NONE },
    { "1,234,567", TL_CSV_DECIMAL_COMMA, 1234567, TL_CSV_UNIT_NONE },
    { "0.125", TL_CSV_DECIMAL_COMMA, 0.125, TL_CSV_UNIT_NONE },
    { "1 234,5", TL_CSV_DECIMAL_UNKNOWN, 1234.5, TL_CSV_UNIT_NONE },
    { "1'234.5", TL_CSV_DECIMAL_UNKNOWN, 1234.5, TL_CSV_UNIT_NONE },
    { "40 %", TL_CSV_DECIMAL_UNKNOWN, 40, TL_CSV_UNIT_PERCENT },
    { "$1,200,000", TL_CSV_DECIMAL_UNKNOWN, 1200000, TL_CSV_UNIT_CURRENCY },
    { "1.200.000 €", TL_CSV_DECIMAL_UNKNOWN, 1200000, TL_CSV_UNIT_CURRENCY },
    { "EUR 12", TL_CSV_DECIMAL_UNKNOWN, 12, TL_CSV_UNIT_CURRENCY },
    { "12EUR", TL_CSV_DECIMAL_UNKNOWN, 12, TL_CSV_UNIT_CURRENCY },
    { "(250)", TL_CSV_DECIMAL_UNKNOWN, -250, TL_CSV_UNIT_NONE },
    { "1e3", TL_CSV_DECIMAL_UNKNOWN, 1000, TL_CSV_UNIT_NONE },
    { "123456789012345678901234567890", TL_CSV_DECIMAL_UNKNOWN, 123456789012345678901234567890.0, TL_CSV_UNIT_NONE },
  };
  const char *bad[] = {
    "", "nan", "inf", "-inf", "1e999", "0x10", "12 apples", "1.2.3", "1,23,4", "--", "(5", "5)", "1-2", "%", "10 2024",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlCsvUnitHint hint;
      double value;

      if (!tl_csv_value_number (cases[i].cell, cases[i].decimal, &value, &hint, NULL))
        g_error ("“%s” was not read", cases[i].cell);
      g_assert_cmpfloat_with_epsilon (value, cases[i].value, ABS (cases[i].value) * 1e-12);
      g_assert_cmpint (hint, ==, cases[i].hint);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      double value;

      if (tl_csv_value_number (bad[i], TL_CSV_DECIMAL_UNKNOWN, &value, NULL, NULL))
        g_error ("“%s” was read as %g", bad[i], value);
    }
}

static void
test_dates (void)
{
  struct { const char *cell; TlCsvDateOrder order; TlCsvDateResult result; int y, m, d; } cases[] = {
    { "2025-11-17", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "2025/1/7", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 1, 7 },
    { "2025-11-17T08:30:00Z", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "2025-11-17 00:00:00", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "20251117", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "17-Nov-2025", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "17 november 25", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "Nov 17, 2025", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "17.11.2025", TL_CSV_DATE_MONTH_FIRST, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "11/17/2025", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "17/11/2025", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "03/04/2026", TL_CSV_DATE_DAY_FIRST, TL_CSV_DATE_OK, 2026, 4, 3 },
    { "03/04/2026", TL_CSV_DATE_MONTH_FIRST, TL_CSV_DATE_OK, 2026, 3, 4 },
    { "03/04/2026", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_AMBIGUOUS, 0, 0, 0 },
    { "05/05/2026", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2026, 5, 5 },
    { "45978", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "45978.5", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_OK, 2025, 11, 17 },
    { "31-Feb-2026", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_IMPOSSIBLE, 0, 0, 0 },
    { "2026-02-31", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_IMPOSSIBLE, 0, 0, 0 },
    { "31/02/2026", TL_CSV_DATE_DAY_FIRST, TL_CSV_DATE_IMPOSSIBLE, 0, 0, 0 },
    { "20261399", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_IMPOSSIBLE, 0, 0, 0 },
    { "soon", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_NO_DATE, 0, 0, 0 },
    { "2026", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_NO_DATE, 0, 0, 0 },
    { "12", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_NO_DATE, 0, 0, 0 },
    { "1/2/3/4", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_NO_DATE, 0, 0, 0 },
    { "99999999999999999999-1-1", TL_CSV_DATE_UNKNOWN, TL_CSV_DATE_NO_DATE, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TlDate date;
      TlCsvDateResult result = tl_csv_value_date (cases[i].cell, cases[i].order, &date);

      if (result != cases[i].result)
        g_error ("“%s” gave %d", cases[i].cell, result);
      if (result == TL_CSV_DATE_OK)
        g_assert_cmpuint (date, ==, tl_date_new (cases[i].y, cases[i].m, cases[i].d));
    }
}

static void
test_date_order (void)
{
  gboolean two_ways;

  g_assert_cmpint (tl_csv_value_sniff_order ("13/04/2026", &two_ways), ==, TL_CSV_DATE_DAY_FIRST);
  g_assert_false (two_ways);
  g_assert_cmpint (tl_csv_value_sniff_order ("04/13/2026", &two_ways), ==, TL_CSV_DATE_MONTH_FIRST);
  g_assert_cmpint (tl_csv_value_sniff_order ("03/04/2026", &two_ways), ==, TL_CSV_DATE_UNKNOWN);
  g_assert_true (two_ways);
  g_assert_cmpint (tl_csv_value_sniff_order ("2026-03-04", &two_ways), ==, TL_CSV_DATE_UNKNOWN);
  g_assert_false (two_ways);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-value/text", test_text);
  g_test_add_func ("/csv-value/disarm", test_disarm);
  g_test_add_func ("/csv-value/lists", test_lists);
  g_test_add_func ("/csv-value/keys", test_keys);
  g_test_add_func ("/csv-value/booleans", test_booleans);
  g_test_add_func ("/csv-value/numbers", test_numbers);
  g_test_add_func ("/csv-value/dates", test_dates);
  g_test_add_func ("/csv-value/date-order", test_date_order);

  return g_test_run ();
}
