/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the goals is in the picture, as actions of the window. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-window-private.h"

/* By TlDiagramDepth */
static const char *const depth_names[] = { "people", "objectives", "functions", "teams" };

static void
show_rest_cb (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  TlWindow *self = user_data;

  g_simple_action_set_state (action, value);
  tl_lens_view_set_show_rest (tl_workspace_get_lens_view (self->workspace), g_variant_get_boolean (value));
}

static void
update_depth (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "depth");
  TlDiagramDepth depth = tl_lens_view_get_depth (tl_workspace_get_lens_view (self->workspace));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (depth_names[depth]));
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
        tl_lens_view_set_depth (tl_workspace_get_lens_view (self->workspace), i);
    }
}

static const GActionEntry entries[] = {
  { "show-rest", NULL, NULL, "false", show_rest_cb },
  { "depth", NULL, "s", "'people'", depth_cb },
};

/* Prepares the actions of this file. */
void
tl_window_init_picture_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* Which of them, and of those about zooming and about what stands beside it, can be used with the picture there is. */
void
tl_window_update_picture (TlWindow *self)
{
  static const char *const names[] = {
    "win.export", "export-to", "win.swap-side", NULL,
  };
  static const char *const of_line[] = { "show-rest", NULL };
  static const char *const of_cascade[] = { "depth", NULL };
  TlLensView *view = tl_workspace_get_lens_view (self->workspace);
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));

  g_assert (TL_IS_WINDOW (self));

  tl_window_set_enabled (self, names, tl_lens_view_has_picture (view));
  tl_window_set_enabled (self, of_line, tl_lens_view_has_picture (view) && lens == TL_LENS_LINE_OF_SIGHT);
  /* A filter that leaves no card may leave one further down. */
  tl_window_set_enabled (self, of_cascade, lens == TL_LENS_CASCADE);
  tl_window_update_zoom (self);
  update_depth (self);
  tl_window_update_side (self);
}
