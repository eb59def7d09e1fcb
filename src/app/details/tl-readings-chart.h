/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-insight.h"
#include "tl-measure.h"

G_BEGIN_DECLS

#define TL_TYPE_READINGS_CHART (tl_readings_chart_get_type ())

G_DECLARE_FINAL_TYPE (TlReadingsChart, tl_readings_chart, TL, READINGS_CHART, GtkWidget)

GtkWidget *tl_readings_chart_new           (void);

void       tl_readings_chart_show          (TlReadingsChart *self,
                                            TlMeasure       *measure,
                                            TlInsight       *insight);

GPtrArray *tl_readings_dup_of_measure      (TlMeasure       *measure);

G_END_DECLS
