/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing in the outline: in the cells of a row, and in the line below that adds goals. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-drafts.h"
#include "tl-goal-edits.h"
#include "tl-goals-view-private.h"
#include "tl-quick-line.h"

/* So many frames a row may take until it is on the screen to be written in. */
#define N_TRIES_MAX 30

/* The draft of the line that adds goals belongs to no entity. */
#define QUICK_ADD "quick-add"
#define QUICK_ADD_GOALS "goals"

static const TlOutlineColumn editable[] = { TL_OUTLINE_TITLE, TL_OUTLINE_OWNER, TL_OUTLINE_DUE };

static gboolean
is_new (TlGoalsView   *self,
        TlOutlineItem *item)
{
  return self->new_id != NULL && g_str_equal (self->new_id, tl_outline_item_get_id (item));
}

static gboolean
set_title (TlGoalsView   *self,
           TlOutlineCell *cell,
           TlGoal        *goal,
           const char    *text)
{

  if (*text == '\0')
    {
      tl_outline_cell_refuse (cell, _("A goal needs a title. Press Esc to leave it as it was."));
      return FALSE;
    }

  if (g_strcmp0 (tl_goal_get_title (goal), text) == 0)
    return TRUE;

  tl_document_begin_group (self->document, _("Rename Goal"));
  tl_goal_set_title (goal, text);
  tl_document_finish_group (self->document);
  return TRUE;
}

/* A name is understood as in the quick-add line: by its beginning, as long as it is the only one. */
static gboolean
set_owner (TlGoalsView   *self,
           TlOutlineCell *cell,
           TlGoal        *goal,
           const char    *text)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autofree char *line = g_strdup_printf ("x @%s", text);
  g_autoptr (TlQuickLine) quick = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GValue) value = G_VALUE_INIT;
  TlParty *owner = tl_goal_get_owner (goal);

  if (owner != NULL && g_strcmp0 (tl_party_get_name (owner), text) == 0)
    return TRUE;

  quick = tl_quick_line_parse (tl_document_get_model (self->document), line, tl_date_today (), &error);
  if (quick == NULL || quick->owner == NULL)
    {
      tl_outline_cell_refuse (cell, error != NULL ? error->message : _("Nobody of that name is here."));
      return FALSE;
    }

  if (quick->owner == owner)
    return TRUE;

  g_ptr_array_add (goals, goal);
  g_value_init (&value, TL_TYPE_PARTY);
  g_value_set_object (&value, quick->owner);
  tl_goal_edits_set (self->document, goals, "owner", &value);
  return TRUE;
}

static gboolean
set_due (TlGoalsView   *self,
         TlOutlineCell *cell,
         TlGoal        *goal,
         const char    *text)
{
  TlDate due = *text != '\0' ? tl_quick_date_parse (text, tl_date_today ()) : TL_DATE_NONE;
  g_autofree char *before = tl_date_format (tl_goal_get_due (goal));

  if (g_str_equal (before, text))
    return TRUE;

  if (due == TL_DATE_NONE && *text != '\0')
    {
      tl_outline_cell_refuse (cell, _("This is no date. Write it as 31 Dec or 2026-12-31."));
      return FALSE;
    }

  tl_document_begin_group (self->document, _("Change Due Date"));
  tl_goal_set_due (goal, due);
  tl_document_finish_group (self->document);
  return TRUE;
}

static gboolean
commit_cb (TlGoalsView   *self,
           const char    *written,
           TlOutlineCell *cell)
{
  TlGoal *goal = tl_outline_get_goal (self->outline, tl_outline_cell_get_item (cell));
  g_autofree char *text = g_strstrip (g_strdup (written));

  if (goal == NULL || tl_document_get_read_only (self->document))
    return TRUE;

  switch (tl_outline_cell_get_column (cell))
    {
    case TL_OUTLINE_TITLE:
      return set_title (self, cell, goal, text);

    case TL_OUTLINE_OWNER:
      return set_owner (self, cell, goal, text);

    case TL_OUTLINE_DUE:
      return set_due (self, cell, goal, text);

    case TL_OUTLINE_MEASURES:
    case TL_OUTLINE_ATTAINMENT:
    case TL_OUTLINE_HEALTH:
    default:
      return TRUE;
    }
}

/* The next column that can be edited and is shown; the same one when there is none in that direction. */
static TlOutlineColumn
find_column (TlGoalsView     *self,
             TlOutlineColumn  column,
             int              step)
{
  for (int i = 0; i < (int) G_N_ELEMENTS (editable); i++)
    {
      if (editable[i] != column)
        continue;

      for (int j = i + step; j >= 0 && j < (int) G_N_ELEMENTS (editable); j += step)
        {
          if (gtk_column_view_column_get_visible (self->columns[editable[j]]))
            return editable[j];
        }
    }

  return column;
}

