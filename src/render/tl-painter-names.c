/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names where the cards are too small for any: as on a map, those of the largest places first; from further away see
 * tl-painter-places.c.
 *
 * What most goals lead up to is named, in letters of one size on the screen, as long as names do not cover each other
 * and there are not too many of them.  Which are named depends on what can be seen, so the names belong to the layer
 * that is painted above what is kept of a picture.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-painter-private.h"
#include "tl-scene-private.h"
#include "tl-text-fold.h"

#define SCALE_PLACES 0.1         /* from further away units are named instead of goals */
#define MOST_NAMES   48
#define MOST_ASKED   200         /* of those that are heaviest, how many are tried */
#define GAP          3.0         /* between two names, and between a name and its card */
#define BESIDE       1.6         /* how many times as far away cards are that it does not name, left and right */
#define APART        3.0         /* the same above and below, where it would seem to name them */

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

static gboolean
is_whole (const TlPainting *painting,
          const TlRect     *box)
{
  const TlRect *area = &painting->area;

  return box->x >= area->x && box->x + box->width <= area->x + area->width
         && box->y >= area->y && box->y + box->height <= area->y + area->height;
}

/* Whether a name would stand over a card, or hardly further from another than from its own, and be read as the other's. */
static gboolean
misleads (const TlPainting *painting,
          const TlRect     *box)
{
  double aside = BESIDE * GAP / painting->zoom;
  double apart = APART * GAP / painting->zoom;
  const TlRect around = { box->x - aside, box->y - apart, box->width + 2.0 * aside, box->height + 2.0 * apart };
  g_autoptr (GArray) cards = NULL;

  if (tl_painting_hides_card (painting, box))
    return TRUE;

  cards = g_array_new (FALSE, FALSE, sizeof (guint));
  tl_scene_collect_cards (painting->scene, &around, cards);

  return cards->len > 1;
}

/* Whether a name may stand in a place: where nothing else is, and all of it can be seen. */
static gboolean
suits (const TlPainting *painting,
       const TlRect     *box)
{
  return is_whole (painting, box) && !tl_painting_is_taken (painting, box, GAP / painting->zoom)
         && !misleads (painting, box);
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
  guint longest = measure_longest_word (card->title);
  TlSign sign = {
    .string = card->title, .font = TL_FONT_CAPTION_STRONG, .pad = TL_NAME_PAD, .colour = painting->palette->text,
    .ground = tl_colour_with_alpha (painting->palette->background, TL_NAME_GROUND),
  };

  for (guint i = 0; i < G_N_ELEMENTS (shapes) && longest <= shapes[i].longest; i++)
    {
      sign.most = shapes[i].width;
      sign.n_lines = shapes[i].n_lines;
      tl_painting_measure_sign (painting, &sign);
      if (!find_place (painting, card, &sign.box))
        continue;

      tl_painting_paint_sign (painting, &sign);
      return;
    }
}

static gboolean
is_veiled (const TlPainting *painting)
{
  double veil;

  tl_scene_get_chain_strength (painting->scene, &veil);

  return veil > 0.0;
}

/* Under a veil only the chain is named, whatever leads up to its goals. */
static const guint *
get_cards (const TlPainting *painting,
           guint            *n_cards)
{
  GArray *landmarks;

  if (is_veiled (painting))
    return tl_scene_get_chain (painting->scene, n_cards);

  landmarks = tl_scene_get_landmarks (painting->scene);
  *n_cards = landmarks->len;

  return (const guint *) (gpointer) landmarks->data;
}

/* What stands out comes first among what is worth a name.  Begins at a place of that order, and returns where it ended. */
static guint
paint_titles (const TlPainting *painting,
              guint             first,
              gboolean          only_highlighted)
{
  guint n_cards, i;
  const guint *cards = get_cards (painting, &n_cards);
  guint most = painting->taken->len + MOST_NAMES;
  guint n_asked = 0;

  for (i = first; i < n_cards && n_asked < MOST_ASKED && painting->taken->len < most; i++)
    {
      const TlCard *card = tl_scene_get_card (painting->scene, cards[i]);

      if (only_highlighted && card->emphasis != TL_EMPHASIS_HIGHLIGHTED)
        break;
      if (!is_seen (painting, card) || tl_text_is_blank (card->title))
        continue;

      n_asked++;
      paint_name (painting, card);
    }

  return i;
}

/* From so far that a goal is one of very many, it is told whose they are, beside the titles of those that stand out. */
void
tl_painting_paint_names (const TlPainting *painting)
{
  if (painting->detail != TL_DETAIL_BLOCK || tl_scene_get_direction (painting->scene) == TL_SCENE_COLUMNS)
    return;

  gboolean far = painting->zoom < SCALE_PLACES && !is_veiled (painting);
  guint n_tried = paint_titles (painting, 0, far);

  if (far && tl_painting_paint_places (painting) == 0)
    paint_titles (painting, n_tried, FALSE);
}
