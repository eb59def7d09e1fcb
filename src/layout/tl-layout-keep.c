/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order after an edit: what stood before stands as it did.
 *
 * People know their picture by where things are.  Rows are therefore sorted by where their nodes stood; only
 * newcomers, nodes whose links have changed and what hangs under those alone are looked at, by putting them
 * at the mean of their parents and sifting them, and them only.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-layout-order.h"

/* A node that has kept a parent and stands within this many breadths of that parent's children stays. */
#define AT_HOME 1.5

/* Few newcomers may look for their place in the whole row; virtual vertices have only to get around. */
#define FEW 64
#define SIFT_WINDOW 30
#define SIFT_ROUNDS 2

#define FULLEST_BUCKET 64

typedef struct
{
  double x;
  double stood;
  guint vertex;
} TlKept;

typedef struct
{
  TlLayoutGraph *graph;
  const TlLayoutPlace *previous;
  const TlLayoutWay *ways;  /* (nullable) */
  gboolean sideways;
  double *x;                /* where each vertex stands or wishes to stand */
  guint8 *held;

  TlKept *kept;             /* room to sort a row in */
  TlKept *sorted;
  guint *start;
} TlKeeper;

static double
stood_at (const TlKeeper *self,
          guint           node)
{
  const TlLayoutPoint *centre = &self->previous[node].centre;
  double x = self->sideways ? centre->y : centre->x;

  return isfinite (x) ? x : NAN;
}

/* Lies @x among the children that have stayed under @parent, or right under it? */
static gboolean
is_at_home (const TlKeeper *self,
            guint           vertex,
            guint           parent,
            double          x)
{
  const TlLayoutGraph *graph = self->graph;
  double reach = AT_HOME * graph->breadth[vertex];
  double least = self->x[parent];
  double most = least;

  for (guint i = graph->down_start[parent]; i < graph->down_start[parent + 1]; i++)
    {
      guint child = graph->down[i];

      if (child == vertex || tl_layout_graph_is_virtual (graph, child) || !self->held[child])
        continue;
      least = MIN (least, stood_at (self, child));
      most = MAX (most, stood_at (self, child));
    }

  return x >= least - reach && x <= most + reach;
}

static double
mean_of (const TlKeeper *self,
         const guint    *neighbours,
         guint           n)
{
  double sum = 0.0;
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (self->x[neighbours[i]]))
      {
        sum += self->x[neighbours[i]];
        n_known++;
      }

  return n_known > 0 ? sum / n_known : NAN;
}

/* Where a free vertex wishes to stand, the rows above being decided: where it stood, as long as it is still at home
 * there, else at the mean of its parents.
 */
static double
find_wish (const TlKeeper *self,
           guint           vertex)
{
  const TlLayoutGraph *graph = self->graph;
  guint n_up = tl_layout_graph_up_degree (graph, vertex);
  const guint *up = graph->up + graph->up_start[vertex];
  double stood = tl_layout_graph_is_virtual (graph, vertex) ? NAN : stood_at (self, vertex);

  for (guint i = 0; i < n_up && !isnan (stood); i++)
    if (is_at_home (self, vertex, up[i], stood))
      return stood;

  double wish = mean_of (self, up, n_up);

  if (isnan (wish))
    wish = stood;
  if (isnan (wish))
    wish = mean_of (self, graph->down + graph->down_start[vertex], tl_layout_graph_down_degree (graph, vertex));

  return wish;
}

/* Has a settled vertex lost all its parents to another place?  Then it goes with them. */
static gboolean
is_left_alone (const TlKeeper *self,
               guint           vertex)
{
  const TlLayoutGraph *graph = self->graph;

  for (guint i = graph->up_start[vertex]; i < graph->up_start[vertex + 1]; i++)
    {
      guint parent = graph->up[i];

      if (tl_layout_graph_is_virtual (graph, parent) || self->held[parent])
        return FALSE;
      if (!(ABS (self->x[parent] - stood_at (self, parent)) > AT_HOME * graph->breadth[parent]))
        return FALSE;
    }

  return tl_layout_graph_up_degree (graph, vertex) > 0;
}

