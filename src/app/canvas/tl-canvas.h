/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-scene.h"
#include "tl-viewport.h"

G_BEGIN_DECLS

#define TL_TYPE_CANVAS (tl_canvas_get_type ())

G_DECLARE_FINAL_TYPE (TlCanvas, tl_canvas, TL, CANVAS, GtkWidget)

GtkWidget       *tl_canvas_new           (void);

TlViewport      *tl_canvas_get_viewport  (TlCanvas   *self);
TlScene         *tl_canvas_get_scene     (TlCanvas   *self);
void             tl_canvas_set_scene     (TlCanvas   *self,
                                          TlScene    *scene);
gboolean         tl_canvas_turn_to       (TlCanvas   *self,
                                          TlScene    *scene);
const TlPalette *tl_canvas_get_palette   (TlCanvas   *self);
void             tl_canvas_invalidate    (TlCanvas   *self);

void             tl_canvas_set_text_size (TlCanvas   *self,
                                          double      size);
void             tl_canvas_arrive        (TlCanvas   *self,
                                          const char *anchor);
gboolean         tl_canvas_is_as_arrived (TlCanvas *self);
gboolean         tl_canvas_is_moving     (TlCanvas   *self);
void             tl_canvas_select        (TlCanvas   *self,
                                          const char *id);
void             tl_canvas_reveal_beneath (TlCanvas  *self);
void             tl_canvas_focus_selected (TlCanvas  *self);
GPtrArray       *tl_canvas_dup_selection (TlCanvas   *self);
char            *tl_canvas_dup_successor (TlCanvas   *self);
void             tl_canvas_select_all    (TlCanvas   *self);
void             tl_canvas_set_can_select_many (TlCanvas *self,
                                                gboolean  can_select_many);
void             tl_canvas_set_can_connect (TlCanvas *self,
                                            gboolean  can_connect);
gboolean         tl_canvas_get_dims_rest (TlCanvas   *self);
void             tl_canvas_set_dims_rest (TlCanvas   *self,
                                          gboolean    dims_rest);
void             tl_canvas_start_connecting (TlCanvas *self);
gboolean         tl_canvas_is_linking    (TlCanvas   *self);
guint            tl_canvas_get_choice    (TlCanvas   *self);
void             tl_canvas_set_choice    (TlCanvas   *self,
                                          guint       card);
gboolean         tl_canvas_take_choice   (TlCanvas   *self);
void             tl_canvas_hold_choice   (TlCanvas   *self);
void             tl_canvas_stop_choosing (TlCanvas   *self);
void             tl_canvas_approach      (TlCanvas   *self,
                                          const char *id);
void             tl_canvas_zoom_by       (TlCanvas   *self,
                                          double      factor);
void             tl_canvas_zoom_natural  (TlCanvas   *self);
void             tl_canvas_zoom_fit      (TlCanvas   *self);
void             tl_canvas_zoom_to       (TlCanvas     *self,
                                          const TlRect *area);
void             tl_canvas_look_at       (TlCanvas     *self,
                                          const TlRect *area);
void             tl_canvas_zoom_selection (TlCanvas  *self);

G_END_DECLS
