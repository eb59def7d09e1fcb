/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines that are thinner than a pixel: those of a picture seen from further away.
 *
 * They run as they do from near, but are as much fainter as they are thinner, so that nothing changes at once when one
 * steps back.  In a large cascade thousands of long lines run side by side, and all that could be seen of them from
 * far away would be a grey slab; there a line fades away from its ends, where it says what it belongs to, and comes
 * back when one steps nearer, or when its chain stands out.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define FAINTEST   0.4          /* a line is never fainter than this at its ends */

/* The lines of a picture begin to fade above the first number and do so wholly from the second on. */
#define CROWD      400.0
#define LARGE_CROWD 2000.0

/* From the first scale down lines fade, from the second they do so wholly. */
#define SCALE_FADE 0.6
#define SCALE_GONE 0.25

/* How far from its end a line begins to fade and has faded, in pixels, and how much is left of it then. */
#define FADE_FROM  60.0
#define FADE_TO    280.0
#define LEFT       0.05
#define NEAREST_FADING 0.4       /* so much of these from very far away */
#define NOTHING    0.03

/* A curve is halved until a piece is so short, in pixels, or as good as straight and not longer than the fading. */
#define SHORT      6.0
#define STRAIGHT   0.4
#define LONGEST    110.0
#define MOST_HALVINGS 18

#define N_POINTS   64

/* Arrowheads can be seen down to this scale, and are only drawn on wide lines. */
#define SCALE_ARROWS 0.2

/* A line that is being put together. */
typedef struct
{
  const TlPainting *painting;
  TlColour          colour;
  double            strength;
  double            left;          /* of it, far from its ends */
  double            fading;
  const double     *start;
  const double     *end;
  TlThinPoint       points[N_POINTS];
  guint             n_points;
} Thin;

static double
share_between (double value,
               double from,
               double to)
{
  return CLAMP ((value - from) / (to - from), 0.0, 1.0);
}

/* From very far away cards are small, and so may be what leads to them. */
static double
get_fading (const TlPainting *painting)
{
  return NEAREST_FADING + (1.0 - NEAREST_FADING) * share_between (painting->zoom, 0.04, 0.3);
}

/* How much of a crowd the lines of a picture are, 0 to 1: what each of them looks like depends on it. */
double
tl_painter_measure_crowd (TlScene *scene)
{
  return share_between (tl_scene_get_n_edges (scene), CROWD, LARGE_CROWD);
}

static double
get_left (const TlPainting *painting)
{
  double crowd = tl_painter_measure_crowd (painting->scene);
  double away = share_between (painting->zoom, SCALE_FADE, SCALE_GONE);

  return 1.0 - (1.0 - LEFT) * crowd * away;
}

gboolean
tl_painting_is_thin (const TlPainting *painting,
                     const TlEdge     *edge)
{
  double scale = painting->painter->scale;

  return edge->emphasis != TL_EMPHASIS_HIGHLIGHTED && scale < 1.0
         && tl_painting_get_edge_width (painting, edge) * scale < 1.0
         && (edge->kind == TL_EDGE_SHARE || painting->zoom < SCALE_ARROWS);
}

static void
flush (Thin *thin)
{
  if (thin->n_points > 1)
    tl_pen_draw_hairline (thin->painting->pen, thin->points, thin->n_points, &thin->colour);
  thin->n_points = 0;
}

static void
add_point (Thin         *thin,
           const double *point)
{
  double scale = thin->painting->zoom / thin->fading;
  double near_start = MAX (fabs (point[0] - thin->start[0]), fabs (point[1] - thin->start[1]));
  double near_end = MAX (fabs (point[0] - thin->end[0]), fabs (point[1] - thin->end[1]));
  double faded = share_between (MIN (near_start, near_end) * scale, FADE_FROM, FADE_TO);
  const TlThinPoint added = { point[0], point[1], thin->strength * (1.0 - faded * (1.0 - thin->left)) };

  if (thin->n_points == N_POINTS)
    {
      const TlThinPoint last = thin->points[N_POINTS - 1];

      flush (thin);
      thin->points[thin->n_points++] = last;
    }
  thin->points[thin->n_points++] = added;
}

/* How far the inner points are from the middle of the chord; a measure of how far the curve is from straight. */
static double
measure_bend (const double p[8])
{
  double first = MAX (fabs (2.0 * p[2] - p[0] - p[4]), fabs (2.0 * p[3] - p[1] - p[5]));
  double second = MAX (fabs (2.0 * p[4] - p[2] - p[6]), fabs (2.0 * p[5] - p[3] - p[7]));

  return MAX (first, second) / 4.0;
}

static double
measure_to_box (const TlRect *box,
                const double *point)
{
  double dx = MAX (MAX (box->x - point[0], point[0] - box->x - box->width), 0.0);
  double dy = MAX (MAX (box->y - point[1], point[1] - box->y - box->height), 0.0);

  return MAX (dx, dy);
}

/* Whether nothing is left of a line in a box, so far is it from both its ends. */
static gboolean
has_faded (const Thin   *thin,
           const TlRect *box)
{
  double reach = FADE_TO * thin->fading / thin->painting->zoom;

  return thin->strength * thin->left < NOTHING && measure_to_box (box, thin->start) > reach
         && measure_to_box (box, thin->end) > reach;
}

/* What can be seen of a curve, as straight pieces.  How it is cut does not depend on what of it is painted, so that
 * the tiles of a picture fit.
 */
static void
trace_thin (Thin         *thin,
            const double  p[8],
            int           depth)
{
  TlRect box = tl_curve_get_bounds (p);
  double scale = thin->painting->painter->scale;
  double length = MAX (box.width, box.height) * scale;
  double first[8], second[8];

  if (!tl_painting_touches (thin->painting, &box) || has_faded (thin, &box))
    {
      flush (thin);
      return;
    }

  if (depth == MOST_HALVINGS || length < SHORT
      || (measure_bend (p) * scale < STRAIGHT && (length < LONGEST || thin->left == 1.0)))
    {
      if (thin->n_points == 0)
        add_point (thin, p);
      add_point (thin, p + 6);
      return;
    }

  tl_curve_halve (p, first, second);
  trace_thin (thin, first, depth + 1);
  trace_thin (thin, second, depth + 1);
}

static void
paint_thin (const TlPainting *painting,
            const TlEdge     *edge,
            double            left)
{
  TlSceneDirection direction = tl_scene_get_direction (painting->scene);
  Thin thin = {
    .painting = painting,
    .colour = tl_painting_get_edge_colour (painting, edge),
    .strength = MAX (FAINTEST, tl_painting_get_edge_width (painting, edge) * painting->painter->scale),
    .left = left,
    .fading = get_fading (painting),
    .start = edge->points,
    .end = edge->points + 2 * (edge->n_points - 1),
  };

  for (guint i = 0; i < tl_edge_get_n_curves (edge); i++)
    {
      double p[8];

      tl_edge_get_curve (edge, direction, i, p);
      trace_thin (&thin, p, 0);
    }
  flush (&thin);
}

void
tl_painting_paint_thin (const TlPainting *painting,
                        GArray           *edges,
                        TlEmphasis        emphasis)
{
  double left = get_left (painting);

  if (painting->painter->scale >= 1.0)
    return;

  tl_pen_begin_hairlines (painting->pen);
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (painting->scene, g_array_index (edges, guint, i));

      if (edge->emphasis == emphasis && tl_painting_is_thin (painting, edge))
        paint_thin (painting, edge, left);
    }
  tl_pen_end_hairlines (painting->pen);
}
