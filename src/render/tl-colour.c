/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours as numbers: mixing them, and measuring whether one can be read upon another.
 *
 * Mixing happens in sRGB without linearising: it is only used to let a colour recede towards the background,
 * where the eye expects even steps, and even steps are what sRGB was made for.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-colour.h"

static double
linearise (double channel)
{
  return channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const TlColour *colour)
{
  return 0.2126 * linearise (colour->red)
         + 0.7152 * linearise (colour->green)
         + 0.0722 * linearise (colour->blue);
}

static guint32
channel_to_byte (double channel)
{
  return (guint32) (CLAMP (channel, 0.0, 1.0) * 255.0 + 0.5);
}

/**
 * tl_colour_from_rgb:
 * @rgb: red, green and blue as 0xrrggbb
 *
 * Returns: the opaque colour
 */
TlColour
tl_colour_from_rgb (guint32 rgb)
{
  return (TlColour) {
    .red = ((rgb >> 16) & 0xff) / 255.0,
    .green = ((rgb >> 8) & 0xff) / 255.0,
    .blue = (rgb & 0xff) / 255.0,
    .alpha = 1.0,
  };
}

/**
 * tl_colour_to_rgb:
 * @self: a colour
 *
 * Returns: red, green and blue as 0xrrggbb; alpha is left out
 */
guint32
tl_colour_to_rgb (const TlColour *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return channel_to_byte (self->red) << 16 | channel_to_byte (self->green) << 8 | channel_to_byte (self->blue);
}

/**
 * tl_colour_with_alpha:
 * @colour: a colour
 * @alpha: 0 (invisible) to 1 (opaque)
 *
 * Returns: @colour with @alpha in place of its own
 */
TlColour
tl_colour_with_alpha (TlColour colour,
                      double   alpha)
{
  colour.alpha = alpha;

  return colour;
}

/**
 * tl_colour_mix:
 * @from: the colour at @share 0
 * @to: the colour at @share 1
 * @share: 0..1
 *
 * Returns: the colour between the two, alpha included
 */
TlColour
tl_colour_mix (TlColour from,
               TlColour to,
               double   share)
{
  return (TlColour) {
    .red = from.red + (to.red - from.red) * share,
    .green = from.green + (to.green - from.green) * share,
    .blue = from.blue + (to.blue - from.blue) * share,
    .alpha = from.alpha + (to.alpha - from.alpha) * share,
  };
}

/**
 * tl_colour_contrast:
 * @one: an opaque colour
 * @other: another
 *
 * The contrast ratio of WCAG 2.1, success criterion 1.4.3.
 *
 * Returns: 1 (the same) to 21 (black on white)
 */
double
tl_colour_contrast (const TlColour *one,
                    const TlColour *other)
{
  g_return_val_if_fail (one != NULL && other != NULL, 1.0);

  double a = luminance (one);
  double b = luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
