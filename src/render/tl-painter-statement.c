/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card of a statement: somebody's own words, as high as they need, and what is said about them.
 *
 * The words come first and are the strongest; a line above them says what is special about the statement (a
 * reputation, agreed work), lines beneath say for whom it is, who does it and by when.  The column says the facet, so
 * the card does not repeat it but by the colour of its stripe.  What it looks like is often longer than the words
 * themselves, and gets two quiet lines.
 *
 * The painter also measures, because only it knows where things stand on the card; whoever lays out a frame asks.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-glyphs.h"
#include "tl-painter-private.h"

#define PAD_LEFT   16.0
#define PAD_RIGHT  12.0
#define PAD_TOP    10.0
#define PAD_BOTTOM 11.0
#define SIGN_SIZE  12.0
#define SIGN_GAP   5.0
#define KICKER_GAP 3.0
#define DETAIL_GAP 3.0
#define DETAIL_LINES 2
#define FOOT_GAP   6.0
#define FOOT_LINES 2
#define NOTE_GAP   2.0          /* from those it is for to who does it */
#define DOT_SIZE   4.0
#define DOT_STEP   6.0

/* Where the lines of a card begin, from its upper edge. */
typedef struct
{
  int    n_lines;           /* of the words */
  double words_y;
  double detail_y;
  double note_y;
  double owner_y;
  double height;
} Places;

static double
get_text_width (double width)
{
  return width - PAD_LEFT - PAD_RIGHT;
}

static const char *
get_words (const TlCard *card)
{
  return *card->title != '\0' ? card->title : tl_painter_get_untitled (TL_CARD_STATEMENT);
}

static gboolean
has_text (const char *string)
{
  return string != NULL && *string != '\0';
}

static double
measure (TlTextCache *texts,
         const char  *string,
         TlFont       font,
         double       width,
         int          n_lines)
{
  return tl_text_get_height (tl_text_cache_get (texts, string, font, width, n_lines));
}

/* The room the dots take beside the note; none when the words, which say the same, would be cut for them. */
static double
get_circles_width (TlTextCache  *texts,
                   const TlCard *card,
                   double        room)
{
  double width = TL_N_CIRCLES * DOT_STEP + SIGN_GAP;

  if (card->circle == 0 ||
      tl_text_is_cut (tl_text_cache_get (texts, card->note, TL_FONT_CAPTION, room - width, FOOT_LINES)))
    return 0.0;

  return width;
}

static Places
find_places (TlTextCache  *texts,
             const TlCard *card,
             double        width)
{
  double room = get_text_width (width);
  Places places = { .n_lines = TL_TEXT_MAX_LINES };
  double y = PAD_TOP;

  if (has_text (card->kicker))
    y += tl_font_get_line_height (TL_FONT_CAPTION_STRONG) + KICKER_GAP;
  places.words_y = y;
  y += measure (texts, get_words (card), TL_FONT_STATEMENT, room, TL_TEXT_MAX_LINES);
  places.detail_y = y + DETAIL_GAP;
  if (has_text (card->detail))
    y = places.detail_y + measure (texts, card->detail, TL_FONT_CAPTION, room, DETAIL_LINES);

  if (has_text (card->note) || has_text (card->owner))
    y += FOOT_GAP;
  places.note_y = y;
  if (has_text (card->note))
    y += measure (texts, card->note, TL_FONT_CAPTION, room - get_circles_width (texts, card, room), FOOT_LINES);
  if (has_text (card->note) && has_text (card->owner))
    y += NOTE_GAP;
  places.owner_y = y;
  if (has_text (card->owner))
    y += measure (texts, card->owner, TL_FONT_CAPTION, room, FOOT_LINES);
  places.height = y + PAD_BOTTOM;

  return places;
}

/**
 * tl_painter_measure_statement:
 * @texts: the texts of the scene the card will stand in
 * @card: a statement; its box is not looked at, its strings may be %NULL
 * @width: how wide it will be
 *
 * Returns: how high it has to be for its words, of which at most %TL_TEXT_MAX_LINES lines are shown
 */
double
tl_painter_measure_statement (TlTextCache  *texts,
                              const TlCard *card,
                              double        width)
{
  g_return_val_if_fail (texts != NULL && card != NULL && card->title != NULL, 0.0);

  return find_places (texts, card, width).height;
}

/**
 * tl_painter_is_statement_cut:
 * @texts: the texts of the scene the card stands in
 * @card: a statement in its box
 *
 * Returns: whether it says more than its card shows
 */
gboolean
tl_painter_is_statement_cut (TlTextCache  *texts,
                             const TlCard *card)
{
  g_return_val_if_fail (texts != NULL && card != NULL, FALSE);

  return tl_text_is_cut (tl_text_cache_get (texts, get_words (card), TL_FONT_STATEMENT, get_text_width (card->box.width),
                                            TL_TEXT_MAX_LINES));
}

