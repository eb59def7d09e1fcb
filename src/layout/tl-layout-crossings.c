/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts the crossings of an order.
 *
 * Between two adjacent rows the crossings are the inversions of the segments' ends ("Simple and Efficient Bilayer
 * Cross Counting", 2004), counted with a Fenwick tree over the smaller row in O(E log V).  Segments that share an
 * end do not cross.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

void
tl_crossing_counter_init (TlCrossingCounter   *self,
                          const TlLayoutGraph *graph)
{
  guint widest = 0;

  for (guint r = 0; r < graph->n_rows; r++)
    widest = MAX (widest, tl_layout_graph_row_size (graph, r));
  self->tree = tl_arena_new (graph->arena, guint, widest + 1);
}

/* Walks @row in order and asks, for each segment to the row beside, how many of those before it end further
 * on.  @start and @neighbours are the adjacency towards the row beside, which has @size vertices. */
static guint64
count_inversions (TlCrossingCounter   *self,
                  const TlLayoutGraph *graph,
                  guint                row,
                  const guint         *start,
                  const guint         *neighbours,
                  guint                size)
{
  guint *tree = self->tree;
  guint64 crossings = 0;
  guint inserted = 0;

  memset (tree, 0, ((gsize) size + 1) * sizeof *tree);
  for (guint i = graph->row_start[row]; i < graph->row_start[row + 1]; i++)
    {
      guint v = graph->order[i];

      for (guint k = start[v]; k < start[v + 1]; k++)
        {
          guint not_after = 0;

          for (guint at = graph->rank[neighbours[k]] + 1; at > 0; at &= at - 1)
            not_after += tree[at];
          crossings += inserted - not_after;
        }
      for (guint k = start[v]; k < start[v + 1]; k++)
        {
          for (guint at = graph->rank[neighbours[k]] + 1; at <= size; at += at & -at)
            tree[at]++;
          inserted++;
        }
    }

  return crossings;
}

/* The number of pairs of segments that cross in the graph's present order. */
guint64
tl_crossing_counter_count (TlCrossingCounter   *self,
                           const TlLayoutGraph *graph)
{
  guint64 crossings = 0;

  for (guint r = 0; r + 1 < graph->n_rows; r++)
    {
      guint upper = tl_layout_graph_row_size (graph, r);
      guint lower = tl_layout_graph_row_size (graph, r + 1);

      if (upper < lower)
        crossings += count_inversions (self, graph, r + 1, graph->up_start, graph->up, upper);
      else
        crossings += count_inversions (self, graph, r, graph->down_start, graph->down, lower);
    }

  return crossings;
}
