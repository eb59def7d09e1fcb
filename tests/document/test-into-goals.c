/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "tl-conversation-fixture.h"
#include "tl-into-goals.h"

/* Work -> Impact -> Result -> Impact again, and a note */
typedef struct
{
  TlConversation *conversation;
  TlStatement    *work;
  TlStatement    *impact;
  TlStatement    *result;
  TlStatement    *note;
} Talk;

static Talk
talk (Fixture *fixture)
{
  Talk said = { 0 };

  said.conversation = start (fixture, "Ada");
  said.work = say (fixture, said.conversation, "understand their strategy", TL_FACET_WORK);
  said.impact = say (fixture, said.conversation, "help them with their customers", TL_FACET_IMPACT);
  said.result = say (fixture, said.conversation, "grow account revenue", TL_FACET_RESULT);
  said.note = say (fixture, said.conversation, "ask again in spring", TL_FACET_UNSET);
  tl_conversation_edits_connect (fixture->document, said.work, said.impact, FALSE, NULL);
  tl_conversation_edits_connect (fixture->document, said.impact, said.result, FALSE, NULL);
  tl_conversation_edits_connect (fixture->document, said.result, said.impact, TRUE, NULL);
  return said;
}

static GPtrArray *
choices_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) tl_into_choice_free);
}

static void
choose (GPtrArray   *choices,
        TlStatement *statement,
        TlInto       into,
        TlGoal      *goal)
{
  g_ptr_array_add (choices, tl_into_choice_new (statement, into, goal, NULL));
}

static guint
count_news (GPtrArray      *news,
            TlIntoNewsKind  kind)
{
  guint n = 0;

  for (guint i = 0; i < news->len; i++)
    n += ((TlIntoNews *) news->pdata[i])->kind == kind;

  return n;
}

static gboolean
has_news (GPtrArray  *news,
          const char *sentence)
{
  for (guint i = 0; i < news->len; i++)
    if (g_str_equal (((TlIntoNews *) news->pdata[i])->sentence, sentence))
      return TRUE;

  return FALSE;
}

/* Does it, and compares what has come of it with what was said before. */
static GPtrArray *
apply (Fixture        *fixture,
       TlConversation *conversation,
       GPtrArray      *choices)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *news = tl_into_goals_preview (fixture->document, choices);
  guint n_goals = count (fixture, TL_TYPE_GOAL);
  guint n_contributions = count (fixture, TL_TYPE_CONTRIBUTION);
  g_autofree char *before = NULL;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  g_assert_true (tl_into_goals_apply (fixture->document, conversation, choices, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, n_goals + count_news (news, TL_INTO_NEWS_GOAL));
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==,
                    n_contributions + count_news (news, TL_INTO_NEWS_CONTRIBUTION));
  assert_one_step (fixture, "Add to the Cascade", before);
  return news;
}

static TlGoal *
get_goal (Fixture    *fixture,
          const char *text)
{
  return tl_statement_get_goal (find_statement (fixture, text));
}

static TlContribution *
get_contribution (TlGoal *from,
                  TlGoal *to)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_CONTRIBUTION, "from");

  for (guint i = 0; i < links->len; i++)
    if (tl_contribution_get_to (links->pdata[i]) == to)
      return links->pdata[i];

  return NULL;
}

