/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every number opens to how it came about: the formula with the numbers in it, what went in, and from when.
 *
 * Explanations are made when somebody asks, from the same graph and scores the number was shown from, and so
 * always agree with it.  Formulas are signs and numbers; what has to be said in words is a note in whole sentences.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-explain-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"
#include "tl-scores-private.h"

/* A mean of more numbers than this is not written out; its inputs are all there. */
#define MAX_TERMS 6

/* "(2 × 80 % + 60 %) / 3 = 73 %", or only the mean when all weigh alike */
static char *
format_mean (const GArray *values,
             const GArray *weights,
             double        mean)
{
  g_autofree char *result = tl_format_share (mean);
  g_autofree char *divisor = NULL;
  g_autoptr (GString) sum = g_string_new (NULL);
  double total = 0;

  if (values->len == 0 || values->len > MAX_TERMS)
    return NULL;

  for (guint i = 0; i < values->len; i++)
    {
      g_autofree char *share = tl_format_share (g_array_index (values, double, i));
      g_autofree char *weight = tl_format_number (g_array_index (weights, double, i), TL_FORMAT_EXACT);

      total += g_array_index (weights, double, i);
      g_string_append (sum, i > 0 ? " + " : "");
      if (g_array_index (weights, double, i) != 1)
        g_string_append_printf (sum, "%s × ", weight);
      g_string_append (sum, share);
    }

  divisor = tl_format_number (total, TL_FORMAT_EXACT);
  return g_strdup_printf ("(%s) / %s = %s", sum->str, divisor, result);
}

static char *
get_name_of_measure (const TlGraph *graph,
                     guint          measure)
{
  return tl_entity_dup_display_name (TL_ENTITY (tl_graph_get_measure_entity (graph, measure)));
}

static char *
get_title_of_goal (const TlGraph *graph,
                   guint          goal)
{
  return tl_entity_dup_display_name (TL_ENTITY (tl_graph_get_goal (graph, goal)));
}

static void
add_measures (TlExplanation *self,
              TlScores      *scores,
              guint          first,
              guint          n_measures)
{
  for (guint i = first; i < first + n_measures; i++)
    {
      const TlMeasureScore *score = tl_scores_get_measure (scores, i);
      g_autofree char *name = get_name_of_measure (tl_scores_get_graph (scores), i);

      tl_explanation_add_input (self, name, tl_format_share (score->attainment), score->current_date,
                                TL_GRAPH_NONE, i);
    }
}

/* A goal with one measure is as far as its measure is. */
static TlExplanation *
explain_by_one_measure (TlScores *scores,
                        guint     measure)
{
  TlExplanation *self = tl_explain_attainment_of_measure (scores, measure);
  g_autofree char *name = get_name_of_measure (tl_scores_get_graph (scores), measure);
  g_autofree char *rest = g_steal_pointer (&self->note);
  g_autofree char *note = NULL;

  /* Translators: %s is the name of a measure */
  note = g_strdup_printf (_("By its measure “%s”."), name);
  tl_explanation_add_note (self, note);
  if (rest != NULL)
    tl_explanation_add_note (self, rest);

  self->kind = TL_EXPLANATION_OWN;
  g_free (self->label);
  self->label = g_strdup (_("By its own measures"));
  return self;
}

static TlExplanation *
explain_own (TlScores *scores,
             guint     goal)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
  double own = tl_scores_get_goal (scores, goal)->own;
  guint first;
  guint n_measures;
  const TlGraphMeasure *measures = tl_graph_get_measures (tl_scores_get_graph (scores), goal, &first, &n_measures);
  TlExplanation *self;

  if (n_measures == 1)
    return explain_by_one_measure (scores, first);

  for (guint i = 0; i < n_measures; i++)
    {
      if (isnan (tl_scores_get_measure (scores, first + i)->attainment))
        continue;
      g_array_append_val (values, tl_scores_get_measure (scores, first + i)->attainment);
      g_array_append_val (weights, measures[i].weight);
    }

  self = tl_explanation_new (TL_EXPLANATION_OWN, _("By its own measures"), tl_format_share (own));
  self->formula = isnan (own) ? NULL : format_mean (values, weights, own);
  if (n_measures == 0)
    tl_explanation_add_note (self, _("It has no measure."));
  else if (isnan (own))
    tl_explanation_add_note (self, _("Nothing is known of its measures yet."));
  else
    tl_explanation_add_note (self, _("The mean of its measures, each by its weight."));
  if (values->len > 0 && values->len < n_measures)
    tl_explanation_add_note (self, _("Measures that are not known yet are left out."));
  add_measures (self, scores, first, n_measures);

  return self;
}

