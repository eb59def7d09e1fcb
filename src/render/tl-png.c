/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A drawing as a PNG image, made in strips.
 *
 * An image of 200 million pixels takes 800 MB as one surface.  Here it is drawn strip by strip, each compressed before
 * the next is drawn, so that it takes what one strip takes, and what the file takes.  The format is that of the PNG
 * specification (second edition): the signature, the header, one run of deflated rows cut into chunks, the end.  Rows
 * are stored as their difference from the row above, of which a picture of cards and lines has little.
 *
 * Rejected: cairo's own writer, which needs the whole surface and reads it into a second; libpng, a dependency for what
 * are three chunks.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-export.h"
#include "tl-png.h"

/* Pixels of a strip, and bytes that are taken from the compressor at a time */
#define STRIP  (8u * 1024u * 1024u)
#define BUFFER 65536

/* The quickest levels make files of twice the size, the best take three times as long for a tenth. */
#define LEVEL 5

#define BYTES_PER_PIXEL 3
#define FILTER_UP       2

typedef struct
{
  guint       width;
  guint       height;
  GByteArray *file;
  GByteArray *chunk;           /* what has been compressed and is not in the file yet */
  GConverter *compressor;
  guint8     *above;           /* the row before, or zeros */
  guint8     *row;             /* the filter and the differences */
  guint32     sums[256];
} Writer;

/* The polynomial is that of the specification's appendix on cyclic redundancy codes. */
static void
make_sums (guint32 *sums)
{
  for (guint i = 0; i < 256; i++)
    {
      guint32 sum = i;

      for (guint bit = 0; bit < 8; bit++)
        sum = sum & 1 ? 0xedb88320u ^ (sum >> 1) : sum >> 1;
      sums[i] = sum;
    }
}

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  guint32 big = GUINT32_TO_BE (number);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_chunk (Writer       *self,
              const char   *type,
              const guint8 *data,
              guint         length)
{
  guint32 sum = 0xffffffffu;
  guint from;

  append_number (self->file, length);
  from = self->file->len;
  g_byte_array_append (self->file, (const guint8 *) type, 4);
  if (length > 0)
    g_byte_array_append (self->file, data, length);
  for (guint i = from; i < self->file->len; i++)
    sum = self->sums[(sum ^ self->file->data[i]) & 0xff] ^ (sum >> 8);
  append_number (self->file, sum ^ 0xffffffffu);
}

static void
append_header (Writer *self)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  /* Eight bits, red green blue, deflate, adaptive filters, not interlaced */
  static const guint8 kind[] = { 8, 2, 0, 0, 0 };
  g_autoptr (GByteArray) header = g_byte_array_new ();

  g_byte_array_append (self->file, signature, sizeof signature);
  append_number (header, self->width);
  append_number (header, self->height);
  g_byte_array_append (header, kind, sizeof kind);
  append_chunk (self, "IHDR", header->data, header->len);
}

/* Compresses @data, or what is left in the compressor when it is the end. */
static gboolean
compress (Writer        *self,
          const guint8  *data,
          gsize          length,
          gboolean       is_end,
          GError       **error)
{
  GConverterResult result;

  do
    {
      gsize n_read, n_written;
      guint end = self->chunk->len;

      g_byte_array_set_size (self->chunk, end + BUFFER);
      result = g_converter_convert (self->compressor, data, length, self->chunk->data + end, BUFFER,
                                    is_end ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written,
                                    error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;
      g_byte_array_set_size (self->chunk, end + (guint) n_written);
      data += n_read;
      length -= n_read;
    }
  while (is_end ? result != G_CONVERTER_FINISHED : length > 0);

  return TRUE;
}

static void
filter_row (Writer        *self,
            const guint32 *pixels)
{
  guint8 *out = self->row;

  *out++ = FILTER_UP;
  for (guint x = 0; x < self->width; x++)
    {
      const guint8 colours[] = { (guint8) (pixels[x] >> 16), (guint8) (pixels[x] >> 8), (guint8) pixels[x] };

      for (guint i = 0; i < BYTES_PER_PIXEL; i++)
        {
          *out++ = (guint8) (colours[i] - self->above[x * BYTES_PER_PIXEL + i]);
          self->above[x * BYTES_PER_PIXEL + i] = colours[i];
        }
    }
}

static gboolean
append_strip (Writer           *self,
              cairo_surface_t  *surface,
              guint             n_rows,
              GError          **error)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (guint y = 0; y < n_rows; y++)
    {
      filter_row (self, (const guint32 *) (gconstpointer) (data + (gsize) y * (gsize) stride));
      if (!compress (self, self->row, 1 + (gsize) self->width * BYTES_PER_PIXEL, FALSE, error))
        return FALSE;
    }

  append_chunk (self, "IDAT", self->chunk->data, self->chunk->len);
  g_byte_array_set_size (self->chunk, 0);

  return TRUE;
}

