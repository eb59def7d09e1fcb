/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keyboard does on the canvas.
 *
 * The arrow keys walk from card to card, and with Shift take those along which they walk; the other keys stand for
 * actions, most of them of others than the canvas.  Letters stay free for the search in the picture.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-canvas-private.h"
#include "tl-scene-walk.h"

static const struct
{
  guint  keyval;
  TlWalk walk;
} walks[] = {
  { GDK_KEY_Up, TL_WALK_UP },       { GDK_KEY_KP_Up, TL_WALK_UP },
  { GDK_KEY_Down, TL_WALK_DOWN },   { GDK_KEY_KP_Down, TL_WALK_DOWN },
  { GDK_KEY_Left, TL_WALK_LEFT },   { GDK_KEY_KP_Left, TL_WALK_LEFT },
  { GDK_KEY_Right, TL_WALK_RIGHT }, { GDK_KEY_KP_Right, TL_WALK_RIGHT },
  { GDK_KEY_Home, TL_WALK_FIRST },  { GDK_KEY_KP_Home, TL_WALK_FIRST },
  { GDK_KEY_End, TL_WALK_LAST },    { GDK_KEY_KP_End, TL_WALK_LAST },
};

/* Signs are typed with Shift or without, as the keyboard has it. */
static const struct
{
  guint       keyval;
  const char *action;
} keys[] = {
  { GDK_KEY_Return, "goal.edit" },
  { GDK_KEY_KP_Enter, "goal.edit" },
  { GDK_KEY_F2, "goal.edit" },
  { GDK_KEY_Delete, "goal.remove" },
  { GDK_KEY_KP_Delete, "goal.remove" },
  { GDK_KEY_plus, "win.open-beneath" },
  { GDK_KEY_KP_Add, "win.open-beneath" },
  { GDK_KEY_minus, "win.close-beneath" },
  { GDK_KEY_KP_Subtract, "win.close-beneath" },
  { GDK_KEY_asterisk, "win.open-all-beneath" },
  { GDK_KEY_KP_Multiply, "win.open-all-beneath" },
};

/* How the picture is walked about in; made when it is first asked for. */
TlSceneWalker *
tl_canvas_get_walker (TlCanvas *self)
{
  if (self->walker == NULL)
    self->walker = tl_scene_walker_new (self->scene);

  return self->walker;
}

/* Opens what is beneath the card, or closes it; these actions are for the selected card. */
void
tl_canvas_toggle_fold (TlCanvas *self,
                       guint     card)
{
  gboolean is_closed = tl_scene_get_card (self->scene, card)->fold == TL_FOLD_CLOSED;

  tl_canvas_choose (self, card);
  gtk_widget_activate_action (GTK_WIDGET (self), is_closed ? "win.open-beneath" : "win.close-beneath", NULL);
}

/* Where whoever walks stands: at the card with the focus, else at the primary one. */
static guint
get_place (TlCanvas *self)
{
  guint focused = tl_canvas_get_focused_card (self);

  return focused != TL_SCENE_NONE ? focused : tl_scene_get_selected (self->scene);
}

static gboolean
walk (TlCanvas *self,
      TlWalk    direction,
      gboolean  extends)
{
  guint place = tl_canvas_is_choosing (self) ? self->link_mark : get_place (self);
  guint card = place != TL_SCENE_NONE ? tl_scene_walker_walk (tl_canvas_get_walker (self), place, direction)
                                      : tl_scene_enter (self->scene);

  if (card == TL_SCENE_NONE)
    return place != TL_SCENE_NONE ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;

  if (tl_canvas_is_choosing (self))
    tl_canvas_move_mark (self, card);
  else if (extends)
    tl_canvas_extend_by_key (self, card);
  tl_canvas_focus_card (self, card);
  return GDK_EVENT_STOP;
}

