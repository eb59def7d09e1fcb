/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one goes in a document: to a person, a goal, a page, wherever that is shown. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-workspace-private.h"

#include "tl-focus.h"

static gboolean
is_card (TlWorkspace *self,
         TlEntity    *entity)
{
  TlScene *scene = tl_canvas_get_scene (tl_lens_view_get_canvas (self->lens_view));

  return scene != NULL && tl_scene_find_card (scene, tl_entity_get_id (entity)) != TL_SCENE_NONE;
}

/* Whether the goal, or a goal of the person, is in the picture */
static gboolean
is_in_picture (TlWorkspace *self,
               TlEntity    *subject)
{
  TlGraph *graph = tl_insight_get_graph (self->insight);
  const guint *goals;
  guint n_goals;

  if (TL_IS_GOAL (subject))
    return is_card (self, subject);

  goals = tl_graph_get_goals_of (graph, TL_PARTY (subject), &n_goals);
  for (guint i = 0; i < n_goals; i++)
    {
      if (is_card (self, TL_ENTITY (tl_graph_get_goal (graph, goals[i]))))
        return TRUE;
    }

  return FALSE;
}

static void
turn_to_subject (TlWorkspace *self,
                 TlEntity    *subject)
{
  if (tl_navigator_get_lens (self->navigator) != TL_LENS_CASCADE)
    tl_navigator_set_subject (self->navigator, subject);
  else if (!is_in_picture (self, subject))
    tl_focus_enter (self->navigator, subject);
  else if (tl_focus_get (self->navigator) != NULL)
    tl_focus_turn_to (self->navigator, subject);
  else
    tl_navigator_set_subject (self->navigator, subject);
}

static void
turn_to_party (TlWorkspace *self,
               TlEntity    *party)
{
  if (tl_navigator_get_lens (self->navigator) == TL_LENS_CASCADE)
    {
      tl_focus_enter (self->navigator, party);
      return;
    }

  tl_navigator_set_lens (self->navigator, TL_LENS_PEOPLE);
  tl_navigator_set_selected (self->navigator, party);
}

/**
 * tl_workspace_begin:
 * @self: a workspace
 * @lens: a lens with a page of its own
 * @action: an action of that page
 *
 * Goes to the lens and begins there what the action begins.
 */
void
tl_workspace_begin (TlWorkspace *self,
                    TlLens       lens,
                    const char  *action)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  tl_navigator_set_lens (self->navigator, lens);
  gtk_widget_activate_action (gtk_stack_get_visible_child (self->lenses), action, NULL);
}

/**
 * tl_workspace_show_cycles:
 * @self: a workspace
 *
 * Shows the cycles, which have their page among the people, and moves the focus there.
 */
void
tl_workspace_show_cycles (TlWorkspace *self)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  tl_navigator_set_lens (self->navigator, TL_LENS_PEOPLE);
  tl_people_view_show_cycles (self->people_view);
}

/**
 * tl_workspace_has_content_focus:
 * @self: a workspace
 *
 * Returns: whether the focus is below the header and beside the lenses
 */
gboolean
tl_workspace_has_content_focus (TlWorkspace *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (TL_IS_WORKSPACE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->content));
}

/**
 * tl_workspace_turn_to:
 * @self: a workspace
 * @id: the identity of a person, a goal, a unit, an organisation or a conversation
 *
 * Makes a person or a goal the subject, selects a unit or an organisation among the people, and opens a conversation.
 * In the whole cascade one stays, and what would not be seen in it is focused upon.  Does nothing when there is no such
 * entity.
 */
void
tl_workspace_turn_to (TlWorkspace *self,
                      const char  *id)
{
  TlEntity *entity;

  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  entity = tl_model_lookup (tl_insight_get_model (self->insight), id);
  if (TL_IS_PERSON (entity) || TL_IS_GOAL (entity))
    turn_to_subject (self, entity);
  else if (TL_IS_PARTY (entity))
    turn_to_party (self, entity);
  else if (TL_IS_CONVERSATION (entity))
    tl_coaching_view_open (self->navigator, TL_CONVERSATION (entity));
}

/**
 * tl_workspace_focus_on:
 * @self: a workspace
 * @id: the identity of a goal, a person, a unit or an organisation
 *
 * Narrows the whole cascade down to it; does nothing when there is no such entity.
 */
void
tl_workspace_focus_on (TlWorkspace *self,
                       const char  *id)
{
  TlEntity *entity;

  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  entity = tl_model_lookup (tl_insight_get_model (self->insight), id);
  if (tl_focus_is_possible (entity))
    tl_focus_enter (self->navigator, entity);
}

/**
 * tl_workspace_select:
 * @self: a workspace
 * @id: the identity of a person or a goal
 *
 * Selects it in the picture; what is not in the picture becomes the subject instead.
 */
void
tl_workspace_select (TlWorkspace *self,
                     const char  *id)
{
  TlScene *scene;
  TlEntity *entity;

  g_return_if_fail (TL_IS_WORKSPACE (self));
  g_return_if_fail (id != NULL);

  entity = tl_model_lookup (tl_insight_get_model (self->insight), id);
  scene = tl_canvas_get_scene (tl_lens_view_get_canvas (self->lens_view));
  if (entity == NULL)
    return;

  if ((tl_navigator_get_lens (self->navigator) == TL_LENS_GOALS && TL_IS_GOAL (entity)) ||
      (scene != NULL && tl_scene_find_card (scene, id) != TL_SCENE_NONE))
    tl_navigator_set_selected (self->navigator, entity);
  else
    tl_workspace_turn_to (self, id);
}
