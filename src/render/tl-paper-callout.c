/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must not be overlooked: a band in a breath of the accent, with a bar at its left that is there in grey too. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-paper-private.h"

#define PADDING_X 12.0
#define PADDING_Y 7.0
#define BAR       2.5
#define GAP       10.5

typedef struct
{
  TlPaperBlock  block;
  char         *label;
  char         *value;
  TlPaperText   label_text;
  TlPaperText   value_text;
  double        width;
  double        height;
} Callout;

static void
shape_callout (TlPaperBlock *block,
               PangoContext *context,
               double        width,
               GArray       *strips)
{
  static const TlPaperSpan everything = { 0, G_MAXUINT / 2 };
  Callout *self = (Callout *) block;
  double room = MAX (width - 2.0 * PADDING_X, 1.0);

  tl_paper_text_set (&self->label_text, context, TL_PAPER_STYLE_BODY, self->label, room);
  tl_paper_text_mark (&self->label_text, &everything, 1);

  double taken = tl_paper_text_get_width (&self->label_text) + GAP;

  if (*self->value != '\0')
    tl_paper_text_set (&self->value_text, context, TL_PAPER_STYLE_BODY, self->value, MAX (room - taken, room / 4.0));

  self->width = width;
  self->height = 2.0 * PADDING_Y + MAX (tl_paper_text_get_height (&self->label_text),
                                        tl_paper_text_get_height (&self->value_text));

  const TlPaperStrip strip = { .height = self->height, .header = TL_PAPER_NO_HEADER };

  g_array_append_val (strips, strip);
}

static void
fill_rect (cairo_t        *cr,
           double          width,
           double          height,
           const TlColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_fill (cr);
}

static void
draw_callout (TlPaperBlock *block,
              cairo_t      *cr,
              guint         strip)
{
  Callout *self = (Callout *) block;
  double x = PADDING_X + tl_paper_text_get_width (&self->label_text) + GAP;

  fill_rect (cr, self->width, self->height, tl_paper_get_wash ());
  fill_rect (cr, BAR, self->height, tl_paper_get_accent ());
  tl_paper_text_draw (&self->label_text, cr, PADDING_X, PADDING_Y);
  if (*self->value != '\0')
    tl_paper_text_draw (&self->value_text, cr, x, PADDING_Y);
  else if (x < self->width - PADDING_X)
    tl_paper_draw_line (cr, x, PADDING_Y + TL_PAPER_LINE, self->width - PADDING_X - x, tl_paper_get_rule (),
                        TL_PAPER_FINE);
}

static void
clear_callout (TlPaperBlock *block)
{
  Callout *self = (Callout *) block;

  tl_paper_text_clear (&self->label_text);
  tl_paper_text_clear (&self->value_text);
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->value, g_free);
}

static const TlPaperBlockClass callout_class = { sizeof (Callout), shape_callout, draw_callout, clear_callout };

/**
 * tl_paper_document_add_callout:
 * @self: a document
 * @label: what it is about, set in bold
 * @value: (nullable): what is said about it; %NULL for a line to write it on
 */
void
tl_paper_document_add_callout (TlPaperDocument *self,
                               const char      *label,
                               const char      *value)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self) && label != NULL);

  Callout *callout = tl_paper_document_add_block (self, &callout_class);

  callout->label = tl_paper_clean (label);
  callout->value = tl_paper_clean (value);
  callout->block.before = TL_PAPER_LINE;
  callout->block.after = TL_PAPER_LINE;
}
