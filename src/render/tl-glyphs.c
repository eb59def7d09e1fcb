/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small signs that say in shape what the colours say: whoever sees no colours reads these.
 *
 * Work is a briefcase, Impact something that spreads from a point, Result a rising row of bars.  On track is a
 * disc, at risk a triangle, off track a diamond, no data an empty ring: four outlines that stay apart at 8 pixels.
 * They are drawn, not taken from a font, so that they are the same in every file; the window's symbolic icons of the
 * facets (icons/symbolic) are the same shapes.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-glyphs.h"

/* All shapes are drawn in a square of 12 units. */
#define UNITS 12.0

static const double triangle[] = { 6.0, 1.7, 11.0, 10.3, 1.0, 10.3 };
static const double diamond[] = { 6.0, 0.9, 11.1, 6.0, 6.0, 11.1, 0.9, 6.0 };

typedef struct
{
  TlPen          *pen;
  double          x;
  double          y;
  double          unit;
  const TlColour *colour;
} Sign;

static void
fill_box (const Sign *sign,
          double      x,
          double      y,
          double      width,
          double      height,
          double      radius)
{
  const TlRect box = {
    sign->x + x * sign->unit, sign->y + y * sign->unit, width * sign->unit, height * sign->unit,
  };

  tl_pen_fill_rect (sign->pen, &box, radius * sign->unit, sign->colour);
}

static void
move_to (const Sign *sign,
         double      x,
         double      y)
{
  tl_pen_move_to (sign->pen, sign->x + x * sign->unit, sign->y + y * sign->unit);
}

static void
line_to (const Sign *sign,
         double      x,
         double      y)
{
  tl_pen_line_to (sign->pen, sign->x + x * sign->unit, sign->y + y * sign->unit);
}

static void
stroke_open (const Sign *sign,
             double      width)
{
  const TlStroke stroke = { .colour = *sign->colour, .width = width * sign->unit, .round = TRUE };

  tl_pen_stroke (sign->pen, &stroke);
}

/* A quarter of a circle around the lower left, from straight above to straight right. */
static void
draw_wave (const Sign *sign,
           double      radius)
{
  const double centre_x = 2.4, centre_y = 9.6, k = 0.5523 * radius;

  move_to (sign, centre_x, centre_y - radius);
  tl_pen_curve_to (sign->pen,
                   sign->x + (centre_x + k) * sign->unit, sign->y + (centre_y - radius) * sign->unit,
                   sign->x + (centre_x + radius) * sign->unit, sign->y + (centre_y - k) * sign->unit,
                   sign->x + (centre_x + radius) * sign->unit, sign->y + centre_y * sign->unit);
  stroke_open (sign, 1.7);
}

static void
draw_briefcase (const Sign *sign)
{
  move_to (sign, 4.0, 3.6);
  line_to (sign, 4.0, 1.7);
  line_to (sign, 8.0, 1.7);
  line_to (sign, 8.0, 3.6);
  stroke_open (sign, 1.4);
  fill_box (sign, 0.6, 3.4, 10.8, 3.5, 1.2);
  fill_box (sign, 0.6, 7.7, 10.8, 3.5, 1.2);
}

static void
draw_spread (const Sign *sign)
{
  fill_box (sign, 0.9, 7.9, 3.2, 3.2, 1.6);
  draw_wave (sign, 4.4);
  draw_wave (sign, 7.6);
}

static void
draw_bars (const Sign *sign)
{
  fill_box (sign, 0.8, 7.2, 2.8, 4.0, 0.8);
  fill_box (sign, 4.6, 4.4, 2.8, 6.8, 0.8);
  fill_box (sign, 8.4, 0.8, 2.8, 10.4, 0.8);
}

static void
draw_outline (const Sign *sign)
{
  const TlRect box = {
    sign->x + 1.4 * sign->unit, sign->y + 1.4 * sign->unit, 9.2 * sign->unit, 9.2 * sign->unit,
  };
  const TlStroke stroke = {
    .colour = *sign->colour, .width = 1.3 * sign->unit, .dash = 2.2 * sign->unit, .space = 1.6 * sign->unit,
  };

  tl_pen_stroke_rect (sign->pen, &box, 2.0 * sign->unit, &stroke);
}

/**
 * tl_glyph_draw_facet:
 * @pen: a pen
 * @facet: Work, Impact, Result, or not said yet
 * @x: the left edge
 * @y: the upper edge
 * @size: of the square
 * @colour: of the sign
 */
void
tl_glyph_draw_facet (TlPen          *pen,
                     TlFacet         facet,
                     double          x,
                     double          y,
                     double          size,
                     const TlColour *colour)
{
  g_return_if_fail (pen != NULL && colour != NULL);

  const Sign sign = { pen, x, y, size / UNITS, colour };

  switch (facet)
    {
    case TL_FACET_WORK:
      draw_briefcase (&sign);
      break;
    case TL_FACET_IMPACT:
      draw_spread (&sign);
      break;
    case TL_FACET_RESULT:
      draw_bars (&sign);
      break;
    case TL_FACET_UNSET:
    default:
      draw_outline (&sign);
      break;
    }
}

/* A polygon whose corners are rounded by the stroke around it. */
static void
add_polygon (const Sign   *sign,
             const double *corners,
             guint         n_corners)
{
  move_to (sign, corners[0], corners[1]);
  for (guint i = 1; i < n_corners; i++)
    line_to (sign, corners[2 * i], corners[2 * i + 1]);
  tl_pen_close_path (sign->pen);
}

