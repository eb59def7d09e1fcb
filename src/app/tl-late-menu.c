/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of a button, made when somebody opens it.
 *
 * A button that is given its menu at once makes a widget or five for each line of it, and makes them anew whenever
 * the menu changes, as the names of what can be undone do with each edit.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-late-menu.h"

static void
popup_cb (GtkMenuButton *button,
          gpointer       user_data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, user_data);
}

/**
 * tl_late_menu_set:
 * @button: a button without a menu
 * @menu: what it is to open
 */
void
tl_late_menu_set (GtkMenuButton *button,
                  GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, popup_cb, g_object_ref (menu), g_object_unref);
}
