/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-check-in.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CHECK_IN_ROW (tl_check_in_row_get_type ())

G_DECLARE_FINAL_TYPE (TlCheckInRow, tl_check_in_row, TL, CHECK_IN_ROW, GtkBox)

GtkWidget *tl_check_in_row_new   (TlDocument   *document);
void       tl_check_in_row_show  (TlCheckInRow *self,
                                  TlCheckIn    *check_in);
void       tl_check_in_row_start (TlCheckInRow *self);

G_END_DECLS
