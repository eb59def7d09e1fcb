/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saying on a canvas that goals help another: by a line that is dragged, and by the keyboard. */

#include "config.h"

#include "canvas-fixture.h"

/* What the canvas was told to link: "work+impact>objective", by identity */
static char *linked;

static char *
check_cb (TlCanvas          *canvas,
          const char *const *from,
          const char        *to,
          Fixture           *fixture)
{
  return g_strcmp0 (to, tl_entity_get_id (TL_ENTITY (fixture->small.work))) == 0 ? g_strdup ("It would be a loop.") : NULL;
}

static gboolean
connect_cb (TlCanvas          *canvas,
            const char *const *from,
            const char        *to,
            Fixture           *fixture)
{
  g_autofree char *sources = g_strjoinv ("+", (GStrv) from);

  g_free (linked);
  linked = g_strconcat (sources, ">", to, NULL);
  return TRUE;
}

static void
set_up_connect (Fixture       *fixture,
                gconstpointer  data)
{
  set_up (fixture, data);
  g_clear_pointer (&linked, g_free);
  tl_canvas_set_can_select_many (fixture->canvas, TRUE);
  tl_canvas_set_can_connect (fixture->canvas, TRUE);
  g_signal_connect (fixture->canvas, "check-connection", G_CALLBACK (check_cb), fixture);
  g_signal_connect (fixture->canvas, "connect-cards", G_CALLBACK (connect_cb), fixture);
}

static void
tear_down_connect (Fixture       *fixture,
                   gconstpointer  data)
{
  tear_down (fixture, data);
  g_clear_pointer (&linked, g_free);
}

static void
assert_linked (gpointer from,
               gpointer to)
{
  g_autofree char *expected = g_strconcat (tl_entity_get_id (from), ">", tl_entity_get_id (to), NULL);

  g_assert_cmpstr (linked, ==, expected);
}

static guint
get_target (Fixture  *fixture,
            gboolean *is_allowed)
{
  return tl_scene_get_target (fixture->scene, is_allowed);
}

static const char *
get_hint (Fixture *fixture)
{
  return gtk_widget_get_visible (fixture->canvas->hint) ? gtk_label_get_label (GTK_LABEL (fixture->canvas->hint)) : NULL;
}

static void
stretch_to (Fixture  *fixture,
            gpointer  goal)
{
  graphene_point_t point = get_middle (fixture, goal);

  tl_canvas_stretch_link (fixture->canvas, point.x, point.y);
}

static void
test_drag (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  gboolean is_allowed;

  tl_canvas_begin_link (fixture->canvas, get_card (fixture, small->other));
  stretch_to (fixture, small->objective);
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, get_card (fixture, small->objective));
  g_assert_true (is_allowed);
  g_assert_cmpstr (get_hint (fixture), ==, "“Write the moreau handbook” helps “Grow revenue”");
  tl_canvas_end_link (fixture->canvas, TRUE);

  assert_linked (small->other, small->objective);
  g_assert_null (get_hint (fixture));
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, TL_SCENE_NONE);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  gboolean is_allowed;

  tl_canvas_begin_link (fixture->canvas, get_card (fixture, small->objective));
  stretch_to (fixture, small->work);
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, get_card (fixture, small->work));
  g_assert_false (is_allowed);
  g_assert_cmpstr (get_hint (fixture), ==, "It would be a loop.");
  tl_canvas_end_link (fixture->canvas, TRUE);
  g_assert_null (linked);

  /* A card is no target of its own line, and neither is the ground. */
  tl_canvas_begin_link (fixture->canvas, get_card (fixture, small->objective));
  stretch_to (fixture, small->objective);
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, TL_SCENE_NONE);
  tl_canvas_stretch_link (fixture->canvas, 1, 1);
  tl_canvas_end_link (fixture->canvas, TRUE);
  g_assert_null (linked);

  /* Esc on the way */
  tl_canvas_begin_link (fixture->canvas, get_card (fixture, small->other));
  stretch_to (fixture, small->objective);
  tl_canvas_end_link (fixture->canvas, FALSE);
  g_assert_null (linked);
  g_assert_null (get_hint (fixture));
}

/* Whoever drags one of several draws from all of them. */
static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->other));
  tl_canvas_extend (fixture->canvas, get_card (fixture, small->impact));
  tl_canvas_begin_link (fixture->canvas, get_card (fixture, small->other));
  stretch_to (fixture, small->objective);
  g_assert_cmpstr (get_hint (fixture), ==, "2 goals help “Grow revenue”");
  tl_canvas_end_link (fixture->canvas, TRUE);
  g_assert_nonnull (strstr (linked, tl_entity_get_id (TL_ENTITY (small->other))));
  g_assert_nonnull (strstr (linked, tl_entity_get_id (TL_ENTITY (small->impact))));

  /* One beside them is dragged alone. */
  tl_canvas_begin_link (fixture->canvas, get_card (fixture, small->result));
  stretch_to (fixture, small->objective);
  tl_canvas_end_link (fixture->canvas, TRUE);
  assert_linked (small->result, small->objective);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  gboolean is_allowed;

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->impact));
  tl_canvas_start_connecting (fixture->canvas);
  g_assert_true (tl_canvas_is_choosing (fixture->canvas));
  g_assert_true (g_str_has_prefix (get_hint (fixture), "What does it help?"));

  /* To the work, which is refused and says why; Enter does nothing then. */
  g_assert_true (press_key (fixture, GDK_KEY_Right, 0));
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, get_card (fixture, small->work));
  g_assert_false (is_allowed);
  g_assert_true (g_str_has_prefix (get_hint (fixture), "It would be a loop."));
  g_assert_true (press_key (fixture, GDK_KEY_Return, 0));
  g_assert_null (linked);
  g_assert_true (tl_canvas_is_choosing (fixture->canvas));

  /* Back over itself and on to the result.  Nothing of it changes what is selected. */
  g_assert_true (press_key (fixture, GDK_KEY_Left, 0));
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, TL_SCENE_NONE);
  g_assert_true (press_key (fixture, GDK_KEY_Left, 0));
  g_assert_cmpuint (get_target (fixture, &is_allowed), ==, get_card (fixture, small->result));
  g_assert_cmpstr (fixture->selected, ==, tl_entity_get_id (TL_ENTITY (small->impact)));
  g_assert_true (press_key (fixture, GDK_KEY_Return, 0));
  assert_linked (small->impact, small->result);
  g_assert_false (tl_canvas_is_choosing (fixture->canvas));
}

