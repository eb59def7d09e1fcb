/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose chain stands out on a canvas: that of what is selected, or of what the pointer rests upon. */

#include "config.h"

#include "canvas-fixture.h"

/* Whether the chain is that of the goal; of none when it is NULL */
static void
assert_chain_of (Fixture  *fixture,
                 gpointer  goal)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  TlScene *scene = tl_canvas_get_scene (fixture->canvas);
  guint root = goal != NULL ? get_card (fixture, goal) : TL_SCENE_NONE;
  guint n_cards;
  const guint *shown = tl_scene_get_chain (scene, &n_cards);

  tl_scene_collect_chain (scene, &root, goal != NULL ? 1 : 0, cards, edges);
  g_assert_cmpmem (shown, n_cards * sizeof (guint), cards->data, cards->len * sizeof (guint));
  g_assert_cmpfloat (tl_scene_get_chain_strength (scene, NULL), ==, goal != NULL ? 1 : 0);
}

static double
get_veil (Fixture *fixture)
{
  double veil;

  tl_scene_get_chain_strength (tl_canvas_get_scene (fixture->canvas), &veil);
  return veil;
}

/* Moves the pointer to a point of the screen. */
static void
point_to (Fixture          *fixture,
          graphene_point_t  point)
{
  g_autoptr (GPtrArray) controllers = list_controllers (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION);

  g_signal_emit_by_name (g_ptr_array_index (controllers, 0), "motion", (double) point.x, (double) point.y);
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  guint n_cards;

  assert_chain_of (fixture, NULL);
  tl_canvas_choose (fixture->canvas, get_card (fixture, small->work));
  assert_chain_of (fixture, small->work);
  g_assert_true (tl_scene_is_in_chain (fixture->scene, get_card (fixture, small->objective)));
  g_assert_false (tl_scene_is_in_chain (fixture->scene, get_card (fixture, small->other)));

  /* Keys and the program select as well. */
  g_assert_true (press_key (fixture, GDK_KEY_Left, 0));
  assert_chain_of (fixture, small->impact);
  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (small->result)));
  assert_chain_of (fixture, small->result);
  g_assert_false (tl_scene_is_in_chain (fixture->scene, get_card (fixture, small->work)));

  /* Of several it is that of all. */
  tl_canvas_set_can_select_many (fixture->canvas, TRUE);
  tl_canvas_select_all (fixture->canvas);
  tl_scene_get_chain (fixture->scene, &n_cards);
  g_assert_cmpuint (n_cards, ==, 5);

  tl_canvas_choose (fixture->canvas, TL_SCENE_NONE);
  assert_chain_of (fixture, NULL);
}

static void
test_hover (Fixture       *fixture,
            gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->other));
  point_to (fixture, get_middle (fixture, small->work));
  assert_chain_of (fixture, small->other);
  g_assert_cmpuint (fixture->canvas->hover_id, !=, 0);

  /* It rests. */
  tl_canvas_rest_hover (fixture->canvas);
  assert_chain_of (fixture, small->work);

  /* It is on its way again. */
  point_to (fixture, get_middle (fixture, small->objective));
  assert_chain_of (fixture, small->other);
  tl_canvas_rest_hover (fixture->canvas);
  assert_chain_of (fixture, small->objective);
  point_to (fixture, GRAPHENE_POINT_INIT (1, 1));
  assert_chain_of (fixture, small->other);
  g_assert_cmpuint (fixture->canvas->hover_id, ==, 0);

  /* It stays where it is while the keys go on. */
  point_to (fixture, get_middle (fixture, small->work));
  tl_canvas_rest_hover (fixture->canvas);
  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (small->impact)));
  assert_chain_of (fixture, small->impact);
}

/* Where a line or a band is drawn, that is what one looks at. */
static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_set_can_connect (fixture->canvas, TRUE);
  tl_canvas_choose (fixture->canvas, get_card (fixture, small->work));
  tl_canvas_start_connecting (fixture->canvas);
  assert_chain_of (fixture, NULL);
  tl_canvas_stop_choosing (fixture->canvas);
  assert_chain_of (fixture, small->work);

  fixture->canvas->drag = TL_CANVAS_DRAG_BAND;
  tl_canvas_update_chain (fixture->canvas);
  assert_chain_of (fixture, NULL);
  tl_canvas_end_drag (fixture->canvas, FALSE);
  assert_chain_of (fixture, small->work);
}

/* Nothing recedes unless somebody wants it, nor behind nothing. */
static void
test_dimming (Fixture       *fixture,
              gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->work));
  g_assert_cmpfloat (get_veil (fixture), ==, 0);
  tl_canvas_set_dims_rest (fixture->canvas, TRUE);
  g_assert_cmpfloat (get_veil (fixture), ==, 1);
  tl_canvas_choose (fixture->canvas, TL_SCENE_NONE);
  g_assert_cmpfloat (get_veil (fixture), ==, 0);

  point_to (fixture, get_middle (fixture, small->work));
  tl_canvas_rest_hover (fixture->canvas);
  assert_chain_of (fixture, small->work);
  g_assert_cmpfloat (get_veil (fixture), ==, 0);

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->impact));
  g_assert_cmpfloat (get_veil (fixture), ==, 1);
  tl_canvas_set_dims_rest (fixture->canvas, FALSE);
  g_assert_cmpfloat (get_veil (fixture), ==, 0);
  assert_chain_of (fixture, small->impact);
}

/* The next picture has it from the beginning. */
static void
test_next_picture (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TlScene) line =
    tl_picture_new (fixture->insight, &(TlPictureOptions) {
      .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (fixture->small.ines),
    });

  tl_canvas_choose (fixture->canvas, get_card (fixture, fixture->small.work));
  tl_canvas_set_dims_rest (fixture->canvas, TRUE);
  tl_canvas_set_scene (fixture->canvas, line);
  assert_chain_of (fixture, fixture->small.work);
  g_assert_cmpfloat (get_veil (fixture), ==, 1);
  tl_canvas_set_scene (fixture->canvas, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/canvas-chain/selection", test_selection);
  add_test ("/canvas-chain/hover", test_hover);
  add_test ("/canvas-chain/drag", test_drag);
  add_test ("/canvas-chain/dimming", test_dimming);
  add_test ("/canvas-chain/next-picture", test_next_picture);

  return g_test_run ();
}
