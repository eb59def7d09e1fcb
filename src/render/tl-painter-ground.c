/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cards stand on: the stripes of the levels, and the borders of organisations.  Their names, which are painted
 * above everything, are in tl-painter-labels.c.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"

#define REGION_RADIUS 14.0

/* The strip of a level, as far as it is visible. */
TlRect
tl_painting_get_strip (const TlPainting *painting,
                       const TlBand     *band)
{
  if (tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN)
    return (TlRect) { painting->area.x, band->start, painting->area.width, band->end - band->start };

  return (TlRect) { band->start, painting->area.y, band->end - band->start, painting->area.height };
}

void
tl_painting_paint_ground (const TlPainting *painting)
{
  guint n_bands;
  const TlBand *bands = tl_scene_get_bands (painting->scene, &n_bands);

  tl_pen_fill_rect (painting->pen, &painting->area, 0.0, &painting->palette->background);
  for (guint i = 0; i < n_bands; i += 2)
    {
      TlRect strip = tl_painting_get_strip (painting, &bands[i]);

      tl_pen_fill_rect (painting->pen, &strip, 0.0, &painting->palette->stripe);
    }
}

static void
paint_region (const TlPainting *painting,
              const TlRegion   *region)
{
  gboolean loose = region->kind == TL_REGION_LOOSE;
  const TlStroke border = {
    .colour = painting->palette->region, .width = loose ? 1.0 : 1.5,
    .dash = loose ? 2.0 : 0.0, .space = loose ? 5.0 : 0.0,
  };

  tl_pen_begin_group (painting->pen, NULL, region->name, NULL);
  tl_pen_stroke_rect (painting->pen, &region->box, REGION_RADIUS, &border);
  tl_pen_end_group (painting->pen);
}

void
tl_painting_paint_regions (const TlPainting *painting)
{
  guint n_regions;
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);

  for (guint i = 0; i < n_regions; i++)
    paint_region (painting, &regions[i]);
}
