/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Compiles the caller's nodes and edges into the graph the phases of the layout work on.
 *
 * Layers become rows without holes, edges that skip rows are led through virtual vertices, repeated edges
 * are taken once, and adjacency is laid out as two compressed lists (up and down) of 32-bit indices, all in
 * one arena.  Every step is linear, so that compiling 10,000 goals costs less than half a millisecond.
 */

#define G_LOG_DOMAIN "tl-layout"

#include "config.h"

#include "tl-layout-graph.h"

/* A chain of virtual vertices is as long as the rows its edge skips, so a deep graph with many long edges
 * could ask for more memory than there is.  Edges beyond this many virtual vertices for each node and edge
 * are left out of the layout like those within a row. */
#define VIRTUALS_PER_ELEMENT 16
#define VIRTUALS_AT_LEAST 100000

#define USUAL_LAYERS 64

typedef struct
{
  guint upper;
  guint lower;
  gboolean taken;
} TlLink;

static guint
find_layer (const GArray *layers,
            guint         layer)
{
  guint low = 0;
  guint high = layers->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (layers, guint, middle) < layer)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Layers are few and nodes many: a sorted array of those seen is found faster than it would be sorted, and
 * which row the usual layers are is known without a search. */
static void
assign_rows (TlLayoutGraph      *self,
             const TlLayoutNode *nodes,
             guint              *node_row)
{
  g_autoptr (GArray) layers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint usual_row[USUAL_LAYERS] = { 0 };
  gboolean usual_seen[USUAL_LAYERS] = { FALSE };

  for (guint i = 0; i < self->n_nodes; i++)
    {
      guint layer = nodes[i].layer;

      if (layer < USUAL_LAYERS && usual_seen[layer])
        continue;
      if (layer < USUAL_LAYERS)
        usual_seen[layer] = TRUE;

      guint at = find_layer (layers, layer);

      if (at == layers->len || g_array_index (layers, guint, at) != layer)
        g_array_insert_val (layers, at, layer);
    }

  self->n_rows = layers->len;
  self->row_layer = tl_arena_new_raw (self->arena, guint, self->n_rows);
  for (guint r = 0; r < self->n_rows; r++)
    {
      guint layer = g_array_index (layers, guint, r);

      self->row_layer[r] = layer;
      if (layer < USUAL_LAYERS)
        usual_row[layer] = r;
    }

  for (guint i = 0; i < self->n_nodes; i++)
    node_row[i] = nodes[i].layer < USUAL_LAYERS ? usual_row[nodes[i].layer] : find_layer (layers, nodes[i].layer);
}

/* Turns edges downwards and sets aside those that do not take part. */
static void
read_links (const TlLayoutGraph *self,
            const TlLayoutEdge  *edges,
            const guint         *node_row,
            TlLink              *links)
{
  for (guint e = 0; e < self->n_edges; e++)
    {
      guint upper = edges[e].upper;
      guint lower = edges[e].lower;

      if (upper >= self->n_nodes || lower >= self->n_nodes || node_row[upper] == node_row[lower])
        continue;

      gboolean turned = node_row[upper] > node_row[lower];

      links[e] = (TlLink) { turned ? lower : upper, turned ? upper : lower, TRUE };
    }
}

/* Finds for each edge the first one between the same two nodes: itself, unless it repeats another. */
static void
find_repeated (TlLayoutGraph *self,
               const TlLink  *links,
               guint         *first)
{
  guint *start = tl_arena_new (self->arena, guint, self->n_nodes + 2);
  guint *by_upper = tl_arena_new_raw (self->arena, guint, self->n_edges);
  guint *known = tl_arena_new_raw (self->arena, guint, self->n_nodes);
  guint *known_to = tl_arena_new (self->arena, guint, self->n_nodes);

  for (guint e = 0; e < self->n_edges; e++)
    if (links[e].taken)
      start[links[e].upper + 2]++;
  for (guint v = 0; v < self->n_nodes; v++)
    start[v + 2] += start[v + 1];
  for (guint e = 0; e < self->n_edges; e++)
    if (links[e].taken)
      by_upper[start[links[e].upper + 1]++] = e;

  /* Of each lower node, the last edge seen and the upper node, plus one, it led to. */
  for (guint v = 0; v < self->n_nodes; v++)
    for (guint i = start[v]; i < start[v + 1]; i++)
      {
        guint lower = links[by_upper[i]].lower;

        if (known_to[lower] != v + 1)
          {
            known[lower] = by_upper[i];
            known_to[lower] = v + 1;
          }
        first[by_upper[i]] = known[lower];
      }
}

