/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"
#include "tl-filter.h"

/* A company of two functions, a team under the first and a person in it, each with a goal */
typedef struct
{
  TlModel        *model;
  TlFilter       *filter;
  guint           n_changes;
  TlOrganisation *own;
  TlUnit         *sales;
  TlUnit         *team;
  TlUnit         *service;
  TlPerson       *person;
  TlCycle        *cycle;
  TlGoal         *goals[5];     /* of the organisation, sales, the team, the person, service */
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (TlCycle) cycle = tl_cycle_new ();

  fixture->model = new_model ();
  fixture->own = add_organisation (fixture->model, "Own", TL_ORGANISATION_KIND_OWN);
  fixture->sales = add_unit (fixture->model, "Sales", TL_UNIT_KIND_FUNCTION, fixture->own);
  fixture->team = add_unit (fixture->model, "Team", TL_UNIT_KIND_TEAM, fixture->own);
  fixture->service = add_unit (fixture->model, "Service", TL_UNIT_KIND_FUNCTION, fixture->own);
  fixture->person = add_person (fixture->model, "Zoë Öst", fixture->own);
  tl_unit_set_parent (fixture->team, fixture->sales);
  tl_person_set_unit (fixture->person, fixture->team);
  tl_cycle_set_name (cycle, "2026");
  tl_model_add (fixture->model, TL_ENTITY (cycle));
  fixture->cycle = cycle;

  fixture->goals[0] = add_goal (fixture->model, "Grow", fixture->own);
  fixture->goals[1] = add_goal (fixture->model, "Sell", fixture->sales);
  fixture->goals[2] = add_goal (fixture->model, "Visit", fixture->team);
  fixture->goals[3] = add_goal (fixture->model, "Listen", fixture->person);
  fixture->goals[4] = add_goal (fixture->model, "Repair", fixture->service);
  fixture->filter = tl_filter_new (fixture->model);
  g_signal_connect_swapped (fixture->filter, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->filter);
  g_object_unref (fixture->model);
}

/* The titles of what matches, and that asking one by one says the same as asking for all */
static void
assert_matching (Fixture    *fixture,
                 const char *titles)
{
  g_autoptr (TlGraph) graph = tl_graph_new (fixture->model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, DAY (2026, 7, 1), NULL);
  g_autoptr (GString) found = g_string_new (NULL);
  guint n_matching;
  g_autofree guint8 *all = tl_filter_match_all (fixture->filter, graph, scores, &n_matching);

  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    {
      gboolean is_match = tl_filter_matches (fixture->filter, graph, scores, i);

      g_assert_cmpint (all[i], ==, is_match);
      n_matching -= is_match;
      if (is_match)
        g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", tl_goal_get_title (tl_graph_get_goal (graph, i)));
    }

  g_assert_cmpuint (n_matching, ==, 0);
  g_assert_cmpstr (found->str, ==, titles);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) parts = tl_filter_dup_parts (fixture->filter);

  g_assert_true (tl_filter_is_empty (fixture->filter));
  g_assert_cmpuint (parts->len, ==, 0);
  assert_matching (fixture, "Grow Sell Visit Listen Repair");
}

static void
test_unit_with_those_below (Fixture       *fixture,
                            gconstpointer  data)
{
  tl_filter_set_unit (fixture->filter, fixture->sales);
  assert_matching (fixture, "Sell Visit Listen");
  tl_filter_set_unit (fixture->filter, fixture->team);
  assert_matching (fixture, "Visit Listen");
  tl_filter_set_unit (fixture->filter, NULL);
  g_assert_true (tl_filter_is_empty (fixture->filter));
  g_assert_cmpuint (fixture->n_changes, ==, 3);
}

/* A damaged document must not hang the window. */
static void
test_unit_of_itself (Fixture       *fixture,
                     gconstpointer  data)
{
  tl_unit_set_parent (fixture->sales, fixture->team);
  tl_filter_set_unit (fixture->filter, fixture->service);
  assert_matching (fixture, "Repair");
}

static void
test_owner_alone (Fixture       *fixture,
                  gconstpointer  data)
{
  tl_filter_set_owner (fixture->filter, TL_PARTY (fixture->sales));
  assert_matching (fixture, "Sell");
  tl_filter_set_owner (fixture->filter, TL_PARTY (fixture->person));
  assert_matching (fixture, "Listen");
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  tl_goal_set_description (fixture->goals[4], "Répare what sales broke");
  tl_goal_set_category (fixture->goals[0], "revenue");
  tl_filter_set_text (fixture->filter, " zoe OST ");
  assert_matching (fixture, "Listen");
  g_assert_cmpstr (tl_filter_get_text (fixture->filter), ==, "zoe OST");
  tl_filter_set_text (fixture->filter, "sales");
  assert_matching (fixture, "Sell Repair");
  tl_filter_set_text (fixture->filter, "sales repa");
  assert_matching (fixture, "Repair");
  tl_filter_set_text (fixture->filter, "revenue");
  assert_matching (fixture, "Grow");
  tl_filter_set_text (fixture->filter, "  ");
  g_assert_true (tl_filter_is_empty (fixture->filter));
}

