/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"
#include "tl-levels.h"

static void
test_worked_example (void)
{
  g_autoptr (TlModel) model = new_model ();

  add_account_executive (model);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLevels) levels = tl_levels_new (graph, NULL, 0);
  /* Understand, apply, bond, trusted, account; the function's; the two objectives */
  const guint rows[] = { 5, 5, 4, 3, 2, 1, 0, 0 };

  g_assert_cmpuint (levels->n_goals, ==, 8);
  for (guint i = 0; i < 8; i++)
    g_assert_cmpuint (levels->rows[i], ==, rows[i]);
  g_assert_cmpuint (levels->n_rows, ==, 6);
  g_assert_cmpuint (levels->n_level_rows[TL_LEVEL_TEAM], ==, 0);
  g_assert_cmpuint (levels->n_level_rows[TL_LEVEL_PERSON], ==, 4);
  g_assert_cmpuint (levels->first_row[TL_LEVEL_PERSON], ==, 2);
}

/* Only links between the goals that are drawn count. */
static void
test_some (void)
{
  g_autoptr (TlModel) model = new_model ();
  const guint goals[] = { 6, 4, 0 };

  add_account_executive (model);

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLevels) levels = tl_levels_new (graph, goals, 3);

  g_assert_cmpuint (levels->n_rows, ==, 2);
  g_assert_cmpuint (levels->rows[0], ==, 0);
  g_assert_cmpuint (levels->rows[1], ==, 1);
  g_assert_cmpuint (levels->rows[2], ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (TlModel) model = new_model ();
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLevels) levels = tl_levels_new (graph, NULL, 0);

  g_assert_cmpuint (levels->n_rows, ==, 0);
}

/* In any cascade a link inside a level climbs. */
static void
test_random (void)
{
  g_autoptr (TlModel) model = new_model ();
  TlOrganisation *own = add_organisation (model, "Own", TL_ORGANISATION_KIND_OWN);
  TlOrganisation *other = add_organisation (model, "Other", TL_ORGANISATION_KIND_CUSTOMER);
  TlUnit *team = add_unit (model, "Team", TL_UNIT_KIND_TEAM, own);
  TlUnit *theirs = add_unit (model, "Theirs", TL_UNIT_KIND_TEAM, other);
  gpointer owners[] = { own, other, team, theirs };
  TlGoal *goals[200];
  guint n_links;

  for (guint i = 0; i < 200; i++)
    goals[i] = add_goal (model, "Goal", owners[g_test_rand_int_range (0, 4)]);
  for (guint i = 0; i < 400; i++)
    {
      guint from = g_test_rand_int_range (0, 199);

      link_goals (model, goals[from], goals[g_test_rand_int_range (from + 1, 200)], 1, FALSE, NULL);
    }

  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlLevels) levels = tl_levels_new (graph, NULL, 0);
  const TlGraphLink *links = tl_graph_get_links (graph, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      if (tl_graph_get_node (graph, links[i].from)->level == tl_graph_get_node (graph, links[i].to)->level)
        g_assert_cmpuint (levels->rows[links[i].from], >, levels->rows[links[i].to]);
    }
  for (guint i = 0; i < 200; i++)
    {
      TlLevel level = tl_graph_get_node (graph, i)->level;

      g_assert_cmpuint (levels->rows[i], >=, levels->first_row[level]);
      g_assert_cmpuint (levels->rows[i], <, levels->first_row[level] + levels->n_level_rows[level]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/analysis/levels/worked-example", test_worked_example);
  g_test_add_func ("/analysis/levels/some", test_some);
  g_test_add_func ("/analysis/levels/empty", test_empty);
  g_test_add_func ("/analysis/levels/random", test_random);

  return g_test_run ();
}
