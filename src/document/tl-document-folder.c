/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The private folder of a document: backups and drafts, beside its history.
 *
 * Everything that is kept of one document stands in one folder, named by the document's identity, so that it stays
 * with a document that is renamed, and so that what is erased can be erased there too.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gstdio.h>

#include "tl-data-folder.h"
#include "tl-document-keep-private.h"

#define ROOT "documents"
#define UNNAMED "unnamed"

/* Remembers where the document was last, to find its backups when the file can no longer say which it is */
#define PATH_FILE "path"

/**
 * tl_document_folder_get:
 * @id: the identity of a document, as a file says it
 * @sub: a folder in it, such as "backups"
 *
 * Returns: (transfer full) (nullable): the path of that folder, which is there; %NULL when @id is no identity and so
 *   might lead anywhere
 */
char *
tl_document_folder_get (const char *id,
                        const char *sub)
{
  g_autofree char *name = NULL;

  if (id == NULL || !g_uuid_string_is_valid (id))
    return NULL;

  name = g_build_filename (ROOT, id, sub, NULL);
  return tl_data_folder_get (name);
}

/**
 * tl_document_folder_get_unnamed:
 * @path: the path of a document that does not say yet which it is
 *
 * Returns: (transfer full): the path of the folder where its backup waits for the document to get an identity; it is
 *   there
 */
char *
tl_document_folder_get_unnamed (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_build_filename (ROOT, UNNAMED, digest, NULL);

  return tl_data_folder_get (name);
}

/**
 * tl_document_folder_find_unnamed:
 * @path: the path of a document
 *
 * Returns: (transfer full) (nullable): as tl_document_folder_get_unnamed(), but %NULL when nothing has ever waited
 *   there: most documents have an identity, and need no such folder
 */
char *
tl_document_folder_find_unnamed (const char *path)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *root = tl_data_folder_get (ROOT);
  g_autofree char *folder = g_build_filename (root, UNNAMED, digest, NULL);

  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

/**
 * tl_document_folder_remove_unnamed:
 * @folder: (nullable): what tl_document_folder_find_unnamed() returned
 *
 * Deletes it when nothing is in it any longer, and what it stands in when nothing else is in that.
 */
void
tl_document_folder_remove_unnamed (const char *folder)
{
  g_autofree char *parent = NULL;

  if (folder == NULL || g_rmdir (folder) != 0)
    return;

  parent = g_path_get_dirname (folder);
  g_rmdir (parent);
}

/**
 * tl_document_folder_remember:
 * @id: the identity of a document
 * @path: where it is
 */
void
tl_document_folder_remember (const char *id,
                             const char *path)
{
  g_autofree char *folder = tl_document_folder_get (id, NULL);
  g_autofree char *file = NULL;
  g_autofree char *known = NULL;
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    return;

  file = g_build_filename (folder, PATH_FILE, NULL);
  if (g_file_get_contents (file, &known, NULL, NULL) && g_str_equal (known, path))
    return;

  if (!g_file_set_contents_full (file, path, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
    g_debug ("The place of a document could not be remembered: %s", error->message);
}

/**
 * tl_document_folder_find_by_path:
 * @path: the path of a document
 *
 * Returns: (transfer full) (element-type utf8): the identities of the documents that were last seen there
 */
GPtrArray *
tl_document_folder_find_by_path (const char *path)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *root = tl_data_folder_get (ROOT);
  g_autoptr (GDir) folder = g_dir_open (root, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (root, name, PATH_FILE, NULL);
      g_autofree char *known = NULL;

      if (g_uuid_string_is_valid (name) && g_file_get_contents (file, &known, NULL, NULL) && g_str_equal (known, path))
        g_ptr_array_add (ids, g_strdup (name));
    }

  return ids;
}
