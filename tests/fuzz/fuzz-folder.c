/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder for targets that need files, which goes when the program ends */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz-target.h"

/* In a list of changes: four bytes say where, one how many bytes follow */
#define CHANGE_HEAD 5

static char *folder;

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        remove_all (inside);
      else
        g_unlink (inside);
    }
  g_rmdir (path);
}

static void
remove_folder (void)
{
  remove_all (folder);
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

/**
 * fuzz_write_changed:
 * @path: the path of a file to write
 * @sound: (array length=sound_size): what would be sound
 * @sound_size: its length
 * @data: (array length=size): a list of changes to it, each an offset of four bytes, a length of one, and the bytes to
 *   put there
 * @size: the length of that
 *
 * A fuzzer would need years to come upon a database by itself.
 */
void
fuzz_write_changed (const char   *path,
                    const char   *sound,
                    gsize         sound_size,
                    const guint8 *data,
                    gsize         size)
{
  g_autofree char *copy = g_memdup2 (sound, sound_size);
  FILE *file;

  while (size > CHANGE_HEAD)
    {
      gsize offset = (data[0] | data[1] << 8 | data[2] << 16 | (gsize) data[3] << 24) % sound_size;
      gsize length = MIN (MIN ((gsize) data[4] + 1, size - CHANGE_HEAD), sound_size - offset);

      memcpy (copy + offset, data + CHANGE_HEAD, length);
      data += CHANGE_HEAD + length;
      size -= CHANGE_HEAD + length;
    }

  file = g_fopen (path, "wb");
  g_assert (file != NULL);
  g_assert (fwrite (copy, 1, sound_size, file) == sound_size);
  g_assert (fclose (file) == 0);
}
