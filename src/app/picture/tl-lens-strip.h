/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-diagram.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

#define TL_TYPE_LENS_STRIP (tl_lens_strip_get_type ())

G_DECLARE_FINAL_TYPE (TlLensStrip, tl_lens_strip, TL, LENS_STRIP, GtkWidget)

void tl_lens_strip_show       (TlLensStrip    *self,
                               TlNavigator    *navigator,
                               TlDiagramDepth  depth,
                               gboolean        is_whole_level,
                               const char     *summary);
void tl_lens_strip_set_narrow (TlLensStrip    *self,
                               gboolean        is_narrow);

G_END_DECLS
