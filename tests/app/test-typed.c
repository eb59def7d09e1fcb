/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, days and categories as people type them. */

#include "config.h"

#include <locale.h>
#include <math.h>

#include "tl-field-value.h"
#include "tl-typed-date.h"
#include "tl-typed-number.h"

static double
read_number (const char *text,
             const char *unit)
{
  g_autoptr (GError) error = NULL;
  double value;

  g_assert_true (tl_typed_number_parse (text, unit, &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
test_numbers (void)
{
  g_assert_cmpfloat (read_number ("12", NULL), ==, 12);
  g_assert_cmpfloat (read_number (" 1,234.5 ", NULL), ==, 1234.5);
  g_assert_cmpfloat (read_number ("-3", NULL), ==, -3);
  g_assert_cmpfloat (read_number ("4.2 M", NULL), ==, 4.2e6);
  g_assert_cmpfloat (read_number ("4.2\302\240M", NULL), ==, 4.2e6);
  g_assert_cmpfloat (read_number ("500k", NULL), ==, 500e3);
  g_assert_cmpfloat (read_number ("EUR 1,200,000", NULL), ==, 1.2e6);
  g_assert_cmpfloat (read_number ("12 days", "days"), ==, 12);
  g_assert_cmpfloat (read_number ("12 %", "%"), ==, 12);
  g_assert_true (isnan (read_number ("   ", NULL)));
}

static void
test_numbers_not_understood (void)
{
  static const char *const texts[] = { "abc", "1,23,4.5", "1e999", "nan", "12 apples", "k" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      double value = 1;

      g_test_message ("%s", texts[i]);
      g_assert_false (tl_typed_number_parse (texts[i], "days", &value, &error));
      g_assert_error (error, TL_TYPED_ERROR, TL_TYPED_ERROR_NOT_UNDERSTOOD);
      g_assert_nonnull (strstr (error->message, texts[i]));
      g_assert_true (isnan (value));
    }
}

static void
test_numbers_come_back (void)
{
  static const double values[] = { 0, 1, -1, 0.5, 1234.25, 1e6, 4187250, 0.001, 123456.78 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = tl_typed_number_format (values[i]);

      g_assert_cmpfloat (read_number (text, NULL), ==, values[i]);
    }
}

/* "1.234" is a bit more than one here, and more than a thousand there. */
static void
test_numbers_elsewhere (void)
{
  g_autofree char *text = NULL;

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale");
      return;
    }

  g_assert_cmpfloat (read_number ("1.234", NULL), ==, 1234);
  g_assert_cmpfloat (read_number ("1,234", NULL), ==, 1.234);
  text = tl_typed_number_format (1234.5);
  g_assert_cmpfloat (read_number (text, NULL), ==, 1234.5);
  setlocale (LC_NUMERIC, "C");
}

static TlDate
read_date (const char *text)
{
  g_autoptr (GError) error = NULL;
  TlDate date;

  g_assert_true (tl_typed_date_parse (text, tl_date_new (2026, 11, 21), &date, &error));
  g_assert_no_error (error);
  return date;
}

static void
test_dates (void)
{
  static const char *const texts[] = {
    "31 dec", "31 December", "Dec 31", "december 31, 2026", "31.12.", "31.12.26", "31.12.2026", "2026-12-31", "31/12",
    "12/31/2026", "20261231", "31-dec-2026", " 31  DEC 26 ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_cmpuint (read_date (texts[i]), ==, tl_date_new (2026, 12, 31));

  g_assert_cmpuint (read_date ("today"), ==, tl_date_new (2026, 11, 21));
  g_assert_cmpuint (read_date ("Tomorrow"), ==, tl_date_new (2026, 11, 22));
  g_assert_cmpuint (read_date ("yesterday"), ==, tl_date_new (2026, 11, 20));
  g_assert_cmpuint (read_date ("sept 5 2025"), ==, tl_date_new (2025, 9, 5));
  g_assert_cmpuint (read_date (""), ==, TL_DATE_NONE);
}

/* Without a year: the one that brings the day nearest. */
static void
test_dates_without_year (void)
{
  g_assert_cmpuint (read_date ("3 jan"), ==, tl_date_new (2027, 1, 3));
  g_assert_cmpuint (read_date ("1 oct"), ==, tl_date_new (2026, 10, 1));
  g_assert_cmpuint (read_date ("30 jun"), ==, tl_date_new (2026, 6, 30));
}

static void
test_dates_not_understood (void)
{
  static const char *const texts[] = {
    "5", "31 feb", "2026-02-30", "soon", "32.12.", "ma 5", "1 2 3 4", "13/13/2026", "2026",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TlDate date = 1;

      g_assert_false (tl_typed_date_parse (texts[i], tl_date_new (2026, 11, 21), &date, &error));
      g_assert_error (error, TL_TYPED_ERROR, TL_TYPED_ERROR_NOT_UNDERSTOOD);
      g_assert_cmpuint (date, ==, TL_DATE_NONE);
    }
}

static void
assert_text (TlFieldKind  kind,
             const char  *typed,
             gboolean     is_block,
             const char  *expected)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_true (tl_field_value_from_text (kind, typed, NULL, is_block, &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, expected);
}

static void
test_texts (void)
{
  assert_text (TL_FIELD_KIND_TEXT, " Two   spaces ", FALSE, "Two spaces");
  assert_text (TL_FIELD_KIND_TEXT, "One\nTwo\n", TRUE, "One\nTwo");
  assert_text (TL_FIELD_KIND_TEXT, "   ", FALSE, NULL);
  assert_text (TL_FIELD_KIND_CATEGORY, "market Penetration", FALSE, "market-penetration");
  assert_text (TL_FIELD_KIND_CATEGORY, "Sustainability", FALSE, "Sustainability");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/typed/numbers", test_numbers);
  g_test_add_func ("/typed/numbers-not-understood", test_numbers_not_understood);
  g_test_add_func ("/typed/numbers-come-back", test_numbers_come_back);
  g_test_add_func ("/typed/numbers-elsewhere", test_numbers_elsewhere);
  g_test_add_func ("/typed/dates", test_dates);
  g_test_add_func ("/typed/dates-without-year", test_dates_without_year);
  g_test_add_func ("/typed/dates-not-understood", test_dates_not_understood);
  g_test_add_func ("/typed/texts", test_texts);

  return g_test_run ();
}
