/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A canvas in a window, with the small organisation's cascade, and what the tests of it share. */

#pragma once

#include <adwaita.h>

#include "small-model.h"
#include "tl-canvas-card.h"
#include "tl-canvas-private.h"
#include "tl-picture.h"
#include "view-fixture.h"

typedef struct
{
  SmallModel  small;
  TlInsight  *insight;
  TlScene    *scene;
  GtkWidget  *window;
  TlCanvas   *canvas;
  char       *selected;             /* what the canvas last told to be the primary card */
  char       *activated;
  guint       n_changes;            /* of the selection, as told */
} Fixture;

static inline void
selected_cb (Fixture    *fixture,
             const char *id)
{
  g_free (fixture->selected);
  fixture->selected = g_strdup (id);
}

static inline void
activated_cb (Fixture    *fixture,
              const char *id)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (id);
}

static inline void
selection_changed_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static inline guint
count_children (Fixture *fixture)
{
  guint n_children = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (TL_IS_CANVAS_CARD (child) && gtk_widget_get_visible (child))
        n_children++;
    }

  return n_children;
}

static inline guint
get_card (Fixture  *fixture,
          gpointer  goal)
{
  guint card = tl_scene_find_card (tl_canvas_get_scene (fixture->canvas), tl_entity_get_id (goal));

  g_assert_cmpuint (card, !=, TL_SCENE_NONE);
  return card;
}

/* The middle of the card, on the screen */
static inline graphene_point_t
get_middle (Fixture  *fixture,
            gpointer  goal)
{
  const TlRect *box = &tl_scene_get_card (tl_canvas_get_scene (fixture->canvas), get_card (fixture, goal))->box;

  return tl_viewport_world_to_screen (tl_canvas_get_viewport (fixture->canvas), box->x + box->width / 2,
                                      box->y + box->height / 2);
}

/* The child that stands for the goal's card, or NULL */
static inline TlCanvasCard *
find_child_of (Fixture  *fixture,
               gpointer  goal)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (TL_IS_CANVAS_CARD (child) &&
          g_strcmp0 (tl_canvas_card_get_id (TL_CANVAS_CARD (child)), tl_entity_get_id (goal)) == 0)
        return TL_CANVAS_CARD (child);
    }

  return NULL;
}

/* The controllers of that type, to emit their signals as the platform would. */
static inline GPtrArray *
list_controllers (Fixture *fixture,
                  GType    type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->canvas));
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (controller, type))
        g_ptr_array_add (found, g_steal_pointer (&controller));
    }

  return found;
}

/* Presses a key; returns whether the canvas took it. */
static inline gboolean
press_key (Fixture         *fixture,
           guint            keyval,
           GdkModifierType  state)
{
  g_autoptr (GPtrArray) keys = list_controllers (fixture, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (g_ptr_array_index (keys, 0), "key-pressed", keyval, 0, state, &is_handled);
  return is_handled;
}

/* Presses the primary button at one point and lets go of it at another, without a modifier. */
static inline void
press_at (Fixture          *fixture,
          graphene_point_t  point,
          graphene_point_t  release)
{
  g_autoptr (GPtrArray) clicks = list_controllers (fixture, GTK_TYPE_GESTURE_CLICK);

  for (guint i = 0; i < clicks->len; i++)
    {
      GtkGestureSingle *click = g_ptr_array_index (clicks, i);

      if (gtk_gesture_single_get_button (click) != GDK_BUTTON_PRIMARY)
        continue;

      g_signal_emit_by_name (click, "pressed", 1, (double) point.x, (double) point.y);
      g_signal_emit_by_name (click, "released", 1, (double) release.x, (double) release.y);
    }
}

static inline void
click_at (Fixture          *fixture,
          graphene_point_t  point)
{
  press_at (fixture, point, point);
}

static inline void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  small_model_init (&fixture->small);
  fixture->insight = tl_insight_new (fixture->small.model);
  fixture->scene = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_CASCADE, .direction = TL_PICTURE_RIGHT,
  });
  fixture->canvas = TL_CANVAS (tl_canvas_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 900);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->canvas));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  g_signal_connect_swapped (fixture->canvas, "card-selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->canvas, "card-activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect_swapped (fixture->canvas, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);

  tl_canvas_set_scene (fixture->canvas, fixture->scene);
  tl_canvas_arrive (fixture->canvas, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until (count_children (fixture) == 5);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  tl_canvas_select (fixture->canvas, NULL);
  g_clear_pointer (&fixture->selected, g_free);
  fixture->n_changes = 0;
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->scene);
  g_clear_object (&fixture->insight);
  g_free (fixture->selected);
  g_free (fixture->activated);
  small_model_clear (&fixture->small);
}

#define add_test(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
