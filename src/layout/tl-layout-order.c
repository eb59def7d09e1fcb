/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the order of the rows: the fewest crossings for the work that may be spent.
 *
 * One attempt is a run of two-sided sweeps whose momentum fades out, like a metal that cools, and then
 * sifting.  The first attempt starts from the spanning forest and is meant for large graphs, which it orders
 * well in 40 sweeps.  What is left of the work goes into more attempts, hotter and from a shaken start, by
 * turns from the forest and from the best order so far; of a thousand goals there are a few, of a hundred
 * there are dozens, and the best of all is taken.
 *
 * The order that has the fewest crossings is then shortened (tl-layout-shorten.c).
 *
 * Work is counted (vertices and segments looked at), not timed, and the random numbers have a fixed seed:
 * the same graph always gets the same order.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

/* About 15 ms each on the machine it was tuned on. */
#define USUAL_WORK 4500000
#define SHORTEN_WORK 1600000
#define COUNT_COST 4

/* Momentum and length of the attempts.  The first stays warm for a while; the others cool from the start. */
#define FIRST_SWEEPS 40
#define FIRST_HEAT 0.6f
#define FIRST_HEAT_END 0.3f
#define FIRST_WARM 0.7f
#define MORE_SWEEPS 200
#define MORE_HEAT 0.75f
#define MORE_HEAT_SPREAD 0.2f
#define WARM_SWEEPS 120
#define WARM_HEAT 0.6f
#define WARM_HEAT_SPREAD 0.15f

/* The order is too warm to be worth counting before, and changes little from one sweep to the next.  Counted
 * are sweeps that end at the bottom, which is the row with the most to lose. */
#define COUNT_FROM 0.6f
#define COUNT_EVERY 4

#define SHAKES 2

/* Sifting costs as much as the sweeps: attempts that are further from the best than this are let go. */
#define PROMISING(crossings, fewest) ((crossings) <= (fewest) + (fewest) / 5 + 2)
#define ATTEMPT_WINDOW 4
#define LAST_WINDOW 30
#define SIFT_ROUNDS 12
#define SIFT_SHARE 10

/* Where one attempt is all that can be paid, looking once as far as can be paid takes off more than exchanging
 * neighbours again and again.  A round costs about so much of the graph's work for each place of the window. */
#define ROUND_COST 1.5
#define ONLY_ATTEMPT_ROUNDS 3

/* When the best order has been found again this often, a better one is not to be expected; and shortening makes more
 * of the time that small graphs have than further attempts would. */
#define ENOUGH_REPEATS 8
#define ATTEMPTS_MOST 16

#define RANDOM_SEED 2463534242u

typedef struct
{
  TlLayoutGraph *graph;
  TlCrossingCounter counter;
  TlSweeper sweeper;
  TlSifter sifter;

  guint n_ordered;
  guint *seed;
  guint *best;
  guint *best_of_attempt;
  guint64 fewest;
  guint64 fewest_of_attempt;

  guint exchange_rounds;
  guint64 work;
  guint64 budget;
  TlRandom random;
} TlOrderer;

static void
orderer_init (TlOrderer     *self,
              TlLayoutGraph *graph,
              guint64        budget)
{
  self->graph = graph;
  self->budget = budget;
  self->n_ordered = graph->row_start[graph->n_rows];
  self->seed = tl_arena_new (graph->arena, guint, self->n_ordered);
  self->best = tl_arena_new (graph->arena, guint, self->n_ordered);
  self->best_of_attempt = tl_arena_new (graph->arena, guint, self->n_ordered);
  self->fewest = G_MAXUINT64;
  self->random.state = RANDOM_SEED;

  tl_crossing_counter_init (&self->counter, graph);
  tl_sweeper_init (&self->sweeper, graph);
  tl_sifter_init (&self->sifter, graph);
}

static void
take_order (TlOrderer   *self,
            const guint *order)
{
  memcpy (self->graph->order, order, self->n_ordered * sizeof *order);
  tl_layout_graph_update_rank (self->graph);
}

static void
keep_best_of_attempt (TlOrderer *self)
{
  tl_layout_graph_update_rank (self->graph);

  guint64 crossings = tl_crossing_counter_count (&self->counter, self->graph);

  self->work += (guint64) COUNT_COST * self->graph->n_segments;
  if (crossings >= self->fewest_of_attempt)
    return;

  self->fewest_of_attempt = crossings;
  memcpy (self->best_of_attempt, self->graph->order, self->n_ordered * sizeof *self->best_of_attempt);
}

/* Sweeps while the momentum falls from @heat, kept for the first share @warm of the sweeps, to @heat_end. */
static void
sweep_and_cool (TlOrderer *self,
                guint      n_sweeps,
                float      heat,
                float      heat_end,
                float      warm)
{
  self->fewest_of_attempt = G_MAXUINT64;
  tl_sweeper_reset (&self->sweeper);

  for (guint i = 1; i <= n_sweeps; i++)
    {
      float time = (float) i / n_sweeps;

      self->sweeper.momentum = heat + (heat_end - heat) * MAX (time - warm, 0.0f) / (1.0f - warm);
      if (i % 2 == 1)
        tl_sweeper_down (&self->sweeper);
      else
        tl_sweeper_up (&self->sweeper);
      self->work += tl_layout_graph_work (self->graph);

      if (i % COUNT_EVERY == COUNT_EVERY - 1 && time > COUNT_FROM)
        keep_best_of_attempt (self);
    }

  keep_best_of_attempt (self);
  take_order (self, self->best_of_attempt);
}

