/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to make the picture of a cascade: which goals are shown, where they stand, and the scene; whole and
 * collapsed to functions, anew and after an edit.  Processor time, medians.
 *
 *   bench-diagram [N_GOALS…]
 */

#include "config.h"

#include "bench-cascade.h"
#include "bench-times.h"
#include "tl-diagram.h"

#define N_ROUNDS 9

typedef struct
{
  TlModel  *model;
  TlGraph  *graph;
  TlScores *scores;
} Bench;

static void
compile (Bench *self)
{
  g_clear_pointer (&self->scores, tl_scores_unref);
  g_clear_pointer (&self->graph, tl_graph_unref);
  self->graph = tl_graph_new (self->model);
  self->scores = tl_scores_new (self->graph, tl_date_new (2026, 9, 1), NULL);
}

static void
say (const char *what,
     double     *times,
     TlScene    *scene,
     guint       n_goals)
{
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  g_print ("%-22s median %8.2f ms  %6.2f us a goal  %6u cards  %7.0f by %6.0f\n", what,
           bench_take_median (times, N_ROUNDS), bench_take_median (times, N_ROUNDS) * 1000.0 / n_goals,
           tl_scene_get_n_cards (scene), bounds.width, bounds.height);
}

static TlScene *
time_picture (Bench                  *self,
              const char             *what,
              const TlDiagramOptions *options)
{
  double times[N_ROUNDS];
  TlScene *scene = NULL;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start;

      g_clear_object (&scene);
      start = bench_get_work ();
      scene = tl_diagram_new (self->graph, self->scores, options);
      times[i] = bench_get_work () - start;
    }

  say (what, times, scene, tl_graph_get_n_goals (self->graph));
  return scene;
}

static void
add_leaf (Bench *self)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();
  g_autoptr (TlContribution) link = tl_contribution_new ();
  guint parent = tl_graph_get_n_goals (self->graph) / 2;

  tl_goal_set_title (goal, "One more");
  tl_goal_set_owner (goal, tl_graph_get_owner (self->graph, parent));
  tl_model_add (self->model, TL_ENTITY (goal));
  tl_contribution_set_from (link, goal);
  tl_contribution_set_to (link, tl_graph_get_goal (self->graph, parent));
  tl_model_add (self->model, TL_ENTITY (link));
}

static void
measure (guint n_goals)
{
  Bench self = { .model = bench_cascade_new (n_goals, 1) };
  TlDiagramOptions options = { 0 };

  compile (&self);
  g_print ("%u goals\n", n_goals);
  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      options = (TlDiagramOptions) { .direction = direction };

      g_autoptr (TlScene) whole = time_picture (&self, direction == TL_SCENE_DOWN ? "whole, down" : "whole, right",
                                                &options);

      options.previous = whole;
      g_object_unref (time_picture (&self, "  nothing changed", &options));
      add_leaf (&self);
      compile (&self);
      g_object_unref (time_picture (&self, "  a goal added", &options));

      options = (TlDiagramOptions) { .direction = direction, .deepest = TL_DIAGRAM_FUNCTIONS };

      g_autoptr (TlScene) functions = time_picture (&self, "  down to functions", &options);

      options.previous = functions;
      g_object_unref (time_picture (&self, "  and nothing changed", &options));
    }

  g_clear_pointer (&self.scores, tl_scores_unref);
  g_clear_pointer (&self.graph, tl_graph_unref);
  g_object_unref (self.model);
}

int
main (int   argc,
      char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 50000 };

  for (int i = 1; i < argc; i++)
    measure ((guint) g_ascii_strtoull (argv[i], NULL, 10));
  for (guint i = 0; argc < 2 && i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);

  return EXIT_SUCCESS;
}
