/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "tl-document.h"
#include "tl-person.h"

G_BEGIN_DECLS

#define TL_TYPE_START_DIALOG (tl_start_dialog_get_type ())

G_DECLARE_FINAL_TYPE (TlStartDialog, tl_start_dialog, TL, START_DIALOG, AdwWindow)

TlStartDialog *tl_start_dialog_present (GtkWidget  *from,
                                        TlDocument *document,
                                        TlPerson   *person);

G_END_DECLS
