/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The middle of the window: the subject through the lens.
 *
 * The view follows the navigator and the insight.  A new picture is made when the lens, the subject or the model
 * changes; selecting something only marks it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-lens-view.h"

#include "tl-focus.h"
#include "tl-lens-view-private.h"

enum
{
  PICTURE_CHANGED,
  N_SIGNALS
};

/* How high the zoom bar is over the lower edge of the picture, with the room around it */
#define ZOOM_BAR_ROOM 64.0

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlLensView, tl_lens_view, GTK_TYPE_WIDGET)

/* Whether somebody wants to see some goals only. */
gboolean
tl_lens_view_is_filtered (TlLensView *self)
{
  return self->filter != NULL && !tl_filter_is_empty (self->filter);
}

/* The goals the cascade is narrowed down to, or NULL for all. */
GArray *
tl_lens_view_collect_focused (TlLensView *self)
{
  TlEntity *focus = tl_focus_get (self->navigator);

  return focus != NULL ? tl_focus_collect_goals (focus, tl_insight_get_graph (self->insight)) : NULL;
}

static gboolean
is_primary (TlLensView *self,
            TlEntity   *selected)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  guint card = scene != NULL ? tl_scene_get_selected (scene) : TL_SCENE_NONE;

  return card != TL_SCENE_NONE && selected != NULL &&
         g_strcmp0 (tl_scene_get_card (scene, card)->id, tl_entity_get_id (selected)) == 0;
}

/* What the picture has as selected already is not brought into view: the pointer is on it, or somebody has moved away
 * from it. */
static void
update_selection (TlLensView *self)
{
  TlEntity *selected;

  if (self->navigator == NULL)
    return;

  selected = tl_navigator_get_selected (self->navigator);
  if (!is_primary (self, selected))
    tl_canvas_select (self->canvas, TL_IS_GOAL (selected) ? tl_entity_get_id (selected) : NULL);
  tl_overview_update (self->overview);
}

static void
selected_cb (TlLensView *self)
{
  g_assert (TL_IS_LENS_VIEW (self));

  update_selection (self);
  if (self->finding != NULL)
    tl_lens_view_show_found (self);
}

/* Where to begin in a picture that is too large to be shown as a whole: at what was found, else at the subject's own
 * first goal. */
static const char *
find_anchor (TlLensView *self,
             TlEntity   *subject)
{
  TlEntity *selected = tl_navigator_get_selected (self->navigator);
  const guint *goals;
  guint n_goals;

  if (self->finding != NULL && TL_IS_GOAL (selected))
    return tl_entity_get_id (selected);
  if (TL_IS_GOAL (subject))
    return tl_entity_get_id (subject);
  if (!TL_IS_PERSON (subject))
    return NULL;

  goals = tl_graph_get_goals_of (tl_insight_get_graph (self->insight), TL_PARTY (subject), &n_goals);
  if (n_goals == 0)
    return NULL;

  return tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (tl_insight_get_graph (self->insight), goals[0])));
}

static gboolean
is_cascade (TlLensView *self)
{
  return self->navigator != NULL && tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE;
}

/* Whoever looks at a part of the cascade comes back to where they looked at all of it. */
static void
keep_way_back (TlLensView *self)
{
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  graphene_rect_t visible = tl_viewport_get_visible (viewport);

  g_free (self->way_back);
  self->way_back = g_strdup (self->shown);
  self->way_back_zoom = tl_viewport_get_zoom (viewport);
  graphene_rect_get_center (&visible, &self->way_back_middle);
}

static void
go_back (TlLensView *self)
{
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);

  tl_viewport_zoom_about (viewport, self->way_back_zoom, 0, 0);
  tl_viewport_place (viewport, self->way_back_middle.x, self->way_back_middle.y,
                     tl_viewport_get_page (viewport, FALSE) / 2, tl_viewport_get_page (viewport, TRUE) / 2);
}

/* Goes to where one begins in a picture that is new, or to where one was in it before one looked at a part of it. */
static void
arrive (TlLensView *self,
        const char *place,
        TlEntity   *subject)
{
  if (self->is_entering && g_strcmp0 (place, self->way_back) == 0)
    go_back (self);
  else
    tl_canvas_arrive (self->canvas, find_anchor (self, subject));
}

