/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which cards are selected on a canvas, by pointer and keys, and what becomes of it in the next picture. */

#include "config.h"

#include "canvas-fixture.h"

static void
set_up_many (Fixture       *fixture,
             gconstpointer  data)
{
  set_up (fixture, data);
  tl_canvas_set_can_select_many (fixture->canvas, TRUE);
}

#define add_many_test(path, func) g_test_add (path, Fixture, NULL, set_up_many, func, tear_down)

/* Whether exactly @n cards are selected, and which one is the primary one */
static void
assert_selected (Fixture  *fixture,
                 guint     n,
                 gpointer  primary)
{
  g_autoptr (GPtrArray) ids = tl_canvas_dup_selection (fixture->canvas);

  g_assert_cmpuint (ids->len, ==, n);
  if (primary != NULL)
    g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, tl_entity_get_id (primary));
}

static void
test_toggle (Fixture       *fixture,
             gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->work));
  assert_selected (fixture, 1, small->work);
  tl_canvas_toggle (fixture->canvas, get_card (fixture, small->impact));
  assert_selected (fixture, 2, small->impact);
  g_assert_cmpstr (fixture->selected, ==, tl_entity_get_id (TL_ENTITY (small->impact)));

  /* The one that stays is the primary one then, and everybody hears of it. */
  tl_canvas_toggle (fixture->canvas, get_card (fixture, small->impact));
  assert_selected (fixture, 1, small->work);
  g_assert_cmpstr (fixture->selected, ==, tl_entity_get_id (TL_ENTITY (small->work)));
  tl_canvas_toggle (fixture->canvas, get_card (fixture, small->work));
  assert_selected (fixture, 0, NULL);
  g_assert_null (fixture->selected);
  g_assert_cmpuint (fixture->n_changes, ==, 4);
}

static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  click_at (fixture, get_middle (fixture, small->work));
  assert_selected (fixture, 1, small->work);

  /* A press on one of several may begin a drag of all; let go of it is a click. */
  tl_canvas_select_all (fixture->canvas);
  assert_selected (fixture, 5, small->work);
  click_at (fixture, get_middle (fixture, small->impact));
  assert_selected (fixture, 1, small->impact);

  click_at (fixture, GRAPHENE_POINT_INIT (1, 1));
  assert_selected (fixture, 0, NULL);
}

/* The press does it; what is under the pointer when it is let go is another picture. */
static void
test_fold (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  const TlCard *card = tl_scene_get_card (fixture->scene, get_card (fixture, small->result));
  graphene_point_t point;
  TlRect box;

  g_assert_cmpint (card->fold, ==, TL_FOLD_OPEN);
  tl_card_get_fold_box (card, tl_scene_get_direction (fixture->scene),
                        tl_viewport_get_zoom (tl_canvas_get_viewport (fixture->canvas)), &box);
  point = tl_viewport_world_to_screen (tl_canvas_get_viewport (fixture->canvas), box.x + box.width / 2,
                                       box.y + box.height / 2);
  click_at (fixture, GRAPHENE_POINT_INIT (1, 1));
  press_at (fixture, point, GRAPHENE_POINT_INIT (1, 1));
  assert_selected (fixture, 1, small->result);
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->work));
  tl_canvas_focus_selected (fixture->canvas);
  g_assert_true (press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK));
  assert_selected (fixture, 2, small->impact);
  g_assert_true (press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK));
  assert_selected (fixture, 3, small->result);

  /* Each step back takes one back. */
  g_assert_true (press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_selected (fixture, 2, small->impact);
  g_assert_true (press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_selected (fixture, 1, small->work);

  /* But not what was selected in another way since. */
  g_assert_true (press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK));
  tl_canvas_choose (fixture->canvas, get_card (fixture, small->impact));
  tl_canvas_toggle (fixture->canvas, get_card (fixture, small->work));
  tl_canvas_toggle (fixture->canvas, get_card (fixture, small->impact));
  tl_canvas_toggle (fixture->canvas, get_card (fixture, small->impact));
  g_assert_true (press_key (fixture, GDK_KEY_Right, GDK_SHIFT_MASK));
  assert_selected (fixture, 2, small->work);

  g_assert_true (press_key (fixture, GDK_KEY_Escape, 0));
  assert_selected (fixture, 0, NULL);
  g_assert_false (press_key (fixture, GDK_KEY_Escape, 0));
}

