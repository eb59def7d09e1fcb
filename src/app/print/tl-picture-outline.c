/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture on its paper, small: how much of a page it takes, or how it is spread over many.
 *
 * It is for choosing and not for reading: the picture is painted once, as a texture, and laid where it would be; so a
 * choice is shown at once, however many goals there are.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-picture-outline.h"

#include <math.h>

#include "tl-scene-texture.h"
#include "tl-sheet.h"
#include "tl-tiling.h"

/* White around the paper, and how small a page may be shown and still be named, in pixels */
#define MARGIN        12.0
#define LEAST_TO_NAME 22.0

/* The longer side of the texture, in pixels */
#define TEXTURE_SIDE 1200.0

struct _TlPictureOutline
{
  GtkWidget parent_instance;

  TlPicturePages *pages;
  TlScene        *painted;        /* of which the texture is */
  TlRect          area;           /* of that scene */
  GdkTexture     *texture;
};

G_DEFINE_FINAL_TYPE (TlPictureOutline, tl_picture_outline, GTK_TYPE_WIDGET)

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA grey = { 0.5f, 0.5f, 0.55f, 1 };
static const GdkRGBA pale = { 0.85f, 0.85f, 0.88f, 1 };
static const GdkRGBA ink = { 0.2f, 0.2f, 0.25f, 1 };

static gboolean
is_same (const TlRect *a,
         const TlRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static void
ensure_texture (TlPictureOutline *self,
                const TlRect     *area)
{
  TlScene *scene = tl_picture_pages_get_scene (self->pages);
  double side = MAX (MAX (area->width, area->height), 1);
  const TlPainter painter = {
    .palette = tl_palette_get (FALSE, FALSE), .scale = MIN (1, TEXTURE_SIDE / side),
    .layers = TL_LAYERS_FILE | TL_LAYER_STILL,
  };

  if (self->texture != NULL && self->painted == scene && is_same (&self->area, area))
    return;

  g_set_object (&self->painted, scene);
  self->area = *area;
  g_clear_object (&self->texture);
  self->texture = tl_scene_texture_new (scene, &painter, area);
}

/* The paper, in points: a page, or all of them laid together */
static void
measure_paper (TlPicturePages *pages,
               double         *width,
               double         *height)
{
  const TlPageSetup *setup = tl_pages_get_setup (TL_PAGES (pages));
  guint n_pages = tl_pages_get_n_pages (TL_PAGES (pages));
  TlRect last;

  *width = setup->width;
  *height = setup->height;
  if (n_pages == 1)
    return;

  tl_picture_pages_get_tile (pages, n_pages - 1, &last);
  *width = (last.x + last.width) * TL_SHEET_POINTS;
  *height = (last.y + last.height) * TL_SHEET_POINTS;
}

static graphene_rect_t
place_rect (const TlRect *rect,
            double        scale,
            double        x,
            double        y)
{
  return GRAPHENE_RECT_INIT ((float) (x + rect->x * scale), (float) (y + rect->y * scale), (float) (rect->width * scale),
                             (float) (rect->height * scale));
}

static void
name_page (TlPictureOutline      *self,
           GtkSnapshot           *snapshot,
           guint                  page,
           const graphene_rect_t *rect)
{
  guint n_columns = tl_picture_pages_get_n_columns (self->pages);
  g_autofree char *label = tl_tiling_label (page / n_columns, page % n_columns);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), label);
  graphene_rect_t ground;
  GskRoundedRect pill;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&ground, roundf (rect->origin.x + (rect->size.width - (float) width) / 2) - 5,
                      roundf (rect->origin.y + (rect->size.height - (float) height) / 2), (float) width + 10,
                      (float) height);
  gsk_rounded_rect_init_from_rect (&pill, &ground, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &pill);
  gtk_snapshot_append_color (snapshot, &white, &ground);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (ground.origin.x + 5, ground.origin.y));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* Each page without what the next shows once more, with its name where there is room for it */
