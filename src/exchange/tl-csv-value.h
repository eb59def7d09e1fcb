/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "tl-date.h"

G_BEGIN_DECLS

/**
 * TlCsvTextMode:
 * @TL_CSV_TEXT_LINE: a name or a title: one line, single spaces
 * @TL_CSV_TEXT_BLOCK: a description: line breaks stay
 */
typedef enum
{
  TL_CSV_TEXT_LINE,
  TL_CSV_TEXT_BLOCK,
} TlCsvTextMode;

/**
 * TlCsvDecimal:
 * @TL_CSV_DECIMAL_UNKNOWN: nothing tells
 * @TL_CSV_DECIMAL_POINT: 1,234.5
 * @TL_CSV_DECIMAL_COMMA: 1.234,5
 */
typedef enum
{
  TL_CSV_DECIMAL_UNKNOWN,
  TL_CSV_DECIMAL_POINT,
  TL_CSV_DECIMAL_COMMA,
} TlCsvDecimal;

/**
 * TlCsvUnitHint:
 * @TL_CSV_UNIT_NONE: a bare number
 * @TL_CSV_UNIT_PERCENT: a percent sign stood beside it; the number is that before the sign
 * @TL_CSV_UNIT_CURRENCY: a sign or code of a currency stood beside it
 */
typedef enum
{
  TL_CSV_UNIT_NONE,
  TL_CSV_UNIT_PERCENT,
  TL_CSV_UNIT_CURRENCY,
} TlCsvUnitHint;

/**
 * TlCsvDateOrder:
 * @TL_CSV_DATE_UNKNOWN: nothing tells
 * @TL_CSV_DATE_DAY_FIRST: 13/04/2026
 * @TL_CSV_DATE_MONTH_FIRST: 04/13/2026
 * @TL_CSV_DATE_MIXED: both are to be found
 */
typedef enum
{
  TL_CSV_DATE_UNKNOWN,
  TL_CSV_DATE_DAY_FIRST,
  TL_CSV_DATE_MONTH_FIRST,
  TL_CSV_DATE_MIXED,
} TlCsvDateOrder;

/**
 * TlCsvDateResult:
 * @TL_CSV_DATE_OK: a day of the calendar
 * @TL_CSV_DATE_AMBIGUOUS: it can be read two ways, and the order given does not settle it
 * @TL_CSV_DATE_IMPOSSIBLE: it has the form of a date, but there is no such day
 * @TL_CSV_DATE_NO_DATE: it is something else
 */
typedef enum
{
  TL_CSV_DATE_OK,
  TL_CSV_DATE_AMBIGUOUS,
  TL_CSV_DATE_IMPOSSIBLE,
  TL_CSV_DATE_NO_DATE,
} TlCsvDateResult;

/* A currency's code or sign, with its end */
#define TL_CSV_CURRENCY_SIZE 8

gboolean         tl_csv_value_is_blank      (const char     *cell);
gboolean         tl_csv_value_has_hidden    (const char     *cell);
const char      *tl_csv_value_rearm         (const char     *cell);
char            *tl_csv_value_disarm        (const char     *text);
char            *tl_csv_value_text          (const char     *cell,
                                             TlCsvTextMode   mode);
char            *tl_csv_value_key           (const char     *text);
GStrv            tl_csv_value_split         (const char     *cell);
char            *tl_csv_value_join          (GStrv           items);

gboolean         tl_csv_value_boolean       (const char     *cell,
                                             gboolean       *value);

TlCsvDecimal     tl_csv_value_sniff_decimal (const char     *cell);
gboolean         tl_csv_value_number        (const char     *cell,
                                             TlCsvDecimal    decimal,
                                             double         *value,
                                             TlCsvUnitHint  *hint,
                                             char            currency[TL_CSV_CURRENCY_SIZE]);

TlCsvDateOrder   tl_csv_value_sniff_order   (const char     *cell,
                                             gboolean       *two_ways);
TlCsvDateResult  tl_csv_value_date          (const char     *cell,
                                             TlCsvDateOrder  order,
                                             TlDate         *date);

G_END_DECLS
