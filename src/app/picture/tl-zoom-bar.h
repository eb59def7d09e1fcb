/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-overview.h"

G_BEGIN_DECLS

#define TL_TYPE_ZOOM_BAR (tl_zoom_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlZoomBar, tl_zoom_bar, TL, ZOOM_BAR, GtkWidget)

void tl_zoom_bar_set_canvas   (TlZoomBar  *self,
                               TlCanvas   *canvas);
void tl_zoom_bar_set_overview (TlZoomBar  *self,
                               TlOverview *overview);

G_END_DECLS
