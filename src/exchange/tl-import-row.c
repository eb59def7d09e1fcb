/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the cells of a row, and telling of those that cannot be read.
 *
 * A cell that cannot be read is told of by file, line and column, and is then as if it were blank: the row stays.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-import-private.h"

/* How much of a cell is repeated in a sentence about it */
#define MAX_QUOTED 60

static gboolean
is_date_field (TlCsvField field)
{
  return field == TL_CSV_FIELD_START || field == TL_CSV_FIELD_DUE || field == TL_CSV_FIELD_DATE ||
         field == TL_CSV_FIELD_MEASURE_START || field == TL_CSV_FIELD_MEASURE_DUE || field == TL_CSV_FIELD_LOOK_AGAIN;
}

static gboolean
is_number_field (TlCsvField field)
{
  return field == TL_CSV_FIELD_LOW || field == TL_CSV_FIELD_HIGH || field == TL_CSV_FIELD_BASELINE ||
         field == TL_CSV_FIELD_TARGET || field == TL_CSV_FIELD_VALUE || field == TL_CSV_FIELD_CAPACITY ||
         field == TL_CSV_FIELD_CONFIDENCE || field == TL_CSV_FIELD_MEASURE_WEIGHT || field == TL_CSV_FIELD_POSITION;
}

static void
add_issue (GArray           *issues,
           const TlImportRow *row,
           TlCsvField        field,
           char             *reason)
{
  const TlCsvColumns *columns = row->source->columns;
  TlImportIssue issue = { NULL, 0, NULL, reason };

  issue.file = g_strdup (tl_csv_table_get_name (row->source->table));
  issue.line = tl_import_row_get_line (row);
  if (columns->columns[field] >= 0)
    issue.column = g_strdup (tl_csv_table_get_header (row->source->table, columns->columns[field]));

  g_array_append_val (issues, issue);
}

/**
 * tl_import_row_skip:
 * @row: a row
 * @field: what was not read, or %TL_CSV_FIELD_NONE for the whole row
 * @format: a sentence, as for printf()
 * @...: what it mentions
 *
 * Tells that something was not read.
 */
