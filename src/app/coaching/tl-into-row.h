/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-into-goals.h"

G_BEGIN_DECLS

#define TL_TYPE_INTO_ROW (tl_into_row_get_type ())

G_DECLARE_FINAL_TYPE (TlIntoRow, tl_into_row, TL, INTO_ROW, GtkBox)

GtkWidget *tl_into_row_new (TlDocument   *document,
                            TlIntoChoice *choice);

G_END_DECLS
