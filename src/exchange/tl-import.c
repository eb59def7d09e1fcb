/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import: several files, one plan, one step.
 *
 * First every file is read whole.  A file that cannot be read ends the import here, with nothing changed.  Then the
 * rows of all files are taken in the order of their kinds (owners before goals, goals before what is said of them),
 * and matched with what the document has; the plan that comes of it is kept apart from the document
 * (tl-import-plan.c).  A person looks at the counts and at what could not be read.  Then the plan is carried out
 * inside one edit group: all of it or nothing, undone in one step.
 *
 * Importing straight into the document and undoing on failure was rejected: views would follow every row, and a
 * "dry run" would have to write.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "tl-backups.h"
#include "tl-exchange-error.h"
#include "tl-import-private.h"

/* Once in so many rows it is looked whether somebody has cancelled. */
#define CANCEL_INTERVAL 256

#define MAX_FILE_SIZE (1024ll * 1024ll * 1024ll)

G_DEFINE_FINAL_TYPE (TlImport, tl_import, G_TYPE_OBJECT)

static void
source_free (gpointer data)
{
  TlImportSource *source = data;

  g_clear_object (&source->table);
  g_clear_pointer (&source->columns, tl_csv_columns_free);
  g_free (source->orders);
  g_free (source->parents);
  g_free (source->goals);
  g_free (source);
}

static void
tl_import_finalize (GObject *object)
{
  TlImport *self = TL_IMPORT (object);

  g_clear_pointer (&self->index, tl_import_index_free);
  g_clear_pointer (&self->shadows, g_hash_table_unref);
  g_clear_pointer (&self->shadowed, g_ptr_array_unref);
  g_clear_pointer (&self->added, g_ptr_array_unref);
  g_clear_pointer (&self->added_set, g_hash_table_unref);
  g_clear_pointer (&self->provisional, g_hash_table_unref);
  g_clear_pointer (&self->claimed, g_hash_table_unref);
  g_clear_pointer (&self->unit_links, g_array_unref);
  g_clear_pointer (&self->manager_links, g_array_unref);
  g_clear_pointer (&self->goal_links, g_array_unref);
  g_clear_pointer (&self->currents, g_array_unref);
  g_clear_pointer (&self->statement_graph, tl_link_graph_free);
  g_clear_pointer (&self->quotes, g_string_chunk_free);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->skipped, g_array_unref);
  g_clear_pointer (&self->remarks, g_array_unref);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_pointer (&self->mappings, g_hash_table_unref);
  g_clear_pointer (&self->used_mappings, g_hash_table_unref);
  g_clear_pointer (&self->under_id, g_free);
  g_clear_pointer (&self->owner_id, g_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_import_parent_class)->finalize (object);
}

static void
tl_import_class_init (TlImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_import_finalize;
}

static void
tl_import_init (TlImport *self)
{
  self->sources = g_ptr_array_new_with_free_func (source_free);
  self->mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->used_mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  tl_import_clear_plan (self);
}

/**
 * tl_import_new:
 * @document: the document to import into
 *
 * Returns: (transfer full): an import without files
 */
TlImport *
tl_import_new (TlDocument *document)
{
  TlImport *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  self = g_object_new (TL_TYPE_IMPORT, NULL);
  self->document = g_object_ref (document);
  return self;
}

/**
 * tl_import_add_mapping:
 * @self: an import without files
 * @mapping: "COLUMN=FIELD": the name of a column and the name of what it holds; nothing after the equals sign
 *   leaves the column out
 * @error: return location for a #TlExchangeError
 *
 * Says what a column holds, in every file that has one of that name.
 *
 * Returns: whether @mapping has that form
 */
