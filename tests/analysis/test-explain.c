/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "analysis-fixture.h"
#include "tl-explain.h"

/* An explanation as text, with plain spaces, so that it can be read here */
static char *
explain (GPtrArray         *explanations,
         TlExplanationKind  kind)
{
  for (guint i = 0; i < explanations->len; i++)
    {
      const TlExplanation *explanation = g_ptr_array_index (explanations, i);
      g_autofree char *text = tl_explanation_to_text (explanation);

      if (explanation->kind == kind)
        {
          g_auto (GStrv) parts = g_strsplit (text, "\u00a0", -1);

          return g_strjoinv (" ", parts);
        }
    }

  return g_strdup ("");
}

static void
assert_explained (GPtrArray         *explanations,
                  TlExplanationKind  kind,
                  const char        *words)
{
  g_autofree char *text = explain (explanations, kind);

  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, text);
}

static GPtrArray *
explain_goal (TlModel *model,
              TlGoal  *goal)
{
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, DAY (2026, 4, 11), NULL);

  return tl_explain_goal (scores, tl_graph_find (graph, goal));
}

static void
test_measure (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_goal (model, "Goal", NULL);
  TlMeasure *measure = add_measure (model, goal, TL_MEASURE_KIND_CURRENCY, 2.0e6, 4.2e6);

  tl_settings_set_currency (tl_model_get_settings (model), "EUR");
  tl_measure_set_start (measure, DAY (2026, 1, 1));
  tl_measure_set_due (measure, DAY (2026, 7, 20));
  add_reading (model, measure, DAY (2026, 3, 31), 3.1e6);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, DAY (2026, 4, 11), NULL);
  g_autoptr (GPtrArray) lines = tl_explain_measure (scores, 0);

  assert_explained (lines, TL_EXPLANATION_ATTAINMENT, "Attainment: 50 %");
  assert_explained (lines, TL_EXPLANATION_ATTAINMENT, "(3.1 M − 2.0 M) / (4.2 M − 2.0 M) = 50 %");
  assert_explained (lines, TL_EXPLANATION_ATTAINMENT, "Latest reading: EUR 3100000 (31 Mar 2026)");
  assert_explained (lines, TL_EXPLANATION_ATTAINMENT, "Target: EUR 4200000 (20 Jul 2026)");
  assert_explained (lines, TL_EXPLANATION_EXPECTED, "100 of 200 days = 50 %");
  assert_explained (lines, TL_EXPLANATION_HEALTH, "Health: On track");
  assert_explained (lines, TL_EXPLANATION_HEALTH, "50 % ≥ 50 % − 10 %");
}

static void
test_every_kind (void)
{
  const struct { TlMeasureKind kind; TlDirection direction; double baseline, target, low, high, value; const char *words; } rows[] = {
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_UP, 0, 10, NAN, NAN, NAN, "There is no reading yet." },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_UP, 0, NAN, NAN, NAN, 5, "It has no target." },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_UP, NAN, 10, NAN, NAN, 5, "5 / 10 = 50 %" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_DOWN, NAN, 10, NAN, NAN, 15, "It has no starting value" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_DOWN, 10, 5, NAN, NAN, 8, "(8 − 10) / (5 − 10) = 40 %" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_UP, 10, 10, NAN, NAN, 9, "9 < 10" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_DOWN, 10, 10, NAN, NAN, 9, "9 ≤ 10" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_BETWEEN, NAN, NAN, 5, 10, 12.5, "1 − 2.5 / (10.0 − 5.0) = 50 %" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_BETWEEN, NAN, NAN, 10, 5, 12, "1 − 2 / (10 − 5) = 60 %" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_BETWEEN, NAN, NAN, 10, 5, 3, "1 − 2 / (10 − 5) = 60 %" },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_BETWEEN, NAN, NAN, 5, 10, 7, "It is where it has to stay." },
    { TL_MEASURE_KIND_NUMBER, TL_DIRECTION_BETWEEN, NAN, NAN, NAN, NAN, 7, "neither a lowest nor a highest" },
    { TL_MEASURE_KIND_YES_NO, TL_DIRECTION_UP, NAN, 1, NAN, NAN, 1, "It is as it should be." },
    { TL_MEASURE_KIND_COUNT_PER_WEEK, TL_DIRECTION_UP, NAN, 2, NAN, NAN, 21, "21 / (2 × 14) = 75 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TlModel) model = new_model ();
      TlGoal *goal = add_goal (model, "Goal", NULL);
      TlMeasure *measure = add_measure (model, goal, rows[i].kind, rows[i].baseline, rows[i].target);

      tl_goal_set_start (goal, DAY (2026, 1, 1));
      tl_measure_set_direction (measure, rows[i].direction);
      tl_measure_set_low (measure, rows[i].low);
      tl_measure_set_high (measure, rows[i].high);
      add_reading (model, measure, DAY (2026, 3, 31), rows[i].value);

      g_autoptr (GPtrArray) lines = explain_goal (model, goal);
      assert_explained (lines, TL_EXPLANATION_OWN, "By its measure “Measure”.");
      assert_explained (lines, TL_EXPLANATION_OWN, rows[i].words);
    }
}

