/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What helps to put pages together: where to cut, where to glue, which page this is and which are its neighbours.
 *
 * A page is cut along its left and its upper edge and laid over its neighbours' right and lower ones, up to the
 * hairline there.  What is beyond the hairline is hatched: it is shown once more by the page that covers it.  The marks
 * stand in the margins, so that nothing of them is left on the picture when it is put together.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-pen-cairo.h"
#include "tl-picture-pages-private.h"
#include "tl-tiling.h"

#define MM (96.0 / 25.4)

#define CUT_GAP      (1.2 * MM)
#define CUT_LENGTH   (4.0 * MM)
#define LABEL_GAP    (1.5 * MM)
#define FOOT_GAP     (5.6 * MM)
#define TEXT_GAP     12.0
#define PLAN_WIDTH   (70.0 * MM)
#define PLAN_HEIGHT  (6.4 * MM)
#define HATCH_PITCH  (2.5 * MM)

static const TlColour line_colour = { 0.25, 0.25, 0.28, 1.0 };
static const TlColour hair_colour = { 0.45, 0.45, 0.50, 1.0 };
static const TlColour hatch_colour = { 0.45, 0.45, 0.55, 0.35 };
static const TlColour words_colour = { 0.30, 0.30, 0.33, 1.0 };

typedef struct
{
  TlPicturePages *pages;
  TlPen          *pen;
  guint           column;
  guint           row;
  gboolean        has_right;      /* a neighbour */
  gboolean        has_below;
  double          width;          /* of what is on the page */
  double          height;
  double          seam_x;         /* where the neighbours begin */
  double          seam_y;
} Marks;

static void
draw_line (const Marks    *self,
           double          x1,
           double          y1,
           double          x2,
           double          y2,
           const TlColour *colour,
           double          dash)
{
  const TlStroke stroke = { .colour = *colour, .width = 0.5, .dash = dash, .space = dash };

  tl_pen_move_to (self->pen, x1, y1);
  tl_pen_line_to (self->pen, x2, y2);
  tl_pen_stroke (self->pen, &stroke);
}

/* At each corner, away from it, in line with both edges */
static void
draw_cut_marks (const Marks *self)
{
  const double xs[] = { 0.0, self->width };
  const double ys[] = { 0.0, self->height };

  for (guint i = 0; i < 4; i++)
    {
      double x = xs[i % 2];
      double y = ys[i / 2];
      double out_x = i % 2 == 0 ? -1.0 : 1.0;
      double out_y = i / 2 == 0 ? -1.0 : 1.0;

      draw_line (self, x + out_x * CUT_GAP, y, x + out_x * (CUT_GAP + CUT_LENGTH), y, &line_colour, 0.0);
      draw_line (self, x, y + out_y * CUT_GAP, x, y + out_y * (CUT_GAP + CUT_LENGTH), &line_colour, 0.0);
    }
}

/* Lines at 45 degrees through a strip */
static void
hatch (const Marks  *self,
       const TlRect *strip)
{
  tl_pen_begin_clip (self->pen, strip, 0.0);
  for (double x = strip->x - strip->height; x < strip->x + strip->width; x += HATCH_PITCH)
    draw_line (self, x, strip->y + strip->height, x + strip->height, strip->y, &hatch_colour, 0.0);
  tl_pen_end_clip (self->pen);
}

static void
draw_glue_areas (const Marks *self)
{
  const TlRect right = { self->seam_x, 0.0, self->width - self->seam_x, self->height };
  const TlRect below = { 0.0, self->seam_y, self->has_right ? self->seam_x : self->width, self->height - self->seam_y };

  if (self->has_right)
    {
      hatch (self, &right);
      draw_line (self, self->seam_x, 0.0, self->seam_x, self->height, &hair_colour, 3.0);
    }
  if (self->has_below)
    {
      hatch (self, &below);
      draw_line (self, 0.0, self->seam_y, self->width, self->seam_y, &hair_colour, 3.0);
    }
}

static TlText *
get_text (const Marks *self,
          const char  *string,
          TlFont       font,
          double       width)
{
  return tl_text_cache_get (tl_scene_get_texts (self->pages->scene), string, font, width, 1);
}

