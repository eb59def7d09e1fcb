/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pen for the screen, for PNG, PDF and paper: cairo. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-drawn-text.h"
#include "tl-pen-cairo.h"

/* The room a stamp has around its origin, in units of the picture, with plenty to spare.  Without bounds cairo 1.16 would
 * measure every stamp when it comes into a PDF, and never free what it measured with.
 */
static const cairo_rectangle_t stamp_room = { -100.0, -100.0, 1000.0, 600.0 };

/* A kept stamp is so many times as large as it is put on the page.  When cairo 1.16 looks through a page it takes parts of
 * a stamp for standing beside their place, by that place times the scale: far enough from it to be beyond the page, which
 * it then counts in thousands of rectangles.
 */
#define STAMP_UNITS 50.0

/* Cairo measures each line before it writes it into a file, which takes longer than writing it unless roughly is enough.
 * The file is the same: how fine curves become is up to who shows it.
 */
#define ROUGH_TOLERANCE 1.0

/* The same for stamps as pixels, which are the blanks of cards: these with their shadows and what is folded beneath.  At
 * a larger scale so few cards are in view that their pixels would only take room.
 */
static const cairo_rectangle_t stamp_pixels = { -8.0, -8.0, 244.0, 116.0 };

#define LARGEST_STAMP 1.6

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

/* Whether pixels of the target are those of the picture, only larger or smaller. */
static gboolean
find_scale (cairo_t *cr,
            double  *scale)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double scale_x, scale_y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &scale_x, &scale_y);
  *scale = matrix.xx;

  return cairo_surface_get_type (target) == CAIRO_SURFACE_TYPE_IMAGE && scale_x == 1.0 && scale_y == 1.0
         && matrix.xx == matrix.yy && matrix.xy == 0.0 && matrix.yx == 0.0 && matrix.xx > 0.0;
}

static void
pen_use_stamps (TlPen           *pen,
                TlStamps        *stamps,
                const TlPalette *palette)
{
  TlPenCairo *self = (TlPenCairo *) pen;
  double scale = 0.0;

  self->pixels = NULL;
  if (stamps == NULL || self->stamps != NULL || !find_scale (self->cr, &scale) || scale > LARGEST_STAMP)
    return;

  tl_stamps_fit (stamps, palette, scale);
  self->pixels = stamps;
  self->scale = scale;
}

/* Onto whole pixels; a little more than half a pixel up, so that no rounding error decides between two tiles. */
static void
pen_snap (TlPen  *pen,
          double *x,
          double *y)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->pixels == NULL)
    return;

  cairo_user_to_device (self->cr, x, y);
  *x = floor (*x + 0.501);
  *y = floor (*y + 0.501);
  cairo_device_to_user (self->cr, x, y);
}

static void
put_pixels (TlPenCairo      *self,
            cairo_surface_t *stamp)
{
  double x = self->stamp_x;
  double y = self->stamp_y;
  double margin = ceil (-stamp_pixels.x * self->scale);

  cairo_user_to_device (self->cr, &x, &y);
  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  cairo_translate (self->cr, round (x) - margin, round (y) - margin);
  cairo_set_source_surface (self->cr, stamp, 0.0, 0.0);
  cairo_rectangle (self->cr, 0.0, 0.0, cairo_image_surface_get_width (stamp), cairo_image_surface_get_height (stamp));
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

static void
put_stamp (TlPenCairo *self)
{
  cairo_surface_t *stamp;

  if (self->pixels != NULL)
    {
      put_pixels (self, tl_stamps_find (self->pixels, self->stamp));
      return;
    }

  stamp = g_hash_table_lookup (self->stamps, GUINT_TO_POINTER (self->stamp));
  cairo_save (self->cr);
  cairo_translate (self->cr, self->stamp_x, self->stamp_y);
  cairo_scale (self->cr, 1.0 / STAMP_UNITS, 1.0 / STAMP_UNITS);
  cairo_set_source_surface (self->cr, stamp, 0.0, 0.0);
  cairo_paint (self->cr);
  cairo_restore (self->cr);
}

static gboolean
has_stamp (TlPenCairo *self,
           guint       key)
{
  if (self->pixels != NULL)
    return tl_stamps_find (self->pixels, key) != NULL;

  return g_hash_table_contains (self->stamps, GUINT_TO_POINTER (key));
}

static cairo_t *
begin_pixels (TlPenCairo *self,
              guint       key)
{
  double margin = ceil (-stamp_pixels.x * self->scale);
  cairo_surface_t *stamp = tl_stamps_add (self->pixels, key, (int) ceil (stamp_pixels.width * self->scale),
                                          (int) ceil (stamp_pixels.height * self->scale));
  cairo_t *cr = cairo_create (stamp);

  cairo_translate (cr, margin, margin);
  cairo_scale (cr, self->scale, self->scale);

  return cr;
}

static cairo_t *
begin_recording (TlPenCairo *self,
                 guint       key)
{
  const cairo_rectangle_t room = {
    stamp_room.x * STAMP_UNITS, stamp_room.y * STAMP_UNITS, stamp_room.width * STAMP_UNITS, stamp_room.height * STAMP_UNITS,
  };
  cairo_surface_t *stamp = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &room);
  cairo_t *cr = cairo_create (stamp);

  g_hash_table_insert (self->stamps, GUINT_TO_POINTER (key), stamp);
  cairo_set_tolerance (cr, ROUGH_TOLERANCE * STAMP_UNITS);
  cairo_scale (cr, STAMP_UNITS, STAMP_UNITS);

  return cr;
}

static gboolean
pen_begin_stamp (TlPen  *pen,
                 guint   key,
                 double  x,
                 double  y)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->stamps == NULL && self->pixels == NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, x, y);
      return TRUE;
    }

  self->stamp = key;
  self->stamp_x = x;
  self->stamp_y = y;
  if (has_stamp (self, key))
    {
      put_stamp (self);
      return FALSE;
    }

  self->page = self->cr;
  self->cr = self->pixels != NULL ? begin_pixels (self, key) : begin_recording (self, key);

  return TRUE;
}

static void
pen_end_stamp (TlPen *pen)
{
  TlPenCairo *self = (TlPenCairo *) pen;

  if (self->stamps == NULL && self->pixels == NULL)
    {
      cairo_restore (self->cr);
      return;
    }

  cairo_destroy (self->cr);
  self->cr = g_steal_pointer (&self->page);
  put_stamp (self);
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
  .use_stamps = pen_use_stamps,
  .snap = pen_snap,
  .begin_stamp = pen_begin_stamp,
  .end_stamp = pen_end_stamp,
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

/**
 * tl_pen_cairo_keep_stamps:
 * @self: a pen that has not drawn yet
 *
 * Lets the pen draw every stamp once and put it wherever it comes again: a PDF of ten thousand goals takes half the
 * time and a sixth of the room.  On a screen it would only cost.  tl_pen_cairo_clear() has to be called then, and the
 * tolerance of the context is another until it is restored.
 */
void
tl_pen_cairo_keep_stamps (TlPenCairo *self)
{
  g_return_if_fail (self != NULL && self->stamps == NULL);

  self->stamps = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);
  cairo_set_tolerance (self->cr, ROUGH_TOLERANCE);
}

/**
 * tl_pen_cairo_clear:
 * @self: a pen that keeps stamps, or not
 */
void
tl_pen_cairo_clear (TlPenCairo *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->stamps, g_hash_table_unref);
}
