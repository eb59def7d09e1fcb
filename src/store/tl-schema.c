/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schema of a document: numbered SQL files, each of which takes a document from the version before.
 *
 * A document may have come from anyone, and a schema can carry code (triggers, views, checks, virtual tables) that
 * runs when the file is read.  So a file's schema is compared, statement for statement, with the one our own
 * migrations make in an empty database; whatever else it holds, or lacks, is a reason to refuse it.  A list of
 * allowed kinds of objects was rejected: it would have to foresee every trick.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <gio/gio.h>

#include "tl-schema.h"

#include "tl-store.h"
#include "tl-store-resources.h"

/* How much of an object's name is said */
#define MAX_NAME_LETTERS 80

static char *
load_migration (int version)
{
  g_autofree char *path = g_strdup_printf ("/io/github/throughline/store/schema/%03d.sql", version);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (tl_store_get_resource (), path, 0, NULL);

  g_assert (bytes != NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/**
 * tl_schema_migrate:
 * @db: a database, within a transaction
 * @from: the version its schema has; 0 when it is empty
 * @to: the version to take it to, at most %TL_SCHEMA_VERSION
 *
 * Returns: whether all went well; otherwise @db says what did not
 */
gboolean
tl_schema_migrate (sqlite3 *db,
                   int      from,
                   int      to)
{
  for (int version = from + 1; version <= to; version++)
    {
      g_autofree char *sql = load_migration (version);
      g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);

      if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK ||
          sqlite3_exec (db, mark, NULL, NULL, NULL) != SQLITE_OK)
        return FALSE;
    }

  return TRUE;
}

/* Every object of a schema as "type name" -> the statement that makes it */
static GHashTable *
read_schema (sqlite3 *db)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement = NULL;
  int result;

  if (sqlite3_prepare_v2 (db, "SELECT type, name, coalesce (sql, '') FROM sqlite_schema", -1,
                          &statement, NULL) != SQLITE_OK)
    return NULL;

  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    {
      g_hash_table_insert (schema,
                           g_strdup_printf ("%s %s", (const char *) sqlite3_column_text (statement, 0),
                                            (const char *) sqlite3_column_text (statement, 1)),
                           g_strdup ((const char *) sqlite3_column_text (statement, 2)));
    }

  sqlite3_finalize (statement);
  return result == SQLITE_DONE ? g_steal_pointer (&schema) : NULL;
}

static GHashTable *
make_reference_schema (int version)
{
  sqlite3 *db = NULL;
  GHashTable *schema = NULL;

  if (sqlite3_open (":memory:", &db) == SQLITE_OK && tl_schema_migrate (db, 0, version))
    schema = read_schema (db);

  sqlite3_close (db);
  g_assert (schema != NULL);
  return schema;
}

/* The name of an object is whatever the file's maker liked, and people are going to read it: what cannot be seen, or
 * would turn the sentence around it, is left out, and what is long is cut. */
static char *
clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_letters = 0;

  for (const char *at = valid; *at != '\0' && n_letters < MAX_NAME_LETTERS; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (letter);

      if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR || type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE)
        continue;

      g_string_append_unichar (text, letter);
      n_letters++;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * tl_schema_find_stranger:
 * @db: a database
 * @version: the version its schema claims to have, 1 to %TL_SCHEMA_VERSION
 *
 * Returns: (transfer full) (nullable): %NULL when the schema is exactly that version's; otherwise the kind and
 *   the name of an object that is not in it, or is missing, or is made differently.  The empty string when the
 *   schema cannot be read; @db then says why.
 */
char *
tl_schema_find_stranger (sqlite3 *db,
                         int      version)
{
  g_autoptr (GHashTable) wanted = make_reference_schema (version);
  g_autoptr (GHashTable) found = read_schema (db);
  GHashTableIter iter;
  gpointer name, sql;

  if (found == NULL)
    return g_strdup ("");

  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &name, &sql))
    {
      if (g_strcmp0 (g_hash_table_lookup (wanted, name), sql) != 0)
        return clean_name (name);
      g_hash_table_remove (wanted, name);
    }

  g_hash_table_iter_init (&iter, wanted);
  if (g_hash_table_iter_next (&iter, &name, NULL))
    return g_strdup (name);

  return NULL;
}

/**
 * tl_store_get_newest_format:
 *
 * Returns: the format that this program writes, and brings every older document to
 */
int
tl_store_get_newest_format (void)
{
  return TL_SCHEMA_VERSION;
}
