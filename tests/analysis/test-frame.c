/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coaching-fixture.h"
#include "tl-frame-compare.h"
#include "tl-frame.h"

typedef struct
{
  TlModel        *model;
  TlPerson       *person;
  TlConversation *conversation;
} Talk;

static void
talk_init (Talk *self)
{
  self->model = new_model ();
  self->person = add_person (self->model, "Amara Lindqvist",
                             add_organisation (self->model, "Northwind", TL_ORGANISATION_KIND_OWN));
  self->conversation = add_conversation (self->model, self->person, DAY (2026, 11, 20));
}

static void
talk_clear (Talk *self)
{
  g_clear_object (&self->model);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Talk, talk_clear)

static TlStatement *
say_for (Talk          *talk,
         const char    *text,
         TlFacet        facet,
         TlBeneficiary  beneficiary)
{
  TlStatement *statement = say (talk->conversation, text, facet);

  tl_statement_set_beneficiary (statement, beneficiary);
  return statement;
}

static void
complete_work (TlStatement *work)
{
  tl_statement_set_skills (work, "Two days with their service desk");
  tl_statement_set_due (work, DAY (2027, 1, 31));
}

/* The kinds of the findings, as numbers in a line: what is found and what is not is one thing to look at */
static void
assert_findings (Talk               *talk,
                 const TlFrameFindingKind *kinds,
                 guint               n_kinds)
{
  g_autoptr (TlFrame) frame = tl_frame_new (NULL, talk->conversation);
  g_autoptr (GPtrArray) found = tl_frame_dup_findings (frame);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) actual = g_string_new (NULL);

  for (guint i = 0; i < n_kinds; i++)
    g_string_append_printf (expected, "%d ", kinds[i]);
  for (guint i = 0; i < found->len; i++)
    {
      const TlFrameFinding *finding = g_ptr_array_index (found, i);

      g_assert_true (g_str_has_suffix (finding->what, "."));
      g_assert_true (g_str_has_suffix (finding->why, "."));
      g_assert_true (g_str_has_suffix (finding->next, "."));
      g_assert_nonnull (finding->statement);
      g_assert_null (strstr (finding->what, "%"));
      g_string_append_printf (actual, "%d ", finding->kind);
    }

  g_assert_cmpstr (actual->str, ==, expected->str);
}

#define ASSERT_FINDINGS(talk, ...)                                            \
  G_STMT_START {                                                              \
    const TlFrameFindingKind kinds_[] = { __VA_ARGS__ };                      \
    assert_findings (talk, kinds_, G_N_ELEMENTS (kinds_));                    \
  } G_STMT_END

static const TlFrameFinding *
get_finding (GPtrArray          *found,
             TlFrameFindingKind  kind)
{
  for (guint i = 0; i < found->len; i++)
    {
      const TlFrameFinding *finding = g_ptr_array_index (found, i);

      if (finding->kind == kind)
        return finding;
    }

  g_assert_not_reached ();
}

static void
test_empty (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (TlFrame) frame = NULL;

  talk_init (&talk);
  assert_findings (&talk, NULL, 0);
  say (talk.conversation, "I do not know yet", TL_FACET_UNSET);
  assert_findings (&talk, NULL, 0);

  frame = tl_frame_new (NULL, talk.conversation);
  g_assert_cmpuint (tl_frame_get_circles (frame), ==, 0);
}

static void
test_only_results (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *revenue;
  g_autoptr (TlFrame) frame = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const TlFrameFinding *finding;

  talk_init (&talk);
  revenue = say (talk.conversation, "Grow our revenue", TL_FACET_RESULT);
  say (talk.conversation, "Win the tender", TL_FACET_RESULT);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_ONLY_RESULTS, TL_FRAME_FINDING_METRIC);

  frame = tl_frame_new (NULL, talk.conversation);
  found = tl_frame_dup_findings (frame);
  finding = get_finding (found, TL_FRAME_FINDING_ONLY_RESULTS);
  g_assert_cmpstr (finding->statement, ==, tl_entity_get_id (TL_ENTITY (revenue)));
  g_assert_cmpstr (finding->what, ==, "There are only Results here so far.");

  /* A note makes no difference, Work does. */
  say (talk.conversation, "Something aside", TL_FACET_UNSET);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_ONLY_RESULTS, TL_FRAME_FINDING_METRIC);
  complete_work (say (talk.conversation, "Call our clients", TL_FACET_WORK));
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_METRIC, TL_FRAME_FINDING_DIFFERENCE);
}

