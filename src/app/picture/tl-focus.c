/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at a part of the whole cascade alone: at a unit, a person, or a goal and its surroundings.
 *
 * What is focused upon is a page of the cascade's lens, so that going into it and out again are steps like all others:
 * Back leads to where one came from, and what an undo has taken away is passed over.
 *
 * The way out leads through the organisation: from a goal to whoever owns it, from a person to the team, from a team to
 * the unit around it, and to the whole.  Rejected: a trail of what was visited before, which Back and Forward are for;
 * it says nothing about where a goal stands, and grows with every step aside.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-focus.h"

#include "tl-folding.h"
#include "tl-goal.h"
#include "tl-organisation.h"
#include "tl-person.h"
#include "tl-surroundings.h"
#include "tl-unit.h"
#include "tl-words.h"

/* How far down the surroundings of a goal are shown before anything is opened. */
#define N_STEPS_DOWN 2

static gboolean
is_own (TlEntity *party)
{
  return TL_IS_ORGANISATION (party) &&
         tl_organisation_get_kind (TL_ORGANISATION (party)) == TL_ORGANISATION_KIND_OWN;
}

/**
 * tl_focus_get:
 * @navigator: what the window is about
 *
 * Returns: (transfer none) (nullable): what the whole cascade is narrowed down to; %NULL when all of it is shown
 */
TlEntity *
tl_focus_get (TlNavigator *navigator)
{
  g_return_val_if_fail (TL_IS_NAVIGATOR (navigator), NULL);

  return tl_navigator_get_lens (navigator) == TL_LENS_CASCADE ? tl_navigator_get_page (navigator) : NULL;
}

/**
 * tl_focus_is_possible:
 * @entity: (nullable): what somebody may want to look at alone
 *
 * Returns: whether the cascade can be narrowed down to it
 */
gboolean
tl_focus_is_possible (TlEntity *entity)
{
  return TL_IS_GOAL (entity) || TL_IS_PARTY (entity);
}

/**
 * tl_focus_enter:
 * @navigator: what the window is about
 * @entity: a goal, a person, a unit or an organisation
 *
 * Narrows the whole cascade down to @entity, from whatever lens.  A goal or a person becomes the subject.
 */
void
tl_focus_enter (TlNavigator *navigator,
                TlEntity    *entity)
{
  gboolean is_subject;

  g_return_if_fail (TL_IS_NAVIGATOR (navigator));
  g_return_if_fail (tl_focus_is_possible (entity));

  is_subject = TL_IS_GOAL (entity) || TL_IS_PERSON (entity);
  tl_navigator_open_page (navigator, TL_LENS_CASCADE, is_subject ? entity : NULL, entity);
}

/**
 * tl_focus_go_to_cascade:
 * @navigator: what the window is about
 *
 * From another lens back to the part of the cascade that was looked at last; from a part of it to the whole.
 */
void
tl_focus_go_to_cascade (TlNavigator *navigator)
{
  TlEntity *focus = NULL;

  g_return_if_fail (TL_IS_NAVIGATOR (navigator));

  if (tl_navigator_get_lens (navigator) != TL_LENS_CASCADE)
    focus = tl_navigator_get_last_page (navigator, TL_LENS_CASCADE);

  if (focus != NULL)
    tl_navigator_open_page (navigator, TL_LENS_CASCADE, tl_navigator_get_subject (navigator), focus);
  else
    tl_navigator_set_lens (navigator, TL_LENS_CASCADE);
}

/**
 * tl_focus_leave:
 * @navigator: what the window is about
 *
 * Goes out by one step of the trail; does nothing where all of the cascade is shown.
 */
void
tl_focus_leave (TlNavigator *navigator)
{
  TlEntity *focus = tl_focus_get (navigator);
  g_autoptr (GPtrArray) trail = focus != NULL ? tl_focus_dup_trail (focus) : NULL;

  if (trail != NULL && trail->len > 1)
    tl_focus_enter (navigator, g_ptr_array_index (trail, trail->len - 2));
  else
    tl_focus_leave_all (navigator);
}

/**
 * tl_focus_leave_all:
 * @navigator: what the window is about
 *
 * Shows all of the cascade again; the subject stands out in it.  Does nothing where all of it is shown.
 */
