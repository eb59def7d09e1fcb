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
#define SIGN_GAP    2.5
#define ITEM_GAP    6.0
#define DIGIT       7.2
#define LINE        14.0
#define TOUCH       5.0              /* a pointer need not hit it exactly */

/* From nearer everything stands on a handle, and those of what is open are there too; from further away only how many
 * goals there are, in letters that can be read that far.
 */
#define SCALE_ALL    0.6
#define SCALE_NUMBER 0.38
#define FAR_FACTOR   1.75

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

/* The number of all that is folded away with its sign, then those of each health there is; from further away only that
 * number.
 */
static void
list_items (const TlCard *card,
            gboolean      all,
            TlFoldHandle *handle)
{
  handle->items[handle->n_items++] = (TlFoldItem) { .total = TRUE, .count = card->n_below };
  for (guint i = 0; all && i < TL_N_HEALTHS; i++)
    if (card->below[order[i]] > 0)
      handle->items[handle->n_items++] = (TlFoldItem) { .health = order[i], .count = card->below[order[i]] };
}

/* Items stand side by side below a card, and one below the other beside it.  Measures the handle, as if it were not
 * enlarged.
 */
static void
place_items (TlFoldHandle *handle,
             gboolean      all,
             gboolean      down,
             double       *width,
             double       *height)
{
  double x = PAD;
  double y = down ? (INSIDE + OUTSIDE - LINE) / 2.0 : 2.0;

  *width = 0.0;
  for (guint i = 0; i < handle->n_items; i++)
    {
      TlFoldItem *item = &handle->items[i];

      item->indent = all ? TL_FOLD_SIGN + SIGN_GAP : 0.0;
      item->box = (TlRect) { x, y, item->indent + measure_number (item->count), LINE };
      *width = MAX (*width, x + item->box.width + PAD);
      if (down)
        x += item->box.width + ITEM_GAP;
      else
        y += LINE;
    }
  *height = down ? INSIDE + OUTSIDE : y + 2.0;
}

/* Enlarged, a handle below a card reaches further into it, because the next card may be near; one beside it grows away
 * from it, because the sign of its health is near.
 */
static TlRect
find_box (const TlCard *card,
          gboolean      down,
          double        width,
          double        height,
          double        factor)
{
  const TlRect *box = &card->box;

  width *= factor;
  height *= factor;
  if (down)
    return (TlRect) { box->x + (box->width - width) / 2.0, box->y + box->height + OUTSIDE - height, width, height };

  return (TlRect) { box->x + box->width - INSIDE, box->y + (box->height - height) / 2.0, width, height };
}

/* Where the handle of a card is that is painted at a scale, and what stands on it when it is closed.  Its box is empty
 * when there is none.
 */
void
tl_card_lay_out_fold (const TlCard     *card,
                      TlSceneDirection  direction,
                      double            scale,
                      TlFoldHandle     *handle)
{
  gboolean down = direction == TL_SCENE_DOWN;
  gboolean all = scale >= SCALE_ALL;
  double width = down ? OPEN_WIDTH : INSIDE + OUTSIDE;
  double height = down ? INSIDE + OUTSIDE : OPEN_WIDTH;

  *handle = (TlFoldHandle) { .factor = all ? 1.0 : FAR_FACTOR };
  if (card->fold == TL_FOLD_NONE || scale < (card->fold == TL_FOLD_CLOSED ? SCALE_NUMBER : SCALE_ALL))
    return;

  if (card->fold == TL_FOLD_CLOSED)
    {
      list_items (card, all, handle);
      place_items (handle, all, down, &width, &height);
    }
  handle->box = find_box (card, down, width, height, handle->factor);
}

/* How far a handle reaches beyond the card, on whichever side. */
static double
measure_overhang (const TlCard *card,
                  const TlRect *handle)
{
  const TlRect *box = &card->box;
  double x = MAX (box->x - handle->x, handle->x + handle->width - box->x - box->width);
  double y = MAX (box->y - handle->y, handle->y + handle->height - box->y - box->height);

  return MAX (MAX (x, y), 0.0);
}

/**
 * tl_card_measure_fold:
 * @card: a card
 * @direction: which way the picture runs
 *
 * Returns: how far its handle reaches beyond it, in units of the picture, at the scale at which it reaches furthest; 0
 *   when it has none
 */
double
tl_card_measure_fold (const TlCard     *card,
                      TlSceneDirection  direction)
{
  static const double scales[] = { SCALE_ALL, SCALE_NUMBER };
  double reach = 0.0;

  g_return_val_if_fail (card != NULL, 0.0);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      TlFoldHandle handle;

      tl_card_lay_out_fold (card, direction, scales[i], &handle);
      if (handle.box.width > 0.0)
        reach = MAX (reach, measure_overhang (card, &handle.box));
    }

  return reach;
}

/**
 * tl_card_get_fold_box:
 * @card: a card
 * @direction: which way the picture runs
 * @scale: pixels for a unit of the picture
 * @box: (out): where its handle is at that scale, in units of the picture; empty when none is painted
 *
 * From further away only the handles of what is folded away are shown, and larger; from very far away none.
 */
void
tl_card_get_fold_box (const TlCard     *card,
                      TlSceneDirection  direction,
                      double            scale,
                      TlRect           *box)
{
  TlFoldHandle handle;

  g_return_if_fail (card != NULL && box != NULL);

  tl_card_lay_out_fold (card, direction, scale, &handle);
  *box = handle.box;
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
 * @scale: pixels for a unit of the picture
 *
 * Returns: the number of the card whose handle is seen there at that scale, or %TL_SCENE_NONE
 */
guint
tl_scene_get_fold_at (TlScene *self,
                      double   x,
                      double   y,
                      double   scale)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  const double reach = tl_scene_get_fold_reach (self) + TOUCH;

  tl_scene_collect_cards (self, &(TlRect) { x - reach, y - reach, 2.0 * reach, 2.0 * reach }, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      const TlCard *card = tl_scene_get_card (self, g_array_index (cards, guint, i));
      TlRect box;

      tl_card_get_fold_box (card, self->direction, scale, &box);
      if (box.width > 0.0 && contains (&box, x, y))
        return g_array_index (cards, guint, i);
    }

  return TL_SCENE_NONE;
}
