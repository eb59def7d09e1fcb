/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cascade's lens: what is opened and closed in it, looked at alone, and found. */

#include "config.h"

#include <adwaita.h>

#include "small-model.h"
#include "tl-find-bar.h"
#include "tl-focus.h"
#include "tl-lens-strip.h"
#include "tl-lens-view.h"
#include "view-fixture.h"

typedef struct
{
  SmallModel   small;
  TlInsight   *insight;
  TlNavigator *navigator;
  GtkWidget   *window;
  TlLensView  *view;
} Fixture;

/* Down to functions: what Ines does is folded away. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  small_model_init (&fixture->small);
  fixture->insight = tl_insight_new (fixture->small.model);
  fixture->navigator = tl_navigator_new (fixture->small.model);
  tl_navigator_set_lens (fixture->navigator, TL_LENS_CASCADE);
  fixture->view = g_object_new (TL_TYPE_LENS_VIEW, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  tl_lens_view_set_source (fixture->view, fixture->insight, fixture->navigator);
  tl_lens_view_set_depth (fixture->view, TL_DIAGRAM_FUNCTIONS);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->navigator);
  g_clear_object (&fixture->insight);
  small_model_clear (&fixture->small);
}

static TlScene *
get_scene (Fixture *fixture)
{
  return tl_canvas_get_scene (tl_lens_view_get_canvas (fixture->view));
}

static gboolean
shows (Fixture  *fixture,
       gpointer  goal)
{
  return tl_scene_find_card (get_scene (fixture), tl_entity_get_id (goal)) != TL_SCENE_NONE;
}

static void
test_open_and_close (Fixture       *fixture,
                    gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 3);
  g_assert_cmpint (tl_lens_view_get_fold (fixture->view), ==, TL_FOLD_NONE);
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->other));
  g_assert_cmpint (tl_lens_view_get_fold (fixture->view), ==, TL_FOLD_NONE);
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->result));
  g_assert_cmpint (tl_lens_view_get_fold (fixture->view), ==, TL_FOLD_CLOSED);

  tl_lens_view_open_beneath (fixture->view);
  g_assert_true (shows (fixture, small->impact));
  g_assert_false (shows (fixture, small->work));
  g_assert_cmpint (tl_lens_view_get_fold (fixture->view), ==, TL_FOLD_OPEN);
  g_assert_true (tl_lens_view_has_opened (fixture->view));

  tl_lens_view_close_beneath (fixture->view);
  g_assert_false (shows (fixture, small->impact));
  g_assert_cmpint (tl_lens_view_get_fold (fixture->view), ==, TL_FOLD_CLOSED);

  g_assert_true (tl_lens_view_can_open_all (fixture->view));
  tl_lens_view_open_all_beneath (fixture->view);
  g_assert_true (shows (fixture, small->work));
  g_assert_cmpint (tl_lens_view_get_fold (fixture->view), ==, TL_FOLD_OPEN);
  g_assert_false (tl_lens_view_can_open_all (fixture->view));
  tl_lens_view_close_all (fixture->view);
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 3);
  g_assert_false (tl_lens_view_has_opened (fixture->view));
}

/* What is open beneath what is closed is nothing that somebody could close. */
static void
test_opened_out_of_sight (Fixture       *fixture,
                          gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->result));
  tl_lens_view_open_all_beneath (fixture->view);
  g_assert_true (tl_lens_view_has_opened (fixture->view));
  tl_lens_view_close_beneath (fixture->view);
  g_assert_false (shows (fixture, small->impact));
  g_assert_false (tl_lens_view_has_opened (fixture->view));
  tl_lens_view_open_beneath (fixture->view);
  g_assert_true (shows (fixture, small->work));
  g_assert_true (tl_lens_view_has_opened (fixture->view));
}

