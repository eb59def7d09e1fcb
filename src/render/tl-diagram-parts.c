/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the goals of a diagram stand.
 *
 * Each organisation is laid out by itself and they stand side by side, ours first, so that what crosses a border is
 * seen to cross it.  The rows are shared by all of them: a level has the same height everywhere on a shelf.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-diagram-private.h"
#include "tl-layered.h"
#include "tl-organisation.h"

#define CARD_GAP       28.0
#define COLUMN_GAP     20.0
#define CHANNEL        64.0          /* between two organisations, for the lines that cross */

/* Which links of the graph have both their ends among the goals shown. */
void
tl_diagram_collect_links (TlDiagram *self)
{
  guint n_links;
  const TlGraphLink *links = tl_graph_get_links (self->graph, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      guint from = self->place_of[links[i].from];
      guint to = self->place_of[links[i].to];

      if (from == TL_GRAPH_NONE || to == TL_GRAPH_NONE)
        continue;

      g_array_append_val (self->links, ((TlDiagramLink) { .link = i, .from = from, .to = to }));
    }
}

/* A document may have no organisation yet; its goals are ours all the same. */
static gboolean
is_own (TlDiagram *self,
        guint      index)
{
  TlOrganisation *organisation = tl_graph_get_organisation (self->graph, index);

  return organisation == NULL || tl_organisation_get_kind (organisation) == TL_ORGANISATION_KIND_OWN;
}

static void
add_part (TlDiagram *self,
          guint      shelf,
          guint      organisation,
          guint      n_members)
{
  if (n_members == 0)
    return;

  g_array_append_val (self->parts, ((TlDiagramPart) {
    .shelf = shelf, .organisation = organisation, .members = g_new (guint, n_members),
  }));
}

/* Our own organisations first, then the others, then what belongs to none, each as the document has them. */
static void
order_parts (TlDiagram   *self,
             guint        shelf,
             const guint *n_members)
{
  guint n_organisations = tl_graph_get_n_organisations (self->graph);

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_organisations; i++)
      if (is_own (self, i) == (pass == 0))
        add_part (self, shelf, i, n_members[i]);

  add_part (self, shelf, TL_GRAPH_NONE, n_members[n_organisations]);
}

/* Among what one shelf has of each organisation, the last for goals of none. */
static guint
get_home (TlDiagram *self,
          guint      place)
{
  return MIN (tl_diagram_get_organisation (self, place), tl_graph_get_n_organisations (self->graph));
}

static guint
count_homes (const guint *n_members,
             guint        n_shelves,
             guint        n_homes)
{
  guint n_found = 0;

  for (guint home = 0; home < n_homes; home++)
    for (guint shelf = 0; shelf < n_shelves; shelf++)
      if (n_members[shelf * n_homes + home] > 0)
        {
          n_found++;
          break;
        }

  return n_found;
}

/* Gives every goal to the part of its organisation on its shelf. */
void
tl_diagram_split_parts (TlDiagram *self)
{
  guint n_homes = tl_graph_get_n_organisations (self->graph) + 1;
  guint n_shelves = self->rows->len > 0 ? tl_diagram_get_row (self, self->rows->len - 1)->shelf + 1 : 0;
  g_autofree guint *n_members = g_new0 (guint, n_shelves * n_homes + 1);
  g_autofree guint *part_of = g_new0 (guint, n_shelves * n_homes + 1);

  for (guint i = 0; i < self->n_goals; i++)
    n_members[tl_diagram_get_row (self, self->row_of[i])->shelf * n_homes + get_home (self, i)]++;
  for (guint shelf = 0; shelf < n_shelves; shelf++)
    order_parts (self, shelf, n_members + shelf * n_homes);
  self->n_homes = count_homes (n_members, n_shelves, n_homes);

  for (guint p = 0; p < self->parts->len; p++)
    {
      const TlDiagramPart *part = tl_diagram_get_part (self, p);

      part_of[part->shelf * n_homes + MIN (part->organisation, n_homes - 1)] = p;
    }

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

/* One node for each card, and for each stack: the card at its top.  The node of a list is wider by the indentation on
 * both sides, so that the layout centres the whole of it below the goal it helps.
 */
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
      gboolean listed = tl_diagram_is_listed (self, place);

      if (stands_below (self, place))
        continue;

      node_of[place] = n_nodes;
      nodes[n_nodes++] = (TlLayoutNode) {
        self->row_of[place], TL_CARD_WIDTH + (listed ? 2.0 * TL_DIAGRAM_INDENT : 0.0), TL_CARD_HEIGHT,
      };
    }

  return n_nodes;
}

