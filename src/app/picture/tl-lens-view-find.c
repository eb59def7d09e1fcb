/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking for something in the picture: the bar over it, the halos in it, and the way from one to the next. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-focus.h"
#include "tl-lens-view-private.h"
#include "tl-surroundings.h"

/* For each goal whether it would be there if nothing were folded away; NULL where nothing ever is */
static guint8 *
collect_foldable (TlLensView *self)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  guint n_goals = tl_graph_get_n_goals (graph);
  g_autoptr (GArray) wanted = NULL;
  guint8 *may_hide;

  if (tl_navigator_get_lens (self->navigator) != TL_LENS_CASCADE)
    return NULL;

  wanted = tl_lens_view_collect_wanted (self);
  may_hide = g_new0 (guint8, n_goals + 1);
  for (guint i = 0; i < (wanted != NULL ? wanted->len : n_goals); i++)
    may_hide[wanted != NULL ? g_array_index (wanted, guint, i) : i] = TRUE;

  return may_hide;
}

/* The card that is looked at: the selected one, or, while somebody chooses what that helps, the one that is marked */
static guint
get_current (TlLensView *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint choice = tl_canvas_get_choice (self->canvas);

  if (choice != TL_SCENE_NONE || scene == NULL)
    return choice;

  return tl_scene_get_selected (scene);
}

/* Shows which of those found is looked at, as the picture is now. */
void
tl_lens_view_show_found (TlLensView *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint card = get_current (self);
  guint place = self->finding != NULL ? tl_finding_get_place (self->finding, card) : 0;

  if (scene != NULL && self->finding != NULL)
    tl_scene_set_found (scene, (const guint *) self->finding->cards->data, self->finding->cards->len,
                        place > 0 ? card : TL_SCENE_NONE);
  else if (scene != NULL)
    tl_scene_set_found (scene, NULL, 0, TL_SCENE_NONE);

  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  tl_find_bar_show_counts (self->find_bar, place, self->finding != NULL ? self->finding->cards->len : 0,
                           self->finding != NULL ? self->finding->hidden->len : 0);
}

/* Looks anew, in the picture as it is now; what is selected stays so. */
void
tl_lens_view_update_find (TlLensView *self)
{
  const char *text = tl_find_bar_get_text (self->find_bar);
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_autofree guint8 *may_hide = NULL;

  g_assert (TL_IS_LENS_VIEW (self));

  if (scene == NULL)
    tl_find_bar_stop (self->find_bar);
  if (self->finding == NULL && (*text == '\0' || scene == NULL))
    return;

  g_clear_pointer (&self->finding, tl_finding_free);
  if (scene != NULL && *text != '\0')
    {
      may_hide = collect_foldable (self);
      self->finding = tl_finding_new (text, scene, tl_insight_get_graph (self->insight), may_hide);
    }

  tl_lens_view_show_found (self);
}

/* What was found does not stay behind what it was looked for with. */
static void
keep_clear (TlLensView   *self,
            const TlRect *box)
{
  graphene_rect_t bar, card;

  card = tl_viewport_rect_to_screen (tl_canvas_get_viewport (self->canvas),
                                     &GRAPHENE_RECT_INIT (box->x, box->y, box->width, box->height));
  if (gtk_widget_compute_bounds (GTK_WIDGET (self->find_bar), GTK_WIDGET (self->canvas), &bar) &&
      graphene_rect_intersection (&bar, &card, NULL))
    tl_canvas_look_at (self->canvas, box);
}

/* Selects what was found, or marks it as what may be helped, and comes so near that it can be read. */
static void
go_to_card (TlLensView *self,
            guint       card)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);

  if (card != TL_SCENE_NONE)
    {
      const TlCard *found = tl_scene_get_card (scene, card);

      if (tl_canvas_get_choice (self->canvas) != TL_SCENE_NONE)
        tl_canvas_set_choice (self->canvas, card);
      else
        tl_navigator_set_selected (self->navigator, tl_model_lookup (tl_insight_get_model (self->insight), found->id));
      tl_canvas_approach (self->canvas, found->id);
      if (!tl_canvas_is_moving (self->canvas))
        keep_clear (self, &found->box);
    }

  tl_lens_view_show_found (self);
}

/* Whether the card is one that may be stayed at: it was found, and does not help itself. */
static gboolean
is_fine (TlLensView *self,
         guint       card)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);

  if (tl_canvas_get_choice (self->canvas) != TL_SCENE_NONE && tl_scene_is_selected (scene, card))
    return FALSE;

  return tl_finding_get_place (self->finding, card) > 0;
}

