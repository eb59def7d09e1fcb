/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copying goals and pasting them.
 *
 * What is copied is text that a spreadsheet understands, so that it can go anywhere; and beside it, for this program,
 * which goals they were, so that pasting them here makes copies with all that belongs to them.  One line of text from
 * elsewhere becomes a goal as in the quick-add line; a table goes through the import, which shows it first.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-goal-edits.h"
#include "tl-goals-view-private.h"
#include "tl-import.h"
#include "tl-outline-words.h"
#include "tl-window.h"
#include "tl-words.h"

/* Which goals of which document, as data of what is on the clipboard */
#define COPIED "tl-copied-goals"

typedef struct
{
  char  *document;      /* the identity */
  GStrv  ids;
} CopiedGoals;

static void
copied_goals_free (gpointer data)
{
  CopiedGoals *copied = data;

  g_free (copied->document);
  g_strfreev (copied->ids);
  g_free (copied);
}

/* A cell of a table: no tabs, no lines. */
static void
append_cell (GString    *text,
             const char *value,
             char        end)
{
  for (const char *c = value != NULL ? value : ""; *c != '\0'; c++)
    g_string_append_c (text, *c == '\t' || *c == '\n' || *c == '\r' ? ' ' : *c);
  g_string_append_c (text, end);
}

