/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps of one document that can be undone or done again, also after it was closed and opened.
 *
 * Each step leads from one state of the document to another.  The state that the document itself names decides
 * where in the chain of steps it stands, so that the two files never have to be written at once: a step is recorded
 * before the document is committed in its new state, and undoing writes nothing but the document, in its old state.
 * Killed at whatever moment, the document is in one of the two states, and each of them is in the chain.  Of several
 * steps that lead on from a state the youngest counts; what the document's state cannot be reached from is forgotten.
 *
 * A mark in the history for the present position was rejected: it would be wrong after every kill between the two.
 * So was keeping the steps in the document: they hold what was deleted, and go along with every copy that is shared.
 *
 * Nothing here ever fails an edit.  What cannot be written is kept in memory and written with the next step.
 */

#define G_LOG_DOMAIN "tl-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "tl-changeset.h"
#include "tl-history-private.h"

#define MAX_STEPS 200
#define MAX_BYTES (32 * 1024 * 1024)

struct _TlHistory
{
  TlHistoryFile *file;         /* NULL while steps are kept in memory only */
  GPtrArray     *steps;
  guint          position;     /* how many of the steps are done */

  TlStep        *begun;
  gboolean       continues;    /* whether the begun step takes the place of the last one */

  guint          max_steps;
  gsize          max_bytes;
};

/**
 * tl_step_dup_digest:
 * @self: a step
 * @changeset: what it did to the rows
 *
 * Returns: (transfer full): SHA-256 of everything that matters about the step
 */
char *
tl_step_dup_digest (TlStep *self,
                    GBytes *changeset)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *texts[] = { self->label, self->before, self->after };
  gsize length;
  const guchar *data = g_bytes_get_data (changeset, &length);

  /* With the byte that ends each of them, so that nothing can pass from one into the next. */
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_checksum_update (checksum, (const guchar *) texts[i], strlen (texts[i]) + 1);
  if (length > 0)
    g_checksum_update (checksum, data, length);

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * tl_step_new:
 * @label: what to call it
 * @before: the state before it
 * @after: the state after it
 * @changeset: what it did to the rows
 *
 * Returns: (transfer full): a step
 */
TlStep *
tl_step_new (const char *label,
             const char *before,
             const char *after,
             GBytes     *changeset)
{
  TlStep *self = g_new0 (TlStep, 1);

  self->label = g_strdup (label);
  self->before = g_strdup (before);
  self->after = g_strdup (after);
  self->changeset = g_bytes_ref (changeset);
  self->length = g_bytes_get_size (changeset);
  self->digest = tl_step_dup_digest (self, changeset);
  return self;
}

/**
 * tl_step_free:
 * @self: (transfer full): a step
 */
void
tl_step_free (TlStep *self)
{
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self->digest);
  g_free (self->subject);
  g_clear_pointer (&self->changeset, g_bytes_unref);
  g_free (self);
}

/* Takes the step that leads from or to @state out of @table, so that no step is used twice. */
static TlStep *
take (GHashTable *table,
      const char *state)
{
  TlStep *step = g_hash_table_lookup (table, state);

  g_hash_table_remove (table, state);
  return step;
}

/* Puts the steps in order that lead to @state, and those that lead on from it; the others are forgotten. */
static void
choose_chain (TlHistory  *self,
              GPtrArray  *found,
              const char *state)
{
  g_autoptr (GHashTable) by_after = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_before = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);
  TlStep *step;

  /* From the oldest to the youngest, which stays. */
  for (guint i = 0; i < found->len; i++)
    {
      step = g_ptr_array_index (found, i);
      g_hash_table_replace (by_after, step->after, step);
      g_hash_table_replace (by_before, step->before, step);
    }

  for (const char *at = state; (step = take (by_after, at)) != NULL; at = step->before)
    {
      g_ptr_array_insert (self->steps, 0, step);
      g_hash_table_add (chosen, step);
    }
  self->position = self->steps->len;

  for (const char *at = state; (step = take (by_before, at)) != NULL && g_hash_table_add (chosen, step);
       at = step->after)
    g_ptr_array_add (self->steps, step);

  for (guint i = 0; i < found->len; i++)
    {
      step = g_ptr_array_index (found, i);
      if (g_hash_table_contains (chosen, step))
        continue;

      tl_history_file_forget (self->file, step);
      tl_step_free (step);
    }
}

/**
 * tl_history_new:
 * @document_id: (nullable): which document; %NULL to keep steps in memory only
 * @state: the state it is in
 *
 * Returns: (transfer full): the steps around that state, those of an earlier session among them
 */
