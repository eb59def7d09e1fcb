/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_OWN_CUES_DIALOG (tl_own_cues_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlOwnCuesDialog, tl_own_cues_dialog, TL, OWN_CUES_DIALOG, AdwWindow)

TlOwnCuesDialog *tl_own_cues_dialog_present (GtkWidget *from);

G_END_DECLS
