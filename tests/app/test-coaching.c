/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The coaching lens with a document: a conversation from its first question on, and what is left of it. */

#include "config.h"

#include "coaching-view-fixture.h"
#include "tl-conversation-lists.h"
#include "tl-drafts.h"
#include "tl-statement-link.h"
#include "tl-statement-pane.h"

/* What a statement leaves open is said beside it, until it is there. */
static void
test_specificity (Fixture       *fixture,
                  gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  TlStatement *work;
  TlStatementPane *pane;
  GtkLabel *lacks;

  work = tl_conversation_edits_add (fixture->document, conversation, "Visit three clients",
                                    TL_FACET_WORK, FALSE, TL_BENEFICIARY_UNSET, NULL);
  pane = get_page (fixture)->statement_pane;
  tl_statement_pane_show (pane, work);
  lacks = GTK_LABEL (gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (pane))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (lacks)));
  g_assert_cmpstr (gtk_label_get_label (lacks), ==, "It does not say yet who does it, and by when.");

  tl_statement_set_who (work, "Ines");
  tl_statement_set_due (work, tl_date_new (2027, 1, 31));
  tl_statement_pane_show (pane, work);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (lacks)));
}

/* A Result brings up the question for the Impact that leads to it, and the answer is linked with it. */
static void
test_conversation (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *first = NULL;
  TlStatement *result;
  TlStatement *impact;
  g_autoptr (TlStatementLink) link = NULL;

  start (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_page (fixture)->talk), ==, "question");
  first = g_strdup (tl_question_view_get_key (get_question (fixture)));
  g_assert_cmpstr (first, ==, "success");

  answer (fixture, "grow account revenue");
  result = find_statement (fixture, "grow account revenue");
  g_assert_nonnull (result);
  g_assert_cmpint (tl_statement_get_facet (result), ==, TL_FACET_RESULT);
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), !=, first);
  g_assert_nonnull (strstr (gtk_label_get_label (get_question (fixture)->text), "grow account revenue"));
  g_assert_cmpstr (tl_question_view_name_sort (get_question (fixture)), ==, "impact");

  answer (fixture, "help the client forge a bond with their customers");
  impact = find_statement (fixture, "help the client forge a bond with their customers");
  g_assert_nonnull (impact);
  g_assert_cmpint (tl_statement_get_facet (impact), ==, TL_FACET_IMPACT);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 1);
  link = g_list_model_get_item (tl_model_get_list (fixture->model, TL_TYPE_STATEMENT_LINK), 0);
  g_assert_true (tl_statement_link_get_from (link) == impact);
  g_assert_true (tl_statement_link_get_to (link) == result);
}

/* The person decides: what was chosen stays, whatever the words suggest afterwards. */
static void
test_choice_overrules (Fixture       *fixture,
                       gconstpointer  data)
{
  start (fixture);
  type (fixture, "grow account revenue");
  tl_question_view_finish_sorting (get_question (fixture));
  g_assert_cmpstr (tl_question_view_name_sort (get_question (fixture)), ==, "result");
  g_assert_cmpstr (gtk_label_get_label (get_question (fixture)->suggestion_words), !=, "");

  gtk_widget_activate_action (GTK_WIDGET (get_question (fixture)), "question.sort", "s", "work");
  type (fixture, "grow account revenue every month");
  tl_question_view_finish_sorting (get_question (fixture));
  g_assert_cmpstr (tl_question_view_name_sort (get_question (fixture)), ==, "work");
  act (fixture, "question.keep");
  g_assert_cmpint (tl_statement_get_facet (find_statement (fixture, "grow account revenue every month")), ==,
                   TL_FACET_WORK);

  /* A choice is for one answer. */
  g_assert_false (get_question (fixture)->has_chosen);
}

/* Asked once more, the question has an empty line and no reason under it; what was said last stands before the rest,
 * in whichever column. */
static void
test_asked_once_more (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char *const answers[] = { "grow account revenue", "deliver the plan" };
  static const char *const sorts[] = { "work", "result" };
  const char *first;
  const char *second;

  start (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      type (fixture, answers[i]);
      tl_question_view_finish_sorting (get_question (fixture));
      gtk_widget_activate_action (GTK_WIDGET (get_question (fixture)), "question.sort", "s", sorts[i]);
      act (fixture, "question.keep-more");
      g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, "success");
      g_assert_cmpstr (gtk_label_get_label (get_question (fixture)->suggestion_words), ==, "");
      g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_question (fixture)->suggestion_icon)));
    }

  first = strstr (gtk_label_get_label (get_question (fixture)->so_far), answers[1]);
  second = strstr (gtk_label_get_label (get_question (fixture)->so_far), answers[0]);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first < second);
}

