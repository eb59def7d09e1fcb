/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the links of a frame run.
 *
 * A link leaves the right side of a card and reaches the left side of another, so that the frame reads from left to
 * right; the ends along one side are spread in the order of where they lead.  A link that passes over the middle
 * column goes through the gap between two cards that is nearest, never over their words.  One between two cards of the
 * same column is an arc beside it.
 *
 * The loop is led on its own way: out of the result, beneath all columns, and back to the impact, with its word in the
 * middle.  Rejected: the shortest curve back, which crosses every link and reads as just another one.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-frame-scene-private.h"

#define PORT_STEP   13.0
#define PORT_MARGIN 14.0
#define TIP_GAP     2.0           /* from an arrowhead to its card */
#define GAP_STEP    2.0           /* between two links that go through one gap; near a card a line looks like its border */
#define ARC_LEAST   16.0
#define ARC_MOST    30.0
#define MAX_POINTS  6

/* The end of a link at one side of a card, and the height of its other end, by which the ends are spread. */
typedef struct
{
  guint    link;
  gboolean is_start;
  double   other_y;
} Port;

typedef struct
{
  double points[2 * MAX_POINTS];
  guint  n_points;
} Way;

typedef struct
{
  TlFrameLayout *layout;
  double        *start_y;         /* of each link */
  double        *end_y;
  guint          n_loops;
} Lines;

static double
get_middle (const TlRect *box)
{
  return box->y + box->height / 2.0;
}

/* Whether an end of the link stands at that side of its card.  Forwards a link leaves at the right, backwards it comes
 * in there; an arc has both its ends there.  A loop leaves at the right and comes in at the left, unless it does so at
 * the lower edge.
 */
static gboolean
has_port (TlFrameLayout     *layout,
          const TlFrameLink *link,
          gboolean           is_start,
          gboolean           right)
{
  const TlFrameItem *from = tl_frame_layout_get_item (layout, link->from);
  const TlFrameItem *to = tl_frame_layout_get_item (layout, link->to);

  if (link->loop)
    return is_start == right && !tl_frame_layout_is_last (layout, is_start ? from : to);
  if (from->column == to->column)
    return right;

  return right == (is_start ? from->column < to->column : from->column > to->column);
}

/* How far down the other end of a link is; that of a loop is beneath everything. */
static double
get_height (TlFrameLayout     *layout,
            const TlFrameLink *link,
            guint              other)
{
  return link->loop ? G_MAXDOUBLE : get_middle (&tl_frame_layout_get_item (layout, other)->box);
}

static gint
compare_ports (gconstpointer a,
               gconstpointer b)
{
  const Port *one = a;
  const Port *other = b;

  if (one->other_y != other->other_y)
    return one->other_y < other->other_y ? -1 : 1;

  return one->link < other->link ? -1 : one->link > other->link;
}

static void
collect_ports (Lines    *self,
               guint     item,
               gboolean  right,
               GArray   *ports)
{
  for (guint i = 0; i < self->layout->links->len; i++)
    {
      const TlFrameLink *link = tl_frame_layout_get_link (self->layout, i);

      if (link->from == item && has_port (self->layout, link, TRUE, right))
        g_array_append_val (ports, ((Port) { i, TRUE, get_height (self->layout, link, link->to) }));
      if (link->to == item && has_port (self->layout, link, FALSE, right))
        g_array_append_val (ports, ((Port) { i, FALSE, get_height (self->layout, link, link->from) }));
    }
}

static void
spread_ports (Lines    *self,
              guint     item,
              gboolean  right)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));
  const TlRect *box = &tl_frame_layout_get_item (self->layout, item)->box;

  collect_ports (self, item, right, ports);
  g_array_sort (ports, compare_ports);
  if (ports->len == 0)
    return;

  double room = MAX (box->height - 2.0 * PORT_MARGIN, 0.0);
  double step = ports->len > 1 ? MIN (PORT_STEP, room / (ports->len - 1)) : 0.0;

  for (guint i = 0; i < ports->len; i++)
    {
      const Port *port = &g_array_index (ports, Port, i);
      double y = get_middle (box) + (i - (ports->len - 1) / 2.0) * step;

      if (port->is_start)
        self->start_y[port->link] = y;
      else
        self->end_y[port->link] = y;
    }
}

static void
add_point (Way    *way,
           double  x,
           double  y)
{
  g_assert (way->n_points < MAX_POINTS);

  way->points[2 * way->n_points] = x;
  way->points[2 * way->n_points + 1] = y;
  way->n_points++;
}

