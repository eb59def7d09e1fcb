/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sifting: each vertex in turn is tried at every place within a window of its row, and left at the best.
 *
 * Sweeps find the right neighbourhood, sifting the right place in it; a window of 1 is the exchange of
 * adjacent vertices.  What makes it cheap is that passing one neighbour changes the crossings by a number
 * that depends on those two vertices alone, so a whole window is tried by adding up (Matuszewski, Schoenfeld
 * and Molitor, 1999), and that the ranks of everybody's neighbours come out sorted when the rows beside are
 * walked in order.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

/* A virtual vertex among held ones only has to get around what is near. */
#define VIRTUAL_WINDOW 30

void
tl_sifter_init (TlSifter      *self,
                TlLayoutGraph *graph)
{
  self->graph = graph;
  self->up_rank = tl_arena_new (graph->arena, guint, graph->n_segments);
  self->down_rank = tl_arena_new (graph->arena, guint, graph->n_segments);
  self->cursor = tl_arena_new (graph->arena, guint, graph->n_vertices);
  self->held = NULL;
  self->work = 0;
}

/* Lists, sorted, the ranks of the neighbours of each vertex in @row on one side. */
static void
list_ranks (TlSifter    *self,
            guint        row,
            guint        beside,
            const guint *start,
            const guint *beside_start,
            const guint *beside_neighbours,
            guint       *ranks)
{
  TlLayoutGraph *graph = self->graph;

  for (guint i = graph->row_start[row]; i < graph->row_start[row + 1]; i++)
    self->cursor[graph->order[i]] = start[graph->order[i]];
  for (guint i = graph->row_start[beside]; i < graph->row_start[beside + 1]; i++)
    {
      guint u = graph->order[i];

      for (guint k = beside_start[u]; k < beside_start[u + 1]; k++)
        ranks[self->cursor[beside_neighbours[k]]++] = i - graph->row_start[beside];
    }
}

/* Of the pairs of one from each sorted list: those in which @left is less, minus those in which it is more. */
static inline gint64
balance (const guint *left,
         guint        n_left,
         const guint *right,
         guint        n_right)
{
  gint64 sum = 0;

  if (n_left == 1 && n_right == 1)
    return (*left < *right) - (*left > *right);

  guint less = 0;
  guint not_more = 0;

  for (guint i = 0; i < n_left; i++)
    {
      while (less < n_right && right[less] < left[i])
        less++;
      not_more = MAX (not_more, less);
      while (not_more < n_right && right[not_more] == left[i])
        not_more++;
      sum += (gint64) (n_right - not_more) - less;
    }

  return sum;
}

/* How many crossings more there are when @left, which stands beside @right, changes places with it. */
static inline gint64
cost_of_exchange (TlSifter *self,
                  guint     left,
                  guint     right)
{
  const TlLayoutGraph *graph = self->graph;
  guint up_left = tl_layout_graph_up_degree (graph, left);
  guint up_right = tl_layout_graph_up_degree (graph, right);
  guint down_left = tl_layout_graph_down_degree (graph, left);
  guint down_right = tl_layout_graph_down_degree (graph, right);
  gint64 cost = 0;

  self->work += 1 + up_left + up_right + down_left + down_right;
  if (up_left > 0 && up_right > 0)
    cost += balance (self->up_rank + graph->up_start[left], up_left,
                     self->up_rank + graph->up_start[right], up_right);
  if (down_left > 0 && down_right > 0)
    cost += balance (self->down_rank + graph->down_start[left], down_left,
                     self->down_rank + graph->down_start[right], down_right);

  return cost;
}

static void
move (guint *order,
      guint  from,
      guint  to)
{
  guint vertex = order[from];

  if (from < to)
    memmove (order + from, order + from + 1, (to - from) * sizeof *order);
  else
    memmove (order + to + 1, order + to, (from - to) * sizeof *order);
  order[to] = vertex;
}

/* Finds the best place for the vertex at @from and puts it there.  Returns by how much crossings fell. */
static gint64
sift_vertex (TlSifter *self,
             guint    *order,
             guint     size,
             guint     from,
             guint     window)
{
  guint vertex = order[from];
  guint first = from > window ? from - window : 0;
  guint last = MIN (from + window, size - 1);
  gint64 cost = 0;
  gint64 least = 0;
  guint best = from;

  for (guint i = from; i-- > first;)
    {
      cost += cost_of_exchange (self, order[i], vertex);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }
  cost = 0;
  for (guint i = from + 1; i <= last; i++)
    {
      cost += cost_of_exchange (self, vertex, order[i]);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }

  if (best != from)
    move (order, from, best);

  return -least;
}

static gint64
exchange_row (TlSifter *self,
              guint    *order,
              guint     size)
{
  gint64 gained = 0;

  for (guint i = 0; i + 1 < size; i++)
    {
      gint64 cost = cost_of_exchange (self, order[i], order[i + 1]);

      if (cost < 0)
        {
          move (order, i, i + 1);
          gained -= cost;
        }
    }

  return gained;
}

static gboolean
is_all_held (const TlSifter *self,
             const guint    *order,
             guint           size)
{
  if (self->held == NULL)
    return FALSE;

  for (guint i = 0; i < size; i++)
    if (!self->held[order[i]])
      return FALSE;

  return TRUE;
}

static gint64
sift_row (TlSifter *self,
          guint     row,
          guint     window)
{
  TlLayoutGraph *graph = self->graph;
  guint *order = graph->order + graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);
  gint64 gained = 0;

  if (is_all_held (self, order, size))
    return 0;
  if (row > 0)
    list_ranks (self, row, row - 1, graph->up_start, graph->down_start, graph->down, self->up_rank);
  if (row + 1 < graph->n_rows)
    list_ranks (self, row, row + 1, graph->down_start, graph->up_start, graph->up, self->down_rank);

  if (window == 1)
    gained = exchange_row (self, order, size);
  else
    for (guint i = 0; i < size; i++)
      if (self->held == NULL)
        gained += sift_vertex (self, order, size, i, window);
      else if (!self->held[order[i]])
        gained += sift_vertex (self, order, size, i,
                               tl_layout_graph_is_virtual (graph, order[i]) ? MIN (window, VIRTUAL_WINDOW) : window);

  for (guint i = 0; i < size; i++)
    graph->rank[order[i]] = i;

  return gained;
}

/* Sifts all rows within @window until nothing is gained any more, or for @rounds_most rounds, or until about
 * @work_most has been spent.  Within a window of 1, adjacent vertices are exchanged, held or not.
 * Returns by how much the number of crossings fell. */
guint64
tl_sifter_run (TlSifter *self,
               guint     window,
               guint     rounds_most,
               guint64   work_most)
{
  guint n_rows = self->graph->n_rows;
  guint64 work_end = work_most < G_MAXUINT64 - self->work ? self->work + work_most : G_MAXUINT64;
  gint64 gained = 0;

  for (guint round = 0; round < rounds_most; round++)
    {
      gint64 gained_before = gained;

      for (guint i = 0; i < n_rows && self->work < work_end; i++)
        gained += sift_row (self, round % 2 == 0 ? i : n_rows - 1 - i, window);
      if (gained == gained_before || self->work >= work_end)
        break;
    }

  return gained;
}
