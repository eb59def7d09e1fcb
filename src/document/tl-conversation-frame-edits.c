/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a conversation, edited where it stands: statements sorted, put in order, linked and removed.
 *
 * Links go with the flow, from Work to Impact to Result, and within a column from one statement to another; only a loop
 * goes back, from a Result to an Impact.  What changes its column takes its links along: that two statements belong
 * together stays true, and which of them helps the other follows from where they stand.  To drop those links was
 * rejected, for a statement is often sorted wrongly at first, when the question it answers has linked it already.
 *
 * Turning links round never closes a circle.  A circle would have to stay within one column, and what comes into a
 * column has only links that go in, or only such that go out, among those that are there. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-conversation-edits.h"
#include "tl-edits-private.h"

static gboolean
is_in_loop_order (TlFacet from,
                  TlFacet to)
{
  return from == TL_FACET_RESULT && to == TL_FACET_IMPACT;
}

/* A loop between two that are no longer a Result and an Impact is none, and a note is linked with nothing. */
static void
mend_link (TlDocument      *document,
           TlStatementLink *link)
{
  TlStatement *from = tl_statement_link_get_from (link);
  TlStatement *to = tl_statement_link_get_to (link);
  TlFacet facet_from = tl_statement_get_facet (from);
  TlFacet facet_to = tl_statement_get_facet (to);

  if (facet_from == TL_FACET_UNSET || facet_to == TL_FACET_UNSET ||
      (tl_statement_link_get_loop (link) && !is_in_loop_order (facet_from, facet_to)))
    {
      tl_document_remove (document, TL_ENTITY (link));
      return;
    }

  if (!tl_statement_link_get_loop (link) && facet_from > facet_to)
    {
      tl_statement_link_set_from (link, to);
      tl_statement_link_set_to (link, from);
    }
}

static void
mend_links (TlDocument  *document,
            TlStatement *statement)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (statement), TL_TYPE_STATEMENT_LINK, NULL);

  for (guint i = 0; i < links->len; i++)
    mend_link (document, g_ptr_array_index (links, i));
}

static void
change_facet (TlDocument  *document,
              TlStatement *statement,
              TlFacet      facet,
              gboolean     reputation)
{
  gboolean is_other_column = tl_statement_get_facet (statement) != facet;

  tl_statement_set_facet (statement, facet);
  tl_statement_set_reputation (statement, reputation && facet == TL_FACET_RESULT);
  if (is_other_column)
    mend_links (document, statement);
}

/**
 * tl_conversation_edits_set_facet:
 * @document: a document
 * @statement: a statement of it
 * @facet: its column; %TL_FACET_UNSET for a note, which is not part of the frame and linked with nothing
 * @reputation: whether it is about being seen as something; for a Result only
 *
 * Sorts the statement.  In another column it comes after those that have been put in order, and its links stay where the
 * frame allows them, turned round where they would go against the flow.
 */
void
tl_conversation_edits_set_facet (TlDocument  *document,
                                 TlStatement *statement,
                                 TlFacet      facet,
                                 gboolean     reputation)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_STATEMENT (statement));

  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, _("Sort Statement"));
  if (tl_statement_get_facet (statement) != facet)
    tl_statement_set_position (statement, NAN);
  change_facet (document, statement, facet, reputation);
  tl_document_finish_group (document);
}

static GPtrArray *
dup_column (TlStatement *statement)
{
  g_autoptr (GPtrArray) all = tl_conversation_dup_statements (tl_statement_get_conversation (statement));
  GPtrArray *column = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TlStatement *other = g_ptr_array_index (all, i);

      if (other != statement && tl_statement_get_facet (other) == tl_statement_get_facet (statement))
        g_ptr_array_add (column, other);
    }

  return column;
}

static void
put_at (TlStatement *statement,
        guint        index)
{
  g_autoptr (GPtrArray) column = dup_column (statement);
  g_autofree double *old = g_new (double, column->len + 1);
  g_autofree double *positions = NULL;

  g_ptr_array_insert (column, MIN (index, column->len), statement);
  for (guint i = 0; i < column->len; i++)
    old[i] = tl_statement_get_position (g_ptr_array_index (column, i));

  positions = tl_edits_compute_positions (old, column->len);
  for (guint i = 0; i < column->len; i++)
    tl_statement_set_position (g_ptr_array_index (column, i), positions[i]);
}

/**
 * tl_conversation_edits_place:
 * @document: a document
 * @statement: a statement of it
 * @column: the facet whose column it is to stand in; %TL_FACET_UNSET for among the notes
 * @index: how many of that column, itself not counted, are to stand before it; more than there are for at the end
 *
 * Moves the statement, and sorts it when that is another column: see tl_conversation_edits_set_facet().
 */
void
tl_conversation_edits_place (TlDocument  *document,
                             TlStatement *statement,
                             TlFacet      column,
                             guint        index)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_STATEMENT (statement));

  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, _("Move Statement"));
  change_facet (document, statement, column, tl_statement_get_reputation (statement));
  put_at (statement, index);
  tl_document_finish_group (document);
}

/* The link of this kind with which @from helps @to, or NULL */
static TlStatementLink *
find_link (TlStatement *from,
           TlStatement *to,
           gboolean     loop)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_STATEMENT_LINK, "from");

  for (guint i = 0; i < links->len; i++)
    {
      TlStatementLink *link = g_ptr_array_index (links, i);

      if (tl_statement_link_get_to (link) == to && tl_statement_link_get_loop (link) == loop)
        return link;
    }

  return NULL;
}

