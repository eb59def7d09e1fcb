/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done with the selected goals, as actions, and the keys for them.
 *
 * Tab indents, as in every outliner, so that it does not lead out of the list; Ctrl+Tab does.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-enum-types.h"
#include "tl-goal-actions.h"
#include "tl-goal-edits.h"
#include "tl-goals-view-private.h"
#include "tl-message.h"

static const struct
{
  guint           keyval;
  GdkModifierType modifiers;
  const char     *action;
} keys[] = {
  { GDK_KEY_F2, 0, "goals.rename" },
  { GDK_KEY_Return, 0, "goals.rename" },
  { GDK_KEY_KP_Enter, 0, "goals.rename" },
  { GDK_KEY_Return, GDK_CONTROL_MASK, "goals.add-under" },
  { GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "goals.add-beside" },
  { GDK_KEY_Tab, 0, "goals.indent" },
  { GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, "goals.outdent" },
  { GDK_KEY_Up, GDK_ALT_MASK, "goals.move-up" },
  { GDK_KEY_Down, GDK_ALT_MASK, "goals.move-down" },
  { GDK_KEY_Delete, 0, "goals.remove" },
  { GDK_KEY_KP_Delete, 0, "goals.remove" },
  { GDK_KEY_d, GDK_CONTROL_MASK, "goals.duplicate" },
  { GDK_KEY_d, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "goals.cascade-down" },
  { GDK_KEY_c, GDK_CONTROL_MASK, "goals.copy" },
  { GDK_KEY_v, GDK_CONTROL_MASK, "goals.paste" },
  { GDK_KEY_Menu, 0, "goals.menu" },
  { GDK_KEY_F10, GDK_SHIFT_MASK, "goals.menu" },
  { GDK_KEY_Right, 0, "goals.expand" },
  { GDK_KEY_Left, 0, "goals.collapse" },
  { GDK_KEY_asterisk, 0, "goals.expand-all" },
  { GDK_KEY_KP_Multiply, 0, "goals.expand-all" },
};

/**
 * tl_goals_view_refuse:
 * @self: the view
 * @heading: what was not done, in header capitals
 * @error: (nullable): why not
 */
void
tl_goals_view_refuse (TlGoalsView  *self,
                      const char   *heading,
                      const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (error != NULL && GTK_IS_WINDOW (root))
    tl_message_show (GTK_WINDOW (root), heading, error->message);
}

/* Returns: (transfer full) (nullable): the selected row, when it is one */
static GtkTreeListRow *
dup_only_row (TlGoalsView *self)
{
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);

  return rows->len == 1 ? g_object_ref (g_ptr_array_index (rows, 0)) : NULL;
}

static void
edit_selected (TlGoalsView     *self,
               TlOutlineColumn  column)
{
  g_autoptr (GtkTreeListRow) row = dup_only_row (self);
  TlGoal *goal = row != NULL ? tl_goals_view_get_goal (self, row) : NULL;

  if (goal != NULL)
    tl_goals_view_edit (self, goal, column);
}

static void
rename_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  edit_selected (TL_GOALS_VIEW (widget), TL_OUTLINE_TITLE);
}

static void
edit_owner_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  edit_selected (TL_GOALS_VIEW (widget), TL_OUTLINE_OWNER);
}

static void
edit_due_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  edit_selected (TL_GOALS_VIEW (widget), TL_OUTLINE_DUE);
}

static void
add_goal (TlGoalsView    *self,
          GtkTreeListRow *above,
          TlParty        *owner)
{
  g_autoptr (GError) error = NULL;
  TlGoal *under = above != NULL ? tl_goals_view_get_goal (self, above) : NULL;
  TlGoal *goal = tl_goal_edits_quick_add (self->document, under, owner, _("New goal"), &error);

  if (goal != NULL)
    tl_goals_view_edit_new (self, goal, above);
  else
    tl_goals_view_refuse (self, _("Nothing Was Added"), error);
}

static void
add_under_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GtkTreeListRow) row = dup_only_row (self);

  add_goal (self, row, NULL);
}

static void
add_beside_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GtkTreeListRow) row = dup_only_row (self);
  TlGoal *goal = row != NULL ? tl_goals_view_get_goal (self, row) : NULL;
  g_autoptr (GtkTreeListRow) above = row != NULL ? gtk_tree_list_row_get_parent (row) : NULL;

  add_goal (self, above, goal != NULL ? tl_goal_get_owner (goal) : NULL);
}

static void
add_first_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  add_goal (TL_GOALS_VIEW (widget), NULL, NULL);
}

