/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines: what helps what, and what pulls against what.
 *
 * A contribution is a chain of cubic curves that leave and reach every point along the direction of the cascade,
 * so that it runs calmly and passes between the cards it was led around.  Each is stroked by itself: one path with
 * hundreds of crossing curves takes cairo a hundred times as long.  Those thinner than a pixel are the business of
 * tl-painter-thin.c.
 *
 * What recedes is drawn first and what stands out last.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define HIGHLIGHT_WIDTH 3.0
#define LINK_WIDTH      2.0
#define DOT_RADIUS      4.0
#define ARROW_LENGTH    9.0
#define ARROW_HALF      4.5
#define LABEL_PAD       10.0

/* A curve is halved until a piece is no larger than so many views, at most so often. */
#define LARGEST_PIECE   2.0
#define SMALLEST_PIECE  12

/* Below this scale the dots and words of lines cannot be made out. */
#define SCALE_DOTS      0.3

/* Whether the path ends where the next curve begins, and whether there is a path at all.  A dashed line is stroked
 * piece by piece, because its dashes would else begin somewhere else whenever the view moves.
 */
typedef struct
{
  const TlStroke *piece_stroke;
  gboolean        open;
  gboolean        any;
} Trace;

static void
add_piece (const TlPainting *painting,
           const double      p[8],
           Trace            *trace)
{
  gboolean straight = fabs (p[0] - p[6]) < 0.5 || fabs (p[1] - p[7]) < 0.5;

  if (!trace->open)
    tl_pen_move_to (painting->pen, p[0], p[1]);
  trace->open = TRUE;
  trace->any = TRUE;
  if (straight && ((p[0] == p[2] && p[4] == p[6]) || (p[1] == p[3] && p[5] == p[7])))
    tl_pen_line_to (painting->pen, p[6], p[7]);
  else
    tl_pen_curve_to (painting->pen, p[2], p[3], p[4], p[5], p[6], p[7]);

  if (trace->piece_stroke == NULL)
    return;

  tl_pen_stroke (painting->pen, trace->piece_stroke);
  trace->open = FALSE;
}

/* Adds what can be seen of a curve to the path: a line may be a hundred screens long, and cairo would walk all of
 * them, dash by dash if it is dashed.
 */
static void
trace_visible (const TlPainting *painting,
               const double      p[8],
               int               depth,
               Trace            *trace)
{
  TlRect box = tl_curve_get_bounds (p);
  double first[8], second[8];

  if (!tl_painting_touches (painting, &box))
    {
      trace->open = FALSE;
      return;
    }

  if (depth == SMALLEST_PIECE || MAX (box.width / MAX (painting->area.width, 1.0),
                                      box.height / MAX (painting->area.height, 1.0)) <= LARGEST_PIECE)
    {
      add_piece (painting, p, trace);
      return;
    }

  tl_curve_halve (p, first, second);
  trace_visible (painting, first, depth + 1, trace);
  trace_visible (painting, second, depth + 1, trace);
}

/* Returns whether any of it can be seen. */
static gboolean
trace_curve (const TlPainting *painting,
             const TlEdge     *edge)
{
  TlSceneDirection direction = tl_scene_get_direction (painting->scene);
  Trace trace = { 0 };

  for (guint i = 0; i < tl_edge_get_n_curves (edge); i++)
    {
      double p[8];

      tl_edge_get_curve (edge, direction, i, p);
      trace_visible (painting, p, 0, &trace);
    }

  return trace.any;
}

TlColour
tl_painting_get_edge_colour (const TlPainting *painting,
                             const TlEdge     *edge)
{
  const TlPalette *palette = painting->palette;
  TlColour colour = palette->edge;

  if (edge->emphasis == TL_EMPHASIS_HIGHLIGHTED)
    return palette->accent;
  if (edge->kind == TL_EDGE_LOOP)
    colour = tl_colour_mix (palette->facets[TL_FACET_RESULT], palette->background, palette->high_contrast ? 0.0 : 0.2);

  return tl_painting_shade (painting, colour, edge->emphasis);
}

