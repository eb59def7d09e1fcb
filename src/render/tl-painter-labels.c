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
#define LEAST_ROOM    28.0          /* a name cut shorter than that says nothing */
#define SHORTER       0.65          /* of the name of an organisation, where all of it has no place */
#define LONG_NAME     100.0         /* on the screen; of a name that is not as long, too little would be left */
#define LEAST_SHARE   0.75          /* nor does less than this of the name of a level */

/* From further away the names of levels are smaller than those of organisations. */
#define SCALE_SMALL   0.24
/* From further away they stand beside the picture, if there is room. */
#define SCALE_BESIDE  0.6

/* How often another place is tried, and how far apart, in heights of a name or widths of it. */
#define MOST_TRIES    24
#define TRY_STEP      0.5

/* What a file shows above the picture (tl-sheet.c) */
#define FILE_RIM      2.0
/* By how much names in a file become smaller at a time, until there is room for them. */
#define FIT_STEP      1.05

/* Lets a sign that was measured take no more than @room.  Returns whether something is left of it.  One that fits is not
 * set anew: what can be seen of a region is another room in each frame.
 */
static gboolean
shorten_sign (const TlPainting *painting,
              TlSign           *sign,
              double            room)
{
  if (sign->box.width <= room)
    return TRUE;

  sign->most = floor (room / tl_painting_get_sign_factor (painting) - 2.0 * sign->pad);
  if (sign->most < LEAST_ROOM)
    return FALSE;

  tl_painting_measure_sign (painting, sign);
  return TRUE;
}

static gboolean
is_free (const TlPainting *painting,
         const TlRect     *box)
{
  return !tl_painting_is_taken (painting, box, 0.0) && !tl_painting_hides_card (painting, box);
}

static TlSign
create_band_sign (const TlPainting *painting,
                  const TlBand     *band,
                  gboolean          striped)
{
  return (TlSign) {
    .string = band->label, .font = painting->zoom < SCALE_SMALL ? TL_FONT_CAPTION_STRONG : TL_FONT_HEADING,
    .n_lines = 1, .pad = PAD,
    .colour = painting->palette->band_text,
    .ground = striped ? painting->palette->stripe : painting->palette->background,
  };
}

/* Left of everything, in line with the middle of the band's beginning; there nothing is hidden. */
static gboolean
place_beside (const TlPainting *painting,
              const TlBand     *band,
              TlSign           *sign)
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
              TlSign           *sign)
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
  TlSign sign = create_band_sign (painting, band, striped);

  if (band->start > painting->area.y + painting->area.height || band->end < painting->area.y)
    return;

  /* What is thinner than its name would seem to name what is next to it. */
  tl_painting_measure_sign (painting, &sign);
  if (band->end - band->start < 0.8 * sign.box.height)
    return;

  if (place_beside (painting, band, &sign) || place_inside (painting, band, &sign))
    tl_painting_paint_sign (painting, &sign);
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

  g_array_append_val (painting->taken, header);
  if (painting->pen == NULL)
    return;

  tl_pen_fill_rect (painting->pen, &header, 0.0, &painting->palette->background);
  for (guint i = 0; i < n_bands; i += 2)
    {
      TlRect strip = tl_painting_get_strip (painting, &bands[i]);

      strip.height = height;
      if (strip.x < area->x + area->width && strip.x + strip.width > area->x)
        tl_pen_fill_rect (painting->pen, &strip, 0.0, &painting->palette->stripe);
    }
  tl_pen_fill_rect (painting->pen, &rule, 0.0, &painting->palette->card_border);
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
  TlSign sign = create_band_sign (painting, band, striped);

  if (room <= 0.0)
    return;

  tl_painting_measure_sign (painting, &sign);
  sign.box.x = x;
  sign.box.y = y;
  if (room < LEAST_SHARE * sign.box.width || !shorten_sign (painting, &sign, room))
    return;

  tl_painting_paint_sign (painting, &sign);
}

