/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places the vertices of ordered rows along their rows.
 *
 * Each row in turn is fitted to where its neighbours stand (tl-layout-fitter.c), so the gaps hold at every step.
 * Rows are first fitted to both sides until they agree, which makes the lines about as short as the order
 * allows.  Then the picture is made regular, for a twentieth of the length: from the bottom up, parents go over
 * the middle of their children and what has none under its parents (or from the top down, children under their
 * parents, if the picture spreads upwards).  Aligning in four directions and taking the median was rejected: on
 * cascades it doubles the length of the edges.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <math.h>

#include "tl-layout-coordinates.h"

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
  TlFitter fitter;
  gboolean upside_down;     /* graph is a turned view: its rows are to be walked the other way round */
  const double *stood;      /* (nullable): of each vertex, NAN where it is not known */
  const guint8 *held;       /* (nullable) */
  const guint8 *restless;   /* (nullable): free, or beside somebody who is */
} TlPlacer;

static void
draw_together (TlPlacer *self,
               guint     row)
{
  tl_fitter_draw_together (&self->fitter, row);
}

/* A parent wishes to stand over the middle of its children, one without children under its parents. */
static void
stand_over (TlPlacer *self,
            guint     row)
{
  const TlLayoutGraph *graph = self->fitter.graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      TlPull pull;

      if (tl_layout_graph_down_degree (graph, v) > 0)
        pull = tl_fitter_pull_over (&self->fitter, v);
      else
        {
          pull = tl_fitter_pull_up (&self->fitter, v);
          pull.sum *= LEAF_SHARE;
          pull.weight *= LEAF_SHARE;
        }
      tl_fitter_wish (&self->fitter, i, &pull);
    }

  tl_fitter_fit_row (&self->fitter, row);
}

/* What has children wishes to stay, what has none to stand under its parents. */
static void
hang_leaves (TlPlacer *self,
             guint     row)
{
  const TlLayoutGraph *graph = self->fitter.graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      guint n_down = tl_layout_graph_down_degree (graph, v);
      TlPull pull;

      if (n_down > 0)
        pull = (TlPull) { PARENT_STAYS * n_down * self->fitter.x[v], PARENT_STAYS * n_down };
      else
        pull = tl_fitter_pull_up (&self->fitter, v);
      tl_fitter_wish (&self->fitter, i, &pull);
    }

  tl_fitter_fit_row (&self->fitter, row);
}

/* Where a vertex has to stand for the line from its only parent to be straight, if it should be: when it is
 * the only child, or when little is missing and nothing below would be bent instead. */
static inline double
straight_place (const TlPlacer *self,
                guint           vertex)
{
  const TlLayoutGraph *graph = self->fitter.graph;
  double here = self->fitter.x[vertex];

  if (tl_layout_graph_up_degree (graph, vertex) != 1)
    return here;

  guint parent = graph->up[graph->up_start[vertex]];
  guint n_down = tl_layout_graph_down_degree (graph, vertex);
  gboolean near = ABS (self->fitter.x[parent] - here) <= SLIP;

  if (!near && (n_down > 1 || tl_layout_graph_down_degree (graph, parent) > 1))
    return here;
  if (n_down == 1 && !tl_layout_graph_is_virtual (graph, vertex))
    {
      guint child = graph->down[graph->down_start[vertex]];

      if (tl_layout_graph_up_degree (graph, child) > 1 && ABS (self->fitter.x[child] - here) <= SLIP)
        return here;
    }

  return self->fitter.x[parent];
}

/* Straightens the lines that can be straightened without asking anybody else to move: fitting shares a
 * conflict out among all, and so leaves slips of a few pixels.  From the left, those that have to go left
 * make room for one another, then from the right those that have to go right. */
