/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

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

/* Every line leaves its goal on the side of the objectives, and comes to the goal it helps on the other, on whichever
 * shelf that is.  Returns how many lead to a later one.
 */
static guint
check_sides (TlScene          *scene,
             TlSceneDirection  direction)
{
  guint axis = direction == TL_SCENE_DOWN ? 1 : 0;
  guint n_later = 0;

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const double *last = edge->points + 2 * (edge->n_points - 1);
      const TlRect *from = &tl_scene_get_card (scene, edge->from)->box;
      const TlRect *to = &tl_scene_get_card (scene, edge->to)->box;

      g_assert_cmpfloat (last[axis], ==, axis == 1 ? to->y + to->height : to->x + to->width);
      if (axis == 1 ? to->y > from->y : to->x > from->x)
        {
          g_assert_cmpfloat (edge->points[axis], <, axis == 1 ? from->y + from->height : from->x + from->width);
          n_later++;
        }
    }

  return n_later;
}

/* Goals that also help an objective of a later shelf. */
static void
test_later_shelf (Fixture       *fixture,
                  gconstpointer  data)
{
  TlGoal *tops[60];

  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    tops[i] = add_goal (fixture, fixture->own, "Top");
  for (guint i = 0; i < G_N_ELEMENTS (tops); i++)
    for (guint k = 0; k < 6; k++)
      {
        TlGoal *middle = add_goal (fixture, fixture->sales, "Middle");

        connect_goals (fixture, middle, tops[i], FALSE);
        connect_goals (fixture, add_goal (fixture, fixture->person, "Leaf"), middle, FALSE);
        if (k == 0)
          connect_goals (fixture, middle, tops[(i + 30) % G_N_ELEMENTS (tops)], FALSE);
      }

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      g_autoptr (TlScene) scene = fixture_draw (fixture, &(TlDiagramOptions) { .direction = direction });

      g_assert_cmpuint (check_sides (scene, direction), >, 5);
      check_no_overlap (scene);
      check_lines (scene);
    }
}

/* The picture is not more than so many times longer one way than the other, whichever way it runs, and nothing in it
 * overlaps.
 */
static void
check_shape (Fixture *fixture,
             double   most)
{
  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      const TlDiagramOptions options = { .direction = direction };
      g_autoptr (TlScene) scene = fixture_draw (fixture, &options);
      TlRect bounds;

      tl_scene_get_bounds (scene, &bounds);
      g_assert_cmpfloat (MAX (bounds.width, bounds.height), <, most * MIN (bounds.width, bounds.height));
      check_no_overlap (scene);
      check_lines (scene);
      check_bands (fixture, scene, direction);
    }
}

/* Two large trees, with some links between them. */
static void
test_large_trees (Fixture       *fixture,
                  gconstpointer  data)
{
  TlGoal *tops[2], *middles[40];

  for (guint i = 0; i < 2; i++)
    tops[i] = add_goal (fixture, fixture->own, "Top");
  for (guint i = 0; i < 40; i++)
    {
      middles[i] = add_goal (fixture, fixture->sales, "Middle");
      connect_goals (fixture, middles[i], tops[i % 2], FALSE);
    }
  for (guint i = 0; i < 500; i++)
    {
      TlGoal *leaf = add_goal (fixture, fixture->person, "Leaf");

      connect_goals (fixture, leaf, middles[i % 40], i % 9 == 0);
      if (i % 20 == 0)
        connect_goals (fixture, leaf, middles[(i + 7) % 40], FALSE);
    }

  check_shape (fixture, 3.5);
}

static void
test_one_family (Fixture       *fixture,
                 gconstpointer  data)
{
  TlGoal *top = add_goal (fixture, fixture->own, "Top");

  for (guint i = 0; i < 5000; i++)
    connect_goals (fixture, add_goal (fixture, fixture->person, "Leaf"), top, FALSE);

  check_shape (fixture, 2.5);
}

