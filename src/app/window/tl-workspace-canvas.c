/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What hands do in the picture, and what becomes of it in the document: several goals selected together, and lines
 * drawn from goal to goal.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-goal-edits.h"
#include "tl-undo-toast.h"
#include "tl-window.h"
#include "tl-workspace-private.h"

static TlGoal *
find_goal (TlWorkspace *self,
           const char  *id)
{
  TlEntity *entity = tl_model_lookup (tl_document_get_model (self->document), id);

  return TL_IS_GOAL (entity) ? TL_GOAL (entity) : NULL;
}

static GPtrArray *
find_goals (TlWorkspace       *self,
            const char *const *ids)
{
  GPtrArray *goals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      TlGoal *goal = find_goal (self, ids[i]);

      if (goal != NULL)
        g_ptr_array_add (goals, g_object_ref (goal));
    }

  return goals;
}

static char *
check_connection_cb (TlWorkspace       *self,
                     const char *const *from,
                     const char        *to)
{
  g_autoptr (GPtrArray) goals = find_goals (self, from);
  g_autoptr (GError) error = NULL;
  TlGoal *goal = find_goal (self, to);

  g_assert (TL_IS_WORKSPACE (self));

  if (goal == NULL || goals->len == 0)
    return g_strdup (_("This goal is no longer there."));
  if (tl_goal_edits_can_connect (self->document, goals, goal, &error))
    return NULL;

  return g_strdup (error->message);
}

static char *
describe_connection (GPtrArray *goals,
                     TlGoal    *to)
{
  g_autofree char *helped = tl_entity_dup_display_name (TL_ENTITY (to));
  g_autofree char *helper = tl_entity_dup_display_name (g_ptr_array_index (goals, 0));

  if (goals->len == 1)
    /* Translators: the titles of a goal that helps and of the one that is helped */
    return g_strdup_printf (_("“%s” helps “%s” now"), helper, helped);

  /* Translators: how many goals help, and the title of the one that is helped */
  return g_strdup_printf (ngettext ("%u goal helps “%s” now", "%u goals help “%s” now", goals->len), goals->len, helped);
}

static gboolean
connect_cards_cb (TlWorkspace       *self,
                  const char *const *from,
                  const char        *to)
{
  g_autoptr (GPtrArray) goals = find_goals (self, from);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TlGoal *goal = find_goal (self, to);

  g_assert (TL_IS_WORKSPACE (self));

  if (goal == NULL || goals->len == 0)
    return FALSE;

  text = describe_connection (goals, goal);
  if (!tl_goal_edits_connect (self->document, goals, goal, &error))
    {
      tl_window_show_error (GTK_WIDGET (self), _("Nothing Was Connected"), error);
      return FALSE;
    }

  tl_undo_toast_show (GTK_WIDGET (self), self->document, text);
  return TRUE;
}

static gboolean
is_picture (TlWorkspace *self)
{
  TlLens lens = tl_navigator_get_lens (self->navigator);

  return lens == TL_LENS_LINE_OF_SIGHT || lens == TL_LENS_CASCADE;
}

/* Tells the actions for goals, and the details, what is selected in the picture. */
static void
selection_changed_cb (TlWorkspace *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  g_assert (TL_IS_WORKSPACE (self));

  if (is_picture (self))
    ids = tl_canvas_dup_selection (tl_lens_view_get_canvas (self->lens_view));
  tl_goal_actions_set_picture (self->goal_actions, ids);
  tl_workspace_update_details (self);
}

static void
connect_with_cb (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  tl_canvas_start_connecting (tl_lens_view_get_canvas (self->lens_view));
}

static char *
find_successor_cb (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  return is_picture (self) ? tl_canvas_dup_successor (tl_lens_view_get_canvas (self->lens_view)) : NULL;
}

static void
update_can_connect (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  tl_canvas_set_can_connect (tl_lens_view_get_canvas (self->lens_view), !tl_document_get_read_only (self->document));
}

/* The goals that are selected together in the lens; one or none when it is not several */
GPtrArray *
tl_workspace_dup_several (TlWorkspace *self)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (tl_navigator_get_lens (self->navigator) == TL_LENS_GOALS && self->goals_view != NULL)
    return tl_goals_view_dup_selected_goals (self->goals_view);
  if (!is_picture (self))
    return g_ptr_array_new ();

  ids = tl_canvas_dup_selection (tl_lens_view_get_canvas (self->lens_view));
  g_ptr_array_add (ids, NULL);
  return find_goals (self, (const char *const *) ids->pdata);
}

/* Connects the picture with the document, once there is one and what can be done with its goals. */
void
tl_workspace_init_canvas (TlWorkspace *self)
{
  TlCanvas *canvas = tl_lens_view_get_canvas (self->lens_view);

  tl_canvas_set_can_select_many (canvas, TRUE);
  update_can_connect (self);
  g_signal_connect_object (self->document, "notify::read-only", G_CALLBACK (update_can_connect), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "check-connection", G_CALLBACK (check_connection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "connect-cards", G_CALLBACK (connect_cards_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (canvas, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->navigator, "moved", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goal_actions, "connect-with", G_CALLBACK (connect_with_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goal_actions, "find-successor", G_CALLBACK (find_successor_cb), self,
                           G_CONNECT_SWAPPED);
}
