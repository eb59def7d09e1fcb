/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers of every measure and every goal for one day, in a single pass with the supporters first.
 *
 * Readings after the day do not count, so that any day of the past can be looked at as it stood.
 *
 * What is the case beyond the bare definitions:
 * - The measures of a goal are averaged as they are, beyond 0..1 too; a goal is held to 0..1 when it enters the
 *   roll-up of another.
 * - What supports a goal with is its attainment as shown: its own where known, else its support.  Supporters of
 *   which nothing is known are left out, and where nothing is known of any, the support is unknown.
 * - Drafts and dropped goals have numbers of their own, but no health, and support nothing: the one is no promise
 *   yet, the other is none any longer.  Achieved and missed goals count with their numbers like active ones.
 * - A goal's expectation is the mean of that of the measures its own attainment is the mean of, and otherwise
 *   follows from its own dates.
 *
 * Only what changed could be recomputed instead of everything.  That was rejected: the whole pass takes less than
 * a millisecond for thousands of goals, and a pass that keeps no state cannot be wrong tomorrow.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-scores-private.h"

#include <math.h>

/* The sum of numbers with weights, of which unknown ones are left out */
typedef struct
{
  double sum;
  double weight;
} Mean;

static void
mean_add (Mean   *mean,
          double  value,
          double  weight)
{
  if (isnan (value))
    return;

  mean->sum += weight * value;
  mean->weight += weight;
}

static double
mean_get (const Mean *mean)
{
  return mean->weight > 0 ? mean->sum / mean->weight : NAN;
}

/* The last reading that has a value, up to the day itself */
static void
find_current (TlMeasureScore       *score,
              const TlGraphReading *readings,
              guint                 n_readings,
              TlDate                date)
{
  for (guint i = n_readings; i-- > 0;)
    {
      if (readings[i].date <= date && isfinite (readings[i].value))
        {
          score->current = readings[i].value;
          score->current_date = readings[i].date;
          return;
        }
    }
}

static void
add_up_counts (TlMeasureScore       *score,
               const TlGraphMeasure *measure,
               const TlGraphReading *readings,
               guint                 n_readings,
               TlDate                date)
{
  for (guint i = 0; i < n_readings && readings[i].date <= date; i++)
    {
      if (readings[i].date < measure->start || !isfinite (readings[i].value) ||
          (measure->due != TL_DATE_NONE && readings[i].date > measure->due))
        continue;

      score->count = isnan (score->count) ? readings[i].value : score->count + readings[i].value;
      score->current_date = readings[i].date;
    }

  score->weeks = tl_full_weeks_elapsed (measure->start, measure->due, date);
  if (score->weeks > 0)
    score->current = score->count / score->weeks;
}

static void
score_measure (TlScores *self,
               guint     index)
{
  const TlGraphMeasure *measure = tl_graph_get_measure (self->graph, index);
  TlMeasureScore *score = &self->measures[index];
  guint n_readings;
  const TlGraphReading *readings = tl_graph_get_readings (self->graph, index, &n_readings);

  *score = (TlMeasureScore) { .current = NAN, .count = NAN };

  if (measure->terms.kind == TL_MEASURE_KIND_COUNT_PER_WEEK)
    {
      add_up_counts (score, measure, readings, n_readings, self->date);
      score->attainment = tl_attainment_of_counts (&measure->terms, score->count, score->weeks);
    }
  else
    {
      find_current (score, readings, n_readings, self->date);
      score->attainment = tl_attainment_of_value (&measure->terms, score->current);
    }

  score->expected = tl_expected_share (measure->start, measure->due, self->date);
  score->health = tl_health_from_attainment (score->attainment, score->expected, &self->thresholds);
}

/* The first measure of a goal that can be added up, better one with a target; NULL when there is none */
static const TlGraphMeasure *
find_amount_measure (const TlGraph *graph,
                     guint          goal,
                     guint         *index)
{
  const TlGraphMeasure *found = NULL;
  guint first;
  guint n_measures;
  const TlGraphMeasure *measures = tl_graph_get_measures (graph, goal, &first, &n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      if (measures[i].unit == 0 || (found != NULL && !isfinite (measures[i].terms.target)))
        continue;

      found = &measures[i];
      *index = first + i;
      if (isfinite (found->terms.target))
        break;
    }

  return found;
}

