/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All of a picture, small, over a corner of the canvas that shows a part of it: where one is, and the way elsewhere.
 *
 * The picture is painted once, as pixels, when nothing else is to be done after it has become another; until then the
 * one before stands there.  Only the frame around the part in view follows each step, so that panning costs two
 * rectangles.  Dragging the frame or clicking anywhere scrolls the canvas, and so do the arrow keys.
 *
 * It hides itself while all of the picture is in view, or as good as all: it would cover more than it shows.  Where it
 * stands, and when it makes room for what one reads, is in tl-overview-place.c.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-overview-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-painter.h"
#include "tl-scene-texture.h"

/* In pixels: how large it gets at most, and how thin the picture of a very long cascade */
#define WIDTH        200.0
#define HEIGHT       140.0
#define WIDTH_SMALL  140.0
#define HEIGHT_SMALL 92.0
#define THINNEST     36.0

/* The frame stays large enough to be seen and to be caught. */
#define FRAME_LEAST  10.0

#define RADIUS       8.0

/* From this share on all of a picture is in view. */
#define ALL          0.9

#define LAYERS (TL_LAYER_BACKGROUND | TL_LAYER_REGIONS | TL_LAYER_EDGES | TL_LAYER_CARDS | TL_LAYER_GREEKED)

G_DEFINE_FINAL_TYPE (TlOverview, tl_overview, GTK_TYPE_WIDGET)

static graphene_rect_t
to_graphene (const TlRect *rect)
{
  return GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
}

/* All of the picture, which is never without a size. */
TlRect
tl_overview_get_bounds (TlOverview *self)
{
  TlScene *scene = self->canvas != NULL ? tl_canvas_get_scene (self->canvas) : NULL;
  TlRect bounds = { 0 };

  if (scene != NULL)
    tl_scene_get_bounds (scene, &bounds);

  bounds.width = MAX (bounds.width, 1);
  bounds.height = MAX (bounds.height, 1);
  return bounds;
}

/* Pixels for one unit of the picture */
double
tl_overview_get_scale (TlOverview *self)
{
  TlRect bounds = tl_overview_get_bounds (self);

  return MIN ((self->is_small ? WIDTH_SMALL : WIDTH) / bounds.width,
              (self->is_small ? HEIGHT_SMALL : HEIGHT) / bounds.height);
}