static void
test_metric (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *work, *impact, *first, *second, *theirs;
  g_autoptr (TlFrame) frame = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const TlFrameFinding *finding;

  talk_init (&talk);
  work = say (talk.conversation, "Sell the upgrade", TL_FACET_WORK);
  complete_work (work);
  first = say (talk.conversation, "Sell 20 upgrades", TL_FACET_RESULT);
  second = say (talk.conversation, "Earn the bonus", TL_FACET_RESULT);
  theirs = say_for (&talk, "Client saves a tenth", TL_FACET_RESULT, TL_BENEFICIARY_CUSTOMER);

  /* Work straight to a Result is no reason for anybody else. */
  connect_statements (work, first, FALSE);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_METRIC, TL_FRAME_FINDING_RESULT, TL_FRAME_FINDING_DIFFERENCE);
  frame = tl_frame_new (NULL, talk.conversation);
  found = tl_frame_dup_findings (frame);
  finding = get_finding (found, TL_FRAME_FINDING_METRIC);
  g_assert_cmpuint (finding->n_others, ==, 1);
  g_assert_cmpstr (finding->statement, ==, tl_entity_get_id (TL_ENTITY (first)));
  g_assert_cmpstr (finding->what, ==,
                   "No Impact leads to “\u2068Sell 20 upgrades\u2069” yet. The same goes for 1 other statement.");

  impact = say_for (&talk, "The client’s drivers get home earlier", TL_FACET_IMPACT, TL_BENEFICIARY_COMMUNITY);
  tl_statement_set_detail (impact, "Two hours a week");
  connect_statements (work, impact, FALSE);
  connect_statements (impact, theirs, FALSE);
  connect_statements (impact, second, FALSE);
  connect_statements (second, first, FALSE);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_LOOP);
  connect_statements (theirs, impact, TRUE);
  assert_findings (&talk, NULL, 0);
}

static void
test_inside (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *impact, *work, *second;

  talk_init (&talk);
  work = say (talk.conversation, "Write down how we estimate", TL_FACET_WORK);
  complete_work (work);
  impact = say_for (&talk, "Our team plans without fear", TL_FACET_IMPACT, TL_BENEFICIARY_TEAM);
  tl_statement_set_detail (impact, "Nobody works on a Sunday");
  connect_statements (work, impact, FALSE);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_INSIDE, TL_FRAME_FINDING_EVIDENCE);

  /* One of which nobody knows how far it reaches may reach further. */
  second = say (talk.conversation, "Fewer surprises", TL_FACET_IMPACT);
  tl_statement_set_detail (second, "None in a month");
  connect_statements (work, second, FALSE);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_WHO, TL_FRAME_FINDING_EVIDENCE);
  tl_statement_set_beneficiary (second, TL_BENEFICIARY_CUSTOMER);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_EVIDENCE, TL_FRAME_FINDING_WIDER);
}

static void
test_gaps (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *impact, *reputation;

  talk_init (&talk);
  reputation = say (talk.conversation, "Be seen as a trusted partner", TL_FACET_RESULT);
  tl_statement_set_reputation (reputation, TRUE);
  say (talk.conversation, "Call our clients", TL_FACET_WORK);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_REPUTATION, TL_FRAME_FINDING_DIFFERENCE, TL_FRAME_FINDING_SKILLS,
                   TL_FRAME_FINDING_DUE);

  impact = say_for (&talk, "Clients sleep better", TL_FACET_IMPACT, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  connect_statements (impact, reputation, FALSE);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_DETAIL, TL_FRAME_FINDING_WORK, TL_FRAME_FINDING_DIFFERENCE,
                   TL_FRAME_FINDING_SKILLS, TL_FRAME_FINDING_DUE, TL_FRAME_FINDING_THEIR_RESULTS,
                   TL_FRAME_FINDING_WIDER, TL_FRAME_FINDING_LOOP);
}

static void
test_balance_and_circles (void)
{
  g_auto (Talk) talk = { 0, };
  g_autoptr (TlFrame) frame = NULL;
  guint n[TL_N_FRAME_COLUMNS];

  talk_init (&talk);
  say_for (&talk, "Learn", TL_FACET_WORK, TL_BENEFICIARY_COMMUNITY);
  say_for (&talk, "Better", TL_FACET_IMPACT, TL_BENEFICIARY_CUSTOMER);
  say_for (&talk, "Best", TL_FACET_IMPACT, TL_BENEFICIARY_UNSET);
  say_for (&talk, "More", TL_FACET_RESULT, TL_BENEFICIARY_TEAM);
  say (talk.conversation, "Aside", TL_FACET_UNSET);

  frame = tl_frame_new (NULL, talk.conversation);
  tl_frame_get_balance (frame, n);
  g_assert_cmpuint (n[0], ==, 1);
  g_assert_cmpuint (n[1], ==, 2);
  g_assert_cmpuint (n[2], ==, 1);
  g_assert_cmpuint (tl_frame_get_circles (frame), ==, 1u << TL_BENEFICIARY_CUSTOMER | 1u << TL_BENEFICIARY_TEAM);
}

/* A circle of statements, and one that is linked with itself, as a damaged document may hold them */
static void
test_circles_of_links (void)
{
  g_auto (Talk) talk = { 0, };
  TlStatement *a, *b;

  talk_init (&talk);
  a = say (talk.conversation, "One", TL_FACET_RESULT);
  b = say (talk.conversation, "Two", TL_FACET_RESULT);
  connect_statements (a, b, FALSE);
  connect_statements (b, a, FALSE);
  connect_statements (a, a, FALSE);
  ASSERT_FINDINGS (&talk, TL_FRAME_FINDING_ONLY_RESULTS);
}