gboolean
tl_import_add_mapping (TlImport    *self,
                       const char  *mapping,
                       GError     **error)
{
  const char *equals;
  g_autofree char *column = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (TL_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (mapping != NULL, FALSE);

  /* Fields have no equals sign in their names, columns may. */
  equals = strrchr (mapping, '=');
  column = equals != NULL ? g_strndup (mapping, equals - mapping) : g_strdup ("");
  if (g_utf8_validate (mapping, -1, NULL))
    key = tl_csv_columns_normalise (column);

  if (key == NULL || *key == '\0')
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER,
                   _("“%s” does not say which column holds what. Write it as COLUMN=FIELD, such as \"Was=Title\"."), mapping);
      return FALSE;
    }

  g_hash_table_insert (self->mappings, g_steal_pointer (&key), g_strdup (equals + 1));
  return TRUE;
}

static char *
dup_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

static gboolean
check_file (GFile         *file,
            const char    *name,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &local_error);
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ,
                   _("There is no file named “%s”. Check the name and choose it again."), name);
      return FALSE;
    }
  if (info == NULL)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ,
                   _("“%s” cannot be read: %s. Check the name and choose it again."), name, local_error->message);
      return FALSE;
    }

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ,
                   _("“%s” is a folder. Choose the CSV files inside it."), name);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ,
                   _("“%s” is not an ordinary file. Choose a CSV file."), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > MAX_FILE_SIZE)
    {
      g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_LIMIT,
                   _("“%s” is larger than 1 GiB. Split it into smaller files."), name);
      return FALSE;
    }

  return TRUE;
}

static GBytes *
load_file (GFile         *file,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes;

  if (!check_file (file, name, cancellable, error))
    return NULL;

  bytes = g_file_load_bytes (file, cancellable, NULL, &local_error);
  if (bytes == NULL && g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (bytes == NULL)
    g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_READ,
                 _("“%s” cannot be read: %s. Check that you may read it."), name, local_error->message);

  return bytes;
}

static void
note_used_mappings (TlImport   *self,
                    TlCsvTable *table)
{
  for (guint i = 0; i < tl_csv_table_get_n_columns (table); i++)
    {
      g_autofree char *key = tl_csv_columns_normalise (tl_csv_table_get_header (table, i));

      if (g_hash_table_contains (self->mappings, key))
        g_hash_table_add (self->used_mappings, g_steal_pointer (&key));
    }
}

/**
 * tl_import_add_file:
 * @self: an import
 * @file: a file
 * @as: what its rows are, or %TL_IMPORT_AUTO to guess by its columns
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Reads a file.  Does not look at the document.
 *
 * Returns: whether the file could be read
 */
