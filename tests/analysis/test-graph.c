/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"

static void
assert_order (const TlGraph *graph)
{
  guint n_goals = tl_graph_get_n_goals (graph);
  g_autofree guint *places = g_new0 (guint, n_goals + 1);
  guint n_links;
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);

  for (guint i = 0; i < n_goals; i++)
    places[tl_graph_get_order (graph)[i]] = i + 1;
  for (guint i = 0; i < n_goals; i++)
    g_assert_cmpuint (places[i], >, 0);
  for (guint i = 0; i < n_links; i++)
    g_assert_cmpuint (places[links[i].from], <, places[links[i].to]);
}

static void
test_empty (void)
{
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  guint n;

  g_assert_cmpuint (tl_graph_get_n_goals (graph), ==, 0);
  g_assert_cmpuint (tl_graph_get_n_measures (graph), ==, 0);
  tl_graph_get_links (graph, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (tl_graph_find (graph, NULL), ==, -1);
  g_assert_false (tl_graph_has_cycle (graph));
  g_assert_cmpfloat (tl_graph_get_thresholds (graph)->on_track, ==, 0.10);
  g_assert_cmpstr (tl_graph_get_currency (graph), ==, "");
}

static void
test_goals (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *customer = add_organisation (model, "Customer", TL_ORGANISATION_KIND_CUSTOMER);
  TlOrganisation *own = add_organisation (model, "Own", TL_ORGANISATION_KIND_OWN);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, customer);
  TlPerson *person = add_person (model, "Person", own);
  g_autoptr (TlCycle) cycle = tl_cycle_new ();
  TlGoal *theirs = add_goal (model, "Theirs", team);
  TlGoal *hers = add_goal (model, "Hers", person);
  TlGoal *nobodys = add_goal (model, "Nobody's", NULL);
  TlGoal *also_hers = add_goal (model, "Also hers", person);

  tl_cycle_set_start (cycle, DAY (2026, 1, 1));
  tl_cycle_set_end (cycle, DAY (2026, 12, 31));
  tl_model_add (model, TL_ENTITY (cycle));
  tl_goal_set_cycle (hers, cycle);
  tl_goal_set_due (hers, DAY (2026, 6, 30));
  tl_goal_set_facet (hers, TL_FACET_IMPACT);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  guint n_goals;
  const guint *goals = tl_graph_get_goals_of (graph, TL_PARTY (person), &n_goals);

  g_assert_true (tl_graph_get_organisation (graph, 0) == own);
  g_assert_cmpint (tl_graph_find (graph, theirs), ==, 0);
  g_assert_cmpuint (tl_graph_get_node (graph, 0)->organisation, ==, 1);
  g_assert_cmpint (tl_graph_get_node (graph, 0)->level, ==, TL_LEVEL_TEAM);
  g_assert_cmpuint (tl_graph_get_node (graph, 0)->start, ==, TL_DATE_NONE);

  g_assert_cmpint (tl_graph_get_node (graph, 1)->facet, ==, TL_FACET_IMPACT);
  g_assert_cmpuint (tl_graph_get_node (graph, 1)->start, ==, DAY (2026, 1, 1));
  g_assert_cmpuint (tl_graph_get_node (graph, 1)->due, ==, DAY (2026, 6, 30));
  g_assert_cmpuint (tl_graph_get_node (graph, tl_graph_find (graph, nobodys))->organisation, ==, 0);

  g_assert_cmpuint (n_goals, ==, 2);
  g_assert_true (tl_graph_get_goal (graph, goals[0]) == hers);
  g_assert_true (tl_graph_get_goal (graph, goals[1]) == also_hers);
  g_assert_true (tl_graph_get_owner (graph, goals[0]) == TL_PARTY (person));
  g_assert_null (tl_graph_get_goals_of (graph, TL_PARTY (own), &n_goals));
}

/* No setter takes such a weight, but a damaged file may hold one. */
static void
damage_weight (TlContribution *link,
               double          weight)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (link), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].pspec->name, "weight"))
        tl_entity_load_slot (TL_ENTITY (link), i, (TlSlot) { .number = weight });
    }
}

static void
test_links (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *a = add_goal (model, "A", NULL);
  TlGoal *b = add_goal (model, "B", NULL);
  TlGoal *c = add_goal (model, "C", NULL);
  TlContribution *ab;
  guint first;
  guint n_links;

  damage_weight (link_goals (model, b, c, 1, FALSE, NULL), -1);
  ab = link_goals (model, a, b, 3, TRUE, NULL);
  damage_weight (link_goals (model, a, c, 1, FALSE, NULL), NAN);
  link_goals (model, a, b, 9, FALSE, "said twice");

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  const TlGraphLink *links = tl_graph_get_supporters (graph, 1, &first, &n_links);

  g_assert_cmpuint (n_links, ==, 1);
  g_assert_cmpuint (links[0].from, ==, 0);
  g_assert_cmpfloat (links[0].weight, ==, 3);
  g_assert_true (links[0].critical);
  g_assert_true (tl_graph_get_contribution (graph, first) == ab);
  g_assert_cmpuint (tl_graph_find_link (graph, 0, 1), ==, first);
  g_assert_cmpuint (tl_graph_find_link (graph, 1, 0), ==, TL_GRAPH_NONE);

  tl_graph_get_helped (graph, 0, &n_links);
  g_assert_cmpuint (n_links, ==, 2);

  links = tl_graph_get_supporters (graph, 2, NULL, &n_links);
  g_assert_cmpuint (n_links, ==, 2);
  g_assert_cmpfloat (links[0].weight, ==, 0);
  g_assert_cmpfloat (links[1].weight, ==, 0);
  assert_order (graph);
}

