/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to compile 10,000 goals of 10,000 people, to recompute every number of them, and to find the
 * line of sight of each person.  Fails when recomputing takes longer than is promised. */

#include "config.h"

#include <math.h>

#include "tl-contribution.h"
#include "tl-line-of-sight.h"
#include "tl-reading.h"
#include "tl-scores.h"

#define N_GOALS 10000
#define N_LINKS 20000
#define N_ROUNDS 50
#define PROMISED_MS 5.0

static TlMeasure *
add_measure (TlModel *model,
             TlGoal  *goal)
{
  g_autoptr (TlMeasure) measure = tl_measure_new ();

  tl_measure_set_goal (measure, goal);
  tl_measure_set_target (measure, 100);
  tl_measure_set_baseline (measure, 0);
  tl_measure_set_start (measure, tl_date_new (2026, 1, 1));
  tl_measure_set_due (measure, tl_date_new (2026, 12, 31));
  tl_model_add (model, TL_ENTITY (measure));
  return measure;
}

static void
add_readings (TlModel   *model,
              TlMeasure *measure,
              GRand     *rand)
{
  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (TlReading) reading = tl_reading_new ();

      tl_reading_set_measure (reading, measure);
      tl_reading_set_date (reading, tl_date_new (2026, i + 1, 15));
      tl_reading_set_value (reading, g_rand_double_range (rand, 0, 120));
      tl_model_add (model, TL_ENTITY (reading));
    }
}

static GPtrArray *
add_goals (TlModel *model,
           GRand   *rand)
{
  GPtrArray *goals = g_ptr_array_new ();

  for (guint i = 0; i < N_GOALS; i++)
    {
      g_autoptr (TlPerson) person = tl_person_new ();
      g_autoptr (TlGoal) goal = tl_goal_new ();

      tl_model_add (model, TL_ENTITY (person));
      tl_goal_set_person (goal, person);
      tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);
      tl_goal_set_rollup (goal, i % 4);
      tl_model_add (model, TL_ENTITY (goal));
      if (i % 2 == 0)
        add_readings (model, add_measure (model, goal), rand);
      g_ptr_array_add (goals, goal);
    }

  return goals;
}

/* Goals help those a little further up the list, as in a cascade of many levels. */
static void
add_links (TlModel   *model,
           GPtrArray *goals,
           GRand     *rand)
{
  for (guint i = 0; i < N_LINKS; i++)
    {
      g_autoptr (TlContribution) contribution = tl_contribution_new ();
      guint from = g_rand_int_range (rand, 1, N_GOALS);
      guint distance = g_rand_int_range (rand, 1, 2000);

      tl_contribution_set_from (contribution, g_ptr_array_index (goals, from));
      tl_contribution_set_to (contribution, g_ptr_array_index (goals, from - MIN (from, distance)));
      tl_model_add (model, TL_ENTITY (contribution));
    }
}

static double
get_ms_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static double
time_scores (TlGraph *graph)
{
  g_autoptr (TlScores) scores = tl_scores_new (graph, tl_date_new (2026, 7, 1), NULL);
  double best = INFINITY;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      tl_scores_recompute (scores, tl_date_new (2026, 7, 1) + i);
      best = MIN (best, get_ms_since (start));
    }

  return best;
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

static void
edit_reading (TlModel *model,
              guint    round)
{
  g_autoptr (TlReading) reading = g_list_model_get_item (tl_model_get_list (model, TL_TYPE_READING), round * 100);

  tl_reading_set_value (reading, round + 0.5);
}

static void
edit_state (TlModel *model,
            guint    round)
{
  g_autoptr (TlGoal) goal = g_list_model_get_item (tl_model_get_list (model, TL_TYPE_GOAL), round * 100);

  tl_goal_set_state (goal, TL_GOAL_STATE_DROPPED);
}

static void
edit_goals (TlModel *model,
            guint    round)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_model_add (model, TL_ENTITY (goal));
}

/* From an edit to every number being right again: the best of some rounds, milliseconds */
static double
time_edit (TlModel *model,
           void   (*edit) (TlModel *, guint))
{
  g_autoptr (TlGraph) graph = tl_graph_new (model);
  double best = INFINITY;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (TlGraphChanges) changes = tl_graph_changes_new ();
      g_autoptr (TlGraph) old = g_steal_pointer (&graph);
      gulong added = g_signal_connect_swapped (model, "added", G_CALLBACK (note_entity), changes);
      gulong changed = g_signal_connect_swapped (model, "changed", G_CALLBACK (note_property), changes);
      gint64 start = g_get_monotonic_time ();

      edit (model, i);
      graph = tl_graph_renew (old, model, changes);
      tl_scores_unref (tl_scores_new (graph, tl_date_new (2026, 7, 1), NULL));
      best = MIN (best, get_ms_since (start));

      g_signal_handler_disconnect (model, added);
      g_signal_handler_disconnect (model, changed);
    }

  return best;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260701);
  g_autoptr (TlModel) model = tl_model_new ();
  g_autoptr (GPtrArray) goals = NULL;
  g_autoptr (TlGraph) graph = NULL;
  gint64 start;
  double compile;
  double scores;
  double sight;

  tl_model_begin_bulk (model);
  goals = add_goals (model, rand);
  add_links (model, goals, rand);
  tl_model_end_bulk (model);

  start = g_get_monotonic_time ();
  graph = tl_graph_new (model);
  compile = get_ms_since (start);
  scores = time_scores (graph);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 100; i++)
    {
      guint goal = i * (N_GOALS / 100);
      g_autoptr (TlLineOfSight) line = tl_line_of_sight_new (graph, &goal, 1);
    }
  sight = get_ms_since (start) / 100;

  g_print ("%u goals, %u links, %u readings\n", N_GOALS, N_LINKS, N_GOALS / 2 * 12);
  g_print ("compile the graph: %.1f ms\n", compile);
  g_print ("recompute every number: %.2f ms (promised: under %.0f ms)\n", scores, PROMISED_MS);
  g_print ("every number right again after a reading is corrected: %.1f ms\n", time_edit (model, edit_reading));
  g_print ("... after the state of a goal changes: %.1f ms\n", time_edit (model, edit_state));
  g_print ("... after a goal is added: %.1f ms\n", time_edit (model, edit_goals));
  g_print ("one line of sight: %.2f ms\n", sight);

  return scores < PROMISED_MS ? 0 : 1;
}
