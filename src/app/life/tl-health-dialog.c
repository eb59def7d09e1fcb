/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the document is: what is in its file, and whether all of it is sound.
 *
 * The check reads the whole file over a connection of its own, so one goes on working meanwhile.  What it finds is
 * said in sentences; nothing is repaired behind anybody's back.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-health-dialog.h"

#include <glib/gi18n-lib.h>

#include "tl-backups.h"
#include "tl-reading.h"
#include "tl-store.h"
#include "tl-trouble.h"

/* More sentences than this say no more than that it is damaged. */
#define N_PROBLEMS_MAX 50

struct _TlHealthDialog
{
  AdwWindow parent_instance;

  TlDocument   *document;
  GCancellable *cancellable;

  AdwActionRow *verdict;
  GtkStack     *sign;
  GtkSpinner   *spinner;
  GtkImage     *icon;
  GtkWidget    *problems_group;
  GtkListBox   *problems;
  AdwPreferencesGroup *facts;
};

G_DEFINE_FINAL_TYPE (TlHealthDialog, tl_health_dialog, ADW_TYPE_WINDOW)

static GtkWidget *
add_fact (TlHealthDialog *self,
          const char     *title,
          const char     *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->facts, row);
  return row;
}

static void
add_count (TlHealthDialog *self,
           const char     *title,
           GType           type)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), type);
  g_autofree char *value = g_strdup_printf ("%u", g_list_model_get_n_items (list));

  add_fact (self, title, value);
}

static void
add_size (TlHealthDialog *self,
          GFile          *file)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autofree char *size = info != NULL ? g_format_size (g_file_info_get_size (info)) : NULL;

  add_fact (self, _("Size"), size != NULL ? size : _("Not there"));
}

/* The day beside it is that of the last backup there is; a newer one was tried. */
static void
show_failed_backup (AdwActionRow *row,
                    const GError *error)
{
  g_autoptr (TlTrouble) trouble = tl_trouble_of_health (0, error);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (row, 0);
  adw_action_row_set_subtitle (row, trouble->sentence);
  adw_action_row_add_prefix (row, gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
}

static void
add_last_backup (TlHealthDialog *self)
{
  const char *id = tl_document_get_id (self->document);
  const GError *error = tl_document_get_backup_error (self->document);
  g_autoptr (GListModel) backups = id != NULL ? tl_backups_list (id) : NULL;
  g_autoptr (TlBackup) last = backups != NULL ? g_list_model_get_item (backups, 0) : NULL;
  g_autofree char *when = NULL;
  GtkWidget *row;

  if (last != NULL)
    /* Translators: the day and time of a backup */
    when = tl_backup_format_date (last, _("%-d %B %Y, %H:%M"));

  row = add_fact (self, _("Last Backup"), when != NULL ? when : _("None yet"));
  if (error != NULL)
    show_failed_backup (ADW_ACTION_ROW (row), error);
}

static void
fill_facts (TlHealthDialog *self)
{
  GFile *file = tl_document_get_file (self->document);
  g_autofree char *path = g_file_get_parse_name (file);
  g_autofree char *format = g_strdup_printf ("%d", tl_store_get_newest_format ());

  add_fact (self, _("Place"), path);
  add_size (self, file);
  add_fact (self, _("Format"), format);
  add_count (self, _("Goals"), TL_TYPE_GOAL);
  add_count (self, _("People"), TL_TYPE_PERSON);
  add_count (self, _("Readings"), TL_TYPE_READING);
  add_last_backup (self);
}

static void
add_problem (TlHealthDialog *self,
             const char     *text)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->problems, row);
}

static void
clear_problems (TlHealthDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->problems, 0)) != NULL)
    gtk_list_box_remove (self->problems, GTK_WIDGET (row));
}

static void
say (TlHealthDialog *self,
     const char     *title,
     const char     *subtitle,
     const char     *icon_name)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->verdict), title);
  adw_action_row_set_subtitle (self->verdict, subtitle);
  gtk_stack_set_visible_child_name (self->sign, icon_name != NULL ? "icon" : "busy");
  gtk_spinner_set_spinning (self->spinner, icon_name == NULL);
  if (icon_name != NULL)
    gtk_image_set_from_icon_name (self->icon, icon_name);
}