/* The selected rows when they all stand under the same goal: only those can go somewhere together. */
static GPtrArray *
dup_siblings (TlGoalsView  *self,
              TlGoal      **above)
{
  GPtrArray *rows = tl_goals_view_dup_selected_rows (self);

  *above = NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      TlGoal *other = tl_goals_view_get_goal_above (self, g_ptr_array_index (rows, i));

      if (i > 0 && other != *above)
        {
          g_ptr_array_set_size (rows, 0);
          break;
        }
      *above = other;
    }

  return rows;
}

static GPtrArray *
dup_goals_of_rows (TlGoalsView *self,
                   GPtrArray   *rows)
{
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      TlGoal *goal = tl_goals_view_get_goal (self, g_ptr_array_index (rows, i));

      if (goal != NULL)
        g_ptr_array_add (goals, g_object_ref (goal));
    }

  return goals;
}

static void
move_to (TlGoalsView    *self,
         GPtrArray      *goals,
         TlGoal         *from,
         GtkTreeListRow *above)
{
  g_autoptr (GError) error = NULL;
  TlGoal *to = above != NULL ? tl_goals_view_get_goal (self, above) : NULL;

  if (!tl_goal_edits_move (self->document, goals, from, to, &error))
    {
      tl_goals_view_refuse (self, _("Nothing Was Moved"), error);
      return;
    }

  tl_goals_view_select_goals (self, goals, above);
}

/* The row before @row that stands under the same goal. */
static GtkTreeListRow *
dup_row_before (TlGoalsView    *self,
                GtkTreeListRow *row)
{
  guint depth = gtk_tree_list_row_get_depth (row);

  for (guint i = gtk_tree_list_row_get_position (row); i-- > 0;)
    {
      g_autoptr (GtkTreeListRow) other = gtk_tree_list_model_get_row (self->tree, i);

      if (gtk_tree_list_row_get_depth (other) < depth)
        return NULL;
      if (gtk_tree_list_row_get_depth (other) == depth)
        return g_steal_pointer (&other);
    }

  return NULL;
}

/* Under the goal that stands before the first of them. */
static void
indent_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  TlGoal *above;
  g_autoptr (GPtrArray) rows = dup_siblings (self, &above);
  g_autoptr (GPtrArray) goals = dup_goals_of_rows (self, rows);
  g_autoptr (GtkTreeListRow) before = NULL;

  if (goals->len == 0)
    return;

  before = dup_row_before (self, g_ptr_array_index (rows, 0));
  if (before == NULL || tl_goals_view_get_goal (self, before) == NULL)
    gtk_widget_error_bell (widget);
  else
    move_to (self, goals, above, before);
}

/* Beside the goal they stand under. */
static void
outdent_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  TlGoal *above;
  g_autoptr (GPtrArray) rows = dup_siblings (self, &above);
  g_autoptr (GPtrArray) goals = dup_goals_of_rows (self, rows);
  g_autoptr (GtkTreeListRow) parent = NULL;
  g_autoptr (GtkTreeListRow) grandparent = NULL;

  if (goals->len == 0 || above == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }

  parent = gtk_tree_list_row_get_parent (g_ptr_array_index (rows, 0));
  grandparent = gtk_tree_list_row_get_parent (parent);
  move_to (self, goals, above, grandparent);
}

/* Moves each of @goals by one among @siblings, those that stand together as one. */
static gboolean
shift (GPtrArray *siblings,
       GPtrArray *goals,
       int        step)
{
  guint place, other;

  for (guint i = 0; i < goals->len; i++)
    {
      gpointer goal = g_ptr_array_index (goals, step < 0 ? i : goals->len - 1 - i);

      if (!g_ptr_array_find (siblings, goal, &place))
        return FALSE;
      if (step < 0 ? place == 0 : place + 1 == siblings->len)
        return FALSE;

      other = place + step;
      siblings->pdata[place] = siblings->pdata[other];
      siblings->pdata[other] = goal;
    }

  return goals->len > 0;
}

static void
move_by (TlGoalsView *self,
         int          step)
{
  TlGoal *above;
  g_autoptr (GPtrArray) rows = dup_siblings (self, &above);
  g_autoptr (GPtrArray) goals = dup_goals_of_rows (self, rows);
  g_autoptr (GPtrArray) siblings = tl_goals_view_dup_goals_under (self, above);
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (!shift (siblings, goals, step))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  parent = gtk_tree_list_row_get_parent (g_ptr_array_index (rows, 0));
  tl_goal_edits_place (self->document, siblings);
  tl_goals_view_select_goals (self, goals, parent);
}

static void
move_up_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  move_by (TL_GOALS_VIEW (widget), -1);
}

static void
move_down_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  move_by (TL_GOALS_VIEW (widget), 1);
}

