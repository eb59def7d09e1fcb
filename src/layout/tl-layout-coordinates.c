/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places the vertices of ordered rows along their rows.
 *
 * Each row in turn is fitted to where its neighbours stand, by isotonic least squares (tl-layout-isotonic.c),
 * so the gaps hold at every step.  Rows are first fitted to both sides until they agree, which draws the
 * picture together.  Then it is made regular: from the bottom up, parents go over the middle of their
 * children and what has none under its parents (or from the top down, children under their parents, if the
 * picture spreads upwards).  Aligning in four directions and taking the median was rejected: on cascades it doubles
 * the length of the edges.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <math.h>

#include "tl-layout-coordinates.h"
#include "tl-layout-isotonic.h"

/* Long edges are to be straight where they pass rows: dot's weights (Gansner et al., 1993). */
#define WEIGHT_PLAIN 1.0
#define WEIGHT_HALF_VIRTUAL 2.0
#define WEIGHT_VIRTUAL 8.0

/* A single child of a single parent stands straight under it, or it looks like a slip. */
#define WEIGHT_CHAIN 4.0

/* One without children gives way to parents that stand over theirs. */
#define LEAF_SHARE 0.25
#define PARENT_STAYS 4.0

/* A line that misses by no more than this looks like a slip, and is worth moving a parent off the middle. */
#define SLIP 26.0

/* Rounds of fitting to both sides: as many as a small picture needs, and a large one can pay. */
#define ROUNDS_MOST 40
#define ROUNDS_LEAST 3
#define ROUNDS_WORK 60000
#define REGULAR_ROUNDS 2

/* What stays gives way to newcomers, not the other way round. */
#define WEIGHT_HELD 8.0

typedef struct
{
  const TlLayoutGraph *graph;
  gboolean upside_down;     /* graph is a turned view: its rows are to be walked the other way round */
  const double *stood;      /* (nullable): of each vertex, NAN where it is not known */
  const guint8 *held;       /* (nullable) */
  guint8 *restless;         /* (nullable): free, or beside somebody who is */
  double *x;                /* of each vertex */
  double *offset;           /* of each place in the order: the room needed from the first of its row */
  double *wishes;           /* of each place in the row at hand */
  double *weights;
  TlIsotonicBlock *blocks;
} TlPlacer;

static double
gap_between (const TlLayoutGraph *graph,
             const TlLayoutGaps  *gaps,
             guint                left,
             guint                right)
{
  gboolean virtual = tl_layout_graph_is_virtual (graph, left) || tl_layout_graph_is_virtual (graph, right);

  return (graph->breadth[left] + graph->breadth[right]) / 2.0 + (virtual ? gaps->edge_gap : gaps->node_gap);
}

static void
placer_init (TlPlacer            *self,
             const TlLayoutGraph *graph,
             const TlLayoutGaps  *gaps)
{
  guint widest = 0;

  self->graph = graph;
  self->x = tl_arena_new (graph->arena, double, graph->n_vertices);
  self->offset = tl_arena_new (graph->arena, double, graph->n_vertices);

  for (guint r = 0; r < graph->n_rows; r++)
    {
      guint start = graph->row_start[r];
      guint end = graph->row_start[r + 1];

      widest = MAX (widest, end - start);
      for (guint i = start + 1; i < end; i++)
        self->offset[i] = self->offset[i - 1] + gap_between (graph, gaps, graph->order[i - 1], graph->order[i]);
      for (guint i = start; i < end; i++)
        self->x[graph->order[i]] = self->offset[i] - self->offset[end - 1] / 2.0;
    }

  self->wishes = tl_arena_new (graph->arena, double, widest);
  self->weights = tl_arena_new (graph->arena, double, widest);
  self->blocks = tl_arena_new (graph->arena, TlIsotonicBlock, widest);
}

/* What a vertex is pulled by: the sum of weighted places, and of their weights. */
typedef struct
{
  double sum;
  double weight;
} TlPull;

static inline double
segment_weight (const TlLayoutGraph *graph,
                guint                upper,
                guint                lower)
{
  guint n_virtual = tl_layout_graph_is_virtual (graph, upper) + tl_layout_graph_is_virtual (graph, lower);

  if (n_virtual > 0)
    return n_virtual == 1 ? WEIGHT_HALF_VIRTUAL : WEIGHT_VIRTUAL;
  if (tl_layout_graph_down_degree (graph, upper) == 1 && tl_layout_graph_up_degree (graph, lower) == 1)
    return WEIGHT_CHAIN;

  return WEIGHT_PLAIN;
}

