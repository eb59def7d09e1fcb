/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The order of the questions, in small conversations.  Long ones at random are in test-question-walks.c. */

#include "config.h"

#include "coaching-fixture.h"
#include "tl-frame.h"

typedef struct
{
  TlModel        *model;
  TlPerson       *person;
  TlConversation *conversation;
  TlQuestionSet  *set;
  TlCues         *cues;         /* none: only what the fields say */
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
  g_clear_pointer (&self->cues, tl_cues_free);
  g_clear_object (&self->set);
  g_clear_object (&self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static TlQuestion *
ask (Talk       *talk,
     const char *kind)
{
  TlQuestion *question = ask_next (talk->set, talk->cues, talk->conversation);

  g_assert_nonnull (question);
  g_assert_cmpstr (question->kind, ==, kind);
  g_assert_cmpint (question->state, ==, TL_QUESTION_OPEN);
  return question;
}

static void
assert_next (Talk       *talk,
             const char *kind)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);

  g_assert_nonnull (question);
}

static TlStatement *
answer (Talk          *talk,
        const char    *kind,
        const char    *text,
        TlFacet        facet,
        TlBeneficiary  beneficiary)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);

  return answer_question (talk->conversation, question, text, facet, beneficiary);
}

static void
fill_in (Talk       *talk,
         const char *kind,
         const char *property,
         const char *text)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);

  g_assert_cmpstr (question->property, ==, property);
  fill_field (talk->conversation, question, text);
}

static void
skip (Talk       *talk,
      const char *kind)
{
  g_autoptr (TlQuestion) question = ask (talk, kind);

  skip_question (talk->conversation, question);
}

static void
assert_finished (Talk *talk)
{
  g_autoptr (TlQuestion) question = ask_next (talk->set, talk->cues, talk->conversation);

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

static TlCues *
load_cues (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("THROUGHLINE_DATADIR"), "coaching", "cues-en.ini", NULL);
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  TlCues *cues;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  cues = tl_cues_new (data, length, &error);
  g_assert_no_error (error);
  return cues;
}

/* Sorted as it is suggested, with nobody deciding otherwise */
static TlStatement *
answer_sorted (Talk       *talk,
               const char *kind,
               const char *text)
{
  g_autoptr (TlSorting) sorting = tl_cues_sort (talk->cues, text);
  TlStatement *statement = answer (talk, kind, text, sorting->facet, sorting->beneficiary);

  tl_statement_set_reputation (statement, sorting->reputation);
  return statement;
}

static gboolean
is_linked (TlStatement *from,
           TlStatement *to,
           gboolean     loop)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_STATEMENT_LINK, "from");

  for (guint i = 0; i < links->len; i++)
    {
      TlStatementLink *link = g_ptr_array_index (links, i);

      if (tl_statement_link_get_to (link) == to && tl_statement_link_get_loop (link) == loop)
        return TRUE;
    }

  return FALSE;
}

