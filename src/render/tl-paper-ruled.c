/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is filled in by hand: ruled lines, and the blanks of a form. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-paper-private.h"

#define FIELD_HEIGHT 24.5
#define LABEL_GAP    7.0
#define LEAST_BLANK  28.0

typedef struct
{
  TlPaperBlock block;
  guint        n_lines;
  gboolean     fills;
  double       width;
} Ruled;

typedef struct
{
  char        *label;
  char        *value;
  double       share;
  TlPaperText  label_text;
  TlPaperText  value_text;
  double       x;
  double       width;
} Field;

typedef struct
{
  TlPaperBlock  block;
  Field        *fields;
  guint         n_fields;
} Fields;

/*
 * tl_paper_draw_line:
 * @cr: what to draw on
 * @x: its left end
 * @y: its middle
 * @width: how long it is
 * @colour: its colour
 * @weight: how thick it is
 *
 * Draws a level line.
 */
void
tl_paper_draw_line (cairo_t        *cr,
                    double          x,
                    double          y,
                    double          width,
                    const TlColour *colour,
                    double          weight)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_set_line_width (cr, weight);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

static void
shape_ruled (TlPaperBlock *block,
             PangoContext *context,
             double        width,
             GArray       *strips)
{
  Ruled *self = (Ruled *) block;

  self->width = width;
  for (guint i = 0; i < self->n_lines; i++)
    {
      const TlPaperStrip strip = {
        .height = TL_PAPER_PITCH,
        /* Nobody writes on a single line at the head of a page. */
        .bond = i + 1 < self->n_lines && (i == 0 || i + 2 == self->n_lines) ? TL_PAPER_BOND_CLOSE : TL_PAPER_BOND_NONE,
        .header = TL_PAPER_NO_HEADER,
      };

      g_array_append_val (strips, strip);
    }
}

static void
draw_ruled (TlPaperBlock *block,
            cairo_t      *cr,
            guint         strip)
{
  Ruled *self = (Ruled *) block;

  tl_paper_draw_line (cr, 0.0, TL_PAPER_PITCH - TL_PAPER_HAIR, self->width, tl_paper_get_rule (), TL_PAPER_HAIR);
}

static void
clear_ruled (TlPaperBlock *block)
{
}

static const TlPaperBlockClass ruled_class = { sizeof (Ruled), shape_ruled, draw_ruled, clear_ruled };

/*
 * tl_paper_ruled_get_room:
 * @block: any block
 * @height: what is free beneath it
 *
 * Returns: how many lines more it would fill that with; 0 when it is not made of lines, or does not fill
 */
guint
tl_paper_ruled_get_room (TlPaperBlock *block,
                         double        height)
{
  if (block->klass != &ruled_class || !((Ruled *) block)->fills || height < TL_PAPER_PITCH)
    return 0;

  return (guint) floor (height / TL_PAPER_PITCH);
}

void
tl_paper_ruled_add_lines (TlPaperBlock *block,
                          guint         n_lines)
{
  g_assert (block->klass == &ruled_class);

  ((Ruled *) block)->n_lines += n_lines;
}

/**
 * tl_paper_document_add_ruled:
 * @self: a document
 * @n_lines: how many lines at least
 * @fills: whether there are to be as many more as there is room for, when nothing comes after them on their page
 *
 * Adds lines to write on.
 */
void
tl_paper_document_add_ruled (TlPaperDocument *self,
                             guint            n_lines,
                             gboolean         fills)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));

  Ruled *ruled = tl_paper_document_add_block (self, &ruled_class);

  ruled->n_lines = n_lines;
  ruled->fills = fills;
  ruled->block.after = TL_PAPER_LINE;
}

static double
measure_label (const Field *field)
{
  return tl_paper_text_get_width (&field->label_text) + LABEL_GAP;
}

/* A label never takes so much that nothing can be written beside it. */
static void
shape_field (Field        *field,
             PangoContext *context)
{
  tl_paper_text_set (&field->label_text, context, TL_PAPER_STYLE_CAPTION, field->label,
                     MAX (field->width - LEAST_BLANK, 1.0));
  if (field->value == NULL)
    return;

  tl_paper_text_set (&field->value_text, context, TL_PAPER_STYLE_BODY, field->value,
                     MAX (field->width - measure_label (field), 1.0));
  tl_paper_text_begin_left (&field->value_text);
}

static void
shape_fields (TlPaperBlock *block,
              PangoContext *context,
              double        width,
              GArray       *strips)
{
  Fields *self = (Fields *) block;
  double left = width - (self->n_fields - 1) * TL_PAPER_LINE;
  double shares = 0.0;
  double x = 0.0;
  TlPaperStrip strip = { .height = FIELD_HEIGHT, .header = TL_PAPER_NO_HEADER };

  for (guint i = 0; i < self->n_fields; i++)
    shares += self->fields[i].share;

  for (guint i = 0; i < self->n_fields; i++)
    {
      Field *field = &self->fields[i];

      field->x = x;
      field->width = left * field->share / MAX (shares, 1e-9);
      x += field->width + TL_PAPER_LINE;
      shape_field (field, context);
      strip.height = MAX (strip.height, FIELD_HEIGHT - TL_PAPER_LINE
                          + MAX (tl_paper_text_get_height (&field->label_text),
                                 tl_paper_text_get_height (&field->value_text)));
    }
  g_array_append_val (strips, strip);
}

static void
draw_fields (TlPaperBlock *block,
             cairo_t      *cr,
             guint         strip)
{
  Fields *self = (Fields *) block;
  double y = FIELD_HEIGHT - TL_PAPER_LINE - TL_PAPER_QUARTER / 2.0;

  for (guint i = 0; i < self->n_fields; i++)
    {
      const Field *field = &self->fields[i];
      double x = field->x + measure_label (field);

      tl_paper_text_draw (&field->label_text, cr, field->x, y);
      if (field->value != NULL)
        tl_paper_text_draw (&field->value_text, cr, x, y);
      else
        tl_paper_draw_line (cr, x, FIELD_HEIGHT - TL_PAPER_QUARTER, field->x + field->width - x, tl_paper_get_rule (),
                            TL_PAPER_HAIR);
    }
}

static void
clear_fields (TlPaperBlock *block)
{
  Fields *self = (Fields *) block;

  for (guint i = 0; i < self->n_fields; i++)
    {
      tl_paper_text_clear (&self->fields[i].label_text);
      tl_paper_text_clear (&self->fields[i].value_text);
      g_clear_pointer (&self->fields[i].label, g_free);
      g_clear_pointer (&self->fields[i].value, g_free);
    }
  g_clear_pointer (&self->fields, g_free);
}

static const TlPaperBlockClass fields_class = { sizeof (Fields), shape_fields, draw_fields, clear_fields };

/**
 * tl_paper_document_add_fields:
 * @self: a document
 * @fields: (array length=n_fields): what is asked, from the left; copied
 * @n_fields: how many there are, at least one
 *
 * Adds a line of a form.
 */
void
tl_paper_document_add_fields (TlPaperDocument    *self,
                              const TlPaperField *fields,
                              guint               n_fields)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (fields != NULL && n_fields > 0);

  Fields *form = tl_paper_document_add_block (self, &fields_class);

  form->fields = g_new0 (Field, n_fields);
  form->n_fields = n_fields;
  for (guint i = 0; i < n_fields; i++)
    form->fields[i] = (Field) {
      .label = tl_paper_clean (fields[i].label),
      .value = fields[i].value != NULL ? tl_paper_clean (fields[i].value) : NULL,
      .share = fields[i].share,
    };
}