/* In each lens the rest is another one, and dimmed or not for itself. */
static void
test_rest (Fixture       *fixture,
           gconstpointer  data)
{
  TlCanvas *canvas = tl_lens_view_get_canvas (fixture->view);

  tl_navigator_set_subject (fixture->navigator, TL_ENTITY (fixture->small.ines));
  tl_lens_view_set_dims_rest (fixture->view, TRUE);
  g_assert_true (tl_canvas_get_dims_rest (canvas));
  tl_navigator_set_lens (fixture->navigator, TL_LENS_LINE_OF_SIGHT);
  g_assert_false (tl_lens_view_get_dims_rest (fixture->view));
  g_assert_false (tl_canvas_get_dims_rest (canvas));
  g_assert_false (shows (fixture, fixture->small.other));

  tl_lens_view_set_dims_rest (fixture->view, TRUE);
  g_assert_true (shows (fixture, fixture->small.other));
  g_assert_false (tl_canvas_get_dims_rest (canvas));
  tl_lens_view_set_dims_rest (fixture->view, FALSE);
  g_assert_false (shows (fixture, fixture->small.other));
  tl_navigator_set_lens (fixture->navigator, TL_LENS_CASCADE);
  g_assert_true (tl_lens_view_get_dims_rest (fixture->view));
  g_assert_true (tl_canvas_get_dims_rest (canvas));
}

/* What is open stays open when goals come and go. */
static void
test_open_survives (Fixture       *fixture,
                    gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlGoal *newcomer;

  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->result));
  tl_lens_view_open_all_beneath (fixture->view);
  newcomer = small_add_goal (small->model, "One more", small->ines, TL_FACET_WORK);
  small_connect (small->model, newcomer, small->impact);
  wait_for_change (fixture->insight);
  g_assert_true (shows (fixture, newcomer));
  g_assert_true (shows (fixture, small->work));

  /* Whoever says how deep they want to look begins anew. */
  tl_lens_view_set_depth (fixture->view, TL_DIAGRAM_FUNCTIONS);
  g_assert_false (shows (fixture, small->work));
}

static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlGoal *beside = small_add_goal (small->model, "Open new accounts", small->organisation, TL_FACET_RESULT);

  small_connect (small->model, beside, small->objective);
  wait_for_change (fixture->insight);
  g_assert_true (shows (fixture, beside));

  /* As deep as can be read at once, whatever was chosen for the whole */
  tl_focus_enter (fixture->navigator, TL_ENTITY (small->sales));
  g_assert_cmpint (tl_lens_view_get_depth (fixture->view), ==, TL_DIAGRAM_WHOLE);
  g_assert_true (shows (fixture, small->work));
  g_assert_true (shows (fixture, small->objective));
  g_assert_false (shows (fixture, beside));

  tl_focus_enter (fixture->navigator, TL_ENTITY (small->result));
  g_assert_true (shows (fixture, small->work));
  g_assert_false (shows (fixture, small->other));

  tl_focus_leave_all (fixture->navigator);
  g_assert_cmpint (tl_lens_view_get_depth (fixture->view), ==, TL_DIAGRAM_FUNCTIONS);
  g_assert_false (shows (fixture, small->work));
  g_assert_true (shows (fixture, beside));
}

/* The goal itself does not recede in its surroundings, nor does anything else. */
static void
test_focus_is_even (Fixture       *fixture,
                    gconstpointer  data)
{
  tl_focus_enter (fixture->navigator, TL_ENTITY (fixture->small.result));
  for (guint i = 0; i < tl_scene_get_n_cards (get_scene (fixture)); i++)
    g_assert_cmpint (tl_scene_get_card (get_scene (fixture), i)->emphasis, ==, TL_EMPHASIS_NORMAL);
}

static void
test_focus_without_goals (Fixture       *fixture,
                          gconstpointer  data)
{
  tl_focus_enter (fixture->navigator, TL_ENTITY (fixture->small.bjorn));
  g_assert_false (tl_lens_view_has_picture (fixture->view));
  small_add_goal (fixture->small.model, "Mount every panel by noon", fixture->small.bjorn, TL_FACET_WORK);
  wait_for_change (fixture->insight);
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 1);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  GtkWidget *bar = find_child (GTK_WIDGET (fixture->view), TL_TYPE_FIND_BAR);

  gtk_editable_set_text (GTK_EDITABLE (find_child (bar, GTK_TYPE_SEARCH_ENTRY)), text);
  g_signal_emit_by_name (bar, "text-changed");
}

static gboolean
is_found (Fixture *fixture,
          TlGoal  *goal)
{
  guint card = tl_scene_find_card (get_scene (fixture), tl_entity_get_id (TL_ENTITY (goal)));
  guint n_found, current;
  const guint *found = tl_scene_get_found (get_scene (fixture), &n_found, &current);

  for (guint i = 0; i < n_found; i++)
    {
      if (found[i] == card)
        return TRUE;
    }

  return FALSE;
}

