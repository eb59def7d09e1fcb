/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything a person can do in a window, as actions: buttons, menus, shortcuts, assistive technology and tests all
 * use these.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-focus.h"
#include "tl-message.h"
#include "tl-shortcuts.h"
#include "tl-typed-undo.h"
#include "tl-undo-buttons.h"
#include "tl-window-private.h"

static void
first_page_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  gtk_stack_set_visible_child_name (TL_WINDOW (widget)->pages, "welcome");
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  tl_navigator_back (tl_workspace_get_navigator (TL_WINDOW (widget)->workspace));
}

static void
forward_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  tl_navigator_forward (tl_workspace_get_navigator (TL_WINDOW (widget)->workspace));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  tl_workspace_start_search (TL_WINDOW (widget)->workspace);
}

static void
add_objective_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  tl_workspace_begin (TL_WINDOW (widget)->workspace, TL_LENS_GOALS, "goals.add-first");
}

static void
add_person_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tl_workspace_begin (TL_WINDOW (widget)->workspace, TL_LENS_PEOPLE, "people.add-person");
}

static void
filter_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  tl_workspace_start_filter (TL_WINDOW (widget)->workspace);
}

static void
clear_filter_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tl_filter_clear (tl_workspace_get_filter (TL_WINDOW (widget)->workspace));
}

static void
focus_content_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tl_workspace_start (TL_WINDOW (widget)->workspace);
}

static void
cycles_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  tl_workspace_show_cycles (TL_WINDOW (widget)->workspace);
}

static void
shortcuts_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tl_shortcuts_show (GTK_WINDOW (widget));
}

static void
turn_to_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlWorkspace *workspace = TL_WINDOW (widget)->workspace;
  gboolean was_in_content = tl_workspace_has_content_focus (workspace);

  tl_workspace_turn_to (workspace, g_variant_get_string (parameter, NULL));
  if (was_in_content)
    tl_workspace_start (workspace);
}

static void
select_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  tl_workspace_select (TL_WINDOW (widget)->workspace, g_variant_get_string (parameter, NULL));
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;

  if (tl_typed_undo (gtk_root_get_focus (GTK_ROOT (widget))))
    return;

  if (!tl_document_undo (TL_WINDOW (widget)->document, &error))
    tl_message_show (GTK_WINDOW (widget), _("Nothing Was Undone"), error->message);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr (GError) error = NULL;

  if (tl_typed_redo (gtk_root_get_focus (GTK_ROOT (widget))))
    return;

  if (!tl_document_redo (TL_WINDOW (widget)->document, &error))
    tl_message_show (GTK_WINDOW (widget), _("Nothing Was Redone"), error->message);
}

static void
update_lens (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "lens");
  TlLens lens = tl_navigator_get_lens (tl_workspace_get_navigator (self->workspace));

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (tl_window_name_lens (lens)));
  tl_window_update_side (self);
}

static void
lens_cb (GSimpleAction *action,
         GVariant      *value,
         gpointer       user_data)
{
  TlWindow *self = user_data;
  gboolean was_in_content;
  TlLens lens;

  if (self->workspace == NULL)
    return;

  was_in_content = tl_workspace_has_content_focus (self->workspace);
  if (!tl_window_find_lens (g_variant_get_string (value, NULL), &lens))
    return;

  if (lens == TL_LENS_CASCADE)
    tl_focus_go_to_cascade (tl_workspace_get_navigator (self->workspace));
  else
    tl_navigator_set_lens (tl_workspace_get_navigator (self->workspace), lens);

  /* What had the focus may be gone with the other lens, and with it the arrow keys. */
  if (was_in_content)
    tl_workspace_start (self->workspace);
}

