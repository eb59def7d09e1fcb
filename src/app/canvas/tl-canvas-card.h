/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS_CARD (tl_canvas_card_get_type ())

G_DECLARE_FINAL_TYPE (TlCanvasCard, tl_canvas_card, TL, CANVAS_CARD, GtkWidget)

GtkWidget *tl_canvas_card_new      (void);

guint      tl_canvas_card_get_card (TlCanvasCard *self);
void       tl_canvas_card_set_card (TlCanvasCard *self,
                                    guint         number,
                                    const TlCard *card);

G_END_DECLS
