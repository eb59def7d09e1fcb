/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the goals is in the picture, as actions of the window. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-document-state.h"
#include "tl-window-private.h"

/* By TlDiagramDepth */
static const char *const depth_names[] = { "people", "objectives", "functions", "teams" };

/* By TlPictureDirection */
static const char *const direction_names[] = { "auto", "down", "right" };

static TlLensView *
get_view (TlWindow *self)
{
  return tl_workspace_get_lens_view (self->workspace);
}

static void
dim_rest_cb (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  TlWindow *self = user_data;

  g_simple_action_set_state (action, value);
  tl_lens_view_set_dims_rest (get_view (self), g_variant_get_boolean (value));
}

/* No level is chosen when more or less than a level is shown; choosing one shows exactly that. */
static void
update_depth (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "depth");
  const char *name =
    tl_lens_view_is_whole_level (get_view (self)) ? depth_names[tl_lens_view_get_depth (get_view (self))] : "";

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
}

static void
depth_cb (GSimpleAction *action,
          GVariant      *value,
          gpointer       user_data)
{
  TlWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (depth_names); i++)
    {
      if (g_str_equal (depth_names[i], g_variant_get_string (value, NULL)))
        tl_lens_view_set_depth (get_view (self), i);
    }
}

static void
direction_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  TlWindow *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (direction_names); i++)
    {
      if (!g_str_equal (direction_names[i], g_variant_get_string (value, NULL)))
        continue;

      g_simple_action_set_state (action, value);
      tl_document_state_set_string (tl_document_state_of (self->document), "direction", direction_names[i]);
      tl_lens_view_set_direction (get_view (self), i);
    }
}

static void
open_beneath_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tl_lens_view_open_beneath (get_view (TL_WINDOW (widget)));
}

static void
close_beneath_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tl_lens_view_close_beneath (get_view (TL_WINDOW (widget)));
}

static void
open_all_beneath_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  tl_lens_view_open_all_beneath (get_view (TL_WINDOW (widget)));
}

static void
close_all_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tl_lens_view_close_all (get_view (TL_WINDOW (widget)));
}

static void
find_in_picture_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  tl_lens_view_start_find (get_view (TL_WINDOW (widget)));
}

static void
find_next_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tl_lens_view_find_step (get_view (TL_WINDOW (widget)), 1);
}

static void
find_previous_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tl_lens_view_find_step (get_view (TL_WINDOW (widget)), -1);
}

/* Whoever is in it wants it to go; whoever is not is brought there. */
static void
show_overview_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  TlOverview *overview = tl_lens_view_get_overview (get_view (self));
  gboolean is_wanted = !gtk_widget_has_focus (GTK_WIDGET (overview));

  g_settings_set_boolean (self->settings, "overview", is_wanted);
  if (is_wanted)
    tl_overview_reveal (overview);
}

static const GActionEntry entries[] = {
  { "dim-rest", NULL, NULL, "false", dim_rest_cb },
  { "depth", NULL, "s", "'people'", depth_cb },
  { "direction", NULL, "s", "'auto'", direction_cb },
};

/* Declares the actions of this file. */
void
tl_window_class_add_picture_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-beneath", NULL, open_beneath_cb);
  gtk_widget_class_install_action (widget_class, "win.close-beneath", NULL, close_beneath_cb);
  gtk_widget_class_install_action (widget_class, "win.open-all-beneath", NULL, open_all_beneath_cb);
  gtk_widget_class_install_action (widget_class, "win.close-all", NULL, close_all_cb);
  gtk_widget_class_install_action (widget_class, "win.find-in-picture", NULL, find_in_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_cb);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_previous_cb);
  gtk_widget_class_install_action (widget_class, "win.show-overview", NULL, show_overview_cb);
}

/* Prepares those that the session bus sees as well. */
void
tl_window_init_picture_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Which way the pictures of the document ran when one was in it last. */
void
tl_window_restore_direction (TlWindow *self)
{
  g_autofree char *name = tl_document_state_dup_string (tl_document_state_of (self->document), "direction");

  if (name != NULL)
    g_action_group_change_action_state (G_ACTION_GROUP (self), "direction", g_variant_new_string (name));
}

static gboolean
is_picture (TlWindow *self)
{
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));

  return (lens == TL_LENS_LINE_OF_SIGHT || lens == TL_LENS_CASCADE) && tl_lens_view_has_picture (get_view (self));
}

/* What can be opened, closed, found and looked at in the picture; nothing without a document. */
void
tl_window_update_folds (TlWindow *self)
{
  static const char *const of_picture[] = {
    "win.find-in-picture", "win.find-next", "win.find-previous", "win.show-overview", NULL,
  };
  TlFold fold = self->workspace != NULL ? tl_lens_view_get_fold (get_view (self)) : TL_FOLD_NONE;
  GtkWidget *widget = GTK_WIDGET (self);

  g_assert (TL_IS_WINDOW (self));

  gtk_widget_action_set_enabled (widget, "win.open-beneath", fold == TL_FOLD_CLOSED);
  gtk_widget_action_set_enabled (widget, "win.close-beneath", fold == TL_FOLD_OPEN);
  gtk_widget_action_set_enabled (widget, "win.open-all-beneath",
                                 fold != TL_FOLD_NONE && tl_lens_view_can_open_all (get_view (self)));
  gtk_widget_action_set_enabled (widget, "win.close-all",
                                 self->workspace != NULL && tl_lens_view_has_opened (get_view (self)));
  tl_window_set_enabled (self, of_picture, self->workspace != NULL && is_picture (self));
}

/* Whether the rest is dimmed, and whether there is something that it is the rest of: a line of sight, or what is
 * selected in the whole cascade. */
void
tl_window_update_rest (TlWindow *self)
{
  static const char *const names[] = { "dim-rest", NULL };
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "dim-rest");
  TlScene *scene = tl_canvas_get_scene (tl_lens_view_get_canvas (get_view (self)));
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));
  gboolean is_dimmed = tl_lens_view_get_dims_rest (get_view (self));
  gboolean is_around = lens == TL_LENS_LINE_OF_SIGHT ||
                       (lens == TL_LENS_CASCADE &&
                        (is_dimmed || (scene != NULL && tl_scene_get_selected (scene) != TL_SCENE_NONE)));

  g_assert (TL_IS_WINDOW (self));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_dimmed));
  tl_window_set_enabled (self, names, scene != NULL && is_around);
}

/* Which of them, and of those about zooming and about what stands beside it, can be used with the picture there is. */
void
tl_window_update_picture (TlWindow *self)
{
  static const char *const names[] = {
    "win.export", "export-to", "win.print", "win.copy-picture", "win.swap-side", "direction", NULL,
  };
  static const char *const of_cascade[] = { "depth", NULL };
  TlLensView *view = get_view (self);
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));

  g_assert (TL_IS_WINDOW (self));

  tl_window_set_enabled (self, names, tl_lens_view_has_picture (view));
  /* A filter that leaves no card may leave one further down. */
  tl_window_set_enabled (self, of_cascade, lens == TL_LENS_CASCADE);
  tl_window_update_zoom (self);
  tl_window_update_focus (self);
  tl_window_update_folds (self);
  update_depth (self);
  tl_window_update_side (self);
}
