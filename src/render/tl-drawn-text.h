/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

void tl_drawn_text_collect (cairo_t         *cr,
                            GString         *text);
void tl_drawn_text_add     (cairo_t         *cr,
                            PangoLayoutLine *line);

G_END_DECLS
