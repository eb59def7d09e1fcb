/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a drop-down of GTK lacks: a name where the focus is. */

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
