/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a conversation: sorted, put in order, linked, and what of it is removed. */

#include "tl-conversation-fixture.h"

static void
test_set_facet (Fixture       *fixture,
                gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);
  TlStatement *impact = say (fixture, conversation, "help", TL_FACET_IMPACT);
  TlStatement *result = say (fixture, conversation, "grow", TL_FACET_RESULT);
  g_autofree char *before = NULL;

  tl_conversation_edits_connect (fixture->document, work, impact, FALSE, NULL);
  tl_conversation_edits_connect (fixture->document, impact, result, FALSE, NULL);
  tl_conversation_edits_connect (fixture->document, result, impact, TRUE, NULL);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_conversation_edits_set_facet (fixture->document, work, TL_FACET_RESULT, TRUE);
  g_assert_true (tl_statement_get_reputation (work));
  g_assert_nonnull (find_link (impact, work, FALSE));
  g_assert_null (find_link (work, impact, FALSE));
  assert_one_step (fixture, "Sort Statement", before);
  undo (fixture);

  /* A loop is between a Result and an Impact, and a note is linked with nothing. */
  impact = find_statement (fixture, "help");
  result = find_statement (fixture, "grow");
  tl_conversation_edits_set_facet (fixture->document, result, TL_FACET_IMPACT, TRUE);
  g_assert_false (tl_statement_get_reputation (result));
  g_assert_nonnull (find_link (impact, result, FALSE));
  g_assert_null (find_link (result, impact, TRUE));
  undo (fixture);
  impact = find_statement (fixture, "help");
  tl_conversation_edits_set_facet (fixture->document, impact, TL_FACET_UNSET, FALSE);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 0);
  assert_one_step (fixture, "Sort Statement", before);
}

static void
assert_column (TlConversation *conversation,
               TlFacet         facet,
               const char     *expected)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);
  g_autoptr (GString) texts = g_string_new (NULL);

  for (guint i = 0; i < statements->len; i++)
    if (tl_statement_get_facet (statements->pdata[i]) == facet)
      g_string_append (texts, tl_statement_get_text (statements->pdata[i]));

  g_assert_cmpstr (texts->str, ==, expected);
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  g_autofree char *before = NULL;

  for (const char *text = "abcd"; *text != '\0'; text++)
    say (fixture, conversation, (char[]) { *text, '\0' }, TL_FACET_WORK);
  say (fixture, conversation, "x", TL_FACET_RESULT);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_conversation_edits_place (fixture->document, find_statement (fixture, "d"), TL_FACET_WORK, 1);
  assert_column (conversation, TL_FACET_WORK, "adbc");
  assert_one_step (fixture, "Move Statement", before);
  tl_conversation_edits_place (fixture->document, find_statement (fixture, "d"), TL_FACET_WORK, 99);
  assert_column (conversation, TL_FACET_WORK, "abcd");
  tl_conversation_edits_place (fixture->document, find_statement (fixture, "b"), TL_FACET_RESULT, 0);
  assert_column (conversation, TL_FACET_WORK, "acd");
  assert_column (conversation, TL_FACET_RESULT, "bx");
  tl_conversation_edits_place (fixture->document, find_statement (fixture, "b"), TL_FACET_UNSET, 0);
  assert_column (conversation, TL_FACET_UNSET, "b");
  say (fixture, conversation, "e", TL_FACET_WORK);
  assert_column (conversation, TL_FACET_WORK, "acde");
  tl_conversation_edits_set_facet (fixture->document, find_statement (fixture, "b"), TL_FACET_WORK, FALSE);
  assert_column (conversation, TL_FACET_WORK, "acdbe");
}

