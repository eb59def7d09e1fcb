/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Moving about in the pages of the preview: how large they are, and which is looked at; and the keys of the window. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-preview-private.h"

static void
zoom_in_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlPrintPages *pages = TL_PRINT_PREVIEW (widget)->pages;

  tl_print_pages_set_zoom (pages, tl_print_column_step_zoom (tl_print_pages_get_column (pages), 1));
}

static void
zoom_out_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlPrintPages *pages = TL_PRINT_PREVIEW (widget)->pages;

  tl_print_pages_set_zoom (pages, tl_print_column_step_zoom (tl_print_pages_get_column (pages), -1));
}

static void
zoom_natural_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tl_print_pages_set_zoom (TL_PRINT_PREVIEW (widget)->pages, TL_PRINT_NATURAL);
}

static void
previous_page_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TlPrintPages *pages = TL_PRINT_PREVIEW (widget)->pages;
  guint page = tl_print_pages_get_page (pages);

  tl_print_pages_go_to (pages, page > 0 ? page - 1 : 0);
}

static void
next_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlPrintPages *pages = TL_PRINT_PREVIEW (widget)->pages;

  tl_print_pages_go_to (pages, tl_print_pages_get_page (pages) + 1);
}

static void
first_page_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tl_print_pages_go_to (TL_PRINT_PREVIEW (widget)->pages, 0);
}

static void
last_page_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tl_print_pages_go_to (TL_PRINT_PREVIEW (widget)->pages, G_MAXUINT);
}

/* Installs the actions that move about in the pages, and the keys of the window. */
void
tl_print_preview_init_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint keyval; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "print.zoom-in" }, { GDK_KEY_equal, GDK_CONTROL_MASK, "print.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "print.zoom-in" }, { GDK_KEY_minus, GDK_CONTROL_MASK, "print.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "print.zoom-out" }, { GDK_KEY_0, GDK_CONTROL_MASK, "print.zoom-natural" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "print.zoom-natural" }, { GDK_KEY_Home, GDK_CONTROL_MASK, "print.first-page" },
    { GDK_KEY_End, GDK_CONTROL_MASK, "print.last-page" }, { GDK_KEY_Page_Up, GDK_CONTROL_MASK, "print.previous-page" },
    { GDK_KEY_Page_Down, GDK_CONTROL_MASK, "print.next-page" }, { GDK_KEY_p, GDK_CONTROL_MASK, "print.print" },
    { GDK_KEY_s, GDK_CONTROL_MASK, "print.save-pdf" }, { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
    { GDK_KEY_Escape, 0, "window.close" },
  };

  gtk_widget_class_install_action (widget_class, "print.zoom-in", NULL, zoom_in_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-out", NULL, zoom_out_cb);
  gtk_widget_class_install_action (widget_class, "print.zoom-natural", NULL, zoom_natural_cb);
  gtk_widget_class_install_action (widget_class, "print.previous-page", NULL, previous_page_cb);
  gtk_widget_class_install_action (widget_class, "print.next-page", NULL, next_page_cb);
  gtk_widget_class_install_action (widget_class, "print.first-page", NULL, first_page_cb);
  gtk_widget_class_install_action (widget_class, "print.last-page", NULL, last_page_cb);
  gtk_widget_class_install_property_action (widget_class, "print.fit", "fit");
  gtk_widget_class_install_property_action (widget_class, "print.private-notes", "private-notes");

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_9, GDK_CONTROL_MASK, "print.fit", "s", "page");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_8, GDK_CONTROL_MASK, "print.fit", "s", "width");
}
