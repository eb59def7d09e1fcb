/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each Impact looks like for the people it is for, on the worksheet of a coaching conversation.
 *
 * It is what the person says most exactly, and what the two come back to, so it is set in full.  Rejected: beneath the
 * words in the frame alone, where a card has room for two lines of it.
 */

#define G_LOG_DOMAIN "tl-render"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-enum-types.h"
#include "tl-format.h"
#include "tl-statement.h"
#include "tl-vocabulary.h"
#include "tl-worksheet-private.h"

static gboolean
has_text (const char *string)
{
  return string != NULL && *string != '\0';
}

/**
 * tl_worksheet_tells_difference:
 * @statement: something that was said
 *
 * Returns: whether tl_worksheet_add_difference() sets it in full: an Impact of which was said what it looks like
 */
gboolean
tl_worksheet_tells_difference (TlStatement *statement)
{
  return tl_statement_get_facet (statement) == TL_FACET_IMPACT && has_text (tl_statement_get_text (statement))
         && has_text (tl_statement_get_detail (statement));
}

/* For whom it is: by name when that was said */
static void
add_people (TlPaperDocument *document,
            TlStatement     *statement)
{
  TlBeneficiary beneficiary = tl_statement_get_beneficiary (statement);
  const char *who = tl_statement_get_who (statement);
  const char *label = beneficiary != TL_BENEFICIARY_UNSET ? tl_enum_to_label (TL_TYPE_BENEFICIARY, beneficiary) : "";

  if (!has_text (who) && !has_text (label))
    return;

  g_autofree char *isolated = tl_format_isolate (has_text (who) ? who : label);

  /* Translators: on the worksheet, beneath an Impact: the people it is for */
  g_autofree char *people = g_strdup_printf (_("For: %s"), isolated);

  tl_paper_document_add_text (document, TL_PAPER_STYLE_SMALL, people);
}

static void
add_impact (TlPaperDocument *document,
            TlStatement     *statement)
{
  g_autofree char *text = g_utf8_make_valid (tl_statement_get_text (statement), -1);
  const TlPaperSpan whole = { 0, (guint) strlen (text) };
  /* Translators: on the worksheet, beneath an Impact: what the person said it would look like for those it is for */
  g_autofree char *looks = g_strdup_printf (_("What it looks like: %s"), tl_statement_get_detail (statement));

  tl_paper_document_begin_group (document);
  tl_paper_document_add_marked (document, TL_PAPER_STYLE_BODY, text, &whole, 1);
  add_people (document, statement);
  tl_paper_document_add_text (document, TL_PAPER_STYLE_BODY, looks);
  tl_paper_document_end_group (document);
}

/**
 * tl_worksheet_add_difference:
 * @document: what to add to
 * @statements: (element-type TlStatement): what was said
 *
 * Adds each Impact of which was said what it looks like: in bold, for whom it is, and what it looks like in the person's
 * words.  Without any there is no heading either.
 */
void
tl_worksheet_add_difference (TlPaperDocument *document,
                             GPtrArray       *statements)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < statements->len; i++)
    {
      if (!tl_worksheet_tells_difference (statements->pdata[i]))
        continue;

      if (!begun)
        /* Translators: a heading on the worksheet, above what changes for other people */
        tl_paper_document_add_text (document, TL_PAPER_STYLE_HEADING_1, _("The difference it makes"));
      begun = TRUE;
      add_impact (document, statements->pdata[i]);
    }
}
