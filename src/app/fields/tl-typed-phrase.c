/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people say them: "in 3 weeks", "next Friday", "March", "end of Q1", "this quarter".
 *
 * What is said is a time to come: the next such day from today on, and of a time that lasts its last day, since
 * whoever promises something "in March" has kept the promise on the 31st.  A week ends on Sunday.
 *
 * Each word is one of a few kinds, and which kinds come together says what is meant; their order hardly matters, so
 * that a translation has to give words only, and no grammar.  A word of no kind, or two of the same, and nothing is
 * understood: better to ask again than to write down a day that nobody meant.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-typed-phrase.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "tl-typed-names.h"

#define N_MONTHS_QUARTER 3

typedef enum
{
  KIND_IN,
  KIND_NEXT,
  KIND_THIS,
  KIND_END,
  KIND_NUMBER,
  KIND_UNIT,
  KIND_MONTH,
  KIND_WEEKDAY,
  KIND_QUARTER,
  KIND_YEAR,
  N_KINDS
} Kind;

#define MASK(kind) (1u << (kind))

typedef enum
{
  UNIT_DAY = 1,
  UNIT_WEEK,
  UNIT_MONTH,
  UNIT_QUARTER,
  UNIT_YEAR,
} Unit;

typedef struct
{
  guint said;                   /* MASK() of the kinds that were said */
  int   value[N_KINDS];
  int   last;                   /* the kind of the word before, or -1 */
} Phrase;

/* Translators: words that are typed into the field of a date, with | between those that mean the same; give every
 * form in which such a word may stand, as in nächste|nächsten|nächster */
static const struct
{
  Kind        kind;
  int         value;
  const char *words;
} word_lists[] = {
  { KIND_IN, 1, NC_("typed date", "in|within") },
  { KIND_NEXT, 1, NC_("typed date", "next") },
  { KIND_THIS, 1, NC_("typed date", "this") },
  { KIND_END, 1, NC_("typed date", "end") },
  { KIND_NUMBER, 1, NC_("typed date", "a|an|one") },
  { KIND_NUMBER, 2, NC_("typed date", "two") },
  { KIND_NUMBER, 3, NC_("typed date", "three") },
  { KIND_NUMBER, 4, NC_("typed date", "four") },
  { KIND_NUMBER, 5, NC_("typed date", "five") },
  { KIND_NUMBER, 6, NC_("typed date", "six") },
  { KIND_UNIT, UNIT_DAY, NC_("typed date", "day|days") },
  { KIND_UNIT, UNIT_WEEK, NC_("typed date", "week|weeks") },
  { KIND_UNIT, UNIT_MONTH, NC_("typed date", "month|months") },
  { KIND_UNIT, UNIT_QUARTER, NC_("typed date", "quarter|quarters") },
  { KIND_UNIT, UNIT_YEAR, NC_("typed date", "year|years") },
  { KIND_QUARTER, 1, NC_("typed date", "q1") },
  { KIND_QUARTER, 2, NC_("typed date", "q2") },
  { KIND_QUARTER, 3, NC_("typed date", "q3") },
  { KIND_QUARTER, 4, NC_("typed date", "q4") },
};

static gboolean
take (Phrase *phrase,
      Kind    kind,
      int     value)
{
  if (phrase->said & MASK (kind))
    return FALSE;
  /* "3 weeks" counts, "week 3" is a name. */
  if (kind == KIND_UNIT && (phrase->said & MASK (KIND_NUMBER)) && phrase->last != KIND_NUMBER)
    return FALSE;
  if (kind == KIND_NUMBER && (phrase->said & MASK (KIND_UNIT)))
    return FALSE;

  phrase->said |= MASK (kind);
  phrase->value[kind] = value;
  phrase->last = kind;
  return TRUE;
}

/* A figure with four digits is a year, and so is any beside a quarter; beside a unit it counts. */
static gboolean
take_figure (Phrase     *phrase,
             const char *word,
             gsize       n_digits)
{
  if (n_digits > 4)
    return FALSE;
  if (n_digits == 4)
    return take (phrase, KIND_YEAR, atoi (word));
  if ((phrase->said & MASK (KIND_QUARTER)) && n_digits == 2)
    return take (phrase, KIND_YEAR, 2000 + atoi (word));

  return take (phrase, KIND_NUMBER, atoi (word));
}

static gboolean
take_word (Phrase     *phrase,
           const char *word)
{
  gsize n_digits = strspn (word, "0123456789");
  int value;

  if (n_digits > 0 && word[n_digits] == '\0')
    return take_figure (phrase, word, n_digits);

  for (guint i = 0; i < G_N_ELEMENTS (word_lists); i++)
    {
      if (tl_typed_names_list_has (word_lists[i].words, word))
        return take (phrase, word_lists[i].kind, word_lists[i].value);
    }

  value = tl_typed_names_find_month (word);
  if (value != 0)
    return take (phrase, KIND_MONTH, value);

  value = tl_typed_names_find_weekday (word);
  return value != 0 && take (phrase, KIND_WEEKDAY, value);
}

static gboolean
read_phrase (const char *folded,
             Phrase     *phrase)
{
  g_auto (GStrv) words = g_strsplit_set (folded, " \t./,-'", -1);

  *phrase = (Phrase) { .last = -1 };
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0' && !tl_typed_phrase_is_filler (words[i]) && !take_word (phrase, words[i]))
        return FALSE;
    }

  return TRUE;
}

/* The last day of a month; months are counted on from January of the year, past its end as well. */
static TlDate
end_month (int year,
           int month)
{
  year += (month - 1) / 12;
  month = (month - 1) % 12 + 1;
  if (year < 1 || year > 9999)
    return TL_DATE_NONE;

  return tl_date_new (year, month, g_date_get_days_in_month (month, year));
}

