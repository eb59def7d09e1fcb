/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The documents opened lately, as a list model over one setting.
 *
 * This is our own list and not the desktop's: what a manager's documents are called is nobody else's business, and
 * Clear has to clear it.  A document that is no longer there stays in the list and says so, because a drive may
 * only be out for the moment; the person removes it.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-recent-documents.h"

#define KEY "recent-documents"

/* As many as can be taken in at a glance. */
#define N_MOST 8

struct _TlRecentDocuments
{
  GObject parent_instance;

  GSettings *settings;
  GPtrArray *documents;         /* of TlRecentDocument */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TlRecentDocuments, tl_recent_documents, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return TL_TYPE_RECENT_DOCUMENT;
}

static guint
get_n_items (GListModel *model)
{
  return TL_RECENT_DOCUMENTS (model)->documents->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  TlRecentDocuments *self = TL_RECENT_DOCUMENTS (model);

  return position < self->documents->len ? g_object_ref (g_ptr_array_index (self->documents, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tl_recent_documents_dispose (GObject *object)
{
  TlRecentDocuments *self = TL_RECENT_DOCUMENTS (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (tl_recent_documents_parent_class)->dispose (object);
}

static void
tl_recent_documents_finalize (GObject *object)
{
  TlRecentDocuments *self = TL_RECENT_DOCUMENTS (object);

  g_ptr_array_unref (self->documents);

  G_OBJECT_CLASS (tl_recent_documents_parent_class)->finalize (object);
}

static void
tl_recent_documents_class_init (TlRecentDocumentsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_recent_documents_dispose;
  object_class->finalize = tl_recent_documents_finalize;
}

static void
tl_recent_documents_init (TlRecentDocuments *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
}

/* The setting with @file at the front, or without it. */
static void
write_list (TlRecentDocuments *self,
            GFile             *file,
            gboolean           is_kept)
{
  g_auto (GStrv) uris = g_settings_get_strv (self->settings, KEY);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;
  guint n_kept = 0;

  if (is_kept)
    {
      g_strv_builder_add (builder, uri);
      n_kept++;
    }

  for (guint i = 0; uris[i] != NULL && n_kept < N_MOST; i++)
    {
      if (g_str_equal (uris[i], uri))
        continue;
      g_strv_builder_add (builder, uris[i]);
      n_kept++;
    }

  kept = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, KEY, (const char *const *) kept);
}

/**
 * tl_recent_documents_new:
 * @settings: the settings of the application
 *
 * Returns: (transfer full): the list, following the setting
 */
TlRecentDocuments *
tl_recent_documents_new (GSettings *settings)
{
  TlRecentDocuments *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (TL_TYPE_RECENT_DOCUMENTS, NULL);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed::" KEY, G_CALLBACK (tl_recent_documents_refresh), self,
                           G_CONNECT_SWAPPED);
  tl_recent_documents_refresh (self);
  return self;
}

/**
 * tl_recent_documents_add:
 * @self: the list
 * @file: a document that has just been opened or created
 *
 * Puts @file at the front.
 */
void
tl_recent_documents_add (TlRecentDocuments *self,
                         GFile             *file)
{
  g_return_if_fail (TL_IS_RECENT_DOCUMENTS (self));
  g_return_if_fail (G_IS_FILE (file));

  write_list (self, file, TRUE);
}

/**
 * tl_recent_documents_remove:
 * @self: the list
 * @file: a document
 *
 * Takes @file out of the list; the file itself stays as it is.
 */
void
tl_recent_documents_remove (TlRecentDocuments *self,
                            GFile             *file)
{
  g_return_if_fail (TL_IS_RECENT_DOCUMENTS (self));
  g_return_if_fail (G_IS_FILE (file));

  write_list (self, file, FALSE);
}

/**
 * tl_recent_documents_clear:
 * @self: the list
 *
 * Forgets all of them.
 */
void
tl_recent_documents_clear (TlRecentDocuments *self)
{
  g_return_if_fail (TL_IS_RECENT_DOCUMENTS (self));

  g_settings_reset (self->settings, KEY);
}

/**
 * tl_recent_documents_refresh:
 * @self: the list
 *
 * Reads the setting, and looks again which documents are still there.
 */
void
tl_recent_documents_refresh (TlRecentDocuments *self)
{
  g_auto (GStrv) uris = NULL;
  guint n_before;

  g_return_if_fail (TL_IS_RECENT_DOCUMENTS (self));

  uris = g_settings_get_strv (self->settings, KEY);
  n_before = self->documents->len;
  g_ptr_array_set_size (self->documents, 0);
  for (guint i = 0; uris[i] != NULL && i < N_MOST; i++)
    g_ptr_array_add (self->documents, tl_recent_document_new (uris[i]));

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->documents->len);
}