gboolean
tl_import_add_file (TlImport      *self,
                    GFile         *file,
                    TlImportKind   as,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (TL_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = dup_file_name (file);
  bytes = load_file (file, name, cancellable, error);
  return bytes != NULL && tl_import_add_bytes (self, bytes, name, as, cancellable, error);
}

/**
 * tl_import_add_bytes:
 * @self: an import
 * @bytes: what stands in a file
 * @name: what to call the file in a message
 * @as: what its rows are, or %TL_IMPORT_AUTO to guess by its columns
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Like tl_import_add_file(), for what has been read already or never was a file.
 *
 * Returns: whether it could be read
 */
gboolean
tl_import_add_bytes (TlImport      *self,
                     GBytes        *bytes,
                     const char    *name,
                     TlImportKind   as,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (TlCsvTable) table = NULL;
  g_autoptr (TlCsvColumns) columns = NULL;

  g_return_val_if_fail (TL_IS_IMPORT (self), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  table = tl_csv_table_new (bytes, name, cancellable, error);
  if (table == NULL)
    return FALSE;
  columns = tl_csv_columns_new (table, as, self->mappings, error);
  if (columns == NULL)
    return FALSE;

  note_used_mappings (self, table);
  tl_import_add_outline (self, table, g_steal_pointer (&columns), NULL, 0);
  return TRUE;
}

/**
 * tl_import_add_outline:
 * @self: an import
 * @table: the rows
 * @columns: (transfer full): which column holds what
 * @parents: (transfer full) (nullable): for each row, the row above it that it stands under, or -1
 * @n_header_lines: how many lines of @table were not in what was pasted
 *
 * Adds rows of which some stand under others.
 */
void
tl_import_add_outline (TlImport     *self,
                       TlCsvTable   *table,
                       TlCsvColumns *columns,
                       int          *parents,
                       guint         n_header_lines)
{
  TlImportSource *source = g_new0 (TlImportSource, 1);

  source->orders = g_new0 (TlCsvDateOrder, columns->n_columns + 1);
  source->table = g_object_ref (table);
  source->columns = columns;
  source->parents = parents;
  source->goals = parents != NULL ? g_new0 (TlGoal *, tl_csv_table_get_n_rows (table) + 1) : NULL;
  source->n_header_lines = n_header_lines;
  g_ptr_array_add (self->sources, source);
  self->is_prepared = FALSE;
}

static void
read_row (const TlImportRow *row,
          GHashTable        *seen)
{
  switch (row->source->columns->kind)
    {
    case TL_IMPORT_ORGANISATIONS:
      tl_import_read_organisation (row);
      break;
    case TL_IMPORT_UNITS:
      tl_import_read_unit (row);
      break;
    case TL_IMPORT_PEOPLE:
      tl_import_read_person (row);
      break;
    case TL_IMPORT_CYCLES:
      tl_import_read_cycle (row);
      break;
    case TL_IMPORT_GOALS:
      tl_import_read_goal (row, seen);
      break;
    case TL_IMPORT_CONTRIBUTIONS:
      tl_import_read_contribution (row);
      break;
    case TL_IMPORT_READINGS:
      tl_import_read_reading (row);
      break;
    case TL_IMPORT_TENSIONS:
      tl_import_read_tension (row);
      break;
    case TL_IMPORT_CHECK_INS:
      tl_import_read_check_in (row);
      break;
    case TL_IMPORT_CONVERSATIONS:
      tl_import_read_conversation (row);
      break;
    case TL_IMPORT_STATEMENTS:
      tl_import_read_statement (row);
      break;
    case TL_IMPORT_STATEMENT_LINKS:
      tl_import_read_statement_link (row);
      break;
    case TL_IMPORT_AUTO:
    default:
      g_assert_not_reached ();
    }
}

/**
 * tl_import_is_cancelled:
 * @self: an import whose plan is being made
 * @step: a number that grows by one from call to call
 *
 * Returns: whether somebody wants the import to stop; loops then end early, and the plan is dropped
 */
gboolean
tl_import_is_cancelled (TlImport *self,
                        guint     step)
{
  return step % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (self->cancellable);
}

static void
read_source (TlImport       *self,
             TlImportSource *source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_rows = tl_csv_table_get_n_rows (source->table);

  tl_import_source_sniff (self, source);
  if (n_rows > 0)
    tl_import_adopt_name (self, source);
  tl_import_forget_claims (self);

  for (guint i = 0; i < n_rows && !tl_import_is_cancelled (self, i); i++)
    {
      TlImportRow row = { self, source, i };

      read_row (&row, seen);
    }
}

static void
read_sources (TlImport *self)
{
  for (TlImportKind kind = TL_IMPORT_ORGANISATIONS; kind < TL_N_IMPORT_KINDS; kind++)
    {
      for (guint i = 0; i < self->sources->len; i++)
        {
          TlImportSource *source = g_ptr_array_index (self->sources, i);

          if (source->columns->kind == kind)
            read_source (self, source);
        }

      if (kind == TL_IMPORT_UNITS)
        tl_import_link_units (self);
      else if (kind == TL_IMPORT_PEOPLE)
        tl_import_link_managers (self);
      else if (kind == TL_IMPORT_CONTRIBUTIONS)
        tl_import_link_goals (self);
      else if (kind == TL_IMPORT_READINGS)
        tl_import_settle_currents (self);
      else if (kind == TL_IMPORT_STATEMENTS)
        tl_import_settle_questions (self);
    }
}

static gboolean
check_mappings (TlImport  *self,
                GError   **error)
{
  GHashTableIter iter;
  gpointer key;
  gpointer field;

  g_hash_table_iter_init (&iter, self->mappings);
  while (g_hash_table_iter_next (&iter, &key, &field))
    if (!g_hash_table_contains (self->used_mappings, key))
      {
        g_set_error (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_HEADER,
                     _("No file has the column that was to be read as “%s”. Check how its name is written."),
                     *(char *) field != '\0' ? (char *) field : "—");
        return FALSE;
      }

  return TRUE;
}

static int
compare_issues (gconstpointer a,
                gconstpointer b)
{
  const TlImportIssue *x = a;
  const TlImportIssue *y = b;
  int by_file = g_strcmp0 (x->file, y->file);

  return by_file != 0 ? by_file : (x->line > y->line) - (x->line < y->line);
}

static gpointer
look_up (TlImport   *self,
         const char *id,
         GType       type)
{
  TlEntity *entity = id != NULL ? tl_model_lookup (tl_document_get_model (self->document), id) : NULL;

  return entity != NULL && g_type_is_a (G_OBJECT_TYPE (entity), type) ? entity : NULL;
}

/**
 * tl_import_prepare:
 * @self: an import with files
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Makes the plan: what would be added and changed, and what could not be read.  The document is not touched.
 *
 * Returns: whether there is a plan
 */
gboolean
tl_import_prepare (TlImport      *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), FALSE);

  tl_import_clear_plan (self);
  if (!check_mappings (self, error))
    return FALSE;

  self->revision = tl_document_get_revision (self->document);
  self->index = tl_import_index_new (tl_document_get_model (self->document));
  self->under = look_up (self, self->under_id, TL_TYPE_GOAL);
  self->owner = look_up (self, self->owner_id, TL_TYPE_PARTY);
  self->cancellable = cancellable;
  read_sources (self);
  self->cancellable = NULL;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      tl_import_clear_plan (self);
      return FALSE;
    }

  tl_import_count (self);
  g_array_sort (self->skipped, compare_issues);
  g_array_sort (self->remarks, compare_issues);
  self->is_prepared = TRUE;
  return TRUE;
}

