/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-import.h"

G_BEGIN_DECLS

#define TL_TYPE_IMPORT_PAGE (tl_import_page_get_type ())

G_DECLARE_FINAL_TYPE (TlImportPage, tl_import_page, TL, IMPORT_PAGE, GtkWidget)

GtkWidget *tl_import_page_new            (TlDocument  *document,
                                          GListModel  *files,
                                          GError     **error);
GtkWidget *tl_import_page_new_for_import (TlImport    *import);

G_END_DECLS
