/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of text that says a goal: "Win two references @Ann #result !31 Dec =2 references".
 *
 * The marks stand at the end, each after a blank, in any order; each is read to the next one.  They are taken off
 * from the end for as long as they say something, so that a title keeps what only looks like a mark ("Be #1 in
 * service", "Meet @ noon").  Only a name that begins that of several people or units is refused: whoever of them was
 * meant, the others would be the wrong one.  A grammar with quoting was rejected: nobody learns one for a text field.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>
#include <string.h>

#include "tl-edits-private.h"
#include "tl-enum-types.h"
#include "tl-quick-line.h"
#include "tl-vocabulary.h"

/* A sentence with all of two hundred Smiths in it helps nobody. */
#define MAX_NAMED 3

static const nl_item long_months[] = {
  MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12,
};

static const char * const english_months[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

static gboolean
begins_with (const char *text,
             const char *beginning)
{
  g_autofree char *folded_text = g_utf8_casefold (text, -1);
  g_autofree char *folded_beginning = g_utf8_casefold (beginning, -1);

  return g_str_has_prefix (folded_text, folded_beginning);
}

static gboolean
is_word (const char *text,
         const char *english,
         const char *local)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *folded_local = g_utf8_casefold (local, -1);

  return g_str_equal (folded, english) || g_str_equal (folded, folded_local);
}

/* By three letters or more, in English or in the user's language */
static int
find_month (const char *word)
{
  if (g_utf8_strlen (word, -1) < 3)
    return 0;

  for (int i = 0; i < 12; i++)
    {
      const char *local = nl_langinfo (long_months[i]);

      if (begins_with (english_months[i], word) || (g_utf8_validate (local, -1, NULL) && begins_with (local, word)))
        return i + 1;
    }

  return 0;
}

static int
parse_number_word (const char *word)
{
  char *end;
  guint64 value = g_ascii_strtoull (word, &end, 10);

  if (end == word || value > 9999)
    return -1;
  if (*end != '\0' && !g_str_equal (end, ".") && !g_str_equal (end, ","))
    return -1;

  return value;
}

/* Without a year the next such day from today on is meant. */
static TlDate
next_day_of_year (int    day,
                  int    month,
                  TlDate today)
{
  g_autoptr (GDate) date = tl_date_to_gdate (today);

  /* As far as the next 29 February */
  for (int year = g_date_get_year (date); year <= g_date_get_year (date) + 8; year++)
    {
      TlDate found = tl_date_new (year, month, day);

      if (found != TL_DATE_NONE && found >= today)
        return found;
    }

  return TL_DATE_NONE;
}

static TlDate
parse_word_date (char  **words,
                 TlDate  today)
{
  guint n_words = g_strv_length (words);
  int month;
  int day;

  if (n_words < 2 || n_words > 3)
    return TL_DATE_NONE;

  month = find_month (words[1]);
  day = parse_number_word (words[0]);
  if (month == 0)
    {
      month = find_month (words[0]);
      day = parse_number_word (words[1]);
    }

  if (month == 0 || day < 1)
    return TL_DATE_NONE;
  if (n_words == 2)
    return next_day_of_year (day, month, today);

  return tl_date_new (parse_number_word (words[2]), month, day);
}

/**
 * tl_quick_date_parse:
 * @text: "2026-12-31", "31 Dec", "Dec 31", "31 December 2026", "today" or "tomorrow", with months in English or in the user's
 *   language
 * @today: the day to count from
 *
 * Returns: the day, the next one from @today on when no year is said, or %TL_DATE_NONE
 */
TlDate
tl_quick_date_parse (const char *text,
                     TlDate      today)
{
  g_autofree char *line = tl_edits_dup_clean_line (text);
  g_auto (GStrv) words = NULL;
  TlDate date = tl_date_from_string (line);

  if (date != TL_DATE_NONE)
    return date;
  /* Translators: typed as a date */
  if (is_word (line, "today", _("today")))
    return today;
  /* Translators: typed as a date */
  if (is_word (line, "tomorrow", _("tomorrow")))
    return today + 1;

  words = g_strsplit (line, " ", -1);
  return parse_word_date (words, today);
}

/* Which of '.' and ',' is the decimal mark of a number: the last one when both are there, and of one alone what the
 * language says, unless what follows cannot be a group of three. */
static char
find_decimal_mark (const char *digits)
{
  const char *point = strrchr (digits, '.');
  const char *comma = strrchr (digits, ',');
  const char *only = point != NULL ? point : comma;
  char local = *nl_langinfo (RADIXCHAR) == ',' ? ',' : '.';

  if (point != NULL && comma != NULL)
    return point > comma ? '.' : ',';
  if (only == NULL || strchr (digits, *only) != only)
    return '\0';
  if (strlen (only + 1) == 3 && *only != local)
    return '\0';

  return *only;
}

static double
parse_amount (const char  *text,
              const char **rest)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) plain = g_string_new (NULL);
  const char *p = text;
  char decimal;
  char *end;
  double value;

  if (*p == '-' || *p == '+')
    p++;
  while (g_ascii_isdigit (*p) || ((*p == '.' || *p == ',' || *p == '\'') && g_ascii_isdigit (p[1])) ||
         (*p == ' ' && strspn (p + 1, "0123456789") == 3))
    g_string_append_c (digits, *p++);

  decimal = find_decimal_mark (digits->str);
  if (*text == '-')
    g_string_append_c (plain, '-');
  for (const char *d = digits->str; *d != '\0'; d++)
    {
      if (g_ascii_isdigit (*d))
        g_string_append_c (plain, *d);
      else if (*d == decimal)
        g_string_append_c (plain, '.');
    }

  value = g_ascii_strtod (plain->str, &end);
  *rest = p;
  return digits->len > 0 && *end == '\0' ? value : NAN;
}

