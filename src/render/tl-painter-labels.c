/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The names of levels and of organisations, as large on the screen from any distance.
 *
 * They say what a part of the picture is and must not hide it: no name is painted over a card.  From near there is room
 * for them in the picture, above the first row of a level and on the border of an organisation.  From afar they are
 * larger than that room; then they go where no card is, are shortened, or left out.  Only the names of levels that
 * stand side by side, which stay at the upper edge when the picture is scrolled away under them, do so on a ground of
 * their own from one side to the other, as the heading of a table.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define MARGIN        14.0
#define TOP           6.0           /* from where a band begins to its name */
#define ROOM          31.0          /* from there to the first card */
#define PAD           8.0
#define GAP           4.0           /* on the screen, between a name and the edge of what is visible */
#define REGION_INSET  24.0          /* in line with the cards in a region */
#define BORDER_INSET  20.0          /* from where a region begins to its name */
#define SMALLEST      0.86          /* what becomes of a sign on the screen */
#define LEAST_ROOM    28.0          /* a name cut shorter than that says nothing */
#define LEAST_SHARE   0.75          /* nor does less than this of the name of a level */

/* From further away the names of levels are smaller than those of organisations. */
#define SCALE_SMALL   0.24
/* From further away they stand beside the picture, if there is room. */
#define SCALE_BESIDE  0.6

/* What reaches less far into a card only touches it. */
#define TOUCH         0.001

/* How often another place is tried, and how far apart, in heights of a name or widths of it. */
#define MOST_TRIES    24
#define TRY_STEP      0.5

/* A name on a small ground of its own, so that what passes behind does not disturb it. */
typedef struct
{
  const char *label;
  TlFont      font;
  double      factor;
  double      most;                 /* how wide its letters may be, before they are enlarged; 0 for as they are */
  double      text_width;           /* as much, as they are */
  TlRect      box;                  /* with its ground, in the picture */
  TlColour    colour;
  TlColour    ground;
} Sign;

/* How many times as large as their step of type signs are, so that on the screen they are as large from any distance
 * (a little smaller from afar), and grow with the picture from near.
 */
double
tl_painting_get_sign_factor (const TlPainting *painting)
{
  return painting->zoom >= 1.0 ? 1.0 : MAX (painting->zoom, SMALLEST) / painting->zoom;
}

/* Lets a sign take no more than @room (0: as much as it needs).  Returns whether something is left of it. */
static gboolean
measure_sign (const TlPainting *painting,
              Sign             *sign,
              double            room)
{
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;

  sign->factor = tl_painting_get_sign_factor (painting);
  sign->most = room > 0.0 ? floor (room / sign->factor - 2.0 * PAD) : 0.0;
  if (room > 0.0 && sign->most < LEAST_ROOM)
    return FALSE;

  if (greeked)
    sign->text_width = sign->most > 0.0 ? MIN (sign->most, 60.0) : 60.0;
  else
    sign->text_width = tl_text_get_width (tl_text_cache_get (tl_scene_get_texts (painting->scene), sign->label,
                                                             sign->font, sign->most, 1));
  sign->box.width = (sign->text_width + 2.0 * PAD) * sign->factor;
  sign->box.height = (tl_font_get_line_height (sign->font) + 2.0) * sign->factor;

  return TRUE;
}

static void
paint_sign (const TlPainting *painting,
            const Sign       *sign)
{
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  const TlRect ground = { 0.0, 0.0, sign->text_width + 2.0 * PAD, tl_font_get_line_height (sign->font) + 2.0 };

  tl_pen_begin_scaled (painting->pen, sign->box.x, sign->box.y, sign->factor);
  tl_pen_fill_rect (painting->pen, &ground, 6.0, &sign->ground);
  tl_painting_draw_words (painting, sign->label, sign->font, PAD, 1.0, greeked ? sign->text_width : sign->most, 1,
                          sign->colour);
  tl_pen_end_scaled (painting->pen);
  g_array_append_val (painting->taken, sign->box);
}

/* Whether two boxes have something in common; those that only touch have not. */
static gboolean
meet (const TlRect *one,
      const TlRect *other,
      double        gap)
{
  return one->x < other->x + other->width + gap && other->x < one->x + one->width + gap
         && one->y < other->y + other->height + gap && other->y < one->y + one->height + gap;
}

/* Whether a name stands in a place, or nearer to it than @gap. */
gboolean
tl_painting_is_taken (const TlPainting *painting,
                      const TlRect     *box,
                      double            gap)
{
  for (guint i = 0; i < painting->taken->len; i++)
    if (meet (box, &g_array_index (painting->taken, TlRect, i), gap))
      return TRUE;

  return FALSE;
}