static char *
make_label (TlImport *self)
{
  guint n_files = self->sources->len;

  if (n_files == 1)
    return g_strdup_printf (_("Import %s"), tl_import_get_file_name (self, 0));

  return g_strdup_printf (ngettext ("Import %u File", "Import %u Files", n_files), n_files);
}

/**
 * tl_import_apply:
 * @self: an import
 * @error: return location for what the document says
 *
 * Carries the plan out, as one step that can be undone.  When the document has changed since the plan was made, a
 * new plan is made first.  When it cannot be written, nothing is changed.
 *
 * Returns: whether the import is in the document
 */
gboolean
tl_import_apply (TlImport  *self,
                 GError   **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (TL_IS_IMPORT (self), FALSE);

  if (tl_document_get_read_only (self->document))
    {
      g_autofree char *name = tl_document_dup_name (self->document);

      g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_READ_ONLY,
                   _("“%s” can only be read. Save a copy elsewhere and import into that."), name);
      return FALSE;
    }

  if ((!self->is_prepared || self->revision != tl_document_get_revision (self->document)) &&
      !tl_import_prepare (self, NULL, error))
    return FALSE;
  if (tl_import_plan_is_empty (self))
    return TRUE;

  label = make_label (self);
  tl_document_backup_before (self->document, TL_BACKUP_IMPORT);
  tl_document_begin_group (self->document, label);
  tl_import_carry_out (self);
  if (!tl_document_end_group (self->document, error))
    {
      tl_document_cancel_group (self->document);
      return FALSE;
    }

  self->is_prepared = FALSE;
  return TRUE;
}