/* The nearest height between @from and @to at which a line can pass the cards of a column: between two of them or
 * below the last.  Above the first it would run along the heading.
 */
static double
find_gap (TlFrameLayout *layout,
          guint          column,
          double         from,
          double         to)
{
  GArray *cards = layout->columns[column];
  double best = layout->bottoms[column] + TL_FRAME_GAP / 2.0;
  double least = fabs (from - best) + fabs (best - to);

  for (guint i = 1; i < cards->len; i++)
    {
      const TlRect *box = &tl_frame_layout_get_item (layout, g_array_index (cards, guint, i))->box;
      double y = box->y - TL_FRAME_GAP / 2.0;
      double length = fabs (from - y) + fabs (y - to);

      if (length < least)
        {
          least = length;
          best = y;
        }
    }

  return best;
}

/* Links that pass over the middle column are spread in their gap, so that they do not lie on each other. */
static double
spread_in_gap (Lines *self,
               guint  link)
{
  guint n_before = 0;

  for (guint i = 0; i < link; i++)
    {
      const TlFrameLink *other = tl_frame_layout_get_link (self->layout, i);
      int span = (int) tl_frame_layout_get_item (self->layout, other->to)->column -
                 (int) tl_frame_layout_get_item (self->layout, other->from)->column;

      n_before += !other->loop && ABS (span) > 1;
    }

  return ((int) ((n_before + 1) % 3) - 1) * GAP_STEP;
}

static void
lead_arc (const TlFrameItem *from,
          double             from_y,
          double             to_y,
          Way               *way)
{
  double right = from->box.x + from->box.width;
  double reach = CLAMP (fabs (to_y - from_y) / 3.0, ARC_LEAST, ARC_MOST);

  add_point (way, right, from_y);
  add_point (way, right + reach, from_y);
  add_point (way, right + reach, to_y);
  add_point (way, right + TIP_GAP, to_y);
}

static void
lead_link (Lines *self,
           guint  number,
           Way   *way)
{
  TlFrameLayout *layout = self->layout;
  const TlFrameLink *link = tl_frame_layout_get_link (layout, number);
  const TlFrameItem *from = tl_frame_layout_get_item (layout, link->from);
  const TlFrameItem *to = tl_frame_layout_get_item (layout, link->to);
  gboolean forwards = from->column < to->column;
  double from_y = self->start_y[number];
  double to_y = self->end_y[number];

  if (from->column == to->column)
    {
      lead_arc (from, from_y, to_y, way);
      return;
    }

  add_point (way, from->box.x + (forwards ? from->box.width : 0.0), from_y);
  if (ABS ((int) to->column - (int) from->column) > 1)
    {
      const TlRect *panel = &layout->panels[1];
      double y = find_gap (layout, 1, from_y, to_y) + spread_in_gap (self, number);

      add_point (way, panel->x + (forwards ? 0.0 : panel->width), y);
      add_point (way, panel->x + (forwards ? panel->width : 0.0), y);
    }
  add_point (way, to->box.x + (forwards ? -TIP_GAP : to->box.width + TIP_GAP), to_y);
}

/* Several loops at one card's lower edge stand beside each other. */
static double
get_foot (const TlFrameItem *item,
          guint              nth,
          double             side)
{
  return item->box.x + item->box.width / 2.0 + side * nth * 2.0 * TL_FRAME_LANE_STEP;
}

/* Out of the card, down, and to the height at which the loop runs. */
static void
lead_out (Lines  *self,
          guint   number,
          double  beneath,
          Way    *way)
{
  const TlFrameItem *from =
    tl_frame_layout_get_item (self->layout, tl_frame_layout_get_link (self->layout, number)->from);
  const TlRect *panel = &self->layout->panels[from->column];

  if (tl_frame_layout_is_last (self->layout, from))
    {
      double x = get_foot (from, self->n_loops, 1.0);

      add_point (way, x, from->box.y + from->box.height);
      add_point (way, x, beneath);
      return;
    }

  double right = panel->x + panel->width + (1 + self->n_loops) * TL_FRAME_LANE_STEP;

  add_point (way, from->box.x + from->box.width, self->start_y[number]);
  add_point (way, right, self->start_y[number]);
  add_point (way, right, beneath);
}

