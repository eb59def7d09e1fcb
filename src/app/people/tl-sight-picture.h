/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_SIGHT_PICTURE (tl_sight_picture_get_type ())

G_DECLARE_FINAL_TYPE (TlSightPicture, tl_sight_picture, TL, SIGHT_PICTURE, GtkWidget)

void tl_sight_picture_set_scene (TlSightPicture *self,
                                 TlScene        *scene);

G_END_DECLS
