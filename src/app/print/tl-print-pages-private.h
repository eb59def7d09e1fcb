/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlPrintPages share. */

#pragma once

#include "tl-print-pages.h"

G_BEGIN_DECLS

/* How far an arrow key goes, in pixels */
#define TL_PRINT_PAGES_LINE 48.0

/* tl-print-pages.c */
void tl_print_pages_scroll_by       (TlPrintPages   *self,
                                     double          x,
                                     double          y);

/* tl-print-pages-input.c */
void tl_print_pages_class_add_input (GtkWidgetClass *widget_class);
void tl_print_pages_init_input      (TlPrintPages   *self);

G_END_DECLS
