/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moves one row at a time towards where its vertices are pulled, without letting two of them come too near.
 *
 * Both phases that work with real places stand on this: the one that shortens the order
 * (tl-layout-shorten.c) and the one that places it (tl-layout-coordinates.c).
 *
 * Pulled as by springs, with the square of the distance, a vertex would go to the mean of its neighbours, and a
 * single one far away would draw it off from all the others.  The length of lines knows no squares, and its
 * shortest place is a median.  So neighbours pull the less the further they are, by 1 / (near + distance), looked
 * up anew at each step (iteratively reweighted least squares): within a few rounds that comes as near to the
 * shortest as network simplex does, and parents stand over their families, whatever else they are linked with.
 * Isotonic least absolute deviations were rejected: row by row they get stuck, for a median does not say which of
 * its many best places helps the rows beside.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <math.h>

#include "tl-layout-fitter.h"

/* Long edges are to be straight where they pass rows: dot's weights (Gansner et al., 1993). */
#define WEIGHT_PLAIN 1.0f
#define WEIGHT_HALF_VIRTUAL 2.0f
#define WEIGHT_VIRTUAL 8.0f

/* What is near, in average nodes. */
#define NEAR 2.0

/* Steps to the middle of the children; another would not move anybody by a pixel. */
#define MIDDLE_STEPS 2

/* A single child of a single parent stands straight under it, or it looks like a slip. */
#define WEIGHT_CHAIN 4.0f

static double
measure_pitch (const TlLayoutGraph *graph,
               const TlLayoutGaps  *gaps)
{
  double sum = 0.0;

  for (guint v = 0; v < graph->n_nodes; v++)
    sum += graph->breadth[v];

  return MAX (sum / MAX (graph->n_nodes, 1) + gaps->node_gap, 1.0);
}

static inline float
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

static void
weigh_segments (TlFitter     *self,
                const guint8 *pulled)
{
  const TlLayoutGraph *graph = self->graph;

  self->up_weight = tl_arena_new_raw (graph->arena, float, graph->n_segments);
  self->down_weight = tl_arena_new_raw (graph->arena, float, graph->n_segments);
  for (guint v = 0; v < graph->n_vertices; v++)
    {
      if (pulled != NULL && !pulled[v])
        continue;

      for (guint i = graph->up_start[v]; i < graph->up_start[v + 1]; i++)
        self->up_weight[i] = segment_weight (graph, graph->up[i], v);
      for (guint i = graph->down_start[v]; i < graph->down_start[v + 1]; i++)
        self->down_weight[i] = segment_weight (graph, v, graph->down[i]);
    }
}

/* Starts with every row packed around 0.  What is needed is taken from the graph's arena.  Where @pulled is given, it
 * will only be asked what pulls at the vertices marked there. */
void
tl_fitter_init (TlFitter            *self,
                const TlLayoutGraph *graph,
                const TlLayoutGaps  *gaps,
                const guint8        *pulled)
{
  guint widest = 0;

  self->graph = graph;
  self->gaps = gaps;
  self->pitch = measure_pitch (graph, gaps);
  self->near = NEAR * self->pitch;
  self->x = tl_arena_new (graph->arena, double, graph->n_vertices);
  self->offset = tl_arena_new_raw (graph->arena, double, graph->n_vertices);
  weigh_segments (self, pulled);

  for (guint r = 0; r < graph->n_rows; r++)
    {
      guint start = graph->row_start[r];
      guint end = graph->row_start[r + 1];

      widest = MAX (widest, end - start);
      tl_fitter_measure_row (self, r);
      for (guint i = start; i < end; i++)
        self->x[graph->order[i]] = self->offset[i] - self->offset[end - 1] / 2.0;
    }

  self->wishes = tl_arena_new_raw (graph->arena, double, widest);
  self->weights = tl_arena_new_raw (graph->arena, double, widest);
  self->blocks = tl_arena_new_raw (graph->arena, TlIsotonicBlock, widest);
}

