/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A graph that was renewed after edits says what one compiled from nothing says. */

#include "config.h"

#include <string.h>

#include "analysis-fixture.h"
#include "tl-check-in.h"
#include "tl-statement-link.h"

#define N_EDITS 600

static void
assert_same_goals (const TlGraph *renewed,
                   const TlGraph *fresh)
{
  guint n_goals = tl_graph_get_n_goals (fresh);

  g_assert_cmpuint (tl_graph_get_n_goals (renewed), ==, n_goals);
  g_assert_cmpuint (tl_graph_get_n_organisations (renewed), ==, tl_graph_get_n_organisations (fresh));
  g_assert_cmpmem (tl_graph_get_order (renewed), n_goals * sizeof (guint),
                   tl_graph_get_order (fresh), n_goals * sizeof (guint));

  for (guint i = 0; i < n_goals; i++)
    {
      g_assert_true (tl_graph_get_goal (renewed, i) == tl_graph_get_goal (fresh, i));
      g_assert_true (tl_graph_get_owner (renewed, i) == tl_graph_get_owner (fresh, i));
      g_assert_cmpint (tl_graph_find (renewed, tl_graph_get_goal (fresh, i)), ==, i);
      g_assert_cmpmem (tl_graph_get_node (renewed, i), sizeof (TlGraphNode),
                       tl_graph_get_node (fresh, i), sizeof (TlGraphNode));
    }
}

static void
assert_same_links (const TlGraph *renewed,
                   const TlGraph *fresh)
{
  guint n_links, n_renewed;
  const TlGraphLink *links = tl_graph_get_links (fresh, &n_links);
  const TlGraphLink *others = tl_graph_get_links (renewed, &n_renewed);

  g_assert_cmpuint (n_renewed, ==, n_links);
  for (guint i = 0; i < n_links; i++)
    {
      g_assert_true (tl_graph_get_contribution (renewed, i) == tl_graph_get_contribution (fresh, i));
      g_assert_cmpuint (others[i].from, ==, links[i].from);
      g_assert_cmpuint (others[i].to, ==, links[i].to);
      g_assert_cmpfloat (others[i].weight, ==, links[i].weight);
      g_assert_cmpint (others[i].critical, ==, links[i].critical);
    }

  tl_graph_get_tensions (fresh, &n_links);
  tl_graph_get_tensions (renewed, &n_renewed);
  g_assert_cmpuint (n_renewed, ==, n_links);
}

static void
assert_same_readings (const TlGraph *renewed,
                      const TlGraph *fresh,
                      guint          measure)
{
  guint n_readings, n_renewed;
  const TlGraphReading *readings = tl_graph_get_readings (fresh, measure, &n_readings);
  const TlGraphReading *others = tl_graph_get_readings (renewed, measure, &n_renewed);

  g_assert_cmpuint (n_renewed, ==, n_readings);
  for (guint i = 0; i < n_readings; i++)
    {
      g_assert_cmpuint (others[i].date, ==, readings[i].date);
      g_assert_cmpfloat (others[i].value, ==, readings[i].value);
    }
}

static void
assert_same_measures (const TlGraph *renewed,
                      const TlGraph *fresh)
{
  g_assert_cmpuint (tl_graph_get_n_measures (renewed), ==, tl_graph_get_n_measures (fresh));

  for (guint i = 0; i < tl_graph_get_n_measures (fresh); i++)
    {
      const TlGraphMeasure *measure = tl_graph_get_measure (fresh, i);
      const TlGraphMeasure *other = tl_graph_get_measure (renewed, i);

      g_assert_true (tl_graph_get_measure_entity (renewed, i) == tl_graph_get_measure_entity (fresh, i));
      g_assert_cmpuint (other->goal, ==, measure->goal);
      g_assert_cmpfloat (other->terms.target, ==, measure->terms.target);
      g_assert_cmpfloat (other->weight, ==, measure->weight);
      g_assert_cmpuint (other->due, ==, measure->due);
      assert_same_readings (renewed, fresh, i);
    }
}

static void
assert_same (const TlGraph *renewed,
             const TlGraph *fresh)
{
  assert_same_goals (renewed, fresh);
  assert_same_links (renewed, fresh);
  assert_same_measures (renewed, fresh);
  g_assert_cmpfloat (tl_graph_get_thresholds (renewed)->on_track, ==, tl_graph_get_thresholds (fresh)->on_track);
  g_assert_cmpstr (tl_graph_get_currency (renewed), ==, tl_graph_get_currency (fresh));
}

