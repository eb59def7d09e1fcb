/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-graph-fixture.h"
#include "tl-layout-coordinates.h"

#define WORK 2000000

static const TlLayoutGaps gaps = { 20.0, 10.0 };

/* How far the segments lead along the rows. */
static double
measure_length (const TlLayoutGraph *graph)
{
  const double *x = tl_layout_place (graph, &gaps, NULL, NULL);
  double length = 0.0;

  for (guint v = 0; v < graph->n_vertices; v++)
    for (guint i = graph->down_start[v]; i < graph->down_start[v + 1]; i++)
      length += ABS (x[v] - x[graph->down[i]]);

  return length;
}

static void
shorten (TlLayoutGraph *graph,
         TlSweeper     *sweeper,
         guint64        work)
{
  TlRandom random = { 1 };
  TlCrossingCounter counter;

  tl_crossing_counter_init (&counter, graph);
  tl_layout_shorten (sweeper, &counter, &gaps, &random, work);
}

/* Every row holds the vertices it held, each at its rank. */
static void
assert_rows_kept (const TlLayoutGraph *graph)
{
  g_autofree guint8 *seen = g_new0 (guint8, graph->n_vertices);

  for (guint r = 0; r < graph->n_rows; r++)
    for (guint i = graph->row_start[r]; i < graph->row_start[r + 1]; i++)
      {
        guint v = graph->order[i];

        g_assert_cmpuint (graph->row[v], ==, r);
        g_assert_cmpuint (graph->rank[v], ==, i - graph->row_start[r]);
        g_assert_false (seen[v]);
        seen[v] = TRUE;
      }
}

/* From the walk over the forest it comes a good way, and not at the cost of crossings. */
static void
test_random (void)
{
  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (40 * seed, seed);
      TlSweeper sweeper;
      TlArena arena;

      tl_arena_init (&arena);

      TlLayoutGraph *graph = cascade_compile (cascade, &arena);

      tl_sweeper_init (&sweeper, graph);
      tl_layout_seed (&sweeper);

      double length = measure_length (graph);
      guint64 crossings = count_crossings (graph);

      shorten (graph, &sweeper, WORK);
      assert_rows_kept (graph);
      g_assert_cmpfloat (measure_length (graph), <, 0.9 * length);
      g_assert_cmpuint (count_crossings (graph), <, crossings);

      tl_arena_clear (&arena);
    }
}

/* A picture without a crossing gets none, however much shorter it would be. */
static void
test_no_first_crossing (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_forest (seed);
      TlSweeper sweeper;
      TlArena arena;

      tl_arena_init (&arena);

      TlLayoutGraph *graph = cascade_compile (cascade, &arena);

      tl_sweeper_init (&sweeper, graph);
      tl_layout_seed (&sweeper);
      g_assert_cmpuint (count_crossings (graph), ==, 0);
      shorten (graph, &sweeper, WORK);
      assert_rows_kept (graph);
      g_assert_cmpuint (count_crossings (graph), ==, 0);

      tl_arena_clear (&arena);
    }
}

/* Without work to spend, nothing is changed. */
static void
test_no_work (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (90, 2);
  TlSweeper sweeper;
  TlArena arena;

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);
  g_autofree guint *order = g_memdup2 (graph->order, graph->n_vertices * sizeof *order);

  tl_sweeper_init (&sweeper, graph);
  shorten (graph, &sweeper, 0);
  g_assert_cmpmem (order, graph->row_start[graph->n_rows] * sizeof *order,
                   graph->order, graph->row_start[graph->n_rows] * sizeof *order);

  tl_arena_clear (&arena);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/shorten/random", test_random);
  g_test_add_func ("/layout/shorten/no-first-crossing", test_no_first_crossing);
  g_test_add_func ("/layout/shorten/no-work", test_no_work);

  return g_test_run ();
}
