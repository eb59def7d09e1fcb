/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards from further away than they can be read: first only the title, larger; then bars in place of words; then
 * rectangles in the colour of the facet with a part in that of the health, all of a colour in one path.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-glyphs.h"
#include "tl-painter-private.h"

#define TITLE_LEFT   17.0
#define GLYPH_ROOM   35.0
#define STATEMENT_PAD 11.0
#define SPECK_HEALTH 0.22          /* the share of a speck that shows how the goal stands */

/* A goal's card has room for three; a statement's is as high as its text was, in smaller letters. */
static int
count_far_lines (const TlCard *card)
{
  if (card->kind == TL_CARD_GOAL)
    return 3;

  return CLAMP ((int) ((card->box.height - 8.0) / tl_font_get_line_height (TL_FONT_FAR)), 1, TL_TEXT_MAX_LINES);
}

void
tl_painting_paint_title (const TlPainting *painting,
                         const TlCard     *card)
{
  const TlRect *box = &card->box;
  TlColour health = tl_painting_shade (painting, painting->palette->healths[card->health], card->emphasis);
  TlColour colour = tl_painting_shade (painting, painting->palette->text, card->emphasis);
  gboolean is_goal = card->kind == TL_CARD_GOAL;
  double width = box->width - TITLE_LEFT - (is_goal ? GLYPH_ROOM : STATEMENT_PAD);

  tl_painting_draw_body (painting, card);
  if (painting->painter->layers & TL_LAYER_GREEKED)
    {
      tl_painting_draw_words (painting, NULL, TL_FONT_FAR, box->x + TITLE_LEFT, box->y + 20.0, width, 1, colour);
    }
  else
    {
      TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), card->title, TL_FONT_FAR, width,
                                        count_far_lines (card));

      tl_pen_draw_text (painting->pen, text, box->x + TITLE_LEFT,
                        box->y + floor ((box->height - tl_text_get_height (text)) / 2.0), &colour);
    }
  if (is_goal)
    tl_glyph_draw_health (painting->pen, card->health, box->x + box->width - 32.0,
                          box->y + box->height / 2.0 - 10.0, 20.0, &health);
}

/* Bars where the words would be: still a card, though nothing on it can be read. */
void
tl_painting_paint_block (const TlPainting *painting,
                         const TlCard     *card)
{
  const TlRect *box = &card->box;
  const TlPalette *palette = painting->palette;
  TlColour ground = tl_painting_shade (painting, palette->card, card->emphasis);
  TlColour border = tl_painting_shade (painting, card->emphasis == TL_EMPHASIS_HIGHLIGHTED ? palette->accent
                                                                                           : palette->card_border,
                                       card->emphasis);
  TlColour facet = tl_painting_shade (painting, palette->facets[card->facet], card->emphasis);
  TlColour words = tl_painting_shade (painting, tl_colour_mix (palette->text, palette->card, 0.55), card->emphasis);
  TlColour health = tl_painting_shade (painting, palette->healths[card->health], card->emphasis);
  const TlRect stripe = { box->x, box->y, 12.0, box->height };
  double room = MIN (126.0, box->width - 56.0);
  const TlRect first = { box->x + 28.0, box->y + box->height * 0.23, room, 13.0 };
  const TlRect second = { box->x + 28.0, box->y + box->height * 0.51, room * 2.0 / 3.0, 13.0 };
  const TlStroke stroke = { .colour = border, .width = 2.0 };

  tl_pen_fill_rect (painting->pen, box, 0.0, &ground);
  tl_pen_stroke_rect (painting->pen, box, 0.0, &stroke);
  tl_pen_fill_rect (painting->pen, &stripe, 0.0, &facet);
  tl_pen_fill_rect (painting->pen, &first, 0.0, &words);
  tl_pen_fill_rect (painting->pen, &second, 0.0, &words);
  if (card->kind == TL_CARD_GOAL)
    tl_glyph_draw_health (painting->pen, card->health, box->x + box->width - 50.0,
                          box->y + box->height / 2.0 - 17.0, 34.0, &health);
}

static void
add_box (TlPen  *pen,
         double  x,
         double  y,
         double  width,
         double  height)
{
  tl_pen_move_to (pen, x, y);
  tl_pen_line_to (pen, x + width, y);
  tl_pen_line_to (pen, x + width, y + height);
  tl_pen_line_to (pen, x, y + height);
  tl_pen_close_path (pen);
}

static const TlCard *
get_nth (const TlPainting *painting,
         GArray           *cards,
         guint             n)
{
  return tl_scene_get_card (painting->scene, g_array_index (cards, guint, n));
}

/* One path for all the specks of a colour: thirty times faster than one for each. */
static void
paint_speck_facets (const TlPainting *painting,
                    GArray           *cards,
                    TlFacet           facet,
                    gboolean          dimmed)
{
  TlColour colour = tl_painting_shade (painting,
                                       tl_colour_mix (painting->palette->facets[facet], painting->palette->card, 0.35),
                                       dimmed ? TL_EMPHASIS_DIMMED : TL_EMPHASIS_NORMAL);
  gboolean any = FALSE;

  for (guint i = 0; i < cards->len; i++)
    {
      const TlCard *card = get_nth (painting, cards, i);

      if (card->facet != facet || (card->emphasis == TL_EMPHASIS_DIMMED) != dimmed)
        continue;
      add_box (painting->pen, card->box.x, card->box.y, card->box.width, card->box.height);
      any = TRUE;
    }

  if (any)
    tl_pen_fill (painting->pen, &colour);
}

static void
paint_speck_healths (const TlPainting *painting,
                     GArray           *cards,
                     TlHealth          health,
                     gboolean          dimmed)
{
  TlColour colour = tl_painting_shade (painting, painting->palette->healths[health],
                                       dimmed ? TL_EMPHASIS_DIMMED : TL_EMPHASIS_NORMAL);
  gboolean any = FALSE;

  for (guint i = 0; i < cards->len; i++)
    {
      const TlCard *card = get_nth (painting, cards, i);
      double width = card->box.width * SPECK_HEALTH;

      if (card->health != health || (card->emphasis == TL_EMPHASIS_DIMMED) != dimmed)
        continue;
      add_box (painting->pen, card->box.x + card->box.width - width, card->box.y, width, card->box.height);
      any = TRUE;
    }

  if (any)
    tl_pen_fill (painting->pen, &colour);
}

static void
paint_specks (const TlPainting *painting,
              GArray           *cards)
{
  for (int pass = 0; pass < 2; pass++)
    {
      gboolean dimmed = pass == 0;

      for (TlFacet facet = 0; facet < TL_N_FACETS; facet++)
        paint_speck_facets (painting, cards, facet, dimmed);
      for (TlHealth health = TL_HEALTH_ON_TRACK; health < TL_N_HEALTHS; health++)
        paint_speck_healths (painting, cards, health, dimmed);
    }
}

void
tl_painting_paint_cards (const TlPainting *painting,
                         GArray           *cards)
{
  if (painting->detail == TL_DETAIL_SPECK)
    {
      paint_specks (painting, cards);
      return;
    }

  for (guint i = 0; i < cards->len; i++)
    tl_painting_paint_card (painting, get_nth (painting, cards, i));
}