static void
assert_change (GPtrArray         *changes,
               guint              index,
               TlFrameChangeKind  kind,
               const char        *sentence)
{
  const TlFrameChange *change;

  g_assert_cmpuint (index, <, changes->len);
  change = g_ptr_array_index (changes, index);
  g_assert_cmpstr (change->sentence, ==, sentence);
  g_assert_cmpint (change->kind, ==, kind);
}

static void
test_compare (void)
{
  g_auto (Talk) talk = { 0, };
  TlConversation *now;
  TlStatement *done, *open;
  g_autoptr (GPtrArray) changes = NULL;

  talk_init (&talk);
  now = add_conversation (talk.model, talk.person, DAY (2026, 11, 20));
  say (talk.conversation, "Grow revenue", TL_FACET_RESULT);
  say (talk.conversation, "Build relationships across the account", TL_FACET_WORK);
  say (talk.conversation, "Win the tender", TL_FACET_RESULT);
  say (talk.conversation, "A thought aside", TL_FACET_UNSET);
  done = say (talk.conversation, "Visit three clients", TL_FACET_WORK);
  tl_statement_set_agreed (done, TRUE);
  tl_statement_set_action_state (done, TL_ACTION_STATE_DONE);
  tl_statement_set_learned (done, "They want to be asked.");
  open = say (talk.conversation, "Read their report", TL_FACET_WORK);
  tl_statement_set_agreed (open, TRUE);

  say (now, "GROW REVENUE", TL_FACET_RESULT);
  say (now, "Build relationships across the whole account", TL_FACET_IMPACT);
  say (now, "A thought aside", TL_FACET_WORK);
  say (now, "Teach their drivers", TL_FACET_WORK);
  say (now, "Read their report", TL_FACET_WORK);

  changes = tl_frame_compare (talk.conversation, now);
  assert_change (changes, 0, TL_FRAME_CHANGE_PROMISED,
                 "Agreed and done: “\u2068Visit three clients\u2069”. What came of it: “\u2068They want to be asked\u2069”.");
  assert_change (changes, 1, TL_FRAME_CHANGE_PROMISED, "Agreed and still open: “\u2068Read their report\u2069”.");
  assert_change (changes, 2, TL_FRAME_CHANGE_MOVED, "Moved from the notes to Work: “\u2068A thought aside\u2069”.");
  assert_change (changes, 3, TL_FRAME_CHANGE_MOVED,
                 "Moved from Work to Impact: “\u2068Build relationships across the whole account\u2069”.");
  assert_change (changes, 4, TL_FRAME_CHANGE_NEW, "New: “\u2068Teach their drivers\u2069”.");
  assert_change (changes, 5, TL_FRAME_CHANGE_GONE, "Not said this time: “\u2068Win the tender\u2069”.");
  g_assert_cmpuint (changes->len, ==, 6);
}

static void
test_compare_promises (void)
{
  g_auto (Talk) talk = { 0, };
  TlConversation *now;
  TlStatement *let_go, *late;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) nothing = NULL;
  g_autofree char *day = tl_date_format (DAY (2026, 5, 3));
  g_autofree char *sentence = g_strdup_printf ("Agreed for %s and still open: “\u2068Ask them\u2069”.", day);

  talk_init (&talk);
  now = add_conversation (talk.model, talk.person, DAY (2027, 1, 20));
  late = say (talk.conversation, "Ask them", TL_FACET_WORK);
  tl_statement_set_agreed (late, TRUE);
  tl_statement_set_due (late, DAY (2026, 5, 3));
  let_go = say (talk.conversation, "Travel more", TL_FACET_WORK);
  tl_statement_set_agreed (let_go, TRUE);
  tl_statement_set_action_state (let_go, TL_ACTION_STATE_LET_GO);

  changes = tl_frame_compare (talk.conversation, now);
  assert_change (changes, 0, TL_FRAME_CHANGE_PROMISED, sentence);
  assert_change (changes, 1, TL_FRAME_CHANGE_PROMISED, "Agreed and let go: “\u2068Travel more\u2069”.");
  g_assert_cmpuint (changes->len, ==, 2);

  nothing = tl_frame_compare (now, now);
  g_assert_cmpuint (nothing->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frame/empty", test_empty);
  g_test_add_func ("/frame/only-results", test_only_results);
  g_test_add_func ("/frame/metric", test_metric);
  g_test_add_func ("/frame/inside", test_inside);
  g_test_add_func ("/frame/gaps", test_gaps);
  g_test_add_func ("/frame/balance-and-circles", test_balance_and_circles);
  g_test_add_func ("/frame/circles-of-links", test_circles_of_links);
  g_test_add_func ("/frame/compare", test_compare);
  g_test_add_func ("/frame/compare-promises", test_compare_promises);

  return g_test_run ();
}
