/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of a goal's details, and what the buttons in their headings do: connect, add. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-details-parts.h"
#include "tl-entity-chooser.h"
#include "tl-fact-row.h"
#include "tl-goal-details-private.h"
#include "tl-goal-edits.h"
#include "tl-goal-origins.h"

/* The object of the model that is the goal now; it may have come back from an undo since it was shown. */
static TlGoal *
find_goal (TlGoalDetails *self)
{
  return TL_GOAL (tl_model_lookup (tl_document_get_model (self->document), tl_entity_get_id (TL_ENTITY (self->goal))));
}

static void
set_problem (TlGoalDetails *self,
             TlGoalPart     part,
             const GError  *error)
{
  gtk_label_set_label (GTK_LABEL (self->problems[part]), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problems[part], error != NULL);
}

static void
want (TlGoalDetails *self,
      TlGoalPart     part,
      gpointer       entity)
{
  tl_details_section_unfold (TL_DETAILS_SECTION (self->sections[part]));
  if (entity == NULL)
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (tl_entity_get_id (entity));
  self->wanted_part = part;
}

static void
add_measure_cb (TlGoalDetails *self)
{
  g_assert (TL_IS_GOAL_DETAILS (self));

  want (self, PART_MEASURES, tl_goal_edits_add_measure (self->document, find_goal (self)));
}

static void
add_check_in_cb (TlGoalDetails *self)
{
  g_assert (TL_IS_GOAL_DETAILS (self));

  want (self, PART_CHECK_INS, tl_goal_edits_add_check_in (self->document, find_goal (self), NAN));
}

static void
link_chosen (TlGoalDetails *self,
             TlGoalPart     part,
             TlGoal        *other)
{
  g_autoptr (GError) error = NULL;
  TlGoal *goal = find_goal (self);
  gpointer link;

  if (part == PART_HELPED)
    link = tl_document_connect (self->document, goal, other, &error);
  else if (part == PART_HELPERS)
    link = tl_document_connect (self->document, other, goal, &error);
  else
    link = tl_document_add_tension (self->document, goal, other, &error);

  set_problem (self, part, error);
  want (self, part, link);
}

static void
helped_chosen_cb (TlGoalDetails *self,
                  TlEntity      *other)
{
  link_chosen (self, PART_HELPED, TL_GOAL (other));
}

static void
helper_chosen_cb (TlGoalDetails *self,
                  TlEntity      *other)
{
  link_chosen (self, PART_HELPERS, TL_GOAL (other));
}

static void
tension_chosen_cb (TlGoalDetails *self,
                   TlEntity      *other)
{
  link_chosen (self, PART_TENSIONS, TL_GOAL (other));
}

static gboolean
is_other_goal (TlEntity *entity,
               gpointer  user_data)
{
  TlGoalDetails *self = user_data;

  return self->goal != NULL && !g_str_equal (tl_entity_get_id (entity), tl_entity_get_id (TL_ENTITY (self->goal)));
}

static GtkWidget *
create_text_button (GtkWidget  *button,
                    const char *label,
                    const char *name)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet");
  gtk_widget_set_tooltip_text (button, name);
  if (GTK_IS_MENU_BUTTON (button))
    gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  else
    gtk_button_set_label (GTK_BUTTON (button), label);

  /* After the label, which would be the name of a button otherwise. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
create_chooser_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  static const GCallback chosen[N_PARTS] = {
    [PART_HELPED] = G_CALLBACK (helped_chosen_cb),
    [PART_HELPERS] = G_CALLBACK (helper_chosen_cb),
    [PART_TENSIONS] = G_CALLBACK (tension_chosen_cb),
  };
  TlGoalDetails *self = user_data;
  GtkWidget *chooser;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;

  chooser = tl_entity_chooser_new (self->document, TL_TYPE_GOAL);
  tl_entity_chooser_set_filter (TL_ENTITY_CHOOSER (chooser), is_other_goal, self, NULL);
  for (TlGoalPart part = 0; part < N_PARTS; part++)
    {
      if (self->buttons[part] == GTK_WIDGET (button))
        g_signal_connect_object (chooser, "chosen", chosen[part], self, G_CONNECT_SWAPPED);
    }
  gtk_menu_button_set_popover (button, chooser);
}

/* The list of goals behind it is made when it is first opened. */
static GtkWidget *
create_chooser_button (TlGoalDetails *self,
                       const char    *label,
                       const char    *name)
{
  GtkWidget *button = create_text_button (gtk_menu_button_new (), label, name);

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_chooser_cb, self, NULL);
  return button;
}

