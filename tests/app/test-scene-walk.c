/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tl-scene-walk.h"

/* Two rows: 0 and 1 above, 2, 3 and 4 below; 2 and 3 help 0, 4 helps 1. */
static TlScene *
create_scene (TlSceneDirection direction)
{
  static const double places[][2] = { { 100, 0 }, { 600, 0 }, { 0, 300 }, { 250, 300 }, { 600, 320 } };
  static const guint links[][2] = { { 2, 0 }, { 3, 0 }, { 4, 1 } };
  TlScene *scene = tl_scene_new (direction);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gboolean is_down = direction == TL_SCENE_DOWN;
      TlCard card = { .title = "A goal" };

      card.box = (TlRect) { places[i][is_down ? 0 : 1], places[i][is_down ? 1 : 0], TL_CARD_WIDTH, TL_CARD_HEIGHT };
      tl_scene_add_card (scene, &card);
    }

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      static const double points[] = { 0, 300, 0, 0 };
      TlEdge edge = { .from = links[i][0], .to = links[i][1], .points = points, .n_points = 2, .share = 1 };

      tl_scene_add_edge (scene, &edge);
    }

  return scene;
}

static void
test_down (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_DOWN);

  g_assert_cmpuint (tl_scene_walk (scene, 2, TL_WALK_UP), ==, 0);
  g_assert_cmpuint (tl_scene_walk (scene, 0, TL_WALK_DOWN), ==, 2);
  g_assert_cmpuint (tl_scene_walk (scene, 0, TL_WALK_UP), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_walk (scene, 4, TL_WALK_DOWN), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_walk (scene, 2, TL_WALK_RIGHT), ==, 3);
  g_assert_cmpuint (tl_scene_walk (scene, 3, TL_WALK_RIGHT), ==, 4);
  g_assert_cmpuint (tl_scene_walk (scene, 4, TL_WALK_LEFT), ==, 3);
  g_assert_cmpuint (tl_scene_walk (scene, 2, TL_WALK_LEFT), ==, TL_SCENE_NONE);
}

/* In a frame what helps stands at the left, and what is not linked can be reached all the same. */
static void
test_columns (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_COLUMNS);
  static const double places[][2] = { { 0, 0 }, { 0, 100 }, { 300, 0 }, { 300, 90 }, { 600, 0 }, { 600, 400 } };
  static const guint links[][2] = { { 0, 3 }, { 2, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    tl_scene_add_card (scene, &(TlCard) { .kind = TL_CARD_STATEMENT, .box = { places[i][0], places[i][1], 200, 60 } });
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      static const double points[] = { 0, 0, 1, 1 };

      tl_scene_add_edge (scene, &(TlEdge) { .from = links[i][0], .to = links[i][1], .points = points, .n_points = 2 });
    }

  g_assert_cmpuint (tl_scene_enter (scene), ==, 0);
  g_assert_cmpuint (tl_scene_walk (scene, 0, TL_WALK_RIGHT), ==, 3);
  g_assert_cmpuint (tl_scene_walk (scene, 3, TL_WALK_LEFT), ==, 0);
  g_assert_cmpuint (tl_scene_walk (scene, 1, TL_WALK_RIGHT), ==, 3);
  g_assert_cmpuint (tl_scene_walk (scene, 2, TL_WALK_RIGHT), ==, 5);
  g_assert_cmpuint (tl_scene_walk (scene, 3, TL_WALK_RIGHT), ==, 4);
  g_assert_cmpuint (tl_scene_walk (scene, 2, TL_WALK_LEFT), ==, 0);
  g_assert_cmpuint (tl_scene_walk (scene, 0, TL_WALK_LEFT), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_walk (scene, 0, TL_WALK_DOWN), ==, 1);
  g_assert_cmpuint (tl_scene_walk (scene, 5, TL_WALK_UP), ==, 4);
}

static void
test_right (void)
{
  g_autoptr (TlScene) scene = create_scene (TL_SCENE_RIGHT);

  g_assert_cmpuint (tl_scene_walk (scene, 4, TL_WALK_LEFT), ==, 1);
  g_assert_cmpuint (tl_scene_walk (scene, 1, TL_WALK_RIGHT), ==, 4);
  g_assert_cmpuint (tl_scene_walk (scene, 0, TL_WALK_DOWN), ==, 1);
  g_assert_cmpuint (tl_scene_walk (scene, 1, TL_WALK_UP), ==, 0);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-walk/down", test_down);
  g_test_add_func ("/scene-walk/right", test_right);
  g_test_add_func ("/scene-walk/columns", test_columns);
  g_test_add_func ("/scene-walk/enter", test_enter);

  return g_test_run ();
}
