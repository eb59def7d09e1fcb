/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

#define SAMPLE_N_CARDS 10

TlScene *sample_scene_new       (TlSceneDirection  direction);
guint    sample_scene_add_title (TlScene          *scene,
                                 const char       *title,
                                 double            x,
                                 double            y);

G_END_DECLS
