/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals made from other goals: duplicated, carried over into another cycle, cascaded down to others.
 *
 * What was measured and said about a goal (readings, check-ins, private notes) is about that one goal and is never
 * copied; what it was meant to be is.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-edits-private.h"
#include "tl-goal-edits.h"

/* What a copy never has from the goal it is made from */
static const char * const own_fields[] = { "reference", "position", "carried-from", "private-notes", NULL };

/* What a goal carried over gets from its new cycle, too */
static const char * const carried_own_fields[] = {
  "reference", "position", "carried-from", "private-notes", "cycle", "start", "due", "state", NULL,
};

static TlGoal *
add_copy (TlDocument         *document,
          TlGoal             *goal,
          const char * const *except)
{
  TlGoal *copy = tl_goal_new ();

  tl_edits_copy_fields (TL_ENTITY (goal), TL_ENTITY (copy), except);
  tl_document_add (document, TL_ENTITY (copy));
  return copy;
}

static void
copy_link (TlDocument     *document,
           TlContribution *link,
           TlGoal         *from,
           TlGoal         *to)
{
  static const char * const ends[] = { "from", "to", NULL };
  TlContribution *copy = tl_document_connect (document, from, to, NULL);

  if (copy != NULL)
    tl_edits_copy_fields (TL_ENTITY (link), TL_ENTITY (copy), ends);
}

/* The newest reading; of several on one day the one added last */
static double
get_last_reading (TlMeasure *measure)
{
  g_autoptr (GPtrArray) readings = tl_entity_dup_referrers (TL_ENTITY (measure), TL_TYPE_READING, NULL);
  TlDate newest = TL_DATE_NONE;
  double value = NAN;

  for (guint i = 0; i < readings->len; i++)
    {
      TlReading *reading = g_ptr_array_index (readings, i);

      if (tl_reading_get_date (reading) >= newest && !isnan (tl_reading_get_value (reading)))
        {
          newest = tl_reading_get_date (reading);
          value = tl_reading_get_value (reading);
        }
    }

  return value;
}

/* A count per week starts anew each week and a yes/no from no: they have nothing to go on from. */
static void
set_new_baseline (TlMeasure *copy,
                  TlMeasure *measure)
{
  TlMeasureKind kind = tl_measure_get_kind (measure);
  double last = get_last_reading (measure);

  if (kind != TL_MEASURE_KIND_COUNT_PER_WEEK && kind != TL_MEASURE_KIND_YES_NO && !isnan (last))
    tl_measure_set_baseline (copy, last);
}

static void
copy_measures (TlDocument *document,
               TlGoal     *goal,
               TlGoal     *copy,
               gboolean    goes_on)
{
  static const char * const here[] = { "goal", NULL };
  static const char * const there[] = { "goal", "start", "due", NULL };
  g_autoptr (GPtrArray) measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);

  for (guint i = 0; i < measures->len; i++)
    {
      g_autoptr (TlMeasure) measure = tl_measure_new ();

      tl_measure_set_goal (measure, copy);
      tl_edits_copy_fields (g_ptr_array_index (measures, i), TL_ENTITY (measure), goes_on ? there : here);
      if (goes_on)
        set_new_baseline (measure, g_ptr_array_index (measures, i));
      tl_document_add (document, TL_ENTITY (measure));
    }
}

/* Among goals copied together the copies are linked as the goals are; a link to any other goal is kept. */
static void
copy_links_up (TlDocument *document,
               TlGoal     *goal,
               TlGoal     *copy,
               GHashTable *copies)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");

  for (guint i = 0; i < links->len; i++)
    {
      TlContribution *link = g_ptr_array_index (links, i);
      TlGoal *to = tl_contribution_get_to (link);
      TlGoal *copied = g_hash_table_lookup (copies, to);

      copy_link (document, link, copy, copied != NULL ? copied : to);
    }
}

/**
 * tl_goal_edits_duplicate:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it
 *
 * Copies them with their measures and their links up, without what was read and said.
 *
 * Returns: (transfer full) (element-type TlGoal): the copies, in the order of @goals; none in a document that can only be
 *   read
 */
