/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of the selected goal or person, beside the picture.
 *
 * The pane is filled anew whenever something else is selected or the model has changed; every list in it is a list
 * model that its box follows.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-details-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-contribution.h"
#include "tl-entity-row.h"
#include "tl-enum-types.h"
#include "tl-fact-row.h"
#include "tl-measure-row.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

struct _TlDetailsPane
{
  GtkWidget parent_instance;

  TlInsight         *insight;
  TlEntity          *entity;
  GListStore        *facts;
  GListStore        *progress;
  GListStore        *measures;
  GListStore        *helped;      /* TlContribution from the goal */
  GListStore        *helpers;     /* TlContribution to the goal */
  GListStore        *goals;       /* TlGoal of the person */

  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkImage          *icon;
  GtkLabel          *kicker;
  GtkLabel          *title;
  GtkLabel          *description;
  GtkListBox        *facts_box;
  GtkListBox        *progress_box;
  GtkListBox        *measures_box;
  GtkListBox        *helped_box;
  GtkListBox        *helpers_box;
  GtkListBox        *goals_box;
  GtkWidget         *progress_part;
  GtkWidget         *measures_part;
  GtkWidget         *helped_part;
  GtkWidget         *helpers_part;
  GtkWidget         *goals_part;
  GtkLabel          *helpers_rule;
  GtkLabel          *no_measures;
  GtkLabel          *no_helped;
  GtkLabel          *no_goals;
  GtkButton         *turn_to;
};

G_DEFINE_FINAL_TYPE (TlDetailsPane, tl_details_pane, GTK_TYPE_WIDGET)

static GtkWidget *
create_fact_row (gpointer item,
                 gpointer user_data)
{
  return tl_fact_row_new (item);
}

static GtkWidget *
create_measure_row (gpointer item,
                    gpointer user_data)
{
  TlDetailsPane *self = user_data;

  return tl_measure_row_new (item, self->insight);
}

static GtkWidget *
create_goal_row (gpointer item,
                 gpointer user_data)
{
  TlDetailsPane *self = user_data;
  int index = tl_graph_find (tl_insight_get_graph (self->insight), item);
  g_autofree char *standing = NULL;

  /* Whose goals these are stands above them; what is worth knowing of each is how it goes. */
  if (index >= 0)
    standing = tl_words_of_standing (item, tl_scores_get_goal (tl_insight_get_scores (self->insight), index));
  return tl_entity_row_new (item, "win.select", standing, NULL);
}

/* What the link says beside its ends: that it is critical, and how it helps. */
static char *
say_link (TlContribution *link)
{
  const char *rationale = tl_contribution_get_rationale (link);
  gboolean has_rationale = rationale != NULL && *rationale != '\0';

  if (!tl_contribution_get_critical (link))
    return g_strdup (has_rationale ? rationale : NULL);
  if (!has_rationale)
    return g_strdup (_("Critical: cannot be met without it"));

  /* Translators: a link without which the goal cannot be met, and how it helps */
  return g_strdup_printf (_("Critical: %s"), rationale);
}

static GtkWidget *
create_helped_row (gpointer item,
                   gpointer user_data)
{
  g_autofree char *note = say_link (item);

  return tl_entity_row_new (TL_ENTITY (tl_contribution_get_to (item)), "win.select", NULL, note);
}

static GtkWidget *
create_helper_row (gpointer item,
                   gpointer user_data)
{
  g_autofree char *note = say_link (item);

  return tl_entity_row_new (TL_ENTITY (tl_contribution_get_from (item)), "win.select", NULL, note);
}

static void
set_items (GListStore *store,
           GPtrArray  *items)
{
  g_list_store_splice (store, 0, g_list_model_get_n_items (G_LIST_MODEL (store)), items->pdata, items->len);
}

static void
set_referrers (GListStore *store,
               TlEntity   *entity,
               GType       type,
               const char *property)
{
  g_autoptr (GPtrArray) referrers = tl_entity_dup_referrers (entity, type, property);

  set_items (store, referrers);
}

