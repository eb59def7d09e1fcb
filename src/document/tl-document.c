/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One open file: the model in memory, the store on the disk, and the promise that they say the same.
 *
 * There is no Save.  The document watches its model; what changes is gathered into an edit group, and at the end of
 * the group it is written in one transaction, whose changeset is the undo step.  A change that nobody put into a
 * group makes a group of its own, which ends when the main loop is idle next.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-document-keep-private.h"
#include "tl-document-private.h"

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_READ_ONLY,
  PROP_SAVED,
  PROP_STORAGE_ERROR,
  PROP_BACKUP_ERROR,
  N_PROPS
};

enum
{
  CHANGED,
  STORAGE_FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (TlDocument, tl_document, G_TYPE_OBJECT)

G_DEFINE_QUARK (tl-document-error-quark, tl_document_error)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
let_go_of_file (TlDocument *self)
{
  g_clear_handle_id (&self->flush_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_pointer (&self->drafts, tl_drafts_close);
  g_clear_pointer (&self->history, tl_history_free);
  g_clear_pointer (&self->store, tl_store_close);
  tl_document_keep_end (self);
}

static void
tl_document_dispose (GObject *object)
{
  TlDocument *self = TL_DOCUMENT (object);
  g_autoptr (GError) error = NULL;

  self->group_depth = 0;
  if (self->store != NULL && !tl_document_flush (self, &error))
    g_warning ("The last edits could not be saved: %s", error->message);

  let_go_of_file (self);
  tl_document_clear_pending (self);
  g_clear_object (&self->model);
  g_clear_object (&self->file);
  g_clear_pointer (&self->storage_error, g_free);

  G_OBJECT_CLASS (tl_document_parent_class)->dispose (object);
}

static void
tl_document_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlDocument *self = TL_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, tl_document_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, tl_document_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, tl_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, tl_document_get_redo_label (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, tl_document_get_read_only (self));
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, tl_document_get_saved (self));
      break;
    case PROP_STORAGE_ERROR:
      g_value_set_string (value, tl_document_get_storage_error (self));
      break;

