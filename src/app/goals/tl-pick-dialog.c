/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A dialog in which some of many are ticked: the people a goal is to be cascaded to, the goals to be carried over. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-pick-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>


/* One that can be ticked */
#define TL_TYPE_PICK (tl_pick_get_type ())

G_DECLARE_FINAL_TYPE (TlPick, tl_pick, TL, PICK, GObject)

struct _TlPick
{
  GObject   parent_instance;

  TlEntity *entity;
  char     *title;
  char     *subtitle;
  gboolean  is_picked;
};

struct _TlPickDialog
{
  AdwWindow parent_instance;

  GListStore         *picks;
  GtkFilterListModel *found;
  GtkCustomFilter    *filter;
  char               *sought;

  GtkLabel           *explanation;
  GtkSearchEntry     *search;
  GtkListView        *list;
  GtkLabel           *count;
  GtkButton          *button;
};

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlPick, tl_pick, G_TYPE_OBJECT)

G_DEFINE_FINAL_TYPE (TlPickDialog, tl_pick_dialog, ADW_TYPE_WINDOW)

static void
tl_pick_finalize (GObject *object)
{
  TlPick *self = TL_PICK (object);

  g_object_unref (self->entity);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (tl_pick_parent_class)->finalize (object);
}

static void
tl_pick_class_init (TlPickClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_pick_finalize;
}

static void
tl_pick_init (TlPick *self)
{
}

static GPtrArray *
dup_picked (TlPickDialog *self)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->picks)); i++)
    {
      g_autoptr (TlPick) pick = g_list_model_get_item (G_LIST_MODEL (self->picks), i);

      if (pick->is_picked)
        g_ptr_array_add (picked, g_object_ref (pick->entity));
    }

  return picked;
}

static void
update_count (TlPickDialog *self)
{
  g_autoptr (GPtrArray) picked = dup_picked (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%'u ticked", "%'u ticked", picked->len), picked->len);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), picked->len > 0);
}

static gboolean
is_found (gpointer item,
          gpointer user_data)
{
  TlPickDialog *self = user_data;
  TlPick *pick = item;
  g_autofree char *title = NULL;

  if (self->sought == NULL || *self->sought == '\0')
    return TRUE;

  title = g_utf8_casefold (pick->title, -1);
  return strstr (title, self->sought) != NULL;
}

static void
search_changed_cb (TlPickDialog *self)
{
  g_assert (TL_IS_PICK_DIALOG (self));

  g_free (self->sought);
  self->sought = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
toggled_cb (TlPickDialog   *self,
            GtkCheckButton *check)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (check), "item");
  TlPick *pick = gtk_list_item_get_item (item);

  if (pick == NULL || pick->is_picked == gtk_check_button_get_active (check))
    return;

  pick->is_picked = gtk_check_button_get_active (check);
  update_count (self);
}

static void
setup_cb (TlPickDialog *self,
          GtkListItem  *item)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  g_object_set_data (G_OBJECT (check), "item", item);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, check);
  gtk_list_item_set_activatable (item, TRUE);
}

static void
bind_cb (TlPickDialog *self,
         GtkListItem  *item)
{
  GtkCheckButton *check = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));
  TlPick *pick = gtk_list_item_get_item (item);
  g_autofree char *title = g_markup_escape_text (pick->title, -1);
  g_autofree char *subtitle = g_markup_escape_text (pick->subtitle, -1);
  g_autofree char *markup =
    g_strdup_printf ("%s  <span alpha=\"60%%\" size=\"smaller\">%s</span>", title, subtitle);

  gtk_label_set_markup (GTK_LABEL (gtk_check_button_get_child (check)), markup);
  gtk_check_button_set_active (check, pick->is_picked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, pick->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, pick->subtitle, -1);
}

/* Enter, or a double click, ticks the row. */
static void
activate_cb (TlPickDialog *self,
             guint         position)
{
  g_autoptr (TlPick) pick = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  g_assert (TL_IS_PICK_DIALOG (self));

  pick->is_picked = !pick->is_picked;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  g_list_model_items_changed (G_LIST_MODEL (self->found), position, 1, 1);
  update_count (self);
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_autoptr (TlPickDialog) self = g_object_ref (TL_PICK_DIALOG (widget));
  g_autoptr (GPtrArray) picked = dup_picked (self);

  if (picked->len == 0)
    return;

  g_signal_emit (self, signals[PICKED], 0, picked);
  gtk_window_close (GTK_WINDOW (self));
}

static void
tl_pick_dialog_dispose (GObject *object)
{
  TlPickDialog *self = TL_PICK_DIALOG (object);

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  self->list = NULL;
  g_clear_object (&self->found);
  g_clear_object (&self->picks);
  g_clear_pointer (&self->sought, g_free);

  G_OBJECT_CLASS (tl_pick_dialog_parent_class)->dispose (object);
}

static void
tl_pick_dialog_class_init (TlPickDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_pick_dialog_dispose;

  /**
   * TlPickDialog::picked:
   * @self: the dialog
   * @entities: (element-type TlEntity): what is ticked, at least one
   *
   * Somebody has agreed; the dialog closes itself afterwards.
   */
  signals[PICKED] = g_signal_new ("picked", TL_TYPE_PICK_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_install_action (widget_class, "pick.accept", NULL, accept_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "pick.accept", NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-pick-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TlPickDialog, explanation);
  gtk_widget_class_bind_template_child (widget_class, TlPickDialog, search);
  gtk_widget_class_bind_template_child (widget_class, TlPickDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TlPickDialog, count);
  gtk_widget_class_bind_template_child (widget_class, TlPickDialog, button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
tl_pick_dialog_init (TlPickDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->picks = g_list_store_new (TL_TYPE_PICK);
  self->filter = gtk_custom_filter_new (is_found, self, NULL);
  self->found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->picks)), GTK_FILTER (self->filter));
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found)));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (factory);
  g_object_unref (selection);
  update_count (self);
}

/**
 * tl_pick_dialog_new:
 * @parent: the window it is about
 * @title: what it is called
 * @explanation: what happens to those that are ticked, in a sentence
 * @button: what the button says that does it
 *
 * Returns: (transfer none): a dialog without anything to tick; it destroys itself when it is closed
 */
GtkWidget *
tl_pick_dialog_new (GtkWindow  *parent,
                    const char *title,
                    const char *explanation,
                    const char *button)
{
  TlPickDialog *self;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (TL_TYPE_PICK_DIALOG, "transient-for", parent, "title", title, NULL);
  gtk_label_set_label (self->explanation, explanation);
  gtk_button_set_label (self->button, button);
  return GTK_WIDGET (self);
}

/**
 * tl_pick_dialog_add:
 * @self: a dialog
 * @entity: one that can be ticked
 * @subtitle: what to say of it
 * @is_picked: whether it is ticked to begin with
 */
void
tl_pick_dialog_add (TlPickDialog *self,
                    TlEntity     *entity,
                    const char   *subtitle,
                    gboolean      is_picked)
{
  g_autoptr (TlPick) pick = NULL;

  g_return_if_fail (TL_IS_PICK_DIALOG (self));
  g_return_if_fail (TL_IS_ENTITY (entity));

  pick = g_object_new (TL_TYPE_PICK, NULL);
  pick->entity = g_object_ref (entity);
  pick->title = tl_entity_dup_display_name (entity);
  pick->subtitle = g_strdup (subtitle);
  pick->is_picked = is_picked;
  g_list_store_append (self->picks, pick);
  update_count (self);
}