/* Esc in the title of a goal that was made for it takes the goal back, unless something else has been done since. */
static void
forget_new (TlGoalsView   *self,
            TlOutlineItem *item,
            gboolean       is_cancelled)
{
  g_autoptr (GError) error = NULL;

  if (!is_new (self, item))
    return;

  g_clear_pointer (&self->new_id, g_free);
  if (!is_cancelled || tl_document_get_revision (self->document) != self->new_revision)
    return;

  if (!tl_document_undo (self->document, &error))
    tl_goals_view_refuse (self, _("Nothing Was Undone"), error);
}

/* A title that is being written outlives a crash; owner and date are picked from what there is. */
static void
typed_cb (TlGoalsView   *self,
          const char    *text,
          TlOutlineCell *cell)
{
  TlGoal *goal = tl_outline_get_goal (self->outline, tl_outline_cell_get_item (cell));

  if (goal != NULL && tl_outline_cell_get_column (cell) == TL_OUTLINE_TITLE)
    tl_document_keep_draft (self->document, tl_entity_get_id (TL_ENTITY (goal)), "title", text);
}

static void
left_cb (TlGoalsView   *self,
         int            how,
         TlOutlineCell *cell)
{
  g_autoptr (TlOutlineItem) item = g_object_ref (tl_outline_cell_get_item (cell));
  TlOutlineColumn column = tl_outline_cell_get_column (cell);
  TlGoal *goal;

  /* What is written in the cell next time is another step. */
  tl_document_end_typing (self->document);
  if (column == TL_OUTLINE_TITLE)
    forget_new (self, item, how == TL_OUTLINE_LEAVE_CANCEL);

  goal = tl_outline_get_goal (self->outline, item);
  if (goal != NULL && column == TL_OUTLINE_TITLE)
    tl_document_drop_draft (self->document, tl_entity_get_id (TL_ENTITY (goal)), "title");
  if (goal != NULL && (how == TL_OUTLINE_LEAVE_NEXT || how == TL_OUTLINE_LEAVE_PREVIOUS))
    {
      TlOutlineColumn next = find_column (self, column, how == TL_OUTLINE_LEAVE_NEXT ? 1 : -1);

      if (next != column)
        tl_goals_view_edit (self, goal, next);
    }
}

static void
toggle_cb (TlGoalsView   *self,
           TlOutlineCell *cell)
{
  GtkTreeListRow *row = tl_outline_cell_get_row (cell);

  tl_goals_view_set_expanded (self, row, !gtk_tree_list_row_get_expanded (row));
}

/* Takes over what is written in a cell. */
void
tl_goals_view_watch_cell (TlGoalsView   *self,
                          TlOutlineCell *cell)
{
  g_signal_connect_object (cell, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "toggle", G_CALLBACK (toggle_cb), self, G_CONNECT_SWAPPED);
}

static char *
dup_text (TlGoal          *goal,
          TlOutlineColumn  column)
{
  TlParty *owner = tl_goal_get_owner (goal);

  switch (column)
    {
    case TL_OUTLINE_OWNER:
      return g_strdup (owner != NULL && tl_party_get_name (owner) != NULL ? tl_party_get_name (owner) : "");

    case TL_OUTLINE_DUE:
      return tl_date_format (tl_goal_get_due (goal));

    case TL_OUTLINE_TITLE:
    case TL_OUTLINE_MEASURES:
    case TL_OUTLINE_ATTAINMENT:
    case TL_OUTLINE_HEALTH:
    default:
      return g_strdup (tl_goal_get_title (goal) != NULL ? tl_goal_get_title (goal) : "");
    }
}

/* The selected row of the goal, when there is one; else the first. */
static TlOutlineCell *
find_cell_of (TlGoalsView     *self,
              const char      *id,
              TlOutlineColumn  column)
{
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (TlOutlineItem) item = gtk_tree_list_row_get_item (g_ptr_array_index (rows, i));

      if (g_str_equal (tl_outline_item_get_id (item), id))
        return tl_goals_view_find_cell (self, g_ptr_array_index (rows, i), column);
    }

  return NULL;
}

static gboolean
try_pending (TlGoalsView *self)
{
  TlOutlineCell *cell = find_cell_of (self, self->pending_id, self->pending_column);
  TlGoal *goal;
  g_autofree char *text = NULL;

  if (cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (cell)))
    return FALSE;

  goal = tl_outline_get_goal (self->outline, tl_outline_cell_get_item (cell));
  if (goal == NULL || tl_outline_cell_get_editing (cell))
    return TRUE;

  text = dup_text (goal, self->pending_column);
  tl_outline_cell_edit (cell, text);
  return TRUE;
}

static gboolean
try_pending_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);

  if (!try_pending (self) && ++self->pending_tries < N_TRIES_MAX)
    return G_SOURCE_CONTINUE;

  g_clear_pointer (&self->pending_id, g_free);
  self->pending_tick = 0;
  return G_SOURCE_REMOVE;
}

