/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every file and every paper shows: the title and what it is as of, the picture, the legend, with a margin.
 *
 * The texts around the picture are as large as they are meant to be, however small the picture has to become to fit on
 * a page: a title that shrinks along cannot be read on the very pages that need one.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <math.h>

#include "tl-painter.h"
#include "tl-pen-cairo.h"
#include "tl-sheet.h"

#define MARGIN      28.0
#define HEADER_GAP  18.0
#define LEGEND_GAP  16.0
#define LEAST_WIDTH 420.0

static TlText *
get_text (const TlSheet *self,
          const char    *string,
          TlFont         font)
{
  return tl_text_cache_get (tl_scene_get_texts (self->scene), string, font, self->text_width, 2);
}

static gboolean
has_text (const char *string)
{
  return string != NULL && *string != '\0';
}

static void
measure_head (TlSheet *self)
{
  const char *title = tl_scene_get_title (self->scene);
  const char *subtitle = tl_scene_get_subtitle (self->scene);
  double y = MARGIN;

  self->title_y = y;
  if (has_text (title))
    y += tl_text_get_height (get_text (self, title, TL_FONT_TITLE));
  self->subtitle_y = y;
  if (has_text (subtitle))
    y += tl_text_get_height (get_text (self, subtitle, TL_FONT_BODY));

  self->head_end = y;
}

/* Everything whose place depends on how large the picture is */
static void
place_parts (TlSheet *self)
{
  double y = self->head_end + (self->head_end > MARGIN ? HEADER_GAP : 0.0);

  self->width = MAX (self->picture.width * self->zoom, self->least_width);
  self->picture_x = floor ((self->width - self->picture.width * self->zoom) / 2.0) - self->picture.x * self->zoom;
  self->picture_y = y - self->picture.y * self->zoom;
  self->legend_y = y + self->picture.height * self->zoom + LEGEND_GAP;
  self->height = self->legend_y + self->legend_height + MARGIN;
}

/**
 * tl_sheet_init:
 * @self: (out): a sheet
 * @scene: what to show, which has to outlive it
 * @palette: its colours, which are copied
 * @area: (nullable): what of @scene to show, in its units; %NULL for all, with a margin
 * @text_width: how wide the texts may be; 0 for as wide as the picture
 * @zoom: how large the picture stands beside its texts; 1 is natural
 *
 * Measures a sheet: from above to below the title, the subtitle, the picture and the legend.
 */
void
tl_sheet_init (TlSheet         *self,
               TlScene         *scene,
               const TlPalette *palette,
               const TlRect    *area,
               double           text_width,
               double           zoom)
{
  TlRect bounds;

  g_return_if_fail (self != NULL && TL_IS_SCENE (scene) && palette != NULL);
  g_return_if_fail (zoom > 0.0);

  tl_scene_get_bounds (scene, &bounds);
  *self = (TlSheet) { .scene = scene, .palette = *palette, .zoom = zoom, .is_part = area != NULL };
  self->picture = area != NULL ? *area : (TlRect) {
    floor (bounds.x) - MARGIN, floor (bounds.y) - 2.0, ceil (bounds.width) + 2.0 * MARGIN, ceil (bounds.height) + 4.0,
  };
  self->least_width = text_width > 0.0 ? text_width + 2.0 * MARGIN : LEAST_WIDTH;
  self->text_width = text_width > 0.0 ? text_width
                                      : MAX (self->picture.width * zoom, LEAST_WIDTH) - 2.0 * MARGIN;
  measure_head (self);
  self->legend_height = tl_painter_measure_legend (scene, self->text_width);
  place_parts (self);
}

/**
 * tl_sheet_resize:
 * @self: a sheet whose texts have been given a width
 * @zoom: how large the picture stands beside its texts; 1 is natural
 *
 * Makes the picture larger or smaller.  The texts stay as they are and are not measured again.
 */
void
tl_sheet_resize (TlSheet *self,
                 double   zoom)
{
  g_return_if_fail (self != NULL && zoom > 0.0);

  self->zoom = zoom;
  place_parts (self);
}

static gboolean
intersect (TlRect       *rect,
           const TlRect *other)
{
  double x = MAX (rect->x, other->x);
  double y = MAX (rect->y, other->y);

  rect->width = MIN (rect->x + rect->width, other->x + other->width) - x;
  rect->height = MIN (rect->y + rect->height, other->y + other->height) - y;
  rect->x = x;
  rect->y = y;

  return rect->width > 0.0 && rect->height > 0.0;
}

static gboolean
meets (const TlRect *rect,
       const TlRect *part)
{
  TlRect common = *rect;

  return part == NULL || intersect (&common, part);
}

