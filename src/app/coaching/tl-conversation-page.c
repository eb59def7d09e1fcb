/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One conversation: what is asked, what has been said, and what stands beside it.
 *
 * The page holds on to identities only: an undo brings objects back as new ones, and may take the conversation or the
 * selected statement away while they are looked at.  The page hears of it a moment later, and a key may be sooner.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-conversation-page-private.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-into-goals-dialog.h"
#include "tl-print-worksheet.h"

enum
{
  PROP_SHOWS_NOTES = 1,
  PROP_SHOWS_FINDINGS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TlConversationPage, tl_conversation_page, GTK_TYPE_WIDGET)

/* The conversation as it is in the model now; NULL when it is gone */
TlConversation *
tl_conversation_page_get_conversation (TlConversationPage *self)
{
  TlEntity *entity = self->conversation != NULL
                     ? tl_model_lookup (tl_document_get_model (self->document), self->conversation) : NULL;

  return TL_IS_CONVERSATION (entity) ? TL_CONVERSATION (entity) : NULL;
}

static void
show_title (TlConversationPage *self,
            TlConversation     *conversation)
{
  g_autofree char *name = tl_entity_dup_display_name (TL_ENTITY (tl_conversation_get_person (conversation)));
  g_autofree char *date = tl_date_format (tl_conversation_get_date (conversation));
  /* Translators: the date of a conversation, and whom it was with */
  g_autofree char *title = g_strdup_printf (_("%s · \u2068%s\u2069"), date, name);

  gtk_label_set_label (self->title, title);
}

static void
show_talk (TlConversationPage *self,
           TlConversation     *conversation)
{
  if (tl_conversation_get_state (conversation) == TL_CONVERSATION_STATE_OPEN)
    {
      tl_question_view_show (self->question, conversation);
      gtk_stack_set_visible_child_name (self->talk, "question");
    }
  else
    {
      tl_closing_view_show (self->closing, conversation);
      gtk_stack_set_visible_child_name (self->talk, "closing");
    }
}

static void
update_actions (TlConversationPage *self,
                TlConversation     *conversation)
{
  gboolean is_writable = !tl_document_get_read_only (self->document);
  gboolean is_open = tl_conversation_get_state (conversation) == TL_CONVERSATION_STATE_OPEN;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversation.finish", is_writable && is_open);
  gtk_widget_set_visible (self->finish_button, is_writable && is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversation.resume", is_writable && !is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversation.remove", is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conversation.into-cascade", is_writable);
}

static void
refresh (TlConversationPage *self)
{
  TlConversation *conversation = tl_conversation_page_get_conversation (self);

  if (conversation == NULL)
    return;

  show_title (self, conversation);
  show_talk (self, conversation);
  tl_frame_view_set_conversation (self->frame, self->document, conversation);
  tl_conversation_page_update_side (self);
  update_actions (self, conversation);
}

static void
change_state (GtkWidget *widget,
              void      (*change) (TlDocument *, TlConversation *))
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (widget);
  TlConversation *conversation = tl_conversation_page_get_conversation (self);

  if (conversation == NULL)
    return;

  change (self->document, conversation);
  refresh (self);
  gtk_widget_grab_focus (widget);
}

static void
finish_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  change_state (widget, tl_conversation_edits_finish);
}

static void
resume_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  change_state (widget, tl_conversation_edits_resume);
}

static void
ask_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (widget);

  gtk_widget_activate_action (GTK_WIDGET (self->question), "question.ask", "s", g_variant_get_string (parameter, NULL));
}

/* What is being typed in a field belongs to what is printed or brought into the cascade.  The focus leaves the field,
 * which commits it, and comes back. */
static void
commit_field (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = NULL;

  g_set_weak_pointer (&focus, gtk_root_get_focus (root));
  gtk_root_set_focus (root, NULL);
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
  g_clear_weak_pointer (&focus);
}

static void
into_cascade_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (widget);
  TlConversation *conversation = tl_conversation_page_get_conversation (self);

  if (conversation == NULL)
    return;

  commit_field (widget);
  tl_into_goals_dialog_present (widget, self->document, conversation);
}

static void
worksheet_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (widget);
  TlConversation *conversation = tl_conversation_page_get_conversation (self);

  if (conversation == NULL)
    return;

  commit_field (widget);
  tl_print_worksheet_present (widget, self->document, conversation);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (widget);

  if (self->conversation != NULL)
    gtk_widget_activate_action (widget, "coaching.remove", "s", self->conversation);
}

static gboolean
tl_conversation_page_grab_focus (GtkWidget *widget)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (widget);

  return gtk_widget_grab_focus (gtk_stack_get_visible_child (self->talk));
}

