/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-graph-fixture.h"

#define USUAL_EFFORT 100

static const TlLayoutGaps GAPS = { 20.0, 10.0 };

static void
test_count (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (20 * seed, seed);
      TlCrossingCounter counter;
      TlArena arena;

      tl_arena_init (&arena);

      TlLayoutGraph *graph = cascade_compile (cascade, &arena);

      shuffle (graph, seed);
      tl_crossing_counter_init (&counter, graph);
      g_assert_cmpuint (tl_crossing_counter_count (&counter, graph), ==, count_crossings (graph));

      tl_arena_clear (&arena);
    }
}

/* What sifting says it has gained is what has been gained; it never loses. */
static void
test_sift (void)
{
  static const guint windows[] = { 1, 2, 30, 1000 };

  for (guint seed = 1; seed <= 5; seed++)
    for (guint w = 0; w < G_N_ELEMENTS (windows); w++)
      {
        g_autoptr (Cascade) cascade = cascade_new_random (150, seed);
        TlSifter sifter;
        TlArena arena;

        tl_arena_init (&arena);

        TlLayoutGraph *graph = cascade_compile (cascade, &arena);

        shuffle (graph, seed);
        tl_sifter_init (&sifter, graph);

        guint64 before = count_crossings (graph);
        guint64 gained = tl_sifter_run (&sifter, windows[w], 10, G_MAXINT64);

        g_assert_cmpuint (gained, >, 0);
        g_assert_cmpuint (count_crossings (graph), ==, before - gained);

        tl_arena_clear (&arena);
      }
}

/* Held vertices keep their order among themselves. */
static void
test_sift_held (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (150, 1);
  TlSifter sifter;
  TlArena arena;

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);
  guint8 *held = tl_arena_new (&arena, guint8, graph->n_vertices);
  guint *rank = tl_arena_new (&arena, guint, graph->n_vertices);

  shuffle (graph, 1);
  for (guint v = 0; v < graph->n_vertices; v++)
    {
      held[v] = v % 5 != 0;
      rank[v] = graph->rank[v];
    }
  tl_sifter_init (&sifter, graph);
  sifter.held = held;
  tl_sifter_run (&sifter, 1000, 3, G_MAXINT64);

  for (guint v = 0; v < graph->n_vertices; v++)
    for (guint u = 0; u < graph->n_vertices; u++)
      if (held[u] && held[v] && graph->row[u] == graph->row[v])
        g_assert_cmpint (rank[u] < rank[v], ==, graph->rank[u] < graph->rank[v]);

  tl_arena_clear (&arena);
}

static void
test_tidy_adds_no_crossing (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (120, seed);
      TlArena arena;

      tl_arena_init (&arena);

      TlLayoutGraph *graph = cascade_compile (cascade, &arena);

      shuffle (graph, seed);

      guint64 before = count_crossings (graph);

      tl_layout_graph_find_components (graph);
      tl_layout_tidy (graph);
      g_assert_cmpuint (count_crossings (graph), <=, before);

      tl_arena_clear (&arena);
    }
}

/* A forest can be drawn without a crossing, so it is, whatever the order its nodes are named in. */
static void
test_forest (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_forest (seed);
      TlArena arena;

      tl_arena_init (&arena);

      TlLayoutGraph *graph = cascade_compile (cascade, &arena);

      tl_layout_order (graph, &GAPS, USUAL_EFFORT);
      g_assert_cmpuint (count_crossings (graph), ==, 0);

      tl_arena_clear (&arena);
    }
}

/* Leaves under one parent stand as they were named. */
static void
test_leaves_in_order (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  TlArena arena;

  cascade_add (cascade, 0, 10.0f, 10.0f);
  cascade_add (cascade, 0, 10.0f, 10.0f);
  for (guint i = 0; i < 40; i++)
    cascade_link (cascade, i % 2, cascade_add (cascade, 1, 10.0f, 10.0f));

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);

  tl_layout_order (graph, &GAPS, USUAL_EFFORT);
  for (guint i = 4; i < 42; i++)
    g_assert_cmpuint (graph->rank[i - 2], <, graph->rank[i]);
  g_assert_cmpuint (graph->rank[0], <, graph->rank[1]);

  tl_arena_clear (&arena);
}

/* Parts that are not connected stand side by side, not one within the other. */
static void
test_parts (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  TlArena arena;

  for (guint part = 0; part < 3; part++)
    {
      guint top = cascade_add (cascade, 0, 10.0f, 10.0f);

      for (guint i = 0; i < 4; i++)
        {
          guint child = cascade_add (cascade, 1, 10.0f, 10.0f);

          cascade_link (cascade, top, child);
          cascade_link (cascade, child, cascade_add (cascade, 2, 10.0f, 10.0f));
        }
    }

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);

  tl_layout_order (graph, &GAPS, USUAL_EFFORT);
  for (guint r = 0; r < graph->n_rows; r++)
    for (guint i = graph->row_start[r] + 1; i < graph->row_start[r + 1]; i++)
      g_assert_cmpuint (graph->component[graph->order[i - 1]], <=, graph->component[graph->order[i]]);

  tl_arena_clear (&arena);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/order/count", test_count);
  g_test_add_func ("/layout/order/sift", test_sift);
  g_test_add_func ("/layout/order/sift-held", test_sift_held);
  g_test_add_func ("/layout/order/tidy", test_tidy_adds_no_crossing);
  g_test_add_func ("/layout/order/forest", test_forest);
  g_test_add_func ("/layout/order/leaves-in-order", test_leaves_in_order);
  g_test_add_func ("/layout/order/parts", test_parts);

  return g_test_run ();
}