static void
show_problems (TlHealthDialog *self,
               GPtrArray      *problems)
{
  g_autofree char *title = NULL;

  /* Translators: the result of a check of the file */
  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u Problem", "%u Problems", problems->len), problems->len);
  say (self, title, _("Your document was left as it is."), "dialog-warning-symbolic");
  for (guint i = 0; i < MIN (problems->len, N_PROBLEMS_MAX); i++)
    add_problem (self, g_ptr_array_index (problems, i));
  if (problems->len > N_PROBLEMS_MAX)
    {
      guint rest = problems->len - N_PROBLEMS_MAX;
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", rest), rest);

      add_problem (self, more);
    }
  gtk_widget_set_visible (self->problems_group, TRUE);
}

static void
show_soundness (TlHealthDialog *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: a time of day, such as 14:05 */
  g_autofree char *time = g_date_time_format (now, _("%H:%M"));
  g_autofree char *subtitle = g_strdup_printf (_("All of the file was read at %s."), time);

  say (self, _("Nothing Is Wrong"), subtitle, "object-select-symbolic");
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TlHealthDialog) self = user_data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  problems = tl_document_check_finish (TL_DOCUMENT (source), result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "health.check", TRUE);
  if (problems == NULL)
    say (self, _("It Could Not Be Checked"), error->message, "dialog-warning-symbolic");
  else if (problems->len > 0)
    show_problems (self, problems);
  else
    show_soundness (self);
}

static void
check_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  tl_health_dialog_check (TL_HEALTH_DIALOG (widget));
}

/* The window around has the action; this one would be in its way. */
static void
hand_over (TlHealthDialog *self,
           const char     *action)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent == NULL)
    return;

  gtk_window_close (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (parent), action, NULL);
}

static void
save_copy_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  hand_over (TL_HEALTH_DIALOG (widget), "win.save-copy");
}

static void
rescue_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  hand_over (TL_HEALTH_DIALOG (widget), "win.rescue");
}

static void
tl_health_dialog_dispose (GObject *object)
{
  TlHealthDialog *self = TL_HEALTH_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_health_dialog_parent_class)->dispose (object);
}

static void
tl_health_dialog_finalize (GObject *object)
{
  TlHealthDialog *self = TL_HEALTH_DIALOG (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (tl_health_dialog_parent_class)->finalize (object);
}

static void
tl_health_dialog_class_init (TlHealthDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_health_dialog_dispose;
  object_class->finalize = tl_health_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-health-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, verdict);
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, sign);
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, problems_group);
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, TlHealthDialog, facts);
  gtk_widget_class_install_action (widget_class, "health.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "health.save-copy", NULL, save_copy_cb);
  gtk_widget_class_install_action (widget_class, "health.rescue", NULL, rescue_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_health_dialog_init (TlHealthDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->verdict), FALSE);
  self->cancellable = g_cancellable_new ();
}

/**
 * tl_health_dialog_new:
 * @document: an open document
 *
 * Returns: (transfer full): a window that begins to check @document
 */
GtkWidget *
tl_health_dialog_new (TlDocument *document)
{
  TlHealthDialog *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  self = g_object_new (TL_TYPE_HEALTH_DIALOG, NULL);
  self->document = g_object_ref (document);
  fill_facts (self);
  tl_health_dialog_check (self);
  return GTK_WIDGET (self);
}

/**
 * tl_health_dialog_check:
 * @self: a window
 *
 * Checks the whole file once more.
 */
void
tl_health_dialog_check (TlHealthDialog *self)
{
  g_return_if_fail (TL_IS_HEALTH_DIALOG (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "health.check", FALSE);
  gtk_widget_set_visible (self->problems_group, FALSE);
  clear_problems (self);
  say (self, _("Checking…"), _("All of the file is read."), NULL);
  tl_document_check_async (self->document, self->cancellable, checked_cb, g_object_ref (self));
}