static void
add_rule (TlExplanation  *self,
          TlRollup        rule,
          TlSupportBasis  basis)
{
  if (basis == TL_SUPPORT_SUM_UNITS_DIFFER)
    tl_explanation_add_note (self, _("The values of the goals that help should be added up, but they are not in one "
                                     "unit that can be added. So each counts by its weight instead."));
  else if (rule == TL_ROLLUP_WEIGHTED)
    tl_explanation_add_note (self, _("Weighted share: each goal that helps counts by its weight."));
  else if (rule == TL_ROLLUP_ALL)
    tl_explanation_add_note (self, _("All are needed: the goal that is furthest behind counts."));
  else if (rule == TL_ROLLUP_ANY)
    tl_explanation_add_note (self, _("Any will do: the goal that is furthest ahead counts."));
  else
    tl_explanation_add_note (self, _("Sum: the values of the goals that help are added up against the target."));
}

static void
explain_sum (TlExplanation *self,
             TlScores      *scores,
             guint          goal)
{
  TlAmount sum = tl_scores_add_up (scores, goal);
  double numbers[] = { sum.value, sum.baseline, sum.target };
  g_auto (GStrv) texts = tl_format_series (numbers, G_N_ELEMENTS (numbers));

  if (sum.baseline == 0)
    self->formula = g_strdup_printf ("%s / %s = %s", texts[0], texts[2], self->value);
  else if (sum.baseline != sum.target)
    self->formula = g_strdup_printf ("(%s − %s) / (%s − %s) = %s", texts[0], texts[1], texts[2], texts[1],
                                     self->value);
}

/* How many of the supporters did not go in, because they are not pursued or because nothing is known of them */
static void
add_left_out (TlExplanation *self,
              guint          n_idle,
              guint          n_unknown)
{
  g_autofree char *idle = NULL;
  g_autofree char *unknown = NULL;

  if (n_idle > 0)
    {
      idle = g_strdup_printf (ngettext ("%u goal is a draft or dropped and does not count.",
                                        "%u goals are drafts or dropped and do not count.", n_idle), n_idle);
      tl_explanation_add_note (self, idle);
    }
  if (n_unknown > 0)
    {
      unknown = g_strdup_printf (ngettext ("%u goal of which nothing is known is left out.",
                                           "%u goals of which nothing is known are left out.", n_unknown),
                                 n_unknown);
      tl_explanation_add_note (self, unknown);
    }
}

static void
add_supporters (TlExplanation     *self,
                TlScores          *scores,
                const TlGraphLink *links,
                guint              n_links,
                GArray            *values,
                GArray            *weights)
{
  guint n_idle = 0;
  guint n_unknown = 0;

  for (guint i = 0; i < n_links; i++)
    {
      double attainment = tl_attainment_hold (tl_scores_get_goal (scores, links[i].from)->attainment);
      g_autofree char *title = get_title_of_goal (tl_scores_get_graph (scores), links[i].from);

      tl_explanation_add_input (self, title, tl_format_share (tl_scores_get_goal (scores, links[i].from)->attainment),
                                TL_DATE_NONE, links[i].from, TL_GRAPH_NONE);
      if (!tl_scores_counts (scores, links[i].from))
        {
          n_idle++;
        }
      else if (isnan (attainment))
        {
          n_unknown++;
        }
      else
        {
          g_array_append_val (values, attainment);
          g_array_append_val (weights, links[i].weight);
        }
    }

  add_left_out (self, n_idle, n_unknown);
}

static TlExplanation *
explain_support (TlScores *scores,
                 guint     goal)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
  const TlGoalScore *score = tl_scores_get_goal (scores, goal);
  TlGraph *graph = tl_scores_get_graph (scores);
  TlRollup rule = tl_graph_get_node (graph, goal)->rollup;
  guint n_links;
  const TlGraphLink *links = tl_graph_get_supporters (graph, goal, NULL, &n_links);
  TlExplanation *self = tl_explanation_new (TL_EXPLANATION_SUPPORT, _("By what supports it"),
                                            tl_format_share (score->support));

  if (n_links == 0)
    {
      tl_explanation_add_note (self, _("No goal contributes to it."));
      return self;
    }

  if (score->basis == TL_SUPPORT_NONE)
    tl_explanation_add_note (self, _("Nothing is known yet of the goals that contribute to it."));
  else
    add_rule (self, rule, score->basis);

  add_supporters (self, scores, links, n_links, values, weights);

  if (score->basis == TL_SUPPORT_RULE && rule == TL_ROLLUP_SUM)
    explain_sum (self, scores, goal);
  else if (score->basis == TL_SUPPORT_SUM_UNITS_DIFFER || (score->basis == TL_SUPPORT_RULE && rule == TL_ROLLUP_WEIGHTED))
    self->formula = format_mean (values, weights, score->support);

  return self;
}

