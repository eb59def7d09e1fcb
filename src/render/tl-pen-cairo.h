/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "tl-hairlines.h"

G_BEGIN_DECLS

/* A pen that draws on a cairo context; lives on the stack. */
typedef struct
{
  TlPen       pen;
  cairo_t    *cr;

  GHashTable *stamps;     /* key -> recording surface; NULL unless stamps are kept */
  TlStamps   *pixels;     /* stamps as pixels; NULL unless they are used */
  double      scale;      /* of these */
  cairo_t    *page;       /* while a stamp is drawn, what it is for */
  guint       stamp;
  double      stamp_x;
  double      stamp_y;

  gboolean    has_pixels; /* between the beginning and the end of hairlines: whether they can be drawn into pixels */
  TlHairlines hairlines;
} TlPenCairo;

TlPen *tl_pen_cairo_init        (TlPenCairo *self,
                                 cairo_t    *cr);
void   tl_pen_cairo_keep_stamps (TlPenCairo *self);
void   tl_pen_cairo_clear       (TlPenCairo *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlPenCairo, tl_pen_cairo_clear)

G_END_DECLS
