/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is being typed, kept on the disk until the field is done with, so that a crash does not take it.
 *
 * One small file holds all drafts of a document.  It is written whole, in a thread and at most twice a second, beside
 * its place and then moved there: a key press must never wait for a disk.  Keeping drafts in the document itself was
 * rejected: half a word is no edit, and it would travel with the file when that is sent to somebody.
 *
 * A draft is let go of only once the edit it became is on the disk.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "tl-date.h"
#include "tl-document-keep-private.h"
#include "tl-document-private.h"
#include "tl-drafts.h"

#define DRAFTS_FILE "drafts"

/* The form of the file: entity, property and text of each */
#define DRAFTS_TYPE "a(sss)"

/* No field holds more; a longer file was not written by us. */
#define MAX_BYTES (64 * 1024 * 1024)

/* How long after the first key press drafts are written, milliseconds */
#define WRITE_DELAY 500

struct _TlDrafts
{
  gatomicrefcount  ref_count;
  TlDocument      *document;      /* not ours; NULL once it is closed */
  char            *path;          /* NULL when there is nowhere to keep them */
  GPtrArray       *drafts;
  guint            source;
  guint            generation;    /* of what is in memory */

  GMutex           mutex;         /* guards what follows, and the file */
  guint            written;       /* the generation on the disk */
};

/* What a thread writes: it knows nothing of the document. */
typedef struct
{
  TlDrafts *drafts;
  GBytes   *bytes;
  guint     generation;
} TlWriting;

static void
draft_free (gpointer data)
{
  TlDraft *draft = data;

  g_free (draft->entity_id);
  g_free (draft->property);
  g_free (draft->text);
  g_free (draft);
}

static void
add_draft (GPtrArray  *drafts,
           const char *entity_id,
           const char *property,
           const char *text)
{
  TlDraft *draft = g_new0 (TlDraft, 1);

  draft->entity_id = g_strdup (entity_id);
  draft->property = g_strdup (property);
  draft->text = g_strdup (text);
  g_ptr_array_add (drafts, draft);
}

static void
tl_drafts_unref (TlDrafts *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->mutex);
  g_ptr_array_unref (self->drafts);
  g_free (self->path);
  g_free (self);
}

static void
writing_free (gpointer data)
{
  TlWriting *writing = data;

  tl_drafts_unref (writing->drafts);
  g_clear_pointer (&writing->bytes, g_bytes_unref);
  g_free (writing);
}

static void
read_drafts (TlDrafts *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariantIter) iter = NULL;
  const char *entity_id, *property, *text;
  GStatBuf info;
  char *contents;
  gsize length;

  if (self->path == NULL || g_lstat (self->path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > MAX_BYTES ||
      !g_file_get_contents (self->path, &contents, &length, NULL))
    return;

  bytes = g_bytes_new_take (contents, length);
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (DRAFTS_TYPE), bytes, FALSE));
  if (!g_variant_is_normal_form (variant))
    return;

  g_variant_get (variant, DRAFTS_TYPE, &iter);
  while (g_variant_iter_next (iter, "(&s&s&s)", &entity_id, &property, &text))
    add_draft (self->drafts, entity_id, property, text);
}

/**
 * tl_drafts_new:
 * @document: an open document
 *
 * Returns: (transfer full): its drafts, with those that were left
 */
TlDrafts *
tl_drafts_new (TlDocument *document)
{
  TlDrafts *self = g_new0 (TlDrafts, 1);
  g_autofree char *folder = tl_document_folder_get (tl_store_get_id (document->store), NULL);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->document = document;
  self->path = folder != NULL ? g_build_filename (folder, DRAFTS_FILE, NULL) : NULL;
  self->drafts = g_ptr_array_new_with_free_func (draft_free);
  read_drafts (self);
  return self;
}

static TlWriting *
take_writing (TlDrafts *self)
{
  TlWriting *writing = g_new0 (TlWriting, 1);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (DRAFTS_TYPE));
  g_autoptr (GVariant) variant = NULL;

  for (guint i = 0; i < self->drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (self->drafts, i);

      g_variant_builder_add (&builder, "(sss)", draft->entity_id, draft->property, draft->text);
    }

  g_atomic_ref_count_inc (&self->ref_count);
  writing->drafts = self;
  writing->generation = self->generation;
  if (self->drafts->len > 0)
    {
      variant = g_variant_ref_sink (g_variant_builder_end (&builder));
      writing->bytes = g_variant_get_data_as_bytes (variant);
    }
  return writing;
}

