/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The half of the forty ways to be hurt that comes by way of CSV files. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "exchange-fixture.h"
#include "tl-contribution.h"
#include "tl-exchange-error.h"
#include "tl-export-json.h"
#include "tl-import-private.h"
#include "tl-reading.h"

#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

static void
assert_refused (Fixture         *fixture,
                GFile           *file,
                TlImportKind     as,
                TlExchangeError  code,
                const char      *mentions)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autofree char *before = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  guint64 revision = tl_document_get_revision (fixture->document);

  g_assert_false (tl_import_add_file (import, file, as, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, TL_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
  if (strstr (error->message, mentions) == NULL)
    g_error ("“%s” does not mention “%s”", error->message, mentions);

  after = tl_export_json_to_string (fixture->model, TL_EXPORT_PRIVATE_NOTES);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (tl_document_get_revision (fixture->document), ==, revision);
}

static void
test_refused_files (Fixture       *fixture,
                    gconstpointer  data)
{
  struct { const char *name; TlExchangeError code; const char *mentions; } cases[] = {
    { "unclosed-quote.csv", TL_EXCHANGE_ERROR_SYNTAX, "line 4" },
    { "damaged-utf8.csv", TL_EXCHANGE_ERROR_ENCODING, "Line 3" },
    { "no-header-we-know.csv", TL_EXCHANGE_ERROR_HEADER, "opportunity_id" },
    { "page.csv", TL_EXCHANGE_ERROR_NOT_A_TABLE, "web page" },
    { "empty.csv", TL_EXCHANGE_ERROR_NOT_A_TABLE, "empty" },
    { "zero-byte.csv", TL_EXCHANGE_ERROR_NOT_A_TABLE, "line 2" },
    { "workbook.csv", TL_EXCHANGE_ERROR_NOT_A_TABLE, "workbook" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("TL_SOURCE_ROOT"), "tests", "data", "csv", cases[i].name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      assert_refused (fixture, file, TL_IMPORT_AUTO, cases[i].code, cases[i].mentions);
    }
}

static void
test_no_files (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.csv");
  g_autoptr (GFile) document = g_file_get_child (folder, "test.throughline");

  assert_refused (fixture, folder, TL_IMPORT_AUTO, TL_EXCHANGE_ERROR_READ, "folder");
  assert_refused (fixture, missing, TL_IMPORT_AUTO, TL_EXCHANGE_ERROR_READ, "There is no file named");
  assert_refused (fixture, document, TL_IMPORT_AUTO, TL_EXCHANGE_ERROR_NOT_A_TABLE, "document");
}

/* The good files of an import with one bad file do not come in either. */
static void
test_all_or_nothing (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (GFile) good = fixture_write (fixture, "good.csv", "Goal ID,Title\na,A\n");
  g_autoptr (GFile) bad = fixture_write (fixture, "bad.csv", "Goal ID,Title\n\"a,A\n");

  g_assert_true (tl_import_add_file (import, good, TL_IMPORT_AUTO, NULL, NULL));
  g_assert_false (tl_import_add_file (import, bad, TL_IMPORT_AUTO, NULL, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 0);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Goal ID,Title,Owner\n");
  g_autoptr (TlImport) import = NULL;

  g_string_append (text, "a,Pay\xE2\x80\xAE" "exe.now\xE2\x80\x8B,<script>alert(1)</script>\n");
  g_string_append (text, "b,\"=HYPERLINK(\"\"http://x.example\"\")\",Ida\n");
  g_string_append (text, "c,   ,Ida\n");
  g_string_append (text, "d,");
  for (guint i = 0; i < 10000; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, ",Ida\ne,Ring\x07the bell,Ida\n");

  import = fixture_import (fixture, "names.csv", text->str, NULL);
  g_assert_cmpstr (tl_goal_get_title (fixture_get_goal (fixture, "a")), ==, "Payexe.now");
  g_assert_cmpstr (tl_party_get_name (tl_goal_get_owner (fixture_get_goal (fixture, "a"))), ==, "<script>alert(1)</script>");
  g_assert_cmpstr (tl_goal_get_title (fixture_get_goal (fixture, "b")), ==, "=HYPERLINK(\"http://x.example\")");
  g_assert_cmpstr (tl_goal_get_title (fixture_get_goal (fixture, "e")), ==, "Ringthe bell");
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 3);
  assert_remarked (import, 2, "cannot be seen");
  assert_skipped (import, "names.csv", 4, "Title", "no title");
  assert_skipped (import, "names.csv", 5, "Title", "10000 characters");
}

static void
test_duplicates (Fixture       *fixture,
                 gconstpointer  data)
{
  const char *text = "Goal ID,Title,Contributes To\na,A,\na,Another,\nb,B,a\nb,B,a\n";
  g_autoptr (TlImport) import = fixture_import (fixture, "d.csv", text, NULL);

  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 3);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_CONTRIBUTION), ==, 1);
  assert_skipped (import, "d.csv", 3, "Goal ID", "belongs to “A” already");
  assert_skipped (import, "d.csv", 5, "Goal ID", "stands in the file already");

  g_object_unref (fixture_import (fixture, "d.csv", text, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 3);
}

