/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows to objects and back, for every class alike.
 *
 * The fields of a class give the columns of its table, in order; the type of a field gives the form of its value.
 * That is all there is: a property that is added to a class needs a column and nothing here.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-date.h"
#include "tl-store-private.h"
#include "tl-vocabulary.h"

/* A reference to a row that has not been read yet */
typedef struct
{
  TlEntity *entity;
  guint     field;
  char     *id;
} TlPendingReference;

static void
pending_reference_clear (gpointer data)
{
  g_free (((TlPendingReference *) data)->id);
}

static char *
join_placeholders (const TlTable *table)
{
  GString *placeholders = g_string_new ("?");

  for (guint i = 0; i < table->n_fields; i++)
    g_string_append (placeholders, ", ?");

  return g_string_free (placeholders, FALSE);
}

static sqlite3_stmt *
get_insert (TlStore  *self,
            TlTable  *table,
            GError  **error)
{
  g_autofree char *columns = NULL;
  g_autofree char *placeholders = NULL;

  if (table->insert != NULL)
    return table->insert;

  columns = tl_table_join_columns (table, "");
  placeholders = join_placeholders (table);
  return tl_store_prepare (self, &table->insert,
                           g_strdup_printf ("INSERT INTO \"%s\" (\"id\", %s) VALUES (%s)",
                                            table->name, columns, placeholders), error);
}

/* The key comes first in every statement, so that one function binds them all. */
static sqlite3_stmt *
get_update (TlStore  *self,
            TlTable  *table,
            GError  **error)
{
  g_autofree char *columns = NULL;

  if (table->update != NULL)
    return table->update;

  columns = tl_table_join_columns (table, " = ?");
  return tl_store_prepare (self, &table->update,
                           g_strdup_printf ("UPDATE \"%s\" SET \"id\" = ?1, %s WHERE \"id\" = ?1",
                                            table->name, columns), error);
}

static sqlite3_stmt *
get_delete (TlStore  *self,
            TlTable  *table,
            GError  **error)
{
  if (table->delete != NULL)
    return table->delete;

  return tl_store_prepare (self, &table->delete,
                           g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?1", table->name), error);
}

static sqlite3_stmt *
get_select (TlStore  *self,
            TlTable  *table,
            GError  **error)
{
  g_autofree char *columns = NULL;

  if (table->select != NULL)
    return table->select;

  columns = tl_table_join_columns (table, "");
  return tl_store_prepare (self, &table->select,
                           g_strdup_printf ("SELECT \"id\", %s FROM \"%s\" WHERE \"id\" = ?1",
                                            columns, table->name), error);
}

static int
bind_slot (sqlite3_stmt  *statement,
           int            index,
           const TlField *field,
           const TlSlot  *slot)
{
  char date[TL_DATE_STRING_SIZE];

  switch (field->type)
    {
    case TL_FIELD_STRING:
      return sqlite3_bind_text (statement, index, slot->string, -1, SQLITE_STATIC);
    case TL_FIELD_DOUBLE:
      /* SQLite keeps NAN, which is how unknown is written here, as NULL. */
      return sqlite3_bind_double (statement, index, slot->number);
    case TL_FIELD_INT:
    case TL_FIELD_BOOLEAN:
      return sqlite3_bind_int64 (statement, index, slot->integer);
    case TL_FIELD_ENUM:
      return sqlite3_bind_text (statement, index,
                                tl_enum_to_nick (G_PARAM_SPEC_VALUE_TYPE (field->pspec), slot->integer), -1,
                                SQLITE_STATIC);
    case TL_FIELD_DATE:
      tl_date_to_string (slot->integer, date);
      if (*date == '\0')
        return sqlite3_bind_null (statement, index);
      return sqlite3_bind_text (statement, index, date, -1, SQLITE_TRANSIENT);
    case TL_FIELD_REFERENCE:
      return sqlite3_bind_text (statement, index,
                                slot->reference != NULL ? tl_entity_get_id (slot->reference) : NULL, -1,
                                SQLITE_STATIC);
    }

  g_assert_not_reached ();
}

static gboolean
run (TlStore       *self,
     sqlite3_stmt  *statement,
     GError       **error)
{
  gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    tl_store_set_error (self, error);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return done;
}

/* A value that cannot be bound, because it is too long, would be written as NULL. */
static gboolean
bind_row (sqlite3_stmt  *statement,
          const TlTable *table,
          TlEntity      *entity)
{
  const TlSlot *slots = tl_entity_peek_slots (entity);

  if (sqlite3_bind_text (statement, 1, tl_entity_get_id (entity), -1, SQLITE_STATIC) != SQLITE_OK)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    {
      if (bind_slot (statement, i + 2, &table->fields[i], &slots[i]) != SQLITE_OK)
        return FALSE;
    }

  return TRUE;
}

/* Somebody else has written to the file when a row of ours is gone. */
static gboolean
check_row_was_there (TlStore  *self,
                     GError  **error)
{
  if (sqlite3_changes (self->db) == 1)
    return TRUE;

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
               _("“%s” was changed by another program and no longer holds what was edited here. "
                 "Save a copy elsewhere."), self->display_name);
  return FALSE;
}

