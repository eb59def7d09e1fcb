/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The overview over a canvas in a window: when it is there, and where it leads. */

#include "config.h"

#include <adwaita.h>

#include "small-model.h"
#include "tl-overview-private.h"
#include "tl-picture.h"
#include "view-fixture.h"

typedef struct
{
  SmallModel  small;
  TlInsight  *insight;
  GtkWidget  *window;
  TlCanvas   *canvas;
  GtkWidget  *overview;
  TlViewport *viewport;
} Fixture;

/* Of the window: one in which there are several cards, one that a card fills */
static const GtkRequisition large = { 700, 700 };
static const GtkRequisition small = { 320, 240 };

static void
show (Fixture *fixture)
{
  g_autoptr (TlScene) scene =
    tl_picture_new (fixture->insight, &(TlPictureOptions) { .lens = TL_LENS_CASCADE, .direction = TL_PICTURE_DOWN });

  tl_canvas_set_scene (fixture->canvas, scene);
  tl_overview_update (TL_OVERVIEW (fixture->overview));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const GtkRequisition *size = data;
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  small_model_init (&fixture->small);
  fixture->insight = tl_insight_new (fixture->small.model);
  fixture->canvas = TL_CANVAS (tl_canvas_new ());
  fixture->viewport = tl_canvas_get_viewport (fixture->canvas);
  fixture->overview = g_object_new (TL_TYPE_OVERVIEW, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_END, NULL);
  tl_overview_set_canvas (TL_OVERVIEW (fixture->overview), fixture->canvas);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->canvas));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroller);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), fixture->overview);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), size->width, size->height);
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  show (fixture);
  tl_canvas_zoom_fit (fixture->canvas);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (gtk_widget_get_width (GTK_WIDGET (fixture->canvas)) > 100);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->insight);
  small_model_clear (&fixture->small);
}

static void
zoom_in (Fixture *fixture)
{
  tl_viewport_zoom_about (fixture->viewport, 3, 0, 0);
  tl_viewport_set_scroll (fixture->viewport, 0, 0);
  wait_until (gtk_widget_get_visible (fixture->overview) && gtk_widget_get_width (fixture->overview) > 0);
}

static gboolean
is_at_end (Fixture  *fixture,
           gboolean  vertical)
{
  return tl_viewport_get_scroll (fixture->viewport, vertical) >=
         tl_viewport_get_extent (fixture->viewport, vertical) - tl_viewport_get_page (fixture->viewport, vertical) - 1;
}

static gpointer
get_controller (Fixture *fixture,
                GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->overview);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  g_assert_not_reached ();
}

static void
test_comes_and_goes (Fixture       *fixture,
                     gconstpointer  data)
{
  tl_canvas_zoom_fit (fixture->canvas);
  wait_until (!gtk_widget_get_visible (fixture->overview));
  zoom_in (fixture);
  tl_canvas_zoom_fit (fixture->canvas);
  wait_until (!gtk_widget_get_visible (fixture->overview));

  zoom_in (fixture);
  tl_overview_set_wanted (TL_OVERVIEW (fixture->overview), FALSE);
  wait_until (!gtk_widget_get_visible (fixture->overview));
  tl_overview_set_wanted (TL_OVERVIEW (fixture->overview), TRUE);
  wait_until (gtk_widget_get_visible (fixture->overview));

  tl_canvas_set_scene (fixture->canvas, NULL);
  tl_overview_update (TL_OVERVIEW (fixture->overview));
  wait_until (!gtk_widget_get_visible (fixture->overview));
}

static void
test_click_and_drag (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkGesture *drag;

  zoom_in (fixture);
  drag = get_controller (fixture, GTK_TYPE_GESTURE_DRAG);

  /* At the far corner, which comes into view */
  g_signal_emit_by_name (drag, "drag-begin", gtk_widget_get_width (fixture->overview) - 1.0,
                         gtk_widget_get_height (fixture->overview) - 1.0);
  g_assert_true (is_at_end (fixture, FALSE));
  g_assert_true (is_at_end (fixture, TRUE));

  g_signal_emit_by_name (drag, "drag-begin", 0.0, 0.0);
  g_assert_cmpfloat (tl_viewport_get_scroll (fixture->viewport, FALSE), <=, 1);
  g_assert_cmpfloat (tl_viewport_get_scroll (fixture->viewport, TRUE), <=, 1);
}

static gboolean
press (Fixture *fixture,
       guint    keyval)
{
  gboolean is_taken = FALSE;

  g_signal_emit_by_name (get_controller (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY), "key-pressed", keyval, 0, 0, &is_taken);
  return is_taken;
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  double page;

  zoom_in (fixture);
  page = tl_viewport_get_page (fixture->viewport, TRUE);
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_scroll (fixture->viewport, TRUE), page / 4, 1);
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_cmpfloat_with_epsilon (tl_viewport_get_scroll (fixture->viewport, TRUE), 0, 1);
  g_assert_true (press (fixture, GDK_KEY_Right));
  g_assert_cmpfloat (tl_viewport_get_scroll (fixture->viewport, FALSE), >, 1);
  g_assert_false (press (fixture, GDK_KEY_a));

  g_assert_true (gtk_widget_grab_focus (fixture->overview));
  g_assert_true (press (fixture, GDK_KEY_Escape));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->canvas));
}

static void
test_is_told (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->overview), GTK_ACCESSIBLE_ROLE_SCROLLBAR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->overview), GTK_ACCESSIBLE_PROPERTY_LABEL, "Overview");
  zoom_in (fixture);
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->overview),
                                                   GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT));
}

