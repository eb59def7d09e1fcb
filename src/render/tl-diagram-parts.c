/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the goals of a diagram stand.
 *
 * Each organisation is laid out by itself and they stand side by side, ours first, so that what crosses a border is
 * seen to cross it; so is what stands on each shelf.  The rows are shared by all of them: a level has the same height everywhere on a shelf.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-diagram-private.h"
#include "tl-layered.h"
#include "tl-organisation.h"

#define CHANNEL 64.0                 /* between two organisations, for the lines that cross */

/* Work on the order of the goals, in percent, shared by all parts: on small graphs the layout tries dozens of orders,
 * and a large picture has dozens of small parts.
 */
#define EFFORT       100
#define LEAST_EFFORT 10

/* A document may have no organisation yet; its goals are ours all the same. */
static gboolean
is_own (TlDiagram *self,
        guint      index)
{
  TlOrganisation *organisation = tl_graph_get_organisation (self->graph, index);

  return organisation == NULL || tl_organisation_get_kind (organisation) == TL_ORGANISATION_KIND_OWN;
}

/* How many homes a shelf can have goals of: the organisations, those of none, and those that nothing connects. */
static guint
count_possible_homes (TlDiagram *self)
{
  return tl_graph_get_n_organisations (self->graph) + 2;
}

static guint
get_home (TlDiagram *self,
          guint      place)
{
  guint n_organisations = tl_graph_get_n_organisations (self->graph);

  return self->loose[place] ? n_organisations + 1 : MIN (tl_diagram_get_organisation (self, place), n_organisations);
}

/* Notes the part in @part_of, by its home. */
static void
add_part (TlDiagram   *self,
          guint        shelf,
          guint        home,
          const guint *n_members,
          guint       *part_of)
{
  guint n_organisations = tl_graph_get_n_organisations (self->graph);

  if (n_members[home] == 0)
    return;

  part_of[home] = self->parts->len;
  g_array_append_val (self->parts, ((TlDiagramPart) {
    .shelf = shelf, .organisation = home < n_organisations ? home : TL_GRAPH_NONE, .loose = home > n_organisations,
    .members = g_new (guint, n_members[home]),
  }));
}

/* Our own organisations first, then the others, then what belongs to none, each as the document has them; last what
 * nothing connects.
 */
static void
order_parts (TlDiagram   *self,
             guint        shelf,
             const guint *n_members,
             guint       *part_of)
{
  guint n_organisations = tl_graph_get_n_organisations (self->graph);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_organisations; i++)
      if (is_own (self, i) == (pass == 0))
        add_part (self, shelf, i, n_members, part_of);

  add_part (self, shelf, n_organisations, n_members, part_of);
  add_part (self, shelf, n_organisations + 1, n_members, part_of);
}

/* How many organisations have goals that are connected. */
static guint
count_homes (TlDiagram *self)
{
  g_autofree gboolean *found = g_new0 (gboolean, count_possible_homes (self));
  guint n_found = 0;

  for (guint i = 0; i < self->n_goals; i++)
    if (!self->loose[i] && !found[get_home (self, i)])
      {
        found[get_home (self, i)] = TRUE;
        n_found++;
      }

  return n_found;
}

/* Gives every goal to the part of its organisation on its shelf. */
void
tl_diagram_split_parts (TlDiagram *self)
{
  guint n_homes = count_possible_homes (self);
  guint n_shelves = self->rows->len > 0 ? tl_diagram_get_row (self, self->rows->len - 1)->shelf + 1 : 0;
  g_autofree guint *n_members = g_new0 (guint, n_shelves * n_homes + 1);
  g_autofree guint *part_of = g_new0 (guint, n_shelves * n_homes + 1);

  for (guint i = 0; i < self->n_goals; i++)
    n_members[tl_diagram_get_row (self, self->row_of[i])->shelf * n_homes + get_home (self, i)]++;
  for (guint shelf = 0; shelf < n_shelves; shelf++)
    order_parts (self, shelf, n_members + shelf * n_homes, part_of + shelf * n_homes);
  self->n_homes = count_homes (self);

  for (guint i = 0; i < self->n_goals; i++)
    {
      guint shelf = tl_diagram_get_row (self, self->row_of[i])->shelf;

      self->part_of[i] = part_of[shelf * n_homes + get_home (self, i)];

      TlDiagramPart *part = tl_diagram_get_part (self, self->part_of[i]);

      part->members[part->n_members++] = i;
    }
}

/* The row a bend of the layout stands at, and which side of it: 2 x row, and 1 more for the lower side.  Where our
 * rows stand is decided later.
 */
static double
find_bend_side (const TlLayoutRow *rows,
                guint              n_rows,
                double             along)
{
  guint low = 0;
  guint high = n_rows;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (rows[middle].start <= along)
        low = middle;
      else
        high = middle;
    }

  return 2.0 * rows[low].layer + (along > rows[low].start ? 1.0 : 0.0);
}

