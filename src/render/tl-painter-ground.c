/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cards stand on: the stripes of the levels with their names, and the borders of organisations.
 *
 * A band's name stands in the room above its first row, where only lines pass, and stays at the edge of what is
 * visible however far the picture is scrolled; so no margin has to be kept free for it.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter-private.h"

#define LABEL_MARGIN  14.0
#define LABEL_TOP     7.0
#define LABEL_PAD     8.0
#define LABEL_ROOM    36.0          /* above the first row of a band */
#define REGION_RADIUS 14.0
#define SIGN_FONT     TL_FONT_HEADING
#define SMALLEST      0.86          /* what becomes of a sign on the screen */
#define LEAST_ROOM    28.0          /* a name cut shorter than that says nothing */

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

/* How many times as large as their step of type signs are, so that on the screen they are as large from any distance
 * (a little smaller from afar), and grow with the picture from near.
 */
double
tl_painting_get_sign_factor (const TlPainting *painting)
{
  return painting->zoom >= 1.0 ? 1.0 : MAX (painting->zoom, SMALLEST) / painting->zoom;
}

static double
get_sign_height (const TlPainting *painting)
{
  return (tl_font_get_line_height (SIGN_FONT) + 2.0) * tl_painting_get_sign_factor (painting);
}

/* A name on a small ground of its own, so that what passes behind does not disturb it.  It is no wider than @room (0: as
 * long as it is), and nothing is painted where that is too little.
 */
static void
paint_sign (const TlPainting *painting,
            const char       *label,
            double            x,
            double            y,
            double            room,
            TlColour          colour,
            TlColour          ground)
{
  double factor = tl_painting_get_sign_factor (painting);
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  double most = room > 0.0 ? floor (room / factor) : 0.0;

  if (room > 0.0 && most < LEAST_ROOM)
    return;

  TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), label, SIGN_FONT, most, 1);
  double width = greeked ? (most > 0.0 ? MIN (most, 60.0) : 60.0) : tl_text_get_width (text);
  const TlRect box = { -LABEL_PAD, 0.0, width + 2.0 * LABEL_PAD, tl_font_get_line_height (SIGN_FONT) + 2.0 };

  tl_pen_begin_scaled (painting->pen, x, y, factor);
  tl_pen_fill_rect (painting->pen, &box, 6.0, &ground);
  tl_painting_draw_words (painting, label, SIGN_FONT, 0.0, 1.0, greeked ? width : most, 1, colour);
  tl_pen_end_scaled (painting->pen);
  g_array_append_vals (painting->taken, &(TlRect) {
    x + box.x * factor, y, box.width * factor, box.height * factor,
  }, 1);
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

static gboolean
meet (const TlRect *one,
      const TlRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

/* Whether something stands where a name would. */
static const TlRect *
find_taken (const TlPainting *painting,
            const TlRect     *box)
{
  for (guint i = 0; i < painting->taken->len; i++)
    {
      const TlRect *other = &g_array_index (painting->taken, TlRect, i);

      if (meet (box, other))
        return other;
    }

  return NULL;
}

/* Above the first row of a band, at the edge of what is visible.  A band that is thinner than its name has none: it would
 * stand in another.
 */
static void
paint_band_label (const TlPainting *painting,
                  const TlBand     *band,
                  gboolean          striped)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  const TlPalette *palette = painting->palette;
  double margin = LABEL_MARGIN / MIN (painting->zoom, 1.0);
  double height = get_sign_height (painting);
  TlRect box = { 0.0, 0.0, 1.0, height };
  guint n_regions;

  tl_scene_get_regions (painting->scene, &n_regions);

  /* Beside a region's border, in line with the cards in it. */
  double inset = n_regions > 0 ? 24.0 : 0.0;

  if (down && (band->start > painting->area.y + painting->area.height || band->end - band->start < 0.8 * height))
    return;

  if (down)
    {
      box.x = MAX (painting->bounds.x + inset, painting->area.x + margin);
      /* A name too large for the room above the first row begins in the band before. */
      box.y = MAX (band->start + MIN (LABEL_TOP, LABEL_ROOM - height), painting->bounds.y);
    }
  else
    {
      box.x = band->start + LABEL_MARGIN;
      box.y = MAX (get_label_top (painting, height), painting->area.y + LABEL_TOP);
    }

  if (find_taken (painting, &box) == NULL)
    paint_sign (painting, band->label, box.x, box.y, 0.0, palette->band_text,
                            striped ? palette->stripe : palette->background);
}

/* On the upper border of the region; to the right of what stands there already. */
static void
paint_region_label (const TlPainting *painting,
                    const TlRegion   *region)
{
  gboolean loose = region->kind == TL_REGION_LOOSE;
  double factor = tl_painting_get_sign_factor (painting);
  double inset = MIN (2.0 * LABEL_MARGIN * factor, region->box.width * 0.1);
  double height = get_sign_height (painting);
  TlRect box = { MAX (region->box.x, painting->area.x) + inset, region->box.y - height / 2.0, LEAST_ROOM * factor, height };
  const TlRect *other = find_taken (painting, &box);

  if (other != NULL)
    box.x = other->x + other->width + 2.0 * LABEL_PAD * factor;
  paint_sign (painting, region->name, box.x, box.y,
                          MAX (region->box.x + region->box.width - box.x - inset, 1.0),
                          loose ? painting->palette->band_text : painting->palette->region_text,
                          painting->palette->background);
}

void
tl_painting_paint_labels (const TlPainting *painting)
{
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (painting->scene, &n_bands);
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);

  for (guint i = 0; i < n_bands; i++)
    paint_band_label (painting, &bands[i], i % 2 == 0);
  for (guint i = 0; i < n_regions; i++)
    paint_region_label (painting, &regions[i]);
}
