/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of sight in small: the whole picture, as large as there is room for, to be recognised and not to be read.
 *
 * It has no gestures: whoever clicks wants the lens, and what it stands in (a button) leads there.  GTK keeps what a
 * widget has drawn until it is told otherwise, so nothing is kept here but the scene.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-sight-picture.h"

#include <adwaita.h>

#include "tl-painter.h"
#include "tl-pen-cairo.h"

#define HEIGHT_MIN 120
#define HEIGHT_MAX 260
#define ZOOM_MAX 0.75

struct _TlSightPicture
{
  GtkWidget parent_instance;

  TlScene *scene;
};

G_DEFINE_FINAL_TYPE (TlSightPicture, tl_sight_picture, GTK_TYPE_WIDGET)

static double
get_zoom (const TlRect *bounds,
          double        width,
          double        height)
{
  return MIN (MIN (width / MAX (bounds->width, 1), height / MAX (bounds->height, 1)), ZOOM_MAX);
}

static GtkSizeRequestMode
tl_sight_picture_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tl_sight_picture_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TlSightPicture *self = TL_SIGHT_PICTURE (widget);
  TlRect bounds;

  *minimum = *natural = 0;
  if (self->scene == NULL)
    return;

  tl_scene_get_bounds (self->scene, &bounds);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = bounds.width * ZOOM_MAX;
  else
    *minimum = *natural =
      CLAMP (get_zoom (&bounds, for_size > 0 ? for_size : bounds.width, HEIGHT_MAX) * bounds.height,
             HEIGHT_MIN, HEIGHT_MAX);
}

static void
tl_sight_picture_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TlSightPicture *self = TL_SIGHT_PICTURE (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  TlRect bounds;
  double zoom;
  TlPainter painter;
  TlPenCairo pen;
  cairo_t *cr;

  if (self->scene == NULL || width < 1 || height < 1)
    return;

  tl_scene_get_bounds (self->scene, &bounds);
  zoom = get_zoom (&bounds, width, height);
  painter = (TlPainter) {
    .palette = tl_palette_get (adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager)),
    .scale = zoom * gtk_widget_get_scale_factor (widget),
    .density = gtk_widget_get_scale_factor (widget),
    .layers = TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS,
  };
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - zoom * bounds.width) / 2, (height - zoom * bounds.height) / 2);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, -bounds.x, -bounds.y);
  tl_painter_paint (&painter, self->scene, tl_pen_cairo_init (&pen, cr), &bounds);
  cairo_destroy (cr);
}

static void
tl_sight_picture_dispose (GObject *object)
{
  g_clear_object (&TL_SIGHT_PICTURE (object)->scene);

  G_OBJECT_CLASS (tl_sight_picture_parent_class)->dispose (object);
}

static void
tl_sight_picture_class_init (TlSightPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_sight_picture_dispose;
  widget_class->get_request_mode = tl_sight_picture_get_request_mode;
  widget_class->measure = tl_sight_picture_measure;
  widget_class->snapshot = tl_sight_picture_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_sight_picture_init (TlSightPicture *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * tl_sight_picture_set_scene:
 * @self: a picture
 * @scene: (nullable): what to show, laid out
 */
void
tl_sight_picture_set_scene (TlSightPicture *self,
                            TlScene        *scene)
{
  g_return_if_fail (TL_IS_SIGHT_PICTURE (self));
  g_return_if_fail (scene == NULL || TL_IS_SCENE (scene));

  if (!g_set_object (&self->scene, scene))
    return;

  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