TlHistory *
tl_history_new (const char *document_id,
                const char *state)
{
  TlHistory *self = g_new0 (TlHistory, 1);
  g_autoptr (GPtrArray) found = NULL;

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_step_free);
  self->max_steps = MAX_STEPS;
  self->max_bytes = MAX_BYTES;
  if (document_id == NULL)
    return self;

  self->file = tl_history_file_new (document_id);
  found = tl_history_file_load (self->file);
  choose_chain (self, found, state);
  return self;
}

/**
 * tl_history_free:
 * @self: (transfer full): a history
 */
void
tl_history_free (TlHistory *self)
{
  tl_history_abandon_step (self);
  if (self->file != NULL)
    tl_history_file_write (self->file, self->steps);
  g_clear_pointer (&self->file, tl_history_file_free);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

static TlStep *
get_last_done (TlHistory *self)
{
  return self->position > 0 ? g_ptr_array_index (self->steps, self->position - 1) : NULL;
}

static TlStep *
get_next_undone (TlHistory *self)
{
  return self->position < self->steps->len ? g_ptr_array_index (self->steps, self->position) : NULL;
}

static void
drop_steps (TlHistory *self,
            guint      first,
            guint      n_steps)
{
  for (guint i = first; i < first + n_steps && self->file != NULL; i++)
    tl_history_file_forget (self->file, g_ptr_array_index (self->steps, i));

  if (n_steps > 0)
    g_ptr_array_remove_range (self->steps, first, n_steps);
}

/* The last step stays, however large it is. */
static void
trim (TlHistory *self)
{
  gsize n_bytes = 0;
  guint n_kept = 0;

  while (n_kept < self->steps->len && n_kept < self->max_steps)
    {
      TlStep *step = g_ptr_array_index (self->steps, self->steps->len - 1 - n_kept);

      n_bytes += step->length;
      if (n_kept > 0 && n_bytes > self->max_bytes)
        break;
      n_kept++;
    }

  self->position -= MIN (self->position, self->steps->len - n_kept);
  drop_steps (self, 0, self->steps->len - n_kept);
}

/**
 * tl_history_set_limits:
 * @self: a history
 * @max_steps: how many steps to keep
 * @max_bytes: how long they may be together; the last step is kept in any case
 */
void
tl_history_set_limits (TlHistory *self,
                       guint      max_steps,
                       gsize      max_bytes)
{
  self->max_steps = max_steps;
  self->max_bytes = max_bytes;
}

/* Whether a step is more of the typing that the last one was */
static gboolean
is_more_of (TlStep     *last,
            const char *label,
            const char *subject,
            const char *property)
{
  return last != NULL && last->property != NULL && property != NULL &&
         g_str_equal (last->property, property) &&
         g_strcmp0 (last->subject, subject) == 0 &&
         g_str_equal (last->label, label);
}

static void
record (TlHistory *self)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  if (self->file == NULL || self->begun->length == 0)
    return;

  for (guint i = 0; i < self->position; i++)
    g_ptr_array_add (steps, g_ptr_array_index (self->steps, i));
  g_ptr_array_add (steps, self->begun);
  tl_history_file_write (self->file, steps);
}

/**
 * tl_history_begin_step:
 * @self: a history
 * @label: what to call the step
 * @changeset: what it is about to do to the rows
 * @subject: (nullable): the identity of the only entity it changes
 * @property: (nullable): the only property of it that it changes, an interned string; %NULL when it is no typing
 * @state: the state the document is in before it
 *
 * Records a step that is about to be committed, or makes it part of the last one when it is more of the same typing.
 * Is followed by tl_history_finish_step() or tl_history_abandon_step().
 *
 * Returns: (transfer none): the state in which to commit the document; where typing has led back to what was there
 *   before, that is the state from then
 */
const char *
tl_history_begin_step (TlHistory  *self,
                       const char *label,
                       GBytes     *changeset,
                       const char *subject,
                       const char *property,
                       const char *state)
{
  TlStep *last = get_next_undone (self) == NULL ? get_last_done (self) : NULL;
  g_autoptr (GBytes) joined = NULL;
  g_autofree char *next = g_uuid_string_random ();

  g_assert (self->begun == NULL);

  self->continues = last != NULL && last->changeset != NULL && is_more_of (last, label, subject, property);
  joined = self->continues ? tl_changeset_join (last->changeset, changeset) : g_bytes_ref (changeset);

  self->begun = tl_step_new (label, self->continues ? last->before : state, next, joined);
  self->begun->subject = g_strdup (subject);
  self->begun->property = property;
  record (self);

  return self->begun->length > 0 ? self->begun->after : self->begun->before;
}

