/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is the same on many cards, as pixels.
 *
 * The ground, the border, the stripe and the signs of a card are a dozen shapes with round corners, which take cairo
 * longer than everything else on it; there are a few dozen kinds of cards and thousands of cards.  Pixels fit one scale
 * and one design only: all are let go as soon as another is asked for.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-stamps.h"

/* More kinds than a picture has; what comes beyond lets all others go. */
#define MOST 96

struct _TlStamps
{
  GHashTable      *surfaces;        /* key -> image surface */
  const TlPalette *palette;
  double           scale;
};

/**
 * tl_stamps_new:
 *
 * Returns: (transfer full): no stamps yet
 */
TlStamps *
tl_stamps_new (void)
{
  TlStamps *self = g_new0 (TlStamps, 1);

  self->surfaces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cairo_surface_destroy);
  return self;
}

/**
 * tl_stamps_free:
 * @self: (transfer full): stamps
 */
void
tl_stamps_free (TlStamps *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->surfaces);
  g_free (self);
}

/**
 * tl_stamps_fit:
 * @self: stamps
 * @palette: the colours that are painted with
 * @scale: pixels for a unit of the picture
 *
 * Lets go of what was made for others.
 */
void
tl_stamps_fit (TlStamps        *self,
               const TlPalette *palette,
               double           scale)
{
  g_return_if_fail (self != NULL);

  if (self->palette == palette && self->scale == scale)
    return;

  g_hash_table_remove_all (self->surfaces);
  self->palette = palette;
  self->scale = scale;
}

/**
 * tl_stamps_find:
 * @self: stamps
 * @key: the same for all that look the same
 *
 * Returns: (nullable) (transfer none): its pixels
 */
cairo_surface_t *
tl_stamps_find (TlStamps *self,
                guint     key)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_hash_table_lookup (self->surfaces, GUINT_TO_POINTER (key));
}

/**
 * tl_stamps_add:
 * @self: stamps
 * @key: one there is no stamp for yet
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer none): empty pixels, to be drawn on
 */
cairo_surface_t *
tl_stamps_add (TlStamps *self,
               guint     key,
               int       width,
               int       height)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_hash_table_size (self->surfaces) >= MOST)
    g_hash_table_remove_all (self->surfaces);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_hash_table_insert (self->surfaces, GUINT_TO_POINTER (key), surface);
  return surface;
}
