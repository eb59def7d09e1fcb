/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture on paper: on one page as large as itself, on one page of a printer, or on many that are put together.
 *
 * What is on the pages is the sheet of every export (tl-sheet.c).  On many pages it is cut where the fewest cards are
 * cut (tl-tiling.c).  When the number of pages side by side is asked for, the picture could fill them to the last
 * millimetre, and the seams could not be moved; so sizes down to a fifth smaller are tried, and the largest is taken at
 * which the fewest cards are cut.  A page paints what is on it and nothing else.
 *
 * The ground of paper is the paper.  Pictures that become small show what can be made out at that size, as they do on a
 * screen, but always their titles: a page that was made to be printed cannot be zoomed into.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-export.h"
#include "tl-painter-private.h"
#include "tl-picture-pages-private.h"
#include "tl-scene-copy.h"
#include "tl-tiling.h"

#define MM (72.0 / 25.4)

/* What readers take as a page, in points */
#define PDF_LIMIT 14400.0

/* White around a picture on one page, beside its own margin, in points */
#define ONE_PAGE_MARGIN (6.0 * MM)

#define OVERLAP (10.0 * MM)

/* The sheet's own margin, at both sides */
#define SHEET_MARGINS 56.0

/* Head and legend are whole on the first page of a row even when it is not full. */
#define TEXT_SHARE 0.7

/* Below this titles are left out on a screen, see tl_painter_choose_detail(). */
#define LEAST_DETAIL 0.3

#define N_SIZES     21
#define SIZE_STEP   0.01
#define MOST_SCALE  4.0
#define LEAST_SCALE 0.001

static void pages_iface_init (TlPagesInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlPicturePages, tl_picture_pages, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (TL_TYPE_PAGES, pages_iface_init))

static GArray *
new_seams (double length)
{
  const double ends[] = { 0.0, length };
  GArray *seams = g_array_sized_new (FALSE, FALSE, sizeof (double), 2);

  return g_array_append_vals (seams, ends, 2);
}

static void
take_seams (TlPicturePages *self,
            GArray         *columns,
            GArray         *rows)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  self->columns = columns;
  self->rows = rows;
}

/* One page as large as the picture, or as readers take */
static void
fit_picture (TlPicturePages  *self,
             const TlPalette *palette,
             const TlRect    *area)
{
  tl_sheet_init (&self->sheet, self->scene, palette, area, 0.0, 1.0);
  self->points = MIN (TL_SHEET_POINTS, PDF_LIMIT / MAX (self->sheet.width, self->sheet.height));
  self->setup = (TlPageSetup) { .width = self->sheet.width * self->points, .height = self->sheet.height * self->points };
  take_seams (self, new_seams (self->sheet.width), new_seams (self->sheet.height));
}

/* The texts keep their size; the picture takes what they leave. */
static void
fit_page (TlPicturePages  *self,
          const TlPalette *palette,
          const TlRect    *area)
{
  double width = (self->setup.width - 2.0 * ONE_PAGE_MARGIN) / TL_SHEET_POINTS;
  double height = (self->setup.height - 2.0 * ONE_PAGE_MARGIN) / TL_SHEET_POINTS;
  TlSheet *sheet = &self->sheet;

  tl_sheet_init (sheet, self->scene, palette, area, width - SHEET_MARGINS, 1.0);

  double left = height - (sheet->height - sheet->picture.height);
  double zoom = MIN (1.0, MIN (width / sheet->picture.width, left / sheet->picture.height));

  tl_sheet_init (sheet, self->scene, palette, area, width - SHEET_MARGINS, MAX (zoom, LEAST_SCALE));
  self->points = TL_SHEET_POINTS;
  self->x = ONE_PAGE_MARGIN;
  self->y = MAX (ONE_PAGE_MARGIN, (self->setup.height - sheet->height * TL_SHEET_POINTS) / 2.0);
  take_seams (self, new_seams (sheet->width), new_seams (sheet->height));
}

/* How much of the sheet a page has room for */
static void
get_room (const TlPageSetup *setup,
          double            *width,
          double            *height)
{
  *width = (setup->width - setup->margin_left - setup->margin_right) / TL_SHEET_POINTS;
  *height = (setup->height - setup->margin_top - setup->margin_bottom) / TL_SHEET_POINTS;
}

static void
add_span (GArray *spans,
          double  start,
          double  length)
{
  const TlTilingSpan span = { start, start + length };

  g_array_append_val (spans, span);
}

/* What had better be whole: the cards, then the head and the legend. */
static void
collect_spans (const TlSheet *sheet,
               GArray        *across,
               GArray        *down)
{
  for (guint i = 0; i < tl_scene_get_n_cards (sheet->scene); i++)
    {
      const TlRect *box = &tl_scene_get_card (sheet->scene, i)->box;

      add_span (across, sheet->picture_x + box->x * sheet->zoom, box->width * sheet->zoom);
      add_span (down, sheet->picture_y + box->y * sheet->zoom, box->height * sheet->zoom);
    }
  add_span (across, 0.0, sheet->text_width + SHEET_MARGINS / 2.0);
  add_span (down, 0.0, sheet->head_end);
  add_span (across, 0.0, sheet->text_width + SHEET_MARGINS / 2.0);
  add_span (down, sheet->legend_y, sheet->height - SHEET_MARGINS / 2.0 - sheet->legend_y);
}

