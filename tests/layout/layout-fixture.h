/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Cascades for the tests and benchmarks of the layout: made up, but of the shape real ones have. */

#include <math.h>
#include <string.h>

#include <glib.h>

#include "tl-layered.h"

typedef struct
{
  GArray *nodes;
  GArray *edges;
} Cascade;

static inline Cascade *
cascade_new (void)
{
  Cascade *self = g_new (Cascade, 1);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (TlLayoutNode));
  self->edges = g_array_new (FALSE, FALSE, sizeof (TlLayoutEdge));

  return self;
}

static inline void
cascade_free (Cascade *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->edges);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Cascade, cascade_free)

static inline guint
cascade_add (Cascade *self,
             guint    layer,
             float    width,
             float    height)
{
  TlLayoutNode node = { layer, width, height };

  g_array_append_val (self->nodes, node);

  return self->nodes->len - 1;
}

static inline void
cascade_link (Cascade *self,
              guint    upper,
              guint    lower)
{
  TlLayoutEdge edge = { upper, lower };

  g_array_append_val (self->edges, edge);
}

static inline const TlLayoutNode *
cascade_node (const Cascade *self,
              guint          index)
{
  return &g_array_index (self->nodes, TlLayoutNode, index);
}

static inline const TlLayoutEdge *
cascade_edge (const Cascade *self,
              guint          index)
{
  return &g_array_index (self->edges, TlLayoutEdge, index);
}

static inline TlLayout *
cascade_lay_out (const Cascade         *self,
                 const TlLayoutOptions *options,
                 const TlLayoutPlace   *previous)
{
  return tl_layout_new ((const TlLayoutNode *) self->nodes->data, self->nodes->len,
                        (const TlLayoutEdge *) self->edges->data, self->edges->len, options, previous);
}

static inline int
compare_by_x (gconstpointer one,
              gconstpointer other,
              gpointer      centres)
{
  const TlLayoutPoint *points = centres;
  double difference = points[*(const guint *) one].x - points[*(const guint *) other].x;

  return difference < 0.0 ? -1 : difference > 0.0;
}

/* The nodes of a layer, from the left. */
static inline GArray *
cascade_row (const Cascade  *self,
             const TlLayout *layout,
             guint           layer)
{
  GArray *row = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->nodes->len; i++)
    if (cascade_node (self, i)->layer == layer)
      g_array_append_val (row, i);
  g_array_sort_with_data (row, compare_by_x, (gpointer) tl_layout_get_centres (layout, NULL));

  return row;
}

/* Coordinates are doubles, so a gap is held but for rounding. */
#define ROUNDING 0.01

/* Every row holds the nodes of its layer, no nearer to one another than the gap, within the picture; rows lie
 * one under the other. */
static inline void
assert_rows (const Cascade         *cascade,
             const TlLayout        *layout,
             const TlLayoutOptions *options)
{
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  guint n_rows;
  const TlLayoutRow *rows = tl_layout_get_rows (layout, &n_rows);
  guint n_seen = 0;

  for (guint r = 0; r < n_rows; r++)
    {
      g_autoptr (GArray) row = cascade_row (cascade, layout, rows[r].layer);

      n_seen += row->len;
      for (guint k = 0; k < row->len; k++)
        {
          guint i = g_array_index (row, guint, k);
          const TlLayoutNode *node = cascade_node (cascade, i);

          g_assert_cmpfloat_with_epsilon (centres[i].y, (rows[r].start + rows[r].end) / 2.0, ROUNDING);
          g_assert_cmpfloat (node->height, <=, rows[r].end - rows[r].start + ROUNDING);
          g_assert_cmpfloat (centres[i].x - node->width / 2.0, >=, -ROUNDING);
          g_assert_cmpfloat (centres[i].x + node->width / 2.0, <=, tl_layout_get_width (layout) + ROUNDING);
          if (k == 0)
            continue;

          guint left = g_array_index (row, guint, k - 1);
          double room = centres[i].x - node->width / 2.0 - centres[left].x - cascade_node (cascade, left)->width / 2.0;

          g_assert_cmpfloat (room, >=, options->node_gap - ROUNDING);
        }
      if (r > 0)
        g_assert_cmpfloat_with_epsilon (rows[r].start, rows[r - 1].end + options->layer_gap, ROUNDING);
    }

  g_assert_cmpuint (n_seen, ==, cascade->nodes->len);
  if (n_rows > 0)
    g_assert_cmpfloat_with_epsilon (rows[n_rows - 1].end, tl_layout_get_height (layout), ROUNDING);
}

