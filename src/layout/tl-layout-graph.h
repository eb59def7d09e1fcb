/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layered.h"
#include "tl-layout-arena.h"

G_BEGIN_DECLS

#define TL_LAYOUT_NONE G_MAXUINT32
#define TL_LAYOUT_EXTENT_MOST 1e6f

/* The graph the phases of the layout work on.  Its vertices are the caller's nodes
 * (0 .. n_nodes - 1) followed by the virtual ones that lead an edge through the rows it
 * passes.  A segment joins vertices of adjacent rows; the neighbours of a vertex are
 * down[down_start[v] .. down_start[v + 1]), and the same upwards.
 *
 * The order of row r is order[row_start[r] .. row_start[r + 1]), rank[v] the place of v
 * in it.  Loose nodes (no edge takes part) are in no row's order: they are kept in
 * loose[loose_start[r] .. loose_start[r + 1]). */
typedef struct
{
  TlArena *arena;

  guint n_nodes;
  guint n_vertices;
  guint n_rows;
  guint n_edges;
  guint n_segments;
  guint n_components;

  guint *row;
  float *breadth;

  /* Of each vertex, the connected part it is in; there once they have been looked for. */
  guint *component;

  guint *down_start;
  guint *down;
  guint *up_start;
  guint *up;

  guint *row_layer;
  guint *row_start;
  guint *order;
  guint *rank;

  guint *loose_start;
  guint *loose;

  /* Of each of the caller's edges: its virtual vertices, from the upper to the lower. */
  guint *chain_start;
  guint *chain_length;
} TlLayoutGraph;

TlLayoutGraph *tl_layout_graph_new             (TlArena             *arena,
                                                const TlLayoutNode  *nodes,
                                                guint                n_nodes,
                                                const TlLayoutEdge  *edges,
                                                guint                n_edges,
                                                TlLayoutDirection    direction);
void           tl_layout_graph_update_rank     (TlLayoutGraph *self);
void           tl_layout_graph_find_components (TlLayoutGraph *self);

/* What a caller asks for, made something that can be laid out: neither negative nor without end. */
static inline float
tl_layout_extent (float asked)
{
  return asked > 0.0f ? MIN (asked, TL_LAYOUT_EXTENT_MOST) : 0.0f;
}

static inline gboolean
tl_layout_graph_is_virtual (const TlLayoutGraph *self,
                            guint                vertex)
{
  return vertex >= self->n_nodes;
}

static inline guint
tl_layout_graph_row_size (const TlLayoutGraph *self,
                          guint                row)
{
  return self->row_start[row + 1] - self->row_start[row];
}

/* What looking once at every vertex and its neighbours costs; work is limited by counting this. */
static inline guint64
tl_layout_graph_work (const TlLayoutGraph *self)
{
  return self->n_vertices + 2 * (guint64) self->n_segments;
}

static inline guint
tl_layout_graph_down_degree (const TlLayoutGraph *self,
                             guint                vertex)
{
  return self->down_start[vertex + 1] - self->down_start[vertex];
}

static inline guint
tl_layout_graph_up_degree (const TlLayoutGraph *self,
                           guint                vertex)
{
  return self->up_start[vertex + 1] - self->up_start[vertex];
}

G_END_DECLS