/* The layout tells bends from the helped to the helper; a line is drawn the other way round. */
static void
keep_bends (TlDiagram      *self,
            const TlLayout *layout,
            guint           layout_edge,
            TlDiagramLink  *link,
            double          start)
{
  guint n_bends, n_rows;
  const TlLayoutPoint *bends = tl_layout_get_bends (layout, layout_edge, &n_bends);
  const TlLayoutRow *rows = tl_layout_get_rows (layout, &n_rows);

  link->first_bend = self->bends->len;
  link->n_bends = n_bends;
  for (guint i = n_bends; i-- > 0;)
    {
      TlDiagramPoint bend = {
        start + (self->down ? bends[i].x : bends[i].y),
        find_bend_side (rows, n_rows, self->down ? bends[i].y : bends[i].x),
      };

      g_array_append_val (self->bends, bend);
    }
}

static gboolean
stands_below (TlDiagram *self,
              guint      place)
{
  return self->slots[place] > 0;
}

/* One node for each card, and for each column: the card at its top. */
static guint
list_nodes (TlDiagram     *self,
            TlDiagramPart *part,
            TlLayoutNode  *nodes,
            guint         *node_of)
{
  guint n_nodes = 0;

  for (guint i = 0; i < part->n_members; i++)
    {
      guint place = part->members[i];
      float breadth = tl_diagram_get_breadth (self, place);

      if (stands_below (self, place))
        continue;

      node_of[place] = n_nodes;
      nodes[n_nodes++] = (TlLayoutNode) {
        self->row_of[place], self->down ? breadth : TL_CARD_WIDTH, self->down ? TL_CARD_HEIGHT : breadth,
      };
    }

  return n_nodes;
}

/* What is folded away is an empty node in the next row, so that its goal is not taken for one that nothing connects and
 * stays where it stood when what is beneath it is folded away.  Returns how many nodes there are then.
 */
static guint
add_folded (TlDiagram     *self,
            TlDiagramPart *part,
            TlLayoutNode  *nodes,
            guint          n_nodes,
            const guint   *node_of,
            GArray        *edges)
{
  g_autofree gboolean *has_edge = g_new0 (gboolean, n_nodes);

  for (guint i = 0; i < edges->len; i++)
    {
      const TlLayoutEdge *edge = &g_array_index (edges, TlLayoutEdge, i);

      has_edge[edge->upper] = has_edge[edge->lower] = TRUE;
    }

  for (guint i = 0; i < part->n_members; i++)
    {
      guint place = part->members[i];

      if (stands_below (self, place) || has_edge[node_of[place]] || self->beneath[place].n_goals == 0)
        continue;

      nodes[n_nodes] = (TlLayoutNode) { self->row_of[place] + 1, 0.0f, 0.0f };
      g_array_append_val (edges, ((TlLayoutEdge) { node_of[place], n_nodes }));
      n_nodes++;
    }

  return n_nodes;
}

/* What stands in a list is led by the line of the card at the top of its column to the goal the list is beneath; what
 * it helps besides has a line of its own.
 */
static GArray *
list_edges (TlDiagram   *self,
            GArray      *part_links,
            const guint *node_of,
            GArray      *edges)
{
  GArray *led = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < part_links->len; i++)
    {
      guint n = g_array_index (part_links, guint, i);
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, n);

      if (stands_below (self, link->from) && self->parent_links[link->from] == n)
        continue;

      g_array_append_val (edges, ((TlLayoutEdge) {
        node_of[link->to], node_of[tl_diagram_get_top (self, link->from)],
      }));
      g_array_append_val (led, n);
    }

  return led;
}

/* From the middle of a node to that of a card in it. */
static double
get_offset (TlDiagram *self,
            guint      place)
{
  guint top = tl_diagram_get_top (self, place);

  if (!tl_diagram_is_listed (self, place))
    return 0.0;

  return tl_diagram_get_lead (self, top) + self->indents[place] * TL_DIAGRAM_STEP
         + (self->width - tl_diagram_get_breadth (self, top)) / 2.0;
}

