/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an answer is and whom it is for: what is suggested, what somebody decides, and what is kept. */

#include "config.h"

#include "coaching-view-fixture.h"

static const char *
get_words (Fixture *fixture)
{
  return gtk_label_get_label (get_question (fixture)->suggestion_words);
}

static void
sort (Fixture    *fixture,
      const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (get_question (fixture)), "question.sort", "s", name);
}

/* What the words were taken for explains neither what somebody decided, nor whom it is for. */
static void
test_decided (Fixture       *fixture,
              gconstpointer  data)
{
  static const char *const text = "grow account revenue with our client";

  start (fixture);
  answer (fixture, "grow account revenue");
  type (fixture, text);
  tl_question_view_finish_sorting (get_question (fixture));
  g_assert_cmpstr (tl_question_view_name_sort (get_question (fixture)), ==, "result");
  g_assert_true (g_str_has_prefix (get_words (fixture), "Result — "));

  sort (fixture, "impact");
  g_assert_cmpstr (get_words (fixture), ==, "Impact, as you decided");
  sort (fixture, "result");
  g_assert_true (g_str_has_prefix (get_words (fixture), "Result — "));
  sort (fixture, "impact");
  act (fixture, "question.keep");
  g_assert_cmpint (tl_statement_get_facet (find_statement (fixture, text)), ==, TL_FACET_IMPACT);
  g_assert_cmpint (tl_statement_get_beneficiary (find_statement (fixture, text)), ==, TL_BENEFICIARY_CUSTOMER);
}

/* That a Result is ours by default says nothing about an Impact. */
static void
test_no_default (Fixture       *fixture,
                 gconstpointer  data)
{
  start (fixture);
  type (fixture, "grow account revenue");
  sort (fixture, "impact");
  act (fixture, "question.keep");
  g_assert_cmpint (tl_statement_get_facet (find_statement (fixture, "grow account revenue")), ==, TL_FACET_IMPACT);
  g_assert_cmpint (tl_statement_get_beneficiary (find_statement (fixture, "grow account revenue")), ==,
                   TL_BENEFICIARY_UNSET);
}

/* Whom exactly, and whose circle that is, are kept together, and taken back together. */
static void
test_circle (Fixture       *fixture,
             gconstpointer  data)
{
  TlConversation *conversation = start (fixture);
  TlStatement *impact = tl_conversation_edits_add (fixture->document, conversation, "Sleep better at night",
                                                   TL_FACET_IMPACT, FALSE, TL_BENEFICIARY_UNSET, NULL);
  g_autofree char *key = g_strconcat ("for-whom:", tl_entity_get_id (TL_ENTITY (impact)), NULL);
  TlQuestionView *question = get_question (fixture);

  settle ();
  tl_question_view_ask (question, key);
  g_assert_cmpstr (tl_question_view_get_key (question), ==, key);
  g_assert_true (gtk_widget_get_visible (question->circles));
  g_assert_false (gtk_widget_get_visible (question->sorts));
  g_assert_cmpstr (tl_question_view_name_circle (question), ==, "none");

  type (fixture, "the night nurses of our clients");
  tl_question_view_finish_sorting (question);
  g_assert_cmpstr (tl_question_view_name_circle (question), ==, "customer");
  gtk_widget_activate_action (GTK_WIDGET (question), "question.choose-nth", "i", 4);
  type (fixture, "our colleagues");
  act (fixture, "question.keep");
  impact = find_statement (fixture, "Sleep better at night");
  g_assert_cmpint (tl_statement_get_beneficiary (impact), ==, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  g_assert_cmpstr (tl_statement_get_who (impact), ==, "our colleagues");

  g_assert_true (tl_document_undo (fixture->document, NULL));
  settle ();
  impact = find_statement (fixture, "Sleep better at night");
  g_assert_cmpint (tl_statement_get_beneficiary (impact), ==, TL_BENEFICIARY_UNSET);
  g_assert_cmpstr (tl_statement_get_who (impact), ==, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/coaching/answer/decided", test_decided);
  add ("/coaching/answer/no-default", test_no_default);
  add ("/coaching/answer/circle", test_circle);

  return g_test_run ();
}
