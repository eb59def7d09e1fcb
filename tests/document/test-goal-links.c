/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saying of several goals at once that they help another. */

#include "tl-document-fixture.h"
#include "tl-goal-edits.h"

static guint
count_links (Fixture *fixture)
{
  return g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_CONTRIBUTION));
}

static void
assert_refused (Fixture    *fixture,
                GPtrArray  *goals,
                TlGoal     *to,
                const char *sentence)
{
  g_autoptr (GError) error = NULL;
  guint n_links = count_links (fixture);

  g_assert_false (tl_goal_edits_connect (fixture->document, goals, to, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, sentence));
  g_assert_cmpuint (count_links (fixture), ==, n_links);
}

static void
test_several (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  TlGoal *to = add_goal (fixture, "Objective");

  g_ptr_array_add (goals, add_goal (fixture, "One"));
  g_ptr_array_add (goals, add_goal (fixture, "Other"));
  tl_document_connect (fixture->document, g_ptr_array_index (goals, 0), to, NULL);

  /* The one that does already keeps its link; both are one step. */
  g_assert_true (tl_goal_edits_connect (fixture->document, goals, to, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_links (fixture), ==, 2);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Connect Goals");
  undo (fixture);
  g_assert_cmpuint (count_links (fixture), ==, 1);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  TlGoal *low = add_goal (fixture, "Low");
  TlGoal *middle = add_goal (fixture, "Middle");
  TlGoal *high = add_goal (fixture, "High");

  tl_document_connect (fixture->document, low, middle, NULL);
  tl_document_connect (fixture->document, middle, high, NULL);

  g_ptr_array_add (goals, high);
  assert_refused (fixture, goals, high, "help itself");
  assert_refused (fixture, goals, low, "“Low” → “Middle” → “High” → “Low”");

  g_ptr_array_index (goals, 0) = low;
  assert_refused (fixture, goals, middle, "“Low” helps “Middle” already");

  /* None is connected when one of them cannot be. */
  g_ptr_array_add (goals, high);
  assert_refused (fixture, goals, middle, "“Middle” → “High” → “Middle”");
  g_ptr_array_index (goals, 1) = add_goal (fixture, "Another");
  tl_document_connect (fixture->document, g_ptr_array_index (goals, 1), middle, NULL);
  assert_refused (fixture, goals, middle, "All of them help “Middle” already");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("several", test_several);
  ADD ("refused", test_refused);
  return g_test_run ();
}
