/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A link that is not there yet: the dashed line that follows the pointer. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-drawn-link.h"

#include <math.h>

/* How far the line at least runs straight on from where it begins */
#define REACH 24.0

/**
 * tl_drawn_link_draw:
 * @cr: where to draw
 * @colour: in which colour
 * @from: where the line begins, in pixels
 * @to: where it ends
 * @orientation: along which axis it leaves its beginning
 * @way: 1 when it leaves to the right or down, -1 when to the left or up
 */
void
tl_drawn_link_draw (cairo_t                *cr,
                    const TlColour         *colour,
                    const graphene_point_t *from,
                    const graphene_point_t *to,
                    GtkOrientation          orientation,
                    int                     way)
{
  gboolean is_level = orientation == GTK_ORIENTATION_HORIZONTAL;
  double reach = MAX (fabs (is_level ? to->x - from->x : to->y - from->y) / 2, REACH) * way;
  double reach_x = is_level ? reach : 0;
  double reach_y = is_level ? 0 : reach;

  cairo_save (cr);
  cairo_set_line_width (cr, 2.5);
  cairo_set_dash (cr, (const double[]) { 6, 4 }, 2, 0);
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
  cairo_move_to (cr, from->x, from->y);
  cairo_curve_to (cr, from->x + reach_x, from->y + reach_y, to->x - reach_x, to->y - reach_y, to->x, to->y);
  cairo_stroke (cr);
  cairo_restore (cr);
}