/* Two that come late overtake each other: the older one is then left out. */
static void
write_file (TlWriting *writing)
{
  TlDrafts *self = writing->drafts;
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&self->mutex);
  if (writing->generation > self->written)
    {
      if (writing->bytes == NULL)
        g_unlink (self->path);
      else if (!g_file_set_contents_full (self->path, g_bytes_get_data (writing->bytes, NULL),
                                          g_bytes_get_size (writing->bytes),
                                          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error))
        g_debug ("What is being typed could not be kept: %s", error->message);
      self->written = writing->generation;
    }
  g_mutex_unlock (&self->mutex);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source_object,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  write_file (task_data);
  g_task_return_boolean (task, TRUE);
}

static gboolean
write_cb (gpointer user_data)
{
  TlDrafts *self = user_data;
  g_autoptr (GTask) task = NULL;

  /* The edit that a draft became has not reached the disk: the draft is all there is. */
  if (tl_document_has_pending (self->document))
    return G_SOURCE_CONTINUE;

  self->source = 0;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_source_tag (task, write_cb);
  g_task_set_task_data (task, take_writing (self), writing_free);
  g_task_run_in_thread (task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
note_change (TlDrafts *self)
{
  self->generation++;
  if (self->source == 0 && self->path != NULL)
    self->source = g_timeout_add (WRITE_DELAY, write_cb, self);
}

/**
 * tl_drafts_close:
 * @self: (transfer full): the drafts of a document that is being closed
 *
 * What has changed is written before this returns, also when a thread was going to do it: the program may end before
 * that thread begins.
 */
void
tl_drafts_close (TlDrafts *self)
{
  if (self->path != NULL && !tl_document_has_pending (self->document))
    {
      TlWriting *writing = take_writing (self);

      write_file (writing);
      writing_free (writing);
    }

  g_clear_handle_id (&self->source, g_source_remove);
  self->document = NULL;
  tl_drafts_unref (self);
}

/* A document that can only be read has none: what is being typed into it elsewhere is somebody else's. */
static TlDrafts *
get_drafts (TlDocument *document)
{
  if (document->drafts == NULL && !tl_document_get_read_only (document))
    document->drafts = tl_drafts_new (document);

  return document->drafts;
}

static gboolean
find_draft (TlDrafts   *self,
            const char *entity_id,
            const char *property,
            guint      *position)
{
  for (guint i = 0; i < self->drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (self->drafts, i);

      if (g_str_equal (draft->entity_id, entity_id) && g_str_equal (draft->property, property))
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * tl_document_keep_draft:
 * @self: an open document
 * @entity_id: the entity whose property is being typed, or a name such as "quick-add"
 * @property: its property
 * @text: what stands in the field
 *
 * Keeps what is being typed; called at each change.  Within a second it is on the disk.
 */
void
tl_document_keep_draft (TlDocument *self,
                        const char *entity_id,
                        const char *property,
                        const char *text)
{
  TlDrafts *drafts;
  TlDraft *draft;
  guint position;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL && property != NULL && text != NULL);

  drafts = get_drafts (self);
  if (drafts == NULL)
    return;

  if (!find_draft (drafts, entity_id, property, &position))
    {
      add_draft (drafts->drafts, entity_id, property, text);
      note_change (drafts);
      return;
    }

  draft = g_ptr_array_index (drafts->drafts, position);
  if (g_str_equal (draft->text, text))
    return;

  g_free (draft->text);
  draft->text = g_strdup (text);
  note_change (drafts);
}

/**
 * tl_document_drop_draft:
 * @self: an open document
 * @entity_id: as tl_document_keep_draft() was called with
 * @property: likewise
 *
 * Lets go of what was being typed: it has become an edit, or is not wanted any more.
 */
void
tl_document_drop_draft (TlDocument *self,
                        const char *entity_id,
                        const char *property)
{
  TlDrafts *drafts;
  guint position;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (entity_id != NULL && property != NULL);

  drafts = get_drafts (self);
  if (drafts == NULL || !find_draft (drafts, entity_id, property, &position))
    return;

  g_ptr_array_remove_index (drafts->drafts, position);
  note_change (drafts);
}

/**
 * tl_document_dup_drafts:
 * @self: an open document
 *
 * Returns: (transfer full) (element-type TlDraft): what is being typed, and what was when the program last ended
 */
GPtrArray *
tl_document_dup_drafts (TlDocument *self)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (draft_free);
  TlDrafts *drafts;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), copies);

  drafts = get_drafts (self);
  for (guint i = 0; drafts != NULL && i < drafts->drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (drafts->drafts, i);

      add_draft (copies, draft->entity_id, draft->property, draft->text);
    }

  return copies;
}

