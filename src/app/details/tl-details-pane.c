/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known of what is selected, beside the picture or the outline, and where it is edited.
 *
 * A goal, a person, several goals: each has a page of its own, made when it is first needed and told what to show
 * from then on.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-details-pane.h"

#include <glib/gi18n-lib.h>

#include "tl-goal-details.h"
#include "tl-person-details.h"
#include "tl-several-details.h"

struct _TlDetailsPane
{
  GtkWidget parent_instance;

  TlDocument        *document;
  TlInsight         *insight;
  char              *id;                /* of what is shown */

  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkStack          *pages;
  GtkWidget         *goal;              /* these three once they were needed */
  GtkWidget         *person;
  GtkWidget         *several;
};

G_DEFINE_FINAL_TYPE (TlDetailsPane, tl_details_pane, GTK_TYPE_WIDGET)

static void
show_page (TlDetailsPane *self,
           GtkWidget     *page)
{
  gtk_stack_set_visible_child (self->pages, page);
  gtk_stack_set_visible_child_name (self->stack, "details");
}

static void
set_id (TlDetailsPane *self,
        const char    *id)
{
  if (g_strcmp0 (self->id, id) == 0)
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
show_goal (TlDetailsPane *self,
           TlGoal        *goal,
           gboolean       can_turn_to)
{
  if (self->goal == NULL)
    {
      self->goal = tl_goal_details_new (self->document, self->insight);
      gtk_stack_add_child (self->pages, self->goal);
    }

  tl_goal_details_show (TL_GOAL_DETAILS (self->goal), goal, can_turn_to);
  show_page (self, self->goal);
}

static void
show_person (TlDetailsPane *self,
             TlPerson      *person,
             gboolean       can_turn_to)
{
  if (self->person == NULL)
    {
      self->person = tl_person_details_new (self->document, self->insight);
      gtk_stack_add_child (self->pages, self->person);
    }

  tl_person_details_show (TL_PERSON_DETAILS (self->person), person, can_turn_to);
  show_page (self, self->person);
}

static void
tl_details_pane_dispose (GObject *object)
{
  TlDetailsPane *self = TL_DETAILS_PANE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->insight);
  g_clear_object (&self->document);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (tl_details_pane_parent_class)->dispose (object);
}

static void
tl_details_pane_class_init (TlDetailsPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_details_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, TlDetailsPane, pages);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "details");
}

static void
tl_details_pane_init (TlDetailsPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_details_pane_set_source:
 * @self: the pane
 * @document: an open document
 * @insight: what is known of its model
 *
 * Says what it is about; once.
 */
void
tl_details_pane_set_source (TlDetailsPane *self,
                            TlDocument    *document,
                            TlInsight     *insight)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_INSIGHT (insight));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
}

/**
 * tl_details_pane_show:
 * @self: the pane
 * @entity: (nullable): a goal or a person of the document
 * @can_turn_to: whether to offer to make it the subject
 *
 * Shows the details of @entity as they are now, from the top when it is another one than before.
 */
void
tl_details_pane_show (TlDetailsPane *self,
                      TlEntity      *entity,
                      gboolean       can_turn_to)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));
  g_return_if_fail (entity == NULL || TL_IS_GOAL (entity) || TL_IS_PERSON (entity));

  if (TL_IS_GOAL (entity))
    show_goal (self, TL_GOAL (entity), can_turn_to);
  else if (TL_IS_PERSON (entity))
    show_person (self, TL_PERSON (entity), can_turn_to);
  else
    gtk_stack_set_visible_child_name (self->stack, "nothing");

  set_id (self, entity != NULL ? tl_entity_get_id (entity) : NULL);
}

/**
 * tl_details_pane_show_several:
 * @self: the pane
 * @goals: (element-type TlGoal): two goals of the document, or more
 *
 * Shows what they share.
 */
void
tl_details_pane_show_several (TlDetailsPane *self,
                              GPtrArray     *goals)
{
  g_return_if_fail (TL_IS_DETAILS_PANE (self));
  g_return_if_fail (goals != NULL);

  if (self->several == NULL)
    {
      self->several = tl_several_details_new (self->document);
      gtk_stack_add_child (self->pages, self->several);
    }

  tl_several_details_show (TL_SEVERAL_DETAILS (self->several), goals);
  show_page (self, self->several);
  set_id (self, "several");
}

/**
 * tl_details_pane_edit:
 * @self: the pane
 *
 * Moves the focus to the title of the goal, or the name of the person, that is shown.
 */
void
tl_details_pane_edit (TlDetailsPane *self)
{
  GtkWidget *page;

  g_return_if_fail (TL_IS_DETAILS_PANE (self));

  page = gtk_stack_get_visible_child (self->pages);
  if (TL_IS_GOAL_DETAILS (page))
    tl_goal_details_edit (TL_GOAL_DETAILS (page));
  else if (TL_IS_PERSON_DETAILS (page))
    tl_person_details_edit (TL_PERSON_DETAILS (page));
}

/**
 * tl_details_pane_connect:
 * @self: the pane
 *
 * Opens the list of goals that the one shown can help.
 */
void
tl_details_pane_connect (TlDetailsPane *self)
{
  GtkWidget *page;

  g_return_if_fail (TL_IS_DETAILS_PANE (self));

  page = gtk_stack_get_visible_child (self->pages);
  if (TL_IS_GOAL_DETAILS (page))
    tl_goal_details_connect (TL_GOAL_DETAILS (page));
}