void
tl_focus_leave_all (TlNavigator *navigator)
{
  if (tl_focus_get (navigator) != NULL)
    tl_navigator_close_page (navigator);
}

/**
 * tl_focus_turn_to:
 * @navigator: what the window is about, while it has a focus
 * @subject: a goal or a person
 *
 * Lets @subject stand out in what is focused upon.
 */
void
tl_focus_turn_to (TlNavigator *navigator,
                  TlEntity    *subject)
{
  TlEntity *focus = tl_focus_get (navigator);

  g_return_if_fail (focus != NULL);

  tl_navigator_open_page (navigator, TL_LENS_CASCADE, subject, focus);
}

/**
 * tl_focus_find_owner:
 * @entity: (nullable): what is selected
 *
 * Returns: (transfer none) (nullable): the person, or another organisation than one's own, who owns @entity or is
 *   @entity itself; a unit is found by tl_focus_find_unit()
 */
TlEntity *
tl_focus_find_owner (TlEntity *entity)
{
  TlParty *owner = TL_IS_GOAL (entity) ? tl_goal_get_owner (TL_GOAL (entity)) : NULL;

  if (TL_IS_PERSON (entity))
    return entity;
  if (TL_IS_PERSON (owner) || (TL_IS_ORGANISATION (owner) && !is_own (TL_ENTITY (owner))))
    return TL_ENTITY (owner);

  return NULL;
}

/**
 * tl_focus_find_unit:
 * @entity: (nullable): what is selected
 *
 * Returns: (transfer none) (nullable): the unit that owns @entity, or that whoever owns it is in
 */
TlEntity *
tl_focus_find_unit (TlEntity *entity)
{
  gpointer owner = TL_IS_GOAL (entity) ? (gpointer) tl_goal_get_owner (TL_GOAL (entity)) : entity;

  if (TL_IS_PERSON (owner))
    owner = tl_person_get_unit (owner);

  return TL_IS_UNIT (owner) ? owner : NULL;
}

/**
 * tl_focus_dup_trail:
 * @entity: what is focused upon
 *
 * Returns: (transfer container) (element-type TlEntity): what one is in, from the top: the units around it, whoever owns
 *   it, and @entity itself.  The own organisation, which is the whole, is not among them unless it is @entity.
 */
GPtrArray *
tl_focus_dup_trail (TlEntity *entity)
{
  GPtrArray *trail = tl_words_list_place (entity);

  for (guint i = trail->len; i-- > 0;)
    {
      if (is_own (g_ptr_array_index (trail, i)))
        g_ptr_array_remove_index (trail, i);
    }

  g_ptr_array_add (trail, entity);
  return trail;
}

/**
 * tl_focus_collect_goals:
 * @entity: what is focused upon
 * @graph: the goals and links as they are now
 *
 * Returns: (transfer full) (element-type guint): the goals of @graph that belong to it; may be empty
 */
GArray *
tl_focus_collect_goals (TlEntity      *entity,
                        const TlGraph *graph)
{
  int goal;

  g_return_val_if_fail (tl_focus_is_possible (entity), NULL);
  g_return_val_if_fail (graph != NULL, NULL);

  if (TL_IS_PARTY (entity))
    return tl_surroundings_of_party (graph, TL_PARTY (entity));

  goal = tl_graph_find (graph, TL_GOAL (entity));
  return goal >= 0 ? tl_surroundings_of_goal (graph, goal) : g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * tl_focus_fold:
 * @entity: what is focused upon
 * @graph: the goals and links as they are now
 * @folds: (transfer full) (nullable): for each goal of @graph what somebody has opened and closed by hand
 *
 * Of what helps a goal two steps are shown, and the rest can be opened.
 *
 * Returns: (transfer full) (nullable): @folds, with what is to be closed besides
 */
guint8 *
tl_focus_fold (TlEntity      *entity,
               const TlGraph *graph,
               guint8        *folds)
{
  g_autoptr (GArray) rim = NULL;
  int goal = TL_IS_GOAL (entity) ? tl_graph_find (graph, TL_GOAL (entity)) : -1;

  if (goal < 0)
    return folds;

  rim = tl_surroundings_get_beneath (graph, goal, N_STEPS_DOWN);
  return tl_folding_close_first (folds, graph, rim);
}