static gboolean
find_walk (guint   keyval,
           TlWalk *direction)
{
  for (guint i = 0; i < G_N_ELEMENTS (walks); i++)
    {
      if (walks[i].keyval == keyval)
        {
          *direction = walks[i].walk;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
press_escape (TlCanvas *self)
{
  if (self->drag != TL_CANVAS_DRAG_NONE)
    tl_canvas_end_drag (self, FALSE);
  else if (tl_canvas_is_choosing (self))
    tl_canvas_stop_choosing (self);
  else if (self->can_select_many && tl_scene_get_selected (self->scene) != TL_SCENE_NONE)
    tl_canvas_choose (self, TL_SCENE_NONE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

/* While what a goal helps is chosen, Enter takes it. */
static gboolean
press_while_choosing (TlCanvas *self,
                      guint     keyval)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;

  tl_canvas_connect_to (self, self->link_mark);
  return GDK_EVENT_STOP;
}

static gboolean
activate (TlCanvas *self,
          guint     keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval == keyval)
        return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
    }

  return GDK_EVENT_PROPAGATE;
}

/* Keys without Ctrl or Alt */
static gboolean
press_plain_key (TlCanvas        *self,
                 guint            keyval,
                 GdkModifierType  state)
{
  gboolean extends = state == GDK_SHIFT_MASK && self->can_select_many;
  TlWalk direction;

  if (find_walk (keyval, &direction) && (state == 0 || extends))
    return walk (self, direction, extends);
  if (tl_canvas_is_choosing (self) && press_while_choosing (self, keyval))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Escape)
    return press_escape (self);

  if (keyval == GDK_KEY_space && state == 0)
    {
      self->is_space_held = TRUE;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return GDK_EVENT_STOP;
    }

  return activate (self, keyval);
}

static gboolean
press_with_control (TlCanvas *self,
                    guint     keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      tl_canvas_activate_card (self, tl_scene_get_selected (self->scene));
      return GDK_EVENT_STOP;

    case GDK_KEY_a:
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.select-all-cards", NULL);

    case GDK_KEY_l:
      return gtk_widget_activate_action (GTK_WIDGET (self), "goal.connect-with", NULL);

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* The menu key: at the primary card, which is brought into view for it, else in the middle. */
static void
popup_menu_at_selected (TlCanvas *self)
{
  guint card = tl_scene_get_selected (self->scene);
  graphene_point_t point = GRAPHENE_POINT_INIT (gtk_widget_get_width (GTK_WIDGET (self)) / 2.0f,
                                                gtk_widget_get_height (GTK_WIDGET (self)) / 2.0f);

  if (card != TL_SCENE_NONE)
    {
      const TlRect *box = &tl_scene_get_card (self->scene, card)->box;

      tl_canvas_reveal_card (self, card);
      point = tl_viewport_world_to_screen (self->viewport, box->x + box->width / 2, box->y + box->height / 2);
    }

  tl_canvas_popup_menu (self, card, point.x, point.y);
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
  if (state == GDK_CONTROL_MASK)
    return press_with_control (self, gdk_keyval_to_lower (keyval));

  return (state & ~GDK_SHIFT_MASK) == 0 ? press_plain_key (self, keyval, state) : GDK_EVENT_PROPAGATE;
}

static void
key_released_cb (TlCanvas        *self,
                 guint            keyval,
                 guint            keycode,
                 GdkModifierType  state)
{
  g_assert (TL_IS_CANVAS (self));

  if (keyval != GDK_KEY_space || !self->is_space_held)
    return;

  self->is_space_held = FALSE;
  if (!self->is_panning)
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* Whoever leaves with the key held down lets go of it elsewhere, and has thought better of the link. */
static void
focus_left_cb (TlCanvas *self)
{
  g_assert (TL_IS_CANVAS (self));

  key_released_cb (self, GDK_KEY_space, 0, 0);
  if (!self->is_choice_held)
    tl_canvas_stop_choosing (self);
}

/* Gives a new canvas the controllers for keys; they belong to it and end with it. */
void
tl_canvas_init_keys (TlCanvas *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (key, "key-released", G_CALLBACK (key_released_cb), self);
  tl_canvas_add_controller (self, key);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  tl_canvas_add_controller (self, focus);
}
