/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "analysis-fixture.h"
#include "tl-line-of-sight.h"

/* Three units of a cascade: a person, a team and the organisation they are in */
typedef struct
{
  TlModel        *model;
  TlOrganisation *own;
  TlUnit         *team;
  TlPerson       *person;
} Cascade;

static void
set_up (Cascade       *cascade,
        gconstpointer  data)
{
  cascade->model = new_model ();
  cascade->own = add_organisation (cascade->model, "Own", TL_ORGANISATION_KIND_OWN);
  cascade->team = add_unit (cascade->model, "Team", TL_UNIT_KIND_TEAM, cascade->own);
  cascade->person = add_person (cascade->model, "Person", cascade->own);
}

static void
tear_down (Cascade       *cascade,
           gconstpointer  data)
{
  g_clear_object (&cascade->model);
}

static TlLineOfSight *
look (Cascade *cascade)
{
  g_autoptr (TlGraph) graph = tl_graph_new (cascade->model);

  return tl_line_of_sight_new_for_owner (graph, TL_PARTY (cascade->person));
}

static void
connect (Cascade *cascade,
         TlGoal  *from,
         TlGoal  *to)
{
  link_goals (cascade->model, from, to, 1, FALSE, NULL);
}

static guint
count (const guint *(*get) (const TlLineOfSight *, guint *),
       TlLineOfSight *line)
{
  guint n;

  get (line, &n);
  return n;
}

/* Every path starts at a start, climbs by links, and ends at a top; no two are the same. */
static void
assert_paths (TlLineOfSight *line)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  TlGraph *graph = tl_line_of_sight_get_graph (line);

  for (guint i = 0; i < tl_line_of_sight_get_n_paths (line); i++)
    {
      guint n_goals;
      guint n_links;
      const guint *path = tl_line_of_sight_get_path (line, i, &n_goals);

      g_assert_true (g_hash_table_add (seen, g_bytes_new (path, n_goals * sizeof (guint))));
      for (guint j = 0; j + 1 < n_goals; j++)
        g_assert_cmpuint (tl_graph_find_link (graph, path[j], path[j + 1]), !=, TL_GRAPH_NONE);
      for (guint j = 0; j < n_goals; j++)
        g_assert_true (tl_line_of_sight_contains (line, path[j]));
      tl_graph_get_helped (graph, path[n_goals - 1], &n_links);
      g_assert_cmpuint (n_links, ==, 0);
    }
}

static void
test_diamond (Cascade       *cascade,
              gconstpointer  data)
{
  TlGoal *start = add_goal (cascade->model, "Start", cascade->person);
  TlGoal *left = add_goal (cascade->model, "Left", cascade->team);
  TlGoal *right = add_goal (cascade->model, "Right", cascade->team);
  TlGoal *top = add_goal (cascade->model, "Top", cascade->own);
  TlGoal *aside = add_goal (cascade->model, "Aside", cascade->team);

  connect (cascade, start, left);
  connect (cascade, start, right);
  connect (cascade, left, top);
  connect (cascade, right, top);
  connect (cascade, aside, top);

  g_autoptr (TlLineOfSight) line = look (cascade);

  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), ==, 2);
  g_assert_cmpuint (count (tl_line_of_sight_get_goals, line), ==, 4);
  g_assert_cmpuint (count (tl_line_of_sight_get_links, line), ==, 4);
  g_assert_cmpuint (count (tl_line_of_sight_get_objectives, line), ==, 1);
  g_assert_cmpuint (count (tl_line_of_sight_get_tops, line), ==, 1);
  g_assert_cmpuint (count (tl_line_of_sight_get_unconnected, line), ==, 0);
  g_assert_false (tl_line_of_sight_contains (line, 4));
  g_assert_true (tl_line_of_sight_reaches_objective (line, 0));
  g_assert_true (tl_line_of_sight_path_is_whole (line, 0));
  assert_paths (line);
}

static void
test_own_chain (Cascade       *cascade,
                gconstpointer  data)
{
  TlGoal *work = add_goal (cascade->model, "Work", cascade->person);
  TlGoal *result = add_goal (cascade->model, "Result", cascade->person);
  TlGoal *top = add_goal (cascade->model, "Top", cascade->own);
  guint n_goals;

  connect (cascade, work, result);
  connect (cascade, result, top);

  g_autoptr (TlLineOfSight) line = look (cascade);

  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), ==, 2);
  tl_line_of_sight_get_path (line, 0, &n_goals);
  g_assert_cmpuint (n_goals, ==, 3);
  g_assert_true (tl_line_of_sight_path_is_whole (line, 0));
  g_assert_false (tl_line_of_sight_path_is_whole (line, 1));
  assert_paths (line);
}

