/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"
#include "tl-attention.h"
#include "tl-check-in.h"
#include "tl-party-summary.h"

#define TODAY DAY (2026, 6, 30)

/* A name in a sentence, which has a direction of its own and leaves that of the sentence alone */
#define ISOLATED(name) "\u2068" name "\u2069"

typedef struct
{
  TlModel        *model;
  TlOrganisation *own;
  TlPerson       *person;
  TlGoal         *objective;
} Office;

static void
office_init (Office *self)
{
  self->model = new_model ();
  self->own = add_organisation (self->model, "Northwind", TL_ORGANISATION_KIND_OWN);
  self->person = add_person (self->model, "Amara Lindqvist", self->own);
  self->objective = add_goal (self->model, "Grow revenue", self->own);
}

static void
office_clear (Office *self)
{
  g_clear_object (&self->model);
}

static GPtrArray *
look_at (Office *office)
{
  g_autoptr (TlGraph) graph = tl_graph_new (office->model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, TODAY, NULL);

  return tl_attention_of_person (graph, scores, office->person);
}

/* A goal of the person that needs no attention: connected, and Work. */
static TlGoal *
add_good_goal (Office     *office,
               const char *title)
{
  TlGoal *goal = add_goal (office->model, title, office->person);

  tl_goal_set_facet (goal, TL_FACET_WORK);
  link_goals (office->model, goal, office->objective, 1, FALSE, NULL);
  return goal;
}

static void
add_check_in (Office *office,
              TlGoal *goal,
              TlDate  date)
{
  g_autoptr (TlCheckIn) check_in = tl_check_in_new ();

  tl_check_in_set_goal (check_in, goal);
  tl_check_in_set_date (check_in, date);
  tl_model_add (office->model, TL_ENTITY (check_in));
}

static const TlAttention *
assert_only (GPtrArray       *found,
             TlAttentionKind  kind)
{
  const TlAttention *attention;

  g_assert_cmpuint (found->len, ==, 1);
  attention = g_ptr_array_index (found, 0);
  g_assert_cmpint (attention->kind, ==, kind);
  return attention;
}

static void
test_nothing (void)
{
  Office office;
  g_autoptr (GPtrArray) found = NULL;

  office_init (&office);
  add_good_goal (&office, "Visit clients");
  found = look_at (&office);
  g_assert_cmpuint (found->len, ==, 0);
  office_clear (&office);
}

static void
test_no_goal (void)
{
  Office office;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) with_draft = NULL;
  TlGoal *goal;

  office_init (&office);
  goal = add_good_goal (&office, "Visit clients");
  tl_goal_set_state (goal, TL_GOAL_STATE_ACHIEVED);
  found = look_at (&office);
  g_assert_nonnull (strstr (assert_only (found, TL_ATTENTION_NO_GOAL)->text,
                            "no goal for " ISOLATED ("Amara Lindqvist") " yet"));

  tl_goal_set_state (goal, TL_GOAL_STATE_DRAFT);
  with_draft = look_at (&office);
  g_assert_cmpuint (with_draft->len, ==, 0);
  office_clear (&office);
}

/* What helps only something that leads nowhere leads nowhere. */
static void
test_not_connected (void)
{
  Office office;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;
  TlUnit *unit;
  TlGoal *goal, *dead_end;

  office_init (&office);
  unit = add_unit (office.model, "Sales", TL_UNIT_KIND_FUNCTION, office.own);
  dead_end = add_goal (office.model, "Be busy", unit);
  goal = add_goal (office.model, "Visit clients", office.person);
  tl_goal_set_facet (goal, TL_FACET_WORK);
  link_goals (office.model, goal, dead_end, 1, FALSE, NULL);
  one = look_at (&office);
  g_assert_true (assert_only (one, TL_ATTENTION_NOT_CONNECTED)->entity == TL_ENTITY (goal));
  g_assert_cmpuint (assert_only (one, TL_ATTENTION_NOT_CONNECTED)->n_others, ==, 0);

  add_goal (office.model, "Call clients", office.person);
  two = look_at (&office);
  g_assert_nonnull (strstr (assert_only (two, TL_ATTENTION_NOT_CONNECTED)->text,
                            "“" ISOLATED ("Visit clients") "” and 1 other goal"));
  office_clear (&office);
}