/* "1.2M EUR" and "300k": the letter belongs to the number only where it stands right behind it, alone. */
static double
take_multiplier (const char **rest)
{
  char c = **rest;
  gboolean is_alone = c != '\0' && ((*rest)[1] == '\0' || (*rest)[1] == ' ');

  if (!is_alone || (c != 'k' && c != 'K' && c != 'M' && c != 'm'))
    return 1;

  (*rest)++;
  return c == 'k' || c == 'K' ? 1e3 : 1e6;
}

static gboolean
looks_like_currency (const char *unit)
{
  static const char * const symbols[] = { "€", "$", "£", "¥", NULL };

  if (g_strv_contains (symbols, unit))
    return TRUE;

  return strlen (unit) == 3 && g_ascii_isupper (unit[0]) && g_ascii_isupper (unit[1]) && g_ascii_isupper (unit[2]);
}

static gboolean
read_target (TlQuickLine *self,
             const char  *text)
{
  const char *rest;
  double value = parse_amount (text, &rest);

  if (isnan (value) || !isnan (self->target))
    return FALSE;

  value *= take_multiplier (&rest);
  if (!isfinite (value))
    return FALSE;

  while (*rest == ' ')
    rest++;

  self->target = value;
  if (g_str_equal (rest, "%"))
    self->kind = TL_MEASURE_KIND_PERCENT;
  else if (looks_like_currency (rest))
    self->kind = TL_MEASURE_KIND_CURRENCY;
  if (*rest != '\0' && self->kind != TL_MEASURE_KIND_PERCENT)
    self->unit = g_strdup (rest);

  return TRUE;
}

