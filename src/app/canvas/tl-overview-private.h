/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlOverview share. */

#pragma once

#include "tl-overview.h"

#include "tl-palette.h"

G_BEGIN_DECLS

struct _TlOverview
{
  GtkWidget parent_instance;

  TlCanvas        *canvas;
  TlScene         *scene;             /* what the texture shows */
  const TlPalette *palette;           /* and in which colours */
  GdkTexture      *texture;
  guint            update_id;         /* the idle in which it follows */
  gboolean         is_wanted;
  gboolean         is_small;
  gboolean         is_pointed_at;
  guint            rest_id;           /* the time after which nothing is moving any longer */
  graphene_rect_t  visible;           /* the part that was in view when it followed last */
  double           grip_x;            /* from the middle of the frame to where it is held, in units of the picture */
  double           grip_y;
};

/* tl-overview.c */
TlRect          tl_overview_get_bounds  (TlOverview *self);
double          tl_overview_get_scale   (TlOverview *self);
graphene_rect_t tl_overview_get_area    (TlOverview *self);
graphene_rect_t tl_overview_get_visible (TlOverview *self);
graphene_rect_t tl_overview_get_frame   (TlOverview *self);

/* tl-overview-input.c */
void            tl_overview_init_input  (TlOverview *self);

/* tl-overview-place.c */
void            tl_overview_init_place  (TlOverview *self);
void            tl_overview_follow      (TlOverview *self);
void            tl_overview_rest        (TlOverview *self);
gboolean        tl_overview_is_folded   (TlOverview *self);

G_END_DECLS
