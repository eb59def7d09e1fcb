/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which numbers the details of a goal list, and in which order. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-fact.h"

#include <math.h>

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

      fact = tl_fact_new (explanation, tl_goal_get_title (goal));
      g_list_store_append (facts, fact);
    }
}
