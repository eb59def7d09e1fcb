/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a picture does not change from frame to frame, painted once in squares of the screen.
 *
 * A square (a tile) is a texture: a frame puts a few dozen of them side by side, whatever is on them, and only those
 * that come in are painted, for so much time in each frame and the rest in the frames that follow.  Where a tile is
 * not there yet, the nearest other size of the picture that is stands in, and below it the base, a coarse picture of
 * everything.  What does change often (what is selected and pointed at, the names of the bands, which stay in view)
 * is painted above the tiles and not kept.  Which tiles are wanted, and in which order, is said in tl-tile-plan.c.
 *
 * Rejected: a render node of strokes for each tile, which is drawn stroke by stroke again in each frame unless a
 * graphics card keeps it; one texture for the whole picture, which is too large for any card; painting in a thread,
 * which the texts of a scene, shared with the canvas, do not allow.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-tiles.h"

#include <math.h>

#include "tl-scene-difference.h"
#include "tl-scene-texture.h"
#include "tl-tile-store.h"

/* Tiles that are out of sight are kept, the last seen first, as long as all together take no more than this, or
 * than so many screens where those are large. */
#define N_BYTES_KEPT   (24u << 20)
#define N_SCREENS_KEPT 3

/* Another size this much off (in halvings or doublings) passes for a tile while one zooms. */
#define BLUR_PASSABLE 0.8

#define LAYERS (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS)

struct _TlCanvasTiles
{
  TlTileStore *store;
  gboolean     are_new;         /* nothing was shown since the picture became another */
  double       base;            /* the level of the base; 0 when not known */
  double       density;         /* of the screen the tiles are for */
  double       tile_ms;         /* what painting a tile took lately */
  double       tile_level;      /* ... of this level */
  double       x, y;            /* where the picture was in the last frame */
  double       dx, dy;          /* which way it moved last */
};

static void
paint_tile (TlCanvasTiles    *self,
            const TlTileView *view,
            const TlTile     *tile)
{
  const TlPainter painter = {
    .palette = view->palette, .scale = tile->level, .density = view->scale_factor, .layers = LAYERS,
  };
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface;
  TlRect area;
  double ms;

  tl_tile_get_area (tile, &area);
  surface = tl_scene_surface_new (view->scene, &painter, &area);
  if (surface != NULL)
    tl_tile_store_add (self->store, tile, surface);

  /* The next one is likely to take as long as those before: neighbours are alike. */
  ms = (g_get_monotonic_time () - start) / 1000.0;
  self->tile_ms = self->tile_level == tile->level ? (self->tile_ms + ms) / 2 : ms;
  self->tile_level = tile->level;
}

static cairo_rectangle_int_t
round_rect (const TlRect *rect)
{
  return (cairo_rectangle_int_t) { rect->x, rect->y, rect->width, rect->height };
}

/* The part of the screen that other sizes stand in for so well that nobody who zooms misses the right one. */
static cairo_region_t *
find_passable (GArray *substitutes)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));

  for (guint i = 0; i < substitutes->len; i++)
    {
      const TlSubstitute *one = &g_array_index (substitutes, TlSubstitute, i);
      const cairo_rectangle_int_t place = round_rect (&one->place);

      if (one->blur <= BLUR_PASSABLE)
        g_array_append_val (places, place);
    }

  return cairo_region_create_rectangles ((const cairo_rectangle_int_t *) places->data, places->len);
}

/* Whether all of @place that is on the screen is. */
static gboolean
is_passable (const TlRect       *place,
             const TlTileScreen *screen,
             cairo_region_t     *passable)
{
  double left = MAX (place->x, 0);
  double top = MAX (place->y, 0);
  const cairo_rectangle_int_t seen = {
    left, top, MIN (place->x + place->width, ceil (screen->width)) - left,
    MIN (place->y + place->height, ceil (screen->height)) - top,
  };

  return cairo_region_contains_rectangle (passable, &seen) == CAIRO_REGION_OVERLAP_IN;
}

/* Paints what is wanted on the screen and not there yet, as far as the time of a frame goes.
 *
 * Returns: the part of the screen that is missing then
 */