/* Gives every edge its chain; a repeated edge shares the chain of the first. */
static void
assign_chains (TlLayoutGraph *self,
               TlLink        *links,
               const guint   *node_row,
               const guint   *first)
{
  guint64 most = VIRTUALS_AT_LEAST + (guint64) VIRTUALS_PER_ELEMENT * (self->n_nodes + (guint64) self->n_edges);
  guint next = self->n_nodes;

  self->chain_start = tl_arena_new (self->arena, guint, self->n_edges);
  self->chain_length = tl_arena_new (self->arena, guint, self->n_edges);

  for (guint e = 0; e < self->n_edges; e++)
    {
      if (!links[e].taken || first[e] != e)
        continue;

      guint length = node_row[links[e].lower] - node_row[links[e].upper] - 1;

      if ((guint64) next - self->n_nodes + length > most)
        {
          links[e].taken = FALSE;
          continue;
        }

      self->chain_start[e] = next;
      self->chain_length[e] = length;
      self->n_segments += length + 1;
      next += length;
    }

  for (guint e = 0; e < self->n_edges; e++)
    if (links[e].taken && first[e] != e)
      {
        self->chain_start[e] = self->chain_start[first[e]];
        self->chain_length[e] = self->chain_length[first[e]];
        links[e].taken = FALSE;
      }

  self->n_vertices = next;
}

static void
lay_segments (TlLayoutGraph *self,
              const TlLink  *links,
              guint         *tails,
              guint         *heads)
{
  guint s = 0;

  for (guint e = 0; e < self->n_edges; e++)
    {
      if (!links[e].taken)
        continue;

      guint tail = links[e].upper;

      for (guint i = 0; i < self->chain_length[e]; i++)
        {
          guint bend = self->chain_start[e] + i;

          self->row[bend] = self->row[tail] + 1;
          tails[s] = tail;
          heads[s++] = bend;
          tail = bend;
        }
      tails[s] = tail;
      heads[s++] = links[e].lower;
    }

  g_assert (s == self->n_segments);
}

static void
compress (TlLayoutGraph *self,
          const guint   *from,
          const guint   *to,
          guint        **start_out,
          guint        **neighbours_out)
{
  guint *start = tl_arena_new (self->arena, guint, self->n_vertices + 2);
  guint *neighbours = tl_arena_new_raw (self->arena, guint, self->n_segments);

  for (guint s = 0; s < self->n_segments; s++)
    start[from[s] + 2]++;
  for (guint v = 0; v < self->n_vertices; v++)
    start[v + 2] += start[v + 1];
  for (guint s = 0; s < self->n_segments; s++)
    neighbours[start[from[s] + 1]++] = to[s];

  *start_out = start;
  *neighbours_out = neighbours;
}

static gboolean
is_loose (const TlLayoutGraph *self,
          guint                vertex)
{
  return tl_layout_graph_up_degree (self, vertex) == 0 && tl_layout_graph_down_degree (self, vertex) == 0;
}

/* Fills the rows with their vertices by index, loose nodes apart. */
static void
fill_rows (TlLayoutGraph *self)
{
  guint *next = tl_arena_new (self->arena, guint, self->n_rows + 1);
  guint *next_loose = tl_arena_new (self->arena, guint, self->n_rows + 1);

  self->row_start = tl_arena_new (self->arena, guint, self->n_rows + 1);
  self->loose_start = tl_arena_new (self->arena, guint, self->n_rows + 1);
  self->order = tl_arena_new_raw (self->arena, guint, self->n_vertices);
  self->loose = tl_arena_new_raw (self->arena, guint, self->n_nodes);
  self->rank = tl_arena_new (self->arena, guint, self->n_vertices);

  for (guint v = 0; v < self->n_vertices; v++)
    (is_loose (self, v) ? self->loose_start : self->row_start)[self->row[v] + 1]++;
  for (guint r = 0; r < self->n_rows; r++)
    {
      self->row_start[r + 1] += self->row_start[r];
      self->loose_start[r + 1] += self->loose_start[r];
      next[r] = self->row_start[r];
      next_loose[r] = self->loose_start[r];
    }
  for (guint v = 0; v < self->n_vertices; v++)
    {
      if (is_loose (self, v))
        self->loose[next_loose[self->row[v]]++] = v;
      else
        self->order[next[self->row[v]]++] = v;
    }

  tl_layout_graph_update_rank (self);
}

