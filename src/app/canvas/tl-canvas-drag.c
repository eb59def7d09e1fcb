/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drags on the canvas.  The ground, Space or the middle button and a drag move the picture; Shift and a drag draw a
 * rubber band; a drag from a card draws a line to what it is to help.
 *
 * The band and the line scroll the picture while they are held near its edge, as long as they are held there.  A finger
 * always moves the picture, which the scrolled window around the canvas does, with a fling.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"

/* So near to the edge the picture scrolls, in pixels. */
#define EDGE 36.0

/* In pixels a second, at the edge itself. */
#define EDGE_SPEED 900.0

static double
measure_push (double place,
              double page)
{
  if (place < EDGE)
    return -MIN (1, (EDGE - place) / EDGE);
  if (place > page - EDGE)
    return MIN (1, (place - page + EDGE) / EDGE);

  return 0;
}

/* Moves the end of the band, or of the line, to the pointer. */
static void
follow (TlCanvas *self)
{
  if (self->drag == TL_CANVAS_DRAG_BAND)
    tl_canvas_stretch_band (self, self->pointer_x, self->pointer_y);
  else if (self->drag == TL_CANVAS_DRAG_LINK)
    tl_canvas_stretch_link (self, self->pointer_x, self->pointer_y);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TlCanvas *self = TL_CANVAS (widget);
  gint64 time = gdk_frame_clock_get_frame_time (clock);
  double x = tl_viewport_get_scroll (self->viewport, FALSE);
  double y = tl_viewport_get_scroll (self->viewport, TRUE);
  double seconds = MIN (time - self->edge_time, G_USEC_PER_SEC / 10) / (double) G_USEC_PER_SEC;
  double push_x = measure_push (self->pointer_x, tl_viewport_get_page (self->viewport, FALSE));
  double push_y = measure_push (self->pointer_y, tl_viewport_get_page (self->viewport, TRUE));

  self->edge_time = time;
  if (push_x == 0 && push_y == 0)
    return G_SOURCE_CONTINUE;

  tl_viewport_set_scroll (self->viewport, x + push_x * EDGE_SPEED * seconds, y + push_y * EDGE_SPEED * seconds);
  follow (self);
  return G_SOURCE_CONTINUE;
}