    case PROP_BACKUP_ERROR:
      g_value_set_string (value, self->backup_error != NULL ? self->backup_error->message : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_document_class_init (TlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = tl_document_dispose;
  object_class->get_property = tl_document_get_property;

  properties[PROP_CAN_UNDO] =
    g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_REDO] =
    g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlDocument:saved:
   *
   * Whether all that is on the screen is on the disk.  What is being typed into a field is neither.
   */
  properties[PROP_SAVED] =
    g_param_spec_boolean ("saved", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlDocument:storage-error: (nullable)
   *
   * Why the last edits are not on the disk, a sentence; %NULL when they are, or are about to be.
   */
  properties[PROP_STORAGE_ERROR] =
    g_param_spec_string ("storage-error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * TlDocument:backup-error: (nullable)
   *
   * Why the last backup could not be made, in a sentence; %NULL when it was.
   */
  properties[PROP_BACKUP_ERROR] =
    g_param_spec_string ("backup-error", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * TlDocument::changed:
   * @self: the document
   * @entities: (element-type TlEntity): what was added, changed or removed
   *
   * An edit group has reached the disk, or has been undone or done again.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * TlDocument::storage-failed:
   * @self: the document
   * @error: a #TlStoreError
   *
   * An edit that nobody waited for did not reach the disk.  It stays in memory, and is tried again with the next.
   */
  signals[STORAGE_FAILED] = g_signal_new ("storage-failed", TL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
tl_document_init (TlDocument *self)
{
  self->model = tl_model_new ();
  self->saved = TRUE;
  tl_document_init_pending (self);
}

/**
 * tl_document_dup_local_path:
 * @file: a file
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full): its absolute path on this computer
 */
char *
tl_document_dup_local_path (GFile   *file,
                            GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *uri = NULL;

  if (path != NULL)
    return g_canonicalize_filename (path, NULL);

  uri = g_file_get_uri (file);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_NOT_FOUND,
               _("“%s” is not on this computer. Copy it here first."), uri);
  return NULL;
}

static gboolean
fill_new (TlDocument  *self,
          const char  *name,
          GError     **error)
{
  g_autoptr (TlSettings) settings = tl_settings_new ();
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();
  g_autoptr (GBytes) changeset = NULL;

  tl_settings_set_name (settings, name);
  tl_party_set_name (TL_PARTY (organisation), name);
  tl_model_add (self->model, TL_ENTITY (settings));
  tl_model_add (self->model, TL_ENTITY (organisation));

  if (!tl_store_begin (self->store, error))
    return FALSE;

  if (tl_store_insert (self->store, TL_ENTITY (settings), error) &&
      tl_store_insert (self->store, TL_ENTITY (organisation), error))
    {
      changeset = tl_store_commit (self->store, error);
      return changeset != NULL;
    }

  tl_store_rollback (self->store);
  return FALSE;
}

/**
 * tl_document_create:
 * @file: a file that does not exist
 * @name: the name of the document and of the organisation it is about
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full): a new document, on the disk already
 */
TlDocument *
tl_document_create (GFile       *file,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (TlDocument) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  path = tl_document_dup_local_path (file, error);
  if (path == NULL)
    return NULL;

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  self->file = g_object_ref (file);
  self->store = tl_store_create (path, error);
  if (self->store == NULL)
    return NULL;

  if (!fill_new (self, name, error))
    {
      g_clear_pointer (&self->store, tl_store_close);
      g_file_delete (file, NULL, NULL);
      return NULL;
    }

  tl_document_open_history (self);
  tl_document_watch_model (self);
  tl_document_keep_opened (self, TRUE);
  return g_steal_pointer (&self);
}

/**
 * tl_document_open:
 * @file: a document's file
 * @cancellable: (nullable): stops opening it
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full): the document, read into memory, to be edited if its file can be written to
 */
TlDocument *
tl_document_open (GFile         *file,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return tl_document_open_full (file, TL_DOCUMENT_OPEN_DEFAULT, cancellable, error);
}

/**
 * tl_document_open_full:
 * @file: a document's file
 * @flags: how
 * @cancellable: (nullable): stops opening it
 * @error: return location for a #TlStoreError
 *
 * Returns: (transfer full): the document, read into memory, with the steps of earlier sessions to undo
 */
TlDocument *
tl_document_open_full (GFile                *file,
                       TlDocumentOpenFlags   flags,
                       GCancellable         *cancellable,
                       GError              **error)
{
  g_autoptr (TlDocument) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = tl_document_dup_local_path (file, error);
  if (path == NULL)
    return NULL;

  self = g_object_new (TL_TYPE_DOCUMENT, NULL);
  self->file = g_object_ref (file);
  self->store = tl_store_open_full (path, tl_document_keep_begin (self, path, flags),
                                    tl_document_keep_before_migration, NULL, cancellable, error);
  if (self->store == NULL || !tl_store_load (self->store, self->model, error))
    return NULL;

  if (tl_model_get_settings (self->model) == NULL || tl_model_get_organisation (self->model) == NULL)
    {
      g_autofree char *display_name = g_filename_display_basename (path);

      g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_DAMAGED,
                   _("“%s” is damaged and was left as it is: it has lost its settings or its organisation."),
                   display_name);
      return NULL;
    }

  tl_document_open_history (self);
  tl_document_watch_model (self);
  tl_document_keep_opened (self, FALSE);
  return g_steal_pointer (&self);
}

/**
 * tl_document_close:
 * @self: a document
 * @error: return location for a #TlStoreError
 *
 * Writes what has not been written yet, ending the group if there is one, and lets go of the file.  When that fails
 * the document stays open.
 *
 * Returns: whether everything is on the disk
 */
gboolean
tl_document_close (TlDocument  *self,
                   GError     **error)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);

  if (self->store == NULL)
    return TRUE;

  self->group_depth = 0;
  if (!tl_document_flush (self, error))
    return FALSE;

  let_go_of_file (self);
  return TRUE;
}

/**
 * tl_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none): the file it lives in
 */
GFile *
tl_document_get_file (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * tl_document_dup_name:
 * @self: a document
 *
 * Returns: (transfer full): what to call the document: its own name, or else that of its file
 */
char *
tl_document_dup_name (TlDocument *self)
{
  const char *name;
  g_autofree char *base = NULL;
  char *suffix;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  name = tl_settings_get_name (tl_model_get_settings (self->model));
  if (name != NULL && *name != '\0')
    return g_strdup (name);

  base = g_filename_display_basename (g_file_peek_path (self->file));
  suffix = g_strrstr (base, ".throughline");
  if (suffix != NULL && suffix != base)
    *suffix = '\0';

  return g_steal_pointer (&base);
}

/**
 * tl_document_get_model:
 * @self: a document
 *
 * Returns: (transfer none): what it holds
 */
TlModel *
tl_document_get_model (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->model;
}

/**
 * tl_document_get_revision:
 * @self: a document
 *
 * Returns: a number that is another one after every change, to know by whether something computed is still true
 */
guint64
tl_document_get_revision (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), 0);

  return self->revision;
}

/**
 * tl_document_get_read_only:
 * @self: a document
 *
 * Returns: whether nothing in it can be changed
 */
gboolean
tl_document_get_read_only (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), TRUE);

  return self->store == NULL || tl_store_get_read_only (self->store);
}