static void
hold_settled (TlKeeper *self)
{
  TlLayoutGraph *graph = self->graph;

  for (guint v = 0; v < graph->n_vertices; v++)
    {
      double stood = tl_layout_graph_is_virtual (graph, v) ? NAN : stood_at (self, v);

      self->held[v] = !isnan (stood) && self->previous[v].settled;
      self->x[v] = self->held[v] ? stood : NAN;
    }
}

/* Leads an edge where it went before.  Returns whether that is known. */
static gboolean
lead_as_before (TlKeeper           *self,
                guint               edge,
                const TlLayoutEdge *ends)
{
  TlLayoutGraph *graph = self->graph;
  const TlLayoutWay *way = &self->ways[edge];
  guint length = graph->chain_length[edge];
  gboolean turned = graph->row[ends->upper] > graph->row[ends->lower];

  if (way->n_bends != 2 * length || !self->held[ends->upper] || !self->held[ends->lower])
    return FALSE;

  for (guint i = 0; i < length; i++)
    {
      const TlLayoutPoint *bend = &way->bends[turned ? way->n_bends - 1 - 2 * i : 2 * i];
      double x = self->sideways ? bend->y : bend->x;

      if (!isfinite (x))
        return FALSE;
      self->x[graph->chain_start[edge] + i] = x;
    }
  memset (self->held + graph->chain_start[edge], TRUE, length);

  return TRUE;
}

/* An edge whose way is not known passes the rows between its ends on the straight line. */
static void
lead_edges (TlKeeper           *self,
            const TlLayoutEdge *edges)
{
  TlLayoutGraph *graph = self->graph;

  for (guint e = 0; e < graph->n_edges; e++)
    {
      guint length = graph->chain_length[e];

      if (length == 0 || (self->ways != NULL && lead_as_before (self, e, &edges[e])))
        continue;

      gboolean turned = graph->row[edges[e].upper] > graph->row[edges[e].lower];
      double from = self->x[turned ? edges[e].lower : edges[e].upper];
      double to = self->x[turned ? edges[e].upper : edges[e].lower];

      for (guint i = 0; i < length; i++)
        self->x[graph->chain_start[e] + i] = from + (to - from) * (i + 1) / (length + 1);
    }
}

static void
decide_wishes (TlKeeper *self)
{
  TlLayoutGraph *graph = self->graph;
  guint n_ordered = graph->row_start[graph->n_rows];

  for (guint i = 0; i < n_ordered; i++)
    {
      guint v = graph->order[i];

      if (self->held[v] && is_left_alone (self, v))
        {
          self->held[v] = FALSE;
          self->x[v] = mean_of (self, graph->up + graph->up_start[v], tl_layout_graph_up_degree (graph, v));
        }
      else if (isnan (self->x[v]))
        self->x[v] = find_wish (self, v);
    }
}

