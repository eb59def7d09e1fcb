/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"
#include "tl-tile-plan.h"

G_BEGIN_DECLS

typedef struct _TlSceneMotion TlSceneMotion;

guint          tl_scene_motion_find_anchor (TlScene            *before,
                                            TlScene            *after,
                                            const TlRect       *visible,
                                            guint              *in_after);

TlSceneMotion *tl_scene_motion_new         (TlScene            *before,
                                            const TlTileScreen *before_screen,
                                            TlScene            *after,
                                            const TlTileScreen *after_screen);
void           tl_scene_motion_free        (TlSceneMotion      *self);
gboolean       tl_scene_motion_find        (TlSceneMotion      *self,
                                            const char         *id,
                                            double              progress,
                                            TlRect             *place,
                                            double             *alpha);
void           tl_scene_motion_paint       (TlSceneMotion      *self,
                                            const TlPalette    *palette);
void           tl_scene_motion_draw        (TlSceneMotion      *self,
                                            double              progress,
                                            int                 scale_factor,
                                            gboolean            is_by_cairo,
                                            GtkSnapshot        *snapshot);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSceneMotion, tl_scene_motion_free)

G_END_DECLS
