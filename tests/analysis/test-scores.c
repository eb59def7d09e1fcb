/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"
#include "tl-scores.h"

#define TODAY DAY (2026, 7, 1)

static void
assert_share (double actual,
              double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (actual));
  else
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-9);
}

static const TlGoalScore *
get_score (TlScores *scores,
           TlGoal   *goal)
{
  return tl_scores_get_goal (scores, tl_graph_find (tl_scores_get_graph (scores), goal));
}

static TlScores *
score (TlModel *model,
       TlDate   date)
{
  g_autoptr (TlGraph) graph = tl_graph_new (model);

  return tl_scores_new (graph, date, NULL);
}

/* A goal with supporters that stand at @attainments, with weights 3, 1, 1, ... */
static TlGoal *
add_supported (TlModel      *model,
               TlRollup      rule,
               const double *attainments,
               guint         n_attainments)
{
  TlGoal *goal = add_goal (model, "Supported", NULL);

  tl_goal_set_rollup (goal, rule);
  for (guint i = 0; i < n_attainments; i++)
    {
      TlGoal *supporter = add_goal (model, "Supporter", NULL);

      set_attainment (model, supporter, attainments[i]);
      link_goals (model, supporter, goal, i == 0 ? 3 : 1, FALSE, NULL);
    }

  return goal;
}

static void
test_rules (void)
{
  const struct { TlRollup rule; double attainments[3]; double support; } rows[] = {
    { TL_ROLLUP_WEIGHTED, { 0, 1, NAN }, 0.25 },
    { TL_ROLLUP_WEIGHTED, { 1, 0, NAN }, 0.75 },
    { TL_ROLLUP_WEIGHTED, { 1, 0, 0.5 }, 0.7 },
    { TL_ROLLUP_WEIGHTED, { NAN, 0, 0.5 }, 0.25 },
    { TL_ROLLUP_WEIGHTED, { NAN, NAN, NAN }, NAN },
    { TL_ROLLUP_WEIGHTED, { 2.5, -3, NAN }, 0.75 },
    { TL_ROLLUP_ALL, { 0.9, 0.4, 0.6 }, 0.4 },
    { TL_ROLLUP_ALL, { 0.9, NAN, 0.6 }, 0.6 },
    { TL_ROLLUP_ALL, { NAN, NAN, NAN }, NAN },
    { TL_ROLLUP_ALL, { -1, 0.5, 1 }, 0 },
    { TL_ROLLUP_ANY, { 0.2, 0.4, NAN }, 0.4 },
    { TL_ROLLUP_ANY, { 0.2, 1.4, NAN }, 1 },
    { TL_ROLLUP_ANY, { NAN, NAN, NAN }, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlModel) model = new_model ();
      TlGoal *goal = add_supported (model, rows[i].rule, rows[i].attainments, 3);
      g_autoptr (TlScores) scores = score (model, TODAY);

      assert_share (get_score (scores, goal)->support, rows[i].support);
      assert_share (get_score (scores, goal)->attainment, rows[i].support);
      assert_share (get_score (scores, goal)->own, NAN);
      g_assert_cmpint (get_score (scores, goal)->basis, ==,
                       isnan (rows[i].support) ? TL_SUPPORT_NONE : TL_SUPPORT_RULE);
    }
}

static void
test_own_and_support (void)
{
  g_autoptr (TlModel) model = new_model ();
  const double attainments[] = { 0.9 };
  TlGoal *goal = add_supported (model, TL_ROLLUP_WEIGHTED, attainments, 1);
  TlMeasure *first = add_measure (model, goal, TL_MEASURE_KIND_NUMBER, 0, 100);
  TlMeasure *second = add_measure (model, goal, TL_MEASURE_KIND_NUMBER, 0, 10);
  TlMeasure *unread = add_measure (model, goal, TL_MEASURE_KIND_NUMBER, 0, 10);

  tl_measure_set_weight (first, 3);
  tl_measure_set_weight (unread, 100);
  add_reading (model, first, DAY (2026, 2, 1), 20);
  add_reading (model, second, DAY (2026, 2, 1), 10);
  add_reading (model, unread, DAY (2026, 2, 1), NAN);

  g_autoptr (TlScores) scores = score (model, TODAY);

  assert_share (get_score (scores, goal)->own, 0.4);
  assert_share (get_score (scores, goal)->support, 0.9);
  assert_share (get_score (scores, goal)->attainment, 0.4);
  assert_share (get_score (scores, goal)->divergence, -0.5);
  g_assert_true (tl_scores_diverges (scores, tl_graph_find (tl_scores_get_graph (scores), goal)));
}

