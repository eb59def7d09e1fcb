/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the bytes of a file to UTF-8 text, or to a sentence that says what the file is instead.
 *
 * A byte order mark is believed.  Without one, zero bytes on every other place mean UTF-16; text that is valid
 * UTF-8 is UTF-8.  What is left is either Windows-1252, which spreadsheets still write, or UTF-8 that was
 * damaged on the way.  Well-formed sequences of several bytes hardly ever come about in Windows-1252 by chance,
 * so when those outnumber the malformed ones, the file is damaged UTF-8 and refused with the line: read as
 * Windows-1252 it would come in with every accent garbled, which is worse than not at all.
 *
 * iconv was not used: it cannot tell at which line it gave up, and three decoders are shorter than its loop.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-csv-text.h"
#include "tl-exchange-error.h"

#define MAX_FILE_SIZE (1024u * 1024u * 1024u)

/* Enough to see what kind of text it is; a zero byte may still turn up later. */
#define SNIFF_SIZE 4096

typedef struct
{
  const char *magic;
  gsize       length;
  const char *sentence;
} TlSignature;

static const TlSignature signatures[] = {
  { "PK\x03\x04", 4, N_("“%s” is a workbook or a ZIP archive, not CSV. Open it in your spreadsheet program and save the sheet as CSV (UTF-8).") },
  { "\xD0\xCF\x11\xE0", 4, N_("“%s” is an old Excel workbook, not CSV. Open it in your spreadsheet program and save the sheet as CSV (UTF-8).") },
  { "SQLite format 3", 15, N_("“%s” is a document or a database, not CSV. Open it instead of importing it.") },
  { "%PDF", 4, N_("“%s” is a PDF, not CSV. Export the table from where the PDF was made.") },
  { "\x89PNG", 4, N_("“%s” is a picture, not CSV.") },
  { "\x1F\x8B", 2, N_("“%s” is compressed. Unpack it and import the CSV file inside.") },
};

/* What the bytes 0x80 to 0x9f mean in Windows-1252; 0 where they mean nothing. */
static const guint16 windows_1252[32] = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

static guint
count_lines (const char *text,
             gsize       length)
{
  guint n_lines = 1;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < length && text[i + 1] == '\n')))
      n_lines++;

  return n_lines;
}

static gboolean
refuse_signature (const char  *data,
                  gsize        length,
                  const char  *name,
                  GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length && memcmp (data, signatures[i].magic, signatures[i].length) == 0)
      {
        g_autofree char *sentence = NULL;

        /* Each sentence has the one place for the file's name. */
        #pragma GCC diagnostic push
        #pragma GCC diagnostic ignored "-Wformat-nonliteral"
        sentence = g_strdup_printf (_(signatures[i].sentence), name);
        #pragma GCC diagnostic pop
        g_set_error_literal (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE, sentence);
        return FALSE;
      }

  return TRUE;
}

static gboolean
refuse_markup (const char  *text,
               const char  *name,
               GError     **error)
{
  while (g_ascii_isspace (*text))
    text++;

  if (*text == '\0')
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE,
                   _("“%s” is empty. Check that it was saved, or choose another file."), name);
      return FALSE;
    }

  if (g_ascii_strncasecmp (text, "<!doctype html", 14) == 0 || g_ascii_strncasecmp (text, "<html", 5) == 0)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE,
                   _("“%s” is a web page, not CSV. Perhaps a sign-in page was downloaded instead of the file: export it again as CSV."), name);
      return FALSE;
    }

  if (g_str_has_prefix (text, "<?xml") || g_str_has_prefix (text, "<!DOCTYPE"))
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE,
                   _("“%s” is XML, not CSV. Save the table as CSV (UTF-8)."), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
refuse_binary (const char  *name,
               guint        line,
               GError     **error)
{
  g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_NOT_A_TABLE,
               _("“%s” is not a text file (line %u holds a zero byte). Save the table as CSV (UTF-8) and import that."),
               name, line);
  return FALSE;
}

/* Zero bytes on every other place, and on no other, mean UTF-16 without a mark. */
static gboolean
sniff_utf16 (const guchar  *data,
             gsize          length,
             TlCsvEncoding *encoding)
{
  gsize n_zero[2] = { 0, 0 };
  gsize n = MIN (length, SNIFF_SIZE) & ~(gsize) 1;

  for (gsize i = 0; i < n; i++)
    if (data[i] == 0)
      n_zero[i & 1]++;

  if (n < 4)
    return FALSE;

  *encoding = n_zero[1] > 0 ? TL_CSV_ENCODING_UTF16_LE : TL_CSV_ENCODING_UTF16_BE;
  return n_zero[0] * n_zero[1] == 0 && (n_zero[0] + n_zero[1]) * 4 >= n;
}