static void
test_find (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_lens_view_start_find (fixture->view);
  type (fixture, "grow");
  g_assert_true (is_found (fixture, small->objective));
  g_assert_true (is_found (fixture, small->result));
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->objective));
  tl_lens_view_find_step (fixture->view, 1);
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->result));
  tl_lens_view_find_step (fixture->view, 1);
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->objective));
  tl_lens_view_find_step (fixture->view, -1);
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->result));

  /* Whoever narrows it down stays where they are, if they can. */
  type (fixture, "grow the");
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->result));
  g_assert_false (is_found (fixture, small->objective));

  tl_find_bar_stop (TL_FIND_BAR (find_child (GTK_WIDGET (fixture->view), TL_TYPE_FIND_BAR)));
  g_assert_false (is_found (fixture, small->result));
}

static gboolean
take_note_cb (TlCanvas           *canvas,
              const char * const *from,
              const char         *to,
              char              **linked)
{
  *linked = g_strconcat (from[0], ">", to, NULL);
  return TRUE;
}

/* While somebody chooses what a goal helps, what is found is what would be helped, and nothing else is selected. */
static void
test_find_what_is_helped (Fixture       *fixture,
                          gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlCanvas *canvas = tl_lens_view_get_canvas (fixture->view);
  GtkWidget *bar = find_child (GTK_WIDGET (fixture->view), TL_TYPE_FIND_BAR);
  g_autofree char *expected = g_strconcat (tl_entity_get_id (TL_ENTITY (small->result)), ">",
                                           tl_entity_get_id (TL_ENTITY (small->objective)), NULL);
  g_autofree char *linked = NULL;

  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (canvas)) > 1);
  g_signal_connect (canvas, "connect-cards", G_CALLBACK (take_note_cb), &linked);
  tl_canvas_set_can_connect (canvas, TRUE);
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->result));
  tl_canvas_start_connecting (canvas);

  /* Its own name has the word as well. */
  tl_lens_view_start_find (fixture->view);
  type (fixture, "grow");
  g_assert_true (tl_canvas_is_linking (canvas));
  g_assert_cmpuint (tl_canvas_get_choice (canvas), ==,
                    tl_scene_find_card (get_scene (fixture), tl_entity_get_id (TL_ENTITY (small->objective))));
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->result));
  g_signal_emit_by_name (bar, "entered");
  g_assert_cmpstr (linked, ==, expected);
  g_assert_false (tl_canvas_is_linking (canvas));
  g_assert_false (gtk_widget_get_visible (bar));

  tl_canvas_start_connecting (canvas);
  tl_lens_view_start_find (fixture->view);
  tl_find_bar_stop (TL_FIND_BAR (bar));
  g_assert_false (tl_canvas_is_linking (canvas));
}

/* Which one of those found is looked at, however one came to it */
static void
test_find_elsewhere (Fixture       *fixture,
                     gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  guint n_found, current;

  tl_lens_view_start_find (fixture->view);
  type (fixture, "grow");
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->result));
  tl_scene_get_found (get_scene (fixture), &n_found, &current);
  g_assert_cmpuint (current, ==, tl_scene_find_card (get_scene (fixture), tl_entity_get_id (TL_ENTITY (small->result))));

  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->other));
  tl_scene_get_found (get_scene (fixture), &n_found, &current);
  g_assert_cmpuint (current, ==, TL_SCENE_NONE);
}

static void
test_find_folded_away (Fixture       *fixture,
                       gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  GtkWidget *bar = find_child (GTK_WIDGET (fixture->view), TL_TYPE_FIND_BAR);

  tl_lens_view_start_find (fixture->view);
  type (fixture, "strategy");
  g_assert_false (shows (fixture, small->work));
  g_signal_emit_by_name (bar, "open-hidden");
  g_assert_true (shows (fixture, small->work));
  g_assert_true (is_found (fixture, small->work));
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->work));
}

