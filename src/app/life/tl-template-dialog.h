/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-template.h"

G_BEGIN_DECLS

#define TL_TYPE_TEMPLATE_DIALOG (tl_template_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlTemplateDialog, tl_template_dialog, TL, TEMPLATE_DIALOG, AdwWindow)

GtkWidget *tl_template_dialog_new (GListModel *templates);

G_END_DECLS
