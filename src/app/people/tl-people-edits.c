/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to whoever is selected in the list, and what of it can be done now.
 *
 * Adding, removing and moving are in files of their own; here is what they share, and what leads elsewhere.  Nothing
 * is asked before: what cannot be done is refused by the verbs with a sentence, and what was done can be undone.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-people-private.h"

#include <glib/gi18n-lib.h>

#include "tl-entity-chooser.h"
#include "tl-window.h"

/* Below the buttons and the entry that stand over the list */
#define CHOOSER_TOP 84

/* Who is of that identity now; objects come back from an undo as others. */
TlParty *
tl_people_view_find_party (TlPeopleView *self,
                           const char   *id)
{
  TlEntity *entity = id != NULL ? tl_model_lookup (tl_document_get_model (self->document), id) : NULL;

  return TL_IS_PARTY (entity) ? TL_PARTY (entity) : NULL;
}

/* The verbs take several at once. */
GPtrArray *
tl_people_make_list (gpointer entity)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (list, g_object_ref (entity));
  return list;
}

/* Whether anything can be edited here */
gboolean
tl_people_view_is_writable (TlPeopleView *self)
{
  return self->document != NULL && !tl_document_get_read_only (self->document);
}

/* Says what was refused, and why. */
void
tl_people_view_refuse (TlPeopleView *self,
                       const char   *heading,
                       const GError *error)
{
  tl_window_show_error (GTK_WIDGET (self), heading, error);
}

/* The organisation that @party is, or belongs to */
TlOrganisation *
tl_people_get_organisation (TlParty *party)
{
  if (TL_IS_ORGANISATION (party))
    return TL_ORGANISATION (party);
  if (TL_IS_UNIT (party))
    return tl_unit_get_organisation (TL_UNIT (party));

  return party != NULL ? tl_person_get_organisation (TL_PERSON (party)) : NULL;
}

/* The unit that @party is, or belongs to */
TlUnit *
tl_people_get_unit (TlParty *party)
{
  if (TL_IS_UNIT (party))
    return TL_UNIT (party);

  return TL_IS_PERSON (party) ? tl_person_get_unit (TL_PERSON (party)) : NULL;
}

static gboolean
unparent_cb (gpointer widget)
{
  if (gtk_widget_get_parent (widget) != NULL)
    gtk_widget_unparent (widget);

  return G_SOURCE_REMOVE;
}

/* Not at once: the chooser is still in the middle of telling what was chosen. */
static void
chooser_closed_cb (GtkWidget *chooser)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (chooser), g_object_unref);
}

/* Opens @chooser, which the lens owns from here on, below the heads of what stands at @start; it goes when it
 * closes. */
void
tl_people_view_popup_chooser (TlPeopleView *self,
                              GtkWidget    *chooser,
                              int           start,
                              int           width)
{
  gtk_widget_set_parent (chooser, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (chooser), &(GdkRectangle) { start, CHOOSER_TOP, width, 1 });
  g_signal_connect (chooser, "closed", G_CALLBACK (chooser_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (chooser));
}

static void
connect_chosen_cb (TlPeopleView *self,
                   TlEntity     *to,
                   GtkWidget    *chooser)
{
  const char *id = g_object_get_data (G_OBJECT (chooser), "tl-goal");
  TlEntity *from = tl_model_lookup (tl_document_get_model (self->document), id);
  g_autoptr (GError) error = NULL;

  if (!TL_IS_GOAL (from) || !TL_IS_GOAL (to))
    return;

  if (tl_document_connect (self->document, TL_GOAL (from), TL_GOAL (to), &error) == NULL)
    tl_people_view_refuse (self, _("The Goals Were Not Connected"), error);
}

static gboolean
is_not_that_goal (TlEntity *entity,
                  gpointer  user_data)
{
  return !g_str_equal (tl_entity_get_id (entity), user_data);
}

/* Chooses what a goal of somebody helps. */
static void
connect_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  GtkWidget *chooser = tl_entity_chooser_new (self->document, TL_TYPE_GOAL);
  int edge = gtk_widget_get_width (self->list_pane);

  g_object_set_data_full (G_OBJECT (chooser), "tl-goal", g_strdup (id), g_free);
  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (chooser), is_not_that_goal, g_strdup (id), g_free);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (connect_chosen_cb), self, G_CONNECT_SWAPPED);
  tl_people_view_popup_chooser (self, chooser, edge, gtk_widget_get_width (widget) - edge);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  tl_party_page_start_renaming (TL_PEOPLE_VIEW (widget)->party_page);
}

