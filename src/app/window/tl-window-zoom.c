/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large the picture is, as actions of the window. */

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

/* There are pictures, and there are the frames of conversations. */
void
tl_window_update_zoom (TlWindow *self)
{
  static const char *const names[] = { "win.zoom-in", "win.zoom-out", "win.zoom-natural", "win.zoom-fit", NULL };
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));

  g_assert (TL_IS_WINDOW (self));

  tl_window_set_enabled (self, names,
                         lens == TL_LENS_COACHING || tl_lens_view_has_picture (tl_workspace_get_lens_view (self->workspace)));
}

/* Declares the actions of this file. */
void
tl_window_class_add_zoom_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-natural", NULL, zoom_natural_cb);
  gtk_widget_class_install_action (widget_class, "win.zoom-fit", NULL, zoom_fit_cb);
}
