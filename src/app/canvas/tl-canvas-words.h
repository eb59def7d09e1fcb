/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene-map.h"

G_BEGIN_DECLS

char *tl_canvas_words_of_card (TlSceneMap *map,
                               guint       card);

G_END_DECLS
