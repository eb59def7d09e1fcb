/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goes back to a backup: the open document takes on its content, which can be undone, or it opens as a new one. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-backups-dialog.h"
#include "tl-file-chooser.h"
#include "tl-message.h"
#include "tl-target-file.h"
#include "tl-undo-toast.h"
#include "tl-window-private.h"

static void
restore_cb (TlWindow *self,
            TlBackup *backup)
{
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  guint64 revision;

  g_assert (TL_IS_WINDOW (self));

  tl_window_commit_field (self);
  tl_document_flush (self->document, NULL);
  revision = tl_document_get_revision (self->document);
  if (!tl_document_restore (self->document, backup, &error))
    {
      tl_message_show (GTK_WINDOW (self), _("Nothing Was Restored"), error->message);
      return;
    }

  if (tl_document_get_revision (self->document) == revision)
    {
      tl_window_add_toast (self, adw_toast_new (_("The document is as that backup is already")));
      return;
    }

  /* Translators: the day and time of a backup, in the middle of a sentence */
  when = tl_backup_format_date (backup, _("%-d %B %Y, %H:%M"));
  text = g_strdup_printf (_("The backup of %s is restored"), when);
  tl_undo_toast_show (GTK_WIDGET (self), self->document, text);
}

/* Through a document, so that the copy gets an identity of its own. */
static gboolean
copy_backup (TlBackup  *backup,
             GFile     *file,
             GError   **error)
{
  g_autoptr (TlDocument) document =
    tl_document_open_full (tl_backup_get_file (backup), TL_DOCUMENT_OPEN_READ_ONLY, NULL, error);

  return document != NULL && tl_document_save_copy (document, file, error);
}

static void
place_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  TlApplication *application = TL_APPLICATION (g_application_get_default ());
  g_autoptr (GFile) chosen = g_list_model_get_item (files, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = tl_application_take_target (application, chosen, TRUE, &error);

  if (file != NULL && copy_backup (user_data, file, &error))
    tl_application_open (application, file);
  else
    tl_message_show (gtk_application_get_active_window (GTK_APPLICATION (application)), _("No Copy Was Opened"),
                     error->message);
}

static void
open_copy_cb (TlWindow *self,
              TlBackup *backup)
{
  g_autofree char *title = tl_target_file_dup_title (tl_window_get_file (self));
  g_autofree char *day = tl_backup_format_date (backup, "%Y-%m-%d");
  /* Translators: the name of a file: the document's name, and the day of a backup of it */
  g_autofree char *name = g_strdup_printf (_("%s, backup of %s"), title, day);
  g_autofree char *proposal = tl_target_file_name (name);

  g_assert (TL_IS_WINDOW (self));

  tl_file_chooser_save_document (GTK_WINDOW (self), self->settings, _("Open a Backup as a Copy"), proposal,
                                 place_chosen_cb, G_OBJECT (backup));
}

/* Lists the backups of the document, or of the file that could not be opened. */
void
tl_window_backups_cb (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  TlWindow *self = TL_WINDOW (widget);
  g_autoptr (GListModel) backups = NULL;
  g_autofree char *title = NULL;
  GtkWidget *dialog;
  gboolean can_restore = self->document != NULL && !tl_document_get_read_only (self->document);

  if (tl_window_get_file (self) == NULL)
    return;

  backups = self->document != NULL ? tl_backups_list (tl_document_get_id (self->document))
                                   : tl_backups_list_for_file (self->failed_file);
  title = self->document != NULL ? tl_document_dup_name (self->document) : tl_target_file_dup_title (self->failed_file);
  dialog = tl_backups_dialog_new (title, backups, can_restore);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "open-copy", G_CALLBACK (open_copy_cb), self, G_CONNECT_SWAPPED);
  tl_window_show_above (self, dialog);
}
