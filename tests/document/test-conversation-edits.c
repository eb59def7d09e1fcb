/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tl-conversation-edits.h"
#include "tl-conversation-fixture.h"
#include "tl-enum-types.h"

static void
test_start (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  TlPerson *ada = add_person (fixture, "Ada");
  TlPerson *ben = add_person (fixture, "Ben");
  TlConversation *first;
  TlConversation *second;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  first = tl_conversation_edits_start (fixture->document, ada, NULL, "  Chris \n", "grow", &error);
  g_assert_no_error (error);
  g_assert_true (tl_conversation_get_person (first) == ada);
  g_assert_null (tl_conversation_get_coach (first));
  g_assert_cmpstr (tl_conversation_get_coach_name (first), ==, "Chris");
  g_assert_cmpstr (tl_conversation_get_question_set (first), ==, "grow");
  g_assert_cmpuint (tl_conversation_get_date (first), ==, tl_date_today ());
  g_assert_cmpint (tl_conversation_get_state (first), ==, TL_CONVERSATION_STATE_OPEN);
  assert_one_step (fixture, "Start Conversation", before);

  /* Another one on the same day is another one, and the one before it is known. */
  first = get_conversation (fixture, 0);
  second = tl_conversation_edits_start (fixture->document, ada, ben, "nobody", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tl_conversation_get_coach (second) == ben);
  g_assert_null (tl_conversation_get_coach_name (second));
  g_assert_cmpstr (tl_conversation_get_question_set (second), ==, "work-impact-result");
  g_assert_true (tl_conversation_get_previous (second) == first);
}

static void
test_start_refused (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlPerson) ada = g_object_ref (add_person (fixture, "Ada"));

  tl_document_remove (fixture->document, TL_ENTITY (ada));
  g_assert_null (tl_conversation_edits_start (fixture->document, ada, NULL, NULL, NULL, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 0);
}

static void
test_skip_and_finish (Fixture       *fixture,
                      gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  g_autofree char *before = NULL;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  tl_conversation_edits_skip (fixture->document, conversation, "circle");
  g_assert_cmpstr (tl_conversation_get_skipped (conversation), ==, "circle");
  g_assert_cmpstr (tl_conversation_get_place (conversation), ==, "circle");
  assert_one_step (fixture, "Skip Question", before);

  tl_conversation_edits_skip (fixture->document, conversation, "loop:1");
  tl_conversation_edits_skip (fixture->document, conversation, "loop:12");
  tl_conversation_edits_skip (fixture->document, conversation, "circle");
  g_assert_cmpstr (tl_conversation_get_skipped (conversation), ==, "loop:1\nloop:12\ncircle");
  g_free (before);
  before = dup_memory_text (fixture->model);
  tl_conversation_edits_come_back (fixture->document, conversation, "loop:1");
  g_assert_cmpstr (tl_conversation_get_skipped (conversation), ==, "loop:12\ncircle");
  g_assert_cmpstr (tl_conversation_get_place (conversation), ==, "loop:1");
  assert_one_step (fixture, "Come Back to Question", before);

  g_free (before);
  before = dup_memory_text (fixture->model);
  tl_conversation_edits_finish (fixture->document, conversation);
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_FINISHED);
  assert_one_step (fixture, "Finish Conversation", before);
  g_free (before);
  before = dup_memory_text (fixture->model);
  tl_conversation_edits_resume (fixture->document, conversation);
  g_assert_cmpint (tl_conversation_get_state (conversation), ==, TL_CONVERSATION_STATE_OPEN);
  assert_one_step (fixture, "Resume Conversation", before);
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  g_autofree char *before = NULL;
  TlStatement *statement;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  statement = tl_conversation_edits_add (fixture->document, conversation, " be seen\n  as trusted ", TL_FACET_RESULT,
                                         TRUE, TL_BENEFICIARY_CUSTOMER, "success");
  g_assert_cmpstr (tl_statement_get_text (statement), ==, "be seen as trusted");
  g_assert_true (tl_statement_get_reputation (statement));
  g_assert_cmpint (tl_statement_get_beneficiary (statement), ==, TL_BENEFICIARY_CUSTOMER);
  g_assert_cmpstr (tl_statement_get_question (statement), ==, "success");
  g_assert_null (tl_conversation_get_place (conversation));
  assert_one_step (fixture, "Add Statement", before);

  /* Only a Result can be a reputation; without words there is nothing to add. */
  conversation = get_conversation (fixture, 0);
  statement = tl_conversation_edits_add (fixture->document, conversation, "visit", TL_FACET_WORK, TRUE,
                                         TL_BENEFICIARY_UNSET, NULL);
  g_assert_false (tl_statement_get_reputation (statement));
  g_assert_null (tl_conversation_edits_add (fixture->document, conversation, " \n\t ", TL_FACET_WORK, FALSE,
                                            TL_BENEFICIARY_UNSET, NULL));
  g_assert_null (tl_conversation_edits_add (fixture->document, conversation, NULL, TL_FACET_WORK, FALSE,
                                            TL_BENEFICIARY_UNSET, NULL));
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 2);
}

