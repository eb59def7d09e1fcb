/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A frame of the canvas, and what is left for the frames and the quiet moments after it.
 *
 * A frame that is short of tiles asks for another one; when none is missing, those that are likely to come next are
 * painted one by one while nothing else is to be done.  Somebody who zooms does so many times a second: as long as
 * that goes on the picture is shown from the sizes there are, and painted at exactly its size once it rests.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-draw.h"

#include "tl-canvas-private.h"
#include "tl-pen-cairo.h"

/* Two changes of the zoom within this time are one movement, and it has ended when as much has passed without. */
#define ZOOMING_MS 150

/* When there is nothing yet to show meanwhile, patience. */
#define BUDGET_FIRST_MS 150.0

/* All of the screen, in its pixels */
static graphene_rect_t
get_bounds (const TlTileView *view)
{
  return GRAPHENE_RECT_INIT (0, 0, tl_viewport_get_page (view->viewport, FALSE),
                             tl_viewport_get_page (view->viewport, TRUE));
}

/* What is on top of the tiles and changes too often to be kept. */
static void
draw_top (const TlTileView *view,
          TlLayers          layers,
          GtkSnapshot      *snapshot)
{
  const TlTileScreen screen = tl_tile_view_measure (view);
  const TlPainter painter = {
    .palette = view->palette, .scale = screen.scale, .density = screen.density, .layers = layers,
  };
  double zoom = tl_viewport_get_zoom (view->viewport);
  graphene_rect_t bounds = get_bounds (view);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  TlPenCairo pen;
  TlRect area;

  tl_tile_screen_get_seen (&screen, &area);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -area.x, -area.y);
  tl_painter_paint (&painter, view->scene, tl_pen_cairo_init (&pen, cr), &area);
  cairo_destroy (cr);
}

/**
 * tl_canvas_draw_picture:
 * @tiles: what was painted before
 * @view: what is looked at
 * @snapshot: where to
 *
 * Draws all of the screen: the ground, the picture, and what changes often above it.  Needs no display.
 *
 * Returns: whether everything is there at the size that is shown; else another frame brings more
 */
gboolean
tl_canvas_draw_picture (TlCanvasTiles    *tiles,
                        const TlTileView *view,
                        GtkSnapshot      *snapshot)
{
  gboolean is_complete;

  g_return_val_if_fail (tiles != NULL && view != NULL && snapshot != NULL, TRUE);

  is_complete = tl_canvas_tiles_snapshot (tiles, view, snapshot);
  draw_top (view, TL_LAYER_LABELS | TL_LAYER_STATE, snapshot);

  return is_complete;
}

static TlTileView
get_view (TlCanvas *self)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (GTK_WIDGET (self)));
  double budget = self->is_zooming ? TL_CANVAS_BUDGET_ZOOMING_MS : TL_CANVAS_BUDGET_MS;

  if (tl_canvas_tiles_are_new (self->tiles))
    budget = BUDGET_FIRST_MS;

  return (TlTileView) {
    self->scene, self->palette, self->viewport, gtk_widget_get_scale_factor (GTK_WIDGET (self)),
    self->is_zooming, GSK_IS_CAIRO_RENDERER (renderer), budget,
  };
}

static gboolean
next_frame_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       data)
{
  TL_CANVAS (widget)->next_frame_id = 0;
  gtk_widget_queue_draw (widget);
  return G_SOURCE_REMOVE;
}

static gboolean
prepare_cb (gpointer data)
{
  TlCanvas *self = data;

  if (self->scene != NULL && !self->is_zooming && gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      const TlTileView view = get_view (self);

      if (tl_canvas_tiles_prepare (self->tiles, &view))
        return G_SOURCE_CONTINUE;
    }

  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
rest_cb (gpointer data)
{
  TlCanvas *self = data;

  self->rest_id = 0;
  self->is_zooming = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Takes note that the zoom may have changed: once is a jump to another size, twice in a row is a movement. */
void
tl_canvas_watch_zoom (TlCanvas *self)
{
  double zoom = tl_viewport_get_zoom (self->viewport);

  if (zoom == self->watched_zoom)
    return;

  self->watched_zoom = zoom;
  if (self->rest_id != 0)
    {
      self->is_zooming = TRUE;
      g_source_remove (self->rest_id);
    }
  self->rest_id = g_timeout_add (ZOOMING_MS, rest_cb, self);
}

TlTileScreen
tl_canvas_measure_screen (TlCanvas *self)
{
  const TlTileView view = {
    .viewport = self->viewport, .scale_factor = gtk_widget_get_scale_factor (GTK_WIDGET (self)),
  };

  return tl_tile_view_measure (&view);
}

/* What recedes does so on the way as well, and its chain with it: it stands out where it arrives. */
static void
draw_veil (const TlTileView *view,
           GtkSnapshot      *snapshot)
{
  const TlPainter painter = { .palette = view->palette };
  TlColour veil = tl_painter_get_veil (&painter, view->scene);
  graphene_rect_t bounds = get_bounds (view);

  if (veil.alpha > 0)
    gtk_snapshot_append_color (snapshot, &(GdkRGBA) { veil.red, veil.green, veil.blue, veil.alpha }, &bounds);
}

/* While cards are on their way to their places in a new picture, its tiles are painted unseen, for when they are
 * there.  Returns whether it is so. */
static gboolean
draw_change (TlCanvas         *self,
             const TlTileView *view,
             GtkSnapshot      *snapshot)
{
  g_autoptr (GskRenderNode) unseen = NULL;
  TlTileView brief = *view;
  graphene_rect_t bounds = get_bounds (view);
  GtkSnapshot *later;

  tl_tile_view_draw_ground (view, &bounds, snapshot);
  if (!tl_canvas_draw_change (self, view, snapshot))
    return FALSE;

  draw_veil (view, snapshot);
  /* No ring around a place that its card has yet to reach. */
  draw_top (view, TL_LAYER_LABELS, snapshot);
  later = gtk_snapshot_new ();
  brief.budget_ms = TL_CANVAS_BUDGET_MS;
  tl_canvas_tiles_snapshot (self->tiles, &brief, later);
  unseen = gtk_snapshot_free_to_node (later);
  return TRUE;
}

/* Draws the picture, and sees to what is left to paint. */
void
tl_canvas_draw (TlCanvas    *self,
                GtkSnapshot *snapshot)
{
  const TlTileView view = get_view (self);

  if ((self->former != NULL || self->motion != NULL) && draw_change (self, &view, snapshot))
    return;

  if (!tl_canvas_draw_picture (self->tiles, &view, snapshot))
    {
      if (self->next_frame_id == 0)
        self->next_frame_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), next_frame_cb, NULL, NULL);
    }
  else if (self->prepare_id == 0)
    {
      self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
    }
}

/* Ends all that was to be done later. */
void
tl_canvas_stop_drawing (TlCanvas *self)
{
  if (self->next_frame_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->next_frame_id);
  self->next_frame_id = 0;
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
}
