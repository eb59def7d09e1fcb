/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"
#include "tl-surroundings.h"

/* The goals of the worked example, in the order of the graph */
enum
{
  UNDERSTAND,
  APPLY,
  BOND,
  TRUSTED,
  ACCOUNT,
  FUNCTION,
  OBJECTIVE,
  CLIENTS,
  N_GOALS
};

static void
assert_has_just (GArray      *goals,
                 const guint *expected,
                 guint        n_expected)
{
  g_assert_cmpuint (goals->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    {
      guint n_found = 0;

      for (guint j = 0; j < goals->len; j++)
        n_found += g_array_index (goals, guint, j) == expected[i];
      g_assert_cmpuint (n_found, ==, 1);
    }
}

static void
test_goal (void)
{
  g_autoptr (TlModel) model = new_model ();

  add_account_executive (model);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (GArray) of_trusted = tl_surroundings_of_goal (graph, TRUSTED);
  g_autoptr (GArray) of_apply = tl_surroundings_of_goal (graph, APPLY);

  /* Not the client's goal, which only shares a supporter with it */
  assert_has_just (of_trusted, (guint[]) { TRUSTED, ACCOUNT, FUNCTION, OBJECTIVE, BOND, UNDERSTAND, APPLY }, 7);
  g_assert_cmpuint (g_array_index (of_trusted, guint, 0), ==, TRUSTED);
  /* Not the other work beside it */
  assert_has_just (of_apply, (guint[]) { APPLY, BOND, TRUSTED, ACCOUNT, FUNCTION, OBJECTIVE, CLIENTS }, 7);
}

static void
test_party (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlPerson *person = add_account_executive (model);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlOrganisation) newcomer = tl_organisation_new ();
  TlParty *sales = tl_graph_get_owner (graph, FUNCTION);
  TlParty *client = tl_graph_get_owner (graph, CLIENTS);
  g_autoptr (GArray) of_person = tl_surroundings_of_party (graph, TL_PARTY (person));
  g_autoptr (GArray) of_sales = tl_surroundings_of_party (graph, sales);
  g_autoptr (GArray) of_client = tl_surroundings_of_party (graph, client);
  g_autoptr (GArray) of_nobody = tl_surroundings_of_party (graph, TL_PARTY (newcomer));

  g_assert_cmpuint (of_person->len, ==, N_GOALS);
  /* Its own first */
  g_assert_cmpuint (g_array_index (of_person, guint, 4), ==, ACCOUNT);
  assert_has_just (of_sales, (guint[]) { FUNCTION, OBJECTIVE }, 2);
  assert_has_just (of_client, (guint[]) { CLIENTS }, 1);
  g_assert_cmpuint (of_nobody->len, ==, 0);
}

/* A unit has the goals of the teams and of the people within it. */
static void
test_unit_within (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlPerson *person = add_account_executive (model);
  TlUnit *team = add_unit (model, "Key accounts", TL_UNIT_KIND_TEAM, tl_person_get_organisation (person));
  g_autoptr (TlGraph) before = tl_graph_new (model);
  TlParty *sales = tl_graph_get_owner (before, FUNCTION);

  tl_unit_set_parent (team, TL_UNIT (sales));
  tl_person_set_unit (person, team);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (GArray) of_team = tl_surroundings_of_party (graph, TL_PARTY (team));
  g_autoptr (GArray) of_sales = tl_surroundings_of_party (graph, sales);

  g_assert_cmpuint (of_team->len, ==, N_GOALS);
  g_assert_cmpuint (of_sales->len, ==, N_GOALS);
  g_assert_cmpuint (g_array_index (of_sales, guint, 5), ==, FUNCTION);
}

static void
test_beneath (void)
{
  g_autoptr (TlModel) model = new_model ();

  add_account_executive (model);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (GArray) one = tl_surroundings_get_beneath (graph, TRUSTED, 1);
  g_autoptr (GArray) two = tl_surroundings_get_beneath (graph, TRUSTED, 2);
  g_autoptr (GArray) three = tl_surroundings_get_beneath (graph, TRUSTED, 3);
  g_autoptr (GArray) all = tl_surroundings_collect_beneath (graph, TRUSTED);

  assert_has_just (one, (guint[]) { BOND }, 1);
  assert_has_just (two, (guint[]) { UNDERSTAND, APPLY }, 2);
  g_assert_cmpuint (three->len, ==, 0);
  assert_has_just (all, (guint[]) { TRUSTED, BOND, UNDERSTAND, APPLY }, 4);
}

