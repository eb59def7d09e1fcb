/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a file that could not be opened: what is the matter with it, and the ways on from there. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-failure-page.h"

#include <adwaita.h>

struct _TlFailurePage
{
  GtkWidget parent_instance;

  AdwStatusPage *page;
  GtkBox        *ways;
};

G_DEFINE_FINAL_TYPE (TlFailurePage, tl_failure_page, GTK_TYPE_WIDGET)

static void
clear_ways (TlFailurePage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->ways))) != NULL)
    gtk_box_remove (self->ways, child);
}

static void
add_way (TlFailurePage  *self,
         const TlWayOut *way)
{
  GtkWidget *button = gtk_button_new_with_label (way->label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), way->action);
  gtk_widget_add_css_class (button, "pill");
  if (gtk_widget_get_first_child (GTK_WIDGET (self->ways)) == NULL)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (self->ways, button);
}

static void
tl_failure_page_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_failure_page_parent_class)->dispose (object);
}

static void
tl_failure_page_class_init (TlFailurePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_failure_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-failure-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlFailurePage, page);
  gtk_widget_class_bind_template_child (widget_class, TlFailurePage, ways);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_failure_page_init (TlFailurePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_failure_page_show:
 * @self: a page
 * @trouble: what is the matter, and what helps
 *
 * Says it, with a button for each way out; the first is what most people want.
 */
void
tl_failure_page_show (TlFailurePage   *self,
                      const TlTrouble *trouble)
{
  g_autofree char *description = NULL;

  g_return_if_fail (TL_IS_FAILURE_PAGE (self));
  g_return_if_fail (trouble != NULL);

  description = g_markup_escape_text (trouble->sentence, -1);
  adw_status_page_set_title (self->page, trouble->heading);
  adw_status_page_set_description (self->page, description);
  clear_ways (self);
  for (guint i = 0; i < TL_TROUBLE_N_WAYS && trouble->ways[i].label != NULL; i++)
    add_way (self, &trouble->ways[i]);
}
