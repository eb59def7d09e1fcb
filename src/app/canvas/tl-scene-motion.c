/* SPDX-License-Identifier: GPL-3.0-or-later */

/* On the way from one picture to the next: the cards that are in both glide from where they were to where they are
 * going, new ones come out of nothing and old ones go there, and the lines of one picture fade into those of the other.
 *
 * All of it is painted once, card by card, and put in its place in each frame.  From far away, with thousands of cards
 * in view, nobody could follow any of them and it would take longer than a frame to put them in their places: then
 * the picture simply is another.
 *
 * Rejected: laying out and painting pictures in between, which is too much for a frame; letting the lines follow the
 * cards, which are led around other cards in either picture and through them in between.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-scene-motion.h"

#include <math.h>

#include "tl-scene-texture.h"

/* As many cards as can be followed and put in their places within a frame. */
#define N_CARDS_MAX 160

/* What of a card reaches beyond its box, in units of the picture. */
#define CARD_REACH 3.0
#define FOLD_REACH 60.0

#define LAYERS_BELOW (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES)

typedef struct
{
  guint            before;      /* its number in either picture, or TL_SCENE_NONE */
  guint            after;
  TlRect           from;        /* in pixels of the device, with what reaches beyond its box */
  TlRect           to;
  cairo_surface_t *surface;
  GdkTexture      *texture;
} TlMover;

struct _TlSceneMotion
{
  TlScene         *scenes[2];           /* before and after */
  TlTileScreen     screens[2];
  cairo_surface_t *grounds[2];          /* all that is below the cards */
  GdkTexture      *ground_textures[2];
  GArray          *movers;
};

static void
clear_mover (gpointer data)
{
  TlMover *mover = data;

  g_clear_pointer (&mover->surface, cairo_surface_destroy);
  g_clear_object (&mover->texture);
}

/* The handle of a fold is larger than its box where the picture is small. */
static TlRect
get_reach (TlScene *scene,
           guint    number)
{
  const TlCard *card = tl_scene_get_card (scene, number);
  gboolean is_folding = card->fold != TL_FOLD_NONE;
  gboolean down = tl_scene_get_direction (scene) == TL_SCENE_DOWN;
  const TlRect *box = &card->box;

  return (TlRect) {
    box->x - CARD_REACH, box->y - CARD_REACH,
    box->width + 2 * CARD_REACH + (is_folding && !down ? FOLD_REACH : 0),
    box->height + 2 * CARD_REACH + (is_folding && down ? FOLD_REACH : 0),
  };
}

static TlRect
get_place (TlScene            *scene,
           guint               number,
           const TlTileScreen *screen)
{
  TlRect reach = get_reach (scene, number);

  return (TlRect) {
    reach.x * screen->scale + screen->x, reach.y * screen->scale + screen->y,
    ceil (reach.width * screen->scale), ceil (reach.height * screen->scale),
  };
}

static gboolean
is_moved (const TlMover *mover)
{
  return mover->before == TL_SCENE_NONE || mover->after == TL_SCENE_NONE ||
         fabs (mover->from.x - mover->to.x) >= 1 || fabs (mover->from.y - mover->to.y) >= 1;
}

static void
add_mover (TlSceneMotion *self,
           guint          before,
           guint          after)
{
  TlMover mover = { before, after };

  if (before != TL_SCENE_NONE)
    mover.from = mover.to = get_place (self->scenes[0], before, &self->screens[0]);
  if (after != TL_SCENE_NONE)
    mover.to = get_place (self->scenes[1], after, &self->screens[1]);
  if (before == TL_SCENE_NONE)
    mover.from = mover.to;

  g_array_append_val (self->movers, mover);
}

static GArray *
collect_seen (TlSceneMotion *self,
              guint          which)
{
  GArray *cards = g_array_new (FALSE, FALSE, sizeof (guint));
  TlRect seen;

  tl_tile_screen_get_seen (&self->screens[which], &seen);
  tl_scene_collect_cards (self->scenes[which], &seen, cards);
  return cards;
}