static void
test_apply (Fixture       *fixture,
            gconstpointer  data)
{
  Talk said = talk (fixture);
  TlGoal *objective = add_goal (fixture, "Grow revenue");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;
  TlContribution *first;
  TlContribution *second;
  TlGoal *goal;

  tl_statement_set_due (said.work, tl_date_new (2026, 12, 1));
  tl_statement_set_beneficiary (said.impact, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  tl_statement_set_detail (said.impact, "They know each other by name");
  tl_statement_set_who (said.impact, "Between us");
  choose (choices, said.work, TL_INTO_NEW_GOAL, NULL);
  choose (choices, said.impact, TL_INTO_NEW_GOAL, NULL);
  choose (choices, said.result, TL_INTO_EXISTING, objective);
  choose (choices, said.note, TL_INTO_STAYS, NULL);

  news = apply (fixture, said.conversation, choices);
  g_assert_cmpuint (news->len, ==, 5);
  g_assert_true (has_news (news, "New goal: “Understand their strategy”, owned by Ada."));
  g_assert_true (has_news (news, "“grow account revenue” is linked with the goal “Grow revenue”."));
  g_assert_true (has_news (news, "Contribution: “Help them with their customers” helps “Grow revenue”."));

  goal = get_goal (fixture, "understand their strategy");
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Understand their strategy");
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_WORK);
  g_assert_cmpuint (tl_goal_get_due (goal), ==, tl_date_new (2026, 12, 1));
  g_assert_true (TL_IS_PERSON (tl_goal_get_owner (goal)));
  g_assert_null (tl_goal_get_description (goal));
  g_assert_cmpint (tl_goal_get_beneficiary (get_goal (fixture, "help them with their customers")), ==,
                   TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  g_assert_cmpstr (tl_goal_get_title (get_goal (fixture, "grow account revenue")), ==, "Grow revenue");
  g_assert_null (get_goal (fixture, "ask again in spring"));

  first = get_contribution (goal, get_goal (fixture, "help them with their customers"));
  second = get_contribution (get_goal (fixture, "help them with their customers"), get_goal (fixture, "grow account revenue"));
  g_assert_cmpstr (tl_contribution_get_rationale (first), ==, "They know each other by name");
  g_assert_cmpstr (tl_contribution_get_rationale (second), ==, "They know each other by name");
}

/* What is there already is not made a second time, and a second time there is nothing to do. */
static void
test_existing_contribution (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  Talk said = talk (fixture);
  TlGoal *impact = add_goal (fixture, "Impact");
  TlGoal *result = add_goal (fixture, "Result");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (GPtrArray) again = choices_new ();
  g_autoptr (GPtrArray) nothing = NULL;

  tl_contribution_set_rationale (tl_document_connect (fixture->document, impact, result, NULL), "So");
  choose (choices, said.impact, TL_INTO_EXISTING, impact);
  choose (choices, said.result, TL_INTO_EXISTING, result);
  news = apply (fixture, said.conversation, choices);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_THERE), ==, 1);
  g_assert_true (has_news (news, "“Impact” helps “Result” already."));
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 1);

  said.conversation = get_conversation (fixture, 0);
  choose (again, find_statement (fixture, "help them with their customers"), TL_INTO_EXISTING,
          get_goal (fixture, "help them with their customers"));
  choose (again, find_statement (fixture, "ask again in spring"), TL_INTO_STAYS, NULL);
  nothing = tl_into_goals_preview (fixture->document, again);
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_false (tl_into_goals_apply (fixture->document, said.conversation, again, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
}

/* The cascade says that the Result helps the Impact, on a detour: the way back is left out, and said to be. */
static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  Talk said = talk (fixture);
  TlGoal *impact = add_goal (fixture, "Impact");
  TlGoal *between = add_goal (fixture, "Between");
  TlGoal *result = add_goal (fixture, "Result");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;

  tl_document_connect (fixture->document, result, between, NULL);
  tl_document_connect (fixture->document, between, impact, NULL);
  choose (choices, said.work, TL_INTO_NEW_GOAL, NULL);
  choose (choices, said.impact, TL_INTO_EXISTING, impact);
  choose (choices, said.result, TL_INTO_EXISTING, result);
  news = apply (fixture, said.conversation, choices);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_LEFT_OUT), ==, 1);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_CONTRIBUTION), ==, 1);
  for (guint i = 0; i < news->len; i++)
    if (((TlIntoNews *) news->pdata[i])->kind == TL_INTO_NEWS_LEFT_OUT)
      g_assert_nonnull (strstr (((TlIntoNews *) news->pdata[i])->sentence, "“Impact” helps “Result”"));
}

/* Two contributions of the plan, neither of which closes a loop alone, but both together do. */
static void
test_left_out_of_the_plan (Fixture       *fixture,
                           gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  TlStatement *visit = say (fixture, conversation, "visit", TL_FACET_WORK);
  TlStatement *learn = say (fixture, conversation, "learn", TL_FACET_WORK);
  TlStatement *help = say (fixture, conversation, "help", TL_FACET_IMPACT);
  TlGoal *goal = add_goal (fixture, "Same");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;

  /* "visit" and "help" say the same as one goal, and "learn" stands between them. */
  tl_conversation_edits_connect (fixture->document, visit, learn, FALSE, NULL);
  tl_conversation_edits_connect (fixture->document, learn, help, FALSE, NULL);
  tl_conversation_edits_connect (fixture->document, visit, help, FALSE, NULL);
  choose (choices, visit, TL_INTO_EXISTING, goal);
  choose (choices, learn, TL_INTO_NEW_GOAL, NULL);
  choose (choices, help, TL_INTO_EXISTING, goal);
  news = apply (fixture, conversation, choices);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_GOAL), ==, 1);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_LINKED), ==, 2);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_CONTRIBUTION), ==, 1);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_LEFT_OUT), ==, 1);
}

