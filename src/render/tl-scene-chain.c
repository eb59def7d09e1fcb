/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain of a card: why it matters, and who carries it.
 *
 * Upwards it is all that the card helps, directly or through others, along every way there is to the objectives: that
 * is what the line of sight means, and a way left out would be a reason left out.  Downwards it is what helps the card
 * directly and no more.  All beneath an objective is the picture itself, which cannot stand out from itself; a limit on
 * how many cards may stand out would let one card be helped by three levels and its neighbour by one, as if the
 * neighbour had no more.  What helps wholly is a matter of opening, or of showing nothing else.
 *
 * What is folded away is counted on its card, where the chain ends as the picture does.  Lines in lists and between
 * organisations are lines like others; tensions help nobody.
 *
 * Rejected: asking the graph rather than the scene, which knows of ways that are not in the picture and could not be
 * shown.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <string.h>

#include "tl-scene-private.h"

/* What is helped by more than so many directly has no lines downwards: they would be one slab, and what they lead to
 * stands beneath it as a list anyway.
 */
#define MOST_HELPERS 200

/* The chains of several cards are shown together as long as they have no more lines than this. */
#define MOST_EDGES 600

/* A chain that is being collected. */
typedef struct
{
  TlScene *scene;
  guint8  *is_in;           /* for each card, whether it is in the chain */
  GArray  *cards;
  GArray  *edges;
} Collecting;

static void
add_card (Collecting *self,
          guint       card)
{
  if (self->is_in[card])
    return;

  self->is_in[card] = TRUE;
  g_array_append_val (self->cards, card);
}

/* The cards themselves are the queue: each is asked once for what it helps, however many ways lead to it. */
static void
collect_upwards (Collecting *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      guint n_edges;
      const guint *edges = tl_scene_get_links_up (self->scene, g_array_index (self->cards, guint, i), &n_edges);

      for (guint k = 0; k < n_edges; k++)
        {
          g_array_append_val (self->edges, edges[k]);
          add_card (self, tl_scene_get_edge (self->scene, edges[k])->to);
        }
    }
}

/* Lines from a card of the chain are there already. */
static void
collect_helpers (Collecting  *self,
                 guint        card,
                 const guint8 *is_above)
{
  guint n_edges;
  const guint *edges = tl_scene_get_links_down (self->scene, card, &n_edges);

  if (n_edges > MOST_HELPERS)
    return;

  for (guint k = 0; k < n_edges; k++)
    {
      guint helper = tl_scene_get_edge (self->scene, edges[k])->from;

      if (is_above[helper])
        continue;

      g_array_append_val (self->edges, edges[k]);
      add_card (self, helper);
    }
}

/**
 * tl_scene_collect_chain:
 * @self: a scene
 * @roots: (array length=n_roots) (nullable): the numbers of cards, each once
 * @n_roots: how many
 * @cards: (inout): an empty array of guint, which gets the cards of all their chains, @roots among them, ascending
 * @edges: (inout): an empty array of guint, which gets the lines of these chains, ascending
 *
 * Takes time proportional to what it finds, but for a byte for each card of the scene.
 */
void
tl_scene_collect_chain (TlScene     *self,
                        const guint *roots,
                        guint        n_roots,
                        GArray      *cards,
                        GArray      *edges)
{
  g_return_if_fail (TL_IS_SCENE (self) && cards != NULL && edges != NULL);
  g_return_if_fail (roots != NULL || n_roots == 0);

  g_autofree guint8 *is_in = g_new0 (guint8, MAX (self->cards->len, 1));
  g_autofree guint8 *is_above = NULL;
  Collecting collecting = { self, is_in, cards, edges };

  for (guint i = 0; i < n_roots; i++)
    {
      g_return_if_fail (roots[i] < self->cards->len);
      add_card (&collecting, roots[i]);
    }

  collect_upwards (&collecting);
  is_above = g_memdup2 (is_in, MAX (self->cards->len, 1));
  for (guint i = 0; i < n_roots; i++)
    collect_helpers (&collecting, roots[i], is_above);

  g_array_sort (cards, tl_scene_compare_numbers);
  g_array_sort (edges, tl_scene_compare_numbers);
}

static void
collect_anew (TlScene *self,
              GArray  *roots)
{
  g_array_set_size (self->chain_cards, 0);
  g_array_set_size (self->chain_edges, 0);
  tl_scene_collect_chain (self, (const guint *) (gpointer) roots->data, roots->len, self->chain_cards,
                          self->chain_edges);
}

