/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the signs in the picture on a canvas mean: the legend of an exported picture, by the same painter. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-legend.h"

#include "tl-painter.h"
#include "tl-pen-cairo.h"

/* Two entries beside each other, as a rule */
#define WIDTH 250

struct _TlLegend
{
  GtkWidget parent_instance;

  TlCanvas *canvas;
};

G_DEFINE_FINAL_TYPE (TlLegend, tl_legend, GTK_TYPE_WIDGET)

static void
tl_legend_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  TlLegend *self = TL_LEGEND (widget);
  TlScene *scene = self->canvas != NULL ? tl_canvas_get_scene (self->canvas) : NULL;

  *minimum = WIDTH;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = scene != NULL ? tl_painter_measure_legend (scene, WIDTH) : 0;

  *natural = *minimum;
}

static void
paint (TlLegend *self,
       TlScene  *scene,
       cairo_t  *cr)
{
  const TlPainter painter = {
    .palette = tl_canvas_get_palette (self->canvas), .scale = 1, .layers = TL_LAYERS_FILE,
  };
  g_auto (TlPenCairo) pen;

  tl_painter_paint_legend (&painter, scene, tl_pen_cairo_init (&pen, cr), 0, 0, WIDTH);
}

static void
tl_legend_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TlLegend *self = TL_LEGEND (widget);
  TlScene *scene = self->canvas != NULL ? tl_canvas_get_scene (self->canvas) : NULL;
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  cairo_t *cr;

  if (scene == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  paint (self, scene, cr);
  cairo_destroy (cr);
}

static void
tl_legend_dispose (GObject *object)
{
  g_clear_object (&TL_LEGEND (object)->canvas);

  G_OBJECT_CLASS (tl_legend_parent_class)->dispose (object);
}

static void
tl_legend_class_init (TlLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_legend_dispose;
  widget_class->measure = tl_legend_measure;
  widget_class->snapshot = tl_legend_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_legend_init (TlLegend *self)
{
}

/**
 * tl_legend_set_canvas:
 * @self: a legend
 * @canvas: whose picture it explains
 */
void
tl_legend_set_canvas (TlLegend *self,
                      TlCanvas *canvas)
{
  g_return_if_fail (TL_IS_LEGEND (self));
  g_return_if_fail (TL_IS_CANVAS (canvas));

  g_set_object (&self->canvas, canvas);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
