/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "layout-graph-fixture.h"

static gboolean
is_neighbour (const guint *start,
              const guint *neighbours,
              guint        vertex,
              guint        other)
{
  for (guint i = start[vertex]; i < start[vertex + 1]; i++)
    if (neighbours[i] == other)
      return TRUE;

  return FALSE;
}

/* Walks the chain of every edge from its one end to the other. */
static void
test_chains (void)
{
  for (guint seed = 1; seed <= 10; seed++)
    {
      g_autoptr (Cascade) cascade = cascade_new_random (200, seed);
      TlArena arena;

      tl_arena_init (&arena);

      TlLayoutGraph *graph = cascade_compile (cascade, &arena);
      guint n_segments = 0;

      for (guint e = 0; e < graph->n_edges; e++)
        {
          const TlLayoutEdge *edge = cascade_edge (cascade, e);
          guint tail = edge->upper;

          g_assert_cmpuint (graph->chain_length[e], ==, graph->row[edge->lower] - graph->row[edge->upper] - 1);
          for (guint i = 0; i <= graph->chain_length[e]; i++)
            {
              guint head = i < graph->chain_length[e] ? graph->chain_start[e] + i : edge->lower;

              g_assert_cmpuint (graph->row[head], ==, graph->row[tail] + 1);
              g_assert_true (is_neighbour (graph->down_start, graph->down, tail, head));
              g_assert_true (is_neighbour (graph->up_start, graph->up, head, tail));
              if (i < graph->chain_length[e])
                {
                  g_assert_true (tl_layout_graph_is_virtual (graph, head));
                  g_assert_cmpuint (tl_layout_graph_up_degree (graph, head), ==, 1);
                  g_assert_cmpuint (tl_layout_graph_down_degree (graph, head), ==, 1);
                }
              tail = head;
            }
        }
      for (guint v = 0; v < graph->n_vertices; v++)
        n_segments += tl_layout_graph_down_degree (graph, v);
      g_assert_cmpuint (n_segments, ==, graph->n_segments);

      tl_arena_clear (&arena);
    }
}

/* Every vertex stands in its row exactly once, with the edgeless ones apart. */
static void
test_rows (void)
{
  g_autoptr (Cascade) cascade = cascade_new_random (500, 2);
  TlArena arena;

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);
  g_autofree guint *n_seen = g_new0 (guint, graph->n_vertices);

  for (guint r = 0; r < graph->n_rows; r++)
    {
      for (guint i = graph->row_start[r]; i < graph->row_start[r + 1]; i++)
        {
          guint v = graph->order[i];

          n_seen[v]++;
          g_assert_cmpuint (graph->row[v], ==, r);
          g_assert_cmpuint (graph->rank[v], ==, i - graph->row_start[r]);
        }
      for (guint i = graph->loose_start[r]; i < graph->loose_start[r + 1]; i++)
        {
          guint v = graph->loose[i];

          n_seen[v]++;
          g_assert_cmpuint (graph->row[v], ==, r);
          g_assert_cmpuint (tl_layout_graph_up_degree (graph, v) + tl_layout_graph_down_degree (graph, v), ==, 0);
        }
    }
  for (guint v = 0; v < graph->n_vertices; v++)
    g_assert_cmpuint (n_seen[v], ==, 1);

  tl_arena_clear (&arena);
}

static void
test_components (void)
{
  g_autoptr (Cascade) cascade = cascade_new ();
  TlArena arena;

  for (guint i = 0; i < 8; i++)
    cascade_add (cascade, i % 2, 10.0f, 10.0f);
  cascade_link (cascade, 0, 1);
  cascade_link (cascade, 2, 3);
  cascade_link (cascade, 4, 3);
  cascade_link (cascade, 4, 5);

  tl_arena_init (&arena);

  TlLayoutGraph *graph = cascade_compile (cascade, &arena);

  tl_layout_graph_find_components (graph);
  g_assert_cmpuint (graph->n_components, ==, 2);
  g_assert_cmpuint (graph->component[0], ==, graph->component[1]);
  g_assert_cmpuint (graph->component[2], ==, graph->component[5]);
  g_assert_cmpuint (graph->component[0], !=, graph->component[2]);
  g_assert_cmpuint (graph->component[6], ==, TL_LAYOUT_NONE);

  tl_arena_clear (&arena);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/layout/graph/chains", test_chains);
  g_test_add_func ("/layout/graph/rows", test_rows);
  g_test_add_func ("/layout/graph/components", test_components);

  return g_test_run ();
}
