/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days of the calendar in four bytes.  A GDate is kept nowhere, only handed out: it takes an allocation of its
 * own, and bit fields make it slow to compare. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-date.h"

/**
 * tl_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or %TL_DATE_NONE when there is no such day
 */
TlDate
tl_date_new (int year,
             int month,
             int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 ||
      !g_date_valid_dmy (day, month, year))
    return TL_DATE_NONE;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/**
 * tl_date_today:
 *
 * Returns: the current day where the user is
 */
TlDate
tl_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return tl_date_new (g_date_time_get_year (now), g_date_time_get_month (now), g_date_time_get_day_of_month (now));
}

/**
 * tl_date_from_gdate:
 * @date: (nullable): a date
 *
 * Returns: the same day, or %TL_DATE_NONE when @date is %NULL, invalid, or after the year 9999
 */
TlDate
tl_date_from_gdate (const GDate *date)
{
  if (date == NULL || !g_date_valid (date))
    return TL_DATE_NONE;

  return tl_date_new (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/**
 * tl_date_to_gdate:
 * @date: a day
 *
 * Returns: (transfer full) (nullable): the same day, or %NULL for %TL_DATE_NONE
 */
GDate *
tl_date_to_gdate (TlDate date)
{
  return date != TL_DATE_NONE ? g_date_new_julian (date) : NULL;
}

static int
parse_digits (const char *string,
              guint       n_digits)
{
  int value = 0;

  for (guint i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (string[i]))
        return -1;
      value = value * 10 + (string[i] - '0');
    }

  return value;
}

/**
 * tl_date_from_string:
 * @string: (nullable): a day in the form of ISO 8601, "2026-11-21", and nothing else
 *
 * Returns: the day, or %TL_DATE_NONE when @string does not say one
 */
TlDate
tl_date_from_string (const char *string)
{
  if (string == NULL ||
      parse_digits (string, 4) < 0 || string[4] != '-' ||
      parse_digits (string + 5, 2) < 0 || string[7] != '-' ||
      parse_digits (string + 8, 2) < 0 || string[10] != '\0')
    return TL_DATE_NONE;

  return tl_date_new (parse_digits (string, 4), parse_digits (string + 5, 2), parse_digits (string + 8, 2));
}

/**
 * tl_date_to_string:
 * @date: a day
 * @string: (out caller-allocates): the day in the form of ISO 8601; empty for %TL_DATE_NONE, and after %TL_DATE_LAST
 */
void
tl_date_to_string (TlDate date,
                   char   string[TL_DATE_STRING_SIZE])
{
  GDate day;

  string[0] = '\0';
  if (date == TL_DATE_NONE || date > TL_DATE_LAST)
    return;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  g_snprintf (string, TL_DATE_STRING_SIZE, "%04u-%02u-%02u",
              (guint) g_date_get_year (&day) % 10000, (guint) g_date_get_month (&day) % 100,
              (guint) g_date_get_day (&day) % 100);
}

/**
 * tl_date_format:
 * @date: a day
 *
 * Returns: (transfer full): the day as the user's locale writes it in short; empty for %TL_DATE_NONE
 */
char *
tl_date_format (TlDate date)
{
  char string[64];
  GDate day;

  if (date == TL_DATE_NONE)
    return g_strdup ("");

  g_date_clear (&day, 1);
  g_date_set_julian (&day, date);
  g_date_strftime (string, sizeof string, "%-d %b %Y", &day);
  return g_strdup (string);
}