/* The worked example of the domain, said in the order in which it is told there: it ends in its frame. */
static void
test_worked_example (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *account, *trusted, *bond, *understand, *apply, *grows;
  g_autoptr (TlQuestion) question = NULL;
  g_autoptr (TlFrame) frame = NULL;
  g_autoptr (GPtrArray) links = NULL;
  guint n[TL_N_FRAME_COLUMNS];

  talk_init (&talk, "work-impact-result");
  talk.cues = load_cues ();
  account = answer_sorted (&talk, "success", "Grow account revenue.");

  question = ask (&talk, "impact-for-result");
  g_assert_cmpstr (question->text, ==, "What Impact on other people would lead to “\u2068Grow account revenue\u2069”?");
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (account)));
  g_assert_cmpint (question->facet, ==, TL_FACET_IMPACT);
  trusted = answer_sorted (&talk, "impact-for-result", "be seen as a trusted advisor");
  bond = answer_sorted (&talk, "impact-for-reputation", "help the client forge a stronger bond with their customers");
  fill_in (&talk, "looks-like", "detail", "Their customers renew without being asked twice.");
  understand = answer_sorted (&talk, "work",
                              "deeply understand the client's strategy and how their customers perceive them");
  fill_in (&talk, "skills", "skills", "Two days with their service desk");
  fill_in (&talk, "by-when", "due", NULL);
  apply = answer_sorted (&talk, "more-work", "apply knowledge of their industry and of emerging technology");
  skip (&talk, "skills");
  fill_in (&talk, "by-when", "due", NULL);
  skip (&talk, "result-by-when");
  grows = answer_sorted (&talk, "results-for-them", "client grows revenue");
  skip (&talk, "result-by-when");
  skip (&talk, "further-out");

  g_clear_pointer (&question, tl_question_free);
  question = ask (&talk, "loop");
  g_assert_true (question->loop);
  g_assert_true (g_strv_contains ((const char *const *) question->choices, tl_entity_get_id (TL_ENTITY (grows))));
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (bond)));
  connect_statements (grows, bond, TRUE);
  tl_conversation_set_place (talk.conversation, question->key);
  skip (&talk, "what-else");
  assert_finished (&talk);

  frame = tl_frame_new (talk.cues, talk.conversation);
  tl_frame_get_balance (frame, n);
  g_assert_cmpuint (n[0], ==, 2);
  g_assert_cmpuint (n[1], ==, 1);
  g_assert_cmpuint (n[2], ==, 3);
  g_assert_true (tl_statement_get_reputation (trusted));
  g_assert_cmpint (tl_statement_get_beneficiary (bond), ==, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  g_assert_cmpint (tl_statement_get_beneficiary (grows), >=, TL_BENEFICIARY_CUSTOMER);
  g_assert_true (is_linked (trusted, account, FALSE));
  g_assert_true (is_linked (bond, trusted, FALSE));
  g_assert_true (is_linked (understand, bond, FALSE));
  g_assert_true (is_linked (apply, bond, FALSE));
  g_assert_true (is_linked (bond, grows, FALSE));
  g_assert_true (is_linked (grows, bond, TRUE));
  links = tl_conversation_dup_links (talk.conversation);
  g_assert_cmpuint (links->len, ==, 6);
}

/* The other way round: who begins with Work is asked for whom it is, and what comes of it. */
static void
test_from_work_up (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (TlQuestion) question = NULL;
  TlStatement *work;

  talk_init (&talk, "work-impact-result");
  work = answer (&talk, "success", "Answer each call myself", TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  question = ask (&talk, "difference");
  g_assert_cmpstr (question->text, ==, "Whom does it help, and how, when you do this: “\u2068Answer each call myself\u2069”?");
  g_assert_false (question->answer_helps);
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (work)));
  answer (&talk, "difference", "They sleep better", TL_FACET_IMPACT, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "for-whom", "who", "The night shift of the control room");
  fill_in (&talk, "looks-like", "detail", "No calls between two and four");
  skip (&talk, "more-work");

  g_clear_pointer (&question, tl_question_free);
  question = ask (&talk, "why-they-care");
  g_assert_cmpstr (question->hint, ==,
                   "Think of \u2068The night shift of the control room\u2069: what could they count or show?");
  answer (&talk, "why-they-care", "Fewer mistakes at dawn", TL_FACET_RESULT, TL_BENEFICIARY_CUSTOMER);
  skip (&talk, "result-by-when");
  fill_in (&talk, "skills", "skills", "A second telephone");
  fill_in (&talk, "by-when", "due", NULL);
  answer (&talk, "further-out", "Patients are safer", TL_FACET_IMPACT, TL_BENEFICIARY_COMMUNITY);
  skip (&talk, "looks-like");
}

