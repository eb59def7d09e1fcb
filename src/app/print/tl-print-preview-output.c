/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What leaves the preview: to a printer, or as a PDF.
 *
 * What was printed is what is shown, since both are drawn by the same document.  Somebody who changes their mind in
 * the dialog needs no message; somebody who stops the printer half-way is told that it has stopped, because paper
 * has come out of it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-export.h"
#include "tl-file-chooser.h"
#include "tl-message.h"
#include "tl-output-toast.h"
#include "tl-print-operation.h"
#include "tl-print-preview-private.h"

#define SUFFIX ".pdf"

/* One of the two first is there. */
typedef struct
{
  GBytes        *document;
  TlPages       *pages;         /* of the thread alone, which lets go of them */
  char          *path;
  TlProgress     progress;
  TlOutputToast *toast;         /* of the main loop alone */
} SaveJob;

static void
save_job_free (gpointer data)
{
  SaveJob *job = data;

  g_clear_pointer (&job->document, g_bytes_unref);
  g_clear_object (&job->pages);
  g_free (job->path);
  g_free (job);
}

/* What was closed meanwhile can show nothing any longer. */
static gboolean
is_open (TlPrintPreview *self)
{
  return gtk_widget_get_realized (GTK_WIDGET (self));
}

static void
say (TlPrintPreview *self,
     const char     *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

static void
answer_cb (const char *response,
           gpointer    user_data)
{
  if (g_str_equal (response, "save-pdf") && is_open (user_data))
    gtk_widget_activate_action (user_data, "print.save-pdf", NULL);
}

/* @reason, which may be NULL, in the system's own words; and a way that needs no printer */
static void
tell_failure (TlPrintPreview *self,
              const char     *reason)
{
  const TlMessageAnswer answers[] = { { "save-pdf", _("_Save as PDF…"), FALSE }, { NULL } };
  g_autofree char *text = NULL;

  if (reason != NULL)
    /* Translators: %s is a few words of the system about a printer */
    text = g_strdup_printf (_("The printer’s side says: “%s”. See whether it is switched on and has paper, and try "
                              "again; or save the pages as a PDF and print that from elsewhere."), reason);
  else
    text = g_strdup (_("The printer gave no reason. See whether it is switched on and has paper, and try again; or "
                       "save the pages as a PDF and print that from elsewhere."));
  tl_message_ask (GTK_WINDOW (self), _("It Could Not Be Printed"), text, answers, answer_cb, G_OBJECT (self));
}

static void
printed_cb (TlPrintPreview          *self,
            GtkPrintOperationResult  result,
            GtkPrintOperation       *operation)
{
  g_autoptr (GtkPrintOperation) ended = g_steal_pointer (&self->operation);
  g_autoptr (GError) error = NULL;

  g_assert (TL_IS_PRINT_PREVIEW (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", TRUE);
  if (!is_open (self))
    return;

  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      gtk_print_operation_get_error (operation, &error);
      tell_failure (self, error != NULL ? error->message : NULL);
      break;

    case GTK_PRINT_OPERATION_RESULT_CANCEL:
      if (tl_print_operation_has_begun (operation))
        say (self, _("Printing was stopped"));
      break;

    case GTK_PRINT_OPERATION_RESULT_APPLY:
      tl_print_operation_remember (operation);
      if (tl_print_operation_has_begun (operation))
        say (self, _("The pages are on their way"));
      break;

    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
    default:
      break;
    }
}

static void
print_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  tl_print_preview_print (TL_PRINT_PREVIEW (widget), GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, NULL);
}

static void
write_job (GTask        *task,
           gpointer      source,
           gpointer      data,
           GCancellable *cancellable)
{
  SaveJob *job = data;
  g_autoptr (TlPages) pages = g_steal_pointer (&job->pages);
  GError *error = NULL;

  if (pages != NULL)
    job->document = tl_pages_to_pdf (pages, &job->progress, cancellable, &error);
  g_clear_object (&pages);
  if (g_task_return_error_if_cancelled (task))
    g_clear_error (&error);
  else if (job->document != NULL && tl_export_write (job->document, job->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tell_saved (TlPrintPreview *self,
            const char     *path)
{
  g_free (self->saved_path);
  self->saved_path = g_canonicalize_filename (path, NULL);
  tl_output_toast_tell_done (self->toasts, path, _("Saved as “%s”"), _("Open Folder"), "print.open-folder");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.open-folder", TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GWeakRef *window = user_data;
  g_autoptr (TlPrintPreview) self = g_weak_ref_get (window);
  GApplication *application = g_application_get_default ();
  SaveJob *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_pointer (&job->toast, tl_output_toast_free);
  if (application != NULL)
    g_application_release (application);
  g_weak_ref_clear (window);
  g_free (window);
  if (self == NULL || !is_open (self))
    return;

  if (is_written)
    tell_saved (self, job->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tl_message_show (GTK_WINDOW (self), _("No PDF Was Saved"), error->message);
}

static void
place_chosen_cb (GListModel *files,
                 gpointer    user_data)
{
  TlPrintPreview *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = tl_file_chooser_dup_path (files, &error);

  if (!is_open (self))
    return;

  if (path != NULL)
    tl_print_preview_save_pdf (self, path);
  else
    tl_message_show (GTK_WINDOW (self), _("No PDF Was Saved"), error->message);
}

static void
save_pdf_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (widget);
  g_autofree char *name = tl_file_chooser_dup_name (gtk_window_get_title (GTK_WINDOW (self)), SUFFIX);

  tl_file_chooser_save_pdf (GTK_WINDOW (self), self->settings, name, place_chosen_cb, G_OBJECT (self));
}

/* Gives up what is being saved; nothing of it is written. */
static void
cancel_save_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tl_print_preview_cancel_save (TL_PRINT_PREVIEW (widget));
}

static void
open_folder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TlPrintPreview *self = TL_PRINT_PREVIEW (widget);
  g_autofree char *folder = g_path_get_dirname (self->saved_path != NULL ? self->saved_path : ".");
  g_autofree char *uri = g_filename_to_uri (folder, NULL, NULL);

  if (uri != NULL)
    gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* Installs what takes the pages out of the window. */
void
tl_print_preview_init_output (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "print.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "print.cancel-save", NULL, cancel_save_cb);
  gtk_widget_class_install_action (widget_class, "print.open-folder", NULL, open_folder_cb);
}

/* The window goes: what has not been sent to the printer stays here. */
void
tl_print_preview_stop_output (TlPrintPreview *self)
{
  g_autoptr (GtkPrintOperation) operation = g_steal_pointer (&self->operation);

  if (operation == NULL)
    return;

  g_signal_handlers_disconnect_by_func (operation, printed_cb, self);
  if (!gtk_print_operation_is_finished (operation))
    gtk_print_operation_cancel (operation);
}

/**
 * tl_print_preview_print:
 * @self: the preview
 * @action: %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG to ask for a printer; %GTK_PRINT_OPERATION_ACTION_EXPORT to print
 *   without one
 * @export_path: (nullable): the PDF to print into, for %GTK_PRINT_OPERATION_ACTION_EXPORT
 *
 * Prints what is shown.  How it went is said in the window.  Does nothing while something is being printed.
 */
void
tl_print_preview_print (TlPrintPreview          *self,
                        GtkPrintOperationAction  action,
                        const char              *export_path)
{
  g_autofree char *name = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));
  g_return_if_fail (export_path != NULL || action != GTK_PRINT_OPERATION_ACTION_EXPORT);

  if (self->operation != NULL || self->source == NULL)
    return;

  name = tl_file_chooser_dup_name (gtk_window_get_title (GTK_WINDOW (self)), "");
  operation = tl_print_operation_new (self->source, name);
  gtk_print_operation_set_current_page (operation, (int) tl_print_pages_get_page (self->pages));
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (export_path != NULL)
    gtk_print_operation_set_export_filename (operation, export_path);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);

  self->operation = g_object_ref (operation);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.print", FALSE);
  gtk_print_operation_run (operation, action, GTK_WINDOW (self), NULL);
}

