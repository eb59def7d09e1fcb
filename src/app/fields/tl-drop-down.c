/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a drop-down of GTK lacks: a name where the focus is, and a width that does not follow what is chosen. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-drop-down.h"

/**
 * tl_drop_down_set_name:
 * @self: a drop-down
 * @name: what is chosen with it
 *
 * Names it for assistive technology.  The focus goes to the button within, which GTK leaves without a name, whatever
 * the drop-down itself is called or labelled by.
 */
void
tl_drop_down_set_name (GtkDropDown *self,
                       const char  *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (self));
  g_return_if_fail (name != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/**
 * tl_drop_down_ellipsize:
 * @self: a drop-down of strings
 *
 * Lets what is chosen be cut where there is no room for it, so that a pane with the drop-down does not become wider with
 * what is chosen.  What there is to choose from is still seen whole.
 */
void
tl_drop_down_ellipsize (GtkDropDown *self)
{
  g_autoptr (GtkListItemFactory) factory = NULL;

  g_return_if_fail (GTK_IS_DROP_DOWN (self));

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  /* What GTK itself draws the lines with has the mark at the one that is chosen. */
  gtk_drop_down_set_list_factory (self, gtk_drop_down_get_factory (self));
  gtk_drop_down_set_factory (self, factory);
}
