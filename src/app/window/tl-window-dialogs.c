/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows that open above this one. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-health-dialog.h"
#include "tl-preferences.h"
#include "tl-window-private.h"

/* Presents @dialog above the window, with which it goes. */
void
tl_window_show_above (TlWindow  *self,
                      GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The preferences of the program, with those of the document if there is one. */
void
tl_window_preferences_cb (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  tl_window_show_above (self, tl_preferences_new (self->settings, self->document));
}

/* What is in the document's file, and whether all of it is sound. */
void
tl_window_health_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);

  tl_banner_hide (tl_workspace_get_banner (self->workspace, TL_BANNER_HEALTH));
  tl_window_show_above (self, tl_health_dialog_new (self->document));
}