static void
test_ragged_rows (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlImport) import = fixture_import (fixture, "r.csv", "Goal ID,Title,Owner\na,A\nb,Grow, fast,Ida\n", NULL);

  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 2);
  assert_skipped (import, "r.csv", 3, NULL, "Ida");
}

static void
test_header_only (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlImport) import = fixture_import (fixture, "h.csv", "Goal ID,Title,Organisation", NULL);

  g_assert_cmpuint (tl_import_get_n_rows (import, 0), ==, 0);
  g_assert_cmpuint (tl_import_get_n_skipped (import), ==, 0);
  g_assert_false (tl_document_can_undo (fixture->document));
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (TlImport) import = tl_import_new (fixture->document);
  g_autoptr (GFile) file = fixture_write (fixture, "c.csv", "Goal ID,Title\na,A\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tl_import_add_file (import, file, TL_IMPORT_AUTO, NULL, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (tl_import_prepare (import, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 0);
}

/* Whatever stands in the cells, an import ends with a valid cascade or with a sentence. */
static void
test_random_cells (Fixture       *fixture,
                   gconstpointer  data)
{
  static const char *headers[] = {
    "Goal ID,Contributes To,Weight,Critical,Rationale,Level,Unit,Owner,Title,Measure,Kind,Target Value,Current Value,Due Date\n",
    "Name,Unit,Manager,Email,Person ID,Organisation,Capacity\n",
    "Unit,Kind,Parent Unit,Organisation\n",
    "Goal ID,Measure,Indicator Type,Date,Target Value,Value\n",
  };
  static const char *cells[] = {
    "", "a", "b", "c", "a;b", "c;;a", "1", "0", "-3", "1e999", "2", "team", "person", "yes", "x@y.example", "N/D", "XX",
    "31/02/2026", "03/04/2026", "13/04/2026", "04/13/26", "=1", "'=1", "\"q\"\"\n\"", "\xE2\x80\xAE", "50%", "€ 3", ";;", "\\;",
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GString) text = g_string_new (headers[round % G_N_ELEMENTS (headers)]);
      guint n_columns = 1;

      for (const char *p = text->str; *p != '\0'; p++)
        n_columns += *p == ',';
      for (guint i = 0; i < 40; i++)
        for (guint column = 0; column < n_columns; column++)
          g_string_append_printf (text, "%s%s", cells[g_rand_int_range (rand, 0, G_N_ELEMENTS (cells))],
                                  column + 1 < n_columns ? "," : "\n");

      g_object_unref (fixture_import (fixture, "random.csv", text->str, NULL));
    }

  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), >, 10);
  while (tl_document_can_undo (fixture->document))
    g_assert_true (tl_document_undo (fixture->document, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_GOAL), ==, 0);
}

/* A file is read in time that grows with its length, however often its rows say the same. */
static void
test_same_row (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("Goal ID,Measure,Date,Value\n");
  gint64 start;

  for (guint i = 0; i < 60000; i++)
    g_string_append (text, "a,M,2026-01-05,1\n");

  start = g_get_monotonic_time ();
  g_object_unref (fixture_import (fixture, "g.csv", "Goal ID,Title\na,A\n", "r.csv", text->str, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 60000);
  g_object_unref (fixture_import (fixture, "r.csv", text->str, NULL));
  g_assert_cmpuint (fixture_count (fixture, TL_TYPE_READING), ==, 60000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 15 * G_USEC_PER_SEC);
}

/* Whether a link closes a loop is soon told from that end from which nothing leads on. */
static void
test_hub (void)
{
  g_autoptr (TlLinkGraph) graph = tl_link_graph_new ();
  gpointer hub = GUINT_TO_POINTER (1);
  const guint n = 60000;
  gint64 start;

  for (guint i = 0; i < n; i++)
    tl_link_graph_add (graph, hub, GUINT_TO_POINTER (2 + i));

  start = g_get_monotonic_time ();
  for (guint i = 0; i < n; i++)
    {
      gpointer helper = GUINT_TO_POINTER (2 + n + i);

      g_assert_null (tl_link_graph_find_loop (graph, helper, hub));
      tl_link_graph_add (graph, helper, hub);
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);

  g_autoptr (GPtrArray) loop = tl_link_graph_find_loop (graph, GUINT_TO_POINTER (2 + 7), GUINT_TO_POINTER (2 + n + 7));
  g_assert_cmpuint (loop->len, ==, 3);
  g_assert_true (g_ptr_array_index (loop, 1) == hub);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/import-bad/refused-files", test_refused_files);
  ADD ("/import-bad/no-files", test_no_files);
  ADD ("/import-bad/all-or-nothing", test_all_or_nothing);
  ADD ("/import-bad/names", test_names);
  ADD ("/import-bad/duplicates", test_duplicates);
  ADD ("/import-bad/ragged-rows", test_ragged_rows);
  ADD ("/import-bad/header-only", test_header_only);
  ADD ("/import-bad/cancel", test_cancel);
  ADD ("/import-bad/random-cells", test_random_cells);
  ADD ("/import-bad/same-row", test_same_row);
  g_test_add_func ("/import-bad/hub", test_hub);

  return g_test_run ();
}