static gboolean
write_row (TlStore       *self,
           TlEntity      *entity,
           const TlTable *table,
           sqlite3_stmt  *statement,
           GError       **error)
{
  if (statement == NULL)
    return FALSE;

  if (!bind_row (statement, table, entity))
    {
      tl_store_set_error (self, error);
      sqlite3_clear_bindings (statement);
      return FALSE;
    }

  return run (self, statement, error);
}

/**
 * tl_store_insert:
 * @self: a store, within a transaction
 * @entity: an entity that has no row yet
 * @error: return location for a #TlStoreError
 *
 * Returns: whether its row was written
 */
gboolean
tl_store_insert (TlStore   *self,
                 TlEntity  *entity,
                 GError   **error)
{
  TlTable *table = tl_store_get_table (self, entity);

  return write_row (self, entity, table, get_insert (self, table, error), error);
}

/**
 * tl_store_update:
 * @self: a store, within a transaction
 * @entity: an entity that has a row
 * @error: return location for a #TlStoreError
 *
 * Writes all of its columns; the changeset holds only those that differ.
 *
 * Returns: whether its row was written
 */
gboolean
tl_store_update (TlStore   *self,
                 TlEntity  *entity,
                 GError   **error)
{
  TlTable *table = tl_store_get_table (self, entity);

  return write_row (self, entity, table, get_update (self, table, error), error) &&
         check_row_was_there (self, error);
}

/**
 * tl_store_delete:
 * @self: a store, within a transaction
 * @entity: an entity that has a row
 * @error: return location for a #TlStoreError
 *
 * Returns: whether its row was deleted
 */
gboolean
tl_store_delete (TlStore   *self,
                 TlEntity  *entity,
                 GError   **error)
{
  sqlite3_stmt *statement = get_delete (self, tl_store_get_table (self, entity), error);

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_text (statement, 1, tl_entity_get_id (entity), -1, SQLITE_STATIC);
  return run (self, statement, error) && check_row_was_there (self, error);
}

static char *
read_text (sqlite3_stmt *statement,
           int           column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  int length = sqlite3_column_bytes (statement, column);

  if (text == NULL)
    return NULL;

  return g_utf8_validate (text, length, NULL) ? g_strndup (text, length) : g_utf8_make_valid (text, length);
}

static void
set_value_error (TlStore       *self,
                 const TlTable *table,
                 const TlField *field,
                 sqlite3_stmt  *statement,
                 int            column,
                 GError       **error)
{
  g_autofree char *value = read_text (statement, column);

  /* Translators: the file, a kind such as “goal”, a property such as “state”, and a value that is none */
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
               _("“%s” is damaged and was left as it is: a %s has the %s “%.60s”."),
               self->display_name, table->klass->kind, field->pspec->name, value != NULL ? value : "");
}

/* Reads a column that is no reference. */
static gboolean
read_slot (TlStore        *self,
           const TlTable  *table,
           const TlField  *field,
           sqlite3_stmt   *statement,
           int             column,
           TlSlot         *slot,
           GError        **error)
{
  const char *text;
  int choice;

  switch (field->type)
    {
    case TL_FIELD_STRING:
      slot->string = read_text (statement, column);
      return TRUE;
    case TL_FIELD_DOUBLE:
      slot->number = sqlite3_column_type (statement, column) == SQLITE_NULL
                     ? NAN : sqlite3_column_double (statement, column);
      return TRUE;
    case TL_FIELD_INT:
      slot->integer = (int) sqlite3_column_int64 (statement, column);
      return TRUE;
    case TL_FIELD_BOOLEAN:
      slot->integer = sqlite3_column_int64 (statement, column) != 0;
      return TRUE;
    case TL_FIELD_ENUM:
      text = (const char *) sqlite3_column_text (statement, column);
      if (tl_enum_from_nick (G_PARAM_SPEC_VALUE_TYPE (field->pspec), text, &choice))
        {
          slot->integer = choice;
          return TRUE;
        }
      break;
    case TL_FIELD_DATE:
      text = (const char *) sqlite3_column_text (statement, column);
      slot->integer = tl_date_from_string (text);
      if (text == NULL || slot->integer != TL_DATE_NONE)
        return TRUE;
      break;
    case TL_FIELD_REFERENCE:
      g_assert_not_reached ();
    }

  set_value_error (self, table, field, statement, column, error);
  return FALSE;
}

