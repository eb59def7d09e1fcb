/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>
#include <string.h>

#include "exchange-fixture.h"
#include "tl-check-in.h"
#include "tl-contribution.h"
#include "tl-export-json.h"
#include "tl-reading.h"
#include "tl-tension.h"

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
test_owners (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;

  import = fixture_import (fixture, "goals.csv",
                           "Goal ID,Level,Unit,Owner,Title\n"
                           "a,organisation,,,Grow\n"
                           "b,1,Sales,,Sell\n"
                           "c,team,,North,Sell in the north\n"
                           "d,4,Sales,Ida,Call\n"
                           "e,,Support,,Answer\n"
                           "f,,Sales,ida@x.example,Write\n"
                           "g,,,,Whatever\n"
                           "h,galaxy,,,Shine\n",
                           NULL);

  g_assert_cmpint (tl_goal_get_level (fixture_get_goal (fixture, "a")), ==, TL_LEVEL_ORGANISATION);
  g_assert_cmpint (tl_goal_get_level (fixture_get_goal (fixture, "b")), ==, TL_LEVEL_FUNCTION);
  g_assert_cmpint (tl_goal_get_level (fixture_get_goal (fixture, "c")), ==, TL_LEVEL_TEAM);
  g_assert_cmpint (tl_goal_get_level (fixture_get_goal (fixture, "d")), ==, TL_LEVEL_PERSON);
  g_assert_cmpint (tl_goal_get_level (fixture_get_goal (fixture, "e")), ==, TL_LEVEL_FUNCTION);
  g_assert_cmpint (tl_goal_get_level (fixture_get_goal (fixture, "g")), ==, TL_LEVEL_ORGANISATION);
  g_assert_cmpstr (tl_person_get_email (tl_goal_get_person (fixture_get_goal (fixture, "f"))), ==, "ida@x.example");
  g_assert_true (tl_person_get_unit (fixture_get_party (fixture, TL_TYPE_PERSON, "Ida")) ==
                 fixture_get_party (fixture, TL_TYPE_UNIT, "Sales"));
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_GOAL), ==, 8);
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_UNIT), ==, 3);
  assert_skipped (import, "goals.csv", 9, "Level", "galaxy");
}

static void
test_goal_columns (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  TlGoal *goal;
  TlMeasure *measure;

  import = fixture_import (fixture, "goals.csv",
                           "id;title;Facet;Category;Beneficiary;Stretch;Roll-up;Cycle;Start Date;Due Date;Status;Measure;Kind;"
                           "Starting Value;Target Value;Current Value;Leading;Description\n"
                           "a;Grow;result;Market penetration;Our team;yes;all;2026;17/11/2025;31-Dec-2026;Ahead;Revenue;;"
                           "1.000.000 €;1.200.000,50 €;1.100.000;no;\"Two\nlines\"\n"
                           "a;;;;;;;;;;;Calls;per week;;8;;yes;\n"
                           "a;Grow;;;;;;;;;;Signed;yes/no;;;no;;\n",
                           NULL);

  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
  goal = fixture_get_goal (fixture, "a");
  g_assert_cmpint (tl_goal_get_facet (goal), ==, TL_FACET_RESULT);
  g_assert_cmpstr (tl_goal_get_category (goal), ==, "market-penetration");
  g_assert_cmpint (tl_goal_get_beneficiary (goal), ==, TL_BENEFICIARY_TEAM);
  g_assert_cmpint (tl_goal_get_stretch (goal), ==, TL_STRETCH_OUTCOME);
  g_assert_cmpint (tl_goal_get_rollup (goal), ==, TL_ROLLUP_ALL);
  g_assert_cmpint (tl_goal_get_state (goal), ==, TL_GOAL_STATE_ACTIVE);
  g_assert_cmpstr (tl_cycle_get_name (tl_goal_get_cycle (goal)), ==, "2026");
  g_assert_cmpuint (tl_goal_get_start (goal), ==, tl_date_new (2025, 11, 17));
  g_assert_cmpuint (tl_goal_get_due (goal), ==, tl_date_new (2026, 12, 31));
  g_assert_cmpstr (tl_goal_get_description (goal), ==, "Two\nlines");

  measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);
  g_assert_cmpuint (measures->len, ==, 3);
  measure = g_ptr_array_index (measures, 0);
  g_assert_cmpint (tl_measure_get_kind (measure), ==, TL_MEASURE_KIND_CURRENCY);
  g_assert_cmpfloat (tl_measure_get_baseline (measure), ==, 1000000);
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, 1200000.5);
  measure = g_ptr_array_index (measures, 1);
  g_assert_cmpint (tl_measure_get_kind (measure), ==, TL_MEASURE_KIND_COUNT_PER_WEEK);
  g_assert_true (tl_measure_get_leading (measure));
  measure = g_ptr_array_index (measures, 2);
  g_assert_cmpint (tl_measure_get_kind (measure), ==, TL_MEASURE_KIND_YES_NO);
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, 1);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 2);
}

