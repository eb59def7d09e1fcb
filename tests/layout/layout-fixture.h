/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Cascades for the tests and benchmarks of the layout: made up, but of the shape real ones have. */

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
