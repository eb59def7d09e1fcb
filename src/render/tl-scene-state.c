/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changes in a scene while it is looked at: what is selected, pointed at, and stands out.  Nothing moves. */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-private.h"

/**
 * tl_scene_get_selected:
 * @self: a scene
 *
 * Returns: the number of the selected card, or %TL_SCENE_NONE
 */
guint
tl_scene_get_selected (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  return self->selected;
}

/**
 * tl_scene_set_selected:
 * @self: a scene
 * @card: the number of a card, or %TL_SCENE_NONE
 */
void
tl_scene_set_selected (TlScene *self,
                       guint    card)
{
  g_return_if_fail (TL_IS_SCENE (self));
  g_return_if_fail (card == TL_SCENE_NONE || card < self->cards->len);

  self->selected = card;
}

/**
 * tl_scene_get_hovered:
 * @self: a scene
 *
 * Returns: the number of the card that is pointed at, or %TL_SCENE_NONE
 */
guint
tl_scene_get_hovered (TlScene *self)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  return self->hovered;
}

/**
 * tl_scene_set_hovered:
 * @self: a scene
 * @card: the number of a card, or %TL_SCENE_NONE
 */
void
tl_scene_set_hovered (TlScene *self,
                      guint    card)
{
  g_return_if_fail (TL_IS_SCENE (self));
  g_return_if_fail (card == TL_SCENE_NONE || card < self->cards->len);

  self->hovered = card;
}

/* A line stands out when both its ends do, and recedes when either does. */
static TlEmphasis
join_emphases (TlEmphasis one,
               TlEmphasis other)
{
  if (one == TL_EMPHASIS_DIMMED || other == TL_EMPHASIS_DIMMED)
    return TL_EMPHASIS_DIMMED;
  if (one == TL_EMPHASIS_HIGHLIGHTED && other == TL_EMPHASIS_HIGHLIGHTED)
    return TL_EMPHASIS_HIGHLIGHTED;

  return TL_EMPHASIS_NORMAL;
}

static TlEmphasis
get_emphasis (TlScene *self,
              guint    card)
{
  return g_array_index (self->cards, TlCard, card).emphasis;
}

static void
refresh_lines (TlScene *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      TlEdge *edge = &g_array_index (self->edges, TlEdge, i);

      edge->emphasis = join_emphases (get_emphasis (self, edge->from), get_emphasis (self, edge->to));
    }

  for (guint i = 0; i < self->tensions->len; i++)
    {
      TlTensionLine *line = &g_array_index (self->tensions, TlTensionLine, i);
      TlEmphasis joined = join_emphases (get_emphasis (self, line->first), get_emphasis (self, line->second));

      /* A tension is not a part of any chain. */
      line->emphasis = joined == TL_EMPHASIS_DIMMED ? joined : TL_EMPHASIS_NORMAL;
    }
}

/**
 * tl_scene_highlight:
 * @self: a scene
 * @cards: (array length=n_cards) (nullable): the numbers of the cards that stand out
 * @n_cards: how many; 0 lets everything be as strong as everything else
 *
 * Lets some cards and the links among them stand out and all others recede.  Nothing moves.
 */
void
tl_scene_highlight (TlScene     *self,
                    const guint *cards,
                    guint        n_cards)
{
  g_return_if_fail (TL_IS_SCENE (self));

  TlEmphasis rest = n_cards > 0 ? TL_EMPHASIS_DIMMED : TL_EMPHASIS_NORMAL;

  for (guint i = 0; i < self->cards->len; i++)
    g_array_index (self->cards, TlCard, i).emphasis = rest;

  for (guint i = 0; i < n_cards; i++)
    {
      g_return_if_fail (cards[i] < self->cards->len);
      g_array_index (self->cards, TlCard, cards[i]).emphasis = TL_EMPHASIS_HIGHLIGHTED;
    }

  refresh_lines (self);
}
