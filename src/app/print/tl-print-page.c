/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A page on the screen: white paper, whatever the desktop's colours.
 *
 * It is as large as the column makes it, and draws the page itself, when it is seen; nothing of it is kept but what
 * the platform keeps of a widget that has been drawn.  What it has drawn it can also say.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-page.h"

#include <glib/gi18n-lib.h>

#include "tl-drawn-text.h"

struct _TlPrintPage
{
  GtkWidget parent_instance;

  TlPages *pages;
  guint    page;
  gboolean is_described;
};

G_DEFINE_FINAL_TYPE (TlPrintPage, tl_print_page, GTK_TYPE_WIDGET)

/* Whoever has the page read to them gets its words, which are known once it has been drawn. */
static void
describe (TlPrintPage *self,
          const char  *words)
{
  self->is_described = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static void
tl_print_page_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  TlPrintPage *self = TL_PRINT_PAGE (widget);
  int width = gtk_widget_get_width (widget);
  double scale = width / tl_pages_get_setup (self->pages)->width;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget));
  g_autoptr (GString) words = g_string_new (NULL);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  if (!self->is_described)
    tl_drawn_text_collect (cr, words);
  cairo_scale (cr, scale, scale);
  tl_pages_draw_page (self->pages, cr, self->page);
  cairo_destroy (cr);

  if (!self->is_described)
    describe (self, words->str);
}

static void
tl_print_page_dispose (GObject *object)
{
  TlPrintPage *self = TL_PRINT_PAGE (object);

  g_clear_object (&self->pages);

  G_OBJECT_CLASS (tl_print_page_parent_class)->dispose (object);
}

static void
tl_print_page_class_init (TlPrintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_print_page_dispose;
  widget_class->snapshot = tl_print_page_snapshot;

  gtk_widget_class_set_css_name (widget_class, "print-page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_print_page_init (TlPrintPage *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * tl_print_page_new:
 * @pages: what is printed
 * @page: which page of it, from 0
 *
 * Returns: (transfer full): a widget that shows the page
 */
GtkWidget *
tl_print_page_new (TlPages *pages,
                   guint    page)
{
  TlPrintPage *self = g_object_new (TL_TYPE_PRINT_PAGE, NULL);
  guint n_pages = tl_pages_get_n_pages (pages);
  /* Translators: which page of how many */
  g_autofree char *label = g_strdup_printf (_("Page %u of %u"), page + 1, n_pages);

  g_return_val_if_fail (page < n_pages, NULL);

  self->pages = g_object_ref (pages);
  self->page = page;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