static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;
  g_autoptr (GPtrArray) links = NULL;
  TlContribution *link;

  import = fixture_import (fixture,
                           "contributions.csv",
                           "From,To,Weight,Critical,Rationale\nb,a,,,\"One reason; and another\"\n",
                           "goals.csv",
                           "Goal ID,Title,Contributes To,Weight,Critical,Rationale\n"
                           "b,B,a;c,2;0.5,yes;no,because\n"
                           "a,A,,,,\n"
                           "c,C,zz,,,\n"
                           "d,D,a,-3,,\n",
                           NULL);

  links = tl_entity_dup_referrers (TL_ENTITY (fixture_get_goal (fixture, "b")), TL_TYPE_CONTRIBUTION, "from");
  g_assert_cmpuint (links->len, ==, 2);
  link = g_ptr_array_index (links, 0);
  g_assert_true (tl_contribution_get_to (link) == fixture_get_goal (fixture, "a"));
  g_assert_cmpfloat (tl_contribution_get_weight (link), ==, 2);
  g_assert_true (tl_contribution_get_critical (link));
  g_assert_cmpstr (tl_contribution_get_rationale (link), ==, "One reason; and another");
  link = g_ptr_array_index (links, 1);
  g_assert_cmpfloat (tl_contribution_get_weight (link), ==, 0.5);
  g_assert_false (tl_contribution_get_critical (link));

  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 2);
  assert_skipped (import, "goals.csv", 4, "Contributes To", "zz");
  assert_skipped (import, "goals.csv", 5, "Weight", "-3");
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 4);
}

static void
test_loops (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (TlImport) first = NULL;
  g_autoptr (TlImport) second = NULL;

  first = fixture_import (fixture, "goals.csv",
                          "Goal ID,Title,Contributes To\na,Alpha,b\nb,Beta,c\nc,Gamma,a\nd,Delta,d\n", NULL);
  assert_skipped (first, "goals.csv", 4, "Contributes To", "“Alpha” → “Beta” → “Gamma” → “Alpha”");
  assert_skipped (first, "goals.csv", 5, "Contributes To", "“Delta” → “Delta”");
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 4);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONTRIBUTION), ==, 2);

  /* Closed only together with what is in the document already. */
  second = fixture_import (fixture, "more.csv", "Goal ID,Title,Contributes To\ne,Epsilon,a\nc,Gamma,e\n", NULL);
  assert_skipped (second, "more.csv", 3, "Contributes To", "“Epsilon” → “Alpha” → “Beta” → “Gamma” → “Epsilon”");
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONTRIBUTION), ==, 3);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;
  TlPerson *bo;

  import = fixture_import (fixture, "people.csv",
                           "Name,Role,Unit,Manager,Email,Person ID,Capacity\n"
                           "Bo,Seller,North,Ada,bo@x.example,2,40\n"
                           "Ada,Head,Sales,XX,ada@x.example,1,200\n"
                           "Cy,Seller,North,bo@x.example,,3,\n"
                           "Di,Seller,North,3,,4,\n"
                           "N/D,Seller,North,1,,5,\n"
                           "N/D,Seller,North,Nobody Known,,6,\n"
                           "Ed,Seller,North,N/D,,7,\n"
                           "Flo,,,Guy,,8,\n"
                           "Guy,,,Flo,,9,\n",
                           "units.csv",
                           "Unit,Kind,Parent Unit\nNorth,team,Sales\nSales,function,\nEast,team,Moon\n"
                           "X,,Y\nY,,X\n",
                           NULL);

  bo = fixture_get_party (fixture, TL_TYPE_PERSON, "Bo");
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_person_get_manager (bo))), ==, "Ada");
  g_assert_true (tl_person_get_manager (fixture_get_party (fixture, TL_TYPE_PERSON, "Cy")) == bo);
  g_assert_cmpint (tl_unit_get_level (tl_person_get_unit (bo)), ==, TL_LEVEL_TEAM);
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_unit_get_parent (tl_person_get_unit (bo)))), ==, "Sales");
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_PERSON), ==, 9);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_UNIT), ==, 5);

  assert_skipped (import, "people.csv", 3, "Capacity", "168");
  assert_skipped (import, "people.csv", 7, "Manager", "Nobody Known");
  assert_skipped (import, "people.csv", 8, "Manager", "2 people");
  assert_skipped (import, "people.csv", 10, "Manager", "“Flo” → “Guy” → “Flo”");
  assert_skipped (import, "units.csv", 4, "Parent Unit", "Moon");
  assert_skipped (import, "units.csv", 6, "Parent Unit", "“X” → “Y” → “X”");
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 6);
}