static void
draw_pages (TlPictureOutline *self,
            GtkSnapshot      *snapshot,
            double            scale,
            double            x,
            double            y)
{
  static const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA colours[] = { grey, grey, grey, grey };
  guint n_pages = tl_pages_get_n_pages (TL_PAGES (self->pages));

  for (guint i = 0; i < n_pages && n_pages > 1; i++)
    {
      GskRoundedRect border;
      graphene_rect_t rect;
      TlRect tile;

      tl_picture_pages_get_tile (self->pages, i, &tile);
      rect = place_rect (&tile, scale * TL_SHEET_POINTS, x, y);
      gsk_rounded_rect_init_from_rect (&border, &rect, 0);
      gtk_snapshot_append_border (snapshot, &border, widths, colours);
      if (MIN (rect.size.width, rect.size.height) >= LEAST_TO_NAME)
        name_page (self, snapshot, i, &rect);
    }
}

/* The title and the legend, as the bars that they are from so far away */
static void
draw_texts (GtkSnapshot           *snapshot,
            const graphene_rect_t *paper,
            const graphene_rect_t *picture)
{
  float above = picture->origin.y - paper->origin.y;
  graphene_rect_t bar = GRAPHENE_RECT_INIT (picture->origin.x, paper->origin.y + above * 0.45f, 60, above * 0.25f);

  if (above < 8)
    return;

  bar.origin.x = MAX (bar.origin.x, paper->origin.x + 6);
  bar.size.width = MIN (bar.size.width, paper->size.width / 3);
  gtk_snapshot_append_color (snapshot, &pale, &bar);
}

static void
tl_picture_outline_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  TlPictureOutline *self = TL_PICTURE_OUTLINE (widget);
  double width, height, scale, x, y;
  TlRect area, place;
  graphene_rect_t paper, picture;

  if (self->pages == NULL)
    return;

  measure_paper (self->pages, &width, &height);
  scale = MIN ((gtk_widget_get_width (widget) - 2 * MARGIN) / width,
               (gtk_widget_get_height (widget) - 2 * MARGIN) / height);
  if (scale <= 0)
    return;

  x = round ((gtk_widget_get_width (widget) - width * scale) / 2);
  y = round ((gtk_widget_get_height (widget) - height * scale) / 2);
  tl_picture_pages_get_picture (self->pages, &area, &place);
  ensure_texture (self, &area);
  paper = place_rect (&(TlRect) { 0, 0, width, height }, scale, x, y);
  picture = place_rect (&place, scale, x, y);

  gtk_snapshot_append_color (snapshot, &white, &paper);
  gtk_snapshot_push_clip (snapshot, &paper);
  draw_texts (snapshot, &paper, &picture);
  if (self->texture != NULL)
    gtk_snapshot_append_texture (snapshot, self->texture, &picture);
  gtk_snapshot_pop (snapshot);
  draw_pages (self, snapshot, scale, x, y);
}

static void
tl_picture_outline_dispose (GObject *object)
{
  TlPictureOutline *self = TL_PICTURE_OUTLINE (object);

  g_clear_object (&self->pages);
  g_clear_object (&self->painted);
  g_clear_object (&self->texture);

  G_OBJECT_CLASS (tl_picture_outline_parent_class)->dispose (object);
}

static void
tl_picture_outline_class_init (TlPictureOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_picture_outline_dispose;
  widget_class->snapshot = tl_picture_outline_snapshot;

  gtk_widget_class_set_css_name (widget_class, "print-pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tl_picture_outline_init (TlPictureOutline *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * tl_picture_outline_set_pages:
 * @self: the outline
 * @pages: (nullable): what to show; %NULL for nothing
 * @words: what it shows, for who cannot see it
 */
void
tl_picture_outline_set_pages (TlPictureOutline *self,
                              TlPicturePages   *pages,
                              const char       *words)
{
  g_return_if_fail (TL_IS_PICTURE_OUTLINE (self));

  g_set_object (&self->pages, pages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
