/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "tl-cycle-edits.h"
#include "tl-document-fixture.h"

static void
test_next_name (void)
{
  static const char * const cases[][2] = {
    { "2026 Q3", "2026 Q4" }, { "2026 Q4", "2027 Q1" }, { "Q4/2026", "Q1/2027" }, { "Q4 FY 2026/27", "Q1 FY 2027/28" },
    { "H1 2026", "H2 2026" }, { "H2 2026", "H1 2027" }, { "T3 2026", "T1 2027" }, { "Year 2026", "Year 2027" },
    { "2026", "2027" }, { "2026/27", "2027/28" }, { "1999/00", "2000/01" }, { "2026-2027", "2027-2028" },
    { "Sprint 9", "Sprint 10" }, { "Sprint 09", "Sprint 10" }, { "Sprint 1200", "Sprint 1201" }, { "IQ5", "IQ6" },
    { "Q5", "Q6" }, { "Spring", "Spring 2" }, { "Spring 2", "Spring 3" }, { "Frühling 2026 ☀", "Frühling 2027 ☀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = tl_cycle_dup_next_name (cases[i][0]);

      g_assert_cmpstr (next, ==, cases[i][1]);
    }
}

static void
test_add_next (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlCycle *q4 = tl_cycle_edits_add (fixture->document, "2026 Q4", tl_date_new (2026, 10, 1), tl_date_new (2026, 12, 31),
                                    &error);
  TlCycle *q1 = tl_cycle_edits_add_next (fixture->document, q4, &error);
  TlCycle *weeks = tl_cycle_edits_add (fixture->document, "Sprint 1", tl_date_new (2026, 11, 2),
                                       tl_date_new (2026, 11, 15), &error);
  TlCycle *next_weeks = tl_cycle_edits_add_next (fixture->document, weeks, &error);
  TlCycle *month = tl_cycle_edits_add (fixture->document, "December 2026", tl_date_new (2026, 12, 1),
                                       tl_date_new (2026, 12, 31), &error);
  TlCycle *next_month = tl_cycle_edits_add_next (fixture->document, month, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tl_cycle_get_name (q1), ==, "2027 Q1");
  g_assert_cmpuint (tl_cycle_get_start (q1), ==, tl_date_new (2027, 1, 1));
  g_assert_cmpuint (tl_cycle_get_end (q1), ==, tl_date_new (2027, 3, 31));
  g_assert_true (tl_cycle_edits_add_next (fixture->document, q4, &error) == q1);
  g_assert_cmpstr (tl_cycle_get_name (next_weeks), ==, "Sprint 2");
  g_assert_cmpuint (tl_cycle_get_end (next_weeks), ==, tl_date_new (2026, 11, 29));
  g_assert_cmpstr (tl_cycle_get_name (next_month), ==, "January 2027");
  g_assert_cmpuint (tl_cycle_get_end (next_month), ==, tl_date_new (2027, 1, 31));
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Add Cycle");
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  TlCycle *open_ended;

  g_assert_null (tl_cycle_edits_add (fixture->document, "Backwards", tl_date_new (2026, 2, 1),
                                     tl_date_new (2026, 1, 1), &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (tl_cycle_edits_add (fixture->document, " ", TL_DATE_NONE, TL_DATE_NONE, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
  g_clear_error (&error);

  open_ended = tl_cycle_edits_add (fixture->document, "Some day", tl_date_new (2026, 1, 1), TL_DATE_NONE, &error);
  g_assert_no_error (error);
  g_assert_null (tl_cycle_edits_add_next (fixture->document, open_ended, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);
}

/* A day after the last one of the calendar could not be read again. */
static void
test_end_of_calendar (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  TlGoal *goal = add_goal (fixture, "Grow");
  TlCycle *last = tl_cycle_edits_add (fixture->document, "Year 9999", tl_date_new (9999, 1, 1), TL_DATE_LAST, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (tl_date_new (9999, 12, 31), ==, TL_DATE_LAST);
  g_assert_null (tl_cycle_edits_add_next (fixture->document, last, &error));
  g_assert_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED);

  tl_goal_set_due (goal, TL_DATE_LAST + 1);
  flush (fixture);
  text = dup_reopened_text (fixture);
  g_assert_nonnull (strstr (text, "Grow"));
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  TlDate today = tl_date_today ();
  TlCycle *year = tl_cycle_edits_add (fixture->document, "Year", today - 100, today + 100, NULL);
  TlCycle *quarter = tl_cycle_edits_add (fixture->document, "Quarter", today - 10, today + 10, NULL);
  g_autoptr (GPtrArray) unfinished = NULL;

  for (TlGoalState state = TL_GOAL_STATE_DRAFT; state <= TL_GOAL_STATE_DROPPED; state++)
    {
      TlGoal *goal = add_goal (fixture, "Goal");

      tl_goal_set_cycle (goal, quarter);
      tl_goal_set_state (goal, state);
    }
  flush (fixture);

  g_assert_true (tl_cycle_find_current (fixture->model, today) == quarter);
  unfinished = tl_cycle_dup_unfinished (quarter);
  g_assert_cmpuint (unfinished->len, ==, 2);
  tl_cycle_edits_close (fixture->document, quarter);
  g_assert_true (tl_cycle_get_closed (quarter));
  g_assert_true (tl_cycle_find_current (fixture->model, today) == year);
  g_assert_null (tl_cycle_find_current (fixture->model, today + 500));
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Close Cycle");
  tl_cycle_edits_reopen (fixture->document, quarter);
  g_assert_false (tl_cycle_get_closed (quarter));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/next-name", test_next_name);
  ADD ("add-next", test_add_next);
  ADD ("refused", test_refused);
  ADD ("end-of-calendar", test_end_of_calendar);
  ADD ("close", test_close);
  return g_test_run ();
}
