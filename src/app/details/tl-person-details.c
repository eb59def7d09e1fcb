/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be said of a person beside a picture: who they are, and what they have set out to do. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-person-details.h"

#include <glib/gi18n-lib.h>

#include "tl-details-parts.h"
#include "tl-details-section.h"
#include "tl-entity-rows.h"
#include "tl-field-row.h"
#include "tl-party-edits.h"
#include "tl-words.h"

#define N_FACTS 4

struct _TlPersonDetails
{
  GtkBox parent_instance;

  TlDocument *document;
  TlInsight  *insight;
  TlPerson   *person;

  GtkWidget  *icon;
  GtkWidget  *name;
  GtkWidget  *turn_to;
  GtkWidget  *facts[N_FACTS];
  GtkWidget  *notes;
  GtkWidget  *goals_section;
  GtkWidget  *goals;
  GtkWidget  *no_goals;
};

G_DEFINE_FINAL_TYPE (TlPersonDetails, tl_person_details, GTK_TYPE_BOX)

static gboolean
set_unit (TlDocument    *document,
          GPtrArray     *people,
          const GValue  *value,
          gpointer       user_data,
          GError       **error)
{
  TlUnit *unit = g_value_get_object (value);

  return tl_party_edits_set_unit (document, people, unit != NULL ? tl_unit_get_organisation (unit) : NULL, unit, error);
}

static gboolean
set_manager (TlDocument    *document,
             GPtrArray     *people,
             const GValue  *value,
             gpointer       user_data,
             GError       **error)
{
  return tl_party_edits_set_manager (document, people, g_value_get_object (value), error);
}

static GtkWidget *
create_goal (TlEntity *goal,
             gpointer  user_data)
{
  return tl_details_entity_link_new ();
}

/* Whose goals these are stands above them; what is worth knowing of each is how it goes. */
static void
update_goal (GtkWidget *row,
             TlEntity  *goal,
             gpointer   user_data)
{
  TlPersonDetails *self = user_data;
  int index = tl_graph_find (tl_insight_get_graph (self->insight), TL_GOAL (goal));
  g_autofree char *standing = NULL;

  if (index >= 0)
    standing = tl_words_of_standing (TL_GOAL (goal), tl_scores_get_goal (tl_insight_get_scores (self->insight), index));
  tl_details_entity_link_set (row, goal, standing);
}

static void
people_cb (TlPersonDetails *self)
{
  g_assert (TL_IS_PERSON_DETAILS (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.lens", "s", "people");
}

static void
tl_person_details_finalize (GObject *object)
{
  TlPersonDetails *self = TL_PERSON_DETAILS (object);

  g_clear_object (&self->person);
  g_clear_object (&self->insight);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_person_details_parent_class)->finalize (object);
}

static void
tl_person_details_class_init (TlPersonDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_person_details_finalize;
}

static void
tl_person_details_init (TlPersonDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
}

static void
create_head (TlPersonDetails *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *people = gtk_button_new_with_label (_("Show in People"));

  self->icon = gtk_image_new_from_icon_name ("avatar-default-symbolic");
  gtk_widget_set_halign (self->icon, GTK_ALIGN_START);
  self->name = tl_field_row_new (self->document, "name", _("Name"), TL_FIELD_TITLE);
  self->turn_to = gtk_button_new_with_label (_("Show Line of Sight"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->turn_to), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->turn_to), "win.turn-to");
  gtk_widget_set_tooltip_text (self->turn_to, _("Make this the subject of the window"));
  g_signal_connect_object (people, "clicked", G_CALLBACK (people_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (buttons), self->turn_to);
  gtk_box_append (GTK_BOX (buttons), people);
  gtk_box_append (GTK_BOX (head), self->icon);
  gtk_box_append (GTK_BOX (head), self->name);
  gtk_box_append (GTK_BOX (head), buttons);
  gtk_box_append (GTK_BOX (self), head);
}

static void
create_facts (TlPersonDetails *self)
{
  GtkWidget *section = tl_details_section_new ("facts", _("Facts"), NULL);

  self->facts[0] = tl_field_row_new (self->document, "role", _("Role"), TL_FIELD_DEFAULT);
  self->facts[1] = tl_field_row_new (self->document, "unit", _("Unit"), TL_FIELD_DEFAULT);
  self->facts[2] = tl_field_row_new (self->document, "manager", _("Manager"), TL_FIELD_DEFAULT);
  self->facts[3] = tl_field_row_new (self->document, "capacity", _("Capacity"), TL_FIELD_DEFAULT);
  tl_field_row_set_none (TL_FIELD_ROW (self->facts[1]), _("No unit"));
  tl_field_row_set_none (TL_FIELD_ROW (self->facts[2]), _("Nobody"));
  tl_field_row_set_suffix (TL_FIELD_ROW (self->facts[3]), _("hours a week"));
  tl_field_row_set_setter (TL_FIELD_ROW (self->facts[1]), set_unit, NULL);
  tl_field_row_set_setter (TL_FIELD_ROW (self->facts[2]), set_manager, NULL);
  for (guint i = 0; i < N_FACTS; i++)
    tl_details_section_add (TL_DETAILS_SECTION (section), self->facts[i]);

  self->notes = tl_field_row_new (self->document, "notes", _("Notes"), TL_FIELD_MULTILINE);
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->notes), _("What else to know"));
  tl_details_section_add (TL_DETAILS_SECTION (section), self->notes);
  gtk_box_append (GTK_BOX (self), section);
}

