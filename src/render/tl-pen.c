/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few things that can be drawn, so that one painter serves screen, file and paper.
 *
 * A pen is a table of functions and nothing else: it lives on the stack of whoever paints, because a frame must
 * not allocate, and a GObject interface would be looked up for each of the 100,000 strokes of a large picture.
 * Every operation names its colour; a pen has no state but its path, its groups and its clips.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-pen.h"

/**
 * tl_pen_begin_group:
 * @self: a pen
 * @id: (nullable): what the group is called in a file, unique in the picture
 * @title: (nullable): what it is called for people
 * @description: (nullable): what a person who cannot see it should be told
 *
 * Everything drawn until the matching tl_pen_end_group() belongs together.  Groups nest.
 */
void
tl_pen_begin_group (TlPen      *self,
                    const char *id,
                    const char *title,
                    const char *description)
{
  g_return_if_fail (self != NULL);

  self->klass->begin_group (self, id, title, description);
}

/**
 * tl_pen_end_group:
 * @self: a pen inside a group
 */
void
tl_pen_end_group (TlPen *self)
{
  g_return_if_fail (self != NULL);

  self->klass->end_group (self);
}

/**
 * tl_pen_use_stamps:
 * @self: a pen that does not draw yet
 * @stamps: (nullable): where stamps may be kept as pixels, at least until the pen is told otherwise
 * @palette: the colours they are drawn with
 *
 * A back-end that does not draw pixels, or not many enough of each, pays no heed.
 */
void
tl_pen_use_stamps (TlPen           *self,
                   TlStamps        *stamps,
                   const TlPalette *palette)
{
  g_return_if_fail (self != NULL);

  self->klass->use_stamps (self, stamps, palette);
}

/**
 * tl_pen_snap:
 * @self: a pen
 * @x: (inout): where a stamp is to be
 * @y: (inout): its ordinate
 *
 * Moves a place to where a stamp is in fact put, which may be half a pixel away; what belongs to it has to follow.
 */
void
tl_pen_snap (TlPen  *self,
             double *x,
             double *y)
{
  g_return_if_fail (self != NULL);

  self->klass->snap (self, x, y);
}

/**
 * tl_pen_begin_stamp:
 * @self: a pen
 * @key: a number that names what is drawn, the same for the same drawing
 * @x: where its origin is to be
 * @y: where its origin is to be
 *
 * Draws something that occurs often.  A pen that can repeat what it has drawn does so; else, when %TRUE is
 * returned, it has to be drawn about the origin 0, 0 and ended by tl_pen_end_stamp().  Stamps do not nest.
 *
 * Returns: whether it has to be drawn
 */
gboolean
tl_pen_begin_stamp (TlPen  *self,
                    guint   key,
                    double  x,
                    double  y)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->klass->begin_stamp (self, key, x, y);
}

/**
 * tl_pen_end_stamp:
 * @self: a pen inside a stamp that had to be drawn
 */
void
tl_pen_end_stamp (TlPen *self)
{
  g_return_if_fail (self != NULL);

  self->klass->end_stamp (self);
}

/**
 * tl_pen_begin_scaled:
 * @self: a pen without an open path
 * @x: what becomes the origin
 * @y: its ordinate
 * @factor: how many units of the picture what is then a unit has
 *
 * Until tl_pen_end_scaled() everything is said relative to the place, and is so many times as large.
 */
void
tl_pen_begin_scaled (TlPen  *self,
                     double  x,
                     double  y,
                     double  factor)
{
  g_return_if_fail (self != NULL && factor > 0.0);

  self->klass->begin_scaled (self, x, y, factor);
}

/**
 * tl_pen_end_scaled:
 * @self: a pen that has begun to draw larger or smaller
 */
void
tl_pen_end_scaled (TlPen *self)
{
  g_return_if_fail (self != NULL);

  self->klass->end_scaled (self);
}

/**
 * tl_pen_begin_clip:
 * @self: a pen
 * @rect: what stays visible
 * @radius: of its corners
 *
 * Hides what is drawn outside @rect until the matching tl_pen_end_clip().  Clips nest, also with groups.
 */
void
tl_pen_begin_clip (TlPen        *self,
                   const TlRect *rect,
                   double        radius)
{
  g_return_if_fail (self != NULL && rect != NULL);

  self->klass->begin_clip (self, rect, radius);
}

/**
 * tl_pen_end_clip:
 * @self: a pen inside a clip
 */
void
tl_pen_end_clip (TlPen *self)
{
  g_return_if_fail (self != NULL);

  self->klass->end_clip (self);
}

/**
 * tl_pen_fill_rect:
 * @self: a pen without an open path
 * @rect: a rectangle
 * @radius: of its corners; half its side makes a disc of a square
 * @colour: what to fill it with
 */
