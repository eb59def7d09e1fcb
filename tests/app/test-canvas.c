/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The canvas in a window: what it shows, and who has the focus. */

#include "config.h"

#include "canvas-fixture.h"

static void
test_arrives (Fixture       *fixture,
              gconstpointer  user_data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);

  g_assert_cmpfloat_with_epsilon (tl_viewport_get_zoom (viewport), tl_viewport_get_fit_zoom (viewport), 0.001);
}

static void
test_cards_follow_picture (Fixture       *fixture,
                           gconstpointer  user_data)
{
  g_autoptr (TlScene) line =
    tl_picture_new (fixture->insight, &(TlPictureOptions) {
      .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (fixture->small.ines),
    });

  tl_canvas_set_scene (fixture->canvas, line);
  wait_until (count_children (fixture) == 4);
  tl_canvas_set_scene (fixture->canvas, NULL);
  wait_until (count_children (fixture) == 0);
}

static void
test_cards_follow_viewport (Fixture       *fixture,
                            gconstpointer  user_data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);

  tl_viewport_zoom_about (viewport, TL_VIEWPORT_ZOOM_MAX, 0, 0);
  wait_until (count_children (fixture) < 5);
  tl_canvas_zoom_fit (fixture->canvas);
  wait_until (count_children (fixture) == 5);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  user_data)
{
  const char *objective = tl_entity_get_id (TL_ENTITY (fixture->small.objective));
  GtkWidget *focus;

  /* Tab comes in to the first card of the first row, and selects it. */
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (TL_IS_CANVAS_CARD (focus));
  wait_until (g_strcmp0 (fixture->selected, objective) == 0);

  /* And leaves again. */
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD));

  gtk_widget_activate_action (focus, "card.open", NULL);
  g_assert_cmpstr (fixture->activated, ==, objective);
}

static void
test_focus_survives_picture (Fixture       *fixture,
                             gconstpointer  user_data)
{
  g_autoptr (TlScene) line =
    tl_picture_new (fixture->insight, &(TlPictureOptions) {
      .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (fixture->small.ines),
    });

  const char *id = tl_entity_get_id (TL_ENTITY (fixture->small.objective));
  GtkWidget *focus;

  /* The same goal has it in the next picture too. */
  gtk_widget_child_focus (GTK_WIDGET (fixture->canvas), GTK_DIR_TAB_FORWARD);
  tl_canvas_set_scene (fixture->canvas, line);
  wait_until (count_children (fixture) == 4);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (TL_IS_CANVAS_CARD (focus));
  g_assert_cmpstr (tl_canvas_card_get_id (TL_CANVAS_CARD (focus)), ==, id);

  /* When it is gone the focus stays on the canvas. */
  tl_canvas_set_scene (fixture->canvas, NULL);
  wait_until (count_children (fixture) == 0);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->canvas));
}

static void
test_select_reveals (Fixture       *fixture,
                     gconstpointer  user_data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);
  const char *work = tl_entity_get_id (TL_ENTITY (fixture->small.work));
  const TlRect *box;
  graphene_rect_t screen;

  tl_viewport_zoom_about (viewport, 3, 0, 0);
  tl_canvas_select (fixture->canvas, work);
  box = &tl_scene_get_card (fixture->scene, tl_scene_find_card (fixture->scene, work))->box;
  screen = tl_viewport_rect_to_screen (viewport, &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height));

  g_assert_cmpfloat (screen.origin.x, >=, 0);
  g_assert_cmpfloat (screen.origin.y, >=, 0);
  g_assert_null (fixture->selected);
}

static graphene_rect_t
get_box (Fixture *fixture,
         TlGoal  *goal)
{
  guint card = tl_scene_find_card (fixture->scene, tl_entity_get_id (TL_ENTITY (goal)));
  const TlRect *box = &tl_scene_get_card (fixture->scene, card)->box;

  return GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height);
}

static gboolean
is_in_view (Fixture *fixture,
            TlGoal  *goal)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);
  graphene_rect_t box = get_box (fixture, goal);
  graphene_rect_t screen = tl_viewport_rect_to_screen (viewport, &box);

  return screen.origin.x >= 0 && screen.origin.x + screen.size.width <= tl_viewport_get_page (viewport, FALSE) &&
         screen.origin.y >= 0 && screen.origin.y + screen.size.height <= tl_viewport_get_page (viewport, TRUE);
}