static void
test_connect (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);
  TlStatement *learn = say (fixture, conversation, "learn", TL_FACET_WORK);
  TlStatement *read = say (fixture, conversation, "read", TL_FACET_WORK);
  TlStatement *impact = say (fixture, conversation, "help", TL_FACET_IMPACT);
  TlStatement *result = say (fixture, conversation, "grow", TL_FACET_RESULT);
  TlStatement *note = say (fixture, conversation, "hm", TL_FACET_UNSET);
  TlStatement *foreign = say (fixture, start (fixture, "Ben"), "visit too", TL_FACET_WORK);
  g_autofree char *before = NULL;
  TlStatementLink *link;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  link = tl_conversation_edits_connect (fixture->document, work, impact, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (tl_statement_link_get_from (link) == work && tl_statement_link_get_to (link) == impact);
  g_assert_false (tl_statement_link_get_loop (link));
  assert_one_step (fixture, "Connect Statements", before);

  assert_no_link (fixture, work, work, FALSE, "itself");
  assert_no_link (fixture, work, impact, FALSE, "“visit” and “help” are linked already");
  tl_statement_set_text (impact, NULL);
  assert_no_link (fixture, work, impact, FALSE, "“visit” and “statement” are linked already");
  tl_statement_set_text (impact, "help");
  assert_no_link (fixture, impact, work, FALSE, "Work to Impact to Result");
  assert_no_link (fixture, result, work, FALSE, "Work to Impact to Result");
  assert_no_link (fixture, work, impact, TRUE, "from a Result back");
  assert_no_link (fixture, result, work, TRUE, "from a Result back");
  assert_no_link (fixture, note, work, FALSE, "A note");
  assert_no_link (fixture, work, note, FALSE, "A note");
  assert_no_link (fixture, foreign, impact, FALSE, "two conversations");

  g_assert_nonnull (tl_conversation_edits_connect (fixture->document, work, learn, FALSE, &error));
  g_assert_nonnull (tl_conversation_edits_connect (fixture->document, learn, read, FALSE, &error));
  g_assert_nonnull (tl_conversation_edits_connect (fixture->document, impact, result, FALSE, &error));
  g_assert_nonnull (tl_conversation_edits_connect (fixture->document, result, impact, TRUE, &error));
  assert_no_link (fixture, read, work, FALSE, "“visit” helps “read” already");
  assert_no_link (fixture, result, impact, TRUE, "linked already");
  g_assert_no_error (error);

  g_free (before);
  before = dup_memory_text (fixture->model);
  tl_conversation_edits_disconnect (fixture->document, find_link (result, impact, TRUE));
  g_assert_null (find_link (result, impact, TRUE));
  g_assert_nonnull (find_link (impact, result, FALSE));
  assert_one_step (fixture, "Disconnect Statements", before);
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);
  TlStatement *impact = say (fixture, conversation, "help", TL_FACET_IMPACT);
  TlGoal *goal = add_goal (fixture, "Visit them");
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autofree char *before = NULL;

  tl_conversation_edits_connect (fixture->document, work, impact, FALSE, NULL);
  tl_statement_set_goal (work, goal);
  flush (fixture);
  before = dup_memory_text (fixture->model);
  g_ptr_array_add (both, work);
  g_ptr_array_add (both, impact);
  tl_conversation_edits_remove (fixture->document, both);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 0);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 0);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 1);
  assert_one_step (fixture, "Remove Statements", before);
  undo (fixture);

  g_ptr_array_add (one, find_statement (fixture, "help"));
  tl_conversation_edits_remove (fixture->document, one);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 1);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 0);
  assert_one_step (fixture, "Remove Statement", before);
  undo (fixture);

  tl_conversation_edits_remove_conversation (fixture->document, conversation);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 0);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 0);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 1);
  assert_one_step (fixture, "Remove Conversation", before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  use_own_data_folder ();

  ADD ("conversation-frame-edits/set-facet", test_set_facet);
  ADD ("conversation-frame-edits/place", test_place);
  ADD ("conversation-frame-edits/connect", test_connect);
  ADD ("conversation-frame-edits/remove", test_remove);

  return g_test_run ();
}
