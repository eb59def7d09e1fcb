/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first order: a walk over a spanning forest.
 *
 * A cascade is nearly a forest, and the walk draws that forest without a crossing; what it leaves to be
 * improved is only where its cross links (the segments that are not in the forest) lead.  Siblings are
 * therefore sorted by the mean place of the far ends of their subtrees' cross links, which moves those
 * places, so the walk is repeated a few times.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include <string.h>

#include "tl-layout-order.h"

#define ROUNDS 6

typedef struct
{
  TlLayoutGraph *graph;
  TlSweeper *sweeper;
  guint *parent;            /* in the forest; n_vertices for a root */
  guint *child_start;       /* of each vertex, and of the root of roots (n_vertices) */
  guint *child_next;
  guint *child;
  float *cross_sum;
  guint *n_cross;
  guint *stack;
} TlSeeder;

/* The parent in the forest is the one with the fewest children: it has the most to say about where they stand. */
static guint
choose_parent (const TlLayoutGraph *graph,
               guint                vertex)
{
  guint best = graph->n_vertices;

  for (guint i = graph->up_start[vertex]; i < graph->up_start[vertex + 1]; i++)
    if (best == graph->n_vertices
        || tl_layout_graph_down_degree (graph, graph->up[i]) < tl_layout_graph_down_degree (graph, best))
      best = graph->up[i];

  return best;
}

static void
seeder_init (TlSeeder      *self,
             TlLayoutGraph *graph,
             TlSweeper     *sweeper)
{
  TlArena *arena = graph->arena;
  guint n = graph->n_vertices;

  self->graph = graph;
  self->sweeper = sweeper;
  self->parent = tl_arena_new (arena, guint, n);
  self->child_start = tl_arena_new (arena, guint, (gsize) n + 2);
  self->child_next = tl_arena_new (arena, guint, (gsize) n + 1);
  self->child = tl_arena_new (arena, guint, n);
  self->cross_sum = tl_arena_new (arena, float, n);
  self->n_cross = tl_arena_new (arena, guint, n);
  self->stack = tl_arena_new (arena, guint, n);

  for (guint i = 0; i < graph->row_start[graph->n_rows]; i++)
    {
      guint v = graph->order[i];

      self->parent[v] = choose_parent (graph, v);
      self->child_start[self->parent[v] + 1]++;
    }
  for (guint v = 0; v <= n; v++)
    self->child_start[v + 1] += self->child_start[v];
}

/* Sums up, from the leaves to the roots, where the cross links of each subtree lead. */
static void
sum_cross_links (TlSeeder *self)
{
  const TlLayoutGraph *graph = self->graph;
  const float *place = self->sweeper->place;

  memset (self->cross_sum, 0, graph->n_vertices * sizeof *self->cross_sum);
  memset (self->n_cross, 0, graph->n_vertices * sizeof *self->n_cross);

  for (guint i = graph->row_start[graph->n_rows]; i-- > 0;)
    {
      guint v = graph->order[i];

      for (guint k = graph->up_start[v]; k < graph->up_start[v + 1]; k++)
        {
          guint u = graph->up[k];

          if (u == self->parent[v])
            continue;
          self->cross_sum[v] += place[u];
          self->cross_sum[u] += place[v];
          self->n_cross[v]++;
          self->n_cross[u]++;
        }
      if (self->parent[v] == graph->n_vertices)
        continue;
      self->cross_sum[self->parent[v]] += self->cross_sum[v];
      self->n_cross[self->parent[v]] += self->n_cross[v];
    }
}

/* Sorts everybody's children at once: all rows by key, then each vertex in turn to its parent's list. */
static void
sort_children (TlSeeder *self)
{
  const TlLayoutGraph *graph = self->graph;

  tl_sweeper_sort_by (self->sweeper, self->cross_sum, self->n_cross);
  memcpy (self->child_next, self->child_start, ((gsize) graph->n_vertices + 1) * sizeof *self->child_next);
  for (guint i = 0; i < graph->row_start[graph->n_rows]; i++)
    {
      guint v = graph->order[i];

      self->child[self->child_next[self->parent[v]]++] = v;
    }
}

static void
walk (TlSeeder *self)
{
  TlLayoutGraph *graph = self->graph;
  guint *next = self->child_next;
  guint depth = 0;

  memcpy (next, graph->row_start, graph->n_rows * sizeof *next);
  for (guint i = self->child_start[graph->n_vertices + 1]; i-- > self->child_start[graph->n_vertices];)
    self->stack[depth++] = self->child[i];
  while (depth > 0)
    {
      guint v = self->stack[--depth];

      graph->order[next[graph->row[v]]++] = v;
      for (guint i = self->child_start[v + 1]; i-- > self->child_start[v];)
        self->stack[depth++] = self->child[i];
    }
}

/* Orders the graph of @sweeper by walking its spanning forest. */
void
tl_layout_seed (TlSweeper *sweeper)
{
  TlSeeder seeder;

  seeder_init (&seeder, sweeper->graph, sweeper);
  for (guint round = 0; round < ROUNDS; round++)
    {
      sum_cross_links (&seeder);
      sort_children (&seeder);
      walk (&seeder);
      tl_sweeper_reset (sweeper);
    }
  tl_layout_graph_update_rank (sweeper->graph);
}
