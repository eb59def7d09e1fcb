/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-folding.h"

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_by_hand (void)
{
  g_autoptr (TlFolding) folding = tl_folding_new ();
  guint n_changes = 0;

  g_signal_connect_swapped (folding, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_cmpint (tl_folding_get (folding, "a"), ==, TL_DIAGRAM_FOLD_BY_DEPTH);
  g_assert_false (tl_folding_is_used (folding));

  tl_folding_set (folding, "a", TL_DIAGRAM_FOLD_OPENED);
  tl_folding_set (folding, "a", TL_DIAGRAM_FOLD_OPENED);
  tl_folding_set (folding, "b", TL_DIAGRAM_FOLD_CLOSED);
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpint (tl_folding_get (folding, "a"), ==, TL_DIAGRAM_FOLD_OPENED);
  g_assert_true (tl_folding_has_opened (folding));

  /* What was closed stays closed. */
  tl_folding_close_all (folding);
  g_assert_cmpuint (n_changes, ==, 3);
  g_assert_false (tl_folding_has_opened (folding));
  g_assert_cmpint (tl_folding_get (folding, "a"), ==, TL_DIAGRAM_FOLD_BY_DEPTH);
  g_assert_cmpint (tl_folding_get (folding, "b"), ==, TL_DIAGRAM_FOLD_CLOSED);
  tl_folding_close_all (folding);
  g_assert_cmpuint (n_changes, ==, 3);

  tl_folding_forget (folding);
  g_assert_cmpuint (n_changes, ==, 4);
  g_assert_false (tl_folding_is_used (folding));
}

/* An opened goal that is closed, and the other way round, counts once. */
static void
test_changes_of_mind (void)
{
  g_autoptr (TlFolding) folding = tl_folding_new ();

  tl_folding_set (folding, "a", TL_DIAGRAM_FOLD_OPENED);
  tl_folding_set (folding, "a", TL_DIAGRAM_FOLD_CLOSED);
  g_assert_false (tl_folding_has_opened (folding));
  tl_folding_set (folding, "a", TL_DIAGRAM_FOLD_OPENED);
  g_assert_true (tl_folding_has_opened (folding));
  tl_folding_set (folding, "a", TL_DIAGRAM_FOLD_BY_DEPTH);
  g_assert_false (tl_folding_has_opened (folding));
  g_assert_false (tl_folding_is_used (folding));
}

static TlDiagramFold
get_fold (const guint8 *folds,
          TlGraph      *graph,
          TlGoal       *goal)
{
  return folds[tl_graph_find (graph, goal)];
}

/* The goals are known by their identity, wherever they stand in the graph, and while they are removed. */
static void
test_survives_edits (void)
{
  SmallModel small;
  g_autoptr (TlFolding) folding = tl_folding_new ();
  g_autoptr (TlGraph) before = NULL;
  g_autoptr (TlGraph) after = NULL;
  g_autoptr (TlGraph) again = NULL;
  g_autofree guint8 *folds = NULL;
  g_autoptr (TlGoal) other = NULL;

  small_model_init (&small);
  before = tl_graph_new (small.model);
  g_assert_null (tl_folding_dup (folding, before));
  tl_folding_set (folding, tl_entity_get_id (TL_ENTITY (small.impact)), TL_DIAGRAM_FOLD_CLOSED);
  tl_folding_set (folding, tl_entity_get_id (TL_ENTITY (small.other)), TL_DIAGRAM_FOLD_OPENED);

  other = g_object_ref (small.other);
  tl_model_remove (small.model, TL_ENTITY (other));
  small_add_goal (small.model, "One more", small.sales, TL_FACET_WORK);
  after = tl_graph_new (small.model);
  folds = tl_folding_dup (folding, after);
  g_assert_cmpint (get_fold (folds, after, small.impact), ==, TL_DIAGRAM_FOLD_CLOSED);
  g_assert_cmpint (get_fold (folds, after, small.result), ==, TL_DIAGRAM_FOLD_BY_DEPTH);

  tl_model_add (small.model, TL_ENTITY (other));
  again = tl_graph_new (small.model);
  g_clear_pointer (&folds, g_free);
  folds = tl_folding_dup (folding, again);
  g_assert_cmpint (get_fold (folds, again, other), ==, TL_DIAGRAM_FOLD_OPENED);
  small_model_clear (&small);
}

/* What nothing helps cannot be opened, and all of it is told of once. */
static void
test_open_all (void)
{
  SmallModel small;
  g_autoptr (TlFolding) folding = tl_folding_new ();
  g_autoptr (TlGraph) graph = NULL;
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_changes = 0;

  small_model_init (&small);
  graph = tl_graph_new (small.model);
  for (guint i = 0; i < tl_graph_get_n_goals (graph); i++)
    g_array_append_val (goals, i);

  g_signal_connect_swapped (folding, "changed", G_CALLBACK (count_cb), &n_changes);
  tl_folding_open_all (folding, graph, goals);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (tl_folding_get (folding, tl_entity_get_id (TL_ENTITY (small.objective))), ==, TL_DIAGRAM_FOLD_OPENED);
  g_assert_cmpint (tl_folding_get (folding, tl_entity_get_id (TL_ENTITY (small.work))), ==, TL_DIAGRAM_FOLD_BY_DEPTH);
  g_assert_cmpint (tl_folding_get (folding, tl_entity_get_id (TL_ENTITY (small.other))), ==, TL_DIAGRAM_FOLD_BY_DEPTH);
  small_model_clear (&small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/folding/by-hand", test_by_hand);
  g_test_add_func ("/folding/changes-of-mind", test_changes_of_mind);
  g_test_add_func ("/folding/survives-edits", test_survives_edits);
  g_test_add_func ("/folding/open-all", test_open_all);

  return g_test_run ();
}
