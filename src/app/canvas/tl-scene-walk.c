/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the arrow keys lead in a picture: along the links to what is helped and to what helps, and across them to
 * the neighbours in the same row.
 *
 * Whoever goes up and down again comes back to where they were: of several links the one is taken by which one came,
 * else the one to the nearest card.  Within a stack of cards the way along the cascade leads from card to card, and
 * out of it at its upper end.  Where there is no link, the nearest card in that direction is taken, so that a card that
 * is linked with nothing is neither out of reach nor a trap.
 *
 * A search over all cards is fast enough: a key is pressed some thirty times a second at most, and a picture has some
 * ten thousand cards.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-scene-walk.h"

#include <math.h>

/* From middle to middle, in depths of a card: farther apart two cards do not stand in one stack. */
#define STACK_REACH 1.5

struct _TlSceneWalker
{
  TlSceneMap *map;
  GHashTable *way_down;       /* card -> the one, plus 1, from which it was last come up to */
  GHashTable *way_up;         /* card -> the one, plus 1, from which it was last come down to */
};

static double
measure_places (TlSceneMap *map,
                guint       one,
                guint       other)
{
  return fabs (tl_scene_map_get_place (map, one) - tl_scene_map_get_place (map, other));
}

/* How far further along the cascade @other is than @card. */
static double
measure_rows (TlSceneMap *map,
              guint       card,
              guint       other)
{
  return tl_scene_map_get_row (map, other) - tl_scene_map_get_row (map, card);
}

static const guint *
get_linked (TlSceneMap *map,
            guint       card,
            gboolean    to_helped,
            guint      *n_linked)
{
  return to_helped ? tl_scene_map_get_helped (map, card, n_linked) : tl_scene_map_get_helpers (map, card, n_linked);
}

static gboolean
has_link (TlSceneMap *map,
          guint       card,
          guint       other,
          gboolean    to_helped)
{
  guint n_linked;
  const guint *linked = get_linked (map, card, to_helped, &n_linked);

  for (guint i = 0; i < n_linked; i++)
    {
      if (linked[i] == other)
        return TRUE;
    }

  return FALSE;
}

/* The linked card that stands nearest across the cascade; of a stack, the one nearest along it. */
static guint
find_nearest_linked (TlSceneMap *map,
                     guint       card,
                     gboolean    to_helped)
{
  guint n_linked;
  const guint *linked = get_linked (map, card, to_helped, &n_linked);
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < n_linked; i++)
    {
      double distance = measure_places (map, card, linked[i]);
      double nearest = found != TL_SCENE_NONE ? measure_places (map, card, found) : INFINITY;

      if (distance < nearest ||
          (distance == nearest && fabs (measure_rows (map, card, linked[i])) < fabs (measure_rows (map, card, found))))
        found = linked[i];
    }

  return found;
}

static guint
find_linked (TlSceneWalker *self,
             guint          card,
             gboolean       to_helped)
{
  GHashTable *way = to_helped ? self->way_up : self->way_down;
  guint remembered = GPOINTER_TO_UINT (g_hash_table_lookup (way, GUINT_TO_POINTER (card)));

  if (remembered != 0 && has_link (self->map, card, remembered - 1, to_helped))
    return remembered - 1;

  return find_nearest_linked (self->map, card, to_helped);
}

static gboolean
share_helped (TlSceneMap *map,
              guint       one,
              guint       other)
{
  guint n_helped;
  const guint *helped = tl_scene_map_get_helped (map, one, &n_helped);

  for (guint i = 0; i < n_helped; i++)
    {
      if (has_link (map, other, helped[i], TRUE))
        return TRUE;
    }

  return FALSE;
}

/* The next card of the stack that @card is part of: one right before or behind it that helps the same. */
static guint
find_in_stack (TlSceneMap *map,
               guint       card,
               gboolean    forwards)
{
  TlScene *scene = tl_scene_map_get_scene (map);
  const TlRect *box = &tl_scene_get_card (scene, card)->box;
  double nearest = (tl_scene_get_direction (scene) == TL_SCENE_DOWN ? box->height : box->width) * STACK_REACH;
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      double distance = measure_rows (map, card, i) * (forwards ? 1 : -1);

      if (distance <= 0 || distance >= nearest || measure_places (map, card, i) >= 1 || !share_helped (map, card, i))
        continue;

      nearest = distance;
      found = i;
    }

  return found;
}

