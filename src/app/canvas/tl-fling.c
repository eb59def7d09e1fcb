/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a picture that was flicked goes on and comes to rest: as fast as it was moved last, and slower in proportion to
 * its speed, as the scrolled window lets go what fingers flick.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-fling.h"

#include <math.h>

/* The share of its speed that is lost in a second, as a rate. */
#define FRICTION 4.0

/* Slower than this is not moving, and too slow to have been a flick; in pixels a second. */
#define SPEED_REST  15.0
#define SPEED_FLICK 200.0

/* Whoever holds still for so long before letting go wants it to stay, in microseconds. */
#define HELD 60000

/* How much the latest movement counts against those before it. */
#define LATEST 0.4

/**
 * tl_fling_follow:
 * @self: a drag
 * @time: now, in microseconds
 * @x: where what is dragged is, in pixels
 * @y: its other coordinate
 *
 * Takes note of where the drag is.
 */
void
tl_fling_follow (TlFling *self,
                 gint64   time,
                 double   x,
                 double   y)
{
  double seconds = (time - self->time) / (double) G_USEC_PER_SEC;

  g_return_if_fail (self != NULL);

  if (self->time != 0 && seconds <= 0)
    return;

  if (self->time != 0)
    {
      double share = seconds * G_USEC_PER_SEC > HELD ? 1 : LATEST;

      self->speed_x += share * ((x - self->x) / seconds - self->speed_x);
      self->speed_y += share * ((y - self->y) / seconds - self->speed_y);
    }

  self->time = time;
  self->x = x;
  self->y = y;
}

/**
 * tl_fling_release:
 * @self: a drag
 * @time: now, in microseconds
 *
 * Returns: whether it ended in a flick, so that what was dragged goes on moving
 */
gboolean
tl_fling_release (TlFling *self,
                  gint64   time)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->time == 0 || time - self->time > HELD || hypot (self->speed_x, self->speed_y) < SPEED_FLICK)
    return FALSE;

  self->time = time;
  return TRUE;
}

/**
 * tl_fling_step:
 * @self: a flick
 * @time: now, in microseconds
 * @dx: (out): how far it moved since the last step, in pixels
 * @dy: (out): the same for the other coordinate
 *
 * Returns: whether it goes on
 */
gboolean
tl_fling_step (TlFling *self,
               gint64   time,
               double  *dx,
               double  *dy)
{
  double left, way;

  g_return_val_if_fail (self != NULL && dx != NULL && dy != NULL, FALSE);

  left = exp (-FRICTION * MAX (0, time - self->time) / G_USEC_PER_SEC);
  way = (1 - left) / FRICTION;
  *dx = self->speed_x * way;
  *dy = self->speed_y * way;
  self->speed_x *= left;
  self->speed_y *= left;
  self->time = MAX (time, self->time);

  return hypot (self->speed_x, self->speed_y) > SPEED_REST;
}
