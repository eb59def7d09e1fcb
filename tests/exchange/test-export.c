/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>
#include <jansson.h>

#include "exchange-fixture.h"
#include "tl-contribution.h"
#include "tl-exchange-error.h"
#include "tl-export-csv.h"
#include "tl-export-json.h"
#include "tl-reading.h"

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static const char goals[] =
  "Goal ID,Contributes To,Weight,Critical,Rationale,Facet,Level,Organisation,Unit,Owner,Title,Description,Category,"
  "Beneficiary,Stretch,Roll-up,Cycle,Start Date,Due Date,Status,Measure,Kind,Measure Unit,Direction,Low,High,"
  "Starting Value,Target Value,Leading,Measure Weight,Measure Start,Measure Due\n"
  "a,,,,,result,organisation,,,,Grow,\"Two\nlines, \"\"quoted\"\"\",revenue,,,sum,2026,2026-01-01,2026-12-31,active,"
  "Revenue,currency,EUR,up,,,1000,2000.25,no,2,2026-02-01,2026-11-30\n"
  "b,a;c,0.1;1,yes;,why; because\\; so,work,person,,Sales,Ida,'=HYPERLINK(1),-dash,own words,"
  "customers-customers,learning,,,,,draft,Calls,count-per-week,,up,,,0,8,yes,1,,\n"
  "b,,,,,,,,,,,,,,,,,,,,Heat,number,C,between,-2.5,8,,,no,1,,\n"
  "c,a,,,,impact,team,Client,North,,'+plus,,,,,any,,,,missed,,,,,,,,,,,,\n";

static void
fill (Fixture *fixture)
{
  g_object_unref (fixture_import (fixture,
                                  "goals.csv", goals,
                                  "people.csv", "Name,Role,Unit,Manager,Email,Person ID,Capacity,Notes\n"
                                                "Ida,@work,Sales,Bo,ida@x.example,,32.5,\nBo,,,,,7,,\"a\nb\"\n",
                                  "organisations.csv", "Organisation,Kind,Notes\nClient,customer,-x\n",
                                  "units.csv", "Unit,Kind,Parent Unit,Organisation\nNorth,team,South,Client\nSouth,division,,Client\n",
                                  "cycles.csv", "Cycle,Start Date,End Date\n2026,2026-01-01,2026-12-31\n",
                                  "readings.csv", "Goal ID,Measure,Date,Value,Note\na,Revenue,2026-03-01,1100.1,=x\n"
                                                  "a,Revenue,2026-04-01,,\nb,Calls,2026-03-02,7,\nb,Calls,2026-03-02,7,\n",
                                  "tensions.csv", "Goal ID,Pulls Against,Reason\na,b,'tis so\n",
                                  "check-ins.csv", "Goal ID,Date,Confidence,Learned\nb,2026-03-02,65,Much\n",
                                  "conversations.csv", "Conversation ID,Person,Date\nC,Ida,2026-03-02\n",
                                  "statements.csv", "Conversation ID,Statement ID,Statement,Facet\nC,S,+1,Work\nC,T,-x,Impact\n",
                                  "statement-links.csv", "From Statement,To Statement\nS,T\n",
                                  NULL));
}

static GPtrArray *
export_all (TlModel *model)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  for (TlImportKind kind = TL_IMPORT_ORGANISATIONS; kind < TL_N_IMPORT_KINDS; kind++)
    g_ptr_array_add (files, tl_export_csv_to_string (model, kind, TL_EXPORT_PRIVATE_NOTES));

  return files;
}

/* Imports the files in another order than they were written in. */
static TlImport *
import_all (Fixture   *fixture,
            GPtrArray *files)
{
  TlImport *import = tl_import_new (fixture->document);
  g_autoptr (GError) error = NULL;

  for (guint i = files->len; i > 0; i--)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);
      g_autoptr (GFile) file = fixture_write (fixture, name, files->pdata[i - 1]);

      tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, &error);
      g_assert_no_error (error);
    }
  tl_import_prepare (import, NULL, &error);
  g_assert_no_error (error);
  tl_import_apply (import, &error);
  g_assert_no_error (error);
  return import;
}

/* What was exported comes in again as it was, formulas, line breaks and all. */
static void
test_round_trip (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (TlImport) import = NULL;
  Fixture other = { NULL, };

  fill (fixture);
  first = export_all (fixture->model);

  fixture_set_up (&other, NULL);
  import = import_all (&other, first);
  for (guint i = 0; i < tl_import_get_n_skipped (import); i++)
    g_test_message ("%s", tl_import_get_skipped (import, i)->reason);
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);

  second = export_all (other.model);
  for (guint i = 0; i < first->len; i++)
    {
      const char *name = tl_import_kind_to_nick (TL_IMPORT_ORGANISATIONS + i);

      g_test_message ("%s: %s", name, (char *) first->pdata[i]);
      g_assert_cmpstr (first->pdata[i], ==, second->pdata[i]);
    }
  fixture_tear_down (&other, NULL);
}

/* Exporting and importing into the same document changes nothing. */
static void
test_import_of_own_export (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  files = export_all (fixture->model);
  before = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_object_unref (import_all (fixture, files));
  after = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (before, ==, after);
}

