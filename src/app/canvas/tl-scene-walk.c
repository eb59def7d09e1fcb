/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the arrow keys lead in a picture: along the links to what is helped and to what helps, and across them to
 * the neighbours in the same row.
 *
 * Of several links the one to the nearest card is taken, so that going up and down again comes back to the same
 * card or to one beside it.  A search over all cards and edges is fast enough: a key is pressed a few times a
 * second, and a picture has at most some ten thousand of them.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-scene-walk.h"

#include <math.h>

/* Where the card stands across the direction of the cascade: the axis along which a row runs. */
static double
get_place (TlScene *scene,
           guint    card)
{
  const TlRect *box = &tl_scene_get_card (scene, card)->box;

  return tl_scene_get_direction (scene) == TL_SCENE_DOWN ? box->x + box->width / 2 : box->y + box->height / 2;
}

static double
get_row (TlScene *scene,
         guint    card)
{
  const TlRect *box = &tl_scene_get_card (scene, card)->box;

  return tl_scene_get_direction (scene) == TL_SCENE_DOWN ? box->y + box->height / 2 : box->x + box->width / 2;
}

/* Cards of one row need not be equally high: half a card apart still is the same row. */
static gboolean
is_same_row (TlScene *scene,
             guint    one,
             guint    other)
{
  double reach = (tl_scene_get_direction (scene) == TL_SCENE_DOWN ? TL_CARD_HEIGHT : TL_CARD_WIDTH) / 2;

  return fabs (get_row (scene, one) - get_row (scene, other)) < reach;
}

static guint
find_linked (TlScene  *scene,
             guint     card,
             gboolean  to_helped)
{
  guint n_edges = tl_scene_get_n_edges (scene);
  double nearest = INFINITY;
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < n_edges; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      guint near_end = to_helped ? edge->from : edge->to;
      guint far_end = to_helped ? edge->to : edge->from;
      double distance;

      if (near_end != card)
        continue;

      distance = fabs (get_place (scene, far_end) - get_place (scene, card));
      if (distance < nearest)
        {
          nearest = distance;
          found = far_end;
        }
    }

  return found;
}

static guint
find_neighbour (TlScene  *scene,
                guint     card,
                gboolean  forwards)
{
  guint n_cards = tl_scene_get_n_cards (scene);
  double nearest = INFINITY;
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < n_cards; i++)
    {
      double distance = get_place (scene, i) - get_place (scene, card);

      if (!forwards)
        distance = -distance;
      if (i == card || distance <= 0 || distance >= nearest || !is_same_row (scene, i, card))
        continue;

      nearest = distance;
      found = i;
    }

  return found;
}

static gboolean
is_linked (TlScene *scene,
           guint    one,
           guint    other)
{
  guint n_edges = tl_scene_get_n_edges (scene);

  for (guint i = 0; i < n_edges; i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      if ((edge->from == one && edge->to == other) || (edge->from == other && edge->to == one))
        return TRUE;
    }

  return FALSE;
}

/* Of the cards at that side, the nearest that @card is linked to, or the nearest of all of the nearest column. */
static guint
find_at_side (TlScene  *scene,
              guint     card,
              gboolean  forwards,
              gboolean  linked)
{
  guint n_cards = tl_scene_get_n_cards (scene);
  double nearest_row = INFINITY;
  double nearest = INFINITY;
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < n_cards; i++)
    {
      double rows = (get_row (scene, i) - get_row (scene, card)) * (forwards ? 1 : -1);
      double distance = fabs (get_place (scene, i) - get_place (scene, card));

      if (rows <= 0 || is_same_row (scene, i, card) || rows > nearest_row ||
          (rows == nearest_row && distance >= nearest) || (linked && !is_linked (scene, card, i)))
        continue;

      nearest_row = rows;
      nearest = distance;
      found = i;
    }

  return found;
}

/* In a frame the way to the side leads to what is linked there, and when nothing is, to the nearest card: whoever builds
 * a frame has to reach what is not linked yet.
 */
static guint
find_beside (TlScene  *scene,
             guint     card,
             gboolean  forwards)
{
  guint found = find_at_side (scene, card, forwards, TRUE);

  return found != TL_SCENE_NONE ? found : find_at_side (scene, card, forwards, FALSE);
}

/**
 * tl_scene_walk:
 * @scene: a picture
 * @card: a card of it
 * @walk: the key
 *
 * Returns: the card the key leads to, or %TL_SCENE_NONE when it leads nowhere
 */
guint
tl_scene_walk (TlScene *scene,
               guint    card,
               TlWalk   walk)
{
  gboolean is_down;

  g_return_val_if_fail (TL_IS_SCENE (scene), TL_SCENE_NONE);
  g_return_val_if_fail (card < tl_scene_get_n_cards (scene), TL_SCENE_NONE);

  is_down = tl_scene_get_direction (scene) == TL_SCENE_DOWN;
  if (tl_scene_get_direction (scene) == TL_SCENE_COLUMNS && (walk == TL_WALK_LEFT || walk == TL_WALK_RIGHT))
    return find_beside (scene, card, walk == TL_WALK_RIGHT);

  switch (walk)
    {
    case TL_WALK_UP:
      return is_down ? find_linked (scene, card, TRUE) : find_neighbour (scene, card, FALSE);

    case TL_WALK_DOWN:
      return is_down ? find_linked (scene, card, FALSE) : find_neighbour (scene, card, TRUE);

    case TL_WALK_LEFT:
      return is_down ? find_neighbour (scene, card, FALSE) : find_linked (scene, card, TRUE);

    case TL_WALK_RIGHT:
      return is_down ? find_neighbour (scene, card, TRUE) : find_linked (scene, card, FALSE);

    default:
      g_return_val_if_reached (TL_SCENE_NONE);
    }
}

/**
 * tl_scene_enter:
 * @scene: a picture
 *
 * Returns: the card at which whoever comes with the keyboard begins: the selected one, else the first of the
 *   first row; %TL_SCENE_NONE when there are no cards
 */
guint
tl_scene_enter (TlScene *scene)
{
  guint found;

  g_return_val_if_fail (TL_IS_SCENE (scene), TL_SCENE_NONE);

  found = tl_scene_get_selected (scene);
  if (found != TL_SCENE_NONE)
    return found;

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      if (found == TL_SCENE_NONE || get_row (scene, i) < get_row (scene, found) ||
          (get_row (scene, i) == get_row (scene, found) && get_place (scene, i) < get_place (scene, found)))
        found = i;
    }

  return found;
}
