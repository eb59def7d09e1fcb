/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing in a cell of the outline: a text takes the place of the label for as long as it lasts.
 *
 * Enter and leaving the cell take over what is written, Esc does not, and what cannot be taken stays, marked.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-outline-cell-private.h"

static void
set_error (TlOutlineCell *self,
           const char    *reason)
{
  gtk_widget_set_tooltip_text (self->editor, reason);
  if (reason != NULL)
    gtk_widget_add_css_class (self->editor, "error");
  else
    gtk_widget_remove_css_class (self->editor, "error");
}

/* Ends editing, unless what is written there cannot be taken. */
void
tl_outline_cell_leave (TlOutlineCell  *self,
                       TlOutlineLeave  how)
{
  gboolean is_done = TRUE;

  if (self->editor == NULL || self->is_stopping)
    return;

  self->is_stopping = TRUE;
  if (how != TL_OUTLINE_LEAVE_CANCEL)
    g_signal_emit_by_name (self, "commit", gtk_editable_get_text (GTK_EDITABLE (self->editor)), &is_done);
  self->is_stopping = FALSE;

  if (!is_done)
    return;

  tl_outline_cell_stop (self);
  g_signal_emit_by_name (self, "left", (int) how);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  TlOutlineCell *self = user_data;

  switch (keyval)
    {
    case GDK_KEY_Escape:
      tl_outline_cell_leave (self, TL_OUTLINE_LEAVE_CANCEL);
      return GDK_EVENT_STOP;

    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      tl_outline_cell_leave (self, TL_OUTLINE_LEAVE_NEXT);
      return GDK_EVENT_STOP;

    case GDK_KEY_ISO_Left_Tab:
      tl_outline_cell_leave (self, TL_OUTLINE_LEAVE_PREVIOUS);
      return GDK_EVENT_STOP;

    case GDK_KEY_Up:
    case GDK_KEY_Down:
      /* Else the list takes the focus away in the middle of a word. */
      return (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0;

    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
activate_cb (TlOutlineCell *self)
{
  g_assert (TL_IS_OUTLINE_CELL (self));

  tl_outline_cell_leave (self, TL_OUTLINE_LEAVE_STAY);
}

static void
focus_left_cb (TlOutlineCell *self)
{
  g_assert (TL_IS_OUTLINE_CELL (self));

  tl_outline_cell_leave (self, TL_OUTLINE_LEAVE_STAY);
}

static void
typed_cb (TlOutlineCell *self)
{
  g_assert (TL_IS_OUTLINE_CELL (self));

  set_error (self, NULL);
  g_signal_emit_by_name (self, "typed", gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

/**
 * tl_outline_cell_get_editing:
 * @self: a cell
 *
 * Returns: whether somebody is writing in it
 */
gboolean
tl_outline_cell_get_editing (TlOutlineCell *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_CELL (self), FALSE);

  return self->editor != NULL;
}

/**
 * tl_outline_cell_get_text:
 * @self: a cell that is edited
 *
 * Returns: (transfer none) (nullable): what is written there so far
 */
const char *
tl_outline_cell_get_text (TlOutlineCell *self)
{
  g_return_val_if_fail (TL_IS_OUTLINE_CELL (self), NULL);

  return self->editor != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->editor)) : NULL;
}

static const char *
name_column (TlOutlineColumn column)
{
  switch (column)
    {
    case TL_OUTLINE_OWNER:
      return _("Owner");
    case TL_OUTLINE_DUE:
      return _("Due");
    case TL_OUTLINE_TITLE:
    case TL_OUTLINE_MEASURES:
    case TL_OUTLINE_ATTAINMENT:
    case TL_OUTLINE_HEALTH:
    default:
      return _("Title");
    }
}

/**
 * tl_outline_cell_edit:
 * @self: a cell with a row
 * @text: what to begin with
 *
 * Lets somebody write in the cell; ends with the signals commit and left.
 */
void
tl_outline_cell_edit (TlOutlineCell *self,
                      const char    *text)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_return_if_fail (TL_IS_OUTLINE_CELL (self));
  g_return_if_fail (self->label != NULL && self->item != NULL);
  g_return_if_fail (self->editor == NULL);

  /* A bare text is left out of what the platform exports to those who do not see it; an entry is not. */
  self->editor = gtk_entry_new ();
  gtk_entry_set_has_frame (GTK_ENTRY (self->editor), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_widget_set_hexpand (self->editor, TRUE);
  gtk_widget_add_css_class (self->editor, "outline-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name_column (self->column), -1);
  gtk_widget_insert_after (self->editor, GTK_WIDGET (self), self->label);
  gtk_widget_set_visible (self->label, FALSE);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, 0);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->editor, keys);
  g_signal_connect_object (self->editor, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->editor);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->editor, focus);
}

/**
 * tl_outline_cell_stop:
 * @self: a cell
 *
 * Shows the text again in place of the editor, whatever is written there.
 */
void
tl_outline_cell_stop (TlOutlineCell *self)
{
  GtkWidget *line;
  gboolean had_focus;

  g_return_if_fail (TL_IS_OUTLINE_CELL (self));

  if (self->editor == NULL)
    return;

  self->is_stopping = TRUE;
  had_focus = (gtk_widget_get_state_flags (self->editor) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
  line = tl_outline_cell_get_line (self);
  gtk_widget_set_visible (self->label, TRUE);
  if (had_focus && line != NULL)
    gtk_widget_grab_focus (line);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  self->is_stopping = FALSE;
}

/**
 * tl_outline_cell_refuse:
 * @self: a cell that is edited
 * @reason: why what is written there cannot be taken, in a sentence
 *
 * Marks what is written; it stays to be put right.
 */
void
tl_outline_cell_refuse (TlOutlineCell *self,
                        const char    *reason)
{
  g_return_if_fail (TL_IS_OUTLINE_CELL (self));
  g_return_if_fail (self->editor != NULL);

  set_error (self, reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
}
