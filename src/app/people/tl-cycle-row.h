/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-cycle.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CYCLE_ROW (tl_cycle_row_get_type ())

G_DECLARE_FINAL_TYPE (TlCycleRow, tl_cycle_row, TL, CYCLE_ROW, GtkListBoxRow)

GtkWidget  *tl_cycle_row_new    (TlDocument *document);

const char *tl_cycle_row_get_id (TlCycleRow *self);
void        tl_cycle_row_show   (TlCycleRow *self,
                                 TlCycle    *cycle);
void        tl_cycle_row_start  (TlCycleRow *self);

G_END_DECLS
