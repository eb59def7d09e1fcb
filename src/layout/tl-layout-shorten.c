/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shortens the lines of an order that has few crossings.
 *
 * The sweeps that look for few crossings measure in shares of a row, and do not know how far apart two nodes
 * will stand.  Here rows are swept in real places: every vertex wishes to stand where its lines are shortest,
 * the row is sorted by those wishes, and fitted to them (tl-layout-fitter.c).  Momentum that fades out and a shaken
 * start are those of tl-layout-order.c, and attempts are compared by their length and their crossings together.
 * What comes out is shorter by a sixth, mostly with fewer crossings as well, for a length is smooth where
 * a number of crossings is not, and leads to places that crossings alone do not.
 *
 * Exchanging subtrees at random (simulated annealing) was rejected: it comes to the same length within a percent,
 * for a thousand times the work.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

/* What a crossing costs, in average nodes; where there is none, none is to come. */
#define CROSSING_COST 2.0
#define FIRST_CROSSING_COST 1e9

/* An attempt: sweeps while the momentum falls to nothing, then rounds of settling before it is measured. */
#define SWEEPS 14
#define HEAT 0.5
#define HEAT_SPREAD 0.5
#define SETTLING_ROUNDS 1
#define FIRST_ROUNDS 4

/* How far vertices are shaken at most, in average nodes. */
#define SHAKE_MOST 8.0

/* After so many attempts in vain, another run is begun from the first order. */
#define PATIENCE 20

/* Fewer attempts than this are not worth their beginning; large graphs go without. */
#define LEAST_ATTEMPTS 2

/* A sweep in real places costs about twice as much as one in shares. */
#define SWEEP_COST 2

/* An order, where it stands, and what it costs. */
typedef struct
{
  guint *order;
  double *x;
  double cost;
} TlStanding;

typedef struct
{
  TlLayoutGraph *graph;
  TlSweeper *sweeper;
  TlCrossingCounter *counter;
  TlRandom *random;
  TlFitter fitter;
  double *before;           /* of each vertex: where it stood before its last move */
  double *weight;           /* of each vertex: how strongly it is pulled */
  double crossing_cost;

  TlStanding first;
  TlStanding best_of_run;
  TlStanding best;
} TlShortener;

static void
standing_init (TlStanding          *self,
               const TlLayoutGraph *graph)
{
  self->order = tl_arena_new (graph->arena, guint, graph->n_vertices);
  self->x = tl_arena_new (graph->arena, double, graph->n_vertices);
  self->cost = G_MAXDOUBLE;
}

static void
standing_copy (TlStanding          *self,
               const TlStanding    *other,
               const TlLayoutGraph *graph)
{
  memcpy (self->order, other->order, graph->row_start[graph->n_rows] * sizeof *self->order);
  memcpy (self->x, other->x, graph->n_vertices * sizeof *self->x);
  self->cost = other->cost;
}

static void
shortener_init (TlShortener        *self,
                const TlLayoutGaps *gaps)
{
  TlLayoutGraph *graph = self->graph;

  tl_fitter_init (&self->fitter, graph, gaps, NULL);
  self->before = tl_arena_new (graph->arena, double, graph->n_vertices);
  self->weight = tl_arena_new (graph->arena, double, graph->n_vertices);
  standing_init (&self->first, graph);
  standing_init (&self->best_of_run, graph);
  standing_init (&self->best, graph);
}

/* How far the lines lead along the rows; how far across them is the same for any order. */
static double
measure_length (const TlShortener *self)
{
  const TlLayoutGraph *graph = self->graph;
  const double *x = self->fitter.x;
  double length = 0.0;

  for (guint v = 0; v < graph->n_vertices; v++)
    for (guint i = graph->down_start[v]; i < graph->down_start[v + 1]; i++)
      length += ABS (x[v] - x[graph->down[i]]);

  return length;
}

/* How the graph stands at present, shared with it. */
static TlStanding
look (TlShortener *self)
{
  tl_layout_graph_update_rank (self->graph);

  double crossings = tl_crossing_counter_count (self->counter, self->graph);

  return (TlStanding) { self->graph->order, self->fitter.x, measure_length (self) + self->crossing_cost * crossings };
}

static void
take (TlShortener      *self,
      const TlStanding *standing)
{
  TlStanding present = { self->graph->order, self->fitter.x };

  standing_copy (&present, standing, self->graph);
  tl_layout_graph_update_rank (self->graph);
  for (guint r = 0; r < self->graph->n_rows; r++)
    tl_fitter_measure_row (&self->fitter, r);
}

