/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "diagram-fixture.h"

static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  TlGoal *top = add_goal (fixture, fixture->own, "Grow");
  TlGoal *middle = add_goal (fixture, fixture->sales, "Win");
  TlGoal *bottom = add_goal (fixture, fixture->person, "Call");
  TlGoal *loose = add_goal (fixture, fixture->person, "Tidy");

  connect_goals (fixture, middle, top, FALSE);
  connect_goals (fixture, bottom, middle, TRUE);

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (scene, &n_bands);

  const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 4);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 2);
  g_assert_cmpuint (n_regions, ==, 1);
  g_assert_cmpint (regions[0].kind, ==, TL_REGION_LOOSE);
  g_assert_true (boxes_overlap (&regions[0].box, &fixture_get_card (scene, loose)->box));
  g_assert_false (boxes_overlap (&regions[0].box, &fixture_get_card (scene, bottom)->box));
  g_assert_cmpuint (n_bands, ==, 3);
  g_assert_cmpstr (bands[0].label, ==, "Objectives");
  g_assert_cmpfloat (bands[0].end, ==, bands[1].start);

  g_assert_cmpfloat (fixture_get_card (scene, top)->box.y, <, fixture_get_card (scene, middle)->box.y);
  g_assert_cmpfloat (fixture_get_card (scene, middle)->box.y, <, fixture_get_card (scene, bottom)->box.y);
  g_assert_cmpfloat (fixture_get_card (scene, loose)->box.x, >, fixture_get_card (scene, bottom)->box.x);
  g_assert_cmpstr (fixture_get_card (scene, top)->kicker, ==, "Goal · Objective");
  g_assert_cmpstr (fixture_get_card (scene, middle)->kicker, ==, "Goal · Function");
  g_assert_cmpstr (fixture_get_card (scene, bottom)->kicker, ==, "Goal · Sales");
  g_assert_cmpstr (fixture_get_card (scene, bottom)->owner, ==, "Ines Okafor");
  g_assert_cmpstr (fixture_get_card (scene, bottom)->attainment_text, ==, "no data");
  g_assert_true (isnan (fixture_get_card (scene, bottom)->attainment));
  g_assert_cmpstr (fixture_get_card (scene, bottom)->note, ==, "");
  /* What others help is measured by them. */
  g_assert_cmpint (fixture_get_card (scene, top)->gaps, ==, TL_GAP_NONE);
  g_assert_cmpint (fixture_get_card (scene, bottom)->gaps, ==, TL_GAP_MEASURE);
  g_assert_cmpint (fixture_get_card (scene, loose)->gaps, ==, TL_GAP_MEASURE | TL_GAP_LINK);
  check_no_overlap (scene);
  check_lines (scene);
}

static void
test_across_organisations (Fixture       *fixture,
                           gconstpointer  data)
{
  TlGoal *ours = add_goal (fixture, fixture->own, "Our objective");
  TlGoal *theirs = add_goal (fixture, fixture->customer, "Their objective");
  TlGoal *work = add_goal (fixture, fixture->person, "Work");
  TlGoal *same = add_goal (fixture, fixture->own, "Beside");

  connect_goals (fixture, work, ours, FALSE);
  connect_goals (fixture, work, theirs, FALSE);
  connect_goals (fixture, same, theirs, FALSE);

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      const TlDiagramOptions options = { .direction = direction };
      g_autoptr (TlScene) scene = fixture_draw (fixture, &options);
      guint n_regions;
      const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);

      g_assert_cmpuint (n_regions, ==, 2);
      g_assert_cmpstr (regions[0].name, ==, "Own Co");
      g_assert_cmpstr (regions[1].name, ==, "Customer Co");
      g_assert_false (boxes_overlap (&regions[0].box, &regions[1].box));
      g_assert_true (boxes_overlap (&regions[0].box, &fixture_get_card (scene, work)->box));
      g_assert_true (boxes_overlap (&regions[1].box, &fixture_get_card (scene, theirs)->box));
      g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 3);
      check_no_overlap (scene);
    }
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  TlGoal *top = add_goal (fixture, fixture->own, "Grow");
  TlGoal *bottom = add_goal (fixture, fixture->person, "Call");

  add_goal (fixture, fixture->own, "Another");
  connect_goals (fixture, bottom, top, FALSE);
  g_object_unref (fixture_draw (fixture, NULL));

  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (fixture->graph, TL_PARTY (fixture->person));
  g_autoptr (TlScene) alone = tl_diagram_new_for_line_of_sight (line, fixture->scores, FALSE, TL_SCENE_DOWN);
  g_autoptr (TlScene) whole = tl_diagram_new_for_line_of_sight (line, fixture->scores, TRUE, TL_SCENE_DOWN);

  g_assert_cmpuint (tl_scene_get_n_cards (alone), ==, 2);
  g_assert_cmpstr (tl_scene_get_title (alone), ==, "Line of sight: Ines Okafor");
  g_assert_nonnull (strstr (tl_scene_get_subtitle (alone), "1 Sep 2026"));
  g_assert_cmpuint (tl_scene_get_n_cards (whole), ==, 3);
  g_assert_cmpint (fixture_get_card (whole, top)->emphasis, ==, TL_EMPHASIS_HIGHLIGHTED);
  g_assert_cmpint (tl_scene_get_card (whole, 2)->emphasis, ==, TL_EMPHASIS_DIMMED);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (fixture->graph, TL_PARTY (fixture->person));

  add_goal (fixture, fixture->own, "Not this person's");

  g_autoptr (TlScene) alone = tl_diagram_new_for_line_of_sight (line, fixture->scores, FALSE, TL_SCENE_DOWN);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 0);
  g_assert_cmpuint (tl_scene_get_n_cards (alone), ==, 0);
}

/* A goal whose owner is of no organisation is drawn like any other. */
static void
test_no_organisation (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlModel) kept = g_steal_pointer (&fixture->model);

  fixture->model = tl_model_new ();

  TlUnit *unit = add_entity (fixture, tl_unit_new ());
  TlGoal *goal = add_goal (fixture, unit, "Win");
  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);

  g_assert_cmpstr (fixture_get_card (scene, goal)->title, ==, "Win");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/diagram/chain", test_chain);
  ADD_DIAGRAM_TEST ("/diagram/across-organisations", test_across_organisations);
  ADD_DIAGRAM_TEST ("/diagram/selection", test_selection);
  ADD_DIAGRAM_TEST ("/diagram/nothing", test_nothing);
  ADD_DIAGRAM_TEST ("/diagram/no-organisation", test_no_organisation);

  return g_test_run ();
}
