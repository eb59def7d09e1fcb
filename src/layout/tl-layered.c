/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Layered layout: rows of nodes in, coordinates out.
 *
 * Knows nothing of goals.  The layers are given by the caller, so what is left is the method of
 * docs/layout.md: compile the graph (tl-layout-graph.c), find the order of each row with few crossings
 * (tl-layout-order.c and the phases it calls), place the rows (tl-layout-coordinates.c), and hand the result
 * out.  The same input always gives the same picture: work is limited by counting it, never by the clock.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <math.h>

#include "tl-layered.h"
#include "tl-layout-coordinates.h"
#include "tl-layout-graph.h"
#include "tl-layout-order.h"

#define USUAL_EFFORT 100

struct _TlLayout
{
  guint n_nodes;
  guint n_rows;
  guint n_edges;

  TlLayoutPoint *centres;
  TlLayoutRow *rows;
  TlLayoutPoint *bends;
  guint *bend_start;

  double width;
  double height;
  double loose_start;

  /* Kept for those who ask how many crossings there are. */
  TlArena arena;
  TlLayoutGraph *graph;
};

/* Row extents: as deep as the deepest node in the row and the caller's minimum ask for. */
static void
stack_rows (TlLayout              *self,
            const TlLayoutGraph   *graph,
            const TlLayoutNode    *nodes,
            const TlLayoutOptions *options)
{
  gboolean sideways = options->direction == TL_LAYOUT_RIGHT;
  double at = 0.0;

  self->n_rows = graph->n_rows;
  self->rows = g_new0 (TlLayoutRow, graph->n_rows);
  for (guint r = 0; r < graph->n_rows; r++)
    {
      guint layer = graph->row_layer[r];

      self->rows[r].layer = layer;
      if (layer < options->n_layer_minimum && options->layer_minimum != NULL)
        self->rows[r].end = tl_layout_extent (options->layer_minimum[layer]);
    }
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      TlLayoutRow *row = &self->rows[graph->row[i]];

      row->end = MAX (row->end, tl_layout_extent (sideways ? nodes[i].width : nodes[i].height));
    }
  for (guint r = 0; r < graph->n_rows; r++)
    {
      double extent = self->rows[r].end;

      self->rows[r].start = at;
      self->rows[r].end = at + extent;
      self->height = at + extent;
      at += extent + tl_layout_extent (options->layer_gap);
    }
}

/* Moves the picture so that it begins at 0 and takes down how far it reaches. */
static void
measure_breadth (TlLayout            *self,
                 const TlLayoutGraph *graph,
                 double              *x)
{
  double least = G_MAXDOUBLE;
  double most = -G_MAXDOUBLE;
  guint n_ordered = graph->row_start[graph->n_rows];

  for (guint i = 0; i < n_ordered; i++)
    {
      guint v = graph->order[i];

      least = MIN (least, x[v] - graph->breadth[v] / 2.0);
      most = MAX (most, x[v] + graph->breadth[v] / 2.0);
    }
  if (n_ordered == 0)
    least = most = 0.0;

  for (guint i = 0; i < n_ordered; i++)
    x[graph->order[i]] -= least;
  self->width = most - least;
}

/* Sets the loose nodes out to the right of everything else, in a block with a common left edge. */
static void
place_loose (TlLayout            *self,
             const TlLayoutGraph *graph,
             const TlLayoutGaps  *gaps,
             double              *x)
{
  double start = self->width > 0.0 ? self->width + 2.0 * gaps->node_gap : 0.0;

  self->loose_start = NAN;
  for (guint r = 0; r < graph->n_rows; r++)
    {
      double at = start;

      for (guint i = graph->loose_start[r]; i < graph->loose_start[r + 1]; i++)
        {
          guint v = graph->loose[i];

          x[v] = at + graph->breadth[v] / 2.0;
          at += graph->breadth[v];
          self->width = MAX (self->width, at);
          self->loose_start = start;
          at += gaps->node_gap;
        }
    }
}

static TlLayoutPoint
turn (double   along,
      double   across,
      gboolean sideways)
{
  return sideways ? (TlLayoutPoint) { across, along } : (TlLayoutPoint) { along, across };
}

