/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tooltips of buttons that open something.
 *
 * GTK goes on showing such a tooltip over what the button has opened, where it covers what is read.  This is mended once
 * for all of them, in how their class answers; turning tooltips off and on at each button, by each of its popovers, would
 * be forgotten at the next one.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-menu-tooltip.h"

static gboolean
query_tooltip_cb (GtkWidget  *widget,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));
  gboolean is_told = FALSE;

  if (popover == NULL || !gtk_widget_get_visible (GTK_WIDGET (popover)))
    g_signal_chain_from_overridden_handler (widget, x, y, by_keyboard, tooltip, &is_told);

  return is_told;
}

/**
 * tl_menu_tooltip_init:
 *
 * Lets no menu button of the program show its tooltip while what it opens is open.  To be called once, when GTK is
 * initialised.
 */
void
tl_menu_tooltip_init (void)
{
  /* The signals of a class are known once there is the class. */
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_MENU_BUTTON);

  g_signal_override_class_handler ("query-tooltip", GTK_TYPE_MENU_BUTTON, G_CALLBACK (query_tooltip_cb));
}