static void
show_picture (TlLensView *self,
              TlScene    *scene,
              TlEntity   *subject)
{
  g_autofree char *place = tl_lens_view_name_place (self, subject);
  g_autofree char *summary = tl_lens_view_summarise (self, scene);
  gboolean is_new;

  /* Goals may have come or gone since one was here, and whoever did not choose the place wants to see all of them. */
  is_new = g_strcmp0 (place, self->shown) != 0 ||
           (self->is_entering && tl_canvas_is_as_arrived (self->canvas));

  if (is_new && tl_focus_get (self->navigator) != NULL && self->is_whole)
    keep_way_back (self);
  self->is_whole = is_cascade (self) && tl_focus_get (self->navigator) == NULL;
  tl_canvas_set_dims_rest (self->canvas, self->dims_rest && is_cascade (self));
  if (self->is_turning)
    is_new = !tl_canvas_turn_to (self->canvas, scene);
  else
    tl_canvas_set_scene (self->canvas, scene);
  if (is_new)
    arrive (self, place, subject);
  g_free (self->shown);
  self->shown = g_steal_pointer (&place);

  update_selection (self);
  tl_lens_strip_show (self->strip, self->navigator, self->depth, self->is_whole_level, summary);
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

/* Whoever looks at an outline need not wait for a picture; coming back to one makes it. */
static gboolean
is_picture (TlLens lens)
{
  return lens == TL_LENS_LINE_OF_SIGHT || lens == TL_LENS_CASCADE;
}

static void
show_scene (TlLensView *self,
            TlScene    *scene,
            TlEntity   *subject)
{
  TlEntity *about = tl_focus_get (self->navigator) != NULL ? tl_focus_get (self->navigator) : subject;

  if (scene != NULL && tl_scene_get_n_cards (scene) > 0)
    {
      show_picture (self, scene, subject);
      return;
    }

  tl_canvas_set_scene (self->canvas, NULL);
  if (scene == NULL)
    {
      tl_people_chooser_show (self->chooser, self->insight);
      gtk_stack_set_visible_child_name (self->stack, "people");
    }
  else if (tl_lens_view_is_filtered (self))
    {
      tl_lens_view_show_filtered (self);
    }
  else if (about != NULL)
    {
      tl_lens_view_show_message (self, about);
    }
  else
    {
      show_picture (self, scene, subject);
    }
}

/* Makes the picture anew, of what there is now. */
void
tl_lens_view_refresh (TlLensView *self)
{
  g_autoptr (TlScene) scene = NULL;
  TlEntity *subject;

  g_assert (TL_IS_LENS_VIEW (self));

  if (self->insight == NULL || !is_picture (tl_navigator_get_lens (self->navigator)))
    return;

  subject = tl_navigator_get_subject (self->navigator);
  scene = tl_lens_view_create_scene (self, subject);
  show_scene (self, scene, subject);
  tl_overview_update (self->overview);
  tl_lens_view_update_find (self);

  g_signal_emit (self, signals[PICTURE_CHANGED], 0);
}

static void
moved_cb (TlLensView *self)
{
  g_assert (TL_IS_LENS_VIEW (self));

  self->is_entering = TRUE;
  tl_lens_view_refresh (self);
  self->is_entering = FALSE;
}

static void
card_selected_cb (TlLensView *self,
                  const char *id)
{
  TlEntity *entity;

  g_assert (TL_IS_LENS_VIEW (self));

  entity = id != NULL ? tl_model_lookup (tl_insight_get_model (self->insight), id) : NULL;
  tl_navigator_set_selected (self->navigator,
                             entity != NULL ? entity : tl_navigator_get_subject (self->navigator));
}

static void
card_activated_cb (TlLensView *self,
                   const char *id)
{
  g_assert (TL_IS_LENS_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.turn-to", "s", id);
}

static gboolean
tl_lens_view_grab_focus (GtkWidget *widget)
{
  TlLensView *self = TL_LENS_VIEW (widget);

  if (tl_lens_view_has_picture (self))
    {
      tl_canvas_focus_selected (self->canvas);
      return TRUE;
    }
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "people") == 0)
    return gtk_widget_grab_focus (GTK_WIDGET (self->chooser));

  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_lens_view_dispose (GObject *object)
{
  TlLensView *self = TL_LENS_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->insight);
  g_clear_object (&self->navigator);
  g_clear_object (&self->filter);
  g_clear_object (&self->folding);
  g_clear_pointer (&self->finding, tl_finding_free);
  g_clear_pointer (&self->chosen_depths, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->way_back, g_free);

  G_OBJECT_CLASS (tl_lens_view_parent_class)->dispose (object);
}