static void
test_only_results (void)
{
  Office office;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) mixed = NULL;

  office_init (&office);
  tl_goal_set_facet (add_good_goal (&office, "Win 5 clients"), TL_FACET_RESULT);
  found = look_at (&office);
  assert_only (found, TL_ATTENTION_ONLY_RESULTS);

  add_good_goal (&office, "Visit clients");
  mixed = look_at (&office);
  g_assert_cmpuint (mixed->len, ==, 0);
  office_clear (&office);
}

static void
test_too_many (void)
{
  Office office;
  g_autoptr (GPtrArray) five = NULL;
  g_autoptr (GPtrArray) six = NULL;

  office_init (&office);
  for (guint i = 0; i < 5; i++)
    add_good_goal (&office, "Visit clients");
  five = look_at (&office);
  g_assert_cmpuint (five->len, ==, 0);

  add_good_goal (&office, "Visit one more");
  six = look_at (&office);
  g_assert_nonnull (strstr (assert_only (six, TL_ATTENTION_TOO_MANY)->text, "6 active goals"));
  office_clear (&office);
}

/* Thirty days are not yet more than thirty days; what has not begun cannot be late. */
static void
test_no_check_in (void)
{
  Office office;
  g_autoptr (GPtrArray) fresh = NULL;
  g_autoptr (GPtrArray) stale = NULL;
  g_autoptr (GPtrArray) never = NULL;
  TlGoal *goal;

  office_init (&office);
  goal = add_good_goal (&office, "Visit clients");
  tl_goal_set_start (goal, DAY (2026, 1, 1));
  never = look_at (&office);
  g_assert_nonnull (strstr (assert_only (never, TL_ATTENTION_NO_CHECK_IN)->text,
                            "“" ISOLATED ("Visit clients") "” yet"));

  add_check_in (&office, goal, TODAY - 31);
  stale = look_at (&office);
  g_assert_nonnull (strstr (assert_only (stale, TL_ATTENTION_NO_CHECK_IN)->text, "since"));

  add_check_in (&office, goal, TODAY - 30);
  fresh = look_at (&office);
  g_assert_cmpuint (fresh->len, ==, 0);
  office_clear (&office);
}

static void
test_no_reading (void)
{
  Office office;
  g_autoptr (GPtrArray) stale = NULL;
  g_autoptr (GPtrArray) fresh = NULL;
  TlMeasure *measure;

  office_init (&office);
  measure = add_measure (office.model, add_good_goal (&office, "Visit clients"), TL_MEASURE_KIND_NUMBER, 0, 10);
  add_reading (office.model, measure, TODAY - 40, 3);
  stale = look_at (&office);
  g_assert_true (assert_only (stale, TL_ATTENTION_NO_READING)->entity == TL_ENTITY (measure));

  add_reading (office.model, measure, TODAY - 2, 4);
  fresh = look_at (&office);
  g_assert_cmpuint (fresh->len, ==, 0);
  office_clear (&office);
}

static void
test_summary (void)
{
  Office office;
  TlPartySummary summary = { 0 };
  g_autofree char *text = NULL;

  office_init (&office);
  tl_goal_set_state (add_good_goal (&office, "Visit clients"), TL_GOAL_STATE_DROPPED);
  add_good_goal (&office, "Call clients");

  g_autoptr (TlGraph) graph = tl_graph_new (office.model);
  g_autoptr (TlScores) scores = tl_scores_new (graph, TODAY, NULL);

  tl_party_summary_add (&summary, scores, TL_PARTY (office.person));
  g_assert_cmpuint (summary.n_goals, ==, 2);
  g_assert_cmpuint (summary.n_active, ==, 1);
  g_assert_cmpuint (summary.n_health[TL_HEALTH_NO_DATA], ==, 1);
  text = tl_party_summary_to_text (&summary);
  g_assert_cmpstr (text, ==, "1 active goal, 1 no data");
  office_clear (&office);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention/nothing", test_nothing);
  g_test_add_func ("/attention/no-goal", test_no_goal);
  g_test_add_func ("/attention/not-connected", test_not_connected);
  g_test_add_func ("/attention/only-results", test_only_results);
  g_test_add_func ("/attention/too-many", test_too_many);
  g_test_add_func ("/attention/no-check-in", test_no_check_in);
  g_test_add_func ("/attention/no-reading", test_no_reading);
  g_test_add_func ("/attention/summary", test_summary);

  return g_test_run ();
}
