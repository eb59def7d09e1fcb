/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Real files, whole, with counts; and a large one, with a clock. */

#include "config.h"

#include <math.h>

#include "exchange-fixture.h"
#include "tl-contribution.h"
#include "tl-export-json.h"
#include "tl-reading.h"

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static gboolean
import_shared (Fixture    *fixture,
               TlImport   *import,
               const char *path)
{
  g_autofree char *found = find_shared (path);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;

  if (found == NULL)
    {
      g_test_skip ("The real data sets are not at hand");
      return FALSE;
    }

  file = g_file_new_for_path (found);
  tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
test_federal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (TlImport) again = tl_import_new (fixture->document);
  g_autoptr (GError) error = NULL;
  GListModel *readings;
  guint n_blank = 0;

  if (!import_shared (fixture, import, "federal/readings.csv") || !import_shared (fixture, import, "federal/goals.csv"))
    return;

  g_assert_true (tl_import_apply (import, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < tl_import_get_n_skipped (import); i++)
    g_test_message ("%u %s", tl_import_get_skipped (import, i)->line, tl_import_get_skipped (import, i)->reason);

  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 558);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 756);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_MEASURE), ==, 227);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONTRIBUTION), ==, 351);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_UNIT), ==, 24);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_PERSON), ==, 90);

  readings = tl_model_get_list (fixture->model, TL_TYPE_READING);
  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (TlReading) reading = g_list_model_get_item (readings, i);

      n_blank += isnan (tl_reading_get_value (reading)) ? 1 : 0;
    }
  g_assert_cmpuint (n_blank, ==, 182);

  import_shared (fixture, again, "federal/goals.csv");
  import_shared (fixture, again, "federal/readings.csv");
  g_assert_true (tl_import_prepare (again, NULL, &error));
  g_assert_cmpuint (tl_import_get_n_added (again, TL_TYPE_READING), ==, 0);
  g_assert_cmpuint (tl_import_get_n_added (again, TL_TYPE_GOAL), ==, 0);
  g_assert_cmpuint (tl_import_get_n_updated (again, TL_TYPE_READING), ==, 0);
  g_assert_cmpuint (tl_import_get_n_updated (again, TL_TYPE_GOAL), ==, 0);
  g_assert_cmpuint (tl_import_get_n_updated (again, TL_TYPE_MEASURE), ==, 0);
}

static void
test_orgchart (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (GError) error = NULL;
  GListModel *people;
  guint n_managed = 0;

  if (!import_shared (fixture, import, "orgchart/organogram-senior.csv"))
    return;

  g_assert_cmpint (tl_import_get_file_kind (import, 0), ==, TL_IMPORT_PEOPLE);
  g_assert_true (tl_import_apply (import, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);

  people = tl_model_get_list (fixture->model, TL_TYPE_PERSON);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 56);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlPerson) person = g_list_model_get_item (people, i);

      n_managed += tl_person_get_manager (person) != NULL ? 1 : 0;
      g_assert_true (tl_person_get_organisation (person) == tl_model_get_organisation (fixture->model));
    }
  g_assert_cmpuint (n_managed, ==, 55);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_ORGANISATION), ==, 1);
  g_assert_cmpstr (tl_party_get_name (TL_PARTY (tl_model_get_organisation (fixture->model))), ==, "The British Library");
}

/* Two seconds are promised for an optimised build on a quiet machine; a busy one gets some more. */
static void
test_ten_thousand_goals (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TlImport) import = NULL;
  gint64 started;
  double elapsed;

  append_cascade (text, 10000);
  started = g_get_monotonic_time ();
  import = fixture_import (fixture, "cascade.csv", text->str, NULL);
  elapsed = (g_get_monotonic_time () - started) / 1e6;

  g_test_message ("10,000 goals, %u links and %u people imported in %.2f s", fixture_count (fixture, TL_TYPE_CONTRIBUTION),
                  fixture_count (fixture, TL_TYPE_PERSON), elapsed);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 10000);
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
  g_assert_cmpfloat (elapsed, <, 10);
}

/* A chain listed from its end, closed by its last row: time in the square of the file would be minutes. */
static void
test_long_chain (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Goal ID,Title,Contributes To\n");
  g_autoptr (TlImport) import = NULL;

  for (guint i = 20000; i > 0; i--)
    g_string_append_printf (text, "g%u,Step %u,g%u\n", i, i, i - 1);
  g_string_append (text, "g0,Step 0,g20000\n");

  import = fixture_import (fixture, "chain.csv", text->str, NULL);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONTRIBUTION), ==, 20000);
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 1);
  assert_skipped (import, "chain.csv", 20002, "Contributes To", "more) …");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import-data/federal", test_federal);
  ADD ("/import-data/orgchart", test_orgchart);
  ADD ("/import-data/ten-thousand-goals", test_ten_thousand_goals);
  ADD ("/import-data/long-chain", test_long_chain);

  return g_test_run ();
}
