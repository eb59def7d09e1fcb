/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "tl-csv-columns.h"
#include "tl-exchange-error.h"

static TlCsvTable *
make_table (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return tl_csv_table_new (bytes, "a.csv", NULL, NULL);
}

static void
test_guess (void)
{
  struct { const char *header; TlImportKind kind; } cases[] = {
    { "Organisation,Kind,Notes", TL_IMPORT_ORGANISATIONS },
    { "Unit,Kind,Parent Unit,Organisation", TL_IMPORT_UNITS },
    { "Name,Job Title,Unit,Manager,Email,Person ID,Organisation,Capacity,Notes", TL_IMPORT_PEOPLE },
    { ",Post Unique Reference,Name,Grade,Job Title,Organisation,Unit,Reports to Senior Post,Notes,Valid?", TL_IMPORT_PEOPLE },
    { "sales_agent,manager,regional_office", TL_IMPORT_PEOPLE },
    { "Employee ID,First Name,Last Name,Title,Team,Manager ID,Work Email", TL_IMPORT_PEOPLE },
    { "Cycle,Start Date,End Date", TL_IMPORT_CYCLES },
    { "Title", TL_IMPORT_GOALS },
    { "Goal ID,Contributes To,Unit,Owner,Title,Description,Status,Start Date,Due Date", TL_IMPORT_GOALS },
    { "id,parent_ids,level,owner,title", TL_IMPORT_GOALS },
    { "GOAL ID*,Cycle,Title,Start Date,Due Date,Current Value", TL_IMPORT_GOALS },
    { "From (goal id),To (goal id),Weight,Critical,Rationale", TL_IMPORT_CONTRIBUTIONS },
    { "Goal ID,Measure,Indicator Type,Date,Starting Value,Target Value,Current Value", TL_IMPORT_READINGS },
    { "Goal ID,Pulls Against,Reason", TL_IMPORT_TENSIONS },
    { "Goal ID,Date,Confidence,Learned", TL_IMPORT_CHECK_INS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlCsvTable) table = make_table (cases[i].header);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlCsvColumns) columns = tl_csv_columns_new (table, TL_IMPORT_AUTO, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (tl_import_kind_to_nick (columns->kind), ==, tl_import_kind_to_nick (cases[i].kind));
    }
}

static void
test_unknown (void)
{
  g_autoptr (TlCsvTable) table = make_table ("\nopportunity_id,sales_agent,product,account\n1,2,3,4\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (tl_csv_columns_new (table, TL_IMPORT_AUTO, NULL, &error));
  g_assert_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER);
  g_assert_nonnull (strstr (error->message, "a.csv"));
  g_assert_nonnull (strstr (error->message, "Line 2"));
  g_assert_nonnull (strstr (error->message, "opportunity_id"));

  g_clear_error (&error);
  g_assert_null (tl_csv_columns_new (table, TL_IMPORT_GOALS, NULL, &error));
  g_assert_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER);
  g_assert_nonnull (strstr (error->message, "Title"));
}

static void
test_own_name_before_alias (void)
{
  g_autoptr (TlCsvTable) table = make_table ("Goal,Title,Owner\n");
  g_autoptr (TlCsvColumns) columns = tl_csv_columns_new (table, TL_IMPORT_AUTO, NULL, NULL);
  g_autofree char *description = NULL;

  g_assert_cmpint (columns->columns[TL_CSV_FIELD_TITLE], ==, 1);
  g_assert_cmpint (columns->fields[0], ==, TL_CSV_FIELD_NONE);
  description = tl_csv_columns_describe (columns, table);
  g_assert_cmpstr (description, ==, "Columns that were left aside: “Goal”.");
}

static void
test_mappings (void)
{
  g_autoptr (TlCsvTable) table = make_table ("Was wir wollen,Wer,Title\n");
  g_autoptr (GHashTable) mappings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TlCsvColumns) columns = NULL;
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (mappings, (char *) "waswirwollen", (char *) "Title");
  g_hash_table_insert (mappings, (char *) "wer", (char *) "Owner");
  g_hash_table_insert (mappings, (char *) "title", (char *) "");
  columns = tl_csv_columns_new (table, TL_IMPORT_AUTO, mappings, &error);
  g_assert_no_error (error);
  g_assert_cmpint (columns->kind, ==, TL_IMPORT_GOALS);
  g_assert_cmpint (columns->columns[TL_CSV_FIELD_TITLE], ==, 0);
  g_assert_cmpint (columns->columns[TL_CSV_FIELD_OWNER], ==, 1);

  g_hash_table_insert (mappings, (char *) "wer", (char *) "Shoe Size");
  g_assert_null (tl_csv_columns_new (table, TL_IMPORT_AUTO, mappings, &error));
  g_assert_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-columns/guess", test_guess);
  g_test_add_func ("/csv-columns/unknown", test_unknown);
  g_test_add_func ("/csv-columns/own-name-before-alias", test_own_name_before_alias);
  g_test_add_func ("/csv-columns/mappings", test_mappings);

  return g_test_run ();
}
