/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which tiles a picture needs on the screen, and in which order they are worth the time.
 *
 * A level is a picture cut in squares at one size.  While nothing moves, tiles are of exactly the size that is
 * shown, so that every letter is crisp.  While one zooms they would be of another size in each frame; then they are
 * of the nearest step, a power of two, and are scaled a little.  The base is the level at which the whole picture is
 * a handful of tiles: it is kept, and stands in wherever nothing better is there yet.
 *
 * Nothing here draws or keeps anything, so every rule can be tested.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-tile-plan.h"

#include <math.h>

/* The side of a tile in pixels of the device: large enough to be few, small enough to be recorded within a frame.
 * From far away a square of that side holds thousands of lines, and takes longer. */
#define SIDE      256
#define SIDE_FAR  128
#define LEVEL_FAR 0.08

/* The least that a step is scaled; below it cairo would read every pixel several times. */
#define SCALE_LEAST 0.75

/* How many tiles the whole picture may be at the base. */
#define N_BASE_TILES 32
#define BASE_FINEST  0.125

/**
 * tl_tile_get_side:
 * @level: a level
 *
 * Returns: how long the sides of its tiles are, in pixels
 */
int
tl_tile_get_side (double level)
{
  return level < LEVEL_FAR ? SIDE_FAR : SIDE;
}

/**
 * tl_tile_hash:
 * @tile: a #TlTile
 *
 * Returns: a number for a table
 */
guint
tl_tile_hash (gconstpointer tile)
{
  const TlTile *self = tile;

  return g_double_hash (&self->level) ^ ((guint) self->column * 2654435761u) ^ ((guint) self->row * 40503u);
}

/**
 * tl_tile_equal:
 * @one: a #TlTile
 * @other: another
 *
 * Returns: whether they are the same square of the same level
 */
gboolean
tl_tile_equal (gconstpointer one,
               gconstpointer other)
{
  const TlTile *a = one;
  const TlTile *b = other;

  return a->level == b->level && a->column == b->column && a->row == b->row;
}

/**
 * tl_tile_get_area:
 * @self: a tile
 * @area: (out caller-allocates): the part of the picture it shows, in units of the picture
 */
void
tl_tile_get_area (const TlTile *self,
                  TlRect       *area)
{
  double side = tl_tile_get_side (self->level) / self->level;

  *area = (TlRect) { self->column * side, self->row * side, side, side };
}

/**
 * tl_tile_place:
 * @self: a tile
 * @screen: how the picture stands on the screen
 * @place: (out caller-allocates): where the tile is, in whole pixels, so that neighbours meet without a seam
 */
void
tl_tile_place (const TlTile       *self,
               const TlTileScreen *screen,
               TlRect             *place)
{
  double side = tl_tile_get_side (self->level) * (screen->scale / self->level);
  double x = round (self->column * side + screen->x);
  double y = round (self->row * side + screen->y);
  double end_x = round ((self->column + 1) * side + screen->x);
  double end_y = round ((self->row + 1) * side + screen->y);

  *place = (TlRect) { x, y, end_x - x, end_y - y };
}

/**
 * tl_tile_screen_get_seen:
 * @self: how a picture stands on the screen
 * @area: (out caller-allocates): what of it is seen, in its own units
 */
void
tl_tile_screen_get_seen (const TlTileScreen *self,
                         TlRect             *area)
{
  *area = (TlRect) {
    -self->x / self->scale, -self->y / self->scale, self->width / self->scale, self->height / self->scale,
  };
}

/**
 * tl_tile_rects_touch:
 * @one: a rectangle
 * @other: another
 *
 * Returns: whether they have a part in common
 */
gboolean
tl_tile_rects_touch (const TlRect *one,
                     const TlRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width &&
         one->y < other->y + other->height && other->y < one->y + one->height;
}

/**
 * tl_tile_plan_step:
 * @scale: pixels for a unit of the picture
 *
 * Returns: the level to record while one zooms through @scale: a power of two, shown at 0.75 to 1.5 of its size
 */
double
tl_tile_plan_step (double scale)
{
  g_return_val_if_fail (scale > 0, 1);

  return exp2 (floor (log2 (scale / SCALE_LEAST)));
}

/**
 * tl_tile_plan_base:
 * @bounds: the picture
 *
 * Returns: the level that stands in for all others
 */
