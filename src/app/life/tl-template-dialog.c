/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a new document can begin with: nothing, or the goals of an organisation of some kind. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-template-dialog.h"

#include <glib/gi18n-lib.h>

struct _TlTemplateDialog
{
  AdwWindow parent_instance;

  GListModel *templates;

  GtkListBox *list;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TlTemplateDialog, tl_template_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static void
add_row (TlTemplateDialog *self,
         const char       *name,
         const char       *description)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
}

/* The rows are the empty document, and then the templates in their order. */
static void
row_activated_cb (TlTemplateDialog *self,
                  GtkListBoxRow    *row)
{
  int index = gtk_list_box_row_get_index (row);
  g_autoptr (TlTemplate) template = index > 0 ? g_list_model_get_item (self->templates, index - 1) : NULL;
  g_autoptr (TlTemplateDialog) alive = g_object_ref (self);

  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (alive, signals[CHOSEN], 0, template);
}

static void
tl_template_dialog_dispose (GObject *object)
{
  TlTemplateDialog *self = TL_TEMPLATE_DIALOG (object);

  g_clear_object (&self->templates);

  G_OBJECT_CLASS (tl_template_dialog_parent_class)->dispose (object);
}

static void
tl_template_dialog_class_init (TlTemplateDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_template_dialog_dispose;

  /**
   * TlTemplateDialog::chosen:
   * @self: the dialog
   * @template: (nullable): a #TlTemplate; %NULL for an empty document
   *
   * Somebody has chosen what to begin with.  The dialog has closed.
   */
  signals[CHOSEN] = g_signal_new ("chosen", TL_TYPE_TEMPLATE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, TL_TYPE_TEMPLATE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-template-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlTemplateDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tl_template_dialog_init (TlTemplateDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_template_dialog_new:
 * @templates: (element-type TlTemplate): what there is besides the empty document
 *
 * Returns: (transfer full): a window to choose in
 */
GtkWidget *
tl_template_dialog_new (GListModel *templates)
{
  TlTemplateDialog *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (templates), NULL);

  self = g_object_new (TL_TYPE_TEMPLATE_DIALOG, NULL);
  self->templates = g_object_ref (templates);
  add_row (self, _("Empty Document"), _("Only the name of your organisation"));
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (TlTemplate) template = g_list_model_get_item (templates, i);

      add_row (self, tl_template_get_name (template), tl_template_get_description (template));
    }

  return GTK_WIDGET (self);
}
