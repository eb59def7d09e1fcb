/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with goals and many others at once: cascading one down to units and people, carrying some over into
 * another cycle, giving them an owner. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-carry-over.h"
#include "tl-entity-chooser.h"
#include "tl-enum-types.h"
#include "tl-goal-edits.h"
#include "tl-goals-view-private.h"
#include "tl-pick-dialog.h"
#include "tl-undo-toast.h"
#include "tl-vocabulary.h"
#include "tl-words.h"

/* Whether a goal of @owner is something for @party to help with. */
static gboolean
is_below (TlParty *party,
          TlParty *owner)
{
  if (party == owner)
    return FALSE;

  if (TL_IS_ORGANISATION (owner))
    {
      TlOrganisation *organisation = TL_IS_UNIT (party) ? tl_unit_get_organisation (TL_UNIT (party))
                                                        : tl_person_get_organisation (TL_PERSON (party));

      return organisation == TL_ORGANISATION (owner);
    }

  if (TL_IS_UNIT (owner))
    return tl_unit_contains (TL_UNIT (owner), party);

  return TL_IS_PERSON (party) && tl_person_get_manager (TL_PERSON (party)) == TL_PERSON (owner);
}

static char *
describe_party (TlParty *party)
{
  if (TL_IS_PERSON (party))
    return tl_words_of_person (TL_PERSON (party));

  return g_strdup (tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (TL_UNIT (party))));
}

static guint
add_parties (TlGoalsView  *self,
             TlPickDialog *dialog,
             GType         type,
             TlParty      *owner)
{
  GListModel *parties = tl_model_get_list (tl_document_get_model (self->document), type);
  guint n_added = 0;

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++)
    {
      g_autoptr (TlParty) party = g_list_model_get_item (parties, i);
      g_autofree char *subtitle = NULL;

      if (!is_below (party, owner))
        continue;

      subtitle = describe_party (party);
      tl_pick_dialog_add (dialog, TL_ENTITY (party), subtitle, FALSE);
      n_added++;
    }

  return n_added;
}

static void
owners_picked_cb (TlGoalsView  *self,
                  GPtrArray    *owners,
                  TlPickDialog *dialog)
{
  const char *id = g_object_get_data (G_OBJECT (dialog), "goal");
  TlEntity *goal = tl_model_lookup (tl_document_get_model (self->document), id);
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (!TL_IS_GOAL (goal))
    return;

  made = tl_goal_edits_cascade_down (self->document, TL_GOAL (goal), owners, &error);
  if (made == NULL)
    {
      tl_goals_view_refuse (self, _("Nothing Was Added"), error);
      return;
    }

  text = g_strdup_printf (ngettext ("%u goal added", "%u goals added", made->len), made->len);
  tl_goals_view_sync (self);
  {
    g_autoptr (GtkTreeListRow) row =
      tl_goals_view_find_row_of (self, tl_outline_get_item (self->outline, id));

    if (row != NULL)
      tl_goals_view_set_expanded (self, row, TRUE);
  }
  tl_undo_toast_show (GTK_WIDGET (self), self->document, text);
}

static void
cascade_down_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  g_autofree char *title = NULL;
  g_autofree char *explanation = NULL;
  GtkWidget *dialog;
  TlParty *owner;

  if (goals->len != 1)
    return;

  owner = tl_goal_get_owner (g_ptr_array_index (goals, 0));
  title = tl_entity_dup_display_name (g_ptr_array_index (goals, 0));
  explanation = g_strdup_printf (_("Each of those you tick gets a goal of the same title that helps “%s”. They can be made their own afterwards."), title);
  dialog = tl_pick_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), _("Cascade Down"), explanation,
                               _("Add Goals"));
  g_object_set_data_full (G_OBJECT (dialog), "goal", g_strdup (tl_entity_get_id (g_ptr_array_index (goals, 0))), g_free);
  add_parties (self, TL_PICK_DIALOG (dialog), TL_TYPE_UNIT, owner);
  add_parties (self, TL_PICK_DIALOG (dialog), TL_TYPE_PERSON, owner);
  g_signal_connect_object (dialog, "picked", G_CALLBACK (owners_picked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* With several goals selected these are what it is about, with one all goals of its cycle. */
static GPtrArray *
collect_to_carry (TlGoalsView *self,
                  GPtrArray   *selected)
{
  TlCycle *cycle = tl_goal_get_cycle (g_ptr_array_index (selected, 0));
  GListModel *all = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_GOAL);
  guint n_all = g_list_model_get_n_items (all);
  g_autoptr (GHashTable) is_selected = g_hash_table_new (NULL, NULL);
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < selected->len; i++)
    g_hash_table_add (is_selected, g_ptr_array_index (selected, i));

  for (guint i = 0; i < n_all; i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (all, i);

      if (selected->len > 1 ? g_hash_table_contains (is_selected, goal) : tl_goal_get_cycle (goal) == cycle)
        g_ptr_array_add (goals, g_steal_pointer (&goal));
    }

  return goals;
}

static void
carried_cb (TlGoalsView *self,
            GPtrArray   *made)
{
  g_assert (TL_IS_GOALS_VIEW (self));

  tl_goals_view_select_goals (self, made, NULL);
}

static void
carry_over_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) selected = tl_goals_view_dup_selected_goals (self);
  g_autoptr (GPtrArray) goals = NULL;
  TlCarryOver *window;

  if (selected->len == 0)
    return;

  goals = collect_to_carry (self, selected);
  window = tl_carry_over_show (widget, self->document, tl_goal_get_cycle (g_ptr_array_index (selected, 0)), goals);
  if (window != NULL)
    g_signal_connect_object (window, "carried", G_CALLBACK (carried_cb), self, G_CONNECT_SWAPPED);
}

static void
owner_chosen_cb (TlGoalsView *self,
                 TlEntity    *owner)
{
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  g_auto (GValue) value = G_VALUE_INIT;

  if (goals->len == 0 || !TL_IS_PARTY (owner))
    return;

  g_value_init (&value, TL_TYPE_PARTY);
  g_value_set_object (&value, owner);
  tl_goal_edits_set (self->document, goals, "owner", &value);
}

static void
chooser_closed_cb (GtkWidget *chooser)
{
  gtk_widget_unparent (chooser);
}

static void
set_owner_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  TlOutlineCell *cell = tl_goals_view_find_focus (self);
  GtkWidget *chooser = tl_entity_chooser_new (self->document, TL_TYPE_PARTY);
  double x = gtk_widget_get_width (widget) / 2.0, y = 0;

  if (cell != NULL)
    gtk_widget_translate_coordinates (GTK_WIDGET (cell), widget, 120, gtk_widget_get_height (GTK_WIDGET (cell)), &x, &y);

  gtk_widget_set_parent (chooser, widget);
  gtk_popover_set_pointing_to (GTK_POPOVER (chooser), &(GdkRectangle) { x, y, 1, 1 });
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (owner_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (chooser, "closed", G_CALLBACK (chooser_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (chooser));
}

/* Declares what concerns many. */
void
tl_goals_view_class_add_many (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "goals.cascade-down", NULL, cascade_down_cb);
  gtk_widget_class_install_action (widget_class, "goals.carry-over", NULL, carry_over_cb);
  gtk_widget_class_install_action (widget_class, "goals.set-owner", NULL, set_owner_cb);
}
