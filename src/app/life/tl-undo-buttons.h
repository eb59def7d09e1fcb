/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_UNDO_BUTTONS (tl_undo_buttons_get_type ())

G_DECLARE_FINAL_TYPE (TlUndoButtons, tl_undo_buttons, TL, UNDO_BUTTONS, GtkWidget)

GtkWidget *tl_undo_buttons_new          (void);

void       tl_undo_buttons_set_document (TlUndoButtons *self,
                                         TlDocument    *document);

char      *tl_undo_buttons_name_undo    (TlDocument    *document);
char      *tl_undo_buttons_name_redo    (TlDocument    *document);

G_END_DECLS
