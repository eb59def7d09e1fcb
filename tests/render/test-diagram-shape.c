/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diagram-fixture.h"

/* A thousand goals, drawn twice: the same picture, no overlap, no line through a card, leaves in stacks. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  guint n_tall = 0;

  for (guint i = 0; i < 1000; i++)
    {
      gpointer owner = i < 8 ? (gpointer) fixture->own : i < 100 ? (gpointer) fixture->sales : fixture->person;

      g_ptr_array_add (goals, add_goal (fixture, owner, "Goal"));
      if (i >= 8 && i % 37 != 0)
        connect_goals (fixture, goals->pdata[i], goals->pdata[g_rand_int_range (rand, 0, MIN (i, 300))], i % 11 == 0);
      if (i >= 100 && i % 7 == 0)
        connect_goals (fixture, goals->pdata[i], goals->pdata[g_rand_int_range (rand, 0, 8)], FALSE);
    }

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  g_autoptr (TlScene) again = fixture_draw (fixture, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      const TlRect *box = &tl_scene_get_card (scene, i)->box;

      g_assert_cmpfloat (box->x, ==, tl_scene_get_card (again, i)->box.x);
      g_assert_cmpfloat (box->y, ==, tl_scene_get_card (again, i)->box.y);
      n_tall += tl_scene_get_card_at (scene, box->x + 1.0, box->y - 20.0) != TL_SCENE_NONE;
    }
  g_assert_cmpuint (n_tall, >, 200);
  check_no_overlap (scene);
  check_lines (scene);
}

/* A hundred small trees are broken into shelves, and the picture keeps a shape that can be read. */
static void
test_shelves (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < 100; i++)
    {
      TlGoal *top = add_goal (fixture, i % 2 == 0 ? (gpointer) fixture->own : fixture->sales, "Top");

      for (guint k = 0; k < 3; k++)
        connect_goals (fixture, add_goal (fixture, fixture->person, "Leaf"), top, FALSE);
      if (i % 5 == 0)
        connect_goals (fixture, top, add_goal (fixture, fixture->customer, "Theirs"), FALSE);
    }
  for (guint i = 0; i < 40; i++)
    add_goal (fixture, fixture->person, "Loose");

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      const TlDiagramOptions options = { .direction = direction };
      g_autoptr (TlScene) scene = fixture_draw (fixture, &options);
      TlRect bounds;
      guint n_bands, n_regions;

      tl_scene_get_bands (scene, &n_bands);
      tl_scene_get_regions (scene, &n_regions);
      tl_scene_get_bounds (scene, &bounds);
      g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 320);
      g_assert_cmpuint (n_bands, >, 4);
      g_assert_cmpuint (n_regions, >, 2);
      g_assert_cmpfloat (MAX (bounds.width, bounds.height), <, 4.0 * MIN (bounds.width, bounds.height));
      check_no_overlap (scene);
      check_lines (scene);
      check_bands (fixture, scene, direction);
    }
}

/* One large tree is never broken; its long columns are folded. */
static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  const TlDiagramOptions options = { .direction = TL_SCENE_RIGHT };
  TlGoal *tops[4];

  for (guint i = 0; i < 4; i++)
    tops[i] = add_goal (fixture, fixture->own, "Top");
  for (guint i = 0; i < 300; i++)
    {
      TlGoal *leaf = add_goal (fixture, fixture->person, "Leaf");

      connect_goals (fixture, leaf, tops[i % 4], FALSE);
      if (i % 50 == 0)
        connect_goals (fixture, leaf, tops[(i + 1) % 4], FALSE);
    }

  g_autoptr (TlScene) scene = fixture_draw (fixture, &options);
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  g_assert_cmpfloat (bounds.height, <, 150 * TL_CARD_HEIGHT);
  check_no_overlap (scene);
  check_lines (scene);
  check_bands (fixture, scene, TL_SCENE_RIGHT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/diagram/shelves", test_shelves);
  ADD_DIAGRAM_TEST ("/diagram/folds", test_folds);
  ADD_DIAGRAM_TEST ("/diagram/large", test_large);

  return g_test_run ();
}
