/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading what can be read of a damaged table.
 *
 * A scan ends at the first damaged page, so the table is scanned from both ends; then every row whose number is known
 * from one of the indexes, or lies among those that are, is looked up by itself: a look-up only needs the pages on
 * its own way through the tree.  Reading the indexes tells what has been lost, too.
 *
 * Rejected: SQLite's own dump, which gives up on the rest of a table (it got two rows out of three where look-ups got
 * fifteen out of sixteen), and reading the pages ourselves, which also finds what had been deleted.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "tl-rescue-private.h"

/* Numbers of rows beyond this are not guessed, only looked up when an index has them. */
#define MAX_GUESSED 5000000

/* How far behind the last number that is known others are tried */
#define BEYOND 2000

typedef struct
{
  TlStore        *reader;
  const TlTable  *table;
  TlRescuedTable *rescued;
  char           *columns;
  guint           n_columns;
  GHashTable     *numbers;      /* of rows that are known to exist, as gint64 */
  GHashTable     *tried;        /* of rows that have been read */
  gint64          max_number;
} TlReading;

static void
free_values (gpointer data)
{
  g_ptr_array_unref (data);
}

static gint64 *
copy_number (gint64 number)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = number;
  return copy;
}

/* A column that an older version does not have is read as if it were empty. */
static char *
make_columns (TlStore       *reader,
              const TlTable *table)
{
  GString *columns = g_string_new ("rowid, \"id\"");

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (table->fields[i].pspec->name), "-", '_');

      if (sqlite3_table_column_metadata (reader->db, NULL, table->name, name, NULL, NULL, NULL, NULL, NULL) ==
          SQLITE_OK)
        g_string_append_printf (columns, ", \"%s\"", name);
      else
        g_string_append (columns, ", NULL");
    }

  return g_string_free (columns, FALSE);
}

static void
note_number (TlReading *reading,
             gint64     number)
{
  g_hash_table_add (reading->numbers, copy_number (number));
  if (number > reading->max_number)
    reading->max_number = number;
}

static void
take_row (TlReading    *reading,
          sqlite3_stmt *statement)
{
  const char *id = (const char *) sqlite3_column_text (statement, 1);
  gint64 number = sqlite3_column_int64 (statement, 0);
  GPtrArray *values;

  if (id == NULL || *id == '\0' || !g_utf8_validate (id, -1, NULL))
    return;

  g_hash_table_add (reading->tried, copy_number (number));
  note_number (reading, number);
  if (g_hash_table_contains (reading->rescued->rows, id))
    return;

  values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
  for (guint i = 0; i < reading->n_columns; i++)
    g_ptr_array_add (values, sqlite3_value_dup (sqlite3_column_value (statement, i + 1)));
  g_ptr_array_add (reading->rescued->order, g_strdup (id));
  g_hash_table_insert (reading->rescued->rows, g_strdup (id), values);
}

static void
scan (TlReading  *reading,
      const char *direction)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY rowid %s", reading->columns,
                                          reading->table->name, direction);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (reading->reader->db, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      while (sqlite3_step (statement) == SQLITE_ROW)
        take_row (reading, statement);
    }
  sqlite3_finalize (statement);
}

/* An index holds the numbers of all rows, and stands on other pages than they do. */
static void
scan_index (TlReading  *reading,
            const char *index,
            const char *column,
            const char *direction)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM \"%s\" INDEXED BY \"%s\" ORDER BY \"%s\" %s",
                                          reading->table->name, index, column, direction);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (reading->reader->db, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      while (sqlite3_step (statement) == SQLITE_ROW)
        note_number (reading, sqlite3_column_int64 (statement, 0));
    }
  sqlite3_finalize (statement);
}

static void
scan_indexes (TlReading *reading)
{
  const TlTable *table = reading->table;
  g_autofree char *key_index = g_strdup_printf ("sqlite_autoindex_%s_1", table->name);

  scan_index (reading, key_index, "id", "ASC");
  scan_index (reading, key_index, "id", "DESC");
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *column = g_strdelimit (g_strdup (table->fields[i].pspec->name), "-", '_');
      g_autofree char *index = g_strdup_printf ("%s_%s", table->name, column);

      if (table->fields[i].type != TL_FIELD_REFERENCE)
        continue;
      scan_index (reading, index, column, "ASC");
      scan_index (reading, index, column, "DESC");
    }
}

static void
look_up (TlReading    *reading,
         sqlite3_stmt *statement,
         gint64        number)
{
  if (g_hash_table_contains (reading->tried, &number))
    return;

  sqlite3_bind_int64 (statement, 1, number);
  if (sqlite3_step (statement) == SQLITE_ROW)
    take_row (reading, statement);
  sqlite3_reset (statement);
}

static void
look_up_rest (TlReading *reading)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" WHERE rowid = ?1", reading->columns,
                                          reading->table->name);
  g_autoptr (GList) numbers = g_hash_table_get_keys (reading->numbers);
  gint64 last = MIN (reading->max_number + BEYOND, MAX_GUESSED);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (reading->reader->db, sql, -1, &statement, NULL) == SQLITE_OK)
    {
      for (GList *l = numbers; l != NULL; l = l->next)
        look_up (reading, statement, *(gint64 *) l->data);
      for (gint64 number = 1; number <= last; number++)
        look_up (reading, statement, number);
    }
  sqlite3_finalize (statement);
}

/**
 * tl_rescue_read_table:
 * @reader: a damaged file that is open for looking
 * @table: one of its tables
 * @rescued: (out caller-allocates): what could be read
 */
void
tl_rescue_read_table (TlStore        *reader,
                      const TlTable  *table,
                      TlRescuedTable *rescued)
{
  TlReading reading = { reader, table, rescued };

  rescued->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_values);
  rescued->order = g_ptr_array_new_with_free_func (g_free);
  reading.columns = make_columns (reader, table);
  reading.n_columns = table->n_fields + 1;
  reading.numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  reading.tried = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  scan (&reading, "ASC");
  scan_indexes (&reading);
  if (g_hash_table_size (reading.numbers) > g_hash_table_size (rescued->rows) || rescued->order->len == 0)
    scan (&reading, "DESC");
  look_up_rest (&reading);
  rescued->n_known = MAX (g_hash_table_size (reading.numbers), g_hash_table_size (rescued->rows));

  g_hash_table_unref (reading.numbers);
  g_hash_table_unref (reading.tried);
  g_free (reading.columns);
}

/**
 * tl_rescued_table_clear:
 * @self: what tl_rescue_read_table() filled
 */
void
tl_rescued_table_clear (TlRescuedTable *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
}