static TlExplanation *
explain_attainment (TlScores *scores,
                    guint     goal)
{
  const TlGoalScore *score = tl_scores_get_goal (scores, goal);
  TlExplanation *self = tl_explanation_new (TL_EXPLANATION_ATTAINMENT, _("Attainment"),
                                            tl_format_share (score->attainment));

  if (!isnan (score->own))
    tl_explanation_add_note (self, _("What its own measures say."));
  else if (!isnan (score->support))
    tl_explanation_add_note (self, _("What the goals that support it say, since its own measures say nothing yet."));
  else
    tl_explanation_add_note (self, _("Neither its own measures nor the goals that support it say anything yet."));

  return self;
}

/**
 * tl_explain_expected:
 * @start: the first day
 * @due: the last day
 * @date: the day for which is asked
 * @expected: the share of the time that has passed, NAN when unknown
 *
 * Returns: (transfer full): how it came about
 */
TlExplanation *
tl_explain_expected (TlDate start,
                     TlDate due,
                     TlDate date,
                     double expected)
{
  TlExplanation *self = tl_explanation_new (TL_EXPLANATION_EXPECTED, _("Expected by now"),
                                            tl_format_share (expected));

  if (start != TL_DATE_NONE)
    tl_explanation_add_input (self, _("Start"), tl_date_format (start), start, TL_GRAPH_NONE, TL_GRAPH_NONE);
  if (due != TL_DATE_NONE)
    tl_explanation_add_input (self, _("Due"), tl_date_format (due), due, TL_GRAPH_NONE, TL_GRAPH_NONE);

  if (start == TL_DATE_NONE || due == TL_DATE_NONE)
    tl_explanation_add_note (self, _("Without a first and a last day there is no telling what to expect by now."));
  else if (isnan (expected))
    tl_explanation_add_note (self, _("The last day lies before the first."));
  else if (date < start)
    tl_explanation_add_note (self, _("It has not begun yet."));
  else if (date >= due)
    tl_explanation_add_note (self, _("The last day has come."));
  else
    self->formula = g_strdup_printf (ngettext ("%1$u of %2$u day = %3$s", "%1$u of %2$u days = %3$s", due - start),
                                     date - start, due - start, self->value);

  return self;
}

/* The expectation of a goal is that of the measures that count; with several, their mean. */
static TlExplanation *
explain_expected_of_goal (TlScores *scores,
                          guint     goal)
{
  TlGraph *graph = tl_scores_get_graph (scores);
  const TlGoalScore *score = tl_scores_get_goal (scores, goal);
  const TlGraphNode *node = tl_graph_get_node (graph, goal);
  TlDate start = node->start;
  TlDate due = node->due;
  guint n_known = 0;
  gboolean alike = TRUE;
  guint first;
  guint n_measures;
  const TlGraphMeasure *measures = tl_graph_get_measures (graph, goal, &first, &n_measures);
  TlExplanation *self;

  for (guint i = 0; i < n_measures; i++)
    {
      if (isnan (tl_scores_get_measure (scores, first + i)->attainment) ||
          isnan (tl_scores_get_measure (scores, first + i)->expected))
        continue;

      alike = alike && (n_known == 0 || (measures[i].start == start && measures[i].due == due));
      start = measures[i].start;
      due = measures[i].due;
      n_known++;
    }

  if (alike)
    return tl_explain_expected (start, due, tl_scores_get_date (scores), score->expected);

  self = tl_explanation_new (TL_EXPLANATION_EXPECTED, _("Expected by now"), tl_format_share (score->expected));
  tl_explanation_add_note (self, _("The mean of the shares of the time that have passed for its measures, each by "
                                   "its weight."));
  return self;
}

/**
 * tl_explain_health:
 * @attainment: an attainment, NAN when unknown
 * @expected: what is expected by now, NAN when unknown
 * @health: the health that follows
 * @thresholds: the margins it was found with
 *
 * Returns: (transfer full): how it came about
 */
