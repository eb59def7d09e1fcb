/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-graph-fixture.h"

static const TlLayoutGaps gaps = { 20.0, 10.0 };

/* One parent over its children, which stand where they are put; returns where the parent goes. */
static double
find_parent (const double *children,
             guint         n_children,
             guint         n_rounds)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  guint parent = cascade_add (cascade, 0, 100.0f, 40.0f);
  TlFitter fitter;
  TlArena arena;

  for (guint i = 0; i < n_children; i++)
    cascade_link (cascade, parent, cascade_add (cascade, 1, 100.0f, 40.0f));

  tl_arena_init (&arena);
  tl_fitter_init (&fitter, cascade_compile (cascade, &arena), &gaps, NULL);
  for (guint i = 0; i < n_children; i++)
    fitter.x[parent + 1 + i] = children[i];
  for (guint round = 0; round < n_rounds; round++)
    tl_fitter_draw_together (&fitter, 0);

  double x = fitter.x[parent];

  tl_arena_clear (&arena);

  return x;
}

/* One far away does not draw a parent off from those that are near, as it would draw off their mean. */
static void
test_far (void)
{
  const double children[] = { 0.0, 120.0, 240.0, 100000.0 };

  g_assert_cmpfloat (find_parent (children, 4, 40), <, 300.0);
  g_assert_cmpfloat (find_parent (children, 4, 40), >, 120.0);
}

/* Between children that stand even, the middle is the middle. */
static void
test_even (void)
{
  const double children[] = { -700.0, -120.0, 0.0, 120.0, 700.0 };

  g_assert_cmpfloat_with_epsilon (find_parent (children, 5, 40), 0.0, ROUNDING);
}

/* Where a parent goes, no other place makes the lines to its children much shorter. */
static void
test_short (void)
{
  for (guint seed = 1; seed <= 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      double children[7];
      double length = 0.0;
      double shortest = G_MAXDOUBLE;

      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        children[i] = g_rand_double_range (rand, 0.0, 20000.0);

      double x = find_parent (children, G_N_ELEMENTS (children), 60);

      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          double other = 0.0;

          for (guint k = 0; k < G_N_ELEMENTS (children); k++)
            other += ABS (children[i] - children[k]);
          shortest = MIN (shortest, other);
          length += ABS (children[i] - x);
        }
      g_assert_cmpfloat (length, <=, 1.03 * shortest);
    }
}

/* Whatever is wished for, the gaps hold. */
static void
test_gaps (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (120, 3);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  TlFitter fitter;
  TlArena arena;

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);

  shuffle (graph, 3);
  tl_fitter_init (&fitter, graph, &gaps, NULL);
  for (guint r = 0; r < graph->n_rows; r++)
    {
      guint size = tl_layout_graph_row_size (graph, r);
      const guint *order = graph->order + graph->row_start[r];

      for (guint i = 0; i < size; i++)
        {
          const TlPull pull = { g_rand_double_range (rand, -1e6, 1e6), g_rand_double_range (rand, 0.1, 9.0) };

          tl_fitter_wish (&fitter, i, &pull);
        }
      tl_fitter_fit_row (&fitter, r);
      for (guint i = 1; i < size; i++)
        {
          double room = fitter.x[order[i]] - fitter.x[order[i - 1]]
                        - (graph->breadth[order[i]] + graph->breadth[order[i - 1]]) / 2.0;
          gboolean passing = tl_layout_graph_is_virtual (graph, order[i])
                             || tl_layout_graph_is_virtual (graph, order[i - 1]);

          g_assert_cmpfloat (room, >=, (passing ? gaps.edge_gap : gaps.node_gap) - ROUNDING);
        }
    }

  tl_arena_clear (&arena);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/fitter/far", test_far);
  g_test_add_func ("/layout/fitter/even", test_even);
  g_test_add_func ("/layout/fitter/short", test_short);
  g_test_add_func ("/layout/fitter/gaps", test_gaps);

  return g_test_run ();
}
