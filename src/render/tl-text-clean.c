/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type, made safe to show on one line beside other text.
 *
 * Joiners are kept: Persian is spelt with them, and families of emoji are made of them.  Marks that override the
 * direction are not, because they would turn the text that follows, which is somebody else's.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <string.h>

#include "tl-text.h"

/* More marks than this above one letter are no spelling; they would climb out of the card. */
#define MOST_MARKS 3

static gboolean
is_dropped (gunichar letter)
{
  return letter == 0x200b || letter == 0xfeff || letter == 0x061c
         || (letter >= 0x200e && letter <= 0x200f)
         || (letter >= 0x202a && letter <= 0x202e)
         || (letter >= 0x2060 && letter <= 0x206f)
         || (letter >= 0xfff9 && letter <= 0xfffb)
         || (letter & 0xfffe) == 0xfffe
         || (letter >= 0xfdd0 && letter <= 0xfdef);
}

/* Letters and signs that most texts are made of, and neither white space nor a mark nor a control: of western languages,
 * dashes, quotation marks and dots, arrows and signs of mathematics, and Chinese characters.
 */
static gboolean
is_plain_letter (gunichar letter)
{
  return (letter > ' ' && letter < 0x7f) || (letter > 0xa0 && letter < 0x300)
         || (letter >= 0x2010 && letter <= 0x2027) || (letter >= 0x2030 && letter <= 0x205e)
         || (letter >= 0x2190 && letter < 0x2300) || (letter >= 0x4e00 && letter < 0xa000);
}

static gunichar
get_letter (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char_validated (p, -1);
}

/* Past the plain letters that follow each other from here, and the single spaces between them. */
static const char *
skip_plain_words (const char *p)
{
  for (;;)
    {
      const char *next = *p == ' ' ? p + 1 : p;

      if (!is_plain_letter (get_letter (next)))
        return p;
      p = g_utf8_next_char (next);
    }
}

/**
 * tl_text_is_clean:
 * @string: what somebody typed, or what stood in a file
 *
 * Returns: whether tl_text_clean() would surely change nothing; %FALSE also for some rarer texts that it would not change
 */
gboolean
tl_text_is_clean (const char *string)
{
  g_return_val_if_fail (string != NULL, FALSE);

  return *string != ' ' && *skip_plain_words (string) == '\0';
}

static void
append_spaced (GString    *clean,
               gboolean   *space,
               const char *letters,
               gsize       length)
{
  if (*space)
    g_string_append_c (clean, ' ');
  *space = FALSE;
  g_string_append_len (clean, letters, (gssize) length);
}

/**
 * tl_text_clean:
 * @string: (nullable): what somebody typed, or what stood in a file
 *
 * Makes a single line that is safe to show beside other text and to write into XML: valid UTF-8, without
 * control characters, without marks that change the direction of what follows, no more than three marks on a
 * letter, each run of white space one space, none at the ends.
 *
 * Returns: (transfer full): the clean text
 */
char *
tl_text_clean (const char *string)
{
  if (string == NULL)
    return g_strdup ("");

  g_autofree char *mended = g_utf8_validate (string, -1, NULL) ? NULL : g_utf8_make_valid (string, -1);
  const char *p = mended != NULL ? mended : string;
  GString *clean = g_string_sized_new (strlen (p));
  gboolean space = FALSE;
  guint n_marks = 0;

  while (*p != '\0')
    {
      const char *start = p;
      const char *end = *p != ' ' ? skip_plain_words (p) : p;
      gunichar letter = g_utf8_get_char (end);

      p = end > start ? end : g_utf8_next_char (start);
      n_marks = end == start && g_unichar_ismark (letter) ? n_marks + 1 : 0;
      if (end > start)
        append_spaced (clean, &space, start, end - start);
      else if (is_dropped (letter) || n_marks > MOST_MARKS)
        continue;
      else if (g_unichar_isspace (letter) || g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029)
        space = clean->len > 0;
      else
        append_spaced (clean, &space, start, p - start);
    }

  return g_string_free (clean, FALSE);
}
