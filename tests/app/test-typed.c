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
    "week", "3", "in March 5 weeks", "week 3", "next", "end", "this next week", "March March", "in 9999 years",
    "in the", "next 3 weeks", "Q5", "of", "15thx March",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      TlDate date = 1;

      g_test_message ("%s", texts[i]);
      g_assert_false (tl_typed_date_parse (texts[i], tl_date_new (2026, 11, 21), &date, &error));
      g_assert_error (error, TL_TYPED_ERROR, TL_TYPED_ERROR_NOT_UNDERSTOOD);
      g_assert_cmpuint (date, ==, TL_DATE_NONE);
    }
}

static TlDate
read_on (const char *text,
         int         year,
         int         month,
         int         day)
{
  g_autoptr (GError) error = NULL;
  TlDate date;

  g_assert_true (tl_typed_date_parse (text, tl_date_new (year, month, day), &date, &error));
  g_assert_no_error (error);
  return date;
}

static void
assert_said (const char *text,
             int         year,
             int         month,
             int         day)
{
  char string[TL_DATE_STRING_SIZE];
  char expected[TL_DATE_STRING_SIZE];

  g_test_message ("%s", text);
  tl_date_to_string (read_date (text), string);
  tl_date_to_string (tl_date_new (year, month, day), expected);
  g_assert_cmpstr (string, ==, expected);
}

/* What is said on 21 November 2026, a Saturday */
static void
test_dates_said (void)
{
  assert_said ("in 3 weeks", 2026, 12, 12);
  assert_said ("In 10 Days", 2026, 12, 1);
  assert_said ("within a week", 2026, 11, 28);
  assert_said ("2 months from now", 2027, 1, 21);
  assert_said ("in two quarters", 2027, 5, 21);
  assert_said ("in 1 year", 2027, 11, 21);
  assert_said ("Saturday", 2026, 11, 21);
  assert_said ("next Saturday", 2026, 11, 28);
  assert_said ("next Friday", 2026, 11, 27);
  assert_said ("by fri", 2026, 11, 27);
  assert_said ("this sunday", 2026, 11, 22);
  assert_said ("March", 2027, 3, 31);
  assert_said ("in march", 2027, 3, 31);
  assert_said ("November", 2026, 11, 30);
  assert_said ("next November", 2027, 11, 30);
  assert_said ("next March", 2027, 3, 31);
  assert_said ("March 2028", 2028, 3, 31);
  assert_said ("end of March", 2027, 3, 31);
  assert_said ("by the end of March 2029", 2029, 3, 31);
  assert_said ("Q1", 2027, 3, 31);
  assert_said ("Q4", 2026, 12, 31);
  assert_said ("next Q4", 2027, 12, 31);
  assert_said ("Q1 2027", 2027, 3, 31);
  assert_said ("q2/28", 2028, 6, 30);
  assert_said ("2027 Q3", 2027, 9, 30);
  assert_said ("end of Q1", 2027, 3, 31);
  assert_said ("end of the quarter", 2026, 12, 31);
  assert_said ("end of year", 2026, 12, 31);
  assert_said ("end of 2028", 2028, 12, 31);
  assert_said ("end of next quarter", 2027, 3, 31);
  assert_said ("this week", 2026, 11, 22);
  assert_said ("next week", 2026, 11, 29);
  assert_said ("this month", 2026, 11, 30);
  assert_said ("next month", 2026, 12, 31);
  assert_said ("this quarter", 2026, 12, 31);
  assert_said ("next quarter", 2027, 3, 31);
  assert_said ("this year", 2026, 12, 31);
  assert_said ("next year", 2027, 12, 31);
  assert_said ("by 15th March", 2027, 3, 15);
  assert_said ("NÉXT wéek", 2026, 11, 29);
}

/* At the ends of months and years, and in leap years */
static void
test_dates_said_at_turns (void)
{
  g_assert_cmpuint (read_on ("in 1 month", 2027, 1, 31), ==, tl_date_new (2027, 2, 28));
  g_assert_cmpuint (read_on ("in 1 month", 2028, 1, 31), ==, tl_date_new (2028, 2, 29));
  g_assert_cmpuint (read_on ("in a year", 2028, 2, 29), ==, tl_date_new (2029, 2, 28));
  g_assert_cmpuint (read_on ("end of february", 2027, 12, 1), ==, tl_date_new (2028, 2, 29));
  g_assert_cmpuint (read_on ("february", 2028, 2, 29), ==, tl_date_new (2028, 2, 29));
  g_assert_cmpuint (read_on ("february", 2028, 3, 1), ==, tl_date_new (2029, 2, 28));
  g_assert_cmpuint (read_on ("tomorrow", 2026, 12, 31), ==, tl_date_new (2027, 1, 1));
  g_assert_cmpuint (read_on ("next month", 2026, 12, 31), ==, tl_date_new (2027, 1, 31));
  g_assert_cmpuint (read_on ("this quarter", 2026, 12, 31), ==, tl_date_new (2026, 12, 31));
  g_assert_cmpuint (read_on ("next quarter", 2027, 1, 1), ==, tl_date_new (2027, 6, 30));
  g_assert_cmpuint (read_on ("this week", 2026, 12, 28), ==, tl_date_new (2027, 1, 3));
  g_assert_cmpuint (read_on ("sunday", 2027, 1, 3), ==, tl_date_new (2027, 1, 3));
  g_assert_cmpuint (read_on ("q1", 2027, 3, 31), ==, tl_date_new (2027, 3, 31));
  g_assert_cmpuint (read_on ("q1", 2027, 4, 1), ==, tl_date_new (2028, 3, 31));
}

/* The user's own names, with their accents or without */
static void
test_dates_elsewhere (void)
{
  if (setlocale (LC_TIME, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no German locale");
      return;
    }

  assert_said ("März", 2027, 3, 31);
  assert_said ("marz 2028", 2028, 3, 31);
  assert_said ("Freitag", 2026, 11, 27);
  assert_said ("31. Dezember", 2026, 12, 31);
  assert_said ("end of May", 2027, 5, 31);
  setlocale (LC_TIME, "C");
}

/* A refusal is one short sentence, however much was typed. */
static void
test_dates_refused_briefly (void)
{
  g_autofree char *text = g_strnfill (2000, 'x');
  g_autoptr (GError) error = NULL;
  TlDate date;

  g_assert_false (tl_typed_date_parse (text, tl_date_new (2026, 11, 21), &date, &error));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), <, 160);
  g_assert_nonnull (strstr (error->message, "xxx…”"));
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
  g_test_add_func ("/typed/dates-said", test_dates_said);
  g_test_add_func ("/typed/dates-said-at-turns", test_dates_said_at_turns);
  g_test_add_func ("/typed/dates-elsewhere", test_dates_elsewhere);
  g_test_add_func ("/typed/dates-refused-briefly", test_dates_refused_briefly);
  g_test_add_func ("/typed/texts", test_texts);

  return g_test_run ();
}