static cairo_region_t *
paint_wanted (TlCanvasTiles      *self,
              const TlTileView   *view,
              const TlTileScreen *screen,
              GArray             *wanted,
              GArray             *substitutes)
{
  const cairo_rectangle_int_t all = { 0, 0, ceil (screen->width), ceil (screen->height) };
  cairo_region_t *missing = cairo_region_create ();
  cairo_region_t *passable = view->is_zooming ? find_passable (substitutes) : NULL;
  gint64 start = g_get_monotonic_time ();
  /* What is zoomed is gone in the next frame: there nothing has to be painted that takes too long. */
  gboolean may_paint = !view->is_zooming || self->tile_ms <= view->budget_ms;

  for (guint i = 0; i < wanted->len; i++)
    {
      const TlTile *tile = &g_array_index (wanted, TlTile, i);
      cairo_rectangle_int_t pixels;
      TlRect place;

      if (tl_tile_store_find (self->store, tile) != NULL)
        continue;

      tl_tile_place (tile, screen, &place);
      if (may_paint && (passable == NULL || !is_passable (&place, screen, passable)))
        {
          paint_tile (self, view, tile);
          may_paint = (g_get_monotonic_time () - start) / 1000.0 + self->tile_ms <= view->budget_ms;
          continue;
        }

      pixels = round_rect (&place);
      cairo_region_union_rectangle (missing, &pixels);
    }

  cairo_region_intersect_rectangle (missing, &all);
  g_clear_pointer (&passable, cairo_region_destroy);
  return missing;
}

static graphene_rect_t
to_screen (const TlTileView *view,
           const TlRect     *place)
{
  const float factor = view->scale_factor;

  return GRAPHENE_RECT_INIT (place->x / factor, place->y / factor, place->width / factor, place->height / factor);
}

/* Shows what of a tile is in @part; both in pixels of the device. */
static void
append_tile (TlKeptTile       *kept,
             const TlRect     *place,
             const TlRect     *part,
             const TlTileView *view,
             GtkSnapshot      *snapshot)
{
  const graphene_rect_t bounds = to_screen (view, place);
  const graphene_rect_t shown = to_screen (view, part);

  tl_scene_texture_append (kept->surface, view->is_by_cairo ? NULL : tl_kept_tile_get_texture (kept), &bounds, &shown, 1,
                           snapshot);
}

static TlRect
get_rect (cairo_region_t *region,
          int             i)
{
  cairo_rectangle_int_t pixels;

  cairo_region_get_rectangle (region, i, &pixels);
  return (TlRect) { pixels.x, pixels.y, pixels.width, pixels.height };
}

/* Where tiles are missing, other sizes of the same part of the picture, the best there is; each pixel once, since scaling
 * them is what takes the time of a frame.  Takes from @missing what it shows. */
static void
append_substitutes (TlCanvasTiles    *self,
                    const TlTileView *view,
                    GArray           *substitutes,
                    cairo_region_t   *missing,
                    GtkSnapshot      *snapshot)
{
  for (guint i = 0; i < substitutes->len && !cairo_region_is_empty (missing); i++)
    {
      const TlSubstitute *one = &g_array_index (substitutes, TlSubstitute, i);
      const cairo_rectangle_int_t place = round_rect (&one->place);
      cairo_region_t *shown = cairo_region_copy (missing);

      cairo_region_intersect_rectangle (shown, &place);
      for (int j = 0; j < cairo_region_num_rectangles (shown); j++)
        {
          const TlRect part = get_rect (shown, j);

          tl_tile_store_find (self->store, &one->kept->tile);
          append_tile (one->kept, &one->place, &part, view, snapshot);
        }
      cairo_region_subtract (missing, shown);
      cairo_region_destroy (shown);
    }
}

static void
append_ground (const TlTileView *view,
               cairo_region_t   *bare,
               GtkSnapshot      *snapshot)
{
  for (int i = 0; i < cairo_region_num_rectangles (bare); i++)
    {
      const TlRect part = get_rect (bare, i);
      const graphene_rect_t bounds = to_screen (view, &part);

      tl_tile_view_draw_ground (view, &bounds, snapshot);
    }
}

