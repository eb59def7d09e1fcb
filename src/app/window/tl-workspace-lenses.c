/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lenses at the left: with their names or without, and the quiet numbers beside them. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-lists.h"

/* With how many people it is time to look again: a number beside the lens, and no alarm */
void
tl_workspace_update_reminders (TlWorkspace *self)
{
  guint n_due = tl_conversation_lists_count_due (tl_document_get_model (self->document), tl_date_today ());
  g_autofree char *count = g_strdup_printf ("%u", n_due);
  g_autofree char *words = NULL;

  gtk_label_set_label (self->coaching_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->coaching_count), n_due > 0 && !self->is_narrow);

  words = n_due == 0 ? g_strdup (_("Coaching"))
                     /* Translators: what stands for those who cannot see the number beside the lens */
                     : g_strdup_printf (ngettext ("Coaching, %u conversation to look at again",
                                                  "Coaching, %u conversations to look at again", n_due), n_due);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->coaching_button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * tl_workspace_set_narrow:
 * @self: a workspace
 * @is_narrow: whether the lenses are to be shown by their icons only, to leave room for the picture
 */
void
tl_workspace_set_narrow (TlWorkspace *self,
                         gboolean     is_narrow)
{
  g_return_if_fail (TL_IS_WORKSPACE (self));

  if (self->is_narrow == is_narrow)
    return;

  self->is_narrow = is_narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->sight_label), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->cascade_label), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->goals_label), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->people_label), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->coaching_label), !is_narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->organisation), !is_narrow);
  tl_saved_mark_set_narrow (self->saved_mark, is_narrow);
  tl_coaching_view_set_narrow (self->coaching_view, is_narrow);
  tl_lens_view_set_narrow (self->lens_view, is_narrow);
  gtk_widget_set_size_request (self->navigation, is_narrow ? 56 : 200, -1);
  tl_workspace_update_reminders (self);
  tl_workspace_update_subject (self);
}
