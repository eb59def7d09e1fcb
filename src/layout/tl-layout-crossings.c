/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts the crossings of an order.
 *
 * Between two adjacent rows the crossings are the inversions of the segments' ends (Barth, Juenger and
 * Mutzel, 2004), counted with a Fenwick tree over the lower row in O(E log V).  Segments that share an end do
 * not cross.
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

static guint64
count_gap (TlCrossingCounter   *self,
           const TlLayoutGraph *graph,
           guint                row)
{
  guint *tree = self->tree;
  guint size = tl_layout_graph_row_size (graph, row + 1);
  guint64 crossings = 0;
  guint inserted = 0;

  memset (tree, 0, (size + 1) * sizeof *tree);
  for (guint i = graph->row_start[row]; i < graph->row_start[row + 1]; i++)
    {
      guint v = graph->order[i];

      for (guint k = graph->down_start[v]; k < graph->down_start[v + 1]; k++)
        {
          guint not_after = 0;

          for (guint at = graph->rank[graph->down[k]] + 1; at > 0; at &= at - 1)
            not_after += tree[at];
          crossings += inserted - not_after;
        }
      for (guint k = graph->down_start[v]; k < graph->down_start[v + 1]; k++)
        {
          for (guint at = graph->rank[graph->down[k]] + 1; at <= size; at += at & -at)
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
    crossings += count_gap (self, graph, r);

  return crossings;
}
