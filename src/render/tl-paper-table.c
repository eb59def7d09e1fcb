/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables on paper: a heading that is repeated, rows that are not cut in two.
 *
 * A row is one strip as long as it would fit on a page; one that might not is given out line by line, all cells
 * together, so that it goes on overleaf where it stopped.  There are no upright lines: columns stand apart by their space.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-extents.h"
#include "tl-paper-private.h"

#define PADDING   5.25
#define TICK_SIZE 9.5

/* A table of no more rows than this is looked at as one. */
#define SHORT_TABLE 4

/* No page is lower than this; a row higher than it is given out in lines. */
#define HIGHEST_ROW 420.0

typedef struct
{
  char        *string;
  char        *note;
  TlPaperText  text;
  TlPaperText  small;
} Cell;

typedef struct
{
  char            *heading;
  TlPaperText      text;
  TlPaperCellKind  kind;
  double           share;
  double           fixed;
  double           x;
  double           width;
} Column;

typedef struct
{
  Cell   *cells;
  guint   n_cells;
  GArray *slices;          /* of TlPaperExtent, from the upper end of the row */
  guint   first_strip;
} Row;

typedef struct
{
  TlPaperBlock  block;
  Column       *columns;
  guint         n_columns;
  GPtrArray    *rows;
  double        width;
} Table;

static gboolean
has_heading (const Table *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].heading != NULL)
      return TRUE;

  return FALSE;
}

static void
place_columns (Table  *self,
               double  width)
{
  double left = width - (self->n_columns - 1) * TL_PAPER_LINE;
  double shares = 0.0;
  double x = 0.0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      left -= self->columns[i].fixed;
      shares += self->columns[i].fixed > 0.0 ? 0.0 : self->columns[i].share;
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      column->x = x;
      column->width = column->fixed > 0.0 ? column->fixed : MAX (left * column->share / MAX (shares, 1e-9), 1.0);
      x += column->width + TL_PAPER_LINE;
    }
  self->width = width;
}

static void
set_cell (const Column *column,
          Cell         *cell,
          PangoContext *context)
{
  if (column->kind == TL_PAPER_CELL_TICK)
    return;

  tl_paper_text_set (&cell->text, context, TL_PAPER_STYLE_BODY, cell->string, column->width);
  tl_paper_text_begin_left (&cell->text);
  if (column->kind == TL_PAPER_CELL_NUMBER)
    tl_paper_text_align_figures (&cell->text);
  if (*cell->note != '\0')
    tl_paper_text_set (&cell->small, context, TL_PAPER_STYLE_SMALL, cell->note, column->width);
}

static double
get_small_y (const Cell *cell)
{
  return PADDING + tl_paper_text_get_height (&cell->text) + TL_PAPER_QUARTER / 2.0;
}

static double
get_cell_height (const Cell *cell)
{
  double small = tl_paper_text_get_height (&cell->small);

  return small > 0.0 ? get_small_y (cell) + small - PADDING : tl_paper_text_get_height (&cell->text);
}

static double
get_row_height (const Table *self,
                const Cell  *cells)
{
  double height = TL_PAPER_LINE;

  for (guint i = 0; i < self->n_columns; i++)
    height = MAX (height, get_cell_height (&cells[i]));

  return height + 2.0 * PADDING;
}

static void
add_strip (GArray      *strips,
           double       height,
           TlPaperBond  bond,
           guint        header)
{
  const TlPaperStrip strip = { .height = height, .bond = bond, .header = header };

  g_array_append_val (strips, strip);
}

static void
add_lines (GArray            *extents,
           const TlPaperText *text,
           double             y)
{
  for (guint i = 0; i < tl_paper_text_get_n_lines (text); i++)
    {
      const TlPaperExtent extent = { y + i * text->leading, y + (i + 1) * text->leading };

      g_array_append_val (extents, extent);
    }
}

/* Where a row that is too long for a page may be cut: between its lines, in all cells at once. */
static GArray *
slice_row (const Table *self,
           const Cell  *cells)
{
  GArray *slices = g_array_new (FALSE, FALSE, sizeof (TlPaperExtent));
  const TlPaperExtent whole = { 0.0, get_row_height (self, cells) };

  if (whole.to <= HIGHEST_ROW)
    {
      g_array_append_val (slices, whole);
      return slices;
    }

  for (guint i = 0; i < self->n_columns; i++)
    {
      add_lines (slices, &cells[i].text, PADDING);
      add_lines (slices, &cells[i].small, get_small_y (&cells[i]));
    }
  tl_paper_extents_merge (slices);
  /* Each begins where the one above it ends, and the padding belongs to the first and the last. */
  for (guint i = 0; i < slices->len; i++)
    g_array_index (slices, TlPaperExtent, i).from = i > 0 ? g_array_index (slices, TlPaperExtent, i - 1).to : 0.0;
  g_array_index (slices, TlPaperExtent, slices->len - 1).to = whole.to;

  return slices;
}