/**
 * tl_history_finish_step:
 * @self: a history with a step that was begun and is on the disk now
 */
void
tl_history_finish_step (TlHistory *self)
{
  TlStep *step = g_steal_pointer (&self->begun);

  g_return_if_fail (step != NULL);

  drop_steps (self, self->position, self->steps->len - self->position);
  if (self->continues)
    drop_steps (self, --self->position, 1);

  if (step->length == 0)
    {
      tl_step_free (step);
      return;
    }

  g_ptr_array_add (self->steps, step);
  self->position++;
  trim (self);
}

/**
 * tl_history_abandon_step:
 * @self: a history, perhaps with a step that was begun and did not reach the disk
 */
void
tl_history_abandon_step (TlHistory *self)
{
  TlStep *step = g_steal_pointer (&self->begun);

  if (step == NULL)
    return;

  if (self->file != NULL)
    tl_history_file_forget (self->file, step);
  tl_step_free (step);
}

/**
 * tl_history_end_typing:
 * @self: a history
 *
 * The next step does not continue the last one.
 */
void
tl_history_end_typing (TlHistory *self)
{
  TlStep *last = get_last_done (self);

  if (last != NULL)
    last->property = NULL;
}

/**
 * tl_history_get_undo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what the step to undo is called; %NULL when there is none
 */
const char *
tl_history_get_undo_label (TlHistory *self)
{
  TlStep *step = get_last_done (self);

  return step != NULL ? step->label : NULL;
}

/**
 * tl_history_get_redo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what the step to do again is called; %NULL when there is none
 */
const char *
tl_history_get_redo_label (TlHistory *self)
{
  TlStep *step = get_next_undone (self);

  return step != NULL ? step->label : NULL;
}

static GBytes *
load (TlHistory  *self,
      TlStep     *step,
      GError    **error)
{
  if (step->changeset == NULL)
    step->changeset = tl_history_file_read (self->file, step);

  if (step->changeset != NULL)
    return g_bytes_ref (step->changeset);

  g_set_error (error, TL_STORE_ERROR, TL_STORE_ERROR_IO,
               /* Translators: the name of a step, such as “Rename Goal” */
               _("“%s” was not kept well on this computer, so neither it nor what lies behind it can be undone or done "
                 "again. The document itself is as you see it."), step->label);
  return NULL;
}

/**
 * tl_history_load_undo:
 * @self: a history with a step to undo
 * @state: (out) (transfer none): the state the document is in when it is undone
 * @error: return location for a #TlStoreError
 *
 * When the step cannot be read, it is forgotten, with all before it.
 *
 * Returns: (transfer full): what the step did to the rows
 */
GBytes *
tl_history_load_undo (TlHistory   *self,
                      const char **state,
                      GError     **error)
{
  TlStep *step = get_last_done (self);
  GBytes *changeset;

  g_return_val_if_fail (step != NULL, NULL);

  *state = step->before;
  changeset = load (self, step, error);
  if (changeset == NULL)
    {
      drop_steps (self, 0, self->position);
      self->position = 0;
    }

  return changeset;
}

/**
 * tl_history_load_redo:
 * @self: a history with a step to do again
 * @state: (out) (transfer none): the state the document is in when it is done
 * @error: return location for a #TlStoreError
 *
 * When the step cannot be read, it is forgotten, with all after it.
 *
 * Returns: (transfer full): what the step did to the rows
 */
GBytes *
tl_history_load_redo (TlHistory   *self,
                      const char **state,
                      GError     **error)
{
  TlStep *step = get_next_undone (self);
  GBytes *changeset;

  g_return_val_if_fail (step != NULL, NULL);

  *state = step->after;
  changeset = load (self, step, error);
  if (changeset == NULL)
    drop_steps (self, self->position, self->steps->len - self->position);

  return changeset;
}

/**
 * tl_history_move_back:
 * @self: a history whose last step has been undone
 */
void
tl_history_move_back (TlHistory *self)
{
  g_return_if_fail (self->position > 0);

  /* Typing does not continue across an undo. */
  tl_history_end_typing (self);
  self->position--;
  tl_history_end_typing (self);
}

/**
 * tl_history_move_forward:
 * @self: a history whose last undone step has been done again
 */
void
tl_history_move_forward (TlHistory *self)
{
  g_return_if_fail (self->position < self->steps->len);

  tl_history_end_typing (self);
  self->position++;
  tl_history_end_typing (self);
}
