/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which part of a picture is on the screen, and how large.
 *
 * A picture has coordinates of its own (the world).  On the screen it is scaled by the zoom, gets a rim, and is
 * scrolled; where it is smaller than the screen it stands in the middle.  Scrolling is counted in pixels of the
 * screen from the upper left corner of the rim, as a GtkAdjustment counts it.  Nothing here needs a display, so
 * every rule can be tested.
 *
 * Zooming keeps the point under the pointer where it is, as long as that does not show what is outside of the
 * rim.  Rejected: letting the picture be pushed past its rim, which loses people in empty space.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-viewport.h"

#include <math.h>

#include "tl-axis.h"

struct _TlViewport
{
  GObject parent_instance;

  TlAxis x;
  TlAxis y;
  double zoom;
  double natural_zoom;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlViewport, tl_viewport, G_TYPE_OBJECT)

static void
tl_viewport_class_init (TlViewportClass *klass)
{
  /**
   * TlViewport::changed:
   * @self: the viewport
   *
   * What is on the screen, or how large, is no longer the same.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_VIEWPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_viewport_init (TlViewport *self)
{
  self->zoom = 1;
  self->natural_zoom = 1;
  self->x.rim = TL_VIEWPORT_RIM;
  self->y.rim = TL_VIEWPORT_RIM;
  self->x.foot = TL_VIEWPORT_RIM;
  self->y.foot = TL_VIEWPORT_RIM;
}

/**
 * tl_viewport_new:
 *
 * Returns: (transfer full): a viewport of no size onto a picture of no size, at zoom 1
 */
TlViewport *
tl_viewport_new (void)
{
  return g_object_new (TL_TYPE_VIEWPORT, NULL);
}

/**
 * tl_viewport_get_zoom:
 * @self: a viewport
 *
 * Returns: pixels of the screen for one unit of the world
 */
double
tl_viewport_get_zoom (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 1);

  return self->zoom;
}

/**
 * tl_viewport_get_natural_zoom:
 * @self: a viewport
 *
 * Returns: the zoom that is called 100 %
 */
double
tl_viewport_get_natural_zoom (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 1);

  return self->natural_zoom;
}

/**
 * tl_viewport_set_natural_zoom:
 * @self: a viewport
 * @zoom: the zoom at which the text of a picture has the size somebody likes to read, 1 to begin with
 *
 * Leaves what is on the screen as it is; nothing that fits is made larger than this.
 */
void
tl_viewport_set_natural_zoom (TlViewport *self,
                              double      zoom)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (zoom >= TL_VIEWPORT_ZOOM_MIN && zoom <= TL_VIEWPORT_ZOOM_MAX);

  if (self->natural_zoom == zoom)
    return;

  self->natural_zoom = zoom;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_set_rim:
 * @self: a viewport
 * @rim: the least room between the picture and the edge of the screen, in pixels; %TL_VIEWPORT_RIM to begin with
 */
void
tl_viewport_set_rim (TlViewport *self,
                     double      rim)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (rim >= 0);

  self->x.rim = rim;
  self->y.rim = rim;
  self->x.foot = rim;
  self->y.foot = rim;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_get_foot:
 * @self: a viewport
 *
 * Returns: the least room between the picture and the lower edge of the screen, in pixels
 */
double
tl_viewport_get_foot (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return self->y.foot;
}

/**
 * tl_viewport_set_foot:
 * @self: a viewport
 * @foot: the least room between the picture and the lower edge of the screen, in pixels, in place of the rim: for what
 *   lies over the picture there
 */
void
tl_viewport_set_foot (TlViewport *self,
                      double      foot)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (foot >= 0);

  self->y.foot = foot;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_get_room:
 * @self: a viewport
 * @vertical: whether the vertical axis is meant
 *
 * Returns: how long a picture may be on the screen, in pixels, to be there as a whole; it may be less than 0
 */
double
tl_viewport_get_room (TlViewport *self,
                      gboolean    vertical)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return tl_axis_get_room (vertical ? &self->y : &self->x);
}

/* The zoom at which a part of the picture is as large as the screen, less the rim.  A part that fits is not made
 * larger than natural: three cards the size of posters help nobody. */
