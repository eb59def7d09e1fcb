/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-enums.h"
#include "tl-measure.h"

G_BEGIN_DECLS

/**
 * TlFormatStyle:
 * @TL_FORMAT_SHORT: rounded to what fits on a card, "4.2 M"
 * @TL_FORMAT_EXACT: as it was given, "4,187,250"
 */
typedef enum
{
  TL_FORMAT_SHORT,
  TL_FORMAT_EXACT,
} TlFormatStyle;

char  *tl_format_share   (double          share);
char  *tl_format_number  (double          value,
                          TlFormatStyle   style);
char  *tl_format_value   (TlMeasureKind   kind,
                          const char     *unit,
                          const char     *currency,
                          double          value,
                          TlFormatStyle   style);
char  *tl_format_measure (TlMeasure      *measure,
                          const char     *currency,
                          double          value,
                          TlFormatStyle   style);
char  *tl_format_isolate (const char     *name);
char **tl_format_series  (const double   *values,
                          guint           n_values);

G_END_DECLS
