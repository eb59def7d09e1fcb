/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the picture is, and what of it is selected, as actions of the window. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-frame-view.h"
#include "tl-window-private.h"

/* One step of the zoom keys: five steps double the size, near enough. */
#define ZOOM_STEP 1.2

static TlCanvas *
get_canvas (TlWindow *self)
{
  return tl_lens_view_get_canvas (tl_workspace_get_lens_view (self->workspace));
}

/* The frame of the conversation that is on the screen, or NULL */
static GtkWidget *
find_frame (GtkWidget *widget)
{
  if (TL_IS_FRAME_VIEW (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_mapped (child) ? find_frame (child) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* While people talk, the keys that zoom are for the frame they look at. */
static gboolean
zoom_frame (TlWindow   *self,
            const char *action)
{
  GtkWidget *frame = find_frame (GTK_WIDGET (self->workspace));

  return frame != NULL && gtk_widget_activate_action (frame, action, NULL);
}

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  if (!zoom_frame (TL_WINDOW (widget), "frame.zoom-in"))
    tl_canvas_zoom_by (get_canvas (TL_WINDOW (widget)), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (!zoom_frame (TL_WINDOW (widget), "frame.zoom-out"))
    tl_canvas_zoom_by (get_canvas (TL_WINDOW (widget)), 1 / ZOOM_STEP);
}

static void
zoom_natural_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  if (!zoom_frame (TL_WINDOW (widget), "frame.fit"))
    tl_canvas_zoom_natural (get_canvas (TL_WINDOW (widget)));
}

static void
zoom_fit_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  if (!zoom_frame (TL_WINDOW (widget), "frame.fit"))
    tl_canvas_zoom_fit (get_canvas (TL_WINDOW (widget)));
}

static void
zoom_selection_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  tl_canvas_zoom_selection (get_canvas (TL_WINDOW (widget)));
}

static void
select_all_cards_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tl_canvas_select_all (get_canvas (TL_WINDOW (widget)));
}

/* What is about the selected cards can be done while there are any. */
void
tl_window_update_selection (TlWindow *self)
{
  static const char *const of_selected[] = { "win.zoom-selection", NULL };
  static const char *const of_picture[] = { "win.select-all-cards", NULL };
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));
  gboolean is_picture = lens == TL_LENS_LINE_OF_SIGHT || lens == TL_LENS_CASCADE;
  TlScene *scene = tl_canvas_get_scene (get_canvas (self));

  g_assert (TL_IS_WINDOW (self));

  tl_window_set_enabled (self, of_picture, is_picture && scene != NULL);
  tl_window_set_enabled (self, of_selected,
                         is_picture && scene != NULL && tl_scene_get_selected (scene) != TL_SCENE_NONE);
  tl_window_update_rest (self);
}

/* There are pictures, and there are the frames of conversations. */
void
tl_window_update_zoom (TlWindow *self)
{
  static const char *const names[] = { "win.zoom-in", "win.zoom-out", "win.zoom-natural", "win.zoom-fit", NULL };
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));

  g_assert (TL_IS_WINDOW (self));

  tl_window_set_enabled (self, names,
                         lens == TL_LENS_COACHING || tl_lens_view_has_picture (tl_workspace_get_lens_view (self->workspace)));
  tl_window_update_selection (self);
}

/* Declares the actions of this file. */
void
tl_window_class_add_zoom_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-natural", NULL, zoom_natural_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_fit_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-selection", NULL, zoom_selection_cb);
  gtk_widget_class_install_action (widget_class, "win.select-all-cards", NULL, select_all_cards_cb);
}
