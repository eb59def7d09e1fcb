/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of every measure and every goal for one day: kept here, worked out in tl-scores-compute.c. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-scores-private.h"

#include <math.h>

/**
 * tl_scores_new:
 * @graph: a graph
 * @date: the day for which to ask
 * @thresholds: (nullable): the margins of health, or %NULL for the document's
 *
 * Returns: (transfer full): the numbers of everything in @graph
 */
TlScores *
tl_scores_new (TlGraph            *graph,
               TlDate              date,
               const TlThresholds *thresholds)
{
  TlScores *self;

  g_return_val_if_fail (graph != NULL, NULL);

  self = g_new0 (TlScores, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->graph = tl_graph_ref (graph);
  self->thresholds = thresholds != NULL ? *thresholds : *tl_graph_get_thresholds (graph);
  self->goals = g_new (TlGoalScore, tl_graph_get_n_goals (graph) + 1);
  self->amounts = g_new (TlAmount, tl_graph_get_n_goals (graph) + 1);
  self->measures = g_new (TlMeasureScore, tl_graph_get_n_measures (graph) + 1);
  tl_scores_recompute (self, date);

  return self;
}

/**
 * tl_scores_ref:
 * @self: scores
 *
 * Returns: (transfer full): @self
 */
TlScores *
tl_scores_ref (TlScores *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_scores_unref:
 * @self: (transfer full): scores
 */
void
tl_scores_unref (TlScores *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  tl_graph_unref (self->graph);
  g_free (self->goals);
  g_free (self->amounts);
  g_free (self->measures);
  g_free (self);
}

/**
 * tl_scores_recompute:
 * @self: scores
 * @date: the day for which to ask
 *
 * Works everything out anew, for another day.
 */
void
tl_scores_recompute (TlScores *self,
                     TlDate    date)
{
  g_return_if_fail (self != NULL);

  self->date = date;
  tl_scores_compute (self);
}

/**
 * tl_scores_get_graph:
 * @self: scores
 *
 * Returns: (transfer none): the graph they are of
 */
TlGraph *
tl_scores_get_graph (const TlScores *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->graph;
}

/**
 * tl_scores_get_date:
 * @self: scores
 *
 * Returns: the day they are for
 */
TlDate
tl_scores_get_date (const TlScores *self)
{
  g_return_val_if_fail (self != NULL, TL_DATE_NONE);

  return self->date;
}

/**
 * tl_scores_get_thresholds:
 * @self: scores
 *
 * Returns: (transfer none): the margins of health they were worked out with
 */
const TlThresholds *
tl_scores_get_thresholds (const TlScores *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->thresholds;
}

/**
 * tl_scores_get_goal:
 * @self: scores
 * @goal: the index of a goal
 *
 * Returns: (transfer none): its numbers
 */
const TlGoalScore *
tl_scores_get_goal (const TlScores *self,
                    guint           goal)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (self->graph), NULL);

  return &self->goals[goal];
}

/**
 * tl_scores_get_measure:
 * @self: scores
 * @measure: the index of a measure
 *
 * Returns: (transfer none): its numbers
 */
const TlMeasureScore *
tl_scores_get_measure (const TlScores *self,
                       guint           measure)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (measure < tl_graph_get_n_measures (self->graph), NULL);

  return &self->measures[measure];
}

/**
 * tl_scores_counts:
 * @self: scores
 * @goal: the index of a goal
 *
 * Returns: whether @goal counts in the support of those it helps, if its attainment is known
 */
gboolean
tl_scores_counts (const TlScores *self,
                  guint           goal)
{
  TlGoalState state;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (self->graph), FALSE);

  /* Drafts are no promise yet, dropped goals are none any longer. */
  state = tl_graph_get_node (self->graph, goal)->state;
  return state != TL_GOAL_STATE_DRAFT && state != TL_GOAL_STATE_DROPPED;
}

/**
 * tl_scores_diverges:
 * @self: scores
 * @goal: the index of a goal
 *
 * Returns: whether its own attainment and its support are so far apart that it is worth asking why
 */
gboolean
tl_scores_diverges (const TlScores *self,
                    guint           goal)
{
  const TlGoalScore *score = tl_scores_get_goal (self, goal);

  return score != NULL && fabs (score->divergence) > TL_DIVERGENCE_LIMIT + 1e-9;
}