static inline int
compare_kept (const TlKept *a,
              const TlKept *b)
{
  if (a->x != b->x)
    return a->x < b->x ? -1 : 1;
  if (a->stood != b->stood)
    return a->stood < b->stood ? -1 : 1;

  return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

static int
compare_kept_cb (gconstpointer one,
                 gconstpointer other)
{
  return compare_kept (one, other);
}

/* Brings the list into order, in linear time if it nearly is. */
static void
sort_nearly_sorted (TlKept *kept,
                    guint   n)
{
  for (guint i = 1; i < n; i++)
    {
      TlKept one = kept[i];
      guint at = i;

      for (; at > 0 && compare_kept (&kept[at - 1], &one) > 0; at--)
        kept[at] = kept[at - 1];
      kept[at] = one;
    }
}

static inline guint
bucket_of (const TlKept *kept,
           double        least,
           double        scale,
           guint         n)
{
  return kept->x < G_MAXDOUBLE ? MIN ((guint) ((kept->x - least) * scale), n - 1) : n - 1;
}

/* Writes the list to @sorted in order, by counting how many fall into each of as many buckets as there are
 * entries.  Cards have about the same width, so nearly every bucket gets one; where that is not so, it is left
 * to the C library. */
static void
sort_kept (const TlKept *kept,
           guint         n,
           TlKept       *sorted,
           guint        *start)
{
  double least = G_MAXDOUBLE;
  double most = -G_MAXDOUBLE;
  guint fullest = 0;

  for (guint i = 0; i < n; i++)
    if (kept[i].x < G_MAXDOUBLE)
      {
        least = MIN (least, kept[i].x);
        most = MAX (most, kept[i].x);
      }

  double scale = most > least ? (n - 1) / (most - least) : 0.0;

  memset (start, 0, ((gsize) n + 1) * sizeof *start);
  for (guint i = 0; i < n; i++)
    start[bucket_of (&kept[i], least, scale, n) + 1]++;
  for (guint b = 0; b < n; b++)
    {
      fullest = MAX (fullest, start[b + 1]);
      start[b + 1] += start[b];
    }
  for (guint i = 0; i < n; i++)
    sorted[start[bucket_of (&kept[i], least, scale, n)]++] = kept[i];

  if (fullest <= FULLEST_BUCKET)
    sort_nearly_sorted (sorted, n);
  else
    qsort (sorted, n, sizeof *sorted, compare_kept_cb);
}

/* What nobody knows a place for goes to the end of its row. */
static void
sort_by_place (TlKeeper *self,
               guint    *vertices,
               guint     n)
{
  for (guint i = 0; i < n; i++)
    {
      guint v = vertices[i];
      double stood = tl_layout_graph_is_virtual (self->graph, v) ? self->x[v] : stood_at (self, v);

      self->kept[i].x = isnan (self->x[v]) ? G_MAXDOUBLE : self->x[v];
      self->kept[i].stood = isnan (stood) ? G_MAXDOUBLE : stood;
      self->kept[i].vertex = v;
    }

  sort_kept (self->kept, n, self->sorted, self->start);
  for (guint i = 0; i < n; i++)
    vertices[i] = self->sorted[i].vertex;
}

static void
sort_rows (TlKeeper *self)
{
  TlLayoutGraph *graph = self->graph;

  guint widest = 0;

  for (guint r = 0; r < graph->n_rows; r++)
    widest = MAX (widest, MAX (tl_layout_graph_row_size (graph, r), graph->loose_start[r + 1] - graph->loose_start[r]));
  self->kept = tl_arena_new_raw (graph->arena, TlKept, widest);
  self->sorted = tl_arena_new_raw (graph->arena, TlKept, widest);
  self->start = tl_arena_new_raw (graph->arena, guint, (gsize) widest + 1);

  for (guint r = 0; r < graph->n_rows; r++)
    {
      sort_by_place (self, graph->order + graph->row_start[r], tl_layout_graph_row_size (graph, r));
      sort_by_place (self, graph->loose + graph->loose_start[r], graph->loose_start[r + 1] - graph->loose_start[r]);
    }
  tl_layout_graph_update_rank (graph);
}

static guint
count_free_nodes (const TlKeeper *self)
{
  guint n_free = 0;

  for (guint v = 0; v < self->graph->n_nodes; v++)
    n_free += !self->held[v];

  return n_free;
}

/* Orders @graph as @previous and, where they are known, @ways have it.  @x and @held (one for each vertex) are filled
 * in: where each vertex stood or now wishes to stand (NAN where nobody knows), and whether its place among the others
 * is held.
 */
void
tl_layout_keep (TlLayoutGraph       *graph,
                const TlLayoutEdge  *edges,
                const TlLayoutPlace *previous,
                const TlLayoutWay   *ways,
                gboolean             sideways,
                double              *x,
                guint8              *held)
{
  TlKeeper self = { graph, previous, ways, sideways, x, held };
  TlSifter sifter;

  hold_settled (&self);
  lead_edges (&self, edges);
  decide_wishes (&self);
  sort_rows (&self);

  tl_sifter_init (&sifter, graph);
  sifter.held = held;
  tl_sifter_run (&sifter, count_free_nodes (&self) <= FEW ? graph->n_vertices : SIFT_WINDOW, SIFT_ROUNDS, G_MAXINT64);
}
