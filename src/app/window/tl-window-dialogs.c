/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The windows that open above this one. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-file-chooser.h"
#include "tl-health-dialog.h"
#include "tl-message.h"
#include "tl-preferences.h"
#include "tl-rescue-dialog.h"
#include "tl-target-file.h"
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

static void
rescue_place_chosen_cb (GListModel *files,
                        gpointer    user_data)
{
  TlApplication *application = TL_APPLICATION (g_application_get_default ());
  TlRescueDialog *dialog = user_data;
  g_autoptr (GFile) chosen = g_list_model_get_item (files, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = NULL;

  if (tl_rescue_dialog_check_target (dialog, chosen, &error))
    target = tl_application_take_target (application, chosen, TRUE, &error);

  if (target != NULL)
    tl_rescue_dialog_run (dialog, target);
  else
    tl_message_show (GTK_WINDOW (user_data), _("Nothing Was Rescued"), error->message);
}

static void
choose_rescue_place_cb (TlWindow       *self,
                        TlRescueDialog *dialog)
{
  g_autofree char *title = tl_target_file_dup_title (tl_window_get_file (self));
  /* Translators: the name of a file with what was rescued of the document that %s names */
  g_autofree char *name = g_strdup_printf (_("%s (rescued)"), title);
  g_autofree char *proposal = tl_target_file_name (name);

  g_assert (TL_IS_WINDOW (self));

  tl_file_chooser_save_document (GTK_WINDOW (dialog), self->settings, _("Rescue Into a New Document"), proposal,
                                 rescue_place_chosen_cb, G_OBJECT (dialog));
}

static void
rescued_cb (TlWindow *self,
            GFile    *file)
{
  g_assert (TL_IS_WINDOW (self));

  tl_application_open (TL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);
}

/* Saves what can be read of the file that could not be opened, or in which the check has found something. */
void
tl_window_rescue_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  GFile *file = tl_window_get_file (self);
  g_autofree char *title = NULL;
  GtkWidget *dialog;

  if (file == NULL)
    return;

  title = tl_target_file_dup_title (file);
  dialog = tl_rescue_dialog_new (file, title);
  g_signal_connect_object (dialog, "choose", G_CALLBACK (choose_rescue_place_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "rescued", G_CALLBACK (rescued_cb), self, G_CONNECT_SWAPPED);
  tl_window_show_above (self, dialog);
}