static gboolean
set_reference_error (TlStore       *self,
                     const TlTable *table,
                     const TlField *field,
                     GError       **error)
{
  /* Translators: the file, a kind such as “goal”, and a property such as “unit” */
  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
               _("“%s” is damaged and was left as it is: a %s names a %s that is not there."),
               self->display_name, table->klass->kind, field->pspec->name);
  return FALSE;
}

/* Points a reference to the entity of that identity.  One that has not been read yet is put off if @pending says
 * where to. */
static gboolean
read_reference (TlStore        *self,
                TlModel        *model,
                const TlTable  *table,
                guint           field,
                TlEntity       *entity,
                sqlite3_stmt   *statement,
                GArray         *pending,
                GError        **error)
{
  const char *id = (const char *) sqlite3_column_text (statement, field + 1);
  GType wanted = G_PARAM_SPEC_VALUE_TYPE (table->fields[field].pspec);
  TlSlot slot = { 0 };

  if (id == NULL && table->fields[field].required)
    return set_reference_error (self, table, &table->fields[field], error);

  if (id != NULL)
    {
      slot.reference = tl_model_lookup (model, id);
      if (slot.reference == NULL && pending != NULL && wanted == table->type)
        {
          TlPendingReference reference = { entity, field, g_strdup (id) };

          g_array_append_val (pending, reference);
          return TRUE;
        }
      if (slot.reference == NULL || !G_TYPE_CHECK_INSTANCE_TYPE (slot.reference, wanted))
        return set_reference_error (self, table, &table->fields[field], error);
    }

  tl_entity_load_slot (entity, field, slot);
  return TRUE;
}

static gboolean
read_row (TlStore        *self,
          TlModel        *model,
          const TlTable  *table,
          TlEntity       *entity,
          sqlite3_stmt   *statement,
          GArray         *pending,
          GError        **error)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      TlSlot slot;

      if (table->fields[i].type == TL_FIELD_REFERENCE)
        {
          if (!read_reference (self, model, table, i, entity, statement, pending, error))
            return FALSE;
        }
      else
        {
          if (!read_slot (self, table, &table->fields[i], statement, i + 1, &slot, error))
            return FALSE;
          tl_entity_load_slot (entity, i, slot);
        }
    }

  return TRUE;
}

static gboolean
resolve_pending (TlStore        *self,
                 TlModel        *model,
                 const TlTable  *table,
                 GArray         *pending,
                 GError        **error)
{
  for (guint i = 0; i < pending->len; i++)
    {
      TlPendingReference *reference = &g_array_index (pending, TlPendingReference, i);
      TlSlot slot = { .reference = tl_model_lookup (model, reference->id) };

      if (slot.reference == NULL || G_OBJECT_TYPE (slot.reference) != table->type)
        return set_reference_error (self, table, &table->fields[reference->field], error);

      tl_entity_load_slot (reference->entity, reference->field, slot);
    }

  return TRUE;
}

static gboolean
load_table (TlStore        *self,
            TlModel        *model,
            const TlTable  *table,
            GError        **error)
{
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (TlPendingReference));
  g_autofree char *columns = tl_table_join_columns (table, "");
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\", %s FROM \"%s\" ORDER BY rowid", columns, table->name);
  sqlite3_stmt *statement = NULL;
  gboolean read = TRUE;
  int result;

  g_array_set_clear_func (pending, pending_reference_clear);

  result = sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL);
  while (result == SQLITE_OK || result == SQLITE_ROW)
    {
      g_autoptr (TlEntity) entity = NULL;
      g_autofree char *id = NULL;

      result = sqlite3_step (statement);
      if (result != SQLITE_ROW)
        break;

      id = read_text (statement, 0);
      entity = g_object_new (table->type, NULL);
      tl_entity_load_id (entity, id);
      read = tl_model_lookup (model, id) == NULL &&
             read_row (self, model, table, entity, statement, pending, error);
      if (!read)
        break;
      tl_model_add (model, entity);
    }

  sqlite3_finalize (statement);

  if (!read)
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
                     _("“%s” is damaged and was left as it is: two things in it have the same identity."),
                     self->display_name);
      return FALSE;
    }

  if (result != SQLITE_DONE)
    {
      tl_store_set_error (self, error);
      return FALSE;
    }

  return resolve_pending (self, model, table, pending, error);
}