static void
test_measures (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *a = add_goal (model, "A", NULL);
  TlGoal *b = add_goal (model, "B", NULL);
  TlMeasure *of_b = add_measure (model, b, TL_MEASURE_KIND_CURRENCY, 0, 1);
  TlMeasure *of_a = add_measure (model, a, TL_MEASURE_KIND_CURRENCY, 0, 1);
  TlMeasure *more = add_measure (model, b, TL_MEASURE_KIND_NUMBER, 0, 1);
  TlMeasure *share = add_measure (model, b, TL_MEASURE_KIND_PERCENT, 0, 1);
  guint n;

  tl_settings_set_currency (tl_model_get_settings (model), "EUR");
  tl_measure_set_unit (of_a, " eur ");
  tl_goal_set_start (b, DAY (2026, 1, 1));
  tl_measure_set_start (more, DAY (2026, 2, 1));
  add_reading (model, of_b, DAY (2026, 3, 1), 3);
  add_reading (model, of_a, DAY (2026, 1, 1), 9);
  add_reading (model, of_b, DAY (2026, 1, 1), 1);
  add_reading (model, of_b, DAY (2026, 3, 1), 4);
  add_reading (model, of_b, DAY (2026, 2, 1), NAN);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  guint index = tl_graph_find_measure (graph, of_b);
  const TlGraphReading *readings = tl_graph_get_readings (graph, index, &n);

  g_assert_cmpuint (tl_graph_get_n_measures (graph), ==, 4);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (readings[0].value, ==, 1);
  g_assert_true (isnan (readings[1].value));
  g_assert_cmpfloat (readings[2].value, ==, 3);
  g_assert_cmpfloat (readings[3].value, ==, 4);

  g_assert_cmpuint (tl_graph_get_measure (graph, index)->start, ==, DAY (2026, 1, 1));
  g_assert_cmpuint (tl_graph_get_measure (graph, tl_graph_find_measure (graph, more))->start, ==, DAY (2026, 2, 1));
  g_assert_cmpuint (tl_graph_get_measure (graph, index)->unit, ==,
                    tl_graph_get_measure (graph, tl_graph_find_measure (graph, of_a))->unit);
  g_assert_cmpuint (tl_graph_get_measure (graph, index)->unit, !=,
                    tl_graph_get_measure (graph, tl_graph_find_measure (graph, more))->unit);
  g_assert_cmpuint (tl_graph_get_measure (graph, tl_graph_find_measure (graph, share))->unit, ==, 0);
  tl_graph_get_measures (graph, 1, NULL, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_true (tl_graph_get_measure_entity (graph, 0) == of_a);
}

static void
test_cycles (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goals[5];
  guint n_goals;
  guint n_links;

  for (guint i = 0; i < 5; i++)
    goals[i] = add_goal (model, "Goal", NULL);
  link_goals (model, goals[0], goals[1], 1, FALSE, NULL);
  link_goals (model, goals[1], goals[2], 1, FALSE, NULL);
  link_goals (model, goals[2], goals[0], 1, FALSE, NULL);
  link_goals (model, goals[3], goals[3], 1, FALSE, NULL);
  link_goals (model, goals[2], goals[4], 1, FALSE, NULL);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  const guint *in_cycle = tl_graph_get_cycle_goals (graph, &n_goals);

  g_assert_true (tl_graph_has_cycle (graph));
  g_assert_cmpuint (n_goals, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (in_cycle[i], ==, i);
  tl_graph_get_links (graph, &n_links);
  g_assert_cmpuint (n_links, ==, 3);
  for (guint i = 0; i < n_links; i++)
    {
      const TlGraphLink *link = tl_graph_get_links (graph, &n_links) + i;

      g_assert_true (tl_contribution_get_from (tl_graph_get_contribution (graph, i)) == goals[link->from]);
      g_assert_true (tl_contribution_get_to (tl_graph_get_contribution (graph, i)) == goals[link->to]);
    }
  assert_order (graph);
}

static void
test_all_linked_to_all (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlGoal *goals[60];
  guint n_links;

  for (guint i = 0; i < 60; i++)
    goals[i] = add_goal (model, "Goal", NULL);
  for (guint i = 0; i < 60; i++)
    for (guint j = 0; j < 60; j++)
      link_goals (model, goals[i], goals[j], 1, FALSE, NULL);

  g_autoptr (TlGraph) graph = tl_graph_new (model);

  g_assert_true (tl_graph_has_cycle (graph));
  tl_graph_get_links (graph, &n_links);
  g_assert_cmpuint (n_links, ==, 60 * 59 / 2);
  assert_order (graph);
}

static void
test_outlives_model (void)
{
  g_autoptr (TlGraph) graph = NULL;
  g_autoptr (TlModel) model = new_model ();
  TlPerson *person = add_account_executive (model);
  guint n_goals;

  graph = tl_graph_new (model);
  g_object_ref (person);
  g_clear_object (&model);

  g_assert_cmpstr (tl_goal_get_title (tl_graph_get_goal (graph, 4)), ==, "Grow account revenue");
  tl_graph_get_goals_of (graph, TL_PARTY (person), &n_goals);
  g_assert_cmpuint (n_goals, ==, 5);
  g_object_unref (person);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/graph/empty", test_empty);
  g_test_add_func ("/analysis/graph/goals", test_goals);
  g_test_add_func ("/analysis/graph/links", test_links);
  g_test_add_func ("/analysis/graph/measures", test_measures);
  g_test_add_func ("/analysis/graph/cycles", test_cycles);
  g_test_add_func ("/analysis/graph/all-linked-to-all", test_all_linked_to_all);
  g_test_add_func ("/analysis/graph/outlives-model", test_outlives_model);

  return g_test_run ();
}