static guint
count_cut (TlPicturePages *self,
           const GArray   *across,
           const GArray   *down)
{
  guint n_cut = 0;

  for (guint i = 0; i < across->len; i++)
    n_cut += !tl_tiling_holds (self->columns, self->overlap, &g_array_index (across, TlTilingSpan, i)) ||
             !tl_tiling_holds (self->rows, self->overlap, &g_array_index (down, TlTilingSpan, i));

  return n_cut;
}

static void
place_seams (TlPicturePages *self)
{
  g_autoptr (GArray) across = g_array_new (FALSE, FALSE, sizeof (TlTilingSpan));
  g_autoptr (GArray) down = g_array_new (FALSE, FALSE, sizeof (TlTilingSpan));
  double width, height;

  get_room (&self->setup, &width, &height);
  collect_spans (&self->sheet, across, down);
  take_seams (self,
              tl_tiling_place (self->sheet.width, width, self->overlap, (const TlTilingSpan *) across->data, across->len),
              tl_tiling_place (self->sheet.height, height, self->overlap, (const TlTilingSpan *) down->data, down->len));
  self->n_cut = count_cut (self, across, down);
}

static guint
count_pages (const TlPicturePages *self,
             guint                *n_columns)
{
  double width, height;

  get_room (&self->setup, &width, &height);
  *n_columns = tl_tiling_count (self->sheet.width, width, self->overlap);

  return (guint) MIN ((double) *n_columns * tl_tiling_count (self->sheet.height, height, self->overlap), G_MAXINT);
}

static gboolean
check_n_pages (const TlPicturePages  *self,
               GError               **error)
{
  guint n_columns;
  guint n_pages = count_pages (self, &n_columns);

  if (n_pages <= TL_PICTURE_MOST_PAGES)
    return TRUE;

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_TOO_LARGE,
               /* Translators: both are numbers of pages */
               _("At that size the picture would take %u pages, and no more than %u can be put together. Take fewer "
                 "pages across, larger paper, or show less of it."), n_pages, (guint) TL_PICTURE_MOST_PAGES);

  return FALSE;
}

static void
resize (TlPicturePages  *self,
        const TlPalette *palette,
        const TlRect    *area,
        double           zoom)
{
  double width, height;

  get_room (&self->setup, &width, &height);
  tl_sheet_init (&self->sheet, self->scene, palette, area, width * TEXT_SHARE - SHEET_MARGINS, zoom);
}

/* The largest of the sizes at which the fewest cards are cut */
static void
choose_size (TlPicturePages  *self,
             const TlPalette *palette,
             const TlRect    *area,
             double           largest)
{
  guint n_columns, n_columns_now;
  guint least = G_MAXUINT;
  double best = largest;

  count_pages (self, &n_columns);
  for (guint i = 0; i < N_SIZES && least > 0; i++)
    {
      double zoom = largest * (1.0 - i * SIZE_STEP);

      resize (self, palette, area, zoom);
      count_pages (self, &n_columns_now);
      if (n_columns_now < n_columns)
        break;

      place_seams (self);
      if (self->n_cut < least)
        {
          least = self->n_cut;
          best = zoom;
        }
    }

  if (self->sheet.zoom == best)
    return;

  resize (self, palette, area, best);
  place_seams (self);
}

static gboolean
spread (TlPicturePages       *self,
        const TlPalette      *palette,
        const TlRect         *area,
        const TlPictureForm  *form,
        GError              **error)
{
  double width, height, zoom;

  self->points = TL_SHEET_POINTS;
  self->overlap = OVERLAP / TL_SHEET_POINTS;
  self->x = self->setup.margin_left;
  self->y = self->setup.margin_top;
  get_room (&self->setup, &width, &height);

  resize (self, palette, area, 1.0);
  zoom = form->scale;
  if (form->across > 0)
    zoom = tl_tiling_reach (form->across, width, self->overlap) / self->sheet.picture.width;
  resize (self, palette, area, CLAMP (zoom, LEAST_SCALE, MOST_SCALE));
  if (!check_n_pages (self, error))
    return FALSE;

  if (form->across > 0)
    choose_size (self, palette, area, self->sheet.zoom);
  else
    place_seams (self);

  return TRUE;
}

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

static double
get_detail_scale (TlPicturePages *self)
{
  return is_spread (self) ? MAX (self->sheet.zoom, LEAST_DETAIL) : 1.0;
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
  take_seams (other, g_array_copy (self->columns), g_array_copy (self->rows));

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

  take_seams (self, NULL, NULL);
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
    fit_picture (self, palette, area);
  else if (form->across == 0 && form->scale <= 0.0)
    fit_page (self, &on_paper, area);
  else if (!spread (self, &on_paper, area, form, error))
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

  gboolean is_full = tl_painter_choose_detail (get_detail_scale (self)) == TL_DETAIL_FULL;

  return tl_font_get_size (is_full ? TL_FONT_CARD_TITLE : TL_FONT_FAR) * self->sheet.zoom * self->points;
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
