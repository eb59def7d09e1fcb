/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What to tell people when a file could not be written.
 *
 * GLib writes beside the target and moves the new file to its place, so its own message names a file nobody has heard
 * of.  Here it is the target that is named, with what happened and what can be done.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "tl-file-error.h"

static const char *
get_reason (const GError *cause)
{
  static const struct { GFileError file; GIOErrorEnum io; const char *reason; } reasons[] = {
    { G_FILE_ERROR_NOSPC, G_IO_ERROR_NO_SPACE, N_("there is no room left on the disk") },
    { G_FILE_ERROR_ROFS, G_IO_ERROR_READ_ONLY, N_("that disk can only be read") },
    { G_FILE_ERROR_ACCES, G_IO_ERROR_PERMISSION_DENIED, N_("you may not write there") },
    { G_FILE_ERROR_NOENT, G_IO_ERROR_NOT_FOUND, N_("there is no such folder") },
    { G_FILE_ERROR_NOTDIR, G_IO_ERROR_NOT_DIRECTORY, N_("there is no such folder") },
    { G_FILE_ERROR_ISDIR, G_IO_ERROR_IS_DIRECTORY, N_("a folder has that name") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_error_matches (cause, G_FILE_ERROR, reasons[i].file) || g_error_matches (cause, G_IO_ERROR, reasons[i].io))
      return _(reasons[i].reason);

  return cause->message;
}

/**
 * tl_file_error_describe:
 * @filename: the file that was to be written
 * @cause: why it was not, of the domain %G_FILE_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full): a sentence that names the file, says what happened, and what to do
 */
char *
tl_file_error_describe (const char   *filename,
                        const GError *cause)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (filename != NULL && cause != NULL, NULL);

  name = g_filename_display_basename (filename);
  /* Translators: the second is a reason, such as “there is no room left on the disk” */
  return g_strdup_printf (_("“%s” could not be written: %s. What stood there is as it was; choose another place."),
                          name, get_reason (cause));
}
