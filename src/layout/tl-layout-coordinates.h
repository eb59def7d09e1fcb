/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-graph.h"

G_BEGIN_DECLS

typedef struct
{
  double node_gap;
  double edge_gap;
} TlLayoutGaps;

double *tl_layout_place (const TlLayoutGraph *graph,
                         const TlLayoutGaps  *gaps,
                         const double        *stood,
                         const guint8        *held);

G_END_DECLS
