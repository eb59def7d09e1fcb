/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places the vertices of ordered rows along their rows.
 *
 * Each row in turn is fitted to where its neighbours stand, by isotonic least squares (tl-layout-isotonic.c),
 * so the gaps hold at every step.  Rows are first fitted to both sides until they agree, which draws the
 * picture together; then once more from the bottom to the top to what stands below alone, which puts parents
 * over the middle of their children and makes single chains straight.  Brandes and Koepf's method was
 * rejected: on cascades it doubles the length of the edges.
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

/* What nobody pulls stays where it is, but gives way. */
#define WEIGHT_OWN_PLACE 0.05

/* Rounds of fitting to both sides: as many as a small picture needs, and a large one can pay. */
#define ROUNDS_MOST 40
#define ROUNDS_LEAST 3
#define ROUNDS_WORK 60000

typedef struct
{
  const TlLayoutGraph *graph;
  double *x;                /* of each vertex */
  double *offset;           /* of each place in the order: the room needed from the first of its row */
  double *wish;
  double *weight;
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

  self->wish = tl_arena_new (graph->arena, double, widest);
  self->weight = tl_arena_new (graph->arena, double, widest);
  self->blocks = tl_arena_new (graph->arena, TlIsotonicBlock, widest);
}

static inline double
segment_weight (const TlLayoutGraph *graph,
                guint                one,
                guint                other)
{
  static const double weights[] = { WEIGHT_PLAIN, WEIGHT_HALF_VIRTUAL, WEIGHT_VIRTUAL };

  return weights[tl_layout_graph_is_virtual (graph, one) + tl_layout_graph_is_virtual (graph, other)];
}

static inline void
add_pull (const TlPlacer *self,
          guint           vertex,
          const guint    *neighbours,
          guint           n,
          double         *sum,
          double         *weight)
{
  for (guint i = 0; i < n; i++)
    {
      double w = segment_weight (self->graph, vertex, neighbours[i]);

      *sum += w * self->x[neighbours[i]];
      *weight += w;
    }
}

/* Fits one row to the neighbours above it, below it, or both. */
static void
fit_row (TlPlacer *self,
         guint     row,
         gboolean  above,
         gboolean  below)
{
  const TlLayoutGraph *graph = self->graph;
  guint start = graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);

  for (guint i = 0; i < size; i++)
    {
      guint v = graph->order[start + i];
      double sum = 0.0;
      double weight = 0.0;

      if (above)
        add_pull (self, v, graph->up + graph->up_start[v], tl_layout_graph_up_degree (graph, v), &sum, &weight);
      if (below)
        add_pull (self, v, graph->down + graph->down_start[v], tl_layout_graph_down_degree (graph, v), &sum, &weight);

      self->wish[i] = (weight > 0.0 ? sum / weight : self->x[v]) - self->offset[start + i];
      self->weight[i] = MAX (weight, WEIGHT_OWN_PLACE);
    }

  tl_isotonic_fit (self->wish, self->weight, size, self->blocks);
  for (guint i = 0; i < size; i++)
    self->x[graph->order[start + i]] = self->wish[i] + self->offset[start + i];
}

static void
fit_down (TlPlacer *self,
          gboolean  above,
          gboolean  below)
{
  for (guint r = 0; r < self->graph->n_rows; r++)
    fit_row (self, r, above, below);
}

static void
fit_up (TlPlacer *self,
        gboolean  above,
        gboolean  below)
{
  for (guint r = self->graph->n_rows; r-- > 0;)
    fit_row (self, r, above, below);
}

/* Returns the centre of every vertex of an ordered graph along its row, in the graph's arena.  Loose nodes
 * are not placed.  @previous, where it is given, holds what is settled near to where it stood. */
double *
tl_layout_place (const TlLayoutGraph *graph,
                 const TlLayoutGaps  *gaps,
                 const TlLayoutPlace *previous,
                 gboolean             sideways)
{
  guint rounds = CLAMP (ROUNDS_WORK / MAX (graph->n_vertices, 1), ROUNDS_LEAST, ROUNDS_MOST);
  TlPlacer placer = { 0 };

  placer_init (&placer, graph, gaps);
  fit_down (&placer, TRUE, FALSE);
  fit_up (&placer, FALSE, TRUE);
  for (guint i = 0; i < rounds; i++)
    {
      fit_down (&placer, TRUE, TRUE);
      fit_up (&placer, TRUE, TRUE);
    }
  fit_up (&placer, FALSE, TRUE);

  return placer.x;
}
