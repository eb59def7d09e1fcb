/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing an export: the target is either what it was or all of what it is to be, and nobody else may read it. */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include "tl-exchange-error.h"
#include "tl-export-file.h"
#include "tl-file-error.h"

/**
 * tl_export_file_replace:
 * @file: the target
 * @contents: what it is to hold
 * @length: the length of @contents in bytes
 * @cancellable: (nullable): to stop early
 * @error: return location for a #TlExchangeError or %G_IO_ERROR_CANCELLED
 *
 * Writes @contents beside @file, flushes it to the disk, and moves it to its place.
 *
 * Returns: whether @file holds @contents; otherwise it is as it was
 */
gboolean
tl_export_file_replace (GFile         *file,
                        const char    *contents,
                        gsize          length,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  const char *path;
  gboolean written;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (contents != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  path = g_file_peek_path (file);
  if (path != NULL)
    written = g_file_set_contents_full (path, contents, length,
                                        G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                        &local_error);
  else
    written = g_file_replace_contents (file, contents, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, cancellable,
                                       &local_error);
  if (written)
    return TRUE;

  name = path != NULL ? g_strdup (path) : g_file_get_parse_name (file);
  sentence = tl_file_error_describe (name, local_error);
  g_set_error_literal (error, TL_EXCHANGE_ERROR, TL_EXCHANGE_ERROR_WRITE, sentence);
  return FALSE;
}
