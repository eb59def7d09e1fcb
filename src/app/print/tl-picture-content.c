/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture for the clipboard: as an image for what takes images, and as a drawing for what takes drawings.
 *
 * Both are made at once.  Made when somebody pastes, the picture might have changed meanwhile, or its window be closed.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-picture-content.h"

#include <math.h>

#include "tl-export.h"

/* How many pixels, and how many for a unit at least and at most */
#define PIXELS      12e6
#define LEAST_SCALE 0.25
#define BEST_SCALE  2.0

static GBytes *
make_png (TlScene       *scene,
          const TlRect  *area,
          GError       **error)
{
  const TlPalette *palette = tl_palette_get (FALSE, FALSE);
  TlPictureForm form = { .scale = 1, .area = area };
  double width, height;

  tl_export_measure_png (scene, palette, &form, &width, &height);
  form.scale = CLAMP (sqrt (PIXELS / MAX (width * height, 1)), LEAST_SCALE, BEST_SCALE);
  return tl_export_to_png (scene, palette, &form, NULL, NULL, error);
}

/**
 * tl_picture_content_new:
 * @scene: a picture
 * @area: (nullable): what is seen of it; %NULL for all
 * @error: %TL_RENDER_ERROR_TOO_LARGE when it would be too large an image even where its titles can hardly be read
 *
 * Returns: (transfer full) (nullable): a PNG and an SVG of it; %NULL with @error set
 */
GdkContentProvider *
tl_picture_content_new (TlScene       *scene,
                        const TlRect  *area,
                        GError       **error)
{
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  GdkContentProvider *providers[2];

  g_return_val_if_fail (TL_IS_SCENE (scene), NULL);

  png = make_png (scene, area, error);
  if (png == NULL)
    return NULL;
  svg = tl_export_to_svg (scene, tl_palette_get (FALSE, FALSE), area, error);
  if (svg == NULL)
    return NULL;

  providers[0] = gdk_content_provider_new_for_bytes ("image/png", png);
  providers[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  return gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
}
