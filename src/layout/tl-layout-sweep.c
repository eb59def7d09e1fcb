/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sweeps: every row in turn is sorted by where the neighbours of its vertices stand.
 *
 * What makes them better than the textbook's barycenter sweeps, on cascades by a factor of three: a row looks
 * at both its neighbouring rows at once; places are normalised (rank + 0.5 by the size of the row), so that
 * rows of 8 and of 6,000 can be averaged; each segment weighs as much as its gap has segments, because that
 * is where the crossings are; and a vertex keeps a share of its last move, which carries the sweeps over the
 * flat places where they stall.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

/* Sort keys are 22 bits: two passes of a radix sort.  Places are within 0 .. 1, and a vertex in motion may
 * ask for one somewhat outside. */
#define LOW_BITS 10
#define LOW_SIZE (1 << LOW_BITS)
#define HIGH_SIZE (1 << 12)
#define KEY_SCALE ((float) (1 << 20))
#define KEY_LEAST -0.9f
#define KEY_MOST 1.9f

/* Small rows are sorted by insertion, and so are those that are not large as long as it takes no more moves than
 * this for each vertex: often they are nearly in order already. */
#define SMALL_ROW 128
#define LARGE_ROW 1024
#define MOVES_MOST 16

void
tl_sweeper_init (TlSweeper     *self,
                 TlLayoutGraph *graph)
{
  guint widest = 0;

  for (guint r = 0; r < graph->n_rows; r++)
    widest = MAX (widest, tl_layout_graph_row_size (graph, r));

  self->graph = graph;
  self->place = tl_arena_new (graph->arena, float, graph->n_vertices);
  self->before = tl_arena_new (graph->arena, float, graph->n_vertices);
  self->gap_weight = tl_arena_new (graph->arena, float, graph->n_rows + 1);
  self->keys = tl_arena_new_raw (graph->arena, guint32, widest);
  self->sorted = tl_arena_new_raw (graph->arena, guint64, widest);

  /* gap_weight[r] is that of the gap above row r. */
  for (guint v = 0; v < graph->n_vertices; v++)
    self->gap_weight[graph->row[v]] += tl_layout_graph_up_degree (graph, v);
  tl_sweeper_reset (self);
}

static void
place_row (TlSweeper *self,
           guint      row)
{
  const TlLayoutGraph *graph = self->graph;
  const guint *order = graph->order + graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);
  float step = 1.0f / size;

  for (guint i = 0; i < size; i++)
    self->place[order[i]] = (i + 0.5f) * step;
}

/* Takes the graph's order, which has changed behind the sweeper's back, as the one to start from, at rest. */
void
tl_sweeper_reset (TlSweeper *self)
{
  for (guint r = 0; r < self->graph->n_rows; r++)
    place_row (self, r);
  memcpy (self->before, self->place, self->graph->n_vertices * sizeof *self->before);
}

/* Sorts by insertion, unless that takes too many moves.  Returns whether the row is in order. */
static gboolean
sort_nearly_sorted (guint32 *keys,
                    guint   *order,
                    guint    size)
{
  guint moves_left = size < SMALL_ROW ? G_MAXUINT : MOVES_MOST * size;

  for (guint i = 1; i < size; i++)
    {
      guint32 key = keys[i];
      guint vertex = order[i];
      guint at = i;

      for (; at > 0 && keys[at - 1] > key; at--)
        {
          keys[at] = keys[at - 1];
          order[at] = order[at - 1];
        }
      keys[at] = key;
      order[at] = vertex;

      if (i - at > moves_left)
        return FALSE;
      moves_left -= i - at;
    }

  return TRUE;
}

/* Turns counts, of which the first is @least, into where each begins. */
static void
add_up (guint *counts,
        guint  least,
        guint  most)
{
  guint sum = 0;

  for (guint i = least; i <= most; i++)
    {
      guint count = counts[i];

      counts[i] = sum;
      sum += count;
    }
}

