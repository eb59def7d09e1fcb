/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of a document, one for each class of entities, as the class itself describes them. */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include "tl-store-private.h"

static char *
make_name (const char *name)
{
  return g_strdelimit (g_strdup (name), "-", '_');
}

/**
 * tl_store_init_tables:
 * @self: a store whose file has been accepted
 */
void
tl_store_init_tables (TlStore *self)
{
  const GType *types = tl_model_get_types (&self->n_tables);

  self->tables = g_new0 (TlTable, self->n_tables);
  for (guint i = 0; i < self->n_tables; i++)
    {
      TlTable *table = &self->tables[i];

      table->type = types[i];
      table->klass = g_type_class_ref (types[i]);
      table->fields = tl_entity_class_get_fields (table->klass, &table->n_fields);
      table->name = make_name (table->klass->kind);
    }
}

/**
 * tl_store_clear_tables:
 * @self: a store
 */
void
tl_store_clear_tables (TlStore *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      TlTable *table = &self->tables[i];

      sqlite3_finalize (table->insert);
      sqlite3_finalize (table->update);
      sqlite3_finalize (table->delete);
      sqlite3_finalize (table->select);
      g_type_class_unref (table->klass);
      g_free (table->name);
    }
  g_clear_pointer (&self->tables, g_free);
  self->n_tables = 0;
}

/**
 * tl_store_find_table:
 * @self: a store
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the table of that name
 */
TlTable *
tl_store_find_table (TlStore    *self,
                     const char *name)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      if (g_str_equal (self->tables[i].name, name))
        return &self->tables[i];
    }

  return NULL;
}

/**
 * tl_store_get_table:
 * @self: a store
 * @entity: an entity
 *
 * Returns: (transfer none): the table that keeps its class
 */
TlTable *
tl_store_get_table (TlStore  *self,
                    TlEntity *entity)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      if (self->tables[i].type == G_OBJECT_TYPE (entity))
        return &self->tables[i];
    }

  g_return_val_if_reached (NULL);
}

/**
 * tl_table_join_columns:
 * @table: a table
 * @suffix: what follows the name of each column
 *
 * Returns: (transfer full): the quoted names of the columns after the key, in order, with commas between them
 */
char *
tl_table_join_columns (const TlTable *table,
                       const char    *suffix)
{
  GString *columns = g_string_new (NULL);

  for (guint i = 0; i < table->n_fields; i++)
    {
      g_autofree char *name = make_name (table->fields[i].pspec->name);

      g_string_append_printf (columns, "%s\"%s\"%s", i > 0 ? ", " : "", name, suffix);
    }

  return g_string_free (columns, FALSE);
}

/**
 * tl_store_prepare:
 * @self: a store
 * @cached: (inout): where the statement is kept
 * @sql: (transfer full): what it says
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer none) (nullable): the statement
 */
sqlite3_stmt *
tl_store_prepare (TlStore       *self,
                  sqlite3_stmt **cached,
                  char          *sql,
                  GError       **error)
{
  g_autofree char *owned = sql;

  if (sqlite3_prepare_v3 (self->db, owned, -1, SQLITE_PREPARE_PERSISTENT, cached, NULL) != SQLITE_OK)
    tl_store_set_error (self, error);

  return *cached;
}

/**
 * tl_store_is_empty:
 * @self: an open store
 *
 * Returns: whether the file holds nothing yet but what a new document begins with; %FALSE also when that cannot be read
 */
gboolean
tl_store_is_empty (TlStore *self)
{
  for (guint i = 0; i < self->n_tables; i++)
    {
      TlTable *table = &self->tables[i];
      gint64 n_given = table->type == TL_TYPE_SETTINGS || table->type == TL_TYPE_ORGANISATION ? 1 : 0;
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM (SELECT 1 FROM \"%s\" LIMIT 2)", table->name);
      gint64 n_rows;

      if (!tl_store_query_int (self, sql, &n_rows, NULL) || n_rows > n_given)
        return FALSE;
    }

  return TRUE;
}
