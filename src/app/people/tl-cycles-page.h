/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CYCLES_PAGE (tl_cycles_page_get_type ())

G_DECLARE_FINAL_TYPE (TlCyclesPage, tl_cycles_page, TL, CYCLES_PAGE, GtkWidget)

void tl_cycles_page_set_source (TlCyclesPage *self,
                                TlDocument   *document);
void tl_cycles_page_refresh    (TlCyclesPage *self);

G_END_DECLS
