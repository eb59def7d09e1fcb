/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the picture, as actions of the window: the words, or the details. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-window-private.h"

/* Opens the pane when it is folded, for whoever asks for the words. */
static void
swap_side_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  if (g_settings_get_boolean (self->settings, "details-visible"))
    tl_workspace_swap_side (self->workspace);
  else
    g_settings_set_boolean (self->settings, "details-visible", TRUE);
}

static void
copy_sentences_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  const char *text = tl_workspace_get_text (self->workspace);

  if (text == NULL || *text == '\0')
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  tl_window_add_toast (self, adw_toast_new (_("The sentences are copied")));
}

/* The button is pressed while there is something at the right, and not to be pressed where there can be nothing. */
void
tl_window_update_side (TlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "details-visible");
  gboolean has_side = self->workspace != NULL && tl_workspace_has_side (self->workspace);
  gboolean is_wanted = g_settings_get_boolean (self->settings, "details-visible");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), has_side);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (has_side && is_wanted));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-sentences",
                                 self->workspace != NULL && tl_workspace_get_text (self->workspace) != NULL);
}

static void
details_cb (GSimpleAction *action,
            GVariant      *value,
            gpointer       user_data)
{
  g_settings_set_boolean (TL_WINDOW (user_data)->settings, "details-visible", g_variant_get_boolean (value));
}

static const GActionEntry entries[] = {
  { "details-visible", NULL, NULL, "false", details_cb },
};

/* Declares the actions of this file. */
void
tl_window_class_add_side_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.swap-side", NULL, swap_side_cb);
  gtk_widget_class_install_action (widget_class, "win.copy-sentences", NULL, copy_sentences_cb);
}

/* Prepares those that the session bus sees as well. */
void
tl_window_init_side_actions (TlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