static gboolean
is_same_set (GArray *one,
             GArray *other)
{
  return one->len == other->len && (one->len == 0 || memcmp (one->data, other->data, one->len * sizeof (guint)) == 0);
}

/**
 * tl_scene_set_chain:
 * @self: a scene
 * @cards: (array length=n_cards) (nullable): the numbers of the cards whose chains stand out above the picture
 * @n_cards: how many; 0 for no chain
 * @primary: the one of @cards whose chain alone is shown where those of all would be too many lines to follow
 *
 * What is found is kept, and asking for the same again costs nothing.
 *
 * Returns: whether it is another chain than before
 */
gboolean
tl_scene_set_chain (TlScene     *self,
                    const guint *cards,
                    guint        n_cards,
                    guint        primary)
{
  g_return_val_if_fail (TL_IS_SCENE (self), FALSE);
  g_return_val_if_fail (cards != NULL || n_cards == 0, FALSE);
  g_return_val_if_fail (n_cards == 0 || primary < self->cards->len, FALSE);

  g_autoptr (GArray) roots = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_scene_fill_set (self, roots, cards, n_cards);
  if (is_same_set (roots, self->chain_of) && (self->chain_alone == TL_SCENE_NONE || self->chain_alone == primary))
    return FALSE;

  g_array_unref (self->chain_of);
  self->chain_of = g_array_ref (roots);
  self->chain_alone = TL_SCENE_NONE;
  collect_anew (self, roots);
  if (roots->len > 1 && self->chain_edges->len > MOST_EDGES)
    {
      g_autoptr (GArray) alone = g_array_new (FALSE, FALSE, sizeof (guint));

      self->chain_alone = primary;
      g_array_append_val (alone, primary);
      collect_anew (self, alone);
    }

  return TRUE;
}

/**
 * tl_scene_get_chain:
 * @self: a scene
 * @n_cards: (out): how many there are
 *
 * Returns: (array length=n_cards) (transfer none): the numbers of the cards in the chain that stands out, ascending,
 *   until it changes
 */
const guint *
tl_scene_get_chain (TlScene *self,
                    guint   *n_cards)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_cards != NULL, NULL);

  *n_cards = self->chain_cards->len;

  return (const guint *) (gpointer) self->chain_cards->data;
}

/**
 * tl_scene_get_chain_edges:
 * @self: a scene
 * @n_edges: (out): how many there are
 *
 * Returns: (array length=n_edges) (transfer none): the numbers of the lines in the chain that stands out, ascending,
 *   until it changes
 */
const guint *
tl_scene_get_chain_edges (TlScene *self,
                          guint   *n_edges)
{
  g_return_val_if_fail (TL_IS_SCENE (self) && n_edges != NULL, NULL);

  *n_edges = self->chain_edges->len;

  return (const guint *) (gpointer) self->chain_edges->data;
}

/**
 * tl_scene_is_in_chain:
 * @self: a scene
 * @card: the number of a card
 *
 * Returns: whether it is in the chain that stands out
 */
gboolean
tl_scene_is_in_chain (TlScene *self,
                      guint    card)
{
  g_return_val_if_fail (TL_IS_SCENE (self), FALSE);

  return g_array_binary_search (self->chain_cards, &card, tl_scene_compare_numbers, NULL);
}

/**
 * tl_scene_get_chain_strength:
 * @self: a scene
 * @veil: (out) (optional): how much of the veil is over the rest, 0 to 1
 *
 * Returns: how strongly the chain is drawn, 0 to 1
 */
double
tl_scene_get_chain_strength (TlScene *self,
                             double  *veil)
{
  g_return_val_if_fail (TL_IS_SCENE (self), 0.0);

  if (veil != NULL)
    *veil = self->chain_cards->len > 0 ? self->veil : 0.0;

  return self->chain_strength;
}

/**
 * tl_scene_set_chain_strength:
 * @self: a scene
 * @strength: how strongly the chain is drawn, from 0, not at all, to 1
 * @veil: how far what is not in the chain recedes, from 0, not at all, to 1, a quarter of its strength
 */
void
tl_scene_set_chain_strength (TlScene *self,
                             double   strength,
                             double   veil)
{
  g_return_if_fail (TL_IS_SCENE (self));

  self->chain_strength = CLAMP (strength, 0.0, 1.0);
  self->veil = CLAMP (veil, 0.0, 1.0);
}