static void
tl_lens_view_class_init (TlLensViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_lens_view_dispose;
  widget_class->grab_focus = tl_lens_view_grab_focus;

  /**
   * TlLensView::picture-changed:
   * @self: the view
   *
   * There is another picture, or none any longer.
   */
  signals[PICTURE_CHANGED] = g_signal_new ("picture-changed", TL_TYPE_LENS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  g_type_ensure (TL_TYPE_CANVAS);
  g_type_ensure (TL_TYPE_FIND_BAR);
  g_type_ensure (TL_TYPE_LENS_STRIP);
  g_type_ensure (TL_TYPE_OVERVIEW);
  g_type_ensure (TL_TYPE_PEOPLE_CHOOSER);
  g_type_ensure (TL_TYPE_ZOOM_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-lens-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLensView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, chooser);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, message);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, filtered);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, deeper_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, whole_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, strip);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, zoom_bar);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, overview);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, find_bar);
  gtk_widget_class_bind_template_callback (widget_class, card_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_lens_view_init (TlLensView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->folding = tl_folding_new ();
  self->chosen_depths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_object (self->folding, "changed", G_CALLBACK (tl_lens_view_refresh), self, G_CONNECT_SWAPPED);
  tl_viewport_set_foot (tl_canvas_get_viewport (self->canvas), ZOOM_BAR_ROOM);
  tl_zoom_bar_set_canvas (self->zoom_bar, self->canvas);
  tl_overview_set_canvas (self->overview, self->canvas);
  tl_zoom_bar_set_overview (self->zoom_bar, self->overview);
  tl_lens_view_init_find (self);
}

/**
 * tl_lens_view_set_source:
 * @self: the view
 * @insight: what is known of the model
 * @navigator: what the window is about
 */
void
tl_lens_view_set_source (TlLensView  *self,
                         TlInsight   *insight,
                         TlNavigator *navigator)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));
  g_return_if_fail (self->insight == NULL);

  self->insight = g_object_ref (insight);
  self->navigator = g_object_ref (navigator);
  g_signal_connect_object (insight, "changed", G_CALLBACK (tl_lens_view_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  tl_lens_view_refresh (self);
}

/**
 * tl_lens_view_set_filter:
 * @self: the view; before it has its source, so that what it shows first is filtered
 * @filter: which goals somebody wants to see
 */
void
tl_lens_view_set_filter (TlLensView *self,
                         TlFilter   *filter)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (tl_lens_view_refresh), self, G_CONNECT_SWAPPED);
  tl_lens_view_refresh (self);
}

/**
 * tl_lens_view_get_canvas:
 * @self: the view
 *
 * Returns: (transfer none): where it draws
 */
TlCanvas *
tl_lens_view_get_canvas (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), NULL);

  return self->canvas;
}

/**
 * tl_lens_view_has_picture:
 * @self: the view
 *
 * Returns: whether there is a picture that can be zoomed and exported
 */
gboolean
tl_lens_view_has_picture (TlLensView *self)
{
  TlScene *scene;

  g_return_val_if_fail (TL_IS_LENS_VIEW (self), FALSE);

  scene = tl_canvas_get_scene (self->canvas);
  return scene != NULL && tl_scene_get_n_cards (scene) > 0;
}

/**
 * tl_lens_view_get_dims_rest:
 * @self: the view
 *
 * Returns: whether the rest is dimmed, in the lens there is
 */
gboolean
tl_lens_view_get_dims_rest (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), FALSE);

  return is_cascade (self) ? self->dims_rest : self->show_rest;
}

/**
 * tl_lens_view_set_dims_rest:
 * @self: the view
 * @dims_rest: whether the rest is dimmed, in the lens there is: in a line of sight, whether that stands in the whole
 *   cascade, dimmed, instead of alone; in the whole cascade, whether what is not in the chain of the selected goal is
 *
 * In a line of sight what one looks at stays where it is on the screen, as large as it is.
 */
void
tl_lens_view_set_dims_rest (TlLensView *self,
                            gboolean    dims_rest)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  if (tl_lens_view_get_dims_rest (self) == dims_rest)
    return;

  if (is_cascade (self))
    {
      self->dims_rest = dims_rest;
      tl_canvas_set_dims_rest (self->canvas, dims_rest);
      return;
    }

  self->show_rest = dims_rest;
  self->is_turning = TRUE;
  tl_lens_view_refresh (self);
  self->is_turning = FALSE;
}

/**
 * tl_lens_view_get_direction:
 * @self: the view
 *
 * Returns: which way its pictures are to run
 */
TlPictureDirection
tl_lens_view_get_direction (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), TL_PICTURE_AUTO);

  return self->direction;
}

/**
 * tl_lens_view_set_direction:
 * @self: the view
 * @direction: which way its pictures are to run
 */
void
tl_lens_view_set_direction (TlLensView         *self,
                            TlPictureDirection  direction)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  if (self->direction == direction)
    return;

  self->direction = direction;
  tl_lens_view_refresh (self);
}

/**
 * tl_lens_view_set_narrow:
 * @self: the view
 * @is_narrow: whether there is little room for it
 */
void
tl_lens_view_set_narrow (TlLensView *self,
                         gboolean    is_narrow)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  tl_lens_strip_set_narrow (self->strip, is_narrow);
  tl_overview_set_small (self->overview, is_narrow);
}

/**
 * tl_lens_view_set_show_overview:
 * @self: the view
 * @show_overview: whether all of the picture is shown small while a part of it is out of view
 */
void
tl_lens_view_set_show_overview (TlLensView *self,
                                gboolean    show_overview)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  tl_overview_set_wanted (self->overview, show_overview);
}

/**
 * tl_lens_view_get_overview:
 * @self: the view
 *
 * Returns: (transfer none): all of the picture, small
 */
TlOverview *
tl_lens_view_get_overview (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), NULL);

  return self->overview;
}
