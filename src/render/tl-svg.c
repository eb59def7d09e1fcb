/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an SVG document is spelt with: numbers, colours, words and names.
 *
 * Numbers have two decimals and always a point, whatever the locale.  They are spelt here, two digits at a time: printf
 * would take two thirds of the time of a large picture, and write a comma in half of Europe.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-svg.h"
#include "tl-text.h"

#define LARGEST_HUNDREDTHS 1e14

static const char digit_pairs[] =
  "00010203040506070809" "10111213141516171819" "20212223242526272829" "30313233343536373839" "40414243444546474849"
  "50515253545556575859" "60616263646566676869" "70717273747576777879" "80818283848586878889" "90919293949596979899";

/* What stands for a letter that XML keeps for itself.  The end of a string is among them, where one has to stop too. */
static const char *const entities[256] = {
  ['\0'] = "", ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;",
};

static guint64
round_to_hundredths (double size)
{
  return size < LARGEST_HUNDREDTHS / 100.0 ? (guint64) (size * 100.0 + 0.5) : (guint64) LARGEST_HUNDREDTHS;
}

/* Writes a whole number so that it ends before @p. */
static char *
spell_whole (char    *p,
             guint64  number)
{
  for (; number >= 10; number /= 100)
    {
      p -= 2;
      memcpy (p, &digit_pairs[2 * (number % 100)], 2);
    }
  if (number > 0)
    *--p = (char) ('0' + number);

  return p;
}

/**
 * tl_svg_append_number:
 * @out: a document
 * @value: a number, which is rounded to hundredths; one that is none is written as 0
 */
void
tl_svg_append_number (GString *out,
                      double   value)
{
  char digits[32];
  char *end = digits + sizeof digits;
  char *p = end;
  gboolean negative = value < 0.0;
  guint64 hundredths = value == value ? round_to_hundredths (negative ? -value : value) : 0;
  guint fraction = hundredths % 100;

  if (fraction > 0)
    {
      if (fraction % 10 > 0)
        *--p = (char) ('0' + fraction % 10);
      *--p = (char) ('0' + fraction / 10);
      *--p = '.';
    }
  if (hundredths < 100)
    *--p = '0';
  p = spell_whole (p, hundredths / 100);
  if (negative && hundredths > 0)
    *--p = '-';

  tl_svg_append_bytes (out, p, (gsize) (end - p));
}

/**
 * tl_svg_append_hex:
 * @out: a document
 * @colour: a colour, which is written as six digits, without its alpha
 */
void
tl_svg_append_hex (GString        *out,
                   const TlColour *colour)
{
  static const char hex[] = "0123456789abcdef";
  guint32 rgb = tl_colour_to_rgb (colour);
  char digits[6];

  for (int i = 0; i < 6; i++)
    digits[i] = hex[(rgb >> (20 - 4 * i)) & 0xf];
  tl_svg_append_bytes (out, digits, sizeof digits);
}

/**
 * tl_svg_append_escaped:
 * @out: a document
 * @clean: words that tl_text_clean() has cleaned
 */
void
tl_svg_append_escaped (GString    *out,
                       const char *clean)
{
  for (const char *p = clean;; p++)
    {
      const char *plain = p;
      const char *entity;

      while ((entity = entities[(guchar) *p]) == NULL)
        p++;
      tl_svg_append_bytes (out, plain, (gsize) (p - plain));
      if (*p == '\0')
        return;
      g_string_append (out, entity);
    }
}

/**
 * tl_svg_append_element:
 * @out: a document
 * @name: what the element is called
 * @string: (nullable): what it says, as somebody typed it; where that is nothing there is no element
 */
void
tl_svg_append_element (GString    *out,
                       const char *name,
                       const char *string)
{
  gboolean is_clean = string != NULL && tl_text_is_clean (string);
  g_autofree char *cleaned = is_clean ? NULL : tl_text_clean (string);
  const char *clean = is_clean ? string : cleaned;
  gsize length = strlen (name);

  if (*clean == '\0')
    return;

  tl_svg_append_literal (out, "<");
  tl_svg_append_bytes (out, name, length);
  tl_svg_append_literal (out, ">");
  tl_svg_append_escaped (out, clean);
  tl_svg_append_literal (out, "</");
  tl_svg_append_bytes (out, name, length);
  tl_svg_append_literal (out, ">");
}

/**
 * tl_svg_append_id:
 * @out: a document
 * @id: what something is called; an XML name allows little, and what it does not allow becomes an underscore
 */
void
tl_svg_append_id (GString    *out,
                  const char *id)
{
  gsize start, length = strlen (id);

  tl_svg_append_literal (out, " id=\"");
  if (!g_ascii_isalpha (*id))
    g_string_append_c (out, '_');

  start = out->len;
  tl_svg_append_bytes (out, id, length);
  for (char *p = out->str + start; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-' && *p != '.')
      *p = '_';
  tl_svg_append_literal (out, "\"");
}
