/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings the document, or a file that could not be opened, to another place. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-file-chooser.h"
#include "tl-message.h"
#include "tl-target-file.h"
#include "tl-window-private.h"

static TlApplication *
get_application (TlWindow *self)
{
  return TL_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

/* The toast opens the copy, which is what somebody wants whose document is in trouble. */
static void
tell_copied (TlWindow *self,
             GFile    *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *text = g_markup_printf_escaped (_("A copy was saved as “%s”"), name);
  AdwToast *toast = adw_toast_new (text);

  adw_toast_set_button_label (toast, _("Open"));
  adw_toast_set_action_name (toast, "app.open-file");
  adw_toast_set_action_target (toast, "s", uri);
  tl_window_add_toast (self, toast);
}

/* Returns the copy, or NULL when there is none, of which it then tells. */
static GFile *
save_copy (TlWindow *self,
           GFile    *chosen,
           gboolean  may_replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  tl_window_commit_field (self);
  file = tl_application_take_target (get_application (self), chosen, may_replace, &error);
  if (file == NULL || !tl_document_save_copy (self->document, file, &error))
    {
      tl_message_show (GTK_WINDOW (self), _("No Copy Was Saved"), error->message);
      return NULL;
    }

  self->copied_revision = tl_document_get_revision (self->document);
  return g_steal_pointer (&file);
}

static void
copy_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  g_autoptr (GFile) chosen = g_list_model_get_item (files, 0);
  g_autoptr (GFile) file = save_copy (user_data, chosen, TRUE);

  if (file != NULL)
    tell_copied (user_data, file);
}

static void
copy_to_open_chosen_cb (GListModel *files,
                        gpointer    user_data)
{
  g_autoptr (GFile) chosen = g_list_model_get_item (files, 0);
  g_autoptr (GFile) file = save_copy (user_data, chosen, TRUE);

  if (file != NULL)
    tl_application_open (get_application (user_data), file);
}

static void
ask_for_place (TlWindow    *self,
               const char  *title,
               TlFilesFunc  chosen)
{
  g_autofree char *name = tl_document_dup_name (self->document);
  g_autofree char *proposal = tl_target_file_name_copy (name);

  tl_file_chooser_save_document (GTK_WINDOW (self), self->settings, title, proposal, chosen, G_OBJECT (self));
}

/* Asks where the copy is to go. */
void
tl_window_save_copy_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ask_for_place (TL_WINDOW (widget), _("Save a Copy"), copy_chosen_cb);
}

/* Asks where the copy is to go, and goes on with it: for a document that cannot be changed itself. */
void
tl_window_open_copy_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  ask_for_place (TL_WINDOW (widget), _("Open a Copy"), copy_to_open_chosen_cb);
}

/* Saves a copy at the address that is given, without asking where: for scripts. */
void
tl_window_save_copy_to_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  g_autoptr (GFile) chosen = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) file = save_copy (user_data, chosen, FALSE);

  if (file != NULL)
    tell_copied (user_data, file);
}

static void
copied_here_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (TlWindow) self = user_data;
  g_autoptr (GFile) target = g_object_steal_data (G_OBJECT (source), "tl-target");
  g_autoptr (GError) error = NULL;

  if (g_file_copy_finish (G_FILE (source), result, &error))
    tl_application_open (get_application (self), target);
  else
    tl_message_show (GTK_WINDOW (self), _("It Could Not Be Copied"), error->message);
}

static void
here_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  TlWindow *self = user_data;
  g_autoptr (GFile) chosen = g_list_model_get_item (files, 0);
  g_autoptr (GError) error = NULL;
  GFile *target;

  target = tl_application_take_target (get_application (self), chosen, TRUE, &error);
  if (target == NULL)
    {
      tl_message_show (GTK_WINDOW (self), _("It Could Not Be Copied"), error->message);
      return;
    }

  g_object_set_data_full (G_OBJECT (self->failed_file), "tl-target", target, g_object_unref);
  g_file_copy_async (self->failed_file, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, G_PRIORITY_DEFAULT, NULL, NULL, NULL,
                     copied_here_cb, g_object_ref (self));
}

/* A file on another computer cannot be locked and may be cut off in the middle of an edit, so it is copied here. */
void
tl_window_copy_here_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *name = NULL;

  if (self->failed_file == NULL)
    return;

  name = g_file_get_basename (self->failed_file);
  tl_file_chooser_save_document (GTK_WINDOW (self), self->settings, _("Copy It Here"), name, here_chosen_cb,
                                 G_OBJECT (self));
}
