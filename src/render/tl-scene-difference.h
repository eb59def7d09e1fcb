/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

gboolean tl_scene_find_difference (TlScene *before,
                                   TlScene *after,
                                   GArray  *places);

G_END_DECLS
