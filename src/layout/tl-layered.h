/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlLayoutNode:
 * @layer: the row it stands in; 0 is the topmost, and a layer nobody stands in takes no room
 * @width: its width on the screen, in any unit as long as it is the same everywhere
 * @height: its height on the screen
 */
typedef struct
{
  guint layer;
  float width;
  float height;
} TlLayoutNode;

/**
 * TlLayoutEdge:
 * @upper: index of the node in the row further up
 * @lower: index of the node in the row further down
 *
 * An edge given the other way round is laid out as if it were turned.  An edge
 * within one row (and one that names a node that is not there) does not take part:
 * it pulls nothing and has no bends.  Repeated edges count once.
 */
typedef struct
{
  guint upper;
  guint lower;
} TlLayoutEdge;

/**
 * TlLayoutDirection:
 * @TL_LAYOUT_DOWN: layer 0 is the top row
 * @TL_LAYOUT_RIGHT: layer 0 is the leftmost column
 */
typedef enum
{
  TL_LAYOUT_DOWN,
  TL_LAYOUT_RIGHT,
} TlLayoutDirection;

typedef struct
{
  double x;
  double y;
} TlLayoutPoint;

/**
 * TlLayoutWay:
 * @bends: (nullable) (array length=n_bends): what tl_layout_get_bends() said of the edge
 * @n_bends: how many; 0 for an edge that is new or had none
 */
typedef struct
{
  const TlLayoutPoint *bends;
  guint n_bends;
} TlLayoutWay;

/**
 * TlLayoutOptions:
 * @node_gap: least room between two nodes of one row
 * @layer_gap: room between two rows
 * @edge_gap: least room beside an edge that passes a row, and never less than half of @node_gap
 * @effort: how much work to spend on the order, in percent of the usual; 0 is the usual (100)
 * @direction: where the layers lead
 * @layer_minimum: (nullable): for each layer below @n_layer_minimum, the least extent of its row
 * @n_layer_minimum: the length of @layer_minimum
 * @previous_ways: (nullable): for each edge, the way it took in the picture before.  Looked at only beside
 *   previous places; without it edges that pass rows may move others about to find their way anew.
 */
typedef struct
{
  float node_gap;
  float layer_gap;
  float edge_gap;
  guint effort;
  TlLayoutDirection direction;
  const float *layer_minimum;
  guint n_layer_minimum;
  const TlLayoutWay *previous_ways;
} TlLayoutOptions;

#define TL_LAYOUT_OPTIONS_DEFAULT { .node_gap = 20.0f, .layer_gap = 80.0f }

/**
 * TlLayoutRow:
 * @layer: the layer that stands in this row
 * @start: where the row begins, along the axis the layers lead (y when they lead down)
 * @end: where it ends
 */
typedef struct
{
  guint layer;
  double start;
  double end;
} TlLayoutRow;

/**
 * TlLayoutPlace:
 * @centre: where the node stood in the picture before; NAN for a node that is new
 * @settled: whether it keeps its place among the other settled nodes of its row.
 *   A node whose links have changed is better not settled.
 */
typedef struct
{
  TlLayoutPoint centre;
  gboolean settled;
} TlLayoutPlace;

typedef struct _TlLayout TlLayout;

TlLayout            *tl_layout_new             (const TlLayoutNode    *nodes,
                                                guint                  n_nodes,
                                                const TlLayoutEdge    *edges,
                                                guint                  n_edges,
                                                const TlLayoutOptions *options,
                                                const TlLayoutPlace   *previous);
void                 tl_layout_free            (TlLayout              *self);

const TlLayoutPoint *tl_layout_get_centres     (const TlLayout        *self,
                                                guint                 *n_nodes);
const TlLayoutRow   *tl_layout_get_rows        (const TlLayout        *self,
                                                guint                 *n_rows);
const TlLayoutPoint *tl_layout_get_bends       (const TlLayout        *self,
                                                guint                  edge,
                                                guint                 *n_bends);
double               tl_layout_get_width       (const TlLayout        *self);
double               tl_layout_get_height      (const TlLayout        *self);
double               tl_layout_get_loose_start (const TlLayout        *self);
guint64              tl_layout_get_crossings   (const TlLayout        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLayout, tl_layout_free)

G_END_DECLS