static void
test_all_of_them (Fixture       *fixture,
                  gconstpointer  data)
{
  tl_goal_set_facet (fixture->goals[1], TL_FACET_RESULT);
  tl_goal_set_facet (fixture->goals[2], TL_FACET_RESULT);
  tl_goal_set_cycle (fixture->goals[2], fixture->cycle);
  tl_goal_set_cycle (fixture->goals[4], fixture->cycle);
  tl_goal_set_category (fixture->goals[2], "growth");
  tl_goal_set_state (fixture->goals[2], TL_GOAL_STATE_DRAFT);

  tl_filter_set_facet (fixture->filter, TL_FACET_RESULT);
  assert_matching (fixture, "Sell Visit");
  tl_filter_set_cycle (fixture->filter, fixture->cycle);
  assert_matching (fixture, "Visit");
  tl_filter_set_category (fixture->filter, "growth");
  tl_filter_set_state (fixture->filter, TL_GOAL_STATE_DRAFT);
  tl_filter_set_unit (fixture->filter, fixture->sales);
  assert_matching (fixture, "Visit");
  tl_filter_set_state (fixture->filter, TL_GOAL_STATE_ACTIVE);
  assert_matching (fixture, "");
}

static void
test_health (Fixture       *fixture,
             gconstpointer  data)
{
  tl_goal_set_start (fixture->goals[1], DAY (2026, 1, 1));
  tl_goal_set_due (fixture->goals[1], DAY (2026, 12, 31));
  set_attainment (fixture->model, fixture->goals[1], 0.1);

  tl_filter_set_health (fixture->filter, TL_HEALTH_OFF_TRACK);
  assert_matching (fixture, "Sell");
  tl_filter_set_health (fixture->filter, TL_HEALTH_NO_DATA);
  assert_matching (fixture, "Grow Visit Listen Repair");
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const expected[][2] = {
    { "text", "Text: sell" }, { "unit", "Unit: Sales" }, { "cycle", "Cycle: 2026" }, { "category", "Category: Growth" },
    { "facet", "Facet: Result" }, { "health", "Health: No data" }, { "owner", "Owner: Sales" }, { "state", "State: Active" },
  };
  g_autoptr (GPtrArray) parts = NULL;

  tl_filter_set_text (fixture->filter, "sell");
  tl_filter_set_unit (fixture->filter, fixture->sales);
  tl_filter_set_cycle (fixture->filter, fixture->cycle);
  tl_filter_set_category (fixture->filter, "growth");
  tl_filter_set_facet (fixture->filter, TL_FACET_RESULT);
  tl_filter_set_health (fixture->filter, TL_HEALTH_NO_DATA);
  tl_filter_set_owner (fixture->filter, TL_PARTY (fixture->sales));
  tl_filter_set_state (fixture->filter, TL_GOAL_STATE_ACTIVE);

  parts = tl_filter_dup_parts (fixture->filter);
  g_assert_cmpuint (parts->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < parts->len; i++)
    {
      TlFilterPart *part = g_ptr_array_index (parts, i);

      g_assert_cmpstr (part->property, ==, expected[i][0]);
      g_assert_cmpstr (part->label, ==, expected[i][1]);
      g_assert_false (tl_filter_is_empty (fixture->filter));
      tl_filter_clear_part (fixture->filter, part->property);
    }
  g_assert_true (tl_filter_is_empty (fixture->filter));

  tl_filter_set_state (fixture->filter, TL_GOAL_STATE_ACTIVE);
  tl_filter_set_text (fixture->filter, "sell");
  fixture->n_changes = 0;
  tl_filter_clear (fixture->filter);
  g_assert_true (tl_filter_is_empty (fixture->filter));
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* What undo brings back is another object with the same identity. */
static void
test_survives_removal (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (fixture->service)));
  g_autoptr (TlUnit) again = tl_unit_new ();
  g_autoptr (GPtrArray) parts = NULL;

  tl_filter_set_unit (fixture->filter, fixture->service);
  assert_matching (fixture, "Repair");
  tl_goal_set_owner (fixture->goals[4], TL_PARTY (fixture->own));
  tl_model_remove (fixture->model, TL_ENTITY (fixture->service));
  parts = tl_filter_dup_parts (fixture->filter);
  g_assert_cmpuint (parts->len, ==, 0);
  g_assert_true (tl_filter_is_empty (fixture->filter));
  assert_matching (fixture, "Grow Sell Visit Listen Repair");

  tl_entity_load_id (TL_ENTITY (again), id);
  tl_unit_set_organisation (again, fixture->own);
  tl_model_add (fixture->model, TL_ENTITY (again));
  tl_goal_set_owner (fixture->goals[4], TL_PARTY (again));
  assert_matching (fixture, "Repair");
}

#define ADD(name, function) g_test_add ("/filter/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("empty", test_empty);
  ADD ("unit-with-those-below", test_unit_with_those_below);
  ADD ("unit-of-itself", test_unit_of_itself);
  ADD ("owner-alone", test_owner_alone);
  ADD ("text", test_text);
  ADD ("all-of-them", test_all_of_them);
  ADD ("health", test_health);
  ADD ("parts", test_parts);
  ADD ("survives-removal", test_survives_removal);
  return g_test_run ();
}
