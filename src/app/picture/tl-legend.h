/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-canvas.h"

G_BEGIN_DECLS

#define TL_TYPE_LEGEND (tl_legend_get_type ())

G_DECLARE_FINAL_TYPE (TlLegend, tl_legend, TL, LEGEND, GtkWidget)

void tl_legend_set_canvas (TlLegend *self,
                           TlCanvas *canvas);

G_END_DECLS
