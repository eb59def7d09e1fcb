/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the pages are that stand below each other in the preview: arithmetic alone, which needs no display to be
 * tested.  Distances are pixels from the upper left of the column, but for the paper's own, which are points.
 *
 * Between the pages is a gap that does not grow with the zoom, as on a table.  All pages are of one size: a document
 * has one paper.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-column.h"

#include <math.h>

/* Around the pages and between them */
#define GAP 24.0

/* Pixels for a point: a quarter to four times the natural size */
#define LEAST_ZOOM    (TL_PRINT_NATURAL / 4)
#define GREATEST_ZOOM (TL_PRINT_NATURAL * 4)

/* One step of zooming; three of them double. */
#define STEP 1.26

/* What Page Down leaves of what was seen before, so that nobody loses the line */
#define OVERLAP 0.1

static double
get_page_height (const TlPrintColumn *column)
{
  return round (column->page_height * tl_print_column_get_zoom (column));
}

/**
 * tl_print_column_get_zoom:
 * @column: the column
 *
 * Returns: how many pixels a point has; never so few that nothing can be seen, nor so many that one is lost
 */
double
tl_print_column_get_zoom (const TlPrintColumn *column)
{
  double width = (column->view_width - 2 * GAP) / column->page_width;
  double height = (column->view_height - 2 * GAP) / column->page_height;
  double zoom;

  switch (column->fit)
    {
    case TL_PRINT_FIT_WIDTH:
      zoom = width;
      break;

    case TL_PRINT_FIT_PAGE:
      zoom = MIN (width, height);
      break;

    case TL_PRINT_FIT_NOTHING:
    default:
      zoom = column->zoom;
      break;
    }

  return CLAMP (zoom, LEAST_ZOOM, GREATEST_ZOOM);
}

/**
 * tl_print_column_step_zoom:
 * @column: the column
 * @step: how many steps closer; less than nothing is further away
 *
 * Steps fall on the natural size, from wherever one comes.
 *
 * Returns: how many pixels a point is to have
 */
double
tl_print_column_step_zoom (const TlPrintColumn *column,
                           int                  step)
{
  double steps = log (tl_print_column_get_zoom (column) / TL_PRINT_NATURAL) / log (STEP);
  /* A hair more or less than a step is that step. */
  double whole = step > 0 ? floor (steps + 0.01) : ceil (steps - 0.01);

  return CLAMP (TL_PRINT_NATURAL * pow (STEP, whole + step), LEAST_ZOOM, GREATEST_ZOOM);
}

/**
 * tl_print_column_get_width:
 * @column: the column
 *
 * Returns: the width of all, never less than the view's
 */
double
tl_print_column_get_width (const TlPrintColumn *column)
{
  return MAX (column->view_width, round (column->page_width * tl_print_column_get_zoom (column)) + 2 * GAP);
}

/**
 * tl_print_column_get_height:
 * @column: the column
 *
 * Returns: the height of all, never less than the view's
 */
double
tl_print_column_get_height (const TlPrintColumn *column)
{
  return MAX (column->view_height, column->n_pages * (get_page_height (column) + GAP) + GAP);
}

/**
 * tl_print_column_get_left:
 * @column: the column
 *
 * Returns: where the left edge of the pages is
 */
double
tl_print_column_get_left (const TlPrintColumn *column)
{
  double page = round (column->page_width * tl_print_column_get_zoom (column));

  return round ((tl_print_column_get_width (column) - page) / 2);
}

/**
 * tl_print_column_get_top:
 * @column: the column
 * @page: a page, from 0
 *
 * Returns: where the upper edge of @page is; pages that leave room in the view stand in the middle of it
 */
double
tl_print_column_get_top (const TlPrintColumn *column,
                         guint                page)
{
  double all = column->n_pages * (get_page_height (column) + GAP) + GAP;
  double room = MAX (0, column->view_height - all);

  return round (room / 2) + GAP + page * (get_page_height (column) + GAP);
}

/**
 * tl_print_column_find_page:
 * @column: the column
 * @y: a height in it
 *
 * Returns: the page at that height, or the one above it in a gap; the first or last beyond them
 */
guint
tl_print_column_find_page (const TlPrintColumn *column,
                           double               y)
{
  double page = floor ((y - tl_print_column_get_top (column, 0)) / (get_page_height (column) + GAP));

  return (guint) CLAMP (page, 0, MAX (column->n_pages, 1) - 1.0);
}

/**
 * tl_print_column_clamp:
 * @column: the column
 * @scroll: how far somebody wants to scroll down
 *
 * Returns: the nearest that is possible
 */
double
tl_print_column_clamp (const TlPrintColumn *column,
                       double               scroll)
{
  return CLAMP (scroll, 0, tl_print_column_get_height (column) - column->view_height);
}

/**
 * tl_print_column_read_on:
 * @column: the column
 * @scroll: how far it is scrolled down
 * @direction: 1 to read on, -1 to go back
 *
 * One view further, but never past the beginning of a page: what is below the fold of a page is read before the
 * next begins.
 *
 * Returns: how far to scroll down
 */
double
tl_print_column_read_on (const TlPrintColumn *column,
                         double               scroll,
                         int                  direction)
{
  double target = scroll + direction * column->view_height * (1 - OVERLAP);

  for (guint i = 0; i < column->n_pages; i++)
    {
      double start = tl_print_column_get_top (column, i) - GAP;

      /* What is in view, or just out of it, is not cut: nothing is missed by going there. */
      if (direction > 0 && start > scroll + 1 && start <= scroll + column->view_height)
        return tl_print_column_clamp (column, start);
      if (direction < 0 && start < scroll - 1 && start >= scroll - column->view_height)
        target = start;
    }

  return tl_print_column_clamp (column, target);
}

/**
 * tl_print_column_keep:
 * @before: the column as it was
 * @after: the column as it is now
 * @scroll: how far it was scrolled down
 *
 * Returns: how far to scroll down so that what was in the middle of the view is there again
 */
double
tl_print_column_keep (const TlPrintColumn *before,
                      const TlPrintColumn *after,
                      double               scroll)
{
  double middle = scroll + before->view_height / 2;
  guint page = tl_print_column_find_page (before, middle);
  double share = (middle - tl_print_column_get_top (before, page)) / get_page_height (before);
  guint same = MIN (page, MAX (after->n_pages, 1) - 1);

  return tl_print_column_clamp (after, tl_print_column_get_top (after, same) + share * get_page_height (after) -
                                       after->view_height / 2);
}
