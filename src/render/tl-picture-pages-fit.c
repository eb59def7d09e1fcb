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

typedef struct
{
  TlRect       *boxes;        /* of the cards, in units of the scene */
  guint         n_cards;
  TlTilingSpan *across;       /* of these, and of the texts; in units of the sheet */
  TlTilingSpan *down;
} Spans;

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

  tl_sheet_resize (sheet, MAX (zoom, LEAST_SCALE));
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

/* What had better be whole, at any size of the picture: the cards, then the head and the legend. */
static void
spans_init (Spans         *self,
            const TlSheet *sheet)
{
  self->n_cards = tl_scene_get_n_cards (sheet->scene);
  self->boxes = g_new (TlRect, self->n_cards);
  self->across = g_new (TlTilingSpan, self->n_cards + N_TEXTS);
  self->down = g_new (TlTilingSpan, self->n_cards + N_TEXTS);

  for (guint i = 0; i < self->n_cards; i++)
    self->boxes[i] = tl_scene_get_card (sheet->scene, i)->box;
}

static void
spans_clear (Spans *self)
{
  g_free (self->boxes);
  g_free (self->across);
  g_free (self->down);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spans, spans_clear)

static void
measure_spans (Spans         *self,
               const TlSheet *sheet)
{
  guint n = self->n_cards;

  for (guint i = 0; i < n; i++)
    {
      const TlRect *box = &self->boxes[i];
      double x = sheet->picture_x + box->x * sheet->zoom;
      double y = sheet->picture_y + box->y * sheet->zoom;

      self->across[i] = (TlTilingSpan) { x, x + box->width * sheet->zoom };
      self->down[i] = (TlTilingSpan) { y, y + box->height * sheet->zoom };
    }
  self->across[n] = self->across[n + 1] = (TlTilingSpan) { 0.0, sheet->text_width + SHEET_MARGINS / 2.0 };
  self->down[n] = (TlTilingSpan) { 0.0, sheet->head_end };
  self->down[n + 1] = (TlTilingSpan) { sheet->legend_y, sheet->height - SHEET_MARGINS / 2.0 };
}

static guint
count_cut (TlPicturePages *self,
           const Spans    *spans)
{
  guint n_cut = 0;

  for (guint i = 0; i < spans->n_cards + N_TEXTS; i++)
    n_cut += !tl_tiling_holds (self->columns, self->overlap, &spans->across[i]) ||
             !tl_tiling_holds (self->rows, self->overlap, &spans->down[i]);

  return n_cut;
}

static void
place_seams (TlPicturePages *self,
             Spans          *spans)
{
  double width, height;
  guint n_spans = spans->n_cards + N_TEXTS;

  get_room (&self->setup, &width, &height);
  measure_spans (spans, &self->sheet);
  tl_picture_pages_take_seams (self,
                               tl_tiling_place (self->sheet.width, width, self->overlap, spans->across, n_spans),
                               tl_tiling_place (self->sheet.height, height, self->overlap, spans->down, n_spans));
  self->n_cut = count_cut (self, spans);
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

/* How much of the paper is used, less what so many cut cards take away from it.  A size is compared with others by it,
 * so its unit does not matter.
 */
static double
rate_size (TlPicturePages *self,
           guint           n_cut)
{
  guint n_columns;
  double n_pages = count_pages (self, &n_columns);
  double whole = 1.0 - (double) n_cut / MAX (1, tl_scene_get_n_cards (self->scene) + N_TEXTS);

  return self->sheet.zoom * self->sheet.zoom / n_pages * pow (whole, WHOLENESS);
}

/* The size that makes the most of the paper.  Where one would not do so with every card whole, nobody asks how many it
 * cuts, which is what takes the time.
 */
static void
choose_size (TlPicturePages *self,
             Spans          *spans)
{
  double largest = self->sheet.zoom;
  guint n_columns, n_columns_now;
  double most = 0.0;
  double best = largest;

  count_pages (self, &n_columns);
  for (guint i = 0; i < N_SIZES; i++)
    {
      double zoom = largest * (1.0 - i * SIZE_STEP);

      tl_sheet_resize (&self->sheet, zoom);
      count_pages (self, &n_columns_now);
      if (n_columns_now < n_columns)
        break;
      if (rate_size (self, 0) <= most)
        continue;

      place_seams (self, spans);
      if (rate_size (self, self->n_cut) > most)
        {
          most = rate_size (self, self->n_cut);
          best = zoom;
        }
    }

  if (self->sheet.zoom == best)
    return;

  tl_sheet_resize (&self->sheet, best);
  place_seams (self, spans);
}

/* On as many pages as it takes, or as are asked for side by side; on no more than can be put together. */
gboolean
tl_picture_pages_spread (TlPicturePages       *self,
                         const TlPalette      *palette,
                         const TlRect         *area,
                         const TlPictureForm  *form,
                         GError              **error)
{
  g_auto (Spans) spans = { NULL };
  double width, height, zoom;

  self->points = TL_SHEET_POINTS;
  self->overlap = OVERLAP / TL_SHEET_POINTS;
  self->x = self->setup.margin_left;
  self->y = self->setup.margin_top;
  get_room (&self->setup, &width, &height);

  tl_sheet_init (&self->sheet, self->scene, palette, area, width * TEXT_SHARE - SHEET_MARGINS, 1.0);
  self->sheet.is_cut = TRUE;
  zoom = form->scale;
  if (form->across > 0)
    zoom = tl_tiling_reach (form->across, width, self->overlap) / self->sheet.picture.width;
  tl_sheet_resize (&self->sheet, CLAMP (zoom, LEAST_SCALE, MOST_SCALE));
  if (!check_n_pages (self, error))
    return FALSE;

  spans_init (&spans, &self->sheet);
  if (form->across > 0)
    choose_size (self, &spans);
  else
    place_seams (self, &spans);

  return TRUE;
}