static void
test_beyond_and_rolled_up (void)
{
  g_autoptr (TlModel) model = new_model ();
  const double attainments[] = { 1.5 };
  TlGoal *middle = add_supported (model, TL_ROLLUP_WEIGHTED, attainments, 1);
  TlGoal *top = add_goal (model, "Top", NULL);

  set_attainment (model, middle, 1.3);
  link_goals (model, middle, top, 1, FALSE, NULL);

  g_autoptr (TlScores) scores = score (model, TODAY);

  assert_share (get_score (scores, middle)->attainment, 1.3);
  assert_share (get_score (scores, middle)->divergence, 0);
  assert_share (get_score (scores, top)->attainment, 1);
  g_assert_false (tl_scores_diverges (scores, tl_graph_find (tl_scores_get_graph (scores), top)));
}

/* Divergence of exactly a quarter is none. */
static void
test_divergence_limit (void)
{
  g_autoptr (TlModel) model = new_model ();
  const double attainments[] = { 0.3 };
  TlGoal *goal = add_supported (model, TL_ROLLUP_WEIGHTED, attainments, 1);

  set_attainment (model, goal, 0.55);
  g_autoptr (TlScores) scores = score (model, TODAY);
  g_assert_false (tl_scores_diverges (scores, tl_graph_find (tl_scores_get_graph (scores), goal)));
}

static TlGoal *
add_amount (TlModel    *model,
            TlGoal     *helped,
            const char *unit,
            double      baseline,
            double      target,
            double      value)
{
  TlGoal *goal = add_goal (model, "Amount", NULL);
  TlMeasure *measure = add_measure (model, goal, TL_MEASURE_KIND_CURRENCY, baseline, target);

  tl_measure_set_unit (measure, unit);
  add_reading (model, measure, DAY (2026, 3, 1), value);
  if (helped != NULL)
    link_goals (model, goal, helped, 1, FALSE, NULL);

  return goal;
}

static TlGoal *
add_sum (TlModel *model)
{
  TlGoal *goal = add_goal (model, "Sum", NULL);

  tl_goal_set_rollup (goal, TL_ROLLUP_SUM);
  return goal;
}

static void
test_sum (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *untargeted = add_sum (model);
  TlGoal *targeted = add_sum (model);
  TlGoal *growing = add_sum (model);
  TlGoal *nested = add_sum (model);
  TlGoal *mixed = add_sum (model);
  TlGoal *shares = add_sum (model);
  TlMeasure *target = add_measure (model, targeted, TL_MEASURE_KIND_CURRENCY, 0, 200000);
  TlMeasure *growth = add_measure (model, growing, TL_MEASURE_KIND_CURRENCY, 2.0e6, 4.0e6);

  tl_measure_set_unit (target, "EUR");
  tl_measure_set_unit (growth, "EUR");

  /* A goal of 100,000 weighs a hundred times one of 1,000. */
  add_amount (model, untargeted, "EUR", 0, 100000, 50000);
  add_amount (model, untargeted, "EUR", 0, 1000, 1000);

  add_amount (model, targeted, "EUR", 0, 100000, 50000);
  add_amount (model, targeted, "eur", NAN, 1000, 1000);
  add_amount (model, targeted, "EUR", 0, 1000, NAN);
  tl_goal_set_state (add_amount (model, targeted, "EUR", 0, 1e6, 1e6), TL_GOAL_STATE_DROPPED);

  /* What begins at nothing comes on top of 2 M. */
  add_amount (model, growing, "EUR", 0, 1.0e6, 0.5e6);
  add_amount (model, growing, "EUR", 0, 1.0e6, 0.5e6);

  link_goals (model, untargeted, nested, 1, FALSE, NULL);
  add_amount (model, nested, "EUR", 0, 99000, 49000);

  add_amount (model, mixed, "EUR", 0, 100, 100);
  add_amount (model, mixed, "USD", 0, 1000, 0);

  set_attainment (model, untargeted, NAN);
  link_goals (model, add_supported (model, TL_ROLLUP_WEIGHTED, (double[]) { 0.5 }, 1), shares, 1, FALSE, NULL);

  g_autoptr (TlScores) scores = score (model, TODAY);

  assert_share (get_score (scores, untargeted)->support, 51000.0 / 101000.0);
  assert_share (get_score (scores, targeted)->support, 51000.0 / 200000.0);
  assert_share (get_score (scores, growing)->support, 0.5);
  assert_share (get_score (scores, nested)->support, 0.5);
  g_assert_cmpint (get_score (scores, nested)->basis, ==, TL_SUPPORT_RULE);

  assert_share (get_score (scores, mixed)->support, 0.5);
  g_assert_cmpint (get_score (scores, mixed)->basis, ==, TL_SUPPORT_SUM_UNITS_DIFFER);
  assert_share (get_score (scores, shares)->support, 0.5);
  g_assert_cmpint (get_score (scores, shares)->basis, ==, TL_SUPPORT_SUM_UNITS_DIFFER);
}