static void
test_unlinked (Fixture       *fixture,
               gconstpointer  data)
{
  Talk said = talk (fixture);
  TlGoal *goal = add_goal (fixture, "Kept");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;

  tl_statement_set_goal (said.work, goal);
  choose (choices, said.work, TL_INTO_STAYS, goal);
  news = apply (fixture, said.conversation, choices);
  g_assert_cmpuint (news->len, ==, 1);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_UNLINKED), ==, 1);
  g_assert_null (get_goal (fixture, "understand their strategy"));
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 1);
}

static void
test_long_words (Fixture       *fixture,
                 gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  g_autoptr (GString) words = g_string_new ("écoute");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;
  TlGoal *goal;

  while (words->len < 2000)
    g_string_append (words, " büchern");
  choose (choices, say (fixture, conversation, words->str, TL_FACET_WORK), TL_INTO_NEW_GOAL, NULL);
  news = apply (fixture, conversation, choices);
  goal = get_goal (fixture, words->str);
  g_assert_true (g_str_has_prefix (tl_goal_get_title (goal), "Écoute büchern"));
  g_assert_true (g_str_has_suffix (tl_goal_get_title (goal), "büchern…"));
  g_assert_cmpint (g_utf8_strlen (tl_goal_get_title (goal), -1), <=, 200);
  g_assert_cmpstr (tl_goal_get_description (goal), ==, words->str);
}

static void
assert_refused (Fixture        *fixture,
                TlConversation *conversation,
                GPtrArray      *choices,
                const char     *named)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_memory_text (fixture->model);
  g_autofree char *after = NULL;

  g_assert_false (tl_into_goals_apply (fixture->document, conversation, choices, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, named));
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  Talk said = talk (fixture);
  TlConversation *other = start (fixture, "Ben");
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (TlGoal) gone = g_object_ref (add_goal (fixture, "Gone"));
  g_autoptr (GPtrArray) none = choices_new ();
  g_autoptr (GPtrArray) without = choices_new ();
  g_autoptr (GPtrArray) lost = choices_new ();
  g_autoptr (GPtrArray) foreign = choices_new ();

  tl_document_remove (fixture->document, TL_ENTITY (gone));
  assert_refused (fixture, said.conversation, none, "at least one");

  /* The first could be done, and is not. */
  choose (without, said.work, TL_INTO_NEW_GOAL, NULL);
  choose (without, said.impact, TL_INTO_EXISTING, NULL);
  assert_refused (fixture, said.conversation, without, "“help them with their customers”");
  news = tl_into_goals_preview (fixture->document, without);
  g_assert_cmpuint (news->len, ==, 1);
  choose (lost, said.impact, TL_INTO_EXISTING, gone);
  assert_refused (fixture, said.conversation, lost, "Choose the goal");
  choose (foreign, said.work, TL_INTO_NEW_GOAL, NULL);
  assert_refused (fixture, other, foreign, "no longer part of this conversation");
}

