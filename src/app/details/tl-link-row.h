/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-tension.h"

G_BEGIN_DECLS

#define TL_TYPE_LINK_ROW (tl_link_row_get_type ())

G_DECLARE_FINAL_TYPE (TlLinkRow, tl_link_row, TL, LINK_ROW, GtkBox)

GtkWidget *tl_link_row_new  (TlDocument *document);
void       tl_link_row_show (TlLinkRow  *self,
                             TlEntity   *link,
                             TlGoal     *seen_from);

G_END_DECLS