/* The row that the selection goes to when the selected ones are gone: the next that stays, else the one before. */
static GtkTreeListRow *
dup_row_beside (TlGoalsView *self,
                GPtrArray   *rows,
                GPtrArray   *goals)
{
  GListModel *all = G_LIST_MODEL (self->tree);
  guint last = gtk_tree_list_row_get_position (g_ptr_array_index (rows, rows->len - 1));
  guint first = gtk_tree_list_row_get_position (g_ptr_array_index (rows, 0));
  guint depth = gtk_tree_list_row_get_depth (g_ptr_array_index (rows, rows->len - 1));

  for (guint i = last + 1; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (all, i);

      /* What stands under a removed goal goes with it or stands elsewhere afterwards. */
      if (gtk_tree_list_row_get_depth (row) <= depth &&
          !g_ptr_array_find (goals, tl_goals_view_get_goal (self, row), NULL))
        return g_steal_pointer (&row);
    }

  return first > 0 ? g_list_model_get_item (all, first - 1) : NULL;
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);
  g_autoptr (GtkTreeListRow) beside = NULL;

  if (goals->len == 0)
    return;

  beside = dup_row_beside (self, rows, goals);
  tl_goal_actions_remove (widget, self->document, goals);
  tl_goals_view_sync (self);
  if (beside != NULL && gtk_tree_list_row_get_depth (beside) + gtk_tree_list_row_get_position (beside) > 0)
    tl_goals_view_select_row (self, beside, TRUE);
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->tree)) > 0)
    {
      g_autoptr (GtkTreeListRow) first = gtk_tree_list_model_get_row (self->tree, 0);

      tl_goals_view_select_row (self, first, TRUE);
    }
}

static void
duplicate_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  TlGoal *above;
  g_autoptr (GPtrArray) rows = dup_siblings (self, &above);
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GtkTreeListRow) parent = NULL;

  if (goals->len == 0)
    return;

  parent = rows->len > 0 ? gtk_tree_list_row_get_parent (g_ptr_array_index (rows, 0)) : NULL;
  copies = tl_goal_edits_duplicate (self->document, goals);
  tl_goals_view_select_goals (self, copies, parent);
}

static void
select_position (TlGoalsView *self,
                 guint        position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);

  if (row != NULL)
    tl_goals_view_select_row (self, row, TRUE);
}

/* Unfolds the row; one that is unfolded leads to the first below it. */
static void
expand_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);

  if (rows->len == 1 && gtk_tree_list_row_get_expanded (g_ptr_array_index (rows, 0)))
    {
      guint next = gtk_tree_list_row_get_position (g_ptr_array_index (rows, 0)) + 1;
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, next);

      if (row != NULL &&
          gtk_tree_list_row_get_depth (row) > gtk_tree_list_row_get_depth (g_ptr_array_index (rows, 0)))
        select_position (self, next);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    tl_goals_view_set_expanded (self, g_ptr_array_index (rows, i), TRUE);
}

/* Folds the row up; one that is folded up leads to the one above it. */
static void
collapse_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);

  if (rows->len == 1 && !gtk_tree_list_row_get_expanded (g_ptr_array_index (rows, 0)))
    {
      g_autoptr (GtkTreeListRow) above = gtk_tree_list_row_get_parent (g_ptr_array_index (rows, 0));

      if (above != NULL)
        tl_goals_view_select_row (self, above, TRUE);
      return;
    }

  for (guint i = 0; i < rows->len; i++)
    tl_goals_view_set_expanded (self, g_ptr_array_index (rows, i), FALSE);
}

static void
expand_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tl_goals_view_expand_all (TL_GOALS_VIEW (widget));
}

static void
collapse_all_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  tl_goals_view_collapse_all (TL_GOALS_VIEW (widget));
}

static void
show_line_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);

  if (goals->len != 1)
    return;

  tl_navigator_set_subject (self->navigator, g_ptr_array_index (goals, 0));
  gtk_widget_activate_action (widget, "win.lens", "s", "line-of-sight");
}

/* Sets one of the closed vocabularies for all selected goals, by the nick of its value. */
static void
set_enum (TlGoalsView *self,
          GType        type,
          const char  *property,
          const char  *nick)
{
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *chosen = g_enum_get_value_by_nick (klass, nick);
  g_auto (GValue) value = G_VALUE_INIT;

  if (goals->len == 0 || chosen == NULL)
    return;

  g_value_init (&value, type);
  g_value_set_enum (&value, chosen->value);
  tl_goal_edits_set (self->document, goals, property, &value);
}

