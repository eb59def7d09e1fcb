/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The details beside a lens: which are shown, and how the keyboard gets into them. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-workspace-private.h"

/* Shows the details of what is selected, or of the subject while nothing is. */
void
tl_workspace_update_details (TlWorkspace *self)
{
  g_autoptr (GPtrArray) several = tl_workspace_dup_several (self);
  TlEntity *selected = tl_navigator_get_selected (self->navigator);

  g_assert (TL_IS_WORKSPACE (self));

  if (several->len > 1)
    {
      tl_details_pane_show_several (self->details, several);
      return;
    }

  if (selected == NULL)
    selected = tl_navigator_get_subject (self->navigator);
  if (selected != NULL && !TL_IS_PERSON (selected) && !TL_IS_GOAL (selected))
    selected = NULL;

  tl_details_pane_show (self->details, selected,
                        selected != tl_navigator_get_subject (self->navigator));
}

/* Whoever wants to edit wants to see the details, folded as they may be. */
static void
unfold_details (TlWorkspace *self)
{
  tl_workspace_update_details (self);
  if (!self->wants_side)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.details-visible", NULL);
  tl_workspace_show_side (self, "details");
}

static void
edit_cb (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  unfold_details (self);
  tl_details_pane_edit (self->details);
}

static void
connect_cb (TlWorkspace *self)
{
  g_assert (TL_IS_WORKSPACE (self));

  unfold_details (self);
  tl_details_pane_connect (self->details);
}

/* Connects the details with what is selected, once there is a document. */
void
tl_workspace_init_details (TlWorkspace *self)
{
  tl_details_pane_set_source (self->details, self->document, self->insight);
  g_signal_connect_object (self->navigator, "notify::selected", G_CALLBACK (tl_workspace_update_details), self,
                           G_CONNECT_SWAPPED);
  self->goal_actions = tl_goal_actions_new (GTK_WIDGET (self), self->document, self->navigator);
  g_signal_connect_object (self->goal_actions, "edit", G_CALLBACK (edit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->goal_actions, "connect", G_CALLBACK (connect_cb), self, G_CONNECT_SWAPPED);
}
