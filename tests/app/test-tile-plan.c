/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which tiles of a picture are wanted, in which order, where they stand, and which are let go. */

#include "config.h"

#include <math.h>

#include "tl-tile-store.h"

#define SIDE 256

static const TlTileScreen near = { 1, 10, 20, 800, 600 };

static GArray *
create_tiles (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TlTile));
}

static gboolean
contains (GArray *tiles,
          double  level,
          int     column,
          int     row)
{
  const TlTile wanted = { level, column, row };

  for (guint i = 0; i < tiles->len; i++)
    if (tl_tile_equal (&g_array_index (tiles, TlTile, i), &wanted))
      return TRUE;

  return FALSE;
}

static cairo_surface_t *
create_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
}

/* All of the screen, nothing beyond it, and the middle first. */
static void
test_visible (void)
{
  g_autoptr (GArray) tiles = create_tiles ();
  const TlTile *first;

  tl_tile_plan_visible (&near, 1, tiles);
  g_assert_cmpuint (tiles->len, ==, 5 * 4);
  g_assert_true (contains (tiles, 1, -1, -1));
  g_assert_true (contains (tiles, 1, 3, 2));
  g_assert_false (contains (tiles, 1, 4, 2));

  first = &g_array_index (tiles, TlTile, 0);
  g_assert_cmpint (first->column, ==, 1);
  g_assert_cmpint (first->row, ==, 1);
}

static void
test_visible_ends_at_edge (void)
{
  g_autoptr (GArray) tiles = create_tiles ();
  const TlTileScreen exact = { 1, 0, 0, 2 * SIDE, SIDE };

  tl_tile_plan_visible (&exact, 1, tiles);
  g_assert_cmpuint (tiles->len, ==, 2);
}

/* What comes in, should the picture go on moving up, is prepared before what is beside and behind. */
static void
test_next_follows_movement (void)
{
  g_autoptr (GArray) tiles = create_tiles ();
  g_autoptr (GArray) visible = create_tiles ();

  tl_tile_plan_visible (&near, 1, visible);
  tl_tile_plan_next (&near, 1, 0, 40, tiles);
  g_assert_cmpuint (tiles->len, ==, 7 * 6 - 5 * 4);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (g_array_index (tiles, TlTile, i).row, ==, 3);
  for (guint i = 0; i < tiles->len; i++)
    {
      const TlTile *tile = &g_array_index (tiles, TlTile, i);

      g_assert_false (contains (visible, 1, tile->column, tile->row));
    }
}

/* At its own size a tile is shown pixel by pixel. */
static void
test_place_is_exact (void)
{
  const TlTileScreen screen = { 0.37, -1234, 77, 800, 600 };
  const TlTile tile = { 0.37, 3, -2 };
  TlRect place;

  tl_tile_place (&tile, &screen, &place);
  g_assert_cmpfloat (place.x, ==, 3 * SIDE - 1234);
  g_assert_cmpfloat (place.y, ==, -2 * SIDE + 77);
  g_assert_cmpfloat (place.width, ==, SIDE);
  g_assert_cmpfloat (place.height, ==, SIDE);
}

/* Whatever the size, neighbours share their edge, which is a whole pixel. */
static void
test_no_seams (void)
{
  for (double scale = 0.03; scale < 4; scale *= 1.07)
    {
      const TlTileScreen screen = { scale, -511, 130, 800, 600 };
      double level = tl_tile_plan_step (scale);

      for (int i = -3; i < 9; i++)
        {
          const TlTile one = { level, i, i };
          const TlTile next = { level, i + 1, i + 1 };
          TlRect a, b;

          tl_tile_place (&one, &screen, &a);
          tl_tile_place (&next, &screen, &b);
          g_assert_cmpfloat (a.x, ==, round (a.x));
          g_assert_cmpfloat (a.x + a.width, ==, b.x);
          g_assert_cmpfloat (a.y + a.height, ==, b.y);
        }
    }
}

static void
test_area (void)
{
  const TlTile tile = { 0.5, 2, -1 };
  TlRect area;

  tl_tile_get_area (&tile, &area);
  g_assert_cmpfloat (area.x, ==, 1024);
  g_assert_cmpfloat (area.y, ==, -512);
  g_assert_cmpfloat (area.width, ==, 512);
}

static void
test_step_is_near (void)
{
  for (double scale = 0.002; scale < 9; scale *= 1.013)
    {
      double shown = scale / tl_tile_plan_step (scale);

      g_assert_cmpfloat (shown, >=, 0.75 - 1e-9);
      g_assert_cmpfloat (shown, <, 1.5 + 1e-9);
    }
}

