/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dragging goals: onto another one, which they then help (with Ctrl beside what they help already), or between two, to
 * give them another place.  Indenting, Alt+Up and Alt+Down, and copying are the same for the keyboard.
 *
 * A drop that would make a loop is not refused while one drags, as then nobody would be told why.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-goal-edits.h"
#include "tl-goals-view-private.h"

typedef enum
{
  DROP_BEFORE,
  DROP_INTO,
  DROP_AFTER,
} DropPlace;

static const char *const classes[] = { "drop-before", "drop-into", "drop-after" };

static void
mark_line (TlGoalsView *self,
           GtkWidget   *line,
           DropPlace    place)
{
  if (self->drop_line != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        gtk_widget_remove_css_class (self->drop_line, classes[i]);
    }

  g_set_weak_pointer (&self->drop_line, line);
  if (line != NULL)
    gtk_widget_add_css_class (line, classes[place]);
}

/* Between rows only where they stand in the order that people gave them. */
static gboolean
has_places (TlGoalsView *self)
{
  return tl_outline_get_sort (self->outline, NULL) == TL_OUTLINE_UNSORTED &&
         tl_outline_get_n_matches (self->outline) == tl_outline_get_n_goals (self->outline);
}

static TlOutlineCell *
find_target (TlGoalsView *self,
             double       x,
             double       y,
             DropPlace   *place)
{
  TlOutlineCell *cell = tl_goals_view_pick (self, x, y);
  GtkWidget *line = cell != NULL ? tl_outline_cell_get_line (cell) : NULL;
  double line_y;
  int height;

  *place = DROP_INTO;
  if (line == NULL || !has_places (self))
    return cell;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->list), line, x, y, NULL, &line_y);
  height = gtk_widget_get_height (line);
  if (line_y < height / 4.0)
    *place = DROP_BEFORE;
  else if (line_y > height * 3.0 / 4.0 && !gtk_tree_list_row_get_expanded (tl_outline_cell_get_row (cell)))
    *place = DROP_AFTER;

  return cell;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       user_data)
{
  TlGoalsView *self = user_data;
  TlOutlineCell *cell = tl_goals_view_pick (self, x, y);
  GtkTreeListRow *row;

  if (cell == NULL || tl_outline_cell_get_editing (cell) || tl_document_get_read_only (self->document))
    return NULL;

  row = tl_outline_cell_get_row (cell);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), gtk_tree_list_row_get_position (row)))
    tl_goals_view_select_row (self, row, TRUE);

  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = tl_goals_view_dup_selected_rows (self);
  return gdk_content_provider_new_typed (TL_TYPE_GOALS_VIEW, self);
}

/* What is dragged is shown as its title. */
static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gpointer       user_data)
{
  TlGoalsView *self = user_data;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (self->dragged->len == 1)
    {
      TlGoal *goal = tl_goals_view_get_goal (self, g_ptr_array_index (self->dragged, 0));

      text = goal != NULL ? tl_entity_dup_display_name (TL_ENTITY (goal)) : g_strdup ("");
    }
  else
    {
      text = g_strdup_printf (ngettext ("%u goal", "%u goals", self->dragged->len), self->dragged->len);
    }

  label = gtk_label_new (text);
  gtk_widget_add_css_class (label, "dragged-goals");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       is_moved,
             gpointer       user_data)
{
  TlGoalsView *self = user_data;

  mark_line (self, NULL, DROP_INTO);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
}

/* With Ctrl the platform leaves only copying. */
static GdkDragAction
get_action (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  return drop == NULL || (gdk_drop_get_actions (drop) & GDK_ACTION_MOVE) != 0 ? GDK_ACTION_MOVE : GDK_ACTION_COPY;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           gpointer       user_data)
{
  TlGoalsView *self = user_data;
  DropPlace place;
  TlOutlineCell *cell = find_target (self, x, y, &place);

  mark_line (self, cell != NULL ? tl_outline_cell_get_line (cell) : NULL, place);
  return cell != NULL && self->dragged != NULL ? get_action (target) : 0;
}