/**
 * tl_person_details_new:
 * @document: an open document
 * @insight: what is known of its model
 *
 * Returns: (transfer full): the details of nobody yet
 */
GtkWidget *
tl_person_details_new (TlDocument *document,
                       TlInsight  *insight)
{
  TlPersonDetails *self = g_object_new (TL_TYPE_PERSON_DETAILS, NULL);

  self->document = g_object_ref (document);
  self->insight = g_object_ref (insight);
  create_head (self);
  create_facts (self);
  self->goals_section = tl_details_section_new ("goals", _("Goals"), NULL);
  self->goals = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->no_goals = tl_details_words_new (_("No goals yet. Nobody can pull on a rope that they do not hold."));
  tl_details_section_add (TL_DETAILS_SECTION (self->goals_section), self->goals);
  tl_details_section_add (TL_DETAILS_SECTION (self->goals_section), self->no_goals);
  gtk_box_append (GTK_BOX (self), self->goals_section);
  return GTK_WIDGET (self);
}

/**
 * tl_person_details_show:
 * @self: the details
 * @person: a person of the document
 * @can_turn_to: whether to offer to make them the subject
 */
void
tl_person_details_show (TlPersonDetails *self,
                        TlPerson        *person,
                        gboolean         can_turn_to)
{
  g_autoptr (GPtrArray) goals = NULL;

  g_return_if_fail (TL_IS_PERSON_DETAILS (self));
  g_return_if_fail (TL_IS_PERSON (person));

  g_set_object (&self->person, person);
  tl_field_row_set_entity (TL_FIELD_ROW (self->name), TL_ENTITY (person));
  tl_field_row_set_entity (TL_FIELD_ROW (self->notes), TL_ENTITY (person));
  for (guint i = 0; i < N_FACTS; i++)
    tl_field_row_set_entity (TL_FIELD_ROW (self->facts[i]), TL_ENTITY (person));
  gtk_widget_set_visible (self->turn_to, can_turn_to);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->turn_to), "s", tl_entity_get_id (TL_ENTITY (person)));

  goals = tl_entity_dup_referrers (TL_ENTITY (person), TL_TYPE_GOAL, "person");
  tl_entity_rows_sync (GTK_BOX (self->goals), goals, create_goal, update_goal, self);
  tl_details_section_set_count (TL_DETAILS_SECTION (self->goals_section), goals->len);
  gtk_widget_set_visible (self->no_goals, goals->len == 0);
}

/**
 * tl_person_details_edit:
 * @self: the details
 *
 * Moves the focus to the name.
 */
void
tl_person_details_edit (TlPersonDetails *self)
{
  g_return_if_fail (TL_IS_PERSON_DETAILS (self));

  tl_field_row_start (TL_FIELD_ROW (self->name));
}