static void
add_goal_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_party_page_start_goal (TL_PEOPLE_VIEW (widget)->party_page, "");
}

static void
add_work_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  tl_party_page_start_goal (TL_PEOPLE_VIEW (widget)->party_page, " #work");
}

static void
go_to_goals_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  tl_party_page_go_to_goals (TL_PEOPLE_VIEW (widget)->party_page);
}

static void
open_goal_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  TlEntity *goal = tl_model_lookup (tl_document_get_model (self->document), g_variant_get_string (parameter, NULL));

  if (!TL_IS_GOAL (goal))
    return;

  tl_navigator_set_lens (self->navigator, TL_LENS_GOALS);
  tl_navigator_set_selected (self->navigator, goal);
}

static void
show_line_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  tl_navigator_set_lens (TL_PEOPLE_VIEW (widget)->navigator, TL_LENS_LINE_OF_SIGHT);
}

static void
select_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlPeopleView *self = TL_PEOPLE_VIEW (widget);
  TlParty *party = tl_people_view_find_party (self, g_variant_get_string (parameter, NULL));

  if (party != NULL)
    tl_people_view_show_party (self, party);
}

/* Declares what can be done; what of it can be done now is told by tl_people_view_update_edits(). */
void
tl_people_view_class_add_edits (GtkWidgetClass *widget_class)
{
  tl_people_view_class_add_adding (widget_class);
  tl_people_view_class_add_removing (widget_class);
  tl_people_view_class_add_moving (widget_class);
  gtk_widget_class_install_action (widget_class, "people.connect", "s", connect_cb);
  gtk_widget_class_install_action (widget_class, "people.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "people.add-goal", NULL, add_goal_cb);
  gtk_widget_class_install_action (widget_class, "people.add-work", NULL, add_work_cb);
  gtk_widget_class_install_action (widget_class, "people.go-to-goals", NULL, go_to_goals_cb);
  gtk_widget_class_install_action (widget_class, "people.open-goal", "s", open_goal_cb);
  gtk_widget_class_install_action (widget_class, "people.show-line", NULL, show_line_cb);
  gtk_widget_class_install_action (widget_class, "people.select", "s", select_cb);
}

/* Says which actions make sense for whoever is selected. */
void
tl_people_view_update_edits (TlPeopleView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  TlParty *party = self->document != NULL ? tl_people_view_get_shown (self) : NULL;
  gboolean can_write = tl_people_view_is_writable (self);
  gboolean can_remove = can_write && party != NULL && tl_document_can_remove (self->document, TL_ENTITY (party));
  gboolean can_add = can_write && tl_model_get_organisation (tl_document_get_model (self->document)) != NULL;

  gtk_widget_action_set_enabled (widget, "people.add-person", can_add);
  gtk_widget_action_set_enabled (widget, "people.add-unit", can_add);
  gtk_widget_action_set_enabled (widget, "people.add-organisation", can_write);
  gtk_widget_action_set_enabled (widget, "people.remove", can_remove);
  gtk_widget_action_set_enabled (widget, "people.drop", can_write);
  gtk_widget_action_set_enabled (widget, "people.move-to-unit",
                                 can_write && (TL_IS_PERSON (party) || TL_IS_UNIT (party)));
  gtk_widget_action_set_enabled (widget, "people.change-manager", can_write && TL_IS_PERSON (party));
  gtk_widget_action_set_enabled (widget, "people.connect", can_write);
  gtk_widget_action_set_enabled (widget, "people.rename", can_write && party != NULL);
  gtk_widget_action_set_enabled (widget, "people.add-goal", can_write && party != NULL);
  gtk_widget_action_set_enabled (widget, "people.add-work", can_write && party != NULL);
  gtk_widget_action_set_enabled (widget, "people.show-line", TL_IS_PERSON (party));
}
