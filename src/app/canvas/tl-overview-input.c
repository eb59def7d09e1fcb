/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the overview leads: at a click, at a drag of its frame, at the arrow keys. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-overview-private.h"

/* One press of an arrow key moves by this share of what is in view. */
#define KEY_STEP     0.25

/* Brings the middle of what is in view to a point of the widget. */
static void
look_at (TlOverview *self,
         double      x,
         double      y)
{
  graphene_rect_t area = tl_overview_get_area (self);
  TlRect bounds = tl_overview_get_bounds (self);
  double scale = tl_overview_get_scale (self);

  tl_canvas_look_at (self->canvas, &(TlRect) { (x - area.origin.x) / scale + bounds.x - self->grip_x,
                                               (y - area.origin.y) / scale + bounds.y - self->grip_y, 0, 0 });
}

/* Held inside, the frame is dragged from there; elsewhere it comes to the pointer first. */
static void
drag_begin_cb (TlOverview *self,
               double      x,
               double      y)
{
  graphene_rect_t frame = tl_overview_get_frame (self);
  double scale = tl_overview_get_scale (self);

  g_assert (TL_IS_OVERVIEW (self));

  self->grip_x = self->grip_y = 0;
  if (graphene_rect_contains_point (&frame, &GRAPHENE_POINT_INIT (x, y)))
    {
      self->grip_x = (x - frame.origin.x - frame.size.width / 2) / scale;
      self->grip_y = (y - frame.origin.y - frame.size.height / 2) / scale;
    }
  else
    {
      look_at (self, x, y);
    }
}

static void
drag_cb (TlOverview     *self,
         double          dx,
         double          dy,
         GtkGestureDrag *gesture)
{
  double x, y;

  g_assert (TL_IS_OVERVIEW (self));

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    look_at (self, x + dx, y + dy);
}

static gboolean
move (TlOverview *self,
      double      right,
      double      down)
{
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);

  tl_viewport_set_scroll (viewport,
                          tl_viewport_get_scroll (viewport, FALSE) + right * tl_viewport_get_page (viewport, FALSE),
                          tl_viewport_get_scroll (viewport, TRUE) + down * tl_viewport_get_page (viewport, TRUE));
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (TlOverview      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_OVERVIEW (self));

  if (self->canvas == NULL || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, -KEY_STEP, 0);

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, KEY_STEP, 0);

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, 0, -KEY_STEP);

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, 0, KEY_STEP);

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move (self, 0, -1);

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move (self, 0, 1);

    case GDK_KEY_Escape:
      return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Gives a new overview its controllers; they belong to it and end with it. */
void
tl_overview_init_input (TlOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
