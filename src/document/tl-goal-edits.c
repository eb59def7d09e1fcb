/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals added by a line of text, moved, put in order, changed and removed together.
 *
 * To move a goal is to point its contribution at another goal, not to remove one and add one: what was said about the
 * link, its weight and its rationale, is said of the goal and stays true until somebody says otherwise.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-cycle-edits.h"
#include "tl-edits-private.h"
#include "tl-goal-edits.h"
#include "tl-quick-line.h"

static TlParty *
choose_owner (TlDocument  *document,
              TlQuickLine *quick,
              TlGoal      *under,
              TlParty     *owner)
{
  if (quick->owner != NULL)
    return quick->owner;
  if (owner != NULL)
    return owner;
  if (under != NULL && tl_goal_get_owner (under) != NULL)
    return tl_goal_get_owner (under);

  return TL_PARTY (tl_model_get_organisation (tl_document_get_model (document)));
}

/* The cycle of a new goal that helps @under, if any: that of @under while it is open, for a closed cycle gets no new
 * goals; else the one that today is in, or none.
 */
TlCycle *
tl_edits_choose_cycle (TlDocument *document,
                       TlGoal     *under)
{
  TlCycle *cycle = under != NULL ? tl_goal_get_cycle (under) : NULL;

  if (cycle != NULL && !tl_cycle_get_closed (cycle))
    return cycle;

  return tl_cycle_find_current (tl_document_get_model (document), tl_date_today ());
}

static void
add_target (TlDocument  *document,
            TlGoal      *goal,
            TlQuickLine *quick)
{
  TlMeasure *measure = tl_goal_edits_add_measure (document, goal);

  tl_measure_set_name (measure, quick->title);
  tl_measure_set_kind (measure, quick->kind);
  tl_measure_set_unit (measure, quick->unit);
  tl_measure_set_baseline (measure, 0);
  tl_measure_set_target (measure, quick->target);
}

/**
 * tl_goal_edits_quick_add:
 * @document: a document
 * @under: (nullable): the goal that the new one helps
 * @owner: (nullable): whose it is; else that of @under, else our organisation
 * @line: a title, and after it any of the marks of tl_quick_line_parse(); a name in it wins over @owner
 * @error: return location for a #TlDocumentError
 *
 * Makes a goal of a line of text, in the cycle of @under or in the one that is under way.
 *
 * Returns: (transfer none) (nullable): the goal, or %NULL when @line has no title or names more than one
 */
TlGoal *
tl_goal_edits_quick_add (TlDocument  *document,
                         TlGoal      *under,
                         TlParty     *owner,
                         const char  *line,
                         GError     **error)
{
  g_autoptr (TlQuickLine) quick = NULL;
  g_autoptr (TlGoal) goal = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (under == NULL || TL_IS_GOAL (under), NULL);
  g_return_val_if_fail (owner == NULL || TL_IS_PARTY (owner), NULL);
  g_return_val_if_fail (line != NULL, NULL);

  if (!tl_edits_check_writable (document, error))
    return NULL;

  quick = tl_quick_line_parse (tl_document_get_model (document), line, tl_date_today (), error);
  if (quick == NULL)
    return NULL;
  if (*quick->title == '\0')
    {
      tl_edits_refuse (error, _("Write what the goal is: the marks alone make none."));
      return NULL;
    }

  goal = tl_goal_new ();
  tl_goal_set_title (goal, quick->title);
  tl_goal_set_owner (goal, choose_owner (document, quick, under, owner));
  tl_goal_set_cycle (goal, tl_edits_choose_cycle (document, under));
  tl_goal_set_facet (goal, quick->facet);
  tl_goal_set_due (goal, quick->due);

  tl_document_begin_group (document, _("Add Goal"));
  tl_document_add (document, TL_ENTITY (goal));
  if (under != NULL)
    tl_document_connect (document, goal, under, NULL);
  if (!isnan (quick->target))
    add_target (document, goal, quick);
  tl_document_finish_group (document);

  return goal;
}

/* The link with which @from helps @to, or NULL. */
TlContribution *
tl_edits_find_link (TlGoal *from,
                    TlGoal *to)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_CONTRIBUTION, "from");

  for (guint i = 0; i < links->len; i++)
    {
      if (tl_contribution_get_to (g_ptr_array_index (links, i)) == to)
        return g_ptr_array_index (links, i);
    }

  return NULL;
}

/**
 * tl_goal_edits_can_move:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it
 * @to: (nullable): the goal they are to help
 * @error: (nullable): return location for a #TlDocumentError, which names the loop
 *
 * For a drop that has to say beforehand whether it is taken.
 *
 * Returns: whether tl_goal_edits_move() does it
 */
