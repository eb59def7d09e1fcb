/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-scene-walk.h"

static void
add_card (TlScene *scene,
          double   x,
          double   y)
{
  TlCard card = { .title = "A goal" };

  card.box = tl_scene_get_direction (scene) == TL_SCENE_RIGHT ? (TlRect) { y, x, TL_CARD_WIDTH, TL_CARD_HEIGHT }
                                                              : (TlRect) { x, y, TL_CARD_WIDTH, TL_CARD_HEIGHT };
  tl_scene_add_card (scene, &card);
}

static void
add_links (TlScene     *scene,
           const guint  links[][2],
           guint        n_links)
{
  static const double points[] = { 0, 300, 0, 0 };

  for (guint i = 0; i < n_links; i++)
    {
      TlEdge edge = { .from = links[i][0], .to = links[i][1], .points = points, .n_points = 2, .share = 1 };

      tl_scene_add_edge (scene, &edge);
    }
}

/* Two rows: 0 and 1 above, 2, 3 and 4 below; 2 and 3 help 0, 4 helps 1. */
static TlScene *
create_scene (TlSceneDirection direction)
{
  static const double places[][2] = { { 100, 0 }, { 600, 0 }, { 0, 300 }, { 250, 300 }, { 600, 320 } };
  static const guint links[][2] = { { 2, 0 }, { 3, 0 }, { 4, 1 } };
  TlScene *scene = tl_scene_new (direction);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_card (scene, places[i][0], places[i][1]);
  add_links (scene, links, G_N_ELEMENTS (links));
  return scene;
}

/* 1, 2 and 3 stand in a stack beneath 0, and 4 beside them; 5 stands farther down and is linked with nothing. */
static TlSceneWalker *
create_stack (TlSceneDirection direction)
{
  static const double places[][2] = { { 100, 0 }, { 100, 300 }, { 100, 400 }, { 100, 500 }, { 400, 300 }, { 500, 900 } };
  static const guint links[][2] = { { 1, 0 }, { 2, 0 }, { 3, 0 }, { 4, 0 } };
  g_autoptr (TlScene) scene = tl_scene_new (direction);

  /* Across the cascade a stack is as deep as a card: wider in a picture that runs to the right. */
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_card (scene, places[i][0], places[i][1] * (direction == TL_SCENE_RIGHT ? TL_CARD_WIDTH / TL_CARD_HEIGHT : 1));
  add_links (scene, links, G_N_ELEMENTS (links));
  return tl_scene_walker_new (scene);
}

static void
test_down (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_DOWN);
  g_autoptr (TlSceneWalker) walker = tl_scene_walker_new (scene);

  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, TL_WALK_UP), ==, 0);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_DOWN), ==, 2);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_UP), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 4, TL_WALK_DOWN), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, TL_WALK_RIGHT), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_RIGHT), ==, 4);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 4, TL_WALK_LEFT), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, TL_WALK_LEFT), ==, TL_SCENE_NONE);
}

/* The way back leads where one came from, not to the nearest. */
static void
test_way_back (void)
{
  static const double places[][2] = { { 0, 0 }, { 600, 0 }, { 100, 300 }, { 300, 300 } };
  static const guint links[][2] = { { 2, 0 }, { 3, 0 }, { 3, 1 } };
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlSceneWalker) walker = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_card (scene, places[i][0], places[i][1]);
  add_links (scene, links, G_N_ELEMENTS (links));
  walker = tl_scene_walker_new (scene);

  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_DOWN), ==, 2);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_UP), ==, 0);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_DOWN), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, TL_WALK_DOWN), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_UP), ==, 1);
}

static void
check_stack (TlSceneDirection direction)
{
  g_autoptr (TlSceneWalker) walker = create_stack (direction);
  gboolean is_down = direction == TL_SCENE_DOWN;
  TlWalk forwards = is_down ? TL_WALK_DOWN : TL_WALK_RIGHT;
  TlWalk backwards = is_down ? TL_WALK_UP : TL_WALK_LEFT;

  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, forwards), ==, 1);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, forwards), ==, 2);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, forwards), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, backwards), ==, 2);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, backwards), ==, 0);

  /* Out of the stack at its lower end, to what is linked with nothing, and back. */
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, forwards), ==, 5);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 5, backwards), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 5, forwards), ==, TL_SCENE_NONE);
}

static void
test_stack (void)
{
  check_stack (TL_SCENE_DOWN);
  check_stack (TL_SCENE_RIGHT);
}

static void
test_ends (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_DOWN);
  g_autoptr (TlSceneWalker) walker = tl_scene_walker_new (scene);
  g_autoptr (TlSceneWalker) stack = create_stack (TL_SCENE_DOWN);

  /* First among those that help the same, then in the row. */
  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, TL_WALK_LAST), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_LAST), ==, 4);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_FIRST), ==, 2);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, TL_WALK_FIRST), ==, 0);
  g_assert_cmpuint (tl_scene_walker_walk (stack, 3, TL_WALK_FIRST), ==, 1);
  g_assert_cmpuint (tl_scene_walker_walk (stack, 3, TL_WALK_LAST), ==, 4);
}

