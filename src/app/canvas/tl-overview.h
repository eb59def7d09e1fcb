/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_OVERVIEW (tl_overview_get_type ())

G_DECLARE_FINAL_TYPE (TlOverview, tl_overview, TL, OVERVIEW, GtkWidget)

void tl_overview_set_canvas (TlOverview *self,
                             TlCanvas   *canvas);
void tl_overview_update     (TlOverview *self);
void tl_overview_set_wanted (TlOverview *self,
                             gboolean    is_wanted);
void tl_overview_set_small  (TlOverview *self,
                             gboolean    is_small);
void tl_overview_reveal     (TlOverview *self);

G_END_DECLS
