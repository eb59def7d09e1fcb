/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-canvas-tiles.h"

G_BEGIN_DECLS

gboolean tl_canvas_draw_picture (TlCanvasTiles    *tiles,
                                 const TlTileView *view,
                                 GtkSnapshot      *snapshot);

G_END_DECLS
