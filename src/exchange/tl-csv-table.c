/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All records of a file under the names of its columns.
 *
 * Whether 03/04/2026 is in March or in April is known only after the whole column has been seen, and rows may refer
 * to rows below them, so the importers need every record at once.  A cell costs a pointer; its text stays in the reader's
 * buffer.  The first record that is not blank is the header.  Rows may be of uneven length: what is missing is
 * empty, and what stands beyond the last named column is kept apart to be told of.
 *
 * The apostrophe with which an export disarms a formula is taken off here again: see tl-export-csv.c.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include "tl-csv-reader.h"
#include "tl-csv-table.h"
#include "tl-csv-value.h"

typedef struct
{
  const char *text;
  guint       line;
} TlCsvSurplus;

struct _TlCsvTable
{
  GObject      parent_instance;

  char        *name;
  TlCsvReader *reader;
  GPtrArray   *headers;
  GPtrArray   *cells;
  GArray      *lines;
  GArray      *surplus;
  guint        header_line;
};

G_DEFINE_FINAL_TYPE (TlCsvTable, tl_csv_table, G_TYPE_OBJECT)

static gboolean
is_blank_record (TlCsvReader *reader)
{
  for (guint i = 0; i < tl_csv_reader_get_n_cells (reader); i++)
    if (!tl_csv_value_is_blank (tl_csv_reader_get_cell (reader, i)))
      return FALSE;

  return TRUE;
}

/* Nameless columns at the end are what a spreadsheet leaves behind, not columns. */
static void
take_header (TlCsvTable *self)
{
  guint n_cells = tl_csv_reader_get_n_cells (self->reader);

  while (n_cells > 0 && tl_csv_value_is_blank (tl_csv_reader_get_cell (self->reader, n_cells - 1)))
    n_cells--;

  self->header_line = tl_csv_reader_get_line (self->reader);
  for (guint i = 0; i < n_cells; i++)
    g_ptr_array_add (self->headers, tl_csv_value_text (tl_csv_reader_get_cell (self->reader, i), TL_CSV_TEXT_LINE));
}

static void
take_row (TlCsvTable *self)
{
  guint n_cells = tl_csv_reader_get_n_cells (self->reader);
  guint line = tl_csv_reader_get_line (self->reader);

  g_array_append_val (self->lines, line);
  for (guint i = 0; i < self->headers->len; i++)
    g_ptr_array_add (self->cells, (char *) tl_csv_value_rearm (tl_csv_reader_get_cell (self->reader, i)));

  for (guint i = self->headers->len; i < n_cells; i++)
    {
      TlCsvSurplus surplus = { tl_csv_reader_get_cell (self->reader, i), line };

      if (!tl_csv_value_is_blank (surplus.text))
        g_array_append_val (self->surplus, surplus);
    }
}

static void
tl_csv_table_finalize (GObject *object)
{
  TlCsvTable *self = TL_CSV_TABLE (object);

  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->headers, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->surplus, g_array_unref);
  g_clear_object (&self->reader);

  G_OBJECT_CLASS (tl_csv_table_parent_class)->finalize (object);
}

static void
tl_csv_table_class_init (TlCsvTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_csv_table_finalize;
}

static void
tl_csv_table_init (TlCsvTable *self)
{
  self->headers = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->surplus = g_array_new (FALSE, FALSE, sizeof (TlCsvSurplus));
}

/**
 * tl_csv_table_new:
 * @bytes: what stood in the file
 * @name: what to call the file in a message
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Reads a whole file.  Knows nothing of a document, and may run in a thread.
 *
 * Returns: (transfer full) (nullable): the table
 */