/* Lets somebody write in the cell of a goal whose row is selected, as soon as it is on the screen. */
void
tl_goals_view_edit (TlGoalsView     *self,
                    TlGoal          *goal,
                    TlOutlineColumn  column)
{
  if (tl_document_get_read_only (self->document))
    return;

  g_free (self->pending_id);
  self->pending_id = g_strdup (tl_entity_get_id (TL_ENTITY (goal)));
  self->pending_column = column;
  self->pending_tries = 0;

  if (try_pending (self))
    g_clear_pointer (&self->pending_id, g_free);
  else if (self->pending_tick == 0)
    self->pending_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), try_pending_cb, NULL, NULL);
}

/* Shows a goal that was made a moment ago, and lets somebody give it its title; Esc takes it back. */
void
tl_goals_view_edit_new (TlGoalsView    *self,
                        TlGoal         *goal,
                        GtkTreeListRow *above)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  g_ptr_array_add (goals, goal);
  g_free (self->new_id);
  self->new_id = g_strdup (tl_entity_get_id (TL_ENTITY (goal)));
  self->new_revision = tl_document_get_revision (self->document);
  tl_goals_view_select_goals (self, goals, above);
  tl_goals_view_edit (self, goal, TL_OUTLINE_TITLE);
}

/* The goal that the quick-add line adds to: the selected one, when it is one. */
static TlGoal *
get_under (TlGoalsView *self)
{
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);

  return goals->len == 1 ? g_ptr_array_index (goals, 0) : NULL;
}

static void
quick_add_cb (TlGoalsView *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->quick_add));
  TlGoal *under = get_under (self);
  g_autoptr (GError) error = NULL;
  TlGoal *goal;

  if (*line == '\0')
    return;

  goal = tl_goal_edits_quick_add (self->document, under, NULL, line, &error);
  if (goal == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->quick_add), "error");
      tl_goals_view_refuse (self, _("Nothing Was Added"), error);
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->quick_add), "");
  tl_goals_view_sync (self);
  if (under != NULL)
    {
      g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);

      if (rows->len == 1)
        tl_goals_view_set_expanded (self, g_ptr_array_index (rows, 0), TRUE);
    }
}

/* A line that has not become a goal yet outlives a crash, like a title. */
static void
quick_typed_cb (TlGoalsView *self)
{
  const char *line = gtk_editable_get_text (GTK_EDITABLE (self->quick_add));

  if (*line != '\0')
    tl_document_keep_draft (self->document, QUICK_ADD, QUICK_ADD_GOALS, line);
  else
    tl_document_drop_draft (self->document, QUICK_ADD, QUICK_ADD_GOALS);
  gtk_widget_remove_css_class (GTK_WIDGET (self->quick_add), "error");
}

static gboolean
quick_key_cb (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              gpointer               user_data)
{
  TlGoalsView *self = user_data;

  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  gtk_editable_set_text (GTK_EDITABLE (self->quick_add), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
}

/* What stood in the line when the program was stopped stands there again. */
static void
bring_back_line (TlGoalsView *self)
{
  g_autoptr (GPtrArray) drafts = NULL;

  if (tl_document_get_read_only (self->document))
    return;

  drafts = tl_document_dup_drafts (self->document);
  for (guint i = 0; i < drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (drafts, i);

      if (g_str_equal (draft->entity_id, QUICK_ADD) && g_str_equal (draft->property, QUICK_ADD_GOALS))
        gtk_editable_set_text (GTK_EDITABLE (self->quick_add), draft->text);
    }
}

/* Makes the quick-add line add goals. */
void
tl_goals_view_init_quick_add (TlGoalsView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  bring_back_line (self);
  g_signal_connect_object (self->quick_add, "activate", G_CALLBACK (quick_add_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->quick_add, "changed", G_CALLBACK (quick_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (quick_key_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->quick_add), keys);
}

/* Says in the empty line where a goal would go. */
void
tl_goals_view_update_quick_add (TlGoalsView *self)
{
  TlGoal *under = get_under (self);
  g_autofree char *title = under != NULL ? tl_entity_dup_display_name (TL_ENTITY (under)) : NULL;
  /* Translators: what to write in the line, and with which marks; @ # ! and = are typed as they are here */
  g_autofree char *text =
    title != NULL ? g_strdup_printf (_("Add a goal under “%s”   @owner #work !31 Dec =target"), title)
                  : g_strdup (_("Add an objective   @owner #result !31 Dec =target"));
  g_autofree char *name = title != NULL ? g_strdup_printf (_("Add a goal under “%s”"), title)
                                        : g_strdup (_("Add an objective"));

  gtk_entry_set_placeholder_text (self->quick_add, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->quick_add), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