static void
add_row_strips (GArray      *strips,
                GArray      *slices,
                guint        header,
                TlPaperBond  to_next)
{
  for (guint i = 0; i < slices->len; i++)
    {
      const TlPaperExtent *slice = &g_array_index (slices, TlPaperExtent, i);
      TlPaperBond bond = i == 0 || i + 2 == slices->len ? TL_PAPER_BOND_ROW : TL_PAPER_BOND_GROUP;

      add_strip (strips, slice->to - slice->from, i + 1 < slices->len ? bond : to_next, header);
    }
}

/* A short table stays together if it can; of a long one no single row is left at the head or at the foot of a page. */
static TlPaperBond
get_bond (const Table *self,
          guint        row)
{
  guint n_rows = self->rows->len;

  if (row + 1 >= n_rows)
    return TL_PAPER_BOND_NONE;

  return n_rows <= SHORT_TABLE || row == 0 || row + 2 == n_rows ? TL_PAPER_BOND_GROUP : TL_PAPER_BOND_NONE;
}

static double
shape_headings (Table        *self,
                PangoContext *context)
{
  double height = TL_PAPER_LINE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      if (column->heading != NULL)
        tl_paper_text_set (&column->text, context, TL_PAPER_STYLE_CAPTION, column->heading, column->width);
      height = MAX (height, tl_paper_text_get_height (&column->text));
    }

  return height + TL_PAPER_QUARTER;
}

static void
shape_table (TlPaperBlock *block,
             PangoContext *context,
             double        width,
             GArray       *strips)
{
  Table *self = (Table *) block;
  guint before = strips->len;
  guint header = has_heading (self) ? 0 : TL_PAPER_NO_HEADER;

  place_columns (self, width);

  if (header == 0)
    add_strip (strips, shape_headings (self, context), TL_PAPER_BOND_CLOSE, TL_PAPER_NO_HEADER);

  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = self->rows->pdata[i];

      for (guint j = 0; j < self->n_columns; j++)
        set_cell (&self->columns[j], &row->cells[j], context);
      g_clear_pointer (&row->slices, g_array_unref);
      row->slices = slice_row (self, row->cells);
      row->first_strip = strips->len - before;
      add_row_strips (strips, row->slices, header, get_bond (self, i));
    }
}

static void
draw_heading (Table   *self,
              cairo_t *cr)
{
  double height = TL_PAPER_LINE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      tl_paper_text_draw (&self->columns[i].text, cr, self->columns[i].x, 0.0);
      height = MAX (height, tl_paper_text_get_height (&self->columns[i].text));
    }
  tl_paper_draw_line (cr, 0.0, height + TL_PAPER_QUARTER, self->width, tl_paper_get_accent (), TL_PAPER_FINE);
}

static void
draw_tick (cairo_t  *cr,
           double    x,
           double    y,
           gboolean  ticked)
{
  const TlColour *colour = tl_paper_get_accent ();

  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_set_line_width (cr, 0.9);
  cairo_rectangle (cr, x, y, TICK_SIZE, TICK_SIZE);
  cairo_stroke (cr);
  if (!ticked)
    return;

  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x + 2.0, y + 5.0);
  cairo_line_to (cr, x + 4.2, y + 7.4);
  cairo_line_to (cr, x + 8.4, y + 1.6);
  cairo_stroke (cr);
}

static void
draw_cell (const Column        *column,
           const Cell          *cell,
           cairo_t             *cr,
           const TlPaperExtent *part)
{
  if (column->kind != TL_PAPER_CELL_TICK)
    {
      tl_paper_text_draw_part (&cell->text, cr, column->x, PADDING, part->from, part->to);
      tl_paper_text_draw_part (&cell->small, cr, column->x, get_small_y (cell), part->from, part->to);
    }
  else if (part->from <= 0.0)
    draw_tick (cr, column->x + 0.5, PADDING + (TL_PAPER_LINE - TICK_SIZE) / 2.0, *cell->string != '\0');
}