static TlStatement *
answer (Fixture        *fixture,
        TlConversation *conversation,
        const char     *question,
        TlStatement    *about,
        TlAnswerLink    link,
        const char     *text,
        TlFacet         facet)
{
  return tl_conversation_edits_answer (fixture->document, conversation, question, about, link, text, facet, FALSE,
                                       TL_BENEFICIARY_UNSET);
}

static void
test_answer (Fixture       *fixture,
             gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *result = say (fixture, conversation, "grow revenue", TL_FACET_RESULT);
  g_autofree char *before = NULL;
  TlStatement *impact;
  TlStatement *theirs;

  tl_conversation_edits_skip (fixture->document, conversation, "impact:1");
  flush (fixture);
  before = dup_memory_text (fixture->model);
  impact = answer (fixture, conversation, "impact:1", result, TL_ANSWER_LINK_HELPS, "help the client", TL_FACET_IMPACT);
  g_assert_nonnull (find_link (impact, result, FALSE));
  g_assert_cmpstr (tl_statement_get_question (impact), ==, "impact:1");
  g_assert_cmpstr (tl_conversation_get_place (conversation), ==, "impact:1");
  g_assert_null (tl_conversation_get_skipped (conversation));
  assert_one_step (fixture, "Answer Question", before);
  conversation = get_conversation (fixture, 0);
  result = find_statement (fixture, "grow revenue");
  impact = find_statement (fixture, "help the client");

  theirs = answer (fixture, conversation, "theirs", impact, TL_ANSWER_LINK_HELPED_BY, "client grows", TL_FACET_RESULT);
  g_assert_nonnull (find_link (impact, theirs, FALSE));

  /* The same words are the same statement, whoever asks for them; a loop finds its own direction. */
  g_assert_true (answer (fixture, conversation, "loop", impact, TL_ANSWER_LINK_LOOP, "Client  grows", TL_FACET_RESULT) ==
                 theirs);
  g_assert_nonnull (find_link (theirs, impact, TRUE));
  g_assert_nonnull (answer (fixture, conversation, "loop:2", result, TL_ANSWER_LINK_LOOP, "more help", TL_FACET_IMPACT));
  g_assert_nonnull (find_link (result, find_statement (fixture, "more help"), TRUE));
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 4);
}

