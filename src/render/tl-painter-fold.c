/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handles of folds: quiet where everything is open, with numbers where something is folded away. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-glyphs.h"
#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define SIGN     9.0
#define SIGN_GAP 2.5
#define RADIUS   8.0
#define CHEVRON  2.2           /* half as deep as it is wide */

/* From further away. */
#define FAR_FACTOR 1.5
#define FAR_ITEMS  2

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

static void
draw_item (const TlPainting *painting,
           const TlCard     *card,
           const TlFoldItem *item)
{
  const TlPalette *palette = painting->palette;
  TlColour words = tl_painting_shade (painting, item->total ? palette->text : palette->dim_text, card->emphasis);
  TlColour health = tl_painting_shade (painting, palette->healths[item->health], card->emphasis);
  char number[16];

  if (item->total)
    draw_chevron (painting, item->box.x + SIGN / 2.0, item->box.y + item->box.height / 2.0, TRUE, &words);
  else
    tl_glyph_draw_health (painting->pen, item->health, item->box.x, item->box.y + (item->box.height - SIGN) / 2.0,
                          SIGN, &health);

  g_snprintf (number, sizeof number, "%u", item->count);
  tl_painting_draw_words (painting, number, item->total ? TL_FONT_CAPTION_STRONG : TL_FONT_CAPTION,
                          item->box.x + SIGN + SIGN_GAP, item->box.y, item->box.width - SIGN - SIGN_GAP + 2.0, 1, words);
}

/* From further away only how many there are, and the sign of those that are worst. */
static void
leave_out_items (const TlPainting *painting,
                 TlRect           *box,
                 TlFoldItem        items[TL_FOLD_MAX_ITEMS],
                 guint            *n_items)
{
  if (painting->detail == TL_DETAIL_FULL || *n_items <= FAR_ITEMS)
    return;

  const TlRect *left_out = &items[FAR_ITEMS].box;

  *n_items = FAR_ITEMS;
  if (tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN)
    {
      double less = box->x + box->width - left_out->x;

      box->x += less / 2.0;
      box->width -= less;
      for (guint i = 0; i < FAR_ITEMS; i++)
        items[i].box.x += less / 2.0;
    }
  else
    {
      double less = box->y + box->height - left_out->y - 2.0;

      box->y += less / 2.0;
      box->height -= less;
      for (guint i = 0; i < FAR_ITEMS; i++)
        items[i].box.y += less / 2.0;
    }
}

static double
get_factor (const TlPainting *painting)
{
  return painting->detail == TL_DETAIL_FULL ? 1.0 : FAR_FACTOR;
}

static void
draw_handle (const TlPainting *painting,
             const TlCard     *card,
             const TlRect     *box,
             const TlFoldItem *items,
             guint             n_items)
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
  for (guint i = 0; i < n_items; i++)
    draw_item (painting, card, &items[i]);
}

/* How far into the card the handle at its lower side reaches, beyond its margin. */
double
tl_painting_measure_fold (const TlPainting *painting,
                          const TlCard     *card)
{
  TlFoldItem items[TL_FOLD_MAX_ITEMS];
  TlRect box;

  if (card->fold != TL_FOLD_CLOSED || tl_scene_get_direction (painting->scene) != TL_SCENE_DOWN
      || painting->detail == TL_DETAIL_FULL)
    return 0.0;

  tl_card_list_fold_items (card, TL_SCENE_DOWN, &box, items);

  return box.height * FAR_FACTOR - (box.y + box.height - card->box.y - card->box.height);
}

/* Larger from further away, as the letters are; it grows from its outer edge, where the next card may be near, or, at
 * the right, from the card.
 */
void
tl_painting_paint_fold (const TlPainting *painting,
                        const TlCard     *card)
{
  gboolean down = tl_scene_get_direction (painting->scene) == TL_SCENE_DOWN;
  TlFoldItem items[TL_FOLD_MAX_ITEMS];
  TlRect box;

  if (!tl_card_shows_fold (card, painting->painter->scale))
    return;
  if (card->fold == TL_FOLD_OPEN && painting->painter->layers & TL_LAYER_STILL)
    return;

  guint n_items = tl_card_list_fold_items (card, tl_scene_get_direction (painting->scene), &box, items);

  leave_out_items (painting, &box, items, &n_items);

  double x = down ? box.x + box.width / 2.0 : box.x;
  double y = down ? box.y + box.height : box.y + box.height / 2.0;

  box.x -= x;
  box.y -= y;
  for (guint i = 0; i < n_items; i++)
    {
      items[i].box.x -= x;
      items[i].box.y -= y;
    }

  tl_pen_begin_scaled (painting->pen, x, y, get_factor (painting));
  draw_handle (painting, card, &box, items, n_items);
  tl_pen_end_scaled (painting->pen);
}
