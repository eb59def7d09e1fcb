/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the program keeps what belongs to a document and is no part of it: history, backups, drafts.
 *
 * It holds what managers wrote about people, so nobody else may look into any of its folders.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "tl-data-folder.h"

#define PRIVATE_MODE 0700

/* Another program, or a copy put back from elsewhere, may have made the folder with the usual permissions. */
static void
make_private (const char *folder)
{
  GStatBuf info;

  if (g_mkdir_with_parents (folder, PRIVATE_MODE) != 0)
    g_debug ("A folder could not be made: %s", g_strerror (errno));
  else if (g_stat (folder, &info) == 0 && (info.st_mode & 0077) != 0)
    g_chmod (folder, PRIVATE_MODE);
}

/**
 * tl_data_folder_get:
 * @sub: (nullable): a folder in it, such as "documents/5e5b…"
 *
 * The folder is made when it is not there, for its owner only.  When that fails (a full disk, say) it is not there
 * still, which who writes into it finds out.
 *
 * Returns: (transfer full): the absolute path of the folder
 */
char *
tl_data_folder_get (const char *sub)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "throughline", NULL);
  char *folder;

  make_private (root);
  if (sub == NULL || *sub == '\0')
    return g_steal_pointer (&root);

  folder = g_build_filename (root, sub, NULL);
  make_private (folder);
  return folder;
}