/* Whether a card stands in a place, and does not only touch it. */
gboolean
tl_painting_hides_card (const TlPainting *painting,
                        const TlRect     *box)
{
  const TlRect inside = {
    box->x + TOUCH, box->y + TOUCH, box->width - 2.0 * TOUCH, box->height - 2.0 * TOUCH,
  };

  return tl_scene_has_card_in (painting->scene, &inside);
}

static gboolean
is_free (const TlPainting *painting,
         const TlRect     *box)
{
  return !tl_painting_is_taken (painting, box, 0.0) && !tl_painting_hides_card (painting, box);
}

static Sign
create_band_sign (const TlPainting *painting,
                  const TlBand     *band,
                  gboolean          striped)
{
  return (Sign) {
    .label = band->label, .font = painting->zoom < SCALE_SMALL ? TL_FONT_CAPTION_STRONG : TL_FONT_HEADING,
    .colour = painting->palette->band_text,
    .ground = striped ? painting->palette->stripe : painting->palette->background,
  };
}

/* Left of everything, in line with the middle of the band's beginning; there nothing is hidden. */
static gboolean
place_beside (const TlPainting *painting,
              const TlBand     *band,
              Sign             *sign)
{
  double y = band->start + MIN (TOP, (band->end - band->start - sign->box.height) / 2.0);

  if (painting->zoom >= SCALE_BESIDE)
    return FALSE;

  sign->box.x = painting->bounds.x - sign->box.width;
  sign->box.y = MAX (y, painting->area.y);

  return sign->box.x >= painting->area.x && is_free (painting, &sign->box);
}

/* Above the first row, at the edge of what is visible; from afar it begins in the band before, or stands beside the first
 * cards, where those begin further on.
 */
static gboolean
place_inside (const TlPainting *painting,
              const TlBand     *band,
              Sign             *sign)
{
  double margin = MARGIN / MIN (painting->zoom, 1.0) - PAD * sign->factor;
  double top = MAX (band->start + MIN (TOP, ROOM - sign->box.height), painting->bounds.y);
  guint n_regions;

  tl_scene_get_regions (painting->scene, &n_regions);
  sign->box.x = MAX (painting->bounds.x + (n_regions > 0 ? REGION_INSET : 0.0) - PAD * sign->factor,
                     painting->area.x + margin);
  for (guint i = 0; i < MOST_TRIES; i++)
    {
      sign->box.y = top + i * TRY_STEP * sign->box.height;
      if (i > 0 && sign->box.y + sign->box.height > band->end)
        break;
      if (is_free (painting, &sign->box))
        return TRUE;
    }

  return FALSE;
}

static void
paint_level (const TlPainting *painting,
             const TlBand     *band,
             gboolean          striped)
{
  Sign sign = create_band_sign (painting, band, striped);

  if (band->start > painting->area.y + painting->area.height || band->end < painting->area.y)
    return;

  /* What is thinner than its name would seem to name what is next to it. */
  measure_sign (painting, &sign, 0.0);
  if (band->end - band->start < 0.8 * sign.box.height)
    return;

  if (place_beside (painting, band, &sign) || place_inside (painting, band, &sign))
    paint_sign (painting, &sign);
}

/* Where the names of bands side by side stand: above those of the regions, which lie on their upper borders, from afar
 * above them.
 */
static double
find_heading_top (const TlPainting *painting,
                  double            height)
{
  double share = painting->zoom >= SCALE_BESIDE ? 0.5 : 1.0;
  double below = share * (tl_font_get_line_height (TL_FONT_HEADING) + 2.0) * tl_painting_get_sign_factor (painting);
  double top = painting->bounds.y + TOP;
  guint n_regions;
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);

  for (guint i = 0; i < n_regions; i++)
    top = MIN (top, regions[i].box.y - below - height - TOP / 2.0);
  if (n_regions == 0)
    top = MIN (top, painting->bounds.y + TL_SCENE_HEADROOM - height);

  return top;
}

