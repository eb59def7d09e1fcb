/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean tl_typed_undo (GtkWidget *focus);
gboolean tl_typed_redo (GtkWidget *focus);

G_END_DECLS