/**
 * tl_document_get_id:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): which document it is, a UUID that its file keeps wherever it is moved, and that
 *   copies made by us do not share; %NULL once it is closed
 */
const char *
tl_document_get_id (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->store != NULL ? tl_store_get_id (self->store) : NULL;
}

/**
 * tl_document_get_saved:
 * @self: a document
 *
 * Returns: whether all that is on the screen is on the disk
 */
gboolean
tl_document_get_saved (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), TRUE);

  return self->storage_error == NULL && !tl_document_has_pending (self);
}

/**
 * tl_document_get_storage_error:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the last edits are not on the disk, a sentence
 */
const char *
tl_document_get_storage_error (TlDocument *self)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);

  return self->storage_error;
}

/**
 * tl_document_update_saved:
 * @self: a document
 *
 * Tells whether everything is on the disk, when that has become another answer.
 */
void
tl_document_update_saved (TlDocument *self)
{
  gboolean saved = tl_document_get_saved (self);

  if (self->saved == saved)
    return;

  self->saved = saved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

/**
 * tl_document_set_backup_error:
 * @self: a document
 * @error: (transfer full) (nullable): why no backup could be made; %NULL when one was
 *
 * Nothing is notified when it fails once more in the same way, so that who has hidden it is not told of it again.
 */
void
tl_document_set_backup_error (TlDocument *self,
                              GError     *error)
{
  const char *message = error != NULL ? error->message : NULL;
  gboolean is_known = g_strcmp0 (self->backup_error != NULL ? self->backup_error->message : NULL, message) == 0;

  g_clear_error (&self->backup_error);
  self->backup_error = error;
  if (!is_known)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BACKUP_ERROR]);
}

/**
 * tl_document_set_storage_error:
 * @self: a document
 * @message: (nullable): why the last edits did not reach the disk; %NULL when they did
 */
void
tl_document_set_storage_error (TlDocument *self,
                               const char *message)
{
  if (g_strcmp0 (self->storage_error, message) != 0)
    {
      g_free (self->storage_error);
      self->storage_error = g_strdup (message);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORAGE_ERROR]);
    }

  tl_document_update_saved (self);
}

/**
 * tl_document_emit_changed:
 * @self: a document
 * @entities: (element-type TlEntity): what was added, changed or removed
 */
void
tl_document_emit_changed (TlDocument *self,
                          GPtrArray  *entities)
{
  g_signal_emit (self, signals[CHANGED], 0, entities);
}

/**
 * tl_document_notify_steps:
 * @self: a document whose steps to undo or redo have changed
 */
void
tl_document_notify_steps (TlDocument *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = PROP_CAN_UNDO; i <= PROP_REDO_LABEL; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_document_hold_notices:
 * @entities: (element-type TlEntity): what is about to be refreshed
 *
 * Until tl_document_release_notices() nobody hears of their properties: not before the lists hold what those may
 * refer to.
 */
void
tl_document_hold_notices (GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    g_object_freeze_notify (g_ptr_array_index (entities, i));
}

/**
 * tl_document_release_notices:
 * @entities: (element-type TlEntity): what tl_document_hold_notices() was called with
 */
void
tl_document_release_notices (GPtrArray *entities)
{
  for (guint i = 0; i < entities->len; i++)
    g_object_thaw_notify (g_ptr_array_index (entities, i));
}
