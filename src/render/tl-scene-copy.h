/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scene.h"

G_BEGIN_DECLS

TlScene *tl_scene_copy      (TlScene      *self);
TlScene *tl_scene_copy_part (TlScene      *self,
                             const TlRect *area,
                             TlRect       *covered);

G_END_DECLS
