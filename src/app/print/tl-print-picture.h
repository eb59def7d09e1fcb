/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

void tl_print_picture_present (GtkWidget    *from,
                               GSettings    *settings,
                               TlScene      *scene,
                               const TlRect *seen);

G_END_DECLS
