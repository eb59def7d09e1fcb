/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever has pages, and its PDF file.
 *
 * The file holds its date of making, and nothing else that differs from one run to the next; when SOURCE_DATE_EPOCH is
 * set that date is taken from it, and the same document gives the same bytes.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "tl-export.h"
#include "tl-pages.h"
#include "tl-text.h"

G_DEFINE_INTERFACE (TlPages, tl_pages, G_TYPE_OBJECT)

static void
tl_pages_default_init (TlPagesInterface *iface)
{
}

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

/* Titles come from people and from files; a PDF takes only clean text. */
static void
set_text (cairo_surface_t      *surface,
          cairo_pdf_metadata_t  what,
          const char           *text)
{
  g_autofree char *clean = text != NULL ? tl_text_clean (text) : NULL;

  if (clean != NULL)
    cairo_pdf_surface_set_metadata (surface, what, clean);
}

static void
set_metadata (TlPages         *self,
              cairo_surface_t *surface)
{
  TlPagesInterface *iface = TL_PAGES_GET_IFACE (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Throughline");
  set_text (surface, CAIRO_PDF_METADATA_TITLE, iface->get_title != NULL ? iface->get_title (self) : NULL);
  set_text (surface, CAIRO_PDF_METADATA_AUTHOR, iface->get_author != NULL ? iface->get_author (self) : NULL);
  set_date (surface);
}

/* Stops at the page at which it is cancelled. */
static cairo_status_t
draw_pages (TlPages         *self,
            cairo_surface_t *surface,
            TlProgress      *progress,
            GCancellable    *cancellable)
{
  cairo_t *cr = cairo_create (surface);
  guint n_pages = tl_pages_get_n_pages (self);

  for (guint i = 0; i < n_pages && !g_cancellable_is_cancelled (cancellable); i++)
    {
      tl_progress_tell (progress, i, n_pages);
      tl_pages_draw_page (self, cr, i);
      cairo_show_page (cr);
    }

  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);

  return status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
}

/**
 * tl_pages_get_setup:
 * @self: something that has pages
 *
 * Returns: (transfer none): the page, of which all of them are
 */
const TlPageSetup *
tl_pages_get_setup (TlPages *self)
{
  g_return_val_if_fail (TL_IS_PAGES (self), NULL);

  return TL_PAGES_GET_IFACE (self)->get_setup (self);
}

/**
 * tl_pages_get_n_pages:
 * @self: something that has pages
 *
 * Returns: how many there are
 */
guint
tl_pages_get_n_pages (TlPages *self)
{
  g_return_val_if_fail (TL_IS_PAGES (self), 0);

  return TL_PAGES_GET_IFACE (self)->get_n_pages (self);
}

/**
 * tl_pages_draw_page:
 * @self: something that has pages
 * @cr: what to draw on, in points from the upper left corner of the paper; left as it was found
 * @page: the number of the page, from 0
 *
 * Draws a page without its ground: paper is white by itself.
 */
void
tl_pages_draw_page (TlPages *self,
                    cairo_t *cr,
                    guint    page)
{
  g_return_if_fail (TL_IS_PAGES (self) && cr != NULL);
  g_return_if_fail (page < tl_pages_get_n_pages (self));

  TL_PAGES_GET_IFACE (self)->draw_page (self, cr, page);
}

/**
 * tl_pages_get_kind:
 * @self: something that has pages
 *
 * Returns: (transfer none): what the queue of a printer, which is read by many, calls them
 */
const char *
tl_pages_get_kind (TlPages *self)
{
  g_return_val_if_fail (TL_IS_PAGES (self), NULL);

  return TL_PAGES_GET_IFACE (self)->get_kind (self);
}

/**
 * tl_pages_copy:
 * @self: something that has pages
 *
 * Returns: (transfer full) (nullable): other pages that show the same, to be drawn by one other thread; %NULL when they
 *   can be drawn here without anybody waiting
 */
TlPages *
tl_pages_copy (TlPages *self)
{
  g_return_val_if_fail (TL_IS_PAGES (self), NULL);

  TlPagesInterface *iface = TL_PAGES_GET_IFACE (self);

  return iface->copy != NULL ? iface->copy (self) : NULL;
}

/**
 * tl_pages_to_pdf:
 * @self: something that has pages
 * @progress: (nullable): told before each page how many are done
 * @cancellable: (nullable): looked at before each page
 * @error: %TL_RENDER_ERROR_FAILED or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a PDF file whose text is text, %NULL with @error set
 */
GBytes *
tl_pages_to_pdf (TlPages       *self,
                 TlProgress    *progress,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_return_val_if_fail (TL_IS_PAGES (self), NULL);

  const TlPageSetup *setup = tl_pages_get_setup (self);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, setup->width, setup->height);

  set_metadata (self, surface);

  cairo_status_t status = draw_pages (self, surface, progress, cancellable);

  cairo_surface_destroy (surface);

  g_autoptr (GBytes) file = g_byte_array_free_to_bytes (bytes);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status == CAIRO_STATUS_SUCCESS)
    return g_steal_pointer (&file);

  g_set_error (error, TL_RENDER_ERROR, TL_RENDER_ERROR_FAILED,
               /* Translators: followed by the reason cairo gives */
               _("The pages could not be drawn: %s"), cairo_status_to_string (status));

  return NULL;
}