double
tl_painting_get_edge_width (const TlPainting *painting,
                            const TlEdge     *edge)
{
  if (edge->emphasis == TL_EMPHASIS_HIGHLIGHTED)
    return MAX (HIGHLIGHT_WIDTH, 1.5 / painting->zoom);
  if (edge->kind != TL_EDGE_SHARE)
    return LINK_WIDTH;

  return 1.0 + 3.0 * CLAMP (edge->share, 0.0, 1.0);
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

/* The arrowhead at the end that is helped, in the direction the line arrives from. */
static void
paint_tip (const TlPainting *painting,
           const TlEdge     *edge,
           const TlColour   *colour)
{
  double p[8];

  tl_edge_get_curve (edge, tl_scene_get_direction (painting->scene), tl_edge_get_n_curves (edge) - 1, p);
  paint_arrow (painting, p + 6, p[4] == p[6] && p[5] == p[7] ? p : p + 4, colour);
}

static void
paint_edge (const TlPainting *painting,
            const TlEdge     *edge,
            double            width)
{
  const TlStroke stroke = { .colour = tl_painting_get_edge_colour (painting, edge), .width = width };

  if (!trace_curve (painting, edge))
    return;

  tl_pen_stroke (painting->pen, &stroke);
  if (edge->kind != TL_EDGE_SHARE)
    paint_tip (painting, edge, &stroke.colour);
}

/* The word of a line, on a small ground of its own that interrupts the line. */
static void
paint_edge_label (const TlPainting *painting,
                  const TlEdge     *edge)
{
  TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), edge->label, TL_FONT_BODY, 0.0, 1);
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  double width = greeked ? 90.0 : tl_text_get_width (text);
  double height = tl_font_get_line_height (TL_FONT_BODY);
  const TlRect ground = {
    edge->label_x - width / 2.0 - LABEL_PAD, edge->label_y - height / 2.0, width + 2.0 * LABEL_PAD, height,
  };
  gboolean highlighted = edge->emphasis == TL_EMPHASIS_HIGHLIGHTED;
  TlColour colour = tl_painting_shade (painting, highlighted ? painting->palette->accent
                                                             : painting->palette->facets[TL_FACET_RESULT],
                                       edge->emphasis);

  tl_pen_fill_rect (painting->pen, &ground, height / 2.0, &painting->palette->background);
  tl_painting_draw_words (painting, edge->label, TL_FONT_BODY, edge->label_x - width / 2.0,
                          edge->label_y - height / 2.0, greeked ? width : 0.0, 1, colour);
}

/* The dot stands just before the card that cannot do without; on a rail, which lines of many cards share, where the line
 * leaves the card that it is.
 */
static void
paint_dot (const TlPainting *painting,
           const TlEdge     *edge)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  gboolean rail = edge->curve == TL_CURVE_RAIL;
  const double *end = rail ? edge->points : edge->points + 2 * (edge->n_points - 1);
  const double *next = rail ? end + 2 : end - 2;
  gboolean upright = down != rail;
  double towards = upright ? (next[1] < end[1] ? -1.0 : 1.0) : (next[0] < end[0] ? -1.0 : 1.0);
  double x = end[0] + (upright ? 0.0 : towards * (DOT_RADIUS + 1.5));
  double y = end[1] + (upright ? towards * (DOT_RADIUS + 1.5) : 0.0);
  TlColour colour = edge->emphasis == TL_EMPHASIS_HIGHLIGHTED
                      ? painting->palette->accent
                      : tl_painting_shade (painting, painting->palette->critical, edge->emphasis);
  const TlRect halo = { x - DOT_RADIUS - 1.5, y - DOT_RADIUS - 1.5, 2.0 * DOT_RADIUS + 3.0, 2.0 * DOT_RADIUS + 3.0 };
  const TlRect dot = { x - DOT_RADIUS, y - DOT_RADIUS, 2.0 * DOT_RADIUS, 2.0 * DOT_RADIUS };

  tl_pen_fill_rect (painting->pen, &halo, DOT_RADIUS + 1.5, &painting->palette->background);
  tl_pen_fill_rect (painting->pen, &dot, DOT_RADIUS, &colour);
}

