/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-fact.h"

G_BEGIN_DECLS

#define TL_TYPE_FACT_ROW (tl_fact_row_get_type ())

G_DECLARE_FINAL_TYPE (TlFactRow, tl_fact_row, TL, FACT_ROW, GtkListBoxRow)

GtkWidget *tl_fact_row_new (TlFact *fact);

G_END_DECLS