static void
test_empty_answer (Fixture       *fixture,
                   gconstpointer  data)
{
  start (fixture);
  answer (fixture, "   ");
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 0);
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, "success");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_question (fixture)->problem)));

  /* It is no longer said once there is something. */
  type (fixture, "grow");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_question (fixture)->problem)));
}

static void
test_long_and_many (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *words = g_strnfill (2000, 'a');
  int one_line;
  int many_lines;

  start (fixture);
  for (guint i = 100; i < 2000; i += 100)
    words[i] = ' ';

  /* Once the answer fills its lines, it grows no more. */
  gtk_widget_measure (get_question (fixture)->answer, GTK_ORIENTATION_VERTICAL, 400, NULL, &one_line, NULL, NULL);
  type (fixture, words);
  gtk_widget_measure (get_question (fixture)->answer, GTK_ORIENTATION_VERTICAL, 400, NULL, &many_lines, NULL, NULL);
  g_assert_cmpint (many_lines, >, one_line);
  g_assert_cmpint (many_lines, <, 7 * one_line);
  answer (fixture, words);
  g_assert_nonnull (find_statement (fixture, words));

  for (guint i = 0; i < 39; i++)
    {
      g_autofree char *text = g_strdup_printf ("deliver the plan number %u", i);

      if (get_question (fixture)->question == NULL || get_question (fixture)->question->answer != TL_ANSWER_STATEMENT)
        tl_question_view_ask (get_question (fixture), "success");
      answer (fixture, text);
    }
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 40);
}

/* What is being typed belongs to its question, and is there again when one comes back to it. */
static void
test_draft (Fixture       *fixture,
            gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  const char *id = tl_entity_get_id (TL_ENTITY (conversation));
  g_autofree char *kept = NULL;
  g_autofree char *shown = NULL;

  type (fixture, "half a thou");
  kept = tl_document_dup_draft (fixture->document, id, TL_QUESTION_DRAFT "success");
  g_assert_cmpstr (kept, ==, "half a thou");

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.leave", NULL);
  settle ();
  g_assert_null (tl_navigator_get_page (fixture->navigator));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.open", "s", id);
  settle ();
  shown = tl_question_view_dup_answer (get_question (fixture));
  g_assert_cmpstr (shown, ==, "half a thou");

  answer (fixture, "grow");
  g_free (kept);
  kept = tl_document_dup_draft (fixture->document, id, TL_QUESTION_DRAFT "success");
  g_assert_null (kept);
}

/* A conversation that was left stands at the same question when it is opened again. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  g_autofree char *key = NULL;

  answer (fixture, "grow account revenue");
  act (fixture, "question.skip");
  key = g_strdup (tl_question_view_get_key (get_question (fixture)));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.leave", NULL);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.open", "s",
                              tl_entity_get_id (TL_ENTITY (conversation)));
  settle ();
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, key);
}

/* Back looks at what was asked before, and is no edit; skipping is one. */
static void
test_back_and_skip (Fixture       *fixture,
                    gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  g_autofree char *second = NULL;
  guint64 revision;

  act (fixture, "question.back");
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, "success");

  answer (fixture, "grow account revenue");
  second = g_strdup (tl_question_view_get_key (get_question (fixture)));
  revision = tl_document_get_revision (fixture->document);
  act (fixture, "question.back");
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, "success");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_question (fixture)->so_far)));
  act (fixture, "question.skip");
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, second);
  g_assert_true (tl_document_get_revision (fixture->document) == revision);

  act (fixture, "question.skip");
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), !=, second);
  g_assert_cmpstr (tl_conversation_get_skipped (conversation), ==, second);

  /* What was skipped comes back when somebody asks for it. */
  gtk_widget_activate_action (GTK_WIDGET (get_question (fixture)), "question.ask", "s", second);
  settle ();
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, second);
  g_assert_null (tl_conversation_get_skipped (conversation));
}

static void
test_undo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  start (fixture);
  answer (fixture, "grow account revenue");
  tl_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 0);
  g_assert_cmpstr (tl_question_view_get_key (get_question (fixture)), ==, "success");

  /* The conversation itself goes as well, and the list is there. */
  tl_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_null (tl_navigator_get_page (fixture->navigator));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));

  tl_document_redo (fixture->document, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
}

static void
test_person_removed (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  start (fixture);
  answer (fixture, "grow account revenue");
  tl_document_remove (fixture->document, TL_ENTITY (fixture->ines));
  settle ();
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 0);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));

  tl_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));
  g_assert_nonnull (find_statement (fixture, "grow account revenue"));
}

