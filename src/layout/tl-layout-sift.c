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

#define VIRTUAL_WINDOW 30

void
tl_sifter_init (TlSifter      *self,
                TlLayoutGraph *graph)
{
  guint widest = 0;

  for (guint r = 0; r < graph->n_rows; r++)
    widest = MAX (widest, tl_layout_graph_row_size (graph, r));

  self->graph = graph;
  self->up_rank = tl_arena_new_raw (graph->arena, guint, graph->n_segments);
  self->down_rank = tl_arena_new_raw (graph->arena, guint, graph->n_segments);
  self->cursor = tl_arena_new_raw (graph->arena, guint, graph->n_vertices);
  self->row = tl_arena_new_raw (graph->arena, TlSifted, widest);
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

static inline void
take_side (TlSiftedSide *side,
           const guint  *start,
           const guint  *ranks,
           guint         vertex)
{
  guint n = start[vertex + 1] - start[vertex];
  const guint *own = ranks + start[vertex];

  side->at = start[vertex];
  side->n = n;
  side->first = n > 0 ? own[0] : 0;
  side->last = n > 0 ? own[n - 1] : 0;
}

/* Takes down what is to be known of the row's vertices, side by side in their order. */
static void
take_row (TlSifter *self,
          guint     row)
{
  TlLayoutGraph *graph = self->graph;
  const guint *order = graph->order + graph->row_start[row];

  if (row > 0)
    list_ranks (self, row, row - 1, graph->up_start, graph->down_start, graph->down, self->up_rank);
  if (row + 1 < graph->n_rows)
    list_ranks (self, row, row + 1, graph->down_start, graph->up_start, graph->up, self->down_rank);

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      take_side (&self->row[i].up, graph->up_start, self->up_rank, order[i]);
      take_side (&self->row[i].down, graph->down_start, self->down_rank, order[i]);
      self->row[i].vertex = order[i];
    }
}

static void
give_row_back (TlSifter *self,
               guint     row)
{
  TlLayoutGraph *graph = self->graph;
  guint *order = graph->order + graph->row_start[row];

  for (guint i = 0; i < tl_layout_graph_row_size (graph, row); i++)
    {
      order[i] = self->row[i].vertex;
      graph->rank[order[i]] = i;
    }
}

static inline gint
compare_ranks (guint one,
               guint other)
{
  return (one > other) - (one < other);
}

/* Of the pairs of one from each sorted list: those in which @left is less, minus those in which it is more.  The lists
 * are merged; whoever is the least is less than all that remain of the other list.  No list names anybody twice.  The
 * lists are short and in no order that could be foreseen, so that steps without a decision are the quickest. */
static gint64
balance_lists (const guint *left,
               guint        n_left,
               const guint *right,
               guint        n_right)
{
  gint64 sum = 0;
  guint i = 0;
  guint k = 0;

  while (i < n_left && k < n_right)
    {
      guint take_left = left[i] <= right[k];
      guint take_right = left[i] >= right[k];
      guint both = take_left & take_right;

      sum += (gint64) take_left * (n_right - k - both) - (gint64) take_right * (n_left - i - both);
      i += take_left;
      k += take_right;
    }

  return sum;
}

/* The same.  Nearly all lists have two ranks at most: there each is taken for two, a single one for two that are the
 * same, so that there is nothing to decide, which the processor could foresee wrongly. */
static inline gint64
balance (const guint        *ranks,
         const TlSiftedSide *left,
         const TlSiftedSide *right)
{
  gint64 n_pairs = (gint64) left->n * right->n;

  if (left->n <= 2 && right->n <= 2)
    return n_pairs * (compare_ranks (right->first, left->first) + compare_ranks (right->first, left->last)
                      + compare_ranks (right->last, left->first) + compare_ranks (right->last, left->last)) / 4;
  if (left->last < right->first)
    return n_pairs;
  if (left->first > right->last)
    return -n_pairs;

  return balance_lists (ranks + left->at, left->n, ranks + right->at, right->n);
}

/* How many crossings more there are when @left, which stands beside @right, changes places with it. */
static inline gint64
cost_of_exchange (TlSifter       *self,
                  const TlSifted *left,
                  const TlSifted *right)
{
  self->work += 1 + left->up.n + right->up.n + left->down.n + right->down.n;

  return balance (self->up_rank, &left->up, &right->up) + balance (self->down_rank, &left->down, &right->down);
}

static void
move (TlSifted *row,
      guint     from,
      guint     to)
{
  TlSifted moved = row[from];

  if (from < to)
    memmove (row + from, row + from + 1, (to - from) * sizeof *row);
  else
    memmove (row + to + 1, row + to, (from - to) * sizeof *row);
  row[to] = moved;
}

/* Finds the best place for the vertex at @from and puts it there.  Returns by how much crossings fell. */
static gint64
sift_vertex (TlSifter *self,
             guint     size,
             guint     from,
             guint     window)
{
  const TlSifted *row = self->row;
  guint first = from > window ? from - window : 0;
  guint last = MIN (from + window, size - 1);
  gint64 cost = 0;
  gint64 least = 0;
  guint best = from;

  for (guint i = from; i-- > first;)
    {
      cost += cost_of_exchange (self, &row[i], &row[from]);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }
  cost = 0;
  for (guint i = from + 1; i <= last; i++)
    {
      cost += cost_of_exchange (self, &row[from], &row[i]);
      if (cost < least)
        {
          least = cost;
          best = i;
        }
    }

  if (best != from)
    move (self->row, from, best);

  return -least;
}

static gint64
exchange_row (TlSifter *self,
              guint     size)
{
  gint64 gained = 0;

  for (guint i = 0; i + 1 < size; i++)
    {
      gint64 cost = cost_of_exchange (self, &self->row[i], &self->row[i + 1]);

      if (cost < 0)
        {
          move (self->row, i, i + 1);
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

/* How far the vertex may go; a virtual one among held ones only has to get around what is near. */
static inline guint
window_of (const TlSifter *self,
           guint           vertex,
           guint           window)
{
  if (self->held == NULL)
    return window;
  if (self->held[vertex])
    return 0;

  return tl_layout_graph_is_virtual (self->graph, vertex) ? MIN (window, VIRTUAL_WINDOW) : window;
}

static gint64
sift_row (TlSifter *self,
          guint     row,
          guint     window)
{
  TlLayoutGraph *graph = self->graph;
  guint size = tl_layout_graph_row_size (graph, row);
  gint64 gained = 0;

  if (is_all_held (self, graph->order + graph->row_start[row], size))
    return 0;

  take_row (self, row);
  if (window == 1)
    gained = exchange_row (self, size);
  else
    for (guint i = 0; i < size; i++)
      gained += sift_vertex (self, size, i, window_of (self, self->row[i].vertex, window));
  give_row_back (self, row);

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
