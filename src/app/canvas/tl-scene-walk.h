/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

/* Where a key leads from a card, on the screen. */
typedef enum
{
  TL_WALK_UP,
  TL_WALK_DOWN,
  TL_WALK_LEFT,
  TL_WALK_RIGHT,
} TlWalk;

guint tl_scene_walk  (TlScene *scene,
                      guint    card,
                      TlWalk   walk);
guint tl_scene_enter (TlScene *scene);

G_END_DECLS