static void
test_gaps (Cascade       *cascade,
           gconstpointer  data)
{
  TlGoal *loose = add_goal (cascade->model, "Loose", cascade->person);
  TlGoal *nowhere = add_goal (cascade->model, "Nowhere", cascade->person);
  TlGoal *stopped = add_goal (cascade->model, "Stopped", cascade->person);
  TlGoal *end = add_goal (cascade->model, "End", cascade->team);
  TlGoal *dropped = add_goal (cascade->model, "Dropped", cascade->team);
  TlGoal *top = add_goal (cascade->model, "Top", cascade->own);
  TlGoal *abandoned = add_goal (cascade->model, "Abandoned", cascade->person);

  connect (cascade, nowhere, end);
  connect (cascade, stopped, dropped);
  connect (cascade, dropped, top);
  connect (cascade, abandoned, top);
  tl_goal_set_state (dropped, TL_GOAL_STATE_DROPPED);
  tl_goal_set_state (abandoned, TL_GOAL_STATE_DROPPED);

  g_autoptr (TlLineOfSight) line = look (cascade);

  g_assert_cmpuint (count (tl_line_of_sight_get_starts, line), ==, 3);
  g_assert_cmpuint (count (tl_line_of_sight_get_unconnected, line), ==, 3);
  g_assert_cmpuint (count (tl_line_of_sight_get_objectives, line), ==, 0);
  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), ==, 1);
  g_assert_true (tl_line_of_sight_contains (line, tl_graph_find (tl_line_of_sight_get_graph (line), loose)));
}

/* Our objective helps a customer's: both are objectives, the path goes on to theirs. */
static void
test_across (Cascade       *cascade,
             gconstpointer  data)
{
  TlOrganisation *customer = add_organisation (cascade->model, "Customer", TL_ORGANISATION_KIND_CUSTOMER);
  TlGoal *start = add_goal (cascade->model, "Start", cascade->person);
  TlGoal *ours = add_goal (cascade->model, "Ours", cascade->own);
  TlGoal *theirs = add_goal (cascade->model, "Theirs", customer);
  guint n_goals;

  connect (cascade, start, ours);
  connect (cascade, ours, theirs);

  g_autoptr (TlLineOfSight) line = look (cascade);

  g_assert_cmpuint (count (tl_line_of_sight_get_objectives, line), ==, 2);
  g_assert_cmpuint (count (tl_line_of_sight_get_tops, line), ==, 1);
  tl_line_of_sight_get_path (line, 0, &n_goals);
  g_assert_cmpuint (n_goals, ==, 3);
}

static void
test_deep (Cascade       *cascade,
           gconstpointer  data)
{
  TlGoal *below = add_goal (cascade->model, "Start", cascade->person);
  guint n_goals;

  for (guint i = 0; i < 60; i++)
    {
      TlGoal *above = add_goal (cascade->model, "Goal", i == 59 ? (gpointer) cascade->own : cascade->team);

      connect (cascade, below, above);
      below = above;
    }

  g_autoptr (TlLineOfSight) line = look (cascade);

  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), ==, 1);
  tl_line_of_sight_get_path (line, 0, &n_goals);
  g_assert_cmpuint (n_goals, ==, 61);
  assert_paths (line);
}

/* 4 to the 20th paths: the list is cut, the sub-graph is whole, and the second goal has its share. */
static void
test_dense (Cascade       *cascade,
            gconstpointer  data)
{
  TlGoal *start = add_goal (cascade->model, "Start", cascade->person);
  TlGoal *layers[20][4];
  TlGoal *second;
  guint n_starting_second = 0;

  for (guint i = 0; i < 20; i++)
    {
      for (guint j = 0; j < 4; j++)
        {
          layers[i][j] = add_goal (cascade->model, "Goal", i == 19 ? (gpointer) cascade->own : cascade->team);
          for (guint k = 0; k < 4 && i > 0; k++)
            connect (cascade, layers[i - 1][k], layers[i][j]);
          if (i == 0)
            connect (cascade, start, layers[i][j]);
        }
    }
  second = add_goal (cascade->model, "Second", cascade->person);
  connect (cascade, second, layers[19][0]);

  g_autoptr (TlLineOfSight) line = look (cascade);

  g_assert_true (tl_line_of_sight_paths_are_cut (line));
  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), >, 400);
  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), <=, TL_LINE_OF_SIGHT_MAX_PATHS);
  g_assert_cmpuint (count (tl_line_of_sight_get_goals, line), ==, 82);
  g_assert_cmpuint (count (tl_line_of_sight_get_links, line), ==, 19 * 16 + 4 + 1);
  assert_paths (line);

  for (guint i = 0; i < tl_line_of_sight_get_n_paths (line); i++)
    {
      guint n_goals;

      n_starting_second += tl_line_of_sight_get_path (line, i, &n_goals)[0] == 81;
    }
  g_assert_cmpuint (n_starting_second, ==, 1);
}

static void
test_of_goals (Cascade       *cascade,
               gconstpointer  data)
{
  TlGoal *start = add_goal (cascade->model, "Start", cascade->team);
  TlGoal *top = add_goal (cascade->model, "Top", cascade->own);
  const guint goals[] = { 0, 0, 1 };

  connect (cascade, start, top);

  g_autoptr (TlGraph) graph = tl_graph_new (cascade->model);
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new (graph, goals, 3);
  g_autoptr (TlLineOfSight) none = tl_line_of_sight_new (graph, NULL, 0);

  g_assert_cmpuint (count (tl_line_of_sight_get_starts, line), ==, 2);
  g_assert_cmpuint (tl_line_of_sight_get_n_paths (line), ==, 2);
  g_assert_null (tl_line_of_sight_get_owner (line));
  g_assert_cmpuint (count (tl_line_of_sight_get_goals, none), ==, 0);
}

#define ADD(name, function) \
  g_test_add ("/analysis/line-of-sight/" name, Cascade, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("diamond", test_diamond);
  ADD ("own-chain", test_own_chain);
  ADD ("gaps", test_gaps);
  ADD ("across", test_across);
  ADD ("deep", test_deep);
  ADD ("dense", test_dense);
  ADD ("of-goals", test_of_goals);

  return g_test_run ();
}
