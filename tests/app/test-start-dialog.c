/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before a conversation: with whom, which may be somebody who is not in the document yet. */

#include "config.h"

#include <adwaita.h>

#include "tl-conversation.h"
#include "tl-party-edits.h"
#include "tl-start-dialog.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument *document;
  GtkWidget  *window;
  GtkWidget  *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->document = create_document ("Lumen");

  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), adw_toast_overlay_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  discard_document (&fixture->document);
}

static void
present (Fixture *fixture)
{
  fixture->dialog = GTK_WIDGET (tl_start_dialog_present (gtk_window_get_child (GTK_WINDOW (fixture->window)),
                                                         fixture->document, NULL));
  settle ();
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *id)
{
  return GTK_WIDGET (gtk_widget_get_template_child (fixture->dialog, TL_TYPE_START_DIALOG, id));
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (tl_model_get_list (tl_document_get_model (fixture->document), type));
}

/* A name is enough, and the person and the conversation are one step. */
static void
test_newcomer (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *newcomer;

  present (fixture);
  newcomer = get_part (fixture, "newcomer");
  g_assert_true (gtk_widget_get_visible (newcomer));
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "person_row")));
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "start_button")));
  gtk_editable_set_text (GTK_EDITABLE (newcomer), "   ");
  g_assert_false (gtk_widget_get_sensitive (get_part (fixture, "start_button")));

  gtk_editable_set_text (GTK_EDITABLE (newcomer), " Mara Lindqvist ");
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "start_button")));
  g_assert_true (gtk_widget_activate_action (fixture->dialog, "start.conversation", NULL));
  settle ();
  g_assert_cmpuint (count (fixture, TL_TYPE_PERSON), ==, 1);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 1);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Start Conversation");

  g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpuint (count (fixture, TL_TYPE_PERSON), ==, 0);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 0);
}

/* Whoever is the only one there is chosen already. */
static void
test_only_person (Fixture       *fixture,
                  gconstpointer  data)
{
  TlPerson *ada = tl_party_edits_add_person (fixture->document, "Ada", NULL, NULL, NULL);
  g_autoptr (GPtrArray) conversations = NULL;

  present (fixture);
  g_assert_false (gtk_widget_get_visible (get_part (fixture, "newcomer")));
  g_assert_true (gtk_widget_get_sensitive (get_part (fixture, "start_button")));
  gtk_widget_activate_action (fixture->dialog, "start.conversation", NULL);
  settle ();
  conversations = tl_person_dup_conversations (ada);
  g_assert_cmpuint (conversations->len, ==, 1);
  g_assert_cmpuint (count (fixture, TL_TYPE_PERSON), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/start-dialog/newcomer", Fixture, NULL, set_up, test_newcomer, tear_down);
  g_test_add ("/start-dialog/only-person", Fixture, NULL, set_up, test_only_person, tear_down);

  return g_test_run ();
}
