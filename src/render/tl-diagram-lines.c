/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the lines of a diagram run.
 *
 * The lines that reach one side of a card are spread along it in the order of where they come from, so that each
 * has an end of its own, a critical dot can be told from its neighbour, and lines do not cross in front of a card.
 *
 * Inside an organisation the layout leads lines between the cards.  A line that crosses a border runs through the
 * gap beside its goal's row to the channel before the other organisation, along that, and through the gap beside
 * the other goal's row: always where no card stands.  One that leads to another shelf runs beside all shelves.
 *
 * Above is what is helped, also where its shelf comes later: such a line leaves its goal upwards, runs down beside the
 * shelves and comes to the other from below.  Led straight down it would say the contrary of what is meant.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "tl-diagram-private.h"

#define PORT_GAP       18.0
#define PORT_MARGIN    20.0          /* no line reaches a card nearer to its corner */
#define CHANNEL_EDGE   34.0          /* from the cards of a part to the first lane of its channel */
#define LANE_GAP       7.0
#define N_LANES        6
#define ARCH           40.0
#define TURN           14.0          /* from a row to a line that turns round beside it */

/* One end of a line, at one side of a card. */
typedef struct
{
  guint    place;
  gboolean lower;           /* the side away from the objectives */
  double   towards;         /* across, of where the line goes next */
  guint    link;
  gboolean is_from;
  gboolean to_rail;         /* whether it goes straight on to the rail of a list */
  double   across;          /* the answer */
} Port;

static const TlDiagramRow *
get_row_of (TlDiagram *self,
            guint      place)
{
  return tl_diagram_get_row (self, self->row_of[place]);
}

/* Whether a line stays inside a list, between a card and what is indented below it. */
static gboolean
is_inner (TlDiagram *self,
          guint      link)
{
  guint from = g_array_index (self->links, TlDiagramLink, link).from;

  return self->indents[from] > 0 && self->parent_links[from] == link;
}

/* Whether a line leads to a goal on a later shelf, and has to turn round on its way. */
static gboolean
turns_round (TlDiagram           *self,
             const TlDiagramLink *link)
{
  return get_row_of (self, link->to)->shelf > get_row_of (self, link->from)->shelf;
}

/* -1 when the helped is come to from below, 0 when it stands in the same row, 1 when it is come to from above. */
static int
compare_rows (TlDiagram           *self,
              const TlDiagramLink *link)
{
  guint from = self->row_of[link->from];
  guint to = self->row_of[link->to];

  if (turns_round (self, link))
    return -1;

  return to < from ? -1 : to > from;
}

static int
compare_ports (const void *a,
               const void *b)
{
  const Port *one = a;
  const Port *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  if (one->lower != other->lower)
    return one->lower < other->lower ? -1 : 1;
  if (one->towards != other->towards)
    return one->towards < other->towards ? -1 : 1;
  if (one->link != other->link)
    return one->link < other->link ? -1 : 1;

  return (int) one->is_from - (int) other->is_from;
}

static const TlDiagramPoint *
get_bend (TlDiagram           *self,
          const TlDiagramLink *link,
          gboolean             first)
{
  if (link->n_bends == 0)
    return NULL;

  return &g_array_index (self->bends, TlDiagramPoint, link->first_bend + (first ? 0 : link->n_bends - 1));
}

/* The lines of a list share the end of the line of its top card, and leave along its rail. */
static guint
list_ports (TlDiagram *self,
            Port      *ports)
{
  guint n_ports = 0;

  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);
      int side = compare_rows (self, link);

      if (tl_diagram_is_led (self, i))
        continue;

      const TlDiagramPoint *first = get_bend (self, link, TRUE);
      const TlDiagramPoint *last = get_bend (self, link, FALSE);

      if (!tl_diagram_is_listed (self, link->from))
        ports[n_ports++] = (Port) {
          .place = link->from, .lower = side > 0, .link = i, .is_from = TRUE,
          .towards = first != NULL ? first->across : self->centres[link->to],
        };
      ports[n_ports++] = (Port) {
        .place = link->to, .lower = side < 0, .link = i, .is_from = FALSE,
        .towards = last != NULL ? last->across : tl_diagram_get_exit (self, link->from),
        .to_rail = tl_diagram_is_listed (self, link->from) && last == NULL,
      };
    }

  return n_ports;
}

/* Spreads a run of ports that share a side of a card about its middle; the only one stands above its rail. */
static void
spread_ports (TlDiagram *self,
              Port      *ports,
              guint      n_ports)
{
  double room = self->width - 2.0 * PORT_MARGIN;
  double gap = n_ports > 1 ? MIN (PORT_GAP, room / (n_ports - 1)) : 0.0;
  double first = self->centres[ports->place] - gap * (n_ports - 1) / 2.0;

  for (guint i = 0; i < n_ports; i++)
    ports[i].across = first + i * gap;
  if (n_ports == 1 && ports->to_rail)
    ports->across = CLAMP (ports->towards, first - room / 2.0, first + room / 2.0);
}

