/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-insight.h"
#include "tl-measure.h"

G_BEGIN_DECLS

#define TL_TYPE_MEASURE_ROW (tl_measure_row_get_type ())

G_DECLARE_FINAL_TYPE (TlMeasureRow, tl_measure_row, TL, MEASURE_ROW, GtkListBoxRow)

GtkWidget *tl_measure_row_new (TlMeasure *measure,
                               TlInsight *insight);

G_END_DECLS
