/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene as a file: SVG, PDF, PNG.
 *
 * All three are the same sheet (tl-sheet.c).  It is made in memory and only then written, beside its target and renamed
 * over it, so that a full disk or a crash leaves either the old file or the new one.
 *
 * A PDF page larger than 14,400 points is refused by readers, so a larger picture is shrunk to that; it can be
 * zoomed into without loss.  A PNG cannot, so one that would be too large is refused with the size it would have, and
 * with the size it can have.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "tl-export.h"
#include "tl-file-error.h"
#include "tl-pen-svg.h"
#include "tl-png.h"
#include "tl-scene-copy.h"
#include "tl-sheet.h"

#define PNG_SIDE        32000.0
#define PNG_PIXELS      200e6
#define BEST_PNG_SCALE  2.0
#define LEAST_PNG_SCALE 0.5

G_DEFINE_QUARK (tl-render-error-quark, tl_render_error)

/* A sheet of a scene or of a part of it, which it keeps */
typedef struct
{
  TlScene *scene;
  TlSheet  sheet;
  double   scale;
} Image;

static void
image_init (Image           *self,
            TlScene         *scene,
            const TlPalette *palette,
            const TlRect    *area)
{
  TlRect covered;

  self->scene = area != NULL ? tl_scene_copy_part (scene, area, &covered) : g_object_ref (scene);
  tl_sheet_init (&self->sheet, self->scene, palette, area != NULL ? &covered : NULL, 0.0, 1.0);
}

static void
image_clear (Image *self)
{
  g_clear_object (&self->scene);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Image, image_clear)

/**
 * tl_export_to_svg:
 * @scene: what to show
 * @palette: its colours
 * @area: (nullable): what somebody sees of it; %NULL for all
 * @error: %TL_RENDER_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): an SVG document whose text is text, %NULL with @error set
 */
GBytes *
tl_export_to_svg (TlScene          *scene,
                  const TlPalette  *palette,
                  const TlRect     *area,
                  GError          **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL, NULL);

  g_auto (Image) image = { NULL };
  TlPenSvg svg_pen;
  TlPen *pen;

  image_init (&image, scene, palette, area);
  pen = tl_pen_svg_init (&svg_pen, tl_scene_get_title (scene), tl_text_cache_get_family (tl_scene_get_texts (scene)),
                         image.sheet.width, image.sheet.height);
  tl_sheet_paint_frame (&image.sheet, pen, 1.0, NULL);
  tl_pen_svg_begin_offset (&svg_pen, image.sheet.picture_x, image.sheet.picture_y);
  tl_sheet_paint_picture (&image.sheet, pen, 1.0, NULL);
  tl_pen_end_group (pen);

  return tl_pen_svg_finish (&svg_pen);
}

/**
 * tl_export_to_pdf:
 * @scene: what to show
 * @palette: its colours
 * @form: on what paper, and how much of it
 * @progress: (nullable): told now and then how far it has come
 * @cancellable: (nullable): looked at before each page
 * @error: of the domain %TL_RENDER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a PDF document, %NULL with @error set
 */
GBytes *
tl_export_to_pdf (TlScene              *scene,
                  const TlPalette      *palette,
                  const TlPictureForm  *form,
                  TlProgress           *progress,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_autoptr (TlPicturePages) pages = tl_picture_pages_new (scene, palette, form, error);

  return pages != NULL ? tl_pages_to_pdf (TL_PAGES (pages), progress, cancellable, error) : NULL;
}

/* The largest scale at which an image of it can be written */
static double
get_most_scale (const TlSheet *sheet)
{
  return 0.99 * MIN (PNG_SIDE / MAX (sheet->width, sheet->height), sqrt (PNG_PIXELS / (sheet->width * sheet->height)));
}

/* Two pixels for a unit are sharp everywhere; a picture too large for that has fewer, as long as its titles can be
 * read.
 */
static double
choose_scale (const TlSheet *sheet,
              double         asked)
{
  return asked > 0.0 ? asked : CLAMP (get_most_scale (sheet), LEAST_PNG_SCALE, BEST_PNG_SCALE);
}

/**
 * tl_export_check_png:
 * @width: how many pixels a row would have
 * @height: how many rows there would be
 * @most_scale: the largest scale at which an image of the picture can be written
 * @error: %TL_RENDER_ERROR_TOO_LARGE, with what to do instead
 *
 * Returns: whether an image of that size can be written
 */
gboolean
tl_export_check_png (double    width,
                     double    height,
                     double    most_scale,
                     GError  **error)
{
  if (width <= PNG_SIDE && height <= PNG_SIDE && width * height <= PNG_PIXELS)
    return TRUE;

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_TOO_LARGE,
               /* Translators: the sizes are numbers of pixels; the last number is a scale such as 0.35 */
               _("As a PNG the picture would be %.0f × %.0f pixels, and no more than %.0f on a side or %.0f million "
                 "in all can be written. Save it as SVG or PDF, which can be any size, show less of it, or choose a "
                 "scale of %.2f or less."),
               width, height, PNG_SIDE, PNG_PIXELS / 1e6, floor (100.0 * most_scale) / 100.0);

  return FALSE;
}

