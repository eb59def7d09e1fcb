/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "tl-csv-reader.h"
#include "tl-csv-table.h"
#include "tl-exchange-error.h"

static TlCsvTable *
read_table (const char  *text,
            gssize       length,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));

  return tl_csv_table_new (bytes, "a.csv", NULL, error);
}

static void
assert_refused (const char      *text,
                gssize           length,
                TlExchangeError  code,
                const char      *mentions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TlCsvTable) table = read_table (text, length, &error);

  g_assert_null (table);
  g_assert_error (error, TL_EXCHANGE_ERROR, code);
  g_assert_nonnull (strstr (error->message, "a.csv"));
  if (strstr (error->message, mentions) == NULL)
    g_error ("“%s” does not mention “%s”", error->message, mentions);
}

static void
assert_cell (TlCsvTable *table,
             guint       row,
             guint       column,
             const char *expected)
{
  g_assert_cmpstr (tl_csv_table_get_cell (table, row, column), ==, expected);
}

static void
test_separators (void)
{
  struct { const char *text; char separator; } cases[] = {
    { "Title,Owner\nA,B\n", ',' },
    { "Title;Owner\nA;B\n", ';' },
    { "Title\tOwner\nA\tB\n", '\t' },
    { "Title;Target\nA;1,5\nB;2,5\n", ';' },
    { "Goal ID,Contributes To\n1,a;b;c\n", ',' },
    { "\"Title, long; and longer\";Owner\nA;B\n", ';' },
    { "Title\nA, B and C\n", ',' },
    { "sep=;\nTitle;Owner\nA;B\n", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TlCsvTable) table = read_table (cases[i].text, -1, NULL);

      g_assert_nonnull (table);
      g_assert_cmpint (tl_csv_table_get_separator (table), ==, cases[i].separator);
    }
}

static void
test_quotes_and_lines (void)
{
  g_autoptr (TlCsvTable) table = NULL;

  table = read_table ("Title,Owner\r\n\"one, \"\"two\"\"\nthree\",A\r\n\r\nfour, \"B\" \rfive,\"\"\n", -1, NULL);
  g_assert_cmpuint (tl_csv_table_get_n_rows (table), ==, 3);
  assert_cell (table, 0, 0, "one, \"two\"\nthree");
  assert_cell (table, 0, 1, "A");
  assert_cell (table, 1, 0, "four");
  assert_cell (table, 1, 1, "B ");
  assert_cell (table, 2, 1, "");
  g_assert_cmpuint (tl_csv_table_get_line (table, 0), ==, 2);
  g_assert_cmpuint (tl_csv_table_get_line (table, 1), ==, 5);
  g_assert_cmpuint (tl_csv_table_get_line (table, 2), ==, 6);
}

static void
test_ragged (void)
{
  g_autoptr (TlCsvTable) table = read_table ("Title,Owner,\nA\nB,C,D,,E\nF,G,,,\n", -1, NULL);
  guint line;

  g_assert_cmpuint (tl_csv_table_get_n_columns (table), ==, 2);
  assert_cell (table, 0, 1, "");
  g_assert_cmpuint (tl_csv_table_get_n_surplus (table), ==, 2);
  g_assert_cmpstr (tl_csv_table_get_surplus (table, 1, &line), ==, "E");
  g_assert_cmpuint (line, ==, 3);
}

