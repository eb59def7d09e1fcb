/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What costs no crossing, but makes an order agree with its reader.
 *
 * The parts of the graph that are not connected stand side by side instead of through one another; each part
 * is mirrored if that brings it nearer to the order in which the caller named the nodes; and leaves under the
 * same parent (or roots over the same child), which could change places freely, stand in the caller's order.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

/* Sorts each row by component, stably.  Segments of two parts never cross then, so crossings can only fall. */
static void
part_components (TlLayoutGraph *graph)
{
  if (graph->n_components < 2)
    return;

  guint *next = tl_arena_new (graph->arena, guint, (gsize) graph->n_components + 1);
  guint *parted = tl_arena_new_raw (graph->arena, guint, graph->n_vertices);

  for (guint r = 0; r < graph->n_rows; r++)
    {
      guint start = graph->row_start[r];
      guint end = graph->row_start[r + 1];
      guint lowest = graph->n_components;
      guint highest = 0;

      for (guint i = start; i < end; i++)
        {
          guint component = graph->component[graph->order[i]];

          lowest = MIN (lowest, component);
          highest = MAX (highest, component);
        }
      if (lowest >= highest)
        continue;

      memset (next + lowest, 0, (highest - lowest + 2) * sizeof *next);
      for (guint i = start; i < end; i++)
        next[graph->component[graph->order[i]] + 1]++;
      next[lowest] = 0;
      for (guint c = lowest; c < highest; c++)
        next[c + 1] += next[c];
      for (guint i = start; i < end; i++)
        parted[next[graph->component[graph->order[i]]]++] = graph->order[i];
      memcpy (graph->order + start, parted, (end - start) * sizeof *parted);
    }
}

static void
reverse (guint *order,
         guint  size)
{
  for (guint i = 0; i < size / 2; i++)
    {
      guint vertex = order[i];

      order[i] = order[size - 1 - i];
      order[size - 1 - i] = vertex;
    }
}

/* The vertices of the component of the one at @start end before the place returned. */
static guint
end_of_component (const TlLayoutGraph *graph,
                  guint                start,
                  guint                row_end)
{
  guint end = start + 1;

  while (end < row_end && graph->component[graph->order[end]] == graph->component[graph->order[start]])
    end++;

  return end;
}

/* How far the caller's order is followed: the share of neighbours that do, less the share that do not. */
static float
agreement (const TlLayoutGraph *graph,
           guint                start,
           guint                end)
{
  guint last = TL_LAYOUT_NONE;
  guint n_pairs = 0;
  gint sum = 0;

  for (guint i = start; i < end; i++)
    {
      guint v = graph->order[i];

      if (tl_layout_graph_is_virtual (graph, v))
        continue;
      if (last != TL_LAYOUT_NONE)
        {
          sum += last < v ? 1 : -1;
          n_pairs++;
        }
      last = v;
    }

  return n_pairs > 0 ? (float) sum / n_pairs : 0.0f;
}

static void
mirror_components (TlLayoutGraph *graph)
{
  float *agreed = tl_arena_new (graph->arena, float, graph->n_components);

  for (guint r = 0; r < graph->n_rows; r++)
    for (guint i = graph->row_start[r], end; i < graph->row_start[r + 1]; i = end)
      {
        end = end_of_component (graph, i, graph->row_start[r + 1]);
        agreed[graph->component[graph->order[i]]] += agreement (graph, i, end);
      }

  for (guint r = 0; r < graph->n_rows; r++)
    for (guint i = graph->row_start[r], end; i < graph->row_start[r + 1]; i = end)
      {
        end = end_of_component (graph, i, graph->row_start[r + 1]);
        if (agreed[graph->component[graph->order[i]]] < 0.0f)
          reverse (graph->order + i, end - i);
      }
}

/* The adjacency of a graph as seen by its leaves: from below, or from above for those that have no parents. */
typedef struct
{
  const guint *near_start;      /* towards the one neighbour a leaf has */
  const guint *near;
  const guint *far_start;
} TlLeafSide;

/* The only neighbour of a leaf, TL_LAYOUT_NONE for what is no leaf. */
static guint
find_stem (const TlLayoutGraph *graph,
           const TlLeafSide    *side,
           guint                vertex)
{
  if (tl_layout_graph_is_virtual (graph, vertex)
      || side->near_start[vertex + 1] - side->near_start[vertex] != 1
      || side->far_start[vertex + 1] != side->far_start[vertex])
    return TL_LAYOUT_NONE;

  return side->near[side->near_start[vertex]];
}

/* Leaves at the same single vertex keep the places they have taken together, but stand in them by index.  The
 * lists are made in two runs: the places as they come in the order, then the leaves as they come by index. */
static void
sort_leaves (TlLayoutGraph    *graph,
             const TlLeafSide *side)
{
  guint *next = tl_arena_new (graph->arena, guint, graph->n_vertices);
  guint *places = tl_arena_new_raw (graph->arena, guint, graph->n_segments);

  memcpy (next, side->far_start, graph->n_vertices * sizeof *next);
  for (guint i = 0; i < graph->row_start[graph->n_rows]; i++)
    {
      guint stem = find_stem (graph, side, graph->order[i]);

      if (stem != TL_LAYOUT_NONE)
        places[next[stem]++] = i;
    }

  memcpy (next, side->far_start, graph->n_vertices * sizeof *next);
  for (guint v = 0; v < graph->n_nodes; v++)
    {
      guint stem = find_stem (graph, side, v);

      if (stem != TL_LAYOUT_NONE)
        graph->order[places[next[stem]++]] = v;
    }
}

/* Tidies the order of @graph, whose components are known, without adding a crossing. */
void
tl_layout_tidy (TlLayoutGraph *graph)
{
  const TlLeafSide below = { graph->up_start, graph->up, graph->down_start };
  const TlLeafSide above = { graph->down_start, graph->down, graph->up_start };

  part_components (graph);
  mirror_components (graph);
  sort_leaves (graph, &below);
  sort_leaves (graph, &above);
  tl_layout_graph_update_rank (graph);
}
