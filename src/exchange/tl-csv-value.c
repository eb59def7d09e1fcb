/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text of a cell: cleaning, comparing, lists, yes and no.  Numbers are in tl-csv-number.c, dates in tl-csv-date.c.
 *
 * Names come from systems that people paste into.  Characters that cannot be seen or that turn the reading
 * direction round ("U+202E") make two different names look the same, or one name look like another, so they are
 * left out.  Joiners stay: Persian, Hindi and emoji are spelt with them.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include "tl-csv-value.h"

static gboolean
is_plain (const char *text)
{
  if (*text == ' ')
    return FALSE;

  for (; *text != '\0'; text++)
    if (*text < ' ' || *text > '~' || (*text == ' ' && (text[1] == ' ' || text[1] == '\0')))
      return FALSE;

  return TRUE;
}

static gboolean
is_dropped (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200B || c == 0xFEFF ||
         (g_unichar_iscntrl (c) && c != '\n' && c != '\r' && c != '\t' && c != 0x85);
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f' || c == '\v';
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x85;
}

/* Joiners and other marks that shape their neighbours show nothing by themselves. */
static gboolean
is_visible (gunichar c)
{
  return !is_space (c) && g_unichar_type (c) != G_UNICODE_FORMAT && !is_dropped (c) && !g_unichar_iszerowidth (c);
}

/**
 * tl_csv_value_is_blank:
 * @cell: a cell
 *
 * Returns: whether nothing can be seen in @cell
 */
gboolean
tl_csv_value_is_blank (const char *cell)
{
  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    if (is_visible (g_utf8_get_char (cell)))
      return FALSE;

  return TRUE;
}

/**
 * tl_csv_value_has_hidden:
 * @cell: a cell
 *
 * Returns: whether tl_csv_value_text() leaves out characters that nobody could have seen
 */
gboolean
tl_csv_value_has_hidden (const char *cell)
{
  if (is_plain (cell))
    return FALSE;

  for (; *cell != '\0'; cell = g_utf8_next_char (cell))
    if (is_dropped (g_utf8_get_char (cell)) && !is_line_break (g_utf8_get_char (cell)))
      return TRUE;

  return FALSE;
}

static gboolean
is_armed (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

/**
 * tl_csv_value_disarm:
 * @text: text to be written to a file that a spreadsheet may open
 *
 * Puts an apostrophe before what a spreadsheet would run as a formula, and before what would look as if that had
 * been done.  tl_csv_value_rearm() takes exactly this one off again.
 *
 * Returns: (transfer full): the text for the cell
 */
char *
tl_csv_value_disarm (const char *text)
{
  const char *p = text;

  while (*p == '\'')
    p++;

  return is_armed (p) ? g_strconcat ("'", text, NULL) : g_strdup (text);
}

/**
 * tl_csv_value_rearm:
 * @cell: a cell as it stood in a file
 *
 * Returns: (transfer none): @cell without the apostrophe of tl_csv_value_disarm(), where it has one
 */
const char *
tl_csv_value_rearm (const char *cell)
{
  const char *p = cell;

  while (*p == '\'')
    p++;

  return p > cell && is_armed (p) ? cell + 1 : cell;
}

/**
 * tl_csv_value_text:
 * @cell: a cell, valid UTF-8
 * @mode: whether line breaks stay
 *
 * Leaves out control characters, overrides of the reading direction and zero-width spaces, trims both ends, and
 * in a line makes one space of several.  Nothing is cut.
 *
 * Returns: (transfer full): the text, empty when nothing could be seen
 */
char *
tl_csv_value_text (const char    *cell,
                   TlCsvTextMode  mode)
{
  g_autoptr (GString) text = NULL;
  gunichar pending = 0;

  g_return_val_if_fail (cell != NULL, NULL);

  if (is_plain (cell))
    return g_strdup (cell);
  if (tl_csv_value_is_blank (cell))
    return g_strdup ("");

  text = g_string_sized_new (strlen (cell));
  for (const char *p = cell; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_dropped (c) && !is_line_break (c))
        continue;

      if (c == '\r' && p[1] == '\n')
        continue;
      if (mode == TL_CSV_TEXT_BLOCK && is_line_break (c))
        c = '\n';

      if (!is_space (c))
        {
          if (pending != 0)
            g_string_append_unichar (text, pending);
          g_string_append_unichar (text, c);
          pending = 0;
        }
      else if (text->len > 0 && mode == TL_CSV_TEXT_LINE)
        /* A lone no-break space means something, in French before a colon; a run of spaces does not. */
        pending = pending != 0 || is_line_break (c) || c == '\t' ? ' ' : c;
      else if (text->len > 0)
        {
          if (pending != 0)
            g_string_append_unichar (text, pending);
          pending = c;
        }
    }

  if (mode == TL_CSV_TEXT_BLOCK)
    g_strchomp (text->str);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_csv_value_key:
 * @text: cleaned text
 *
 * Returns: (transfer full): what is the same for two spellings of one name: without regard to case and to the
 *   way in which accents are composed
 */
char *
tl_csv_value_key (const char *text)
{
  g_autofree char *composed = NULL;

  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  return g_utf8_casefold (composed, -1);
}

/**
 * tl_csv_value_split:
 * @cell: a cell that holds a list, with a semicolon between two items
 *
 * A backslash before a semicolon or a backslash makes it part of the item.
 *
 * Returns: (transfer full): the items, cleaned as lines; empty ones keep their place, but not at the end
 */
GStrv
tl_csv_value_split (const char *cell)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GString) item = g_string_new (NULL);
  guint n_empty = 0;

  for (const char *p = cell;; p++)
    {
      if (*p == '\\' && (p[1] == ';' || p[1] == '\\'))
        g_string_append_c (item, *++p);
      else if (*p == ';' || *p == '\0')
        {
          g_autofree char *clean = tl_csv_value_text (item->str, TL_CSV_TEXT_LINE);

          if (*clean == '\0')
            n_empty++;
          else
            {
              for (; n_empty > 0; n_empty--)
                g_strv_builder_add (builder, "");
              g_strv_builder_add (builder, clean);
            }
          g_string_truncate (item, 0);
          if (*p == '\0')
            return g_strv_builder_end (builder);
        }
      else
        g_string_append_c (item, *p);
    }
}

/**
 * tl_csv_value_join:
 * @items: the items of a list
 *
 * Returns: (transfer full): a cell that tl_csv_value_split() takes apart again; empty when all items are
 */
char *
tl_csv_value_join (GStrv items)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; items[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (cell, ';');
      any = any || *items[i] != '\0';
      for (const char *p = items[i]; *p != '\0'; p++)
        {
          if (*p == ';' || *p == '\\')
            g_string_append_c (cell, '\\');
          g_string_append_c (cell, *p);
        }
    }

  return any ? g_string_free (g_steal_pointer (&cell), FALSE) : g_strdup ("");
}

/**
 * tl_csv_value_boolean:
 * @cell: a cell
 * @value: (out): yes or no
 *
 * Returns: whether @cell says yes or no in one of the ways people write it
 */
gboolean
tl_csv_value_boolean (const char *cell,
                      gboolean   *value)
{
  static const char * const yes[] = { "yes", "y", "true", "t", "1", "x", "✓", "✔", NULL };
  static const char * const no[] = { "no", "n", "false", "f", "0", "-", NULL };
  g_autofree char *clean = tl_csv_value_text (cell, TL_CSV_TEXT_LINE);
  g_autofree char *key = tl_csv_value_key (clean);

  *value = g_strv_contains (yes, key);
  return *value || g_strv_contains (no, key);
}
