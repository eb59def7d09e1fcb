/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How large a picture is on its pages, and where it is cut.
 *
 * On many pages it is cut where the fewest cards are cut (tl-tiling.c).  When the number of pages side by side is asked
 * for, the picture could fill them to the last millimetre, and the seams could not be moved; and the last row may need no
 * more than a strip of its paper.  So sizes down to a fifth smaller are tried, and the one is taken that makes the most
 * of the paper: a large picture on few pages, with few cards cut.
 *
 * Rejected: the size at which the fewest cards are cut whatever it costs, which left half of the paper white.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-export.h"
#include "tl-picture-pages-private.h"
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

#define N_SIZES     21
#define SIZE_STEP   0.01

/* How much cut cards count against paper that is left white */
#define WHOLENESS 2.0

/* The head and the legend, each of which is counted with the cards */
#define N_TEXTS 2

#define MOST_SCALE  10.0
#define LEAST_SCALE 0.001

static GArray *
new_seams (double length)
{
  const double ends[] = { 0.0, length };
  GArray *seams = g_array_sized_new (FALSE, FALSE, sizeof (double), 2);

  return g_array_append_vals (seams, ends, 2);
}

/* Gives the pages their seams, which they keep. */
void
tl_picture_pages_take_seams (TlPicturePages *self,
                             GArray         *columns,
                             GArray         *rows)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  self->columns = columns;
  self->rows = rows;
}

/* One page as large as the picture, or as readers take */
void
tl_picture_pages_fit_picture (TlPicturePages  *self,
                              const TlPalette *palette,
                              const TlRect    *area)
{
  tl_sheet_init (&self->sheet, self->scene, palette, area, 0.0, 1.0);
  self->points = MIN (TL_SHEET_POINTS, PDF_LIMIT / MAX (self->sheet.width, self->sheet.height));
  self->setup = (TlPageSetup) { .width = self->sheet.width * self->points, .height = self->sheet.height * self->points };
  tl_picture_pages_take_seams (self, new_seams (self->sheet.width), new_seams (self->sheet.height));
}

/* The texts keep their size; the picture takes what they leave. */
void
tl_picture_pages_fit_page (TlPicturePages  *self,
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
  tl_picture_pages_take_seams (self, new_seams (sheet->width), new_seams (sheet->height));
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
  tl_picture_pages_take_seams (self,
                               tl_tiling_place (self->sheet.width, width, self->overlap,
                                                (const TlTilingSpan *) across->data, across->len),
                               tl_tiling_place (self->sheet.height, height, self->overlap,
                                                (const TlTilingSpan *) down->data, down->len));
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

/* How much of the paper is used, less what cut cards take away from it.  A size is compared with others by it, so its
 * unit does not matter.
 */
static double
rate_size (TlPicturePages *self)
{
  guint n_columns;
  double n_pages = count_pages (self, &n_columns);
  double whole = 1.0 - (double) self->n_cut / MAX (1, tl_scene_get_n_cards (self->scene) + N_TEXTS);

  return self->sheet.zoom * self->sheet.zoom / n_pages * pow (whole, WHOLENESS);
}

/* The size that makes the most of the paper */
static void
choose_size (TlPicturePages  *self,
             const TlPalette *palette,
             const TlRect    *area,
             double           largest)
{
  guint n_columns, n_columns_now;
  double most = 0.0;
  double best = largest;

  count_pages (self, &n_columns);
  for (guint i = 0; i < N_SIZES; i++)
    {
      double zoom = largest * (1.0 - i * SIZE_STEP);

      resize (self, palette, area, zoom);
      count_pages (self, &n_columns_now);
      if (n_columns_now < n_columns)
        break;

      place_seams (self);
      if (rate_size (self) > most)
        {
          most = rate_size (self);
          best = zoom;
        }
    }

  if (self->sheet.zoom == best)
    return;

  resize (self, palette, area, best);
  place_seams (self);
}

/* On as many pages as it takes, or as are asked for side by side; on no more than can be put together. */
gboolean
tl_picture_pages_spread (TlPicturePages       *self,
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
