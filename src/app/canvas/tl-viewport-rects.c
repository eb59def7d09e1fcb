/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where parts of a picture are on the screen, and which part of it the screen shows. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-viewport.h"

/**
 * tl_viewport_rect_to_screen:
 * @self: a viewport
 * @rect: a part of the picture
 *
 * Returns: where it is on the screen, in pixels
 */
graphene_rect_t
tl_viewport_rect_to_screen (TlViewport            *self,
                            const graphene_rect_t *rect)
{
  graphene_point_t origin;
  double zoom;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), (graphene_rect_t) { 0 });
  g_return_val_if_fail (rect != NULL, (graphene_rect_t) { 0 });

  zoom = tl_viewport_get_zoom (self);
  origin = tl_viewport_world_to_screen (self, rect->origin.x, rect->origin.y);

  return GRAPHENE_RECT_INIT (origin.x, origin.y, rect->size.width * zoom, rect->size.height * zoom);
}

/**
 * tl_viewport_get_visible:
 * @self: a viewport
 *
 * Returns: the part of the world that is on the screen; larger than the picture where the picture ends
 */
graphene_rect_t
tl_viewport_get_visible (TlViewport *self)
{
  graphene_point_t origin;
  double zoom;

  g_return_val_if_fail (TL_IS_VIEWPORT (self), (graphene_rect_t) { 0 });

  zoom = tl_viewport_get_zoom (self);
  origin = tl_viewport_screen_to_world (self, 0, 0);

  return GRAPHENE_RECT_INIT (origin.x, origin.y, tl_viewport_get_page (self, FALSE) / zoom,
                             tl_viewport_get_page (self, TRUE) / zoom);
}
