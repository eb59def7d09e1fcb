/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys and drags in the frame; what is drawn meanwhile is in tl-frame-view-draw.c.
 *
 * Moving about is the canvas's; its keys for goals never come so far, because here they are taken first.  A drag that
 * begins in the middle of a card moves it, to another place or column; one that begins at its right or left side draws
 * a link, to what it helps or to what helps it.  Small handles show where, on the card that is pointed at.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-frame-view-private.h"

/* From the side of a card inwards, on the screen */
#define SIDE_REACH 14.0

static const struct
{
  guint            keyval;
  GdkModifierType  state;
  const char      *action;
  const char      *target;
} keys[] = {
  { GDK_KEY_Return, 0, "frame.edit", NULL },
  { GDK_KEY_KP_Enter, 0, "frame.edit", NULL },
  { GDK_KEY_F2, 0, "frame.edit", NULL },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "frame.details", NULL },
  { GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "frame.details", NULL },
  { GDK_KEY_Delete, 0, "frame.remove", NULL },
  { GDK_KEY_KP_Delete, 0, "frame.remove", NULL },
  { GDK_KEY_c, 0, "frame.connect", NULL },
  { GDK_KEY_l, 0, "frame.loop", NULL },
  { GDK_KEY_Up, GDK_ALT_MASK, "frame.move-up", NULL },
  { GDK_KEY_Down, GDK_ALT_MASK, "frame.move-down", NULL },
  { GDK_KEY_Left, GDK_SHIFT_MASK, "frame.move-left", NULL },
  { GDK_KEY_Right, GDK_SHIFT_MASK, "frame.move-right", NULL },
  { GDK_KEY_1, GDK_ALT_MASK, "frame.sort", "work" },
  { GDK_KEY_2, GDK_ALT_MASK, "frame.sort", "impact" },
  { GDK_KEY_3, GDK_ALT_MASK, "frame.sort", "result" },
  { GDK_KEY_4, GDK_ALT_MASK, "frame.sort", "note" },
};

static gboolean
press_while_connecting (TlFrameView *self,
                        guint        keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      tl_frame_view_choose_end (self, self->selected);
      return TRUE;

    case GDK_KEY_Escape:
      tl_frame_view_stop_connecting (self);
      return TRUE;

    default:
      return FALSE;
    }
}

static void
end_drag (TlFrameView *self)
{
  self->drag = TL_FRAME_DRAG_NONE;
  self->is_dragging = FALSE;
  g_clear_pointer (&self->dragged, g_free);
  gtk_widget_set_cursor (GTK_WIDGET (self->canvas), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (TlFrameView     *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == 0 && self->connecting != NULL && press_while_connecting (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Escape && self->drag != TL_FRAME_DRAG_NONE)
    {
      end_drag (self);
      return GDK_EVENT_STOP;
    }

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].keyval == gdk_keyval_to_lower (keyval) && keys[i].state == state)
      {
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, keys[i].target != NULL ? "s" : NULL,
                                    keys[i].target);
        return GDK_EVENT_STOP;
      }

  return GDK_EVENT_PROPAGATE;
}

static void
released_cb (TlFrameView *self,
             int          n_press,
             double       x,
             double       y)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  if (self->connecting != NULL && !self->is_dragging)
    tl_frame_view_choose_end (self, tl_frame_view_pick (self, x, y));
}

static TlFrameDrag
find_drag (TlFrameView  *self,
           const TlCard *card,
           double        x)
{
  graphene_rect_t area = tl_frame_view_get_card_area (self, card);

  if (x > area.origin.x + area.size.width - SIDE_REACH)
    return TL_FRAME_DRAG_HELPS;
  if (x < area.origin.x + SIDE_REACH)
    return TL_FRAME_DRAG_HELPED_BY;

  return TL_FRAME_DRAG_MOVE;
}

static void
drag_begin_cb (TlFrameView    *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  const TlCard *card = tl_frame_view_find_card (self, tl_frame_view_pick (self, x, y));

  g_assert (TL_IS_FRAME_VIEW (self));

  if (card == NULL || !tl_frame_view_can_edit (self) || self->connecting != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->drag = find_drag (self, card, x);
  g_free (self->dragged);
  self->dragged = g_strdup (card->id);
  self->start_x = x;
  self->start_y = y;
}

static void
drag_update_cb (TlFrameView    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  if (self->drag == TL_FRAME_DRAG_NONE ||
      (!self->is_dragging && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, dx, dy)))
    return;

  if (!self->is_dragging)
    {
      self->is_dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas),
                                       self->drag == TL_FRAME_DRAG_MOVE ? "grabbing" : "crosshair");
    }
  self->drag_x = self->start_x + dx;
  self->drag_y = self->start_y + dy;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Where the card that is being moved would be put. */
gboolean
tl_frame_view_find_slot (TlFrameView *self,
                         TlFrameSlot *slot)
{
  graphene_point_t point =
    tl_viewport_screen_to_world (tl_canvas_get_viewport (self->canvas), self->drag_x, self->drag_y);

  return tl_frame_scene_find_slot (tl_canvas_get_scene (self->canvas), self->dragged, point.x, point.y, slot);
}

/* The statement under the end of the link that is being drawn, or NULL */
const char *
tl_frame_view_find_end (TlFrameView *self)
{
  const char *id = tl_frame_view_pick (self, self->drag_x, self->drag_y);

  return id != NULL && !g_str_equal (id, self->dragged) ? id : NULL;
}

/* Drawn from the right side of a Result back to an Impact, a link is a loop. */
static gboolean
is_loop (TlFrameView *self,
         const char  *end)
{
  const TlCard *one = tl_frame_view_find_card (self, self->dragged);
  const TlCard *other = tl_frame_view_find_card (self, end);

  return self->drag == TL_FRAME_DRAG_HELPS && one->facet == TL_FACET_RESULT && other->facet == TL_FACET_IMPACT;
}

static void
drop (TlFrameView *self)
{
  g_autofree char *end = g_strdup (tl_frame_view_find_end (self));
  g_autofree char *id = g_strdup (self->dragged);
  TlFrameSlot slot;

  if (self->drag == TL_FRAME_DRAG_MOVE)
    {
      if (tl_frame_view_find_slot (self, &slot))
        tl_frame_view_move_to (self, id, slot.column, slot.index);
    }
  else if (end != NULL && self->drag == TL_FRAME_DRAG_HELPS)
    {
      tl_frame_view_connect (self, id, end, is_loop (self, end));
    }
  else if (end != NULL)
    {
      tl_frame_view_connect (self, end, id, FALSE);
    }
}

static void
drag_end_cb (TlFrameView    *self,
             double          dx,
             double          dy,
             GtkGestureDrag *gesture)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  if (self->is_dragging && tl_frame_view_find_card (self, self->dragged) != NULL)
    {
      self->drag_x = self->start_x + dx;
      self->drag_y = self->start_y + dy;
      drop (self);
    }
  end_drag (self);
}

static void
drag_cancel_cb (TlFrameView *self)
{
  g_assert (TL_IS_FRAME_VIEW (self));

  end_drag (self);
}

/* Gives a new view its controllers. */
void
tl_frame_view_init_input (TlFrameView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), key);

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_cancel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->canvas), GTK_EVENT_CONTROLLER (drag));
}