gboolean
tl_goal_edits_can_move (TlDocument  *document,
                        GPtrArray   *goals,
                        TlGoal      *to,
                        GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (goals != NULL, FALSE);
  g_return_val_if_fail (to == NULL || TL_IS_GOAL (to), FALSE);

  if (!tl_edits_check_writable (document, error))
    return FALSE;

  /* Each link is looked at by itself: those to the same goal cannot close a loop together. */
  for (guint i = 0; to != NULL && i < goals->len; i++)
    {
      TlGoal *goal = g_ptr_array_index (goals, i);

      if (tl_edits_find_link (goal, to) == NULL && !tl_document_can_connect (document, goal, to, error))
        return FALSE;
    }

  return TRUE;
}

static void
move_goal (TlDocument *document,
           TlGoal     *goal,
           TlGoal     *from,
           TlGoal     *to)
{
  TlContribution *old = from != NULL ? tl_edits_find_link (goal, from) : NULL;

  if (to != NULL && old != NULL && tl_edits_find_link (goal, to) == NULL)
    {
      tl_contribution_set_to (old, to);
      return;
    }

  if (to != NULL)
    tl_document_connect (document, goal, to, NULL);
  if (old != NULL)
    tl_document_remove (document, TL_ENTITY (old));
}

/**
 * tl_goal_edits_move:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it
 * @from: (nullable): the goal that they are taken from; %NULL to add a link and keep those there are
 * @to: (nullable): the goal that they are to help instead; %NULL for none
 * @error: return location for a #TlDocumentError, which names the loop
 *
 * Points the contribution of each of @goals to @from at @to instead; its weight and rationale stay.
 *
 * Returns: whether it was done; when not, nothing was
 */
gboolean
tl_goal_edits_move (TlDocument  *document,
                    GPtrArray   *goals,
                    TlGoal      *from,
                    TlGoal      *to,
                    GError     **error)
{
  g_return_val_if_fail (from == NULL || TL_IS_GOAL (from), FALSE);

  if (!tl_goal_edits_can_move (document, goals, to, error))
    return FALSE;
  if (from == to)
    return TRUE;

  tl_document_begin_group (document, goals->len == 1 ? _("Move Goal") : _("Move Goals"));
  for (guint i = 0; i < goals->len; i++)
    move_goal (document, g_ptr_array_index (goals, i), from, to);
  tl_document_finish_group (document);

  return TRUE;
}

static double *
compute_positions (GPtrArray *goals)
{
  g_autofree double *positions = g_new (double, goals->len);

  for (guint i = 0; i < goals->len; i++)
    positions[i] = tl_goal_get_position (g_ptr_array_index (goals, i));

  return tl_edits_compute_positions (positions, goals->len);
}

/**
 * tl_goal_edits_place:
 * @document: a document
 * @siblings: (element-type TlGoal): all goals that stand beside each other, in the order they are to have
 *
 * Gives them positions in that order; those of which the order is right already keep theirs.
 */
void
tl_goal_edits_place (TlDocument *document,
                     GPtrArray  *siblings)
{
  g_autofree double *positions = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (siblings != NULL);

  if (!tl_edits_check_writable (document, NULL))
    return;

  positions = compute_positions (siblings);
  tl_document_begin_group (document, _("Change Order"));
  for (guint i = 0; i < siblings->len; i++)
    tl_goal_set_position (g_ptr_array_index (siblings, i), positions[i]);
  tl_document_finish_group (document);
}

/**
 * tl_goal_edits_remove:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it; those that are gone already are passed over
 *
 * Removes them with their measures, check-ins and links, in one step, after a backup when that is a lot.
 */
void
tl_goal_edits_remove (TlDocument *document,
                      GPtrArray  *goals)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (goals != NULL);

  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_edits_remove_together (document, goals, goals->len == 1 ? _("Remove Goal") : _("Remove Goals"));
}

/**
 * tl_goal_edits_set:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it
 * @property: one of their properties, or "owner" with a #TlParty
 * @value: what it is to be for all of them
 *
 * Changes all of them in one step.
 */
void
tl_goal_edits_set (TlDocument   *document,
                   GPtrArray    *goals,
                   const char   *property,
                   const GValue *value)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (goals != NULL);
  g_return_if_fail (property != NULL);
  g_return_if_fail (G_IS_VALUE (value));

  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, goals->len == 1 ? _("Edit Goal") : _("Edit Goals"));
  for (guint i = 0; i < goals->len; i++)
    {
      if (g_str_equal (property, "owner"))
        tl_goal_set_owner (g_ptr_array_index (goals, i), g_value_get_object (value));
      else
        g_object_set_property (g_ptr_array_index (goals, i), property, value);
    }
  tl_document_finish_group (document);
}
