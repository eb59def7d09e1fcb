/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define TL_TYPE_RESCUE_DIALOG (tl_rescue_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlRescueDialog, tl_rescue_dialog, TL, RESCUE_DIALOG, AdwWindow)

GtkWidget *tl_rescue_dialog_new          (GFile           *damaged,
                                          const char      *name);

gboolean   tl_rescue_dialog_check_target (TlRescueDialog  *self,
                                          GFile           *target,
                                          GError         **error);
void       tl_rescue_dialog_run          (TlRescueDialog  *self,
                                          GFile           *target);

G_END_DECLS