static void
test_keyboard_leaves (Fixture       *fixture,
                      gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  /* Nothing selected, nothing to connect. */
  tl_canvas_start_connecting (fixture->canvas);
  g_assert_false (tl_canvas_is_choosing (fixture->canvas));

  tl_canvas_choose (fixture->canvas, get_card (fixture, small->impact));
  tl_canvas_start_connecting (fixture->canvas);
  g_assert_true (press_key (fixture, GDK_KEY_Escape, 0));
  g_assert_false (tl_canvas_is_choosing (fixture->canvas));
  g_assert_null (get_hint (fixture));
  g_assert_cmpstr (fixture->selected, ==, tl_entity_get_id (TL_ENTITY (small->impact)));

  /* A click takes the card, too; going elsewhere leaves. */
  tl_canvas_start_connecting (fixture->canvas);
  click_at (fixture, get_middle (fixture, small->objective));
  assert_linked (small->impact, small->objective);
  tl_canvas_start_connecting (fixture->canvas);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_false (tl_canvas_is_choosing (fixture->canvas));

  /* A document that can only be read */
  tl_canvas_set_can_connect (fixture->canvas, FALSE);
  tl_canvas_start_connecting (fixture->canvas);
  g_assert_false (tl_canvas_is_choosing (fixture->canvas));
}

static TlCanvasDrag
find_drag (Fixture         *fixture,
           gpointer         goal,
           guint            button,
           GdkModifierType  state)
{
  graphene_point_t point = goal != NULL ? get_middle (fixture, goal) : GRAPHENE_POINT_INIT (1, 1);

  return tl_canvas_find_drag (fixture->canvas, point.x, point.y, button, state);
}

/* The ground and the middle button move the picture, Shift draws a band, a card a line; none fights with another.  A
 * picture that is in view as a whole cannot be moved: its ground is for a band.
 */
static void
test_which_drag (Fixture       *fixture,
                 gconstpointer  data)
{
  gpointer goal = fixture->small.work;

  g_assert_cmpint (find_drag (fixture, NULL, GDK_BUTTON_PRIMARY, 0), ==, TL_CANVAS_DRAG_BAND);
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_MIDDLE, 0), ==, TL_CANVAS_DRAG_PAN);
  g_assert_cmpint (find_drag (fixture, NULL, GDK_BUTTON_PRIMARY, GDK_SHIFT_MASK), ==, TL_CANVAS_DRAG_BAND);
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_PRIMARY, GDK_SHIFT_MASK), ==, TL_CANVAS_DRAG_BAND);
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_PRIMARY, 0), ==, TL_CANVAS_DRAG_LINK);
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_PRIMARY, GDK_CONTROL_MASK), ==, TL_CANVAS_DRAG_NONE);
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_SECONDARY, 0), ==, TL_CANVAS_DRAG_NONE);

  tl_viewport_zoom_about (tl_canvas_get_viewport (fixture->canvas), TL_VIEWPORT_ZOOM_MAX, 0, 0);
  g_assert_cmpint (find_drag (fixture, NULL, GDK_BUTTON_PRIMARY, 0), ==, TL_CANVAS_DRAG_PAN);
  tl_viewport_fit (tl_canvas_get_viewport (fixture->canvas));

  g_assert_true (press_key (fixture, GDK_KEY_space, 0));
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_PRIMARY, 0), ==, TL_CANVAS_DRAG_PAN);
}

/* Where neither was asked for, as in a frame of statements, a card is left to who has the canvas. */
static void
test_no_drag (Fixture       *fixture,
              gconstpointer  data)
{
  gpointer goal = fixture->small.work;

  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_PRIMARY, 0), ==, TL_CANVAS_DRAG_NONE);
  g_assert_cmpint (find_drag (fixture, goal, GDK_BUTTON_PRIMARY, GDK_SHIFT_MASK), ==, TL_CANVAS_DRAG_NONE);
  g_assert_cmpint (find_drag (fixture, NULL, GDK_BUTTON_PRIMARY, GDK_SHIFT_MASK), ==, TL_CANVAS_DRAG_PAN);
}

#define add_connect_test(path, func) g_test_add (path, Fixture, NULL, set_up_connect, func, tear_down_connect)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_connect_test ("/canvas-connect/drag", test_drag);
  add_connect_test ("/canvas-connect/refused", test_refused);
  add_connect_test ("/canvas-connect/several", test_several);
  add_connect_test ("/canvas-connect/keyboard", test_keyboard);
  add_connect_test ("/canvas-connect/keyboard-leaves", test_keyboard_leaves);

  add_connect_test ("/canvas-connect/which-drag", test_which_drag);
  add_test ("/canvas-connect/no-drag", test_no_drag);

  return g_test_run ();
}
