/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The coaching lens in a window, with a document of one person, for the programs that look at it */

#pragma once

#include <adwaita.h>

#include "tl-coaching-view.h"
#include "tl-conversation-edits.h"
#include "tl-conversation-page-private.h"
#include "tl-party-edits.h"
#include "tl-question-view-private.h"
#include "view-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  TlDocument     *document;
  TlModel        *model;
  TlInsight      *insight;
  TlNavigator    *navigator;
  TlPerson       *ines;
  GtkWidget      *window;
  TlCoachingView *view;
} Fixture;

/* The lens with whatever document there is */
static inline void
show (Fixture *fixture)
{
  fixture->model = tl_document_get_model (fixture->document);
  fixture->insight = tl_insight_new (fixture->model);
  fixture->navigator = tl_navigator_new (fixture->model);
  fixture->window = gtk_window_new ();
  fixture->view = g_object_new (TL_TYPE_COACHING_VIEW, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  tl_coaching_view_set_source (fixture->view, fixture->document, fixture->insight, fixture->navigator);
  tl_navigator_set_lens (fixture->navigator, TL_LENS_COACHING);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1200, 700);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
}

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = create_document ("Lumen");
  fixture->ines = tl_party_edits_add_person (fixture->document, "Ines", NULL, NULL, &error);
  g_assert_no_error (error);

  show (fixture);
  tl_navigator_set_subject (fixture->navigator, TL_ENTITY (fixture->ines));
  settle ();
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->navigator);
  g_clear_object (&fixture->insight);
  discard_document (&fixture->document);
}

static inline gpointer
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *child;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline TlConversationPage *
get_page (Fixture *fixture)
{
  return find_widget (GTK_WIDGET (fixture->view), TL_TYPE_CONVERSATION_PAGE);
}

static inline TlQuestionView *
get_question (Fixture *fixture)
{
  return get_page (fixture)->question;
}

static inline TlConversation *
start (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TlConversation *conversation = tl_conversation_edits_start (fixture->document, fixture->ines, NULL, "Bjørn", NULL,
                                                              &error);

  g_assert_no_error (error);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.open", "s",
                              tl_entity_get_id (TL_ENTITY (conversation)));
  settle ();
  return conversation;
}

static inline void
type (Fixture    *fixture,
      const char *text)
{
  TlQuestionView *question = get_question (fixture);

  tl_field_text_set_text (TL_FIELD_TEXT (question->answer), text);
  g_signal_emit_by_name (question->answer, "typed");
}

static inline void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_question (fixture)), action, NULL));
  settle ();
}

static inline void
answer (Fixture    *fixture,
        const char *text)
{
  type (fixture, text);
  act (fixture, "question.keep");
}

static inline TlStatement *
find_statement (Fixture    *fixture,
                const char *text)
{
  GListModel *statements = tl_model_get_list (fixture->model, TL_TYPE_STATEMENT);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (TlStatement) statement = g_list_model_get_item (statements, i);

      if (g_strcmp0 (tl_statement_get_text (statement), text) == 0)
        return statement;
    }

  return NULL;
}

static inline guint
count (Fixture *fixture,
       GType    of_type)
{
  return g_list_model_get_n_items (tl_model_get_list (fixture->model, of_type));
}

static inline void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

G_END_DECLS