/* A picture of any size is a handful of tiles at its base. */
static void
test_base_is_small (void)
{
  const TlRect pictures[] = {
    { 0, 0, 300, 100 }, { -50, 20, 6700, 142000 }, { 0, 0, 1.2e6, 600 }, { -3e5, -3e5, 6e5, 6e5 }, { 0, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autoptr (GArray) tiles = create_tiles ();

      tl_tile_plan_all (&pictures[i], tl_tile_plan_base (&pictures[i]), tiles);
      g_assert_cmpuint (tiles->len, <=, 32);
    }
}

static void
test_store_forgets_unseen (void)
{
  g_autoptr (TlTileStore) store = tl_tile_store_new ();
  const gsize bytes = SIDE * SIDE * 4;
  const TlTile base = { 0.125, 0, 0 };

  tl_tile_store_add (store, &base, create_surface ());
  for (int i = 0; i < 8; i++)
    {
      tl_tile_store_next_frame (store);
      tl_tile_store_add (store, &(TlTile) { 1, i, 0 }, create_surface ());
    }
  tl_tile_store_next_frame (store);
  g_assert_nonnull (tl_tile_store_find (store, &(TlTile) { 1, 0, 0 }));
  g_assert_cmpuint (tl_tile_store_get_size (store), ==, 9 * bytes);

  tl_tile_store_forget (store, base.level, 9 * bytes);
  g_assert_cmpuint (tl_tile_store_get_size (store), ==, 9 * bytes);
  tl_tile_store_forget (store, base.level, 4 * bytes);
  g_assert_cmpuint (tl_tile_store_get_size (store), ==, 3 * bytes);

  /* The base, what is in use, and what was in use last */
  g_assert_nonnull (tl_tile_store_find (store, &base));
  g_assert_nonnull (tl_tile_store_find (store, &(TlTile) { 1, 0, 0 }));
  g_assert_nonnull (tl_tile_store_find (store, &(TlTile) { 1, 7, 0 }));
  g_assert_null (tl_tile_store_find (store, &(TlTile) { 1, 6, 0 }));

  tl_tile_store_clear (store);
  g_assert_cmpuint (tl_tile_store_get_size (store), ==, 0);
}

/* What shows a place that has become another is let go at every size, and a little around it; nothing else is. */
static void
test_store_drops_places (void)
{
  g_autoptr (TlTileStore) store = tl_tile_store_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));
  const TlRect place = { SIDE + 20, 30, 100, 40 };
  const TlRect beside = { 3 * SIDE - 60, 3 * SIDE - 60, 57, 20 };
  const TlTile kept[] = { { 1, 0, 0 }, { 1, 1, 1 }, { 0.5, 2, 0 } };
  const TlTile dropped[] = { { 1, 1, 0 }, { 2, 2, 0 }, { 0.5, 0, 0 }, { 1, 3, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    tl_tile_store_add (store, &kept[i], create_surface ());
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    tl_tile_store_add (store, &dropped[i], create_surface ());
  g_array_append_val (places, place);
  g_array_append_val (places, beside);

  tl_tile_store_drop (store, places);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (tl_tile_store_find (store, &kept[i]));
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    g_assert_null (tl_tile_store_find (store, &dropped[i]));
  g_assert_cmpuint (tl_tile_store_get_size (store), ==, G_N_ELEMENTS (kept) * SIDE * SIDE * 4);
}

/* The size next to the right one comes first, the base last; what is out of sight not at all. */
static void
test_store_ranks_substitutes (void)
{
  g_autoptr (TlTileStore) store = tl_tile_store_new ();
  g_autoptr (GArray) substitutes = NULL;
  const TlTile tiles[] = { { 0.8, 0, 0 }, { 0.125, 0, 0 }, { 0.5, 0, 0 }, { 1, 0, 0 }, { 0.8, 50, 0 }, { 0.2, 0, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (tiles); i++)
    tl_tile_store_add (store, &tiles[i], create_surface ());

  substitutes = tl_tile_store_substitutes (store, &near, 1, 0.125);
  g_assert_cmpuint (substitutes->len, ==, 3);
  g_assert_cmpfloat (g_array_index (substitutes, TlSubstitute, 0).kept->tile.level, ==, 0.8);
  g_assert_cmpfloat (g_array_index (substitutes, TlSubstitute, 1).kept->tile.level, ==, 0.5);
  g_assert_cmpfloat (g_array_index (substitutes, TlSubstitute, 2).kept->tile.level, ==, 0.125);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tile-plan/visible", test_visible);
  g_test_add_func ("/tile-plan/visible-ends-at-edge", test_visible_ends_at_edge);
  g_test_add_func ("/tile-plan/next-follows-movement", test_next_follows_movement);
  g_test_add_func ("/tile-plan/place-is-exact", test_place_is_exact);
  g_test_add_func ("/tile-plan/no-seams", test_no_seams);
  g_test_add_func ("/tile-plan/area", test_area);
  g_test_add_func ("/tile-plan/step-is-near", test_step_is_near);
  g_test_add_func ("/tile-plan/base-is-small", test_base_is_small);
  g_test_add_func ("/tile-plan/store-forgets-unseen", test_store_forgets_unseen);
  g_test_add_func ("/tile-plan/store-drops-places", test_store_drops_places);
  g_test_add_func ("/tile-plan/store-ranks-substitutes", test_store_ranks_substitutes);

  return g_test_run ();
}
