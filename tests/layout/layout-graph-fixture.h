/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the tests of the rooms inside the layout: the graph they work on, and what can be said of it slowly. */

#include "layout-fixture.h"
#include "tl-layout-order.h"

/* A random forest of four layers. */
static inline Cascade *
cascade_new_forest (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Cascade *self = cascade_new ();

  for (guint i = 0; i < 400; i++)
    cascade_add (self, i < 5 ? 0 : i < 25 ? 1 : i < 100 ? 2 : 3, 10.0f, 10.0f);
  for (guint i = 5; i < 400; i++)
    cascade_link (self,
                  i < 25 ? g_rand_int_range (rand, 0, 5)
                  : i < 100 ? g_rand_int_range (rand, 5, 25) : g_rand_int_range (rand, 25, 100), i);

  return self;
}

static inline TlLayoutGraph *
cascade_compile (const Cascade *cascade,
                 TlArena       *arena)
{
  return tl_layout_graph_new (arena, (const TlLayoutNode *) cascade->nodes->data, cascade->nodes->len,
                              (const TlLayoutEdge *) cascade->edges->data, cascade->edges->len, TL_LAYOUT_DOWN);
}

/* Every pair of segments of a gap, looked at one by one. */
static inline guint64
count_crossings (const TlLayoutGraph *graph)
{
  guint64 crossings = 0;

  for (guint v = 0; v < graph->n_vertices; v++)
    for (guint u = 0; u < graph->n_vertices; u++)
      {
        if (graph->row[u] != graph->row[v] || graph->rank[u] <= graph->rank[v])
          continue;
        for (guint i = graph->down_start[v]; i < graph->down_start[v + 1]; i++)
          for (guint k = graph->down_start[u]; k < graph->down_start[u + 1]; k++)
            crossings += graph->rank[graph->down[i]] > graph->rank[graph->down[k]];
      }

  return crossings;
}

static inline void
shuffle (TlLayoutGraph *graph,
         guint32        seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint r = 0; r < graph->n_rows; r++)
    for (guint i = tl_layout_graph_row_size (graph, r); i > 1; i--)
      {
        guint *order = graph->order + graph->row_start[r];
        guint k = g_rand_int_range (rand, 0, i);
        guint vertex = order[i - 1];

        order[i - 1] = order[k];
        order[k] = vertex;
      }
  tl_layout_graph_update_rank (graph);
}
