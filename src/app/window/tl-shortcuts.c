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

/* How wide what a key does may become before it is broken: two columns of it have to fit the smallest screen, in any
 * language. */
#define MOST_CHARS 26

/* The platform's names of keys have an underscore where they are not translated. */
static void
clear_underscores (GtkLabel *keycap)
{
  g_autofree char *name = g_strdup (gtk_label_get_label (keycap));

  if (strlen (name) > 1)
    gtk_label_set_label (keycap, g_strdelimit (name, "_", ' '));
}

/* Makes the labels readable that the platform made, and narrow enough. */
static void
mend_labels (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "keycap"))
    clear_underscores (GTK_LABEL (widget));
  else if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_SHORTCUTS_SHORTCUT) != NULL)
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (widget), MOST_CHARS);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    mend_labels (child);
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
  mend_labels (GTK_WIDGET (window));
  gtk_window_set_transient_for (window, parent);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}