/* Also what no way leads up to; the one that was looked at stays so. */
static void
test_find_all_of_it (Fixture       *fixture,
                     gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  GtkWidget *bar = find_child (GTK_WIDGET (fixture->view), TL_TYPE_FIND_BAR);
  TlGoal *alone = small_add_goal (small->model, "Be on time", small->ines, TL_FACET_WORK);

  wait_for_change (fixture->insight);
  tl_lens_view_start_find (fixture->view);
  type (fixture, "e");
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (small->result));
  g_signal_emit_by_name (bar, "open-hidden");
  g_assert_true (shows (fixture, small->impact));
  g_assert_true (shows (fixture, small->work));
  g_assert_true (shows (fixture, alone));
  g_assert_true (tl_navigator_get_selected (fixture->navigator) == TL_ENTITY (small->result));
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), text) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
test_summary (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *strip = find_child (GTK_WIDGET (fixture->view), TL_TYPE_LENS_STRIP);

  g_assert_true (says (strip, "3 of 5 goals"));
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (fixture->small.result));
  tl_lens_view_open_beneath (fixture->view);
  g_assert_true (says (strip, "4 of 5 goals · 1 opened by hand"));
}

/* A new picture is looked through as well. */
static void
test_find_follows (Fixture       *fixture,
                   gconstpointer  data)
{
  TlGoal *newcomer;

  tl_lens_view_start_find (fixture->view);
  type (fixture, "rhubarb");
  newcomer = small_add_goal (fixture->small.model, "Sell rhubarb", fixture->small.sales, TL_FACET_WORK);
  wait_for_change (fixture->insight);
  g_assert_true (is_found (fixture, newcomer));
}

/* Of what somebody wants to see, too, as much is shown as can be read at once. */
static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlFilter) filter = tl_filter_new (small->model);
  TlLensView *view = g_object_new (TL_TYPE_LENS_VIEW, NULL);

  for (guint i = 0; i < 200; i++)
    small_add_goal (small->model, "One of many", small->bjorn, TL_FACET_WORK);

  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (view));
  fixture->view = view;
  tl_lens_view_set_source (view, fixture->insight, fixture->navigator);
  tl_lens_view_set_filter (view, filter);
  g_assert_cmpint (tl_lens_view_get_depth (view), ==, TL_DIAGRAM_FUNCTIONS);
  g_assert_false (shows (fixture, small->work));

  tl_filter_set_owner (filter, TL_PARTY (small->ines));
  g_assert_cmpint (tl_lens_view_get_depth (view), ==, TL_DIAGRAM_WHOLE);
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), ==, 2);
  tl_filter_clear (filter);
  g_assert_cmpint (tl_lens_view_get_depth (view), ==, TL_DIAGRAM_FUNCTIONS);
}

static void
test_direction (Fixture       *fixture,
                gconstpointer  data)
{
  g_assert_cmpint (tl_scene_get_direction (get_scene (fixture)), ==, TL_SCENE_DOWN);
  tl_lens_view_set_direction (fixture->view, TL_PICTURE_RIGHT);
  g_assert_cmpint (tl_scene_get_direction (get_scene (fixture)), ==, TL_SCENE_RIGHT);
  tl_lens_view_set_direction (fixture->view, TL_PICTURE_AUTO);
  g_assert_cmpint (tl_scene_get_direction (get_scene (fixture)), ==, TL_SCENE_DOWN);
}

/* A level is said to be shown only while nothing more and nothing less is. */
static void
test_whole_level (Fixture       *fixture,
                  gconstpointer  data)
{
  g_assert_true (tl_lens_view_is_whole_level (fixture->view));
  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (fixture->small.result));
  tl_lens_view_open_beneath (fixture->view);
  g_assert_false (tl_lens_view_is_whole_level (fixture->view));
  tl_lens_view_close_beneath (fixture->view);
  g_assert_true (tl_lens_view_is_whole_level (fixture->view));

  tl_navigator_set_selected (fixture->navigator, TL_ENTITY (fixture->small.objective));
  tl_lens_view_close_beneath (fixture->view);
  g_assert_false (tl_lens_view_is_whole_level (fixture->view));
  tl_lens_view_open_beneath (fixture->view);
  g_assert_true (tl_lens_view_is_whole_level (fixture->view));

  tl_lens_view_open_all_beneath (fixture->view);
  g_assert_false (tl_lens_view_is_whole_level (fixture->view));
  tl_lens_view_set_depth (fixture->view, TL_DIAGRAM_FUNCTIONS);
  g_assert_true (tl_lens_view_is_whole_level (fixture->view));
}