/**
 * tl_store_load:
 * @self: a store
 * @model: an empty model
 * @error: return location for a #TlStoreError
 *
 * Reads everything into @model.  After a failure @model holds a part of it, and is good for nothing.
 *
 * Returns: whether everything was read
 */
gboolean
tl_store_load (TlStore  *self,
               TlModel  *model,
               GError  **error)
{
  gboolean loaded = TRUE;

  tl_model_begin_bulk (model);
  for (guint i = 0; i < self->n_tables && loaded; i++)
    loaded = load_table (self, model, &self->tables[i], error);
  tl_model_end_bulk (model);

  return loaded;
}

static void
notify_all (TlEntity      *entity,
            const TlTable *table,
            const TlSlot  *before)
{
  const TlSlot *after = tl_entity_peek_slots (entity);

  for (guint i = 0; i < table->n_fields; i++)
    {
      gboolean same;

      if (table->fields[i].type == TL_FIELD_STRING)
        same = g_strcmp0 (before[i].string, after[i].string) == 0;
      else
        same = before[i].integer == after[i].integer;

      if (!same)
        g_object_notify_by_pspec (G_OBJECT (entity), table->fields[i].pspec);
    }
}

static TlSlot *
copy_slots (TlEntity      *entity,
            const TlTable *table)
{
  const TlSlot *slots = tl_entity_peek_slots (entity);
  TlSlot *copies = g_new (TlSlot, table->n_fields);

  for (guint i = 0; i < table->n_fields; i++)
    {
      copies[i] = slots[i];
      if (table->fields[i].type == TL_FIELD_STRING)
        copies[i].string = g_strdup (slots[i].string);
    }

  return copies;
}

static void
free_slots (TlSlot        *slots,
            const TlTable *table)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (table->fields[i].type == TL_FIELD_STRING)
        g_free (slots[i].string);
    }
  g_free (slots);
}

/**
 * tl_store_begin_reading:
 * @self: a store, not within a transaction
 *
 * Many rows are about to be read again.  Each would ask for the lock of the file, and look for a journal; from here to
 * tl_store_end_reading() that is done once.
 */
void
tl_store_begin_reading (TlStore *self)
{
  sqlite3_exec (self->db, "BEGIN", NULL, NULL, NULL);
}

/**
 * tl_store_end_reading:
 * @self: a store that tl_store_begin_reading() was called for
 */
void
tl_store_end_reading (TlStore *self)
{
  sqlite3_exec (self->db, "COMMIT", NULL, NULL, NULL);
}

/**
 * tl_store_reload:
 * @self: a store
 * @model: the model that holds what @entity refers to
 * @entity: an entity that has a row
 * @error: return location for a #TlStoreError
 *
 * Makes @entity what its row says, and notifies of the properties that changed by that.
 *
 * Returns: whether the row was there and could be read
 */
gboolean
tl_store_reload (TlStore   *self,
                 TlModel   *model,
                 TlEntity  *entity,
                 GError   **error)
{
  TlTable *table = tl_store_get_table (self, entity);
  sqlite3_stmt *statement = get_select (self, table, error);
  gboolean read = FALSE;
  TlSlot *before;
  int result;

  if (statement == NULL)
    return FALSE;

  before = copy_slots (entity, table);
  sqlite3_bind_text (statement, 1, tl_entity_get_id (entity), -1, SQLITE_STATIC);
  result = sqlite3_step (statement);
  if (result == SQLITE_ROW)
    read = read_row (self, model, table, entity, statement, NULL, error);
  else
    /* A row that was there and cannot be found any more is one whose page was lost. */
    tl_store_set_error_for (self, result == SQLITE_DONE ? SQLITE_CORRUPT : result, error);
  sqlite3_reset (statement);

  if (read)
    notify_all (entity, table, before);

  free_slots (before, table);
  return read;
}
