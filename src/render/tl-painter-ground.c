/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cards stand on: the stripes of the levels with their names, and the borders of organisations.
 *
 * A band's name stands in the room above its first row, where only lines pass, and stays at the edge of what is
 * visible however far the picture is scrolled; so no margin has to be kept free for it.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"

#define LABEL_MARGIN  14.0
#define LABEL_TOP     7.0
#define LABEL_PAD     8.0
#define LABEL_ROOM    36.0          /* above the first row of a band */
#define REGION_RADIUS 14.0

static TlRect
get_strip (const TlPainting *painting,
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
      TlRect strip = get_strip (painting, &bands[i]);

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

/* Names keep about the same size on the screen, up to where a picture is only specks. */
static TlFont
choose_font (const TlPainting *painting)
{
  switch (painting->detail)
    {
    case TL_DETAIL_FULL:
      return TL_FONT_HEADING;
    case TL_DETAIL_TITLE:
      return TL_FONT_TITLE;
    case TL_DETAIL_BLOCK:
    case TL_DETAIL_SPECK:
    default:
      return TL_FONT_SIGN;
    }
}

/* A name on a small ground of its own, so that lines passing behind do not disturb it. */
static void
paint_label (const TlPainting *painting,
             const char       *label,
             double            x,
             double            y,
             TlColour          colour,
             TlColour          ground)
{
  TlFont font = choose_font (painting);
  TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), label, font, 0.0, 1);
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  double width = greeked ? 60.0 : tl_text_get_width (text);
  const TlRect box = {
    x - LABEL_PAD, y, width + 2.0 * LABEL_PAD, tl_font_get_line_height (font) + 2.0,
  };

  tl_pen_fill_rect (painting->pen, &box, 6.0, &ground);
  tl_painting_draw_words (painting, label, font, x, y + 1.0, greeked ? width : 0.0, 1, colour);
}

/* Where the names of bands side by side stand: above those of the regions, which lie on their upper borders. */
static double
get_label_top (const TlPainting *painting,
               double            height)
{
  double top = painting->bounds.y + LABEL_TOP;
  guint n_regions;
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);

  for (guint i = 0; i < n_regions; i++)
    top = MIN (top, regions[i].box.y - 1.5 * height - LABEL_TOP / 2.0);

  return top;
}

static void
paint_band_label (const TlPainting *painting,
                  const TlBand     *band,
                  gboolean          striped)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  const TlPalette *palette = painting->palette;
  double margin = MIN (LABEL_MARGIN / painting->painter->scale, 2.0 * LABEL_MARGIN);
  double height = tl_font_get_line_height (choose_font (painting)) + 2.0;
  TlColour ground = striped ? palette->stripe : palette->background;
  guint n_regions;

  tl_scene_get_regions (painting->scene, &n_regions);

  /* Beside a region's border, in line with the cards in it. */
  double inset = n_regions > 0 ? 24.0 : 0.0;
  double x, y;

  if (down && band->start > painting->area.y + painting->area.height)
    return;

  if (down)
    {
      x = MAX (painting->bounds.x + inset, painting->area.x + margin);
      /* A name too large for the room above the first row begins in the band before. */
      y = band->start + MIN (LABEL_TOP, LABEL_ROOM - height);
    }
  else
    {
      x = band->start + LABEL_MARGIN;
      y = MAX (get_label_top (painting, height), painting->area.y + LABEL_TOP);
    }

  paint_label (painting, band->label, x, y, palette->band_text, ground);
}

static void
paint_region_label (const TlPainting *painting,
                    const TlRegion   *region)
{
  double x = MAX (region->box.x, painting->area.x) + 2.0 * LABEL_MARGIN;
  gboolean loose = region->kind == TL_REGION_LOOSE;

  if (x > region->box.x + region->box.width - 4.0 * LABEL_MARGIN)
    return;

  paint_label (painting, region->name, x, region->box.y - tl_font_get_line_height (choose_font (painting)) / 2.0 - 1.0,
               loose ? painting->palette->band_text : painting->palette->region_text, painting->palette->background);
}

void
tl_painting_paint_labels (const TlPainting *painting)
{
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (painting->scene, &n_bands);
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);

  if (painting->detail == TL_DETAIL_SPECK)
    return;

  for (guint i = 0; i < n_bands; i++)
    paint_band_label (painting, &bands[i], i % 2 == 0);
  for (guint i = 0; i < n_regions; i++)
    paint_region_label (painting, &regions[i]);
}