static void
mark_component (TlLayoutGraph *self,
                guint          from,
                guint         *queue)
{
  guint head = 0;
  guint tail = 0;

  self->component[from] = self->n_components;
  queue[tail++] = from;
  while (head < tail)
    {
      guint v = queue[head++];

      for (guint i = self->down_start[v]; i < self->down_start[v + 1]; i++)
        if (self->component[self->down[i]] == TL_LAYOUT_NONE)
          {
            self->component[self->down[i]] = self->n_components;
            queue[tail++] = self->down[i];
          }
      for (guint i = self->up_start[v]; i < self->up_start[v + 1]; i++)
        if (self->component[self->up[i]] == TL_LAYOUT_NONE)
          {
            self->component[self->up[i]] = self->n_components;
            queue[tail++] = self->up[i];
          }
    }
}

/* Numbers the connected parts as they come in the order, from its top row on. */
void
tl_layout_graph_find_components (TlLayoutGraph *self)
{
  guint *queue = tl_arena_new_raw (self->arena, guint, self->n_vertices);

  self->component = tl_arena_new_raw (self->arena, guint, self->n_vertices);
  for (guint v = 0; v < self->n_vertices; v++)
    self->component[v] = TL_LAYOUT_NONE;

  for (guint i = 0; i < self->row_start[self->n_rows]; i++)
    if (self->component[self->order[i]] == TL_LAYOUT_NONE)
      {
        mark_component (self, self->order[i], queue);
        self->n_components++;
      }
}

/* Compiles the graph; everything in it lives in @arena. */
TlLayoutGraph *
tl_layout_graph_new (TlArena            *arena,
                     const TlLayoutNode *nodes,
                     guint               n_nodes,
                     const TlLayoutEdge *edges,
                     guint               n_edges,
                     TlLayoutDirection   direction)
{
  TlLayoutGraph *self = tl_arena_new (arena, TlLayoutGraph, 1);
  TlLink *links = tl_arena_new (arena, TlLink, n_edges);
  guint *node_row = tl_arena_new_raw (arena, guint, n_nodes);
  guint *first = tl_arena_new_raw (arena, guint, n_edges);

  self->arena = arena;
  self->n_nodes = n_nodes;
  self->n_edges = n_edges;

  assign_rows (self, nodes, node_row);
  read_links (self, edges, node_row, links);
  find_repeated (self, links, first);
  assign_chains (self, links, node_row, first);

  self->row = tl_arena_new_raw (arena, guint, self->n_vertices);
  self->breadth = tl_arena_new (arena, float, self->n_vertices);
  for (guint i = 0; i < n_nodes; i++)
    {
      self->row[i] = node_row[i];
      self->breadth[i] = tl_layout_extent (direction == TL_LAYOUT_RIGHT ? nodes[i].height : nodes[i].width);
    }

  guint *tails = tl_arena_new_raw (arena, guint, self->n_segments);
  guint *heads = tl_arena_new_raw (arena, guint, self->n_segments);

  lay_segments (self, links, tails, heads);
  compress (self, tails, heads, &self->down_start, &self->down);
  compress (self, heads, tails, &self->up_start, &self->up);
  fill_rows (self);

  return self;
}

/* Brings rank in line after order has changed. */
void
tl_layout_graph_update_rank (TlLayoutGraph *self)
{
  for (guint r = 0; r < self->n_rows; r++)
    for (guint i = self->row_start[r]; i < self->row_start[r + 1]; i++)
      self->rank[self->order[i]] = i - self->row_start[r];
}
