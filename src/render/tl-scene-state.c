/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What changes in a scene while it is looked at: what is selected, found, pointed at, and stands out.
 * Nothing moves.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include "tl-scene-private.h"

/* Keeps a set of cards ascending and each once, so that one card is found by halving. */
void
tl_scene_fill_set (TlScene     *self,
                   GArray      *set,
                   const guint *cards,
                   guint        n_cards)
{
  guint n_kept = 0;

  g_array_set_size (set, 0);
  for (guint i = 0; i < n_cards; i++)
    {
      g_return_if_fail (cards[i] < self->cards->len);
      g_array_append_val (set, cards[i]);
    }
  g_array_sort (set, tl_scene_compare_numbers);

  for (guint i = 0; i < set->len; i++)
    if (n_kept == 0 || g_array_index (set, guint, i) != g_array_index (set, guint, n_kept - 1))
      g_array_index (set, guint, n_kept++) = g_array_index (set, guint, i);
  g_array_set_size (set, n_kept);
}

/**
 * tl_scene_get_selected:
 * @self: a scene
 *
 * Returns: the number of the card that is selected, of several the primary one, or %TL_SCENE_NONE
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
 *
 * Makes @card the only one that is selected.
 */
void
tl_scene_set_selected (TlScene *self,
                       guint    card)
{
  g_return_if_fail (TL_IS_SCENE (self));
  g_return_if_fail (card == TL_SCENE_NONE || card < self->cards->len);

  tl_scene_set_selection (self, &card, card == TL_SCENE_NONE ? 0 : 1, card);
}

/**
 * tl_scene_get_selection:
 * @self: a scene
 * @n_cards: (out): how many there are
 *
 * Returns: (array length=n_cards) (transfer none): the numbers of the cards that are selected, ascending, until the
 *   selection changes
 */
const guint *
tl_scene_get_selection (TlScene *self,
                        guint   *n_cards)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_cards != NULL, NULL);

  *n_cards = self->selection->len;

  return (const guint *) (gpointer) self->selection->data;
}

/**
 * tl_scene_set_selection:
 * @self: a scene
 * @cards: (array length=n_cards) (nullable): the numbers of the cards that are selected, in any order
 * @n_cards: how many; 0 selects nothing
 * @primary: the one of @cards that keys begin from and that details are shown of; %TL_SCENE_NONE when there are none
 */
void
tl_scene_set_selection (TlScene     *self,
                        const guint *cards,
                        guint        n_cards,
                        guint        primary)
{
  g_return_if_fail (TL_IS_SCENE (self));
  g_return_if_fail (cards != NULL || n_cards == 0);

  tl_scene_fill_set (self, self->selection, cards, n_cards);
  self->selected = primary;
  g_return_if_fail (self->selection->len == 0 ? primary == TL_SCENE_NONE : tl_scene_is_selected (self, primary));
}

/**
 * tl_scene_is_selected:
 * @self: a scene
 * @card: the number of a card
 *
 * Returns: whether it is one of those that are selected
 */
gboolean
tl_scene_is_selected (TlScene *self,
                      guint    card)
{
  g_return_val_if_fail (TL_IS_SCENE (self), FALSE);

  return g_array_binary_search (self->selection, &card, tl_scene_compare_numbers, NULL);
}

/**
 * tl_scene_get_found:
 * @self: a scene
 * @n_cards: (out): how many there are
 * @current: (out) (optional): the one that is looked at, or %TL_SCENE_NONE
 *
 * Returns: (array length=n_cards) (transfer none): the numbers of the cards a search has found, ascending
 */
const guint *
tl_scene_get_found (TlScene *self,
                    guint   *n_cards,
                    guint   *current)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_cards != NULL, NULL);

  *n_cards = self->found->len;
  if (current != NULL)
    *current = self->found_current;

  return (const guint *) (gpointer) self->found->data;
}

/**
 * tl_scene_set_found:
 * @self: a scene
 * @cards: (array length=n_cards) (nullable): the numbers of the cards a search in the picture has found
 * @n_cards: how many; 0 when nothing is searched for, or nothing found
 * @current: the number of the one that is looked at, or %TL_SCENE_NONE
 *
 * Each has a halo, the current one a stronger one.
 */
void
tl_scene_set_found (TlScene     *self,
                    const guint *cards,
                    guint        n_cards,
                    guint        current)
{
  g_return_if_fail (TL_IS_SCENE (self));
  g_return_if_fail (cards != NULL || n_cards == 0);
  g_return_if_fail (current == TL_SCENE_NONE || current < self->cards->len);

  tl_scene_fill_set (self, self->found, cards, n_cards);
  self->found_current = current;
}

/**
 * tl_scene_get_target:
 * @self: a scene
 * @allowed: (out) (optional): whether the line may end there
 *
 * Returns: the number of the card a line that is being drawn would reach, or %TL_SCENE_NONE
 */
guint
tl_scene_get_target (TlScene  *self,
                     gboolean *allowed)
{
  g_return_val_if_fail (TL_IS_SCENE (self), TL_SCENE_NONE);

  if (allowed != NULL)
    *allowed = self->target_allowed;

  return self->target;
}

/**
 * tl_scene_set_target:
 * @self: a scene
 * @card: the number of the card a line that is being drawn would reach, or %TL_SCENE_NONE
 * @allowed: whether the line may end there
 */
void
tl_scene_set_target (TlScene  *self,
                     guint     card,
                     gboolean  allowed)
{
  g_return_if_fail (TL_IS_SCENE (self));
  g_return_if_fail (card == TL_SCENE_NONE || card < self->cards->len);

  self->target = card;
  self->target_allowed = allowed;
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

/* Whether cards recede behind others in the picture itself */
gboolean
tl_scene_is_receding (TlScene *self)
{
  return self->is_receding;
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
 * @recede: whether all others recede behind them, rather than staying as they are
 *
 * Lets some cards and the links among them stand out.  Nothing moves.
 */
void
tl_scene_highlight (TlScene     *self,
                    const guint *cards,
                    guint        n_cards,
                    gboolean     recede)
{
  g_return_if_fail (TL_IS_SCENE (self));

  TlEmphasis rest = n_cards > 0 && recede ? TL_EMPHASIS_DIMMED : TL_EMPHASIS_NORMAL;

  self->is_receding = rest == TL_EMPHASIS_DIMMED;
  for (guint i = 0; i < self->cards->len; i++)
    g_array_index (self->cards, TlCard, i).emphasis = rest;

  for (guint i = 0; i < n_cards; i++)
    {
      g_return_if_fail (cards[i] < self->cards->len);
      g_array_index (self->cards, TlCard, cards[i]).emphasis = TL_EMPHASIS_HIGHLIGHTED;
    }

  refresh_lines (self);
  tl_scene_drop_landmarks (self);
}
