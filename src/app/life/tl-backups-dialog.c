/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The backups of a document, by date, with what each holds.
 *
 * The dialog only lets somebody choose: the window restores, because it has the document and shows the toast that
 * undoes it; and opening a backup as a copy works for a document that cannot be opened, too.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-backups-dialog.h"

#include <glib/gi18n-lib.h>

struct _TlBackupsDialog
{
  AdwWindow parent_instance;

  gboolean        can_restore;

  AdwWindowTitle *title;
  GtkStack       *pages;
  GtkLabel       *note;
  GtkListBox     *list;
};

enum
{
  RESTORE,
  OPEN_COPY,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TlBackupsDialog, tl_backups_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static TlBackup *
get_backup (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "tl-backup");
}

/* Whoever listens may want to show something in place of the dialog. */
static void
choose (TlBackupsDialog *self,
        GtkWidget       *button,
        guint            signal)
{
  g_autoptr (TlBackup) backup = g_object_ref (get_backup (button));
  g_autoptr (TlBackupsDialog) alive = g_object_ref (self);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (alive, signals[signal], 0, backup);
}

static void
restore_cb (TlBackupsDialog *self,
            GtkWidget       *button)
{
  g_assert (TL_IS_BACKUPS_DIALOG (self));

  choose (self, button, RESTORE);
}

static void
open_copy_cb (TlBackupsDialog *self,
              GtkWidget       *button)
{
  g_assert (TL_IS_BACKUPS_DIALOG (self));

  choose (self, button, OPEN_COPY);
}

static GtkWidget *
create_button (TlBackupsDialog *self,
               TlBackup        *backup,
               const char      *label,
               const char      *when,
               GCallback        clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *description = g_strdup_printf ("%s: %s", label, when);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_object_set_data_full (G_OBJECT (button), "tl-backup", g_object_ref (backup), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* "297 goals, 129 people, 1.2 MB" */
static char *
describe_content (TlBackup *backup)
{
  guint n_goals = tl_backup_get_n_goals (backup);
  guint n_people = tl_backup_get_n_people (backup);
  g_autofree char *goals = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal", "%u goals", n_goals), n_goals);
  g_autofree char *people =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n_people), n_people);
  g_autofree char *size = g_format_size (tl_backup_get_size (backup));
  g_autofree char *reason = tl_backup_dup_reason_label (backup);

  /* Translators: why a backup was made, how many goals and people are in it, and its size */
  return g_strdup_printf (_("%s · %s, %s, %s"), reason, goals, people, size);
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TlBackupsDialog *self = user_data;
  TlBackup *backup = item;
  /* Translators: the day and time of a backup */
  g_autofree char *when = tl_backup_format_date (backup, _("%A, %-d %B %Y, %H:%M"));
  g_autofree char *content = describe_content (backup);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), content);
  if (self->can_restore)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               create_button (self, backup, _("Restore"), when, G_CALLBACK (restore_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             create_button (self, backup, _("Open as a Copy…"), when, G_CALLBACK (open_copy_cb)));
  return row;
}

static void
tl_backups_dialog_class_init (TlBackupsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * TlBackupsDialog::restore:
   * @self: the dialog
   * @backup: a #TlBackup
   *
   * Somebody wants the document to hold what @backup holds.  The dialog has closed.
   */
  signals[RESTORE] = g_signal_new ("restore", TL_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, TL_TYPE_BACKUP);

  /**
   * TlBackupsDialog::open-copy:
   * @self: the dialog
   * @backup: a #TlBackup
   *
   * Somebody wants a new document of what @backup holds.  The dialog has closed.
   */
  signals[OPEN_COPY] = g_signal_new ("open-copy", TL_TYPE_BACKUPS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, TL_TYPE_BACKUP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-backups-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlBackupsDialog, title);
  gtk_widget_class_bind_template_child (widget_class, TlBackupsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, TlBackupsDialog, note);
  gtk_widget_class_bind_template_child (widget_class, TlBackupsDialog, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_backups_dialog_init (TlBackupsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_backups_dialog_new:
 * @name: what to call the document
 * @backups: (element-type TlBackup): its backups, the newest first
 * @can_restore: whether the document is open and can be changed
 *
 * Returns: (transfer full): a window to choose one of @backups in
 */
GtkWidget *
tl_backups_dialog_new (const char *name,
                       GListModel *backups,
                       gboolean    can_restore)
{
  TlBackupsDialog *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (G_IS_LIST_MODEL (backups), NULL);

  self = g_object_new (TL_TYPE_BACKUPS_DIALOG, NULL);
  self->can_restore = can_restore;
  adw_window_title_set_subtitle (self->title, name);
  gtk_label_set_label (self->note, can_restore
                                     ? _("Restoring can be undone like any other change.")
                                     : _("A backup opens as a new document; the file itself is left as it is."));
  gtk_list_box_bind_model (self->list, backups, create_row, self, NULL);
  gtk_stack_set_visible_child_name (self->pages, g_list_model_get_n_items (backups) > 0 ? "list" : "empty");
  return GTK_WIDGET (self);
}