TlCsvTable *
tl_csv_table_new (GBytes        *bytes,
                  const char    *name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autoptr (TlCsvTable) self = NULL;
  GError *local_error = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (TL_TYPE_CSV_TABLE, NULL);
  self->name = g_strdup (name);
  self->reader = tl_csv_reader_new (bytes, name, error);
  if (self->reader == NULL)
    return NULL;

  while (tl_csv_reader_next (self->reader, cancellable, &local_error))
    {
      if (is_blank_record (self->reader))
        continue;
      if (self->headers->len == 0)
        take_header (self);
      else
        take_row (self);
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * tl_csv_table_get_name:
 * @self: a table
 *
 * Returns: (transfer none): what to call its file
 */
const char *
tl_csv_table_get_name (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), NULL);

  return self->name;
}

/**
 * tl_csv_table_get_encoding:
 * @self: a table
 *
 * Returns: what its file was written in
 */
TlCsvEncoding
tl_csv_table_get_encoding (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), TL_CSV_ENCODING_UTF8);

  return tl_csv_reader_get_encoding (self->reader);
}

/**
 * tl_csv_table_get_separator:
 * @self: a table
 *
 * Returns: what stood between two cells
 */
char
tl_csv_table_get_separator (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), ',');

  return tl_csv_reader_get_separator (self->reader);
}

/**
 * tl_csv_table_get_n_columns:
 * @self: a table
 *
 * Returns: how many columns the header names; those without a name between others count
 */
guint
tl_csv_table_get_n_columns (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), 0);

  return self->headers->len;
}

/**
 * tl_csv_table_get_header:
 * @self: a table
 * @column: a column, from 0
 *
 * Returns: (transfer none): its name as people read it, trimmed; may be empty
 */
const char *
tl_csv_table_get_header (TlCsvTable *self,
                         guint       column)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), "");
  g_return_val_if_fail (column < self->headers->len, "");

  return g_ptr_array_index (self->headers, column);
}

/**
 * tl_csv_table_get_header_line:
 * @self: a table
 *
 * Returns: the line of the file on which the header stands
 */
guint
tl_csv_table_get_header_line (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), 0);

  return self->header_line;
}

/**
 * tl_csv_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows follow the header; blank ones do not count
 */
guint
tl_csv_table_get_n_rows (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), 0);

  return self->lines->len;
}

/**
 * tl_csv_table_get_line:
 * @self: a table
 * @row: a row, from 0
 *
 * Returns: the line of the file, counted from 1, on which the row begins
 */
guint
tl_csv_table_get_line (TlCsvTable *self,
                       guint       row)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), 0);
  g_return_val_if_fail (row < self->lines->len, 0);

  return g_array_index (self->lines, guint, row);
}

/**
 * tl_csv_table_get_cell:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the cell as it stood in the file; empty where the row is too short
 */
const char *
tl_csv_table_get_cell (TlCsvTable *self,
                       guint       row,
                       guint       column)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), "");
  g_return_val_if_fail (row < self->lines->len, "");
  g_return_val_if_fail (column < self->headers->len, "");

  return g_ptr_array_index (self->cells, (gsize) row * self->headers->len + column);
}

/**
 * tl_csv_table_get_n_surplus:
 * @self: a table
 *
 * Returns: how many cells stand beyond the last named column and are not empty
 */
guint
tl_csv_table_get_n_surplus (TlCsvTable *self)
{
  g_return_val_if_fail (TL_IS_CSV_TABLE (self), 0);

  return self->surplus->len;
}

/**
 * tl_csv_table_get_surplus:
 * @self: a table
 * @index: which of the surplus cells, from 0
 * @line: (out): the line on which its row begins
 *
 * Returns: (transfer none): the cell as it stood in the file
 */
const char *
tl_csv_table_get_surplus (TlCsvTable *self,
                          guint       index,
                          guint      *line)
{
  const TlCsvSurplus *surplus;

  g_return_val_if_fail (TL_IS_CSV_TABLE (self), "");
  g_return_val_if_fail (index < self->surplus->len, "");

  surplus = &g_array_index (self->surplus, TlCsvSurplus, index);
  *line = surplus->line;
  return surplus->text;
}
