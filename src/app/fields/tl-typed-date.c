/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people type them: "31 dec", "31.12.", "2026-12-31", "Dec 31, 2026", "today", and as they say them, which is
 * tl-typed-phrase.c.
 *
 * Without a year the one is meant that brings the day nearest to today.  In figures the user's locale says whether
 * the day or the month comes first, unless only one of the two is a month.  Rejected: g_date_set_parse(), which
 * finds a day in almost everything ("5", "in May"), and strptime(), which needs to be told the form beforehand.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-typed-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-csv-value.h"
#include "tl-typed-names.h"
#include "tl-typed-number.h"
#include "tl-typed-phrase.h"

#define N_PARTS_MAX 3

/* More of what was typed is not said again when it was not understood. */
#define N_QUOTED_CHARS 30

typedef struct
{
  int      number[N_PARTS_MAX];
  int      n_digits[N_PARTS_MAX];
  gboolean is_month[N_PARTS_MAX];
  int      n_parts;
} Parts;

/* "15th": only the words of English have an ending there; elsewhere it is a full stop, if anything. */
static gboolean
is_ordinal (const char *ending)
{
  static const char *const endings[] = { "st", "nd", "rd", "th", NULL };

  return g_strv_contains (endings, ending);
}

static gboolean
take_part (Parts      *parts,
           const char *word)
{
  int i = parts->n_parts;
  gsize n_digits = strspn (word, "0123456789");

  if (i == N_PARTS_MAX)
    return FALSE;

  if (n_digits > 0 && n_digits <= 4 && (word[n_digits] == '\0' || is_ordinal (word + n_digits)))
    {
      parts->number[i] = atoi (word);
      parts->n_digits[i] = n_digits;
    }
  else
    {
      parts->number[i] = tl_typed_names_find_month (word);
      parts->is_month[i] = TRUE;
      if (parts->number[i] == 0)
        return FALSE;
    }

  parts->n_parts++;
  return TRUE;
}

static gboolean
split (const char *folded,
       Parts      *parts)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " \t./,-", -1);

  memset (parts, 0, sizeof *parts);
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !tl_typed_phrase_is_filler (words[i]) && !take_part (parts, words[i]))
        return FALSE;
    }

  return parts->n_parts >= 2 && parts->is_month[0] + parts->is_month[1] + parts->is_month[2] <= 1;
}

/* 22 November: which of the two comes first in the user's short form of a date? */
static gboolean
is_day_first (void)
{
  g_autoptr (GDateTime) sample = g_date_time_new_utc (2003, 11, 22, 12, 0, 0);
  g_autofree char *text = g_date_time_format (sample, "%x");
  const char *day = text != NULL ? strstr (text, "22") : NULL;
  const char *month = text != NULL ? strstr (text, "11") : NULL;

  return day == NULL || month == NULL || day < month;
}

/* The year that brings the day nearest to today; 29 February waits for the next leap year near by. */
static TlDate
complete (int    month,
          int    day,
          TlDate today)
{
  g_autoptr (GDate) now = tl_date_to_gdate (today);
  TlDate best = TL_DATE_NONE;

  for (int year = g_date_get_year (now) - 1; year <= g_date_get_year (now) + 1; year++)
    {
      TlDate date = tl_date_new (year, month, day);

      if (date != TL_DATE_NONE &&
          (best == TL_DATE_NONE || ABS ((int) date - (int) today) < ABS ((int) best - (int) today)))
        best = date;
    }

  return best;
}

static int
complete_year (int year,
               int n_digits)
{
  return n_digits <= 2 ? 2000 + year : year;
}

/* Sorts out which part is which; 0 for a year that was not said. */
static void
tell_parts (const Parts *parts,
            int         *year,
            int         *month,
            int         *day)
{
  int first = 0;
  int second = 1;

  *year = 0;
  if (parts->n_parts == 3 && parts->n_digits[0] == 4)
    {
      *year = parts->number[0];
      *month = parts->number[1];
      *day = parts->number[2];
      return;
    }
  if (parts->n_parts == 3)
    *year = complete_year (parts->number[2], parts->n_digits[2]);

  if (parts->is_month[0])
    first = 1, second = 0;
  else if (!parts->is_month[1] &&
           (parts->number[1] > 12 || (parts->number[0] <= 12 && !is_day_first ())))
    first = 1, second = 0;

  *day = parts->number[first];
  *month = parts->number[second];
}

static gboolean
read_word (const char *folded,
           TlDate      today,
           TlDate     *date)
{
  /* Translators: typed into the field of a date */
  const char *words[] = { N_("yesterday"), N_("today"), N_("tomorrow") };

  for (int i = 0; i < (int) G_N_ELEMENTS (words); i++)
    {
      g_autofree char *local = tl_typed_names_fold (_(words[i]));

      if (g_str_equal (folded, words[i]) || g_str_equal (folded, local))
        {
          *date = today + i - 1;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_parts (const char *folded,
            TlDate      today,
            TlDate     *date)
{
  Parts parts;
  int year;
  int month;
  int day;

  if (!split (folded, &parts))
    return FALSE;

  tell_parts (&parts, &year, &month, &day);
  *date = year != 0 ? tl_date_new (year, month, day) : complete (month, day, today);
  return *date != TL_DATE_NONE;
}

static gboolean
read_phrase (const char *folded,
             TlDate      today,
             TlDate     *date)
{
  *date = tl_typed_phrase_parse (folded, today);
  return *date != TL_DATE_NONE;
}

static void
set_error (GError     **error,
           const char  *text,
           TlDate       today)
{
  g_autofree char *sample = tl_date_format (today);
  g_autofree char *start = NULL;
  g_autofree char *quoted = NULL;

  if (g_utf8_strlen (text, -1) > N_QUOTED_CHARS)
    {
      start = g_utf8_substring (text, 0, N_QUOTED_CHARS);
      quoted = g_strconcat (g_strchomp (start), "…", NULL);
    }

  /* Translators: what was typed where a date belongs, and today as an example; each of the others has to be
   * understood by the words in the context “typed date” */
  g_set_error (error, TL_TYPED_ERROR, TL_TYPED_ERROR_NOT_UNDERSTOOD,
               _("“%s” could not be read as a date. Write it like %s, “in 3 weeks”, “end of March” or “Q1”."),
               quoted != NULL ? quoted : text, sample);
}

/**
 * tl_typed_date_parse:
 * @text: what was typed
 * @today: the current day
 * @date: (out): the day; %TL_DATE_NONE for a blank text, which says that there is none
 * @error: return location for a #TlTypedError
 *
 * Returns: whether @text is a day or blank
 */
gboolean
tl_typed_date_parse (const char  *text,
                     TlDate       today,
                     TlDate      *date,
                     GError     **error)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (today != TL_DATE_NONE, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  *date = TL_DATE_NONE;
  folded = g_strstrip (tl_typed_names_fold (text));
  if (*folded == '\0' || read_word (folded, today, date) || read_phrase (folded, today, date) ||
      read_parts (folded, today, date))
    return TRUE;
  if (strlen (folded) == 8 && tl_csv_value_date (folded, TL_CSV_DATE_DAY_FIRST, date) == TL_CSV_DATE_OK)
    return TRUE;

  set_error (error, text, today);
  return FALSE;
}

/**
 * tl_typed_date_format:
 * @date: a day, or %TL_DATE_NONE
 *
 * Returns: (transfer full): @date so that it can be edited and read again; empty when there is none
 */
char *
tl_typed_date_format (TlDate date)
{
  return tl_date_format (date);
}
