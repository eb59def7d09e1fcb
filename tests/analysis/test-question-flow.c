/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of the questions, in small conversations.  Long ones at random are in test-question-walks.c. */

#include "config.h"

#include "coaching-fixture.h"

typedef struct
{
  TlModel        *model;
  TlPerson       *person;
  TlConversation *conversation;
  TlQuestionSet  *set;
} Talk;

static void
talk_init (Talk       *self,
           const char *set)
{
  self->model = new_model ();
  self->person = add_person (self->model, "Amara Lindqvist",
                             add_organisation (self->model, "Northwind", TL_ORGANISATION_KIND_OWN));
  self->conversation = add_conversation (self->model, self->person, DAY (2026, 11, 20));
  self->set = load_set (set);
}

static void
talk_clear (Talk *self)
{
  g_clear_object (&self->set);
  g_clear_object (&self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static TlQuestion *
ask (Talk       *talk,
     const char *kind)
{
  TlQuestion *question = tl_question_flow_next (talk->set, NULL, talk->conversation);

  g_assert_nonnull (question);
  g_assert_cmpstr (question->kind, ==, kind);
  g_assert_cmpint (question->state, ==, TL_QUESTION_OPEN);
  return question;
}

static void
stand_at (Talk             *talk,
          const TlQuestion *question)
{
  tl_conversation_set_place (talk->conversation, question->key);
}

/* As the window does: the answer, its link, and the place */
static TlStatement *
answer (Talk          *talk,
        const char    *kind,
        const char    *text,
        TlFacet        facet,
        TlBeneficiary  beneficiary)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);
  TlStatement *about = NULL;
  TlStatement *statement = say (talk->conversation, text, facet);

  tl_statement_set_question (statement, question->key);
  tl_statement_set_beneficiary (statement, beneficiary != TL_BENEFICIARY_UNSET ? beneficiary : question->beneficiary);
  if (question->about != NULL && facet != TL_FACET_UNSET)
    {
      about = TL_STATEMENT (tl_model_lookup (talk->model, question->about));
      connect_statements (question->answer_helps ? statement : about, question->answer_helps ? about : statement,
                          question->loop);
    }
  stand_at (talk, question);
  return statement;
}

static void
fill_in (Talk       *talk,
         const char *kind,
         const char *property,
         const char *text)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);
  TlEntity *about = tl_model_lookup (talk->model, question->about);

  g_assert_cmpint (question->answer, ==, TL_ANSWER_FIELD);
  g_assert_cmpstr (question->property, ==, property);
  if (g_str_equal (property, "due"))
    tl_statement_set_due (TL_STATEMENT (about), DAY (2027, 1, 31));
  else
    g_object_set (about, property, text, NULL);
  stand_at (talk, question);
}

static void
skip (Talk       *talk,
      const char *kind)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);
  const char *before = tl_conversation_get_skipped (talk->conversation);
  g_autofree char *after = before != NULL ? g_strdup_printf ("%s\n%s", before, question->key) : g_strdup (question->key);

  tl_conversation_set_skipped (talk->conversation, after);
  stand_at (talk, question);
}

static void
assert_finished (Talk *talk)
{
  g_autoptr (TlQuestion) question = tl_question_flow_next (talk->set, NULL, talk->conversation);

  g_assert_null (question);
}

static void
test_begins (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (TlQuestion) question = NULL;

  talk_init (&talk, "work-impact-result");
  question = ask (&talk, "success");
  g_assert_cmpstr (question->key, ==, "success");
  g_assert_cmpstr (question->text, ==, "How do you think about success?");
  g_assert_null (question->about);
  g_assert_cmpint (question->answer, ==, TL_ANSWER_STATEMENT);
  g_assert_cmpint (question->facet, ==, TL_FACET_UNSET);
}

/* The worked example of the domain, said in the order in which it is told there */
static void
test_worked_example (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *account, *trusted, *bond, *grows;
  g_autoptr (TlQuestion) question = NULL;

  talk_init (&talk, "work-impact-result");
  account = answer (&talk, "success", "Grow account revenue.", TL_FACET_RESULT, TL_BENEFICIARY_ORGANISATION);

  question = ask (&talk, "impact-for-result");
  g_assert_cmpstr (question->text, ==, "What Impact on other people would lead to “\u2068Grow account revenue\u2069”?");
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (account)));
  g_assert_cmpint (question->facet, ==, TL_FACET_IMPACT);
  trusted = answer (&talk, "impact-for-result", "Be seen as a trusted advisor", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  tl_statement_set_reputation (trusted, TRUE);

  bond = answer (&talk, "impact-for-reputation", "Help the client forge a stronger bond with their customers",
                 TL_FACET_IMPACT, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  fill_in (&talk, "looks-like", "detail", "Their customers renew without being asked twice.");
  answer (&talk, "work", "Deeply understand the client’s strategy and how their customers perceive them",
          TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "skills", "skills", "Two days with their service desk");
  fill_in (&talk, "by-when", "due", NULL);
  answer (&talk, "more-work", "Apply knowledge of their industry and of emerging technology", TL_FACET_WORK,
          TL_BENEFICIARY_UNSET);
  skip (&talk, "skills");
  fill_in (&talk, "by-when", "due", NULL);
  skip (&talk, "result-by-when");
  skip (&talk, "what-else");
  grows = answer (&talk, "results-for-them", "Client grows revenue", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  g_assert_cmpint (tl_statement_get_beneficiary (grows), ==, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  skip (&talk, "result-by-when");
  skip (&talk, "further-out");

  g_clear_pointer (&question, tl_question_free);
  question = ask (&talk, "loop");
  g_assert_true (question->loop);
  g_assert_true (g_strv_contains ((const char *const *) question->choices, tl_entity_get_id (TL_ENTITY (grows))));
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (bond)));
  connect_statements (grows, bond, TRUE);
  stand_at (&talk, question);
  assert_finished (&talk);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question-flow/begins", test_begins);
  g_test_add_func ("/question-flow/worked-example", test_worked_example);

  return g_test_run ();
}
