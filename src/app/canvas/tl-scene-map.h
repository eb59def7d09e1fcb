/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

typedef struct _TlSceneMap TlSceneMap;

TlSceneMap  *tl_scene_map_new         (TlScene    *scene);
void         tl_scene_map_free        (TlSceneMap *self);

TlScene     *tl_scene_map_get_scene   (TlSceneMap *self);
const guint *tl_scene_map_get_helped  (TlSceneMap *self,
                                       guint       card,
                                       guint      *n_helped);
const guint *tl_scene_map_get_helpers (TlSceneMap *self,
                                       guint       card,
                                       guint      *n_helpers);
double       tl_scene_map_get_place   (TlSceneMap *self,
                                       guint       card);
double       tl_scene_map_get_row     (TlSceneMap *self,
                                       guint       card);
gboolean     tl_scene_map_is_same_row (TlSceneMap *self,
                                       guint       one,
                                       guint       other);
guint        tl_scene_map_get_position (TlSceneMap *self,
                                        guint       card,
                                        guint      *n_in_row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSceneMap, tl_scene_map_free)

G_END_DECLS
