/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The details of what is selected: they follow the model, and leave whoever is typing alone. */

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tl-check-in-row.h"
#include "tl-conversation-edits.h"
#include "tl-details-pane.h"
#include "tl-field-row.h"
#include "tl-field-text.h"
#include "tl-goal-edits.h"
#include "tl-goal-origins.h"
#include "tl-link-row.h"
#include "tl-measure-card.h"
#include "tl-readings-table.h"
#include "view-fixture.h"

typedef struct
{
  TlDocument    *document;
  TlInsight     *insight;
  TlGoal        *goal;
  TlGoal        *other;
  GtkWidget     *window;
  TlDetailsPane *pane;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->document = create_document ("Details");
  fixture->goal = add_goal_of_all (fixture->document, "Grow revenue");
  fixture->other = add_goal_of_all (fixture->document, "Keep customers");
  g_assert_true (tl_document_flush (fixture->document, NULL));
  fixture->insight = tl_insight_new (tl_document_get_model (fixture->document));

  fixture->window = gtk_window_new ();
  fixture->pane = g_object_new (TL_TYPE_DETAILS_PANE, NULL);
  tl_details_pane_set_source (fixture->pane, fixture->document, fixture->insight);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_object (&fixture->insight);
  discard_document (&fixture->document);
}

static void
show (Fixture *fixture,
      gpointer entity)
{
  tl_details_pane_show (fixture->pane, entity, TRUE);
}

static void
test_each_kind (Fixture       *fixture,
                gconstpointer  user_data)
{
  TlPerson *person = tl_person_new ();
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();

  tl_party_set_name (TL_PARTY (person), "Inès Moreau");
  tl_person_set_organisation (person, tl_model_get_organisation (tl_document_get_model (fixture->document)));
  tl_document_add (fixture->document, TL_ENTITY (person));
  g_object_unref (person);
  tl_goal_set_owner (fixture->other, TL_PARTY (person));
  g_ptr_array_add (goals, fixture->goal);
  g_ptr_array_add (goals, fixture->other);

  show (fixture, fixture->goal);
  show (fixture, person);
  tl_details_pane_show_several (fixture->pane, goals);
  show (fixture, fixture->other);
  show (fixture, NULL);
}

/* A goal that came from a conversation leads there, and one that came from two to both. */
static void
test_origins (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (TlPerson) person = tl_person_new ();
  GtkWidget *origins;

  tl_party_set_name (TL_PARTY (person), "Inès Moreau");
  tl_person_set_organisation (person, tl_model_get_organisation (tl_document_get_model (fixture->document)));
  tl_document_add (fixture->document, TL_ENTITY (person));
  show (fixture, fixture->goal);
  origins = find_child (GTK_WIDGET (fixture->pane), TL_TYPE_GOAL_ORIGINS);
  g_assert_false (gtk_widget_get_visible (origins));

  for (guint n = 1; n <= 2; n++)
    {
      TlConversation *conversation =
        tl_conversation_edits_start (fixture->document, person, NULL, NULL, NULL, NULL);
      GtkWidget *button;

      tl_conversation_set_date (conversation, tl_date_new (2026, 3, n));
      for (guint i = 0; i < 2; i++)
        tl_statement_set_goal (tl_conversation_edits_add (fixture->document, conversation, "sell", TL_FACET_WORK, FALSE,
                                                          TL_BENEFICIARY_UNSET, NULL), fixture->goal);
      show (fixture, fixture->goal);
      g_assert_true (gtk_widget_get_visible (origins));
      button = n == 1 ? gtk_widget_get_first_child (origins)
                      : gtk_widget_get_next_sibling (gtk_widget_get_first_child (origins));
      g_assert_true (button == gtk_widget_get_last_child (origins));
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)))), ==,
                       n == 1 ? "From the conversation with \u2068Inès Moreau\u2069 on 1 Mar 2026"
                              : "From the conversation with \u2068Inès Moreau\u2069 on 2 Mar 2026");
    }

  show (fixture, fixture->other);
  g_assert_false (gtk_widget_get_visible (origins));
}

/* What changes elsewhere takes neither the focus nor the letters. */
static void
test_typing_stays (Fixture       *fixture,
                   gconstpointer  user_data)
{
  GtkWidget *focus;
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;

  show (fixture, fixture->goal);
  tl_details_pane_edit (fixture->pane);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  gtk_text_buffer_set_text (buffer, "Grow it", -1);

  tl_goal_set_category (fixture->goal, "growth");
  tl_goal_edits_add_measure (fixture->document, fixture->goal);
  tl_document_connect (fixture->document, fixture->goal, fixture->other, NULL);
  tl_document_flush (fixture->document, NULL);
  show (fixture, fixture->goal);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
  g_object_get (buffer, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Grow it");
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow revenue");
}

/* What has been typed for one goal goes to that one when another is selected. */
static void
test_selecting_another (Fixture       *fixture,
                        gconstpointer  user_data)
{
  GtkWidget *focus;

  show (fixture, fixture->goal);
  tl_details_pane_edit (fixture->pane);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus)), "Grow it", -1);
  show (fixture, fixture->other);
  g_assert_cmpstr (tl_goal_get_title (fixture->goal), ==, "Grow it");
  g_assert_cmpstr (tl_goal_get_title (fixture->other), ==, "Keep customers");
}