/**
 * tl_painter_shows_statement:
 * @texts: the texts of the scene the card stands in
 * @card: a statement
 *
 * Returns: whether its card has room for all that is said on it
 */
gboolean
tl_painter_shows_statement (TlTextCache  *texts,
                            const TlCard *card)
{
  g_return_val_if_fail (texts != NULL && card != NULL, TRUE);

  double room = get_text_width (card->box.width);
  double beside = get_circles_width (texts, card, room);

  return !tl_text_is_cut (tl_text_cache_get (texts, card->title, TL_FONT_STATEMENT, room, TL_TEXT_MAX_LINES)) &&
         !tl_text_is_cut (tl_text_cache_get (texts, card->detail, TL_FONT_CAPTION, room, DETAIL_LINES)) &&
         !tl_text_is_cut (tl_text_cache_get (texts, card->note, TL_FONT_CAPTION, room - beside, FOOT_LINES)) &&
         !tl_text_is_cut (tl_text_cache_get (texts, card->owner, TL_FONT_CAPTION, room, FOOT_LINES));
}

static void
draw_kicker (const TlPainting *painting,
             const TlCard     *card)
{
  TlColour colour = tl_painting_shade (painting, painting->palette->facets[card->facet], card->emphasis);
  double x = card->box.x + PAD_LEFT;
  double y = card->box.y + PAD_TOP;

  if (card->mark == TL_MARK_SEEN)
    tl_glyph_draw_seen (painting->pen, x, y + 1.0, SIGN_SIZE, &colour);
  else if (card->mark == TL_MARK_CHECK)
    tl_glyph_draw_check (painting->pen, x, y + 1.0, SIGN_SIZE, &colour);
  if (card->mark != TL_MARK_NONE)
    x += SIGN_SIZE + SIGN_GAP;

  tl_painting_draw_words (painting, card->kicker, TL_FONT_CAPTION_STRONG, x, y,
                          card->box.x + card->box.width - PAD_RIGHT - x, 1, colour);
}

/* As many dots as there are circles of people, filled as far out as the statement reaches. */
static void
draw_circles (const TlPainting *painting,
              const TlCard     *card,
              double            x,
              double            y)
{
  const TlPalette *palette = painting->palette;
  TlColour filled = tl_painting_shade (painting, palette->facets[card->facet], card->emphasis);
  TlColour empty = tl_painting_shade (painting, palette->track, card->emphasis);

  for (guint i = 0; i < TL_N_CIRCLES; i++)
    {
      const TlRect dot = { x + i * DOT_STEP, y, DOT_SIZE, DOT_SIZE };

      tl_pen_fill_rect (painting->pen, &dot, DOT_SIZE / 2.0, i < card->circle ? &filled : &empty);
    }
}

static void
draw_note (const TlPainting *painting,
           const TlCard     *card,
           double            y)
{
  TlColour colour = tl_painting_shade (painting, painting->palette->dim_text, card->emphasis);
  double height = tl_font_get_line_height (TL_FONT_CAPTION);
  double x = card->box.x + PAD_LEFT;
  double room = get_text_width (card->box.width);
  double beside = get_circles_width (tl_scene_get_texts (painting->scene), card, room);

  if (beside > 0.0)
    draw_circles (painting, card, x, y + (height - DOT_SIZE) / 2.0);
  tl_painting_draw_words (painting, card->note, TL_FONT_CAPTION, x + beside, y, room - beside,
                          FOOT_LINES, colour);
}

void
tl_painting_paint_statement (const TlPainting *painting,
                             const TlCard     *card)
{
  const TlPalette *palette = painting->palette;
  const TlRect *box = &card->box;
  Places places = find_places (tl_scene_get_texts (painting->scene), card, box->width);
  double room = get_text_width (box->width);

  tl_painting_draw_body (painting, card);
  if (*card->kicker != '\0')
    draw_kicker (painting, card);

  tl_painting_draw_words (painting, get_words (card), TL_FONT_STATEMENT, box->x + PAD_LEFT, box->y + places.words_y,
                          room, places.n_lines,
                          tl_painting_shade (painting, *card->title == '\0' ? palette->dim_text : palette->text,
                                             card->emphasis));
  if (*card->detail != '\0')
    tl_painting_draw_words (painting, card->detail, TL_FONT_CAPTION, box->x + PAD_LEFT, box->y + places.detail_y,
                            room, DETAIL_LINES, tl_painting_shade (painting, palette->dim_text, card->emphasis));
  if (*card->note != '\0')
    draw_note (painting, card, box->y + places.note_y);
  if (*card->owner != '\0')
    tl_painting_draw_words (painting, card->owner, TL_FONT_CAPTION, box->x + PAD_LEFT, box->y + places.owner_y,
                            room, FOOT_LINES, tl_painting_shade (painting, palette->dim_text, card->emphasis));
}