/* Beyond the right and the lower edge, what goes there */
static void
draw_neighbours (const Marks *self)
{
  g_autofree char *right = tl_tiling_label (self->row, self->column + 1);
  g_autofree char *below = tl_tiling_label (self->row + 1, self->column);

  if (self->has_right)
    tl_pen_draw_text (self->pen, get_text (self, right, TL_FONT_CAPTION, 0.0), self->width + LABEL_GAP,
                      self->height / 2.0, &words_colour);
  if (self->has_below)
    tl_pen_draw_text (self->pen, get_text (self, below, TL_FONT_CAPTION, 0.0), self->width / 2.0,
                      self->height + LABEL_GAP, &words_colour);
}

/* All pages, small, with this one filled; from @right to the left.  Returns where it begins. */
static double
draw_plan (const Marks *self,
           double       right,
           double       y)
{
  const TlPicturePages *pages = self->pages;
  double scale = MIN (PLAN_WIDTH / pages->sheet.width, PLAN_HEIGHT / pages->sheet.height);
  double x = right - pages->sheet.width * scale;
  const TlStroke stroke = { .colour = hair_colour, .width = 0.4 };

  for (guint row = 0; row + 1 < pages->rows->len; row++)
    for (guint column = 0; column + 1 < pages->columns->len; column++)
      {
        double left = g_array_index (pages->columns, double, column);
        double top = g_array_index (pages->rows, double, row);
        const TlRect cell = {
          x + left * scale, y + top * scale, (g_array_index (pages->columns, double, column + 1) - left) * scale,
          (g_array_index (pages->rows, double, row + 1) - top) * scale,
        };

        if (row == self->row && column == self->column)
          tl_pen_fill_rect (self->pen, &cell, 0.0, &words_colour);
        tl_pen_stroke_rect (self->pen, &cell, 0.0, &stroke);
      }

  return x;
}

/* At the foot of the page: its name, what it is a page of, and the plan */
static void
draw_foot (const Marks *self)
{
  const TlPicturePages *pages = self->pages;
  const TlPageSetup *setup = &pages->setup;
  double bottom = (setup->height - setup->margin_bottom - setup->margin_top) / pages->points;
  double right = (setup->width - setup->margin_right - setup->margin_left) / pages->points;
  double y = bottom + FOOT_GAP;
  guint n_pages = (pages->columns->len - 1) * (pages->rows->len - 1);
  g_autofree char *label = tl_tiling_label (self->row, self->column);
  /* Translators: which page of many, by the letter of its row and the number of its column, and how many there are */
  g_autofree char *place = g_strdup_printf (_("%s of %u"), label, n_pages);
  const char *title = tl_scene_get_title (pages->scene);
  TlText *text = get_text (self, place, TL_FONT_CAPTION_STRONG, 0.0);
  double x = tl_text_get_width (text) + TEXT_GAP;
  double plan_x = draw_plan (self, right, y);

  tl_pen_draw_text (self->pen, text, 0.0, y, &words_colour);
  if (title != NULL && *title != '\0' && plan_x - TEXT_GAP > x)
    tl_pen_draw_text (self->pen, get_text (self, title, TL_FONT_CAPTION, plan_x - TEXT_GAP - x), x, y, &words_colour);
}

/* Draws what stands around and on the edges of a page of many, in units of the sheet, from the corner of what is on it. */
void
tl_picture_pages_draw_marks (TlPicturePages *self,
                             cairo_t        *cr,
                             guint           page)
{
  g_auto (TlPenCairo) cairo_pen = { 0 };
  guint n_columns = self->columns->len - 1;
  Marks marks = { .pages = self, .column = page % n_columns, .row = page / n_columns };
  TlRect tile;

  tl_picture_pages_get_tile (self, page, &tile);
  marks.pen = tl_pen_cairo_init (&cairo_pen, cr);
  marks.has_right = marks.column + 1 < n_columns;
  marks.has_below = marks.row + 2 < self->rows->len;
  marks.width = tile.width;
  marks.height = tile.height;
  marks.seam_x = tile.width - self->overlap;
  marks.seam_y = tile.height - self->overlap;

  draw_glue_areas (&marks);
  draw_cut_marks (&marks);
  draw_neighbours (&marks);
  draw_foot (&marks);
}
