/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals of a picture have the words that somebody types, in their title or the name of whoever owns them.
 *
 * Words are compared as in the search for the whole document and in the filter: without case and accents, each of them
 * anywhere.  What is folded away is found as well, and told apart, because nobody could be led to it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-finding.h"

#include "tl-text-fold.h"

static gboolean
has_words (TlGraph            *graph,
           guint               goal,
           const char * const *words)
{
  TlParty *owner = tl_graph_get_owner (graph, goal);
  const char *parts[] = {
    tl_goal_get_title (tl_graph_get_goal (graph, goal)), owner != NULL ? tl_party_get_name (owner) : NULL,
  };

  return tl_text_parts_have_all_words (parts, G_N_ELEMENTS (parts), words);
}

/* From the objectives on, and along each row */
static int
compare_cards (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  TlScene *scene = user_data;
  const TlRect *one = &tl_scene_get_card (scene, *(const guint *) a)->box;
  const TlRect *other = &tl_scene_get_card (scene, *(const guint *) b)->box;
  gboolean is_upright = tl_scene_get_direction (scene) == TL_SCENE_DOWN;
  double along = is_upright ? one->y - other->y : one->x - other->x;
  double across = is_upright ? one->x - other->x : one->y - other->y;

  if (along != 0)
    return along < 0 ? -1 : 1;

  return across < 0 ? -1 : across > 0;
}

/**
 * tl_finding_new:
 * @text: what somebody typed
 * @scene: a picture of goals
 * @graph: the goals it was made of
 * @may_hide: (nullable): for each goal of @graph, whether it would be in the picture if nothing were folded away; %NULL
 *   where nothing ever is
 *
 * Returns: (transfer full): what is found; nothing when there are no words in @text
 */
TlFinding *
tl_finding_new (const char   *text,
                TlScene      *scene,
                TlGraph      *graph,
                const guint8 *may_hide)
{
  g_auto (GStrv) words = tl_text_fold_words (text);
  TlFinding *self;

  g_return_val_if_fail (TL_IS_SCENE (scene), NULL);
  g_return_val_if_fail (graph != NULL, NULL);

  self = g_new0 (TlFinding, 1);
  self->cards = g_array_new (FALSE, FALSE, sizeof (guint));
  self->hidden = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; words[0] != NULL && i < tl_graph_get_n_goals (graph); i++)
    {
      guint card = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, i))));

      if ((card == TL_SCENE_NONE && (may_hide == NULL || !may_hide[i])) ||
          !has_words (graph, i, (const char * const *) words))
        continue;

      if (card != TL_SCENE_NONE)
        g_array_append_val (self->cards, card);
      else
        g_array_append_val (self->hidden, i);
    }

  g_array_sort_with_data (self->cards, compare_cards, scene);
  return self;
}

/**
 * tl_finding_free:
 * @self: (transfer full): what was found
 */
void
tl_finding_free (TlFinding *self)
{
  g_array_unref (self->cards);
  g_array_unref (self->hidden);
  g_free (self);
}

/**
 * tl_finding_get_next:
 * @self: what was found
 * @card: a card of the picture, or %TL_SCENE_NONE
 * @direction: 1 for the one after it, -1 for the one before it
 *
 * Returns: the card found next to @card, which goes round in a circle; the first or the last one when @card is not among
 *   them, and %TL_SCENE_NONE when nothing was found
 */
guint
tl_finding_get_next (TlFinding *self,
                     guint      card,
                     int        direction)
{
  guint place = tl_finding_get_place (self, card);
  guint n_cards = self->cards->len;

  if (n_cards == 0)
    return TL_SCENE_NONE;
  if (place == 0)
    return g_array_index (self->cards, guint, direction > 0 ? 0 : n_cards - 1);

  return g_array_index (self->cards, guint, (place - 1 + n_cards + direction) % n_cards);
}

/**
 * tl_finding_get_place:
 * @self: what was found
 * @card: a card of the picture, or %TL_SCENE_NONE
 *
 * Returns: which of the cards found it is, counted from 1; 0 when it is none of them
 */
guint
tl_finding_get_place (TlFinding *self,
                      guint      card)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      if (g_array_index (self->cards, guint, i) == card)
        return i + 1;
    }

  return 0;
}
