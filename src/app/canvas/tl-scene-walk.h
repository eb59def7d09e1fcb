/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene-map.h"

G_BEGIN_DECLS

/* Where a key leads from a card: on the screen, or to an end of those that stand together. */
typedef enum
{
  TL_WALK_UP,
  TL_WALK_DOWN,
  TL_WALK_LEFT,
  TL_WALK_RIGHT,
  TL_WALK_FIRST,
  TL_WALK_LAST,
} TlWalk;

typedef struct _TlSceneWalker TlSceneWalker;

TlSceneWalker *tl_scene_walker_new     (TlScene       *scene);
void           tl_scene_walker_free    (TlSceneWalker *self);

TlSceneMap    *tl_scene_walker_get_map (TlSceneWalker *self);
guint          tl_scene_walker_walk    (TlSceneWalker *self,
                                        guint          card,
                                        TlWalk         walk);

guint          tl_scene_enter          (TlScene       *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlSceneWalker, tl_scene_walker_free)

G_END_DECLS
