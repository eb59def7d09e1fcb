/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture on paper: on one page as large as itself, on one page of a printer, or on many that are put together.
 *
 * What is on the pages is the sheet of every export (tl-sheet.c); how it comes to be on them is decided in
 * tl-picture-pages-fit.c.  A page paints what is on it and nothing else.
 *
 * The ground of paper is the paper.  Pictures that become small show what can be made out at that size, as they do on a
 * screen, but always their titles: a page that was made to be printed cannot be zoomed into.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-painter-private.h"
#include "tl-picture-pages-private.h"
#include "tl-scene-copy.h"

/* Below this titles are left out on a screen, see tl_painter_choose_detail(). */
#define LEAST_DETAIL 0.3

/* On paper letters of 6 points can be read, which on a screen takes letters of 9.6 pixels: so paper shows what a screen
 * shows of a picture that is this many times as large.
 */
#define FINENESS 1.2

/* Just too little for all that is on a card */
#define TITLES_ALONE 0.59

static void pages_iface_init (TlPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPicturePages, tl_picture_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGES, pages_iface_init))

/* Stamps pay in a PDF, and cost on a screen. */
static gboolean
is_pdf (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr)) == CAIRO_SURFACE_TYPE_PDF;
}

static gboolean
is_spread (TlPicturePages *self)
{
  return self->overlap > 0.0;
}

/* In points */
static double
get_title_size (TlPicturePages *self,
                double          detail_scale)
{
  return tl_painter_get_title_size (detail_scale) * self->sheet.zoom * self->points;
}

static double
get_detail_scale (TlPicturePages *self)
{
  double scale = MAX (self->sheet.zoom * FINENESS, LEAST_DETAIL);

  if (!is_spread (self))
    return 1.0;

  return get_title_size (self, scale) < TL_PICTURE_LEAST_TITLE ? MIN (scale, TITLES_ALONE) : scale;
}

static void
draw_page (TlPages *pages,
           cairo_t *cr,
           guint    page)
{
  TlPicturePages *self = TL_PICTURE_PAGES (pages);
  g_autofree char *family = g_steal_pointer (&self->family);
  TlRect tile;

  if (family != NULL)
    tl_scene_set_font_family (self->scene, family);
  tl_picture_pages_get_tile (self, page, &tile);
  cairo_save (cr);
  cairo_translate (cr, self->x, self->y);
  cairo_scale (cr, self->points, self->points);

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, tile.width, tile.height);
  cairo_clip (cr);
  cairo_translate (cr, -tile.x, -tile.y);
  tl_sheet_draw (&self->sheet, cr, get_detail_scale (self), is_pdf (cr), is_spread (self) ? &tile : NULL);
  cairo_restore (cr);

  if (is_spread (self) && tl_pages_get_n_pages (pages) > 1)
    tl_picture_pages_draw_marks (self, cr, page);
  cairo_restore (cr);
}

static const TlPageSetup *
get_setup (TlPages *pages)
{
  return &TL_PICTURE_PAGES (pages)->setup;
}

static guint
get_n_pages (TlPages *pages)
{
  TlPicturePages *self = TL_PICTURE_PAGES (pages);

  return (self->columns->len - 1) * (self->rows->len - 1);
}

static const char *
get_title (TlPages *pages)
{
  return tl_scene_get_title (TL_PICTURE_PAGES (pages)->scene);
}

static TlPages *
copy (TlPages *pages)
{
  TlPicturePages *self = TL_PICTURE_PAGES (pages);
  TlPicturePages *other = g_object_new (TL_TYPE_PICTURE_PAGES, NULL);

  other->scene = tl_scene_copy (self->scene);
  other->sheet = self->sheet;
  other->sheet.scene = other->scene;
  other->setup = self->setup;
  other->points = self->points;
  other->x = self->x;
  other->y = self->y;
  other->overlap = self->overlap;
  other->n_cut = self->n_cut;
  other->family = g_strdup (tl_text_cache_get_family (tl_scene_get_texts (self->scene)));
  tl_picture_pages_take_seams (other, g_array_copy (self->columns), g_array_copy (self->rows));

  return TL_PAGES (other);
}

static const char *
get_kind (TlPages *pages)
{
  /* Translators: what the queue of a printer calls a drawing of goals */
  return _("Picture");
}

static void
pages_iface_init (TlPagesInterface *iface)
{
  iface->get_setup = get_setup;
  iface->get_n_pages = get_n_pages;
  iface->draw_page = draw_page;
  iface->get_title = get_title;
  iface->copy = copy;
  iface->get_kind = get_kind;
}

static void
tl_picture_pages_finalize (GObject *object)
{
  TlPicturePages *self = TL_PICTURE_PAGES (object);

  tl_picture_pages_take_seams (self, NULL, NULL);
  g_clear_object (&self->scene);
  g_free (self->family);

  G_OBJECT_CLASS (tl_picture_pages_parent_class)->finalize (object);
}

static void
tl_picture_pages_class_init (TlPicturePagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_picture_pages_finalize;
}

static void
tl_picture_pages_init (TlPicturePages *self)
{
}

/**
 * tl_picture_pages_new:
 * @scene: the picture, which must not be changed as long as the pages are used
 * @palette: its colours
 * @form: on what paper, and how much of it
 * @error: %TL_RENDER_ERROR_TOO_LARGE when it would be too many pages
 *
 * Returns: (transfer full) (nullable): the pages; row by row when there are many; %NULL with @error set
 */
