/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arithmetic of looking at a picture, in one direction: TlViewport has two of these and one zoom. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-axis.h"

/* What is revealed gets at least this much room to the edge of the screen. */
#define REVEAL_ROOM 32.0

/**
 * tl_axis_get_inset:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 *
 * Returns: the room before the picture begins, in pixels: the rim, or what centres it
 */
double
tl_axis_get_inset (const TlAxis *self,
                   double        zoom)
{
  double rest = self->page - self->length * zoom;

  return MAX (self->rim, MIN (rest / 2, rest - self->foot));
}

/**
 * tl_axis_get_room:
 * @self: an axis
 *
 * Returns: how long a picture may be on the screen, in pixels, to be there as a whole; it may be less than 0
 */
double
tl_axis_get_room (const TlAxis *self)
{
  return self->page - self->rim - self->foot;
}

/**
 * tl_axis_get_extent:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 *
 * Returns: the length of the picture with its rim, in pixels; never less than the page
 */
double
tl_axis_get_extent (const TlAxis *self,
                    double        zoom)
{
  return MAX (self->page, self->length * zoom + tl_axis_get_inset (self, zoom) + self->foot);
}

/**
 * tl_axis_to_screen:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 * @world: a coordinate of the picture
 *
 * Returns: where that is on the screen, in pixels
 */
double
tl_axis_to_screen (const TlAxis *self,
                   double        zoom,
                   double        world)
{
  return (world - self->start) * zoom + tl_axis_get_inset (self, zoom) - self->scroll;
}

/**
 * tl_axis_to_world:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 * @screen: a coordinate of the screen, in pixels
 *
 * Returns: what of the picture is there
 */
double
tl_axis_to_world (const TlAxis *self,
                  double        zoom,
                  double        screen)
{
  return (screen + self->scroll - tl_axis_get_inset (self, zoom)) / zoom + self->start;
}

/**
 * tl_axis_set_scroll:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 * @scroll: how far to scroll; held to what there is to see
 */
void
tl_axis_set_scroll (TlAxis *self,
                    double  zoom,
                    double  scroll)
{
  double most = MAX (0, tl_axis_get_extent (self, zoom) - self->page);

  self->scroll = CLAMP (scroll, 0, most);
}

/**
 * tl_axis_place:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 * @world: a coordinate of the picture
 * @screen: where it is to stand on the screen, as far as the picture's rim allows
 */
void
tl_axis_place (TlAxis *self,
               double  zoom,
               double  world,
               double  screen)
{
  tl_axis_set_scroll (self, zoom, (world - self->start) * zoom + tl_axis_get_inset (self, zoom) - screen);
}

/**
 * tl_axis_reveal:
 * @self: an axis
 * @zoom: pixels for one unit of the picture
 * @start: where a span of the picture begins
 * @length: how long it is
 *
 * Scrolls just as far as it takes to have the span on the screen; its beginning counts when it is too long.
 */
void
tl_axis_reveal (TlAxis *self,
                double  zoom,
                double  start,
                double  length)
{
  double before = tl_axis_to_screen (self, zoom, start) - REVEAL_ROOM;
  double after = tl_axis_to_screen (self, zoom, start + length) + MAX (REVEAL_ROOM, self->foot) - self->page;

  if (before < 0 || after > before)
    tl_axis_set_scroll (self, zoom, self->scroll + before);
  else if (after > 0)
    tl_axis_set_scroll (self, zoom, self->scroll + after);
}
