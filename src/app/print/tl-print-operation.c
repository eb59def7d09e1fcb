/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages for the desktop's own printing: its dialog, its printers, its progress.
 *
 * The printer gets the pages that the preview shows, through the same function, shrunk to fit when somebody has put
 * other paper into the printer than they have looked at.  Rejected: laying the pages out again for that paper, since
 * then what is printed would not be what was looked at.
 *
 * The printer that was chosen is offered again until the program ends.  It is not kept longer, and the job has a
 * name that says nothing of anybody: the queue of a printer in a corridor is read by many.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-print-operation.h"

/* Data of an operation: whether pages are made for a printer, and whether they are made to be looked at only */
#define HAS_BEGUN  "tl-has-begun"
#define IS_PREVIEW "tl-is-preview"

/* The printer and its options as they were chosen last */
static GtkPrintSettings *last_settings;

static void
pages_unref (gpointer  data,
             GClosure *closure)
{
  g_object_unref (data);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  if (g_object_get_data (G_OBJECT (operation), IS_PREVIEW) == NULL)
    g_object_set_data (G_OBJECT (operation), HAS_BEGUN, GINT_TO_POINTER (TRUE));
}

/* The page in the middle of the paper, as large as designed or smaller. */
static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  TlPages *pages = user_data;
  const TlPageSetup *setup = tl_pages_get_setup (pages);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (1, MIN (width / setup->width, height / setup->height));

  cairo_save (cr);
  cairo_translate (cr, (width - setup->width * scale) / 2, (height - setup->height * scale) / 2);
  cairo_scale (cr, scale, scale);
  tl_pages_draw_page (pages, cr, (guint) page);
  cairo_restore (cr);
}

/* Papers by their names, which printers know, and not by their size. */
static GtkPageSetup *
create_page_setup (const TlPageSetup *setup)
{
  static const char *const names[] = {
    [TL_PAPER_A4] = GTK_PAPER_NAME_A4, [TL_PAPER_LETTER] = GTK_PAPER_NAME_LETTER, [TL_PAPER_A3] = GTK_PAPER_NAME_A3,
  };
  GtkPageSetup *page = gtk_page_setup_new ();
  GtkPaperSize *size;

  size = gtk_paper_size_new (names[setup->paper]);
  gtk_page_setup_set_paper_size (page, size);
  gtk_page_setup_set_orientation (page, setup->landscape ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                         : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_page_setup_set_top_margin (page, setup->margin_top, GTK_UNIT_POINTS);
  gtk_page_setup_set_bottom_margin (page, setup->margin_bottom, GTK_UNIT_POINTS);
  gtk_page_setup_set_left_margin (page, setup->margin_left, GTK_UNIT_POINTS);
  gtk_page_setup_set_right_margin (page, setup->margin_right, GTK_UNIT_POINTS);
  gtk_paper_size_free (size);
  return page;
}

static void
preview_ready_cb (GtkPrintOperationPreview *preview)
{
  gtk_print_operation_preview_end_preview (preview);
}

/* The button for a preview in the desktop's dialog would lay the pages into a folder for temporary files, for another
 * program to show.  Ours is open already: the dialog goes, and it is in front again.
 */
static gboolean
preview_cb (GtkPrintOperation        *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext          *context,
            GtkWindow                *parent,
            gpointer                  user_data)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  g_object_set_data (G_OBJECT (operation), IS_PREVIEW, GINT_TO_POINTER (TRUE));
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  g_signal_connect (preview, "ready", G_CALLBACK (preview_ready_cb), NULL);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

/**
 * tl_print_operation_new:
 * @pages: what to print; of paper that printers know
 * @file_name: what to call the file of somebody who prints into one, without its suffix
 *
 * Returns: (transfer full): an operation to be run, with the printer that was chosen last
 */
GtkPrintOperation *
tl_print_operation_new (TlPages    *pages,
                        const char *file_name)
{
  g_autoptr (GtkPageSetup) page = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  GtkPrintOperation *operation;

  g_return_val_if_fail (file_name != NULL, NULL);

  operation = gtk_print_operation_new ();
  page = create_page_setup (tl_pages_get_setup (pages));
  settings = last_settings != NULL ? gtk_print_settings_copy (last_settings) : gtk_print_settings_new ();
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, file_name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_n_pages (operation, (int) tl_pages_get_n_pages (pages));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_job_name (operation, tl_pages_get_kind (pages));

  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), NULL);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), NULL);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (pages),
                         pages_unref, 0);
  return operation;
}

/**
 * tl_print_operation_has_begun:
 * @operation: an operation
 *
 * Returns: whether somebody has chosen a printer and pages have been made for it, so that there is something that
 *   could be stopped half-way
 */
gboolean
tl_print_operation_has_begun (GtkPrintOperation *operation)
{
  g_return_val_if_fail (GTK_IS_PRINT_OPERATION (operation), FALSE);

  return g_object_get_data (G_OBJECT (operation), HAS_BEGUN) != NULL;
}

/**
 * tl_print_operation_remember:
 * @operation: an operation that has gone well
 *
 * Offers the same printer the next time.  Where a file went, which may be called after somebody, is forgotten.
 */
void
tl_print_operation_remember (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings;

  g_return_if_fail (GTK_IS_PRINT_OPERATION (operation));

  settings = gtk_print_operation_get_print_settings (operation);
  if (settings == NULL)
    return;

  g_clear_object (&last_settings);
  last_settings = gtk_print_settings_copy (settings);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME);
  gtk_print_settings_unset (last_settings, GTK_PRINT_SETTINGS_PAGE_RANGES);
  gtk_print_settings_set_print_pages (last_settings, GTK_PRINT_PAGES_ALL);
  gtk_print_settings_set_n_copies (last_settings, 1);
}
