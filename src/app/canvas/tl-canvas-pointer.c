/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a pointer, a finger or a pen does on the canvas without dragging: point, click, ask for the menu, zoom.
 *
 * The wheel and the fling belong to the scrolled window around it.  A press on a card selects it at once; one on a
 * card that is selected with others, or on the ground, waits until it is let go, because a drag may begin with it that
 * is about all of them.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"

#include <math.h>

/* One notch of the wheel. */
#define WHEEL_FACTOR 1.15

/* The card at a point of the screen */
guint
tl_canvas_pick (TlCanvas *self,
                double    x,
                double    y)
{
  graphene_point_t point = tl_viewport_screen_to_world (self->viewport, x, y);

  return self->scene != NULL ? tl_scene_get_card_at (self->scene, point.x, point.y) : TL_SCENE_NONE;
}

/* The card whose handle to open or close what is beneath it is at a point of the screen */
guint
tl_canvas_pick_fold (TlCanvas *self,
                     double    x,
                     double    y)
{
  graphene_point_t point = tl_viewport_screen_to_world (self->viewport, x, y);

  if (self->scene == NULL)
    return TL_SCENE_NONE;

  return tl_scene_get_fold_at (self->scene, point.x, point.y, tl_viewport_get_zoom (self->viewport));
}

static void
point_at (TlCanvas *self,
          guint     card,
          gboolean  is_hand)
{
  if (self->scene == NULL || self->drag != TL_CANVAS_DRAG_NONE)
    return;

  if (is_hand != self->is_hand && !self->is_panning && !self->is_space_held)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_hand ? "pointer" : NULL);
  self->is_hand = is_hand;
  if (tl_scene_get_hovered (self->scene) == card)
    return;

  tl_scene_set_hovered (self->scene, card);
  tl_canvas_forget_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TlCanvas *self,
           double    x,
           double    y)
{
  guint card = tl_canvas_pick (self, x, y);
  gboolean has_moved = x != self->pointer_x || y != self->pointer_y;

  g_assert (TL_IS_CANVAS (self));

  self->pointer_x = x;
  self->pointer_y = y;
  point_at (self, card, card != TL_SCENE_NONE || tl_canvas_pick_fold (self, x, y) != TL_SCENE_NONE);
  if (has_moved)
    tl_canvas_watch_hover (self);
}

static void
leave_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  point_at (self, TL_SCENE_NONE, FALSE);
}

static GdkModifierType
get_state (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (controller) & gtk_accelerator_get_default_mod_mask ();
}

/* Whether the card is one of several that are selected */
static gboolean
is_one_of_several (TlCanvas *self,
                   guint     card)
{
  guint n_selected;

  tl_scene_get_selection (self->scene, &n_selected);
  return n_selected > 1 && tl_scene_is_selected (self->scene, card);
}

/* What could become a drag of all that are selected, or of the picture, waits until it is let go. */
static void
press (TlCanvas        *self,
       guint            card,
       GdkModifierType  state)
{
  if (self->can_select_many && state == GDK_CONTROL_MASK && card != TL_SCENE_NONE)
    tl_canvas_toggle (self, card);
  else if (self->can_select_many && state == GDK_SHIFT_MASK && card != TL_SCENE_NONE)
    tl_canvas_extend (self, card);
  else if (state == 0 && (card == TL_SCENE_NONE || is_one_of_several (self, card)))
    self->is_press_waiting = TRUE;
  else if (card != TL_SCENE_NONE)
    tl_canvas_choose (self, card);
}

static void
pressed_cb (TlCanvas        *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  guint fold = tl_canvas_pick_fold (self, x, y);
  guint card = tl_canvas_pick (self, x, y);

  g_assert (TL_IS_CANVAS (self));

  self->is_press_waiting = FALSE;
  if (self->is_space_held || self->is_panning || self->scene == NULL)
    return;

  if (n_press == 1)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  if (tl_canvas_is_choosing (self))
    tl_canvas_connect_to (self, card);
  else if (fold != TL_SCENE_NONE)
    tl_canvas_toggle_fold (self, fold);
  else if (n_press == 1)
    press (self, card, get_state (gesture));
  else if (n_press == 2)
    tl_canvas_activate_card (self, card);
}

/* Not for a press that has done something already: the picture may be another one by now. */
static void
released_cb (TlCanvas *self,
             int       n_press,
             double    x,
             double    y)
{
  g_assert (TL_IS_CANVAS (self));

  if (self->is_press_waiting)
    tl_canvas_choose (self, tl_canvas_pick (self, x, y));
  self->is_press_waiting = FALSE;
}

static void
ask_for_menu (TlCanvas *self,
              double    x,
              double    y)
{
  guint card = tl_canvas_pick (self, x, y);

  if (self->scene == NULL)
    return;

  if (card != TL_SCENE_NONE && !is_one_of_several (self, card))
    tl_canvas_choose (self, card);
  tl_canvas_popup_menu (self, card, x, y);
}

static void
menu_click_cb (TlCanvas *self,
               int       n_press,
               double    x,
               double    y)
{
  g_assert (TL_IS_CANVAS (self));

  ask_for_menu (self, x, y);
}

/* A finger has no second button. */
static void
long_press_cb (TlCanvas   *self,
               double      x,
               double      y,
               GtkGesture *gesture)
{
  g_assert (TL_IS_CANVAS (self));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ask_for_menu (self, x, y);
}

static gboolean
scroll_cb (TlCanvas                 *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  g_assert (TL_IS_CANVAS (self));

  if ((get_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  tl_viewport_zoom_about (self->viewport, tl_viewport_get_zoom (self->viewport) * pow (WHEEL_FACTOR, -dy),
                          self->pointer_x, self->pointer_y);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  self->pinch_zoom = tl_viewport_get_zoom (self->viewport);
}

static void
pinch_cb (TlCanvas       *self,
          double          scale,
          GtkGestureZoom *gesture)
{
  double x = self->pointer_x;
  double y = self->pointer_y;

  g_assert (TL_IS_CANVAS (self));

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y);
  tl_viewport_zoom_about (self->viewport, self->pinch_zoom * scale, x, y);
}

static void
init_clicks (TlCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkGesture *long_press = gtk_gesture_long_press_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  tl_canvas_add_controller (self, click);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_click_cb), self);
  tl_canvas_add_controller (self, menu_click);

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (long_press), TRUE);
  g_signal_connect_swapped (long_press, "pressed", G_CALLBACK (long_press_cb), self);
  tl_canvas_add_controller (self, long_press);
}

/* Gives a new canvas the controllers for pointing; they belong to it and end with it. */
void
tl_canvas_init_pointer (TlCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  tl_canvas_add_controller (self, motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  tl_canvas_add_controller (self, scroll);

  init_clicks (self);

  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (pinch_cb), self);
  tl_canvas_add_controller (self, zoom);
}