/* From the height at which the loop runs up, and into the card. */
static void
lead_in (Lines  *self,
         guint   number,
         double  beneath,
         Way    *way)
{
  const TlFrameItem *to =
    tl_frame_layout_get_item (self->layout, tl_frame_layout_get_link (self->layout, number)->to);
  double left = self->layout->panels[to->column].x - (1 + self->n_loops) * TL_FRAME_LANE_STEP;

  if (tl_frame_layout_is_last (self->layout, to))
    {
      double x = get_foot (to, self->n_loops, -1.0);

      add_point (way, x, beneath);
      add_point (way, x, to->box.y + to->box.height + TIP_GAP);
      return;
    }

  add_point (way, left, beneath);
  add_point (way, left, self->end_y[number]);
  add_point (way, to->box.x - TIP_GAP, self->end_y[number]);
}

static double
find_lowest_panel (TlFrameLayout *layout)
{
  double lowest = 0.0;

  for (guint c = 0; c < TL_N_FRAME_COLUMNS; c++)
    lowest = MAX (lowest, layout->panels[c].y + layout->panels[c].height);

  return lowest;
}

static void
add_loop (Lines *self,
          guint  number)
{
  TlFrameLayout *layout = self->layout;
  const TlFrameLink *link = tl_frame_layout_get_link (layout, number);
  double beneath = find_lowest_panel (layout) + (0.75 + self->n_loops) * TL_FRAME_LOOP_STEP;
  g_autofree char *description = tl_frame_scene_words_of_link (link);
  Way way = { 0 };
  guint turn;

  lead_out (self, number, beneath, &way);
  turn = way.n_points;
  lead_in (self, number, beneath, &way);
  self->n_loops++;

  tl_scene_add_edge (layout->scene, &(TlEdge) {
    .kind = TL_EDGE_LOOP,
    .id = tl_entity_get_id (TL_ENTITY (link->link)),
    .from = link->from,
    .to = link->to,
    .curve = TL_CURVE_ROUNDED,
    .points = way.points,
    .n_points = way.n_points,
    .label = tl_frame_scene_words_of_loop (tl_statement_link_get_from (link->link)),
    .label_x = (way.points[2 * (turn - 1)] + way.points[2 * turn]) / 2.0,
    .label_y = beneath,
    .description = description,
  });
}

static void
add_link (Lines *self,
          guint  number)
{
  const TlFrameLink *link = tl_frame_layout_get_link (self->layout, number);
  g_autofree char *description = tl_frame_scene_words_of_link (link);
  gboolean is_arc = tl_frame_layout_get_item (self->layout, link->from)->column ==
                    tl_frame_layout_get_item (self->layout, link->to)->column;
  Way way = { 0 };

  lead_link (self, number, &way);
  tl_scene_add_edge (self->layout->scene, &(TlEdge) {
    .kind = TL_EDGE_LINK,
    .id = tl_entity_get_id (TL_ENTITY (link->link)),
    .from = link->from,
    .to = link->to,
    .curve = is_arc ? TL_CURVE_FREE : TL_CURVE_LED,
    .points = way.points,
    .n_points = way.n_points,
    .description = description,
  });
}

/* How many of its ends are led around other cards. */
static guint
count_sides (TlFrameLayout     *layout,
             const TlFrameLink *loop)
{
  return !tl_frame_layout_is_last (layout, tl_frame_layout_get_item (layout, loop->from)) +
         !tl_frame_layout_is_last (layout, tl_frame_layout_get_item (layout, loop->to));
}

/* The loops that end at lower edges first: they are the inner ones, and the others run around them. */
static void
add_loops (Lines *self)
{
  for (guint n_sides = 0; n_sides <= 2; n_sides++)
    for (guint i = 0; i < self->layout->links->len; i++)
      {
        const TlFrameLink *link = tl_frame_layout_get_link (self->layout, i);

        if (link->loop && count_sides (self->layout, link) == n_sides)
          add_loop (self, i);
      }
}

/* Adds the links to the scene, whose cards stand where they will stay. */
void
tl_frame_layout_add_lines (TlFrameLayout *layout)
{
  g_autofree double *start_y = g_new0 (double, MAX (layout->links->len, 1));
  g_autofree double *end_y = g_new0 (double, MAX (layout->links->len, 1));
  Lines self = { layout, start_y, end_y, 0 };

  for (guint i = 0; i < layout->items->len; i++)
    {
      spread_ports (&self, i, FALSE);
      spread_ports (&self, i, TRUE);
    }

  for (guint i = 0; i < layout->links->len; i++)
    if (!tl_frame_layout_get_link (layout, i)->loop)
      add_link (&self, i);
  add_loops (&self);
}
