/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one painter: a scene, or the part of it in an area, onto whatever pen it is given.
 *
 * Screen, file and paper go through here, so that what is exported is what was seen.  The painter decides how much
 * can be made out at the size at which things will appear and draws no more than that; it culls first and keeps
 * nothing between two calls.  What receded is mixed with the background rather than drawn transparent, which costs
 * nothing, looks the same in SVG, and does not let lines shine through cards.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"
#include "tl-scene-private.h"

/* Below these sizes on the screen (pixels for a unit) a caption of 11 units is lost, and a title that is as large as a card. */
#define SCALE_FULL  0.6
#define SCALE_TITLE 0.24

/* Rings and shadows reach this far beyond a card; handles may reach further. */
#define MARGIN 8.0

TlDetail
tl_painter_choose_detail (double zoom)
{
  if (zoom >= SCALE_FULL)
    return TL_DETAIL_FULL;
  if (zoom >= SCALE_TITLE)
    return TL_DETAIL_TITLE;

  return TL_DETAIL_BLOCK;
}

/* What recedes keeps a quarter of its strength. */
TlColour
tl_painting_shade (const TlPainting *self,
                   TlColour          colour,
                   TlEmphasis        emphasis)
{
  if (emphasis != TL_EMPHASIS_DIMMED)
    return colour;

  return tl_colour_mix (colour, tl_colour_with_alpha (self->palette->background, colour.alpha), 0.75);
}

/* Words in a box of @width (0: as long as they are), or, in a picture without fonts, bars in their place. */
void
tl_painting_draw_words (const TlPainting *self,
                        const char       *string,
                        TlFont            font,
                        double            x,
                        double            y,
                        double            width,
                        int               n_lines,
                        TlColour          colour)
{
  if (!(self->painter->layers & TL_LAYER_GREEKED))
    {
      TlText *text = tl_text_cache_get (tl_scene_get_texts (self->scene), string, font, width, n_lines);

      tl_pen_draw_text (self->pen, text, x, y, &colour);
      return;
    }

  double height = tl_font_get_line_height (font);
  const TlRect bar = { x, y + height * 0.25, width > 0.0 ? width : 48.0, height * 0.5 };

  tl_pen_fill_rect (self->pen, &bar, 2.0, &colour);
}

/* Words that are @factor times as large as their step of type, in a box of @width as it is in the picture. */
void
tl_painting_draw_large_words (const TlPainting *self,
                              const char       *string,
                              TlFont            font,
                              double            factor,
                              const TlRect     *box,
                              int               n_lines,
                              TlColour          colour)
{
  tl_pen_begin_scaled (self->pen, box->x, box->y, factor);
  tl_painting_draw_words (self, string, font, 0.0, 0.0, box->width / factor, n_lines, colour);
  tl_pen_end_scaled (self->pen);
}

static TlPainting
begin_painting (const TlPainter *painter,
                TlScene         *scene,
                TlPen           *pen,
                const TlRect    *area)
{
  double zoom = painter->density > 0.0 ? painter->scale / painter->density : painter->scale;
  TlPainting painting = {
    .painter = painter,
    .palette = painter->palette,
    .scene = scene,
    .pen = pen,
    .detail = tl_painter_choose_detail (zoom),
    .zoom = MAX (zoom, 0.0001),
  };

  tl_scene_get_bounds (scene, &painting.bounds);
  painting.area = area != NULL ? *area : painting.bounds;

  return painting;
}

/* How far what belongs to a card may reach beyond it. */
double
tl_painter_get_card_reach (TlScene *scene)
{
  return MAX (MARGIN, tl_scene_get_fold_reach (scene) + 1.0);
}

static void
paint_visible_cards (const TlPainting *painting)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  double margin = tl_painter_get_card_reach (painting->scene);
  const TlRect reach = {
    painting->area.x - margin, painting->area.y - margin,
    painting->area.width + 2.0 * margin, painting->area.height + 2.0 * margin,
  };

  tl_scene_collect_cards (painting->scene, &reach, cards);
  if (painting->detail == TL_DETAIL_BLOCK)
    {
      tl_painting_paint_blocks (painting, cards);
      return;
    }

  tl_pen_use_stamps (painting->pen, tl_scene_get_stamps (painting->scene), painting->palette);
  for (guint i = 0; i < cards->len; i++)
    tl_painting_paint_card (painting, tl_scene_get_card (painting->scene, g_array_index (cards, guint, i)));
  tl_pen_use_stamps (painting->pen, NULL, painting->palette);
}

/* Those of levels and organisations first, which the others keep clear of. */
static void
paint_names (TlPainting *painting)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TlRect));

  painting->taken = taken;
  tl_painting_paint_labels (painting);
  tl_painting_paint_names (painting);
  painting->taken = NULL;
}

/**
 * tl_painter_paint:
 * @self: how to paint
 * @scene: what to paint
 * @pen: what to paint with; its unit is the unit of the picture
 * @area: (nullable): the part to paint; %NULL for all.  What does not touch it is left out, but nothing is clipped
 */
void
tl_painter_paint (const TlPainter *self,
                  TlScene         *scene,
                  TlPen           *pen,
                  const TlRect    *area)
{
  g_return_if_fail (self != NULL && self->palette != NULL && pen != NULL);
  g_return_if_fail (TL_IS_SCENE (scene));

  TlPainting painting = begin_painting (self, scene, pen, area);

  if (self->layers & TL_LAYER_BACKGROUND)
    tl_painting_paint_ground (&painting);
  if (self->layers & TL_LAYER_REGIONS)
    {
      tl_painting_paint_columns (&painting);
      tl_painting_paint_regions (&painting);
    }
  if (self->layers & TL_LAYER_EDGES)
    tl_painting_paint_lines (&painting);
  if (self->layers & TL_LAYER_CARDS)
    paint_visible_cards (&painting);
  if (self->layers & TL_LAYER_STATE)
    tl_painting_paint_chain (&painting);
  if (self->layers & TL_LAYER_LABELS)
    paint_names (&painting);
  if (self->layers & TL_LAYER_STATE)
    tl_painting_paint_state (&painting);
  if (self->layers & TL_LAYER_LABELS)
    tl_painting_paint_headings (&painting);
}

/**
 * tl_painter_collect_labels:
 * @self: how it would be painted
 * @scene: a picture
 * @area: the part of it that can be seen, by which names are placed
 *
 * Returns: (transfer full) (element-type TlRect): where the names of levels and organisations stand, in the picture
 */
GArray *
tl_painter_collect_labels (const TlPainter *self,
                           TlScene         *scene,
                           const TlRect    *area)
{
  g_return_val_if_fail (self != NULL && self->palette != NULL && area != NULL, NULL);
  g_return_val_if_fail (TL_IS_SCENE (scene), NULL);

  TlPainting painting = begin_painting (self, scene, NULL, area);

  painting.taken = g_array_new (FALSE, FALSE, sizeof (TlRect));
  tl_painting_paint_labels (&painting);
  return painting.taken;
}