/* Where a goal is on the screen */
static graphene_point_t
find_place (Fixture  *fixture,
            gpointer  goal)
{
  guint card = tl_scene_find_card (get_scene (fixture), tl_entity_get_id (goal));
  const TlRect *box = &tl_scene_get_card (get_scene (fixture), card)->box;

  return tl_viewport_world_to_screen (tl_canvas_get_viewport (tl_lens_view_get_canvas (fixture->view)), box->x, box->y);
}

/* What one looks at stays where it is, as large as it is, when the rest is shown around it and when it goes again. */
static void
test_rest_comes_around (Fixture       *fixture,
                        gconstpointer  data)
{
  TlCanvas *canvas = tl_lens_view_get_canvas (fixture->view);
  TlViewport *viewport = tl_canvas_get_viewport (canvas);
  graphene_point_t before, after;
  guint card;

  for (guint i = 0; i < 60; i++)
    small_connect (fixture->small.model,
                   small_add_goal (fixture->small.model, "One of many", fixture->small.bjorn, TL_FACET_WORK),
                   fixture->small.objective);
  wait_for_change (fixture->insight);
  tl_navigator_set_lens (fixture->navigator, TL_LENS_LINE_OF_SIGHT);
  tl_navigator_set_subject (fixture->navigator, TL_ENTITY (fixture->small.ines));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 800, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (canvas)) > 100);
  /* So large that no edge of either picture is in view */
  tl_viewport_zoom_about (viewport, 3.9, 0, 0);
  card = tl_scene_find_card (get_scene (fixture), tl_entity_get_id (TL_ENTITY (fixture->small.impact)));
  tl_canvas_look_at (canvas, &tl_scene_get_card (get_scene (fixture), card)->box);

  before = find_place (fixture, fixture->small.impact);
  tl_lens_view_set_dims_rest (fixture->view, TRUE);
  settle ();
  after = find_place (fixture, fixture->small.impact);
  g_assert_cmpuint (tl_scene_get_n_cards (get_scene (fixture)), >, 60);
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_zoom (viewport), 3.9, 1e-6);
  g_assert_true (graphene_point_near (&before, &after, 1));

  tl_lens_view_set_dims_rest (fixture->view, FALSE);
  settle ();
  after = find_place (fixture, fixture->small.impact);
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_zoom (viewport), 3.9, 1e-6);
  g_assert_true (graphene_point_near (&before, &after, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/lens-view/open-and-close", Fixture, NULL, set_up, test_open_and_close, tear_down);
  g_test_add ("/lens-view/opened-out-of-sight", Fixture, NULL, set_up, test_opened_out_of_sight, tear_down);
  g_test_add ("/lens-view/rest", Fixture, NULL, set_up, test_rest, tear_down);
  g_test_add ("/lens-view/open-survives", Fixture, NULL, set_up, test_open_survives, tear_down);
  g_test_add ("/lens-view/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/lens-view/focus-is-even", Fixture, NULL, set_up, test_focus_is_even, tear_down);
  g_test_add ("/lens-view/focus-without-goals", Fixture, NULL, set_up, test_focus_without_goals, tear_down);
  g_test_add ("/lens-view/find", Fixture, NULL, set_up, test_find, tear_down);
  g_test_add ("/lens-view/find-what-is-helped", Fixture, NULL, set_up, test_find_what_is_helped, tear_down);
  g_test_add ("/lens-view/find-elsewhere", Fixture, NULL, set_up, test_find_elsewhere, tear_down);
  g_test_add ("/lens-view/find-folded-away", Fixture, NULL, set_up, test_find_folded_away, tear_down);
  g_test_add ("/lens-view/find-all-of-it", Fixture, NULL, set_up, test_find_all_of_it, tear_down);
  g_test_add ("/lens-view/summary", Fixture, NULL, set_up, test_summary, tear_down);
  g_test_add ("/lens-view/find-follows", Fixture, NULL, set_up, test_find_follows, tear_down);
  g_test_add ("/lens-view/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/lens-view/direction", Fixture, NULL, set_up, test_direction, tear_down);
  g_test_add ("/lens-view/whole-level", Fixture, NULL, set_up, test_whole_level, tear_down);
  g_test_add ("/lens-view/rest-comes-around", Fixture, NULL, set_up, test_rest_comes_around, tear_down);

  return g_test_run ();
}