static void
test_read_only (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = choices_new ();

  talk (fixture);
  reopen_read_only (fixture);
  choose (choices, find_statement (fixture, "understand their strategy"), TL_INTO_NEW_GOAL, NULL);
  g_assert_false (tl_into_goals_apply (fixture->document, get_conversation (fixture, 0), choices, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 0);
}

static TlIntoChoice *
find_choice (GPtrArray   *choices,
             TlStatement *statement)
{
  for (guint i = 0; i < choices->len; i++)
    if (((TlIntoChoice *) choices->pdata[i])->statement == statement)
      return choices->pdata[i];

  g_assert_not_reached ();
}

static TlGoal *
find_similar (const char *text,
              gpointer    user_data)
{
  return strstr (text, "revenue") != NULL || strstr (text, "spring") != NULL ? user_data : NULL;
}

static void
test_suggest (Fixture       *fixture,
              gconstpointer  data)
{
  Talk said = talk (fixture);
  TlGoal *objective = add_goal (fixture, "Grow revenue");
  g_autoptr (GPtrArray) choices = NULL;

  /* Nothing agreed, nothing alike: all stays. */
  choices = tl_into_goals_suggest (said.conversation, NULL, NULL);
  g_assert_cmpuint (choices->len, ==, 4);
  for (guint i = 0; i < choices->len; i++)
    g_assert_cmpint (((TlIntoChoice *) choices->pdata[i])->into, ==, TL_INTO_STAYS);
  g_clear_pointer (&choices, g_ptr_array_unref);

  /* The agreed work becomes a goal, and so does what it is for. */
  tl_statement_set_agreed (said.work, TRUE);
  choices = tl_into_goals_suggest (said.conversation, NULL, NULL);
  g_assert_cmpint (find_choice (choices, said.work)->into, ==, TL_INTO_NEW_GOAL);
  g_assert_cmpint (find_choice (choices, said.impact)->into, ==, TL_INTO_NEW_GOAL);
  g_assert_cmpint (find_choice (choices, said.result)->into, ==, TL_INTO_NEW_GOAL);
  g_assert_cmpint (find_choice (choices, said.note)->into, ==, TL_INTO_STAYS);
  g_clear_pointer (&choices, g_ptr_array_unref);

  /* What was done already needs no goal any more. */
  tl_statement_set_action_state (said.work, TL_ACTION_STATE_DONE);
  choices = tl_into_goals_suggest (said.conversation, NULL, NULL);
  g_assert_cmpint (find_choice (choices, said.work)->into, ==, TL_INTO_STAYS);
  tl_statement_set_action_state (said.work, TL_ACTION_STATE_OPEN);
  g_clear_pointer (&choices, g_ptr_array_unref);

  /* With an objective in similar words the chain is closed; a note is only offered it. */
  choices = tl_into_goals_suggest (said.conversation, find_similar, objective);
  g_assert_cmpint (find_choice (choices, said.work)->into, ==, TL_INTO_NEW_GOAL);
  g_assert_cmpint (find_choice (choices, said.impact)->into, ==, TL_INTO_NEW_GOAL);
  g_assert_cmpint (find_choice (choices, said.result)->into, ==, TL_INTO_EXISTING);
  g_assert_true (find_choice (choices, said.result)->goal == objective);
  g_assert_cmpint (find_choice (choices, said.note)->into, ==, TL_INTO_STAYS);
  g_assert_null (find_choice (choices, said.note)->goal);
  g_assert_true (find_choice (choices, said.note)->similar == objective);
  g_clear_pointer (&choices, g_ptr_array_unref);

  /* What has become a goal stays that goal. */
  tl_statement_set_goal (said.note, objective);
  choices = tl_into_goals_suggest (said.conversation, NULL, NULL);
  g_assert_cmpint (find_choice (choices, said.note)->into, ==, TL_INTO_EXISTING);
  g_assert_true (find_choice (choices, said.note)->goal == objective);
}

/* Forty statements, each linked with the next, and a cascade in which some goals are linked the other way round */
static void
test_forty (Fixture       *fixture,
            gconstpointer  data)
{
  TlConversation *conversation = start (fixture, "Ada");
  g_autoptr (GPtrArray) choices = choices_new ();
  g_autoptr (GPtrArray) news = NULL;
  TlStatement *last = NULL;
  TlGoal *last_goal = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("statement %u", i);
      TlStatement *statement = say (fixture, conversation, text, TL_FACET_WORK + i / 14);
      TlGoal *goal = i % 5 < 2 ? add_goal (fixture, text) : NULL;

      if (last != NULL)
        g_assert_nonnull (tl_conversation_edits_connect (fixture->document, last, statement, FALSE, NULL));
      if (goal != NULL && last_goal != NULL)
        tl_document_connect (fixture->document, goal, last_goal, NULL);
      choose (choices, statement, goal != NULL ? TL_INTO_EXISTING : TL_INTO_NEW_GOAL, goal);
      last = statement;
      last_goal = goal;
    }

  news = apply (fixture, conversation, choices);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_GOAL), ==, 24);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_LINKED), ==, 16);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_LEFT_OUT), ==, 8);
  g_assert_cmpuint (count_news (news, TL_INTO_NEWS_CONTRIBUTION), ==, 39 - 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  use_own_data_folder ();

  ADD ("into-goals/apply", test_apply);
  ADD ("into-goals/existing-contribution", test_existing_contribution);
  ADD ("into-goals/left-out", test_left_out);
  ADD ("into-goals/left-out-of-the-plan", test_left_out_of_the_plan);
  ADD ("into-goals/unlinked", test_unlinked);
  ADD ("into-goals/long-words", test_long_words);
  ADD ("into-goals/refused", test_refused);
  ADD ("into-goals/read-only", test_read_only);
  ADD ("into-goals/suggest", test_suggest);
  ADD ("into-goals/forty", test_forty);

  return g_test_run ();
}