static void
draw_polygon (const Sign   *sign,
              const double *corners,
              guint         n_corners)
{
  for (int pass = 0; pass < 2; pass++)
    {
      add_polygon (sign, corners, n_corners);
      if (pass == 0)
        tl_pen_fill (sign->pen, sign->colour);
      else
        stroke_open (sign, 1.4);
    }
}

static void
draw_ring (const Sign *sign)
{
  const TlRect box = {
    sign->x + 1.6 * sign->unit, sign->y + 1.6 * sign->unit, 8.8 * sign->unit, 8.8 * sign->unit,
  };
  const TlStroke stroke = { .colour = *sign->colour, .width = 1.8 * sign->unit };

  tl_pen_stroke_rect (sign->pen, &box, 4.4 * sign->unit, &stroke);
}

/**
 * tl_glyph_draw_health:
 * @pen: a pen
 * @health: how a goal stands
 * @x: the left edge
 * @y: the upper edge
 * @size: of the square
 * @colour: of the sign
 */
void
tl_glyph_draw_health (TlPen          *pen,
                      TlHealth        health,
                      double          x,
                      double          y,
                      double          size,
                      const TlColour *colour)
{
  g_return_if_fail (pen != NULL && colour != NULL);

  const Sign sign = { pen, x, y, size / UNITS, colour };

  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      fill_box (&sign, 0.8, 0.8, 10.4, 10.4, 5.2);
      break;
    case TL_HEALTH_AT_RISK:
      draw_polygon (&sign, triangle, 3);
      break;
    case TL_HEALTH_OFF_TRACK:
      draw_polygon (&sign, diamond, 4);
      break;
    case TL_HEALTH_NO_DATA:
    default:
      draw_ring (&sign);
      break;
    }
}

/* A circle with so many corners that nobody sees them at the size of a sign from afar; inwards it makes a hole. */
static void
add_circle (const Sign *sign,
            double      radius,
            gboolean    inwards)
{
  const guint n_corners = 12;

  for (guint i = 0; i < n_corners; i++)
    {
      double angle = 2.0 * G_PI * (inwards ? n_corners - i : i) / n_corners;
      double x = 6.0 + radius * cos (angle);
      double y = 6.0 + radius * sin (angle);

      if (i == 0)
        move_to (sign, x, y);
      else
        line_to (sign, x, y);
    }
  tl_pen_close_path (sign->pen);
}

/**
 * tl_glyph_add_health:
 * @pen: a pen
 * @health: how a goal stands
 * @x: the left edge
 * @y: the upper edge
 * @size: of the square
 *
 * Adds the sign to the open path, for whoever draws a great many of one colour.
 */
void
tl_glyph_add_health (TlPen    *pen,
                     TlHealth  health,
                     double    x,
                     double    y,
                     double    size)
{
  g_return_if_fail (pen != NULL);

  const Sign sign = { pen, x, y, size / UNITS, NULL };

  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      add_circle (&sign, 5.2, FALSE);
      break;
    case TL_HEALTH_AT_RISK:
      add_polygon (&sign, triangle, G_N_ELEMENTS (triangle) / 2);
      break;
    case TL_HEALTH_OFF_TRACK:
      add_polygon (&sign, diamond, G_N_ELEMENTS (diamond) / 2);
      break;
    case TL_HEALTH_NO_DATA:
    default:
      add_circle (&sign, 5.2, FALSE);
      add_circle (&sign, 3.4, TRUE);
      break;
    }
}

/**
 * tl_glyph_draw_seen:
 * @pen: a pen
 * @x: the left edge
 * @y: the upper edge
 * @size: of the square
 * @colour: of the sign
 *
 * An eye: how somebody is seen.
 */
void
tl_glyph_draw_seen (TlPen          *pen,
                    double          x,
                    double          y,
                    double          size,
                    const TlColour *colour)
{
  g_return_if_fail (pen != NULL && colour != NULL);

  const Sign sign = { pen, x, y, size / UNITS, colour };

  for (int lid = -1; lid <= 1; lid += 2)
    {
      move_to (&sign, 0.6, 6.0);
      tl_pen_curve_to (pen, x + 3.2 * sign.unit, y + (6.0 + lid * 5.0) * sign.unit,
                       x + 8.8 * sign.unit, y + (6.0 + lid * 5.0) * sign.unit, x + 11.4 * sign.unit, y + 6.0 * sign.unit);
      stroke_open (&sign, 1.3);
    }
  fill_box (&sign, 4.2, 4.2, 3.6, 3.6, 1.8);
}

/**
 * tl_glyph_draw_check:
 * @pen: a pen
 * @x: the left edge
 * @y: the upper edge
 * @size: of the square
 * @colour: of the sign
 *
 * A tick: what has been agreed.
 */
void
tl_glyph_draw_check (TlPen          *pen,
                     double          x,
                     double          y,
                     double          size,
                     const TlColour *colour)
{
  g_return_if_fail (pen != NULL && colour != NULL);

  const Sign sign = { pen, x, y, size / UNITS, colour };

  move_to (&sign, 1.6, 6.6);
  line_to (&sign, 4.6, 9.6);
  line_to (&sign, 10.4, 2.8);
  stroke_open (&sign, 1.7);
}