static void
leave_cb (GtkDropTarget *target,
          gpointer       user_data)
{
  mark_line (user_data, NULL, DROP_INTO);
}

/* Each goal is taken from the one that its row stood under. */
static gboolean
move_dragged (TlGoalsView  *self,
              TlGoal       *to,
              gboolean      keeps_others,
              GPtrArray    *moved,
              GError      **error)
{
  for (guint i = 0; i < self->dragged->len; i++)
    {
      TlGoal *goal = tl_goals_view_get_goal (self, g_ptr_array_index (self->dragged, i));
      TlGoal *from = tl_goals_view_get_goal_above (self, g_ptr_array_index (self->dragged, i));
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      if (goal == NULL || goal == to)
        continue;

      g_ptr_array_add (moved, goal);
      if (from == to)
        continue;

      g_ptr_array_add (one, goal);
      if (!tl_goal_edits_move (self->document, one, keeps_others ? NULL : from, to, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts @moved before or after @goal among those under @above. */
static void
place_beside (TlGoalsView *self,
              GPtrArray   *moved,
              TlGoal      *goal,
              TlGoal      *above,
              DropPlace    place)
{
  g_autoptr (GPtrArray) siblings = NULL;
  guint at;

  tl_goals_view_sync (self);
  siblings = tl_goals_view_dup_goals_under (self, above);
  for (guint i = 0; i < moved->len; i++)
    g_ptr_array_remove (siblings, g_ptr_array_index (moved, i));

  if (!g_ptr_array_find (siblings, goal, &at))
    return;

  for (guint i = 0; i < moved->len; i++)
    g_ptr_array_insert (siblings, at + (place == DROP_AFTER) + i, g_ptr_array_index (moved, i));
  tl_goal_edits_place (self->document, siblings);
}

static gboolean
drop_on (TlGoalsView    *self,
         GtkTreeListRow *row,
         DropPlace       place,
         gboolean        keeps_others)
{
  g_autoptr (GtkTreeListRow) above = place == DROP_INTO ? g_object_ref (row) : gtk_tree_list_row_get_parent (row);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  TlGoal *goal = tl_goals_view_get_goal (self, row);
  TlGoal *to = above != NULL ? tl_goals_view_get_goal (self, above) : NULL;

  if (goal == NULL)
    return FALSE;

  tl_document_begin_group (self->document, self->dragged->len == 1 ? _("Move Goal") : _("Move Goals"));
  if (!move_dragged (self, to, keeps_others, moved, &error))
    {
      tl_document_cancel_group (self->document);
      tl_goals_view_sync (self);
      tl_goals_view_refuse (self, _("Nothing Was Moved"), error);
      return FALSE;
    }

  if (place != DROP_INTO && !g_ptr_array_find (moved, goal, NULL))
    place_beside (self, moved, goal, to, place);
  tl_document_finish_group (self->document);
  if (moved->len > 0)
    tl_goals_view_select_goals (self, moved, above);
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  TlGoalsView *self = user_data;
  DropPlace place;
  TlOutlineCell *cell = find_target (self, x, y, &place);
  g_autoptr (GtkTreeListRow) row = cell != NULL ? g_object_ref (tl_outline_cell_get_row (cell)) : NULL;

  mark_line (self, NULL, DROP_INTO);
  if (row == NULL || self->dragged == NULL || g_value_get_object (value) != self)
    return FALSE;

  return drop_on (self, row, place, get_action (target) == GDK_ACTION_COPY);
}

/* Lets rows be dragged, and dropped on each other. */
void
tl_goals_view_init_drag (TlGoalsView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TL_TYPE_GOALS_VIEW, GDK_ACTION_MOVE | GDK_ACTION_COPY);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}
