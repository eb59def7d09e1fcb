/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The person's own copy of the example organisation.
 *
 * It is kept in their data folder under a name made from the content of the example, so that it is there again as
 * they left it, and a newer example gets a copy of its own.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-example-copy.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "tl-example.h"

/* Characters of the checksum: enough to tell the examples of all versions apart. */
#define N_DIGITS 8

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "throughline", "example", NULL);
}

/* Reading it as bytes is safe because nobody has it open: it is only ever copied. */
static char *
name_copy (GError **error)
{
  g_autofree char *source = tl_example_dup_path ();
  g_autofree char *folder = get_folder ();
  g_autofree char *content = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *name = NULL;
  gsize length;

  if (!g_file_get_contents (source, &content, &length, error))
    {
      g_prefix_error (error, _("The example did not come with this installation. "));
      return NULL;
    }

  checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
  name = g_strdup_printf ("example-%.*s.throughline", N_DIGITS, checksum);
  return g_build_filename (folder, name, NULL);
}

/**
 * tl_example_copy_get:
 * @error: return location for an error
 *
 * Makes the person's own copy of the example, unless there is one.
 *
 * Returns: (transfer full) (nullable): the copy, not open; %NULL with @error set when there is no example or no room
 *   for a copy of it
 */
GFile *
tl_example_copy_get (GError **error)
{
  g_autofree char *path = name_copy (error);
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) copy = NULL;
  g_autoptr (TlDocument) document = NULL;

  if (path == NULL)
    return NULL;

  copy = g_file_new_for_path (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&copy);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder “%s” cannot be made: %s."), folder,
                   g_strerror (errno));
      return NULL;
    }

  document = tl_example_create (copy, error);
  if (document == NULL || !tl_document_close (document, error))
    return NULL;

  return g_steal_pointer (&copy);
}

/**
 * tl_example_copy_is:
 * @file: a document
 *
 * Returns: whether it is a copy of the example, which need not be remembered: it is always a click away
 */
gboolean
tl_example_copy_is (GFile *file)
{
  g_autofree char *path = get_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return g_file_has_parent (file, folder);
}
