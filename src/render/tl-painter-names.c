/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names where the cards are too small for any: as on a map, those of the largest places first.
 *
 * What most goals lead up to is named, in letters of one size on the screen, as long as names do not cover each other
 * and there are not too many of them.  Which are named depends on what can be seen, so the names belong to the layer
 * that is painted above what is kept of a picture.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define MOST_NAMES  48
#define MOST_ASKED  200          /* of those that are heaviest, how many are tried */
#define NAME_FONT   TL_FONT_CAPTION_STRONG
#define NAME_PAD    4.0
#define GAP         3.0          /* between two names, and between a name and its card */

/* Shapes of a name, on the screen: what there is room for first is taken. */
static const struct
{
  double width;
  int    n_lines;
  guint  longest;            /* word it is for; a word is not to be broken */
} shapes[] = { { 132.0, 1, G_MAXUINT }, { 84.0, 2, 13 }, { 54.0, 3, 8 } };

static gboolean
is_seen (const TlPainting *painting,
         const TlCard     *card)
{
  const TlRect *area = &painting->area;

  return card->box.x <= area->x + area->width && card->box.x + card->box.width >= area->x
         && card->box.y <= area->y + area->height && card->box.y + card->box.height >= area->y;
}

/* Whether a name may stand in a place: where nothing else is, and all of it can be seen. */
static gboolean
suits (const TlPainting *painting,
       const TlRect     *box)
{
  return box->y >= painting->area.y && !tl_painting_is_taken (painting, box, GAP / painting->zoom)
         && !tl_painting_hides_card (painting, box);
}

/* Above the card or below it, beginning or ending with it.  Returns whether there is a place. */
static gboolean
find_place (const TlPainting *painting,
            const TlCard     *card,
            TlRect           *box)
{
  double gap = GAP / painting->zoom;
  const double above = card->box.y - box->height - gap;
  const double below = card->box.y + card->box.height + gap;
  const double left = MAX (card->box.x, MIN (painting->area.x + gap, card->box.x + card->box.width));
  const double right = card->box.x + card->box.width - box->width;
  const double places[][2] = { { left, above }, { right, above }, { left, below }, { right, below } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      box->x = places[i][0];
      box->y = places[i][1];
      if (suits (painting, box))
        return TRUE;
    }

  return FALSE;
}

static guint
measure_longest_word (const char *title)
{
  guint longest = 0;
  guint length = 0;

  for (const char *c = title; *c != '\0'; c = g_utf8_next_char (c))
    {
      length = *c == ' ' || *c == '-' ? 0 : length + 1;
      longest = MAX (longest, length);
    }

  return longest;
}

static void
paint_name (const TlPainting *painting,
            const TlCard     *card)
{
  double factor = tl_painting_get_sign_factor (painting);
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  TlColour ground = tl_colour_with_alpha (painting->palette->background, 0.86);
  guint longest = measure_longest_word (card->title);

  for (guint i = 0; i < G_N_ELEMENTS (shapes) && longest <= shapes[i].longest; i++)
    {
      TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), card->title, NAME_FONT, shapes[i].width,
                                        shapes[i].n_lines);
      double width = greeked ? shapes[i].width * 0.7 : tl_text_get_width (text);
      double height = greeked ? tl_font_get_line_height (NAME_FONT) : tl_text_get_height (text);
      const TlRect inner = { 0.0, 0.0, width + 2.0 * NAME_PAD, height + 1.0 };
      TlRect box = { 0.0, 0.0, inner.width * factor, inner.height * factor };

      if (!find_place (painting, card, &box))
        continue;

      g_array_append_val (painting->taken, box);
      tl_pen_begin_scaled (painting->pen, box.x, box.y, factor);
      tl_pen_fill_rect (painting->pen, &inner, 4.0, &ground);
      tl_painting_draw_words (painting, card->title, NAME_FONT, NAME_PAD, 0.5, greeked ? width : shapes[i].width,
                              shapes[i].n_lines, painting->palette->text);
      tl_pen_end_scaled (painting->pen);
      return;
    }
}

/* Under a veil only the chain is named, whatever leads up to its goals. */
static const guint *
get_cards (const TlPainting *painting,
           guint            *n_cards)
{
  GArray *landmarks;
  double veil;

  tl_scene_get_chain_strength (painting->scene, &veil);
  if (veil > 0.0)
    return tl_scene_get_chain (painting->scene, n_cards);

  landmarks = tl_scene_get_landmarks (painting->scene);
  *n_cards = landmarks->len;

  return (const guint *) (gpointer) landmarks->data;
}

void
tl_painting_paint_names (const TlPainting *painting)
{
  if (painting->detail != TL_DETAIL_BLOCK || tl_scene_get_direction (painting->scene) == TL_SCENE_COLUMNS)
    return;

  guint n_cards;
  const guint *cards = get_cards (painting, &n_cards);
  guint most = painting->taken->len + MOST_NAMES;
  guint n_asked = 0;

  for (guint i = 0; i < n_cards && n_asked < MOST_ASKED && painting->taken->len < most; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, cards[i]);

      if (!is_seen (painting, card))
        continue;

      n_asked++;
      paint_name (painting, card);
    }
}