/* Whatever is said is taken; what cannot be linked is not. */
static void
test_answer_oddly (Fixture       *fixture,
                   gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *impact = say (fixture, conversation, "help", TL_FACET_IMPACT);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *long_text = g_strnfill (12000, 'a');
  TlStatement *statement;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  g_assert_null (answer (fixture, conversation, "work", impact, TL_ANSWER_LINK_HELPS, " ", TL_FACET_WORK));
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);

  g_assert_nonnull (answer (fixture, conversation, "work", impact, TL_ANSWER_LINK_HELPS, "revenue", TL_FACET_RESULT));
  g_assert_nonnull (answer (fixture, conversation, "work", impact, TL_ANSWER_LINK_HELPS, "hm", TL_FACET_UNSET));
  g_assert_nonnull (answer (fixture, conversation, "loop", impact, TL_ANSWER_LINK_LOOP, "visit", TL_FACET_WORK));
  g_assert_nonnull (answer (fixture, conversation, NULL, NULL, TL_ANSWER_LINK_HELPS, "first", TL_FACET_WORK));
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 0);

  /* An answer in the words of the statement it is about is one more, not a link to itself. */
  statement = answer (fixture, conversation, "work", impact, TL_ANSWER_LINK_HELPS, "Help", TL_FACET_IMPACT);
  g_assert_true (statement != impact);
  g_assert_nonnull (find_link (statement, impact, FALSE));

  statement = answer (fixture, conversation, "long", NULL, TL_ANSWER_LINK_NONE, long_text, TL_FACET_WORK);
  g_assert_cmpuint (strlen (tl_statement_get_text (statement)), ==, TL_ANSWER_MAX_LENGTH);
}

static void
assert_field (Fixture        *fixture,
              TlConversation *conversation,
              TlStatement    *about,
              const char     *property,
              const char     *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_conversation_edits_answer_field (fixture->document, conversation, "key", about, property, value,
                                                     &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Answer Question");
}

static void
assert_field_refused (Fixture        *fixture,
                      TlConversation *conversation,
                      TlStatement    *about,
                      const char     *property,
                      const char     *value,
                      const char     *named)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tl_conversation_edits_answer_field (fixture->document, conversation, "other", about, property, value,
                                                      &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, named));
}

static void
test_answer_field (Fixture       *fixture,
                   gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);
  g_autofree char *before = NULL;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  assert_field (fixture, conversation, work, "detail", "  one\n two \n");
  g_assert_cmpstr (tl_statement_get_detail (work), ==, "one\n two");
  g_assert_cmpstr (tl_conversation_get_place (conversation), ==, "key");
  assert_one_step (fixture, "Answer Question", before);

  assert_field (fixture, conversation, work, "who", "Ada");
  assert_field (fixture, conversation, work, "skills", "German");
  assert_field (fixture, conversation, work, "learned", "it takes longer");
  assert_field (fixture, conversation, work, "due", "2026-12-01");
  g_assert_cmpuint (tl_statement_get_due (work), ==, tl_date_new (2026, 12, 1));
  assert_field (fixture, conversation, work, "agreed", "yes");
  g_assert_true (tl_statement_get_agreed (work));
  assert_field (fixture, conversation, work, "agreed", "no");
  g_assert_false (tl_statement_get_agreed (work));
  assert_field (fixture, conversation, work, "action-state", "let-go");
  g_assert_cmpint (tl_statement_get_action_state (work), ==, TL_ACTION_STATE_LET_GO);
  assert_field (fixture, conversation, work, "beneficiary", "customer");
  assert_field (fixture, conversation, NULL, "open-questions", "why?");
  assert_field (fixture, conversation, NULL, "look-again", "2027-01-15");
  g_assert_cmpuint (tl_conversation_get_look_again (conversation), ==, tl_date_new (2027, 1, 15));

  g_free (before);
  before = dup_memory_text (fixture->model);
  assert_field_refused (fixture, conversation, work, "due", "soon", "“soon”");
  assert_field_refused (fixture, conversation, work, "agreed", "perhaps", "“perhaps”");
  assert_field_refused (fixture, conversation, work, "action-state", "almost", "“almost”");
  assert_field_refused (fixture, conversation, work, "conversation", "x", "“conversation”");
  assert_field_refused (fixture, conversation, NULL, "private-notes", "x", "“private-notes”");
  assert_field_refused (fixture, conversation, work, "who", "\n", "skip");
  {
    g_autofree char *after = dup_memory_text (fixture->model);

    g_assert_cmpstr (before, ==, after);
  }
}