/* Sorts by the lower bits of the keys, then by the upper ones. */
static void
sort_by_digits (TlSweeper *self,
                guint     *order,
                guint      size)
{
  guint low[LOW_SIZE] = { 0 };
  guint high[HIGH_SIZE] = { 0 };
  guint least = HIGH_SIZE - 1;
  guint most = 0;

  for (guint i = 0; i < size; i++)
    {
      guint digit = self->keys[i] >> LOW_BITS;

      low[self->keys[i] % LOW_SIZE]++;
      high[digit]++;
      least = MIN (least, digit);
      most = MAX (most, digit);
    }
  add_up (low, 0, LOW_SIZE - 1);
  add_up (high, least, most);

  for (guint i = 0; i < size; i++)
    self->sorted[low[self->keys[i] % LOW_SIZE]++] = (guint64) self->keys[i] << 32 | order[i];
  for (guint i = 0; i < size; i++)
    order[high[self->sorted[i] >> (32 + LOW_BITS)]++] = (guint) self->sorted[i];
}

/* Stable, so that what is equal keeps its order. */
static void
sort_row (TlSweeper *self,
          guint      row)
{
  guint *order = self->graph->order + self->graph->row_start[row];
  guint size = tl_layout_graph_row_size (self->graph, row);

  if (size >= LARGE_ROW || !sort_nearly_sorted (self->keys, order, size))
    sort_by_digits (self, order, size);
}

static inline guint32
key_of_place (float place)
{
  return (guint32) ((CLAMP (place, KEY_LEAST, KEY_MOST) + 1.0f) * KEY_SCALE);
}

static inline float
sum_places (const TlSweeper *self,
            const guint     *neighbours,
            guint            n)
{
  float sum = 0.0f;

  for (guint i = 0; i < n; i++)
    sum += self->place[neighbours[i]];

  return sum;
}

static void
sweep_row (TlSweeper *self,
           guint      row)
{
  TlLayoutGraph *graph = self->graph;
  const guint *order = graph->order + graph->row_start[row];
  guint size = tl_layout_graph_row_size (graph, row);
  float weight_up = self->gap_weight[row];
  float weight_down = self->gap_weight[row + 1];

  for (guint i = 0; i < size; i++)
    {
      guint v = order[i];
      guint n_up = tl_layout_graph_up_degree (graph, v);
      guint n_down = tl_layout_graph_down_degree (graph, v);
      float weight = weight_up * n_up + weight_down * n_down;
      float key = self->place[v];

      if (weight > 0.0f)
        {
          float sum = weight_up * sum_places (self, graph->up + graph->up_start[v], n_up)
                      + weight_down * sum_places (self, graph->down + graph->down_start[v], n_down);

          key = sum / weight + self->momentum * (key - self->before[v]);
        }
      self->before[v] = self->place[v];
      self->keys[i] = key_of_place (key);
    }

  sort_row (self, row);
  place_row (self, row);
}

/* Sorts the rows one after the other from the top, each by its neighbours on both sides.  The rank of the graph is left
 * behind. */
void
tl_sweeper_down (TlSweeper *self)
{
  for (guint r = 0; r < self->graph->n_rows; r++)
    sweep_row (self, r);
}

/* The same from the bottom. */
void
tl_sweeper_up (TlSweeper *self)
{
  for (guint r = self->graph->n_rows; r-- > 0;)
    sweep_row (self, r);
}

/* Sorts every row by sums / counts; a vertex of count 0 by where it stands. */
void
tl_sweeper_sort_by (TlSweeper   *self,
                    const float *sums,
                    const guint *counts)
{
  TlLayoutGraph *graph = self->graph;

  for (guint r = 0; r < graph->n_rows; r++)
    {
      const guint *order = graph->order + graph->row_start[r];

      for (guint i = 0; i < tl_layout_graph_row_size (graph, r); i++)
        {
          guint v = order[i];

          self->keys[i] = key_of_place (counts[v] > 0 ? sums[v] / counts[v] : self->place[v]);
        }
      sort_row (self, r);
    }
}

/* Sorts one row by where those who stand in it, from the left, wish to stand. */
void
tl_sweeper_sort_row_by (TlSweeper    *self,
                        guint         row,
                        const double *wishes)
{
  guint size = tl_layout_graph_row_size (self->graph, row);
  double least = G_MAXDOUBLE;
  double most = -G_MAXDOUBLE;

  for (guint i = 0; i < size; i++)
    {
      least = MIN (least, wishes[i]);
      most = MAX (most, wishes[i]);
    }

  double scale = most > least ? 1.0 / (most - least) : 0.0;

  for (guint i = 0; i < size; i++)
    self->keys[i] = key_of_place ((wishes[i] - least) * scale);
  sort_row (self, row);
}
