/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which facts the details of a goal and of a person list, and in which order. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-fact.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-enum-types.h"
#include "tl-line-of-sight.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

static void
add (GListStore *facts,
     const char *label,
     const char *value)
{
  g_autoptr (TlFact) fact = NULL;

  if (value == NULL || *value == '\0')
    return;

  fact = tl_fact_new (label, value);
  g_list_store_append (facts, fact);
}

/* People and goals can be turned to; units and organisations only be named. */
static void
add_party (GListStore *facts,
           const char *label,
           TlParty    *party)
{
  g_autoptr (TlFact) fact = NULL;

  if (party == NULL)
    return;

  if (!TL_IS_PERSON (party))
    {
      add (facts, label, tl_party_get_name (party));
      return;
    }

  fact = tl_fact_new_for_entity (label, TL_ENTITY (party));
  g_list_store_append (facts, fact);
}

static void
add_category (GListStore *facts,
              TlGoal     *goal)
{
  const char *category = tl_goal_get_category (goal);

  if (category != NULL && *category != '\0')
    add (facts, _("Category"), tl_category_to_label (category));
}

/**
 * tl_facts_of_goal:
 * @facts: (element-type TlFact): where they are added
 * @goal: a goal
 *
 * What a goal is: whose, when, for whom.
 */
void
tl_facts_of_goal (GListStore *facts,
                  TlGoal     *goal)
{
  g_autofree char *period = NULL;
  TlCycle *cycle;

  g_return_if_fail (G_IS_LIST_STORE (facts));
  g_return_if_fail (TL_IS_GOAL (goal));

  add_party (facts, _("Owner"), tl_goal_get_owner (goal));
  if (TL_IS_PERSON (tl_goal_get_owner (goal)) && tl_person_get_unit (tl_goal_get_person (goal)) != NULL)
    add_party (facts, _("Unit"), TL_PARTY (tl_person_get_unit (tl_goal_get_person (goal))));

  cycle = tl_goal_get_cycle (goal);
  if (cycle != NULL)
    add (facts, _("Cycle"), tl_cycle_get_name (cycle));

  period = tl_words_of_period (tl_goal_get_start (goal), tl_goal_get_due (goal));
  if (*period == '\0' && cycle != NULL)
    {
      g_free (period);
      period = tl_words_of_period (tl_cycle_get_start (cycle), tl_cycle_get_end (cycle));
    }
  add (facts, _("Dates"), period);

  if (tl_goal_get_state (goal) != TL_GOAL_STATE_ACTIVE)
    add (facts, _("State"), tl_enum_to_label (TL_TYPE_GOAL_STATE, tl_goal_get_state (goal)));
  add_category (facts, goal);
  if (tl_goal_get_beneficiary (goal) != TL_BENEFICIARY_UNSET)
    add (facts, _("For"), tl_enum_to_label (TL_TYPE_BENEFICIARY, tl_goal_get_beneficiary (goal)));
  if (tl_goal_get_stretch (goal) != TL_STRETCH_NONE)
    add (facts, _("Stretch"), tl_enum_to_label (TL_TYPE_STRETCH, tl_goal_get_stretch (goal)));
}

/* Own and support say something beside the attainment only when there are both. */
static gboolean
is_worth_telling (const TlGoalScore *score,
                  TlExplanationKind  kind)
{
  switch (kind)
    {
    case TL_EXPLANATION_ATTAINMENT:
    case TL_EXPLANATION_HEALTH:
      return TRUE;

    case TL_EXPLANATION_EXPECTED:
      return !isnan (score->expected);

    case TL_EXPLANATION_OWN:
    case TL_EXPLANATION_SUPPORT:
      return !isnan (score->own) && !isnan (score->support);

    case TL_EXPLANATION_DIVERGENCE:
      return fabs (score->divergence) > TL_DIVERGENCE_LIMIT;

    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * tl_facts_of_progress:
 * @facts: (element-type TlFact): where they are added
 * @insight: what is known of the model
 * @goal: a goal of the model
 *
 * How a goal stands; every number can be opened.
 */
void
tl_facts_of_progress (GListStore *facts,
                      TlInsight  *insight,
                      TlGoal     *goal)
{
  g_autoptr (GPtrArray) explanations = NULL;
  const TlGoalScore *score;
  TlScores *scores;
  int index;

  g_return_if_fail (G_IS_LIST_STORE (facts));
  g_return_if_fail (TL_IS_INSIGHT (insight));
  g_return_if_fail (TL_IS_GOAL (goal));

  index = tl_graph_find (tl_insight_get_graph (insight), goal);
  if (index < 0)
    return;

  scores = tl_insight_get_scores (insight);
  score = tl_scores_get_goal (scores, index);
  explanations = tl_explain_goal (scores, index);
  g_ptr_array_set_free_func (explanations, NULL);

  for (guint i = 0; i < explanations->len; i++)
    {
      TlExplanation *explanation = g_ptr_array_index (explanations, i);
      g_autoptr (TlFact) fact = NULL;

      if (!is_worth_telling (score, explanation->kind))
        {
          tl_explanation_free (explanation);
          continue;
        }

      fact = tl_fact_new_for_explanation (explanation, tl_goal_get_title (goal));
      g_list_store_append (facts, fact);
    }
}

/* Says how far a person's goals reach, in one line. */
static char *
say_reach (TlInsight *insight,
           TlPerson  *person)
{
  g_autoptr (TlLineOfSight) line =
    tl_line_of_sight_new_for_owner (tl_insight_get_graph (insight), TL_PARTY (person));
  guint n_goals, n_objectives;

  tl_line_of_sight_get_starts (line, &n_goals);
  tl_line_of_sight_get_objectives (line, &n_objectives);

  if (n_goals == 0)
    return g_strdup (_("No goals yet"));
  if (n_objectives == 0)
    return g_strdup (_("Does not reach an objective yet"));

  return g_strdup_printf (ngettext ("Reaches %u objective", "Reaches %u objectives", n_objectives), n_objectives);
}

/**
 * tl_facts_of_person:
 * @facts: (element-type TlFact): where they are added
 * @insight: what is known of the model
 * @person: a person of the model
 *
 * Who a person is, and how far their goals reach.
 */
void
tl_facts_of_person (GListStore *facts,
                    TlInsight  *insight,
                    TlPerson   *person)
{
  g_autofree char *reach = NULL;

  g_return_if_fail (G_IS_LIST_STORE (facts));
  g_return_if_fail (TL_IS_INSIGHT (insight));
  g_return_if_fail (TL_IS_PERSON (person));

  if (tl_person_get_unit (person) != NULL)
    add_party (facts, _("Unit"), TL_PARTY (tl_person_get_unit (person)));
  if (tl_person_get_manager (person) != NULL)
    add_party (facts, _("Manager"), TL_PARTY (tl_person_get_manager (person)));
  if (tl_person_get_organisation (person) != NULL)
    add_party (facts, _("Organisation"), TL_PARTY (tl_person_get_organisation (person)));
  add (facts, _("Email"), tl_person_get_email (person));

  if (!isnan (tl_person_get_capacity (person)))
    {
      g_autofree char *hours = g_strdup_printf (_("%g hours a week"), tl_person_get_capacity (person));

      add (facts, _("Capacity"), hours);
    }

  reach = say_reach (insight, person);
  add (facts, _("Line of sight"), reach);
}
