/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"
#include "tl-tile-plan.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

/* What is looked at, and how; lives on the stack. */
typedef struct
{
  TlScene         *scene;
  const TlPalette *palette;
  TlViewport      *viewport;
  int              scale_factor;        /* pixels of the device for one of the screen */
  gboolean         is_zooming;          /* the size is another in each frame */
  gboolean         is_by_cairo;         /* the renderer has no graphics card to keep textures on */
  double           budget_ms;           /* how much of the frame's time may go into painting tiles */
} TlTileView;

TlTileScreen   tl_tile_view_measure       (const TlTileView      *self);
void           tl_tile_view_draw_ground   (const TlTileView      *self,
                                           const graphene_rect_t *bounds,
                                           GtkSnapshot           *snapshot);

typedef struct _TlCanvasTiles TlCanvasTiles;

TlCanvasTiles *tl_canvas_tiles_new        (void);
void           tl_canvas_tiles_free       (TlCanvasTiles    *self);
void           tl_canvas_tiles_invalidate (TlCanvasTiles    *self);
void           tl_canvas_tiles_follow     (TlCanvasTiles    *self,
                                           TlScene          *before,
                                           TlScene          *after);
gboolean       tl_canvas_tiles_are_new    (TlCanvasTiles    *self);
gsize          tl_canvas_tiles_get_size   (TlCanvasTiles    *self);
gboolean       tl_canvas_tiles_snapshot   (TlCanvasTiles    *self,
                                           const TlTileView *view,
                                           GtkSnapshot      *snapshot);
gboolean       tl_canvas_tiles_prepare    (TlCanvasTiles    *self,
                                           const TlTileView *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlCanvasTiles, tl_canvas_tiles_free)

G_END_DECLS
