/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What becomes one step, when it is written, and how it is taken back. */

#include "tl-document-fixture.h"

static void
test_edit_is_written_when_idle (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *before = dup_disk_digest (fixture);
  g_autofree char *after = NULL;
  TlGoal *goal = add_goal (fixture, "Grow");

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  after = dup_disk_digest (fixture);
  g_assert_cmpstr (before, !=, after);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");

  tl_goal_set_title (goal, "Grow faster");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Rename Goal");
}

static void
test_undo_refreshes_the_same_object (Fixture       *fixture,
                                     gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "One");

  flush (fixture);
  tl_goal_set_facet (goal, TL_FACET_IMPACT);
  flush (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Edit Goal");

  undo (fixture);
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_UNSET);
  g_assert_cmpstr (tl_document_get_redo_label (fixture->document), ==, "Edit Goal");
  redo (fixture);
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_IMPACT);
  undo (fixture);
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 0);
  g_assert_false (tl_document_can_undo (fixture->document));
  redo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 1);

  /* A new edit takes the place of what could have been done again. */
  add_goal (fixture, "Two");
  flush (fixture);
  g_assert_false (tl_document_can_redo (fixture->document));
}

static void
test_typing_is_one_step (Fixture       *fixture,
                         gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "");
  TlGoal *other = add_goal (fixture, "Other");

  flush (fixture);
  tl_goal_set_title (goal, "G");
  flush (fixture);
  tl_goal_set_title (goal, "Gr");
  flush (fixture);
  tl_goal_set_title (goal, "Gro");
  flush (fixture);
  tl_goal_set_title (other, "Otter");
  flush (fixture);

  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (other), ==, "Other");
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Gro");
  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "");
  redo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Gro");
}

static void
test_group_is_one_step (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlGoal *first;

  tl_document_begin_group (fixture->document, "Plan");
  first = add_goal (fixture, "First");
  tl_document_begin_group (fixture->document, "Inner");
  g_assert_nonnull (tl_document_connect (fixture->document, add_goal (fixture, "Second"), first, &error));
  g_assert_true (tl_document_end_group (fixture->document, &error));
  tl_goal_set_title (first, "First of all");
  g_assert_true (tl_document_end_group (fixture->document, &error));

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Plan");
  undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_CONTRIBUTION)), ==, 0);
  g_assert_false (tl_document_can_undo (fixture->document));
}