/**
 * tl_print_preview_cancel_save:
 * @self: the preview
 *
 * Gives up whatever is being saved as a PDF: what stood there before stays.
 */
void
tl_print_preview_cancel_save (TlPrintPreview *self)
{
  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));

  g_cancellable_cancel (self->save_cancellable);
  g_object_unref (self->save_cancellable);
  self->save_cancellable = g_cancellable_new ();
}

/**
 * tl_print_preview_save_pdf:
 * @self: the preview
 * @path: the file to make or to replace; what does not end in .pdf gets that suffix
 *
 * Saves what is shown, whole or not at all.  The window says when it is done.
 */
void
tl_print_preview_save_pdf (TlPrintPreview *self,
                           const char     *path)
{
  GApplication *application = g_application_get_default ();
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) document = NULL;
  g_autoptr (TlPages) pages = NULL;
  g_autofree char *whole_path = NULL;
  GWeakRef *window;
  SaveJob *job;

  g_return_if_fail (TL_IS_PRINT_PREVIEW (self));
  g_return_if_fail (path != NULL);

  whole_path = tl_file_chooser_complete_path (path, SUFFIX, &error);
  if (whole_path != NULL)
    pages = tl_pages_copy (self->source);
  if (whole_path != NULL && pages == NULL)
    document = tl_pages_to_pdf (self->source, NULL, NULL, &error);
  if (document == NULL && pages == NULL)
    {
      tl_message_show (GTK_WINDOW (self), _("No PDF Was Saved"), error->message);
      return;
    }

  job = g_new0 (SaveJob, 1);
  job->document = g_steal_pointer (&document);
  job->pages = g_steal_pointer (&pages);
  job->path = g_steal_pointer (&whole_path);

  /* Whoever closes the window or quits meanwhile still gets the file; the window need not wait for it. */
  if (application != NULL)
    g_application_hold (application);
  window = g_new0 (GWeakRef, 1);
  g_weak_ref_init (window, self);
  job->toast = tl_output_toast_new (self->toasts, job->path, &job->progress, "print.cancel-save");
  task = g_task_new (NULL, self->save_cancellable, saved_cb, window);
  g_task_set_source_tag (task, tl_print_preview_save_pdf);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, save_job_free);
  g_task_run_in_thread (task, write_job);
}