static void
test_support (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_goal (model, "Goal", NULL);
  TlGoal *first = add_goal (model, "First supporter", NULL);
  TlGoal *second = add_goal (model, "Second supporter", NULL);
  TlGoal *unknown = add_goal (model, "Unknown supporter", NULL);
  TlGoal *dropped = add_goal (model, "Dropped supporter", NULL);

  set_attainment (model, goal, 0.2);
  set_attainment (model, first, 0.8);
  set_attainment (model, second, 0.5);
  tl_goal_set_state (dropped, TL_GOAL_STATE_DROPPED);
  link_goals (model, first, goal, 2, FALSE, NULL);
  link_goals (model, second, goal, 1, FALSE, NULL);
  link_goals (model, unknown, goal, 1, FALSE, NULL);
  link_goals (model, dropped, goal, 1, FALSE, NULL);

  g_autoptr (GPtrArray) lines = explain_goal (model, goal);
  assert_explained (lines, TL_EXPLANATION_SUPPORT, "(2 × 80 % + 50 %) / 3 = 70 %");
  assert_explained (lines, TL_EXPLANATION_SUPPORT, "Weighted share");
  assert_explained (lines, TL_EXPLANATION_SUPPORT, "1 goal of which nothing is known is left out.");
  assert_explained (lines, TL_EXPLANATION_SUPPORT, "1 goal is a draft or dropped and does not count.");
  assert_explained (lines, TL_EXPLANATION_SUPPORT, "First supporter: 80 %");
  assert_explained (lines, TL_EXPLANATION_DIVERGENCE, "20 % − 70 %");
  assert_explained (lines, TL_EXPLANATION_DIVERGENCE, "Is this the right work?");
  assert_explained (lines, TL_EXPLANATION_HEALTH, "What to expect by now is not known.");

  tl_goal_set_rollup (goal, TL_ROLLUP_ALL);
  g_autoptr (GPtrArray) all = explain_goal (model, goal);
  assert_explained (all, TL_EXPLANATION_SUPPORT, "All are needed");
  assert_explained (all, TL_EXPLANATION_SUPPORT, "By what supports it: 50 %");

  tl_goal_set_rollup (goal, TL_ROLLUP_SUM);
  g_autoptr (GPtrArray) sum = explain_goal (model, goal);
  assert_explained (sum, TL_EXPLANATION_SUPPORT, "added up against the target");
  assert_explained (sum, TL_EXPLANATION_SUPPORT, "1.3 / 1.0 = 130 %");
}

static void
test_nothing_known (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goal = add_goal (model, "Goal", NULL);
  g_autoptr (GPtrArray) lines = explain_goal (model, goal);

  assert_explained (lines, TL_EXPLANATION_ATTAINMENT, "Attainment: unknown");
  assert_explained (lines, TL_EXPLANATION_OWN, "It has no measure.");
  assert_explained (lines, TL_EXPLANATION_SUPPORT, "No goal contributes to it.");
  assert_explained (lines, TL_EXPLANATION_EXPECTED, "Without a first and a last day");
  assert_explained (lines, TL_EXPLANATION_HEALTH, "The attainment is not known yet.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/explain/measure", test_measure);
  g_test_add_func ("/analysis/explain/every-kind", test_every_kind);
  g_test_add_func ("/analysis/explain/support", test_support);
  g_test_add_func ("/analysis/explain/nothing-known", test_nothing_known);

  return g_test_run ();
}