static gboolean
is_empty (GListStore *store)
{
  return g_list_model_get_n_items (G_LIST_MODEL (store)) == 0;
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_facet (TlDetailsPane *self,
           TlFacet        facet)
{
  const char *classes[] = { tl_style_of_facet (facet), NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_widget_remove_css_class (GTK_WIDGET (self->kicker), "facet-work");
  gtk_widget_remove_css_class (GTK_WIDGET (self->kicker), "facet-impact");
  gtk_widget_remove_css_class (GTK_WIDGET (self->kicker), "facet-result");
  gtk_widget_remove_css_class (GTK_WIDGET (self->kicker), "facet-unset");
  gtk_widget_add_css_class (GTK_WIDGET (self->kicker), tl_style_of_facet (facet));
}

static void
show_goal (TlDetailsPane *self,
           TlGoal        *goal)
{
  g_autofree char *kicker = tl_words_of_level (goal);

  gtk_image_set_from_icon_name (self->icon, tl_icon_of_entity (TL_ENTITY (goal)));
  set_facet (self, tl_goal_get_facet (goal));
  set_text (self->kicker, kicker);
  set_text (self->title, tl_goal_get_title (goal));
  set_text (self->description, tl_goal_get_description (goal));

  tl_facts_of_goal (self->facts, goal);
  tl_facts_of_progress (self->progress, self->insight, goal);
  set_referrers (self->measures, TL_ENTITY (goal), TL_TYPE_MEASURE, "goal");
  set_referrers (self->helped, TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");
  set_referrers (self->helpers, TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "to");

  gtk_label_set_label (self->helpers_rule, tl_enum_to_label (TL_TYPE_ROLLUP, tl_goal_get_rollup (goal)));
  gtk_widget_set_visible (GTK_WIDGET (self->no_measures), is_empty (self->measures));
  gtk_widget_set_visible (GTK_WIDGET (self->measures_box), !is_empty (self->measures));
  gtk_widget_set_visible (GTK_WIDGET (self->no_helped), is_empty (self->helped));
  gtk_widget_set_visible (GTK_WIDGET (self->helped_box), !is_empty (self->helped));
}

static void
show_person (TlDetailsPane *self,
             TlPerson      *person)
{
  gtk_image_set_from_icon_name (self->icon, tl_icon_of_entity (TL_ENTITY (person)));
  set_facet (self, TL_FACET_UNSET);
  set_text (self->kicker, tl_person_get_role (person));
  set_text (self->title, tl_party_get_name (TL_PARTY (person)));
  set_text (self->description, tl_person_get_notes (person));

  tl_facts_of_person (self->facts, self->insight, person);
  set_referrers (self->goals, TL_ENTITY (person), TL_TYPE_GOAL, "person");
  gtk_widget_set_visible (GTK_WIDGET (self->no_goals), is_empty (self->goals));
  gtk_widget_set_visible (GTK_WIDGET (self->goals_box), !is_empty (self->goals));
}

static void
clear_lists (TlDetailsPane *self)
{
  g_list_store_remove_all (self->facts);
  g_list_store_remove_all (self->progress);
  g_list_store_remove_all (self->measures);
  g_list_store_remove_all (self->helped);
  g_list_store_remove_all (self->helpers);
  g_list_store_remove_all (self->goals);
}

static void
show_parts (TlDetailsPane *self)
{
  gboolean is_goal = TL_IS_GOAL (self->entity);

  gtk_widget_set_visible (self->progress_part, is_goal);
  gtk_widget_set_visible (self->measures_part, is_goal);
  gtk_widget_set_visible (self->helped_part, is_goal && (tl_goal_get_level (TL_GOAL (self->entity)) != TL_LEVEL_ORGANISATION ||
                                                          !is_empty (self->helped)));
  gtk_widget_set_visible (self->helpers_part, is_goal && !is_empty (self->helpers));
  gtk_widget_set_visible (self->goals_part, TL_IS_PERSON (self->entity));
}

static GListStore *
bind_list (TlDetailsPane              *self,
           GtkListBox                 *box,
           GType                       type,
           GtkListBoxCreateWidgetFunc  create)
{
  GListStore *store = g_list_store_new (type);

  gtk_list_box_bind_model (box, G_LIST_MODEL (store), create, self, NULL);
  return store;
}

static void
tl_details_pane_dispose (GObject *object)
{
  TlDetailsPane *self = TL_DETAILS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->facts);
  g_clear_object (&self->progress);
  g_clear_object (&self->measures);
  g_clear_object (&self->helped);
  g_clear_object (&self->helpers);
  g_clear_object (&self->goals);
  g_clear_object (&self->insight);
  g_clear_object (&self->entity);

  G_OBJECT_CLASS (tl_details_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, icon);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, kicker);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, title);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, description);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, facts_box);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, progress_box);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, measures_box);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, helped_box);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, helpers_box);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, goals_box);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, progress_part);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, measures_part);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, helped_part);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, helpers_part);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, goals_part);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, helpers_rule);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, no_measures);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, no_helped);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, no_goals);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, turn_to);
}

static void
tl_details_pane_class_init (TlDetailsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_details_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-details-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "details");
}

static void
tl_details_pane_init (TlDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->facts = bind_list (self, self->facts_box, TL_TYPE_FACT, create_fact_row);
  self->progress = bind_list (self, self->progress_box, TL_TYPE_FACT, create_fact_row);
  self->measures = bind_list (self, self->measures_box, TL_TYPE_MEASURE, create_measure_row);
  self->helped = bind_list (self, self->helped_box, TL_TYPE_CONTRIBUTION, create_helped_row);
  self->helpers = bind_list (self, self->helpers_box, TL_TYPE_CONTRIBUTION, create_helper_row);
  self->goals = bind_list (self, self->goals_box, TL_TYPE_GOAL, create_goal_row);
}

/**
 * tl_details_pane_show:
 * @self: the pane
 * @insight: what is known of the model
 * @entity: (nullable): a goal or a person of the model
 * @can_turn_to: whether to offer to make it the subject
 *
 * Shows the details of @entity as they are now, from the top when it is another one than before.
 */
void
tl_details_pane_show (TlDetailsPane *self,
                      TlInsight     *insight,
                      TlEntity      *entity,
                      gboolean       can_turn_to)
{
  gboolean is_other;

  g_return_if_fail (TL_IS_DETAILS_PANE (self));
  g_return_if_fail (TL_IS_INSIGHT (insight));
  g_return_if_fail (entity == NULL || TL_IS_GOAL (entity) || TL_IS_PERSON (entity));

  is_other = entity != self->entity;
  g_set_object (&self->insight, insight);
  g_set_object (&self->entity, entity);
  clear_lists (self);

  gtk_stack_set_visible_child_name (self->stack, entity != NULL ? "details" : "nothing");
  if (entity == NULL)
    return;

  if (TL_IS_GOAL (entity))
    show_goal (self, TL_GOAL (entity));
  else
    show_person (self, TL_PERSON (entity));

  show_parts (self);
  gtk_widget_set_visible (GTK_WIDGET (self->turn_to), can_turn_to);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->turn_to), "s", tl_entity_get_id (entity));
  if (is_other)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}
