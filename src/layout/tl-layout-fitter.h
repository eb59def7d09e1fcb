/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-graph.h"
#include "tl-layout-isotonic.h"

G_BEGIN_DECLS

typedef struct
{
  double node_gap;
  double edge_gap;
} TlLayoutGaps;

/* Where the vertices of an ordered graph stand along their rows, and what it takes to move a row. */
typedef struct
{
  const TlLayoutGraph *graph;
  const TlLayoutGaps *gaps;
  double pitch;             /* the room one node takes, gap and all, on the average */
  double near;              /* up to about so far away, neighbours pull like springs */
  double *x;                /* of each vertex: its centre */
  float *up_weight;         /* of each segment, as in the graph's up: how strongly it pulls */
  float *down_weight;
  double *offset;           /* of each place in the order: the room needed from the first of its row */
  double *wishes;           /* of each place in the row at hand */
  double *weights;
  TlIsotonicBlock *blocks;
} TlFitter;

/* What a vertex is pulled by: the sum of weighted places, and of their weights. */
typedef struct
{
  double sum;
  double weight;
} TlPull;

void   tl_fitter_init          (TlFitter            *self,
                                const TlLayoutGraph *graph,
                                const TlLayoutGaps  *gaps,
                                const guint8        *pulled);
TlPull tl_fitter_pull_up       (const TlFitter      *self,
                                guint                vertex);
TlPull tl_fitter_pull_both     (const TlFitter      *self,
                                guint                vertex);
TlPull tl_fitter_pull_over     (const TlFitter      *self,
                                guint                vertex);
void   tl_fitter_measure_row   (TlFitter            *self,
                                guint                row);
void   tl_fitter_fit_row       (TlFitter            *self,
                                guint                row);
void   tl_fitter_draw_together (TlFitter            *self,
                                guint                row);

static inline void
tl_fitter_wish (TlFitter     *self,
                guint         place,
                const TlPull *pull)
{
  self->wishes[place] = pull->sum / pull->weight;
  self->weights[place] = pull->weight;
}

G_END_DECLS
