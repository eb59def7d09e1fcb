/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_TRAIL (tl_trail_get_type ())

G_DECLARE_FINAL_TYPE (TlTrail, tl_trail, TL, TRAIL, GtkWidget)

void tl_trail_show       (TlTrail  *self,
                          TlEntity *focus);
void tl_trail_set_narrow (TlTrail  *self,
                          gboolean  is_narrow);

G_END_DECLS