static void
test_header_only (void)
{
  g_autoptr (TlCsvTable) table = read_table ("\n  \nTitle,Owner", -1, NULL);

  g_assert_cmpuint (tl_csv_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (tl_csv_table_get_header_line (table), ==, 3);
  g_assert_cmpstr (tl_csv_table_get_header (table, 1), ==, "Owner");
}

static void
test_disarmed_formulas (void)
{
  g_autoptr (TlCsvTable) table = read_table ("Title\n'=1+1\n''=x\n=HYPERLINK(\"a\")\n'quoted'\n", -1, NULL);

  assert_cell (table, 0, 0, "=1+1");
  assert_cell (table, 1, 0, "'=x");
  assert_cell (table, 2, 0, "=HYPERLINK(\"a\")");
  assert_cell (table, 3, 0, "'quoted'");
}

static void
test_encodings (void)
{
  struct { const char *text; gssize length; TlCsvEncoding encoding; } cases[] = {
    { "Title\nCaf\xC3\xA9\n", -1, TL_CSV_ENCODING_UTF8 },
    { "\xEF\xBB\xBFTitle\nCaf\xC3\xA9\n", -1, TL_CSV_ENCODING_UTF8 },
    { "Title\nCaf\xE9\n", -1, TL_CSV_ENCODING_WINDOWS_1252 },
    { "\xFF\xFET\0i\0t\0l\0e\0\n\0C\0a\0f\0\xE9\0", 22, TL_CSV_ENCODING_UTF16_LE },
    { "\xFE\xFF\0T\0i\0t\0l\0e\0\n\0C\0a\0f\0\xE9", 22, TL_CSV_ENCODING_UTF16_BE },
    { "T\0i\0t\0l\0e\0\n\0C\0a\0f\0\xE9\0", 20, TL_CSV_ENCODING_UTF16_LE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TlCsvTable) table = read_table (cases[i].text, cases[i].length, &error);

      g_assert_no_error (error);
      g_assert_cmpint (tl_csv_table_get_encoding (table), ==, cases[i].encoding);
      g_assert_cmpstr (tl_csv_table_get_header (table, 0), ==, "Title");
      assert_cell (table, 0, 0, "Café");
    }
}

static void
test_refusals (void)
{
  assert_refused ("", 0, TL_EXCHANGE_ERROR_NOT_A_TABLE, "empty");
  assert_refused ("\xEF\xBB\xBF \n", -1, TL_EXCHANGE_ERROR_NOT_A_TABLE, "empty");
  assert_refused ("PK\x03\x04rest", -1, TL_EXCHANGE_ERROR_NOT_A_TABLE, "workbook");
  assert_refused ("\n<!DOCTYPE html><html>", -1, TL_EXCHANGE_ERROR_NOT_A_TABLE, "web page");
  assert_refused ("<?xml version='1.0'?>", -1, TL_EXCHANGE_ERROR_NOT_A_TABLE, "XML");
  assert_refused ("Title\nA\nB\0C\n", 12, TL_EXCHANGE_ERROR_NOT_A_TABLE, "line 3");
  assert_refused ("\xEF\xBB\xBFTitle\nok\nCaf\xE9\n", -1, TL_EXCHANGE_ERROR_ENCODING, "Line 3");
  assert_refused ("Title\nCaf\xC3\xA9 na\xC3\xAFve\nbroken \xC3\n", -1, TL_EXCHANGE_ERROR_ENCODING, "Line 3");
  assert_refused ("Title\nbroken \x81\n", -1, TL_EXCHANGE_ERROR_ENCODING, "Line 2");
  assert_refused ("\xFF\xFET\0i\0\0\xD8x\0", 10, TL_EXCHANGE_ERROR_ENCODING, "UTF-16");
  assert_refused ("Title,Owner\nA,B\n\"C,D\nE,F\n", -1, TL_EXCHANGE_ERROR_SYNTAX, "line 3");
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new ("Title\n\"");

  for (guint i = 0; i <= TL_CSV_MAX_CELL_SIZE; i++)
    g_string_append_c (text, 'x');
  assert_refused (text->str, text->len, TL_EXCHANGE_ERROR_SYNTAX, "line 2");
  text->str[6] = 'x';
  assert_refused (text->str, text->len, TL_EXCHANGE_ERROR_LIMIT, "line 2");

  g_string_assign (text, "Title\n");
  for (guint i = 0; i < TL_CSV_MAX_COLUMNS; i++)
    g_string_append_c (text, ',');
  assert_refused (text->str, text->len, TL_EXCHANGE_ERROR_LIMIT, "Line 2");
}

static void
test_cancel (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Title\nA\n", 8);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (tl_csv_table_new (bytes, "a.csv", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing but an error or a table may come of any bytes.  Run under ASan, this is the quick brother of the fuzzer. */
static void
test_random_bytes (void)
{
  static const char alphabet[] = "\"\",,;;\t\n\n\r\r\n ab1'=\xC3\xA9\xFF\x80\\<";
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);

  for (guint round = 0; round < 3000; round++)
    {
      char data[200];
      int length = g_rand_int_range (rand, 0, sizeof data);
      g_autoptr (GError) error = NULL;
      g_autoptr (TlCsvTable) table = NULL;

      for (int i = 0; i < length; i++)
        data[i] = round % 3 == 0 ? (char) g_rand_int_range (rand, 0, 256)
                                 : alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];

      table = read_table (data, length, &error);
      g_assert_true ((table == NULL) == (error != NULL));
      for (guint row = 0; table != NULL && row < tl_csv_table_get_n_rows (table); row++)
        for (guint column = 0; column < tl_csv_table_get_n_columns (table); column++)
          g_assert_true (g_utf8_validate (tl_csv_table_get_cell (table, row, column), -1, NULL));
    }
}

static void
test_speed (void)
{
  g_autoptr (GString) text = g_string_new ("Goal ID,Contributes To,Title,Owner,Target Value\n");
  g_autoptr (TlCsvTable) table = NULL;
  gint64 started;
  double elapsed;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "G%u,G%u,\"Grow the share, in region %u\",Person %u,%u.5\n", i, i / 4, i, i % 500, i);

  started = g_get_monotonic_time ();
  table = read_table (text->str, text->len, NULL);
  elapsed = (g_get_monotonic_time () - started) / 1000.0;

  g_assert_cmpuint (tl_csv_table_get_n_rows (table), ==, 10000);
  assert_cell (table, 9999, 2, "Grow the share, in region 9999");
  g_test_message ("10,000 rows read in %.1f ms", elapsed);
  /* Generous: the machine may be busy with other tests. */
  g_assert_cmpfloat (elapsed, <, 500);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv-reader/separators", test_separators);
  g_test_add_func ("/csv-reader/quotes-and-lines", test_quotes_and_lines);
  g_test_add_func ("/csv-reader/ragged", test_ragged);
  g_test_add_func ("/csv-reader/header-only", test_header_only);
  g_test_add_func ("/csv-reader/disarmed-formulas", test_disarmed_formulas);
  g_test_add_func ("/csv-reader/encodings", test_encodings);
  g_test_add_func ("/csv-reader/refusals", test_refusals);
  g_test_add_func ("/csv-reader/limits", test_limits);
  g_test_add_func ("/csv-reader/cancel", test_cancel);
  g_test_add_func ("/csv-reader/random-bytes", test_random_bytes);
  g_test_add_func ("/csv-reader/speed", test_speed);

  return g_test_run ();
}