static void
draw_rows (cairo_t *cr,
           double   y,
           double   height,
           gpointer data)
{
  const Image *image = data;
  const TlRect part = { 0.0, y / image->scale, image->sheet.width, height / image->scale };

  cairo_scale (cr, image->scale, image->scale);
  tl_sheet_draw (&image->sheet, cr, image->scale, FALSE, &part);
}

/**
 * tl_export_to_png:
 * @scene: what to show
 * @palette: its colours
 * @form: how many pixels a unit has, and how much of the picture there is to be; the rest of it is for paper
 * @progress: (nullable): told now and then how far it has come
 * @cancellable: (nullable): looked at now and then
 * @error: %TL_RENDER_ERROR_TOO_LARGE, %TL_RENDER_ERROR_FAILED, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a PNG image, %NULL with @error set
 */
GBytes *
tl_export_to_png (TlScene              *scene,
                  const TlPalette      *palette,
                  const TlPictureForm  *form,
                  TlProgress           *progress,
                  GCancellable         *cancellable,
                  GError              **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && form != NULL, NULL);
  g_return_val_if_fail (form->scale >= 0.0, NULL);

  g_auto (Image) image = { NULL };
  double width, height;

  image_init (&image, scene, palette, form->area);
  image.scale = choose_scale (&image.sheet, form->scale);
  width = MAX (1.0, ceil (image.sheet.width * image.scale));
  height = MAX (1.0, ceil (image.sheet.height * image.scale));
  if (!tl_export_check_png (width, height, get_most_scale (&image.sheet), error))
    return NULL;

  return tl_png_new ((guint) width, (guint) height, draw_rows, &image, progress, cancellable, error);
}

/**
 * tl_export_measure_png:
 * @scene: what to show
 * @palette: its colours
 * @form: as for tl_export_to_png()
 * @width: (out): how many pixels a row of it would have
 * @height: (out): how many rows it would have
 *
 * Returns: the largest scale at which it can be written
 */
double
tl_export_measure_png (TlScene              *scene,
                       const TlPalette      *palette,
                       const TlPictureForm  *form,
                       double               *width,
                       double               *height)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && form != NULL, 0.0);

  g_auto (Image) image = { NULL };
  double scale;

  image_init (&image, scene, palette, form->area);
  scale = choose_scale (&image.sheet, form->scale);
  *width = ceil (image.sheet.width * scale);
  *height = ceil (image.sheet.height * scale);

  return get_most_scale (&image.sheet);
}

/**
 * tl_export_to_bytes:
 * @scene: what to show
 * @palette: its colours
 * @form: (nullable): how; by %NULL a PDF is one page as large as the picture, and a PNG has two pixels for a unit, fewer
 *   when it would be too large
 * @filename: a name, whose suffix chooses SVG, PDF or PNG
 * @progress: (nullable): told now and then how far it has come
 * @cancellable: (nullable): what takes long looks at it
 * @error: of the domain %TL_RENDER_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): what a file of that name is to hold
 */
GBytes *
tl_export_to_bytes (TlScene              *scene,
                    const TlPalette      *palette,
                    const TlPictureForm  *form,
                    const char           *filename,
                    TlProgress           *progress,
                    GCancellable         *cancellable,
                    GError              **error)
{
  static const TlPictureForm plain = { .paper = TL_PAPER_PICTURE };

  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && filename != NULL, NULL);

  g_autofree char *name = g_path_get_basename (filename);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  form = form != NULL ? form : &plain;
  if (g_str_has_suffix (folded, ".svg"))
    return tl_export_to_svg (scene, palette, form->area, error);
  if (g_str_has_suffix (folded, ".pdf"))
    return tl_export_to_pdf (scene, palette, form, progress, cancellable, error);
  if (g_str_has_suffix (folded, ".png"))
    return tl_export_to_png (scene, palette, form, progress, cancellable, error);

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
 * @form: (nullable): how, as for tl_export_to_bytes()
 * @filename: the file to make or to replace; its suffix chooses as for tl_export_to_bytes()
 * @error: of the domains %TL_RENDER_ERROR or %G_FILE_ERROR
 *
 * Returns: whether it was written
 */
gboolean
tl_export_file (TlScene              *scene,
                const TlPalette      *palette,
                const TlPictureForm  *form,
                const char           *filename,
                GError              **error)
{
  g_return_val_if_fail (TL_IS_SCENE (scene) && palette != NULL && filename != NULL, FALSE);

  g_autoptr (GBytes) document = tl_export_to_bytes (scene, palette, form, filename, NULL, NULL, error);

  return document != NULL && tl_export_write (document, filename, error);
}