/* Where each line ends: [2 x link] at the goal that helps, [2 x link + 1] at the one that is helped. */
static double *
assign_ports (TlDiagram *self)
{
  g_autofree Port *ports = g_new (Port, 2 * self->links->len + 1);
  double *across = g_new0 (double, 2 * self->links->len + 1);
  guint n_ports = list_ports (self, ports);

  if (n_ports > 0)
    qsort (ports, n_ports, sizeof (Port), compare_ports);

  for (guint i = 0; i < n_ports;)
    {
      guint end = i + 1;

      while (end < n_ports && ports[end].place == ports[i].place && ports[end].lower == ports[i].lower)
        end++;
      spread_ports (self, ports + i, end - i);
      i = end;
    }

  for (guint i = 0; i < n_ports; i++)
    across[2 * ports[i].link + (ports[i].is_from ? 0 : 1)] = ports[i].across;

  return across;
}

static void
add_point (TlDiagram *self,
           GArray    *points,
           double     across,
           double     along)
{
  const double point[2] = { self->down ? across : along, self->down ? along : across };

  g_array_append_vals (points, point, 2);
}

/* Where a line that leaves its part runs along the cascade: beside the helped goal's organisation, on the side it
 * comes from; or, between shelves, beside all of them.
 */
static double
choose_lane (TlDiagram           *self,
             const TlDiagramLink *link,
             guint                n)
{
  const TlDiagramPart *from = tl_diagram_get_part (self, self->part_of[link->from]);
  const TlDiagramPart *to = tl_diagram_get_part (self, self->part_of[link->to]);
  double away = CHANNEL_EDGE + (n % N_LANES) * LANE_GAP;

  if (from->shelf == to->shelf)
    return self->part_of[link->from] < self->part_of[link->to] ? to->start - away : to->end + away;
  if (self->centres[link->from] + self->centres[link->to] <= self->breadth)
    return -away;

  return self->breadth + away;
}

/* The next row from @row on towards @other with cards in it; @other when there is none before that. */
static guint
find_filled (TlDiagram *self,
             guint      row,
             guint      other)
{
  int step = row < other ? 1 : -1;

  for (row += step; row != other && tl_diagram_get_row (self, row)->n_slots == 0; row += step)
    ;

  return row;
}

/* Leads a line that crosses a border past the rows between its ends. */
static void
lead_across (TlDiagram           *self,
             const TlDiagramLink *link,
             guint                n,
             GArray              *points)
{
  guint from = self->row_of[link->from];
  guint to = self->row_of[link->to];
  guint after = find_filled (self, from, to);
  guint before = find_filled (self, to, from);
  double lane = choose_lane (self, link, n);

  if (after == to)
    return;

  add_point (self, points, lane, to < from ? tl_diagram_get_row (self, after)->end
                                           : tl_diagram_get_row (self, after)->start);
  add_point (self, points, lane, to < from ? tl_diagram_get_row (self, before)->start
                                           : tl_diagram_get_row (self, before)->end);
}

static void
lead_along_bends (TlDiagram           *self,
                  const TlDiagramLink *link,
                  GArray              *points)
{
  for (guint i = 0; i < link->n_bends; i++)
    {
      const TlDiagramPoint *bend = &g_array_index (self->bends, TlDiagramPoint, link->first_bend + i);

      add_point (self, points, bend->across, bend->along);
    }
}

/* Two goals in one row are joined by an arch above it. */
static void
trace_arch (TlDiagram           *self,
            const TlDiagramLink *link,
            const double        *ports,
            GArray              *points)
{
  double along = get_row_of (self, link->from)->start;

  add_point (self, points, ports[0], along);
  add_point (self, points, ports[0], along - ARCH);
  add_point (self, points, ports[1], along - ARCH);
  add_point (self, points, ports[1], along);
}

/* From the side of a card in a list to the rail at @rail, and along it to @end. */
static void
lead_along_rail (TlDiagram *self,
                 guint      place,
                 double     rail,
                 double     end,
                 GArray    *points)
{
  double along = tl_diagram_get_start (self, place) + self->depth / 2.0;

  add_point (self, points, self->centres[place] - self->width / 2.0, along);
  add_point (self, points, rail, along + (end < along ? -TL_DIAGRAM_RAIL : TL_DIAGRAM_RAIL));
  add_point (self, points, rail, end);
}

/* Inside a list, to the lower side of the card above. */
static void
trace_inner (TlDiagram           *self,
             const TlDiagramLink *link,
             GArray              *points)
{
  lead_along_rail (self, link->from, self->centres[link->from] - self->width / 2.0 - TL_DIAGRAM_RAIL,
                   tl_diagram_get_start (self, link->to) + self->depth, points);
}

/* Past what else stands in the row of a goal, as far as its stacks reach below it. */
static void
lead_past_stacks (TlDiagram *self,
                  guint      place,
                  double     port,
                  GArray    *points)
{
  double end = get_row_of (self, place)->end;

  if (end > tl_diagram_get_start (self, place) + self->depth + 0.5)
    add_point (self, points, port, end);
}