static void
tl_conversation_page_unmap (GtkWidget *widget)
{
  tl_conversation_page_close_notes (TL_CONVERSATION_PAGE (widget));

  GTK_WIDGET_CLASS (tl_conversation_page_parent_class)->unmap (widget);
}

static void
tl_conversation_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (object);

  switch (prop_id)
    {
    case PROP_SHOWS_NOTES:
      g_value_set_boolean (value, self->side == TL_SIDE_NOTES);
      break;

    case PROP_SHOWS_FINDINGS:
      g_value_set_boolean (value, self->side == TL_SIDE_FINDINGS);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_conversation_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (object);

  switch (prop_id)
    {
    case PROP_SHOWS_NOTES:
      tl_conversation_page_toggle_side (self, TL_SIDE_NOTES, g_value_get_boolean (value));
      break;

    case PROP_SHOWS_FINDINGS:
      tl_conversation_page_toggle_side (self, TL_SIDE_FINDINGS, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
tl_conversation_page_dispose (GObject *object)
{
  TlConversationPage *self = TL_CONVERSATION_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->settings);
  g_clear_object (&self->document);
  g_clear_pointer (&self->conversation, g_free);
  g_clear_pointer (&self->statement, g_free);

  G_OBJECT_CLASS (tl_conversation_page_parent_class)->dispose (object);
}

static void
tl_conversation_page_class_init (TlConversationPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_conversation_page_get_property;
  object_class->set_property = tl_conversation_page_set_property;
  object_class->dispose = tl_conversation_page_dispose;
  widget_class->grab_focus = tl_conversation_page_grab_focus;
  widget_class->unmap = tl_conversation_page_unmap;

  /**
   * TlConversationPage:shows-notes:
   *
   * Whether the coach's own notes stand at the side.
   */
  properties[PROP_SHOWS_NOTES] =
    g_param_spec_boolean ("shows-notes", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * TlConversationPage:shows-findings:
   *
   * Whether what the frame tells stands at the side.
   */
  properties[PROP_SHOWS_FINDINGS] =
    g_param_spec_boolean ("shows-findings", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (TL_TYPE_CLOSING_VIEW);
  g_type_ensure (TL_TYPE_CONVERSATION_STAGE);
  g_type_ensure (TL_TYPE_FINDINGS_PANE);
  g_type_ensure (TL_TYPE_FRAME_VIEW);
  g_type_ensure (TL_TYPE_QUESTION_VIEW);
  g_type_ensure (TL_TYPE_STATEMENT_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-conversation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, title);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, talk);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, question);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, closing);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, finish_button);
  gtk_widget_class_bind_template_child (widget_class, TlConversationPage, frame);
  gtk_widget_class_install_action (widget_class, "conversation.finish", NULL, finish_cb);
  gtk_widget_class_install_action (widget_class, "conversation.resume", NULL, resume_cb);
  gtk_widget_class_install_action (widget_class, "conversation.ask", "s", ask_cb);
  gtk_widget_class_install_action (widget_class, "conversation.into-cascade", NULL, into_cascade_cb);
  gtk_widget_class_install_action (widget_class, "conversation.worksheet", NULL, worksheet_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "conversation.worksheet", NULL);
  gtk_widget_class_install_action (widget_class, "conversation.remove", NULL, remove_cb);
  tl_conversation_page_class_add_side (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "conversation");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_conversation_page_init (TlConversationPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->settings = g_settings_new (TL_APPLICATION_ID);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Conversation"), -1);
}

/**
 * tl_conversation_page_set_document:
 * @self: a page without a document
 * @document: what is edited
 */
void
tl_conversation_page_set_document (TlConversationPage *self,
                                   TlDocument         *document)
{
  g_return_if_fail (TL_IS_CONVERSATION_PAGE (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  tl_question_view_set_document (self->question, document);
  tl_closing_view_set_document (self->closing, document);
  tl_conversation_page_create_side (self);
}

/**
 * tl_conversation_page_show:
 * @self: a page with a document
 * @conversation: (nullable): a conversation of the document; %NULL for none
 *
 * Shows the conversation as it is now; to be called again when the model has changed.
 */
void
tl_conversation_page_show (TlConversationPage *self,
                           TlConversation     *conversation)
{
  const char *id = conversation != NULL ? tl_entity_get_id (TL_ENTITY (conversation)) : NULL;

  g_return_if_fail (TL_IS_CONVERSATION_PAGE (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (conversation == NULL || TL_IS_CONVERSATION (conversation));

  if (g_strcmp0 (id, self->conversation) != 0)
    {
      g_free (self->conversation);
      self->conversation = g_strdup (id);
      g_clear_pointer (&self->statement, g_free);
      tl_conversation_page_show_side (self, TL_SIDE_NOTHING);
    }

  refresh (self);
}
