/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The handles by which what stands beneath a card is opened and closed: where they are, and what stands on them.
 *
 * A handle sits astride the side of the card that what helps it hangs from.  On a card that is closed it says how
 * many goals are folded away and how these stand, always in the same order and each with its sign, so that no colour
 * has to be told from another.  Its size follows from its numbers alone: finding what a pointer touches must not ask
 * for fonts.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-private.h"

#define INSIDE      6.0              /* of a handle, over the card */
#define OUTSIDE     11.0             /* less than the gap in a stack of cards */
#define OPEN_WIDTH  26.0
#define PAD         6.0
#define SIGN        9.0
#define SIGN_GAP    2.5
#define ITEM_GAP    6.0
#define DIGIT       7.2
#define LINE        14.0
#define TOUCH       5.0              /* a pointer need not hit it exactly */
#define MOST_DIGITS 6
#define OPEN_SCALE  0.55             /* from here on the handles of what is open are painted */

/* What needs looking at comes first. */
static const TlHealth order[TL_N_HEALTHS] = {
  TL_HEALTH_OFF_TRACK, TL_HEALTH_AT_RISK, TL_HEALTH_ON_TRACK, TL_HEALTH_NO_DATA,
};

static double
measure_number (guint number)
{
  double width = DIGIT;

  for (; number >= 10; number /= 10)
    width += DIGIT;

  return width;
}

/* The sign and the number of all that is folded away, then those of each health there is; relative to the handle. */
static guint
list_items (const TlCard *card,
            gboolean      down,
            TlFoldItem    items[TL_FOLD_MAX_ITEMS])
{
  guint n = 0;
  double x = PAD;
  double y = 2.0;

  items[n++] = (TlFoldItem) { .total = TRUE, .count = card->n_below };
  for (guint i = 0; i < TL_N_HEALTHS; i++)
    if (card->below[order[i]] > 0)
      items[n++] = (TlFoldItem) { .health = order[i], .count = card->below[order[i]] };

  for (guint i = 0; i < n; i++)
    {
      double number = measure_number (items[i].count);

      items[i].box = (TlRect) { down ? x : PAD, down ? (INSIDE + OUTSIDE - LINE) / 2.0 : y,
                                SIGN + SIGN_GAP + number, LINE };
      x += SIGN + SIGN_GAP + number + ITEM_GAP;
      y += LINE;
    }

  return n;
}

static TlRect
find_box (const TlCard *card,
          gboolean      down,
          double        width,
          double        height)
{
  if (down)
    return (TlRect) {
      card->box.x + (card->box.width - width) / 2.0, card->box.y + card->box.height - INSIDE, width, height,
    };

  return (TlRect) {
    card->box.x + card->box.width - INSIDE, card->box.y + (card->box.height - height) / 2.0, width, height,
  };
}

/* Where the handle of a card is, and what stands on it when it is closed; how many items these are. */
guint
tl_card_list_fold_items (const TlCard     *card,
                         TlSceneDirection  direction,
                         TlRect           *box,
                         TlFoldItem        items[TL_FOLD_MAX_ITEMS])
{
  gboolean down = direction == TL_SCENE_DOWN;
  double width = down ? OPEN_WIDTH : INSIDE + OUTSIDE;
  double height = down ? INSIDE + OUTSIDE : OPEN_WIDTH;
  guint n_items = 0;

  if (card->fold == TL_FOLD_NONE)
    {
      *box = (TlRect) { card->box.x, card->box.y, 0.0, 0.0 };
      return 0;
    }

  if (card->fold == TL_FOLD_CLOSED)
    {
      n_items = list_items (card, down, items);
      width = 0.0;
      for (guint i = 0; i < n_items; i++)
        width = MAX (width, items[i].box.x + items[i].box.width + PAD);
      height = down ? INSIDE + OUTSIDE : n_items * LINE + 4.0;
    }

  *box = find_box (card, down, width, height);
  for (guint i = 0; i < n_items; i++)
    {
      items[i].box.x += box->x;
      items[i].box.y += box->y;
    }

  return n_items;
}

/**
 * tl_card_get_fold_box:
 * @card: a card
 * @direction: which way the picture runs
 * @box: (out): where its handle is, in units of the picture; empty when it has none
 */
void
tl_card_get_fold_box (const TlCard     *card,
                      TlSceneDirection  direction,
                      TlRect           *box)
{
  TlFoldItem items[TL_FOLD_MAX_ITEMS];

  g_return_if_fail (card != NULL && box != NULL);

  tl_card_list_fold_items (card, direction, box, items);
}

/**
 * tl_card_shows_fold:
 * @card: a card
 * @scale: pixels for a unit of the picture
 *
 * From further away only the handles of what is folded away are shown, and from very far away none: what is not there to
 * be seen nobody means to hit.
 *
 * Returns: whether it has a handle that is painted at that scale
 */
gboolean
tl_card_shows_fold (const TlCard *card,
                    double        scale)
{
  g_return_val_if_fail (card != NULL, FALSE);

  return card->fold != TL_FOLD_NONE && scale >= (card->fold == TL_FOLD_CLOSED ? TL_FOLD_SCALE : OPEN_SCALE);
}

static gboolean
contains (const TlRect *box,
          double        x,
          double        y)
{
  return x >= box->x - TOUCH && x <= box->x + box->width + TOUCH
         && y >= box->y - TOUCH && y <= box->y + box->height + TOUCH;
}

/**
 * tl_scene_get_fold_at:
 * @self: a scene
 * @x: a place in units of the picture
 * @y: its ordinate
 *
 * Whether it can be seen there tl_card_shows_fold() says.
 *
 * Returns: the number of the card whose handle is there, or %TL_SCENE_NONE
 */
guint
tl_scene_get_fold_at (TlScene *self,
                      double   x,
                      double   y)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  const double reach = TOUCH + 2.0 * PAD + SIGN + SIGN_GAP + MOST_DIGITS * DIGIT;

  tl_scene_collect_cards (self, &(TlRect) { x - reach, y - reach, 2.0 * reach, 2.0 * reach }, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      const TlCard *card = tl_scene_get_card (self, g_array_index (cards, guint, i));
      TlRect box;

      tl_card_get_fold_box (card, self->direction, &box);
      if (card->fold != TL_FOLD_NONE && contains (&box, x, y))
        return g_array_index (cards, guint, i);
    }

  return TL_SCENE_NONE;
}