/* Takes down what room the row needs; to be called when its order has changed. */
void
tl_fitter_measure_row (TlFitter *self,
                       guint     row)
{
  const TlLayoutGraph *graph = self->graph;
  const guint *order = graph->order + graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);
  double *offset = self->offset + graph->row_start[row];
  double needed = 0.0;
  float breadth_left = 0.0f;
  gboolean left_is_virtual = FALSE;

  for (guint i = 0; i < size; i++)
    {
      float breadth = graph->breadth[order[i]];
      gboolean is_virtual = tl_layout_graph_is_virtual (graph, order[i]);

      if (i > 0)
        needed += (breadth_left + breadth) / 2.0
                  + (left_is_virtual || is_virtual ? self->gaps->edge_gap : self->gaps->node_gap);
      offset[i] = needed;
      breadth_left = breadth;
      left_is_virtual = is_virtual;
    }
}

/* Adds what the neighbours from @start to @end pull at somebody who is @here. */
static inline TlPull
add_pulls (const TlFitter *self,
           const guint    *neighbours,
           const float    *weights,
           guint           start,
           guint           end,
           double          here,
           TlPull          pull)
{
  const double *x = self->x;
  double near = self->near;
  double sum = pull.sum;
  double sum_of_weights = pull.weight;

  for (guint i = start; i < end; i++)
    {
      double there = x[neighbours[i]];
      double weight = weights[i] * (near / (near + fabs (there - here)));

      sum += weight * there;
      sum_of_weights += weight;
    }

  return (TlPull) { sum, sum_of_weights };
}

static inline TlPull
add_pulls_up (const TlFitter *self,
              guint           vertex,
              double          here,
              TlPull          pull)
{
  const TlLayoutGraph *graph = self->graph;

  return add_pulls (self, graph->up, self->up_weight, graph->up_start[vertex], graph->up_start[vertex + 1], here, pull);
}

static inline TlPull
add_pulls_down (const TlFitter *self,
                guint           vertex,
                double          here,
                TlPull          pull)
{
  const TlLayoutGraph *graph = self->graph;

  return add_pulls (self, graph->down, self->down_weight, graph->down_start[vertex], graph->down_start[vertex + 1],
                    here, pull);
}

/* What the parents of @vertex pull. */
TlPull
tl_fitter_pull_up (const TlFitter *self,
                   guint           vertex)
{
  return add_pulls_up (self, vertex, self->x[vertex], (TlPull) { 0 });
}

/* What parents and children pull. */
TlPull
tl_fitter_pull_both (const TlFitter *self,
                     guint           vertex)
{
  double here = self->x[vertex];

  return add_pulls_down (self, vertex, here, add_pulls_up (self, vertex, here, (TlPull) { 0 }));
}

/* What the children pull when @vertex, which has some, is to stand over the middle of them, those that are near it
 * then counting more. */
TlPull
tl_fitter_pull_over (const TlFitter *self,
                     guint           vertex)
{
  TlPull children = add_pulls_down (self, vertex, self->x[vertex], (TlPull) { 0 });
  double middle = children.sum / children.weight;

  for (guint step = 1; step < MIDDLE_STEPS; step++)
    {
      TlPull again = add_pulls_down (self, vertex, middle, (TlPull) { 0 });

      middle = again.sum / again.weight;
    }

  return (TlPull) { middle * children.weight, children.weight };
}

/* Moves the row's vertices as near to their wishes as the gaps allow. */
void
tl_fitter_fit_row (TlFitter *self,
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

/* Moves the row's vertices as near to all their neighbours as the gaps allow. */
void
tl_fitter_draw_together (TlFitter *self,
                         guint     row)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      guint v = graph->order[graph->row_start[row] + i];
      TlPull pull = tl_fitter_pull_both (self, v);

      tl_fitter_wish (self, i, &pull);
    }

  tl_fitter_fit_row (self, row);
}
