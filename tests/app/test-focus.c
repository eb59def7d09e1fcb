/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-diagram.h"
#include "tl-focus.h"

static void
test_enter_and_leave (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  g_assert_null (tl_focus_get (navigator));

  /* From any lens; a goal is what the window is about then. */
  tl_focus_enter (navigator, TL_ENTITY (small.impact));
  g_assert_cmpint (tl_navigator_get_lens (navigator), ==, TL_LENS_CASCADE);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.impact));
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.impact));

  /* Out through whoever owns it, the team, the unit around it */
  tl_focus_leave (navigator);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.ines));
  tl_focus_leave (navigator);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.team));
  g_assert_null (tl_navigator_get_subject (navigator));
  g_assert_true (tl_navigator_get_selected (navigator) == TL_ENTITY (small.ines));
  tl_focus_leave (navigator);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.sales));
  tl_focus_leave (navigator);
  g_assert_null (tl_focus_get (navigator));
  g_assert_cmpint (tl_navigator_get_lens (navigator), ==, TL_LENS_CASCADE);
  tl_focus_leave (navigator);
  g_assert_null (tl_focus_get (navigator));

  tl_navigator_back (navigator);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.sales));
  tl_focus_leave_all (navigator);
  g_assert_null (tl_focus_get (navigator));
  small_model_clear (&small);
}

/* A goal of the organisation stands directly in the whole. */
static void
test_trail (void)
{
  SmallModel small;
  g_autoptr (GPtrArray) of_work = NULL;
  g_autoptr (GPtrArray) of_objective = NULL;

  small_model_init (&small);
  of_work = tl_focus_dup_trail (TL_ENTITY (small.work));
  of_objective = tl_focus_dup_trail (TL_ENTITY (small.objective));

  g_assert_cmpuint (of_work->len, ==, 4);
  g_assert_true (g_ptr_array_index (of_work, 0) == (gpointer) small.sales);
  g_assert_true (g_ptr_array_index (of_work, 1) == (gpointer) small.team);
  g_assert_true (g_ptr_array_index (of_work, 2) == (gpointer) small.ines);
  g_assert_true (g_ptr_array_index (of_work, 3) == (gpointer) small.work);
  g_assert_cmpuint (of_objective->len, ==, 1);
  small_model_clear (&small);
}

/* What is removed is not focused upon any longer, and is again once it is back. */
static void
test_removed (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;
  g_autoptr (TlEntity) other = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  tl_focus_enter (navigator, TL_ENTITY (small.other));
  other = TL_ENTITY (g_object_ref (small.other));
  tl_model_remove (small.model, other);
  g_assert_null (tl_focus_get (navigator));
  tl_model_add (small.model, other);
  g_assert_true (tl_focus_get (navigator) == other);
  small_model_clear (&small);
}

static void
test_turn_to (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  tl_focus_enter (navigator, TL_ENTITY (small.sales));
  tl_focus_turn_to (navigator, TL_ENTITY (small.work));
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.sales));
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.work));
  tl_navigator_back (navigator);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.sales));
  g_assert_null (tl_navigator_get_subject (navigator));
  small_model_clear (&small);
}

/* Out of a part again, the whole is about what it was about, with the same selected. */
static void
test_way_back (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  tl_navigator_set_lens (navigator, TL_LENS_CASCADE);
  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  tl_navigator_set_selected (navigator, TL_ENTITY (small.result));
  tl_focus_enter (navigator, TL_ENTITY (small.team));
  g_assert_null (tl_navigator_get_subject (navigator));
  tl_focus_leave (navigator);
  tl_focus_leave (navigator);
  g_assert_null (tl_focus_get (navigator));
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));
  g_assert_true (tl_navigator_get_selected (navigator) == TL_ENTITY (small.result));

  /* Whoever has come from elsewhere keeps what is selected. */
  tl_navigator_set_lens (navigator, TL_LENS_GOALS);
  tl_focus_enter (navigator, TL_ENTITY (small.sales));
  tl_navigator_set_selected (navigator, TL_ENTITY (small.work));
  tl_focus_leave_all (navigator);
  g_assert_true (tl_navigator_get_selected (navigator) == TL_ENTITY (small.work));
  small_model_clear (&small);
}