static double
choose_zoom (TlViewport *self,
             double      width,
             double      height)
{
  double zoom = self->natural_zoom;

  if (width > 0)
    zoom = MIN (zoom, tl_axis_get_room (&self->x) / width);
  if (height > 0)
    zoom = MIN (zoom, tl_axis_get_room (&self->y) / height);

  return MAX (zoom, TL_VIEWPORT_ZOOM_MIN);
}

/**
 * tl_viewport_get_fit_zoom:
 * @self: a viewport
 *
 * Returns: the zoom at which the whole picture is on the screen; at most the natural one
 */
double
tl_viewport_get_fit_zoom (TlViewport *self)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 1);

  return choose_zoom (self, self->x.length, self->y.length);
}

/**
 * tl_viewport_get_scroll:
 * @self: a viewport
 * @vertical: whether the vertical axis is meant
 *
 * Returns: how far the picture is scrolled, in pixels, from 0 to the extent less the page
 */
double
tl_viewport_get_scroll (TlViewport *self,
                        gboolean    vertical)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return vertical ? self->y.scroll : self->x.scroll;
}

/**
 * tl_viewport_get_extent:
 * @self: a viewport
 * @vertical: whether the vertical axis is meant
 *
 * Returns: the length of the picture with its rim, in pixels; never less than the page
 */
double
tl_viewport_get_extent (TlViewport *self,
                        gboolean    vertical)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return tl_axis_get_extent (vertical ? &self->y : &self->x, self->zoom);
}

/**
 * tl_viewport_get_page:
 * @self: a viewport
 * @vertical: whether the vertical axis is meant
 *
 * Returns: the length of the screen, in pixels
 */
double
tl_viewport_get_page (TlViewport *self,
                      gboolean    vertical)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 0);

  return vertical ? self->y.page : self->x.page;
}

/**
 * tl_viewport_set_world:
 * @self: a viewport
 * @world: the bounds of the picture, in its own units
 *
 * Looks at another picture, or at one that has grown.  Zoom and scrolling stay as far as the picture allows.
 */
void
tl_viewport_set_world (TlViewport            *self,
                       const graphene_rect_t *world)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (world != NULL);

  self->x.start = world->origin.x;
  self->x.length = world->size.width;
  self->y.start = world->origin.y;
  self->y.length = world->size.height;
  tl_axis_set_scroll (&self->x, self->zoom, self->x.scroll);
  tl_axis_set_scroll (&self->y, self->zoom, self->y.scroll);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_set_size:
 * @self: a viewport
 * @width: the width of the screen, in pixels
 * @height: its height
 *
 * Keeps what is in the middle of the screen in the middle.
 */
void
tl_viewport_set_size (TlViewport *self,
                      double      width,
                      double      height)
{
  double x, y;

  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (width >= 0 && height >= 0);

  if (self->x.page == width && self->y.page == height)
    return;

  x = tl_axis_to_world (&self->x, self->zoom, self->x.page / 2);
  y = tl_axis_to_world (&self->y, self->zoom, self->y.page / 2);
  self->x.page = width;
  self->y.page = height;
  tl_axis_place (&self->x, self->zoom, x, width / 2);
  tl_axis_place (&self->y, self->zoom, y, height / 2);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_set_scroll:
 * @self: a viewport
 * @x: how far to scroll to the right, in pixels
 * @y: how far to scroll down
 *
 * Scrolls, as far as there is something to see.
 */
void
tl_viewport_set_scroll (TlViewport *self,
                        double      x,
                        double      y)
{
  double old_x, old_y;

  g_return_if_fail (TL_IS_VIEWPORT (self));

  old_x = self->x.scroll;
  old_y = self->y.scroll;
  tl_axis_set_scroll (&self->x, self->zoom, x);
  tl_axis_set_scroll (&self->y, self->zoom, y);

  if (self->x.scroll != old_x || self->y.scroll != old_y)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_zoom_about:
 * @self: a viewport
 * @zoom: the new zoom; held to what is possible
 * @screen_x: the point of the screen under which the picture stays where it is
 * @screen_y: its other coordinate
 */
void
tl_viewport_zoom_about (TlViewport *self,
                        double      zoom,
                        double      screen_x,
                        double      screen_y)
{
  double x, y;

  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (isfinite (zoom));

  zoom = CLAMP (zoom, TL_VIEWPORT_ZOOM_MIN, TL_VIEWPORT_ZOOM_MAX);
  if (zoom == self->zoom)
    return;

  x = tl_axis_to_world (&self->x, self->zoom, screen_x);
  y = tl_axis_to_world (&self->y, self->zoom, screen_y);
  self->zoom = zoom;
  tl_axis_place (&self->x, zoom, x, screen_x);
  tl_axis_place (&self->y, zoom, y, screen_y);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_fit:
 * @self: a viewport
 *
 * Brings the whole picture on the screen, in the middle.
 */
void
tl_viewport_fit (TlViewport *self)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  self->zoom = tl_viewport_get_fit_zoom (self);
  tl_axis_set_scroll (&self->x, self->zoom, 0);
  tl_axis_set_scroll (&self->y, self->zoom, 0);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_get_zoom_for:
 * @self: a viewport
 * @rect: a part of the world
 *
 * Returns: the zoom at which all of @rect is on the screen; at most the natural one
 */
double
tl_viewport_get_zoom_for (TlViewport            *self,
                          const graphene_rect_t *rect)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), 1);
  g_return_val_if_fail (rect != NULL, 1);

  return choose_zoom (self, rect->size.width, rect->size.height);
}

