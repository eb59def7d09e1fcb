/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside a conversation: what is known of the selected statement, what the frame
 * tells, or the coach's own notes.
 *
 * The notes are off each time a conversation is opened or left, and never there while private notes are hidden: the
 * person sits in front of the same screen.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-page-private.h"

#include <glib/gi18n-lib.h>

#include "tl-field-row.h"

#define HIDE_PRIVATE_NOTES "hide-private-notes"

static const struct
{
  const char *page;
  const char *title;
} sides[] = {
  [TL_SIDE_NOTHING] = { NULL, NULL },
  [TL_SIDE_STATEMENT] = { "statement", N_("Statement") },
  [TL_SIDE_FINDINGS] = { "findings", N_("What the Frame Tells") },
  [TL_SIDE_NOTES] = { "notes", N_("My Notes") },
};

static TlStatement *
find_statement (TlConversationPage *self)
{
  TlEntity *entity = self->statement != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), self->statement) : NULL;

  return TL_IS_STATEMENT (entity) ? TL_STATEMENT (entity) : NULL;
}

static gboolean
may_show_notes (TlConversationPage *self)
{
  return !g_settings_get_boolean (self->settings, HIDE_PRIVATE_NOTES);
}

/* What was asked for, as far as it can be shown now */
static TlSide
find_side (TlConversationPage *self)
{
  if (tl_conversation_page_get_conversation (self) == NULL)
    return TL_SIDE_NOTHING;
  if (self->side == TL_SIDE_STATEMENT && find_statement (self) == NULL)
    return TL_SIDE_NOTHING;
  if (self->side == TL_SIDE_NOTES && !may_show_notes (self))
    return TL_SIDE_NOTHING;

  return self->side;
}

/* Makes the side what it is to be now. */
void
tl_conversation_page_update_side (TlConversationPage *self)
{
  TlConversation *conversation = tl_conversation_page_get_conversation (self);

  self->side = find_side (self);
  gtk_widget_set_visible (self->notes_button, may_show_notes (self));
  gtk_widget_set_visible (self->side_box, self->side != TL_SIDE_NOTHING);
  /* A statement is looked at in the frame; everything else belongs to what is asked. */
  tl_conversation_stage_set_talk_yields (self->stage, self->side == TL_SIDE_STATEMENT);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversation.close-side", self->side != TL_SIDE_NOTHING);
  tl_statement_pane_show (self->statement_pane, self->side == TL_SIDE_STATEMENT ? find_statement (self) : NULL);
  if (self->side == TL_SIDE_FINDINGS)
    tl_findings_pane_show (self->findings_pane, conversation);
  tl_field_row_set_entity (TL_FIELD_ROW (self->notes), self->side == TL_SIDE_NOTES ? TL_ENTITY (conversation) : NULL);
  if (self->side == TL_SIDE_NOTHING)
    return;

  gtk_stack_set_visible_child_name (self->side_stack, sides[self->side].page);
  gtk_label_set_label (self->side_title, _(sides[self->side].title));
}

/* Shows something else at the side, or nothing. */
void
tl_conversation_page_show_side (TlConversationPage *self,
                                TlSide              side)
{
  gboolean had_focus = gtk_widget_get_focus_child (self->side_box) != NULL;

  self->side = side;
  tl_conversation_page_update_side (self);
  g_object_notify (G_OBJECT (self), "shows-notes");
  g_object_notify (G_OBJECT (self), "shows-findings");
  if (had_focus && self->side == TL_SIDE_NOTHING)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Shows @side, or stops to; it is no news about another side. */
void
tl_conversation_page_toggle_side (TlConversationPage *self,
                                  TlSide              side,
                                  gboolean            is_shown)
{
  if (is_shown)
    tl_conversation_page_show_side (self, side);
  else if (self->side == side)
    tl_conversation_page_show_side (self, TL_SIDE_NOTHING);
}

/* A statement is chosen in the frame, or none is: its fields are shown, but not in place of what somebody reads. */
void
tl_conversation_page_select (TlConversationPage *self,
                             const char         *statement)
{
  g_free (self->statement);
  self->statement = g_strdup (statement);
  tl_conversation_page_show_side (self, statement != NULL ? TL_SIDE_STATEMENT
                                        : self->side == TL_SIDE_STATEMENT ? TL_SIDE_NOTHING : self->side);
}

/* Whoever comes back to a conversation has to ask for the notes again. */
void
tl_conversation_page_close_notes (TlConversationPage *self)
{
  if (self->side == TL_SIDE_NOTES)
    tl_conversation_page_show_side (self, TL_SIDE_NOTHING);
}

static void
selected_cb (TlConversationPage *self)
{
  g_assert (TL_IS_CONVERSATION_PAGE (self));

  if (self->document != NULL)
    tl_conversation_page_select (self, tl_frame_view_get_selected (self->frame));
}

/* Somebody wants to say more about a statement than its words. */
static void
edit_statement_cb (TlConversationPage *self,
                   const char         *id)
{
  g_assert (TL_IS_CONVERSATION_PAGE (self));

  tl_conversation_page_select (self, id);
  gtk_widget_child_focus (GTK_WIDGET (self->statement_pane), GTK_DIR_TAB_FORWARD);
}

static void
close_side_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tl_conversation_page_show_side (TL_CONVERSATION_PAGE (widget), TL_SIDE_NOTHING);
}

static void
settings_changed_cb (TlConversationPage *self)
{
  g_assert (TL_IS_CONVERSATION_PAGE (self));

  if (self->conversation != NULL)
    tl_conversation_page_show_side (self, self->side);
}

/* For its class only */
void
tl_conversation_page_class_add_side (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, stage);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, notes_button);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, side_box);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, side_title);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, side_stack);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, statement_pane);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, findings_pane);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, notes_box);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_statement_cb);
  gtk_widget_class_install_property_action (widget_class, "conversation.notes", "shows-notes");
  gtk_widget_class_install_property_action (widget_class, "conversation.findings", "shows-findings");
  gtk_widget_class_install_action (widget_class, "conversation.close-side", NULL, close_side_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "conversation.close-side", NULL);
}

/* Makes what needs a document. */
void
tl_conversation_page_create_side (TlConversationPage *self)
{
  tl_statement_pane_set_document (self->statement_pane, self->document);
  tl_findings_pane_set_document (self->findings_pane, self->document);
  self->notes = tl_field_row_new (self->document, "private-notes", _("My Notes"),
                                  TL_FIELD_MULTILINE | TL_FIELD_NO_LABEL);
  tl_field_row_set_placeholder (TL_FIELD_ROW (self->notes), _("Only for you: never printed, shared or exported unless you ask for it then"));
  gtk_box_append (self->notes_box, self->notes);
  g_signal_connect_object (self->settings, "changed::" HIDE_PRIVATE_NOTES, G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
