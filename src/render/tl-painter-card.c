/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The card, the one thing everyone looks at, near enough to be read; from further away see tl-painter-far.c.
 *
 * Everything on it stands in a fixed place, so that a row of cards can be read across: facet, title, whose it is,
 * how far it has come.  The stripe and the sign carry the facet's colour, the bar and the glyph the health's;
 * nothing else on the card has a colour.  What is not known is drawn as not known: an empty dotted bar.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-glyphs.h"
#include "tl-painter-private.h"
#include "tl-text-fold.h"

#define RADIUS        8.0
#define STRIPE        5.0
#define BESIDE_STRIPE 3.0
#define PAD_LEFT      17.0
#define PAD_RIGHT     13.0
#define KICKER_Y      9.0
#define SIGN_SIZE     11.0
#define GLYPH_SIZE    13.0
#define TITLE_Y       25.0
#define OWNER_Y       59.5
#define BAR_BOTTOM    11.0          /* from the upper edge of the bar to the lower edge of the card */
#define BAR_HEIGHT    4.0
#define TICK_WIDTH    2.0
#define TICK_REACH    3.0
#define NOTE_GAP      8.0
#define STACK_STEP    4.0           /* from one lower edge to the next of cards that are not shown */
#define N_STACKED     2

/* How far an arc of a circle of RADIUS has come down when it reaches the inner edge of the stripe. */
static double
measure_stripe_drop (void)
{
  return RADIUS - sqrt (RADIUS * RADIUS - (RADIUS - STRIPE) * (RADIUS - STRIPE));
}

/* The stripe follows the card's corners: two parts of the same arc. */
static void
draw_stripe (const TlPainting *painting,
             const TlRect     *box,
             TlColour          colour)
{
  TlPen *pen = painting->pen;
  double angle = acos ((RADIUS - STRIPE) / RADIUS);
  double k = 4.0 / 3.0 * tan (angle / 4.0) * RADIUS;
  double drop = measure_stripe_drop ();
  double top = box->y;
  double bottom = box->y + box->height;
  /* The tangent of the arc where it meets the inner edge. */
  double along_x = k * sin (angle);
  double along_y = k * cos (angle);

  tl_pen_move_to (pen, box->x + STRIPE, top + drop);
  tl_pen_curve_to (pen, box->x + STRIPE - along_x, top + drop + along_y, box->x, top + RADIUS - k, box->x,
                   top + RADIUS);
  tl_pen_line_to (pen, box->x, bottom - RADIUS);
  tl_pen_curve_to (pen, box->x, bottom - RADIUS + k, box->x + STRIPE - along_x, bottom - drop - along_y,
                   box->x + STRIPE, bottom - drop);
  tl_pen_close_path (pen);
  tl_pen_fill (pen, &colour);
}

static void
draw_side (const TlPainting *painting,
           double            x0,
           double            y0,
           double            x1,
           double            y1,
           const TlStroke   *stroke)
{
  tl_pen_move_to (painting->pen, x0, y0);
  tl_pen_line_to (painting->pen, x1, y1);
  tl_pen_stroke (painting->pen, stroke);
}

static void
draw_corner (TlPen  *pen,
             double  from_x,
             double  from_y,
             double  corner_x,
             double  corner_y,
             double  to_x,
             double  to_y)
{
  const double k = 0.5523;

  tl_pen_curve_to (pen,
                   from_x + (corner_x - from_x) * k, from_y + (corner_y - from_y) * k,
                   to_x + (corner_x - to_x) * k, to_y + (corner_y - to_y) * k,
                   to_x, to_y);
}

/* The border, with the sides where something is missing dashed: top, right, bottom, left.  What is whole is one
 * path.  A dashed left side stands beside the stripe, which would hide it.
 */
static void
draw_open_border (const TlPainting *painting,
                  const TlRect     *box,
                  const gboolean    open[4],
                  const TlStroke   *solid,
                  const TlStroke   *dashed)
{
  const double l = box->x, t = box->y, r = box->x + box->width, b = box->y + box->height;
  const double starts[4][2] = { { l + RADIUS, t }, { r, t + RADIUS }, { r - RADIUS, b }, { l, b - RADIUS } };
  const double ends[4][2] = { { r - RADIUS, t }, { r, b - RADIUS }, { l + RADIUS, b }, { l, t + RADIUS } };
  const double corners[4][2] = { { r, t }, { r, b }, { l, b }, { l, t } };
  gboolean connected = FALSE;

  for (int side = 0; side < 4; side++)
    {
      int next = (side + 1) % 4;

      if (!open[side] && !connected)
        tl_pen_move_to (painting->pen, starts[side][0], starts[side][1]);
      if (open[side])
        tl_pen_move_to (painting->pen, ends[side][0], ends[side][1]);
      else
        tl_pen_line_to (painting->pen, ends[side][0], ends[side][1]);
      draw_corner (painting->pen, ends[side][0], ends[side][1], corners[side][0], corners[side][1],
                   starts[next][0], starts[next][1]);
      connected = TRUE;
    }
  tl_pen_stroke (painting->pen, solid);

  for (int side = 0; side < 4; side++)
    {
      double away = side == 3 ? BESIDE_STRIPE : 0.0;

      if (open[side])
        draw_side (painting, starts[side][0] - away, starts[side][1], ends[side][0] - away, ends[side][1], dashed);
    }
}