/* In a frame what helps stands at the left, and what is not linked can be reached all the same. */
static void
test_columns (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_COLUMNS);
  g_autoptr (TlSceneWalker) walker = NULL;
  static const double places[][2] = { { 0, 0 }, { 0, 100 }, { 300, 0 }, { 300, 90 }, { 600, 0 }, { 600, 400 } };
  static const guint links[][2] = { { 0, 3 }, { 2, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    tl_scene_add_card (scene, &(TlCard) { .kind = TL_CARD_STATEMENT, .box = { places[i][0], places[i][1], 200, 60 } });
  add_links (scene, links, G_N_ELEMENTS (links));
  walker = tl_scene_walker_new (scene);

  g_assert_cmpuint (tl_scene_enter (scene), ==, 0);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_RIGHT), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_LEFT), ==, 0);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, TL_WALK_RIGHT), ==, 3);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, TL_WALK_RIGHT), ==, 5);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 3, TL_WALK_RIGHT), ==, 4);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 2, TL_WALK_LEFT), ==, 0);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_LEFT), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_DOWN), ==, 1);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 5, TL_WALK_UP), ==, 4);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 4, TL_WALK_LAST), ==, 5);
}

static void
test_right (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_RIGHT);
  g_autoptr (TlSceneWalker) walker = tl_scene_walker_new (scene);

  g_assert_cmpuint (tl_scene_walker_walk (walker, 4, TL_WALK_LEFT), ==, 1);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, TL_WALK_RIGHT), ==, 4);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 0, TL_WALK_DOWN), ==, 1);
  g_assert_cmpuint (tl_scene_walker_walk (walker, 1, TL_WALK_UP), ==, 0);
}

static void
test_enter (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_DOWN);
  g_autoptr (TlScene) empty = tl_scene_new (TL_SCENE_DOWN);

  g_assert_cmpuint (tl_scene_enter (scene), ==, 0);
  tl_scene_set_selected (scene, 3);
  g_assert_cmpuint (tl_scene_enter (scene), ==, 3);
  g_assert_cmpuint (tl_scene_enter (empty), ==, TL_SCENE_NONE);
}

/* What is read aloud: how many help it, what it helps, and where it stands. */
static void
test_map (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_DOWN);
  g_autoptr (TlSceneMap) map = tl_scene_map_new (scene);
  guint n;

  tl_scene_map_get_helpers (map, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (tl_scene_map_get_helped (map, 4, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 1);
  tl_scene_map_get_helpers (map, 4, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (tl_scene_map_get_position (map, 3, &n), ==, 2);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (tl_scene_map_get_position (map, 0, &n), ==, 1);
  g_assert_cmpuint (n, ==, 2);
}

/* Whatever the picture, the keys lead from the first card to every other: none is out of reach. */
static void
test_reach (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlSceneWalker) walker = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean is_reached[400] = { FALSE };
  guint first;

  for (guint i = 0; i < G_N_ELEMENTS (is_reached); i++)
    add_card (scene, (i % 40) * 250.0 + (i / 40) * 7, (i / 40) * 200.0);
  for (guint i = 40; i < G_N_ELEMENTS (is_reached); i++)
    {
      guint link[1][2] = { { i, g_rand_int_range (rand, 0, i / 40 * 40) } };

      if (g_rand_boolean (rand))
        add_links (scene, (const guint (*)[2]) link, 1);
    }

  walker = tl_scene_walker_new (scene);
  first = tl_scene_enter (scene);
  is_reached[first] = TRUE;
  g_array_append_val (queue, first);
  for (guint i = 0; i < queue->len; i++)
    {
      for (TlWalk walk = TL_WALK_UP; walk <= TL_WALK_LAST; walk++)
        {
          guint next = tl_scene_walker_walk (walker, g_array_index (queue, guint, i), walk);

          if (next == TL_SCENE_NONE || is_reached[next])
            continue;

          is_reached[next] = TRUE;
          g_array_append_val (queue, next);
        }
    }

  g_assert_cmpuint (queue->len, ==, G_N_ELEMENTS (is_reached));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-walk/down", test_down);
  g_test_add_func ("/scene-walk/right", test_right);
  g_test_add_func ("/scene-walk/columns", test_columns);
  g_test_add_func ("/scene-walk/way-back", test_way_back);
  g_test_add_func ("/scene-walk/stack", test_stack);
  g_test_add_func ("/scene-walk/ends", test_ends);
  g_test_add_func ("/scene-walk/enter", test_enter);
  g_test_add_func ("/scene-walk/map", test_map);
  g_test_add_func ("/scene-walk/reach", test_reach);

  return g_test_run ();
}