/* No edge touches a node of a row it passes. */
static inline void
assert_ways (const Cascade  *cascade,
             const TlLayout *layout)
{
  const TlLayoutPoint *centres = tl_layout_get_centres (layout, NULL);
  guint n_rows;
  const TlLayoutRow *rows = tl_layout_get_rows (layout, &n_rows);

  for (guint e = 0; e < cascade->edges->len; e++)
    {
      guint n_bends;
      const TlLayoutPoint *bends = tl_layout_get_bends (layout, e, &n_bends);

      g_assert_cmpuint (n_bends % 2, ==, 0);
      for (guint b = 0; b < n_bends; b += 2)
        {
          guint r = 0;

          while (r < n_rows && ABS (rows[r].start - MIN (bends[b].y, bends[b + 1].y)) > ROUNDING)
            r++;
          g_assert_cmpuint (r, <, n_rows);
          g_assert_cmpfloat_with_epsilon (rows[r].end, MAX (bends[b].y, bends[b + 1].y), ROUNDING);
          g_assert_cmpfloat (bends[b].x, ==, bends[b + 1].x);

          for (guint i = 0; i < cascade->nodes->len; i++)
            if (cascade_node (cascade, i)->layer == rows[r].layer)
              g_assert_cmpfloat (ABS (bends[b].x - centres[i].x), >, cascade_node (cascade, i)->width / 2.0);
        }
    }
}

static inline void
assert_same (const TlLayout *one,
             const TlLayout *other)
{
  guint n;
  guint n_other;
  const TlLayoutPoint *centres = tl_layout_get_centres (one, &n);
  const TlLayoutPoint *others = tl_layout_get_centres (other, &n_other);

  g_assert_cmpmem (centres, n * sizeof *centres, others, n_other * sizeof *others);
  g_assert_cmpuint (tl_layout_get_crossings (one), ==, tl_layout_get_crossings (other));
}

static inline void
assert_same_ways (const Cascade  *cascade,
                  const TlLayout *one,
                  const TlLayout *other)
{
  for (guint e = 0; e < cascade->edges->len; e++)
    {
      guint n;
      guint n_other;
      const TlLayoutPoint *bends = tl_layout_get_bends (one, e, &n);
      const TlLayoutPoint *others = tl_layout_get_bends (other, e, &n_other);

      g_assert_cmpmem (bends, n * sizeof *bends, others, n_other * sizeof *others);
    }
}

/* A random cascade of five layers, each node under one parent one layer up (some two, some a layer further
 * up, a few under nobody), the lower layers the larger ones. */
static inline Cascade *
cascade_new_random (guint   n_nodes,
                    guint32 seed)
{
  static const double share[] = { 0.01, 0.04, 0.12, 0.45, 1.0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Cascade *self = cascade_new ();
  guint start[7] = { 0 };

  for (guint layer = 0; layer < 5; layer++)
    {
      start[layer + 1] = MAX ((guint) (share[layer] * n_nodes), start[layer] + 1);
      for (guint i = start[layer]; i < start[layer + 1]; i++)
        cascade_add (self, layer, 160.0f, 56.0f);
    }

  for (guint layer = 1; layer < 5; layer++)
    for (guint i = start[layer]; i < start[layer + 1]; i++)
      {
        guint size = start[layer] - start[layer - 1];
        guint home = start[layer - 1] + (guint64) (i - start[layer]) * size / (start[layer + 1] - start[layer]);

        if (g_rand_double (rand) < 0.02)
          continue;
        if (layer >= 2 && g_rand_double (rand) < 0.03)
          home = g_rand_int_range (rand, start[layer - 2], start[layer - 1]);
        cascade_link (self, home, i);
        if (g_rand_double (rand) < 0.15)
          cascade_link (self, g_rand_int_range (rand, start[layer - 1], start[layer]), i);
      }

  return self;
}
