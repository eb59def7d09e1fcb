/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_HEALTH_DIALOG (tl_health_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlHealthDialog, tl_health_dialog, TL, HEALTH_DIALOG, AdwWindow)

GtkWidget *tl_health_dialog_new   (TlDocument     *document);

void       tl_health_dialog_check (TlHealthDialog *self);

G_END_DECLS