GPtrArray *
tl_goal_edits_duplicate (TlDocument *document,
                         GPtrArray  *goals)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  GPtrArray *made = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TL_IS_DOCUMENT (document), made);
  g_return_val_if_fail (goals != NULL, made);

  if (!tl_edits_check_writable (document, NULL))
    return made;

  tl_document_begin_group (document, goals->len == 1 ? _("Duplicate Goal") : _("Duplicate Goals"));
  for (guint i = 0; i < goals->len; i++)
    {
      TlGoal *goal = g_ptr_array_index (goals, i);
      TlGoal *copy = add_copy (document, goal, own_fields);

      copy_measures (document, goal, copy, FALSE);
      g_hash_table_insert (copies, goal, copy);
      g_ptr_array_add (made, copy);
    }
  for (guint i = 0; i < goals->len; i++)
    copy_links_up (document, g_ptr_array_index (goals, i), g_ptr_array_index (made, i), copies);
  tl_document_finish_group (document);

  return made;
}

static TlGoal *
find_carried (TlGoal  *goal,
              TlCycle *to)
{
  g_autoptr (GPtrArray) successors = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_GOAL, "carried-from");

  for (guint i = 0; i < successors->len; i++)
    {
      if (tl_goal_get_cycle (g_ptr_array_index (successors, i)) == to)
        return g_ptr_array_index (successors, i);
    }

  return NULL;
}

/* What a link from a goal carried over points at: the copy of what it helped, or that itself where it is of another
 * cycle, such as the year of both quarters.  %NULL for a goal of the old cycle that stays behind. */
static TlGoal *
find_new_end (TlGoal     *end,
              TlGoal     *goal,
              TlCycle    *to,
              GHashTable *copies)
{
  TlGoal *copy = g_hash_table_lookup (copies, end);

  if (copy != NULL)
    return copy;
  if (tl_goal_get_cycle (end) == NULL)
    return end;
  if (tl_goal_get_cycle (end) == tl_goal_get_cycle (goal))
    return find_carried (end, to);

  return end;
}

static void
carry_links (TlDocument *document,
             TlGoal     *goal,
             TlGoal     *copy,
             TlCycle    *to,
             GHashTable *copies)
{
  g_autoptr (GPtrArray) up = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");
  g_autoptr (GPtrArray) tensions = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_TENSION, "first");

  for (guint i = 0; i < up->len; i++)
    {
      TlContribution *link = g_ptr_array_index (up, i);
      TlGoal *end = find_new_end (tl_contribution_get_to (link), goal, to, copies);

      if (end != NULL)
        copy_link (document, link, copy, end);
    }

  for (guint i = 0; i < tensions->len; i++)
    {
      TlTension *tension = g_ptr_array_index (tensions, i);
      TlGoal *end = find_new_end (tl_tension_get_second (tension), goal, to, copies);
      TlTension *made = end != NULL ? tl_document_add_tension (document, copy, end, NULL) : NULL;

      if (made != NULL)
        tl_tension_set_reason (made, tl_tension_get_reason (tension));
    }
}

/* What belongs to no cycle goes on helping: the copy as it helped the goal. */
static void
carry_standing_helpers (TlDocument *document,
                        TlGoal     *goal,
                        TlGoal     *copy)
{
  g_autoptr (GPtrArray) down = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "to");

  for (guint i = 0; i < down->len; i++)
    {
      TlContribution *link = g_ptr_array_index (down, i);

      if (tl_goal_get_cycle (tl_contribution_get_from (link)) == NULL)
        copy_link (document, link, tl_contribution_get_from (link), copy);
    }
}

static GPtrArray *
choose_to_carry (GPtrArray  *goals,
                 TlCycle    *to,
                 GError    **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  if (tl_cycle_get_closed (to))
    {
      tl_edits_refuse (error, _("“%s” is closed. Open it again, or choose another cycle."), tl_cycle_get_name (to));
      return NULL;
    }

  for (guint i = 0; i < goals->len; i++)
    {
      TlGoal *goal = g_ptr_array_index (goals, i);

      if (tl_goal_get_cycle (goal) != to && find_carried (goal, to) == NULL)
        g_ptr_array_add (chosen, goal);
    }

  if (chosen->len > 0)
    return g_steal_pointer (&chosen);

  tl_edits_refuse (error, ngettext ("This goal is in “%s” already.", "These goals are in “%s” already.", goals->len),
                   tl_cycle_get_name (to));
  return NULL;
}

static TlGoal *
carry_goal (TlDocument *document,
            TlGoal     *goal,
            TlCycle    *to)
{
  TlGoal *copy = add_copy (document, goal, carried_own_fields);

  tl_goal_set_cycle (copy, to);
  tl_goal_set_carried_from (copy, goal);
  copy_measures (document, goal, copy, TRUE);
  return copy;
}

