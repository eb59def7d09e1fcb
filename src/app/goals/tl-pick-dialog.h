/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_PICK_DIALOG (tl_pick_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlPickDialog, tl_pick_dialog, TL, PICK_DIALOG, AdwWindow)

GtkWidget *tl_pick_dialog_new       (GtkWindow    *parent,
                                     const char   *title,
                                     const char   *explanation,
                                     const char   *button);
void       tl_pick_dialog_add       (TlPickDialog *self,
                                     TlEntity     *entity,
                                     const char   *subtitle,
                                     gboolean      is_picked);

G_END_DECLS