static inline void
pull_up (const TlPlacer *self,
         guint           vertex,
         TlPull         *pull)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = graph->up_start[vertex]; i < graph->up_start[vertex + 1]; i++)
    {
      double weight = segment_weight (graph, graph->up[i], vertex);

      pull->sum += weight * self->x[graph->up[i]];
      pull->weight += weight;
    }
}

static inline void
pull_down (const TlPlacer *self,
           guint           vertex,
           TlPull         *pull)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = graph->down_start[vertex]; i < graph->down_start[vertex + 1]; i++)
    {
      double weight = segment_weight (graph, vertex, graph->down[i]);

      pull->sum += weight * self->x[graph->down[i]];
      pull->weight += weight;
    }
}

static inline void
wish (TlPlacer     *self,
      guint         i,
      const TlPull *pull)
{
  self->wishes[i] = pull->sum / pull->weight;
  self->weights[i] = pull->weight;
}

/* Moves the row's vertices as near to their wishes as the gaps allow. */
static void
fit_row (TlPlacer *self,
         guint     row)
{
  const TlLayoutGraph *graph = self->graph;
  guint start = graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);

  for (guint i = 0; i < size; i++)
    self->wishes[i] -= self->offset[start + i];
  tl_isotonic_fit (self->wishes, self->weights, size, self->blocks);
  for (guint i = 0; i < size; i++)
    self->x[graph->order[start + i]] = self->wishes[i] + self->offset[start + i];
}

/* Every vertex wishes to stand at the mean of its neighbours. */
static void
draw_together (TlPlacer *self,
               guint     row)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      TlPull pull = { 0 };

      pull_up (self, v, &pull);
      pull_down (self, v, &pull);
      wish (self, i, &pull);
    }

  fit_row (self, row);
}

/* A parent wishes to stand over the middle of its children, one without children under its parents. */
static void
stand_over (TlPlacer *self,
            guint     row)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      TlPull pull = { 0 };

      if (tl_layout_graph_down_degree (graph, v) > 0)
        pull_down (self, v, &pull);
      else
        {
          pull_up (self, v, &pull);
          pull.sum *= LEAF_SHARE;
          pull.weight *= LEAF_SHARE;
        }
      wish (self, i, &pull);
    }

  fit_row (self, row);
}

/* What has children wishes to stay, what has none to stand under its parents. */
static void
hang_leaves (TlPlacer *self,
             guint     row)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      guint n_down = tl_layout_graph_down_degree (graph, v);
      TlPull pull = { 0 };

      if (n_down > 0)
        pull = (TlPull) { PARENT_STAYS * n_down * self->x[v], PARENT_STAYS * n_down };
      else
        pull_up (self, v, &pull);
      wish (self, i, &pull);
    }

  fit_row (self, row);
}

/* Where a vertex has to stand for the line from its only parent to be straight, if it should be: when it is
 * the only child, or when little is missing and nothing below would be bent instead. */
static inline double
straight_place (const TlPlacer *self,
                guint           vertex)
{
  const TlLayoutGraph *graph = self->graph;
  double here = self->x[vertex];

  if (tl_layout_graph_up_degree (graph, vertex) != 1)
    return here;

  guint parent = graph->up[graph->up_start[vertex]];
  guint n_down = tl_layout_graph_down_degree (graph, vertex);
  gboolean near = ABS (self->x[parent] - here) <= SLIP;

  if (!near && (n_down > 1 || tl_layout_graph_down_degree (graph, parent) > 1))
    return here;
  if (n_down == 1 && !tl_layout_graph_is_virtual (graph, vertex))
    {
      guint child = graph->down[graph->down_start[vertex]];

      if (tl_layout_graph_up_degree (graph, child) > 1 && ABS (self->x[child] - here) <= SLIP)
        return here;
    }

  return self->x[parent];
}

/* Straightens the lines that can be straightened without asking anybody else to move: fitting shares a
 * conflict out among all, and so leaves slips of a few pixels.  From the left, those that have to go left
 * make room for one another, then from the right those that have to go right. */
static void
straighten (TlPlacer *self,
            guint     row)
{
  const guint *order = self->graph->order + self->graph->row_start[row];
  const double *offset = self->offset + self->graph->row_start[row];
  guint size = tl_layout_graph_row_size (self->graph, row);

  for (guint i = 0; i < size; i++)
    {
      double place = straight_place (self, order[i]);

      if (place < self->x[order[i]]
          && (i == 0 || self->x[order[i - 1]] + offset[i] - offset[i - 1] <= place))
        self->x[order[i]] = place;
    }
  for (guint i = size; i-- > 0;)
    {
      double place = straight_place (self, order[i]);

      if (place > self->x[order[i]]
          && (i == size - 1 || self->x[order[i + 1]] - offset[i + 1] + offset[i] >= place))
        self->x[order[i]] = place;
    }
}

typedef void (*TlRowFunc) (TlPlacer *self, guint row);