/* What goes on on another shelf is said to, and not named as if it were something else of the same name. */
static void
test_continued (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint i = 0; i < 400; i++)
    {
      TlGoal *top = add_goal (fixture, i > 0 ? (gpointer) fixture->own : fixture->customer, "Top");

      for (guint k = 0; k < 3; k++)
        connect_goals (fixture, add_goal (fixture, fixture->sales, "Leaf"), top, FALSE);
    }

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  guint n_regions;
  guint n_continued = 0;
  const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);

  for (guint i = 0; i < n_regions; i++)
    if (strstr (regions[i].name, "(continued)") != NULL)
      n_continued++;
    else
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (regions[i].name, !=, regions[k].name);

  g_assert_cmpuint (n_continued, >, 0);
}

static void
test_unconnected (Fixture       *fixture,
                  gconstpointer  data)
{
  for (guint i = 0; i < 300; i++)
    add_goal (fixture, i % 3 == 0 ? (gpointer) fixture->sales : fixture->person, "Loose");

  check_shape (fixture, 2.5);

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  guint n_regions;
  const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);

  g_assert_cmpuint (n_regions, ==, 1);
  g_assert_cmpint (regions[0].kind, ==, TL_REGION_LOOSE);
}

/* It may be as long as it is, but every step stands further down than the one it helps. */
static void
test_long_chain (Fixture       *fixture,
                 gconstpointer  data)
{
  TlGoal *above = add_goal (fixture, fixture->own, "Top");

  for (guint i = 0; i < 60; i++)
    {
      TlGoal *goal = add_goal (fixture, fixture->person, "Step");

      connect_goals (fixture, goal, above, FALSE);
      above = goal;
    }

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);

  for (guint i = 1; i < tl_scene_get_n_cards (scene); i++)
    g_assert_cmpfloat (tl_scene_get_card (scene, i)->box.y, >=,
                       tl_scene_get_card (scene, i - 1)->box.y + TL_CARD_HEIGHT);
  check_shape (fixture, INFINITY);
}

/* One goal alone needs no border that says it is not connected. */
static void
test_one (Fixture       *fixture,
          gconstpointer  data)
{
  add_goal (fixture, fixture->own, "Only");

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);
  guint n_regions;

  tl_scene_get_regions (scene, &n_regions);
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 1);
  g_assert_cmpuint (n_regions, ==, 0);
  check_shape (fixture, 10.0);
}

/* What stands beneath a goal on its own level is indented below it, in the order of the document; goals on another
 * level are not.
 */
static void
test_outline (Fixture       *fixture,
              gconstpointer  data)
{
  TlGoal *top = add_goal (fixture, fixture->sales, "Top");
  TlGoal *results[6], *works[6];

  for (guint i = 0; i < 6; i++)
    {
      results[i] = add_goal (fixture, fixture->person, "Result");
      works[i] = add_goal (fixture, fixture->person, "Work");
      connect_goals (fixture, results[i], top, FALSE);
      connect_goals (fixture, works[i], results[i], FALSE);
    }

  g_autoptr (TlScene) scene = fixture_draw (fixture, NULL);

  for (guint i = 0; i < 6; i++)
    {
      const TlRect *result = &fixture_get_card (scene, results[i])->box;
      const TlRect *work = &fixture_get_card (scene, works[i])->box;

      g_assert_cmpfloat (work->x, >, result->x);
      g_assert_cmpfloat (work->x, <, result->x + TL_CARD_WIDTH / 2.0);
      g_assert_cmpfloat (work->y, >, result->y + TL_CARD_HEIGHT);
      g_assert_cmpfloat (work->y, <, result->y + 2.0 * TL_CARD_HEIGHT);
    }
  check_no_overlap (scene);
  check_lines (scene);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/diagram/shelves", test_shelves);
  ADD_DIAGRAM_TEST ("/diagram/later-shelf", test_later_shelf);
  ADD_DIAGRAM_TEST ("/diagram/large-trees", test_large_trees);
  ADD_DIAGRAM_TEST ("/diagram/one-family", test_one_family);
  ADD_DIAGRAM_TEST ("/diagram/unconnected", test_unconnected);
  ADD_DIAGRAM_TEST ("/diagram/continued", test_continued);
  ADD_DIAGRAM_TEST ("/diagram/long-chain", test_long_chain);
  ADD_DIAGRAM_TEST ("/diagram/one", test_one);
  ADD_DIAGRAM_TEST ("/diagram/outline", test_outline);
  ADD_DIAGRAM_TEST ("/diagram/large", test_large);

  return g_test_run ();
}
