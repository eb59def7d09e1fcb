/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The curves a line is made of: one definition for whoever draws them and whoever looks for the nearest.
 *
 * Between two points a led line is a cubic curve whose control points lie half-way along the cascade, so that it
 * leaves and arrives along it and never leaves the box of its two ends.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-scene-private.h"

/* How far the control points of a quarter of a circle reach. */
#define ROUND 0.5523

/* The largest radius of a round corner. */
#define CORNER 22.0

guint
tl_edge_get_n_curves (const TlEdge *edge)
{
  switch (edge->curve)
    {
    case TL_CURVE_FREE:
      return 1;

    case TL_CURVE_ROUNDED:
      return 2 * edge->n_points - 3;

    case TL_CURVE_LED:
    case TL_CURVE_RAIL:
    default:
      return edge->n_points - 1;
    }
}

/* From @corner towards its neighbour, as far as the round corner reaches: no further than half-way to it. */
static void
leave_corner (const double *corner,
              const double *neighbour,
              double        radius,
              double        point[2])
{
  double dx = neighbour[0] - corner[0];
  double dy = neighbour[1] - corner[1];
  double length = MAX (hypot (dx, dy), 1e-6);

  point[0] = corner[0] + dx / length * radius;
  point[1] = corner[1] + dy / length * radius;
}

static double
measure_leg (const double *from,
             const double *to)
{
  return hypot (to[0] - from[0], to[1] - from[1]);
}

/* The corner at the @n-th point: where it begins and ends on its two legs. */
static void
get_corner (const TlEdge *edge,
            guint         n,
            double        start[2],
            double        end[2])
{
  const double *corner = edge->points + 2 * n;
  double before = measure_leg (corner, corner - 2);
  double after = measure_leg (corner, corner + 2);
  double radius = MIN (CORNER, MIN (before, after) / 2.0);

  leave_corner (corner, corner - 2, radius, start);
  leave_corner (corner, corner + 2, radius, end);
}

/* Legs and corners by turns. */
static void
get_rounded (const TlEdge *edge,
             guint         curve,
             double        points[8])
{
  guint n = curve / 2;
  double unused[2];

  if (curve % 2 == 1)
    {
      const double *corner = edge->points + 2 * (n + 1);

      get_corner (edge, n + 1, points, points + 6);
      for (int axis = 0; axis < 2; axis++)
        {
          points[2 + axis] = points[axis] + (corner[axis] - points[axis]) * ROUND;
          points[4 + axis] = points[6 + axis] + (corner[axis] - points[6 + axis]) * ROUND;
        }
      return;
    }

  points[0] = edge->points[2 * n];
  points[1] = edge->points[2 * n + 1];
  points[6] = edge->points[2 * n + 2];
  points[7] = edge->points[2 * n + 3];
  if (n > 0)
    get_corner (edge, n, unused, points);
  if (n + 2 < edge->n_points)
    get_corner (edge, n + 1, points + 6, unused);
  for (int axis = 0; axis < 2; axis++)
    {
      points[2 + axis] = points[axis];
      points[4 + axis] = points[6 + axis];
    }
}

/* The four points of the @curve-th cubic curve of @edge. */
void
tl_edge_get_curve (const TlEdge     *edge,
                   TlSceneDirection  direction,
                   guint             curve,
                   double            points[8])
{
  const double *p = edge->points + 2 * curve;

  if (edge->curve == TL_CURVE_FREE)
    {
      for (int i = 0; i < 8; i++)
        points[i] = p[i];
      return;
    }

  if (edge->curve == TL_CURVE_ROUNDED)
    {
      get_rounded (edge, curve, points);
      return;
    }

  gboolean down = direction == TL_SCENE_DOWN;
  double middle_x = (p[0] + p[2]) / 2.0;
  double middle_y = (p[1] + p[3]) / 2.0;

  points[0] = p[0];
  points[1] = p[1];
  points[6] = p[2];
  points[7] = p[3];

  if (edge->curve == TL_CURVE_RAIL && curve == 0)
    {
      points[2] = p[0] + (p[2] - p[0]) * (down ? ROUND : 0.0);
      points[3] = p[1] + (p[3] - p[1]) * (down ? 0.0 : ROUND);
      points[4] = p[2] + (p[0] - p[2]) * (down ? 0.0 : ROUND);
      points[5] = p[3] + (p[1] - p[3]) * (down ? ROUND : 0.0);
      return;
    }

  points[2] = down ? p[0] : middle_x;
  points[3] = down ? middle_y : p[1];
  points[4] = down ? p[2] : middle_x;
  points[5] = down ? middle_y : p[3];
}

/* The box of the four points, which the curve keeps to. */
TlRect
tl_curve_get_bounds (const double p[8])
{
  double left = MIN (MIN (p[0], p[2]), MIN (p[4], p[6]));
  double right = MAX (MAX (p[0], p[2]), MAX (p[4], p[6]));
  double top = MIN (MIN (p[1], p[3]), MIN (p[5], p[7]));
  double bottom = MAX (MAX (p[1], p[3]), MAX (p[5], p[7]));

  return (TlRect) { left, top, right - left, bottom - top };
}

/* De Casteljau, at the middle. */
void
tl_curve_halve (const double p[8],
                double       first[8],
                double       second[8])
{
  for (int axis = 0; axis < 2; axis++)
    {
      double a = (p[axis] + p[2 + axis]) / 2.0;
      double b = (p[2 + axis] + p[4 + axis]) / 2.0;
      double c = (p[4 + axis] + p[6 + axis]) / 2.0;
      double ab = (a + b) / 2.0;
      double bc = (b + c) / 2.0;

      first[axis] = p[axis];
      first[2 + axis] = a;
      first[4 + axis] = ab;
      first[6 + axis] = second[axis] = (ab + bc) / 2.0;
      second[2 + axis] = bc;
      second[4 + axis] = c;
      second[6 + axis] = p[6 + axis];
    }
}
