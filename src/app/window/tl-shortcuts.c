/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows which keys do what.
 *
 * The platform makes such a window with each window of the program if it finds its description by itself; that is some
 * 700 widgets for a window that few ever open, so it is made when somebody asks for it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-shortcuts.h"

#include <string.h>

/* The platform's names of keys have an underscore where they are not translated. */
static void
clear_underscores (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    {
      g_autofree char *name = g_strdup (gtk_label_get_label (GTK_LABEL (widget)));

      if (strlen (name) > 1)
        gtk_label_set_label (GTK_LABEL (widget), g_strdelimit (name, "_", ' '));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    clear_underscores (child);
}

/**
 * tl_shortcuts_show:
 * @parent: the window it was asked for in
 */
void
tl_shortcuts_show (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  builder = gtk_builder_new_from_resource ("/io/github/throughline/Throughline/ui/help-overlay.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));
  clear_underscores (GTK_WIDGET (window));
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}