static void
draw_border (const TlPainting *painting,
             const TlCard     *card)
{
  const TlPalette *palette = painting->palette;
  gboolean highlighted = card->emphasis == TL_EMPHASIS_HIGHLIGHTED;
  gboolean right = tl_scene_get_direction (painting->scene) == TL_SCENE_RIGHT;
  TlColour colour = highlighted ? palette->accent : palette->card_border;
  /* Half a unit inside, so that at a scale of 1 it falls on whole pixels. */
  const TlRect inner = { card->box.x + 0.5, card->box.y + 0.5, card->box.width - 1.0, card->box.height - 1.0 };
  const TlStroke solid = {
    .colour = tl_painting_shade (painting, colour, card->emphasis),
    .width = highlighted ? 1.5 : 1.0,
  };
  const TlStroke dashed = {
    .colour = tl_painting_shade (painting, palette->gap, card->emphasis), .width = 2.0, .dash = 5.0, .space = 4.0,
  };
  const gboolean open[4] = {
    !right && (card->gaps & TL_GAP_LINK), FALSE,
    (card->gaps & TL_GAP_MEASURE) != 0, right && (card->gaps & TL_GAP_LINK),
  };

  if (card->gaps == TL_GAP_NONE)
    tl_pen_stroke_rect (painting->pen, &inner, RADIUS, &solid);
  else
    draw_open_border (painting, &inner, open, &solid, &dashed);
}

/* The lower edges of the cards that would stand below, as of a pile: the farther, the narrower; fewer of them where some
 * have been taken from it.
 */
static void
draw_pile (const TlPainting *painting,
           const TlCard     *card)
{
  TlColour ground = tl_painting_shade (painting, painting->palette->card, card->emphasis);
  const TlStroke edge = {
    .colour = tl_painting_shade (painting, painting->palette->card_border, card->emphasis), .width = 1.0,
  };

  for (int i = card->is_partly_open ? 1 : N_STACKED; i > 0; i--)
    {
      const TlRect under = {
        card->box.x + 0.5 + 2.0 * STACK_STEP * i, card->box.y - 0.5 + STACK_STEP * i,
        card->box.width - 1.0 - 4.0 * STACK_STEP * i, card->box.height,
      };

      tl_pen_fill_rect (painting->pen, &under, RADIUS, &ground);
      tl_pen_stroke_rect (painting->pen, &under, RADIUS, &edge);
    }
}

void
tl_painting_draw_body (const TlPainting *painting,
                       const TlCard     *card)
{
  const TlPalette *palette = painting->palette;
  const TlRect shadow = { card->box.x, card->box.y + 1.5, card->box.width, card->box.height };
  TlColour ground = tl_painting_shade (painting, palette->card, card->emphasis);
  TlColour facet = tl_painting_shade (painting, palette->facets[card->facet], card->emphasis);

  if (palette->shadow.alpha > 0.0 && card->emphasis != TL_EMPHASIS_DIMMED)
    tl_pen_fill_rect (painting->pen, &shadow, RADIUS, &palette->shadow);
  if (card->fold == TL_FOLD_CLOSED)
    draw_pile (painting, card);
  tl_pen_fill_rect (painting->pen, &card->box, RADIUS, &ground);
  draw_border (painting, card);
  draw_stripe (painting, &card->box, facet);
}

static TlRect
get_bar (const TlCard *card)
{
  return (TlRect) {
    card->box.x + PAD_LEFT, card->box.y + card->box.height - BAR_BOTTOM,
    card->box.width - PAD_LEFT - PAD_RIGHT, BAR_HEIGHT,
  };
}

