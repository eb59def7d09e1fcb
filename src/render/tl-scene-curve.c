/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The curves a line is made of: one definition for whoever draws them and whoever looks for the nearest.
 *
 * Between two points a led line is a cubic curve whose control points lie half-way along the cascade, so that it
 * leaves and arrives along it and never leaves the box of its two ends.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-private.h"

/* How far the control points of a quarter of a circle reach. */
#define ROUND 0.5523

guint
tl_edge_get_n_curves (const TlEdge *edge)
{
  return edge->curve == TL_CURVE_FREE ? 1 : edge->n_points - 1;
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
