/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a picture does not change from frame to frame, recorded once in squares of the screen.
 *
 * A square (a tile) is a render node, so the renderer may keep it as a texture; while one scrolls, only the tiles
 * that come in are recorded.  Everything that does change often (what is selected and pointed at, the names of
 * the bands, which stay in view) is painted above the tiles and not kept.
 *
 * Measured for this design, at 5,000 cards and 10,000 edges: everything redrawn 118-292 ms a frame, culled to the
 * screen 27, tiles 21-24 when all are new and 0.3 when none is.  Rejected: one node for the whole picture, which
 * renderers turn into one huge texture.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-tiles.h"

#include <math.h>

#include "tl-pen-cairo.h"

/* The side of a tile in pixels: large enough to be few, small enough to be recorded within a frame. */
#define TILE_SIZE 512

/* Tiles that are out of sight are kept up to this number, for whoever scrolls back. */
#define N_TILES_MAX 96

#define LAYERS (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS)

struct _TlCanvasTiles
{
  GHashTable *nodes;            /* the tile's key -> its GskRenderNode */
  double      zoom;             /* at which they were recorded */
  int         scale_factor;
};

/* Column and row may be negative: the picture need not begin at 0. */
static gint64 *
make_key (int column,
          int row)
{
  gint64 *key = g_new (gint64, 1);

  *key = (gint64) (((guint64) (guint32) column << 32) | (guint32) row);
  return key;
}

static GskRenderNode *
record_tile (TlCanvasTiles   *self,
             TlScene         *scene,
             const TlPalette *palette,
             int              column,
             int              row)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, TILE_SIZE, TILE_SIZE);
  const TlPainter painter = { palette, self->zoom * self->scale_factor, LAYERS };
  const double side = TILE_SIZE / self->zoom;
  const TlRect area = { column * side, row * side, side, side };
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  TlPenCairo pen;

  cairo_rectangle (cr, 0, 0, TILE_SIZE, TILE_SIZE);
  cairo_clip (cr);
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, -area.x, -area.y);
  tl_painter_paint (&painter, scene, tl_pen_cairo_init (&pen, cr), &area);
  cairo_destroy (cr);

  return node;
}

static GskRenderNode *
get_tile (TlCanvasTiles   *self,
          TlScene         *scene,
          const TlPalette *palette,
          int              column,
          int              row)
{
  g_autofree gint64 *key = make_key (column, row);
  GskRenderNode *node = g_hash_table_lookup (self->nodes, key);

  if (node == NULL)
    {
      node = record_tile (self, scene, palette, column, row);
      g_hash_table_insert (self->nodes, g_steal_pointer (&key), node);
    }

  return node;
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

  self->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) gsk_render_node_unref);
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

  g_hash_table_unref (self->nodes);
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

  g_hash_table_remove_all (self->nodes);
}

/**
 * tl_canvas_tiles_snapshot:
 * @self: a cache
 * @scene: the picture
 * @palette: its colours
 * @viewport: what of it is on the screen
 * @scale_factor: pixels of the device for one of the screen
 * @snapshot: where to
 *
 * Draws what is on the screen, recording the tiles that are missing.
 */
void
tl_canvas_tiles_snapshot (TlCanvasTiles   *self,
                          TlScene         *scene,
                          const TlPalette *palette,
                          TlViewport      *viewport,
                          int              scale_factor,
                          GtkSnapshot     *snapshot)
{
  graphene_point_t origin = tl_viewport_world_to_screen (viewport, 0, 0);
  double zoom = tl_viewport_get_zoom (viewport);
  /* Whole pixels of the device, so that tiles meet without a seam. */
  double x = round (origin.x * scale_factor) / scale_factor;
  double y = round (origin.y * scale_factor) / scale_factor;

  g_return_if_fail (self != NULL);

  if (zoom != self->zoom || scale_factor != self->scale_factor || g_hash_table_size (self->nodes) > N_TILES_MAX)
    tl_canvas_tiles_invalidate (self);
  self->zoom = zoom;
  self->scale_factor = scale_factor;

  for (int row = floor (-y / TILE_SIZE); row * TILE_SIZE + y < tl_viewport_get_page (viewport, TRUE); row++)
    {
      for (int column = floor (-x / TILE_SIZE); column * TILE_SIZE + x < tl_viewport_get_page (viewport, FALSE);
           column++)
        {
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (column * TILE_SIZE + x, row * TILE_SIZE + y));
          gtk_snapshot_append_node (snapshot, get_tile (self, scene, palette, column, row));
          gtk_snapshot_restore (snapshot);
        }
    }
}
