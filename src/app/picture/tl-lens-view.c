/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The middle of the window: the subject through the lens.
 *
 * The view follows the navigator and the insight.  A new picture is made when the lens, the subject or the model
 * changes; selecting something only marks it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-lens-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "tl-legend.h"
#include "tl-line-of-sight.h"
#include "tl-people-chooser.h"
#include "tl-picture.h"

struct _TlLensView
{
  GtkWidget parent_instance;

  TlInsight       *insight;
  TlNavigator     *navigator;
  TlFilter        *filter;
  char            *shown;          /* lens and subject of the picture, to know a new place from a new revision */
  gboolean         is_entering;    /* from another lens or another subject */
  gboolean         show_rest;
  gboolean         has_chosen_depth;
  TlDiagramDepth   depth;
  guint            zoom_source;    /* the idle that says how large the picture is */

  GtkStack        *stack;
  TlCanvas        *canvas;
  TlPeopleChooser *chooser;
  AdwStatusPage   *message;
  AdwStatusPage   *filtered;
  GtkWidget       *deeper_button;
  GtkLabel        *summary;
  GtkWidget       *rest_button;
  GtkWidget       *depth_buttons;
  GtkLabel        *zoom_label;
  TlLegend        *legend;
};

enum
{
  PICTURE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlLensView, tl_lens_view, GTK_TYPE_WIDGET)

/* A cascade of more goals than this opens with objectives and functions only; the rest is a click away. */
#define N_GOALS_WHOLE 80

static gboolean
update_zoom (gpointer user_data)
{
  TlLensView *self = user_data;
  TlViewport *viewport = tl_canvas_get_viewport (self->canvas);
  double percent = tl_viewport_get_zoom (viewport) / tl_viewport_get_natural_zoom (viewport) * 100;
  g_autofree char *text = NULL;

  self->zoom_source = 0;
  /* Translators: how large the picture is shown, in percent */
  text = g_strdup_printf (_("%.*f %%"), percent < 9.5 ? 1 : 0, percent);
  gtk_label_set_label (self->zoom_label, text);
  return G_SOURCE_REMOVE;
}

/* The canvas may be getting its place just now, and no label may ask for another one of its own meanwhile. */
static void
queue_update_zoom (TlLensView *self)
{
  g_assert (TL_IS_LENS_VIEW (self));

  if (self->zoom_source == 0)
    self->zoom_source = g_idle_add (update_zoom, self);
}

static void
update_selection (TlLensView *self)
{
  TlEntity *selected;

  if (self->navigator == NULL)
    return;

  selected = tl_navigator_get_selected (self->navigator);
  tl_canvas_select (self->canvas, TL_IS_GOAL (selected) ? tl_entity_get_id (selected) : NULL);
}