/* To a goal on a later shelf: out above the row of its own, and in below the row of the other. */
static void
trace_turn (TlDiagram           *self,
            const TlDiagramLink *link,
            guint                n,
            const double        *ports,
            GArray              *points)
{
  double start = tl_diagram_get_start (self, link->from);
  double out = get_row_of (self, link->from)->start - TURN;
  double in = get_row_of (self, link->to)->end + TURN;
  double lane = choose_lane (self, link, n);
  double leave = ports[0];

  if (tl_diagram_is_listed (self, link->from))
    {
      leave = tl_diagram_get_exit (self, link->from);
      add_point (self, points, self->centres[link->from] - self->width / 2.0, start + self->depth / 2.0);
      add_point (self, points, leave, start + self->depth / 2.0);
    }
  else
    add_point (self, points, leave, start);

  add_point (self, points, leave, out);
  add_point (self, points, lane, out);
  add_point (self, points, lane, in);
  add_point (self, points, ports[1], in);
  add_point (self, points, ports[1], tl_diagram_get_start (self, link->to) + self->depth);
}

static void
trace_link (TlDiagram           *self,
            const TlDiagramLink *link,
            const TlDiagramLink *leader,
            guint                n,
            const double        *ports,
            GArray              *points)
{
  int side = compare_rows (self, link);
  double from = tl_diagram_get_start (self, link->from) + (side > 0 ? self->depth : 0.0);
  double to = tl_diagram_get_start (self, link->to) + (side < 0 ? self->depth : 0.0);

  if (side == 0)
    {
      trace_arch (self, link, ports, points);
      return;
    }

  if (tl_diagram_is_listed (self, link->from))
    {
      const TlDiagramRow *row = get_row_of (self, link->from);

      lead_along_rail (self, link->from, tl_diagram_get_exit (self, link->from), side > 0 ? row->end : row->start,
                       points);
    }
  else
    {
      add_point (self, points, ports[0], from);
      if (side > 0)
        lead_past_stacks (self, link->from, ports[0], points);
    }

  if (self->part_of[link->from] == self->part_of[link->to])
    lead_along_bends (self, leader, points);
  else
    lead_across (self, link, n, points);

  if (side < 0)
    lead_past_stacks (self, link->to, ports[1], points);
  add_point (self, points, ports[1], to);
}

/* Of all that helps a goal, not only of what is shown. */
static double *
sum_weights (TlDiagram *self)
{
  guint n_links;
  const TlGraphLink *links = tl_graph_get_links (self->graph, &n_links);
  double *sums = g_new0 (double, MAX (tl_graph_get_n_goals (self->graph), 1));

  for (guint i = 0; i < n_links; i++)
    sums[links[i].to] += links[i].weight;

  return sums;
}

static TlCurve
choose_curve (TlDiagram           *self,
              const TlDiagramLink *link)
{
  if (turns_round (self, link))
    return TL_CURVE_ROUNDED;
  if (tl_diagram_is_listed (self, link->from))
    return TL_CURVE_RAIL;

  return compare_rows (self, link) == 0 ? TL_CURVE_FREE : TL_CURVE_LED;
}

static void
add_link (TlDiagram    *self,
          TlScene      *scene,
          guint         n,
          const double *ports,
          const double *sums,
          GArray       *points)
{
  const TlDiagramLink *shown = &g_array_index (self->links, TlDiagramLink, n);
  guint n_links;
  const TlGraphLink *link = &tl_graph_get_links (self->graph, &n_links)[shown->link];
  TlContribution *contribution = tl_graph_get_contribution (self->graph, shown->link);
  guint leader = tl_diagram_is_led (self, n) ? self->parent_links[self->stack_of[shown->from]] : n;

  g_array_set_size (points, 0);
  if (is_inner (self, n))
    trace_inner (self, shown, points);
  else if (turns_round (self, shown))
    trace_turn (self, shown, n, ports + 2 * leader, points);
  else
    trace_link (self, shown, &g_array_index (self->links, TlDiagramLink, leader), n, ports + 2 * leader, points);

  tl_scene_add_edge (scene, &(TlEdge) {
    .id = tl_entity_get_id (TL_ENTITY (contribution)),
    .from = shown->from, .to = shown->to,
    .curve = choose_curve (self, shown),
    .points = (const double *) (gpointer) points->data, .n_points = points->len / 2,
    .share = sums[link->to] > 0.0 ? link->weight / sums[link->to] : 1.0,
    .critical = link->critical,
    .description = tl_contribution_get_rationale (contribution),
  });
}

/* Adds the links to a scene whose cards are numbered as the goals of the selection. */
void
tl_diagram_add_links (TlDiagram *self,
                      TlScene   *scene)
{
  g_autofree double *ports = assign_ports (self);
  g_autofree double *sums = sum_weights (self);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->links->len; i++)
    add_link (self, scene, i, ports, sums, points);
}
