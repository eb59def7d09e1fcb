/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-pages.h"

G_BEGIN_DECLS

#define TL_TYPE_PRINT_PAGE (tl_print_page_get_type ())

G_DECLARE_FINAL_TYPE (TlPrintPage, tl_print_page, TL, PRINT_PAGE, GtkWidget)

GtkWidget *tl_print_page_new (TlPages *pages,
                              guint    page);

G_END_DECLS
