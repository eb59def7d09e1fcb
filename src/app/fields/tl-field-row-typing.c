/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From letters to an edit.
 *
 * What is typed is not set letter by letter.  It is committed, as one step that can be undone, by Enter, when the
 * focus leaves the field, when the field is given to another entity and when the window closes; Esc brings back what
 * was there.  So Cancel never has anything to take back, and an edit is what a person would call one.
 *
 * What is not understood is never thrown away: it is marked, and when the field is given to another entity or the
 * window closes it stays a draft, which the next field that shows the same property shows again, marked.  Rejected:
 * holding the focus until it is right, which takes the window away from whoever has to look something up.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-drafts.h"
#include "tl-field-row-private.h"

/* A crash while somebody types loses nothing: the next opening restores what was kept.  What is typed for several
 * entities at once has no place of its own to be restored to. */
static void
keep_draft (TlFieldRow *self)
{
  g_autofree char *text = NULL;

  if (self->entities->len != 1)
    return;

  text = tl_field_text_dup_text (TL_FIELD_TEXT (self->editor));
  tl_document_keep_draft (self->document, tl_entity_get_id (tl_field_row_get_first (self)), self->property, text);
}

static void
drop_draft (TlFieldRow *self)
{
  if (self->entities->len == 1)
    tl_document_drop_draft (self->document, tl_entity_get_id (tl_field_row_get_first (self)), self->property);
}

static gboolean
close_request_cb (TlFieldRow *self)
{
  g_assert (TL_IS_FIELD_ROW (self));

  tl_field_row_commit (self);
  return GDK_EVENT_PROPAGATE;
}

/* The fields of a document that are typed in, by what they edit: a draft that somebody is typing is not for another
 * field to show. */
static GHashTable *
get_typed (TlDocument *document)
{
  static GQuark quark;
  GHashTable *typed;

  if (quark == 0)
    quark = g_quark_from_static_string ("tl-field-row-typed");

  typed = g_object_get_qdata (G_OBJECT (document), quark);
  if (typed == NULL)
    {
      typed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_object_set_qdata_full (G_OBJECT (document), quark, typed, (GDestroyNotify) g_hash_table_unref);
    }

  return typed;
}

static char *
dup_key (TlFieldRow *self)
{
  return g_strdup_printf ("%s/%s", tl_entity_get_id (tl_field_row_get_first (self)), self->property);
}

/* For its class only: closing the window ends the typing too. */
void
tl_field_row_watch_window (TlFieldRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!self->is_typing || self->window != NULL || !GTK_IS_WINDOW (root))
    return;

  g_set_weak_pointer (&self->window, GTK_WIDGET (root));
  g_signal_connect_object (root, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
}

static void
start_typing (TlFieldRow *self)
{
  self->is_typing = TRUE;
  if (self->entities->len == 1)
    {
      self->typed_key = dup_key (self);
      g_hash_table_replace (get_typed (self->document), g_strdup (self->typed_key), self);
    }
  tl_field_row_watch_window (self);
}

/* For its class only: what stands in the text is no longer this field's, but what did not become an edit stays a
 * draft. */
void
tl_field_row_leave_typing (TlFieldRow *self)
{
  self->is_typing = FALSE;
  self->is_resumed = FALSE;
  if (self->typed_key != NULL && g_hash_table_lookup (get_typed (self->document), self->typed_key) == self)
    g_hash_table_remove (get_typed (self->document), self->typed_key);
  g_clear_pointer (&self->typed_key, g_free);
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, close_request_cb, self);
  g_clear_weak_pointer (&self->window);
}

/* What stands in the text is no longer anybody's typing. */
void
tl_field_row_end_typing (TlFieldRow *self)
{
  if (self->is_typing)
    drop_draft (self);
  tl_field_row_leave_typing (self);
}

static void
typed_cb (TlFieldRow *self)
{
  g_assert (TL_IS_FIELD_ROW (self));

  tl_field_row_set_problem (self, NULL);
  tl_field_text_set_suffix (TL_FIELD_TEXT (self->editor), self->suffix);
  keep_draft (self);
  self->is_resumed = FALSE;
  if (!self->is_typing)
    start_typing (self);
}

static gboolean
read_text (TlFieldRow  *self,
           GValue      *value,
           GError     **error)
{
  g_autofree char *text = tl_field_text_dup_text (TL_FIELD_TEXT (self->editor));

  return tl_field_value_from_text (self->kind, text, self->suffix, (self->flags & TL_FIELD_MULTILINE) != 0, value,
                                   error);
}

static void
resume_text (TlFieldRow *self,
             const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  tl_field_text_set_text (TL_FIELD_TEXT (self->editor), text);
  start_typing (self);
  self->is_resumed = TRUE;
  if (read_text (self, &value, &error))
    tl_field_row_set_problem (self, _("This was typed but not finished. Enter keeps it, Esc brings back what was there."));
  else
    tl_field_row_set_problem (self, error->message);
}

/* For its class only: shows again what was typed for this entity and did not become an edit. */
void
tl_field_row_resume_typing (TlFieldRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;

  if (self->editor == NULL || !tl_field_row_is_typed (self) || self->is_typing || self->entities->len != 1 ||
      tl_document_get_read_only (self->document))
    return;

  text = tl_document_dup_draft (self->document, tl_entity_get_id (tl_field_row_get_first (self)), self->property);
  if (text == NULL)
    return;

  key = dup_key (self);
  if (!g_hash_table_contains (get_typed (self->document), key))
    resume_text (self, text);
}

static void
entered_cb (TlFieldRow *self)
{
  g_assert (TL_IS_FIELD_ROW (self));

  tl_field_row_commit (self);
}

static void
focus_left_cb (TlFieldRow *self)
{
  g_assert (TL_IS_FIELD_ROW (self));

  tl_field_row_commit (self);
}

static gboolean
key_pressed_cb (TlFieldRow      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  g_assert (TL_IS_FIELD_ROW (self));

  if (is_enter && (state & GDK_CONTROL_MASK) != 0)
    {
      tl_field_row_commit (self);
      return GDK_EVENT_STOP;
    }

  if (keyval != GDK_KEY_Escape || !self->is_typing)
    return GDK_EVENT_PROPAGATE;

  tl_field_row_end_typing (self);
  tl_field_row_show_value (self);
  return GDK_EVENT_STOP;
}

/* For its class only: text editors say when they have been typed in and when Enter was pressed. */
void
tl_field_row_watch_text (TlFieldRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (self->editor, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "entered", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
  gtk_widget_add_controller (self->editor, keys);
}

/**
 * tl_field_row_commit:
 * @self: a field
 *
 * Sets the property to what has been typed, if anything has.  What is not understood stays, with a sentence below, and
 * so does what was typed for an entity that is gone: it may come back by an undo.
 *
 * Returns: whether nothing is left to be set
 */
gboolean
tl_field_row_commit (TlFieldRow *self)
{
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (TL_IS_FIELD_ROW (self), FALSE);

  if (!self->is_typing)
    return TRUE;

  if (!read_text (self, &value, &error))
    {
      tl_field_row_set_problem (self, error->message);
      return FALSE;
    }
  if (!tl_field_row_set_value (self, &value))
    return FALSE;

  tl_field_row_end_typing (self);
  tl_field_row_show_value (self);
  return TRUE;
}
