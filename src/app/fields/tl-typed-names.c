/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of months and weekdays as people type them: in the user's language or in English, whole or begun, in
 * capitals or not, with their accents or without. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-typed-names.h"

#include <glib/gi18n-lib.h>

/* Shorter beginnings could be the names of several months or weekdays. */
#define N_LETTERS_MIN 3

/**
 * tl_typed_names_fold:
 * @text: what was typed
 *
 * Returns: (transfer full): @text without what does not count: capitals and accents
 */
char *
tl_typed_names_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = g_string_new (NULL);

  for (const char *p = normal; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!g_unichar_ismark (letter))
        g_string_append_unichar (bare, letter);
    }

  return g_utf8_casefold (bare->str, -1);
}

static gboolean
contains (const char *list,
          const char *word)
{
  g_autofree char *folded = tl_typed_names_fold (list);
  g_auto (GStrv) words = g_strsplit (folded, "|", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/**
 * tl_typed_names_list_has:
 * @list: English words with | between them, which is also what their translation is found by in the context
 *   "typed date"
 * @word: a folded word
 *
 * Returns: whether @word is one of them, in English or in the user's language
 */
gboolean
tl_typed_names_list_has (const char *list,
                         const char *word)
{
  return contains (list, word) || contains (g_dpgettext2 (GETTEXT_PACKAGE, "typed date", list), word);
}

/* Whether the word begins the English name, or what one of the formats makes of the day; or is that as a whole */
static gboolean
names (const char        *word,
       const char        *english,
       GDateTime         *day,
       const char *const *formats)
{
  gboolean is_long = g_utf8_strlen (word, -1) >= N_LETTERS_MIN;

  if (is_long && g_str_has_prefix (english, word))
    return TRUE;

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_autofree char *name = g_date_time_format (day, formats[i]);
      g_autofree char *folded = tl_typed_names_fold (name != NULL ? name : "");

      if (g_str_equal (folded, word) || (is_long && g_str_has_prefix (folded, word)))
        return TRUE;
    }

  return FALSE;
}

/**
 * tl_typed_names_find_month:
 * @word: a folded word
 *
 * Returns: the month, from 1; 0 when @word is none
 */
int
tl_typed_names_find_month (const char *word)
{
  static const char *const english[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  };
  static const char *const formats[] = { "%B", "%OB", "%b", NULL };

  /* Where months have no names there are figures, and a figure is no name. */
  if (g_ascii_isdigit (*word))
    return 0;
  if (g_str_equal (word, "sept"))
    return G_DATE_SEPTEMBER;

  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, month, 1, 12, 0, 0);

      if (names (word, english[month - 1], day, formats))
        return month;
    }

  return 0;
}

/**
 * tl_typed_names_find_weekday:
 * @word: a folded word
 *
 * Returns: the weekday, 1 for Monday to 7; 0 when @word is none
 */
int
tl_typed_names_find_weekday (const char *word)
{
  static const char *const english[] = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  };
  static const char *const formats[] = { "%A", "%a", NULL };

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      /* 2 November 2026 is a Monday. */
      g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 11, 1 + weekday, 12, 0, 0);

      if (names (word, english[weekday - 1], day, formats))
        return weekday;
    }

  return 0;
}
