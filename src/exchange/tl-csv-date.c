/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as files write them: 2025-11-17, 17-Nov-2025, Nov 17, 2025, 17.11.2025, 11/17/2025, 17/11/2025, and the
 * number of a day as Excel keeps it.  A time of day after any of them is passed over.
 *
 * Days and months in figures are told apart by looking at the whole column: one cell whose first figure is above
 * twelve settles it for all.  Points put the day first wherever they are used.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include "tl-csv-value.h"

/* Excel's day 1 is the first of January 1900, and it believes in a 29 February 1900; counting from here is right
 * for every day after it. */
#define EXCEL_EPOCH_YEAR  1899
#define EXCEL_EPOCH_MONTH 12
#define EXCEL_EPOCH_DAY   30

/* Smaller numbers are no dates that goals have, and years such as 2026 must not become days of 1905. */
#define EXCEL_FIRST 20000
#define EXCEL_LAST  80000

typedef struct
{
  int      parts[3];
  int      n_digits[3];
  gboolean named[3];
  char     separator;
} TlCsvDateParts;

static const char * const month_names[] = {
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
};

static int
find_month (const char *text,
            gsize       length)
{
  if (length == 4 && g_ascii_strncasecmp (text, "sept", 4) == 0)
    return 9;

  for (guint i = 0; i < G_N_ELEMENTS (month_names) && length >= 3; i++)
    if ((length == 3 || length == strlen (month_names[i])) && g_ascii_strncasecmp (text, month_names[i], length) == 0)
      return i + 1;

  return 0;
}

static gboolean
take_part (const char     **p,
           TlCsvDateParts  *parts,
           guint            i)
{
  const char *start = *p;

  if (g_ascii_isdigit (*start))
    {
      for (; g_ascii_isdigit (**p) && *p - start < 9; (*p)++)
        parts->parts[i] = parts->parts[i] * 10 + (**p - '0');
      parts->n_digits[i] = *p - start;
      return TRUE;
    }

  while (g_ascii_isalpha (**p))
    (*p)++;
  parts->parts[i] = find_month (start, *p - start);
  parts->named[i] = TRUE;
  return parts->parts[i] != 0;
}

/* The time of day: "T00:00:00Z", " 12:30", " 12:30:00 PM" */
static gboolean
is_time (const char *p)
{
  if (*p == '\0')
    return TRUE;
  if (*p != 'T' && *p != ' ')
    return FALSE;

  while (*p == ' ')
    p++;

  return *p == '\0' || p[strspn (p, "0123456789:.+-TZAPMapm ")] == '\0';
}

static gboolean
split_date (const char     *cell,
            TlCsvDateParts *parts)
{
  const char *p = cell;

  memset (parts, 0, sizeof *parts);

  for (guint i = 0; i < 3; i++)
    {
      if (!take_part (&p, parts, i))
        return FALSE;
      if (i < 2)
        {
          if (i == 0)
            parts->separator = *p;
          if (strchr ("-/. ,", *p) == NULL || *p == '\0')
            return FALSE;
          while (*p != '\0' && strchr (i == 1 && parts->named[0] ? ", " : "-/. ", *p) != NULL)
            p++;
        }
    }

  return is_time (p);
}

static char *
clean_cell (const char *cell)
{
  return tl_csv_value_text (cell, TL_CSV_TEXT_LINE);
}

static gboolean
is_in_figures (const TlCsvDateParts *parts)
{
  return !parts->named[0] && !parts->named[1] && !parts->named[2] && parts->n_digits[0] <= 2;
}

static int
complete_year (int year,
               int n_digits)
{
  if (n_digits > 2)
    return year;

  return year < 70 ? 2000 + year : 1900 + year;
}

static TlCsvDateResult
make_date (int     year,
           int     month,
           int     day,
           TlDate *date)
{
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 ||
      day > g_date_get_days_in_month (month, year))
    return TL_CSV_DATE_IMPOSSIBLE;

  *date = tl_date_new (year, month, day);
  return TL_CSV_DATE_OK;
}

static TlCsvDateResult
read_serial (const char *cell,
             TlDate     *date)
{
  char *end;
  double serial = g_ascii_strtod (cell, &end);

  if (*end != '\0' || strspn (cell, "0123456789.") != strlen (cell) || serial < EXCEL_FIRST || serial > EXCEL_LAST)
    return TL_CSV_DATE_NO_DATE;

  *date = tl_date_new (EXCEL_EPOCH_YEAR, EXCEL_EPOCH_MONTH, EXCEL_EPOCH_DAY) + (guint) serial;
  return TL_CSV_DATE_OK;
}