static void
test_organisations (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;

  import = fixture_import (fixture,
                           "goals.csv", "Goal ID,Level,Organisation,Title\na,0,Ours Ltd,A\nb,0,Client,B\nc,0,,C\n",
                           "organisations.csv", "Organisation,Kind,Notes\nClient,customer,Nice\nOurs Ltd,own,\n", NULL);

  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_ORGANISATION), ==, 2);
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_model_get_organisation (fixture->model))), ==, "Ours Ltd");
  g_assert_true (tl_goal_get_home (fixture_get_goal (fixture, "a")) == tl_model_get_organisation (fixture->model));
  g_assert_true (tl_goal_get_home (fixture_get_goal (fixture, "c")) == tl_model_get_organisation (fixture->model));
  g_assert_cmpint (tl_organisation_get_kind (tl_goal_get_home (fixture_get_goal (fixture, "b"))), ==,
                   TL_ORGANISATION_KIND_CUSTOMER);
}

static void
test_readings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  TlMeasure *measure;

  import = fixture_import (fixture,
                           "readings.csv",
                           "Goal ID,Measure,Indicator Type,Date,Starting Value,Target Value,Current Value\n"
                           "a,M,Maintain at or above threshold,2022-03-31,86,80,84\n"
                           "a,M,Maintain at or above threshold,2022-06-30,86,80,\n"
                           "a,N,Target undefined,2022-03-31,1,50,3\n"
                           "a,O,Complete milestone,2022-03-31,0,1,1\n"
                           "a,P,Measurable decrease,2022-03-31,10,5,7\n"
                           "zz,P,Measurable decrease,2022-03-31,10,5,7\n"
                           "a,P,Measurable decrease,31 February 2022,10,5,7\n"
                           "a,P,Measurable decrease,2022-06-30,10,5,1e999\n",
                           "goals.csv", "Goal ID,Title\na,A\n", NULL);

  measures = tl_entity_dup_referrers (TL_ENTITY (fixture_get_goal (fixture, "a")), TL_TYPE_MEASURE, NULL);
  g_assert_cmpuint (measures->len, ==, 4);
  measure = g_ptr_array_index (measures, 0);
  g_assert_cmpfloat (tl_measure_get_baseline (measure), ==, 80);
  g_assert_cmpfloat (tl_measure_get_target (measure), ==, 80);
  measure = g_ptr_array_index (measures, 1);
  g_assert_true (isnan (tl_measure_get_target (measure)));
  g_assert_cmpint (tl_measure_get_kind (g_ptr_array_index (measures, 2)), ==, TL_MEASURE_KIND_YES_NO);
  g_assert_cmpint (tl_measure_get_direction (g_ptr_array_index (measures, 3)), ==, TL_DIRECTION_DOWN);

  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 5);
  assert_remarked (import, 3, "without a number");
  assert_skipped (import, "readings.csv", 7, "Goal ID", "zz");
  assert_skipped (import, "readings.csv", 8, "Date", "no such day");
  assert_skipped (import, "readings.csv", 9, "Current Value", "1e999");
}

/* An empty cell changes nothing, not even a reading of the same day. */
static void
test_blank_reading (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (TlReading) reading = NULL;
  g_autoptr (TlImport) import = NULL;

  g_object_unref (fixture_import (fixture, "g.csv", "Goal ID,Title\na,A\n",
                                  "r.csv", "Goal ID,Measure,Date,Value\na,M,2026-01-05,7\n", NULL));
  import = fixture_import (fixture, "r.csv", "Goal ID,Measure,Date,Value,Note\na,M,2026-01-05,,Why\n", NULL);

  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 1);
  reading = g_list_model_get_item (tl_model_get_list (fixture->model, TL_TYPE_READING), 0);
  g_assert_cmpfloat (tl_reading_get_value (reading), ==, 7);
  g_assert_cmpstr (tl_reading_get_note (reading), ==, "Why");
  g_assert_cmpuint (tl_import_get_n_remarks (import), ==, 0);
}