/**
 * tl_sheet_paint_frame:
 * @self: a sheet
 * @pen: what to paint with; its unit is the sheet's
 * @scale: device pixels for a unit
 * @part: (nullable): the part of the sheet that is needed
 *
 * Paints all but the picture: the ground, and those of the texts and the legend that reach into @part.
 */
void
tl_sheet_paint_frame (const TlSheet *self,
                      TlPen         *pen,
                      double         scale,
                      const TlRect  *part)
{
  const TlRect head = { 0.0, 0.0, self->text_width + 2.0 * MARGIN, self->head_end };
  const TlRect foot = { 0.0, self->legend_y, self->text_width + 2.0 * MARGIN, self->height - self->legend_y };
  const TlRect whole = { 0.0, 0.0, self->width, self->height };
  const char *title = tl_scene_get_title (self->scene);
  const char *subtitle = tl_scene_get_subtitle (self->scene);
  const TlPainter painter = { .palette = &self->palette, .scale = scale, .layers = TL_LAYERS_FILE };

  tl_pen_fill_rect (pen, &whole, 0.0, &self->palette.background);
  if (has_text (title) && meets (&head, part))
    tl_pen_draw_text (pen, get_text (self, title, TL_FONT_TITLE), MARGIN, self->title_y, &self->palette.text);
  if (has_text (subtitle) && meets (&head, part))
    tl_pen_draw_text (pen, get_text (self, subtitle, TL_FONT_BODY), MARGIN, self->subtitle_y, &self->palette.dim_text);
  if (meets (&foot, part))
    tl_painter_paint_legend (&painter, self->scene, pen, MARGIN, self->legend_y, self->text_width);
}

/* The bands run over the whole sheet, also where the picture is narrower; what is a part ends where it ends. */
static TlRect
get_painted (const TlSheet *self)
{
  TlRect area = self->picture;

  if (!self->is_part)
    {
      area.x = -self->picture_x / self->zoom;
      area.width = self->width / self->zoom;
    }

  return area;
}

/**
 * tl_sheet_paint_picture:
 * @self: a sheet
 * @pen: what to paint with; its unit and its origin are the picture's
 * @scale: device pixels for a unit of the picture: what can be made out
 * @part: (nullable): the part of the sheet, in its units, that is needed
 *
 * Paints the picture.  Nothing is clipped to @part, but little beside it is painted.
 */
void
tl_sheet_paint_picture (const TlSheet *self,
                        TlPen         *pen,
                        double         scale,
                        const TlRect  *part)
{
  gboolean has_own_names = self->is_cut && tl_scene_get_direction (self->scene) == TL_SCENE_DOWN;
  TlPainter painter = { .palette = &self->palette, .scale = scale, .layers = TL_LAYERS_FILE | TL_LAYER_STILL };
  const TlRect whole = get_painted (self);
  TlRect area = whole;

  if (part != NULL)
    {
      const TlRect needed = {
        (part->x - self->picture_x) / self->zoom, (part->y - self->picture_y) / self->zoom,
        part->width / self->zoom, part->height / self->zoom,
      };

      if (!intersect (&area, &needed))
        return;
    }

  if (self->is_part)
    tl_pen_begin_clip (pen, &whole, 0.0);
  /* What is painted strip by strip has the names it has in one piece.  Nor do pages have any of their own where bands are
   * side by side: their names would stand on cards where a page begins in the middle of the picture.
   */
  if (!has_own_names)
    painter.layers &= ~TL_LAYER_LABELS;
  tl_painter_paint (&painter, self->scene, pen, &area);
  painter.layers = TL_LAYER_LABELS | TL_LAYER_STILL;
  if (!has_own_names)
    tl_painter_paint (&painter, self->scene, pen, &whole);
  if (self->is_part)
    tl_pen_end_clip (pen);
}

/**
 * tl_sheet_draw:
 * @self: a sheet
 * @cr: what to draw on, in units of the sheet; left as it was found
 * @scale: device pixels for a unit of the picture: what can be made out
 * @keep_stamps: whether signs that come often are kept, which pays in a PDF
 * @part: (nullable): the part of the sheet that is needed
 */
void
tl_sheet_draw (const TlSheet *self,
               cairo_t       *cr,
               double         scale,
               gboolean       keep_stamps,
               const TlRect  *part)
{
  g_auto (TlPenCairo) cairo_pen = { 0 };
  TlPen *pen = tl_pen_cairo_init (&cairo_pen, cr);

  cairo_save (cr);
  if (keep_stamps)
    tl_pen_cairo_keep_stamps (&cairo_pen);
  tl_sheet_paint_frame (self, pen, scale, part);
  cairo_translate (cr, self->picture_x, self->picture_y);
  cairo_scale (cr, self->zoom, self->zoom);
  tl_sheet_paint_picture (self, pen, scale, part);
  cairo_restore (cr);
}