/* Where the names of levels side by side stand as long as nothing is scrolled away, and how high they are. */
static double
measure_headings (const TlPainting *painting,
                  const TlBand     *bands,
                  double           *height)
{
  TlSign sign = create_band_sign (painting, &bands[0], FALSE);

  tl_painting_measure_sign (painting, &sign);
  *height = sign.box.height;

  return find_heading_top (painting, sign.box.height);
}

/* In a file nothing is scrolled away: names that would need more room than there is above the picture become smaller
 * there, on all of its pages, instead of lying over the first cards.
 */
static TlPainting
fit_file (const TlPainting *painting,
          const TlBand     *bands)
{
  TlPainting fitting = *painting;
  double height;

  while (painting->painter->layers & TL_LAYER_STILL && fitting.zoom < 1.0
         && measure_headings (&fitting, bands, &height) - GAP / fitting.zoom < fitting.bounds.y - FILE_RIM)
    fitting.zoom = MIN (fitting.zoom * FIT_STEP, 1.0);

  return fitting;
}

/* The names of levels side by side, which are all at one height. */
static void
paint_headings (const TlPainting *painting,
                const TlBand     *bands,
                guint             n_bands)
{
  double gap = GAP / painting->zoom;
  double height;
  double y = measure_headings (painting, bands, &height);

  if (y < painting->area.y + gap)
    {
      y = painting->area.y + gap;
      if (y + height + gap > painting->bounds.y + TL_SCENE_HEADROOM)
        paint_header (painting, height + 2.0 * gap);
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
             TlSign           *sign)
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

/* On the upper border of the region, if need be shortened, or, where that can be seen but has no place, on the lower
 * one.
 */
static void
paint_region_label (const TlPainting *painting,
                    const TlRegion   *region)
{
  const TlRect *area = &painting->area;
  const TlRect *box = &region->box;
  double inset = MIN (BORDER_INSET * tl_painting_get_sign_factor (painting), box->width * 0.1);
  double start = MAX (box->x, area->x) + inset;
  double end = MIN (box->x + box->width, area->x + area->width) - inset;
  TlSign sign = {
    .string = region->name, .font = TL_FONT_HEADING, .n_lines = 1, .pad = PAD,
    .ground = painting->palette->background,
    .colour = region->kind == TL_REGION_LOOSE ? painting->palette->band_text : painting->palette->region_text,
  };

  if (*region->name == '\0' || end <= start)
    return;

  tl_painting_measure_sign (painting, &sign);
  if (!shorten_sign (painting, &sign, end - start))
    return;

  TlSign shorter = sign;

  if (place_along (painting, start, end, box->y, &sign))
    tl_painting_paint_sign (painting, &sign);
  else if (region->kind == TL_REGION_ORGANISATION && sign.text_width >= LONG_NAME
           && shorten_sign (painting, &shorter, SHORTER * sign.box.width)
           && place_along (painting, start, end, box->y, &shorter))
    tl_painting_paint_sign (painting, &shorter);
  else if (box->y >= area->y && place_along (painting, start, end, box->y + box->height, &sign))
    tl_painting_paint_sign (painting, &sign);
}

void
tl_painting_paint_labels (const TlPainting *painting)
{
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (painting->scene, &n_bands);
  const TlRegion *regions = tl_scene_get_regions (painting->scene, &n_regions);
  gboolean side_by_side = n_bands > 0 && tl_scene_get_direction (painting->scene) != TL_SCENE_DOWN;
  TlPainting fitting = side_by_side ? fit_file (painting, bands) : *painting;

  if (side_by_side)
    paint_headings (&fitting, bands, n_bands);
  else
    for (guint i = 0; i < n_bands; i++)
      paint_level (painting, &bands[i], i % 2 == 0);

  for (guint i = 0; i < n_regions; i++)
    paint_region_label (&fitting, &regions[i]);
}
