/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where what comes with the program is: the example organisation, the templates. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-installed.h"

/* Beside the program, as an installation elsewhere has it and as the build folder has it */
static const char *const near_places[] = { "../share/throughline", "../../data" };

static char *
find_near_program (const char *name)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (near_places); i++)
    {
      g_autofree char *path = g_build_filename (folder, near_places[i], name, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_canonicalize_filename (path, NULL);
    }

  return NULL;
}

/**
 * tl_installed_dup_path:
 * @name: (type filename): a file or a folder, such as "example.throughline"
 *
 * Returns: (transfer full) (type filename): where it is: in the folder that the environment variable
 *   THROUGHLINE_DATADIR names, or else near the program, or else where it was to be installed
 */
char *
tl_installed_dup_path (const char *name)
{
  const char *folder = g_getenv ("THROUGHLINE_DATADIR");
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = folder == NULL ? find_near_program (name) : NULL;
  if (path != NULL)
    return g_steal_pointer (&path);

  path = g_build_filename (folder != NULL ? folder : TL_PKGDATADIR, name, NULL);
  return g_canonicalize_filename (path, NULL);
}
