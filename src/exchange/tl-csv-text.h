/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlCsvEncoding:
 * @TL_CSV_ENCODING_UTF8: UTF-8, with or without a byte order mark
 * @TL_CSV_ENCODING_UTF16_LE: UTF-16, the low byte first
 * @TL_CSV_ENCODING_UTF16_BE: UTF-16, the high byte first
 * @TL_CSV_ENCODING_WINDOWS_1252: a guess, made when the bytes are not UTF-8 at all
 */
typedef enum
{
  TL_CSV_ENCODING_UTF8,
  TL_CSV_ENCODING_UTF16_LE,
  TL_CSV_ENCODING_UTF16_BE,
  TL_CSV_ENCODING_WINDOWS_1252,
} TlCsvEncoding;

char *tl_csv_text_decode (GBytes         *bytes,
                          const char     *name,
                          gsize          *length,
                          TlCsvEncoding  *encoding,
                          GError        **error);

G_END_DECLS