/* Brings a card before one that is as large as the window. */
static void
look_at_card (Fixture *fixture)
{
  tl_canvas_look_at (fixture->canvas, &tl_scene_get_card (tl_canvas_get_scene (fixture->canvas), 0)->box);
  wait_until (TL_OVERVIEW (fixture->overview)->update_id == 0);
}

/* While the picture moves one looks for a place; when it rests, one reads. */
static void
test_makes_room (Fixture       *fixture,
                 gconstpointer  data)
{
  TlOverview *overview = TL_OVERVIEW (fixture->overview);

  /* The selected card, which is never beneath it, is another matter. */
  tl_canvas_select (fixture->canvas, NULL);
  zoom_in (fixture);
  g_assert_false (tl_overview_is_folded (overview));
  look_at_card (fixture);
  tl_overview_rest (overview);
  g_assert_true (tl_overview_is_folded (overview));
  g_assert_false (gtk_widget_get_can_target (fixture->overview));

  press (fixture, GDK_KEY_Down);
  wait_until (!tl_overview_is_folded (overview));
  tl_overview_rest (overview);
  g_assert_true (tl_overview_is_folded (overview));

  tl_overview_reveal (overview);
  g_assert_false (tl_overview_is_folded (overview));
  tl_overview_rest (overview);
  g_assert_false (tl_overview_is_folded (overview));
}

/* The names of levels and organisations are read as the cards are. */
static void
test_keeps_off_names (Fixture       *fixture,
                      gconstpointer  data)
{
  TlOverview *overview = TL_OVERVIEW (fixture->overview);

  guint n_bands;
  const TlBand *bands = tl_scene_get_bands (tl_canvas_get_scene (fixture->canvas), &n_bands);

  zoom_in (fixture);
  tl_overview_rest (overview);
  g_assert_cmpint (gtk_widget_get_valign (fixture->overview), ==, GTK_ALIGN_END);

  g_assert_cmpuint (n_bands, >, 1);
  tl_viewport_place (fixture->viewport, 0, bands[1].start, 0, tl_viewport_get_page (fixture->viewport, TRUE) - 60);
  tl_overview_rest (overview);
  g_assert_true (tl_overview_is_folded (overview) ||
                 gtk_widget_get_valign (fixture->overview) == GTK_ALIGN_START);
}

/* The selected card is never beneath it, however the picture moves. */
static void
test_lets_go_of_selected (Fixture       *fixture,
                          gconstpointer  data)
{
  TlOverview *overview = TL_OVERVIEW (fixture->overview);
  TlScene *scene = tl_canvas_get_scene (fixture->canvas);

  zoom_in (fixture);
  tl_canvas_select (fixture->canvas, tl_scene_get_card (scene, 0)->id);
  look_at_card (fixture);
  g_assert_true (tl_overview_is_folded (overview));
}

/* What is said while somebody chooses what a goal helps is not covered. */
static void
test_makes_room_for_question (Fixture       *fixture,
                              gconstpointer  data)
{
  TlOverview *overview = TL_OVERVIEW (fixture->overview);

  zoom_in (fixture);
  tl_canvas_set_can_connect (fixture->canvas, TRUE);
  tl_canvas_select (fixture->canvas, tl_scene_get_card (tl_canvas_get_scene (fixture->canvas), 0)->id);
  tl_viewport_set_scroll (fixture->viewport, 0, 0);
  wait_until (overview->update_id == 0);
  g_assert_true (gtk_widget_grab_focus (fixture->overview));
  g_assert_false (tl_overview_is_folded (overview));

  tl_canvas_start_connecting (fixture->canvas);
  g_assert_true (tl_canvas_is_linking (fixture->canvas));
  g_assert_true (tl_overview_is_folded (overview));
  press (fixture, GDK_KEY_Down);
  wait_until (overview->update_id == 0);
  g_assert_true (tl_overview_is_folded (overview));
}

/* Whoever has the focus in it when it goes has it in the picture. */
static void
test_focus_goes_on (Fixture       *fixture,
                    gconstpointer  data)
{
  zoom_in (fixture);
  g_assert_true (gtk_widget_grab_focus (fixture->overview));
  tl_canvas_zoom_fit (fixture->canvas);
  wait_until (!gtk_widget_get_visible (fixture->overview));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->canvas));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/overview/comes-and-goes", Fixture, &large, set_up, test_comes_and_goes, tear_down);
  g_test_add ("/overview/click-and-drag", Fixture, &large, set_up, test_click_and_drag, tear_down);
  g_test_add ("/overview/keys", Fixture, &large, set_up, test_keys, tear_down);
  g_test_add ("/overview/is-told", Fixture, &large, set_up, test_is_told, tear_down);
  g_test_add ("/overview/makes-room", Fixture, &small, set_up, test_makes_room, tear_down);
  g_test_add ("/overview/keeps-off-names", Fixture, &large, set_up, test_keeps_off_names, tear_down);
  g_test_add ("/overview/lets-go-of-selected", Fixture, &small, set_up, test_lets_go_of_selected, tear_down);
  g_test_add ("/overview/makes-room-for-question", Fixture, &large, set_up, test_makes_room_for_question, tear_down);
  g_test_add ("/overview/focus-goes-on", Fixture, &large, set_up, test_focus_goes_on, tear_down);

  return g_test_run ();
}
