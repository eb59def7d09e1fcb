/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-application.h"
#include "tl-document.h"
#include "tl-import.h"

G_BEGIN_DECLS

#define TL_TYPE_WINDOW (tl_window_get_type ())

G_DECLARE_FINAL_TYPE (TlWindow, tl_window, TL, WINDOW, AdwApplicationWindow)

GtkWidget       *tl_window_new               (TlApplication *application);

TlDocument      *tl_window_get_document      (TlWindow      *self);
void             tl_window_set_document      (TlWindow      *self,
                                              TlDocument    *document);
AdwToastOverlay *tl_window_get_toast_overlay (TlWindow      *self);
void             tl_window_show_failure      (TlWindow      *self,
                                              GFile         *file,
                                              const GError  *error);
void             tl_window_import            (TlWindow      *self,
                                              GListModel    *files);
void             tl_window_show_import       (GtkWidget     *from,
                                              TlImport      *import);
void             tl_window_add_toast         (TlWindow      *self,
                                              AdwToast      *toast);
void             tl_window_show_error        (GtkWidget     *from,
                                              const char    *heading,
                                              const GError  *error);

G_END_DECLS