/* Another way of looking, and back again */
static void
test_comes_back (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  tl_focus_enter (navigator, TL_ENTITY (small.sales));
  tl_navigator_set_lens (navigator, TL_LENS_GOALS);
  g_assert_null (tl_focus_get (navigator));
  tl_focus_go_to_cascade (navigator);
  g_assert_true (tl_focus_get (navigator) == TL_ENTITY (small.sales));

  /* Whoever is there already wants all of it. */
  tl_focus_go_to_cascade (navigator);
  g_assert_null (tl_focus_get (navigator));
  tl_navigator_set_lens (navigator, TL_LENS_GOALS);
  tl_focus_go_to_cascade (navigator);
  g_assert_null (tl_focus_get (navigator));

  /* About somebody else, the part that was looked at says nothing. */
  tl_focus_enter (navigator, TL_ENTITY (small.sales));
  tl_navigator_set_lens (navigator, TL_LENS_LINE_OF_SIGHT);
  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  tl_focus_go_to_cascade (navigator);
  g_assert_null (tl_focus_get (navigator));
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));
  small_model_clear (&small);
}

static void
test_whose (void)
{
  SmallModel small;

  small_model_init (&small);
  g_assert_true (tl_focus_find_owner (TL_ENTITY (small.work)) == TL_ENTITY (small.ines));
  g_assert_true (tl_focus_find_unit (TL_ENTITY (small.work)) == TL_ENTITY (small.team));
  g_assert_true (tl_focus_find_owner (TL_ENTITY (small.ines)) == TL_ENTITY (small.ines));
  g_assert_null (tl_focus_find_owner (TL_ENTITY (small.result)));
  g_assert_true (tl_focus_find_unit (TL_ENTITY (small.result)) == TL_ENTITY (small.sales));
  /* All of the own organisation is the whole cascade. */
  g_assert_null (tl_focus_find_owner (TL_ENTITY (small.objective)));
  g_assert_null (tl_focus_find_unit (TL_ENTITY (small.objective)));
  g_assert_null (tl_focus_find_unit (NULL));
  small_model_clear (&small);
}

/* Of what helps a goal two steps are open, unless somebody has opened more. */
static void
test_fold (void)
{
  SmallModel small;
  g_autoptr (TlGraph) graph = NULL;
  g_autoptr (GArray) goals = NULL;
  g_autofree guint8 *folds = NULL;
  guint8 *opened;
  guint impact;

  small_model_init (&small);
  graph = tl_graph_new (small.model);
  impact = tl_graph_find (graph, small.impact);
  goals = tl_focus_collect_goals (TL_ENTITY (small.objective), graph);
  g_assert_cmpuint (goals->len, ==, 4);

  folds = tl_focus_fold (TL_ENTITY (small.objective), graph, NULL);
  g_assert_cmpint (folds[impact], ==, TL_DIAGRAM_FOLD_CLOSED);
  g_assert_cmpint (folds[tl_graph_find (graph, small.result)], ==, TL_DIAGRAM_FOLD_BY_DEPTH);

  opened = g_new0 (guint8, tl_graph_get_n_goals (graph));
  opened[impact] = TL_DIAGRAM_FOLD_OPENED;
  g_free (folds);
  folds = tl_focus_fold (TL_ENTITY (small.objective), graph, opened);
  g_assert_true (folds == opened);
  g_assert_cmpint (folds[impact], ==, TL_DIAGRAM_FOLD_OPENED);

  g_assert_null (tl_focus_fold (TL_ENTITY (small.sales), graph, NULL));
  small_model_clear (&small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/focus/enter-and-leave", test_enter_and_leave);
  g_test_add_func ("/focus/trail", test_trail);
  g_test_add_func ("/focus/removed", test_removed);
  g_test_add_func ("/focus/turn-to", test_turn_to);
  g_test_add_func ("/focus/way-back", test_way_back);
  g_test_add_func ("/focus/comes-back", test_comes_back);
  g_test_add_func ("/focus/whose", test_whose);
  g_test_add_func ("/focus/fold", test_fold);

  return g_test_run ();
}