/* Values that began somewhere are totals, and are measured on the goal's own scale. */
static void
test_sum_of_totals (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_sum (model);
  TlMeasure *measure = add_measure (model, goal, TL_MEASURE_KIND_CURRENCY, 100, 200);

  tl_measure_set_unit (measure, "EUR");
  add_amount (model, goal, "EUR", 50, 100, 75);
  add_amount (model, goal, "EUR", 50, 100, 85);

  g_autoptr (TlScores) scores = score (model, TODAY);

  assert_share (get_score (scores, goal)->support, 0.6);
}

static void
test_states (void)
{
  g_autoptr (TlModel) model = new_model ();
  const TlGoalState states[] = { TL_GOAL_STATE_ACTIVE, TL_GOAL_STATE_DRAFT, TL_GOAL_STATE_DROPPED,
                                 TL_GOAL_STATE_ACHIEVED, TL_GOAL_STATE_MISSED };
  const double attainments[] = { 0.4, 0, 0, 1, 0.1 };
  TlGoal *top = add_goal (model, "Top", NULL);
  TlGoal *goals[5];

  for (guint i = 0; i < 5; i++)
    {
      goals[i] = add_goal (model, "Goal", NULL);
      tl_goal_set_state (goals[i], states[i]);
      tl_goal_set_start (goals[i], DAY (2026, 1, 1));
      tl_goal_set_due (goals[i], DAY (2026, 1, 31));
      set_attainment (model, goals[i], attainments[i]);
      link_goals (model, goals[i], top, 1, FALSE, NULL);
    }

  g_autoptr (TlScores) scores = score (model, TODAY);

  assert_share (get_score (scores, top)->support, 0.5);
  g_assert_cmpint (get_score (scores, goals[0])->health, ==, TL_HEALTH_OFF_TRACK);
  g_assert_cmpint (get_score (scores, goals[1])->health, ==, TL_HEALTH_NO_DATA);
  g_assert_cmpint (get_score (scores, goals[2])->health, ==, TL_HEALTH_NO_DATA);
  assert_share (get_score (scores, goals[2])->own, 0);
  g_assert_cmpint (get_score (scores, goals[3])->health, ==, TL_HEALTH_ON_TRACK);
}