/* Where the nodes stood before; of those that are no cards nothing is known. */
static TlLayoutPlace *
list_places (TlDiagram           *self,
             const TlDiagramPart *part,
             guint                n_nodes,
             const guint         *node_of,
             const guint64       *helped)
{
  TlLayoutPlace *places = g_new (TlLayoutPlace, n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    places[i] = (TlLayoutPlace) { { NAN, NAN }, FALSE };
  for (guint i = 0; i < part->n_members; i++)
    {
      guint place = part->members[i];
      const TlDiagramTrace *trace = tl_diagram_get_trace (self, place);
      double centre = trace != NULL && trace->shelf == part->shelf ? trace->centre : NAN;

      if (!stands_below (self, place))
        places[node_of[place]] = (TlLayoutPlace) {
          { centre, centre }, !isnan (centre) && trace->helped == helped[place],
        };
    }

  return places;
}

/* The ways lines took before, their bends in @points; of edges that are no lines none is known. */
static TlLayoutWay *
list_ways (TlDiagram *self,
           GArray    *led,
           guint      n_edges,
           GArray    *points)
{
  TlLayoutWay *ways = g_new0 (TlLayoutWay, n_edges + 1);

  for (guint i = 0; i < led->len; i++)
    {
      const TlDiagramPoint *bends = tl_diagram_get_way (self, &g_array_index (self->links, TlDiagramLink,
                                                                              g_array_index (led, guint, i)),
                                                        &ways[i].n_bends);

      /* From the helped to the helper, as the layout tells them. */
      for (guint b = ways[i].n_bends; b-- > 0;)
        g_array_append_val (points, ((TlLayoutPoint) { bends[b].across, bends[b].across }));
    }

  const TlLayoutPoint *next = (const TlLayoutPoint *) (gpointer) points->data;

  for (guint i = 0; i < led->len; i++)
    {
      ways[i].bends = next;
      next += ways[i].n_bends;
    }

  return ways;
}

/* Lays out one part from its start, keeping to where things stood before.  @node_of is scratch for the nodes of all
 * goals.
 */
static void
lay_out_part (TlDiagram     *self,
              TlDiagramPart *part,
              GArray        *part_links,
              const guint64 *helped,
              guint         *node_of)
{
  TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;
  g_autofree TlLayoutNode *nodes = g_new (TlLayoutNode, 2 * part->n_members);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (TlLayoutEdge));
  guint n_cards = list_nodes (self, part, nodes, node_of);
  g_autoptr (GArray) led = list_edges (self, part_links, node_of, edges);
  guint n_nodes = add_folded (self, part, nodes, n_cards, node_of, edges);
  g_autofree TlLayoutPlace *places = self->base != NULL ? list_places (self, part, n_nodes, node_of, helped) : NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (TlLayoutPoint));
  g_autofree TlLayoutWay *ways = self->base != NULL ? list_ways (self, led, edges->len, points) : NULL;

  options.effort = MAX (EFFORT / self->parts->len, LEAST_EFFORT);
  options.node_gap = tl_diagram_get_gap (self);
  options.direction = self->down ? TL_LAYOUT_DOWN : TL_LAYOUT_RIGHT;
  options.previous_ways = ways;

  g_autoptr (TlLayout) layout = tl_layout_new (nodes, n_nodes, (const TlLayoutEdge *) (gpointer) edges->data,
                                               edges->len, &options, places);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  /* Whole units, so that at a scale of 1 every card falls on whole pixels. */
  for (guint i = 0; i < part->n_members; i++)
    {
      const TlLayoutPoint *centre = &centres[node_of[tl_diagram_get_top (self, part->members[i])]];

      self->node_centres[part->members[i]] = round (self->down ? centre->x : centre->y);
    }
  for (guint i = 0; i < led->len; i++)
    keep_bends (self, layout, i, &g_array_index (self->links, TlDiagramLink, g_array_index (led, guint, i)),
                part->start);

  part->end = part->start + ceil (self->down ? tl_layout_get_width (layout) : tl_layout_get_height (layout));
}

/* The links inside each part. */
static GPtrArray *
sort_links (TlDiagram *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint p = 0; p < self->parts->len; p++)
    g_ptr_array_add (links, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);

      if (self->part_of[link->from] == self->part_of[link->to])
        g_array_append_val ((GArray *) links->pdata[self->part_of[link->from]], i);
    }

  return links;
}

/* Lays out the parts side by side, shelf by shelf; one that is as it was before, as it was. */
void
tl_diagram_place_parts (TlDiagram *self)
{
  g_autofree guint *node_of = g_new (guint, MAX (self->n_goals, 1));
  g_autofree guint64 *helped = tl_diagram_sum_helped (self);
  g_autoptr (GPtrArray) links = sort_links (self);
  double first = tl_diagram_has_regions (self) ? TL_DIAGRAM_REGION_PAD : 0.0;
  double start = first;

  for (guint p = 0; p < self->parts->len; p++)
    {
      TlDiagramPart *part = tl_diagram_get_part (self, p);

      if (p > 0 && part->shelf != tl_diagram_get_part (self, p - 1)->shelf)
        start = first;
      part->start = start;
      if (!tl_diagram_recall_part (self, part, links->pdata[p]))
        lay_out_part (self, part, links->pdata[p], helped, node_of);
      self->breadth = MAX (self->breadth, part->end + first);
      start = part->end + 2.0 * TL_DIAGRAM_REGION_PAD + CHANNEL;
    }

  for (guint i = 0; i < self->n_goals; i++)
    self->centres[i] = tl_diagram_get_part (self, self->part_of[i])->start + self->node_centres[i]
                       + get_offset (self, i);
}