static void
draw_tick (const TlPainting *painting,
           const TlCard     *card,
           const TlRect     *bar)
{
  double x = bar->x + bar->width * CLAMP (card->expected, 0.0, 1.0);
  const TlRect tick = {
    CLAMP (x - TICK_WIDTH / 2.0, bar->x, bar->x + bar->width - TICK_WIDTH), bar->y - TICK_REACH,
    TICK_WIDTH, bar->height + 2.0 * TICK_REACH,
  };
  const TlRect halo = { tick.x - 1.0, tick.y, tick.width + 2.0, tick.height };
  TlColour ground = tl_painting_shade (painting, painting->palette->card, card->emphasis);
  TlColour colour = tl_painting_shade (painting, painting->palette->tick, card->emphasis);

  /* On the empty part of the bar the tick stands out by itself. */
  if (card->attainment > card->expected)
    tl_pen_fill_rect (painting->pen, &halo, 0.0, &ground);
  tl_pen_fill_rect (painting->pen, &tick, 0.0, &colour);
}

static void
draw_unknown_bar (const TlPainting *painting,
                  const TlCard     *card,
                  const TlRect     *bar)
{
  double middle = bar->y + bar->height / 2.0;
  const TlStroke dots = {
    .colour = tl_painting_shade (painting, painting->palette->healths[TL_HEALTH_NO_DATA], card->emphasis),
    .width = 2.0, .dash = 0.01, .space = 6.0, .round = TRUE,
  };

  draw_side (painting, bar->x + 1.0, middle, bar->x + bar->width - 1.0, middle, &dots);
}

static void
draw_bar (const TlPainting *painting,
          const TlCard     *card)
{
  const TlRect bar = get_bar (card);
  TlRect done = bar;
  TlColour colour = tl_painting_shade (painting, painting->palette->healths[card->health], card->emphasis);

  done.width = bar.width * CLAMP (card->attainment, 0.0, 1.0);
  if (done.width > 0.0)
    {
      done.width = MAX (done.width, BAR_HEIGHT);
      tl_pen_fill_rect (painting->pen, &done, BAR_HEIGHT / 2.0, &colour);
    }
  if (!isnan (card->expected))
    draw_tick (painting, card, &bar);
}

static void
draw_signs (const TlPainting *painting,
            const TlCard     *card)
{
  const TlRect *box = &card->box;
  TlColour facet = tl_painting_shade (painting, painting->palette->facets[card->facet], card->emphasis);
  TlColour health = tl_painting_shade (painting, painting->palette->healths[card->health], card->emphasis);

  tl_glyph_draw_facet (painting->pen, card->facet, box->x + PAD_LEFT, box->y + KICKER_Y + 1.5, SIGN_SIZE, &facet);
  tl_glyph_draw_health (painting->pen, card->health, box->x + box->width - PAD_RIGHT - GLYPH_SIZE,
                        box->y + KICKER_Y + 0.5, GLYPH_SIZE, &health);
}

/* The note has its room first, at the right; the kicker takes what is left. */
static void
draw_kicker_line (const TlPainting *painting,
                  const TlCard     *card,
                  double            width)
{
  double x = card->box.x + PAD_LEFT + SIGN_SIZE + 5.0;
  double y = card->box.y + KICKER_Y;
  double room = width - SIGN_SIZE - 5.0 - GLYPH_SIZE - 6.0;

  if (*card->note != '\0')
    {
      TlText *note = tl_text_cache_get (tl_scene_get_texts (painting->scene), card->note, TL_FONT_CAPTION, 0.0, 1);
      double note_width = painting->painter->layers & TL_LAYER_GREEKED ? 36.0 : ceil (tl_text_get_width (note));

      tl_painting_draw_words (painting, card->note, TL_FONT_CAPTION, x + room - note_width, y, note_width, 1,
                              tl_painting_shade (painting, painting->palette->dim_text, card->emphasis));
      room -= note_width + NOTE_GAP;
    }

  tl_painting_draw_words (painting, card->kicker, TL_FONT_CAPTION_STRONG, x, y, room, 1,
                          tl_painting_shade (painting, painting->palette->facets[card->facet], card->emphasis));
}

/* The number has its room first; the owner's name takes what is left. */
static void
draw_owner_line (const TlPainting *painting,
                 const TlCard     *card,
                 double            width)
{
  TlColour colour = tl_painting_shade (painting, painting->palette->dim_text, card->emphasis);
  double x = card->box.x + PAD_LEFT;
  double y = card->box.y + OWNER_Y;
  TlFont font = isnan (card->attainment) ? TL_FONT_CAPTION : TL_FONT_CAPTION_STRONG;
  TlText *number = tl_text_cache_get (tl_scene_get_texts (painting->scene), card->attainment_text, font, 0.0, 1);
  double number_width = painting->painter->layers & TL_LAYER_GREEKED ? 28.0 : tl_text_get_width (number);

  tl_painting_draw_words (painting, card->owner, TL_FONT_CAPTION, x, y, floor (width - number_width - 10.0), 1, colour);
  if (painting->painter->layers & TL_LAYER_GREEKED)
    tl_painting_draw_words (painting, NULL, font, x + width - number_width, y, number_width, 1, colour);
  else
    tl_pen_draw_text (painting->pen, number, x + width - number_width, y, &colour);
}