static GtkWidget *
create_add_button (TlGoalDetails *self,
                   const char    *label,
                   const char    *name,
                   GCallback      clicked)
{
  GtkWidget *button = create_text_button (gtk_button_new (), label, name);

  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* A section that lists something: rows, or a sentence while there are none, and what was refused. */
static void
create_part (TlGoalDetails *self,
             TlGoalPart     part,
             const char    *key,
             const char    *title,
             const char    *words,
             GtkWidget     *button)
{
  GtkWidget *section = tl_details_section_new (key, title, NULL);

  self->sections[part] = section;
  self->buttons[part] = button;
  self->rows[part] = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->words[part] = tl_details_words_new (words);
  self->more[part] = gtk_button_new ();
  self->problems[part] = tl_details_words_new (NULL);
  gtk_widget_set_css_classes (self->problems[part], (const char *[]) { "error", "caption", NULL });
  gtk_widget_set_visible (self->problems[part], FALSE);
  gtk_widget_set_visible (self->words[part], FALSE);
  gtk_widget_add_css_class (self->words[part], "caption");
  gtk_widget_add_css_class (self->more[part], "flat");
  gtk_widget_add_css_class (self->more[part], "quiet");
  gtk_widget_set_halign (self->more[part], GTK_ALIGN_START);
  gtk_widget_set_visible (self->more[part], FALSE);
  g_signal_connect_object (self->more[part], "clicked", G_CALLBACK (tl_goal_details_show_more), self, G_CONNECT_SWAPPED);

  tl_details_section_add_end (TL_DETAILS_SECTION (section), button);
  tl_details_section_add (TL_DETAILS_SECTION (section), self->problems[part]);
  tl_details_section_add (TL_DETAILS_SECTION (section), self->rows[part]);
  tl_details_section_add (TL_DETAILS_SECTION (section), self->more[part]);
  tl_details_section_add (TL_DETAILS_SECTION (section), self->words[part]);
  gtk_box_append (GTK_BOX (self), section);
}

static GtkWidget *
create_field (TlGoalDetails *self,
              const char    *property,
              const char    *label,
              TlFieldFlags   flags,
              const char    *placeholder)
{
  GtkWidget *field = tl_field_row_new (self->document, property, label, flags);

  tl_field_row_set_placeholder (TL_FIELD_ROW (field), placeholder);
  return field;
}

static void
create_head (TlGoalDetails *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *ways = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *only = gtk_button_new_with_label (_("Show Only This"));

  self->icon = gtk_image_new ();
  self->kicker = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->kicker), 0);
  gtk_label_set_wrap (GTK_LABEL (self->kicker), TRUE);
  gtk_box_append (GTK_BOX (line), self->icon);
  gtk_box_append (GTK_BOX (line), self->kicker);

  self->title = create_field (self, "title", _("Title"), TL_FIELD_TITLE, _("What is to be reached?"));
  self->description = create_field (self, "description", _("Description"), TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL,
                                    _("Add a description"));
  self->origins = tl_goal_origins_new ();
  self->turn_to = gtk_button_new_with_label (_("Show Line of Sight"));
  gtk_widget_set_tooltip_text (self->turn_to, _("Make this the subject of the window (Ctrl+Enter on a card)"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->turn_to), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->turn_to), "win.turn-to");
  gtk_widget_set_tooltip_text (only, _("Show Only This Goal and What Belongs to It, in the Cascade"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (only), "win.focus-goal");
  gtk_widget_set_margin_top (ways, 6);
  gtk_box_append (GTK_BOX (ways), self->turn_to);
  gtk_box_append (GTK_BOX (ways), only);

  gtk_box_append (GTK_BOX (head), line);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->description);
  gtk_box_append (GTK_BOX (head), self->origins);
  gtk_box_append (GTK_BOX (head), ways);
  gtk_box_append (GTK_BOX (self), head);
}

