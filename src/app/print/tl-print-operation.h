/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-pages.h"

G_BEGIN_DECLS

GtkPrintOperation *tl_print_operation_new       (TlPages           *pages,
                                                 const char        *file_name);
gboolean           tl_print_operation_has_begun (GtkPrintOperation *operation);
void               tl_print_operation_remember  (GtkPrintOperation *operation);

G_END_DECLS