/* Where the picture stands in the widget, which is never quite as thin as the thinnest picture. */
graphene_rect_t
tl_overview_get_area (TlOverview *self)
{
  TlRect bounds = tl_overview_get_bounds (self);
  double scale = tl_overview_get_scale (self);
  double width = bounds.width * scale;
  double height = bounds.height * scale;

  return GRAPHENE_RECT_INIT ((gtk_widget_get_width (GTK_WIDGET (self)) - width) / 2,
                             (gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2, width, height);
}

/* The part of the picture in view, without what is around the picture */
graphene_rect_t
tl_overview_get_visible (TlOverview *self)
{
  graphene_rect_t visible = tl_viewport_get_visible (tl_canvas_get_viewport (self->canvas));
  graphene_rect_t world = to_graphene ((const TlRect[]) { tl_overview_get_bounds (self) });

  if (!graphene_rect_intersection (&world, &visible, &visible))
    return world;

  return visible;
}

/* Where the part in view is framed. */
graphene_rect_t
tl_overview_get_frame (TlOverview *self)
{
  graphene_rect_t area = tl_overview_get_area (self);
  graphene_rect_t visible = tl_overview_get_visible (self);
  TlRect bounds = tl_overview_get_bounds (self);
  double scale = tl_overview_get_scale (self);
  graphene_rect_t frame = GRAPHENE_RECT_INIT (area.origin.x + (visible.origin.x - bounds.x) * scale,
                                              area.origin.y + (visible.origin.y - bounds.y) * scale,
                                              visible.size.width * scale, visible.size.height * scale);

  graphene_rect_inset (&frame, MIN (0, (frame.size.width - FRAME_LEAST) / 2),
                       MIN (0, (frame.size.height - FRAME_LEAST) / 2));
  return frame;
}

/* As good as all of it: an overview would hide more than it shows. */
static gboolean
is_all_in_view (TlOverview *self)
{
  graphene_rect_t visible = tl_overview_get_visible (self);
  TlRect bounds = tl_overview_get_bounds (self);

  return visible.size.width >= bounds.width * ALL && visible.size.height >= bounds.height * ALL;
}

static void
update_description (TlOverview *self)
{
  graphene_rect_t visible = tl_overview_get_visible (self);
  TlRect bounds = tl_overview_get_bounds (self);
  /* Translators: which part of the picture is in view, in percent of its width and of its height */
  g_autofree char *text =
    g_strdup_printf (_("In view: %.0f to %.0f %% across, %.0f to %.0f %% down"),
                     (visible.origin.x - bounds.x) / bounds.width * 100,
                     (visible.origin.x + visible.size.width - bounds.x) / bounds.width * 100,
                     (visible.origin.y - bounds.y) / bounds.height * 100,
                     (visible.origin.y + visible.size.height - bounds.y) / bounds.height * 100);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
repaint (TlOverview *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  const TlPalette *palette = tl_canvas_get_palette (self->canvas);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const TlPainter painter = {
    .palette = palette, .scale = tl_overview_get_scale (self) * factor, .density = factor, .layers = LAYERS,
  };
  TlRect bounds = tl_overview_get_bounds (self);

  if (self->texture != NULL && scene == self->scene && palette == self->palette)
    return;

  g_set_object (&self->scene, scene);
  self->palette = palette;
  g_clear_object (&self->texture);
  self->texture = tl_scene_texture_new (scene, &painter, &bounds);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Hidden or not; as large as the picture asks for; painted. */
static gboolean
update_cb (gpointer user_data)
{
  TlOverview *self = user_data;
  gboolean is_shown = self->is_wanted && tl_canvas_get_scene (self->canvas) != NULL && !is_all_in_view (self);

  self->update_id = 0;
  if (!is_shown && gtk_widget_has_focus (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  gtk_widget_set_visible (GTK_WIDGET (self), is_shown);
  if (!is_shown)
    return G_SOURCE_REMOVE;

  /* Where it may stand depends on how large it is. */
  if (tl_canvas_get_scene (self->canvas) != self->scene)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  tl_overview_follow (self);
  repaint (self);
  update_description (self);
  return G_SOURCE_REMOVE;
}

/* Later, when the frame is drawn: the canvas may be getting its place just now, and what one looks at comes first. */
static void
queue_update (TlOverview *self)
{
  g_assert (TL_IS_OVERVIEW (self));

  if (self->canvas == NULL)
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
append_veil (GtkSnapshot *snapshot,
             GdkRGBA     *veil,
             float        x,
             float        y,
             float        width,
             float        height)
{
  if (width > 0 && height > 0)
    gtk_snapshot_append_color (snapshot, veil, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* What is not in view recedes. */
static void
snapshot_veil (TlOverview            *self,
               const graphene_rect_t *frame,
               GtkSnapshot           *snapshot)
{
  const TlColour *ground = &tl_canvas_get_palette (self->canvas)->background;
  GdkRGBA veil = { ground->red, ground->green, ground->blue, 0.45f };
  float width = gtk_widget_get_width (GTK_WIDGET (self));
  float height = gtk_widget_get_height (GTK_WIDGET (self));
  float right = frame->origin.x + frame->size.width;
  float lower = frame->origin.y + frame->size.height;

  append_veil (snapshot, &veil, 0, 0, width, frame->origin.y);
  append_veil (snapshot, &veil, 0, lower, width, height - lower);
  append_veil (snapshot, &veil, 0, frame->origin.y, frame->origin.x, frame->size.height);
  append_veil (snapshot, &veil, right, frame->origin.y, width - right, frame->size.height);
}

static void
snapshot_frame (TlOverview            *self,
                const graphene_rect_t *frame,
                GtkSnapshot           *snapshot)
{
  const TlColour *accent = &tl_canvas_get_palette (self->canvas)->accent;
  GdkRGBA colour = { accent->red, accent->green, accent->blue, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, frame, 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[]) { 2, 2, 2, 2 },
                              (GdkRGBA[]) { colour, colour, colour, colour });
}

static void
tl_overview_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TlOverview *self = TL_OVERVIEW (widget);
  graphene_rect_t whole =
    GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  graphene_rect_t area, frame;
  const TlColour *ground;
  GskRoundedRect outline;

  if (self->canvas == NULL)
    return;

  area = tl_overview_get_area (self);
  frame = tl_overview_get_frame (self);
  ground = &tl_canvas_get_palette (self->canvas)->background;
  gsk_rounded_rect_init_from_rect (&outline, &whole, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &(GdkRGBA) { ground->red, ground->green, ground->blue, 1 }, &whole);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &area);
  snapshot_veil (self, &frame, snapshot);
  snapshot_frame (self, &frame, snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
tl_overview_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TlOverview *self = TL_OVERVIEW (widget);
  TlRect bounds = tl_overview_get_bounds (self);
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? bounds.width : bounds.height;

  *minimum = *natural = MAX (THINNEST, ceil (length * tl_overview_get_scale (self)));
}

static void
tl_overview_dispose (GObject *object)
{
  TlOverview *self = TL_OVERVIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  g_clear_object (&self->texture);
  g_clear_object (&self->scene);
  g_clear_object (&self->canvas);

  G_OBJECT_CLASS (tl_overview_parent_class)->dispose (object);
}

static void
tl_overview_class_init (TlOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_overview_dispose;
  widget_class->measure = tl_overview_measure;
  widget_class->snapshot = tl_overview_snapshot;

  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SCROLLBAR);
}

static void
tl_overview_init (TlOverview *self)
{
  self->is_wanted = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Overview"), -1);
  tl_overview_init_input (self);
  tl_overview_init_place (self);
}

/**
 * tl_overview_set_canvas:
 * @self: an overview without a canvas
 * @canvas: what shows a part of the picture
 */
void
tl_overview_set_canvas (TlOverview *self,
                        TlCanvas   *canvas)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_return_if_fail (TL_IS_OVERVIEW (self));
  g_return_if_fail (TL_IS_CANVAS (canvas));
  g_return_if_fail (self->canvas == NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (tl_canvas_get_viewport (canvas), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "linking-changed", G_CALLBACK (tl_overview_rest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  tl_overview_update (self);
}

/**
 * tl_overview_update:
 * @self: an overview
 *
 * The canvas has another picture, or other colours: follows as soon as nothing else is to be done.
 */
void
tl_overview_update (TlOverview *self)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  queue_update (self);
}

/**
 * tl_overview_set_wanted:
 * @self: an overview
 * @is_wanted: whether it is to be there while a part of the picture is out of view
 */
void
tl_overview_set_wanted (TlOverview *self,
                        gboolean    is_wanted)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  self->is_wanted = is_wanted;
  queue_update (self);
}

/**
 * tl_overview_set_small:
 * @self: an overview
 * @is_small: whether there is little room for it
 */
void
tl_overview_set_small (TlOverview *self,
                       gboolean    is_small)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (self->is_small == is_small)
    return;

  self->is_small = is_small;
  g_clear_object (&self->texture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  queue_update (self);
}

/**
 * tl_overview_reveal:
 * @self: an overview
 *
 * Comes up with the focus in it, and stays as long as that is there; while all of the picture is in view there is
 * nothing to come.
 */
void
tl_overview_reveal (TlOverview *self)
{
  g_return_if_fail (TL_IS_OVERVIEW (self));

  if (self->canvas == NULL)
    return;

  g_clear_handle_id (&self->update_id, g_source_remove);
  update_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
