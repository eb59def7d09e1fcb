/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a copy elsewhere, which has to work above all when nothing else does. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gstdio.h>

#include "tl-document-private.h"

static gboolean
insert_all (TlStore  *store,
            TlModel  *model,
            GError  **error)
{
  guint n_types;
  const GType *types = tl_model_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      GListModel *list = tl_model_get_list (model, types[i]);

      for (guint j = 0; j < g_list_model_get_n_items (list); j++)
        {
          g_autoptr (TlEntity) entity = g_list_model_get_item (list, j);

          if (!tl_store_insert (store, entity, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* The file may be gone, full or out of reach, so nothing is asked of it. */
static gboolean
write_from_memory (TlDocument  *self,
                   const char  *path,
                   GError     **error)
{
  g_autoptr (TlStore) store = tl_store_create (path, error);
  g_autoptr (GBytes) changeset = NULL;

  if (store == NULL)
    return FALSE;

  if (tl_store_begin (store, error) && insert_all (store, self->model, error))
    changeset = tl_store_commit (store, error);
  g_clear_pointer (&store, tl_store_close);

  if (changeset == NULL)
    g_unlink (path);

  return changeset != NULL;
}

/**
 * tl_document_save_copy:
 * @self: a document
 * @file: a file that does not exist
 * @error: return location for a #TlStoreError
 *
 * Writes a copy of the document, with all that is in memory, to another place, as a document of its own.  Also works
 * when the document itself cannot be written to, or is gone, and in the middle of a group; what is not on the disk
 * yet then stays so.
 *
 * Returns: whether the copy is whole
 */
gboolean
tl_document_save_copy (TlDocument  *self,
                       GFile       *file,
                       GError     **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->store != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = tl_document_dup_local_path (file, error);

  if (path == NULL)
    return FALSE;

  tl_document_flush (self, NULL);
  if (tl_document_has_pending (self) || !tl_store_verify (self->store, NULL))
    return write_from_memory (self, path, error);

  return tl_store_copy_as_new (self->store, path, error);
}
