/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-palette.h"
#include "tl-pen.h"

G_BEGIN_DECLS

/* All are drawn in a square of @size whose upper left corner is at @x, @y. */
void tl_glyph_draw_facet  (TlPen          *pen,
                           TlFacet         facet,
                           double          x,
                           double          y,
                           double          size,
                           const TlColour *colour);
void tl_glyph_draw_health (TlPen          *pen,
                           TlHealth        health,
                           double          x,
                           double          y,
                           double          size,
                           const TlColour *colour);
void tl_glyph_add_health  (TlPen          *pen,
                           TlHealth        health,
                           double          x,
                           double          y,
                           double          size);

void tl_glyph_draw_seen   (TlPen          *pen,
                           double          x,
                           double          y,
                           double          size,
                           const TlColour *colour);
void tl_glyph_draw_check  (TlPen          *pen,
                           double          x,
                           double          y,
                           double          size,
                           const TlColour *colour);

G_END_DECLS