static void
create_facts (TlGoalDetails *self)
{
  GtkWidget *section = tl_details_section_new ("facts", _("Facts"), NULL);

  for (guint i = 0; i < N_GOAL_FACTS; i++)
    {
      const char *label;
      const char *none;
      const char *property = tl_goal_details_get_fact (i, &label, &none);

      self->facts[i] = create_field (self, property, label, TL_FIELD_DEFAULT, NULL);
      tl_field_row_set_none (TL_FIELD_ROW (self->facts[i]), none);
      tl_details_section_add (TL_DETAILS_SECTION (section), self->facts[i]);
    }

  gtk_box_append (GTK_BOX (self), section);
}

static GtkWidget *
create_fact_row (gpointer item,
                 gpointer user_data)
{
  return tl_fact_row_new (item);
}

static void
create_progress (TlGoalDetails *self)
{
  GtkWidget *section = tl_details_section_new ("progress", _("Progress"), NULL);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_bind_model (GTK_LIST_BOX (list), G_LIST_MODEL (self->progress), create_fact_row, NULL, NULL);
  gtk_widget_add_css_class (list, "plain");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Progress"), -1);
  self->rollup = create_field (self, "rollup", _("Roll-Up"), TL_FIELD_DEFAULT, NULL);
  self->rollup_words = tl_details_words_new (NULL);
  gtk_widget_add_css_class (self->rollup_words, "caption");

  tl_details_section_add (TL_DETAILS_SECTION (section), list);
  tl_details_section_add (TL_DETAILS_SECTION (section), self->rollup);
  tl_details_section_add (TL_DETAILS_SECTION (section), self->rollup_words);
  gtk_box_append (GTK_BOX (self), section);
}

static void
create_private (TlGoalDetails *self)
{
  self->private_section = tl_details_section_new ("private", _("Private Notes"), "changes-prevent-symbolic");
  self->private_notes = create_field (self, "private-notes", _("Private Notes"), TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL,
                                      _("Only for you: never part of what is shared or exported"));
  tl_details_section_add (TL_DETAILS_SECTION (self->private_section), self->private_notes);
  gtk_box_append (GTK_BOX (self), self->private_section);
}

/**
 * tl_goal_details_create_parts:
 * @self: the details
 *
 * Makes everything that is in them, once.
 */
void
tl_goal_details_create_parts (TlGoalDetails *self)
{
  create_head (self);
  create_facts (self);
  create_progress (self);
  create_part (self, PART_MEASURES, "measures", _("Measures"),
               _("Nothing measures this goal itself. It stands as what helps it stands."),
               create_add_button (self, _("Add"), _("Add Measure"), G_CALLBACK (add_measure_cb)));
  create_part (self, PART_HELPED, "helps", _("Helps"),
               _("Nothing connects this goal to an objective yet. People work harder on what they can see the point of."),
               create_chooser_button (self, _("Connect…"), _("Connect to a Goal That This One Helps")));
  create_part (self, PART_HELPERS, "helped-by", _("Helped By"),
               _("Nothing helps this goal yet."),
               create_chooser_button (self, _("Connect…"), _("Connect a Goal That Helps This One")));
  create_part (self, PART_TENSIONS, "tensions", _("Tensions"),
               _("No goal is known to pull against this one."),
               create_chooser_button (self, _("Add…"), _("Add a Goal That Pulls Against This One")));
  create_part (self, PART_CHECK_INS, "check-ins", _("Check-Ins"),
               _("Nobody has looked at this goal yet. How sure is its owner to meet it, and what was learned?"),
               create_add_button (self, _("Add"), _("Add Check-In"), G_CALLBACK (add_check_in_cb)));
  create_private (self);
}
