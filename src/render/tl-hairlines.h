/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "tl-pen.h"

G_BEGIN_DECLS

/* The pixels that thin lines are drawn into; lives on the stack. */
typedef struct
{
  cairo_surface_t *surface;
  guint32         *pixels;
  gsize            stride;          /* in pixels */
  int              left;            /* what is drawn into, in pixels of the surface; right and bottom are beyond it */
  int              top;
  int              right;
  int              bottom;
  cairo_matrix_t   matrix;          /* from units of the picture to pixels */
} TlHairlines;

gboolean tl_hairlines_begin (TlHairlines       *self,
                             cairo_t           *cr);
void     tl_hairlines_draw  (TlHairlines       *self,
                             const TlThinPoint *points,
                             guint              n_points,
                             const TlColour    *colour);
void     tl_hairlines_end   (TlHairlines       *self);

G_END_DECLS
