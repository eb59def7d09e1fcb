/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a new document goes: the name that documents have, and room for it. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-target-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SUFFIX ".throughline"

/* Somebody has agreed to replace @file: what is there goes where it can be fetched back from. */
static gboolean
make_room (GFile   *file,
           GError **error)
{
  return !g_file_query_exists (file, NULL) || g_file_trash (file, NULL, error);
}

/**
 * tl_target_file_take:
 * @chosen: where somebody wants a document
 * @may_replace: whether somebody has agreed that what is at @chosen goes to the trash
 * @error: return location for a #GIOError
 *
 * Documents have the suffix that documents have: it is added where it is missing, and nobody has agreed to replace a
 * file of that name.  Whoever writes the document leaves files that are there as they are.
 *
 * Returns: (transfer full): where the document goes
 */
GFile *
tl_target_file_take (GFile     *chosen,
                     gboolean   may_replace,
                     GError   **error)
{
  g_autofree char *name = NULL;
  g_autofree char *whole_name = NULL;
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (chosen), NULL);

  name = g_file_get_basename (chosen);
  if (g_str_has_suffix (name, SUFFIX))
    return may_replace && !make_room (chosen, error) ? NULL : g_object_ref (chosen);

  folder = g_file_get_parent (chosen);
  whole_name = g_strconcat (name, SUFFIX, NULL);
  return g_file_get_child (folder, whole_name);
}

/* A name may hold what the name of a file must not. */
static char *
make_base (const char *name)
{
  return g_strdelimit (g_strdup (name), "/\\", '-');
}

/**
 * tl_target_file_name:
 * @name: the name of a document
 *
 * Returns: (transfer full): the name of a file for it
 */
char *
tl_target_file_name (const char *name)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  base = make_base (name);
  return g_strconcat (base, SUFFIX, NULL);
}

/**
 * tl_target_file_name_copy:
 * @name: the name of a document
 *
 * Returns: (transfer full): the name of a file for a copy of it
 */
char *
tl_target_file_name_copy (const char *name)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  base = make_base (name);
  /* Translators: the name of a file with a copy of the document that %s names; the suffix stays as it is */
  return g_strdup_printf (_("%s (copy).throughline"), base);
}

/**
 * tl_target_file_dup_title:
 * @file: a document's file
 *
 * Returns: (transfer full): what to call a document that has no other name: that of its file, without the suffix
 */
char *
tl_target_file_dup_title (GFile *file)
{
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  name = g_filename_display_name (base);
  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';

  return g_steal_pointer (&name);
}
