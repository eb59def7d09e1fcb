/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-painter.h"

G_BEGIN_DECLS

/* The longest side of a texture, in pixels; what every graphics card can hold. */
#define TL_SCENE_TEXTURE_MAX 8192

cairo_surface_t *tl_scene_surface_new (TlScene         *scene,
                                       const TlPainter *painter,
                                       const TlRect    *area);
GdkTexture *tl_scene_texture_wrap (cairo_surface_t *surface);
GdkTexture *tl_scene_texture_new (TlScene         *scene,
                                  const TlPainter *painter,
                                  const TlRect    *area);
void        tl_scene_texture_append (cairo_surface_t       *surface,
                                     GdkTexture            *texture,
                                     const graphene_rect_t *bounds,
                                     const graphene_rect_t *part,
                                     double                 alpha,
                                     GtkSnapshot           *snapshot);

G_END_DECLS
