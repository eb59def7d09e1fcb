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

/* Letters and signs of western languages, and neither white space nor a mark nor a control. */
static gboolean
is_plain_letter (gunichar letter)
{
  return (letter > ' ' && letter < 0x7f) || (letter > 0xa0 && letter < 0x300);
}

/* Nearly every text is: ASCII that can be printed, with single spaces only between words. */
static gboolean
is_plainly_clean (const char *string)
{
  if (*string == ' ')
    return FALSE;

  for (; *string != '\0'; string++)
    if ((guchar) *string < ' ' || (guchar) *string >= 0x7f
        || (*string == ' ' && (string[1] == ' ' || string[1] == '\0')))
      return FALSE;

  return TRUE;
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

  if (is_plainly_clean (string))
    return g_strdup (string);

  g_autofree char *valid = g_utf8_make_valid (string, -1);
  GString *clean = g_string_sized_new (strlen (valid));
  gboolean space = FALSE;
  guint n_marks = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      gboolean plain = is_plain_letter (letter);

      n_marks = !plain && g_unichar_ismark (letter) ? n_marks + 1 : 0;
      if (!plain && (is_dropped (letter) || n_marks > MOST_MARKS))
        continue;

      if (!plain && (g_unichar_isspace (letter) || g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029))
        {
          space = clean->len > 0;
          continue;
        }

      if (space)
        g_string_append_c (clean, ' ');
      space = FALSE;
      g_string_append_len (clean, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (clean, FALSE);
}
