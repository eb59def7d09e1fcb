/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside a lens: the words about its subject, or the details of what is selected, or nothing. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-workspace-private.h"

/* What stands beside the picture: the words of the subject, or the details of what is selected. */
void
tl_workspace_show_side (TlWorkspace *self,
                        const char  *page)
{
  if (g_str_equal (page, "words") && tl_sentences_view_is_empty (self->sentences))
    page = "details";

  self->is_showing_side = TRUE;
  gtk_stack_set_visible_child_name (self->side_stack, page);
  self->is_showing_side = FALSE;
}

/* Back to what somebody chose to see beside the picture, which is the words unless they chose otherwise.  Beside the
 * outline one looks at goal after goal. */
void
tl_workspace_show_chosen_side (TlWorkspace *self)
{
  gboolean is_outline = tl_navigator_get_lens (self->navigator) == TL_LENS_GOALS;

  tl_workspace_show_side (self, self->wants_details || is_outline ? "details" : "words");
}

void
tl_workspace_side_changed_cb (TlWorkspace *self)
{
  const char *page = gtk_stack_get_visible_child_name (self->side_stack);

  g_assert (TL_IS_WORKSPACE (self));

  if (!self->is_showing_side)
    self->wants_details = g_strcmp0 (page, "details") == 0;
}

void
tl_workspace_update_words (TlWorkspace *self)
{
  GtkStackPage *page = gtk_stack_get_page (self->side_stack, GTK_WIDGET (self->sentences));

  tl_sentences_view_show (self->sentences, self->insight, tl_navigator_get_subject (self->navigator));
  self->is_showing_side = TRUE;
  gtk_stack_page_set_visible (page, !tl_sentences_view_is_empty (self->sentences));
  self->is_showing_side = FALSE;
  gtk_widget_set_visible (self->side_tabs, !tl_sentences_view_is_empty (self->sentences));
}

/**
 * tl_workspace_has_side:
 * @self: a workspace
 *
 * Returns: whether there can be words or details beside the lens.  The page of a person has all the details of that
 *   person, and while nobody is chosen there is nothing to tell.
 */
gboolean
tl_workspace_has_side (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), FALSE);

  switch (tl_navigator_get_lens (self->navigator))
    {
    case TL_LENS_LINE_OF_SIGHT:
    case TL_LENS_CASCADE:
      return tl_lens_view_has_picture (self->lens_view);

    case TL_LENS_GOALS:
      return TRUE;

    case TL_LENS_PEOPLE:
    case TL_LENS_COACHING:
      return FALSE;
    }

  g_assert_not_reached ();
}

/* A GtkPaned of 4.8 goes on taking the presses where its handle was when there is nothing beside it any more: a strip in
 * which no button and no card could be clicked. */
static void
set_handle_drags (GtkWidget *paned,
                  gboolean   drags)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (paned);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller, drags ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

void
tl_workspace_update_side (TlWorkspace *self)
{
  gboolean is_shown;

  g_assert (TL_IS_WORKSPACE (self));

  is_shown = self->wants_side && tl_workspace_has_side (self);
  gtk_widget_set_visible (self->side, is_shown);
  set_handle_drags (gtk_widget_get_ancestor (self->side, GTK_TYPE_PANED), is_shown);
}

/**
 * tl_workspace_set_show_side:
 * @self: a workspace
 * @is_shown: whether the words and the details stand beside the picture, as long as there is one
 */
void
tl_workspace_set_show_side (TlWorkspace *self,
                            gboolean     is_shown)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  self->wants_side = is_shown;
  tl_workspace_update_side (self);
}

/**
 * tl_workspace_swap_side:
 * @self: a workspace
 *
 * Shows the words instead of the details, or the other way round.
 */
void
tl_workspace_swap_side (TlWorkspace *self)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  self->wants_details = g_str_equal (gtk_stack_get_visible_child_name (self->side_stack), "words");
  tl_workspace_show_chosen_side (self);
}

/**
 * tl_workspace_get_text:
 * @self: a workspace
 *
 * Returns: (transfer none) (nullable): the line of sight in words, as plain text
 */
const char *
tl_workspace_get_text (TlWorkspace *self)
{
  g_return_val_if_fail (TL_IS_WORKSPACE (self), NULL);

  return tl_sentences_view_is_empty (self->sentences) ? NULL : tl_sentences_view_get_text (self->sentences);
}
