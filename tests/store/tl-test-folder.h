/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A folder of its own for a test, gone when it ends */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>

G_BEGIN_DECLS

static inline char *
tl_test_make_folder (void)
{
  char *folder = g_dir_make_tmp ("tl-test-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return folder;
}

static inline void
tl_test_remove_folder (char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_free (folder);
}

typedef char TlTestFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlTestFolder, tl_test_remove_folder)

G_END_DECLS
