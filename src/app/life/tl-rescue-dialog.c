/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves what can still be read of a damaged file into a new document, and tells what was found and what is lost.
 *
 * The file is read in a thread, which has nothing but two places and the means to be stopped.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-rescue-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-rescue.h"
#include "tl-store.h"

struct _TlRescueDialog
{
  AdwWindow parent_instance;

  GFile          *damaged;
  GFile          *target;           /* where the rescued document goes, once somebody has chosen */
  GCancellable   *cancellable;

  AdwWindowTitle *title;
  GtkStack       *pages;
  GtkWidget      *choose;
  GtkSpinner     *spinner;
  AdwStatusPage  *failed;
  AdwPreferencesGroup *report;
  GtkListBox     *sentences;
  GtkWidget      *open;
};

enum
{
  CHOOSE,
  RESCUED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TlRescueDialog, tl_rescue_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GFile **places = task_data;
  GError *error = NULL;
  TlRescueReport *report = tl_rescue_run (places[0], places[1], cancellable, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) tl_rescue_report_free);
  else
    g_task_return_error (task, error);
}

static void
places_free (gpointer data)
{
  GFile **places = data;

  g_object_unref (places[0]);
  g_object_unref (places[1]);
  g_free (places);
}

static void
show_failure (TlRescueDialog *self,
              const GError   *error)
{
  g_autofree char *markup = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failed, markup);
  gtk_stack_set_visible_child_name (self->pages, "failed");
}

static void
show_report (TlRescueDialog *self,
             TlRescueReport *report)
{
  for (guint i = 0; i < report->sentences->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (report->sentences, i));
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_list_box_append (self->sentences, row);
    }

  adw_preferences_group_set_title (self->report, report->n_lost == 0 ? _("Everything Was Found") : _("What Was Found"));
  gtk_stack_set_visible_child_name (self->pages, "report");
  gtk_widget_grab_focus (self->open);
}

static void
rescued_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  TlRescueDialog *self = TL_RESCUE_DIALOG (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (TlRescueReport) report = g_task_propagate_pointer (G_TASK (result), &error);

  /* A window that is gone has no pages any longer. */
  if (self->damaged == NULL)
    return;

  gtk_spinner_set_spinning (self->spinner, FALSE);
  if (report != NULL)
    show_report (self, report);
  else if (g_cancellable_is_cancelled (self->cancellable))
    gtk_stack_set_visible_child_name (self->pages, "begin");
  else
    show_failure (self, error);
}

static void
choose_cb (TlRescueDialog *self)
{
  g_assert (TL_IS_RESCUE_DIALOG (self));

  g_signal_emit (self, signals[CHOOSE], 0);
}

static void
cancel_cb (TlRescueDialog *self)
{
  g_assert (TL_IS_RESCUE_DIALOG (self));

  g_cancellable_cancel (self->cancellable);
}

static void
open_cb (TlRescueDialog *self)
{
  g_autoptr (TlRescueDialog) alive = g_object_ref (self);
  g_autoptr (GFile) target = g_object_ref (self->target);

  g_assert (TL_IS_RESCUE_DIALOG (self));

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (alive, signals[RESCUED], 0, target);
}

static void
tl_rescue_dialog_dispose (GObject *object)
{
  TlRescueDialog *self = TL_RESCUE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->target);
  g_clear_object (&self->damaged);

  G_OBJECT_CLASS (tl_rescue_dialog_parent_class)->dispose (object);
}

static void
tl_rescue_dialog_class_init (TlRescueDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_rescue_dialog_dispose;

  /**
   * TlRescueDialog::choose:
   * @self: the dialog
   *
   * Somebody wants to say where the rescued document goes; the answer is given to tl_rescue_dialog_run().
   */
  signals[CHOOSE] = g_signal_new ("choose", TL_TYPE_RESCUE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  /**
   * TlRescueDialog::rescued:
   * @self: the dialog
   * @file: the new document
   *
   * Somebody wants to see what was rescued.  The dialog has closed.
   */
  signals[RESCUED] = g_signal_new ("rescued", TL_TYPE_RESCUE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-rescue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, choose);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, failed);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, report);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, sentences);
  gtk_widget_class_bind_template_child (widget_class, TlRescueDialog, open);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_rescue_dialog_init (TlRescueDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_rescue_dialog_new:
 * @damaged: a document's file that is damaged
 * @name: what to call it
 *
 * Returns: (transfer full): a window that rescues it once somebody has said where to
 */
GtkWidget *
tl_rescue_dialog_new (GFile      *damaged,
                      const char *name)
{
  TlRescueDialog *self;

  g_return_val_if_fail (G_IS_FILE (damaged), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (TL_TYPE_RESCUE_DIALOG, NULL);
  self->damaged = g_object_ref (damaged);
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_grab_focus (self->choose);
  return GTK_WIDGET (self);
}

/**
 * tl_rescue_dialog_check_target:
 * @self: a window
 * @target: where somebody wants the rescued document
 * @error: return location for a #TlStoreError
 *
 * What is rescued is read from the damaged file, which must not go to the trash to make room for it.
 *
 * Returns: whether the rescued document can go to @target
 */
gboolean
tl_rescue_dialog_check_target (TlRescueDialog  *self,
                               GFile           *target,
                               GError         **error)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_RESCUE_DIALOG (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (!g_file_equal (target, self->damaged))
    return TRUE;

  base = g_file_get_basename (target);
  name = g_filename_display_name (base);
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_OPEN,
               _("“%s” is the file that is being rescued. Choose another name."), name);
  return FALSE;
}

/**
 * tl_rescue_dialog_run:
 * @self: a window that is not at it already
 * @target: a file that does not exist
 *
 * Begins to rescue, and shows what came of it.
 */
void
tl_rescue_dialog_run (TlRescueDialog *self,
                      GFile          *target)
{
  g_autoptr (GTask) task = NULL;
  GFile **places;

  g_return_if_fail (TL_IS_RESCUE_DIALOG (self));
  g_return_if_fail (G_IS_FILE (target));

  g_set_object (&self->target, target);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  places = g_new0 (GFile *, 2);
  places[0] = g_object_ref (self->damaged);
  places[1] = g_object_ref (target);

  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_stack_set_visible_child_name (self->pages, "busy");
  task = g_task_new (self, self->cancellable, rescued_cb, NULL);
  g_task_set_source_tag (task, tl_rescue_dialog_run);
  g_task_set_task_data (task, places, places_free);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, run_in_thread);
}
