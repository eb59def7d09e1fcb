/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns side by side, each with blocks of its own.
 *
 * They are cut across all at once, where none of them has anything standing, so that what stands side by side stays
 * so overleaf.  As everything is on one grid such places come often.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-extents.h"
#include "tl-paper-private.h"

#define MOST_COLUMNS 4
#define ARROW_LENGTH 13.0
#define ARROW_HEAD   3.2

/* The middle of a heading, which is what the arrows lead from and to */
#define ARROW_MIDDLE 8.75

typedef struct
{
  TlPaperBlock    block;
  TlPaperFlow     flows[MOST_COLUMNS];
  GArray         *tops[MOST_COLUMNS];      /* of each strip of each flow */
  guint           n_columns;
  guint           n_begun;
  double          column_width;
  TlPaperBetween  between;
  GArray         *extents;                 /* of the strips of the whole */
} Columns;

static const TlPaperStrip *
get_strip (Columns *self,
           guint    column,
           guint    strip)
{
  return &g_array_index (self->flows[column].strips, TlPaperStrip, strip);
}

static double
get_top (Columns *self,
         guint    column,
         guint    strip)
{
  return g_array_index (self->tops[column], double, strip);
}

static void
stack_column (Columns *self,
              guint    column)
{
  double y = 0.0;

  g_array_set_size (self->tops[column], 0);
  for (guint i = 0; i < self->flows[column].strips->len; i++)
    {
      const TlPaperStrip *strip = get_strip (self, column, i);
      double top = y + strip->space;
      const TlPaperExtent extent = { top, top + strip->height };

      g_array_append_val (self->tops[column], top);
      g_array_append_val (self->extents, extent);
      y = extent.to;
    }
}

/* How strongly the columns cling together across a cut at @y. */
static TlPaperBond
find_bond (Columns *self,
           double   y)
{
  TlPaperBond bond = TL_PAPER_BOND_NONE;

  for (guint i = 0; i < self->n_columns; i++)
    for (guint j = 0; j + 1 < self->tops[i]->len; j++)
      if (get_top (self, i, j) < y && get_top (self, i, j + 1) >= y - 0.01)
        bond = MAX (bond, get_strip (self, i, j)->bond);

  return bond;
}

static void
shape_columns (TlPaperBlock *block,
               PangoContext *context,
               double        width,
               GArray       *strips)
{
  Columns *self = (Columns *) block;

  self->column_width = (width - (self->n_columns - 1) * TL_PAPER_GUTTER) / self->n_columns;
  g_array_set_size (self->extents, 0);
  for (guint i = 0; i < self->n_columns; i++)
    {
      tl_paper_flow_shape (&self->flows[i], context, self->column_width);
      stack_column (self, i);
    }
  tl_paper_extents_merge (self->extents);

  for (guint i = 0; i < self->extents->len; i++)
    {
      const TlPaperExtent *extent = &g_array_index (self->extents, TlPaperExtent, i);
      const TlPaperStrip strip = {
        .space = i > 0 ? extent->from - extent[-1].to : 0.0,
        .height = extent->to - extent->from,
        .bond = find_bond (self, extent->to),
        .header = TL_PAPER_NO_HEADER,
      };

      g_array_append_val (strips, strip);
    }
}

static void
draw_arrow (cairo_t *cr,
            double   x,
            double   y)
{
  const TlColour *accent = tl_paper_get_accent ();

  cairo_set_source_rgb (cr, accent->red, accent->green, accent->blue);
  cairo_set_line_width (cr, TL_PAPER_STRONG);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + ARROW_LENGTH - ARROW_HEAD, y);
  cairo_stroke (cr);
  cairo_move_to (cr, x + ARROW_LENGTH, y);
  cairo_line_to (cr, x + ARROW_LENGTH - 2.0 * ARROW_HEAD, y - ARROW_HEAD);
  cairo_line_to (cr, x + ARROW_LENGTH - 2.0 * ARROW_HEAD, y + ARROW_HEAD);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_columns (TlPaperBlock *block,
              cairo_t      *cr,
              guint         strip)
{
  Columns *self = (Columns *) block;
  const TlPaperExtent *extent = &g_array_index (self->extents, TlPaperExtent, strip);

  for (guint i = 0; i < self->n_columns; i++)
    {
      double x = i * (self->column_width + TL_PAPER_GUTTER);

      if (strip == 0 && i > 0 && self->between == TL_PAPER_BETWEEN_ARROWS)
        draw_arrow (cr, x - (TL_PAPER_GUTTER + ARROW_LENGTH) / 2.0, ARROW_MIDDLE);

      for (guint j = 0; j < self->tops[i]->len; j++)
        if (get_top (self, i, j) >= extent->from - 0.01 && get_top (self, i, j) < extent->to)
          {
            cairo_save (cr);
            cairo_translate (cr, x, get_top (self, i, j) - extent->from);
            tl_paper_flow_draw (&self->flows[i], cr, j);
            cairo_restore (cr);
          }
    }
}

static void
clear_columns (TlPaperBlock *block)
{
  Columns *self = (Columns *) block;

  for (guint i = 0; i < self->n_columns; i++)
    {
      tl_paper_flow_clear (&self->flows[i]);
      g_clear_pointer (&self->tops[i], g_array_unref);
    }
  g_clear_pointer (&self->extents, g_array_unref);
}

static const TlPaperBlockClass columns_class = { sizeof (Columns), shape_columns, draw_columns, clear_columns };

/**
 * tl_paper_document_begin_columns:
 * @self: a document, not inside of columns
 * @n_columns: how many columns there are to be, 2 to 4
 * @between: what stands between them
 *
 * Begins columns side by side; what is added next goes into the first.
 */
void
tl_paper_document_begin_columns (TlPaperDocument *self,
                                 guint            n_columns,
                                 TlPaperBetween   between)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (n_columns >= 2 && n_columns <= MOST_COLUMNS);

  Columns *columns = tl_paper_document_add_block (self, &columns_class);

  columns->block.before = MAX (columns->block.before, TL_PAPER_LINE);
  columns->block.after = TL_PAPER_LINE;
  columns->n_columns = n_columns;
  columns->between = between;
  columns->extents = g_array_new (FALSE, FALSE, sizeof (TlPaperExtent));
  for (guint i = 0; i < n_columns; i++)
    {
      tl_paper_flow_init (&columns->flows[i]);
      columns->tops[i] = g_array_new (FALSE, FALSE, sizeof (double));
    }
  tl_paper_document_set_flow (self, &columns->flows[0]);
}

/**
 * tl_paper_document_next_column:
 * @self: a document in which columns have been begun
 *
 * What is added next goes into the next column.
 */
void
tl_paper_document_next_column (TlPaperDocument *self)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  TlPaperFlow *flow = tl_paper_document_get_flow (self);

  tl_paper_document_set_flow (self, NULL);

  GPtrArray *blocks = tl_paper_document_get_flow (self)->blocks;
  Columns *columns = blocks->len > 0 ? blocks->pdata[blocks->len - 1] : NULL;

  g_return_if_fail (columns != NULL && columns->block.klass == &columns_class);
  g_return_if_fail (columns->n_begun + 1 < columns->n_columns);
  g_return_if_fail (flow == &columns->flows[columns->n_begun]);

  columns->n_begun++;
  tl_paper_document_set_flow (self, &columns->flows[columns->n_begun]);
}

/**
 * tl_paper_document_end_columns:
 * @self: a document in which columns have been begun
 */
void
tl_paper_document_end_columns (TlPaperDocument *self)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  tl_paper_document_set_flow (self, NULL);
}