static void
start_scrolling (TlCanvas *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  self->edge_time = clock != NULL ? gdk_frame_clock_get_frame_time (clock) : 0;
  self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
stop_scrolling (TlCanvas *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static gboolean
can_pan (TlCanvas *self)
{
  for (guint vertical = 0; vertical < 2; vertical++)
    {
      if (tl_viewport_get_extent (self->viewport, vertical) > tl_viewport_get_page (self->viewport, vertical) + 0.5)
        return TRUE;
    }

  return FALSE;
}

/* What a drag from that point of the screen is for, with that button and those keys held down */
TlCanvasDrag
tl_canvas_find_drag (TlCanvas        *self,
                     double           x,
                     double           y,
                     guint            button,
                     GdkModifierType  state)
{
  if (self->scene == NULL)
    return TL_CANVAS_DRAG_NONE;
  if (button == GDK_BUTTON_MIDDLE || self->is_space_held)
    return TL_CANVAS_DRAG_PAN;
  if (button != GDK_BUTTON_PRIMARY || tl_canvas_is_choosing (self) ||
      tl_canvas_pick_fold (self, x, y) != TL_SCENE_NONE)
    return TL_CANVAS_DRAG_NONE;
  if (self->can_select_many && (state & GDK_SHIFT_MASK) != 0)
    return TL_CANVAS_DRAG_BAND;
  if (tl_canvas_pick (self, x, y) == TL_SCENE_NONE)
    return self->can_select_many && !can_pan (self) ? TL_CANVAS_DRAG_BAND : TL_CANVAS_DRAG_PAN;

  return self->can_connect && (state & GDK_CONTROL_MASK) == 0 ? TL_CANVAS_DRAG_LINK : TL_CANVAS_DRAG_NONE;
}

static void
drag_begin_cb (TlCanvas       *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  g_assert (TL_IS_CANVAS (self));

  tl_canvas_stop_moving (self);
  self->next_drag = is_touch (GTK_GESTURE (gesture)) ? TL_CANVAS_DRAG_NONE
                                                     : tl_canvas_find_drag (self, x, y, button, state);
  self->drag_card = tl_canvas_pick (self, x, y);
  self->drag_x = x;
  self->drag_y = y;
  self->pan_x = self->panned_x = tl_viewport_get_scroll (self->viewport, FALSE);
  self->pan_y = self->panned_y = tl_viewport_get_scroll (self->viewport, TRUE);
  if (self->next_drag == TL_CANVAS_DRAG_NONE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
begin (TlCanvas *self)
{
  static const char *const cursors[] = {
    [TL_CANVAS_DRAG_PAN] = "grabbing", [TL_CANVAS_DRAG_BAND] = "crosshair", [TL_CANVAS_DRAG_LINK] = "crosshair",
  };

  self->drag = self->next_drag;
  self->is_panning = self->drag == TL_CANVAS_DRAG_PAN;
  tl_scene_set_hovered (self->scene, TL_SCENE_NONE);
  tl_canvas_forget_hover (self);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursors[self->drag]);
  if (self->drag == TL_CANVAS_DRAG_PAN)
    {
      tl_canvas_begin_pan (self);
      return;
    }

  if (self->drag == TL_CANVAS_DRAG_BAND)
    tl_canvas_begin_band (self, self->drag_x, self->drag_y);
  else
    tl_canvas_begin_link (self, self->drag_card);
  start_scrolling (self);
}

/* What is dragged stays beneath the pointer, also when the view was moved by something else meanwhile, as by the wheel,
 * or has become another. */
static void
pan (TlCanvas *self,
     double    dx,
     double    dy)
{
  self->pan_x += tl_viewport_get_scroll (self->viewport, FALSE) - self->panned_x;
  self->pan_y += tl_viewport_get_scroll (self->viewport, TRUE) - self->panned_y;
  tl_viewport_set_scroll (self->viewport, self->pan_x - dx, self->pan_y - dy);
  self->panned_x = tl_viewport_get_scroll (self->viewport, FALSE);
  self->panned_y = tl_viewport_get_scroll (self->viewport, TRUE);
  tl_canvas_follow_pan (self);
}

static void
drag_update_cb (TlCanvas       *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  g_assert (TL_IS_CANVAS (self));

  if (self->next_drag == TL_CANVAS_DRAG_NONE || self->scene == NULL ||
      (self->drag == TL_CANVAS_DRAG_NONE && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy)))
    return;

  if (self->drag == TL_CANVAS_DRAG_NONE)
    {
      begin (self);
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  self->pointer_x = self->drag_x + dx;
  self->pointer_y = self->drag_y + dy;
  if (self->drag == TL_CANVAS_DRAG_PAN)
    pan (self, dx, dy);
  else
    follow (self);
}

/* Ends the drag under way, if any; a band and a line are forgotten unless @is_kept. */
void
tl_canvas_end_drag (TlCanvas *self,
                    gboolean  is_kept)
{
  TlCanvasDrag drag = self->drag;

  self->drag = TL_CANVAS_DRAG_NONE;
  self->next_drag = TL_CANVAS_DRAG_NONE;
  if (drag == TL_CANVAS_DRAG_NONE)
    return;

  stop_scrolling (self);
  self->is_panning = FALSE;
  self->is_hand = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->is_space_held ? "grab" : NULL);
  if (drag == TL_CANVAS_DRAG_PAN && is_kept)
    tl_canvas_end_pan (self);
  else if (drag == TL_CANVAS_DRAG_BAND)
    tl_canvas_end_band (self, is_kept);
  else if (drag == TL_CANVAS_DRAG_LINK)
    tl_canvas_end_link (self, is_kept);
  tl_canvas_update_chain (self);
}

static void
drag_end_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  tl_canvas_end_drag (self, TRUE);
}

static void
drag_cancel_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  tl_canvas_end_drag (self, FALSE);
}

/* Gives a new canvas the controller for drags. */
void
tl_canvas_init_drag (TlCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  tl_canvas_add_controller (self, drag);
}
