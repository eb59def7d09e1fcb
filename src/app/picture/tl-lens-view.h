/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-canvas.h"
#include "tl-diagram.h"
#include "tl-filter.h"
#include "tl-insight.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_LENS_VIEW (tl_lens_view_get_type ())

G_DECLARE_FINAL_TYPE (TlLensView, tl_lens_view, TL, LENS_VIEW, GtkWidget)

void            tl_lens_view_set_source    (TlLensView     *self,
                                            TlInsight      *insight,
                                            TlNavigator    *navigator);
void            tl_lens_view_set_filter    (TlLensView     *self,
                                            TlFilter       *filter);
TlCanvas       *tl_lens_view_get_canvas    (TlLensView     *self);
gboolean        tl_lens_view_has_picture   (TlLensView     *self);
void            tl_lens_view_set_show_rest (TlLensView     *self,
                                            gboolean        show_rest);
TlDiagramDepth  tl_lens_view_get_depth     (TlLensView     *self);
void            tl_lens_view_set_depth     (TlLensView     *self,
                                            TlDiagramDepth  depth);

G_END_DECLS
