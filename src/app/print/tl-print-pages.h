/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-pages.h"
#include "tl-print-column.h"

G_BEGIN_DECLS

#define TL_TYPE_PRINT_PAGES (tl_print_pages_get_type ())

G_DECLARE_FINAL_TYPE (TlPrintPages, tl_print_pages, TL, PRINT_PAGES, GtkWidget)

void                 tl_print_pages_set_source   (TlPrintPages    *self,
                                                  TlPages         *source);
const TlPrintColumn *tl_print_pages_get_column   (TlPrintPages    *self);
void                 tl_print_pages_set_fit      (TlPrintPages    *self,
                                                  TlPrintFit       fit);
void                 tl_print_pages_set_zoom     (TlPrintPages    *self,
                                                  double           zoom);
guint                tl_print_pages_get_page     (TlPrintPages    *self);
void                 tl_print_pages_go_to        (TlPrintPages    *self,
                                                  guint            page);
void                 tl_print_pages_read_on      (TlPrintPages    *self,
                                                  int              direction);

G_END_DECLS
