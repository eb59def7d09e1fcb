/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A colour in sRGB, each channel 0..1, alpha not premultiplied. */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} TlColour;

TlColour tl_colour_from_rgb   (guint32         rgb);
guint32  tl_colour_to_rgb     (const TlColour *self);
TlColour tl_colour_with_alpha (TlColour        colour,
                               double          alpha);
TlColour tl_colour_mix        (TlColour        from,
                               TlColour        to,
                               double          share);
double   tl_colour_contrast   (const TlColour *one,
                               const TlColour *other);

G_END_DECLS
