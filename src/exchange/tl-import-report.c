/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person is shown of an import: its files, what they would change, and what could not be read. */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include "tl-import-private.h"

/**
 * tl_import_get_n_files:
 * @self: an import
 *
 * Returns: how many files it has
 */
guint
tl_import_get_n_files (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->sources->len;
}

static TlImportSource *
get_source (TlImport *self,
            guint     file)
{
  g_assert (file < self->sources->len);

  return g_ptr_array_index (self->sources, file);
}

/**
 * tl_import_get_file_name:
 * @self: an import
 * @file: which file, from 0
 *
 * Returns: (transfer none): its name, without its folder
 */
const char *
tl_import_get_file_name (TlImport *self,
                         guint     file)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);
  g_return_val_if_fail (file < self->sources->len, NULL);

  return tl_csv_table_get_name (get_source (self, file)->table);
}

/**
 * tl_import_get_file_kind:
 * @self: an import
 * @file: which file, from 0
 *
 * Returns: what its rows are taken for
 */
TlImportKind
tl_import_get_file_kind (TlImport *self,
                         guint     file)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), TL_IMPORT_AUTO);
  g_return_val_if_fail (file < self->sources->len, TL_IMPORT_AUTO);

  return get_source (self, file)->columns->kind;
}

/**
 * tl_import_get_n_rows:
 * @self: an import
 * @file: which file, from 0
 *
 * Returns: how many rows follow its header; blank ones do not count
 */
guint
tl_import_get_n_rows (TlImport *self,
                      guint     file)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);
  g_return_val_if_fail (file < self->sources->len, 0);

  return tl_csv_table_get_n_rows (get_source (self, file)->table);
}

/**
 * tl_import_dup_added:
 * @self: a prepared import
 * @type: a class of entities
 *
 * What would come in, to be looked at before it does.  The entities are part of no model; what they refer to may be
 * part of the document's, and is not to be changed.
 *
 * Returns: (transfer full) (element-type TlEntity): the new entities of that class, in the order of the files
 */
GPtrArray *
tl_import_dup_added (TlImport *self,
                     GType     type)
{
  GPtrArray *added = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TL_IS_IMPORT (self), added);

  for (guint i = 0; i < self->added->len; i++)
    {
      TlEntity *entity = g_ptr_array_index (self->added, i);

      if (G_OBJECT_TYPE (entity) == type)
        g_ptr_array_add (added, g_object_ref (entity));
    }

  return added;
}

/**
 * tl_import_get_n_skipped:
 * @self: an import after tl_import_prepare()
 *
 * Returns: how many rows, cells and links were not read
 */
guint
tl_import_get_n_skipped (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->skipped->len;
}

/**
 * tl_import_get_skipped:
 * @self: an import after tl_import_prepare()
 * @index: which, from 0; sorted by file and line
 *
 * Returns: (transfer none): what was not read and why, valid until the next plan
 */
const TlImportIssue *
tl_import_get_skipped (TlImport *self,
                       guint     index)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);
  g_return_val_if_fail (index < self->skipped->len, NULL);

  return &g_array_index (self->skipped, TlImportIssue, index);
}

/**
 * tl_import_get_n_remarks:
 * @self: an import after tl_import_prepare()
 *
 * Returns: how many things are to be known about what was read
 */
guint
tl_import_get_n_remarks (TlImport *self)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return self->remarks->len;
}

/**
 * tl_import_get_remark:
 * @self: an import after tl_import_prepare()
 * @index: which, from 0; sorted by file and line
 *
 * Returns: (transfer none): what was read in which way, valid until the next plan
 */
const TlImportIssue *
tl_import_get_remark (TlImport *self,
                      guint     index)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), NULL);
  g_return_val_if_fail (index < self->remarks->len, NULL);

  return &g_array_index (self->remarks, TlImportIssue, index);
}

/**
 * tl_import_get_n_added:
 * @self: an import after tl_import_prepare()
 * @type: a class of entities
 *
 * Returns: how many of them are new
 */
guint
tl_import_get_n_added (TlImport *self,
                       GType     type)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return tl_import_get_counts (self, type)->n_added;
}

/**
 * tl_import_get_n_updated:
 * @self: an import after tl_import_prepare()
 * @type: a class of entities
 *
 * Returns: how many of the document's are changed
 */
guint
tl_import_get_n_updated (TlImport *self,
                         GType     type)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return tl_import_get_counts (self, type)->n_updated;
}

/**
 * tl_import_get_n_unchanged:
 * @self: an import after tl_import_prepare()
 * @type: a class of entities
 *
 * Returns: how many of the document's were found in the files as they are
 */
guint
tl_import_get_n_unchanged (TlImport *self,
                           GType     type)
{
  g_return_val_if_fail (TL_IS_IMPORT (self), 0);

  return tl_import_get_counts (self, type)->n_unchanged;
}