/* A person who is erased takes the conversations along, and leaves the goals that came of them. */
static void
test_person_removed (Fixture       *fixture,
                     gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlPerson *ada = tl_conversation_get_person (conversation);
  TlConversation *coached = start_with (fixture, add_person (fixture, "Ben"), ada);
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);
  TlGoal *goal = add_goal (fixture, "Visit them");
  g_autofree char *before = NULL;

  say (fixture, coached, "kept", TL_FACET_RESULT);
  tl_goal_set_owner (goal, TL_PARTY (ada));
  tl_goal_set_description (goal, "At length");
  tl_statement_set_goal (work, goal);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_document_remove (fixture->document, TL_ENTITY (ada));
  g_assert_cmpuint (count (fixture, TL_TYPE_CONVERSATION), ==, 1);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 1);
  g_assert_null (tl_conversation_get_coach (get_conversation (fixture, 0)));
  goal = g_list_model_get_item (tl_model_get_list (fixture->model, TL_TYPE_GOAL), 0);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Visit them");
  g_assert_cmpstr (tl_goal_get_description (goal), ==, "At length");
  g_assert_true (TL_IS_ORGANISATION (tl_goal_get_owner (goal)));
  g_object_unref (goal);
  assert_one_step (fixture, "Remove Person", before);
}

static void
test_goal_removed (Fixture       *fixture,
                   gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);
  TlGoal *goal = add_goal (fixture, "Visit them");
  g_autofree char *before = NULL;

  tl_statement_set_goal (work, goal);
  flush (fixture);
  before = dup_memory_text (fixture->model);
  tl_document_remove (fixture->document, TL_ENTITY (goal));
  g_assert_null (tl_statement_get_goal (find_statement (fixture, "visit")));
  assert_one_step (fixture, "Remove Goal", before);
}

