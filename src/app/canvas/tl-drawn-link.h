/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-colour.h"

G_BEGIN_DECLS

void tl_drawn_link_draw (cairo_t                *cr,
                         const TlColour         *colour,
                         const graphene_point_t *from,
                         const graphene_point_t *to,
                         GtkOrientation          orientation,
                         int                     way);

G_END_DECLS
