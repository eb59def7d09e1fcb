/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the programs that look at views share: a document in a folder of its own, the main loop, and finding widgets */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-goal.h"
#include "tl-insight.h"

G_BEGIN_DECLS

/* Waits, and gives up after a minute: some machines are slow. */
#define wait_until(condition)                                                                                  \
  G_STMT_START                                                                                                 \
  {                                                                                                            \
    gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;                                                \
    while (!(condition) && g_get_monotonic_time () < end)                                                      \
      g_main_context_iteration (NULL, FALSE);                                                                  \
    g_assert_true (condition);                                                                                 \
  }                                                                                                            \
  G_STMT_END

static inline void
stop_waiting_cb (gboolean *is_waiting)
{
  *is_waiting = FALSE;
}

/* Until the views have heard that the model has changed */
static inline void
wait_for_change (TlInsight *insight)
{
  gboolean is_waiting = TRUE;
  gulong id = g_signal_connect_swapped (insight, "changed", G_CALLBACK (stop_waiting_cb), &is_waiting);

  while (is_waiting)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (insight, id);
}

/* Until everything that has changed has been heard of */
static inline void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* The first widget of a type below another, in the order of the keyboard; NULL when there is none */
static inline gpointer
find_child (GtkWidget *widget,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* A document in a folder of its own, for discard_document() */
static inline TlDocument *
create_document (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tl-view-XXXXXX", &error);
  g_autoptr (GFile) file = NULL;
  TlDocument *document;

  g_assert_no_error (error);
  file = g_file_new_build_filename (folder, "View.throughline", NULL);
  document = tl_document_create (file, name, &error);
  g_assert_no_error (error);
  return document;
}

/* A goal of the organisation */
static inline TlGoal *
add_goal_of_all (TlDocument *document,
                 const char *title)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, TL_PARTY (tl_model_get_organisation (tl_document_get_model (document))));
  tl_document_add (document, TL_ENTITY (goal));
  return goal;
}

/* Closes *@document and removes it, with its folder. */
static inline void
discard_document (TlDocument **document)
{
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (*document));
  g_autoptr (GFile) folder = g_file_get_parent (file);

  tl_document_close (*document, NULL);
  g_clear_object (document);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

G_END_DECLS
