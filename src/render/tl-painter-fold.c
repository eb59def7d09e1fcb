/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handles of folds: quiet where everything is open, with numbers where something is folded away. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-glyphs.h"
#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define RADIUS   8.0
#define CHEVRON  2.2           /* half as deep as it is wide */

/* Away from the card it opens, towards it it closes. */
static void
draw_chevron (const TlPainting *painting,
              double            x,
              double            y,
              gboolean          outwards,
              const TlColour   *colour)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  const TlStroke stroke = { .colour = *colour, .width = 1.6, .round = TRUE };
  double tip = outwards ? CHEVRON : -CHEVRON;
  double wing = 2.0 * CHEVRON;

  if (down)
    {
      tl_pen_move_to (painting->pen, x - wing, y - tip);
      tl_pen_line_to (painting->pen, x, y + tip);
      tl_pen_line_to (painting->pen, x + wing, y - tip);
    }
  else
    {
      tl_pen_move_to (painting->pen, x - tip, y - wing);
      tl_pen_line_to (painting->pen, x + tip, y);
      tl_pen_line_to (painting->pen, x - tip, y + wing);
    }
  tl_pen_stroke (painting->pen, &stroke);
}

/* What is partly open has a bar at the back of its chevron: there is something, and there is more. */
static void
draw_bar (const TlPainting *painting,
          double            x,
          double            y,
          const TlColour   *colour)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  const TlStroke stroke = { .colour = *colour, .width = 1.6, .round = TRUE };
  const double wing = 2.0 * CHEVRON;
  const double back = 1.5 * CHEVRON;

  tl_pen_move_to (painting->pen, down ? x - wing : x - back, down ? y - back : y - wing);
  tl_pen_line_to (painting->pen, down ? x + wing : x - back, down ? y - back : y + wing);
  tl_pen_stroke (painting->pen, &stroke);
}

static void
draw_sign (const TlPainting *painting,
           const TlCard     *card,
           double            x,
           double            y,
           const TlColour   *colour)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  double shift = card->is_partly_open ? 0.8 * CHEVRON : 0.0;

  if (card->is_partly_open)
    draw_bar (painting, x, y, colour);
  draw_chevron (painting, down ? x : x + shift, down ? y + shift : y, TRUE, colour);
}

static void
draw_item (const TlPainting *painting,
           const TlCard     *card,
           const TlFoldItem *item)
{
  const TlPalette *palette = painting->palette;
  TlColour words = tl_painting_shade (painting, item->total ? palette->text : palette->dim_text, card->emphasis);
  TlColour health = tl_painting_shade (painting, palette->healths[item->health], card->emphasis);
  char number[16];

  if (item->indent > 0.0 && item->total)
    draw_sign (painting, card, item->box.x + TL_FOLD_SIGN / 2.0, item->box.y + item->box.height / 2.0, &words);
  else if (item->indent > 0.0)
    tl_glyph_draw_health (painting->pen, item->health, item->box.x,
                          item->box.y + (item->box.height - TL_FOLD_SIGN) / 2.0, TL_FOLD_SIGN, &health);

  g_snprintf (number, sizeof number, "%u", item->count);
  tl_painting_draw_words (painting, number, item->total ? TL_FONT_CAPTION_STRONG : TL_FONT_CAPTION,
                          item->box.x + item->indent, item->box.y, item->box.width - item->indent + 2.0, 1, words);
}

/* @box: of the handle, as if it were not enlarged. */
static void
draw_handle (const TlPainting   *painting,
             const TlCard       *card,
             const TlRect       *box,
             const TlFoldHandle *handle)
{
  const TlPalette *palette = painting->palette;
  TlColour ground = tl_painting_shade (painting, palette->card, card->emphasis);
  TlColour dim = tl_painting_shade (painting, palette->dim_text, card->emphasis);
  const TlStroke border = {
    .colour = tl_painting_shade (painting, card->emphasis == TL_EMPHASIS_HIGHLIGHTED ? palette->accent
                                                                                     : palette->card_border,
                                 card->emphasis),
    .width = 1.0,
  };

  tl_pen_fill_rect (painting->pen, box, RADIUS, &ground);
  tl_pen_stroke_rect (painting->pen, box, RADIUS, &border);
  if (card->fold == TL_FOLD_OPEN)
    draw_chevron (painting, box->x + box->width / 2.0, box->y + box->height / 2.0, FALSE, &dim);
  for (guint i = 0; i < handle->n_items; i++)
    draw_item (painting, card, &handle->items[i]);
}

/* How far into the card the handle at its lower side reaches, beyond its margin. */
double
tl_painting_measure_fold (const TlPainting *painting,
                          const TlCard     *card)
{
  TlRect box;

  if (tl_scene_get_direction (painting->scene) != TL_SCENE_DOWN || painting->detail == TL_DETAIL_FULL)
    return 0.0;

  tl_card_get_fold_box (card, TL_SCENE_DOWN, painting->zoom, &box);

  return box.width > 0.0 ? card->box.y + card->box.height - box.y : 0.0;
}

void
tl_painting_paint_fold (const TlPainting *painting,
                        const TlCard     *card)
{
  TlFoldHandle handle;

  if (card->fold == TL_FOLD_OPEN && painting->painter->layers & TL_LAYER_STILL)
    return;

  tl_card_lay_out_fold (card, tl_scene_get_direction (painting->scene), painting->zoom, &handle);
  if (handle.box.width <= 0.0)
    return;

  tl_pen_begin_scaled (painting->pen, handle.box.x, handle.box.y, handle.factor);
  draw_handle (painting, card,
               &(TlRect) { 0.0, 0.0, handle.box.width / handle.factor, handle.box.height / handle.factor }, &handle);
  tl_pen_end_scaled (painting->pen);
}
