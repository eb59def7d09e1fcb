/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

typedef struct _TlCanvasTiles TlCanvasTiles;

TlCanvasTiles *tl_canvas_tiles_new        (void);
void           tl_canvas_tiles_free       (TlCanvasTiles   *self);
void           tl_canvas_tiles_invalidate (TlCanvasTiles   *self);
void           tl_canvas_tiles_snapshot   (TlCanvasTiles   *self,
                                           TlScene         *scene,
                                           const TlPalette *palette,
                                           TlViewport      *viewport,
                                           int              scale_factor,
                                           GtkSnapshot     *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCanvasTiles, tl_canvas_tiles_free)

G_END_DECLS