/* What stands in place of words that nobody has written yet. */
const char *
tl_painter_get_untitled (TlCardKind kind)
{
  /* Translators: stands on a card of the frame in place of the words of a statement that has none */
  if (kind == TL_CARD_STATEMENT)
    return _("Nothing said yet");

  /* Translators: stands on a card in place of the title of a goal that has none yet */
  return _("Untitled goal");
}

static void
draw_words (const TlPainting *painting,
            const TlCard     *card)
{
  const TlPalette *palette = painting->palette;
  const TlRect *box = &card->box;
  double width = box->width - PAD_LEFT - PAD_RIGHT;
  gboolean untitled = tl_text_is_blank (card->title);
  const char *title = untitled ? tl_painter_get_untitled (card->kind) : card->title;

  draw_kicker_line (painting, card, width);
  tl_painting_draw_words (painting, title, TL_FONT_CARD_TITLE, box->x + PAD_LEFT, box->y + TITLE_Y, width, 2,
                          tl_painting_shade (painting, untitled ? palette->dim_text : palette->text, card->emphasis));
  draw_owner_line (painting, card, width);
}

/* Everything on a card that is no text and no number: the same for all cards with the same key. */
static void
draw_blank (const TlPainting *painting,
            const TlCard     *card)
{
  const TlRect bar = get_bar (card);
  TlColour track = tl_painting_shade (painting, painting->palette->track, card->emphasis);

  tl_painting_draw_body (painting, card);
  draw_signs (painting, card);
  if (isnan (card->attainment))
    draw_unknown_bar (painting, card, &bar);
  else
    tl_pen_fill_rect (painting->pen, &bar, BAR_HEIGHT / 2.0, &track);
}

static guint
make_key (const TlPainting *painting,
          const TlCard     *card)
{
  return card->facet | card->health << 2 | card->gaps << 4 | card->emphasis << 6
         | (isnan (card->attainment) ? 1u << 8 : 0) | (card->fold == TL_FOLD_CLOSED ? 1u << 9 : 0)
         | painting->detail << 10 | (card->is_partly_open ? 1u << 12 : 0);
}

/* Draws what all cards with the same key have in common, once where the pen can keep it; a card that is larger or
 * smaller than others has nothing in common with them.
 */
void
tl_painting_stamp (const TlPainting *painting,
                   const TlCard     *card,
                   void            (*draw) (const TlPainting *, const TlCard *))
{
  TlCard blank = *card;

  if (card->box.width != TL_CARD_WIDTH || card->box.height != TL_CARD_HEIGHT)
    {
      draw (painting, card);
      return;
    }

  if (!tl_pen_begin_stamp (painting->pen, make_key (painting, card), card->box.x, card->box.y))
    return;

  blank.box.x = 0.0;
  blank.box.y = 0.0;
  draw (painting, &blank);
  tl_pen_end_stamp (painting->pen);
}

static void
paint_full (const TlPainting *painting,
            const TlCard     *card)
{
  tl_painting_stamp (painting, card, draw_blank);
  draw_words (painting, card);
  if (!isnan (card->attainment))
    draw_bar (painting, card);
  tl_painting_paint_fold (painting, card);
}

static void
paint_goal (const TlPainting *painting,
            const TlCard     *card)
{
  TlCard snapped = *card;

  tl_pen_snap (painting->pen, &snapped.box.x, &snapped.box.y);
  if (painting->detail == TL_DETAIL_FULL)
    paint_full (painting, &snapped);
  else
    tl_painting_paint_title (painting, &snapped);
}

void
tl_painting_paint_card (const TlPainting *painting,
                        const TlCard     *card)
{
  gboolean is_statement = card->kind == TL_CARD_STATEMENT;
  g_autofree char *id = g_strconcat (is_statement ? "statement-" : "goal-", card->id, NULL);

  tl_pen_begin_group (painting->pen, id, card->title, card->description);
  if (!is_statement)
    paint_goal (painting, card);
  else if (painting->detail == TL_DETAIL_FULL)
    tl_painting_paint_statement (painting, card);
  else
    tl_painting_paint_title (painting, card);
  tl_pen_end_group (painting->pen);
}
