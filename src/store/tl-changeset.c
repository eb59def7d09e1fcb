/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changesets: what a transaction did to the rows, as SQLite's session extension records it.
 *
 * They are our own and never exchanged: a truncated changeset makes SQLite loop for ever.  One that was on the disk
 * comes here only after its length and checksum were found right (tl-history.c).
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-changeset.h"
#include "tl-store-private.h"

static void
row_change_free (gpointer data)
{
  TlRowChange *change = data;

  g_free (change->id);
  g_free (change);
}

/* In a delete the key is among the old values, in an insert among the new ones, in an update among the old. */
static char *
read_key (sqlite3_changeset_iter *iter,
          int                     operation)
{
  sqlite3_value *value = NULL;
  int result = operation == SQLITE_INSERT
               ? sqlite3changeset_new (iter, 0, &value)
               : sqlite3changeset_old (iter, 0, &value);

  if (result != SQLITE_OK || value == NULL)
    return NULL;

  return g_strdup ((const char *) sqlite3_value_text (value));
}

static GPtrArray *
list_changes (TlStore  *self,
              gpointer  data,
              int       size)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (row_change_free);
  sqlite3_changeset_iter *iter = NULL;
  int result;

  if (sqlite3changeset_start (&iter, size, data) != SQLITE_OK)
    return NULL;

  while ((result = sqlite3changeset_next (iter)) == SQLITE_ROW)
    {
      const char *name;
      int n_columns, operation, is_indirect;
      TlTable *table;
      TlRowChange *change;

      sqlite3changeset_op (iter, &name, &n_columns, &operation, &is_indirect);
      table = tl_store_find_table (self, name);
      if (table == NULL)
        continue;

      change = g_new0 (TlRowChange, 1);
      change->kind = table->klass->kind;
      change->id = read_key (iter, operation);
      change->is_insert = operation == SQLITE_INSERT;
      change->is_delete = operation == SQLITE_DELETE;
      g_ptr_array_add (changes, change);
    }

  sqlite3changeset_finalize (iter);
  return result == SQLITE_DONE ? g_steal_pointer (&changes) : NULL;
}

/* A row that is not as the changeset left it means that somebody else wrote to the file: then nothing is undone. */
static int
conflict_cb (gpointer                user_data,
             int                     kind,
             sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (TlStore     *self,
       gpointer     data,
       int          size,
       const char  *state,
       GError     **error)
{
  int result;

  if (!tl_store_begin_writing (self, error))
    return FALSE;

  /* A savepoint of its own would double what the transaction around it is for.  When it fails, SQLite goes back to that
   * savepoint all the same, and what it tells last is that there is none: only the result says what happened. */
  result = sqlite3changeset_apply_v2 (self->db, size, data, NULL, conflict_cb, NULL, NULL, NULL,
                                      SQLITE_CHANGESETAPPLY_NOSAVEPOINT);
  if (result == SQLITE_OK)
    return tl_store_commit_state (self, state, error);

  if (result == SQLITE_ABORT)
    {
      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                   _("“%s” was changed by another program, so this step cannot be undone. Nothing was changed."),
                   self->display_name);
    }
  else
    {
      tl_store_set_error_for (self, result, error);
    }

  tl_store_rollback (self);
  return FALSE;
}

/**
 * tl_store_apply_changeset:
 * @self: a store, not within a transaction
 * @changeset: what tl_store_commit() returned
 * @invert: whether to undo it, and not to do it again
 * @state: the state the document is in afterwards
 * @error: return location for a #TlStoreError
 *
 * Does or undoes a changeset in a transaction of its own.  When it fails, nothing was changed.
 *
 * Returns: (transfer full) (element-type TlRowChange): what was done to the rows, as seen from before
 */
GPtrArray *
tl_store_apply_changeset (TlStore     *self,
                          GBytes      *changeset,
                          gboolean     invert,
                          const char  *state,
                          GError     **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  gsize length;
  gpointer data = (gpointer) g_bytes_get_data (changeset, &length);
  gpointer inverted = NULL;
  int size = (int) length;

  if (length == 0)
    return g_ptr_array_new_with_free_func (row_change_free);

  if (invert && sqlite3changeset_invert (size, data, &size, &inverted) == SQLITE_OK)
    data = inverted;

  if (!invert || inverted != NULL)
    changes = list_changes (self, data, size);

  if (changes == NULL)
    g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
                 _("The last step in “%s” was not recorded well and cannot be undone. Nothing was changed."),
                 self->display_name);
  else if (!apply (self, data, size, state, error))
    g_clear_pointer (&changes, g_ptr_array_unref);

  sqlite3_free (inverted);
  return g_steal_pointer (&changes);
}

static void
add_row_change (GPtrArray  *changes,
                const char *kind,
                const char *id,
                gboolean    is_insert,
                gboolean    is_delete)
{
  TlRowChange *change = g_new0 (TlRowChange, 1);

  change->kind = kind;
  change->id = g_strdup (id);
  change->is_insert = is_insert;
  change->is_delete = is_delete;
  g_ptr_array_add (changes, change);
}

static gboolean
list_rows_of_table (TlStore       *self,
                    const TlTable *table,
                    TlModel       *model,
                    GPtrArray     *changes,
                    GError       **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" ORDER BY rowid", table->name);
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListModel *list = tl_model_get_list (model, table->type);
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);

  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      const char *id;

      result = sqlite3_step (statement);
      if (result != SQLITE_ROW)
        break;
      id = (const char *) sqlite3_column_text (statement, 0);
      g_hash_table_add (found, g_strdup (id));
      add_row_change (changes, table->klass->kind, id, tl_model_lookup (model, id) == NULL, FALSE);
    }
  sqlite3_finalize (statement);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlEntity) entity = g_list_model_get_item (list, i);

      if (!g_hash_table_contains (found, tl_entity_get_id (entity)))
        add_row_change (changes, table->klass->kind, tl_entity_get_id (entity), FALSE, TRUE);
    }

  if (result == SQLITE_DONE)
    return TRUE;

  tl_store_set_error (self, error);
  return FALSE;
}

/**
 * tl_store_list_all_rows:
 * @self: a store
 * @model: what was read from it at another time
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full) (element-type TlRowChange): every row, as if each had changed: those that @model does not
 *   have as inserted, those that are no longer there as deleted
 */
GPtrArray *
tl_store_list_all_rows (TlStore  *self,
                        TlModel  *model,
                        GError  **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (row_change_free);

  for (guint i = 0; i < self->n_tables; i++)
    {
      if (!list_rows_of_table (self, &self->tables[i], model, changes, error))
        return NULL;
    }

  return g_steal_pointer (&changes);
}

/**
 * tl_changeset_join:
 * @first: (nullable): a changeset
 * @second: the changeset of the transaction that followed
 *
 * Returns: (transfer full): one changeset that does what both did
 */
GBytes *
tl_changeset_join (GBytes *first,
                   GBytes *second)
{
  gsize first_size, second_size;
  gpointer first_data, second_data;
  gpointer joined = NULL;
  int size = 0;

  if (first == NULL || g_bytes_get_size (first) == 0)
    return g_bytes_ref (second);
  if (g_bytes_get_size (second) == 0)
    return g_bytes_ref (first);

  first_data = (gpointer) g_bytes_get_data (first, &first_size);
  second_data = (gpointer) g_bytes_get_data (second, &second_size);
  if (sqlite3changeset_concat ((int) first_size, first_data, (int) second_size, second_data,
                               &size, &joined) != SQLITE_OK)
    g_error ("Out of memory while joining two changesets");

  return g_bytes_new_with_free_func (joined, size, sqlite3_free, joined);
}
