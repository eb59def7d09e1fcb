/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The dialog in which statements become goals: what it offers, what it says, what it does. */

#include "config.h"

#include <adwaita.h>

#include "tl-into-goals-dialog.h"
#include "tl-into-goals.h"
#include "tl-into-row.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument     *document;
  TlModel        *model;
  TlPerson       *ada;
  TlConversation *conversation;
  GtkWidget      *window;
  GtkWidget      *dialog;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->document = create_document ("Lumen");
  fixture->model = tl_document_get_model (fixture->document);
  fixture->ada = tl_person_new ();
  tl_party_set_name (TL_PARTY (fixture->ada), "Ada");
  tl_person_set_organisation (fixture->ada, tl_model_get_organisation (fixture->model));
  tl_document_add (fixture->document, TL_ENTITY (fixture->ada));
  fixture->conversation = tl_conversation_edits_start (fixture->document, fixture->ada, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

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
  g_clear_object (&fixture->ada);
  discard_document (&fixture->document);
}

static TlStatement *
say (Fixture    *fixture,
     const char *text,
     TlFacet     facet)
{
  return tl_conversation_edits_add (fixture->document, fixture->conversation, text, facet, FALSE, TL_BENEFICIARY_UNSET,
                                    NULL);
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (tl_model_get_list (fixture->model, type));
}

static void
present (Fixture *fixture)
{
  fixture->dialog = tl_into_goals_dialog_present (gtk_window_get_child (GTK_WINDOW (fixture->window)), fixture->document,
                                                  fixture->conversation);
  settle ();
}

/* A child of the template by its id */
static GtkWidget *
get_part (GtkWidget  *widget,
          GType       type,
          const char *id)
{
  GObject *part = gtk_widget_get_template_child (widget, type, id);

  g_assert_nonnull (part);
  return GTK_WIDGET (part);
}

static GtkWidget *
get_row (Fixture *fixture,
         guint    index)
{
  GtkWidget *row =
    gtk_widget_get_first_child (get_part (fixture->dialog, TL_TYPE_INTO_GOALS_DIALOG, "rows"));

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static const char *
get_text (GtkWidget  *widget,
          GType       type,
          const char *id)
{
  return gtk_label_get_label (GTK_LABEL (get_part (widget, type, id)));
}

static void
assert_summary (Fixture    *fixture,
                const char *summary)
{
  g_assert_cmpstr (get_text (fixture->dialog, TL_TYPE_INTO_GOALS_DIALOG, "summary"), ==, summary);
}

static void
set_into (Fixture *fixture,
          guint    row,
          guint    selected)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (get_part (get_row (fixture, row), TL_TYPE_INTO_ROW, "into")), selected);
  settle ();
}

static gboolean
can_add (Fixture *fixture)
{
  GtkWidget *button = get_part (fixture->dialog, TL_TYPE_INTO_GOALS_DIALOG, "add");

  return gtk_widget_is_sensitive (button);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  TlStatement *work = say (fixture, "visit every client", TL_FACET_WORK);
  TlStatement *impact = say (fixture, "help the client decide", TL_FACET_IMPACT);
  g_autoptr (GError) error = NULL;

  tl_statement_set_agreed (work, TRUE);
  tl_statement_set_due (work, tl_date_new (2026, 12, 1));
  g_assert_nonnull (tl_conversation_edits_connect (fixture->document, work, impact, FALSE, &error));
  present (fixture);

  /* The agreed work is suggested to become a goal of the person, and what it is for another. */
  g_assert_cmpstr (get_text (get_row (fixture, 0), TL_TYPE_INTO_ROW, "text"), ==, "visit every client");
  g_assert_cmpstr (get_text (get_row (fixture, 0), TL_TYPE_INTO_ROW, "target_label"), ==, "Owned by \u2068Ada\u2069");
  g_assert_true (gtk_widget_get_visible (get_part (get_row (fixture, 1), TL_TYPE_INTO_ROW, "target")));
  assert_summary (fixture, "To be added: 2 goals and 1 contribution");
  set_into (fixture, 1, 2);
  g_assert_false (gtk_widget_get_visible (get_part (get_row (fixture, 1), TL_TYPE_INTO_ROW, "target")));
  assert_summary (fixture, "To be added: 1 goal");
  set_into (fixture, 1, 0);
  g_assert_true (can_add (fixture));

  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  gtk_widget_activate_action (fixture->dialog, "into.add", NULL);
  settle ();
  g_assert_null (fixture->dialog);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 2);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 1);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add to the Cascade");
}