static void
test_reveals_beneath (Fixture       *fixture,
                      gconstpointer  user_data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);
  graphene_rect_t both = get_box (fixture, fixture->small.result);
  graphene_rect_t impact = get_box (fixture, fixture->small.impact);
  double zoom;

  graphene_rect_union (&both, &impact, &both);
  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (fixture->small.result)));
  zoom = MIN ((tl_viewport_get_page (viewport, FALSE) - 80) / both.size.width,
              (tl_viewport_get_page (viewport, TRUE) - 80) / both.size.height);
  tl_viewport_zoom_about (viewport, zoom, 0, 0);
  tl_viewport_centre_on (viewport, &both);
  tl_viewport_set_scroll (viewport, tl_viewport_get_scroll (viewport, FALSE) - impact.size.width * zoom / 2,
                          tl_viewport_get_scroll (viewport, TRUE));
  g_assert_true (is_in_view (fixture, fixture->small.result));
  g_assert_false (is_in_view (fixture, fixture->small.impact));

  tl_canvas_reveal_beneath (fixture->canvas);
  g_assert_true (is_in_view (fixture, fixture->small.result));
  g_assert_true (is_in_view (fixture, fixture->small.impact));
}

static guint
count_in_view (Fixture *fixture)
{
  graphene_rect_t visible = tl_viewport_get_visible (tl_canvas_get_viewport (fixture->canvas));
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));

  tl_scene_collect_cards (fixture->scene, &(TlRect) {
    visible.origin.x, visible.origin.y, visible.size.width, visible.size.height,
  }, cards);
  return cards->len;
}

/* Natural size is of no use between the cards. */
static void
test_natural_shows_cards (Fixture       *fixture,
                          gconstpointer  user_data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);

  tl_viewport_set_natural_zoom (viewport, TL_VIEWPORT_ZOOM_MAX);
  tl_viewport_zoom_about (viewport, TL_VIEWPORT_ZOOM_MAX, 0, 0);
  for (guint i = 0; i < 400 && count_in_view (fixture) > 0; i++)
    tl_viewport_set_scroll (viewport, i % 20 * 100.0, i / 20 * 100.0);
  g_assert_cmpuint (count_in_view (fixture), ==, 0);

  tl_canvas_zoom_natural (fixture->canvas);
  g_assert_cmpuint (count_in_view (fixture), >, 0);
}

/* The menu stands at what it is about, however far away one has looked meanwhile. */
static void
test_menu_key (Fixture       *fixture,
               gconstpointer  user_data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);
  GdkRectangle at;

  tl_canvas_select (fixture->canvas, tl_entity_get_id (TL_ENTITY (fixture->small.work)));
  tl_viewport_zoom_about (viewport, 3, 0, 0);
  tl_viewport_set_scroll (viewport, 0, 0);
  g_assert_cmpfloat (get_middle (fixture, fixture->small.work).x, >, gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));

  g_assert_true (press_key (fixture, GDK_KEY_Menu, 0));
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (fixture->canvas->menu), &at));
  g_assert_cmpint (at.x, <, gtk_widget_get_width (GTK_WIDGET (fixture->canvas)));
  gtk_popover_popdown (GTK_POPOVER (fixture->canvas->menu));
}

static void
test_style (Fixture       *fixture,
            gconstpointer  user_data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_assert_false (tl_canvas_get_palette (fixture->canvas)->dark);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  g_assert_true (tl_canvas_get_palette (fixture->canvas)->dark);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
}

/* The key is let go of elsewhere, where the canvas does not hear of it. */
static void
test_leaving_ends_panning (Fixture       *fixture,
                           gconstpointer  user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->canvas));
  g_assert_true (press_key (fixture, GDK_KEY_space, 0));
  g_assert_nonnull (gtk_widget_get_cursor (GTK_WIDGET (fixture->canvas)));

  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  g_assert_null (gtk_widget_get_cursor (GTK_WIDGET (fixture->canvas)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/canvas/arrives", test_arrives);
  add_test ("/canvas/cards-follow-picture", test_cards_follow_picture);
  add_test ("/canvas/cards-follow-viewport", test_cards_follow_viewport);
  add_test ("/canvas/keyboard", test_keyboard);
  add_test ("/canvas/focus-survives-picture", test_focus_survives_picture);
  add_test ("/canvas/select-reveals", test_select_reveals);
  add_test ("/canvas/reveals-beneath", test_reveals_beneath);
  add_test ("/canvas/natural-shows-cards", test_natural_shows_cards);
  add_test ("/canvas/menu-key", test_menu_key);
  add_test ("/canvas/leaving-ends-panning", test_leaving_ends_panning);
  add_test ("/canvas/style", test_style);

  return g_test_run ();
}