/* The ground of the names when the picture is scrolled away under them, with the stripes of the levels. */
static void
paint_header (const TlPainting *painting,
              double            height)
{
  const TlRect *area = &painting->area;
  const TlRect header = { area->x, area->y, area->width, height };
  const TlRect rule = { area->x, area->y + height, area->width, MAX (1.0 / painting->zoom, 0.5) };
  guint n_bands;
  const TlBand *bands = tl_scene_get_bands (painting->scene, &n_bands);

  tl_pen_fill_rect (painting->pen, &header, 0.0, &painting->palette->background);
  for (guint i = 0; i < n_bands; i += 2)
    {
      TlRect strip = tl_painting_get_strip (painting, &bands[i]);

      strip.height = height;
      if (strip.x < area->x + area->width && strip.x + strip.width > area->x)
        tl_pen_fill_rect (painting->pen, &strip, 0.0, &painting->palette->stripe);
    }
  tl_pen_fill_rect (painting->pen, &rule, 0.0, &painting->palette->card_border);
  g_array_append_val (painting->taken, header);
}

/* In the strip of its level, as far as that is visible; shortened where it is too wide, and left out where too little
 * would be left.
 */
static void
paint_heading (const TlPainting *painting,
               const TlBand     *band,
               gboolean          striped,
               double            y)
{
  const TlRect *area = &painting->area;
  double x = MAX (band->start + MARGIN - PAD, area->x);
  double room = MIN (band->end, area->x + area->width) - x;
  Sign sign = create_band_sign (painting, band, striped);
  double whole;

  if (room <= 0.0)
    return;

  measure_sign (painting, &sign, 0.0);
  whole = sign.box.width;
  sign.box.x = x;
  sign.box.y = y;
  if (whole > room && (room < LEAST_SHARE * whole || !measure_sign (painting, &sign, room)))
    return;

  paint_sign (painting, &sign);
}

/* The names of levels side by side, which are all at one height. */
static void
paint_headings (const TlPainting *painting,
                const TlBand     *bands,
                guint             n_bands)
{
  Sign sign = create_band_sign (painting, &bands[0], FALSE);
  double gap = GAP / painting->zoom;
  double y;

  measure_sign (painting, &sign, 0.0);
  y = find_heading_top (painting, sign.box.height);
  if (y < painting->area.y + gap)
    {
      y = painting->area.y + gap;
      if (y + sign.box.height + gap > painting->bounds.y + TL_SCENE_HEADROOM)
        paint_header (painting, sign.box.height + 2.0 * gap);
    }
  for (guint i = 0; i < n_bands; i++)
    paint_heading (painting, &bands[i], i % 2 == 0, y);
}

/* On a border of the region, which is at @y, or just above or below it: as far to the left as there is a place. */
static gboolean
place_along (const TlPainting *painting,
             double            start,
             double            end,
             double            y,
             Sign             *sign)
{
  static const double heights[] = { 0.5, 1.0, 0.0 };

  if (y - sign->box.height > painting->area.y + painting->area.height || y + sign->box.height < painting->area.y)
    return FALSE;

  for (guint i = 0; i < MOST_TRIES; i++)
    {
      sign->box.x = start + i * TRY_STEP * sign->box.width;
      if (sign->box.x + sign->box.width > end + 0.5)
        break;
      for (guint k = 0; k < G_N_ELEMENTS (heights); k++)
        {
          sign->box.y = y - heights[k] * sign->box.height;
          if (is_free (painting, &sign->box))
            return TRUE;
        }
    }

  return FALSE;
}

/* On the upper border of the region, or where there is no place on the lower one. */
static void
paint_region_label (const TlPainting *painting,
                    const TlRegion   *region)
{
  const TlRect *area = &painting->area;
  const TlRect *box = &region->box;
  double inset = MIN (BORDER_INSET * tl_painting_get_sign_factor (painting), box->width * 0.1);
  double start = MAX (box->x, area->x) + inset;
  double end = MIN (box->x + box->width, area->x + area->width) - inset;
  Sign sign = {
    .label = region->name, .font = TL_FONT_HEADING, .ground = painting->palette->background,
    .colour = region->kind == TL_REGION_LOOSE ? painting->palette->band_text : painting->palette->region_text,
  };

  if (*region->name == '\0' || end <= start || !measure_sign (painting, &sign, end - start))
    return;

  if (place_along (painting, start, end, box->y, &sign)
      || place_along (painting, start, end, box->y + box->height, &sign))
    paint_sign (painting, &sign);
}

void
tl_painting_paint_labels (const TlPainting *painting)
{
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (painting->scene, &n_bands);
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);

  if (n_bands > 0 && tl_scene_get_direction (painting->scene) != TL_SCENE_DOWN)
    paint_headings (painting, bands, n_bands);
  else
    for (guint i = 0; i < n_bands; i++)
      paint_level (painting, &bands[i], i % 2 == 0);

  for (guint i = 0; i < n_regions; i++)
    paint_region_label (painting, &regions[i]);
}
