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

static void
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
      return;
    }

  self->copied_revision = tl_document_get_revision (self->document);
  tell_copied (self, file);
}

static void
copy_chosen_cb (GListModel *files,
                gpointer    user_data)
{
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  save_copy (user_data, file, TRUE);
}

/* Asks where the copy is to go. */
void
tl_window_save_copy_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autofree char *name = tl_document_dup_name (self->document);
  g_autofree char *proposal = tl_target_file_name_copy (name);

  tl_file_chooser_save_document (GTK_WINDOW (self), self->settings, _("Save a Copy"), proposal, copy_chosen_cb,
                                 G_OBJECT (self));
}

/* Saves a copy at the address that is given, without asking where: for scripts. */
void
tl_window_save_copy_to_cb (GSimpleAction *action,
                           GVariant      *parameter,
                           gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  save_copy (user_data, file, FALSE);
}
