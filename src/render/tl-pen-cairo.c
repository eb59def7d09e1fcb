/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pen for the screen, for PNG, PDF and paper: cairo. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-drawn-text.h"
#include "tl-pen-cairo-private.h"

static cairo_t *
get_cr (TlPen *pen)
{
  return ((TlPenCairo *) pen)->cr;
}

static void
set_colour (cairo_t        *cr,
            const TlColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
add_rect (cairo_t      *cr,
          const TlRect *rect,
          double        radius)
{
  double r = MIN (radius, MIN (rect->width, rect->height) / 2.0);

  if (r <= 0.0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, rect->x + rect->width - r, rect->y + rect->height - r, r, 0.0, G_PI_2);
  cairo_arc (cr, rect->x + r, rect->y + rect->height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
stroke_scaled (cairo_t        *cr,
               const TlStroke *stroke,
               double          scale)
{
  const double dashes[2] = { stroke->dash * scale, stroke->space * scale };

  set_colour (cr, &stroke->colour);
  cairo_set_line_width (cr, stroke->width * scale);
  cairo_set_line_cap (cr, stroke->round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dashes, stroke->dash > 0.0 ? 2 : 0, 0.0);
  cairo_stroke (cr);
}

/* In a file a line that is stroked at a scale stands in a state of its own with a matrix, even one that changes nothing;
 * it does not when the width is scaled instead, which gives the same line.
 */
static void
stroke_path (TlPenCairo     *self,
             const TlStroke *stroke)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (self->cr, &matrix);
  if (self->stamps == NULL || matrix.xx != matrix.yy || matrix.xy != 0.0 || matrix.yx != 0.0)
    {
      stroke_scaled (self->cr, stroke, 1.0);
      return;
    }

  cairo_identity_matrix (self->cr);
  stroke_scaled (self->cr, stroke, matrix.xx);
  cairo_set_matrix (self->cr, &matrix);
}

static void
pen_begin_group (TlPen      *pen,
                 const char *id,
                 const char *title,
                 const char *description)
{
}

static void
pen_end_group (TlPen *pen)
{
}

static void
pen_begin_scaled (TlPen  *pen,
                  double  x,
                  double  y,
                  double  factor)
{
  cairo_t *cr = get_cr (pen);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, factor, factor);
}

static void
pen_end_scaled (TlPen *pen)
{
  cairo_restore (get_cr (pen));
}

static void
pen_begin_clip (TlPen        *pen,
                const TlRect *rect,
                double        radius)
{
  cairo_t *cr = get_cr (pen);

  cairo_save (cr);
  add_rect (cr, rect, radius);
  cairo_clip (cr);
}

static void
pen_end_clip (TlPen *pen)
{
  cairo_restore (get_cr (pen));
}

/* A bar with round ends is a line with round ends: in a PDF a tenth of what its four arcs would take. */
static void
draw_pill (TlPenCairo     *self,
           const TlRect   *rect,
           const TlColour *colour)
{
  double radius = MIN (rect->width, rect->height) / 2.0;
  const TlStroke stroke = { .colour = *colour, .width = 2.0 * radius, .round = TRUE };

  cairo_move_to (self->cr, rect->x + radius, rect->y + radius);
  cairo_line_to (self->cr, rect->x + rect->width - radius, rect->y + rect->height - radius);
  stroke_path (self, &stroke);
}

static void
pen_fill_rect (TlPen          *pen,
               const TlRect   *rect,
               double          radius,
               const TlColour *colour)
{
  cairo_t *cr = get_cr (pen);

  if (radius > 0.0 && 2.0 * radius >= MIN (rect->width, rect->height))
    {
      draw_pill ((TlPenCairo *) pen, rect, colour);
      return;
    }

  set_colour (cr, colour);
  add_rect (cr, rect, radius);
  cairo_fill (cr);
}

static void
pen_stroke_rect (TlPen          *pen,
                 const TlRect   *rect,
                 double          radius,
                 const TlStroke *stroke)
{
  add_rect (get_cr (pen), rect, radius);
  stroke_path ((TlPenCairo *) pen, stroke);
}

static void
pen_move_to (TlPen  *pen,
             double  x,
             double  y)
{
  cairo_move_to (get_cr (pen), x, y);
}

static void
pen_line_to (TlPen  *pen,
             double  x,
             double  y)
{
  cairo_line_to (get_cr (pen), x, y);
}

static void
pen_curve_to (TlPen  *pen,
              double  x1,
              double  y1,
              double  x2,
              double  y2,
              double  x3,
              double  y3)
{
  cairo_curve_to (get_cr (pen), x1, y1, x2, y2, x3, y3);
}

static void
pen_close_path (TlPen *pen)
{
  cairo_close_path (get_cr (pen));
}

static void
pen_fill (TlPen          *pen,
          const TlColour *colour)
{
  set_colour (get_cr (pen), colour);
  cairo_fill (get_cr (pen));
}

static void
pen_stroke (TlPen          *pen,
            const TlStroke *stroke)
{
  stroke_path ((TlPenCairo *) pen, stroke);
}

static void
pen_begin_hairlines (TlPen *pen)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  self->has_pixels = tl_hairlines_begin (&self->hairlines, self->cr);
}

