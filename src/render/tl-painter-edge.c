/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines: what helps what, and what pulls against what.
 *
 * A contribution is a chain of cubic curves that leave and reach every point along the direction of the cascade,
 * so that it runs calmly and passes between the cards it was led around.  Each is stroked by itself: one path with
 * hundreds of crossing curves takes cairo a hundred times as long.  Far away they are straight hairlines.
 *
 * What recedes is drawn first and what stands out last.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define HIGHLIGHT_WIDTH 3.0
#define DOT_RADIUS      4.0
#define ARROW_LENGTH    9.0
#define ARROW_HALF      4.5
#define LINE_REACH      8.0          /* half the widest line, its dot included */

/* Below this scale curves cannot be told from chords; above this many lines they take longer than a frame. */
#define SCALE_CURVES    0.2
#define SCALE_CROWD     0.45
#define CROWD           1500

static gboolean
touches (const TlRect *box,
         const TlRect *area)
{
  return box->x - LINE_REACH <= area->x + area->width && box->x + box->width + LINE_REACH >= area->x
         && box->y - LINE_REACH <= area->y + area->height && box->y + box->height + LINE_REACH >= area->y;
}

static gboolean
uses_hairlines (const TlPainting *painting)
{
  double least = tl_scene_get_n_edges (painting->scene) > CROWD ? SCALE_CROWD : SCALE_CURVES;

  return painting->painter->scale < least;
}

static void
trace_curve (const TlPainting *painting,
             const TlEdge     *edge)
{
  TlSceneDirection direction = tl_scene_get_direction (painting->scene);

  tl_pen_move_to (painting->pen, edge->points[0], edge->points[1]);
  for (guint i = 0; i < tl_edge_get_n_curves (edge); i++)
    {
      double p[8];

      tl_edge_get_curve (edge, direction, i, p);
      if (edge->curve != TL_CURVE_FREE && (fabs (p[0] - p[6]) < 0.5 || fabs (p[1] - p[7]) < 0.5))
        tl_pen_line_to (painting->pen, p[6], p[7]);
      else
        tl_pen_curve_to (painting->pen, p[2], p[3], p[4], p[5], p[6], p[7]);
    }
}

static void
trace_chords (const TlPainting *painting,
              const TlEdge     *edge)
{
  tl_pen_move_to (painting->pen, edge->points[0], edge->points[1]);
  for (guint i = 1; i < edge->n_points; i++)
    tl_pen_line_to (painting->pen, edge->points[2 * i], edge->points[2 * i + 1]);
}

static TlColour
choose_colour (const TlPainting *painting,
               const TlEdge     *edge)
{
  if (edge->emphasis == TL_EMPHASIS_HIGHLIGHTED)
    return painting->palette->accent;

  return tl_painting_shade (painting, painting->palette->edge, edge->emphasis);
}

static double
choose_width (const TlPainting *painting,
              const TlEdge     *edge)
{
  if (edge->emphasis == TL_EMPHASIS_HIGHLIGHTED)
    return MAX (HIGHLIGHT_WIDTH, 1.5 / painting->painter->scale);

  return 1.0 + 3.0 * CLAMP (edge->share, 0.0, 1.0);
}

static void
paint_edge (const TlPainting *painting,
            const TlEdge     *edge,
            gboolean          hairline)
{
  const TlStroke stroke = {
    .colour = choose_colour (painting, edge),
    .width = choose_width (painting, edge),
    .hairline = hairline && edge->emphasis != TL_EMPHASIS_HIGHLIGHTED,
  };

  if (hairline)
    trace_chords (painting, edge);
  else
    trace_curve (painting, edge);
  tl_pen_stroke (painting->pen, &stroke);
}

