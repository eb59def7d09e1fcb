/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_DETAILS_PANE (tl_details_pane_get_type ())

G_DECLARE_FINAL_TYPE (TlDetailsPane, tl_details_pane, TL, DETAILS_PANE, GtkWidget)

void tl_details_pane_set_source   (TlDetailsPane *self,
                                   TlDocument    *document,
                                   TlInsight     *insight);
void tl_details_pane_show         (TlDetailsPane *self,
                                   TlEntity      *entity,
                                   gboolean       can_turn_to);
void tl_details_pane_show_several (TlDetailsPane *self,
                                   GPtrArray     *goals);
void tl_details_pane_edit         (TlDetailsPane *self);
void tl_details_pane_connect      (TlDetailsPane *self);

G_END_DECLS