static gboolean
read_facet (TlQuickLine *self,
            const char  *text)
{
  if (self->facet != TL_FACET_UNSET)
    return FALSE;

  for (TlFacet facet = TL_FACET_WORK; facet <= TL_FACET_RESULT; facet++)
    {
      if (is_word (text, tl_enum_to_nick (TL_TYPE_FACET, facet), tl_enum_to_label (TL_TYPE_FACET, facet)))
        {
          self->facet = facet;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_due (TlQuickLine *self,
          const char  *text,
          TlDate       today)
{
  if (self->due == TL_DATE_NONE)
    self->due = tl_quick_date_parse (text, today);
  else
    return FALSE;

  return self->due != TL_DATE_NONE;
}

/* Somebody's whole name wins over the beginning of others': else "Sales" could not be told from "Sales Support". */
static GPtrArray *
find_parties (TlModel    *model,
              const char *name)
{
  const GType types[] = { TL_TYPE_PERSON, TL_TYPE_UNIT, TL_TYPE_ORGANISATION };
  g_autoptr (GPtrArray) exact = g_ptr_array_new ();
  g_autoptr (GPtrArray) beginning = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GListModel *list = tl_model_get_list (model, types[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TlParty) party = g_list_model_get_item (list, j);

          if (tl_party_get_name (party) == NULL)
            continue;
          if (is_word (tl_party_get_name (party), name, name))
            g_ptr_array_add (exact, party);
          else if (begins_with (tl_party_get_name (party), name))
            g_ptr_array_add (beginning, party);
        }
    }

  return exact->len > 0 ? g_steal_pointer (&exact) : g_steal_pointer (&beginning);
}

static void
refuse_ambiguous (GPtrArray   *parties,
                  const char  *name,
                  GError     **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (parties->len, MAX_NAMED); i++)
    g_string_append_printf (names, i > 0 ? ", “%s”" : "“%s”", tl_party_get_name (g_ptr_array_index (parties, i)));
  if (parties->len > MAX_NAMED)
    g_string_append (names, ", …");

  /* Translators: the first is what was typed after an “@”, the second a list of names */
  tl_edits_refuse (error, _("“@%s” can be more than one: %s. Write more of the name."), name, names->str);
}

static gboolean
read_owner (TlQuickLine  *self,
            TlModel      *model,
            const char   *text,
            GError      **error)
{
  g_autoptr (GPtrArray) parties = NULL;

  if (self->owner != NULL)
    return FALSE;

  parties = find_parties (model, text);
  if (parties->len > 1)
    refuse_ambiguous (parties, text, error);
  if (parties->len != 1)
    return FALSE;

  self->owner = g_ptr_array_index (parties, 0);
  return TRUE;
}

static gboolean
read_mark (TlQuickLine  *self,
           TlModel      *model,
           const char   *mark,
           TlDate        today,
           GError      **error)
{
  switch (*mark)
    {
    case '@':
      return read_owner (self, model, mark + 1, error);
    case '#':
      return read_facet (self, mark + 1);
    case '!':
      return read_due (self, mark + 1, today);
    default:
      return read_target (self, mark + 1);
    }
}

/* The last place where a mark may begin; %NULL when there is none */
static char *
find_last_mark (char *text)
{
  for (char *p = text + strlen (text); p-- > text;)
    {
      if (strchr ("@#!=", *p) != NULL && p[1] != '\0' && p[1] != ' ' && (p == text || p[-1] == ' '))
        return p;
    }

  return NULL;
}

/**
 * tl_quick_line_parse:
 * @model: where names are looked up
 * @line: a title, and after it any of `@Name`, `#work`, `#impact`, `#result`, `!31 Dec`, `=1200000 EUR`
 * @today: the day that dates without a year follow
 * @error: return location for %TL_DOCUMENT_ERROR_REFUSED
 *
 * Returns: (transfer full) (nullable): what @line says, or %NULL when a name in it can be more than one
 */
TlQuickLine *
tl_quick_line_parse (TlModel     *model,
                     const char  *line,
                     TlDate       today,
                     GError     **error)
{
  g_autoptr (TlQuickLine) self = g_new0 (TlQuickLine, 1);
  char *mark;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);
  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (today != TL_DATE_NONE, NULL);

  self->title = tl_edits_dup_clean_line (line);
  self->target = NAN;

  while ((mark = find_last_mark (self->title)) != NULL)
    {
      g_autoptr (GError) refusal = NULL;

      if (!read_mark (self, model, mark, today, &refusal))
        {
          if (refusal == NULL)
            break;
          g_propagate_error (error, g_steal_pointer (&refusal));
          return NULL;
        }

      *mark = '\0';
      g_strchomp (self->title);
    }

  return g_steal_pointer (&self);
}

/**
 * tl_quick_line_free:
 * @self: what a line says
 */
void
tl_quick_line_free (TlQuickLine *self)
{
  g_free (self->title);
  g_free (self->unit);
  g_free (self);
}
