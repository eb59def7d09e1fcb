/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Breaking the texts that need no shaping to be measured.
 *
 * Most titles are written in Latin letters, each of which advances by a fixed amount but for kerning, which is left
 * out: it makes words narrower, so what fits here fits on the page.  Breaking them by a table of advances takes a
 * tenth of the time that shaping takes, and a file of 10,000 goals needs no shaping at all.  Every pen draws the
 * lines found here, so files and screen still break alike.  All other texts are Pango's.
 *
 * Lines break at spaces and after hyphens; a word that is longer than a line breaks anywhere, or ends the text.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <string.h>

#include "tl-text-plain.h"

#define LATIN_END         0x180
#define PUNCTUATION_START 0x2010
#define PUNCTUATION_END   0x203b
#define ELLIPSIS          0x2026
#define NO_LETTER         TL_PLAIN_N_LETTERS

/* The place of a letter in the table, or NO_LETTER when it is not plain. */
static guint
find_letter (gunichar letter)
{
  if ((letter >= ' ' && letter < 0x7f) || (letter > 0xa0 && letter < LATIN_END && letter != 0xad))
    return letter;
  if (letter >= PUNCTUATION_START && letter < PUNCTUATION_END && !(letter >= 0x2028 && letter <= 0x202f))
    return LATIN_END + letter - PUNCTUATION_START;
  if (letter == 0x20ac)
    return LATIN_END + 0x30;
  if (letter == 0x2212)
    return LATIN_END + 0x31;

  return NO_LETTER;
}

/**
 * tl_plain_check:
 * @clean: a text without control characters
 *
 * Returns: whether tl_plain_break() can break it
 */
gboolean
tl_plain_check (const char *clean)
{
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    if (find_letter (g_utf8_get_char (p)) == NO_LETTER)
      return FALSE;

  return TRUE;
}

/**
 * tl_plain_meter_init:
 * @self: (out caller-allocates): a table
 * @measure: gives the advance of a letter in units of the picture; asked once for each
 * @data: for @measure
 */
void
tl_plain_meter_init (TlPlainMeter  *self,
                     double       (*measure) (gunichar, gpointer),
                     gpointer       data)
{
  self->measure = measure;
  self->data = data;
  for (guint i = 0; i < TL_PLAIN_N_LETTERS; i++)
    self->advances[i] = -1.0f;
}

static double
get_advance (TlPlainMeter *self,
             gunichar      letter)
{
  float *advance = &self->advances[find_letter (letter)];

  if (*advance < 0.0f)
    *advance = (float) MAX (self->measure (letter, self->data), 0.0);

  return *advance;
}

static gboolean
may_break_after (const char *letter,
                 const char *next)
{
  return *letter == '-' && g_ascii_isalpha (*next);
}

/* How much of @start goes on one line: up to the last break that fits, or as many letters as fit. */
static const char *
find_end (TlPlainMeter *meter,
          const char   *start,
          double        width,
          double       *used)
{
  const char *best = NULL;
  double best_used = 0.0;
  double at = 0.0;

  for (const char *p = start;;)
    {
      if (*p == '\0' || *p == ' ')
        {
          best = p;
          best_used = at;
        }
      if (*p == '\0')
        break;

      const char *next = g_utf8_next_char (p);
      double advance = get_advance (meter, g_utf8_get_char (p));

      if (at + advance > width && p > start && *p != ' ')
        {
          if (best == NULL)
            {
              best = p;
              best_used = at;
            }
          break;
        }

      at += advance;
      if (may_break_after (p, next) && at <= width)
        {
          best = next;
          best_used = at;
        }
      p = next;
    }

  *used = best_used;

  return best;
}

/* Whether a line that ends here, not at the beginning of its text, leaves part of a word to the next. */
static gboolean
is_within_word (const char *end)
{
  return *end != '\0' && *end != ' ' && !may_break_after (end - 1, end);
}

/* The last line when not all goes on it: as many letters as leave room for an ellipsis. */
static void
cut_line (TlPlainMeter *meter,
          const char   *clean,
          const char   *start,
          double        width,
          TlPlainLine  *line)
{
  double ellipsis = get_advance (meter, ELLIPSIS);
  double at = 0.0;
  const char *p = start;

  while (*p != '\0')
    {
      double advance = get_advance (meter, g_utf8_get_char (p));

      if (at + advance + ellipsis > width)
        break;
      at += advance;
      p = g_utf8_next_char (p);
    }
  while (p > start && p[-1] == ' ')
    {
      p--;
      at -= get_advance (meter, ' ');
    }

  *line = (TlPlainLine) { start - clean, p - start, at + ellipsis, TRUE };
}

/**
 * tl_plain_break:
 * @meter: the advances of the font
 * @clean: a text that tl_plain_check() finds plain, without space at its ends
 * @width: the length of a line, or 0 for one line of any length
 * @n_lines: how many lines at most
 * @whole_words: whether a word that is longer than a line ends the text with an ellipsis, instead of being broken
 * @lines: (out caller-allocates) (array length=n_lines): where each line begins and how long it is
 *
 * Returns: how many lines there are, at least one
 */
guint
tl_plain_break (TlPlainMeter *meter,
                const char   *clean,
                double        width,
                guint         n_lines,
                gboolean      whole_words,
                TlPlainLine  *lines)
{
  const char *start = clean;
  double limit = width > 0.0 ? width : G_MAXDOUBLE;

  for (guint n = 0;; n++)
    {
      double used;
      const char *end = find_end (meter, start, limit, &used);

      if (*end != '\0' && (n + 1 == n_lines || (whole_words && is_within_word (end))))
        {
          cut_line (meter, clean, start, limit, &lines[n]);
          return n + 1;
        }

      lines[n] = (TlPlainLine) { start - clean, end - start, used, FALSE };
      if (*end == '\0')
        return n + 1;
      start = *end == ' ' ? end + 1 : end;
    }
}
