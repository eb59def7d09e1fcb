/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What pointer, touch and keyboard do on the canvas.
 *
 * The wheel and the fling belong to the scrolled window around it.  Here: Ctrl and the wheel or a pinch zoom about
 * the pointer; Space, the middle button or empty ground and a drag move the picture; a click selects, a double
 * click asks for the subject; the arrow keys walk from card to card.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"

#include <math.h>

#include "tl-painter.h"
#include "tl-scene-walk.h"

/* One notch of the wheel. */
#define WHEEL_FACTOR 1.15

/* A tooltip is no page to read. */
#define TOOLTIP_LETTERS 600
#define TOOLTIP_WIDTH   60

/* From here on a statement can be read where it stands. */
#define READABLE_ZOOM 0.6

static guint
get_card_at (TlCanvas *self,
             double    x,
             double    y)
{
  graphene_point_t point = tl_viewport_screen_to_world (self->viewport, x, y);

  return self->scene != NULL ? tl_scene_get_card_at (self->scene, point.x, point.y) : TL_SCENE_NONE;
}

static void
set_hovered (TlCanvas *self,
             guint     card)
{
  if (self->scene == NULL || tl_scene_get_hovered (self->scene) == card)
    return;

  tl_scene_set_hovered (self->scene, card);
  if (!self->is_panning)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), card != TL_SCENE_NONE ? "pointer" : NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (TlCanvas *self,
           double    x,
           double    y)
{
  g_assert (TL_IS_CANVAS (self));

  self->pointer_x = x;
  self->pointer_y = y;
  set_hovered (self, get_card_at (self, x, y));
}

static void
leave_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  set_hovered (self, TL_SCENE_NONE);
}

static void
click_cb (TlCanvas        *self,
          int              n_press,
          double           x,
          double           y,
          GtkGestureClick *gesture)
{
  guint card = get_card_at (self, x, y);

  g_assert (TL_IS_CANVAS (self));

  if (self->is_space_held || self->is_panning)
    return;

  if (n_press == 1)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      tl_canvas_choose (self, card);
    }
  else if (n_press == 2)
    {
      tl_canvas_activate_card (self, card);
    }
}

static void
menu_click_cb (TlCanvas *self,
               int       n_press,
               double    x,
               double    y)
{
  guint card = get_card_at (self, x, y);

  g_assert (TL_IS_CANVAS (self));

  if (card != TL_SCENE_NONE)
    tl_canvas_choose (self, card);
  tl_canvas_popup_menu (self, card, x, y);
}

/* The menu key: at the selected card, else in the middle. */
static void
popup_menu_at_selected (TlCanvas *self)
{
  guint card = tl_scene_get_selected (self->scene);
  graphene_point_t point = GRAPHENE_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) / 2.0f,
                                                gtk_widget_get_height (GTK_WIDGET (self)) / 2.0f);

  if (card != TL_SCENE_NONE)
    {
      const TlRect *box = &tl_scene_get_card (self->scene, card)->box;

      point = tl_viewport_world_to_screen (self->viewport, box->x + box->width / 2, box->y + box->height / 2);
    }

  tl_canvas_popup_menu (self, card, point.x, point.y);
}

static gboolean
scroll_cb (TlCanvas                 *self,
           double                    dx,
           double                    dy,
           GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  g_assert (TL_IS_CANVAS (self));

  if ((state & GDK_CONTROL_MASK) == 0)
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
pan_begin_cb (TlCanvas       *self,
              double          x,
              double          y,
              GtkGestureDrag *gesture)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean is_ground = button == GDK_BUTTON_PRIMARY && get_card_at (self, x, y) == TL_SCENE_NONE;

  g_assert (TL_IS_CANVAS (self));

  if (button != GDK_BUTTON_MIDDLE && !self->is_space_held && !is_ground)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->pan_x = tl_viewport_get_scroll (self->viewport, FALSE);
  self->pan_y = tl_viewport_get_scroll (self->viewport, TRUE);
}

static void
pan_cb (TlCanvas       *self,
        double          dx,
        double          dy,
        GtkGestureDrag *gesture)
{
  g_assert (TL_IS_CANVAS (self));

  if (!self->is_panning && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy))
    return;

  if (!self->is_panning)
    {
      self->is_panning = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }

  tl_viewport_set_scroll (self->viewport, self->pan_x - dx, self->pan_y - dy);
}

static void
pan_end_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  self->is_panning = FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->is_space_held ? "grab" : NULL);
}

static gboolean
walk (TlCanvas *self,
      TlWalk    direction)
{
  guint card = tl_scene_enter (self->scene);

  if (card == TL_SCENE_NONE)
    return GDK_EVENT_PROPAGATE;

  if (tl_scene_get_selected (self->scene) != TL_SCENE_NONE)
    card = tl_scene_walker_walk (tl_canvas_get_walker (self), card, direction);

  if (card != TL_SCENE_NONE)
    tl_canvas_focus_card (self, card);
  return GDK_EVENT_STOP;
}