static void
write_centres (TlLayout            *self,
               const TlLayoutGraph *graph,
               const double        *x,
               gboolean             sideways)
{
  self->n_nodes = graph->n_nodes;
  self->centres = g_new (TlLayoutPoint, graph->n_nodes);
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      const TlLayoutRow *row = &self->rows[graph->row[i]];

      self->centres[i] = turn (x[i], (row->start + row->end) / 2.0, sideways);
    }
}

/* Two bends for each row an edge passes, where it enters and where it leaves it. */
static void
write_bends (TlLayout            *self,
             const TlLayoutGraph *graph,
             const TlLayoutEdge  *edges,
             const double        *x,
             gboolean             sideways)
{
  guint n_bends = 0;

  self->n_edges = graph->n_edges;
  self->bend_start = g_new0 (guint, (gsize) graph->n_edges + 1);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      n_bends += 2 * graph->chain_length[e];
      self->bend_start[e + 1] = n_bends;
    }

  self->bends = g_new (TlLayoutPoint, n_bends);
  for (guint e = 0; e < graph->n_edges; e++)
    {
      TlLayoutPoint *bends = self->bends + self->bend_start[e];
      guint n = 2 * graph->chain_length[e];

      if (n == 0)
        continue;

      gboolean turned = graph->row[edges[e].upper] > graph->row[edges[e].lower];

      for (guint i = 0; i < graph->chain_length[e]; i++)
        {
          guint v = graph->chain_start[e] + i;
          const TlLayoutRow *row = &self->rows[graph->row[v]];

          bends[turned ? n - 1 - 2 * i : 2 * i] = turn (x[v], row->start, sideways);
          bends[turned ? n - 2 - 2 * i : 2 * i + 1] = turn (x[v], row->end, sideways);
        }
    }
}

/* Only neighbours are held apart, so an edge between two nodes has to keep each half a gap away. */
static TlLayoutGaps
read_gaps (const TlLayoutOptions *options)
{
  float node_gap = tl_layout_extent (options->node_gap);

  return (TlLayoutGaps) { node_gap, MAX (tl_layout_extent (options->edge_gap), node_gap / 2.0f) };
}

/**
 * tl_layout_new:
 * @nodes: (array length=n_nodes) (nullable): the nodes; a width, height or gap that is negative or no number counts
 *   as zero
 * @n_nodes: how many
 * @edges: (array length=n_edges) (nullable): the edges, as indices into @nodes
 * @n_edges: how many
 * @options: (nullable): gaps and direction; %NULL for `TL_LAYOUT_OPTIONS_DEFAULT`
 * @previous: (nullable) (array length=n_nodes): where the nodes stood, to keep their order and, as far as
 *   there is room, their places; %NULL to start from nothing
 *
 * Lays out a graph whose layers are known.  No two nodes of a row come nearer than the gap, no edge that
 * passes a row runs over a node of it, and nodes without an edge stand in a block of their own at the end
 * of their rows.  The same input always gives the same result.
 *
 * Returns: (transfer full): the layout
 */
TlLayout *
tl_layout_new (const TlLayoutNode    *nodes,
               guint                  n_nodes,
               const TlLayoutEdge    *edges,
               guint                  n_edges,
               const TlLayoutOptions *options,
               const TlLayoutPlace   *previous)
{
  static const TlLayoutOptions defaults = TL_LAYOUT_OPTIONS_DEFAULT;

  g_return_val_if_fail (nodes != NULL || n_nodes == 0, NULL);
  g_return_val_if_fail (edges != NULL || n_edges == 0, NULL);

  if (options == NULL)
    options = &defaults;

  TlLayout *self = g_new0 (TlLayout, 1);
  gboolean sideways = options->direction == TL_LAYOUT_RIGHT;
  TlLayoutGaps gaps = read_gaps (options);

  tl_arena_init (&self->arena);

  TlLayoutGraph *graph = tl_layout_graph_new (&self->arena, nodes, n_nodes, edges, n_edges, options->direction);

  self->graph = graph;

  double *stood = NULL;
  guint8 *held = NULL;

  if (previous != NULL)
    {
      stood = tl_arena_new_raw (&self->arena, double, graph->n_vertices);
      held = tl_arena_new_raw (&self->arena, guint8, graph->n_vertices);
      tl_layout_keep (graph, edges, previous, options->previous_ways, sideways, stood, held);
    }
  else
    tl_layout_order (graph, &gaps, options->effort > 0 ? options->effort : USUAL_EFFORT);

  double *x = tl_layout_place (graph, &gaps, stood, held);

  stack_rows (self, graph, nodes, options);
  measure_breadth (self, graph, x);
  place_loose (self, graph, &gaps, x);
  write_centres (self, graph, x, sideways);
  write_bends (self, graph, edges, x, sideways);

  if (sideways)
    {
      double width = self->width;

      self->width = self->height;
      self->height = width;
    }

  return self;
}