/* What is in view after, then what was in view before and no longer is.  Returns whether these are few. */
static gboolean
collect_movers (TlSceneMotion *self)
{
  g_autoptr (GArray) seen_before = collect_seen (self, 0);
  g_autoptr (GArray) seen_after = collect_seen (self, 1);
  g_autoptr (GHashTable) added = g_hash_table_new (NULL, NULL);

  if (seen_before->len > N_CARDS_MAX || seen_after->len > N_CARDS_MAX)
    return FALSE;

  for (guint i = 0; i < seen_after->len; i++)
    {
      guint after = g_array_index (seen_after, guint, i);
      guint before = tl_scene_find_card (self->scenes[0], tl_scene_get_card (self->scenes[1], after)->id);

      add_mover (self, before, after);
      if (before != TL_SCENE_NONE)
        g_hash_table_add (added, GUINT_TO_POINTER (before + 1));
    }

  for (guint i = 0; i < seen_before->len; i++)
    {
      guint before = g_array_index (seen_before, guint, i);

      if (!g_hash_table_contains (added, GUINT_TO_POINTER (before + 1)))
        add_mover (self, before, tl_scene_find_card (self->scenes[1], tl_scene_get_card (self->scenes[0], before)->id));
    }

  return self->movers->len <= N_CARDS_MAX;
}

static gboolean
moves_any (TlSceneMotion *self)
{
  for (guint i = 0; i < self->movers->len; i++)
    if (is_moved (&g_array_index (self->movers, TlMover, i)))
      return TRUE;

  return FALSE;
}

static void
append (cairo_surface_t  *surface,
        GdkTexture      **texture,
        const TlRect     *place,
        double            alpha,
        int               scale_factor,
        gboolean          is_by_cairo,
        GtkSnapshot      *snapshot)
{
  const double factor = scale_factor;
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (place->x / factor, place->y / factor, place->width / factor, place->height / factor);

  if (surface == NULL || alpha <= 0)
    return;

  if (!is_by_cairo && *texture == NULL)
    *texture = tl_scene_texture_wrap (surface);
  tl_scene_texture_append (surface, is_by_cairo ? NULL : *texture, &bounds, &bounds, alpha, snapshot);
}

static void
place_mover (const TlMover *mover,
             double         progress,
             TlRect        *place,
             double        *alpha)
{
  *place = mover->to;
  place->x = round (mover->from.x + (mover->to.x - mover->from.x) * progress);
  place->y = round (mover->from.y + (mover->to.y - mover->from.y) * progress);
  *alpha = mover->before == TL_SCENE_NONE ? progress : mover->after == TL_SCENE_NONE ? 1 - progress : 1;
}

/**
 * tl_scene_motion_find_anchor:
 * @before: the picture so far
 * @after: the picture that takes its place
 * @visible: what of @before is in view, in its own units
 * @in_after: (out): the number of the same card in @after
 *
 * Finds the card that is to stay where it is on the screen: the selected one when it is in view, else the one next to
 * the middle, of those that are in both pictures.
 *
 * Returns: its number in @before, or %TL_SCENE_NONE when no card in view is in both
 */
guint
tl_scene_motion_find_anchor (TlScene      *before,
                             TlScene      *after,
                             const TlRect *visible,
                             guint        *in_after)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  guint best = TL_SCENE_NONE;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (TL_IS_SCENE (before) && TL_IS_SCENE (after), TL_SCENE_NONE);
  g_return_val_if_fail (visible != NULL && in_after != NULL, TL_SCENE_NONE);

  tl_scene_collect_cards (before, visible, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      guint number = g_array_index (cards, guint, i);
      const TlRect *box = &tl_scene_get_card (before, number)->box;
      double distance = hypot (box->x + box->width / 2 - visible->x - visible->width / 2,
                               box->y + box->height / 2 - visible->y - visible->height / 2);
      guint same;

      if (number == tl_scene_get_selected (before))
        distance = -1;
      if (distance >= least)
        continue;

      same = tl_scene_find_card (after, tl_scene_get_card (before, number)->id);
      if (same == TL_SCENE_NONE)
        continue;

      least = distance;
      best = number;
      *in_after = same;
    }

  return best;
}

/**
 * tl_scene_motion_new:
 * @before: the picture so far
 * @before_screen: how it stood on the screen
 * @after: the picture that takes its place
 * @after_screen: how that stands on the screen
 *
 * Returns: (transfer full) (nullable): what moves on the way; %NULL when nothing does, or too much
 */
TlSceneMotion *
tl_scene_motion_new (TlScene            *before,
                     const TlTileScreen *before_screen,
                     TlScene            *after,
                     const TlTileScreen *after_screen)
{
  g_autoptr (TlSceneMotion) self = NULL;

  g_return_val_if_fail (TL_IS_SCENE (before) && TL_IS_SCENE (after), NULL);
  g_return_val_if_fail (before_screen != NULL && after_screen != NULL, NULL);

  if (before_screen->scale != after_screen->scale || before_screen->density != after_screen->density ||
      before_screen->width != after_screen->width || before_screen->height != after_screen->height)
    return NULL;

  self = g_new0 (TlSceneMotion, 1);
  self->scenes[0] = g_object_ref (before);
  self->scenes[1] = g_object_ref (after);
  self->screens[0] = *before_screen;
  self->screens[1] = *after_screen;
  self->movers = g_array_new (FALSE, FALSE, sizeof (TlMover));
  g_array_set_clear_func (self->movers, clear_mover);

  return collect_movers (self) && moves_any (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * tl_scene_motion_free:
 * @self: (transfer full): a motion
 */
void
tl_scene_motion_free (TlSceneMotion *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&self->scenes[i]);
      g_clear_pointer (&self->grounds[i], cairo_surface_destroy);
      g_clear_object (&self->ground_textures[i]);
    }
  g_array_unref (self->movers);
  g_free (self);
}

