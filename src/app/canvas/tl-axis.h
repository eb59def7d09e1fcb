/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One of the two ways in which a viewport scrolls; lives in its viewport. */
typedef struct
{
  double start;          /* where the picture begins, in its own units */
  double length;         /* how long it is, in its own units */
  double page;           /* how long the screen is, in pixels, as all of these */
  double scroll;
  double rim;            /* before the picture, at least */
  double foot;           /* after it, at least */
} TlAxis;

double tl_axis_get_inset  (const TlAxis *self,
                           double        zoom);
double tl_axis_get_room   (const TlAxis *self);
double tl_axis_get_extent (const TlAxis *self,
                           double        zoom);
double tl_axis_to_screen  (const TlAxis *self,
                           double        zoom,
                           double        world);
double tl_axis_to_world   (const TlAxis *self,
                           double        zoom,
                           double        screen);
void   tl_axis_set_scroll (TlAxis       *self,
                           double        zoom,
                           double        scroll);
void   tl_axis_place      (TlAxis       *self,
                           double        zoom,
                           double        world,
                           double        screen);
void   tl_axis_reveal     (TlAxis       *self,
                           double        zoom,
                           double        start,
                           double        length);

G_END_DECLS