/* Where one card is selected at a time, nothing takes a second. */
static void
test_single (Fixture       *fixture,
             gconstpointer  data)
{
  tl_canvas_choose (fixture->canvas, get_card (fixture, fixture->small.work));
  tl_canvas_select_all (fixture->canvas);
  assert_selected (fixture, 1, fixture->small.work);
  g_assert_false (press_key (fixture, GDK_KEY_Left, GDK_SHIFT_MASK));
  assert_selected (fixture, 1, fixture->small.work);
  g_assert_false (press_key (fixture, GDK_KEY_Escape, 0));
  assert_selected (fixture, 1, fixture->small.work);
}

static void
test_band (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  graphene_point_t one = get_middle (fixture, small->impact);
  graphene_point_t other = get_middle (fixture, small->work);

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->other));
  fixture->n_changes = 0;
  tl_canvas_begin_band (fixture->canvas, one.x, one.y);
  tl_canvas_stretch_band (fixture->canvas, other.x, other.y);

  /* It shows what it would take, and adds it to what was selected; nobody hears of it yet. */
  g_assert_true (tl_scene_is_selected (fixture->scene, get_card (fixture, small->impact)));
  g_assert_true (tl_scene_is_selected (fixture->scene, get_card (fixture, small->work)));
  g_assert_true (tl_scene_is_selected (fixture->scene, get_card (fixture, small->other)));
  g_assert_false (tl_scene_is_selected (fixture->scene, get_card (fixture, small->objective)));
  g_assert_cmpuint (fixture->n_changes, ==, 0);

  tl_canvas_stretch_band (fixture->canvas, one.x, one.y);
  g_assert_false (tl_scene_is_selected (fixture->scene, get_card (fixture, small->work)));
  tl_canvas_end_band (fixture->canvas, TRUE);
  assert_selected (fixture, 2, small->impact);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  /* Esc: as if nothing had been. */
  tl_canvas_begin_band (fixture->canvas, other.x, other.y);
  tl_canvas_stretch_band (fixture->canvas, other.x + 1, other.y + 1);
  assert_selected (fixture, 3, small->work);
  tl_canvas_end_band (fixture->canvas, FALSE);
  assert_selected (fixture, 2, small->impact);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
}

/* An edit makes another picture, in which the same goals have other numbers. */
static void
test_next_picture (Fixture       *fixture,
                   gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlScene) line = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small->ines),
  });

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->other));
  tl_canvas_extend (fixture->canvas, get_card (fixture, small->work));
  tl_canvas_extend (fixture->canvas, get_card (fixture, small->impact));
  fixture->n_changes = 0;

  tl_canvas_set_scene (fixture->canvas, line);
  assert_selected (fixture, 2, small->impact);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  /* Who knows of the primary one only does not take the others away. */
  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (small->impact)));
  assert_selected (fixture, 2, small->impact);
  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (small->work)));
  assert_selected (fixture, 1, small->work);
}

static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);
  graphene_point_t point;

  tl_viewport_zoom_about (viewport, 0.1, 0, 0);
  tl_canvas_choose (fixture->canvas, get_card (fixture, small->impact));
  tl_canvas_extend (fixture->canvas, get_card (fixture, small->work));
  tl_canvas_zoom_selection (fixture->canvas);

  g_assert_cmpfloat (tl_viewport_get_zoom (viewport), >, 0.3);
  point = get_middle (fixture, small->impact);
  g_assert_true (gtk_widget_contains (GTK_WIDGET (fixture->canvas), point.x, point.y));
  point = get_middle (fixture, small->work);
  g_assert_true (gtk_widget_contains (GTK_WIDGET (fixture->canvas), point.x, point.y));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_many_test ("/canvas-select/toggle", test_toggle);
  add_many_test ("/canvas-select/click", test_click);
  add_many_test ("/canvas-select/fold", test_fold);
  add_many_test ("/canvas-select/keys", test_keys);
  add_test ("/canvas-select/single", test_single);
  add_many_test ("/canvas-select/band", test_band);
  add_many_test ("/canvas-select/next-picture", test_next_picture);
  add_many_test ("/canvas-select/zoom", test_zoom);

  return g_test_run ();
}