static void
apply_settings (TlWindow *self)
{
  g_assert (TL_IS_WINDOW (self));

  if (self->workspace == NULL)
    return;

  tl_window_update_side (self);
  tl_workspace_set_show_side (self->workspace, g_settings_get_boolean (self->settings, "details-visible"));
  tl_workspace_set_show_navigation (self->workspace, g_settings_get_boolean (self->settings, "navigation-visible"));
  tl_lens_view_set_show_overview (tl_workspace_get_lens_view (self->workspace),
                                  g_settings_get_boolean (self->settings, "overview"));
  tl_canvas_set_text_size (tl_lens_view_get_canvas (tl_workspace_get_lens_view (self->workspace)),
                           g_settings_get_double (self->settings, "canvas-text-size"));
}

static const GActionEntry entries[] = {
  { "lens", NULL, "s", "'line-of-sight'", lens_cb },
  { "export-to", tl_window_export_to_cb, "s" },
  { "import-files", tl_window_import_files_cb, "as" },
  { "save-copy-to", tl_window_save_copy_to_cb, "s" },
};

/* The action is called as the key of the setting is. */
static void
add_setting_action (TlWindow   *self,
                    const char *key)
{
  g_autoptr (GAction) action = g_settings_create_action (self->settings, key);

  g_action_map_add_action (G_ACTION_MAP (self), action);
}

static void
update_edit_menu (TlWindow *self)
{
  g_autofree char *undo = tl_undo_buttons_name_undo (self->document);
  g_autofree char *redo = tl_undo_buttons_name_redo (self->document);

  g_menu_remove_all (self->edit_section);
  g_menu_append (self->edit_section, undo, "win.undo");
  g_menu_append (self->edit_section, redo, "win.redo");

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", tl_document_can_undo (self->document));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", tl_document_can_redo (self->document));
}

static void
update_places (TlWindow *self)
{
  TlNavigator *navigator = tl_workspace_get_navigator (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", tl_navigator_get_can_back (navigator));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", tl_navigator_get_can_forward (navigator));
}

static void
moved_cb (TlWindow *self)
{
  g_assert (TL_IS_WINDOW (self));

  update_places (self);
  update_lens (self);
  tl_window_update_zoom (self);
  tl_window_update_folds (self);
  tl_window_update_focus (self);
}

static void
selected_cb (TlWindow *self)
{
  g_assert (TL_IS_WINDOW (self));

  tl_window_update_folds (self);
  tl_window_update_focus (self);
}

/* The actions of the class are named with their prefix, those that the session bus sees as well without it. */
void
tl_window_set_enabled (TlWindow          *self,
                       const char *const *names,
                       gboolean           is_enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[i]);

      if (action != NULL)
        g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
      else
        gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], is_enabled);
    }
}

/* Declares the actions that a window has; which of them can be used now is told by tl_window_update_actions(). */
void
tl_window_class_add_actions (GtkWidgetClass *widget_class)
{
  tl_window_class_add_focus_actions (widget_class);
  tl_window_class_add_picture_actions (widget_class);
  tl_window_class_add_side_actions (widget_class);
  tl_window_class_add_zoom_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "win.first-page", NULL, first_page_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "win.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-content", NULL, focus_content_cb);
  gtk_widget_class_install_action (widget_class, "win.add-objective", NULL, add_objective_cb);
  gtk_widget_class_install_action (widget_class, "win.add-person", NULL, add_person_cb);
  gtk_widget_class_install_action (widget_class, "win.cycles", NULL, cycles_cb);
  gtk_widget_class_install_action (widget_class, "win.turn-to", "s", turn_to_cb);
  gtk_widget_class_install_action (widget_class, "win.select", "s", select_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, tl_window_export_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, tl_window_print_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-picture", NULL, tl_window_copy_picture_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-export", NULL, tl_window_cancel_export_cb);
  gtk_widget_class_install_action (widget_class, "win.show-export", NULL, tl_window_show_export_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, tl_window_import_cb);
  gtk_widget_class_install_action (widget_class, "win.save-copy", NULL, tl_window_save_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, tl_window_backups_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-here", NULL, tl_window_copy_here_cb);
  gtk_widget_class_install_action (widget_class, "win.open-copy", NULL, tl_window_open_copy_cb);
  gtk_widget_class_install_action (widget_class, "win.take-over", NULL, tl_window_take_over_cb);
  gtk_widget_class_install_action (widget_class, "win.rescue", NULL, tl_window_rescue_cb);
  gtk_widget_class_install_action (widget_class, "win.health", NULL, tl_window_health_cb);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, tl_window_preferences_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, shortcuts_cb);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, tl_window_try_again_cb);
  gtk_widget_class_install_action (widget_class, "win.reopen", NULL, tl_window_reopen_cb);
}

