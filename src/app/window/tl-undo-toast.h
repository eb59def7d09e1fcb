/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"

G_BEGIN_DECLS

void tl_undo_toast_show (GtkWidget  *from,
                         TlDocument *document,
                         const char *text);

G_END_DECLS
