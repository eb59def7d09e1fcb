/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drawings on paper: a scene, by the painter that draws it on the screen, or whatever a function draws. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter.h"
#include "tl-paper-private.h"
#include "tl-pen-cairo.h"

/* A card of 13 units is set as large as the leads beside it, not larger. */
#define LARGEST_SCALE 1.0

typedef struct
{
  TlPaperBlock     block;
  double           height;
  double           width;
  TlPaperDrawFunc  draw;
  gpointer         data;
  GDestroyNotify   destroy;
  TlScene         *scene;
  double           max_height;
  double           scale;
} Figure;

static void
add_strip (GArray *strips,
           double  height)
{
  const TlPaperStrip strip = { .height = height, .header = TL_PAPER_NO_HEADER };

  g_array_append_val (strips, strip);
}

/*
 * tl_paper_measure_scene:
 * @scene: what to show
 * @frame: (out): what of it is to stand between the margins, in units of the picture
 *
 * Of columns that is what they cover: the lines beside them may hang in the margin, like the mark of a quotation.
 */
void
tl_paper_measure_scene (TlScene *scene,
                        TlRect  *frame)
{
  guint n_columns;
  const TlColumn *columns = tl_scene_get_columns (scene, &n_columns);

  tl_scene_get_bounds (scene, frame);
  if (n_columns == 0)
    return;

  frame->x = columns[0].box.x;
  frame->width = columns[n_columns - 1].box.x + columns[n_columns - 1].box.width - frame->x;
}

static void
shape_figure (TlPaperBlock *block,
              PangoContext *context,
              double        width,
              GArray       *strips)
{
  Figure *self = (Figure *) block;
  TlRect bounds;

  self->width = width;
  if (self->scene != NULL)
    {
      tl_paper_measure_scene (self->scene, &bounds);
      self->scale = MIN (LARGEST_SCALE, MIN (width / MAX (bounds.width, 1.0),
                                             self->max_height / MAX (bounds.height, 1.0)));
      self->height = bounds.height * self->scale;
    }
  add_strip (strips, self->height);
}

static void
draw_scene (Figure  *self,
            cairo_t *cr)
{
  g_auto (TlPenCairo) cairo_pen = { 0 };
  TlPalette palette = *tl_palette_get (FALSE, FALSE);
  const TlPainter painter = {
    .palette = &palette,
    /* All of it can be made out on paper, however small it is printed. */
    .scale = 1.0,
    .layers = TL_LAYERS_FILE & ~TL_LAYER_BACKGROUND,
  };
  TlPen *pen = tl_pen_cairo_init (&cairo_pen, cr);
  TlRect bounds;

  /* What is cleared for a label is cleared to the paper. */
  palette.background = tl_colour_from_rgb (0xffffff);
  tl_paper_measure_scene (self->scene, &bounds);
  cairo_translate (cr, (self->width - bounds.width * self->scale) / 2.0, 0.0);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  tl_painter_paint (&painter, self->scene, pen, NULL);
}

static void
draw_figure (TlPaperBlock *block,
             cairo_t      *cr,
             guint         strip)
{
  Figure *self = (Figure *) block;

  cairo_save (cr);
  if (self->scene != NULL)
    draw_scene (self, cr);
  else
    self->draw (cr, self->width, self->height, self->data);
  cairo_restore (cr);
}

static void
clear_figure (TlPaperBlock *block)
{
  Figure *self = (Figure *) block;

  if (self->destroy != NULL)
    self->destroy (self->data);
  g_clear_object (&self->scene);
}

static const TlPaperBlockClass figure_class = { sizeof (Figure), shape_figure, draw_figure, clear_figure };

static Figure *
add_figure (TlPaperDocument *self)
{
  Figure *figure = tl_paper_document_add_block (self, &figure_class);

  figure->block.before = MAX (figure->block.before, TL_PAPER_LINE + TL_PAPER_QUARTER);
  figure->block.after = TL_PAPER_LINE;

  return figure;
}

/**
 * tl_paper_document_add_figure:
 * @self: a document
 * @scene: what to show
 * @max_height: how high it may be, in points; 0 for a whole page
 *
 * Adds a drawing as wide as the lines, unless that would make it too high or its letters larger than those around it.
 */
void
tl_paper_document_add_figure (TlPaperDocument *self,
                              TlScene         *scene,
                              double           max_height)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self) && TL_IS_SCENE (scene));

  const TlPageSetup *setup = tl_paper_document_get_setup (self);
  double page = setup->height - setup->margin_top - setup->margin_bottom;
  Figure *figure = add_figure (self);

  figure->scene = g_object_ref (scene);
  figure->max_height = max_height > 0.0 ? MIN (max_height, page) : page;
}

/**
 * tl_paper_document_add_drawing:
 * @self: a document
 * @height: how high it is, in points
 * @draw: draws it; the state of the context is kept around it
 * @data: for @draw
 * @destroy: (nullable): gives @data back
 *
 * Adds a drawing as wide as the lines.
 */
void
tl_paper_document_add_drawing (TlPaperDocument *self,
                               double           height,
                               TlPaperDrawFunc  draw,
                               gpointer         data,
                               GDestroyNotify   destroy)
{
  g_return_if_fail (TL_IS_PAPER_DOCUMENT (self));
  g_return_if_fail (height > 0.0 && draw != NULL);

  Figure *figure = add_figure (self);

  figure->block.before = 0.0;
  figure->block.after = 0.0;
  figure->height = height;
  figure->draw = draw;
  figure->data = data;
  figure->destroy = destroy;
}