static void
test_tensions_and_check_ins (Fixture       *fixture,
                             gconstpointer  data)
{
  const char *goals = "Goal ID,Title\na,A\nb,B\n";
  const char *tensions = "Goal ID,Pulls Against,Reason\na,b,Because\na,a,\n";
  const char *check_ins = "Goal ID,Date,Confidence,Learned\na,2026-01-05,80%,Much\na,2026-01-12,120,\n";
  g_autoptr (TlImport) import = NULL;
  g_autoptr (TlImport) again = NULL;
  g_autoptr (TlCheckIn) first = NULL;

  import = fixture_import (fixture, "t.csv", tensions, "c.csv", check_ins, "g.csv", goals, NULL);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_TENSION), ==, 1);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CHECK_IN), ==, 2);
  first = g_list_model_get_item (tl_model_get_list (fixture->model, TL_TYPE_CHECK_IN), 0);
  g_assert_cmpfloat (tl_check_in_get_confidence (first), ==, 80);
  assert_skipped (import, "t.csv", 3, "Pulls Against", "itself");
  assert_skipped (import, "c.csv", 3, "Confidence", "100");

  again = fixture_import (fixture, "t.csv", "Goal ID,Pulls Against,Reason\nb,a,Better reason\n", "c.csv", check_ins, NULL);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_TENSION), ==, 1);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CHECK_IN), ==, 2);
  g_assert_cmpuint (tl_import_get_n_updated (again, TL_TYPE_TENSION), ==, 1);
}

static void
test_dates_by_column (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlImport) settled = NULL;
  g_autoptr (TlImport) open = NULL;
  g_autoptr (TlImport) mixed = NULL;
  g_autoptr (TlImport) other = NULL;

  settled = fixture_import (fixture, "a.csv", "Goal ID,Title,Due Date\na,A,03/04/2026\nb,B,04/13/2026\n", NULL);
  g_assert_cmpuint (tl_goal_get_due (fixture_get_goal (fixture, "a")), ==, tl_date_new (2026, 3, 4));
  g_assert_cmpuint (tl_import_get_n_remarks (settled), ==, 0);

  open = fixture_import (fixture, "b.csv", "Goal ID,Title,Due Date\nc,C,2026-01-01\nd,D,03/04/2026\n", NULL);
  g_assert_cmpuint (tl_goal_get_due (fixture_get_goal (fixture, "d")), ==, tl_date_new (2026, 4, 3));
  assert_remarked (open, 3, "2026-04-03");

  mixed = fixture_import (fixture, "c.csv", "Goal ID,Title,Due Date\ne,E,03/04/2026\nf,F,04/13/2026\ng,G,13/04/2026\n", NULL);
  assert_skipped (mixed, "c.csv", 2, "Due Date", "both kinds");
  g_assert_cmpuint (tl_goal_get_due (fixture_get_goal (fixture, "f")), ==, tl_goal_get_due (fixture_get_goal (fixture, "g")));

  other = fixture_import (fixture, "d.csv", "Goal ID,Title,Start Date,Due Date\nh,H,03/04/2026,04/13/2026\n", NULL);
  g_assert_cmpuint (tl_goal_get_start (fixture_get_goal (fixture, "h")), ==, tl_date_new (2026, 3, 4));
}

static void
test_twice_is_once (Fixture       *fixture,
                    gconstpointer  data)
{
  const char *goals = "Goal ID,Title,Owner,Contributes To,Measure,Target Value,Current Value\n"
                      "a,A,,,M,5,3\n,No id,Ida,a,,,\n,No id,Ida,a,,,\n";
  const char *readings = "Goal ID,Measure,Date,Value\na,M,2026-01-01,1\na,M,2026-01-01,1\na,M,2026-01-08,2\n";
  const char *people = "Name,Manager\nIda,Bo\nBo,\n";
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint64 revision;

  g_object_unref (fixture_import (fixture, "g.csv", goals, "r.csv", readings, "p.csv", people, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 3);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 4);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONTRIBUTION), ==, 3 - 1);
  before = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  revision = tl_document_get_revision (fixture->document);

  g_object_unref (fixture_import (fixture, "g.csv", goals, "g2.csv", goals, "r.csv", readings, "p.csv", people, NULL));
  after = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), ==, revision);
}