static gboolean
draw_strip (Writer         *self,
            guint           y,
            guint           n_rows,
            TlPngDrawFunc   draw,
            gpointer        data,
            GError        **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) self->width, (int) n_rows);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;
  gboolean is_done = FALSE;

  cairo_translate (cr, 0.0, -(double) y);
  draw (cr, y, n_rows, data);
  status = cairo_status (cr);
  cairo_surface_flush (surface);

  if (status == CAIRO_STATUS_SUCCESS)
    is_done = append_strip (self, surface, n_rows, error);
  else
    g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_FAILED,
                 /* Translators: followed by the reason cairo gives */
                 _("The picture could not be drawn: %s"), cairo_status_to_string (status));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return is_done;
}

static gboolean
write_strips (Writer         *self,
              TlPngDrawFunc   draw,
              gpointer        data,
              TlProgress     *progress,
              GCancellable   *cancellable,
              GError        **error)
{
  guint rows = CLAMP (STRIP / self->width, 1, self->height);

  append_header (self);
  for (guint y = 0; y < self->height; y += rows)
    {
      tl_progress_tell (progress, y, self->height);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !draw_strip (self, y, MIN (rows, self->height - y), draw, data, error))
        return FALSE;
    }
  if (!compress (self, self->row, 0, TRUE, error))
    return FALSE;

  append_chunk (self, "IDAT", self->chunk->data, self->chunk->len);
  append_chunk (self, "IEND", NULL, 0);

  return TRUE;
}

/**
 * tl_png_new:
 * @width: how many pixels a row has, 1 to 32,767
 * @height: how many rows there are, at least 1
 * @draw: draws strips of the image, from above to below
 * @data: for @draw
 * @progress: (nullable): told before each strip how many rows are done
 * @cancellable: (nullable): looked at before each strip
 * @error: %TL_RENDER_ERROR_FAILED or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a PNG image, %NULL with @error set
 */
GBytes *
tl_png_new (guint           width,
            guint           height,
            TlPngDrawFunc   draw,
            gpointer        data,
            TlProgress     *progress,
            GCancellable   *cancellable,
            GError        **error)
{
  g_return_val_if_fail (width > 0 && width <= G_MAXINT16 && height > 0 && draw != NULL, NULL);

  Writer writer = { .width = width, .height = height, .file = g_byte_array_new (), .chunk = g_byte_array_new () };
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL));
  g_autofree guint8 *above = g_new0 (guint8, (gsize) width * BYTES_PER_PIXEL);
  g_autofree guint8 *row = g_new (guint8, (gsize) width * BYTES_PER_PIXEL + 1);

  writer.compressor = compressor;
  writer.above = above;
  writer.row = row;
  make_sums (writer.sums);

  gboolean is_done = write_strips (&writer, draw, data, progress, cancellable, error);

  g_byte_array_unref (writer.chunk);
  if (is_done)
    return g_byte_array_free_to_bytes (writer.file);

  g_byte_array_unref (writer.file);

  return NULL;
}
