/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as a file: SVG, PDF, PNG.
 *
 * All three are the same sheet: a margin, the title and what it is as of, the picture, the legend.  A sheet is made
 * in memory and only then written, beside its target and renamed over it, so that a full disk or a crash leaves
 * either the old file or the new one.
 *
 * A PDF page larger than 14,400 points is refused by readers, so a larger picture is shrunk to that; it can be
 * zoomed into without loss.  A PNG cannot, so one that would be too large is refused with the size it would have.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "tl-export.h"
#include "tl-file-error.h"
#include "tl-painter.h"
#include "tl-pen-cairo.h"
#include "tl-pen-svg.h"

#define MARGIN         28.0
#define HEADER_GAP     18.0
#define LEGEND_GAP     16.0
#define LEAST_WIDTH    420.0
#define POINTS_PER_PX  0.75
#define PDF_LIMIT      14400.0
#define PAPER_MARGIN   36.0
#define PNG_SIDE       32000.0
#define PNG_PIXELS     200e6
#define BEST_PNG_SCALE  2.0
#define LEAST_PNG_SCALE 0.5

G_DEFINE_QUARK (tl-render-error-quark, tl_render_error)

/* Where everything stands on a sheet, in units of the picture, from its upper left corner. */
typedef struct
{
  TlScene         *scene;
  const TlPalette *palette;
  double           scale;
  double           width;
  double           height;
  double           title_y;
  double           subtitle_y;
  TlRect           picture;          /* in units of the scene: the area that is painted */
  double           picture_x;
  double           picture_y;
  double           legend_y;
} Sheet;

static TlText *
get_text (const Sheet *sheet,
          const char  *string,
          TlFont       font)
{
  return tl_text_cache_get (tl_scene_get_texts (sheet->scene), string, font, sheet->width - 2.0 * MARGIN, 2);
}

static gboolean
has_text (const char *string)
{
  return string != NULL && *string != '\0';
}

/* The title, then the subtitle, then the picture, then the legend. */
static Sheet
measure_sheet (TlScene         *scene,
               const TlPalette *palette,
               double           scale)
{
  Sheet sheet = { .scene = scene, .palette = palette, .scale = scale };
  TlRect bounds;
  double y = MARGIN;

  tl_scene_get_bounds (scene, &bounds);
  sheet.picture = (TlRect) {
    floor (bounds.x) - MARGIN, floor (bounds.y) - 2.0, ceil (bounds.width) + 2.0 * MARGIN, ceil (bounds.height) + 4.0,
  };
  sheet.width = MAX (sheet.picture.width, LEAST_WIDTH);

  sheet.title_y = y;
  if (has_text (tl_scene_get_title (scene)))
    y += tl_text_get_height (get_text (&sheet, tl_scene_get_title (scene), TL_FONT_TITLE));
  sheet.subtitle_y = y;
  if (has_text (tl_scene_get_subtitle (scene)))
    y += tl_text_get_height (get_text (&sheet, tl_scene_get_subtitle (scene), TL_FONT_BODY));
  if (y > MARGIN)
    y += HEADER_GAP;

  sheet.picture_x = floor ((sheet.width - sheet.picture.width) / 2.0) - sheet.picture.x;
  sheet.picture_y = y - sheet.picture.y;
  sheet.legend_y = y + sheet.picture.height + LEGEND_GAP;
  sheet.height = sheet.legend_y + tl_painter_measure_legend (scene, sheet.width - 2.0 * MARGIN) + MARGIN;

  return sheet;
}

static void
draw_frame (const Sheet *sheet,
            TlPen       *pen)
{
  const TlRect whole = { 0.0, 0.0, sheet->width, sheet->height };
  const char *title = tl_scene_get_title (sheet->scene);
  const char *subtitle = tl_scene_get_subtitle (sheet->scene);
  const TlPainter painter = { .palette = sheet->palette, .scale = sheet->scale, .layers = TL_LAYERS_FILE };

  tl_pen_fill_rect (pen, &whole, 0.0, &sheet->palette->background);
  if (has_text (title))
    tl_pen_draw_text (pen, get_text (sheet, title, TL_FONT_TITLE), MARGIN, sheet->title_y, &sheet->palette->text);
  if (has_text (subtitle))
    tl_pen_draw_text (pen, get_text (sheet, subtitle, TL_FONT_BODY), MARGIN, sheet->subtitle_y,
                      &sheet->palette->dim_text);
  tl_painter_paint_legend (&painter, sheet->scene, pen, MARGIN, sheet->legend_y, sheet->width - 2.0 * MARGIN);
}

