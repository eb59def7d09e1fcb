/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TL_EXCHANGE_ERROR (tl_exchange_error_quark ())

/**
 * TlExchangeError:
 * @TL_EXCHANGE_ERROR_READ: the file cannot be read at all: choose another, or look at its permissions
 * @TL_EXCHANGE_ERROR_NOT_A_TABLE: the file is something else (a workbook, a page, a picture): save it as CSV
 * @TL_EXCHANGE_ERROR_ENCODING: the letters cannot be made out: save the file as UTF-8
 * @TL_EXCHANGE_ERROR_SYNTAX: the file breaks off or a quote is never closed: mend the line that is named
 * @TL_EXCHANGE_ERROR_HEADER: no column is one we know: rename or map the columns
 * @TL_EXCHANGE_ERROR_LIMIT: a cell, a row or the file is larger than we read
 * @TL_EXCHANGE_ERROR_WRITE: the target could not be written; what stood there stands
 *
 * Named for what the caller can do next.  Every message names the file, and the line where there is one.
 */
typedef enum
{
  TL_EXCHANGE_ERROR_READ,
  TL_EXCHANGE_ERROR_NOT_A_TABLE,
  TL_EXCHANGE_ERROR_ENCODING,
  TL_EXCHANGE_ERROR_SYNTAX,
  TL_EXCHANGE_ERROR_HEADER,
  TL_EXCHANGE_ERROR_LIMIT,
  TL_EXCHANGE_ERROR_WRITE,
} TlExchangeError;

GQuark tl_exchange_error_quark (void);

G_END_DECLS
