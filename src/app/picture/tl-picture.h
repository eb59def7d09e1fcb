/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-diagram.h"
#include "tl-filter.h"
#include "tl-insight.h"
#include "tl-navigator.h"
#include "tl-scene.h"

G_BEGIN_DECLS

GArray  *tl_picture_collect_chain (TlGraph        *graph,
                                   guint           goal);
TlScene *tl_picture_new           (TlInsight      *insight,
                                   TlLens          lens,
                                   TlEntity       *subject,
                                   gboolean        show_rest,
                                   TlDiagramDepth  depth,
                                   TlFilter       *filter);

G_END_DECLS