/* Depth first: the thread that was opened is followed to its end before the next one. */
static void
test_depth_first (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *second;

  talk_init (&talk, "work-impact-result");
  answer (&talk, "success", "Grow revenue", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  second = say (talk.conversation, "Win the tender", TL_FACET_RESULT);
  tl_statement_set_question (second, "success");
  answer (&talk, "impact-for-result", "Clients plan ahead", TL_FACET_IMPACT, TL_BENEFICIARY_CUSTOMER);
  fill_in (&talk, "looks-like", "detail", "A plan for the year");
  answer (&talk, "work", "Show them how", TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "skills", "skills", "Patience");
  fill_in (&talk, "by-when", "due", NULL);
  skip (&talk, "more-work");
  skip (&talk, "result-by-when");

  g_autoptr (TlQuestion) question = ask (&talk, "impact-for-result");
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (second)));
  g_assert_cmpstr (question->choices[0], !=, NULL);
}

static void
test_note_opens_another_way (void)
{
  g_auto (Talk) talk = { 0, };

  talk_init (&talk, "work-impact-result");
  answer (&talk, "success", "I have never asked myself", TL_FACET_UNSET, TL_BENEFICIARY_UNSET);
  answer (&talk, "another-way", "They trust us with the whole building", TL_FACET_IMPACT, TL_BENEFICIARY_CUSTOMER);
  assert_next (&talk, "looks-like");
}

