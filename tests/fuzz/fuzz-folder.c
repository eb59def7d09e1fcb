/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder for targets that need files, which goes when the program ends */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "fuzz-target.h"

static char *folder;

static void
remove_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

/**
 * fuzz_get_folder:
 *
 * Returns: (transfer none): the folder, in memory where that is possible; also the user's data folder
 */
char *
fuzz_get_folder (void)
{
  if (folder == NULL)
    {
      folder = g_strdup ("/dev/shm/tl-fuzz-XXXXXX");
      if (g_mkdtemp (folder) == NULL)
        {
          g_free (folder);
          folder = g_dir_make_tmp ("tl-fuzz-XXXXXX", NULL);
        }
      g_assert (folder != NULL);
      g_setenv ("XDG_DATA_HOME", folder, TRUE);
      atexit (remove_folder);
    }

  return folder;
}
