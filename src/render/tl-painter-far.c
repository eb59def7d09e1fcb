/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cards from further away than all of them can be read: only the title, in larger letters the further away it is, and
 * how the goal stands.  From further away still see tl-painter-blocks.c.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-glyphs.h"
#include "tl-painter-private.h"
#include "tl-text-fold.h"

#define TITLE_LEFT   17.0
#define GLYPH_ROOM   35.0
#define SIGN         21.0
#define SIGN_MARGIN  11.0
#define STATEMENT_PAD 11.0

/* The letters of titles are this many times as large from the scale down; in steps, because a title that was broken
 * anew with every step of the wheel could not be read.
 */
static const struct
{
  double scale;
  double factor;
} steps[] = { { 0.48, 1.0 }, { 0.39, 1.2 }, { 0.31, 1.5 }, { 0.0, 1.85 } };

static double
get_factor (double zoom)
{
  guint i = 0;

  while (zoom < steps[i].scale)
    i++;

  return steps[i].factor;
}

static double
choose_factor (const TlPainting *painting,
               const TlCard     *card)
{
  /* A statement's card is no larger than its words. */
  return card->kind == TL_CARD_STATEMENT ? 1.0 : get_factor (painting->zoom);
}

/* One step smaller, where that is still larger than from near. */
static double
get_next_factor (double factor)
{
  guint i = 0;

  while (i + 1 < G_N_ELEMENTS (steps) && steps[i + 1].factor < factor)
    i++;

  return steps[i].factor;
}

/* In units of the picture, where there are titles at all */
double
tl_painter_get_title_size (double zoom)
{
  if (tl_painter_choose_detail (zoom) == TL_DETAIL_FULL)
    return tl_font_get_size (TL_FONT_CARD_TITLE);

  return tl_font_get_size (TL_FONT_FAR) * get_factor (zoom);
}

/* As many as fit between the edges of the card, or above the handle at its lower edge. */
static int
count_lines (const TlCard *card,
             double        room,
             double        factor)
{
  return CLAMP ((int) (room / (tl_font_get_line_height (TL_FONT_FAR) * factor)), 1,
                card->kind == TL_CARD_GOAL ? 3 : TL_TEXT_MAX_LINES);
}

/* A word that is longer than a line ends a title before its last line; one step smaller it may fit. */
static double
fit_words (const TlPainting *painting,
           const TlCard     *card,
           const char       *title,
           double            width,
           double            room)
{
  double factor = choose_factor (painting, card);
  int n_lines = count_lines (card, room, factor);
  TlText *text;

  if (factor <= 1.0 || painting->painter->layers & TL_LAYER_GREEKED)
    return factor;

  text = tl_text_cache_get (tl_scene_get_texts (painting->scene), title, TL_FONT_FAR, width / factor, n_lines);

  return tl_text_is_cut (text) && tl_text_get_n_lines (text) < (guint) n_lines ? get_next_factor (factor) : factor;
}

/* How high the title is, as a share of its letters; and whether it has to be kept inside the card. */
static double
measure_title (const TlPainting *painting,
               const char       *title,
               double            width,
               int               n_lines,
               gboolean         *climbs)
{
  TlText *text;

  *climbs = FALSE;
  if (painting->painter->layers & TL_LAYER_GREEKED)
    return tl_font_get_line_height (TL_FONT_FAR);

  text = tl_text_cache_get (tl_scene_get_texts (painting->scene), title, TL_FONT_FAR, width, n_lines);
  *climbs = tl_text_may_climb (text);

  return tl_text_get_height (text);
}

static void
draw_title (const TlPainting *painting,
            const TlCard     *card)
{
  gboolean untitled = tl_text_is_blank (card->title);
  const char *title = untitled ? tl_painter_get_untitled (card->kind) : card->title;
  double left = TITLE_LEFT - (choose_factor (painting, card) > 1.0 ? 3.0 : 0.0);
  double width = card->box.width - left - (card->kind == TL_CARD_GOAL ? GLYPH_ROOM : STATEMENT_PAD);
  double room = card->box.height - (card->kind == TL_CARD_GOAL ? 0.0 : 8.0) - tl_painting_measure_fold (painting, card);
  double factor = fit_words (painting, card, title, width, room + 1.0);
  int n_lines = count_lines (card, room + 1.0, factor);
  const TlPalette *palette = painting->palette;
  gboolean climbs;
  double height = measure_title (painting, title, width / factor, n_lines, &climbs) * factor;

  if (climbs)
    tl_pen_begin_clip (painting->pen, &card->box, 0.0);
  tl_painting_draw_large_words (painting, title, TL_FONT_FAR, factor,
                                &(TlRect) { card->box.x + left, card->box.y + floor ((room - height) / 2.0), width, height },
                                n_lines, tl_painting_shade (painting, untitled ? palette->dim_text : palette->text,
                                                            card->emphasis));
  if (climbs)
    tl_pen_end_clip (painting->pen);
}

static void
draw_blank (const TlPainting *painting,
            const TlCard     *card)
{
  const TlRect *box = &card->box;
  TlColour health = tl_painting_shade (painting, painting->palette->healths[card->health], card->emphasis);

  tl_painting_draw_body (painting, card);
  if (card->kind == TL_CARD_GOAL)
    tl_glyph_draw_health (painting->pen, card->health, box->x + box->width - SIGN - SIGN_MARGIN,
                          box->y + (box->height - SIGN - tl_painting_measure_fold (painting, card)) / 2.0, SIGN, &health);
}

void
tl_painting_paint_title (const TlPainting *painting,
                         const TlCard     *card)
{
  tl_painting_stamp (painting, card, draw_blank);
  draw_title (painting, card);
  tl_painting_paint_fold (painting, card);
}
