/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Over the corner of a picture: how large it is shown, what makes it larger and smaller, and what its signs mean. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-zoom-bar.h"

#include <glib/gi18n-lib.h>

#include "tl-legend.h"

struct _TlZoomBar
{
  GtkWidget parent_instance;

  TlCanvas  *canvas;
  guint      source;            /* the idle that says how large the picture is */

  GtkWidget *overview_button;
  GtkLabel  *label;
  TlLegend  *legend;
};

G_DEFINE_FINAL_TYPE (TlZoomBar, tl_zoom_bar, GTK_TYPE_WIDGET)

static gboolean
update_label (gpointer user_data)
{
  TlZoomBar *self = user_data;
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  double percent = tl_viewport_get_zoom (viewport) / tl_viewport_get_natural_zoom (viewport) * 100;
  g_autofree char *text = NULL;

  self->source = 0;
  /* Translators: how large the picture is shown, in percent */
  text = g_strdup_printf (_("%.*f %%"), percent < 9.5 ? 1 : 0, percent);
  gtk_label_set_label (self->label, text);
  return G_SOURCE_REMOVE;
}

/* The canvas may be getting its place just now, and no label may ask for another one of its own meanwhile. */
static void
queue_update_label (TlZoomBar *self)
{
  g_assert (TL_IS_ZOOM_BAR (self));

  if (self->source == 0)
    self->source = g_idle_add (update_label, self);
}

static void
legend_shown_cb (TlZoomBar *self)
{
  g_assert (TL_IS_ZOOM_BAR (self));

  tl_legend_set_canvas (self->legend, self->canvas);
}

static void
tl_zoom_bar_dispose (GObject *object)
{
  TlZoomBar *self = TL_ZOOM_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (tl_zoom_bar_parent_class)->dispose (object);
}

static void
tl_zoom_bar_class_init (TlZoomBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_zoom_bar_dispose;

  g_type_ensure (TL_TYPE_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, TlZoomBar, overview_button);
  gtk_widget_class_bind_template_child (widget_class, TlZoomBar, label);
  gtk_widget_class_bind_template_child (widget_class, TlZoomBar, legend);
  gtk_widget_class_bind_template_callback (widget_class, legend_shown_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
tl_zoom_bar_init (TlZoomBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_zoom_bar_set_canvas:
 * @self: a bar without a canvas
 * @canvas: whose picture it is about
 */
void
tl_zoom_bar_set_canvas (TlZoomBar *self,
                        TlCanvas  *canvas)
{
  g_return_if_fail (TL_IS_ZOOM_BAR (self));
  g_return_if_fail (TL_IS_CANVAS (canvas));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (tl_canvas_get_viewport (canvas), "changed", G_CALLBACK (queue_update_label), self,
                           G_CONNECT_SWAPPED);
}

/**
 * tl_zoom_bar_set_overview:
 * @self: a bar
 * @overview: the overview over the picture, which a button brings up while it is wanted and there is more than what is in
 *   view
 */
void
tl_zoom_bar_set_overview (TlZoomBar  *self,
                          TlOverview *overview)
{
  g_return_if_fail (TL_IS_ZOOM_BAR (self));
  g_return_if_fail (TL_IS_OVERVIEW (overview));

  g_object_bind_property (overview, "visible", self->overview_button, "visible", G_BINDING_SYNC_CREATE);
}