static guint
find_neighbour (TlSceneMap *map,
                guint       card,
                gboolean    forwards)
{
  guint n_cards = tl_scene_get_n_cards (tl_scene_map_get_scene (map));
  double nearest = INFINITY;
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < n_cards; i++)
    {
      double distance = tl_scene_map_get_place (map, i) - tl_scene_map_get_place (map, card);

      if (!forwards)
        distance = -distance;
      if (i == card || distance <= 0 || distance >= nearest || !tl_scene_map_is_same_row (map, i, card))
        continue;

      nearest = distance;
      found = i;
    }

  return found;
}

/* Of the cards at that side, the nearest that @card is linked to, or the nearest of all of the nearest row. */
static guint
find_at_side (TlSceneMap *map,
              guint       card,
              gboolean    forwards,
              gboolean    linked)
{
  guint n_cards = tl_scene_get_n_cards (tl_scene_map_get_scene (map));
  double nearest_row = INFINITY;
  double nearest = INFINITY;
  guint found = TL_SCENE_NONE;

  for (guint i = 0; i < n_cards; i++)
    {
      double rows = measure_rows (map, card, i) * (forwards ? 1 : -1);
      double distance = measure_places (map, card, i);

      if (rows <= 0 || tl_scene_map_is_same_row (map, i, card) || rows > nearest_row ||
          (rows == nearest_row && distance >= nearest) ||
          (linked && !has_link (map, card, i, TRUE) && !has_link (map, card, i, FALSE)))
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
find_beside (TlSceneMap *map,
             guint       card,
             gboolean    forwards)
{
  guint found = find_at_side (map, card, forwards, TRUE);

  return found != TL_SCENE_NONE ? found : find_at_side (map, card, forwards, FALSE);
}

static void
remember (GHashTable *way,
          guint       card,
          guint       from)
{
  g_hash_table_insert (way, GUINT_TO_POINTER (card), GUINT_TO_POINTER (from + 1));
}

static guint
go_to_helped (TlSceneWalker *self,
              guint          card)
{
  guint found = find_in_stack (self->map, card, FALSE);

  if (found != TL_SCENE_NONE)
    return found;

  found = find_linked (self, card, TRUE);
  if (found == TL_SCENE_NONE)
    return find_at_side (self->map, card, FALSE, FALSE);

  remember (self->way_down, found, card);
  return found;
}

static guint
go_to_helper (TlSceneWalker *self,
              guint          card)
{
  guint found = find_linked (self, card, FALSE);

  if (found != TL_SCENE_NONE)
    {
      remember (self->way_up, found, card);
      return found;
    }

  found = find_in_stack (self->map, card, TRUE);
  return found != TL_SCENE_NONE ? found : find_at_side (self->map, card, TRUE, FALSE);
}

/* Whether @one stands before @other: along the row, and in a stack along the cascade. */
static gboolean
is_before (TlSceneMap *map,
           guint       one,
           guint       other)
{
  double places = tl_scene_map_get_place (map, one) - tl_scene_map_get_place (map, other);

  return places < 0 || (places == 0 && measure_rows (map, other, one) < 0);
}

static guint
find_end_of_row (TlSceneMap *map,
                 guint       card,
                 gboolean    is_last)
{
  guint n_cards = tl_scene_get_n_cards (tl_scene_map_get_scene (map));
  guint found = card;

  for (guint i = 0; i < n_cards; i++)
    {
      if (tl_scene_map_is_same_row (map, i, card) && is_before (map, is_last ? found : i, is_last ? i : found))
        found = i;
    }

  return found;
}

/* The first or last of those that help the same; from there on, of the row. */
static guint
find_end (TlSceneWalker *self,
          guint          card,
          gboolean       is_last)
{
  guint helped = find_linked (self, card, TRUE);
  guint n_siblings = 0;
  const guint *siblings = helped != TL_SCENE_NONE ? tl_scene_map_get_helpers (self->map, helped, &n_siblings) : NULL;
  guint found = card;

  for (guint i = 0; i < n_siblings; i++)
    {
      if (is_before (self->map, is_last ? found : siblings[i], is_last ? siblings[i] : found))
        found = siblings[i];
    }

  return found != card ? found : find_end_of_row (self->map, card, is_last);
}

/* The key that does in a picture running down what @walk does in one running to the right. */
static TlWalk
turn (TlWalk walk)
{
  static const TlWalk turned[] = {
    [TL_WALK_UP] = TL_WALK_LEFT,
    [TL_WALK_DOWN] = TL_WALK_RIGHT,
    [TL_WALK_LEFT] = TL_WALK_UP,
    [TL_WALK_RIGHT] = TL_WALK_DOWN,
    [TL_WALK_FIRST] = TL_WALK_FIRST,
    [TL_WALK_LAST] = TL_WALK_LAST,
  };

  return turned[walk];
}

/**
 * tl_scene_walker_new:
 * @scene: a picture, to which nothing is added any more
 *
 * Returns: (transfer full): somebody who walks about in it and has come from nowhere
 */
TlSceneWalker *
tl_scene_walker_new (TlScene *scene)
{
  TlSceneWalker *self = g_new0 (TlSceneWalker, 1);

  self->map = tl_scene_map_new (scene);
  self->way_down = g_hash_table_new (NULL, NULL);
  self->way_up = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * tl_scene_walker_free:
 * @self: (transfer full): a walker
 */
void
tl_scene_walker_free (TlSceneWalker *self)
{
  g_return_if_fail (self != NULL);

  tl_scene_map_free (self->map);
  g_hash_table_unref (self->way_down);
  g_hash_table_unref (self->way_up);
  g_free (self);
}

/**
 * tl_scene_walker_get_map:
 * @self: a walker
 *
 * Returns: (transfer none): what it knows of the picture
 */
TlSceneMap *
tl_scene_walker_get_map (TlSceneWalker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->map;
}

/**
 * tl_scene_walker_walk:
 * @self: a walker
 * @card: a card of its picture
 * @walk: the key
 *
 * Remembers the way, so that the key for the other direction leads back.
 *
 * Returns: the card the key leads to, or %TL_SCENE_NONE at the edge of the picture
 */
guint
tl_scene_walker_walk (TlSceneWalker *self,
                      guint          card,
                      TlWalk         walk)
{
  TlSceneDirection direction;

  g_return_val_if_fail (self != NULL, TL_SCENE_NONE);
  g_return_val_if_fail (card < tl_scene_get_n_cards (tl_scene_map_get_scene (self->map)), TL_SCENE_NONE);

  direction = tl_scene_get_direction (tl_scene_map_get_scene (self->map));
  if (direction != TL_SCENE_DOWN)
    walk = turn (walk);

  switch (walk)
    {
    case TL_WALK_UP:
      return direction == TL_SCENE_COLUMNS ? find_beside (self->map, card, FALSE) : go_to_helped (self, card);

    case TL_WALK_DOWN:
      return direction == TL_SCENE_COLUMNS ? find_beside (self->map, card, TRUE) : go_to_helper (self, card);

    case TL_WALK_LEFT:
      return find_neighbour (self->map, card, FALSE);

    case TL_WALK_RIGHT:
      return find_neighbour (self->map, card, TRUE);

    case TL_WALK_FIRST:
      return direction == TL_SCENE_COLUMNS ? find_end_of_row (self->map, card, FALSE) : find_end (self, card, FALSE);

    case TL_WALK_LAST:
      return direction == TL_SCENE_COLUMNS ? find_end_of_row (self->map, card, TRUE) : find_end (self, card, TRUE);

    default:
      g_return_val_if_reached (TL_SCENE_NONE);
    }
}

static gboolean
is_better_entrance (TlScene *scene,
                    guint    one,
                    guint    other)
{
  const TlRect *box = &tl_scene_get_card (scene, one)->box;
  const TlRect *best = &tl_scene_get_card (scene, other)->box;
  gboolean is_down = tl_scene_get_direction (scene) == TL_SCENE_DOWN;
  double rows = is_down ? (box->y - best->y) + (box->height - best->height) / 2
                        : (box->x - best->x) + (box->width - best->width) / 2;
  double places = is_down ? box->x - best->x : box->y - best->y;

  return rows < 0 || (rows == 0 && places < 0);
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
      if (found == TL_SCENE_NONE || is_better_entrance (scene, i, found))
        found = i;
    }

  return found;
}