static void
sift (TlOrderer *self,
      guint      window)
{
  guint64 work_before = self->sifter.work;
  guint64 work_most = self->budget / SIFT_SHARE;

  self->fewest_of_attempt -= tl_sifter_run (&self->sifter, 1, self->exchange_rounds, work_most);
  self->fewest_of_attempt -= tl_sifter_run (&self->sifter, window, SIFT_ROUNDS, work_most);
  self->work += self->sifter.work - work_before;
}

/* Returns whether the attempt came out as good as the best before it. */
static gboolean
keep_best (TlOrderer *self)
{
  if (self->fewest_of_attempt < self->fewest)
    {
      self->fewest = self->fewest_of_attempt;
      memcpy (self->best, self->graph->order, self->n_ordered * sizeof *self->best);
      return FALSE;
    }

  return self->fewest_of_attempt == self->fewest;
}

/* Exchanges a few vertices of every row by chance. */
static void
shake (TlOrderer *self)
{
  TlLayoutGraph *graph = self->graph;

  for (guint r = 0; r < graph->n_rows; r++)
    {
      guint *order = graph->order + graph->row_start[r];
      guint size = tl_layout_graph_row_size (graph, r);

      for (guint i = 0; i < SHAKES && size > 1; i++)
        {
          guint one = tl_random_next (&self->random) % size;
          guint other = tl_random_next (&self->random) % size;
          guint vertex = order[one];

          order[one] = order[other];
          order[other] = vertex;
        }
    }
}

/* Starts from the spanning forest, hot enough to come out somewhere else. */
static void
start_over (TlOrderer *self)
{
  take_order (self, self->seed);
  shake (self);
  sweep_and_cool (self, MORE_SWEEPS, MORE_HEAT + MORE_HEAT_SPREAD * tl_random_share (&self->random), 0.0f, 0.0f);
}

/* Starts from the best order so far, only so hot that it comes out nearby. */
static void
warm_up_best (TlOrderer *self)
{
  take_order (self, self->best);
  shake (self);
  sweep_and_cool (self, WARM_SWEEPS, WARM_HEAT + WARM_HEAT_SPREAD * tl_random_share (&self->random), 0.0f, 0.0f);
}

/* The sifting of the first attempt and of the last order comes off what is to be spent. */
static gboolean
can_pay_attempt (const TlOrderer *self)
{
  return self->work + MORE_SWEEPS * tl_layout_graph_work (self->graph) <= self->budget - 2 * self->budget / SIFT_SHARE;
}

static guint
find_widest_window (const TlOrderer *self)
{
  double window = self->budget / SIFT_SHARE / (ROUND_COST * tl_layout_graph_work (self->graph));

  return CLAMP (window, ATTEMPT_WINDOW, LAST_WINDOW);
}

static void
make_first_attempt (TlOrderer *self)
{
  sweep_and_cool (self, FIRST_SWEEPS, FIRST_HEAT, FIRST_HEAT_END, FIRST_WARM);

  gboolean only = !can_pay_attempt (self);

  self->exchange_rounds = only ? ONLY_ATTEMPT_ROUNDS : SIFT_ROUNDS;
  sift (self, only ? find_widest_window (self) : ATTEMPT_WINDOW);
  keep_best (self);
}

/* Makes attempts, by turns from the best and from the beginning, while they can be paid and something better
 * is to be expected. */
static void
try_again (TlOrderer *self)
{
  guint n_repeats = 0;

  for (guint i = 1; i <= ATTEMPTS_MOST && n_repeats < ENOUGH_REPEATS; i++)
    {
      if (self->fewest == 0 || !can_pay_attempt (self))
        break;
      if (i % 2 == 1)
        warm_up_best (self);
      else
        start_over (self);
      if (PROMISING (self->fewest_of_attempt, self->fewest))
        sift (self, ATTEMPT_WINDOW);

      n_repeats = self->fewest_of_attempt < self->fewest ? 0 : n_repeats;
      n_repeats += keep_best (self);
    }
}

/* Orders @graph from nothing; @effort in percent of the usual work. */
void
tl_layout_order (TlLayoutGraph      *graph,
                 const TlLayoutGaps *gaps,
                 guint               effort)
{
  TlOrderer self = { 0 };

  tl_layout_graph_find_components (graph);
  orderer_init (&self, graph, (guint64) USUAL_WORK * effort / 100);
  tl_layout_seed (&self.sweeper);
  memcpy (self.seed, graph->order, self.n_ordered * sizeof *self.seed);

  /* A forest is in order already. */
  self.fewest_of_attempt = tl_crossing_counter_count (&self.counter, graph);
  keep_best (&self);
  if (self.fewest > 0)
    {
      make_first_attempt (&self);
      try_again (&self);

      take_order (&self, self.best);
      sift (&self, LAST_WINDOW);
      tl_layout_shorten (&self.sweeper, &self.counter, gaps, &self.random, (guint64) SHORTEN_WORK * effort / 100);
    }
  tl_layout_tidy (graph);
}
