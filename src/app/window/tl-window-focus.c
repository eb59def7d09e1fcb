/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Narrowing the whole cascade down to a part of it and going out again, as actions of the window. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-focus.h"
#include "tl-window-private.h"

static TlEntity *
get_selected (TlWindow *self)
{
  return tl_navigator_get_selected (tl_workspace_get_navigator (self->workspace));
}

/* The widget that had the focus may be gone with the picture before. */
static void
focus_on (TlWindow   *self,
          const char *id)
{
  gboolean was_in_content = tl_workspace_has_content_focus (self->workspace);

  tl_workspace_focus_on (self->workspace, id);
  if (was_in_content)
    tl_workspace_start (self->workspace);
}

static void
go_out (TlWindow *self,
        void      (*leave) (TlNavigator *navigator))
{
  gboolean was_in_content = tl_workspace_has_content_focus (self->workspace);

  leave (tl_workspace_get_navigator (self->workspace));
  if (was_in_content)
    tl_workspace_start (self->workspace);
}

static void
focus_on_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  focus_on (TL_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
focus_goal_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlEntity *selected = get_selected (TL_WINDOW (widget));

  if (TL_IS_GOAL (selected))
    focus_on (TL_WINDOW (widget), tl_entity_get_id (selected));
}

/* What belongs to what is selected, if there is any such thing */
static void
focus_on_its (GtkWidget *widget,
              TlEntity  *(*find) (TlEntity *selected))
{
  TlEntity *found = find (get_selected (TL_WINDOW (widget)));

  if (found != NULL)
    focus_on (TL_WINDOW (widget), tl_entity_get_id (found));
}

static void
focus_owner_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  focus_on_its (widget, tl_focus_find_owner);
}

static void
focus_unit_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  focus_on_its (widget, tl_focus_find_unit);
}

static void
leave_focus_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  go_out (TL_WINDOW (widget), tl_focus_leave);
}

static void
whole_cascade_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  go_out (TL_WINDOW (widget), tl_focus_leave_all);
}

/* Declares the actions of this file. */
void
tl_window_class_add_focus_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.focus-on", "s", focus_on_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-goal", NULL, focus_goal_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-owner", NULL, focus_owner_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-unit", NULL, focus_unit_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-focus", NULL, leave_focus_cb);
  gtk_widget_class_install_action (widget_class, "win.whole-cascade", NULL, whole_cascade_cb);
}

/* Which of them can be used with what is selected and shown; none without a document. */
void
tl_window_update_focus (TlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlEntity *selected = self->workspace != NULL ? get_selected (self) : NULL;
  TlEntity *focus = self->workspace != NULL ? tl_focus_get (tl_workspace_get_navigator (self->workspace)) : NULL;
  TlEntity *owner = tl_focus_find_owner (selected);
  TlEntity *unit = tl_focus_find_unit (selected);

  g_assert (TL_IS_WINDOW (self));

  gtk_widget_action_set_enabled (widget, "win.focus-on", self->workspace != NULL);
  gtk_widget_action_set_enabled (widget, "win.focus-goal", TL_IS_GOAL (selected) && selected != focus);
  gtk_widget_action_set_enabled (widget, "win.focus-owner", owner != NULL && owner != focus);
  gtk_widget_action_set_enabled (widget, "win.focus-unit", unit != NULL && unit != focus);
  gtk_widget_action_set_enabled (widget, "win.leave-focus", focus != NULL);
  gtk_widget_action_set_enabled (widget, "win.whole-cascade", focus != NULL);
}