static void
append_tiles (TlCanvasTiles      *self,
              const TlTileView   *view,
              const TlTileScreen *screen,
              GArray             *tiles,
              GtkSnapshot        *snapshot)
{
  for (guint i = 0; i < tiles->len; i++)
    {
      const TlTile *tile = &g_array_index (tiles, TlTile, i);
      TlKeptTile *kept = tl_tile_store_find (self->store, tile);
      TlRect place;

      if (kept == NULL)
        continue;

      tl_tile_place (tile, screen, &place);
      append_tile (kept, &place, &place, view, snapshot);
    }
}

static void
watch_movement (TlCanvasTiles      *self,
                const TlTileScreen *screen)
{
  if (self->x == screen->x && self->y == screen->y)
    return;

  self->dx = self->x - screen->x;
  self->dy = self->y - screen->y;
  self->x = screen->x;
  self->y = screen->y;
}

/* On a screen of another density the same scale is another size, with more or less on the cards. */
static void
watch_density (TlCanvasTiles      *self,
               const TlTileScreen *screen)
{
  if (self->density != screen->density)
    tl_tile_store_clear (self->store);
  self->density = screen->density;
}

static double
get_base (TlCanvasTiles    *self,
          const TlTileView *view)
{
  TlRect bounds;

  if (self->base == 0)
    {
      tl_scene_get_bounds (view->scene, &bounds);
      self->base = tl_tile_plan_base (&bounds);
    }

  return self->base;
}

/**
 * tl_tile_view_measure:
 * @self: what is looked at
 *
 * Returns: how the picture stands on the screen; its origin on whole pixels of the device, so that tiles are shown
 *   as they were painted
 */
TlTileScreen
tl_tile_view_measure (const TlTileView *self)
{
  graphene_point_t origin = tl_viewport_world_to_screen (self->viewport, 0, 0);

  return (TlTileScreen) {
    tl_viewport_get_zoom (self->viewport) * self->scale_factor,
    round ((double) origin.x * self->scale_factor),
    round ((double) origin.y * self->scale_factor),
    tl_viewport_get_page (self->viewport, FALSE) * self->scale_factor,
    tl_viewport_get_page (self->viewport, TRUE) * self->scale_factor,
    self->scale_factor,
  };
}

/**
 * tl_tile_view_draw_ground:
 * @self: what is looked at
 * @bounds: a part of the screen, in its pixels
 * @snapshot: where to
 *
 * Draws what a picture stands on, where nothing of it is there yet.
 */
void
tl_tile_view_draw_ground (const TlTileView      *self,
                          const graphene_rect_t *bounds,
                          GtkSnapshot           *snapshot)
{
  const TlColour *ground = &self->palette->background;

  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { ground->red, ground->green, ground->blue, 1 }, bounds);
}

/**
 * tl_canvas_tiles_new:
 *
 * Returns: (transfer full): a cache without any tiles
 */
TlCanvasTiles *
tl_canvas_tiles_new (void)
{
  TlCanvasTiles *self = g_new0 (TlCanvasTiles, 1);

  self->store = tl_tile_store_new ();
  self->are_new = TRUE;
  return self;
}

/**
 * tl_canvas_tiles_free:
 * @self: (transfer full): a cache
 */
void
tl_canvas_tiles_free (TlCanvasTiles *self)
{
  g_return_if_fail (self != NULL);

  tl_tile_store_free (self->store);
  g_free (self);
}

/**
 * tl_canvas_tiles_invalidate:
 * @self: a cache
 *
 * Forgets every tile: the picture or its colours have changed.
 */
void
tl_canvas_tiles_invalidate (TlCanvasTiles *self)
{
  g_return_if_fail (self != NULL);

  tl_tile_store_clear (self->store);
  self->base = 0;
  self->are_new = TRUE;
}

/**
 * tl_canvas_tiles_follow:
 * @self: a cache
 * @before: (nullable): the picture so far
 * @after: (nullable): the one that takes its place
 *
 * Forgets the tiles on which the two differ.
 */