TlPicturePages *
tl_picture_pages_new (TlScene              *scene,
                      const TlPalette      *palette,
                      const TlPictureForm  *form,
                      GError              **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && form != NULL, NULL);

  g_autoptr (TlPicturePages) self = g_object_new (TL_TYPE_PICTURE_PAGES, NULL);
  TlPalette on_paper = *palette;
  TlRect covered;
  const TlRect *area = form->area != NULL ? &covered : NULL;

  if (!palette->dark)
    on_paper.background = (TlColour) { 1.0, 1.0, 1.0, 1.0 };
  self->scene = form->area != NULL ? tl_scene_copy_part (scene, form->area, &covered) : g_object_ref (scene);
  if (form->paper != TL_PAPER_PICTURE)
    tl_page_setup_init_sheet (&self->setup, form->paper, form->landscape);

  if (form->paper == TL_PAPER_PICTURE)
    tl_picture_pages_fit_picture (self, palette, area);
  else if (form->across == 0 && form->scale <= 0.0)
    tl_picture_pages_fit_page (self, &on_paper, area);
  else if (!tl_picture_pages_spread (self, &on_paper, area, form, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * tl_picture_pages_get_n_columns:
 * @self: pages
 *
 * Returns: how many of them stand side by side
 */
guint
tl_picture_pages_get_n_columns (TlPicturePages *self)
{
  g_return_val_if_fail (TL_IS_PICTURE_PAGES (self), 0);

  return self->columns->len - 1;
}

/**
 * tl_picture_pages_get_n_rows:
 * @self: pages
 *
 * Returns: how many rows they stand in
 */
guint
tl_picture_pages_get_n_rows (TlPicturePages *self)
{
  g_return_val_if_fail (TL_IS_PICTURE_PAGES (self), 0);

  return self->rows->len - 1;
}

/**
 * tl_picture_pages_get_scale:
 * @self: pages
 *
 * Returns: how large the picture is on them; 1 is its natural size
 */
double
tl_picture_pages_get_scale (TlPicturePages *self)
{
  g_return_val_if_fail (TL_IS_PICTURE_PAGES (self), 0.0);

  return self->sheet.zoom * self->points / TL_SHEET_POINTS;
}

/**
 * tl_picture_pages_get_title_size:
 * @self: pages
 *
 * Returns: the size in which the titles on the cards are set, in points; see %TL_PICTURE_LEAST_TITLE
 */
double
tl_picture_pages_get_title_size (TlPicturePages *self)
{
  g_return_val_if_fail (TL_IS_PICTURE_PAGES (self), 0.0);

  return get_title_size (self, get_detail_scale (self));
}

/**
 * tl_picture_pages_get_n_cut:
 * @self: pages
 *
 * Returns: how many cards are whole on none of them
 */
guint
tl_picture_pages_get_n_cut (TlPicturePages *self)
{
  g_return_val_if_fail (TL_IS_PICTURE_PAGES (self), 0);

  return self->n_cut;
}

/**
 * tl_picture_pages_get_scene:
 * @self: pages
 *
 * Returns: (transfer none): what is on them: the picture, or a part of it
 */
TlScene *
tl_picture_pages_get_scene (TlPicturePages *self)
{
  g_return_val_if_fail (TL_IS_PICTURE_PAGES (self), NULL);

  return self->scene;
}

/**
 * tl_picture_pages_get_picture:
 * @self: pages
 * @area: (out): the area of the scene that is on them
 * @place: (out): where it is: on the page when there is one, else on all of them laid together; in points
 */
void
tl_picture_pages_get_picture (TlPicturePages *self,
                              TlRect         *area,
                              TlRect         *place)
{
  g_return_if_fail (TL_IS_PICTURE_PAGES (self) && area != NULL && place != NULL);

  const TlSheet *sheet = &self->sheet;
  double scale = sheet->zoom * self->points;

  *area = sheet->picture;
  *place = (TlRect) {
    (is_spread (self) ? 0.0 : self->x) + sheet->picture_x * self->points + area->x * scale,
    (is_spread (self) ? 0.0 : self->y) + sheet->picture_y * self->points + area->y * scale,
    area->width * scale, area->height * scale,
  };
}

/**
 * tl_picture_pages_get_tile:
 * @self: pages
 * @page: the number of a page, from 0
 * @tile: (out): what is on it, with what it shares with the pages to its right and below, in units of 3/4 point, from
 *   the upper left corner of all of them laid together
 */
void
tl_picture_pages_get_tile (TlPicturePages *self,
                           guint           page,
                           TlRect         *tile)
{
  g_return_if_fail (TL_IS_PICTURE_PAGES (self) && tile != NULL);
  g_return_if_fail (page < tl_pages_get_n_pages (TL_PAGES (self)));

  guint n_columns = self->columns->len - 1;
  guint column = page % n_columns;
  guint row = page / n_columns;
  double right = g_array_index (self->columns, double, column + 1);
  double bottom = g_array_index (self->rows, double, row + 1);

  tile->x = g_array_index (self->columns, double, column);
  tile->y = g_array_index (self->rows, double, row);
  tile->width = right + (column + 1 < n_columns ? self->overlap : 0.0) - tile->x;
  tile->height = bottom + (row + 2 < self->rows->len ? self->overlap : 0.0) - tile->y;
}