static void
test_update (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlImport) import = NULL;
  TlGoal *goal;

  g_object_unref (fixture_import (fixture, "g.csv", "Goal ID,Title,Owner,Due Date\na,A,Ida,2026-01-01\nb,B,Ida,\n", NULL));
  import = fixture_import (fixture, "g.csv", "Goal ID,Title,Due Date\na,A better,\nb,B,\n", NULL);

  goal = fixture_get_goal (fixture, "a");
  g_assert_cmpstr (tl_goal_get_title (goal), ==, "A better");
  g_assert_cmpuint (tl_goal_get_due (goal), ==, tl_date_new (2026, 1, 1));
  g_assert_cmpint (tl_goal_get_level (goal), ==, TL_LEVEL_PERSON);
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_GOAL), ==, 0);
  g_assert_cmpuint (tl_import_get_n_updated (import, TL_TYPE_GOAL), ==, 1);
  g_assert_cmpuint (tl_import_get_n_unchanged (import, TL_TYPE_GOAL), ==, 1);
}

static void
test_one_step (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *imported = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_object_unref (fixture_import (fixture, "g.csv", "Goal ID,Title,Owner\na,A,Ida\n", NULL));
  before = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_object_unref (fixture_import (fixture, "goals.csv",
                                  "Goal ID,Title,Owner,Contributes To,Measure,Target Value\na,A2,Bo,,M,4\nb,B,Cy,a,N,5\n", NULL));
  imported = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (before, !=, imported);
  g_assert_cmpstr (tl_document_get_undo_label (fixture->document), ==, "Import goals.csv");

  g_assert_true (tl_document_undo (fixture->document, NULL));
  undone = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (undone, ==, before);

  g_assert_true (tl_document_redo (fixture->document, NULL));
  redone = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpuint (strlen (redone), ==, strlen (imported));
}

static void
test_plan_touches_nothing (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (GFile) file = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_unref (fixture_import (fixture, "g.csv", "Goal ID,Title,Owner\na,A,Ida\n", NULL));
  before = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  file = fixture_write (fixture, "h.csv", "Goal ID,Title,Owner,Contributes To\na,Changed,Bo,\nb,B,Ida,a\n");
  g_assert_true (tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, NULL));
  g_assert_true (tl_import_prepare (import, NULL, NULL));
  g_assert_cmpuint (tl_import_get_n_added (import, TL_TYPE_CONTRIBUTION), ==, 1);
  after = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (before, ==, after);

  /* A plan made for an older state of the document is made again. */
  tl_goal_set_title (fixture_get_goal (fixture, "a"), "Meanwhile");
  g_assert_true (tl_import_apply (import, NULL));
  g_assert_cmpstr (tl_goal_get_title (fixture_get_goal (fixture, "a")), ==, "Changed");
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 2);
}

static void
test_mappings (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = fixture_write (fixture, "g.csv", "Nr,Was\n1,Wachsen\n");

  g_assert_false (tl_import_add_mapping (import, "nonsense", &error));
  g_clear_error (&error);
  g_assert_true (tl_import_add_mapping (import, "Was=Title", &error));
  g_assert_true (tl_import_add_mapping (import, "Nr=Goal ID", &error));
  g_assert_true (tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, &error));
  g_assert_true (tl_import_apply (import, &error));
  g_assert_cmpstr (tl_goal_get_title (fixture_get_goal (fixture, "1")), ==, "Wachsen");

  g_assert_true (tl_import_add_mapping (import, "Wo=Unit", &error));
  g_assert_false (tl_import_prepare (import, NULL, &error));
  g_assert_nonnull (strstr (error->message, "Unit"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import/owners", test_owners);
  ADD ("/import/goal-columns", test_goal_columns);
  ADD ("/import/links", test_links);
  ADD ("/import/loops", test_loops);
  ADD ("/import/people", test_people);
  ADD ("/import/organisations", test_organisations);
  ADD ("/import/readings", test_readings);
  ADD ("/import/blank-reading", test_blank_reading);
  ADD ("/import/tensions-and-check-ins", test_tensions_and_check_ins);
  ADD ("/import/dates-by-column", test_dates_by_column);
  ADD ("/import/twice-is-once", test_twice_is_once);
  ADD ("/import/update", test_update);
  ADD ("/import/one-step", test_one_step);
  ADD ("/import/plan-touches-nothing", test_plan_touches_nothing);
  ADD ("/import/mappings", test_mappings);

  return g_test_run ();
}