static void
test_dates (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_goal (model, "Goal", NULL);
  TlMeasure *measure = add_measure (model, goal, TL_MEASURE_KIND_NUMBER, 0, 100);

  tl_goal_set_start (goal, DAY (2026, 1, 1));
  tl_goal_set_due (goal, DAY (2026, 4, 11));
  add_reading (model, measure, DAY (2026, 2, 1), 20);
  add_reading (model, measure, DAY (2026, 3, 1), 60);
  add_reading (model, measure, DAY (2026, 3, 15), NAN);

  g_autoptr (TlScores) scores = score (model, DAY (2026, 1, 21));

  assert_share (get_score (scores, goal)->own, NAN);
  assert_share (get_score (scores, goal)->expected, 0.2);
  g_assert_cmpint (get_score (scores, goal)->health, ==, TL_HEALTH_NO_DATA);

  tl_scores_recompute (scores, DAY (2026, 2, 20));
  assert_share (get_score (scores, goal)->own, 0.2);
  assert_share (get_score (scores, goal)->expected, 0.5);
  g_assert_cmpint (get_score (scores, goal)->health, ==, TL_HEALTH_AT_RISK);

  tl_scores_recompute (scores, DAY (2026, 3, 22));
  assert_share (get_score (scores, goal)->own, 0.6);
  g_assert_cmpuint (tl_scores_get_measure (scores, 0)->current_date, ==, DAY (2026, 3, 1));
  g_assert_cmpint (get_score (scores, goal)->health, ==, TL_HEALTH_AT_RISK);

  /* The measure's own dates go before the goal's. */
  tl_measure_set_due (measure, DAY (2026, 3, 2));
  g_autoptr (TlScores) later = score (model, DAY (2026, 3, 2));
  assert_share (get_score (later, goal)->expected, 1);
}

static void
test_counts (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_goal (model, "Goal", NULL);
  TlMeasure *measure = add_measure (model, goal, TL_MEASURE_KIND_COUNT_PER_WEEK, NAN, 2);

  tl_measure_set_start (measure, DAY (2026, 1, 5));
  add_reading (model, measure, DAY (2025, 12, 31), 50);
  add_reading (model, measure, DAY (2026, 1, 9), 1);
  add_reading (model, measure, DAY (2026, 1, 16), 2);
  add_reading (model, measure, DAY (2026, 1, 23), NAN);
  add_reading (model, measure, DAY (2026, 1, 30), 3);

  g_autoptr (TlScores) scores = score (model, DAY (2026, 1, 8));
  assert_share (tl_scores_get_measure (scores, 0)->attainment, NAN);

  tl_scores_recompute (scores, DAY (2026, 1, 19));
  assert_share (tl_scores_get_measure (scores, 0)->attainment, 0.75);
  assert_share (tl_scores_get_measure (scores, 0)->current, 1.5);

  tl_scores_recompute (scores, DAY (2026, 2, 2));
  assert_share (tl_scores_get_measure (scores, 0)->attainment, 0.75);
  g_assert_cmpuint (tl_scores_get_measure (scores, 0)->weeks, ==, 4);
  assert_share (tl_scores_get_measure (scores, 0)->count, 6);
}

static void
test_thresholds (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_goal (model, "Goal", NULL);
  const TlThresholds lenient = { 0.8, 0.9 };

  tl_settings_set_on_track_margin (tl_model_get_settings (model), 0.05);
  tl_settings_set_at_risk_margin (tl_model_get_settings (model), 0.10);
  tl_goal_set_start (goal, DAY (2026, 1, 1));
  tl_goal_set_due (goal, DAY (2026, 2, 1));
  set_attainment (model, goal, 0.5);

  g_autoptr (TlScores) scores = score (model, TODAY);
  g_autoptr (TlScores) mild = tl_scores_new (tl_scores_get_graph (scores), TODAY, &lenient);

  g_assert_cmpint (get_score (scores, goal)->health, ==, TL_HEALTH_OFF_TRACK);
  g_assert_cmpint (get_score (mild, goal)->health, ==, TL_HEALTH_ON_TRACK);
}

