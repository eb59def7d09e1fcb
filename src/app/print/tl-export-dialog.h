/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-picture-pages.h"

G_BEGIN_DECLS

#define TL_TYPE_EXPORT_DIALOG (tl_export_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlExportDialog, tl_export_dialog, TL, EXPORT_DIALOG, AdwWindow)

GtkWidget *tl_export_dialog_new       (GSettings      *settings,
                                       TlScene        *scene,
                                       const TlRect   *seen);
TlScene   *tl_export_dialog_get_scene (TlExportDialog *self);
void       tl_export_dialog_get_form  (TlExportDialog *self,
                                       TlPictureForm  *form);

G_END_DECLS