static void
test_formulas (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *text = NULL;

  fill (fixture);
  g_assert_cmpstr (tl_goal_get_title (fixture_get_goal (fixture, "b")), ==, "=HYPERLINK(1)");
  text = tl_export_csv_to_string (fixture->model, TL_IMPORT_GOALS, TL_EXPORT_PRIVATE_NOTES);
  g_assert_true (g_str_has_prefix (text, "\xEF\xBB\xBF" "Goal ID,"));
  g_assert_nonnull (strstr (text, ",'=HYPERLINK(1),'-dash,"));
  g_assert_null (strstr (text, ",=HYPERLINK"));
  /* Numbers are numbers, not text. */
  g_assert_nonnull (strstr (text, ",-2.5,8,"));
}

static void
test_save (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) single = g_file_get_child (folder, "out.csv");
  g_autoptr (GFile) nowhere = g_file_get_child (folder, "missing/out.csv");
  g_autofree char *people = g_build_filename (fixture->folder, "people.csv", NULL);
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  fill (fixture);
  g_assert_true (tl_export_csv_to_file (fixture->document, folder, TL_EXPORT_DEFAULT, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (people, &info), ==, 0);
  g_assert_true (tl_export_csv_to_file (fixture->document, single, TL_EXPORT_DEFAULT, NULL, &error));
  g_assert_cmpint (g_stat (g_file_peek_path (single), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_false (tl_export_csv_to_file (fixture->document, nowhere, TL_EXPORT_DEFAULT, NULL, &error));
  g_assert_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_WRITE);
}

static void
test_json (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  json_error_t error;
  json_t *root;
  json_t *goal;
  const char *key;
  json_t *value;

  fill (fixture);
  text = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  again = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (text, ==, again);

  root = json_loads (text, JSON_REJECT_DUPLICATES, &error);
  g_assert_nonnull (root);
  g_assert_cmpstr (json_object_iter_key (json_object_iter (root)), ==, "format");
  g_assert_cmpint (json_integer_value (json_object_get (root, "version")), ==, 1);
  g_assert_cmpuint (json_array_size (json_object_get (root, "goals")), ==, 3);
  g_assert_cmpuint (json_array_size (json_object_get (root, "people")), ==, 2);

  goal = json_array_get (json_object_get (root, "goals"), 0);
  g_assert_cmpstr (json_string_value (json_object_get (goal, "title")), ==, "Grow");
  g_assert_cmpstr (json_string_value (json_object_get (goal, "rollup")), ==, "sum");
  g_assert_cmpstr (json_string_value (json_object_get (goal, "due")), ==, "2026-12-31");
  g_assert_true (json_is_null (json_object_get (goal, "person")));

  /* The format is described; a property without a word about it is a mistake of whoever added it. */
  {
    g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "docs", "json.md", NULL);
    g_autofree char *description = NULL;
    size_t index;
    json_t *list;

    g_assert_true (g_file_get_contents (path, &description, NULL, NULL));
    json_object_foreach (root, key, list)
      {
        json_array_foreach (list, index, goal)
          json_object_foreach (goal, key, value)
            {
              g_autofree char *quoted = g_strdup_printf ("`%s`", key);

              if (strstr (description, quoted) == NULL)
                g_error ("docs/json.md does not describe %s", key);
            }
      }
  }

  json_decref (root);
}

/* A private note is in no export that was not asked for it, and in those that were it comes in again. */
static void
test_private_notes (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char marker[] = "marker-7f3a";
  TlPerson *person;
  TlGoal *goal;
  g_autofree char *json = NULL;
  g_autofree char *private_json = NULL;
  g_autofree char *goal_rows = NULL;

  fill (fixture);
  goal = fixture_get_goal (fixture, "b");
  person = fixture_get_party (fixture, TL_TYPE_PERSON, "Ida");
  tl_goal_set_private_notes (goal, marker);
  tl_person_set_private_notes (person, marker);

  json = tl_export_json_to_string (fixture->model, TL_EXPORT_DEFAULT);
  g_assert_null (strstr (json, marker));
  g_assert_null (strstr (json, "private"));
  private_json = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_nonnull (strstr (private_json, marker));

  for (TlImportKind kind = TL_IMPORT_ORGANISATIONS; kind < TL_N_IMPORT_KINDS; kind++)
    {
      g_autofree char *text = tl_export_csv_to_string (fixture->model, kind, TL_EXPORT_DEFAULT);
      g_autofree char *private_text = tl_export_csv_to_string (fixture->model, kind, TL_EXPORT_PRIVATE_NOTES);

      g_assert_null (strstr (text, marker));
      g_assert_null (strstr (text, "Private"));
      g_assert_true ((strstr (private_text, marker) != NULL) == (kind == TL_IMPORT_GOALS || kind == TL_IMPORT_PEOPLE));
    }

  goal_rows = tl_export_csv_to_string (fixture->model, TL_IMPORT_GOALS, TL_EXPORT_PRIVATE_NOTES);
  tl_goal_set_private_notes (goal, NULL);
  g_object_unref (fixture_import (fixture, "again.csv", goal_rows, NULL));
  g_assert_cmpstr (tl_goal_get_private_notes (goal), ==, marker);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/export/round-trip", test_round_trip);
  ADD ("/export/import-of-own-export", test_import_of_own_export);
  ADD ("/export/formulas", test_formulas);
  ADD ("/export/save", test_save);
  ADD ("/export/json", test_json);

  ADD ("/export/private-notes", test_private_notes);
  return g_test_run ();
}