static void
test_cancelled_group_never_was (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlGoal *kept = add_goal (fixture, "Kept");
  TlGoal *removed = add_goal (fixture, "Removed for a moment");

  g_assert_nonnull (tl_document_connect (fixture->document, removed, kept, NULL));
  flush (fixture);
  before = dup_memory_text (fixture->model);

  tl_document_begin_group (fixture->document, "Never mind");
  tl_goal_set_title (kept, "Changed");
  add_goal (fixture, "New");
  tl_document_remove (fixture->document, TL_ENTITY (removed));
  tl_document_cancel_group (fixture->document);

  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
  g_free (after);
  after = dup_reopened_text (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_empty_group_leaves_no_label (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tl_document_begin_group (fixture->document, "Import");
  g_assert_true (tl_document_end_group (fixture->document, &error));
  add_goal (fixture, "Grow");
  flush (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");
}

static void
test_two_groups_are_two_steps (Fixture       *fixture,
                               gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  tl_document_begin_group (fixture->document, "Mark as Achieved");
  tl_goal_set_state (goal, TL_GOAL_STATE_ACHIEVED);
  g_assert_true (tl_document_end_group (fixture->document, NULL));
  tl_document_begin_group (fixture->document, "Mark as Dropped");
  tl_goal_set_state (goal, TL_GOAL_STATE_DROPPED);
  g_assert_true (tl_document_end_group (fixture->document, NULL));

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Mark as Dropped");
  undo (fixture);
  g_assert_cmpint (tl_goal_get_state (goal), ==, TL_GOAL_STATE_ACHIEVED);
}

/* Neither their common name nor their common property makes two commands one, or one with the typing around them. */
static void
test_groups_of_one_name_are_two_steps (Fixture       *fixture,
                                       gconstpointer  data)
{
  static const char *const titles[] = { "Grow a", "Grow ab", "Grow abc" };
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      tl_document_begin_group (fixture->document, "Rename Goal");
      tl_goal_set_title (goal, titles[i]);
      g_assert_true (tl_document_end_group (fixture->document, NULL));
    }
  tl_goal_set_title (goal, "Grow abcd");
  flush (fixture);

  for (guint i = G_N_ELEMENTS (titles); i-- > 0;)
    {
      undo (fixture);
      g_assert_cmpstr (tl_goal_get_title (goal), ==, titles[i]);
    }
}

/* Typing a letter and taking it away again leaves nothing to undo. */
static void
test_typing_back_is_no_step (Fixture       *fixture,
                             gconstpointer  data)
{
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  tl_goal_set_title (goal, "Grows");
  flush (fixture);
  tl_goal_set_title (goal, "Grow");
  flush (fixture);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Goal");

  tl_goal_set_title (goal, "Grown");
  flush (fixture);
  undo (fixture);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Grow");
}

static void
edit_once_cb (TlDocument *document,
              GParamSpec *pspec,
              TlGoal     *goal)
{
  if (tl_goal_get_description (goal) == NULL)
    tl_goal_set_description (goal, "Because of that");
}

/* Who hears of a step may answer with an edit. */
static void
test_edit_in_answer_to_a_step (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *reopened = NULL;
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  g_signal_connect (fixture->document, "notify::undo-label", G_CALLBACK (edit_once_cb), goal);
  tl_goal_set_title (goal, "Grow faster");
  flush (fixture);
  flush (fixture);

  text = dup_memory_text (fixture->model);
  reopened = dup_reopened_text (fixture);
  g_assert_cmpstr (text, ==, reopened);
}

/* A document that is closed in the middle of something keeps what is on the screen. */
static void
test_close_ends_the_group (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  tl_document_begin_group (fixture->document, "Plan");
  add_goal (fixture, "Half done");
  g_assert_true (tl_document_close (fixture->document, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->document);

  fixture->document = tl_document_open (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->model = tl_document_get_model (fixture->document);
  g_assert_cmpuint (g_list_model_get_n_items (tl_model_get_list (fixture->model, TL_TYPE_GOAL)), ==, 1);
}

static void
test_cancel_puts_back_what_came_again (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (TlGoal) goal = g_object_ref (add_goal (fixture, "Grow"));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  tl_document_begin_group (fixture->document, "Never mind");
  tl_document_remove (fixture->document, TL_ENTITY (goal));
  tl_goal_set_title (goal, "Changed meanwhile");
  tl_document_add (fixture->document, TL_ENTITY (goal));
  tl_document_cancel_group (fixture->document);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

static void
collect_cb (TlDocument *document,
            GPtrArray  *entities,
            guint      *n_entities)
{
  *n_entities = entities->len;
}

static void
test_changed_names_what_changed (Fixture       *fixture,
                                 gconstpointer  data)
{
  guint n_entities = 0;
  guint64 revision = tl_document_get_revision (fixture->document);
  TlGoal *goal;

  g_signal_connect (fixture->document, "changed", G_CALLBACK (collect_cb), &n_entities);
  goal = add_goal (fixture, "A");
  tl_goal_set_title (goal, "B");
  flush (fixture);
  g_assert_cmpuint (n_entities, ==, 1);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), >, revision);
  revision = tl_document_get_revision (fixture->document);
  undo (fixture);
  g_assert_cmpuint (n_entities, ==, 1);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), >, revision);
}

static void
unit_cb (TlGoal     *goal,
         GParamSpec *pspec,
         GListModel *units)
{
  g_autoptr (TlUnit) unit = g_list_model_get_item (units, 0);

  g_assert_true (tl_goal_get_unit (goal) == unit);
}

/* Who hears that a goal has another owner can find that owner in the lists. */
static void
test_notifies_when_all_is_there (Fixture       *fixture,
                                 gconstpointer  data)
{
  GListModel *units = tl_model_get_list (fixture->model, TL_TYPE_UNIT);
  g_autoptr (TlUnit) unit = tl_unit_new ();
  TlGoal *goal = add_goal (fixture, "Grow");

  flush (fixture);
  tl_unit_set_organisation (unit, tl_model_get_organisation (fixture->model));
  tl_document_add (fixture->document, TL_ENTITY (unit));
  tl_goal_set_owner (goal, TL_PARTY (unit));
  flush (fixture);

  g_signal_connect (goal, "notify::unit", G_CALLBACK (unit_cb), units);
  undo (fixture);
  redo (fixture);
  g_assert_nonnull (tl_goal_get_unit (goal));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("edit-is-written-when-idle", test_edit_is_written_when_idle);
  ADD ("undo-refreshes-the-same-object", test_undo_refreshes_the_same_object);
  ADD ("notifies-when-all-is-there", test_notifies_when_all_is_there);
  ADD ("typing-is-one-step", test_typing_is_one_step);
  ADD ("group-is-one-step", test_group_is_one_step);
  ADD ("cancelled-group-never-was", test_cancelled_group_never_was);
  ADD ("empty-group-leaves-no-label", test_empty_group_leaves_no_label);
  ADD ("two-groups-are-two-steps", test_two_groups_are_two_steps);
  ADD ("groups-of-one-name-are-two-steps", test_groups_of_one_name_are_two_steps);
  ADD ("typing-back-is-no-step", test_typing_back_is_no_step);
  ADD ("edit-in-answer-to-a-step", test_edit_in_answer_to_a_step);
  ADD ("close-ends-the-group", test_close_ends_the_group);
  ADD ("cancel-puts-back-what-came-again", test_cancel_puts_back_what_came_again);
  ADD ("changed-names-what-changed", test_changed_names_what_changed);

  return g_test_run ();
}
