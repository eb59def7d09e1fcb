/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the canvas looks and how it gets there: what verbs mean is the same with animations and without, and nobody
 * waits for one here. */

#include "config.h"

#include "canvas-fixture.h"

static void
set_animated (gboolean is_animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_animated, NULL);
}

static double
get_zoom (Fixture *fixture)
{
  return tl_viewport_get_zoom (tl_canvas_get_viewport (fixture->canvas));
}

/* So near that the picture is much wider than the screen */
static void
zoom_in (Fixture *fixture)
{
  tl_viewport_zoom_about (tl_canvas_get_viewport (fixture->canvas), 4, 0, 0);
}

static TlRect
get_box (Fixture  *fixture,
         gpointer  goal)
{
  return tl_scene_get_card (tl_canvas_get_scene (fixture->canvas), get_card (fixture, goal))->box;
}

/* The picture after one more goal has come, above those that are there. */
static TlScene *
create_other_scene (Fixture *fixture)
{
  SmallModel *small = &fixture->small;
  TlGoal *objective = small_add_goal (small->model, "Another objective", small->organisation, TL_FACET_RESULT);
  g_autoptr (TlInsight) insight = NULL;

  small_connect (small->model, small->impact, objective);
  small_connect (small->model, small->other, objective);
  insight = tl_insight_new (small->model);
  return tl_picture_new (insight, &(TlPictureOptions) { .lens = TL_LENS_CASCADE, .direction = TL_PICTURE_RIGHT });
}

static void
test_look_at (Fixture       *fixture,
              gconstpointer  user_data)
{
  TlRect box = get_box (fixture, fixture->small.impact);

  zoom_in (fixture);
  tl_canvas_look_at (fixture->canvas, &box);
  g_assert_cmpfloat_with_epsilon (get_middle (fixture, fixture->small.impact).x,
                                  gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) / 2.0, 1);
  g_assert_cmpfloat (get_zoom (fixture), ==, 4);
}

static void
test_zoom_to (Fixture       *fixture,
              gconstpointer  user_data)
{
  TlRect box = get_box (fixture, fixture->small.impact);
  TlRect wide = { box.x - 1000, box.y, 2000, 10 };

  zoom_in (fixture);
  tl_canvas_zoom_to (fixture->canvas, &box);
  g_assert_cmpfloat (get_zoom (fixture), ==, 1);

  tl_canvas_zoom_to (fixture->canvas, &wide);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture) * wide.width,
                                  gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) - 2 * TL_VIEWPORT_RIM, 1);
  g_assert_false (tl_canvas_is_moving (fixture->canvas));
}

/* From afar one comes so near that titles can be read, and goes away from nothing. */
static void
test_approach (Fixture       *fixture,
               gconstpointer  user_data)
{
  const char *id = tl_entity_get_id (TL_ENTITY (fixture->small.impact));
  graphene_point_t point;

  tl_viewport_zoom_about (tl_canvas_get_viewport (fixture->canvas), TL_VIEWPORT_ZOOM_MIN, 0, 0);
  tl_canvas_approach (fixture->canvas, id);
  g_assert_cmpfloat (get_zoom (fixture), >=, 0.45);
  point = get_middle (fixture, fixture->small.impact);
  g_assert_true (gtk_widget_contains (GTK_WIDGET (fixture->canvas), point.x, point.y));

  zoom_in (fixture);
  tl_canvas_approach (fixture->canvas, id);
  g_assert_cmpfloat (get_zoom (fixture), ==, 4);
}

/* However the picture is laid out anew, what one has selected is where it was. */
static void
test_anchor_stays (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (TlScene) other = create_other_scene (fixture);
  graphene_point_t before, after;

  zoom_in (fixture);
  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (fixture->small.impact)));
  before = get_middle (fixture, fixture->small.impact);
  tl_canvas_set_scene (fixture->canvas, other);
  after = get_middle (fixture, fixture->small.impact);
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
}

/* A key pressed twice means twice as much, wherever the first glide has come to meanwhile. */
static void
test_glide_ends_there (Fixture       *fixture,
                       gconstpointer  user_data)
{
  double before = get_zoom (fixture);

  set_animated (TRUE);
  tl_canvas_zoom_by (fixture->canvas, 1.5);
  g_assert_true (tl_canvas_is_moving (fixture->canvas));
  tl_canvas_zoom_by (fixture->canvas, 1.5);
  g_assert_true (tl_canvas_is_moving (fixture->canvas));
  tl_canvas_finish_moving (fixture->canvas);

  g_assert_false (tl_canvas_is_moving (fixture->canvas));
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), before * 1.5 * 1.5, 1e-6);
}

static void
test_touch_stops_glide (Fixture       *fixture,
                        gconstpointer  user_data)
{
  set_animated (TRUE);
  tl_canvas_zoom_by (fixture->canvas, 3);
  g_assert_true (tl_canvas_is_moving (fixture->canvas));
  tl_viewport_zoom_about (tl_canvas_get_viewport (fixture->canvas), 2, 100, 100);
  g_assert_false (tl_canvas_is_moving (fixture->canvas));
  g_assert_cmpfloat (get_zoom (fixture), ==, 2);
}

static void
test_change_moves (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (TlScene) other = create_other_scene (fixture);

  set_animated (TRUE);
  tl_canvas_set_scene (fixture->canvas, other);
  g_assert_true (tl_canvas_is_moving (fixture->canvas));

  /* Whoever zooms meanwhile sees the picture as it is. */
  zoom_in (fixture);
  g_assert_false (tl_canvas_is_moving (fixture->canvas));
}

static void
test_nothing_moves_unasked (Fixture       *fixture,
                            gconstpointer  user_data)
{
  g_autoptr (TlScene) other = create_other_scene (fixture);

  tl_canvas_zoom_by (fixture->canvas, 1.5);
  g_assert_false (tl_canvas_is_moving (fixture->canvas));
  tl_canvas_set_scene (fixture->canvas, other);
  g_assert_false (tl_canvas_is_moving (fixture->canvas));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/canvas-motion/look-at", test_look_at);
  add_test ("/canvas-motion/zoom-to", test_zoom_to);
  add_test ("/canvas-motion/approach", test_approach);
  add_test ("/canvas-motion/anchor-stays", test_anchor_stays);
  add_test ("/canvas-motion/glide-ends-there", test_glide_ends_there);
  add_test ("/canvas-motion/touch-stops-glide", test_touch_stops_glide);
  add_test ("/canvas-motion/change-moves", test_change_moves);
  add_test ("/canvas-motion/nothing-moves-unasked", test_nothing_moves_unasked);

  return g_test_run ();
}
