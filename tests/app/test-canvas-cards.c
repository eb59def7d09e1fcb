/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What assistive technology finds on a canvas: a child for each card on the screen, with its words and what can be done
 * with it.
 */

#include "config.h"

#include "canvas-fixture.h"
#include "tl-canvas-words.h"

#define assert_property(accessible, property, value)                                                           \
  G_STMT_START                                                                                                 \
  {                                                                                                            \
    g_autofree char *found = gtk_test_accessible_check_property (GTK_ACCESSIBLE (accessible), property, value); \
    g_assert_null (found);                                                                                     \
  }                                                                                                            \
  G_STMT_END

#define assert_is_selected(accessible, value)                                                                  \
  G_STMT_START                                                                                                 \
  {                                                                                                            \
    g_autofree char *found =                                                                                   \
      gtk_test_accessible_check_state (GTK_ACCESSIBLE (accessible), GTK_ACCESSIBLE_STATE_SELECTED, value);     \
    g_assert_null (found);                                                                                     \
  }                                                                                                            \
  G_STMT_END

static void
test_words (Fixture       *fixture,
            gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlSceneMap *map = tl_scene_walker_get_map (tl_canvas_get_walker (fixture->canvas));
  g_autofree char *words = tl_canvas_words_of_card (map, get_card (fixture, small->result));
  TlCanvasCard *child = find_child_of (fixture, small->result);

  g_assert_nonnull (strstr (words, "Result"));
  g_assert_nonnull (strstr (words, "owned by Sales"));
  g_assert_nonnull (strstr (words, "no data"));
  g_assert_nonnull (strstr (words, "It helps 1 goal. 1 goal helps it."));
  g_assert_nonnull (strstr (words, "of 2 in its row."));
  assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, "Grow the accounts");
  assert_property (child, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
}

/* They are read in the order of the picture, whenever they came. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  TlViewport *viewport = tl_canvas_get_viewport (fixture->canvas);
  const char *first = tl_entity_get_id (TL_ENTITY (fixture->small.objective));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  tl_viewport_zoom_about (viewport, TL_VIEWPORT_ZOOM_MAX, 800, 800);
  wait_until (count_children (fixture) < 5);
  tl_viewport_fit (viewport);
  wait_until (count_children (fixture) == 5);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (TL_IS_CANVAS_CARD (child) && gtk_widget_get_visible (child))
        g_ptr_array_add (ids, (gpointer) tl_canvas_card_get_id (TL_CANVAS_CARD (child)));
    }

  g_assert_cmpstr (g_ptr_array_index (ids, 0), ==, first);
  g_assert_cmpstr (g_ptr_array_index (ids, 4), ==, tl_entity_get_id (TL_ENTITY (fixture->small.work)));
}

static void
test_selected (Fixture       *fixture,
               gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  tl_canvas_set_can_select_many (fixture->canvas, TRUE);
  tl_canvas_choose (fixture->canvas, get_card (fixture, small->work));
  tl_canvas_extend (fixture->canvas, get_card (fixture, small->impact));
  assert_is_selected (find_child_of (fixture, small->work), TRUE);
  assert_is_selected (find_child_of (fixture, small->impact), TRUE);
  assert_is_selected (find_child_of (fixture, small->result), FALSE);
  tl_canvas_choose (fixture->canvas, TL_SCENE_NONE);
  assert_is_selected (find_child_of (fixture, small->work), FALSE);
}

static void
ask_cb (const char **asked,
        const char  *action)
{
  *asked = g_intern_string (action);
}

/* Whether the card hears of an action of it: of one that is disabled it does not. */
static gboolean
can_ask (TlCanvasCard *child,
         const char   *action)
{
  const char *asked = NULL;
  gulong id = g_signal_connect_swapped (child, "ask", G_CALLBACK (ask_cb), &asked);

  gtk_widget_activate_action (GTK_WIDGET (child), action, NULL);
  g_signal_handler_disconnect (child, id);
  return g_strcmp0 (asked, action) == 0;
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlCanvasCard *child = find_child_of (fixture, small->impact);

  g_assert_true (can_ask (child, "card.select"));
  g_assert_cmpstr (fixture->selected, ==, tl_entity_get_id (TL_ENTITY (small->impact)));
  g_assert_true (can_ask (child, "card.open"));
  g_assert_cmpstr (fixture->activated, ==, tl_entity_get_id (TL_ENTITY (small->impact)));
  g_assert_true (can_ask (child, "card.edit"));

  /* All of it is shown: there is nothing to open. */
  g_assert_false (can_ask (child, "card.open-beneath"));
  g_assert_true (can_ask (child, "card.close-beneath"));
  g_assert_false (can_ask (child, "card.connect-with"));
  tl_canvas_set_can_connect (fixture->canvas, TRUE);
  wait_until (can_ask (child, "card.connect-with"));
}

/* The same goal keeps its child, and says what has changed. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  TlCanvasCard *child = find_child_of (fixture, small->work);
  g_autoptr (TlScene) next = NULL;

  tl_goal_set_title (small->work, "Understand them");
  next = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_CASCADE, .direction = TL_PICTURE_RIGHT,
  });
  tl_canvas_set_scene (fixture->canvas, next);
  wait_until (fixture->canvas->synced_serial == fixture->canvas->scene_serial);
  g_assert_true (find_child_of (fixture, small->work) == child);
  assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL, "Understand them");
}

static TlScene *
create_crowd (guint n_cards)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      tl_scene_add_card (scene, &(TlCard) {
        .id = id, .title = "A goal", .box = { (i % 100) * 250.0, (i / 100) * 250.0, TL_CARD_WIDTH, TL_CARD_HEIGHT },
      });
    }

  return scene;
}

/* From far away it is said how many there are, and the nearest to the middle are listed, always the same. */
static void
test_crowd (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TlScene) crowd = create_crowd (10000);
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  tl_canvas_set_scene (fixture->canvas, crowd);
  tl_viewport_fit (tl_canvas_get_viewport (fixture->canvas));
  wait_until (count_children (fixture) == 60);
  assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                   "10000 are in view. Listed are the 60 nearest to the middle; zoom in to reach the others.");

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (TL_IS_CANVAS_CARD (child) && gtk_widget_get_visible (child))
        g_ptr_array_add (before, g_strdup (tl_canvas_card_get_id (TL_CANVAS_CARD (child))));
    }
  for (guint i = 0; i < before->len; i++)
    {
      guint number = g_ascii_strtoull (g_ptr_array_index (before, i), NULL, 10);

      g_assert_cmpuint (ABS ((int) (number % 100) - 50), <, 8);
      g_assert_cmpuint (ABS ((int) (number / 100) - 50), <, 8);
      if (i > 0)
        g_assert_cmpuint (number, >, g_ascii_strtoull (g_ptr_array_index (before, i - 1), NULL, 10));
    }

  tl_viewport_zoom_about (tl_canvas_get_viewport (fixture->canvas), 1, 450, 450);
  wait_until (count_children (fixture) < 60);
  assert_property (fixture->canvas, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/canvas-cards/words", test_words);
  add_test ("/canvas-cards/order", test_order);
  add_test ("/canvas-cards/selected", test_selected);
  add_test ("/canvas-cards/actions", test_actions);
  add_test ("/canvas-cards/edit", test_edit);
  add_test ("/canvas-cards/crowd", test_crowd);

  return g_test_run ();
}
