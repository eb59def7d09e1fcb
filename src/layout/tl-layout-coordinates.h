/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tl-layout-fitter.h"
#include "tl-layout-graph.h"

G_BEGIN_DECLS

double *tl_layout_place (const TlLayoutGraph *graph,
                         const TlLayoutGaps  *gaps,
                         const double        *stood,
                         const guint8        *held);

G_END_DECLS
