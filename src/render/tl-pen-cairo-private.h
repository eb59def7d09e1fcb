/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pen of cairo does in tl-pen-cairo-stamps.c. */

#pragma once

#include "tl-pen-cairo.h"

G_BEGIN_DECLS

void     tl_pen_cairo_use_stamps  (TlPen           *pen,
                                   TlStamps        *stamps,
                                   const TlPalette *palette);
void     tl_pen_cairo_snap        (TlPen           *pen,
                                   double          *x,
                                   double          *y);
gboolean tl_pen_cairo_begin_stamp (TlPen           *pen,
                                   guint            key,
                                   double           x,
                                   double           y);
void     tl_pen_cairo_end_stamp   (TlPen           *pen);

G_END_DECLS