/* The card that is looked at, if it is among those found; else the first */
static void
text_changed_cb (TlLensView *self)
{
  guint card = get_current (self);

  g_assert (TL_IS_LENS_VIEW (self));

  tl_lens_view_update_find (self);
  if (self->finding == NULL)
    return;

  if (!is_fine (self, card))
    card = tl_finding_get_next (self->finding, tl_finding_get_place (self->finding, card) > 0 ? card : TL_SCENE_NONE, 1);
  go_to_card (self, card);
}

/* While somebody chooses what a goal helps, Enter takes what was found by the letters that are there now; else it goes on
 * to the next one. */
static void
entered_cb (TlLensView *self)
{
  g_assert (TL_IS_LENS_VIEW (self));

  if (tl_canvas_get_choice (self->canvas) == TL_SCENE_NONE)
    {
      tl_lens_view_find_step (self, 1);
      return;
    }

  text_changed_cb (self);
  if (tl_canvas_take_choice (self->canvas))
    tl_find_bar_stop (self->find_bar);
}

static void
step_cb (TlLensView *self,
         int         direction)
{
  g_assert (TL_IS_LENS_VIEW (self));

  tl_lens_view_find_step (self, direction);
}

/* Opens the ways up from what was found.  Where no way leads up to a card that is shown, or one through goals that a
 * filter hides, only every level has them all. */
static void
open_hidden_cb (TlLensView *self)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_autoptr (GArray) focused = tl_lens_view_collect_focused (self);
  g_autoptr (GArray) on_way = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *is_shown = g_new0 (guint8, tl_graph_get_n_goals (graph) + 1);
  g_autofree guint *steps = NULL;

  g_assert (TL_IS_LENS_VIEW (self));

  if (self->finding == NULL)
    return;

  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    is_shown[i] = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (graph, i)))) !=
                  TL_SCENE_NONE;

  steps = tl_surroundings_find_ways_up (graph, is_shown, focused);
  for (guint i = 0; i < self->finding->hidden->len; i++)
    {
      guint step = steps[g_array_index (self->finding->hidden, guint, i)];

      for (; step != TL_GRAPH_NONE; step = steps[step])
        g_array_append_val (on_way, step);
    }

  tl_folding_open_all (self->folding, graph, on_way);
  if (self->finding != NULL && self->finding->hidden->len > 0)
    tl_lens_view_set_depth (self, TL_DIAGRAM_WHOLE);
  text_changed_cb (self);
}

static void
stopped_cb (TlLensView *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);

  g_assert (TL_IS_LENS_VIEW (self));

  g_clear_pointer (&self->finding, tl_finding_free);
  tl_canvas_stop_choosing (self->canvas);
  if (scene == NULL)
    return;

  tl_scene_set_found (scene, NULL, 0, TL_SCENE_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self->canvas));
  tl_canvas_focus_selected (self->canvas);
}

static gboolean
is_in_popover (GtkWidget *widget)
{
  return widget != NULL && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) != NULL;
}

/* Letters begin to look for something, wherever in the lens they are typed but in an entry, which takes them itself, and
 * in a menu.  The canvas has its own meaning for Space and for the signs that open and close. */
static gboolean
key_pressed_cb (TlLensView            *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  g_assert (TL_IS_LENS_VIEW (self));

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 || letter == 0 ||
      !g_unichar_isalnum (letter) || !tl_lens_view_has_picture (self) ||
      is_in_popover (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)))))
    return GDK_EVENT_PROPAGATE;

  tl_canvas_hold_choice (self->canvas);
  return tl_find_bar_forward (self->find_bar, controller);
}

/* Connects the bar with the picture. */
void
tl_lens_view_init_find (TlLensView *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect_object (self->find_bar, "text-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "open-hidden", G_CALLBACK (open_hidden_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "stopped", G_CALLBACK (stopped_cb), self, G_CONNECT_SWAPPED);

  /* Behind whatever the canvas, or a button beside it, does with a key itself */
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * tl_lens_view_start_find:
 * @self: the view, with a picture
 *
 * Opens the bar in which somebody types what to find in the picture.
 */
void
tl_lens_view_start_find (TlLensView *self)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  if (!tl_lens_view_has_picture (self))
    return;

  tl_canvas_hold_choice (self->canvas);
  tl_find_bar_start (self->find_bar);
}

/**
 * tl_lens_view_find_step:
 * @self: the view, with a picture
 * @direction: 1 for the next one found, -1 for the one before
 *
 * Selects it; opens the bar when nothing is looked for yet.
 */
void
tl_lens_view_find_step (TlLensView *self,
                        int         direction)
{
  TlScene *scene;

  g_return_if_fail (TL_IS_LENS_VIEW (self));

  scene = tl_canvas_get_scene (self->canvas);
  if (self->finding != NULL && scene != NULL)
    go_to_card (self, tl_finding_get_next (self->finding, get_current (self), direction));
  else
    tl_lens_view_start_find (self);
}