/* The definition itself, goal by goal and without any arrays, to compare with */
static double
roll_up_naively (TlGoal     *goal,
                 GHashTable *known)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "to");
  g_autoptr (GPtrArray) measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, "goal");
  double *found = g_hash_table_lookup (known, goal);
  double sum = 0, weight = 0, least = 2, greatest = -1, result = NAN;

  if (found != NULL)
    return *found;

  for (guint i = 0; i < links->len; i++)
    {
      TlContribution *link = g_ptr_array_index (links, i);
      double attainment = roll_up_naively (tl_contribution_get_from (link), known);

      if (isnan (attainment))
        continue;
      attainment = CLAMP (attainment, 0, 1);
      sum += attainment * tl_contribution_get_weight (link);
      weight += tl_contribution_get_weight (link);
      least = MIN (least, attainment);
      greatest = MAX (greatest, attainment);
    }

  if (measures->len > 0)
    {
      g_autoptr (GPtrArray) readings = tl_entity_dup_referrers (g_ptr_array_index (measures, 0), TL_TYPE_READING, NULL);

      result = tl_reading_get_value (g_ptr_array_index (readings, 0));
    }
  else if (weight > 0)
    {
      TlRollup rule = tl_goal_get_rollup (goal);

      result = rule == TL_ROLLUP_ALL ? least : rule == TL_ROLLUP_ANY ? greatest : sum / weight;
    }

  g_hash_table_insert (known, goal, g_memdup2 (&result, sizeof result));
  return result;
}

static gboolean
is_linked (TlGoal *from,
           TlGoal *to)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_CONTRIBUTION, "from");

  for (guint i = 0; i < links->len; i++)
    {
      if (tl_contribution_get_to (g_ptr_array_index (links, i)) == to)
        return TRUE;
    }

  return FALSE;
}

static void
test_random (void)
{
  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (TlModel) model = new_model ();
      g_autoptr (GHashTable) known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      guint n_goals = g_test_rand_int_range (1, 120);
      g_autoptr (GPtrArray) goals = g_ptr_array_new ();

      for (guint i = 0; i < n_goals; i++)
        {
          TlGoal *goal = add_goal (model, "Goal", NULL);

          g_ptr_array_add (goals, goal);
          tl_goal_set_rollup (goal, g_test_rand_int_range (TL_ROLLUP_WEIGHTED, TL_ROLLUP_SUM));
          if (g_test_rand_int_range (0, 3) == 0)
            set_attainment (model, goal, g_test_rand_double_range (-0.5, 1.5));
        }
      for (guint i = 0; i < 3 * n_goals && n_goals > 1; i++)
        {
          guint a = g_test_rand_int_range (0, n_goals);
          guint b = g_test_rand_int_range (0, n_goals);

          /* Any order without cycles will do, and one that is not that of the model is a better test. */
          if ((a * 7919) % 1009 < (b * 7919) % 1009 && !is_linked (goals->pdata[a], goals->pdata[b]))
            link_goals (model, goals->pdata[a], goals->pdata[b], g_test_rand_double_range (0.1, 5), FALSE, NULL);
        }

      g_autoptr (TlScores) scores = score (model, TODAY);

      for (guint i = 0; i < n_goals; i++)
        assert_share (tl_scores_get_goal (scores, i)->attainment, roll_up_naively (goals->pdata[i], known));
    }
}

/* Numbers of a damaged file come to an end too, and to something between 0 and 1. */
static void
test_cycle (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *a = add_goal (model, "A", NULL);
  TlGoal *b = add_goal (model, "B", NULL);
  TlGoal *c = add_goal (model, "C", NULL);

  set_attainment (model, c, 0.5);
  link_goals (model, a, b, 1, FALSE, NULL);
  link_goals (model, b, a, 1, FALSE, NULL);
  link_goals (model, c, a, 1, FALSE, NULL);

  g_autoptr (TlScores) scores = score (model, TODAY);

  assert_share (get_score (scores, a)->attainment, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/scores/rules", test_rules);
  g_test_add_func ("/analysis/scores/own-and-support", test_own_and_support);
  g_test_add_func ("/analysis/scores/beyond-and-rolled-up", test_beyond_and_rolled_up);
  g_test_add_func ("/analysis/scores/divergence-limit", test_divergence_limit);
  g_test_add_func ("/analysis/scores/sum", test_sum);
  g_test_add_func ("/analysis/scores/sum-of-totals", test_sum_of_totals);
  g_test_add_func ("/analysis/scores/states", test_states);
  g_test_add_func ("/analysis/scores/dates", test_dates);
  g_test_add_func ("/analysis/scores/counts", test_counts);
  g_test_add_func ("/analysis/scores/thresholds", test_thresholds);
  g_test_add_func ("/analysis/scores/random", test_random);
  g_test_add_func ("/analysis/scores/cycle", test_cycle);

  return g_test_run ();
}
