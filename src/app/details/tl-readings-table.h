/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"
#include "tl-measure.h"

G_BEGIN_DECLS

#define TL_TYPE_READINGS_TABLE (tl_readings_table_get_type ())

G_DECLARE_FINAL_TYPE (TlReadingsTable, tl_readings_table, TL, READINGS_TABLE, GtkBox)

GtkWidget *tl_readings_table_new  (TlDocument      *document);
void       tl_readings_table_show (TlReadingsTable *self,
                                   TlMeasure       *measure,
                                   TlInsight       *insight);

G_END_DECLS
