/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS_CARD (tl_canvas_card_get_type ())

G_DECLARE_FINAL_TYPE (TlCanvasCard, tl_canvas_card, TL, CANVAS_CARD, GtkWidget)

GtkWidget  *tl_canvas_card_new             (void);

const char *tl_canvas_card_get_id          (TlCanvasCard        *self);
void        tl_canvas_card_set_card        (TlCanvasCard        *self,
                                            const TlCard        *card,
                                            const char          *description);
void        tl_canvas_card_set_selected    (TlCanvasCard        *self,
                                            gboolean             is_selected);
void        tl_canvas_card_set_can_connect (TlCanvasCard        *self,
                                            gboolean             can_connect);
guint       tl_canvas_card_get_serial      (TlCanvasCard        *self);
void        tl_canvas_card_set_serial      (TlCanvasCard        *self,
                                            guint                serial);
void        tl_canvas_card_allocate        (TlCanvasCard        *self,
                                            const GtkAllocation *allocation);

G_END_DECLS
