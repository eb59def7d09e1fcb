/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"
#include "tl-insight.h"
#include "tl-navigator.h"
#include "tl-overview.h"
#include "tl-picture.h"

G_BEGIN_DECLS

#define TL_TYPE_LENS_VIEW (tl_lens_view_get_type ())

G_DECLARE_FINAL_TYPE (TlLensView, tl_lens_view, TL, LENS_VIEW, GtkWidget)

void                tl_lens_view_set_source        (TlLensView         *self,
                                                    TlInsight          *insight,
                                                    TlNavigator        *navigator);
void                tl_lens_view_set_filter        (TlLensView         *self,
                                                    TlFilter           *filter);
TlCanvas           *tl_lens_view_get_canvas        (TlLensView         *self);
gboolean            tl_lens_view_has_picture       (TlLensView         *self);
void                tl_lens_view_set_narrow        (TlLensView         *self,
                                                    gboolean            is_narrow);
gboolean            tl_lens_view_get_dims_rest     (TlLensView         *self);
void                tl_lens_view_set_dims_rest     (TlLensView         *self,
                                                    gboolean            dims_rest);
void                tl_lens_view_set_show_overview (TlLensView         *self,
                                                    gboolean            show_overview);
TlOverview         *tl_lens_view_get_overview      (TlLensView         *self);
TlDiagramDepth      tl_lens_view_get_depth         (TlLensView         *self);
gboolean            tl_lens_view_is_whole_level    (TlLensView         *self);
void                tl_lens_view_set_depth         (TlLensView         *self,
                                                    TlDiagramDepth      depth);
TlPictureDirection  tl_lens_view_get_direction     (TlLensView         *self);
void                tl_lens_view_set_direction     (TlLensView         *self,
                                                    TlPictureDirection  direction);

/* What is beneath the selected card */
TlFold              tl_lens_view_get_fold          (TlLensView         *self);
void                tl_lens_view_open_beneath      (TlLensView         *self);
void                tl_lens_view_close_beneath     (TlLensView         *self);
gboolean            tl_lens_view_can_open_all      (TlLensView         *self);
void                tl_lens_view_open_all_beneath  (TlLensView         *self);
gboolean            tl_lens_view_has_opened        (TlLensView         *self);
void                tl_lens_view_close_all         (TlLensView         *self);

/* Looking for something in the picture */
void                tl_lens_view_start_find        (TlLensView         *self);
void                tl_lens_view_find_step         (TlLensView         *self,
                                                    int                 direction);

G_END_DECLS