/* Which goal has to be said before anything can be added, and can be taken back. */
static void
test_existing (Fixture       *fixture,
               gconstpointer  data)
{
  TlStatement *work = say (fixture, "phone around", TL_FACET_WORK);
  GtkWidget *problem;

  add_goal_of_all (fixture->document, "Something else entirely");
  tl_statement_set_agreed (work, TRUE);
  present (fixture);
  problem = get_part (fixture->dialog, TL_TYPE_INTO_GOALS_DIALOG, "problem");
  g_assert_true (can_add (fixture));
  g_assert_false (gtk_widget_get_visible (problem));
  set_into (fixture, 0, 1);
  g_assert_false (can_add (fixture));
  g_assert_true (gtk_widget_get_visible (problem));
  g_assert_cmpstr (get_text (get_row (fixture, 0), TL_TYPE_INTO_ROW, "target_label"), ==, "Choose a Goal…");
  set_into (fixture, 0, 2);
  g_assert_false (can_add (fixture));
  g_assert_false (gtk_widget_get_visible (problem));
  assert_summary (fixture, "Nothing will be added yet");
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

/* A goal in similar words is suggested, can be declined, and can be taken again. */
static void
test_similar (Fixture       *fixture,
              gconstpointer  data)
{
  TlGoal *goal = add_goal_of_all (fixture->document, "Grow the account revenue");
  TlStatement *result = say (fixture, "grow account revenue", TL_FACET_RESULT);
  GtkWidget *suggestion;

  present (fixture);
  suggestion = get_part (get_row (fixture, 0), TL_TYPE_INTO_ROW, "suggestion");
  g_assert_cmpstr (get_text (get_row (fixture, 0), TL_TYPE_INTO_ROW, "target_label"), ==, "Grow the account revenue");
  g_assert_false (gtk_widget_get_visible (suggestion));
  assert_summary (fixture, "Nothing is added; what was said is linked with its goals");

  set_into (fixture, 0, 0);
  g_assert_cmpstr (get_text (get_row (fixture, 0), TL_TYPE_INTO_ROW, "target_label"), ==, "Owned by \u2068Ada\u2069");
  g_assert_true (gtk_widget_get_visible (suggestion));
  assert_summary (fixture, "To be added: 1 goal");
  g_signal_emit_by_name (suggestion, "clicked");
  settle ();
  g_assert_false (gtk_widget_get_visible (suggestion));

  gtk_widget_activate_action (fixture->dialog, "into.add", NULL);
  settle ();
  g_assert_true (tl_statement_get_goal (result) == goal);
  present (fixture);
  assert_summary (fixture, "All that is chosen here is in the cascade already");
  g_assert_false (can_add (fixture));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 1);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  present (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (
                     GTK_STACK (get_part (fixture->dialog, TL_TYPE_INTO_GOALS_DIALOG, "stack"))), ==, "empty");
  g_assert_false (can_add (fixture));
  gtk_window_close (GTK_WINDOW (fixture->dialog));
}

static void
test_forty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (300, 'w');

  say (fixture, long_text, TL_FACET_WORK);
  for (guint i = 1; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("statement %u", i);

      say (fixture, text, i % 4);
    }
  present (fixture);
  for (guint i = 0; i < 40; i++)
    {
      g_assert_nonnull (get_row (fixture, i));
      set_into (fixture, i, 0);
    }
  assert_summary (fixture, "To be added: 40 goals");

  /* However long the words, the dialog keeps its size. */
  g_assert_cmpint (gtk_widget_get_width (fixture->dialog), <=, 1024);
  gtk_widget_activate_action (fixture->dialog, "into.add", NULL);
  settle ();
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, function) \
  g_test_add ("/app/into-goals-dialog/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("add", test_add);
  ADD ("existing", test_existing);
  ADD ("similar", test_similar);
  ADD ("empty", test_empty);
  ADD ("forty", test_forty);
#undef ADD

  return g_test_run ();
}