/* "in 3 weeks"; a month on from the 31st is the last day of a shorter month. */
static TlDate
count_on (const Phrase *phrase,
          TlDate        today)
{
  g_autoptr (GDate) date = tl_date_to_gdate (today);
  int n = phrase->value[KIND_NUMBER];

  switch ((Unit) phrase->value[KIND_UNIT])
    {
    case UNIT_DAY:
      g_date_add_days (date, n);
      break;

    case UNIT_WEEK:
      g_date_add_days (date, 7 * n);
      break;

    case UNIT_MONTH:
      g_date_add_months (date, n);
      break;

    case UNIT_QUARTER:
      g_date_add_months (date, N_MONTHS_QUARTER * n);
      break;

    case UNIT_YEAR:
      g_date_add_years (date, n);
      break;
    }

  return tl_date_from_gdate (date);
}

/* The last day of this week, month, quarter or year, or of the one after it */
static TlDate
end_unit (const Phrase *phrase,
          TlDate        today)
{
  g_autoptr (GDate) now = tl_date_to_gdate (today);
  int is_next = (phrase->said & MASK (KIND_NEXT)) != 0;
  int year = g_date_get_year (now);
  int month = g_date_get_month (now);

  switch ((Unit) phrase->value[KIND_UNIT])
    {
    case UNIT_DAY:
      return TL_DATE_NONE;

    case UNIT_WEEK:
      return today + G_DATE_SUNDAY - g_date_get_weekday (now) + 7 * is_next;

    case UNIT_MONTH:
      return end_month (year, month + is_next);

    case UNIT_QUARTER:
      return end_month (year, ((month - 1) / N_MONTHS_QUARTER + 1 + is_next) * N_MONTHS_QUARTER);

    case UNIT_YEAR:
      return end_month (year + is_next, 12);
    }

  g_assert_not_reached ();
}

/* The last day of a time that is called by its name and ends with that month: of the year that was said, or the next
 * from today on */
static TlDate
end_named (const Phrase *phrase,
           int           last_month,
           int           n_months,
           TlDate        today)
{
  g_autoptr (GDate) now = tl_date_to_gdate (today);
  int year = g_date_get_year (now);
  gboolean is_over = last_month < (int) g_date_get_month (now);
  gboolean is_now = !is_over && last_month - n_months < (int) g_date_get_month (now);

  if (phrase->said & MASK (KIND_YEAR))
    return end_month (phrase->value[KIND_YEAR], last_month);

  return end_month (is_over || (is_now && (phrase->said & MASK (KIND_NEXT))) ? year + 1 : year, last_month);
}

/* "Friday" may be today, "next Friday" may not. */
static TlDate
find_weekday (const Phrase *phrase,
              TlDate        today)
{
  TlDate from = (phrase->said & MASK (KIND_NEXT)) ? today + 1 : today;
  g_autoptr (GDate) date = tl_date_to_gdate (from);

  return from + (phrase->value[KIND_WEEKDAY] - (int) g_date_get_weekday (date) + 7) % 7;
}

/* Whether these kinds were said, and none but those that may stand beside them */
static gboolean
is_said (const Phrase *phrase,
         guint         needed,
         guint         possible)
{
  return (phrase->said & needed) == needed && (phrase->said & ~(needed | possible)) == 0;
}

/**
 * tl_typed_phrase_is_filler:
 * @word: a folded word
 *
 * Returns: whether the word may stand in a date without saying anything about which day it is
 */
gboolean
tl_typed_phrase_is_filler (const char *word)
{
  /* Translators: words that may stand in the field of a date and say nothing about the day, with | between them */
  return tl_typed_names_list_has (NC_("typed date", "of|the|by|on|at|from|now|until"), word);
}

/**
 * tl_typed_phrase_parse:
 * @folded: what was typed, from tl_typed_names_fold()
 * @today: the current day
 *
 * Returns: the day that is said, or %TL_DATE_NONE when none is
 */
TlDate
tl_typed_phrase_parse (const char *folded,
                       TlDate      today)
{
  const guint which = MASK (KIND_NEXT) | MASK (KIND_THIS);
  const guint in_time = MASK (KIND_IN) | MASK (KIND_END) | MASK (KIND_YEAR);
  Phrase phrase;

  g_return_val_if_fail (folded != NULL, TL_DATE_NONE);
  g_return_val_if_fail (today != TL_DATE_NONE, TL_DATE_NONE);

  if (!read_phrase (folded, &phrase) || (phrase.said & which) == which)
    return TL_DATE_NONE;

  if (is_said (&phrase, MASK (KIND_NUMBER) | MASK (KIND_UNIT), MASK (KIND_IN)))
    return count_on (&phrase, today);
  if (is_said (&phrase, MASK (KIND_WEEKDAY), which))
    return find_weekday (&phrase, today);
  if (is_said (&phrase, MASK (KIND_MONTH), which | in_time))
    return end_named (&phrase, phrase.value[KIND_MONTH], 1, today);
  if (is_said (&phrase, MASK (KIND_QUARTER), which | in_time))
    return end_named (&phrase, phrase.value[KIND_QUARTER] * N_MONTHS_QUARTER, N_MONTHS_QUARTER, today);
  if (is_said (&phrase, MASK (KIND_END) | MASK (KIND_YEAR), MASK (KIND_IN)))
    return end_month (phrase.value[KIND_YEAR], 12);
  if ((phrase.said & (which | MASK (KIND_END))) != 0 &&
      is_said (&phrase, MASK (KIND_UNIT), which | MASK (KIND_IN) | MASK (KIND_END)))
    return end_unit (&phrase, today);

  return TL_DATE_NONE;
}
