/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes in the document of what hands do in the picture: in a whole window, with its toasts and actions. */

#include "config.h"

#include <adwaita.h>

#include "application-fixture.h"
#include "tl-canvas-private.h"
#include "tl-goal-edits.h"
#include "tl-window.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument *document;
  TlWindow   *window;
  TlCanvas   *canvas;
  TlGoal     *objective;
  TlGoal     *one;                  /* helps the objective */
  TlGoal     *other;                /* helps it, too */
  TlGoal     *loose;                /* helps nothing */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->document = create_document ("Lumen");
  fixture->objective = add_goal_of_all (fixture->document, "Grow revenue");
  fixture->one = add_goal_of_all (fixture->document, "Visit clients");
  fixture->other = add_goal_of_all (fixture->document, "Answer calls");
  fixture->loose = add_goal_of_all (fixture->document, "Write the handbook");
  g_assert_nonnull (tl_document_connect (fixture->document, fixture->one, fixture->objective, NULL));
  g_assert_nonnull (tl_document_connect (fixture->document, fixture->other, fixture->objective, NULL));
  tl_document_flush (fixture->document, NULL);

  fixture->window = TL_WINDOW (tl_window_new (TL_APPLICATION (g_application_get_default ())));
  tl_window_set_document (fixture->window, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "lens", g_variant_new_string ("cascade"));
  fixture->canvas = find_child (GTK_WIDGET (fixture->window), TL_TYPE_CANVAS);
  wait_until (tl_canvas_get_scene (fixture->canvas) != NULL &&
              tl_scene_get_n_cards (tl_canvas_get_scene (fixture->canvas)) == 4);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  settle ();
  discard_document (&fixture->document);
}

static guint
get_card (Fixture *fixture,
          TlGoal  *goal)
{
  return tl_scene_find_card (tl_canvas_get_scene (fixture->canvas), tl_entity_get_id (TL_ENTITY (goal)));
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), action, NULL));
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (fixture->document), type));
}

/* Draws a line from one goal to another, as far as it can be. */
static void
draw_link (Fixture *fixture,
           TlGoal  *from,
           TlGoal  *to)
{
  const TlRect *box = &tl_scene_get_card (tl_canvas_get_scene (fixture->canvas), get_card (fixture, to))->box;
  graphene_point_t point = tl_viewport_world_to_screen (tl_canvas_get_viewport (fixture->canvas),
                                                        box->x + box->width / 2, box->y + box->height / 2);

  tl_canvas_begin_link (fixture->canvas, get_card (fixture, from));
  tl_canvas_stretch_link (fixture->canvas, point.x, point.y);
}

static void
undo (Fixture *fixture)
{
  g_assert_true (tl_document_undo (fixture->document, NULL));
}

static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  draw_link (fixture, fixture->loose, fixture->one);
  g_assert_null (fixture->canvas->objection);
  tl_canvas_end_link (fixture->canvas, TRUE);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 3);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Connect Goals");
  undo (fixture);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 2);

  /* Refused, with the loop named. */
  draw_link (fixture, fixture->objective, fixture->one);
  g_assert_nonnull (strstr (fixture->canvas->objection, "“Visit clients” → “Grow revenue” → “Visit clients”"));
  tl_canvas_end_link (fixture->canvas, TRUE);
  draw_link (fixture, fixture->one, fixture->objective);
  g_assert_nonnull (strstr (fixture->canvas->objection, "“Visit clients” helps “Grow revenue” already"));
  tl_canvas_end_link (fixture->canvas, TRUE);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 2);
}

/* Several go in one step and come back in one; then another one is selected, so that the keyboard can go on. */
static void
test_remove_several (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = NULL;

  tl_canvas_choose (fixture->canvas, get_card (fixture, fixture->one));
  tl_canvas_extend (fixture->canvas, get_card (fixture, fixture->other));
  act (fixture, "goal.remove");
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 2);
  wait_until (tl_scene_get_n_cards (tl_canvas_get_scene (fixture->canvas)) == 2);
  ids = tl_canvas_dup_selection (fixture->canvas);
  g_assert_cmpuint (ids->len, ==, 1);

  undo (fixture);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 4);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 2);
}

/* What is for one goal does nothing while several are selected. */
static void
test_only_one (Fixture       *fixture,
               gconstpointer  data)
{
  tl_canvas_choose (fixture->canvas, get_card (fixture, fixture->one));
  tl_canvas_extend (fixture->canvas, get_card (fixture, fixture->other));
  act (fixture, "goal.add-beneath");
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 4);
  act (fixture, "goal.duplicate");
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 6);
}

static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) ids = NULL;

  act (fixture, "win.select-all-cards");
  ids = tl_canvas_dup_selection (fixture->canvas);
  g_assert_cmpuint (ids->len, ==, 4);
  act (fixture, "goal.connect-with");
  g_assert_true (tl_canvas_is_choosing (fixture->canvas));
  tl_canvas_stop_choosing (fixture->canvas);
  act (fixture, "win.zoom-selection");
}

/* Where there is no goal there is nothing to take away. */
static void
test_nothing_left (Fixture       *fixture,
                   gconstpointer  data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);

  g_assert_true (g_action_group_get_action_enabled (actions, "export-to"));
  tl_canvas_select_all (fixture->canvas);
  gtk_widget_activate_action (GTK_WIDGET (fixture->canvas), "goal.remove", NULL);
  wait_until (!g_action_group_get_action_enabled (actions, "export-to"));
  tl_document_undo (fixture->document, NULL);
  wait_until (g_action_group_get_action_enabled (actions, "export-to"));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TlApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  application = create_application ();

  g_test_add ("/canvas-window/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/canvas-window/remove-several", Fixture, NULL, set_up, test_remove_several, tear_down);
  g_test_add ("/canvas-window/only-one", Fixture, NULL, set_up, test_only_one, tear_down);
  g_test_add ("/canvas-window/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/canvas-window/nothing-left", Fixture, NULL, set_up, test_nothing_left, tear_down);

  return run_tests_in (application);
}
