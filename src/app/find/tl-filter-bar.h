/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-filter.h"
#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_FILTER_BAR (tl_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlFilterBar, tl_filter_bar, TL, FILTER_BAR, GtkWidget)

void tl_filter_bar_set_source (TlFilterBar *self,
                               TlInsight   *insight,
                               TlFilter    *filter);
void tl_filter_bar_start      (TlFilterBar *self);

G_END_DECLS