/* Only what can be done without a document is left. */
void
tl_window_disable_actions (TlWindow *self)
{
  static const char *const names[] = {
    "win.back", "win.forward", "win.search", "win.filter", "win.clear-filter", "win.focus-content", "win.cycles",
    "win.swap-side", "win.turn-to", "win.select", "win.zoom-in", "win.zoom-out", "win.zoom-natural", "win.zoom-fit",
    "win.zoom-selection", "win.select-all-cards", "win.copy-sentences", "win.undo", "win.redo", "win.export",
    "export-to", "win.print", "win.copy-picture", "win.import", "import-files", "lens", "dim-rest", "depth",
    "direction", "win.save-copy", "save-copy-to",
    "win.reopen", "win.health", "win.backups", "win.open-copy",
    "win.take-over", "win.add-objective", "win.add-person", "details-visible", NULL,
  };

  tl_window_set_enabled (self, names, FALSE);
  tl_window_update_focus (self);
  tl_window_update_folds (self);
  tl_window_update_ways_out (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.first-page", TRUE);
}

/* What helps a file in trouble: one that could not be opened, or an open one with edits that are not on the disk. */
void
tl_window_update_ways_out (TlWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_unsaved = self->document != NULL && tl_document_get_storage_error (self->document) != NULL;
  gboolean has_failed = self->document == NULL && self->failed_file != NULL;

  gtk_widget_action_set_enabled (widget, "win.rescue", tl_window_get_file (self) != NULL);
  gtk_widget_action_set_enabled (widget, "win.try-again", is_unsaved || has_failed);
  gtk_widget_action_set_enabled (widget, "win.copy-here", has_failed);
}

/* Prepares the actions of a window that has no document yet. */
void
tl_window_init_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  tl_window_init_picture_actions (self);
  tl_window_init_side_actions (self);
  tl_window_disable_actions (self);

  add_setting_action (self, "navigation-visible");
  add_setting_action (self, "overview");
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (apply_settings), self, G_CONNECT_SWAPPED);
}

/* Connects the actions with the document the window has got. */
void
tl_window_update_actions (TlWindow *self)
{
  static const char *const names[] = {
    "win.search", "win.filter", "win.clear-filter", "win.focus-content", "win.cycles", "win.turn-to", "win.select", "lens",
    "win.save-copy", "save-copy-to", "win.reopen", "win.health", "win.backups", "win.open-copy", "win.take-over", NULL,
  };
  static const char *const edits[] = { "win.import", "import-files", "win.add-objective", "win.add-person", NULL };
  static const char *const first[] = { "win.first-page", NULL };
  TlNavigator *navigator = tl_workspace_get_navigator (self->workspace);

  tl_window_set_enabled (self, names, TRUE);
  tl_window_set_enabled (self, first, FALSE);
  tl_window_set_enabled (self, edits, !tl_document_get_read_only (self->document));

  g_signal_connect_object (self->document, "notify::undo-label", G_CALLBACK (update_edit_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::redo-label", G_CALLBACK (update_edit_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::can-undo", G_CALLBACK (update_edit_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->document, "notify::can-redo", G_CALLBACK (update_edit_menu), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_workspace_get_insight (self->workspace), "changed", G_CALLBACK (update_places), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_workspace_get_lens_view (self->workspace), "picture-changed",
                           G_CALLBACK (tl_window_update_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tl_lens_view_get_canvas (tl_workspace_get_lens_view (self->workspace)), "selection-changed",
                           G_CALLBACK (tl_window_update_selection), self, G_CONNECT_SWAPPED);

  apply_settings (self);
  update_lens (self);
  update_edit_menu (self);
  update_places (self);
  tl_window_update_picture (self);
}
