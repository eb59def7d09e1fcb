/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All goals as an outline that can be edited. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-goals-view.h"

struct _TlGoalsView
{
  GtkWidget parent_instance;

  TlDocument  *document;
  TlInsight   *insight;
  TlNavigator *navigator;
};

G_DEFINE_FINAL_TYPE (TlGoalsView, tl_goals_view, GTK_TYPE_WIDGET)

static void
tl_goals_view_dispose (GObject *object)
{
  TlGoalsView *self = TL_GOALS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->document);
  g_clear_object (&self->insight);
  g_clear_object (&self->navigator);

  G_OBJECT_CLASS (tl_goals_view_parent_class)->dispose (object);
}

static void
tl_goals_view_class_init (TlGoalsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_goals_view_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_goals_view_init (TlGoalsView *self)
{
}

/**
 * tl_goals_view_set_source:
 * @self: a view without a source
 * @document: what is edited
 * @insight: what is known of its model
 * @navigator: what the window is about
 *
 * Shows the goals of @document.
 */
void
tl_goals_view_set_source (TlGoalsView *self,
                              TlDocument  *document,
                              TlInsight   *insight,
                              TlNavigator *navigator)
{
  g_return_if_fail (TL_IS_GOALS_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
  self->navigator = g_object_ref (navigator);
}
