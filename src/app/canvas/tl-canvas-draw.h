/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-canvas-tiles.h"

G_BEGIN_DECLS

/* How much of a frame's 16 ms may go into painting tiles */
#define TL_CANVAS_BUDGET_MS         4.0
#define TL_CANVAS_BUDGET_ZOOMING_MS 3.0

gboolean tl_canvas_draw_picture (TlCanvasTiles    *tiles,
                                 const TlTileView *view,
                                 GtkSnapshot      *snapshot);

G_END_DECLS