static void
pen_draw_hairline (TlPen             *pen,
                   const TlThinPoint *points,
                   guint              n_points,
                   const TlColour    *colour)
{
  TlPenCairo *self = (TlPenCairo *) pen;
  double unit_x = 1.0;
  double unit_y = 0.0;

  if (self->has_pixels)
    {
      tl_hairlines_draw (&self->hairlines, points, n_points, colour);
      return;
    }

  cairo_device_to_user_distance (self->cr, &unit_x, &unit_y);
  cairo_move_to (self->cr, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (self->cr, points[i].x, points[i].y);
  stroke_path (self, &(TlStroke) {
    .colour = tl_colour_with_alpha (*colour, tl_thin_points_get_mean (points, n_points)),
    .width = hypot (unit_x, unit_y),
  });
}

static void
pen_end_hairlines (TlPen *pen)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->has_pixels)
    tl_hairlines_end (&self->hairlines);
}

static void
pen_draw_text (TlPen          *pen,
               TlText         *text,
               double          x,
               double          y,
               const TlColour *colour)
{
  cairo_t *cr = get_cr (pen);

  set_colour (cr, colour);
  for (guint i = 0; i < tl_text_get_n_lines (text); i++)
    {
      double line_x, baseline;

      tl_text_get_line_origin (text, i, &line_x, &baseline);
      cairo_move_to (cr, x + line_x, y + baseline);
      pango_cairo_show_layout_line (cr, tl_text_get_pango_line (text, i));
      tl_drawn_text_add (cr, tl_text_get_pango_line (text, i));
    }
  cairo_new_path (cr);
}

static const TlPenClass cairo_pen_class = {
  .begin_group = pen_begin_group,
  .end_group = pen_end_group,
  .use_stamps = tl_pen_cairo_use_stamps,
  .snap = tl_pen_cairo_snap,
  .begin_stamp = tl_pen_cairo_begin_stamp,
  .end_stamp = tl_pen_cairo_end_stamp,
  .begin_scaled = pen_begin_scaled,
  .end_scaled = pen_end_scaled,
  .begin_clip = pen_begin_clip,
  .end_clip = pen_end_clip,
  .fill_rect = pen_fill_rect,
  .stroke_rect = pen_stroke_rect,
  .move_to = pen_move_to,
  .line_to = pen_line_to,
  .curve_to = pen_curve_to,
  .close_path = pen_close_path,
  .fill = pen_fill,
  .stroke = pen_stroke,
  .begin_hairlines = pen_begin_hairlines,
  .draw_hairline = pen_draw_hairline,
  .end_hairlines = pen_end_hairlines,
  .draw_text = pen_draw_text,
};

/**
 * tl_pen_cairo_init:
 * @self: (out caller-allocates): a pen, usually on the stack; it needs no clean-up
 * @cr: (transfer none): the context to draw on, which has to outlive the pen and to be used by nobody else
 *   between two calls that belong to one path
 *
 * Returns: (transfer none): @self as a pen
 */
TlPen *
tl_pen_cairo_init (TlPenCairo *self,
                   cairo_t    *cr)
{
  g_return_val_if_fail (self != NULL && cr != NULL, NULL);

  *self = (TlPenCairo) { .pen.klass = &cairo_pen_class, .cr = cr };
  cairo_new_path (cr);

  return &self->pen;
}
