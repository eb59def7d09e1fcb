/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include "tl-date.h"

static void
test_strings (void)
{
  static const struct { const char *string; gboolean valid; } cases[] = {
    { "2026-11-21", TRUE }, { "0001-01-01", TRUE }, { "9999-12-31", TRUE }, { "2024-02-29", TRUE },
    { "2026-02-29", FALSE }, { "2026-02-31", FALSE }, { "2026-13-01", FALSE }, { "2026-00-10", FALSE },
    { "2026-1-1", FALSE }, { "26-01-01", FALSE }, { "2026-01-01T00:00", FALSE }, { "2026/01/01", FALSE },
    { "", FALSE }, { "0000-01-01", FALSE }, { "-001-01-01", FALSE }, { "2026-01-0", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char string[TL_DATE_STRING_SIZE];
      TlDate date = tl_date_from_string (cases[i].string);

      g_test_message ("%s", cases[i].string);
      g_assert_cmpint (date != TL_DATE_NONE, ==, cases[i].valid);
      tl_date_to_string (date, string);
      g_assert_cmpstr (string, ==, cases[i].valid ? cases[i].string : "");
    }

  g_assert_cmpuint (tl_date_from_string (NULL), ==, TL_DATE_NONE);
}

static void
test_days (void)
{
  g_assert_cmpint (tl_date_new (2026, 3, 1) - tl_date_new (2026, 2, 28), ==, 1);
  g_assert_cmpint (tl_date_new (2024, 3, 1) - tl_date_new (2024, 2, 28), ==, 2);
  g_assert_cmpuint (tl_date_new (10000, 1, 1), ==, TL_DATE_NONE);
  g_assert_cmpuint (tl_date_new (2026, 4, 31), ==, TL_DATE_NONE);
  g_assert_cmpuint (tl_date_new (-5, 4, 3), ==, TL_DATE_NONE);
}

static void
test_gdate (void)
{
  TlDate date = tl_date_new (2026, 11, 21);
  g_autoptr (GDate) gdate = tl_date_to_gdate (date);

  g_assert_cmpint (g_date_get_day (gdate), ==, 21);
  g_assert_cmpuint (tl_date_from_gdate (gdate), ==, date);
  g_assert_null (tl_date_to_gdate (TL_DATE_NONE));
  g_assert_cmpuint (tl_date_from_gdate (NULL), ==, TL_DATE_NONE);

  /* Four digits are all that a file has for the year. */
  g_date_set_dmy (gdate, 1, G_DATE_JANUARY, 12026);
  g_assert_cmpuint (tl_date_from_gdate (gdate), ==, TL_DATE_NONE);
}

static void
test_format (void)
{
  g_autofree char *string = tl_date_format (tl_date_new (2026, 5, 3));
  g_autofree char *none = tl_date_format (TL_DATE_NONE);

  g_assert_cmpstr (string, ==, "3 May 2026");
  g_assert_cmpstr (none, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/strings", test_strings);
  g_test_add_func ("/date/days", test_days);
  g_test_add_func ("/date/gdate", test_gdate);
  g_test_add_func ("/date/format", test_format);
  return g_test_run ();
}
