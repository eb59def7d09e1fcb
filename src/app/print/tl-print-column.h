/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How large the pages are shown. */
typedef enum
{
  TL_PRINT_FIT_WIDTH,       /* as wide as the view, so that one scrolls down only */
  TL_PRINT_FIT_PAGE,        /* a whole page at a time */
  TL_PRINT_FIT_NOTHING,     /* by the zoom that somebody has chosen */
} TlPrintFit;

/* One to one: a CSS pixel is 1/96 of an inch, a point 1/72. */
#define TL_PRINT_NATURAL (96.0 / 72.0)

/**
 * TlPrintColumn:
 * @n_pages: how many pages
 * @page_width: width of the paper, in points
 * @page_height: height of the paper, in points
 * @view_width: width of what is looked through, in pixels
 * @view_height: height of what is looked through, in pixels
 * @fit: how large the pages are shown
 * @zoom: pixels for a point; only for %TL_PRINT_FIT_NOTHING
 *
 * Where the pages are that stand below each other.
 */
typedef struct
{
  guint      n_pages;
  double     page_width;
  double     page_height;
  double     view_width;
  double     view_height;
  TlPrintFit fit;
  double     zoom;
} TlPrintColumn;

double tl_print_column_get_zoom   (const TlPrintColumn *column);
double tl_print_column_step_zoom  (const TlPrintColumn *column,
                                   int                  step);
double tl_print_column_get_width  (const TlPrintColumn *column);
double tl_print_column_get_height (const TlPrintColumn *column);
double tl_print_column_get_left   (const TlPrintColumn *column);
double tl_print_column_get_top    (const TlPrintColumn *column,
                                   guint                page);
guint  tl_print_column_find_page  (const TlPrintColumn *column,
                                   double               y);
double tl_print_column_clamp      (const TlPrintColumn *column,
                                   double               scroll);
double tl_print_column_read_on    (const TlPrintColumn *column,
                                   double               scroll,
                                   int                  direction);
double tl_print_column_keep       (const TlPrintColumn *before,
                                   const TlPrintColumn *after,
                                   double               scroll);

G_END_DECLS
