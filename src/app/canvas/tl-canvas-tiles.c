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

static double
measure_overlap (const TlRect *one,
                 const TlRect *other)
{
  return (MIN (one->x + one->width, other->x + other->width) - MAX (one->x, other->x)) *
         (MIN (one->y + one->height, other->y + other->height) - MAX (one->y, other->y));
}

static void
need (TlSubstitute *self,
      const TlRect *place)
{
  TlRect *needed = &self->needed;
  double end_x = MAX (needed->x + needed->width, place->x + place->width);
  double end_y = MAX (needed->y + needed->height, place->y + place->height);

  if (needed->width == 0)
    {
      *needed = *place;
      return;
    }

  needed->x = MIN (needed->x, place->x);
  needed->y = MIN (needed->y, place->y);
  needed->width = end_x - needed->x;
  needed->height = end_y - needed->y;
}

/* Goes through what could stand in at @place, from the best size to the first that covers all of it, and says, when
 * asked to, that it is needed.  Returns how blurred the last of them is. */
static double
cover (const TlRect *place,
       GArray       *substitutes,
       gboolean      is_needed)
{
  double covered = 0;
  double level = 0;

  for (guint i = substitutes->len; i > 0; i--)
    {
      TlSubstitute *one = &g_array_index (substitutes, TlSubstitute, i - 1);

      if (one->kept->tile.level != level)
        covered = 0;
      level = one->kept->tile.level;
      if (!tl_tile_rects_touch (place, &one->place))
        continue;

      if (is_needed)
        need (one, place);
      covered += measure_overlap (place, &one->place);
      if (covered >= place->width * place->height)
        return one->blur;
    }

  return G_MAXDOUBLE;
}

/* Paints what is wanted on the screen and not there yet, as far as the time of a frame goes, and finds what stands in
 * for the rest.  Returns whether nothing is missing. */
static gboolean
paint_wanted (TlCanvasTiles      *self,
              const TlTileView   *view,
              const TlTileScreen *screen,
              GArray             *wanted,
              GArray             *substitutes)
{
  gint64 start = g_get_monotonic_time ();
  /* What is zoomed is gone in the next frame: there nothing has to be painted that takes too long. */
  gboolean may_paint = !view->is_zooming || self->tile_ms <= view->budget_ms;
  guint n_missing = 0;

  for (guint i = 0; i < wanted->len; i++)
    {
      const TlTile *tile = &g_array_index (wanted, TlTile, i);
      TlRect place;

      if (tl_tile_store_find (self->store, tile) != NULL)
        continue;

      tl_tile_place (tile, screen, &place);
      if (may_paint && !(view->is_zooming && cover (&place, substitutes, FALSE) <= BLUR_PASSABLE))
        {
          paint_tile (self, view, tile);
          may_paint = (g_get_monotonic_time () - start) / 1000.0 + self->tile_ms <= view->budget_ms;
        }
      else
        {
          cover (&place, substitutes, TRUE);
          n_missing++;
        }
    }

  return n_missing == 0;
}

static void
append_tile (TlKeptTile       *kept,
             const TlRect     *place,
             const TlTileView *view,
             GtkSnapshot      *snapshot)
{
  const double factor = view->scale_factor;
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (place->x / factor, place->y / factor, place->width / factor, place->height / factor);

  tl_scene_texture_append (kept->surface, view->is_by_cairo ? NULL : tl_kept_tile_get_texture (kept), &bounds, 1,
                           snapshot);
}

/* Where tiles are missing, other sizes of the same part of the picture: the coarsest first, the best on top. */
static void
append_substitutes (TlCanvasTiles    *self,
                    const TlTileView *view,
                    GArray           *substitutes,
                    GtkSnapshot      *snapshot)
{
  const double factor = view->scale_factor;

  for (guint i = 0; i < substitutes->len; i++)
    {
      const TlSubstitute *one = &g_array_index (substitutes, TlSubstitute, i);

      if (one->needed.width == 0)
        continue;

      /* No more of it than is needed: a part of the base is larger than the screen, and scaling it takes time. */
      tl_tile_store_find (self->store, &one->kept->tile);
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (one->needed.x / factor, one->needed.y / factor,
                                                             one->needed.width / factor, one->needed.height / factor));
      append_tile (one->kept, &one->place, view, snapshot);
      gtk_snapshot_pop (snapshot);
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
      append_tile (kept, &place, view, snapshot);
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
 * tl_canvas_tiles_new:
 *
 * Returns: (transfer full): a cache without any tiles
 */
TlCanvasTiles *
tl_canvas_tiles_new (void)
{
  TlCanvasTiles *self = g_new0 (TlCanvasTiles, 1);

  self->store = tl_tile_store_new ();
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
 * Draws what is on the screen, and paints tiles that are missing as long as the view's budget lasts; one in any case
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
  TlTileScreen screen;
  gboolean is_complete;
  double level;

  g_return_val_if_fail (self != NULL && view != NULL && snapshot != NULL, TRUE);

  screen = tl_tile_view_measure (view);
  level = view->is_zooming ? tl_tile_plan_step (screen.scale) : screen.scale;
  watch_density (self, &screen);
  tl_tile_store_next_frame (self->store);
  watch_movement (self, &screen);

  tl_tile_plan_visible (&screen, level, wanted);
  substitutes = tl_tile_store_substitutes (self->store, &screen, level, get_base (self, view));
  is_complete = paint_wanted (self, view, &screen, wanted, substitutes);
  append_substitutes (self, view, substitutes, snapshot);
  append_tiles (self, view, &screen, wanted, snapshot);

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