static void
set_state_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  set_enum (TL_GOALS_VIEW (widget), TL_TYPE_GOAL_STATE, "state", g_variant_get_string (parameter, NULL));
}

static void
set_facet_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  set_enum (TL_GOALS_VIEW (widget), TL_TYPE_FACET, "facet", g_variant_get_string (parameter, NULL));
}

static void
set_cycle_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  TlEntity *cycle = tl_model_lookup (tl_document_get_model (self->document), g_variant_get_string (parameter, NULL));
  g_auto (GValue) value = G_VALUE_INIT;

  if (goals->len == 0 || (cycle != NULL && !TL_IS_CYCLE (cycle)))
    return;

  g_value_init (&value, TL_TYPE_CYCLE);
  g_value_set_object (&value, cycle);
  tl_goal_edits_set (self->document, goals, "cycle", &value);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  TlGoalsView *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Keys in a cell that is edited, or in the header, are theirs. */
  if (focus == NULL || !g_str_equal (gtk_widget_get_css_name (focus), "row"))
    return GDK_EVENT_PROPAGATE;

  state &= gtk_accelerator_get_default_mod_mask ();
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GdkModifierType modifiers = keys[i].modifiers;

      if (gdk_keyval_to_lower (keyval) != keys[i].keyval)
        continue;
      if (keyval == GDK_KEY_asterisk)
        state &= ~GDK_SHIFT_MASK;
      if (state == modifiers)
        return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
    }

  return GDK_EVENT_PROPAGATE;
}

/* Before the list has them: it takes Left and Right for itself. */
void
tl_goals_view_init_keys (TlGoalsView *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->list), controller);
}

/* Declares what can be done with goals; which of it can be done now is told by tl_goals_view_update_actions(). */
void
tl_goals_view_class_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "goals.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "goals.edit-owner", NULL, edit_owner_cb);
  gtk_widget_class_install_action (widget_class, "goals.edit-due", NULL, edit_due_cb);
  gtk_widget_class_install_action (widget_class, "goals.add-under", NULL, add_under_cb);
  gtk_widget_class_install_action (widget_class, "goals.add-beside", NULL, add_beside_cb);
  gtk_widget_class_install_action (widget_class, "goals.add-first", NULL, add_first_cb);
  gtk_widget_class_install_action (widget_class, "goals.indent", NULL, indent_cb);
  gtk_widget_class_install_action (widget_class, "goals.outdent", NULL, outdent_cb);
  gtk_widget_class_install_action (widget_class, "goals.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "goals.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "goals.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "goals.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "goals.expand", NULL, expand_cb);
  gtk_widget_class_install_action (widget_class, "goals.collapse", NULL, collapse_cb);
  gtk_widget_class_install_action (widget_class, "goals.expand-all", NULL, expand_all_cb);
  gtk_widget_class_install_action (widget_class, "goals.collapse-all", NULL, collapse_all_cb);
  gtk_widget_class_install_action (widget_class, "goals.show-line", NULL, show_line_cb);
  gtk_widget_class_install_action (widget_class, "goals.set-state", "s", set_state_cb);
  gtk_widget_class_install_action (widget_class, "goals.set-facet", "s", set_facet_cb);
  gtk_widget_class_install_action (widget_class, "goals.set-cycle", "s", set_cycle_cb);
}

static void
enable (TlGoalsView       *self,
        const char *const *names,
        gboolean           is_enabled)
{
  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], is_enabled);
}

/* Enables what can be done with what is selected now. */
void
tl_goals_view_update_actions (TlGoalsView *self)
{
  static const char *const of_one[] = {
    "goals.rename", "goals.edit-owner", "goals.edit-due", "goals.add-beside", "goals.cascade-down", NULL,
  };
  static const char *const of_some[] = {
    "goals.indent", "goals.outdent", "goals.remove", "goals.duplicate", "goals.set-state", "goals.set-facet",
    "goals.set-cycle", "goals.set-owner", "goals.carry-over", NULL,
  };
  static const char *const of_order[] = { "goals.move-up", "goals.move-down", NULL };
  static const char *const of_document[] = { "goals.add-under", "goals.add-first", "goals.paste", NULL };
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  guint n_selected = goals->len;
  gboolean is_writable = !tl_document_get_read_only (self->document);
  gboolean is_sorted = tl_outline_get_sort (self->outline, NULL) != TL_OUTLINE_UNSORTED;

  enable (self, of_one, is_writable && n_selected == 1);
  enable (self, of_some, is_writable && n_selected > 0);
  enable (self, of_order, is_writable && n_selected > 0 && !is_sorted);
  enable (self, of_document, is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.show-line", n_selected == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "goals.copy", n_selected > 0);
}