/**
 * tl_viewport_centre_on:
 * @self: a viewport
 * @rect: a part of the world
 *
 * Brings the middle of @rect to the middle of the screen, as far as the picture's rim allows.
 */
void
tl_viewport_centre_on (TlViewport            *self,
                       const graphene_rect_t *rect)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));
  g_return_if_fail (rect != NULL);

  tl_viewport_place (self, rect->origin.x + rect->size.width / 2, rect->origin.y + rect->size.height / 2,
                     self->x.page / 2, self->y.page / 2);
}

/**
 * tl_viewport_place:
 * @self: a viewport
 * @x: a point of the picture
 * @y: its other coordinate
 * @screen_x: where on the screen it is to stand, in pixels
 * @screen_y: its other coordinate
 *
 * Scrolls so that the point stands there, as far as the picture's rim allows.
 */
void
tl_viewport_place (TlViewport *self,
                   double      x,
                   double      y,
                   double      screen_x,
                   double      screen_y)
{
  g_return_if_fail (TL_IS_VIEWPORT (self));

  tl_axis_place (&self->x, self->zoom, x, screen_x);
  tl_axis_place (&self->y, self->zoom, y, screen_y);

  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * tl_viewport_reveal:
 * @self: a viewport
 * @rect: a part of the world
 *
 * Scrolls as little as possible so that @rect is on the screen, with some room around it.
 *
 * Returns: whether it had to scroll
 */
gboolean
tl_viewport_reveal (TlViewport            *self,
                    const graphene_rect_t *rect)
{
  double old_x, old_y;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  old_x = self->x.scroll;
  old_y = self->y.scroll;
  tl_axis_reveal (&self->x, self->zoom, rect->origin.x, rect->size.width);
  tl_axis_reveal (&self->y, self->zoom, rect->origin.y, rect->size.height);

  if (self->x.scroll == old_x && self->y.scroll == old_y)
    return FALSE;

  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * tl_viewport_world_to_screen:
 * @self: a viewport
 * @x: a point of the picture
 * @y: its other coordinate
 *
 * Returns: where that point is on the screen, in pixels
 */
graphene_point_t
tl_viewport_world_to_screen (TlViewport *self,
                             double      x,
                             double      y)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), (graphene_point_t) { 0 });

  return (graphene_point_t) {
    tl_axis_to_screen (&self->x, self->zoom, x),
    tl_axis_to_screen (&self->y, self->zoom, y),
  };
}

/**
 * tl_viewport_screen_to_world:
 * @self: a viewport
 * @x: a point of the screen, in pixels
 * @y: its other coordinate
 *
 * Returns: the point of the picture that is there
 */
graphene_point_t
tl_viewport_screen_to_world (TlViewport *self,
                             double      x,
                             double      y)
{
  g_return_val_if_fail (TL_IS_VIEWPORT (self), (graphene_point_t) { 0 });

  return (graphene_point_t) {
    tl_axis_to_world (&self->x, self->zoom, x),
    tl_axis_to_world (&self->y, self->zoom, y),
  };
}