/* Verbs in a group of somebody else are one step with its name. */
static void
test_within_a_group (Fixture       *fixture,
                     gconstpointer  data)
{
  TlPerson *ada = add_person (fixture, "Ada");
  g_autofree char *before = NULL;
  TlConversation *conversation;
  TlStatement *work;
  TlStatement *impact;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  tl_document_begin_group (fixture->document, "Take Over");
  conversation = start_with (fixture, ada, NULL);
  work = say (fixture, conversation, "visit", TL_FACET_WORK);
  impact = answer (fixture, conversation, "key", work, TL_ANSWER_LINK_HELPED_BY, "help", TL_FACET_IMPACT);
  tl_conversation_edits_place (fixture->document, impact, TL_FACET_RESULT, 0);
  assert_no_link (fixture, impact, work, FALSE, "Work to Impact to Result");
  tl_conversation_edits_skip (fixture->document, conversation, "other");
  tl_conversation_edits_finish (fixture->document, conversation);
  tl_document_finish_group (fixture->document);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 1);
  assert_one_step (fixture, "Take Over", before);
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *work = say (fixture, conversation, "visit", TL_FACET_WORK);

  answer (fixture, conversation, "key", work, TL_ANSWER_LINK_HELPED_BY, "help", TL_FACET_IMPACT);
  reopen_read_only (fixture);
  conversation = get_conversation (fixture, 0);
  work = find_statement (fixture, "visit");
  g_ptr_array_add (statements, work);
  before = dup_memory_text (fixture->model);

  g_assert_null (tl_conversation_edits_start (fixture->document, tl_conversation_get_person (conversation), NULL, NULL,
                                              NULL, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (tl_conversation_edits_answer_field (fixture->document, conversation, "key", work, "who", "Ada", &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_null (tl_conversation_edits_connect (fixture->document, work, find_statement (fixture, "help"), FALSE, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY);
  g_assert_null (tl_conversation_edits_add (fixture->document, conversation, "x", TL_FACET_WORK, FALSE,
                                            TL_BENEFICIARY_UNSET, NULL));
  g_assert_null (answer (fixture, conversation, "key", NULL, TL_ANSWER_LINK_NONE, "x", TL_FACET_WORK));
  tl_conversation_edits_skip (fixture->document, conversation, "key");
  tl_conversation_edits_come_back (fixture->document, conversation, "key");
  tl_conversation_edits_finish (fixture->document, conversation);
  tl_conversation_edits_resume (fixture->document, conversation);
  tl_conversation_edits_set_facet (fixture->document, work, TL_FACET_RESULT, FALSE);
  tl_conversation_edits_place (fixture->document, work, TL_FACET_RESULT, 0);
  tl_conversation_edits_disconnect (fixture->document, find_link (work, find_statement (fixture, "help"), FALSE));
  tl_conversation_edits_remove (fixture->document, statements);
  tl_conversation_edits_remove_conversation (fixture->document, conversation);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

static TlStatement *
pick (TlConversation *conversation,
      GRand          *rand)
{
  g_autoptr (GPtrArray) statements = tl_conversation_dup_statements (conversation);

  return statements->len > 0 ? statements->pdata[g_rand_int_range (rand, 0, statements->len)] : NULL;
}

static void
take_a_step (Fixture *fixture,
             GRand   *rand,
             guint    step)
{
  guint n = count (fixture, TL_TYPE_CONVERSATION);
  TlConversation *conversation = get_conversation (fixture, g_rand_int_range (rand, 0, n));
  TlStatement *one = pick (conversation, rand);
  TlStatement *other = pick (conversation, rand);
  TlFacet facet = g_rand_int_range (rand, 0, 4);
  g_autofree char *text = g_strdup_printf ("statement %u", step);
  g_autofree char *key = g_strdup_printf ("key:%d", g_rand_int_range (rand, 0, 9));
  g_autoptr (GPtrArray) removed = g_ptr_array_new ();

  switch (one == NULL ? 0 : g_rand_int_range (rand, 0, 12))
    {
    case 0:
    case 1:
      say (fixture, conversation, text, facet);
      break;
    case 2:
    case 3:
      answer (fixture, conversation, key, one, g_rand_int_range (rand, 0, 4), text, facet);
      break;
    case 4:
      tl_conversation_edits_set_facet (fixture->document, one, facet, g_rand_boolean (rand));
      break;
    case 5:
      tl_conversation_edits_place (fixture->document, one, facet, g_rand_int_range (rand, 0, 6));
      break;
    case 6:
    case 7:
      tl_conversation_edits_connect (fixture->document, one, other, g_rand_boolean (rand), NULL);
      break;
    case 8:
      tl_conversation_edits_skip (fixture->document, conversation, key);
      break;
    case 9:
      tl_conversation_edits_come_back (fixture->document, conversation, key);
      break;
    case 10:
      g_ptr_array_add (removed, one);
      tl_conversation_edits_remove (fixture->document, removed);
      break;
    default:
      tl_conversation_edits_answer_field (fixture->document, conversation, key, one, "who", text, NULL);
      break;
    }
}

static gboolean
goes_round (TlStatement *statement,
            TlStatement *first,
            guint        depth)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (statement), TL_TYPE_STATEMENT_LINK, "from");

  /* More steps than statements go round somewhere else. */
  if (depth > 150)
    return TRUE;

  for (guint i = 0; i < links->len; i++)
    {
      TlStatementLink *link = links->pdata[i];

      if (!tl_statement_link_get_loop (link) &&
          (tl_statement_link_get_to (link) == first || goes_round (tl_statement_link_get_to (link), first, depth + 1)))
        return TRUE;
    }

  return FALSE;
}

/* Whatever was done before, links go with the flow, none stands twice, and none goes round in a circle. */
static void
assert_sound (Fixture *fixture)
{
  GListModel *links = tl_model_get_list (fixture->model, TL_TYPE_STATEMENT_LINK);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (links); i++)
    {
      g_autoptr (TlStatementLink) link = g_list_model_get_item (links, i);
      TlStatement *from = tl_statement_link_get_from (link);
      TlStatement *to = tl_statement_link_get_to (link);
      TlFacet facet = tl_statement_get_facet (from);

      g_assert_true (g_hash_table_add (seen, g_strdup_printf ("%s %s %d", tl_entity_get_id (TL_ENTITY (from)),
                                                              tl_entity_get_id (TL_ENTITY (to)),
                                                              tl_statement_link_get_loop (link))));
      g_assert_cmpint (facet, !=, TL_FACET_UNSET);
      if (tl_statement_link_get_loop (link))
        g_assert_true (facet == TL_FACET_RESULT && tl_statement_get_facet (to) == TL_FACET_IMPACT);
      else
        g_assert_cmpint (facet, <=, tl_statement_get_facet (to));
      g_assert_false (goes_round (from, from, 0));
    }
}

static void
test_random_walk (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  g_autofree char *now = NULL;

  keep_all_steps (fixture);
  start (fixture, "Ada");
  start (fixture, "Ben");
  flush (fixture);
  first = dup_memory_text (fixture->model);
  for (guint i = 0; i < 150; i++)
    take_a_step (fixture, rand, i);
  assert_sound (fixture);
  last = dup_memory_text (fixture->model);

  while (g_strcmp0 (tl_document_get_undo_label (fixture->document), "Start Conversation") != 0)
    undo (fixture);
  now = dup_memory_text (fixture->model);
  g_assert_cmpstr (now, ==, first);
  while (tl_document_can_redo (fixture->document))
    redo (fixture);
  g_free (now);
  now = dup_memory_text (fixture->model);
  g_assert_cmpstr (now, ==, last);
  g_free (now);
  now = dup_reopened_text (fixture);
  g_assert_cmpstr (now, ==, last);
}

/* Forty statements, and a conversation of that size removed: a lot, and one step */
static void
test_forty (Fixture       *fixture,
            gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  g_autofree char *before = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("statement %u", i);

      answer (fixture, conversation, text, i > 0 ? find_statement (fixture, "statement 0") : NULL,
              TL_ANSWER_LINK_HELPED_BY, text, i == 0 ? TL_FACET_WORK : TL_FACET_IMPACT);
    }
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT), ==, 40);
  g_assert_cmpuint (count (fixture, TL_TYPE_STATEMENT_LINK), ==, 39);
  for (guint i = 0; i < 39; i++)
    tl_conversation_edits_place (fixture->document, find_statement (fixture, "statement 39"), TL_FACET_IMPACT, i % 7);
  before = dup_memory_text (fixture->model);
  tl_conversation_edits_remove_conversation (fixture->document, conversation);
  assert_one_step (fixture, "Remove Conversation", before);
  undo (fixture);
  again = dup_reopened_text (fixture);
  g_assert_cmpstr (again, ==, before);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  use_own_data_folder ();

  ADD ("conversation-edits/start", test_start);
  ADD ("conversation-edits/start-refused", test_start_refused);
  ADD ("conversation-edits/skip-and-finish", test_skip_and_finish);
  ADD ("conversation-edits/add", test_add);
  ADD ("conversation-edits/answer", test_answer);
  ADD ("conversation-edits/answer-oddly", test_answer_oddly);
  ADD ("conversation-edits/answer-field", test_answer_field);
  ADD ("conversation-edits/person-removed", test_person_removed);
  ADD ("conversation-edits/goal-removed", test_goal_removed);
  ADD ("conversation-edits/within-a-group", test_within_a_group);
  ADD ("conversation-edits/read-only", test_read_only);
  ADD ("conversation-edits/random-walk", test_random_walk);
  ADD ("conversation-edits/forty", test_forty);

  return g_test_run ();
}
