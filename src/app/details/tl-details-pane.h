/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_DETAILS_PANE (tl_details_pane_get_type ())

G_DECLARE_FINAL_TYPE (TlDetailsPane, tl_details_pane, TL, DETAILS_PANE, GtkWidget)

void tl_details_pane_show (TlDetailsPane *self,
                           TlInsight     *insight,
                           TlEntity      *entity,
                           gboolean       can_turn_to);

G_END_DECLS
