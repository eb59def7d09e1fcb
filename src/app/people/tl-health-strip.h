/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-party-summary.h"

G_BEGIN_DECLS

#define TL_TYPE_HEALTH_STRIP (tl_health_strip_get_type ())

G_DECLARE_FINAL_TYPE (TlHealthStrip, tl_health_strip, TL, HEALTH_STRIP, GtkWidget)

GtkWidget *tl_health_strip_new         (void);

void       tl_health_strip_set_summary (TlHealthStrip        *self,
                                        const TlPartySummary *summary);

G_END_DECLS