static char *
write_table (TlGoalsView *self,
             GPtrArray   *goals)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\t%s\t%s\t%s\n", _("Title"), _("Owner"), _("Measures"), _("Due"));
  for (guint i = 0; i < goals->len; i++)
    {
      TlGoal *goal = g_ptr_array_index (goals, i);
      g_autofree char *owner = tl_words_of_owner (tl_goal_get_owner (goal));
      g_autofree char *measures = tl_outline_words_of_measures (self->insight, (guint) tl_graph_find (graph, goal));
      g_autofree char *due = tl_outline_words_of_due (goal);

      append_cell (text, tl_goal_get_title (goal), '\t');
      append_cell (text, owner, '\t');
      append_cell (text, measures, '\t');
      append_cell (text, due, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  g_autoptr (GPtrArray) goals = tl_goals_view_dup_selected_goals (self);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GdkContentProvider) content = NULL;
  g_autofree char *text = NULL;
  CopiedGoals *copied;

  if (goals->len == 0)
    return;

  for (guint i = 0; i < goals->len; i++)
    g_strv_builder_add (ids, tl_entity_get_id (g_ptr_array_index (goals, i)));

  text = write_table (self, goals);
  content = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  copied = g_new0 (CopiedGoals, 1);
  copied->document = g_strdup (tl_document_get_id (self->document));
  copied->ids = g_strv_builder_end (ids);
  g_object_set_data_full (G_OBJECT (content), COPIED, copied, copied_goals_free);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

/* The selected row when it is one: what is pasted goes under it. */
static GtkTreeListRow *
dup_row_for_paste (TlGoalsView *self)
{
  g_autoptr (GPtrArray) rows = tl_goals_view_dup_selected_rows (self);

  return rows->len == 1 ? g_object_ref (g_ptr_array_index (rows, 0)) : NULL;
}

static GPtrArray *
find_goals (TlGoalsView       *self,
            const CopiedGoals *copied)
{
  GPtrArray *goals = g_ptr_array_new ();

  for (guint i = 0; copied->ids[i] != NULL; i++)
    {
      TlEntity *entity = tl_model_lookup (tl_document_get_model (self->document), copied->ids[i]);

      if (TL_IS_GOAL (entity))
        g_ptr_array_add (goals, entity);
    }

  return goals;
}

static gboolean
is_in (GPtrArray *goals,
       TlGoal    *goal)
{
  return g_ptr_array_find (goals, goal, NULL);
}

/* A copy helps what its pattern did, and those that are copied with it; it is to help @to instead. */
static gboolean
hang_under (TlGoalsView  *self,
            GPtrArray    *copies,
            TlGoal       *to,
            GError      **error)
{
  for (guint i = 0; i < copies->len; i++)
    {
      TlGoal *copy = g_ptr_array_index (copies, i);
      g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (copy), TL_TYPE_CONTRIBUTION, "from");
      gboolean is_within = FALSE;

      for (guint j = 0; j < links->len; j++)
        {
          if (is_in (copies, tl_contribution_get_to (g_ptr_array_index (links, j))))
            is_within = TRUE;
          else
            tl_document_remove (self->document, g_ptr_array_index (links, j));
        }

      if (!is_within && to != NULL && tl_document_connect (self->document, copy, to, error) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
paste_goals (TlGoalsView       *self,
             const CopiedGoals *copied)
{
  g_autoptr (GPtrArray) goals = find_goals (self, copied);
  g_autoptr (GtkTreeListRow) above = dup_row_for_paste (self);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GError) error = NULL;

  if (goals->len == 0)
    return;

  tl_document_begin_group (self->document, goals->len == 1 ? _("Paste Goal") : _("Paste Goals"));
  copies = tl_goal_edits_duplicate (self->document, goals);
  if (!hang_under (self, copies, above != NULL ? tl_goals_view_get_goal (self, above) : NULL, &error))
    {
      tl_document_cancel_group (self->document);
      tl_goals_view_refuse (self, _("Nothing Was Pasted"), error);
      return;
    }
  tl_document_finish_group (self->document);

  tl_goals_view_select_goals (self, copies, above);
}

/* Each line is a goal, as in the quick-add line; all of them are one step. */
static void
paste_lines (TlGoalsView *self,
             const char  *text)
{
  g_autoptr (GtkTreeListRow) above = dup_row_for_paste (self);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  TlGoal *under = above != NULL ? tl_goals_view_get_goal (self, above) : NULL;

  tl_document_begin_group (self->document, _("Paste Goals"));
  for (guint i = 0; lines[i] != NULL && error == NULL; i++)
    {
      TlGoal *goal = NULL;

      if (*g_strstrip (lines[i]) != '\0')
        goal = tl_goal_edits_quick_add (self->document, under, NULL, lines[i], &error);
      if (goal != NULL)
        g_ptr_array_add (goals, goal);
    }

  if (error != NULL)
    {
      tl_document_cancel_group (self->document);
      tl_goals_view_refuse (self, _("Nothing Was Pasted"), error);
      return;
    }
  tl_document_finish_group (self->document);

  tl_goals_view_select_goals (self, goals, above);
}

/* A table shows what would come of it before anything is changed.  Its goals stand under the one that is selected,
 * but for those that name a parent of their own. */
static void
paste_table (TlGoalsView *self,
             const char  *text)
{
  g_autoptr (GtkTreeListRow) above = dup_row_for_paste (self);
  TlGoal *under = above != NULL ? tl_goals_view_get_goal (self, above) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TlImport) import = tl_import_prepare_text (self->document, text, under, NULL, NULL, &error);

  if (import != NULL)
    tl_window_show_import (GTK_WIDGET (self), import);
  else
    tl_goals_view_refuse (self, _("Nothing Was Pasted"), error);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (TlGoalsView) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || self->outline == NULL)
    return;

  /* What a table or an outline begins with may be an empty cell. */
  g_strchomp (text);
  if (*text == '\0')
    return;

  if (strchr (text, '\t') == NULL)
    paste_lines (self, text);
  else
    paste_table (self, text);
}

static void
paste_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlGoalsView *self = TL_GOALS_VIEW (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentProvider *content = gdk_clipboard_get_content (clipboard);
  const CopiedGoals *copied = content != NULL ? g_object_get_data (G_OBJECT (content), COPIED) : NULL;

  if (copied != NULL && g_strcmp0 (copied->document, tl_document_get_id (self->document)) == 0)
    paste_goals (self, copied);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, g_object_ref (self));
}

/* Declares copying and pasting. */
void
tl_goals_view_class_add_clip (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "goals.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "goals.paste", NULL, paste_cb);
}
