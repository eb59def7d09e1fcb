/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names where the cards are too small for any: as on a map, those of the largest places first.
 *
 * What most goals lead up to is named, in letters of one size on the screen, as long as names do not cover each other
 * and there are not too many of them.  Which are named depends on what can be seen, so the names belong to the layer
 * that is painted above what is kept of a picture.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <stdlib.h>

#include "tl-painter-private.h"
#include "tl-scene-private.h"

#define MOST_NAMES  48
#define MOST_ASKED  200          /* of those that are heaviest, how many are tried */
#define NAME_FONT   TL_FONT_CAPTION_STRONG
#define NAME_WIDTH  132.0        /* on the screen */
#define NAME_PAD    4.0
#define GAP         3.0          /* between two names, and between a name and its card */
#define LEAST_WEIGHT 4.0         /* a goal that fewer lead up to is not worth a name */

typedef struct
{
  guint card;
  float weight;
} Candidate;

static int
compare_candidates (const void *a,
                    const void *b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->weight != other->weight)
    return one->weight > other->weight ? -1 : 1;

  return one->card < other->card ? -1 : one->card > other->card;
}

/* What stands out is named first, what recedes not at all. */
static GArray *
list_candidates (const TlPainting *painting)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  const float *weights = tl_scene_get_weights (painting->scene);

  tl_scene_collect_cards (painting->scene, &painting->area, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      guint number = g_array_index (cards, guint, i);
      const TlCard *card = tl_scene_get_card (painting->scene, number);
      gboolean highlighted = card->emphasis == TL_EMPHASIS_HIGHLIGHTED;

      if (card->emphasis == TL_EMPHASIS_DIMMED || *card->title == '\0' || (weights[number] < LEAST_WEIGHT && !highlighted))
        continue;
      g_array_append_vals (candidates, &(Candidate) { number, weights[number] + (highlighted ? 1e6f : 0.0f) }, 1);
    }
  if (candidates->len > 0)
    qsort (candidates->data, candidates->len, sizeof (Candidate), compare_candidates);

  return candidates;
}

static gboolean
is_free (GArray       *taken,
         const TlRect *box,
         double        gap)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const TlRect *other = &g_array_index (taken, TlRect, i);

      if (box->x < other->x + other->width + gap && other->x < box->x + box->width + gap
          && box->y < other->y + other->height + gap && other->y < box->y + box->height + gap)
        return FALSE;
    }

  return TRUE;
}

/* Above the card, or, where that would be out of sight, below it. */
static void
paint_name (const TlPainting *painting,
            const TlCard     *card)
{
  double factor = tl_painting_get_sign_factor (painting);
  gboolean greeked = painting->painter->layers & TL_LAYER_GREEKED;
  TlText *text = tl_text_cache_get (tl_scene_get_texts (painting->scene), card->title, NAME_FONT, NAME_WIDTH, 1);
  double width = greeked ? NAME_WIDTH * 0.7 : tl_text_get_width (text);
  const TlRect inner = { -NAME_PAD, 0.0, width + 2.0 * NAME_PAD, tl_font_get_line_height (NAME_FONT) + 1.0 };
  double x = MAX (card->box.x, MIN (painting->area.x + GAP * factor, card->box.x + card->box.width));
  TlRect box = { x, card->box.y - (inner.height + GAP) * factor, inner.width * factor, inner.height * factor };
  TlColour ground = tl_colour_with_alpha (painting->palette->background, 0.86);

  if (box.y < painting->area.y)
    box.y = card->box.y + card->box.height + GAP * factor;
  if (!is_free (painting->taken, &box, GAP * factor))
    return;

  g_array_append_val (painting->taken, box);
  tl_pen_begin_scaled (painting->pen, box.x + NAME_PAD * factor, box.y, factor);
  tl_pen_fill_rect (painting->pen, &inner, 4.0, &ground);
  tl_painting_draw_words (painting, card->title, NAME_FONT, 0.0, 0.5, greeked ? width : NAME_WIDTH, 1,
                          painting->palette->text);
  tl_pen_end_scaled (painting->pen);
}

void
tl_painting_paint_names (const TlPainting *painting)
{
  if (painting->detail != TL_DETAIL_BLOCK || tl_scene_get_direction (painting->scene) == TL_SCENE_COLUMNS)
    return;

  g_autoptr (GArray) candidates = list_candidates (painting);
  guint most = painting->taken->len + MOST_NAMES;

  for (guint i = 0; i < MIN (candidates->len, MOST_ASKED) && painting->taken->len < most; i++)
    paint_name (painting, tl_scene_get_card (painting->scene, g_array_index (candidates, Candidate, i).card));
}