static void
draw_picture (const Sheet *sheet,
              TlPen       *pen)
{
  const TlPainter painter = { .palette = sheet->palette, .scale = sheet->scale, .layers = TL_LAYERS_FILE };
  TlRect area = sheet->picture;

  /* The bands run over the whole sheet, also where the picture is narrower. */
  area.x = -sheet->picture_x;
  area.width = sheet->width;
  tl_painter_paint (&painter, sheet->scene, pen, &area);
}

static void
draw_on_cairo (const Sheet *sheet,
               cairo_t     *cr,
               gboolean     keep_stamps)
{
  g_auto (TlPenCairo) cairo_pen = { 0 };
  TlPen *pen = tl_pen_cairo_init (&cairo_pen, cr);

  if (keep_stamps)
    tl_pen_cairo_keep_stamps (&cairo_pen);
  draw_frame (sheet, pen);
  cairo_translate (cr, sheet->picture_x, sheet->picture_y);
  draw_picture (sheet, pen);
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_cairo (cairo_status_t   status,
             GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_FAILED,
               /* Translators: followed by the reason cairo gives */
               _("The picture could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

/**
 * tl_export_to_svg:
 * @scene: what to show
 * @palette: its colours
 * @error: %TL_RENDER_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): an SVG document whose text is text, %NULL with @error set
 */
GBytes *
tl_export_to_svg (TlScene          *scene,
                  const TlPalette  *palette,
                  GError          **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL, NULL);

  Sheet sheet = measure_sheet (scene, palette, 1.0);
  TlPenSvg svg_pen;
  TlPen *pen = tl_pen_svg_init (&svg_pen, tl_scene_get_title (scene),
                                tl_text_cache_get_family (tl_scene_get_texts (scene)), sheet.width, sheet.height);

  draw_frame (&sheet, pen);
  tl_pen_svg_begin_offset (&svg_pen, sheet.picture_x, sheet.picture_y);
  draw_picture (&sheet, pen);
  tl_pen_end_group (pen);

  return tl_pen_svg_finish (&svg_pen);
}

/* The size of the page and how the sheet stands on it, in points. */
static double
fit_paper (const Sheet *sheet,
           TlPaper      paper,
           double      *width,
           double      *height)
{
  if (paper == TL_PAPER_PICTURE)
    {
      double scale = MIN (POINTS_PER_PX, PDF_LIMIT / MAX (sheet->width, sheet->height));

      *width = sheet->width * scale;
      *height = sheet->height * scale;
      return scale;
    }

  *width = paper == TL_PAPER_A4 ? 841.89 : 792.0;
  *height = paper == TL_PAPER_A4 ? 595.28 : 612.0;

  return MIN (POINTS_PER_PX, MIN ((*width - 2.0 * PAPER_MARGIN) / sheet->width,
                                  (*height - 2.0 * PAPER_MARGIN) / sheet->height));
}

/**
 * tl_export_to_pdf:
 * @scene: what to show
 * @palette: its colours
 * @paper: the size of the page
 * @error: %TL_RENDER_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): a PDF document of one page, %NULL with @error set
 */
GBytes *
tl_export_to_pdf (TlScene          *scene,
                  const TlPalette  *palette,
                  TlPaper           paper,
                  GError          **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL, NULL);

  Sheet sheet = measure_sheet (scene, palette, 1.0);
  double width, height;
  double scale = fit_paper (&sheet, paper, &width, &height);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autofree char *title = tl_text_clean (tl_scene_get_title (scene));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  if (paper != TL_PAPER_PICTURE)
    cairo_translate (cr, (width - sheet.width * scale) / 2.0, (height - sheet.height * scale) / 2.0);
  cairo_scale (cr, scale, scale);
  draw_on_cairo (&sheet, cr, TRUE);
  cairo_show_page (cr);

  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  g_autoptr (GBytes) document = g_byte_array_free_to_bytes (bytes);

  return check_cairo (status, error) ? g_steal_pointer (&document) : NULL;
}

static gboolean
check_png_size (double    width,
                double    height,
                GError  **error)
{
  if (width <= PNG_SIDE && height <= PNG_SIDE && width * height <= PNG_PIXELS)
    return TRUE;

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_TOO_LARGE,
               /* Translators: the sizes are numbers of pixels */
               _("As a PNG the picture would be %.0f × %.0f pixels, and no more than %.0f on a side or %.0f million "
                 "in all can be written. Save it as SVG or PDF, which can be any size, or show less of it."),
               width, height, PNG_SIDE, PNG_PIXELS / 1e6);

  return FALSE;
}