/**
 * tl_document_dup_draft:
 * @self: an open document
 * @entity_id: as tl_document_keep_draft() was called with
 * @property: likewise
 *
 * Returns: (transfer full) (nullable): what was typed there and has become no edit
 */
char *
tl_document_dup_draft (TlDocument *self,
                       const char *entity_id,
                       const char *property)
{
  TlDrafts *drafts;
  guint position;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (entity_id != NULL && property != NULL, NULL);

  drafts = get_drafts (self);
  if (drafts == NULL || !find_draft (drafts, entity_id, property, &position))
    return NULL;

  return g_strdup (((TlDraft *) g_ptr_array_index (drafts->drafts, position))->text);
}

/* What a field of that type would make of the text; %FALSE when it would not take it. */
static gboolean
parse_text (const TlField *field,
            const char    *text,
            GValue        *value)
{
  g_value_init (value, G_PARAM_SPEC_VALUE_TYPE (field->pspec));
  if (field->type == TL_FIELD_STRING)
    {
      g_value_set_string (value, text);
      return TRUE;
    }

  if (field->type == TL_FIELD_DOUBLE)
    {
      char *end;
      double number = strtod (text, &end);

      if (*text == '\0')
        number = NAN;
      g_value_set_double (value, number);
      if (*text == '\0')
        return tl_param_spec_takes_number (field->pspec, NAN);
      return end != text && *end == '\0' && isfinite (number) && tl_param_spec_takes_number (field->pspec, number);
    }

  if (field->type == TL_FIELD_DATE)
    {
      TlDate date = tl_date_from_string (text);

      g_value_take_boxed (value, tl_date_to_gdate (date));
      return *text == '\0' || date != TL_DATE_NONE;
    }

  return FALSE;
}

static const TlField *
find_field (TlEntity   *entity,
            const char *property)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (entity), &n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      if (g_str_equal (fields[i].pspec->name, property))
        return &fields[i];
    }

  return NULL;
}

/* GLib takes any number for equal to NAN, and two dates for different because they are two. */
static gboolean
is_same (const TlField *field,
         const GValue  *one,
         const GValue  *other)
{
  if (field->type == TL_FIELD_DOUBLE && isnan (g_value_get_double (one)) != isnan (g_value_get_double (other)))
    return FALSE;
  if (field->type == TL_FIELD_DATE)
    return tl_date_from_gdate (g_value_get_boxed (one)) == tl_date_from_gdate (g_value_get_boxed (other));

  return g_param_values_cmp (field->pspec, one, other) == 0;
}

/* Whether the draft is done with; *@changed says whether that changed anything. */
static gboolean
apply_draft (TlDocument    *self,
             const TlDraft *draft,
             gboolean      *changed)
{
  TlEntity *entity = tl_model_lookup (self->model, draft->entity_id);
  const TlField *field;
  g_auto (GValue) value = G_VALUE_INIT;
  g_auto (GValue) present = G_VALUE_INIT;

  *changed = FALSE;
  if (entity == NULL)
    /* What was being typed about is gone; a draft of no entity, such as a new goal's line, waits for its field. */
    return g_uuid_string_is_valid (draft->entity_id);

  field = find_field (entity, draft->property);
  if (field == NULL || !parse_text (field, draft->text, &value))
    return FALSE;

  g_value_init (&present, G_VALUE_TYPE (&value));
  g_object_get_property (G_OBJECT (entity), field->pspec->name, &present);
  *changed = !is_same (field, &value, &present);
  if (*changed)
    g_object_set_property (G_OBJECT (entity), field->pspec->name, &value);
  return TRUE;
}

/**
 * tl_document_apply_drafts:
 * @self: a document that has just been opened
 *
 * Makes an edit of what was being typed when the program last ended without finishing it: one step that can be
 * undone.  What no field would take, and what belongs to no entity, stays a draft for the field to show.
 *
 * Returns: how many properties were changed by that
 */
guint
tl_document_apply_drafts (TlDocument *self)
{
  g_autoptr (GPtrArray) drafts = NULL;
  guint n_applied = 0;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), 0);

  if (tl_document_get_read_only (self))
    return 0;

  drafts = tl_document_dup_drafts (self);
  if (drafts->len == 0)
    return 0;

  tl_document_begin_group (self, _("Restore Unfinished Typing"));
  for (guint i = 0; i < drafts->len; i++)
    {
      TlDraft *draft = g_ptr_array_index (drafts, i);
      gboolean changed;

      if (apply_draft (self, draft, &changed))
        tl_document_drop_draft (self, draft->entity_id, draft->property);
      n_applied += changed;
    }
  tl_document_finish_group (self);

  return n_applied;
}