/* Whether @from helps @to, on a detour or not; loops do not count. */
static gboolean
helps (TlStatement *from,
       TlStatement *to)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  g_ptr_array_add (found, from);
  for (guint i = 0; i < found->len; i++)
    {
      g_autoptr (GPtrArray) links =
        tl_entity_dup_referrers (g_ptr_array_index (found, i), TL_TYPE_STATEMENT_LINK, "from");

      for (guint k = 0; k < links->len; k++)
        {
          TlStatementLink *link = g_ptr_array_index (links, k);
          TlStatement *helped = tl_statement_link_get_to (link);

          if (!tl_statement_link_get_loop (link) && g_hash_table_add (seen, helped))
            g_ptr_array_add (found, helped);
        }
    }

  return g_hash_table_contains (seen, to);
}

static gboolean
check_ends (TlStatement  *from,
            TlStatement  *to,
            GError      **error)
{
  if (from == to)
    return tl_edits_refuse (error, _("A statement cannot help itself. Choose another one."));
  if (tl_statement_get_conversation (from) != tl_statement_get_conversation (to))
    return tl_edits_refuse (error, _("These statements are of two conversations. Only those of one can be linked."));
  if (tl_statement_get_facet (from) == TL_FACET_UNSET || tl_statement_get_facet (to) == TL_FACET_UNSET)
    return tl_edits_refuse (error, _("A note is not part of the frame. Say first whether it is Work, Impact or Result."));

  return TRUE;
}

static gboolean
check_direction (TlStatement  *from,
                 TlStatement  *to,
                 gboolean      loop,
                 GError      **error)
{
  if (loop && !is_in_loop_order (tl_statement_get_facet (from), tl_statement_get_facet (to)))
    return tl_edits_refuse (error, _("A loop leads from a Result back to the Impact that it lets you invest in again. Choose a Result first, then an Impact."));
  if (loop)
    return TRUE;
  if (tl_statement_get_facet (from) > tl_statement_get_facet (to))
    return tl_edits_refuse (error, _("Links lead from Work to Impact to Result. Choose the one that helps first, or make a loop from a Result back to an Impact."));
  if (helps (to, from))
    {
      g_autofree char *helping = tl_entity_dup_display_name (TL_ENTITY (to));
      g_autofree char *helped = tl_entity_dup_display_name (TL_ENTITY (from));

      return tl_edits_refuse (error, _("“%s” helps “%s” already. A link back would go round in a circle."), helping, helped);
    }

  return TRUE;
}

/**
 * tl_conversation_edits_can_connect:
 * @document: a document
 * @from: the statement that would help
 * @to: the statement that would be helped
 * @loop: whether @from is the Result that lets us invest in the Impact @to again
 * @error: (nullable): return location for a #TlDocumentError, which says why not
 *
 * For a drag that has to say beforehand whether it is taken.
 *
 * Returns: whether tl_conversation_edits_connect() does it
 */
gboolean
tl_conversation_edits_can_connect (TlDocument   *document,
                                   TlStatement  *from,
                                   TlStatement  *to,
                                   gboolean      loop,
                                   GError      **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (TL_IS_STATEMENT (from), FALSE);
  g_return_val_if_fail (TL_IS_STATEMENT (to), FALSE);

  if (!tl_edits_check_writable (document, error) || !check_ends (from, to, error))
    return FALSE;
  if (find_link (from, to, loop) != NULL)
    {
      g_autofree char *one = tl_entity_dup_display_name (TL_ENTITY (from));
      g_autofree char *other = tl_entity_dup_display_name (TL_ENTITY (to));

      return tl_edits_refuse (error, _("“%s” and “%s” are linked already."), one, other);
    }

  return check_direction (from, to, loop, error);
}

/**
 * tl_conversation_edits_connect:
 * @document: a document
 * @from: the statement that helps
 * @to: the statement that is helped
 * @loop: whether @from is the Result that lets us invest in the Impact @to again
 * @error: return location for a #TlDocumentError, which says why not
 *
 * Returns: (transfer none) (nullable): the link, or %NULL when it was refused
 */
TlStatementLink *
tl_conversation_edits_connect (TlDocument   *document,
                               TlStatement  *from,
                               TlStatement  *to,
                               gboolean      loop,
                               GError      **error)
{
  g_autoptr (TlStatementLink) link = NULL;

  if (!tl_conversation_edits_can_connect (document, from, to, loop, error))
    return NULL;

  link = tl_statement_link_new ();
  tl_statement_link_set_from (link, from);
  tl_statement_link_set_to (link, to);
  tl_statement_link_set_loop (link, loop);
  tl_document_begin_group (document, _("Connect Statements"));
  tl_document_add (document, TL_ENTITY (link));
  tl_document_finish_group (document);

  return link;
}

/**
 * tl_conversation_edits_disconnect:
 * @document: a document
 * @link: a link of it
 */
void
tl_conversation_edits_disconnect (TlDocument      *document,
                                  TlStatementLink *link)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_STATEMENT_LINK (link));

  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, _("Disconnect Statements"));
  tl_document_remove (document, TL_ENTITY (link));
  tl_document_finish_group (document);
}

/**
 * tl_conversation_edits_remove:
 * @document: a document
 * @statements: (element-type TlStatement): statements of it; those that are gone already are passed over
 *
 * Removes them with their links.  The goals that came of them stay.
 */
void
tl_conversation_edits_remove (TlDocument *document,
                              GPtrArray  *statements)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (statements != NULL);

  if (tl_edits_check_writable (document, NULL))
    tl_edits_remove_together (document, statements,
                              statements->len == 1 ? _("Remove Statement") : _("Remove Statements"));
}