void
tl_canvas_tiles_follow (TlCanvasTiles *self,
                        TlScene       *before,
                        TlScene       *after)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (TlRect));

  g_return_if_fail (self != NULL);

  if (before == NULL || after == NULL || !tl_scene_find_difference (before, after, places))
    {
      tl_canvas_tiles_invalidate (self);
      return;
    }

  tl_tile_store_drop (self->store, places);
  self->base = 0;
  self->are_new = TRUE;
}

/**
 * tl_canvas_tiles_are_new:
 * @self: a cache
 *
 * Returns: whether nothing was shown of the picture yet: what is missing then has nothing that could stand in for it
 */
gboolean
tl_canvas_tiles_are_new (TlCanvasTiles *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->are_new;
}

/**
 * tl_canvas_tiles_get_size:
 * @self: a cache
 *
 * Returns: how many bytes its tiles take
 */
gsize
tl_canvas_tiles_get_size (TlCanvasTiles *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return tl_tile_store_get_size (self->store);
}

/**
 * tl_canvas_tiles_snapshot:
 * @self: a cache
 * @view: what is looked at
 * @snapshot: where to
 *
 * Draws all of the screen, and paints tiles that are missing as long as the view's budget lasts; one in any case
 * unless one zooms, so that all are there in the end.
 *
 * Returns: whether everything is there at the size that is shown; else another frame brings more
 */
gboolean
tl_canvas_tiles_snapshot (TlCanvasTiles    *self,
                          const TlTileView *view,
                          GtkSnapshot      *snapshot)
{
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (TlTile));
  g_autoptr (GArray) substitutes = NULL;
  cairo_region_t *missing;
  TlTileScreen screen;
  gboolean is_complete;
  double level;

  g_return_val_if_fail (self != NULL && view != NULL && snapshot != NULL, TRUE);

  screen = tl_tile_view_measure (view);
  level = view->is_zooming ? tl_tile_plan_step (screen.scale) : screen.scale;
  watch_density (self, &screen);
  self->are_new = FALSE;
  tl_tile_store_next_frame (self->store);
  watch_movement (self, &screen);

  tl_tile_plan_visible (&screen, level, wanted);
  substitutes = tl_tile_store_substitutes (self->store, &screen, level, get_base (self, view));
  missing = paint_wanted (self, view, &screen, wanted, substitutes);
  is_complete = cairo_region_is_empty (missing);
  append_tiles (self, view, &screen, wanted, snapshot);
  append_substitutes (self, view, substitutes, missing, snapshot);
  append_ground (view, missing, snapshot);
  cairo_region_destroy (missing);

  tl_tile_store_forget (self->store, self->base,
                        MAX (N_BYTES_KEPT, N_SCREENS_KEPT * 4.0 * screen.width * screen.height));
  return is_complete;
}

/**
 * tl_canvas_tiles_prepare:
 * @self: a cache
 * @view: what is looked at
 *
 * Paints one tile that is likely to be wanted next: of the base, which stands in for all, or beyond the edge of the
 * screen, first where the picture is being moved to.  For when there is nothing else to do.
 *
 * Returns: whether there may be more to prepare
 */
gboolean
tl_canvas_tiles_prepare (TlCanvasTiles    *self,
                         const TlTileView *view)
{
  g_autoptr (GArray) tiles = g_array_new (FALSE, FALSE, sizeof (TlTile));
  TlTileScreen screen;
  TlRect bounds;

  g_return_val_if_fail (self != NULL && view != NULL, FALSE);

  screen = tl_tile_view_measure (view);
  watch_density (self, &screen);
  tl_scene_get_bounds (view->scene, &bounds);
  tl_tile_plan_all (&bounds, get_base (self, view), tiles);
  tl_tile_plan_next (&screen, screen.scale, self->dx, self->dy, tiles);
  for (guint i = 0; i < tiles->len; i++)
    {
      const TlTile *tile = &g_array_index (tiles, TlTile, i);

      if (tl_tile_store_find (self->store, tile) != NULL)
        continue;

      paint_tile (self, view, tile);
      return TRUE;
    }

  return FALSE;
}