/* 20251117 */
static TlCsvDateResult
read_compact (const char *cell,
              TlDate     *date)
{
  int number;

  if (strlen (cell) != 8 || strspn (cell, "0123456789") != 8)
    return TL_CSV_DATE_NO_DATE;

  number = (int) g_ascii_strtoll (cell, NULL, 10);
  return make_date (number / 10000, number / 100 % 100, number % 100, date);
}

static TlCsvDateOrder
find_order (const TlCsvDateParts *parts)
{
  if (parts->separator == '.' || (parts->parts[0] > 12 && parts->parts[1] <= 12))
    return TL_CSV_DATE_DAY_FIRST;
  if (parts->parts[1] > 12 && parts->parts[0] <= 12)
    return TL_CSV_DATE_MONTH_FIRST;

  return TL_CSV_DATE_UNKNOWN;
}

static TlCsvDateResult
read_figures (const TlCsvDateParts *parts,
              TlCsvDateOrder        order,
              TlDate               *date)
{
  TlCsvDateOrder shown = find_order (parts);
  int year = complete_year (parts->parts[2], parts->n_digits[2]);

  /* 5/5 is the same day either way. */
  if (shown == TL_CSV_DATE_UNKNOWN && parts->parts[0] == parts->parts[1])
    shown = TL_CSV_DATE_DAY_FIRST;
  if (shown == TL_CSV_DATE_UNKNOWN)
    shown = order;
  if (shown != TL_CSV_DATE_DAY_FIRST && shown != TL_CSV_DATE_MONTH_FIRST)
    return TL_CSV_DATE_AMBIGUOUS;

  if (shown == TL_CSV_DATE_DAY_FIRST)
    return make_date (year, parts->parts[1], parts->parts[0], date);

  return make_date (year, parts->parts[0], parts->parts[1], date);
}

/**
 * tl_csv_value_sniff_order:
 * @cell: a cell of a column of dates
 * @two_ways: (out): whether @cell itself could be read either way
 *
 * Returns: what @cell tells about the order of days and months in its column
 */
TlCsvDateOrder
tl_csv_value_sniff_order (const char *cell,
                          gboolean   *two_ways)
{
  g_autofree char *clean = clean_cell (cell);
  TlCsvDateParts parts;
  TlCsvDateOrder order;

  *two_ways = FALSE;
  if (!split_date (clean, &parts) || !is_in_figures (&parts))
    return TL_CSV_DATE_UNKNOWN;

  order = find_order (&parts);
  *two_ways = order == TL_CSV_DATE_UNKNOWN && parts.parts[0] != parts.parts[1];

  /* A point settles the cell, but says nothing about cells with slashes. */
  return parts.separator == '.' ? TL_CSV_DATE_UNKNOWN : order;
}

/**
 * tl_csv_value_date:
 * @cell: a cell that is not blank
 * @order: what the column shows about days and months in figures
 * @date: (out): the day
 *
 * Returns: %TL_CSV_DATE_OK, or why @cell is no day of the calendar
 */
TlCsvDateResult
tl_csv_value_date (const char     *cell,
                   TlCsvDateOrder  order,
                   TlDate         *date)
{
  g_autofree char *clean = clean_cell (cell);
  TlCsvDateParts parts;
  TlCsvDateResult result;

  g_return_val_if_fail (date != NULL, TL_CSV_DATE_NO_DATE);

  *date = TL_DATE_NONE;
  result = read_compact (clean, date);
  if (result != TL_CSV_DATE_NO_DATE)
    return result;
  result = read_serial (clean, date);
  if (result == TL_CSV_DATE_OK)
    return result;

  if (!split_date (clean, &parts))
    return TL_CSV_DATE_NO_DATE;
  if (parts.n_digits[0] == 4 && !parts.named[2])
    return make_date (parts.parts[0], parts.parts[1], parts.parts[2], date);
  if (parts.named[1] && !parts.named[0] && !parts.named[2])
    return make_date (complete_year (parts.parts[2], parts.n_digits[2]), parts.parts[1], parts.parts[0], date);
  if (parts.named[0] && !parts.named[1] && !parts.named[2])
    return make_date (complete_year (parts.parts[2], parts.n_digits[2]), parts.parts[0], parts.parts[1], date);
  if (is_in_figures (&parts) && parts.n_digits[2] != 3)
    return read_figures (&parts, order, date);

  return TL_CSV_DATE_NO_DATE;
}