static void
show_message (TlLensView *self,
              TlEntity   *subject)
{
  g_autofree char *name = tl_entity_dup_display_name (subject);
  g_autofree char *title = g_strdup_printf (_("%s has no goals yet"), name);

  adw_status_page_set_icon_name (self->message, "tl-line-of-sight-symbolic");
  adw_status_page_set_title (self->message, title);
  adw_status_page_set_description (self->message,
                                   _("A line of sight begins with a goal. Import goals that name this person as their "
                                     "owner, or choose somebody else."));
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static gboolean
is_filtered (TlLensView *self)
{
  return self->filter != NULL && !tl_filter_is_empty (self->filter);
}

static guint
count_matching (TlLensView *self)
{
  guint n_matching;
  g_autofree guint8 *all = tl_filter_match_all (self->filter, tl_insight_get_graph (self->insight),
                                                tl_insight_get_scores (self->insight), &n_matching);

  return n_matching;
}

/* Nothing is shown: because nothing matches, or because what does stands lower than the cascade is shown. */
static void
show_filtered (TlLensView *self)
{
  guint n_below = tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE ? count_matching (self) : 0;
  g_autofree char *below = NULL;

  if (n_below > 0)
    {
      below = g_strdup_printf (ngettext ("%'u goal matches further down.", "%'u goals match further down.", n_below),
                               n_below);
      adw_status_page_set_title (self->filtered, _("No goal down to this level matches the filter"));
    }
  else
    {
      below = g_strdup (_("Take a part of the filter off, or clear it to see all goals again."));
      adw_status_page_set_title (self->filtered, _("No goal matches the filter"));
    }

  adw_status_page_set_description (self->filtered, below);
  gtk_widget_set_visible (self->deeper_button, n_below > 0);
  gtk_stack_set_visible_child_name (self->stack, "filtered");
}

/* "8 goals on the way · 2 objectives reached" */
static char *
summarise_line (TlLensView *self,
                TlPerson   *person)
{
  g_autoptr (TlLineOfSight) line =
    tl_line_of_sight_new_for_owner (tl_insight_get_graph (self->insight), TL_PARTY (person));
  g_autofree char *goals = NULL;
  g_autofree char *objectives = NULL;
  guint n_goals, n_objectives;

  tl_line_of_sight_get_goals (line, &n_goals);
  tl_line_of_sight_get_objectives (line, &n_objectives);
  goals = g_strdup_printf (ngettext ("%u goal on the way", "%u goals on the way", n_goals), n_goals);
  if (n_objectives == 0)
    return g_strdup_printf (_("%s · no objective reached yet"), goals);

  objectives = g_strdup_printf (ngettext ("%u objective reached", "%u objectives reached", n_objectives), n_objectives);
  return g_strdup_printf ("%s · %s", goals, objectives);
}

/* The filter hides some goals, and the level down to which the cascade is shown hides others. */
static char *
summarise_filtered (TlLensView *self,
                    guint       n_cards)
{
  guint n_matching = count_matching (self);
  g_autofree char *shown =
    g_strdup_printf (ngettext ("%'u goal matches", "%'u goals match", n_cards), n_cards);
  g_autofree char *rest = NULL;

  if (n_cards >= n_matching)
    return g_steal_pointer (&shown);

  /* Translators: how many goals match a filter, but stand below the level down to which the cascade is shown */
  rest = g_strdup_printf (ngettext ("%'u more matches below this level", "%'u more match below this level",
                                    n_matching - n_cards), n_matching - n_cards);
  return g_strdup_printf ("%s · %s", shown, rest);
}

static char *
summarise (TlLensView *self,
           TlEntity   *subject,
           guint       n_cards)
{
  guint n_goals;

  if (TL_IS_PERSON (subject) && tl_navigator_get_lens (self->navigator) == TL_LENS_LINE_OF_SIGHT)
    return summarise_line (self, TL_PERSON (subject));

  if (tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE && is_filtered (self))
    return summarise_filtered (self, n_cards);

  n_goals = tl_graph_get_n_goals (tl_insight_get_graph (self->insight));
  if (tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE && n_cards < n_goals)
    /* Translators: how many goals of how many are shown */
    return g_strdup_printf (ngettext ("%'u of %'u goal", "%'u of %'u goals", n_goals), n_cards, n_goals);

  return g_strdup_printf (ngettext ("%'u goal", "%'u goals", n_cards), n_cards);
}

/* Where to begin in a picture that is too large to be shown as a whole: at the subject's own first goal. */
static const char *
find_anchor (TlLensView *self,
             TlEntity   *subject)
{
  const guint *goals;
  guint n_goals;

  if (TL_IS_GOAL (subject))
    return tl_entity_get_id (subject);
  if (!TL_IS_PERSON (subject))
    return NULL;

  goals = tl_graph_get_goals_of (tl_insight_get_graph (self->insight), TL_PARTY (subject), &n_goals);
  if (n_goals == 0)
    return NULL;

  return tl_entity_get_id (TL_ENTITY (tl_graph_get_goal (tl_insight_get_graph (self->insight), goals[0])));
}

static void
show_picture (TlLensView *self,
              TlScene    *scene,
              TlEntity   *subject)
{
  TlLens lens = tl_navigator_get_lens (self->navigator);
  g_autofree char *place = g_strdup_printf ("%d %s %d %d", lens, subject != NULL ? tl_entity_get_id (subject) : "",
                                            self->show_rest, self->depth);
  g_autofree char *summary = summarise (self, subject, tl_scene_get_n_cards (scene));
  gboolean is_new;

  /* Goals may have come or gone since one was here, and whoever did not choose the place wants to see all of them. */
  is_new = g_strcmp0 (place, self->shown) != 0 ||
           (self->is_entering && tl_canvas_is_as_arrived (self->canvas));

  tl_canvas_set_scene (self->canvas, scene);
  if (is_new)
    tl_canvas_arrive (self->canvas, find_anchor (self, subject));
  g_free (self->shown);
  self->shown = g_steal_pointer (&place);

  update_selection (self);
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (self->rest_button, lens == TL_LENS_LINE_OF_SIGHT);
  gtk_widget_set_visible (self->depth_buttons, lens == TL_LENS_CASCADE);
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

/* As much as can be taken in, until somebody says how much they want: an import makes a small cascade a large one. */
static void
update_depth (TlLensView *self)
{
  guint n_goals = tl_graph_get_n_goals (tl_insight_get_graph (self->insight));

  if (!self->has_chosen_depth)
    self->depth = n_goals > N_GOALS_WHOLE ? TL_DIAGRAM_FUNCTIONS : TL_DIAGRAM_WHOLE;
}

/* Whoever looks at an outline need not wait for a picture; coming back to one makes it. */
static gboolean
is_picture (TlLens lens)
{
  return lens == TL_LENS_LINE_OF_SIGHT || lens == TL_LENS_CASCADE;
}

static void
refresh (TlLensView *self)
{
  g_autoptr (TlScene) scene = NULL;
  TlEntity *subject;

  g_assert (TL_IS_LENS_VIEW (self));

  if (self->insight == NULL || !is_picture (tl_navigator_get_lens (self->navigator)))
    return;

  update_depth (self);
  subject = tl_navigator_get_subject (self->navigator);
  scene = tl_picture_new (self->insight, &(TlPictureOptions) {
    .lens = tl_navigator_get_lens (self->navigator), .subject = subject, .show_rest = self->show_rest,
    .depth = self->depth, .filter = self->filter,
  });

  if (scene == NULL)
    {
      tl_canvas_set_scene (self->canvas, NULL);
      tl_people_chooser_show (self->chooser, self->insight);
      gtk_stack_set_visible_child_name (self->stack, "people");
    }
  else if (tl_scene_get_n_cards (scene) == 0 && is_filtered (self))
    {
      tl_canvas_set_scene (self->canvas, NULL);
      show_filtered (self);
    }
  else if (tl_scene_get_n_cards (scene) == 0 && subject != NULL)
    {
      tl_canvas_set_scene (self->canvas, NULL);
      show_message (self, subject);
    }
  else
    {
      show_picture (self, scene, subject);
    }

  g_signal_emit (self, signals[PICTURE_CHANGED], 0);
}

static void
moved_cb (TlLensView *self)
{
  g_assert (TL_IS_LENS_VIEW (self));

  self->is_entering = TRUE;
  refresh (self);
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

static void
legend_shown_cb (TlLensView *self)
{
  g_assert (TL_IS_LENS_VIEW (self));

  tl_legend_set_canvas (self->legend, self->canvas);
}

static gboolean
tl_lens_view_grab_focus (GtkWidget *widget)
{
  TlLensView *self = TL_LENS_VIEW (widget);

  if (tl_lens_view_has_picture (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
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

  g_clear_handle_id (&self->zoom_source, g_source_remove);
  g_clear_object (&self->insight);
  g_clear_object (&self->navigator);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->shown, g_free);

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
  g_type_ensure (TL_TYPE_LEGEND);
  g_type_ensure (TL_TYPE_PEOPLE_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-lens-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlLensView, stack);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, canvas);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, chooser);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, message);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, filtered);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, deeper_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, summary);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, rest_button);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, depth_buttons);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, zoom_label);
  gtk_widget_class_bind_template_child (widget_class, TlLensView, legend);
  gtk_widget_class_bind_template_callback (widget_class, legend_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tl_lens_view_init (TlLensView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (tl_canvas_get_viewport (self->canvas), "changed", G_CALLBACK (queue_update_zoom), self,
                           G_CONNECT_SWAPPED);
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
  g_signal_connect_object (insight, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "notify::selected", G_CALLBACK (update_selection), self, G_CONNECT_SWAPPED);
  refresh (self);
}

/**
 * tl_lens_view_set_filter:
 * @self: the view, with its source
 * @filter: which goals somebody wants to see
 */
void
tl_lens_view_set_filter (TlLensView *self,
                         TlFilter   *filter)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
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
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), FALSE);

  return tl_canvas_get_scene (self->canvas) != NULL;
}

/**
 * tl_lens_view_set_show_rest:
 * @self: the view
 * @show_rest: whether a line of sight stands in the whole cascade, dimmed, instead of alone
 */
void
tl_lens_view_set_show_rest (TlLensView *self,
                            gboolean    show_rest)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  if (self->show_rest == show_rest)
    return;

  self->show_rest = show_rest;
  refresh (self);
}

/**
 * tl_lens_view_get_depth:
 * @self: the view
 *
 * Returns: how far down the whole cascade is shown
 */
TlDiagramDepth
tl_lens_view_get_depth (TlLensView *self)
{
  g_return_val_if_fail (TL_IS_LENS_VIEW (self), TL_DIAGRAM_WHOLE);

  return self->depth;
}

/**
 * tl_lens_view_set_depth:
 * @self: the view
 * @depth: how far down the whole cascade is shown
 */
void
tl_lens_view_set_depth (TlLensView     *self,
                        TlDiagramDepth  depth)
{
  g_return_if_fail (TL_IS_LENS_VIEW (self));

  self->has_chosen_depth = TRUE;
  if (self->depth == depth)
    return;

  self->depth = depth;
  refresh (self);
}
