/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The worksheet to fill in by hand: the same page, with the questions in place of the answers.
 *
 * It is always one page.  The three columns get the lines that the rest leaves them.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-paper-private.h"
#include "tl-worksheet-private.h"

#define MOST_LINES   14
#define LEAST_LINES  3
#define N_ACTIONS    3
#define LOOP_HEIGHT  31.5
#define LOOP_RADIUS  7.0
#define LOOP_DEPTH   15.0
#define ARROW        3.2
#define LABEL_Y      17.5

static void
add_names (TlPaperDocument *document,
           const char      *name)
{
  const TlPaperField fields[] = {
    { _("Name"), name, 1.2 },
    /* Translators: on a blank worksheet, before a line for the name of the coach */
    { _("With"), NULL, 1.2 },
    { _("Date"), NULL, 0.8 },
  };

  tl_paper_document_add_text (document, TL_PAPER_STYLE_KICKER, _("Coaching worksheet"));
  tl_paper_document_add_fields (document, fields, G_N_ELEMENTS (fields));
}

static void
add_beginning (TlPaperDocument *document)
{
  tl_paper_document_add_space (document, TL_PAPER_LINE);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_LEAD, _("How do you think about success?"));
  tl_paper_document_add_ruled (document, 2, FALSE);
}

static void
add_column (TlPaperDocument *document,
            const char      *heading,
            const char      *prompt,
            guint            n_lines)
{
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, heading);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_SMALL, prompt);
  tl_paper_document_add_ruled (document, n_lines, FALSE);
}

/* From beneath the third column back up to the second, with the question on its line. */
static void
draw_loop (cairo_t  *cr,
           double    width,
           double    height,
           gpointer  data)
{
  const TlColour *accent = tl_paper_get_accent ();
  double to = width / 2.0;
  double from = width - (width - 2.0 * TL_PAPER_GUTTER) / 6.0;
  PangoContext *context = pango_cairo_create_context (cr);
  TlPaperText text = { 0 };

  cairo_set_source_rgb (cr, accent->red, accent->green, accent->blue);
  cairo_set_line_width (cr, TL_PAPER_STRONG);
  cairo_new_path (cr);
  cairo_move_to (cr, from, 0.0);
  cairo_line_to (cr, from, LOOP_DEPTH - LOOP_RADIUS);
  cairo_arc (cr, from - LOOP_RADIUS, LOOP_DEPTH - LOOP_RADIUS, LOOP_RADIUS, 0.0, G_PI_2);
  cairo_line_to (cr, to + LOOP_RADIUS, LOOP_DEPTH);
  cairo_arc (cr, to + LOOP_RADIUS, LOOP_DEPTH - LOOP_RADIUS, LOOP_RADIUS, G_PI_2, G_PI);
  cairo_line_to (cr, to, ARROW);
  cairo_stroke (cr);
  cairo_move_to (cr, to, 0.0);
  cairo_line_to (cr, to - ARROW, 2.0 * ARROW);
  cairo_line_to (cr, to + ARROW, 2.0 * ARROW);
  cairo_close_path (cr);
  cairo_fill (cr);

  tl_paper_text_set (&text, context, TL_PAPER_STYLE_CAPTION, _("Which result lets us, and them, invest again?"), width);
  tl_paper_text_draw_line (&text, cr, 0, MAX ((from + to - tl_paper_text_get_width (&text)) / 2.0, 0.0), LABEL_Y);
  tl_paper_text_clear (&text);
  g_object_unref (context);
}

static void
add_frame (TlPaperDocument *document,
           guint            n_lines)
{
  tl_paper_document_begin_columns (document, 3, TL_PAPER_BETWEEN_ARROWS);
  add_column (document, _("Work"), _("What do we do? Which people, skills and activities does it take?"), n_lines);
  tl_paper_document_next_column (document);
  add_column (document, _("Impact"), _("What changes for whom? What would that look like for them?"), n_lines);
  tl_paper_document_next_column (document);
  add_column (document, _("Result"), _("What would be the evidence? What would it bring them, and us?"), n_lines);
  tl_paper_document_end_columns (document);
  tl_paper_document_add_drawing (document, LOOP_HEIGHT, draw_loop, NULL, NULL);
}

static void
add_results (TlPaperDocument *document)
{
  tl_paper_document_begin_columns (document, 2, TL_PAPER_BETWEEN_NOTHING);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("Results for them"));
  tl_paper_document_add_ruled (document, 2, FALSE);
  tl_paper_document_next_column (document);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("Results for us"));
  tl_paper_document_add_ruled (document, 2, FALSE);
  tl_paper_document_end_columns (document);
}

static TlPaperDocument *
compose (const char        *name,
         const TlPageSetup *setup,
         guint              n_lines)
{
  TlPaperDocument *document = tl_paper_document_new (setup);

  tl_paper_document_set_title (document, _("Coaching worksheet"));
  add_names (document, name);
  add_beginning (document);
  add_frame (document, n_lines);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("What we agreed"));
  tl_worksheet_begin_actions (document);
  for (guint i = 0; i < N_ACTIONS; i++)
    tl_paper_document_add_row (document, NULL);
  tl_paper_document_end_table (document);
  add_results (document);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("Open questions"));
  tl_paper_document_add_ruled (document, 2, FALSE);
  tl_paper_document_add_callout (document, _("We look again on"), NULL);

  return document;
}

/**
 * tl_worksheet_new_coaching_blank:
 * @name: (nullable): with whom the conversation will be; %NULL for a line to write the name on
 * @setup: the page
 *
 * Makes the worksheet to fill in by hand, for a conversation without a screen.
 *
 * Returns: (transfer full): the worksheet, of one page if the page is no smaller than those we know
 */
TlPaperDocument *
tl_worksheet_new_coaching_blank (const char        *name,
                                 const TlPageSetup *setup)
{
  g_return_val_if_fail (setup != NULL, NULL);

  for (guint n_lines = MOST_LINES; n_lines > LEAST_LINES; n_lines--)
    {
      g_autoptr (TlPaperDocument) document = compose (name, setup, n_lines);

      if (tl_paper_document_get_n_pages (document) == 1)
        return g_steal_pointer (&document);
    }

  return compose (name, setup, LEAST_LINES);
}
