/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moves by itself on the canvas: the view, on its way to where a key or a button sends it, or on after a flick.
 *
 * A glide has its end from the beginning: what is asked for is done to the viewport at once, taken note of, and taken
 * back to be done step by step.  So whatever a verb means without animations it means with them, and what is asked for
 * meanwhile goes on from there.  Whoever touches the picture stops it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <math.h>

#include "tl-canvas-private.h"

#define GLIDE_MS 200

static void
get_place (TlCanvas      *self,
           TlCanvasPlace *place)
{
  graphene_rect_t visible = tl_viewport_get_visible (self->viewport);

  place->zoom = tl_viewport_get_zoom (self->viewport);
  place->scroll_x = tl_viewport_get_scroll (self->viewport, FALSE);
  place->scroll_y = tl_viewport_get_scroll (self->viewport, TRUE);
  place->x = visible.origin.x + visible.size.width / 2.0;
  place->y = visible.origin.y + visible.size.height / 2.0;
}

static void
set_place (TlCanvas            *self,
           const TlCanvasPlace *place)
{
  self->is_stepping = TRUE;
  tl_viewport_zoom_about (self->viewport, place->zoom, 0, 0);
  tl_viewport_set_scroll (self->viewport, place->scroll_x, place->scroll_y);
  self->is_stepping = FALSE;
}

/* Between two sizes about the point that stays where it is, be it on the screen or not; or straight to another place
 * at the same size. */
static void
step_cb (double   progress,
         gpointer data)
{
  TlCanvas *self = data;
  const TlCanvasPlace *from = &self->glide_from;
  const TlCanvasPlace *to = &self->glide_to;
  double zoom = from->zoom * pow (to->zoom / from->zoom, progress);
  double share = progress;

  if (!self->is_gliding)
    return;

  if (progress >= 1)
    {
      self->is_gliding = FALSE;
      set_place (self, to);
      return;
    }

  if (fabs (to->zoom / from->zoom - 1) > 1e-6)
    share = (1 / from->zoom - 1 / zoom) / (1 / from->zoom - 1 / to->zoom);

  self->is_stepping = TRUE;
  tl_viewport_zoom_about (self->viewport, zoom, 0, 0);
  tl_viewport_place (self->viewport, from->x + (to->x - from->x) * share, from->y + (to->y - from->y) * share,
                     tl_viewport_get_page (self->viewport, FALSE) / 2, tl_viewport_get_page (self->viewport, TRUE) / 2);
  self->is_stepping = FALSE;
}

static gboolean
fling_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  TlCanvas *self = TL_CANVAS (widget);
  double x = tl_viewport_get_scroll (self->viewport, FALSE);
  double y = tl_viewport_get_scroll (self->viewport, TRUE);
  double dx, dy;
  gboolean goes_on = tl_fling_step (&self->fling, g_get_monotonic_time (), &dx, &dy);

  self->is_stepping = TRUE;
  tl_viewport_set_scroll (self->viewport, x - dx, y - dy);
  self->is_stepping = FALSE;

  /* At the edge of the picture it is over. */
  goes_on &= tl_viewport_get_scroll (self->viewport, FALSE) != x || tl_viewport_get_scroll (self->viewport, TRUE) != y;
  if (goes_on)
    return G_SOURCE_CONTINUE;

  self->fling_id = 0;
  return G_SOURCE_REMOVE;
}

/* Before the view is changed by a verb: keeps where it is, and goes to where it was going. */
void
tl_canvas_begin_glide (TlCanvas      *self,
                       TlCanvasPlace *from)
{
  const TlCanvasPlace to = self->glide_to;

  get_place (self, from);
  if (!self->is_gliding)
    return;

  set_place (self, &to);
}

/* After it was changed: lets it be seen on its way, unless nobody looks or the desktop asks for no animations. */
void
tl_canvas_end_glide (TlCanvas            *self,
                     const TlCanvasPlace *from)
{
  TlCanvasPlace to;

  get_place (self, &to);
  tl_canvas_stop_moving (self);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || !adw_get_enable_animations (GTK_WIDGET (self)) ||
      (to.zoom == from->zoom && to.scroll_x == from->scroll_x && to.scroll_y == from->scroll_y))
    return;

  if (self->glide == NULL)
    {
      self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS,
                                             adw_callback_animation_target_new (step_cb, self, NULL));
      adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
    }

  self->glide_from = *from;
  self->glide_to = to;
  set_place (self, from);
  self->is_gliding = TRUE;
  adw_animation_play (self->glide);
}

/* Takes note of a drag that moves the picture, so that it goes on when it ends in a flick. */
void
tl_canvas_follow_pan (TlCanvas *self)
{
  tl_fling_follow (&self->fling, g_get_monotonic_time (), self->pointer_x, self->pointer_y);
}

/* Before such a drag. */
void
tl_canvas_begin_pan (TlCanvas *self)
{
  tl_canvas_stop_moving (self);
  self->fling = (TlFling) { 0 };
}

/* After such a drag. */
void
tl_canvas_end_pan (TlCanvas *self)
{
  if (tl_fling_release (&self->fling, g_get_monotonic_time ()) && adw_get_enable_animations (GTK_WIDGET (self)))
    self->fling_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), fling_cb, NULL, NULL);
}

/* Takes the view to where it was going: there is no time to see it on its way. */
void
tl_canvas_finish_moving (TlCanvas *self)
{
  gboolean was_gliding = self->is_gliding;

  tl_canvas_stop_moving (self);
  if (was_gliding)
    set_place (self, &self->glide_to);
}

/* Leaves the view where it is on its way. */
void
tl_canvas_stop_moving (TlCanvas *self)
{
  if (self->fling_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fling_id);
  self->fling_id = 0;

  if (!self->is_gliding)
    return;

  self->is_gliding = FALSE;
  adw_animation_pause (self->glide);
}

/**
 * tl_canvas_is_moving:
 * @self: a canvas
 *
 * Returns: whether something on it moves by itself just now
 */
gboolean
tl_canvas_is_moving (TlCanvas *self)
{
  g_return_val_if_fail (TL_IS_CANVAS (self), FALSE);

  return self->is_gliding || self->fling_id != 0 || self->motion != NULL || self->former != NULL;
}