/* What stands below in a stack is led by the line of the card at its top. */
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

      if (stands_below (self, link->from))
        continue;

      g_array_append_val (edges, ((TlLayoutEdge) { node_of[link->to], node_of[link->from] }));
      g_array_append_val (led, n);
    }

  return led;
}

/* Lays out one part, its left end at @start.  @node_of is scratch for the nodes of all goals. */
static void
place_part (TlDiagram     *self,
            TlDiagramPart *part,
            double         start,
            GArray        *part_links,
            guint         *node_of)
{
  TlLayoutOptions options = TL_LAYOUT_OPTIONS_DEFAULT;
  g_autofree TlLayoutNode *nodes = g_new (TlLayoutNode, part->n_members);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (TlLayoutEdge));
  guint n_nodes = list_nodes (self, part, nodes, node_of);
  g_autoptr (GArray) led = list_edges (self, part_links, node_of, edges);

  options.node_gap = self->down ? CARD_GAP : COLUMN_GAP;
  options.direction = self->down ? TL_LAYOUT_DOWN : TL_LAYOUT_RIGHT;

  g_autoptr (TlLayout) layout = tl_layout_new (nodes, n_nodes, (const TlLayoutEdge *) (gpointer) edges->data,
                                               edges->len, &options, NULL);
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);

  /* Whole units, so that at a scale of 1 every card falls on whole pixels. */
  for (guint i = 0; i < part->n_members; i++)
    {
      guint place = part->members[i];
      guint top = self->stack_of[place] != TL_GRAPH_NONE ? self->stack_of[place] : place;
      const TlLayoutPoint *centre = &centres[node_of[top]];

      self->centres[place] = start + round (self->down ? centre->x : centre->y)
                             + (tl_diagram_is_listed (self, place) ? TL_DIAGRAM_INDENT : 0.0);
    }
  for (guint i = 0; i < led->len; i++)
    keep_bends (self, layout, i, &g_array_index (self->links, TlDiagramLink, g_array_index (led, guint, i)), start);

  part->start = start;
  part->end = start + ceil (self->down ? tl_layout_get_width (layout) : tl_layout_get_height (layout));
}

/* Lays out the parts side by side, shelf by shelf. */
void
tl_diagram_place_parts (TlDiagram *self)
{
  g_autofree guint *node_of = g_new (guint, MAX (self->n_goals, 1));
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double first = self->n_homes > 1 ? TL_DIAGRAM_REGION_PAD : 0.0;
  double start = first;

  for (guint p = 0; p < self->parts->len; p++)
    g_ptr_array_add (links, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < self->links->len; i++)
    {
      const TlDiagramLink *link = &g_array_index (self->links, TlDiagramLink, i);

      if (self->part_of[link->from] == self->part_of[link->to])
        g_array_append_val ((GArray *) links->pdata[self->part_of[link->from]], i);
    }

  for (guint p = 0; p < self->parts->len; p++)
    {
      TlDiagramPart *part = tl_diagram_get_part (self, p);

      if (p > 0 && part->shelf != tl_diagram_get_part (self, p - 1)->shelf)
        start = first;
      place_part (self, part, start, links->pdata[p], node_of);
      start = part->end + 2.0 * TL_DIAGRAM_REGION_PAD + CHANNEL;
    }
}
