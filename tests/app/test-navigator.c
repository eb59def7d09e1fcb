/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-navigator.h"

static void
test_lens_keeps_subject (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  g_assert_null (tl_navigator_get_subject (navigator));

  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  tl_navigator_set_lens (navigator, TL_LENS_CASCADE);
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));

  tl_navigator_set_subject (navigator, TL_ENTITY (small.result));
  g_assert_cmpint (tl_navigator_get_lens (navigator), ==, TL_LENS_CASCADE);
  g_assert_true (tl_navigator_get_selected (navigator) == TL_ENTITY (small.result));
  small_model_clear (&small);
}

static void
test_back_and_forward (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  g_assert_false (tl_navigator_get_can_back (navigator));

  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  tl_navigator_set_selected (navigator, TL_ENTITY (small.impact));
  tl_navigator_set_subject (navigator, TL_ENTITY (small.result));
  g_assert_true (tl_navigator_get_can_back (navigator));
  g_assert_false (tl_navigator_get_can_forward (navigator));

  tl_navigator_back (navigator);
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));
  g_assert_true (tl_navigator_get_selected (navigator) == TL_ENTITY (small.impact));
  g_assert_true (tl_navigator_get_can_forward (navigator));

  tl_navigator_forward (navigator);
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.result));

  /* Going somewhere else from a place in the past forgets the future. */
  tl_navigator_back (navigator);
  tl_navigator_set_subject (navigator, TL_ENTITY (small.bjorn));
  g_assert_false (tl_navigator_get_can_forward (navigator));
  small_model_clear (&small);
}

static void
test_same_subject_is_no_step (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  tl_navigator_set_selected (navigator, TL_ENTITY (small.work));
  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  g_assert_true (tl_navigator_get_selected (navigator) == TL_ENTITY (small.ines));

  tl_navigator_back (navigator);
  g_assert_null (tl_navigator_get_subject (navigator));
  g_assert_false (tl_navigator_get_can_back (navigator));
  small_model_clear (&small);
}

static void
test_removed_subject_is_passed_over (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;
  g_autoptr (TlEntity) bjorn = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  tl_navigator_set_subject (navigator, TL_ENTITY (small.bjorn));
  tl_navigator_set_subject (navigator, TL_ENTITY (small.result));

  bjorn = g_object_ref (TL_ENTITY (small.bjorn));
  tl_model_remove (small.model, bjorn);
  tl_navigator_back (navigator);
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));

  /* An undo brings it back. */
  tl_model_add (small.model, bjorn);
  tl_navigator_forward (navigator);
  g_assert_true (tl_navigator_get_subject (navigator) == bjorn);
  small_model_clear (&small);
}

static void
count_cb (guint *n_moves)
{
  (*n_moves)++;
}

static void
test_moves_once (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;
  guint n_moves = 0;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  g_signal_connect_swapped (navigator, "moved", G_CALLBACK (count_cb), &n_moves);
  tl_navigator_set_subject (navigator, TL_ENTITY (small.ines));
  g_assert_cmpuint (n_moves, ==, 1);
  tl_navigator_set_selected (navigator, TL_ENTITY (small.work));
  tl_navigator_set_lens (navigator, TL_LENS_LINE_OF_SIGHT);
  g_assert_cmpuint (n_moves, ==, 1);
  small_model_clear (&small);
}

static void
test_history_is_capped (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;
  guint n_steps = 0;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  for (guint i = 0; i < 300; i++)
    tl_navigator_set_subject (navigator, i % 2 == 0 ? TL_ENTITY (small.ines) : TL_ENTITY (small.bjorn));

  for (; tl_navigator_get_can_back (navigator); n_steps++)
    tl_navigator_back (navigator);
  g_assert_cmpuint (n_steps, ==, 99);
  small_model_clear (&small);
}

/* A page is a step of its own, and the lens keeps its subject when the page is closed. */
static void
test_page (void)
{
  SmallModel small;
  g_autoptr (TlNavigator) navigator = NULL;
  g_autoptr (TlEntity) page = NULL;

  small_model_init (&small);
  navigator = tl_navigator_new (small.model);
  page = g_object_ref (TL_ENTITY (small.work));
  g_assert_null (tl_navigator_get_page (navigator));

  tl_navigator_open_page (navigator, TL_LENS_COACHING, TL_ENTITY (small.ines), page);
  g_assert_cmpint (tl_navigator_get_lens (navigator), ==, TL_LENS_COACHING);
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));
  g_assert_true (tl_navigator_get_page (navigator) == page);

  /* Choosing the same lens again leads to the lens itself. */
  tl_navigator_set_lens (navigator, TL_LENS_COACHING);
  g_assert_null (tl_navigator_get_page (navigator));
  g_assert_true (tl_navigator_get_subject (navigator) == TL_ENTITY (small.ines));
  tl_navigator_back (navigator);
  g_assert_true (tl_navigator_get_page (navigator) == page);

  /* What is removed is passed over. */
  tl_navigator_set_lens (navigator, TL_LENS_PEOPLE);
  tl_model_remove (small.model, page);
  tl_navigator_back (navigator);
  g_assert_null (tl_navigator_get_page (navigator));
  g_assert_cmpint (tl_navigator_get_lens (navigator), ==, TL_LENS_LINE_OF_SIGHT);
  small_model_clear (&small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/navigator/lens-keeps-subject", test_lens_keeps_subject);
  g_test_add_func ("/navigator/back-and-forward", test_back_and_forward);
  g_test_add_func ("/navigator/same-subject-is-no-step", test_same_subject_is_no_step);
  g_test_add_func ("/navigator/removed-subject-is-passed-over", test_removed_subject_is_passed_over);
  g_test_add_func ("/navigator/moves-once", test_moves_once);
  g_test_add_func ("/navigator/page", test_page);
  g_test_add_func ("/navigator/history-is-capped", test_history_is_capped);

  return g_test_run ();
}