static void
note_entity (TlGraphChanges *changes,
             TlEntity       *entity)
{
  tl_graph_changes_note (changes, entity, NULL);
}

static void
note_property (TlGraphChanges *changes,
               TlEntity       *entity,
               GParamSpec     *pspec)
{
  tl_graph_changes_note (changes, entity, pspec);
}

static gpointer
choose (TlModel *model,
        GType    type)
{
  GListModel *list = tl_model_get_list (model, type);
  guint n_items = g_list_model_get_n_items (list);
  g_autoptr (TlEntity) entity = NULL;

  if (n_items > 0)
    entity = g_list_model_get_item (list, g_test_rand_int_range (0, n_items));
  return entity;
}

static void
remove_one (TlModel *model)
{
  TlGoal *goal = choose (model, TL_TYPE_GOAL);
  g_autoptr (GPtrArray) referrers = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_ENTITY, NULL);

  for (guint i = 0; i < referrers->len; i++)
    {
      g_autoptr (GPtrArray) readings =
        tl_entity_dup_referrers (g_ptr_array_index (referrers, i), TL_TYPE_READING, NULL);

      for (guint j = 0; j < readings->len; j++)
        tl_model_remove (model, g_ptr_array_index (readings, j));
      tl_model_remove (model, g_ptr_array_index (referrers, i));
    }

  tl_model_remove (model, TL_ENTITY (goal));
}

static void
add_one_link (TlModel *model)
{
  TlGoal *from = choose (model, TL_TYPE_GOAL);
  TlGoal *to = choose (model, TL_TYPE_GOAL);

  link_goals (model, from, to, g_test_rand_int_range (1, 4), g_test_rand_bit (), NULL);
}

static void
change_one_goal (TlModel *model)
{
  TlGoal *goal = choose (model, TL_TYPE_GOAL);

  tl_goal_set_title (goal, "Another title");
  tl_goal_set_state (goal, g_test_rand_int_range (0, 5));
  tl_goal_set_cycle (goal, g_test_rand_bit () ? choose (model, TL_TYPE_CYCLE) : NULL);
}

static void
change_one_measure (TlModel *model)
{
  TlMeasure *measure = choose (model, TL_TYPE_MEASURE);

  if (measure == NULL)
    return;

  tl_measure_set_target (measure, g_test_rand_int_range (1, 100));
  tl_measure_set_unit (measure, g_test_rand_bit () ? "EUR" : "days");
}

static void
read_one (TlModel *model)
{
  TlMeasure *measure = choose (model, TL_TYPE_MEASURE);

  if (measure != NULL)
    add_reading (model, measure, DAY (2026, 1, g_test_rand_int_range (1, 28)), g_test_rand_int_range (0, 100));
}

static void
correct_one (TlModel *model)
{
  TlReading *reading = choose (model, TL_TYPE_READING);

  if (reading == NULL)
    return;

  if (g_test_rand_bit ())
    tl_model_remove (model, TL_ENTITY (reading));
  else
    tl_reading_set_value (reading, g_test_rand_int_range (0, 100));
}

static void
change_the_rest (TlModel *model)
{
  tl_settings_set_on_track_margin (tl_model_get_settings (model), g_test_rand_int_range (1, 20) / 100.0);
  tl_settings_set_currency (tl_model_get_settings (model), g_test_rand_bit () ? "EUR" : "USD");
  tl_cycle_set_end (choose (model, TL_TYPE_CYCLE), DAY (2026, g_test_rand_int_range (2, 13), 1));
}

static void
edit (TlModel *model)
{
  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      add_goal (model, "New", choose (model, TL_TYPE_ORGANISATION));
      break;
    case 1:
      if (g_list_model_get_n_items (tl_model_get_list (model, TL_TYPE_GOAL)) > 5)
        remove_one (model);
      break;
    case 2:
      add_one_link (model);
      break;
    case 3:
      change_one_goal (model);
      break;
    case 4:
      add_measure (model, choose (model, TL_TYPE_GOAL), TL_MEASURE_KIND_CURRENCY, 0, 10);
      break;
    case 5:
      change_one_measure (model);
      break;
    case 6:
      correct_one (model);
      break;
    case 7:
      change_the_rest (model);
      break;
    default:
      read_one (model);
      break;
    }
}

