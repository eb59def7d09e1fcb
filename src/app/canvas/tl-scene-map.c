/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody who cannot see a picture, or who walks about in it, has to know of it: which cards a card is linked
 * to, and where in its row it stands.
 *
 * Made once for a picture, in the time it takes to sort its cards: a picture of ten thousand cards is asked about
 * hundreds of them whenever it is scrolled, and a search over all edges for each would be felt.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-scene-map.h"

#include <math.h>

/* The links at one of their ends: those of card c are at starts[c] up to starts[c + 1]. */
typedef struct
{
  guint *starts;
  guint *others;
} Links;

struct _TlSceneMap
{
  TlScene *scene;
  Links    helped;
  Links    helpers;
  guint   *positions;       /* of a card in its row, from 1 */
  guint   *row_lengths;     /* by card */
};

static gboolean
is_down (TlScene *scene)
{
  return tl_scene_get_direction (scene) == TL_SCENE_DOWN;
}

static double
get_reach (TlScene *scene)
{
  return (is_down (scene) ? TL_CARD_HEIGHT : TL_CARD_WIDTH) / 2;
}

static void
collect_links (TlScene  *scene,
               gboolean  to_helped,
               Links    *links)
{
  guint n_cards = tl_scene_get_n_cards (scene);
  guint n_edges = tl_scene_get_n_edges (scene);
  g_autofree guint *next = g_new (guint, n_cards + 1);

  links->starts = g_new0 (guint, n_cards + 1);
  links->others = g_new (guint, MAX (n_edges, 1));
  for (guint i = 0; i < n_edges; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      links->starts[(to_helped ? edge->from : edge->to) + 1]++;
    }
  for (guint i = 0; i < n_cards; i++)
    links->starts[i + 1] += links->starts[i];

  memcpy (next, links->starts, (n_cards + 1) * sizeof (guint));
  for (guint i = 0; i < n_edges; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      links->others[next[to_helped ? edge->from : edge->to]++] = to_helped ? edge->to : edge->from;
    }
}

static const guint *
get_links (const Links *links,
           guint        card,
           guint       *n_links)
{
  *n_links = links->starts[card + 1] - links->starts[card];
  return links->others + links->starts[card];
}

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  TlSceneMap *self = data;
  double one = tl_scene_map_get_row (self, *(const guint *) a);
  double other = tl_scene_map_get_row (self, *(const guint *) b);

  return one < other ? -1 : one > other;
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  TlSceneMap *self = data;
  double one = tl_scene_map_get_place (self, *(const guint *) a);
  double other = tl_scene_map_get_place (self, *(const guint *) b);

  return one < other ? -1 : one > other;
}

static void
number_row (TlSceneMap *self,
            guint      *cards,
            guint       n_cards)
{
  g_qsort_with_data (cards, n_cards, sizeof (guint), compare_places, self);
  for (guint i = 0; i < n_cards; i++)
    {
      self->positions[cards[i]] = i + 1;
      self->row_lengths[cards[i]] = n_cards;
    }
}

static void
number_rows (TlSceneMap *self)
{
  guint n_cards = tl_scene_get_n_cards (self->scene);
  g_autofree guint *cards = g_new (guint, n_cards);
  double reach = get_reach (self->scene);
  guint first = 0;

  self->positions = g_new (guint, n_cards);
  self->row_lengths = g_new (guint, n_cards);
  for (guint i = 0; i < n_cards; i++)
    cards[i] = i;

  g_qsort_with_data (cards, n_cards, sizeof (guint), compare_rows, self);
  for (guint i = 1; i <= n_cards; i++)
    {
      if (i < n_cards &&
          tl_scene_map_get_row (self, cards[i]) - tl_scene_map_get_row (self, cards[first]) < reach)
        continue;

      number_row (self, cards + first, i - first);
      first = i;
    }
}

/**
 * tl_scene_map_new:
 * @scene: a picture, to which nothing is added any more
 *
 * Returns: (transfer full): what stands where in it
 */