/**
 * tl_scene_motion_find:
 * @self: a motion
 * @id: the identity of a card
 * @progress: how far everything is on its way, 0 to 1
 * @place: (out): where the card is then, with what reaches beyond its box, in pixels of the device
 * @alpha: (out): how much it is there
 *
 * Returns: whether it is among the cards in view
 */
gboolean
tl_scene_motion_find (TlSceneMotion *self,
                      const char    *id,
                      double         progress,
                      TlRect        *place,
                      double        *alpha)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  for (guint i = 0; i < self->movers->len; i++)
    {
      const TlMover *mover = &g_array_index (self->movers, TlMover, i);
      gboolean is_new = mover->after != TL_SCENE_NONE;
      const TlCard *card = tl_scene_get_card (self->scenes[is_new], is_new ? mover->after : mover->before);

      if (g_strcmp0 (card->id, id) != 0)
        continue;

      place_mover (mover, progress, place, alpha);
      return TRUE;
    }

  return FALSE;
}

static TlPainter
get_painter (const TlTileScreen *screen,
             const TlPalette    *palette,
             TlLayers            layers)
{
  return (TlPainter) { .palette = palette, .scale = screen->scale, .density = screen->density, .layers = layers };
}

/**
 * tl_scene_motion_paint:
 * @self: a motion
 * @palette: the colours of the pictures
 *
 * Paints what is put in its place later: once, before the first frame.
 */
void
tl_scene_motion_paint (TlSceneMotion   *self,
                       const TlPalette *palette)
{
  g_return_if_fail (self != NULL && palette != NULL);

  for (guint i = 0; i < 2; i++)
    {
      const TlPainter painter = get_painter (&self->screens[i], palette, LAYERS_BELOW);
      TlRect seen;

      tl_tile_screen_get_seen (&self->screens[i], &seen);
      self->grounds[i] = tl_scene_surface_new (self->scenes[i], &painter, &seen);
    }

  for (guint i = 0; i < self->movers->len; i++)
    {
      TlMover *mover = &g_array_index (self->movers, TlMover, i);
      gboolean is_new = mover->after != TL_SCENE_NONE;
      const TlPainter painter = get_painter (&self->screens[is_new], palette, TL_LAYER_CARDS);
      TlRect reach = get_reach (self->scenes[is_new], is_new ? mover->after : mover->before);

      mover->surface = tl_scene_surface_new (self->scenes[is_new], &painter, &reach);
    }
}

/**
 * tl_scene_motion_draw:
 * @self: a motion that was painted
 * @progress: how far everything is on its way, 0 to 1
 * @scale_factor: pixels of the device for one of the screen
 * @is_by_cairo: whether the renderer has no graphics card to keep textures on
 * @snapshot: where to
 *
 * Draws all of the screen but what stands above the cards.
 */
void
tl_scene_motion_draw (TlSceneMotion *self,
                      double         progress,
                      int            scale_factor,
                      gboolean       is_by_cairo,
                      GtkSnapshot   *snapshot)
{
  const TlRect all = { 0, 0, self->screens[1].width, self->screens[1].height };

  g_return_if_fail (self != NULL && snapshot != NULL);

  append (self->grounds[1], &self->ground_textures[1], &all, 1, scale_factor, is_by_cairo, snapshot);
  append (self->grounds[0], &self->ground_textures[0], &all, 1 - progress, scale_factor, is_by_cairo, snapshot);

  /* What is on its way passes above what comes and goes. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->movers->len; i++)
      {
        TlMover *mover = &g_array_index (self->movers, TlMover, i);
        gboolean stays = mover->before != TL_SCENE_NONE && mover->after != TL_SCENE_NONE;
        double alpha;
        TlRect place;

        if (stays != (pass == 1))
          continue;

        place_mover (mover, progress, &place, &alpha);
        append (mover->surface, &mover->texture, &place, alpha, scale_factor, is_by_cairo, snapshot);
      }
}