double
tl_tile_plan_base (const TlRect *bounds)
{
  double base = BASE_FINEST;

  g_return_val_if_fail (bounds != NULL, BASE_FINEST);

  while (base > 1e-6)
    {
      double side = tl_tile_get_side (base) / base;

      if ((floor (bounds->width / side) + 2) * (floor (bounds->height / side) + 2) <= N_BASE_TILES)
        break;
      base /= 2;
    }

  return base;
}

/**
 * tl_tile_plan_blur:
 * @level: a level
 * @scale: pixels for a unit of the picture
 *
 * Returns: how little good the level is at that size: 0 when it is of this size, 1 when it is twice or half of it
 */
double
tl_tile_plan_blur (double level,
                   double scale)
{
  return fabs (log2 (level / scale));
}

static void
find_range (double  start,
            double  length,
            double  side,
            int    *first,
            int    *last)
{
  *first = floor (-start / side);
  *last = ceil ((length - start) / side) - 1;
}

typedef struct
{
  TlTile tile;
  double rank;
} RankedTile;

static int
compare_ranked (gconstpointer one,
                gconstpointer other)
{
  const RankedTile *a = one;
  const RankedTile *b = other;

  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  if (a->tile.row != b->tile.row)
    return a->tile.row < b->tile.row ? -1 : 1;

  return (a->tile.column > b->tile.column) - (a->tile.column < b->tile.column);
}

static void
append_ranked (GArray *ranked,
               GArray *tiles)
{
  g_array_sort (ranked, compare_ranked);
  for (guint i = 0; i < ranked->len; i++)
    g_array_append_val (tiles, g_array_index (ranked, RankedTile, i).tile);
}

/**
 * tl_tile_plan_visible:
 * @screen: how the picture stands on the screen
 * @level: a level
 * @tiles: (element-type TlTile): to which the tiles of it on the screen are added, those in the middle first
 */
void
tl_tile_plan_visible (const TlTileScreen *screen,
                      double              level,
                      GArray             *tiles)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (RankedTile));
  double side = tl_tile_get_side (level) * (screen->scale / level);
  int left, right, top, bottom;

  g_return_if_fail (screen != NULL && tiles != NULL);

  find_range (screen->x, screen->width, side, &left, &right);
  find_range (screen->y, screen->height, side, &top, &bottom);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        RankedTile one = {
          { level, column, row },
          hypot ((column + 0.5) * side + screen->x - screen->width / 2,
                 (row + 0.5) * side + screen->y - screen->height / 2),
        };

        g_array_append_val (ranked, one);
      }

  append_ranked (ranked, tiles);
}

/**
 * tl_tile_plan_next:
 * @screen: how the picture stands on the screen
 * @level: a level
 * @dx: how far the picture moved to the left lately, in pixels
 * @dy: how far it moved up
 * @tiles: (element-type TlTile): to which the tiles right outside of the screen are added, those that come in first,
 *   should it go on like this, before the others
 */
void
tl_tile_plan_next (const TlTileScreen *screen,
                   double              level,
                   double              dx,
                   double              dy,
                   GArray             *tiles)
{
  g_autoptr (GArray) ranked = g_array_new (FALSE, FALSE, sizeof (RankedTile));
  double side = tl_tile_get_side (level) * (screen->scale / level);
  int left, right, top, bottom;

  g_return_if_fail (screen != NULL && tiles != NULL);

  find_range (screen->x, screen->width, side, &left, &right);
  find_range (screen->y, screen->height, side, &top, &bottom);
  for (int row = top - 1; row <= bottom + 1; row++)
    for (int column = left - 1; column <= right + 1; column++)
      {
        gboolean comes = (dx > 0 && column > right) || (dx < 0 && column < left) ||
                         (dy > 0 && row > bottom) || (dy < 0 && row < top);
        RankedTile one = { { level, column, row }, comes ? 0 : 1 };

        if (column < left || column > right || row < top || row > bottom)
          g_array_append_val (ranked, one);
      }

  append_ranked (ranked, tiles);
}

/**
 * tl_tile_plan_all:
 * @bounds: the picture
 * @level: a level
 * @tiles: (element-type TlTile): to which all tiles are added that show a part of the picture
 */
void
tl_tile_plan_all (const TlRect *bounds,
                  double        level,
                  GArray       *tiles)
{
  double side = tl_tile_get_side (level) / level;

  g_return_if_fail (bounds != NULL && tiles != NULL);

  for (int row = floor (bounds->y / side); row * side < bounds->y + bounds->height; row++)
    for (int column = floor (bounds->x / side); column * side < bounds->x + bounds->width; column++)
      {
        TlTile tile = { level, column, row };

        g_array_append_val (tiles, tile);
      }
}