void
tl_pen_fill_rect (TlPen          *self,
                  const TlRect   *rect,
                  double          radius,
                  const TlColour *colour)
{
  g_return_if_fail (self != NULL && rect != NULL && colour != NULL);

  self->klass->fill_rect (self, rect, radius, colour);
}

/**
 * tl_pen_stroke_rect:
 * @self: a pen without an open path
 * @rect: a rectangle; the middle of the line runs along it
 * @radius: of its corners
 * @stroke: how to draw its outline
 */
void
tl_pen_stroke_rect (TlPen          *self,
                    const TlRect   *rect,
                    double          radius,
                    const TlStroke *stroke)
{
  g_return_if_fail (self != NULL && rect != NULL && stroke != NULL);

  self->klass->stroke_rect (self, rect, radius, stroke);
}

/**
 * tl_pen_move_to:
 * @self: a pen
 * @x: where to
 * @y: where to
 *
 * Begins a path, or a further part of the open one.
 */
void
tl_pen_move_to (TlPen  *self,
                double  x,
                double  y)
{
  self->klass->move_to (self, x, y);
}

/**
 * tl_pen_line_to:
 * @self: a pen with an open path
 * @x: where to
 * @y: where to
 */
void
tl_pen_line_to (TlPen  *self,
                double  x,
                double  y)
{
  self->klass->line_to (self, x, y);
}

/**
 * tl_pen_curve_to:
 * @self: a pen with an open path
 * @x1: the first control point of a cubic Bézier curve
 * @y1: its ordinate
 * @x2: the second control point
 * @y2: its ordinate
 * @x3: where to
 * @y3: its ordinate
 */
void
tl_pen_curve_to (TlPen  *self,
                 double  x1,
                 double  y1,
                 double  x2,
                 double  y2,
                 double  x3,
                 double  y3)
{
  self->klass->curve_to (self, x1, y1, x2, y2, x3, y3);
}

/**
 * tl_pen_close_path:
 * @self: a pen with an open path
 *
 * A straight line back to where this part of the path began.
 */
void
tl_pen_close_path (TlPen *self)
{
  self->klass->close_path (self);
}

/**
 * tl_pen_fill:
 * @self: a pen with an open path
 * @colour: what to fill it with
 *
 * Fills the path and leaves none open.
 */
void
tl_pen_fill (TlPen          *self,
             const TlColour *colour)
{
  g_return_if_fail (self != NULL && colour != NULL);

  self->klass->fill (self, colour);
}

/**
 * tl_pen_stroke:
 * @self: a pen with an open path
 * @stroke: how to draw it
 *
 * Draws the path and leaves none open.
 */
void
tl_pen_stroke (TlPen          *self,
               const TlStroke *stroke)
{
  g_return_if_fail (self != NULL && stroke != NULL);

  self->klass->stroke (self, stroke);
}

/**
 * tl_pen_begin_hairlines:
 * @self: a pen without an open path
 *
 * From here to tl_pen_end_hairlines() only hairlines may be drawn, and these as quickly as can be.
 */
void
tl_pen_begin_hairlines (TlPen *self)
{
  self->klass->begin_hairlines (self);
}

/**
 * tl_pen_draw_hairline:
 * @self: a pen that draws hairlines
 * @points: (array length=n_points): what it leads through, straight from one to the next
 * @n_points: how many, at least two
 * @colour: its colour where it is strongest
 *
 * Draws a line that is one device pixel wide, whatever the scale.  A back-end that cannot let its strength change on
 * the way gives it the mean.
 */
void
tl_pen_draw_hairline (TlPen             *self,
                      const TlThinPoint *points,
                      guint              n_points,
                      const TlColour    *colour)
{
  self->klass->draw_hairline (self, points, n_points, colour);
}

/**
 * tl_pen_end_hairlines:
 * @self: a pen that draws hairlines
 */
void
tl_pen_end_hairlines (TlPen *self)
{
  self->klass->end_hairlines (self);
}

/* How strong a hairline is all in all. */
double
tl_thin_points_get_mean (const TlThinPoint *points,
                         guint              n_points)
{
  double sum = 0.0;
  double length = 0.0;

  for (guint i = 1; i < n_points; i++)
    {
      double part = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);

      sum += part * (points[i].strength + points[i - 1].strength) / 2.0;
      length += part;
    }

  return length > 0.0 ? sum / length : 0.0;
}

/**
 * tl_pen_draw_text:
 * @self: a pen without an open path
 * @text: a text that has been set
 * @x: the left edge of its box
 * @y: the upper edge of its box
 * @colour: of its letters
 */
void
tl_pen_draw_text (TlPen          *self,
                  TlText         *text,
                  double          x,
                  double          y,
                  const TlColour *colour)
{
  g_return_if_fail (self != NULL && text != NULL && colour != NULL);

  self->klass->draw_text (self, text, x, y, colour);
}