/* One objective, 10 goals of a function, 20 of a team, 100 of a person */
static void
test_level (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  gpointer owners[] = {
    own, add_unit (model, "Sales", TL_UNIT_KIND_FUNCTION, own), add_unit (model, "Key accounts", TL_UNIT_KIND_TEAM, own),
    add_person (model, "Amara Lindqvist", own),
  };
  const guint n_goals[] = { 1, 10, 20, 100 };

  for (guint level = 0; level < TL_N_LEVELS; level++)
    for (guint i = 0; i < n_goals[level]; i++)
      add_goal (model, "Goal", owners[level]);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (GArray) of_person = tl_surroundings_of_party (graph, owners[3]);

  g_assert_cmpint (tl_surroundings_choose_level (graph, NULL, 131), ==, TL_LEVEL_PERSON);
  g_assert_cmpint (tl_surroundings_choose_level (graph, NULL, 130), ==, TL_LEVEL_TEAM);
  g_assert_cmpint (tl_surroundings_choose_level (graph, NULL, 31), ==, TL_LEVEL_TEAM);
  g_assert_cmpint (tl_surroundings_choose_level (graph, NULL, 30), ==, TL_LEVEL_FUNCTION);
  g_assert_cmpint (tl_surroundings_choose_level (graph, NULL, 1), ==, TL_LEVEL_FUNCTION);
  /* An empty picture is none, so goals that are all of one level are shown. */
  g_assert_cmpint (tl_surroundings_choose_level (graph, of_person, 10), ==, TL_LEVEL_PERSON);
}

/* A goal of a person that ten help, each of which ten more help */
static void
test_rim (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlPerson *person = add_person (model, "Amara Lindqvist", own);
  TlGoal *goals[111];

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      goals[i] = add_goal (model, "Goal", person);
      if (i > 0)
        link_goals (model, goals[i], goals[(i - 1) / 10], 1, FALSE, NULL);
    }

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (GArray) all = tl_surroundings_choose_rim (graph, NULL, TL_LEVEL_PERSON, 111);
  g_autoptr (GArray) two = tl_surroundings_choose_rim (graph, NULL, TL_LEVEL_PERSON, 110);
  g_autoptr (GArray) one = tl_surroundings_choose_rim (graph, NULL, TL_LEVEL_PERSON, 10);
  g_autoptr (GArray) least = tl_surroundings_choose_rim (graph, NULL, TL_LEVEL_PERSON, 0);
  g_autoptr (GArray) beneath = tl_surroundings_get_beneath (graph, 0, 1);
  g_autoptr (GArray) some = tl_surroundings_choose_rim (graph, beneath, TL_LEVEL_PERSON, 5);

  g_assert_cmpuint (all->len, ==, 0);
  assert_has_just (two, (const guint *) beneath->data, 10);
  assert_has_just (one, (guint[]) { 0 }, 1);
  assert_has_just (least, (guint[]) { 0 }, 1);
  /* None of these helps another of them. */
  g_assert_cmpuint (some->len, ==, 10);

  /* Levels tell enough where there are any. */
  add_goal (model, "Objective", own);

  g_autoptr (TlGraph) with_levels = tl_graph_new (model);
  g_autoptr (GArray) none = tl_surroundings_choose_rim (with_levels, NULL, TL_LEVEL_PERSON, 10);

  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_ways_up (void)
{
  g_autoptr (TlModel) model = new_model ();
  guint8 is_shown[N_GOALS] = { 0 };

  add_account_executive (model);
  is_shown[OBJECTIVE] = is_shown[FUNCTION] = is_shown[CLIENTS] = TRUE;

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autofree guint *steps = tl_surroundings_find_ways_up (graph, is_shown, NULL);
  g_autoptr (GArray) of_account = tl_surroundings_of_goal (graph, ACCOUNT);
  g_autofree guint *in_account = tl_surroundings_find_ways_up (graph, is_shown, of_account);

  g_assert_cmpuint (steps[OBJECTIVE], ==, TL_GRAPH_NONE);
  g_assert_cmpuint (steps[FUNCTION], ==, TL_GRAPH_NONE);
  g_assert_cmpuint (steps[ACCOUNT], ==, FUNCTION);
  g_assert_cmpuint (steps[TRUSTED], ==, ACCOUNT);
  g_assert_cmpuint (steps[UNDERSTAND], ==, BOND);
  /* One step to the client's goal, three to the function's, unless only the account is looked at */
  g_assert_cmpuint (steps[BOND], ==, CLIENTS);
  g_assert_cmpuint (in_account[BOND], ==, CLIENTS);

  is_shown[CLIENTS] = FALSE;
  g_clear_pointer (&in_account, g_free);
  in_account = tl_surroundings_find_ways_up (graph, is_shown, of_account);
  g_assert_cmpuint (in_account[BOND], ==, TRUSTED);
  g_assert_cmpuint (in_account[CLIENTS], ==, TL_GRAPH_NONE);
}

static void
test_empty (void)
{
  g_autoptr (TlModel) model = new_model ();
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autofree guint *steps = tl_surroundings_find_ways_up (graph, (guint8[]) { 0 }, NULL);

  g_assert_cmpint (tl_surroundings_choose_level (graph, NULL, 80), ==, TL_LEVEL_PERSON);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/surroundings/goal", test_goal);
  g_test_add_func ("/surroundings/party", test_party);
  g_test_add_func ("/surroundings/unit-within", test_unit_within);
  g_test_add_func ("/surroundings/beneath", test_beneath);
  g_test_add_func ("/surroundings/level", test_level);
  g_test_add_func ("/surroundings/rim", test_rim);
  g_test_add_func ("/surroundings/ways-up", test_ways_up);
  g_test_add_func ("/surroundings/empty", test_empty);

  return g_test_run ();
}