static void
paint_wide (const TlPainting *painting,
            GArray           *edges,
            TlEmphasis        emphasis)
{
  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (painting->scene, g_array_index (edges, guint, i));
      gboolean described = *edge->description != '\0';

      if (edge->emphasis != emphasis || tl_painting_is_thin (painting, edge))
        continue;

      if (described)
        tl_pen_begin_group (painting->pen, NULL, edge->description, NULL);
      paint_edge (painting, edge, tl_painting_get_edge_width (painting, edge));
      if (described)
        tl_pen_end_group (painting->pen);
    }
}

/* What stands on the lines, above all of them. */
static void
paint_signs (const TlPainting *painting,
             GArray           *edges,
             TlEmphasis        emphasis)
{
  if (painting->zoom < SCALE_DOTS)
    return;

  for (guint i = 0; i < edges->len; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (painting->scene, g_array_index (edges, guint, i));

      if (edge->emphasis != emphasis)
        continue;
      if (edge->critical)
        paint_dot (painting, edge);
      if (*edge->label != '\0')
        paint_edge_label (painting, edge);
    }
}

static void
paint_edges (const TlPainting *painting,
             GArray           *edges,
             TlEmphasis        emphasis)
{
  tl_painting_paint_thin (painting, edges, emphasis);
  paint_wide (painting, edges, emphasis);
  paint_signs (painting, edges, emphasis);
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

  TlRect box = tl_curve_get_bounds (p);
  Trace trace = { .piece_stroke = &stroke };

  if (!tl_painting_touches (painting, &box))
    return;

  tl_pen_begin_group (painting->pen, NULL, line->description, NULL);
  trace_visible (painting, p, 0, &trace);
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
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  const TlRect reach = {
    painting->area.x - TL_LINE_REACH, painting->area.y - TL_LINE_REACH,
    painting->area.width + 2.0 * TL_LINE_REACH, painting->area.height + 2.0 * TL_LINE_REACH,
  };

  tl_scene_collect_edges (painting->scene, &reach, edges);
  paint_edges (painting, edges, TL_EMPHASIS_DIMMED);
  paint_edges (painting, edges, TL_EMPHASIS_NORMAL);
  paint_tensions (painting);
  paint_edges (painting, edges, TL_EMPHASIS_HIGHLIGHTED);
}

/* A line as if it stood out, above everything else: at least @width wide, and never narrower than the line that it
 * covers.
 */
void
tl_painting_paint_above (const TlPainting *painting,
                         guint             number,
                         double            width)
{
  const TlEdge *line = tl_scene_get_edge (painting->scene, number);
  TlEdge edge = *line;

  if (!tl_painting_touches (painting, tl_scene_get_edge_bounds (painting->scene, number)))
    return;

  edge.emphasis = TL_EMPHASIS_HIGHLIGHTED;
  paint_edge (painting, &edge, MAX (width, tl_painting_get_edge_width (painting, line)));
  if (painting->zoom < SCALE_DOTS)
    return;

  if (edge.critical)
    paint_dot (painting, &edge);
  if (*edge.label != '\0')
    paint_edge_label (painting, &edge);
}

/* What a card is linked to, above everything else, in the colour of what is selected. */
void
tl_painting_paint_links_of (const TlPainting *painting,
                            guint             card)
{
  guint n_edges = tl_scene_get_n_edges (painting->scene);

  for (guint i = 0; i < n_edges; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (painting->scene, i);

      if (edge->from == card || edge->to == card)
        tl_painting_paint_above (painting, i, MAX (HIGHLIGHT_WIDTH, 1.5 / painting->zoom));
    }
}