TlExplanation *
tl_explain_health (double              attainment,
                   double              expected,
                   TlHealth            health,
                   const TlThresholds *thresholds)
{
  g_autofree char *reached = tl_format_share (attainment);
  g_autofree char *wanted = tl_format_share (expected);
  g_autofree char *first = tl_format_share (thresholds->on_track);
  g_autofree char *second = tl_format_share (thresholds->at_risk);
  TlExplanation *self = tl_explanation_new (TL_EXPLANATION_HEALTH, _("Health"),
                                            g_strdup (tl_health_to_label (health)));

  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      self->formula = g_strdup_printf ("%s ≥ %s − %s", reached, wanted, first);
      break;
    case TL_HEALTH_AT_RISK:
      self->formula = g_strdup_printf ("%s − %s ≤ %s < %s − %s", wanted, second, reached, wanted, first);
      break;
    case TL_HEALTH_OFF_TRACK:
      self->formula = g_strdup_printf ("%s < %s − %s", reached, wanted, second);
      break;
    case TL_HEALTH_NO_DATA:
    default:
      if (isnan (attainment))
        tl_explanation_add_note (self, _("The attainment is not known yet."));
      else if (isnan (expected))
        tl_explanation_add_note (self, _("What to expect by now is not known."));
      else
        tl_explanation_add_note (self, _("Drafts and dropped goals are not judged."));
      break;
    }

  return self;
}

static TlExplanation *
explain_divergence (TlScores *scores,
                    guint     goal)
{
  const TlGoalScore *score = tl_scores_get_goal (scores, goal);
  g_autofree char *own = tl_format_share (tl_attainment_hold (score->own));
  g_autofree char *support = tl_format_share (tl_attainment_hold (score->support));
  g_autofree char *points = tl_format_number (round (score->divergence * 100), TL_FORMAT_EXACT);
  TlExplanation *self;

  self = tl_explanation_new (TL_EXPLANATION_DIVERGENCE, _("Own against support"),
                             /* Translators: a difference of two percentages */
                             g_strdup_printf (_("%s points"), points));
  self->formula = g_strdup_printf ("%s − %s", own, support);

  if (tl_scores_diverges (scores, goal))
    tl_explanation_add_note (self, score->divergence < 0
                                     ? _("The work is further than what it is for. Is this the right work?")
                                     : _("The goal is further than the work for it. Did we get lucky?"));

  return self;
}

static GPtrArray *
new_explanations (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_explanation_free);
}

/**
 * tl_explain_goal:
 * @scores: scores
 * @goal: the index of a goal
 *
 * Returns: (transfer full) (element-type TlExplanation): how each number of the goal came about: attainment, own,
 *   support, expected, health and, where both own and support are known, divergence
 */
GPtrArray *
tl_explain_goal (TlScores *scores,
                 guint     goal)
{
  GPtrArray *explanations = new_explanations ();
  const TlGoalScore *score = tl_scores_get_goal (scores, goal);

  g_return_val_if_fail (score != NULL, explanations);

  g_ptr_array_add (explanations, explain_attainment (scores, goal));
  g_ptr_array_add (explanations, explain_own (scores, goal));
  g_ptr_array_add (explanations, explain_support (scores, goal));
  g_ptr_array_add (explanations, explain_expected_of_goal (scores, goal));
  g_ptr_array_add (explanations, tl_explain_health (score->attainment, score->expected, score->health,
                                                    tl_scores_get_thresholds (scores)));
  if (!isnan (score->divergence))
    g_ptr_array_add (explanations, explain_divergence (scores, goal));

  return explanations;
}

/**
 * tl_explain_measure:
 * @scores: scores
 * @measure: the index of a measure
 *
 * Returns: (transfer full) (element-type TlExplanation): how each number of the measure came about: attainment,
 *   expected and health
 */
GPtrArray *
tl_explain_measure (TlScores *scores,
                    guint     measure)
{
  GPtrArray *explanations = new_explanations ();
  const TlMeasureScore *score = tl_scores_get_measure (scores, measure);
  const TlGraphMeasure *terms;

  g_return_val_if_fail (score != NULL, explanations);

  terms = tl_graph_get_measure (tl_scores_get_graph (scores), measure);
  g_ptr_array_add (explanations, tl_explain_attainment_of_measure (scores, measure));
  g_ptr_array_add (explanations, tl_explain_expected (terms->start, terms->due, tl_scores_get_date (scores),
                                                      score->expected));
  g_ptr_array_add (explanations, tl_explain_health (score->attainment, score->expected, score->health,
                                                    tl_scores_get_thresholds (scores)));

  return explanations;
}
