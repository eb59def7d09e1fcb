/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window looked at a document: the lens, the subject, the rows that were open.
 *
 * It is kept beside the document's history in the user's own folder, not in the document: two people who share a
 * document do not share a view of it, and looking at something is no edit.  It is a convenience, so whatever cannot
 * be read or written is quietly done without.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-document-state.h"

#include "tl-data-folder.h"

#define GROUP "Window"
#define FILE_NAME "window"

/* Seconds until what was set is written, so that opening a hundred rows writes once */
#define PATIENCE 2

struct _TlDocumentState
{
  GObject parent_instance;

  char     *path;
  GKeyFile *keys;
  guint     write_id;
};

G_DEFINE_FINAL_TYPE (TlDocumentState, tl_document_state, G_TYPE_OBJECT)

static gboolean
write_cb (gpointer user_data)
{
  TlDocumentState *self = user_data;

  self->write_id = 0;
  tl_document_state_flush (self);
  return G_SOURCE_REMOVE;
}

static void
write_later (TlDocumentState *self)
{
  if (self->write_id == 0)
    self->write_id = g_timeout_add_seconds (PATIENCE, write_cb, self);
}

static void
tl_document_state_dispose (GObject *object)
{
  TlDocumentState *self = TL_DOCUMENT_STATE (object);

  if (self->write_id != 0)
    tl_document_state_flush (self);

  G_OBJECT_CLASS (tl_document_state_parent_class)->dispose (object);
}

static void
tl_document_state_finalize (GObject *object)
{
  TlDocumentState *self = TL_DOCUMENT_STATE (object);

  g_clear_pointer (&self->keys, g_key_file_unref);
  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (tl_document_state_parent_class)->finalize (object);
}

static void
tl_document_state_class_init (TlDocumentStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_document_state_dispose;
  object_class->finalize = tl_document_state_finalize;
}

static void
tl_document_state_init (TlDocumentState *self)
{
  self->keys = g_key_file_new ();
}

/**
 * tl_document_state_new:
 * @document_id: the identity of a document
 *
 * Returns: (transfer full): how the window looked at that document last; empty when nobody knows
 */
TlDocumentState *
tl_document_state_new (const char *document_id)
{
  TlDocumentState *self;
  g_autofree char *sub = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (document_id != NULL, NULL);

  self = g_object_new (TL_TYPE_DOCUMENT_STATE, NULL);
  sub = g_build_filename ("documents", document_id, NULL);
  folder = tl_data_folder_get (sub);
  if (folder != NULL)
    {
      self->path = g_build_filename (folder, FILE_NAME, NULL);
      g_key_file_load_from_file (self->keys, self->path, G_KEY_FILE_NONE, NULL);
    }

  return self;
}

/**
 * tl_document_state_dup_string:
 * @self: a state
 * @key: letters, digits and hyphens
 *
 * Returns: (transfer full) (nullable): what is remembered
 */
char *
tl_document_state_dup_string (TlDocumentState *self,
                              const char      *key)
{
  g_return_val_if_fail (TL_IS_DOCUMENT_STATE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_key_file_get_string (self->keys, GROUP, key, NULL);
}

/**
 * tl_document_state_set_string:
 * @self: a state
 * @key: letters, digits and hyphens
 * @value: (nullable): what to remember; %NULL forgets it
 *
 * Remembers it, on the disk within some seconds.
 */
void
tl_document_state_set_string (TlDocumentState *self,
                              const char      *key,
                              const char      *value)
{
  g_autofree char *before = NULL;

  g_return_if_fail (TL_IS_DOCUMENT_STATE (self));
  g_return_if_fail (key != NULL);

  before = tl_document_state_dup_string (self, key);
  if (g_strcmp0 (before, value) == 0)
    return;

  if (value != NULL)
    g_key_file_set_string (self->keys, GROUP, key, value);
  else
    g_key_file_remove_key (self->keys, GROUP, key, NULL);
  write_later (self);
}

/**
 * tl_document_state_dup_strings:
 * @self: a state
 * @key: letters, digits and hyphens
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): what is remembered
 */
char **
tl_document_state_dup_strings (TlDocumentState *self,
                               const char      *key)
{
  g_return_val_if_fail (TL_IS_DOCUMENT_STATE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return g_key_file_get_string_list (self->keys, GROUP, key, NULL, NULL);
}

/**
 * tl_document_state_set_strings:
 * @self: a state
 * @key: letters, digits and hyphens
 * @values: (array zero-terminated=1): what to remember, such as the identities of the rows that are open
 *
 * Remembers them, on the disk within some seconds.
 */
void
tl_document_state_set_strings (TlDocumentState   *self,
                               const char        *key,
                               const char *const *values)
{
  g_return_if_fail (TL_IS_DOCUMENT_STATE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (values != NULL);

  g_key_file_set_string_list (self->keys, GROUP, key, values, g_strv_length ((char **) values));
  write_later (self);
}

/**
 * tl_document_state_flush:
 * @self: a state
 *
 * Writes now what was set.
 */
void
tl_document_state_flush (TlDocumentState *self)
{
  g_autofree char *data = NULL;
  gsize length;

  g_return_if_fail (TL_IS_DOCUMENT_STATE (self));

  g_clear_handle_id (&self->write_id, g_source_remove);
  if (self->path == NULL)
    return;

  data = g_key_file_to_data (self->keys, &length, NULL);
  if (!g_file_set_contents_full (self->path, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL))
    g_debug ("The state of a window could not be written to %s", self->path);
}

/**
 * tl_document_state_of:
 * @document: an open document
 *
 * Returns: (transfer none): how the window looks at @document; one and the same for all who ask, as long as @document
 *   is there
 */
TlDocumentState *
tl_document_state_of (TlDocument *document)
{
  TlDocumentState *self;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);

  self = g_object_get_data (G_OBJECT (document), "tl-document-state");
  if (self == NULL)
    {
      self = tl_document_state_new (tl_document_get_id (document));
      g_object_set_data_full (G_OBJECT (document), "tl-document-state", self, g_object_unref);
    }

  return self;
}