static char *
decode_utf16 (const guchar   *data,
              gsize           length,
              gboolean        big,
              const char     *name,
              gsize          *out_length,
              GError        **error)
{
  g_autoptr (GString) text = g_string_sized_new (length);

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar c = big ? data[i] << 8 | data[i + 1] : data[i + 1] << 8 | data[i];

      if (c >= 0xD800 && c < 0xDC00 && i + 3 < length)
        {
          gunichar low = big ? data[i + 2] << 8 | data[i + 3] : data[i + 3] << 8 | data[i + 2];

          if (low >= 0xDC00 && low < 0xE000)
            {
              c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
              i += 2;
            }
        }

      if (c == 0)
        {
          refuse_binary (name, count_lines (text->str, text->len), error);
          return NULL;
        }
      if (c >= 0xD800 && c < 0xE000)
        {
          g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_ENCODING,
                       _("Line %u of “%s” is damaged: it is not valid UTF-16. Save the file again as CSV (UTF-8)."),
                       count_lines (text->str, text->len), name);
          return NULL;
        }

      g_string_append_unichar (text, c);
    }

  if (length % 2 != 0)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_ENCODING,
                   _("“%s” breaks off in the middle of a letter at line %u. Get or save the file again."),
                   name, count_lines (text->str, text->len));
      return NULL;
    }

  *out_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether text that is not UTF-8 is a damaged UTF-8 file, or nothing of the kind. */
static gboolean
is_damaged_utf8 (const char *data,
                 gsize       length)
{
  gsize n_good = 0;
  gsize n_bad = 0;

  for (gsize i = 0; i < length;)
    {
      gunichar c;

      if ((guchar) data[i] < 0x80)
        {
          i++;
          continue;
        }

      c = g_utf8_get_char_validated (data + i, MIN (length - i, 6));
      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          n_bad++;
          i++;
        }
      else
        {
          n_good++;
          i += g_unichar_to_utf8 (c, NULL);
        }
    }

  return n_good > n_bad;
}

static char *
decode_windows_1252 (const guchar *data,
                     gsize         length,
                     gsize        *out_length,
                     gsize        *bad)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = data[i];

      if (c >= 0x80 && c < 0xA0)
        c = windows_1252[c - 0x80];
      if (c == 0)
        {
          *bad = i;
          return NULL;
        }

      if (c < 0x80)
        g_string_append_c (text, (char) c);
      else
        g_string_append_unichar (text, c);
    }

  *out_length = text->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
decode_bytes (const char     *data,
              gsize           length,
              gboolean        marked,
              const char     *name,
              gsize          *out_length,
              TlCsvEncoding  *encoding,
              GError        **error)
{
  const char *end;
  gsize bad;

  end = memchr (data, 0, length);
  if (end != NULL)
    {
      refuse_binary (name, count_lines (data, end - data), error);
      return NULL;
    }

  if (g_utf8_validate_len (data, length, &end))
    {
      *encoding = TL_CSV_ENCODING_UTF8;
      *out_length = length;
      return g_strndup (data, length);
    }

  bad = end - data;
  if (!marked && !is_damaged_utf8 (data, length))
    {
      char *text;

      *encoding = TL_CSV_ENCODING_WINDOWS_1252;
      text = decode_windows_1252 ((const guchar *) data, length, out_length, &bad);
      if (text != NULL)
        return text;
    }

  g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_ENCODING,
               _("Line %u of “%s” is damaged: it is not valid UTF-8. Save the file again as CSV (UTF-8)."),
               count_lines (data, bad), name);
  return NULL;
}

/**
 * tl_csv_text_decode:
 * @bytes: what stood in the file
 * @name: what to call the file in a message
 * @length: (out): the length of the text in bytes
 * @encoding: (out): what the file was written in
 * @error: return location for a #TlExchangeError
 *
 * Makes UTF-8 text of a file, without a byte order mark.  Zero bytes, workbooks, pages, XML, empty files and damaged text
 * are refused with a sentence that names @name.
 *
 * Returns: (transfer full) (nullable): text that is valid UTF-8, ends with a zero byte and holds no other
 */
char *
tl_csv_text_decode (GBytes         *bytes,
                    const char     *name,
                    gsize          *length,
                    TlCsvEncoding  *encoding,
                    GError        **error)
{
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);
  g_return_val_if_fail (encoding != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > MAX_FILE_SIZE)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_LIMIT,
                   _("“%s” is larger than 1 GiB. Split it into smaller files."), name);
      return NULL;
    }
  if (!refuse_signature (data, size, name, error))
    return NULL;

  if (size >= 2 && (memcmp (data, "\xFF\xFE", 2) == 0 || memcmp (data, "\xFE\xFF", 2) == 0))
    {
      *encoding = data[0] == '\xFF' ? TL_CSV_ENCODING_UTF16_LE : TL_CSV_ENCODING_UTF16_BE;
      text = decode_utf16 ((const guchar *) data + 2, size - 2, *encoding == TL_CSV_ENCODING_UTF16_BE, name, length, error);
    }
  else if (size >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    text = decode_bytes (data + 3, size - 3, TRUE, name, length, encoding, error);
  else if (size > 0 && sniff_utf16 ((const guchar *) data, size, encoding))
    text = decode_utf16 ((const guchar *) data, size, *encoding == TL_CSV_ENCODING_UTF16_BE, name, length, error);
  else if (size > 0)
    text = decode_bytes (data, size, FALSE, name, length, encoding, error);
  else
    text = g_strdup ("");

  if (text == NULL || !refuse_markup (text, name, error))
    return NULL;

  return g_steal_pointer (&text);
}