/**
 * tl_layout_free:
 * @self: (nullable): a layout
 *
 * Frees a layout and all that its getters have returned.
 */
void
tl_layout_free (TlLayout *self)
{
  if (self == NULL)
    return;

  g_free (self->centres);
  g_free (self->rows);
  g_free (self->bends);
  g_free (self->bend_start);
  tl_arena_clear (&self->arena);
  g_free (self);
}

/**
 * tl_layout_get_centres:
 * @self: a layout
 * @n_nodes: (out) (optional): how many nodes there are
 *
 * Returns: (transfer none) (array length=n_nodes): the centre of each node, in the order the nodes were given
 */
const TlLayoutPoint *
tl_layout_get_centres (const TlLayout *self,
                       guint          *n_nodes)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_nodes != NULL)
    *n_nodes = self->n_nodes;

  return self->centres;
}

/**
 * tl_layout_get_rows:
 * @self: a layout
 * @n_rows: (out) (optional): how many rows there are
 *
 * Returns: (transfer none) (array length=n_rows): the rows from layer 0 on, with their extents; layers
 *   nobody stands in have none
 */
const TlLayoutRow *
tl_layout_get_rows (const TlLayout *self,
                    guint          *n_rows)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_rows != NULL)
    *n_rows = self->n_rows;

  return self->rows;
}

/**
 * tl_layout_get_bends:
 * @self: a layout
 * @edge: index of an edge, as the edges were given
 * @n_bends: (out): how many bends it has
 *
 * The way an edge takes between its ends, from its `upper` to its `lower`, ends excluded.  Bends come in
 * pairs, one pair for each row the edge passes: where it enters the row and where it leaves it.  Between the
 * two it has to run straight to be sure not to touch a node; between the rows it is free.
 *
 * Returns: (transfer none) (nullable) (array length=n_bends): the bends, %NULL when there is none
 */
const TlLayoutPoint *
tl_layout_get_bends (const TlLayout *self,
                     guint           edge,
                     guint          *n_bends)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (edge < self->n_edges, NULL);
  g_return_val_if_fail (n_bends != NULL, NULL);

  *n_bends = self->bend_start[edge + 1] - self->bend_start[edge];

  return *n_bends > 0 ? self->bends + self->bend_start[edge] : NULL;
}

/**
 * tl_layout_get_width:
 * @self: a layout
 *
 * Returns: the width of the whole picture, which begins at 0
 */
double
tl_layout_get_width (const TlLayout *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->width;
}

/**
 * tl_layout_get_height:
 * @self: a layout
 *
 * Returns: the height of the whole picture, which begins at 0
 */
double
tl_layout_get_height (const TlLayout *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return self->height;
}

/**
 * tl_layout_get_loose_start:
 * @self: a layout
 *
 * Returns: where the block of nodes without an edge begins (x when the layers lead down, y when they lead
 *   right), NAN when every node has one
 */
double
tl_layout_get_loose_start (const TlLayout *self)
{
  g_return_val_if_fail (self != NULL, NAN);

  return self->loose_start;
}

/**
 * tl_layout_get_crossings:
 * @self: a layout
 *
 * Counts anew each time it is asked: nearly nobody does, and after an edit it takes a tenth as long as the layout.
 *
 * Returns: how many pairs of edges cross, each row gap counted by itself
 */
guint64
tl_layout_get_crossings (const TlLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return tl_crossings_count_once (self->graph);
}