static void
each_row (TlPlacer  *self,
          gboolean   upwards,
          TlRowFunc  fit)
{
  guint n_rows = self->graph->n_rows;

  for (guint i = 0; i < n_rows; i++)
    fit (self, upwards != self->upside_down ? n_rows - 1 - i : i);
}

static void
each_row_down (TlPlacer  *self,
               TlRowFunc  fit)
{
  each_row (self, FALSE, fit);
}

static void
each_row_up (TlPlacer  *self,
             TlRowFunc  fit)
{
  each_row (self, TRUE, fit);
}

/* From here on, up is down: what is said of parents goes for children. */
static void
turn_upside_down (TlPlacer *self)
{
  TlLayoutGraph *turned = tl_arena_new (self->graph->arena, TlLayoutGraph, 1);

  *turned = *self->graph;
  turned->up_start = self->graph->down_start;
  turned->up = self->graph->down;
  turned->down_start = self->graph->up_start;
  turned->down = self->graph->up;

  self->graph = turned;
  self->upside_down = !self->upside_down;
}

/* A cascade spreads out downwards, a line of sight upwards: there nodes have more parents than children. */
static gboolean
spreads_upwards (const TlLayoutGraph *graph)
{
  guint n_branches_down = 0;
  guint n_branches_up = 0;

  for (guint v = 0; v < graph->n_nodes; v++)
    {
      n_branches_down += MAX (tl_layout_graph_down_degree (graph, v), 1) - 1;
      n_branches_up += MAX (tl_layout_graph_up_degree (graph, v), 1) - 1;
    }

  return n_branches_up > n_branches_down;
}

static void
place_anew (TlPlacer *self)
{
  guint rounds = CLAMP (ROUNDS_WORK / MAX (self->graph->n_vertices, 1), ROUNDS_LEAST, ROUNDS_MOST);

  each_row_up (self, stand_over);
  for (guint i = 0; i < rounds; i++)
    {
      each_row_down (self, draw_together);
      each_row_up (self, draw_together);
    }
  if (spreads_upwards (self->graph))
    turn_upside_down (self);
  for (guint i = 0; i < REGULAR_ROUNDS; i++)
    {
      each_row_up (self, stand_over);
      each_row_down (self, hang_leaves);
    }
  each_row_up (self, stand_over);

  each_row_down (self, straighten);
  turn_upside_down (self);
  each_row_down (self, straighten);
}

/* Marks the vertices that look at their neighbours: those that are free, and those beside a free
 * node. */
static void
find_restless (TlPlacer *self)
{
  const TlLayoutGraph *graph = self->graph;

  self->restless = tl_arena_new (graph->arena, guint8, graph->n_vertices);
  for (guint v = 0; v < graph->n_vertices; v++)
    {
      if (self->held[v])
        continue;

      self->restless[v] = TRUE;
      if (tl_layout_graph_is_virtual (graph, v))
        continue;
      for (guint i = graph->down_start[v]; i < graph->down_start[v + 1]; i++)
        self->restless[graph->down[i]] = TRUE;
      for (guint i = graph->up_start[v]; i < graph->up_start[v + 1]; i++)
        self->restless[graph->up[i]] = TRUE;
    }
}

/* A held vertex wishes to stand where it stood.  One beside somebody who is free gives in half-way, so that a
 * parent gets over its children again however many are added one by one. */
static void
stay (TlPlacer *self,
      guint     row)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      TlPull pull = { 0 };

      if (self->restless[v])
        {
          pull_up (self, v, &pull);
          pull_down (self, v, &pull);
        }
      if (self->held[v])
        {
          double weight = MAX (pull.weight, WEIGHT_HELD);

          pull.sum += weight * self->stood[v];
          pull.weight += weight;
        }
      wish (self, i, &pull);
    }

  fit_row (self, row);
}

static void
place_again (TlPlacer *self)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = 0; i < graph->row_start[graph->n_rows]; i++)
    if (!isnan (self->stood[graph->order[i]]))
      self->x[graph->order[i]] = self->stood[graph->order[i]];
  find_restless (self);
  each_row_down (self, stay);
  each_row_up (self, stay);
}

/* Returns the centre of every vertex of an ordered graph along its row, in the graph's arena.  Loose nodes
 * are not placed.  Where @held is given, what is held keeps to where it @stood as far as there is room. */
double *
tl_layout_place (const TlLayoutGraph *graph,
                 const TlLayoutGaps  *gaps,
                 const double        *stood,
                 const guint8        *held)
{
  TlPlacer placer = { .stood = stood, .held = held };

  placer_init (&placer, graph, gaps);
  if (held != NULL)
    place_again (&placer);
  else
    place_anew (&placer);

  return placer.x;
}
