/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document opened lately: what it is called, where it is, and whether it is still there. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-recent-document.h"

#include <string.h>

struct _TlRecentDocument
{
  GObject parent_instance;

  GFile    *file;
  char     *title;
  char     *folder;
  gboolean  is_missing;
};

G_DEFINE_FINAL_TYPE (TlRecentDocument, tl_recent_document, G_TYPE_OBJECT)

/* "~/Documents" is easier to read than "/home/somebody/Documents". */
static char *
name_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *name = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();
  gsize length = strlen (home);

  if (g_str_has_prefix (name, home) && (name[length] == '\0' || name[length] == G_DIR_SEPARATOR))
    return g_strconcat ("~", name + length, NULL);

  return g_steal_pointer (&name);
}

static char *
name_document (GFile *file)
{
  g_autofree char *path = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (path);

  if (g_str_has_suffix (name, ".throughline"))
    name[strlen (name) - strlen (".throughline")] = '\0';

  return g_steal_pointer (&name);
}

static void
tl_recent_document_finalize (GObject *object)
{
  TlRecentDocument *self = TL_RECENT_DOCUMENT (object);

  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self->folder);

  G_OBJECT_CLASS (tl_recent_document_parent_class)->finalize (object);
}

static void
tl_recent_document_class_init (TlRecentDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_recent_document_finalize;
}

static void
tl_recent_document_init (TlRecentDocument *self)
{
}

/**
 * tl_recent_document_new:
 * @uri: the address of a document
 *
 * Looks whether the document is there.
 *
 * Returns: (transfer full): what a list shows of it
 */
TlRecentDocument *
tl_recent_document_new (const char *uri)
{
  TlRecentDocument *self;

  g_return_val_if_fail (uri != NULL, NULL);

  self = g_object_new (TL_TYPE_RECENT_DOCUMENT, NULL);
  self->file = g_file_new_for_uri (uri);
  self->title = name_document (self->file);
  self->folder = name_folder (self->file);
  self->is_missing = !g_file_query_exists (self->file, NULL);
  return self;
}

/**
 * tl_recent_document_get_file:
 * @self: a document opened lately
 *
 * Returns: (transfer none): its file
 */
GFile *
tl_recent_document_get_file (TlRecentDocument *self)
{
  g_return_val_if_fail (TL_IS_RECENT_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * tl_recent_document_get_title:
 * @self: a document opened lately
 *
 * Returns: (transfer none): the name of its file, without the suffix
 */
const char *
tl_recent_document_get_title (TlRecentDocument *self)
{
  g_return_val_if_fail (TL_IS_RECENT_DOCUMENT (self), NULL);

  return self->title;
}

/**
 * tl_recent_document_get_folder:
 * @self: a document opened lately
 *
 * Returns: (transfer none): the folder it is in, for people
 */
const char *
tl_recent_document_get_folder (TlRecentDocument *self)
{
  g_return_val_if_fail (TL_IS_RECENT_DOCUMENT (self), NULL);

  return self->folder;
}

/**
 * tl_recent_document_get_missing:
 * @self: a document opened lately
 *
 * Returns: whether there was no such file when the list was last read
 */
gboolean
tl_recent_document_get_missing (TlRecentDocument *self)
{
  g_return_val_if_fail (TL_IS_RECENT_DOCUMENT (self), FALSE);

  return self->is_missing;
}
