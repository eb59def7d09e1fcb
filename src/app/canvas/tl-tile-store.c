/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tiles that were painted, of all levels, and which of them to let go when they are too many: those that were of
 * no use for longest.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-tile-store.h"

#include "tl-scene-texture.h"

/* What is more than so many halvings or doublings off helps less than the base. */
#define BLUR_MOST 2.0

/* What is never smaller on the screen than can be seen reaches so many pixels beyond its place in the picture. */
#define REACH 6.0

struct _TlTileStore
{
  GHashTable *tiles;            /* of TlKeptTile, each its own key */
  gsize       n_bytes;
  guint       frame;
};

static gsize
count_bytes (const TlTile *tile)
{
  gsize side = tl_tile_get_side (tile->level);

  return side * side * 4;
}

static void
kept_tile_free (gpointer data)
{
  TlKeptTile *kept = data;

  cairo_surface_destroy (kept->surface);
  g_clear_object (&kept->texture);
  g_free (kept);
}

static int
compare_last_frames (gconstpointer one,
                     gconstpointer other)
{
  const TlKeptTile *a = *(TlKeptTile *const *) one;
  const TlKeptTile *b = *(TlKeptTile *const *) other;

  return (a->last_frame > b->last_frame) - (a->last_frame < b->last_frame);
}

/* What is nearer before what is further off; of two levels that are as far off the one that shows more. */
static int
compare_blurs (gconstpointer one,
               gconstpointer other)
{
  const TlSubstitute *a = one;
  const TlSubstitute *b = other;

  if (a->blur != b->blur)
    return a->blur < b->blur ? -1 : 1;

  return (a->kept->tile.level < b->kept->tile.level) - (a->kept->tile.level > b->kept->tile.level);
}

/**
 * tl_tile_store_new:
 *
 * Returns: (transfer full): a store without tiles
 */
TlTileStore *
tl_tile_store_new (void)
{
  TlTileStore *self = g_new0 (TlTileStore, 1);

  self->tiles = g_hash_table_new_full (tl_tile_hash, tl_tile_equal, kept_tile_free, NULL);
  return self;
}

/**
 * tl_tile_store_free:
 * @self: (transfer full): a store
 */
void
tl_tile_store_free (TlTileStore *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->tiles);
  g_free (self);
}

/**
 * tl_tile_store_clear:
 * @self: a store
 *
 * Lets go of all tiles.
 */
void
tl_tile_store_clear (TlTileStore *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->tiles);
  self->n_bytes = 0;
}

static gboolean
shows_any (const TlTile *tile,
           GArray       *places)
{
  double reach = REACH / tile->level;
  TlRect area;

  tl_tile_get_area (tile, &area);
  area = (TlRect) { area.x - reach, area.y - reach, area.width + 2 * reach, area.height + 2 * reach };
  for (guint i = 0; i < places->len; i++)
    if (tl_tile_rects_touch (&area, &g_array_index (places, TlRect, i)))
      return TRUE;

  return FALSE;
}

/**
 * tl_tile_store_drop:
 * @self: a store
 * @places: (element-type TlRect): parts of the picture, in its units
 *
 * Lets go of the tiles of every level that show any of @places.
 */
void
tl_tile_store_drop (TlTileStore *self,
                    GArray      *places)
{
  GHashTableIter iter;
  gpointer data;

  g_return_if_fail (self != NULL && places != NULL);

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      const TlKeptTile *kept = data;

      if (!shows_any (&kept->tile, places))
        continue;

      self->n_bytes -= count_bytes (&kept->tile);
      g_hash_table_iter_remove (&iter);
    }
}

/**
 * tl_tile_store_get_size:
 * @self: a store
 *
 * Returns: how many bytes its tiles take
 */
gsize
tl_tile_store_get_size (TlTileStore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_bytes;
}

/**
 * tl_tile_store_next_frame:
 * @self: a store
 *
 * Counts on: what is found or added from now on is of use in another frame.
 */
void
tl_tile_store_next_frame (TlTileStore *self)
{
  g_return_if_fail (self != NULL);

  self->frame++;
}

