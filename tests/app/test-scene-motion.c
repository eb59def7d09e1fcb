/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From one picture to the next: which card stays where it is, and how the others get to their places. */

#include "config.h"

#include "tl-scene-motion.h"

#define REACH 3.0

static const TlTileScreen screen = { 1, 0, 0, 1000, 800 };

static guint
add_card (TlScene    *scene,
          const char *id,
          double      x,
          double      y)
{
  const TlCard card = { .id = id, .box = { x, y, TL_CARD_WIDTH, TL_CARD_HEIGHT }, .title = id };

  return tl_scene_add_card (scene, &card);
}

static TlScene *
create_before (void)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  add_card (scene, "corner", 0, 0);
  add_card (scene, "middle", 400, 350);
  add_card (scene, "gone", 700, 350);
  add_card (scene, "far", 9000, 9000);
  return scene;
}

static TlScene *
create_after (void)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  add_card (scene, "far", 9000, 9000);
  add_card (scene, "new", 700, 600);
  add_card (scene, "middle", 400, 450);
  add_card (scene, "corner", 0, 0);
  return scene;
}

static void
assert_place (TlSceneMotion *motion,
              const char    *id,
              double         progress,
              double         x,
              double         y,
              double         alpha)
{
  TlRect place;
  double found;

  g_assert_true (tl_scene_motion_find (motion, id, progress, &place, &found));
  g_assert_cmpfloat_with_epsilon (place.x, x - REACH, 0.6);
  g_assert_cmpfloat_with_epsilon (place.y, y - REACH, 0.6);
  g_assert_cmpfloat_with_epsilon (found, alpha, 0.001);
}

static void
test_glides (void)
{
  g_autoptr (TlScene) before = create_before ();
  g_autoptr (TlScene) after = create_after ();
  g_autoptr (TlSceneMotion) motion = tl_scene_motion_new (before, &screen, after, &screen);
  TlRect place;
  double alpha;

  g_assert_nonnull (motion);
  assert_place (motion, "middle", 0, 400, 350, 1);
  assert_place (motion, "middle", 0.25, 400, 375, 1);
  assert_place (motion, "middle", 1, 400, 450, 1);
  assert_place (motion, "corner", 0.5, 0, 0, 1);
  assert_place (motion, "new", 0, 700, 600, 0);
  assert_place (motion, "new", 1, 700, 600, 1);
  assert_place (motion, "gone", 0.25, 700, 350, 0.75);
  assert_place (motion, "gone", 1, 700, 350, 0);

  /* What nobody sees does not move. */
  g_assert_false (tl_scene_motion_find (motion, "far", 0, &place, &alpha));
}

/* A card that leaves the screen is seen leaving it. */
static void
test_leaves (void)
{
  g_autoptr (TlScene) before = create_before ();
  g_autoptr (TlScene) after = create_before ();
  const TlTileScreen scrolled = { 1, 0, -2000, 1000, 800 };
  g_autoptr (TlSceneMotion) motion = tl_scene_motion_new (before, &screen, after, &scrolled);

  g_assert_nonnull (motion);
  assert_place (motion, "middle", 1, 400, 350 - 2000, 1);
}

static void
test_nothing_moves (void)
{
  g_autoptr (TlScene) before = create_before ();
  g_autoptr (TlScene) after = create_before ();

  g_assert_null (tl_scene_motion_new (before, &screen, after, &screen));
}

static void
test_too_much_moves (void)
{
  g_autoptr (TlScene) before = tl_scene_new (TL_SCENE_DOWN);
  g_autoptr (TlScene) after = tl_scene_new (TL_SCENE_DOWN);
  const TlTileScreen far = { 0.05, 0, 0, 1000, 800 };

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      add_card (before, id, 250.0 * (i % 40), 100.0 * (i / 40));
      add_card (after, id, 250.0 * (i / 40), 100.0 * (i % 40));
    }

  g_assert_null (tl_scene_motion_new (before, &far, after, &far));
}

static void
test_other_size (void)
{
  g_autoptr (TlScene) before = create_before ();
  g_autoptr (TlScene) after = create_after ();
  const TlTileScreen larger = { 2, 0, 0, 1000, 800 };

  g_assert_null (tl_scene_motion_new (before, &screen, after, &larger));
}

static void
test_anchor (void)
{
  g_autoptr (TlScene) before = create_before ();
  g_autoptr (TlScene) after = create_after ();
  const TlRect all = { 0, 0, 1000, 800 };
  const TlRect elsewhere = { 2000, 2000, 1000, 800 };
  guint in_after = TL_SCENE_NONE;

  g_assert_cmpuint (tl_scene_motion_find_anchor (before, after, &all, &in_after), ==, 1);
  g_assert_cmpuint (in_after, ==, 2);

  tl_scene_set_selected (before, 0);
  g_assert_cmpuint (tl_scene_motion_find_anchor (before, after, &all, &in_after), ==, 0);
  g_assert_cmpuint (in_after, ==, 3);

  /* What is selected but not in both, or not in view, cannot be what one looks at. */
  tl_scene_set_selected (before, 2);
  g_assert_cmpuint (tl_scene_motion_find_anchor (before, after, &all, &in_after), ==, 1);
  tl_scene_set_selected (before, 3);
  g_assert_cmpuint (tl_scene_motion_find_anchor (before, after, &all, &in_after), ==, 1);

  g_assert_cmpuint (tl_scene_motion_find_anchor (before, after, &elsewhere, &in_after), ==, TL_SCENE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene-motion/glides", test_glides);
  g_test_add_func ("/scene-motion/leaves", test_leaves);
  g_test_add_func ("/scene-motion/nothing-moves", test_nothing_moves);
  g_test_add_func ("/scene-motion/too-much-moves", test_too_much_moves);
  g_test_add_func ("/scene-motion/other-size", test_other_size);
  g_test_add_func ("/scene-motion/anchor", test_anchor);

  return g_test_run ();
}