static TlModel *
new_changing_model (TlGraphChanges *changes)
{
  TlModel *model = new_model ();
  g_autoptr (TlCycle) cycle = tl_cycle_new ();

  add_account_executive (model);
  tl_model_add (model, TL_ENTITY (cycle));
  g_signal_connect_swapped (model, "added", G_CALLBACK (note_entity), changes);
  g_signal_connect_swapped (model, "removed", G_CALLBACK (note_entity), changes);
  g_signal_connect_swapped (model, "changed", G_CALLBACK (note_property), changes);
  return model;
}

static void
forget (TlGraphChanges *changes)
{
  GHashTable *read_measures = changes->read_measures;

  g_hash_table_remove_all (read_measures);
  *changes = (TlGraphChanges) { .read_measures = read_measures };
}

static void
test_random_edits (void)
{
  g_autoptr (TlGraphChanges) changes = tl_graph_changes_new ();
  g_autoptr (TlModel) model = new_changing_model (changes);
  g_autoptr (TlGraph) graph = tl_graph_new (model);

  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TlGraph) fresh = NULL;
      TlGraph *renewed;

      for (int j = g_test_rand_int_range (0, 4); j >= 0; j--)
        edit (model);

      renewed = tl_graph_renew (graph, model, changes);
      forget (changes);
      fresh = tl_graph_new (model);
      assert_same (renewed, fresh);

      tl_graph_unref (graph);
      graph = renewed;
    }
}

/* Words are in no graph, so that correcting one costs nothing. */
static void
test_words (void)
{
  g_autoptr (TlGraphChanges) changes = tl_graph_changes_new ();
  g_autoptr (TlModel) model = new_changing_model (changes);
  g_autoptr (TlCheckIn) check_in = tl_check_in_new ();
  TlGoal *goal = choose (model, TL_TYPE_GOAL);

  tl_goal_set_title (goal, "Another title");
  tl_goal_set_description (goal, "At length");
  tl_goal_set_private_notes (goal, "For nobody else");
  tl_contribution_set_rationale (choose (model, TL_TYPE_CONTRIBUTION), "Because");
  tl_check_in_set_goal (check_in, goal);
  tl_model_add (model, TL_ENTITY (check_in));
  g_assert_true (tl_graph_changes_is_empty (changes));

  tl_goal_set_state (goal, TL_GOAL_STATE_DROPPED);
  g_assert_false (tl_graph_changes_is_empty (changes));
  g_assert_true (changes->goals);
  g_assert_false (changes->links);
}

/* A conversation costs no graph, whatever is said in it. */
static void
test_talk (void)
{
  g_autoptr (TlGraphChanges) changes = tl_graph_changes_new ();
  g_autoptr (TlModel) model = new_changing_model (changes);
  g_autoptr (TlConversation) conversation = tl_conversation_new ();
  g_autoptr (TlStatement) statement = tl_statement_new ();
  g_autoptr (TlStatementLink) link = tl_statement_link_new ();

  tl_model_add (model, TL_ENTITY (conversation));
  tl_model_add (model, TL_ENTITY (statement));
  tl_model_add (model, TL_ENTITY (link));
  tl_conversation_set_state (conversation, TL_CONVERSATION_STATE_FINISHED);
  tl_statement_set_facet (statement, TL_FACET_RESULT);
  tl_statement_link_set_from (link, statement);
  tl_model_remove (model, TL_ENTITY (link));
  g_assert_true (tl_graph_changes_is_empty (changes));
}

/* A renewed graph outlives the one it shares its parts with, and the other way round. */
static void
test_lifetime (void)
{
  g_autoptr (TlGraphChanges) changes = tl_graph_changes_new ();
  g_autoptr (TlModel) model = new_changing_model (changes);
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  g_autoptr (TlGraph) fresh = NULL;
  g_autoptr (TlGraph) renewed = NULL;
  g_autoptr (TlGraph) again = NULL;

  add_measure (model, choose (model, TL_TYPE_GOAL), TL_MEASURE_KIND_NUMBER, 0, 1);
  renewed = tl_graph_renew (graph, model, changes);
  g_clear_pointer (&graph, tl_graph_unref);
  fresh = tl_graph_new (model);
  assert_same (renewed, fresh);

  again = tl_graph_renew (renewed, model, changes);
  g_assert_true (tl_graph_has_same_structure (again, renewed));
  g_assert_false (tl_graph_has_same_structure (fresh, renewed));
  g_clear_pointer (&again, tl_graph_unref);
  assert_same (renewed, fresh);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/graph-renew/random-edits", test_random_edits);
  g_test_add_func ("/graph-renew/words", test_words);
  g_test_add_func ("/graph-renew/talk", test_talk);
  g_test_add_func ("/graph-renew/lifetime", test_lifetime);

  return g_test_run ();
}
