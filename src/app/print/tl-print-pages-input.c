/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a document under the keyboard and the wheel. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-pages-private.h"

static gboolean
arrow_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  int x, y;

  g_variant_get (args, "(ii)", &x, &y);
  tl_print_pages_scroll_by (TL_PRINT_PAGES (widget), x * TL_PRINT_PAGES_LINE, y * TL_PRINT_PAGES_LINE);
  return TRUE;
}

static gboolean
read_on_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  tl_print_pages_read_on (TL_PRINT_PAGES (widget), g_variant_get_int32 (args));
  return TRUE;
}

/* The wheel zooms with Ctrl; without, it belongs to the scrolled window around. */
static gboolean
wheel_cb (TlPrintPages             *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  g_assert (TL_IS_PRINT_PAGES (self));

  if ((state & GDK_CONTROL_MASK) == 0 || dy == 0)
    return FALSE;

  tl_print_pages_set_zoom (self, tl_print_column_step_zoom (tl_print_pages_get_column (self), dy < 0 ? 1 : -1));
  return TRUE;
}

/* Binds the keys that move the pages. */
void
tl_print_pages_class_add_input (GtkWidgetClass *widget_class)
{
  static const struct { guint keyval; GdkModifierType modifiers; int direction; } reading[] = {
    { GDK_KEY_Page_Down, 0, 1 }, { GDK_KEY_KP_Page_Down, 0, 1 }, { GDK_KEY_space, 0, 1 },
    { GDK_KEY_Page_Up, 0, -1 }, { GDK_KEY_KP_Page_Up, 0, -1 }, { GDK_KEY_space, GDK_SHIFT_MASK, -1 },
  };
  static const struct { guint keyval; int x; int y; } arrows[] = {
    { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 }, { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 },
    { GDK_KEY_KP_Up, 0, -1 }, { GDK_KEY_KP_Down, 0, 1 }, { GDK_KEY_KP_Left, -1, 0 }, { GDK_KEY_KP_Right, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reading); i++)
    gtk_widget_class_add_binding (widget_class, reading[i].keyval, reading[i].modifiers, read_on_cb, "i",
                                  reading[i].direction);
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i].keyval, 0, arrow_cb, "(ii)", arrows[i].x, arrows[i].y);

  /* The platform's overlay of toasts would take the key for a toast, as long as one is there. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* Gives new pages their wheel; it belongs to them and ends with them. */
void
tl_print_pages_init_input (TlPrintPages *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);

  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
}
