/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A paper document as a PDF file.
 *
 * The file holds its date of making, and nothing else that differs from one run to the next; when SOURCE_DATE_EPOCH is
 * set that date is taken from it, and the same document gives the same bytes.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "tl-paper-private.h"

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_date (cairo_surface_t *surface)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch == NULL || !g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return;

  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *string = g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, string);
}

static void
set_metadata (TlPaperDocument *self,
              cairo_surface_t *surface)
{
  const char *title = tl_paper_document_get_title (self);
  const char *author = tl_paper_document_get_author (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  if (title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  set_date (surface);
}

static cairo_status_t
draw_pages (TlPaperDocument *self,
            cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < tl_paper_document_get_n_pages (self); i++)
    {
      tl_paper_document_draw_page (self, cr, i);
      cairo_show_page (cr);
    }

  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);

  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/**
 * tl_paper_document_to_pdf:
 * @self: a document; nothing can be added to it any more
 * @error: %TL_RENDER_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): a PDF file whose text is text, %NULL with @error set
 */
GBytes *
tl_paper_document_to_pdf (TlPaperDocument  *self,
                          GError          **error)
{
  g_return_val_if_fail (TL_IS_PAPER_DOCUMENT (self), NULL);

  const TlPageSetup *setup = tl_paper_document_get_setup (self);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, setup->width, setup->height);

  set_metadata (self, surface);

  cairo_status_t status = draw_pages (self, surface);

  cairo_surface_destroy (surface);

  g_autoptr (GBytes) file = g_byte_array_free_to_bytes (bytes);

  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&file);

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_FAILED,
               /* Translators: followed by the reason cairo gives */
               _("The pages could not be drawn: %s"), cairo_status_to_string (status));

  return NULL;
}