static void
score_own (TlScores *self,
           guint     goal)
{
  TlGoalScore *score = &self->goals[goal];
  const TlGraphNode *node = tl_graph_get_node (self->graph, goal);
  Mean attainment = { 0 };
  Mean expected = { 0 };
  guint first;
  guint n_measures;
  const TlGraphMeasure *measures = tl_graph_get_measures (self->graph, goal, &first, &n_measures);

  for (guint i = 0; i < n_measures; i++)
    {
      const TlMeasureScore *measure = &self->measures[first + i];

      mean_add (&attainment, measure->attainment, measures[i].weight);
      if (!isnan (measure->attainment))
        mean_add (&expected, measure->expected, measures[i].weight);
    }

  score->own = mean_get (&attainment);
  score->expected = mean_get (&expected);
  if (isnan (score->expected))
    score->expected = tl_expected_share (node->start, node->due, self->date);
}

static void
note_amount (TlScores *self,
             guint     goal)
{
  TlAmount *amount = &self->amounts[goal];
  guint index;
  const TlGraphMeasure *measure = find_amount_measure (self->graph, goal, &index);

  *amount = (TlAmount) { NAN, NAN, NAN, 0 };
  if (measure != NULL)
    *amount = (TlAmount) { self->measures[index].current, measure->terms.baseline, measure->terms.target,
                         measure->unit };
}

static gboolean
has_target (const TlAmount *amount)
{
  return amount->unit != 0 && isfinite (amount->target);
}

/* All supporters are asked for one unit: that of the goal's own target, or, where it has none, the one they share. */
static guint
choose_unit (TlScores          *self,
             guint              goal,
             const TlGraphLink *links,
             guint              n_links)
{
  guint unit = 0;

  if (has_target (&self->amounts[goal]))
    return self->amounts[goal].unit;

  for (guint i = 0; i < n_links; i++)
    {
      const TlAmount *offered = &self->amounts[links[i].from];

      if (!has_target (offered) || !tl_scores_counts (self, links[i].from))
        continue;
      if (unit != 0 && offered->unit != unit)
        return 0;
      unit = offered->unit;
    }

  return unit;
}

static void
add_to_sum (TlAmount       *sum,
            const TlAmount *part)
{
  sum->value = (isnan (sum->value) ? 0 : sum->value) + part->value;
  sum->target = (isnan (sum->target) ? 0 : sum->target) + part->target;
  if (isfinite (part->baseline) && part->baseline != 0)
    sum->baseline = (isnan (sum->baseline) ? 0 : sum->baseline) + part->baseline;
}

/* The values of the supporters in one unit, added; its unit is 0 when there is nothing to add. */
static TlAmount
add_up_supporters (TlScores          *self,
                   guint              goal,
                   const TlGraphLink *links,
                   guint              n_links)
{
  TlAmount sum = { NAN, NAN, NAN, 0 };
  gboolean needs_target = !has_target (&self->amounts[goal]);
  guint unit = choose_unit (self, goal, links, n_links);

  for (guint i = 0; i < n_links && unit != 0; i++)
    {
      const TlAmount *part = &self->amounts[links[i].from];

      if (part->unit != unit || isnan (part->value) || !tl_scores_counts (self, links[i].from) ||
          (needs_target && !has_target (part)))
        continue;

      sum.unit = unit;
      add_to_sum (&sum, part);
    }

  return sum;
}

/**
 * tl_scores_add_up:
 * @self: scores
 * @goal: the index of a goal
 *
 * The sum of the supporters' values, against the goal's own target, or against the sum of theirs where it has
 * none.  The way begins at the goal's own baseline, else at the sum of theirs.  Values that all begin at nothing
 * are gains and come on top of the baseline.
 *
 * Returns: the amounts to measure by; the unit is 0 when there is nothing that could be added
 */