/* Rows stay the widgets they are, also when undo brings another object for the same row. */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  user_data)
{
  TlMeasure *first = tl_goal_edits_add_measure (fixture->document, fixture->goal);
  GtkWidget *card;

  show (fixture, fixture->goal);
  card = find_child (GTK_WIDGET (fixture->pane), TL_TYPE_MEASURE_CARD);
  g_assert_nonnull (card);

  tl_goal_edits_add_measure (fixture->document, fixture->goal);
  show (fixture, fixture->goal);
  g_assert_true (find_child (GTK_WIDGET (fixture->pane), TL_TYPE_MEASURE_CARD) == card);

  tl_document_remove (fixture->document, TL_ENTITY (first));
  g_assert_true (tl_document_undo (fixture->document, NULL));
  show (fixture, fixture->goal);
  g_assert_true (find_child (GTK_WIDGET (fixture->pane), TL_TYPE_MEASURE_CARD) == card);

  while (tl_document_can_undo (fixture->document) && find_child (GTK_WIDGET (fixture->pane), TL_TYPE_MEASURE_CARD) != NULL)
    {
      g_assert_true (tl_document_undo (fixture->document, NULL));
      if (tl_model_lookup (tl_document_get_model (fixture->document), tl_entity_get_id (TL_ENTITY (fixture->goal))) == NULL)
        break;
      show (fixture, fixture->goal);
    }
  g_assert_null (find_child (GTK_WIDGET (fixture->pane), TL_TYPE_MEASURE_CARD));
}

/* Today's reading takes a number and Enter. */
static void
test_add_reading (Fixture       *fixture,
                  gconstpointer  user_data)
{
  TlMeasure *measure = tl_goal_edits_add_measure (fixture->document, fixture->goal);
  g_autoptr (GPtrArray) readings = NULL;
  GtkWidget *table;
  GtkWidget *entry;

  show (fixture, fixture->goal);
  table = find_child (GTK_WIDGET (fixture->pane), TL_TYPE_READINGS_TABLE);
  g_assert_nonnull (table);
  entry = find_child (table, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "much");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "much");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1,250");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");

  readings = tl_entity_dup_referrers (TL_ENTITY (measure), TL_TYPE_READING, "measure");
  g_assert_cmpuint (readings->len, ==, 1);
  g_assert_cmpfloat (tl_reading_get_value (readings->pdata[0]), ==, 1250);
  g_assert_cmpuint (tl_reading_get_date (readings->pdata[0]), ==, tl_date_today ());
}

static void
test_many (Fixture       *fixture,
           gconstpointer  user_data)
{
  TlMeasure *measure = NULL;
  int minimum;

  tl_document_begin_group (fixture->document, "Many");
  for (guint i = 0; i < 12; i++)
    measure = tl_goal_edits_add_measure (fixture->document, fixture->goal);
  for (guint i = 0; i < 200; i++)
    tl_reading_set_date (tl_goal_edits_add_reading (fixture->document, measure, i), tl_date_new (2026, 1, 1) + i);
  tl_goal_edits_add_check_in (fixture->document, fixture->goal, 60);
  tl_document_add_tension (fixture->document, fixture->goal, fixture->other, NULL);
  tl_document_end_group (fixture->document, NULL);

  show (fixture, fixture->goal);
  g_assert_nonnull (find_child (GTK_WIDGET (fixture->pane), TL_TYPE_CHECK_IN_ROW));
  g_assert_nonnull (find_child (GTK_WIDGET (fixture->pane), TL_TYPE_LINK_ROW));

  /* It has to leave 600 pixels to the picture on a screen of 1024. */
  gtk_widget_measure (GTK_WIDGET (fixture->pane), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static guint
count_link_rows (GtkWidget *widget)
{
  guint n_rows = TL_IS_LINK_ROW (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_rows += count_link_rows (child);

  return n_rows;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 &&
      gtk_widget_get_visible (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

/* The number of the row of a link that has the focus, among all of them; -1 when none has */
static int
find_focused_row (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, TL_TYPE_LINK_ROW) : NULL;
  int place = -1;

  for (; row != NULL; row = gtk_widget_get_prev_sibling (row))
    place++;

  return place;
}

/* A goal that thousands help does not make thousands of rows; whoever asks for more goes on at the first of them. */
static void
test_many_helpers (Fixture       *fixture,
                   gconstpointer  user_data)
{
  tl_document_begin_group (fixture->document, "Many");
  for (guint i = 0; i < 75; i++)
    {
      TlGoal *helper = add_goal_of_all (fixture->document, "Help");

      g_assert_nonnull (tl_document_connect (fixture->document, helper, fixture->goal, NULL));
    }
  tl_document_end_group (fixture->document, NULL);

  show (fixture, fixture->goal);
  g_assert_cmpuint (count_link_rows (GTK_WIDGET (fixture->pane)), ==, 20);
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->pane), "Show 55 More"), "clicked");
  g_assert_cmpint (find_focused_row (GTK_WIDGET (fixture->pane)), ==, 20);
  g_assert_cmpuint (count_link_rows (GTK_WIDGET (fixture->pane)), ==, 70);
  g_signal_emit_by_name (find_button (GTK_WIDGET (fixture->pane), "Show 5 More"), "clicked");
  g_assert_cmpint (find_focused_row (GTK_WIDGET (fixture->pane)), ==, 70);
  g_assert_cmpuint (count_link_rows (GTK_WIDGET (fixture->pane)), ==, 75);

  show (fixture, fixture->other);
  show (fixture, fixture->goal);
  g_assert_cmpuint (count_link_rows (GTK_WIDGET (fixture->pane)), ==, 20);
}

static void
add_test (const char *path,
          void (*test) (Fixture       *fixture,
                        gconstpointer  user_data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add_test ("/details/each-kind", test_each_kind);
  add_test ("/details/origins", test_origins);
  add_test ("/details/typing-stays", test_typing_stays);
  add_test ("/details/selecting-another", test_selecting_another);
  add_test ("/details/rows-stay", test_rows_stay);
  add_test ("/details/add-reading", test_add_reading);
  add_test ("/details/many", test_many);
  add_test ("/details/many-helpers", test_many_helpers);

  return g_test_run ();
}