static void
settle (TlShortener *self,
        guint        n_rounds)
{
  guint n_rows = self->graph->n_rows;

  for (guint i = 0; i < n_rounds; i++)
    {
      for (guint r = 0; r < n_rows; r++)
        tl_fitter_draw_together (&self->fitter, r);
      for (guint r = n_rows; r-- > 0;)
        tl_fitter_draw_together (&self->fitter, r);
    }
}

static void
shake (TlShortener *self)
{
  double reach = SHAKE_MOST * self->fitter.pitch * tl_random_share (self->random);

  for (guint v = 0; v < self->graph->n_vertices; v++)
    self->fitter.x[v] += reach * (tl_random_share (self->random) + tl_random_share (self->random) - 1.0);
  memcpy (self->before, self->fitter.x, self->graph->n_vertices * sizeof *self->before);
}

/* Sorts the row by where its vertices wish to stand, momentum and all, and fits it to that. */
static void
sweep_row (TlShortener *self,
           guint        row,
           double       momentum)
{
  TlLayoutGraph *graph = self->graph;
  TlFitter *fitter = &self->fitter;
  const guint *order = graph->order + graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);

  for (guint i = 0; i < size; i++)
    {
      guint v = order[i];
      double here = fitter->x[v];
      TlPull pull = tl_fitter_pull_both (fitter, v);

      self->weight[v] = pull.weight;
      fitter->x[v] = pull.sum / pull.weight + momentum * (here - self->before[v]);
      fitter->wishes[i] = fitter->x[v];
      self->before[v] = here;
    }

  tl_sweeper_sort_row_by (self->sweeper, row, fitter->wishes);
  for (guint i = 0; i < size; i++)
    {
      fitter->wishes[i] = fitter->x[order[i]];
      fitter->weights[i] = self->weight[order[i]];
    }
  tl_fitter_measure_row (fitter, row);
  tl_fitter_fit_row (fitter, row);
}

/* Returns whether the run has come to something better. */
static gboolean
attempt (TlShortener *self)
{
  guint n_rows = self->graph->n_rows;
  double heat = HEAT + HEAT_SPREAD * tl_random_share (self->random);

  take (self, &self->best_of_run);
  shake (self);
  for (guint i = 1; i <= SWEEPS; i++)
    for (guint r = 0; r < n_rows; r++)
      sweep_row (self, i % 2 == 1 ? r : n_rows - 1 - r, heat * (SWEEPS - i) / SWEEPS);
  settle (self, SETTLING_ROUNDS);

  TlStanding present = look (self);

  if (present.cost >= self->best_of_run.cost)
    return FALSE;

  standing_copy (&self->best_of_run, &present, self->graph);
  if (present.cost < self->best.cost)
    standing_copy (&self->best, &present, self->graph);

  return TRUE;
}

static void
begin (TlShortener *self)
{
  guint64 crossings = tl_crossing_counter_count (self->counter, self->graph);

  self->crossing_cost = self->fitter.pitch * (crossings > 0 ? CROSSING_COST : FIRST_CROSSING_COST);
  settle (self, FIRST_ROUNDS);

  TlStanding present = look (self);

  standing_copy (&self->first, &present, self->graph);
  standing_copy (&self->best_of_run, &present, self->graph);
  standing_copy (&self->best, &present, self->graph);
}

/* Shortens the order of the sweeper's graph, for about @budget of work. */
void
tl_layout_shorten (TlSweeper          *sweeper,
                   TlCrossingCounter  *counter,
                   const TlLayoutGaps *gaps,
                   TlRandom           *random,
                   guint64             budget)
{
  TlLayoutGraph *graph = sweeper->graph;
  TlShortener self = { graph, sweeper, counter, random };
  guint64 price = (guint64) SWEEP_COST * (SWEEPS + 2 * SETTLING_ROUNDS) * tl_layout_graph_work (graph);
  guint n_in_vain = 0;

  if (LEAST_ATTEMPTS * price > budget)
    return;

  shortener_init (&self, gaps);
  begin (&self);
  for (guint64 work = price; work <= budget; work += price)
    {
      n_in_vain = attempt (&self) ? 0 : n_in_vain + 1;
      if (n_in_vain == PATIENCE)
        {
          standing_copy (&self.best_of_run, &self.first, graph);
          n_in_vain = 0;
        }
    }
  take (&self, &self.best);
}
