/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the order of the rows: the fewest crossings for the work that may be spent. */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

#define TWO_SIDED_SWEEPS 40
#define COUNT_EVERY 5

/* Orders @graph from nothing; @effort in percent of the usual work. */
void
tl_layout_order (TlLayoutGraph *graph,
                 guint          effort)
{
  guint n_ordered = graph->row_start[graph->n_rows];
  TlCrossingCounter counter;
  TlSweeper sweeper;
  guint *best = tl_arena_new (graph->arena, guint, n_ordered);
  guint64 fewest;

  tl_crossing_counter_init (&counter, graph);
  tl_sweeper_init (&sweeper, graph);

  for (guint i = 0; i < 2; i++)
    {
      tl_sweeper_down (&sweeper, TL_SWEEP_FROM_ABOVE);
      tl_sweeper_up (&sweeper, TL_SWEEP_FROM_BELOW);
    }

  memcpy (best, graph->order, n_ordered * sizeof *best);
  fewest = tl_crossing_counter_count (&counter, graph);
  for (guint sweep = 1; sweep <= TWO_SIDED_SWEEPS && fewest > 0; sweep++)
    {
      if (sweep % 2 == 1)
        tl_sweeper_down (&sweeper, TL_SWEEP_BOTH);
      else
        tl_sweeper_up (&sweeper, TL_SWEEP_BOTH);
      if (sweep % COUNT_EVERY != 0)
        continue;

      guint64 crossings = tl_crossing_counter_count (&counter, graph);

      if (crossings < fewest)
        {
          fewest = crossings;
          memcpy (best, graph->order, n_ordered * sizeof *best);
        }
    }

  memcpy (graph->order, best, n_ordered * sizeof *best);
  tl_layout_graph_update_rank (graph);
}
