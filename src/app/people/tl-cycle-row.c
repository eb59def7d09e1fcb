/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A cycle: its name and its dates to be edited in place, how many of its goals are finished, and what can be done. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-cycle-row.h"

#include <glib/gi18n-lib.h>

#include "tl-field-row.h"
#include "tl-goal.h"

struct _TlCycleRow
{
  GtkListBoxRow parent_instance;

  char          *id;
  gboolean       is_closed;     /* as the menu says */
  GtkWidget     *name;
  GtkWidget     *start;
  GtkWidget     *end;

  GtkBox        *title;
  GtkBox        *dates;
  GtkLabel      *words;
  GtkWidget     *closed;
  GtkMenuButton *menu_button;
};

G_DEFINE_FINAL_TYPE (TlCycleRow, tl_cycle_row, GTK_TYPE_LIST_BOX_ROW)

static gboolean
is_finished (TlGoal *goal)
{
  TlGoalState state = tl_goal_get_state (goal);

  return state != TL_GOAL_STATE_DRAFT && state != TL_GOAL_STATE_ACTIVE;
}

static char *
say_goals (TlCycle *cycle)
{
  g_autoptr (GPtrArray) goals = tl_entity_dup_referrers (TL_ENTITY (cycle), TL_TYPE_GOAL, "cycle");
  g_autofree char *all = NULL;
  guint n_finished = 0;

  if (goals->len == 0)
    return g_strdup (_("No goals yet"));

  for (guint i = 0; i < goals->len; i++)
    n_finished += is_finished (g_ptr_array_index (goals, i));

  all = g_strdup_printf (ngettext ("%'u goal", "%'u goals", goals->len), goals->len);
  if (n_finished == 0)
    return g_steal_pointer (&all);

  /* Translators: a number of goals, such as "12 goals", and how many of them are achieved, missed or dropped */
  return g_strdup_printf (ngettext ("%s, %'u finished", "%s, %'u finished", n_finished), all, n_finished);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
make_menu (TlCycleRow *self,
           TlCycle    *cycle)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();

  append (menu, _("Add _Next Cycle"), "cycles.add-next", self->id);
  append (menu, _("Carry _Over Unfinished Goals…"), "cycles.carry-over", self->id);
  if (tl_cycle_get_closed (cycle))
    append (menu, _("_Reopen"), "cycles.reopen", self->id);
  else
    append (menu, _("_Close"), "cycles.close", self->id);
  append (last, _("Re_move"), "cycles.remove", self->id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
tl_cycle_row_finalize (GObject *object)
{
  g_free (TL_CYCLE_ROW (object)->id);

  G_OBJECT_CLASS (tl_cycle_row_parent_class)->finalize (object);
}

static void
tl_cycle_row_class_init (TlCycleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_cycle_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/throughline/Throughline/ui/tl-cycle-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCycleRow, title);
  gtk_widget_class_bind_template_child (widget_class, TlCycleRow, dates);
  gtk_widget_class_bind_template_child (widget_class, TlCycleRow, words);
  gtk_widget_class_bind_template_child (widget_class, TlCycleRow, closed);
  gtk_widget_class_bind_template_child (widget_class, TlCycleRow, menu_button);
}

static void
tl_cycle_row_init (TlCycleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * tl_cycle_row_new:
 * @document: what is edited
 *
 * Returns: (transfer full): a row about no cycle yet
 */
GtkWidget *
tl_cycle_row_new (TlDocument *document)
{
  TlCycleRow *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  self = g_object_new (TL_TYPE_CYCLE_ROW, NULL);
  self->name = tl_field_row_new (document, "name", _("Name"), TL_FIELD_NO_LABEL);
  self->start = tl_field_row_new (document, "start", _("First Day"), TL_FIELD_ABOVE);
  self->end = tl_field_row_new (document, "end", _("Last Day"), TL_FIELD_ABOVE);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_hexpand (self->start, TRUE);
  gtk_widget_set_hexpand (self->end, TRUE);
  gtk_widget_add_css_class (self->name, "cycle-name");
  gtk_box_prepend (self->title, self->name);
  gtk_box_append (self->dates, self->start);
  gtk_box_append (self->dates, self->end);
  return GTK_WIDGET (self);
}

/**
 * tl_cycle_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the identity of its cycle
 */
const char *
tl_cycle_row_get_id (TlCycleRow *self)
{
  g_return_val_if_fail (TL_IS_CYCLE_ROW (self), NULL);

  return self->id;
}

/**
 * tl_cycle_row_show:
 * @self: a row
 * @cycle: a cycle of the model
 *
 * Shows @cycle as it is now.
 */
void
tl_cycle_row_show (TlCycleRow *self,
                   TlCycle    *cycle)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (TL_IS_CYCLE_ROW (self));
  g_return_if_fail (TL_IS_CYCLE (cycle));

  g_free (self->id);
  self->id = g_strdup (tl_entity_get_id (TL_ENTITY (cycle)));
  tl_field_row_set_entity (TL_FIELD_ROW (self->name), TL_ENTITY (cycle));
  tl_field_row_set_entity (TL_FIELD_ROW (self->start), TL_ENTITY (cycle));
  tl_field_row_set_entity (TL_FIELD_ROW (self->end), TL_ENTITY (cycle));
  words = say_goals (cycle);
  gtk_label_set_label (self->words, words);
  gtk_widget_set_visible (self->closed, tl_cycle_get_closed (cycle));
  /* A new menu would close the one that is open. */
  if (gtk_menu_button_get_menu_model (self->menu_button) == NULL || self->is_closed != tl_cycle_get_closed (cycle))
    {
      self->is_closed = tl_cycle_get_closed (cycle);
      menu = make_menu (self, cycle);
      gtk_menu_button_set_menu_model (self->menu_button, menu);
    }

  name = tl_entity_dup_display_name (TL_ENTITY (cycle));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * tl_cycle_row_start:
 * @self: a row
 *
 * Moves the focus into the name.
 */
void
tl_cycle_row_start (TlCycleRow *self)
{
  g_return_if_fail (TL_IS_CYCLE_ROW (self));

  tl_field_row_start (TL_FIELD_ROW (self->name));
}