TlSceneMap *
tl_scene_map_new (TlScene *scene)
{
  TlSceneMap *self;

  g_return_val_if_fail (TL_IS_SCENE (scene), NULL);

  self = g_new0 (TlSceneMap, 1);
  self->scene = g_object_ref (scene);
  collect_links (scene, TRUE, &self->helped);
  collect_links (scene, FALSE, &self->helpers);
  number_rows (self);
  return self;
}

/**
 * tl_scene_map_free:
 * @self: (transfer full): a map
 */
void
tl_scene_map_free (TlSceneMap *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->helped.starts);
  g_free (self->helped.others);
  g_free (self->helpers.starts);
  g_free (self->helpers.others);
  g_free (self->positions);
  g_free (self->row_lengths);
  g_object_unref (self->scene);
  g_free (self);
}

/**
 * tl_scene_map_get_scene:
 * @self: a map
 *
 * Returns: (transfer none): the picture it is of
 */
TlScene *
tl_scene_map_get_scene (TlSceneMap *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scene;
}

/**
 * tl_scene_map_get_helped:
 * @self: a map
 * @card: the number of a card
 * @n_helped: (out): how many
 *
 * Returns: (transfer none) (array length=n_helped): the cards in the picture that @card helps
 */
const guint *
tl_scene_map_get_helped (TlSceneMap *self,
                         guint       card,
                         guint      *n_helped)
{
  g_return_val_if_fail (self != NULL && n_helped != NULL, NULL);
  g_return_val_if_fail (card < tl_scene_get_n_cards (self->scene), NULL);

  return get_links (&self->helped, card, n_helped);
}

/**
 * tl_scene_map_get_helpers:
 * @self: a map
 * @card: the number of a card
 * @n_helpers: (out): how many
 *
 * Returns: (transfer none) (array length=n_helpers): the cards in the picture that help @card
 */
const guint *
tl_scene_map_get_helpers (TlSceneMap *self,
                          guint       card,
                          guint      *n_helpers)
{
  g_return_val_if_fail (self != NULL && n_helpers != NULL, NULL);
  g_return_val_if_fail (card < tl_scene_get_n_cards (self->scene), NULL);

  return get_links (&self->helpers, card, n_helpers);
}

/**
 * tl_scene_map_get_place:
 * @self: a map
 * @card: the number of a card
 *
 * Returns: where the middle of the card is along its row, in units of the picture
 */
double
tl_scene_map_get_place (TlSceneMap *self,
                        guint       card)
{
  const TlRect *box = &tl_scene_get_card (self->scene, card)->box;

  return is_down (self->scene) ? box->x + box->width / 2 : box->y + box->height / 2;
}

/**
 * tl_scene_map_get_row:
 * @self: a map
 * @card: the number of a card
 *
 * Returns: where the middle of the card is along the cascade, in units of the picture
 */
double
tl_scene_map_get_row (TlSceneMap *self,
                      guint       card)
{
  const TlRect *box = &tl_scene_get_card (self->scene, card)->box;

  return is_down (self->scene) ? box->y + box->height / 2 : box->x + box->width / 2;
}

/**
 * tl_scene_map_is_same_row:
 * @self: a map
 * @one: the number of a card
 * @other: that of another
 *
 * Cards of one row need not be equally high.
 *
 * Returns: whether they are less than half a card apart along the cascade
 */
gboolean
tl_scene_map_is_same_row (TlSceneMap *self,
                          guint       one,
                          guint       other)
{
  return fabs (tl_scene_map_get_row (self, one) - tl_scene_map_get_row (self, other)) < get_reach (self->scene);
}

/**
 * tl_scene_map_get_position:
 * @self: a map
 * @card: the number of a card
 * @n_in_row: (out): how many cards its row has
 *
 * Returns: the how manieth of its row the card is, from 1
 */
guint
tl_scene_map_get_position (TlSceneMap *self,
                           guint       card,
                           guint      *n_in_row)
{
  g_return_val_if_fail (self != NULL && n_in_row != NULL, 0);
  g_return_val_if_fail (card < tl_scene_get_n_cards (self->scene), 0);

  *n_in_row = self->row_lengths[card];
  return self->positions[card];
}