/* The conversation goes while nobody looks, or a moment before a key is pressed that is about it. */
static void
test_gone_meanwhile (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const actions[] = { "finish", "resume", "into-cascade", "worksheet", "remove" };

  g_autoptr (GError) error = NULL;
  TlConversationPage *page;

  start (fixture);
  page = get_page (fixture);
  tl_conversation_page_show_side (page, TL_SIDE_FINDINGS);
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  tl_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *action = g_strconcat ("conversation.", actions[i], NULL);

      gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
    }
  settle ();

  g_settings_set_boolean (page->settings, "hide-private-notes", TRUE);
  settle ();
  g_assert_cmpint (page->side, ==, TL_SIDE_NOTHING);
  g_settings_reset (page->settings, "hide-private-notes");
}

/* The notes are off each time, and never there while private notes are hidden. */
static void
test_private_notes (Fixture       *fixture,
                    gconstpointer  data)
{
  TlConversationPage *page;
  TlConversation *conversation = start (fixture);

  page = get_page (fixture);
  g_assert_cmpint (page->side, ==, TL_SIDE_NOTHING);
  gtk_widget_activate_action (GTK_WIDGET (page), "conversation.notes", NULL);
  g_assert_cmpint (page->side, ==, TL_SIDE_NOTES);
  g_assert_true (gtk_widget_get_mapped (page->notes));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.leave", NULL);
  settle ();
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.open", "s",
                              tl_entity_get_id (TL_ENTITY (conversation)));
  settle ();
  g_assert_cmpint (page->side, ==, TL_SIDE_NOTHING);

  gtk_widget_activate_action (GTK_WIDGET (page), "conversation.notes", NULL);
  g_settings_set_boolean (page->settings, "hide-private-notes", TRUE);
  settle ();
  g_assert_cmpint (page->side, ==, TL_SIDE_NOTHING);
  g_assert_false (gtk_widget_get_visible (page->notes_button));
  gtk_widget_activate_action (GTK_WIDGET (page), "conversation.notes", NULL);
  g_assert_cmpint (page->side, ==, TL_SIDE_NOTHING);
  g_settings_reset (page->settings, "hide-private-notes");
}

static void
test_finish (Fixture       *fixture,
             gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  TlConversationPage *page = get_page (fixture);

  answer (fixture, "grow account revenue");
  gtk_widget_activate_action (GTK_WIDGET (page), "conversation.finish", NULL);
  settle ();
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_FINISHED);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->talk), ==, "closing");

  gtk_widget_activate_action (GTK_WIDGET (page), "conversation.resume", NULL);
  settle ();
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_OPEN);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (page->talk), ==, "question");
}

/* What was agreed stays listed until it is done or let go; a later conversation looks instead of an earlier one. */
static void
test_lists (Fixture       *fixture,
            gconstpointer  data)
{
  TlConversation *earlier = start (fixture);
  TlConversation *later;
  TlStatement *work = tl_conversation_edits_add (fixture->document, earlier, "build the map of their customers",
                                                 TL_FACET_WORK, FALSE, TL_BENEFICIARY_UNSET, NULL);
  TlDate today = tl_date_today ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) actions = NULL;

  tl_conversation_set_date (earlier, today - 30);
  tl_conversation_set_look_again (earlier, today);
  tl_conversation_set_private_notes (earlier, "walrus");
  tl_statement_set_agreed (work, TRUE);
  g_assert_cmpuint (tl_conversation_lists_count_due (fixture->model, today - 1), ==, 0);
  g_assert_cmpuint (tl_conversation_lists_count_due (fixture->model, today), ==, 1);

  found = tl_conversation_lists_find (fixture->model, fixture->ines, "MAP cust", TL_CONVERSATION_SEARCH_DEFAULT);
  g_assert_cmpuint (found->len, ==, 1);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = tl_conversation_lists_find (fixture->model, NULL, "walrus", TL_CONVERSATION_SEARCH_DEFAULT);
  g_assert_cmpuint (found->len, ==, 0);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = tl_conversation_lists_find (fixture->model, NULL, "walrus", TL_CONVERSATION_SEARCH_PRIVATE);
  g_assert_cmpuint (found->len, ==, 1);

  later = start (fixture);
  g_assert_cmpuint (tl_conversation_lists_count_due (fixture->model, today), ==, 0);
  g_clear_pointer (&found, g_ptr_array_unref);
  found = tl_conversation_lists_find (fixture->model, NULL, NULL, TL_CONVERSATION_SEARCH_DEFAULT);
  g_assert_true (g_ptr_array_index (found, 0) == later);

  actions = tl_conversation_lists_find_actions (fixture->model, fixture->ines);
  g_assert_cmpuint (actions->len, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.done", "s", tl_entity_get_id (TL_ENTITY (work)));
  settle ();
  g_assert_cmpint (tl_statement_get_action_state (work), ==, TL_ACTION_STATE_DONE);
  g_clear_pointer (&actions, g_ptr_array_unref);
  actions = tl_conversation_lists_find_actions (fixture->model, fixture->ines);
  g_assert_cmpuint (actions->len, ==, 0);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  start (fixture);
  answer (fixture, "grow account revenue");
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "conversation.remove", NULL);
  settle ();
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 0);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (get_page (fixture))));

  tl_document_undo (fixture->document, &error);
  g_assert_no_error (error);
  settle ();
  g_assert_nonnull (find_statement (fixture, "grow account revenue"));
}

