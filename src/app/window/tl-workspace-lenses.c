/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lenses at the left, with their names or without, and the quiet numbers beside them; and what each of them shows.
 *
 * The pages of goals, people and conversations are made when somebody goes there: a window that opens with a picture would
 * otherwise take a third longer until it is seen.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-workspace-private.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-lists.h"

static GtkWidget *
make_goals_view (TlWorkspace *self)
{
  self->goals_view = g_object_new (TL_TYPE_GOALS_VIEW, NULL);
  tl_goals_view_set_source (self->goals_view, self->document, self->insight, self->navigator);
  tl_goals_view_set_filter (self->goals_view, self->filter);
  g_signal_connect_object (self->goals_view, "goals-selected", G_CALLBACK (tl_workspace_update_details), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->goals_view);
}

static GtkWidget *
make_people_view (TlWorkspace *self)
{
  self->people_view = g_object_new (TL_TYPE_PEOPLE_VIEW, NULL);
  tl_people_view_set_source (self->people_view, self->document, self->insight, self->navigator);
  return GTK_WIDGET (self->people_view);
}

static GtkWidget *
make_coaching_view (TlWorkspace *self)
{
  self->coaching_view = g_object_new (TL_TYPE_COACHING_VIEW, NULL);
  tl_coaching_view_set_source (self->coaching_view, self->document, self->insight, self->navigator);
  tl_coaching_view_set_narrow (self->coaching_view, self->is_narrow);
  return GTK_WIDGET (self->coaching_view);
}

/* Shows what the lens shows.  Each is a page of its own, but for the two that are pictures. */
void
tl_workspace_show_lens (TlWorkspace *self)
{
  static const struct
  {
    const char *page;
    GtkWidget *(*make) (TlWorkspace *self);
  } pages[TL_N_LENSES] = {
    [TL_LENS_LINE_OF_SIGHT] = { "picture" },
    [TL_LENS_CASCADE] = { "picture" },
    [TL_LENS_GOALS] = { "goals", make_goals_view },
    [TL_LENS_PEOPLE] = { "people", make_people_view },
    [TL_LENS_COACHING] = { "coaching", make_coaching_view },
  };

  TlLens lens = tl_navigator_get_lens (self->navigator);

  if (gtk_stack_get_child_by_name (self->lenses, pages[lens].page) == NULL)
    gtk_stack_add_named (self->lenses, pages[lens].make (self), pages[lens].page);
  gtk_stack_set_visible_child_name (self->lenses, pages[lens].page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_bar), lens != TL_LENS_PEOPLE && lens != TL_LENS_COACHING);
}

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
  if (self->coaching_view != NULL)
    tl_coaching_view_set_narrow (self->coaching_view, is_narrow);
  tl_lens_view_set_narrow (self->lens_view, is_narrow);
  gtk_widget_set_size_request (self->navigation, is_narrow ? 56 : 200, -1);
  tl_workspace_update_reminders (self);
  tl_workspace_update_subject (self);
}
