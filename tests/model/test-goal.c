/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-contribution.h"
#include "tl-model.h"

static void
test_owner_gives_level (void)
{
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (TlUnit) function = tl_unit_new ();
  g_autoptr (TlUnit) team = tl_unit_new ();
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_unit_set_organisation (function, organisation);
  tl_unit_set_organisation (team, organisation);
  tl_unit_set_kind (team, TL_UNIT_KIND_TEAM);
  tl_person_set_organisation (person, organisation);

  g_assert_null (tl_goal_get_owner (goal));

  tl_goal_set_owner (goal, TL_PARTY (organisation));
  g_assert_cmpint (tl_goal_get_level (goal), ==, TL_LEVEL_ORGANISATION);
  tl_goal_set_owner (goal, TL_PARTY (function));
  g_assert_cmpint (tl_goal_get_level (goal), ==, TL_LEVEL_FUNCTION);
  tl_goal_set_owner (goal, TL_PARTY (team));
  g_assert_cmpint (tl_goal_get_level (goal), ==, TL_LEVEL_TEAM);
  tl_goal_set_owner (goal, TL_PARTY (person));
  g_assert_cmpint (tl_goal_get_level (goal), ==, TL_LEVEL_PERSON);

  g_assert_true (tl_goal_get_owner (goal) == TL_PARTY (person));
  g_assert_null (tl_goal_get_unit (goal));
  g_assert_null (tl_goal_get_organisation (goal));
  g_assert_true (tl_goal_get_home (goal) == organisation);
}

/* A unit holds what is below it, however deep, and says so even where units of a damaged document go round. */
static void
test_unit_contains (void)
{
  TlUnit *units[4];
  g_autoptr (TlPerson) person = tl_person_new ();
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      units[i] = tl_unit_new ();
      if (i > 0)
        tl_unit_set_parent (units[i], units[i - 1]);
    }
  tl_person_set_unit (person, units[2]);

  g_assert_true (tl_unit_contains (units[0], TL_PARTY (units[0])));
  g_assert_true (tl_unit_contains (units[0], TL_PARTY (units[3])));
  g_assert_false (tl_unit_contains (units[3], TL_PARTY (units[0])));
  g_assert_true (tl_unit_contains (units[1], TL_PARTY (person)));
  g_assert_false (tl_unit_contains (units[3], TL_PARTY (person)));
  g_assert_false (tl_unit_contains (units[0], TL_PARTY (organisation)));
  g_assert_false (tl_unit_contains (units[0], NULL));

  /* 1 -> 3 -> 2 -> 1 */
  tl_unit_set_parent (units[1], units[3]);
  g_assert_true (tl_unit_contains (units[3], TL_PARTY (person)));
  g_assert_true (tl_unit_contains (units[1], TL_PARTY (units[2])));
  g_assert_false (tl_unit_contains (units[0], TL_PARTY (person)));

  /* A unit below itself */
  tl_unit_set_parent (units[1], units[1]);
  g_assert_true (tl_unit_contains (units[1], TL_PARTY (person)));
  g_assert_false (tl_unit_contains (units[0], TL_PARTY (person)));

  tl_unit_set_parent (units[1], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    g_object_unref (units[i]);
}

static void
test_find_path (void)
{
  /* 0 -> 1 -> 2 -> 3, 0 -> 4 -> 3, 5 alone */
  static const guint links[][2] = { { 0, 1 }, { 1, 2 }, { 2, 3 }, { 0, 4 }, { 4, 3 } };
  g_autoptr (TlModel) model = tl_model_new ();
  TlGoal *goals[6];

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      goals[i] = tl_goal_new ();
      tl_model_add (model, TL_ENTITY (goals[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (TlContribution) link = tl_contribution_new ();

      tl_contribution_set_from (link, goals[links[i][0]]);
      tl_contribution_set_to (link, goals[links[i][1]]);
      tl_model_add (model, TL_ENTITY (link));
    }

  {
    g_autoptr (GPtrArray) shortest = tl_goal_find_path (goals[0], goals[3]);
    g_autoptr (GPtrArray) backwards = tl_goal_find_path (goals[3], goals[0]);
    g_autoptr (GPtrArray) itself = tl_goal_find_path (goals[2], goals[2]);
    g_autoptr (GPtrArray) alone = tl_goal_find_path (goals[0], goals[5]);

    g_assert_cmpuint (shortest->len, ==, 3);
    g_assert_true (g_ptr_array_index (shortest, 0) == goals[0]);
    g_assert_true (g_ptr_array_index (shortest, 1) == goals[4]);
    g_assert_true (g_ptr_array_index (shortest, 2) == goals[3]);
    g_assert_null (backwards);
    g_assert_cmpuint (itself->len, ==, 1);
    g_assert_null (alone);
  }

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    g_object_unref (goals[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/goal/owner-gives-level", test_owner_gives_level);
  g_test_add_func ("/goal/unit-contains", test_unit_contains);
  g_test_add_func ("/goal/find-path", test_find_path);
  return g_test_run ();
}
