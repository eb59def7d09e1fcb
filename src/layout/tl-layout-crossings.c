/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts the crossings of an order.
 *
 * Between two adjacent rows the crossings are the inversions of the segments' ends, counted with an accumulator tree
 * over the smaller row in O(E log V) ("Simple and Efficient Bilayer Cross Counting", 2004).  Segments that share an end
 * do not cross.  A Fenwick tree does the same, but takes a different number of steps for each rank, which the
 * processor cannot foresee; here all ranks lie equally deep, and one walk upwards asks and inserts.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

/* The leaves of the tree are numbered from here on, the root is 1, and what is above i is i / 2. */
static guint
first_leaf (guint size)
{
  guint first = 1;

  while (first < size)
    first *= 2;

  return first;
}

static guint
tree_size (const TlLayoutGraph *graph)
{
  guint widest = 0;

  for (guint r = 0; r < graph->n_rows; r++)
    widest = MAX (widest, tl_layout_graph_row_size (graph, r));

  return first_leaf (widest);
}

void
tl_crossing_counter_init (TlCrossingCounter   *self,
                          const TlLayoutGraph *graph)
{
  self->tree = tl_arena_new_raw (graph->arena, guint, tree_size (graph));
}

/* How many of those inserted end further on than @leaf.  A branch knows what is in its right half. */
static inline guint
count_after (const guint *tree,
             guint        leaf)
{
  guint after = 0;

  for (guint at = leaf; at > 1; at /= 2)
    after += tree[at / 2] & (at % 2 - 1);

  return after;
}

static inline void
insert (guint *tree,
        guint  leaf)
{
  for (guint at = leaf; at > 1; at /= 2)
    tree[at / 2] += at % 2;
}

/* Both of it in one walk. */
static inline guint
count_after_and_insert (guint *tree,
                        guint  leaf)
{
  guint after = 0;

  for (guint at = leaf; at > 1; at /= 2)
    {
      guint right = at % 2;

      after += tree[at / 2] & (right - 1);
      tree[at / 2] += right;
    }

  return after;
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
  const guint *rank = graph->rank;
  guint *tree = self->tree;
  guint first = first_leaf (size);
  guint64 crossings = 0;

  memset (tree, 0, (gsize) first * sizeof *tree);
  for (guint i = graph->row_start[row]; i < graph->row_start[row + 1]; i++)
    {
      guint v = graph->order[i];

      if (start[v + 1] - start[v] == 1)
        {
          crossings += count_after_and_insert (tree, first + rank[neighbours[start[v]]]);
          continue;
        }
      for (guint k = start[v]; k < start[v + 1]; k++)
        crossings += count_after (tree, first + rank[neighbours[k]]);
      for (guint k = start[v]; k < start[v + 1]; k++)
        insert (tree, first + rank[neighbours[k]]);
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

/* The same without a counter to be kept. */
guint64
tl_crossings_count_once (const TlLayoutGraph *graph)
{
  g_autofree guint *tree = g_new (guint, tree_size (graph));
  TlCrossingCounter counter = { tree };

  return tl_crossing_counter_count (&counter, graph);
}
