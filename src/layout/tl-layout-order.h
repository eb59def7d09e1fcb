/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-fitter.h"
#include "tl-layout-graph.h"

G_BEGIN_DECLS

/* The phases of the order; each leaves order and rank of the graph in line, but for sweeps, between which nobody asks
 * for a rank. */

/* Marsaglia's xorshift: GRand would do, but this costs nothing and is the same everywhere. */
typedef struct
{
  guint32 state;            /* never 0 */
} TlRandom;

static inline guint32
tl_random_next (TlRandom *self)
{
  self->state ^= self->state << 13;
  self->state ^= self->state >> 17;
  self->state ^= self->state << 5;

  return self->state;
}

static inline float
tl_random_share (TlRandom *self)
{
  return (float) (tl_random_next (self) % 1024) / 1024.0f;
}

/* tl-layout-crossings.c */
typedef struct
{
  guint *tree;
} TlCrossingCounter;

void    tl_crossing_counter_init  (TlCrossingCounter   *self,
                                   const TlLayoutGraph *graph);
guint64 tl_crossing_counter_count (TlCrossingCounter   *self,
                                   const TlLayoutGraph *graph);
guint64 tl_crossings_count_once   (const TlLayoutGraph *graph);

/* tl-layout-sweep.c */
typedef struct
{
  TlLayoutGraph *graph;
  float momentum;           /* the share of a vertex's last move it makes again */
  float *place;
  float *before;
  float *gap_weight;
  guint32 *keys;
  guint64 *sorted;
} TlSweeper;

void tl_sweeper_init  (TlSweeper     *self,
                       TlLayoutGraph *graph);
void tl_sweeper_reset (TlSweeper     *self);
void tl_sweeper_down  (TlSweeper     *self);
void tl_sweeper_up    (TlSweeper     *self);
void tl_sweeper_sort_by (TlSweeper   *self,
                         const float *sums,
                         const guint *counts);
void tl_sweeper_sort_row_by (TlSweeper    *self,
                             guint         row,
                             const double *wishes);

/* tl-layout-sift.c */

/* The neighbours of a vertex on one side. */
typedef struct
{
  guint at;                 /* their ranks, sorted, are listed from here on */
  guint n;
  guint first;              /* of the ranks; 0 where there are none */
  guint last;
} TlSiftedSide;

typedef struct
{
  TlSiftedSide up;
  TlSiftedSide down;
  guint vertex;
} TlSifted;

typedef struct
{
  TlLayoutGraph *graph;
  guint *up_rank;
  guint *down_rank;
  guint *cursor;
  TlSifted *row;            /* the row at hand, in its order */
  const guint8 *held;       /* (nullable): vertices that are not to be moved; the others are few */
  guint64 work;             /* spent so far: neighbours looked at */
} TlSifter;

void    tl_sifter_init (TlSifter      *self,
                        TlLayoutGraph *graph);
guint64 tl_sifter_run  (TlSifter      *self,
                        guint          window,
                        guint          rounds_most,
                        guint64        work_most);

/* tl-layout-seed.c */
void tl_layout_seed (TlSweeper *sweeper);

/* tl-layout-shorten.c */
void tl_layout_shorten (TlSweeper          *sweeper,
                        TlCrossingCounter  *counter,
                        const TlLayoutGaps *gaps,
                        TlRandom           *random,
                        guint64             budget);

/* tl-layout-tidy.c */
void tl_layout_tidy (TlLayoutGraph *graph);

/* tl-layout-keep.c */
void tl_layout_keep (TlLayoutGraph       *graph,
                     const TlLayoutEdge  *edges,
                     const TlLayoutPlace *previous,
                     const TlLayoutWay   *ways,
                     gboolean             sideways,
                     double              *x,
                     guint8              *held);

/* tl-layout-order.c */
void tl_layout_order (TlLayoutGraph      *graph,
                      const TlLayoutGaps *gaps,
                      guint               effort);

G_END_DECLS