/**
 * tl_goal_edits_carry_over:
 * @document: a document
 * @goals: (element-type TlGoal): goals of it; the unfinished ones only is the caller's choice, see
 *   tl_cycle_dup_unfinished()
 * @to: the cycle they are to go on in
 * @error: return location for a #TlDocumentError
 *
 * Copies the goals into @to: active, with the dates of the cycle, with measures that begin where the last reading left
 * off, with the links among themselves and to goals that are not of the old cycle.  Goals that are in @to already, or
 * were carried there before, are passed over.
 *
 * Returns: (transfer full) (nullable) (element-type TlGoal): the copies, or %NULL when it was refused
 */
GPtrArray *
tl_goal_edits_carry_over (TlDocument  *document,
                          GPtrArray   *goals,
                          TlCycle     *to,
                          GError     **error)
{
  g_autoptr (GHashTable) copies = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) chosen = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (goals != NULL, NULL);
  g_return_val_if_fail (TL_IS_CYCLE (to), NULL);

  if (!tl_edits_check_writable (document, error))
    return NULL;
  chosen = choose_to_carry (goals, to, error);
  if (chosen == NULL)
    return NULL;

  tl_document_begin_group (document, chosen->len == 1 ? _("Carry Goal Over") : _("Carry Goals Over"));
  for (guint i = 0; i < chosen->len; i++)
    {
      TlGoal *copy = carry_goal (document, g_ptr_array_index (chosen, i), to);

      g_hash_table_insert (copies, g_ptr_array_index (chosen, i), copy);
      g_ptr_array_add (made, copy);
    }
  for (guint i = 0; i < chosen->len; i++)
    {
      carry_links (document, g_ptr_array_index (chosen, i), g_ptr_array_index (made, i), to, copies);
      carry_standing_helpers (document, g_ptr_array_index (chosen, i), g_ptr_array_index (made, i));
    }
  tl_document_finish_group (document);

  return g_steal_pointer (&made);
}

static gboolean
has_cascaded (TlGoal  *goal,
              TlParty *owner)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "to");

  for (guint i = 0; i < links->len; i++)
    {
      TlGoal *helper = tl_contribution_get_from (g_ptr_array_index (links, i));

      if (tl_goal_get_owner (helper) == owner &&
          g_strcmp0 (tl_goal_get_title (helper), tl_goal_get_title (goal)) == 0)
        return TRUE;
    }

  return FALSE;
}

static TlGoal *
cascade_to (TlDocument *document,
            TlGoal     *goal,
            TlParty    *owner)
{
  g_autoptr (TlGoal) made = tl_goal_new ();

  tl_goal_set_title (made, tl_goal_get_title (goal));
  tl_goal_set_cycle (made, tl_edits_choose_cycle (document, goal));
  tl_goal_set_facet (made, tl_goal_get_facet (goal));
  tl_goal_set_owner (made, owner);
  tl_document_add (document, TL_ENTITY (made));
  tl_document_connect (document, made, goal, NULL);
  return g_steal_pointer (&made);
}

/**
 * tl_goal_edits_cascade_down:
 * @document: a document
 * @goal: a goal of it
 * @owners: (element-type TlParty): who is to have a goal that helps it
 * @error: return location for a #TlDocumentError
 *
 * Makes a goal for each of @owners that contributes to @goal, with its title, cycle and facet, to be put into words of
 * their own; when its cycle is closed they are for the cycle of today.  Whoever has exactly such a goal already is
 * passed over.
 *
 * Returns: (transfer full) (nullable) (element-type TlGoal): the new goals, or %NULL when it was refused
 */
GPtrArray *
tl_goal_edits_cascade_down (TlDocument  *document,
                            TlGoal      *goal,
                            GPtrArray   *owners,
                            GError     **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_GOAL (goal), NULL);
  g_return_val_if_fail (owners != NULL, NULL);

  if (!tl_edits_check_writable (document, error))
    return NULL;

  for (guint i = 0; i < owners->len; i++)
    {
      if (!has_cascaded (goal, g_ptr_array_index (owners, i)) &&
          !g_ptr_array_find (chosen, g_ptr_array_index (owners, i), NULL))
        g_ptr_array_add (chosen, g_ptr_array_index (owners, i));
    }

  if (chosen->len == 0)
    {
      tl_edits_refuse (error, _("All of them have a goal of this name under “%s” already."), tl_goal_get_title (goal));
      return NULL;
    }

  tl_document_begin_group (document, _("Cascade Down"));
  for (guint i = 0; i < chosen->len; i++)
    g_ptr_array_add (made, cascade_to (document, goal, g_ptr_array_index (chosen, i)));
  tl_document_finish_group (document);

  return g_steal_pointer (&made);
}