static void
straighten (TlPlacer *self,
            guint     row)
{
  const guint *order = self->fitter.graph->order + self->fitter.graph->row_start[row];
  const double *offset = self->fitter.offset + self->fitter.graph->row_start[row];
  guint size = tl_layout_graph_row_size (self->fitter.graph, row);

  for (guint i = 0; i < size; i++)
    {
      double place = straight_place (self, order[i]);

      if (place < self->fitter.x[order[i]]
          && (i == 0 || self->fitter.x[order[i - 1]] + offset[i] - offset[i - 1] <= place))
        self->fitter.x[order[i]] = place;
    }
  for (guint i = size; i-- > 0;)
    {
      double place = straight_place (self, order[i]);

      if (place > self->fitter.x[order[i]]
          && (i == size - 1 || self->fitter.x[order[i + 1]] - offset[i + 1] + offset[i] >= place))
        self->fitter.x[order[i]] = place;
    }
}

typedef void (*TlRowFunc) (TlPlacer *self, guint row);

static void
each_row (TlPlacer  *self,
          gboolean   upwards,
          TlRowFunc  fit)
{
  guint n_rows = self->fitter.graph->n_rows;

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
  TlLayoutGraph *turned = tl_arena_new (self->fitter.graph->arena, TlLayoutGraph, 1);
  float *up_weight = self->fitter.up_weight;

  *turned = *self->fitter.graph;
  turned->up_start = self->fitter.graph->down_start;
  turned->up = self->fitter.graph->down;
  turned->down_start = self->fitter.graph->up_start;
  turned->down = self->fitter.graph->up;

  self->fitter.graph = turned;
  self->fitter.up_weight = self->fitter.down_weight;
  self->fitter.down_weight = up_weight;
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
  guint rounds = CLAMP (ROUNDS_WORK / MAX (self->fitter.graph->n_vertices, 1), ROUNDS_LEAST, ROUNDS_MOST);

  each_row_up (self, stand_over);
  for (guint i = 0; i < rounds; i++)
    {
      each_row_down (self, draw_together);
      each_row_up (self, draw_together);
    }
  if (spreads_upwards (self->fitter.graph))
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
static guint8 *
find_restless (const TlLayoutGraph *graph,
               const guint8        *held)
{
  guint8 *restless = tl_arena_new (graph->arena, guint8, graph->n_vertices);

  for (guint v = 0; v < graph->n_vertices; v++)
    {
      if (held[v])
        continue;

      restless[v] = TRUE;
      if (tl_layout_graph_is_virtual (graph, v))
        continue;
      for (guint i = graph->down_start[v]; i < graph->down_start[v + 1]; i++)
        restless[graph->down[i]] = TRUE;
      for (guint i = graph->up_start[v]; i < graph->up_start[v + 1]; i++)
        restless[graph->up[i]] = TRUE;
    }

  return restless;
}

/* A held vertex wishes to stand where it stood.  One beside somebody who is free gives in half-way, so that a
 * parent gets over its children again however many are added one by one. */
static void
stay (TlPlacer *self,
      guint     row)
{
  const TlLayoutGraph *graph = self->fitter.graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      TlPull pull = { 0 };

      if (self->restless[v])
        pull = tl_fitter_pull_both (&self->fitter, v);
      if (self->held[v])
        {
          double weight = MAX (pull.weight, WEIGHT_HELD);

          pull.sum += weight * self->stood[v];
          pull.weight += weight;
        }
      tl_fitter_wish (&self->fitter, i, &pull);
    }

  tl_fitter_fit_row (&self->fitter, row);
}

static void
place_again (TlPlacer *self)
{
  const TlLayoutGraph *graph = self->fitter.graph;

  for (guint i = 0; i < graph->row_start[graph->n_rows]; i++)
    if (!isnan (self->stood[graph->order[i]]))
      self->fitter.x[graph->order[i]] = self->stood[graph->order[i]];
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

  if (held != NULL)
    placer.restless = find_restless (graph, held);
  tl_fitter_init (&placer.fitter, graph, gaps, placer.restless);
  if (held != NULL)
    place_again (&placer);
  else
    place_anew (&placer);

  return placer.fitter.x;
}