void
tl_import_row_skip (const TlImportRow *row,
                    TlCsvField         field,
                    const char        *format,
                    ...)
{
  va_list args;

  va_start (args, format);
  add_issue (row->import->skipped, row, field, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * tl_import_row_remark:
 * @row: a row
 * @field: what was read, or %TL_CSV_FIELD_NONE for the whole row
 * @format: a sentence, as for printf()
 * @...: what it mentions
 *
 * Tells how something was read.
 */
void
tl_import_row_remark (const TlImportRow *row,
                      TlCsvField         field,
                      const char        *format,
                      ...)
{
  va_list args;

  va_start (args, format);
  add_issue (row->import->remarks, row, field, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * tl_import_row_get_line:
 * @row: a row
 *
 * Returns: the line of its file it begins on
 */
guint
tl_import_row_get_line (const TlImportRow *row)
{
  return tl_csv_table_get_line (row->source->table, row->row) - row->source->n_header_lines;
}

/**
 * tl_import_row_peek:
 * @row: a row
 * @field: a field
 *
 * Returns: (transfer none): the cell as it stood in the file; empty when the file has no such column
 */
const char *
tl_import_row_peek (const TlImportRow *row,
                    TlCsvField         field)
{
  int column = row->source->columns->columns[field];

  return column >= 0 ? tl_csv_table_get_cell (row->source->table, row->row, column) : "";
}

/**
 * tl_import_row_has:
 * @row: a row
 * @field: a field
 *
 * Returns: whether there is anything to be seen in the cell
 */
gboolean
tl_import_row_has (const TlImportRow *row,
                   TlCsvField         field)
{
  return !tl_csv_value_is_blank (tl_import_row_peek (row, field));
}

/**
 * tl_import_quote:
 * @self: an import
 * @text: (nullable): text of a file
 *
 * Returns: (transfer none): @text on one line, and only its beginning when it is long, to be repeated in a
 *   sentence; valid as long as the plan
 */
const char *
tl_import_quote (TlImport   *self,
                 const char *text)
{
  g_autofree char *clean = tl_csv_value_text (text != NULL ? text : "", TL_CSV_TEXT_LINE);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (clean, -1) > MAX_QUOTED)
    {
      start = g_utf8_substring (clean, 0, MAX_QUOTED);
      g_free (clean);
      clean = g_strconcat (start, "…", NULL);
    }

  return g_string_chunk_insert (self->quotes, clean);
}

/**
 * tl_import_row_dup_line:
 * @row: a row
 * @field: a field that holds a text on one line
 * @max: how many characters are read at most
 * @too_long: (out) (optional): whether there were more, which has been told of
 *
 * Returns: (transfer full): the text; empty when there is none, or when it is too long
 */
char *
tl_import_row_dup_line (const TlImportRow *row,
                        TlCsvField         field,
                        guint              max,
                        gboolean          *too_long)
{
  g_autofree char *name = tl_csv_value_text (tl_import_row_peek (row, field), TL_CSV_TEXT_LINE);
  glong length = strlen (name) > max ? g_utf8_strlen (name, -1) : 0;

  if (too_long != NULL)
    *too_long = length > max;
  if (length <= max)
    {
      if (*name != '\0' && tl_csv_value_has_hidden (tl_import_row_peek (row, field)))
        tl_import_row_remark (row, field, _("Characters that cannot be seen, or that turn the reading direction round, were left out."));
      return g_steal_pointer (&name);
    }

  tl_import_row_skip (row, field,
                      _("This is %ld characters long; at most %u are read here. Shorten it, or move the text to the description or the notes."),
                      length, max);
  return g_strdup ("");
}

/**
 * tl_import_row_dup_name:
 * @row: a row
 * @field: a field that holds a name or a title
 * @too_long: (out) (optional): whether the name was too long, which has been told of
 *
 * Returns: (transfer full): the name on one line; empty when there is none, or when it is too long
 */
char *
tl_import_row_dup_name (const TlImportRow *row,
                        TlCsvField         field,
                        gboolean          *too_long)
{
  return tl_import_row_dup_line (row, field, TL_IMPORT_MAX_NAME, too_long);
}

/**
 * tl_import_row_dup_block:
 * @row: a row
 * @field: a field that holds text at length
 *
 * Returns: (transfer full): the text with its line breaks; empty when there is none
 */
char *
tl_import_row_dup_block (const TlImportRow *row,
                         TlCsvField         field)
{
  return tl_csv_value_text (tl_import_row_peek (row, field), TL_CSV_TEXT_BLOCK);
}

/**
 * tl_import_row_get_number:
 * @row: a row
 * @field: a field that holds a number
 * @value: (out): the number, left alone when there is none
 * @hint: (out) (optional): what stood beside it
 * @currency: (out) (optional): the currency that stood beside it
 *
 * Returns: whether there is a number; a cell that holds something else has been told of
 */
gboolean
tl_import_row_get_number (const TlImportRow *row,
                          TlCsvField         field,
                          double            *value,
                          TlCsvUnitHint     *hint,
                          char               currency[TL_CSV_CURRENCY_SIZE])
{
  if (!tl_import_row_has (row, field))
    return FALSE;
  if (tl_csv_value_number (tl_import_row_peek (row, field), row->source->decimal, value, hint, currency))
    return TRUE;

  const char *quoted = tl_import_quote (row->import, tl_import_row_peek (row, field));
  tl_import_row_skip (row, field, _("“%s” is not a number that can be counted with."), quoted);
  return FALSE;
}

/**
 * tl_import_row_get_date:
 * @row: a row
 * @field: a field that holds a date
 * @date: (out): the day, left alone when there is none
 *
 * Returns: whether there is a date; a cell that holds something else has been told of
 */
gboolean
tl_import_row_get_date (const TlImportRow *row,
                        TlCsvField         field,
                        TlDate            *date)
{
  TlCsvDateResult result;
  TlDate day;

  if (!tl_import_row_has (row, field))
    return FALSE;

  result = tl_csv_value_date (tl_import_row_peek (row, field),
                              row->source->orders[row->source->columns->columns[field]], &day);
  if (result == TL_CSV_DATE_OK)
    {
      *date = day;
      return TRUE;
    }

  const char *quoted = tl_import_quote (row->import, tl_import_row_peek (row, field));
  if (result == TL_CSV_DATE_IMPOSSIBLE)
    tl_import_row_skip (row, field, _("There is no such day as “%s”."), quoted);
  else if (result == TL_CSV_DATE_AMBIGUOUS)
    tl_import_row_skip (row, field,
                        _("“%s” can be read with the day or with the month first, and the column has dates of both kinds. Write it as year-month-day."),
                        quoted);
  else
    tl_import_row_skip (row, field, _("“%s” is not a date. Write it as year-month-day, such as 2026-04-13."), quoted);

  return FALSE;
}

/**
 * tl_import_row_get_boolean:
 * @row: a row
 * @field: a field that holds yes or no
 * @value: (out): which, left alone when there is none
 *
 * Returns: whether there is a yes or no; a cell that holds something else has been told of
 */
gboolean
tl_import_row_get_boolean (const TlImportRow *row,
                           TlCsvField         field,
                           gboolean          *value)
{
  gboolean said;

  if (!tl_import_row_has (row, field))
    return FALSE;
  if (tl_csv_value_boolean (tl_import_row_peek (row, field), &said))
    {
      *value = said;
      return TRUE;
    }

  const char *quoted = tl_import_quote (row->import, tl_import_row_peek (row, field));
  tl_import_row_skip (row, field, _("“%s” is neither yes nor no."), quoted);
  return FALSE;
}

/**
 * tl_import_row_get_choice:
 * @row: a row
 * @field: a field that holds one of a few words
 * @type: the enumeration they stand for
 * @value: (out): which, left alone when there is none
 *
 * Returns: whether there is a word we know; a cell that holds something else has been told of
 */
gboolean
tl_import_row_get_choice (const TlImportRow *row,
                          TlCsvField         field,
                          GType              type,
                          int               *value)
{
  g_autofree char *clean = NULL;

  if (!tl_import_row_has (row, field))
    return FALSE;

  clean = tl_csv_value_text (tl_import_row_peek (row, field), TL_CSV_TEXT_LINE);
  if (tl_import_find_word (type, clean, value))
    return TRUE;

  tl_import_row_skip (row, field, _("“%s” is not one of the words we know here."),
                      tl_import_quote (row->import, clean));
  return FALSE;
}

static void
remark_order (TlImport       *self,
              TlImportSource *source,
              TlCsvField      field,
              guint           row)
{
  TlImportRow first = { self, source, row };
  const char *quoted = tl_import_quote (self, tl_import_row_peek (&first, field));
  gboolean month_first = source->orders[source->columns->columns[field]] == TL_CSV_DATE_MONTH_FIRST;
  char iso[TL_DATE_STRING_SIZE];
  TlDate date;

  if (tl_csv_value_date (quoted, source->orders[source->columns->columns[field]], &date) != TL_CSV_DATE_OK)
    return;

  tl_date_to_string (date, iso);
  if (month_first)
    tl_import_row_remark (&first, field, _("“%s” could be read two ways; read as %s, with the month first, and so was the whole column."), quoted, iso);
  else
    tl_import_row_remark (&first, field, _("“%s” could be read two ways; read as %s, with the day first, and so was the whole column."), quoted, iso);
}

/* Looks at one column.  *first_open is a row that can be read two ways, when no row of the column settles it. */
static TlCsvDateOrder
sniff_order (TlImport       *self,
             TlImportSource *source,
             guint           column,
             int            *first_open)
{
  gboolean seen[TL_CSV_DATE_MIXED + 1] = { FALSE, };
  int open = -1;

  for (guint row = 0; row < tl_csv_table_get_n_rows (source->table) && !tl_import_is_cancelled (self, row); row++)
    {
      gboolean two_ways;

      seen[tl_csv_value_sniff_order (tl_csv_table_get_cell (source->table, row, column), &two_ways)] = TRUE;
      if (two_ways && open < 0)
        open = row;
    }

  *first_open = -1;
  if (seen[TL_CSV_DATE_DAY_FIRST] && seen[TL_CSV_DATE_MONTH_FIRST])
    return TL_CSV_DATE_MIXED;
  if (seen[TL_CSV_DATE_DAY_FIRST])
    return TL_CSV_DATE_DAY_FIRST;
  if (seen[TL_CSV_DATE_MONTH_FIRST])
    return TL_CSV_DATE_MONTH_FIRST;

  *first_open = open;
  return TL_CSV_DATE_UNKNOWN;
}

/* What one column leaves open, another column of the same file may settle; else the day is taken to come first. */
static void
sniff_orders (TlImport       *self,
              TlImportSource *source)
{
  TlCsvDateOrder shown = TL_CSV_DATE_UNKNOWN;
  g_autofree int *open = g_new (int, source->columns->n_columns + 1);

  for (guint i = 0; i < source->columns->n_columns; i++)
    {
      open[i] = -1;
      if (!is_date_field (source->columns->fields[i]))
        continue;
      source->orders[i] = sniff_order (self, source, i, &open[i]);
      if (source->orders[i] == TL_CSV_DATE_DAY_FIRST || source->orders[i] == TL_CSV_DATE_MONTH_FIRST)
        shown = source->orders[i];
    }

  for (guint i = 0; i < source->columns->n_columns; i++)
    {
      if (source->orders[i] != TL_CSV_DATE_UNKNOWN)
        continue;
      source->orders[i] = shown != TL_CSV_DATE_UNKNOWN ? shown : TL_CSV_DATE_DAY_FIRST;
      if (open[i] >= 0)
        remark_order (self, source, source->columns->fields[i], open[i]);
    }
}

/* Where a semicolon separates cells, a comma is what separates decimals. */
static TlCsvDecimal
sniff_decimal (TlImport       *self,
               TlImportSource *source)
{
  guint n_rows = tl_csv_table_get_n_rows (source->table);
  guint n_seen[TL_CSV_DECIMAL_COMMA + 1] = { 0, };

  for (guint i = 0; i < source->columns->n_columns; i++)
    for (guint row = 0; is_number_field (source->columns->fields[i]) && row < n_rows && !tl_import_is_cancelled (self, row); row++)
      n_seen[tl_csv_value_sniff_decimal (tl_csv_table_get_cell (source->table, row, i))]++;

  if (n_seen[TL_CSV_DECIMAL_COMMA] == n_seen[TL_CSV_DECIMAL_POINT])
    return tl_csv_table_get_separator (source->table) == ';' ? TL_CSV_DECIMAL_COMMA : TL_CSV_DECIMAL_POINT;

  return n_seen[TL_CSV_DECIMAL_COMMA] > n_seen[TL_CSV_DECIMAL_POINT] ? TL_CSV_DECIMAL_COMMA : TL_CSV_DECIMAL_POINT;
}

static void
report_file (TlImport       *self,
             TlImportSource *source)
{
  const char *name = tl_csv_table_get_name (source->table);
  char *columns = tl_csv_columns_describe (source->columns, source->table);

  if (columns != NULL)
    {
      TlImportIssue issue = { g_strdup (name), 0, NULL, columns };

      g_array_append_val (self->remarks, issue);
    }

  if (tl_csv_table_get_encoding (source->table) == TL_CSV_ENCODING_WINDOWS_1252)
    {
      TlImportIssue encoding = { g_strdup (name), 0, NULL,
                                 g_strdup (_("The file is not UTF-8; it was read as Windows-1252. Look whether accented letters are right.")) };

      g_array_append_val (self->remarks, encoding);
    }

  if (tl_csv_table_get_n_rows (source->table) == 0)
    {
      TlImportIssue empty = { g_strdup (name), 0, NULL,
                              g_strdup (_("The file names its columns, but has no rows. Check that it was saved whole.")) };

      g_array_append_val (self->remarks, empty);
    }

  for (guint i = 0; i < tl_csv_table_get_n_surplus (source->table); i++)
    {
      guint line;
      const char *quoted = tl_import_quote (self, tl_csv_table_get_surplus (source->table, i, &line));
      TlImportIssue surplus = { g_strdup (name), line, NULL, NULL };

      surplus.reason = g_strdup_printf (_("“%s” stands beyond the last named column. Perhaps a cell with a separator in it lacks its quotes."), quoted);
      g_array_append_val (self->skipped, surplus);
    }
}

/**
 * tl_import_source_sniff:
 * @self: an import
 * @source: one of its files
 *
 * Looks at whole columns to find out how numbers and dates are written, and tells what is to be known of the file.
 */
void
tl_import_source_sniff (TlImport       *self,
                        TlImportSource *source)
{
  report_file (self, source);
  memset (source->orders, 0, sizeof (TlCsvDateOrder) * source->columns->n_columns);
  source->decimal = sniff_decimal (self, source);
  sniff_orders (self, source);
}
