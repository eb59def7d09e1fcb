/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The first page, for someone who has nothing yet, and for someone who comes back. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-welcome-page.h"

#include <glib/gi18n-lib.h>

#include "tl-late-menu.h"

struct _TlWelcomePage
{
  GtkWidget parent_instance;

  TlRecentDocuments *recent;

  GtkMenuButton     *menu_button;
  GMenuModel        *menu;
  GtkWidget         *recent_part;
  GtkListBox        *recent_box;
};

G_DEFINE_FINAL_TYPE (TlWelcomePage, tl_welcome_page, GTK_TYPE_WIDGET)

static GtkWidget *
create_line (const char *text,
             const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, style);
    }
  return label;
}

static GtkWidget *
create_open_button (TlRecentDocument *document,
                    const char       *uri)
{
  gboolean is_missing = tl_recent_document_get_missing (document);
  const char *folder = tl_recent_document_get_folder (document);
  g_autofree char *where = is_missing ? g_strdup_printf (_("No longer in %s"), folder) : g_strdup (folder);
  g_autofree char *name = g_strdup_printf ("%s, %s", tl_recent_document_get_title (document), where);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (lines), create_line (tl_recent_document_get_title (document), NULL));
  gtk_box_append (GTK_BOX (lines), create_line (where, is_missing ? "warning" : "dim-label"));
  gtk_button_set_child (GTK_BUTTON (button), lines);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_sensitive (button, !is_missing);
  gtk_widget_add_css_class (button, "entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  if (!is_missing)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.open-file");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
create_forget_button (TlRecentDocument *document,
                      const char       *uri)
{
  g_autofree char *name = g_strdup_printf (_("Remove “%s” from This List"), tl_recent_document_get_title (document));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Remove from This List"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.forget");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  TlRecentDocument *document = item;
  g_autofree char *uri = g_file_get_uri (tl_recent_document_get_file (document));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row;

  gtk_box_append (GTK_BOX (line), create_open_button (document, uri));
  gtk_box_append (GTK_BOX (line), create_forget_button (document, uri));
  row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "child", line, "activatable", FALSE, "focusable", FALSE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tl_recent_document_get_title (document), -1);
  return row;
}

static void
recent_changed_cb (TlWelcomePage *self)
{
  g_assert (TL_IS_WELCOME_PAGE (self));

  gtk_widget_set_visible (self->recent_part, g_list_model_get_n_items (G_LIST_MODEL (self->recent)) > 0);
}

/* A file that was missing may be back. */
static void
tl_welcome_page_map (GtkWidget *widget)
{
  TlWelcomePage *self = TL_WELCOME_PAGE (widget);

  if (self->recent != NULL)
    tl_recent_documents_refresh (self->recent);

  GTK_WIDGET_CLASS (tl_welcome_page_parent_class)->map (widget);
}

static void
tl_welcome_page_dispose (GObject *object)
{
  TlWelcomePage *self = TL_WELCOME_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->recent);

  G_OBJECT_CLASS (tl_welcome_page_parent_class)->dispose (object);
}

static void
tl_welcome_page_class_init (TlWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_welcome_page_dispose;
  widget_class->map = tl_welcome_page_map;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, menu);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, recent_part);
  gtk_widget_class_bind_template_child (widget_class, TlWelcomePage, recent_box);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_welcome_page_init (TlWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  tl_late_menu_set (self->menu_button, self->menu);
}

/**
 * tl_welcome_page_set_recent:
 * @self: the page
 * @recent: the documents opened lately
 */
void
tl_welcome_page_set_recent (TlWelcomePage     *self,
                            TlRecentDocuments *recent)
{
  g_return_if_fail (TL_IS_WELCOME_PAGE (self));
  g_return_if_fail (TL_IS_RECENT_DOCUMENTS (recent));
  g_return_if_fail (self->recent == NULL);

  self->recent = g_object_ref (recent);
  gtk_list_box_bind_model (self->recent_box, G_LIST_MODEL (recent), create_row, self, NULL);
  g_signal_connect_object (recent, "items-changed", G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}