static gboolean
find_direction (guint   keyval,
                TlWalk *direction)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *direction = TL_WALK_UP;
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *direction = TL_WALK_DOWN;
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *direction = TL_WALK_LEFT;
      return TRUE;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *direction = TL_WALK_RIGHT;
      return TRUE;

    default:
      return FALSE;
    }
}

/* Keys without Ctrl, Alt or Shift */
static gboolean
press_plain_key (TlCanvas *self,
                 guint     keyval)
{
  TlWalk direction;

  if (find_direction (keyval, &direction))
    return walk (self, direction);

  switch (keyval)
    {
    case GDK_KEY_space:
      self->is_space_held = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return GDK_EVENT_STOP;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      return gtk_widget_activate_action (GTK_WIDGET (self), "goal.edit", NULL);

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return gtk_widget_activate_action (GTK_WIDGET (self), "goal.remove", NULL);

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
key_pressed_cb (TlCanvas        *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_CANVAS (self));

  if (self->scene == NULL)
    return GDK_EVENT_PROPAGATE;

  state &= gtk_accelerator_get_default_mod_mask ();
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && state == GDK_SHIFT_MASK))
    {
      popup_menu_at_selected (self);
      return GDK_EVENT_STOP;
    }
  if (state == GDK_CONTROL_MASK && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      tl_canvas_activate_card (self, tl_scene_get_selected (self->scene));
      return GDK_EVENT_STOP;
    }

  return state == 0 ? press_plain_key (self, keyval) : GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (TlCanvas        *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  g_assert (TL_IS_CANVAS (self));

  if (keyval != GDK_KEY_space)
    return;

  self->is_space_held = FALSE;
  if (!self->is_panning)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Whoever leaves with the key held down lets go of it elsewhere. */
static void
focus_left_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  key_released_cb (self, GDK_KEY_space, 0, 0);
}

/* Of a statement only what cannot be read on its card: two people talk over it, and nothing is to come between. */
static char *
describe_card (TlCanvas     *self,
               const TlCard *card)
{
  g_autofree char *head = NULL;

  if (card->kind == TL_CARD_GOAL)
    return g_strdup (card->description);
  if (tl_viewport_get_zoom (self->viewport) >= READABLE_ZOOM &&
      tl_painter_shows_statement (tl_scene_get_texts (self->scene), card))
    return NULL;
  if (g_utf8_strlen (card->title, -1) <= TOOLTIP_LETTERS)
    return g_strdup_printf ("%s\n%s", card->title, card->description);

  head = g_utf8_substring (card->title, 0, TOOLTIP_LETTERS);
  return g_strdup_printf ("%s…\n%s", head, card->description);
}

/* Sentences are broken into lines; a tooltip's own label is as wide as its text. */
static GtkWidget *
create_tooltip_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOOLTIP_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  return label;
}

static gboolean
query_tooltip_cb (TlCanvas   *self,
                  int         x,
                  int         y,
                  gboolean    keyboard_mode,
                  GtkTooltip *tooltip)
{
  const double reach = 6 / tl_viewport_get_zoom (self->viewport);
  graphene_point_t point = tl_viewport_screen_to_world (self->viewport, x, y);
  g_autofree char *text = NULL;
  guint found;

  if (self->scene == NULL || keyboard_mode || self->is_panning)
    return FALSE;

  if ((found = tl_scene_get_card_at (self->scene, point.x, point.y)) != TL_SCENE_NONE)
    text = describe_card (self, tl_scene_get_card (self->scene, found));
  else if ((found = tl_scene_get_edge_at (self->scene, point.x, point.y, reach)) != TL_SCENE_NONE)
    text = g_strdup (tl_scene_get_edge (self->scene, found)->description);

  if (text == NULL)
    return FALSE;

  gtk_tooltip_set_custom (tooltip, create_tooltip_label (text));
  return TRUE;
}

static void
add_controller (TlCanvas *self,
                gpointer  controller)
{
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (controller));
}

static void
init_pointer (TlCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu_click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *zoom = gtk_gesture_zoom_new ();

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  add_controller (self, motion);

  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  add_controller (self, scroll);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (click_cb), self);
  add_controller (self, click);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu_click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu_click, "pressed", G_CALLBACK (menu_click_cb), self);
  add_controller (self, menu_click);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (pan_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (pan_end_cb), self);
  add_controller (self, drag);

  g_signal_connect_swapped (zoom, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (zoom, "scale-changed", G_CALLBACK (pinch_cb), self);
  add_controller (self, zoom);
}

/* Gives a new canvas its controllers; they belong to it and end with it. */
void
tl_canvas_init_input (TlCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  init_pointer (self);

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (key, "key-released", G_CALLBACK (key_released_cb), self);
  add_controller (self, key);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  add_controller (self, focus);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
