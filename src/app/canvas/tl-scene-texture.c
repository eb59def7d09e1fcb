/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A part of a picture as pixels: for the tiles of the canvas, the overview and the clipboard.
 *
 * The pixels are painted by cairo and handed over without a copy.  Rejected: keeping render nodes of strokes, all of
 * which are drawn again in each frame, unless a graphics card happens to keep what they look like.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-scene-texture.h"

#include <math.h>

#include "tl-pen-cairo.h"

/* Pixels as cairo keeps them, in the words of GDK */
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
#define CAIRO_FORMAT GDK_MEMORY_B8G8R8A8_PREMULTIPLIED
#else
#define CAIRO_FORMAT GDK_MEMORY_A8R8G8B8_PREMULTIPLIED
#endif

/**
 * tl_scene_surface_new:
 * @scene: a picture
 * @painter: how to paint it; where the ground is not among its layers, the surface is clear
 * @area: the part of it to paint, in its own units
 *
 * The surface is as large as @area at the scale of @painter, in whole pixels: what does not fill the last row or column of them is
 * painted on, so that surfaces side by side meet without a seam.
 *
 * Returns: (transfer full) (nullable): an image; %NULL when it would be more than %TL_SCENE_TEXTURE_MAX on a side or
 *   more than there is memory for
 */
cairo_surface_t *
tl_scene_surface_new (TlScene         *scene,
                      const TlPainter *painter,
                      const TlRect    *area)
{
  double width, height;
  TlRect filled;
  cairo_surface_t *surface;
  TlPenCairo pen;
  cairo_t *cr;

  g_return_val_if_fail (TL_IS_SCENE (scene), NULL);
  g_return_val_if_fail (painter != NULL && painter->scale > 0 && area != NULL, NULL);

  double scale = painter->scale;

  /* What is a pixel too long by a rounding of the last digit is not. */
  width = MAX (1, ceil (area->width * scale - 1e-6));
  height = MAX (1, ceil (area->height * scale - 1e-6));
  if (width > TL_SCENE_TEXTURE_MAX || height > TL_SCENE_TEXTURE_MAX)
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -area->x, -area->y);
  filled = (TlRect) { area->x, area->y, width / scale, height / scale };
  tl_painter_paint (painter, scene, tl_pen_cairo_init (&pen, cr), &filled);
  if (cairo_status (cr) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&surface, cairo_surface_destroy);
  cairo_destroy (cr);

  return surface;
}

/**
 * tl_scene_texture_wrap:
 * @surface: an image, not to be drawn on any longer
 *
 * Returns: (transfer full): a texture of the same pixels, not of a copy of them
 */
GdkTexture *
tl_scene_texture_wrap (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, CAIRO_FORMAT, bytes, stride);
}

/**
 * tl_scene_texture_new:
 * @scene: a picture
 * @painter: how to paint it
 * @area: the part of it to paint, in its own units
 *
 * Returns: (transfer full) (nullable): what tl_scene_surface_new() returns, as a texture
 */
GdkTexture *
tl_scene_texture_new (TlScene         *scene,
                      const TlPainter *painter,
                      const TlRect    *area)
{
  cairo_surface_t *surface = tl_scene_surface_new (scene, painter, area);
  GdkTexture *texture;

  if (surface == NULL)
    return NULL;

  texture = tl_scene_texture_wrap (surface);
  cairo_surface_destroy (surface);
  return texture;
}

/* The pixels as they are, where they are. */
static void
append_surface (cairo_surface_t       *surface,
                const graphene_rect_t *bounds,
                const graphene_rect_t *part,
                double                 alpha,
                GtkSnapshot           *snapshot)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, part);
  cairo_pattern_t *pattern;

  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, bounds->size.width / cairo_image_surface_get_width (surface),
               bounds->size.height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  pattern = cairo_get_source (cr);
  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (pattern, CAIRO_FILTER_BILINEAR);
  if (alpha < 1)
    cairo_paint_with_alpha (cr, alpha);
  else
    cairo_paint (cr);
  cairo_destroy (cr);
}

/**
 * tl_scene_texture_append:
 * @surface: an image
 * @texture: (nullable): the same as a texture, or %NULL for a renderer without a graphics card, which would make a copy
 *   of a texture in each frame, ten times as slow as showing it
 * @bounds: where, in pixels of the screen
 * @part: what of that is shown; @bounds for all
 * @alpha: how much of it is there, 0 to 1
 * @snapshot: where to
 *
 * Shows an image, scaled to fill @bounds.
 */
void
tl_scene_texture_append (cairo_surface_t       *surface,
                         GdkTexture            *texture,
                         const graphene_rect_t *bounds,
                         const graphene_rect_t *part,
                         double                 alpha,
                         GtkSnapshot           *snapshot)
{
  gboolean is_cut;

  g_return_if_fail (surface != NULL && bounds != NULL && part != NULL);
  g_return_if_fail (GTK_IS_SNAPSHOT (snapshot));

  if (texture == NULL)
    {
      append_surface (surface, bounds, part, alpha, snapshot);
      return;
    }

  is_cut = !graphene_rect_contains_rect (part, bounds);
  if (is_cut)
    gtk_snapshot_push_clip (snapshot, part);
  if (alpha < 1)
    gtk_snapshot_push_opacity (snapshot, alpha);
  gtk_snapshot_append_texture (snapshot, texture, bounds);
  if (alpha < 1)
    gtk_snapshot_pop (snapshot);
  if (is_cut)
    gtk_snapshot_pop (snapshot);
}