/**
 * tl_export_to_png:
 * @scene: what to show
 * @palette: its colours
 * @scale: pixels for a unit of the picture; 2 is sharp on paper and on dense screens
 * @error: %TL_RENDER_ERROR_TOO_LARGE or %TL_RENDER_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): a PNG image, %NULL with @error set
 */
GBytes *
tl_export_to_png (TlScene          *scene,
                  const TlPalette  *palette,
                  double            scale,
                  GError          **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL, NULL);
  g_return_val_if_fail (scale > 0.0, NULL);

  Sheet sheet = measure_sheet (scene, palette, scale);
  double width = ceil (sheet.width * scale);
  double height = ceil (sheet.height * scale);

  if (!check_png_size (width, height, error))
    return NULL;

  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) height);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  cairo_scale (cr, scale, scale);
  draw_on_cairo (&sheet, cr, FALSE);

  cairo_status_t status = cairo_status (cr);

  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  g_autoptr (GBytes) image = g_byte_array_free_to_bytes (bytes);

  return check_cairo (status, error) ? g_steal_pointer (&image) : NULL;
}

/* Two pixels for a unit are sharp everywhere; a picture too large for that has fewer, as long as its titles can be
 * read.
 */
static double
choose_png_scale (TlScene         *scene,
                  const TlPalette *palette)
{
  Sheet sheet = measure_sheet (scene, palette, 1.0);
  double most = MIN (PNG_SIDE / MAX (sheet.width, sheet.height), sqrt (PNG_PIXELS / (sheet.width * sheet.height)));

  return CLAMP (0.99 * most, LEAST_PNG_SCALE, BEST_PNG_SCALE);
}

/**
 * tl_export_to_bytes:
 * @scene: what to show
 * @palette: its colours
 * @filename: a name, whose suffix chooses SVG, PDF (one page as large as the picture) or PNG (two pixels for a
 *   unit, fewer when it would be too large)
 * @error: of the domain %TL_RENDER_ERROR
 *
 * Returns: (transfer full) (nullable): what a file of that name is to hold
 */
GBytes *
tl_export_to_bytes (TlScene          *scene,
                    const TlPalette  *palette,
                    const char       *filename,
                    GError          **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && filename != NULL, NULL);

  g_autofree char *name = g_path_get_basename (filename);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_suffix (folded, ".svg"))
    return tl_export_to_svg (scene, palette, error);
  if (g_str_has_suffix (folded, ".pdf"))
    return tl_export_to_pdf (scene, palette, TL_PAPER_PICTURE, error);
  if (g_str_has_suffix (folded, ".png"))
    return tl_export_to_png (scene, palette, choose_png_scale (scene, palette), error);

  g_autofree char *display = g_filename_display_name (name);

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_FORMAT,
               _("“%s” does not say what kind of picture to make. Give it a name that ends in .svg, .pdf or .png."),
               display);

  return NULL;
}

/**
 * tl_export_write:
 * @document: what to write
 * @filename: the file to make or to replace
 * @error: of the domain %G_FILE_ERROR
 *
 * Writes a file whole or not at all: what stood there before stays until the new one is on the disk.
 *
 * Returns: whether it was written
 */
gboolean
tl_export_write (GBytes      *document,
                 const char  *filename,
                 GError     **error)
{
  g_return_val_if_fail (document != NULL && filename != NULL, FALSE);

  gsize length;
  const char *data = g_bytes_get_data (document, &length);

  g_autoptr (GError) local_error = NULL;

  if (g_file_set_contents_full (filename, data, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    return TRUE;

  g_autofree char *sentence = tl_file_error_describe (filename, local_error);

  g_set_error_literal (error, local_error->domain, local_error->code, sentence);
  return FALSE;
}

/**
 * tl_export_file:
 * @scene: what to show
 * @palette: its colours
 * @filename: the file to make or to replace; its suffix chooses as for tl_export_to_bytes()
 * @error: of the domains %TL_RENDER_ERROR or %G_FILE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
tl_export_file (TlScene          *scene,
                const TlPalette  *palette,
                const char       *filename,
                GError          **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && filename != NULL, FALSE);

  g_autoptr (GBytes) document = tl_export_to_bytes (scene, palette, filename, error);

  return document != NULL && tl_export_write (document, filename, error);
}
