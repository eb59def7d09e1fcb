/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saying of several goals at once that they help another.
 *
 * Whoever drags a line from card to card has to be told beforehand whether it is taken, and if not, why: a goal does
 * not help itself, nor twice, nor on a detour.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-edits-private.h"
#include "tl-goal-edits.h"

/* Whether one of @goals does not help @to yet; the first that does is what a refusal is about. */
static gboolean
check_any_new (GPtrArray  *goals,
               TlGoal     *to,
               GError    **error)
{
  g_autofree char *from_title = NULL;
  g_autofree char *to_title = NULL;

  for (guint i = 0; i < goals->len; i++)
    {
      if (tl_edits_find_link (g_ptr_array_index (goals, i), to) == NULL)
        return TRUE;
    }

  to_title = tl_entity_dup_display_name (TL_ENTITY (to));
  if (goals->len > 1)
    /* Translators: the title of a goal that several others help */
    return tl_edits_refuse (error, _("All of them help “%s” already."), to_title);

  from_title = tl_entity_dup_display_name (g_ptr_array_index (goals, 0));
  /* Translators: the titles of a goal that helps and of the one that is helped */
  return tl_edits_refuse (error, _("“%s” helps “%s” already."), from_title, to_title);
}

/**
 * tl_goal_edits_can_connect:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it, one or more
 * @to: the goal that they would help
 * @error: (nullable): return location for a #TlDocumentError, which names the loop
 *
 * Returns: whether tl_goal_edits_connect() does it
 */
gboolean
tl_goal_edits_can_connect (TlDocument  *document,
                           GPtrArray   *goals,
                           TlGoal      *to,
                           GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (goals != NULL && goals->len > 0, FALSE);
  g_return_val_if_fail (TL_IS_GOAL (to), FALSE);

  if (g_ptr_array_find (goals, to, NULL))
    return tl_edits_refuse (error, _("A goal cannot help itself."));

  /* A loop, and a document that can only be read, are refused as for goals that are moved. */
  return check_any_new (goals, to, error) && tl_goal_edits_can_move (document, goals, to, error);
}

/**
 * tl_goal_edits_connect:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it, one or more
 * @to: the goal that they are to help, beside what they help already
 * @error: return location for a #TlDocumentError, which names the loop
 *
 * Makes each of @goals contribute to @to, in one step; those that do already stay as they are.
 *
 * Returns: whether it was done; when not, nothing was
 */
gboolean
tl_goal_edits_connect (TlDocument  *document,
                       GPtrArray   *goals,
                       TlGoal      *to,
                       GError     **error)
{
  if (!tl_goal_edits_can_connect (document, goals, to, error))
    return FALSE;

  tl_document_begin_group (document, _("Connect Goals"));
  for (guint i = 0; i < goals->len; i++)
    tl_document_connect (document, g_ptr_array_index (goals, i), to, NULL);
  tl_document_finish_group (document);

  return TRUE;
}
