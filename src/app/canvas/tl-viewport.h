/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>
#include <graphene.h>

G_BEGIN_DECLS

/* How far one can go out and in; 1 is a card at its natural size. */
#define TL_VIEWPORT_ZOOM_MIN 0.002
#define TL_VIEWPORT_ZOOM_MAX 4.0

/* The blank rim around the picture, on the screen, so that its edge can be seen to be the edge. */
#define TL_VIEWPORT_RIM 24.0

#define TL_TYPE_VIEWPORT (tl_viewport_get_type ())

G_DECLARE_FINAL_TYPE (TlViewport, tl_viewport, TL, VIEWPORT, GObject)

TlViewport      *tl_viewport_new             (void);

double           tl_viewport_get_zoom        (TlViewport            *self);
double           tl_viewport_get_natural_zoom (TlViewport           *self);
void             tl_viewport_set_natural_zoom (TlViewport           *self,
                                              double                 zoom);
void             tl_viewport_set_rim         (TlViewport            *self,
                                              double                 rim);
double           tl_viewport_get_foot        (TlViewport            *self);
void             tl_viewport_set_foot        (TlViewport            *self,
                                              double                 foot);
double           tl_viewport_get_room        (TlViewport            *self,
                                              gboolean               vertical);
double           tl_viewport_get_fit_zoom    (TlViewport            *self);
double           tl_viewport_get_scroll      (TlViewport            *self,
                                              gboolean               vertical);
double           tl_viewport_get_extent      (TlViewport            *self,
                                              gboolean               vertical);
double           tl_viewport_get_page        (TlViewport            *self,
                                              gboolean               vertical);

void             tl_viewport_set_world       (TlViewport            *self,
                                              const graphene_rect_t *world);
void             tl_viewport_set_size        (TlViewport            *self,
                                              double                 width,
                                              double                 height);
void             tl_viewport_set_scroll      (TlViewport            *self,
                                              double                 x,
                                              double                 y);
void             tl_viewport_zoom_about      (TlViewport            *self,
                                              double                 zoom,
                                              double                 screen_x,
                                              double                 screen_y);
void             tl_viewport_fit             (TlViewport            *self);
double           tl_viewport_get_zoom_for    (TlViewport            *self,
                                              const graphene_rect_t *rect);
void             tl_viewport_centre_on       (TlViewport            *self,
                                              const graphene_rect_t *rect);
void             tl_viewport_place           (TlViewport            *self,
                                              double                 x,
                                              double                 y,
                                              double                 screen_x,
                                              double                 screen_y);
gboolean         tl_viewport_reveal          (TlViewport            *self,
                                              const graphene_rect_t *rect);

graphene_point_t tl_viewport_world_to_screen (TlViewport            *self,
                                              double                 x,
                                              double                 y);
graphene_point_t tl_viewport_screen_to_world (TlViewport            *self,
                                              double                 x,
                                              double                 y);
graphene_rect_t  tl_viewport_rect_to_screen  (TlViewport            *self,
                                              const graphene_rect_t *rect);
graphene_rect_t  tl_viewport_get_visible     (TlViewport            *self);

G_END_DECLS
