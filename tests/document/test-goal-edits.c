/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "tl-cycle-edits.h"
#include "tl-document-fixture.h"
#include "tl-enum-types.h"
#include "tl-goal-edits.h"

static GPtrArray *
list_goals (TlGoal *first,
            ...)
{
  GPtrArray *goals = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, first);
  for (TlGoal *goal = first; goal != NULL; goal = va_arg (arguments, TlGoal *))
    g_ptr_array_add (goals, goal);
  va_end (arguments);

  return goals;
}

static guint
count (Fixture *fixture,
       GType    type)
{
  return g_list_model_get_n_items (tl_model_get_list (fixture->model, type));
}

static TlContribution *
get_link (TlGoal *from,
          TlGoal *to)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (from), TL_TYPE_CONTRIBUTION, "from");

  for (guint i = 0; i < links->len; i++)
    if (tl_contribution_get_to (g_ptr_array_index (links, i)) == to)
      return g_ptr_array_index (links, i);

  return NULL;
}

/* A verb is one step: what undoes it is called @label, and brings back exactly what was there before. */
static void
assert_one_step (Fixture    *fixture,
                 const char *label,
                 const char *before)
{
  g_autofree char *after = NULL;

  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, label);
  undo (fixture);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (after, ==, before);
  redo (fixture);
}

static TlCycle *
add_cycle (Fixture    *fixture,
           const char *name,
           TlDate      start,
           TlDate      end)
{
  g_autoptr (GError) error = NULL;
  TlCycle *cycle = tl_cycle_edits_add (fixture->document, name, start, end, &error);

  g_assert_no_error (error);
  return cycle;
}

static void
test_quick_add (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autofree char *before = NULL;
  TlDate today = tl_date_today ();
  TlCycle *cycle = add_cycle (fixture, "Now", today - 10, today + 10);
  TlGoal *parent = add_goal (fixture, "Grow");
  TlGoal *goal;

  flush (fixture);
  before = dup_memory_text (fixture->model);
  goal = tl_goal_edits_quick_add (fixture->document, parent, NULL, "Win two references #work =2 references", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "Win two references");
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_WORK);
  g_assert_true (tl_goal_get_owner (goal) == tl_goal_get_owner (parent));
  g_assert_true (tl_goal_get_cycle (goal) == cycle);
  g_assert_nonnull (get_link (goal, parent));
  measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);
  g_assert_cmpuint (measures->len, ==, 1);
  g_assert_cmpfloat (tl_measure_get_target (g_ptr_array_index (measures, 0)), ==, 2);
  g_assert_cmpstr (tl_measure_get_unit (g_ptr_array_index (measures, 0)), ==, "references");
  assert_one_step (fixture, "Add Goal", before);
}

static void
test_quick_add_refused (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_goal_edits_quick_add (fixture->document, NULL, NULL, " #work ", &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tl_goal_edits_quick_add (fixture->document, NULL, NULL, "\n\t", &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 0);
  g_assert_false (tl_document_can_undo (fixture->document));
}

static void
test_move (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  TlGoal *first = add_goal (fixture, "First");
  TlGoal *second = add_goal (fixture, "Second");
  TlGoal *helper = add_goal (fixture, "Helper");
  g_autoptr (GPtrArray) goals = list_goals (helper, NULL);
  TlContribution *link = tl_document_connect (fixture->document, helper, first, NULL);

  tl_contribution_set_weight (link, 3);
  tl_contribution_set_rationale (link, "It opens the door");
  flush (fixture);
  before = dup_memory_text (fixture->model);

  g_assert_true (tl_goal_edits_move (fixture->document, goals, first, second, &error));
  g_assert_true (get_link (helper, second) == link);
  g_assert_null (get_link (helper, first));
  g_assert_cmpfloat (tl_contribution_get_weight (link), ==, 3);
  g_assert_cmpstr (tl_contribution_get_rationale (link), ==, "It opens the door");
  assert_one_step (fixture, "Move Goal", before);

  /* Added beside what there is, then taken off one of the two */
  g_assert_true (tl_goal_edits_move (fixture->document, goals, NULL, first, &error));
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 2);
  g_assert_true (tl_goal_edits_move (fixture->document, goals, second, first, &error));
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 1);
  g_assert_true (tl_goal_edits_move (fixture->document, goals, first, NULL, &error));
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 0);
  g_assert_no_error (error);
}