/**
 * tl_tile_store_find:
 * @self: a store
 * @tile: which
 *
 * Returns: (transfer none) (nullable): the tile, which is of use in this frame; %NULL when it was not painted yet
 */
TlKeptTile *
tl_tile_store_find (TlTileStore  *self,
                    const TlTile *tile)
{
  TlKeptTile *kept;

  g_return_val_if_fail (self != NULL && tile != NULL, NULL);

  kept = g_hash_table_lookup (self->tiles, tile);
  if (kept != NULL)
    kept->last_frame = self->frame;
  return kept;
}

/**
 * tl_tile_store_add:
 * @self: a store that has not got @tile
 * @tile: which
 * @surface: (transfer full): what is on it
 */
void
tl_tile_store_add (TlTileStore     *self,
                   const TlTile    *tile,
                   cairo_surface_t *surface)
{
  TlKeptTile *kept;

  g_return_if_fail (self != NULL && tile != NULL && surface != NULL);

  kept = g_new0 (TlKeptTile, 1);
  kept->tile = *tile;
  kept->surface = surface;
  kept->last_frame = self->frame;
  if (!g_hash_table_contains (self->tiles, tile))
    self->n_bytes += count_bytes (tile);
  g_hash_table_replace (self->tiles, kept, kept);
}

/**
 * tl_kept_tile_get_texture:
 * @self: a tile
 *
 * Returns: (transfer none): what is on it, for a graphics card
 */
GdkTexture *
tl_kept_tile_get_texture (TlKeptTile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->texture == NULL)
    self->texture = tl_scene_texture_wrap (self->surface);
  return self->texture;
}

/**
 * tl_tile_store_forget:
 * @self: a store
 * @base: a level whose tiles stay
 * @most: how many bytes the tiles may take
 *
 * When there are more, lets go of those that were of no use for longest until a quarter of the room is free; never
 * of what was of use in this frame.
 */
void
tl_tile_store_forget (TlTileStore *self,
                      double       base,
                      gsize        most)
{
  g_autoptr (GPtrArray) unseen = NULL;
  GHashTableIter iter;
  gpointer data;

  g_return_if_fail (self != NULL);

  if (self->n_bytes <= most)
    return;

  unseen = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      const TlKeptTile *kept = data;

      if (kept->tile.level != base && kept->last_frame != self->frame)
        g_ptr_array_add (unseen, data);
    }

  g_ptr_array_sort (unseen, compare_last_frames);
  for (guint i = 0; i < unseen->len && self->n_bytes > most / 4 * 3; i++)
    {
      TlKeptTile *kept = g_ptr_array_index (unseen, i);

      self->n_bytes -= count_bytes (&kept->tile);
      g_hash_table_remove (self->tiles, &kept->tile);
    }
}

/**
 * tl_tile_store_substitutes:
 * @self: a store
 * @screen: how the picture stands on the screen
 * @level: the level that is wanted
 * @base: the level that stands in for all others, however coarse
 *
 * Returns: (transfer full) (element-type TlSubstitute): what of other levels is on the screen, the best first
 */
GArray *
tl_tile_store_substitutes (TlTileStore        *self,
                           const TlTileScreen *screen,
                           double              level,
                           double              base)
{
  GArray *substitutes = g_array_new (FALSE, FALSE, sizeof (TlSubstitute));
  const TlRect all = { 0, 0, screen->width, screen->height };
  GHashTableIter iter;
  gpointer data;

  g_return_val_if_fail (self != NULL && screen != NULL, substitutes);

  g_hash_table_iter_init (&iter, self->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &data))
    {
      TlSubstitute one = { .kept = data };

      one.blur = tl_tile_plan_blur (one.kept->tile.level, screen->scale);
      if (one.kept->tile.level == level || (one.blur > BLUR_MOST && one.kept->tile.level != base))
        continue;

      tl_tile_place (&one.kept->tile, screen, &one.place);
      if (one.kept->tile.level == base)
        one.blur = G_MAXDOUBLE;
      if (tl_tile_rects_touch (&one.place, &all))
        g_array_append_val (substitutes, one);
    }

  g_array_sort (substitutes, compare_blurs);
  return substitutes;
}