static void
test_everything_skipped (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (GPtrArray) list = NULL;

  talk_init (&talk, "work-impact-result");
  skip (&talk, "success");
  skip (&talk, "another-way");
  skip (&talk, "what-else");
  assert_finished (&talk);

  list = list_questions (talk.set, NULL, talk.conversation);
  g_assert_cmpuint (list->len, ==, 3);
  come_back (talk.conversation, "another-way");
  answer (&talk, "another-way", "Grow revenue", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  assert_next (&talk, "impact-for-result");
}

/* What is left open before the place is asked in the end. */
static void
test_round (void)
{
  g_auto (Talk) talk = { 0, };

  talk_init (&talk, "work-impact-result");
  tl_conversation_set_place (talk.conversation, "what-else");
  skip (&talk, "what-else");
  assert_next (&talk, "success");
}

static void
test_place_unknown (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (TlQuestion) question = NULL;

  talk_init (&talk, "work-impact-result");
  tl_conversation_set_place (talk.conversation, "a-question-of-another-set:0000");
  assert_next (&talk, "success");
  question = find_question (talk.set, NULL, talk.conversation, "a-question-of-another-set:0000");
  g_assert_null (question);

  /* An answer to a question that is in no set any more is asked about all the same. */
  tl_statement_set_question (say (talk.conversation, "Grow revenue", TL_FACET_RESULT), "a-question-of-another-set");
  skip (&talk, "success");
  assert_next (&talk, "impact-for-result");
}

/* The question at which one stands keeps its place in the order even when it has gone. */
static void
test_place_settled (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *first, *second;

  talk_init (&talk, "work-impact-result");
  first = answer (&talk, "success", "Grow revenue", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  second = say (talk.conversation, "Win the tender", TL_FACET_RESULT);
  tl_statement_set_question (second, "success");
  g_autoptr (TlQuestion) question = ask (&talk, "impact-for-result");
  tl_conversation_set_place (talk.conversation, question->key);
  connect_statements (say (talk.conversation, "Clients plan ahead", TL_FACET_IMPACT), first, FALSE);

  g_autoptr (TlQuestion) next = ask (&talk, "result-by-when");
  g_assert_cmpstr (next->about, ==, tl_entity_get_id (TL_ENTITY (first)));
}

static void
test_removed_answer (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *said;

  talk_init (&talk, "work-impact-result");
  said = answer (&talk, "success", "Grow revenue", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  answer (&talk, "impact-for-result", "Clients plan ahead", TL_FACET_IMPACT, TL_BENEFICIARY_CUSTOMER);
  tl_model_remove (talk.model, TL_ENTITY (said));
  assert_next (&talk, "success");
}

/* Asked about once more, and not again when the answer is no more specific than before. */
static void
test_specific_once (void)
{
  g_auto (Talk) talk = { 0, };

  talk_init (&talk, "work-impact-result");
  answer (&talk, "success", "Make things better", TL_FACET_IMPACT, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "for-whom", "who", "Somebody");
  fill_in (&talk, "looks-like", "detail", "Better");
  assert_next (&talk, "work");
}

/* What the words of a statement say already is not asked for. */
static void
test_words_answer (void)
{
  g_auto (Talk) talk = { 0, };

  talk_init (&talk, "work-impact-result");
  talk.cues = load_cues ();
  answer (&talk, "success", "Help the nurses of the night shift sleep better", TL_FACET_IMPACT, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "looks-like", "detail", "No calls between two and four");
  answer (&talk, "work", "Answer each call myself by the end of March", TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "skills", "skills", "A second telephone");
  skip (&talk, "more-work");
  assert_next (&talk, "why-they-care");
}

static void
test_two_on_one_day (void)
{
  g_auto (Talk) talk = { 0, };
  TlConversation *second;
  TlStatement *agreed, *settled;
  g_autoptr (TlQuestion) question = NULL;

  talk_init (&talk, "work-impact-result");
  agreed = say (talk.conversation, "Visit three clients", TL_FACET_WORK);
  tl_statement_set_agreed (agreed, TRUE);
  settled = say (talk.conversation, "Read their report", TL_FACET_WORK);
  tl_statement_set_agreed (settled, TRUE);
  tl_statement_set_action_state (settled, TL_ACTION_STATE_DONE);
  say (talk.conversation, "Not agreed", TL_FACET_WORK);

  /* The first one does not ask about itself, nor about what came later. */
  second = add_conversation (talk.model, talk.person, DAY (2026, 11, 20));
  assert_next (&talk, "success");

  talk.conversation = second;
  question = ask (&talk, "actions");
  g_assert_cmpstr (question->about, ==, tl_entity_get_id (TL_ENTITY (agreed)));
  g_assert_cmpstr (question->text, ==, "What came of what you set out to do last time: “\u2068Visit three clients\u2069”?");
  fill_in (&talk, "actions", "learned", "They want to be asked");
  assert_next (&talk, "success");
}

/* What nobody has said a word about is not forgotten in the third conversation. */
static void
test_open_for_long (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *agreed;

  talk_init (&talk, "grow");
  agreed = say (talk.conversation, "Visit three clients", TL_FACET_WORK);
  tl_statement_set_agreed (agreed, TRUE);
  add_conversation (talk.model, talk.person, DAY (2026, 12, 20));
  talk.conversation = add_conversation (talk.model, talk.person, DAY (2027, 1, 20));
  assert_next (&talk, "actions");
  tl_statement_set_action_state (agreed, TL_ACTION_STATE_LET_GO);
  assert_next (&talk, "goal");
}

static guint
count_open (GPtrArray  *list,
            const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const TlQuestion *question = g_ptr_array_index (list, i);

      n += question->state == TL_QUESTION_OPEN && (kind == NULL || g_str_equal (question->kind, kind));
    }

  return n;
}

static void
test_forty_statements (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (GPtrArray) list = NULL;
  TlStatement *last = NULL;
  guint n_asked = 0;

  talk_init (&talk, "work-impact-result");
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *text = g_strdup_printf ("Statement %u", i);

      last = say (talk.conversation, text, TL_FACET_WORK + i % 3);
    }

  list = list_questions (talk.set, NULL, talk.conversation);
  g_assert_cmpuint (count_open (list, NULL), ==, 20);
  g_assert_cmpuint (count_open (list, "success"), ==, 1);
  g_assert_cmpuint (count_open (list, "loop"), ==, 1);
  g_assert_cmpuint (count_open (list, "impact-for-result"), ==, 4);
  g_assert_cmpuint (count_open (list, "result-by-when"), ==, 0);

  /* What the limit leaves out can still be asked when somebody wants it. */
  g_autofree char *key = tl_question_flow_dup_key (talk.set, TL_FRAME_WORK_WITHOUT_DUE,
                                                   tl_entity_get_id (TL_ENTITY (last)));
  g_autoptr (TlQuestion) found = find_question (talk.set, NULL, talk.conversation, key);
  g_assert_nonnull (found);
  tl_conversation_set_place (talk.conversation, key);
  g_autoptr (TlQuestion) question = ask (&talk, "by-when");
  g_assert_cmpstr (question->key, ==, key);

  for (;;)
    {
      g_autoptr (TlQuestion) next = ask_next (talk.set, NULL, talk.conversation);

      if (next == NULL)
        break;
      skip_question (talk.conversation, next);
      n_asked++;
    }
  g_assert_cmpuint (n_asked, ==, 20);
}

static void
test_long_answer (void)
{
  g_auto (Talk) talk = { 0, };
  GString *text = g_string_new (NULL);
  g_autofree char *long_text = NULL;
  g_autoptr (TlQuestion) question = NULL;

  talk_init (&talk, "work-impact-result");
  while (text->len < 2000)
    g_string_append (text, "zähe Straßen ");
  long_text = g_string_free (text, FALSE);
  answer (&talk, "success", long_text, TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  question = ask (&talk, "impact-for-result");
  g_assert_true (g_str_has_suffix (question->text, "zähe Straßen…\u2069”?"));
  g_assert_cmpint (g_utf8_strlen (question->text, -1), <, 200);
}

/* Nothing that somebody says is taken for a slot or a format. */
static void
test_odd_answers (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (TlQuestion) question = NULL;

  talk_init (&talk, "work-impact-result");
  answer (&talk, "success", " {person} %s\n{statement}. ", TL_FACET_RESULT, TL_BENEFICIARY_UNSET);
  question = ask (&talk, "impact-for-result");
  g_assert_cmpstr (question->text, ==,
                   "What Impact on other people would lead to “\u2068{person} %s {statement}\u2069”?");
}

/* Two statements that answer one another, as a damaged document may hold them, are asked about all the same. */
static void
test_answers_in_a_circle (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *first, *second;
  g_autofree char *to_first = NULL;
  g_autofree char *to_second = NULL;

  talk_init (&talk, "work-impact-result");
  first = say (talk.conversation, "Grow revenue", TL_FACET_RESULT);
  second = say (talk.conversation, "Win the tender", TL_FACET_RESULT);
  to_first = g_strdup_printf ("impact-for-result:%s", tl_entity_get_id (TL_ENTITY (first)));
  to_second = g_strdup_printf ("impact-for-result:%s", tl_entity_get_id (TL_ENTITY (second)));
  tl_statement_set_question (first, to_second);
  tl_statement_set_question (second, to_first);
  skip (&talk, "success");
  skip (&talk, "what-else");
  assert_next (&talk, "result-by-when");
}

/* An answer to an answer to an answer …, longer than any stack */
static void
test_endless_thread (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *statement;
  g_autoptr (GPtrArray) list = NULL;

  talk_init (&talk, "work-impact-result");
  statement = say (talk.conversation, "Grow revenue", TL_FACET_RESULT);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *key = g_strdup_printf ("impact-for-result:%s", tl_entity_get_id (TL_ENTITY (statement)));

      statement = say (talk.conversation, "Grow more revenue", TL_FACET_RESULT);
      tl_statement_set_question (statement, key);
    }

  list = list_questions (talk.set, NULL, talk.conversation);
  g_assert_cmpuint (list->len, >=, 3000);
  g_assert_cmpuint (count_open (list, "impact-for-result"), ==, 0);
  g_autoptr (TlQuestion) question = ask_next (talk.set, NULL, talk.conversation);
  g_assert_null (question);
}

static void
test_grow (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (GPtrArray) list = NULL;

  talk_init (&talk, "grow");
  answer (&talk, "goal", "Lead the team alone by spring", TL_FACET_RESULT, TL_BENEFICIARY_TEAM);
  fill_in (&talk, "goal-by-when", "due", NULL);
  answer (&talk, "goal-for-whom", "My manager gets her evenings back", TL_FACET_IMPACT, TL_BENEFICIARY_TEAM);
  answer (&talk, "reality", "I lead half of the meetings", TL_FACET_UNSET, TL_BENEFICIARY_UNSET);
  skip (&talk, "tried");
  answer (&talk, "in-the-way", "I wait to be asked", TL_FACET_UNSET, TL_BENEFICIARY_UNSET);
  answer (&talk, "options", "Take the Monday meeting", TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  answer (&talk, "more-options", "Ask for the budget", TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  skip (&talk, "free-option");
  answer (&talk, "will", "Take the Monday meeting from next week", TL_FACET_WORK, TL_BENEFICIARY_UNSET);
  fill_in (&talk, "will-who", "who", "I");
  fill_in (&talk, "will-by-when", "due", NULL);
  fill_in (&talk, "will-with", "skills", "Half an hour with my manager");
  answer (&talk, "sure", "8", TL_FACET_UNSET, TL_BENEFICIARY_UNSET);
  assert_finished (&talk);

  /* Who and by when are asked of what will be done, and not of what could be. */
  list = list_questions (talk.set, NULL, talk.conversation);
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpint (((TlQuestion *) g_ptr_array_index (list, i))->state, !=, TL_QUESTION_OPEN);
}

static void
test_keys_for_findings (void)
{
  g_auto (Talk) talk = { 0, };
  g_autofree char *whole = NULL;
  g_autofree char *about = NULL;
  g_autofree char *nonsense = NULL;
  g_autofree char *unknown = NULL;

  talk_init (&talk, "work-impact-result");
  whole = tl_question_flow_dup_key (talk.set, TL_FRAME_ALWAYS, NULL);
  g_assert_cmpstr (whole, ==, "success");
  about = tl_question_flow_dup_key (talk.set, TL_FRAME_NO_LOOP, "17");
  g_assert_cmpstr (about, ==, "loop:17");
  nonsense = tl_question_flow_dup_key (talk.set, TL_FRAME_NO_LOOP, NULL);
  g_assert_null (nonsense);
  unknown = tl_question_flow_dup_key (talk.set, TL_FRAME_WORK_WITHOUT_WHO, "17");
  g_assert_null (unknown);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question-flow/begins", test_begins);
  g_test_add_func ("/question-flow/worked-example", test_worked_example);
  g_test_add_func ("/question-flow/from-work-up", test_from_work_up);
  g_test_add_func ("/question-flow/depth-first", test_depth_first);
  g_test_add_func ("/question-flow/note-opens-another-way", test_note_opens_another_way);
  g_test_add_func ("/question-flow/everything-skipped", test_everything_skipped);
  g_test_add_func ("/question-flow/round", test_round);
  g_test_add_func ("/question-flow/place-unknown", test_place_unknown);
  g_test_add_func ("/question-flow/place-settled", test_place_settled);
  g_test_add_func ("/question-flow/removed-answer", test_removed_answer);
  g_test_add_func ("/question-flow/specific-once", test_specific_once);
  g_test_add_func ("/question-flow/words-answer", test_words_answer);
  g_test_add_func ("/question-flow/two-on-one-day", test_two_on_one_day);
  g_test_add_func ("/question-flow/open-for-long", test_open_for_long);
  g_test_add_func ("/question-flow/forty-statements", test_forty_statements);
  g_test_add_func ("/question-flow/long-answer", test_long_answer);
  g_test_add_func ("/question-flow/odd-answers", test_odd_answers);
  g_test_add_func ("/question-flow/answers-in-a-circle", test_answers_in_a_circle);
  g_test_add_func ("/question-flow/endless-thread", test_endless_thread);
  g_test_add_func ("/question-flow/grow", test_grow);
  g_test_add_func ("/question-flow/keys-for-findings", test_keys_for_findings);

  return g_test_run ();
}