/* One of several that cannot be moved keeps all where they are. */
static void
test_move_refused (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  TlGoal *top = add_goal (fixture, "Top");
  TlGoal *middle = add_goal (fixture, "Middle");
  TlGoal *low = add_goal (fixture, "Low");
  TlGoal *other = add_goal (fixture, "Other");
  g_autoptr (GPtrArray) goals = list_goals (other, top, NULL);
  g_autoptr (GPtrArray) itself = list_goals (low, NULL);

  tl_document_connect (fixture->document, middle, top, NULL);
  tl_document_connect (fixture->document, low, middle, NULL);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  g_assert_false (tl_goal_edits_move (fixture->document, goals, NULL, low, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“Low” → “Middle” → “Top” → “Low”"));
  g_clear_error (&error);
  g_assert_false (tl_goal_edits_can_move (fixture->document, itself, low, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  after = dup_memory_text (fixture->model);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_rising (GPtrArray *goals)
{
  for (guint i = 1; i < goals->len; i++)
    g_assert_cmpfloat (tl_goal_get_position (g_ptr_array_index (goals, i - 1)), <,
                       tl_goal_get_position (g_ptr_array_index (goals, i)));
}

static void
test_place (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  g_autofree char *before = NULL;
  TlGoal *moved;
  double kept;

  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (goals, add_goal (fixture, "Goal"));
  flush (fixture);
  before = dup_memory_text (fixture->model);
  tl_goal_edits_place (fixture->document, goals);
  assert_rising (goals);
  assert_one_step (fixture, "Change Order", before);

  /* One that is moved is the only one that changes. */
  kept = tl_goal_get_position (g_ptr_array_index (goals, 0));
  moved = g_ptr_array_steal_index (goals, 5);
  g_ptr_array_insert (goals, 1, moved);
  tl_goal_edits_place (fixture->document, goals);
  assert_rising (goals);
  g_assert_cmpfloat (tl_goal_get_position (g_ptr_array_index (goals, 0)), ==, kept);
  g_assert_cmpfloat (tl_goal_get_position (g_ptr_array_index (goals, 2)), ==, 2);
  g_assert_cmpfloat (tl_goal_get_position (moved), ==, 1.5);

  /* Where no room is left between two, all get new ones. */
  for (guint i = 0; i < 60; i++)
    {
      moved = g_ptr_array_steal_index (goals, 5);
      g_ptr_array_insert (goals, 1, moved);
      tl_goal_edits_place (fixture->document, goals);
      assert_rising (goals);
    }

  for (guint i = 0; i < 6; i++)
    {
      moved = g_ptr_array_steal_index (goals, i);
      g_ptr_array_insert (goals, 0, moved);
      tl_goal_edits_place (fixture->document, goals);
      assert_rising (goals);
    }
}

static void
test_remove_and_set (Fixture       *fixture,
                     gconstpointer  data)
{
  TlGoal *first = add_goal (fixture, "First");
  TlGoal *second = add_goal (fixture, "Second");
  TlOrganisation *organisation = tl_model_get_organisation (fixture->model);
  g_autoptr (GPtrArray) goals = list_goals (first, second, NULL);
  g_autoptr (TlUnit) unit = tl_unit_new ();
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) owner = G_VALUE_INIT;
  g_autofree char *before = NULL;

  tl_unit_set_organisation (unit, organisation);
  tl_document_add (fixture->document, TL_ENTITY (unit));
  tl_document_connect (fixture->document, first, second, NULL);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  g_value_init (&value, TL_TYPE_FACET);
  g_value_set_enum (&value, TL_FACET_IMPACT);
  tl_goal_edits_set (fixture->document, goals, "facet", &value);
  g_assert_cmpint (tl_goal_get_facet (first), ==, TL_FACET_IMPACT);
  g_assert_cmpint (tl_goal_get_facet (second), ==, TL_FACET_IMPACT);
  assert_one_step (fixture, "Edit Goals", before);
  undo (fixture);

  g_value_init (&owner, TL_TYPE_UNIT);
  g_value_set_object (&owner, unit);
  tl_goal_edits_set (fixture->document, goals, "owner", &owner);
  g_assert_true (tl_goal_get_owner (first) == TL_PARTY (unit));
  undo (fixture);

  tl_goal_edits_remove (fixture->document, goals);
  g_assert_cmpuint (count (fixture, TL_TYPE_GOAL), ==, 0);
  g_assert_cmpuint (count (fixture, TL_TYPE_CONTRIBUTION), ==, 0);
  assert_one_step (fixture, "Remove Goals", before);
}

static void
test_duplicate (Fixture       *fixture,
                gconstpointer  data)
{
  TlGoal *parent = add_goal (fixture, "Parent");
  TlGoal *first = add_goal (fixture, "First");
  TlGoal *second = add_goal (fixture, "Second");
  g_autoptr (GPtrArray) goals = list_goals (first, second, NULL);
  g_autoptr (GPtrArray) copies = NULL;
  g_autofree char *before = NULL;
  TlMeasure *measure;

  tl_goal_set_private_notes (first, "Between us");
  tl_goal_set_description (first, "At length");
  tl_document_connect (fixture->document, first, parent, NULL);
  tl_contribution_set_rationale (tl_document_connect (fixture->document, second, first, NULL), "So");
  measure = tl_goal_edits_add_measure (fixture->document, first);
  tl_goal_edits_add_reading (fixture->document, measure, 4);
  tl_goal_edits_add_check_in (fixture->document, first, 60);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  copies = tl_goal_edits_duplicate (fixture->document, goals);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_cmpstr (tl_goal_get_title (copies->pdata[0]), ==, "First");
  g_assert_cmpstr (tl_goal_get_description (copies->pdata[0]), ==, "At length");
  g_assert_null (tl_goal_get_private_notes (copies->pdata[0]));
  g_assert_nonnull (get_link (copies->pdata[0], parent));
  g_assert_cmpstr (tl_contribution_get_rationale (get_link (copies->pdata[1], copies->pdata[0])), ==, "So");
  g_assert_cmpuint (count (fixture, TL_TYPE_MEASURE), ==, 2);
  g_assert_cmpuint (count (fixture, TL_TYPE_READING), ==, 1);
  g_assert_cmpuint (count (fixture, TL_TYPE_CHECK_IN), ==, 1);
  assert_one_step (fixture, "Duplicate Goals", before);
}

static void
test_carry_over (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlCycle *year = add_cycle (fixture, "Year 2026", tl_date_new (2026, 1, 1), tl_date_new (2026, 12, 31));
  TlCycle *q3 = add_cycle (fixture, "2026 Q3", tl_date_new (2026, 7, 1), tl_date_new (2026, 9, 30));
  TlCycle *q4 = tl_cycle_edits_add_next (fixture->document, q3, &error);
  TlGoal *objective = add_goal (fixture, "Objective");
  TlGoal *left = add_goal (fixture, "Left behind");
  TlGoal *first = add_goal (fixture, "First");
  TlGoal *second = add_goal (fixture, "Second");
  TlGoal *standing = add_goal (fixture, "Standing");
  g_autoptr (GPtrArray) goals = list_goals (first, second, NULL);
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autofree char *before = NULL;
  TlMeasure *measure;
  TlReading *late;

  tl_goal_set_cycle (objective, year);
  tl_goal_set_cycle (left, q3);
  tl_goal_set_cycle (first, q3);
  tl_goal_set_cycle (second, q3);
  tl_goal_set_due (first, tl_date_new (2026, 8, 1));
  tl_goal_set_state (first, TL_GOAL_STATE_MISSED);
  tl_document_connect (fixture->document, first, objective, NULL);
  tl_document_connect (fixture->document, first, left, NULL);
  tl_document_connect (fixture->document, second, first, NULL);
  tl_document_connect (fixture->document, standing, first, NULL);
  measure = tl_goal_edits_add_measure (fixture->document, first);
  tl_measure_set_target (measure, 100);
  tl_measure_set_due (measure, tl_date_new (2026, 9, 30));
  late = tl_goal_edits_add_reading (fixture->document, measure, 40);
  tl_reading_set_date (late, tl_date_new (2026, 9, 20));
  tl_reading_set_date (tl_goal_edits_add_reading (fixture->document, measure, 10), tl_date_new (2026, 8, 1));
  flush (fixture);
  before = dup_memory_text (fixture->model);

  copies = tl_goal_edits_carry_over (fixture->document, goals, q4, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (copies->len, ==, 2);
  g_assert_true (tl_goal_get_cycle (copies->pdata[0]) == q4);
  g_assert_true (tl_goal_get_carried_from (copies->pdata[0]) == first);
  g_assert_cmpuint (tl_goal_get_due (copies->pdata[0]), ==, TL_DATE_NONE);
  g_assert_cmpint (tl_goal_get_state (copies->pdata[0]), ==, TL_GOAL_STATE_ACTIVE);
  g_assert_cmpint (tl_goal_get_state (first), ==, TL_GOAL_STATE_MISSED);
  g_assert_nonnull (get_link (copies->pdata[0], objective));
  g_assert_null (get_link (copies->pdata[0], left));
  g_assert_nonnull (get_link (copies->pdata[1], copies->pdata[0]));
  g_assert_nonnull (get_link (standing, copies->pdata[0]));
  measures = tl_entity_dup_referrers (copies->pdata[0], TL_TYPE_MEASURE, NULL);
  g_assert_cmpfloat (tl_measure_get_baseline (measures->pdata[0]), ==, 40);
  g_assert_cmpfloat (tl_measure_get_target (measures->pdata[0]), ==, 100);
  g_assert_cmpuint (tl_measure_get_due (measures->pdata[0]), ==, TL_DATE_NONE);
  assert_one_step (fixture, "Carry Goals Over", before);

  /* Twice is once. */
  g_assert_null (tl_goal_edits_carry_over (fixture->document, goals, q4, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_clear_error (&error);
  tl_cycle_edits_close (fixture->document, year);
  g_assert_null (tl_goal_edits_carry_over (fixture->document, goals, year, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
}

static void
test_cascade_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlGoal *goal = add_goal (fixture, "Customers stay");
  TlOrganisation *organisation = tl_model_get_organisation (fixture->model);
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GPtrArray) made = NULL;
  g_autofree char *before = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (TlUnit) unit = tl_unit_new ();

      tl_unit_set_organisation (unit, organisation);
      tl_document_add (fixture->document, TL_ENTITY (unit));
      g_ptr_array_add (owners, unit);
    }
  tl_goal_set_facet (goal, TL_FACET_IMPACT);
  flush (fixture);
  before = dup_memory_text (fixture->model);

  made = tl_goal_edits_cascade_down (fixture->document, goal, owners, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, 3);
  g_assert_cmpstr (tl_goal_get_title (made->pdata[2]), ==, "Customers stay");
  g_assert_cmpint (tl_goal_get_facet (made->pdata[2]), ==, TL_FACET_IMPACT);
  g_assert_true (tl_goal_get_owner (made->pdata[2]) == owners->pdata[2]);
  g_assert_nonnull (get_link (made->pdata[2], goal));
  assert_one_step (fixture, "Cascade Down", before);

  g_assert_null (tl_goal_edits_cascade_down (fixture->document, goal, owners, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
}

/* A closed cycle gets no new goals. */
static void
test_cascade_from_closed_cycle (Fixture       *fixture,
                                gconstpointer  data)
{
  TlDate today = tl_date_today ();
  TlCycle *now = add_cycle (fixture, "Now", today - 10, today + 10);
  TlCycle *before = add_cycle (fixture, "Before", today - 30, today - 11);
  TlGoal *goal = add_goal (fixture, "Customers stay");
  TlGoal *other = add_goal (fixture, "Customers come");
  g_autoptr (GPtrArray) owners = g_ptr_array_new ();
  g_autoptr (GPtrArray) from_open = NULL;
  g_autoptr (GPtrArray) from_closed = NULL;
  g_autoptr (TlUnit) unit = tl_unit_new ();

  tl_unit_set_organisation (unit, tl_model_get_organisation (fixture->model));
  tl_document_add (fixture->document, TL_ENTITY (unit));
  g_ptr_array_add (owners, unit);
  tl_goal_set_cycle (goal, before);
  tl_goal_set_cycle (other, before);

  from_open = tl_goal_edits_cascade_down (fixture->document, goal, owners, NULL);
  g_assert_true (tl_goal_get_cycle (from_open->pdata[0]) == before);

  tl_cycle_set_closed (before, TRUE);
  from_closed = tl_goal_edits_cascade_down (fixture->document, other, owners, NULL);
  g_assert_true (tl_goal_get_cycle (from_closed->pdata[0]) == now);
}

static void
test_parts (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlGoal *first = add_goal (fixture, "First");
  TlGoal *second = add_goal (fixture, "Second");
  TlTension *tension = tl_document_add_tension (fixture->document, first, second, &error);
  TlMeasure *measure = tl_goal_edits_add_measure (fixture->document, first);
  TlReading *reading = tl_goal_edits_add_reading (fixture->document, measure, 7);
  TlCheckIn *check_in = tl_goal_edits_add_check_in (fixture->document, first, 80);

  g_assert_no_error (error);
  g_assert_true (tl_document_add_tension (fixture->document, second, first, &error) == tension);
  g_assert_null (tl_document_add_tension (fixture->document, first, first, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_assert_cmpfloat (tl_measure_get_baseline (measure), ==, 0);
  g_assert_true (isnan (tl_measure_get_target (measure)));
  g_assert_cmpuint (tl_reading_get_date (reading), ==, tl_date_today ());
  g_assert_cmpfloat (tl_check_in_get_confidence (check_in), ==, 80);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Check-In");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("quick-add", test_quick_add);
  ADD ("quick-add-refused", test_quick_add_refused);
  ADD ("move", test_move);
  ADD ("move-refused", test_move_refused);
  ADD ("place", test_place);
  ADD ("remove-and-set", test_remove_and_set);
  ADD ("duplicate", test_duplicate);
  ADD ("carry-over", test_carry_over);
  ADD ("cascade-down", test_cascade_down);
  ADD ("cascade-from-closed-cycle", test_cascade_from_closed_cycle);
  ADD ("parts", test_parts);
  return g_test_run ();
}