static void
draw_slice (Table     *self,
            cairo_t   *cr,
            const Row *row,
            guint      slice)
{
  const TlPaperExtent *part = &g_array_index (row->slices, TlPaperExtent, slice);

  cairo_save (cr);
  cairo_translate (cr, 0.0, -part->from);
  for (guint i = 0; i < self->n_columns; i++)
    draw_cell (&self->columns[i], &row->cells[i], cr, part);
  cairo_restore (cr);
  if (slice + 1 == row->slices->len)
    tl_paper_draw_line (cr, 0.0, part->to - part->from, self->width, tl_paper_get_hairline (), TL_PAPER_HAIR);
}

static void
draw_table (TlPaperBlock *block,
            cairo_t      *cr,
            guint         strip)
{
  Table *self = (Table *) block;
  guint i = self->rows->len - 1;

  if (strip == 0 && has_heading (self))
    {
      draw_heading (self, cr);
      return;
    }

  while (((Row *) self->rows->pdata[i])->first_strip > strip)
    i--;
  draw_slice (self, cr, self->rows->pdata[i], strip - ((Row *) self->rows->pdata[i])->first_strip);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      tl_paper_text_clear (&row->cells[i].text);
      tl_paper_text_clear (&row->cells[i].small);
      g_clear_pointer (&row->cells[i].string, g_free);
      g_clear_pointer (&row->cells[i].note, g_free);
    }
  g_clear_pointer (&row->cells, g_free);
  g_clear_pointer (&row->slices, g_array_unref);
  g_free (row);
}

static void
clear_table (TlPaperBlock *block)
{
  Table *self = (Table *) block;

  for (guint i = 0; i < self->n_columns; i++)
    {
      tl_paper_text_clear (&self->columns[i].text);
      g_clear_pointer (&self->columns[i].heading, g_free);
    }
  g_clear_pointer (&self->columns, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static const TlPaperBlockClass table_class = { sizeof (Table), shape_table, draw_table, clear_table };

static Table *
get_table (TlPaperDocument *self)
{
  GPtrArray *blocks = tl_paper_document_get_flow (self)->blocks;
  TlPaperBlock *block = blocks->len > 0 ? blocks->pdata[blocks->len - 1] : NULL;

  return block != NULL && block->klass == &table_class ? (Table *) block : NULL;
}

/**
 * tl_paper_document_begin_table:
 * @self: a document
 * @columns: (array length=n_columns): the columns from the left; copied
 * @n_columns: how many there are, at least one
 *
 * Begins a table.  Until it is ended only rows may be added.
 */
void
tl_paper_document_begin_table (TlPaperDocument     *self,
                               const TlPaperColumn *columns,
                               guint                n_columns)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (columns != NULL && n_columns > 0);

  Table *table = tl_paper_document_add_block (self, &table_class);

  table->columns = g_new0 (Column, n_columns);
  table->n_columns = n_columns;
  table->rows = g_ptr_array_new_with_free_func (free_row);
  table->block.after = TL_PAPER_LINE;
  for (guint i = 0; i < n_columns; i++)
    table->columns[i] = (Column) {
      .heading = columns[i].heading != NULL ? tl_paper_clean (columns[i].heading) : NULL,
      .kind = columns[i].kind, .share = columns[i].share, .fixed = columns[i].width,
    };
}

/**
 * tl_paper_document_add_row:
 * @self: a document in which a table has been begun
 * @cells: (array): what to say in each column; %NULL for an empty row to be filled in by hand
 */
void
tl_paper_document_add_row (TlPaperDocument   *self,
                           const TlPaperCell *cells)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  Table *table = get_table (self);

  g_return_if_fail (table != NULL);

  Row *row = g_new0 (Row, 1);

  row->n_cells = table->n_columns;
  row->cells = g_new0 (Cell, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    {
      row->cells[i].string = tl_paper_clean (cells != NULL ? cells[i].text : NULL);
      row->cells[i].note = tl_paper_clean (cells != NULL ? cells[i].note : NULL);
    }
  g_ptr_array_add (table->rows, row);
}

/**
 * tl_paper_document_end_table:
 * @self: a document in which a table has been begun
 *
 * Ends it.  A table without rows leaves nothing behind, not even its heading.
 */
void
tl_paper_document_end_table (TlPaperDocument *self)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  Table *table = get_table (self);

  g_return_if_fail (table != NULL);

  if (table->rows->len == 0)
    g_ptr_array_remove_index (tl_paper_document_get_flow (self)->blocks,
                              tl_paper_document_get_flow (self)->blocks->len - 1);
}