/* The dot stands just before the card that cannot do without. */
static void
paint_dot (const TlPainting *painting,
           const TlEdge     *edge)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  const double *end = edge->points + 2 * (edge->n_points - 1);
  double towards = down ? (end[-1] < end[1] ? -1.0 : 1.0) : (end[-2] < end[0] ? -1.0 : 1.0);
  double x = end[0] + (down ? 0.0 : towards * (DOT_RADIUS + 1.5));
  double y = end[1] + (down ? towards * (DOT_RADIUS + 1.5) : 0.0);
  TlColour colour = edge->emphasis == TL_EMPHASIS_HIGHLIGHTED
                      ? painting->palette->accent
                      : tl_painting_shade (painting, painting->palette->critical, edge->emphasis);
  const TlRect halo = { x - DOT_RADIUS - 1.5, y - DOT_RADIUS - 1.5, 2.0 * DOT_RADIUS + 3.0, 2.0 * DOT_RADIUS + 3.0 };
  const TlRect dot = { x - DOT_RADIUS, y - DOT_RADIUS, 2.0 * DOT_RADIUS, 2.0 * DOT_RADIUS };

  tl_pen_fill_rect (painting->pen, &halo, DOT_RADIUS + 1.5, &painting->palette->background);
  tl_pen_fill_rect (painting->pen, &dot, DOT_RADIUS, &colour);
}

static void
paint_edges (const TlPainting *painting,
             TlEmphasis        emphasis,
             gboolean          hairline)
{
  guint n_edges = tl_scene_get_n_edges (painting->scene);

  for (guint i = 0; i < n_edges; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (painting->scene, i);
      gboolean described = !hairline && *edge->description != '\0';

      if (edge->emphasis != emphasis || !touches (tl_scene_get_edge_bounds (painting->scene, i), &painting->area))
        continue;

      if (described)
        tl_pen_begin_group (painting->pen, NULL, edge->description, NULL);
      paint_edge (painting, edge, hairline);
      if (edge->critical && !hairline)
        paint_dot (painting, edge);
      if (described)
        tl_pen_end_group (painting->pen);
    }
}

/* An arrowhead whose tip is at @tip, pointing away from @from. */
static void
paint_arrow (const TlPainting *painting,
             const double     *tip,
             const double     *from,
             const TlColour   *colour)
{
  double dx = tip[0] - from[0];
  double dy = tip[1] - from[1];
  double length = hypot (dx, dy);

  if (length < 1e-6)
    return;

  dx /= length;
  dy /= length;
  tl_pen_move_to (painting->pen, tip[0], tip[1]);
  tl_pen_line_to (painting->pen, tip[0] - dx * ARROW_LENGTH - dy * ARROW_HALF,
                  tip[1] - dy * ARROW_LENGTH + dx * ARROW_HALF);
  tl_pen_line_to (painting->pen, tip[0] - dx * ARROW_LENGTH + dy * ARROW_HALF,
                  tip[1] - dy * ARROW_LENGTH - dx * ARROW_HALF);
  tl_pen_close_path (painting->pen);
  tl_pen_fill (painting->pen, colour);
}

static void
paint_tension (const TlPainting    *painting,
               const TlTensionLine *line)
{
  const double *p = line->points;
  const TlStroke stroke = {
    .colour = tl_painting_shade (painting, painting->palette->tension, line->emphasis),
    .width = 2.0, .dash = 6.0, .space = 4.0,
  };

  tl_pen_begin_group (painting->pen, NULL, line->description, NULL);
  tl_pen_move_to (painting->pen, p[0], p[1]);
  tl_pen_curve_to (painting->pen, p[2], p[3], p[4], p[5], p[6], p[7]);
  tl_pen_stroke (painting->pen, &stroke);
  paint_arrow (painting, p, p + 2, &stroke.colour);
  paint_arrow (painting, p + 6, p + 4, &stroke.colour);
  tl_pen_end_group (painting->pen);
}

static void
paint_tensions (const TlPainting *painting)
{
  guint n_tensions;
  const TlTensionLine *lines = tl_scene_get_tensions (painting->scene, &n_tensions);

  for (guint i = 0; i < n_tensions; i++)
    paint_tension (painting, &lines[i]);
}

void
tl_painting_paint_lines (const TlPainting *painting)
{
  gboolean hairline = uses_hairlines (painting);

  paint_edges (painting, TL_EMPHASIS_DIMMED, hairline);
  paint_edges (painting, TL_EMPHASIS_NORMAL, hairline);
  paint_tensions (painting);
  paint_edges (painting, TL_EMPHASIS_HIGHLIGHTED, hairline);
}
