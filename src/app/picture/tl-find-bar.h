/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_FIND_BAR (tl_find_bar_get_type ())

G_DECLARE_FINAL_TYPE (TlFindBar, tl_find_bar, TL, FIND_BAR, GtkWidget)

void        tl_find_bar_start       (TlFindBar             *self);
gboolean    tl_find_bar_forward     (TlFindBar             *self,
                                     GtkEventControllerKey *controller);
void        tl_find_bar_stop        (TlFindBar             *self);
const char *tl_find_bar_get_text    (TlFindBar             *self);
void        tl_find_bar_show_counts (TlFindBar             *self,
                                     guint                  place,
                                     guint                  n_found,
                                     guint                  n_hidden);

G_END_DECLS