TlAmount
tl_scores_add_up (TlScores *self,
                  guint     goal)
{
  const TlAmount *own = &self->amounts[goal];
  guint n_links;
  const TlGraphLink *links = tl_graph_get_supporters (self->graph, goal, NULL, &n_links);
  TlAmount sum = add_up_supporters (self, goal, links, n_links);
  gboolean gains = isnan (sum.baseline);

  if (sum.unit == 0)
    return sum;

  if (gains)
    sum.baseline = 0;
  if (has_target (own))
    {
      sum.target = own->target;
      if (isfinite (own->baseline))
        sum.baseline = own->baseline;
    }
  if (gains)
    sum.value += sum.baseline;

  return sum;
}

static gboolean
support_by_sum (TlScores *self,
                guint     goal)
{
  TlAmount *own = &self->amounts[goal];
  TlAmount sum = tl_scores_add_up (self, goal);

  if (sum.unit == 0)
    return FALSE;

  self->goals[goal].support =
    tl_attainment_to_target (sum.value, sum.baseline, sum.target,
                             sum.target < sum.baseline ? TL_DIRECTION_DOWN : TL_DIRECTION_UP);

  /* Without a value of its own, this is what it has to offer in its turn. */
  if (isnan (own->value))
    *own = sum;

  return TRUE;
}

static double
roll_up (TlScores          *self,
         TlRollup           rule,
         const TlGraphLink *links,
         guint              n_links)
{
  Mean mean = { 0 };
  double least = NAN;
  double greatest = NAN;

  for (guint i = 0; i < n_links; i++)
    {
      double attainment = tl_attainment_hold (self->goals[links[i].from].attainment);

      if (isnan (attainment) || !tl_scores_counts (self, links[i].from))
        continue;

      mean_add (&mean, attainment, links[i].weight);
      least = fmin (least, attainment);
      greatest = fmax (greatest, attainment);
    }

  if (rule == TL_ROLLUP_ALL)
    return least;
  if (rule == TL_ROLLUP_ANY)
    return greatest;

  return mean_get (&mean);
}

static void
score_support (TlScores *self,
               guint     goal)
{
  TlGoalScore *score = &self->goals[goal];
  TlRollup rule = tl_graph_get_node (self->graph, goal)->rollup;
  guint n_links;
  const TlGraphLink *links = tl_graph_get_supporters (self->graph, goal, NULL, &n_links);

  score->support = NAN;
  score->basis = TL_SUPPORT_RULE;

  if (rule != TL_ROLLUP_SUM)
    {
      score->support = roll_up (self, rule, links, n_links);
    }
  else if (!support_by_sum (self, goal))
    {
      score->support = roll_up (self, TL_ROLLUP_WEIGHTED, links, n_links);
      score->basis = TL_SUPPORT_SUM_UNITS_DIFFER;
    }

  if (isnan (score->support))
    score->basis = TL_SUPPORT_NONE;
}

static void
score_goal (TlScores *self,
            guint     goal)
{
  TlGoalScore *score = &self->goals[goal];

  score_own (self, goal);
  note_amount (self, goal);
  score_support (self, goal);

  score->attainment = isnan (score->own) ? score->support : score->own;
  score->divergence = tl_attainment_hold (score->own) - tl_attainment_hold (score->support);
  score->health = TL_HEALTH_NO_DATA;
  if (tl_scores_counts (self, goal))
    score->health = tl_health_from_attainment (score->attainment, score->expected, &self->thresholds);
}

/**
 * tl_scores_compute:
 * @self: scores of a graph for a day
 *
 * Works out every number, the measures first and then the goals, supporters first.
 */
void
tl_scores_compute (TlScores *self)
{
  const guint *order = tl_graph_get_order (self->graph);

  for (guint i = 0; i < tl_graph_get_n_measures (self->graph); i++)
    score_measure (self, i);
  for (guint i = 0; i < tl_graph_get_n_goals (self->graph); i++)
    score_goal (self, order[i]);
}