static void
give_room (TlConversationPage *page,
           int                 width)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (page->stage), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_size_allocate (GTK_WIDGET (page->stage), &(GtkAllocation) { 0, 0, width, 500 }, -1);
}

/* The frame stands beside the talk where there is room, and where there is room for two of three, what is looked at
 * stays where it is. */
static void
test_stage (Fixture       *fixture,
            gconstpointer  data)
{
  TlConversationPage *page;
  GtkWidget *talk;
  GtkWidget *frame;

  start (fixture);
  page = get_page (fixture);
  talk = gtk_widget_get_first_child (GTK_WIDGET (page->stage));
  frame = GTK_WIDGET (page->frame);

  give_room (page, 700);
  g_assert_false (tl_conversation_stage_is_beside (page->stage));
  give_room (page, 960);
  g_assert_true (tl_conversation_stage_is_beside (page->stage));
  g_assert_cmpint (gtk_widget_get_width (talk) + gtk_widget_get_width (frame), ==, 960);

  answer (fixture, "grow account revenue");
  tl_conversation_page_select (page, tl_entity_get_id (TL_ENTITY (find_statement (fixture, "grow account revenue"))));
  give_room (page, 960);
  g_assert_false (gtk_widget_get_child_visible (talk));
  g_assert_true (gtk_widget_get_child_visible (frame));

  tl_conversation_page_show_side (page, TL_SIDE_FINDINGS);
  give_room (page, 960);
  g_assert_true (gtk_widget_get_child_visible (talk));
  g_assert_false (gtk_widget_get_child_visible (frame));

  give_room (page, 1400);
  g_assert_true (gtk_widget_get_child_visible (talk));
  g_assert_true (gtk_widget_get_child_visible (frame));
}

/* What cannot be written is shown, with nothing to type in and no step that would change anything. */
static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  g_autofree char *id = g_strdup (tl_entity_get_id (TL_ENTITY (conversation)));
  g_autoptr (GFile) file = g_object_ref (tl_document_get_file (fixture->document));
  g_autoptr (GError) error = NULL;
  TlQuestionView *question;

  answer (fixture, "grow account revenue");
  tl_document_close (fixture->document, &error);
  g_assert_no_error (error);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  g_clear_object (&fixture->navigator);
  g_clear_object (&fixture->insight);
  g_clear_object (&fixture->document);

  fixture->document = tl_document_open_full (file, TL_DOCUMENT_OPEN_READ_ONLY, NULL, &error);
  g_assert_no_error (error);
  show (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.open", "s", id);
  settle ();
  question = get_question (fixture);
  g_assert_nonnull (question->question);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (question->answer_box)));
  g_assert_false (gtk_widget_get_visible (get_page (fixture)->finish_button));
  gtk_widget_activate_action (GTK_WIDGET (question), "question.skip", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "coaching.remove", "s", id);
  settle ();
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/coaching/conversation", test_conversation);
  add ("/coaching/specificity", test_specificity);
  add ("/coaching/choice-overrules", test_choice_overrules);
  add ("/coaching/asked-once-more", test_asked_once_more);
  add ("/coaching/empty-answer", test_empty_answer);
  add ("/coaching/long-and-many", test_long_and_many);
  add ("/coaching/draft", test_draft);
  add ("/coaching/resume", test_resume);
  add ("/coaching/back-and-skip", test_back_and_skip);
  add ("/coaching/undo", test_undo);
  add ("/coaching/person-removed", test_person_removed);
  add ("/coaching/gone-meanwhile", test_gone_meanwhile);
  add ("/coaching/private-notes", test_private_notes);
  add ("/coaching/finish", test_finish);
  add ("/coaching/lists", test_lists);
  add ("/coaching/remove", test_remove);
  add ("/coaching/stage", test_stage);
  add ("/coaching/read-only", test_read_only);

  return g_test_run ();
}
