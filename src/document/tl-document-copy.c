/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving a copy elsewhere, which has to work above all when nothing else does. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include "tl-document-private.h"

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
  /* The file may be gone, full or out of reach; then nothing is asked of it. */
  if (tl_document_has_pending (self) || !tl_store_verify (self->store, NULL))
    return tl_store_write_model (path, self->model, error);

  return tl_store_copy_as_new (self->store, path, error);
}
