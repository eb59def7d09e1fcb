/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The coaching lens: the conversations with the subject, or one of them.
 *
 * Which of the two is shown is told by the navigator, so that going back leads from a conversation to the list, and
 * from another lens into the conversation again.  A conversation that is removed while it is open makes room for the
 * list.  While the lens is not looked at nothing is worked out.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-coaching-view.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-conversation-lists.h"
#include "tl-conversation-page.h"
#include "tl-conversations-page.h"
#include "tl-goal.h"
#include "tl-print-worksheet.h"
#include "tl-own-cues-dialog.h"
#include "tl-start-dialog.h"
#include "tl-undo-toast.h"

struct _TlCoachingView
{
  GtkWidget parent_instance;

  TlDocument          *document;
  TlNavigator         *navigator;
  gboolean             is_stale;        /* the model has changed while nobody looked */

  GtkStack            *pages;
  TlConversationsPage *list_page;
  TlConversationPage  *page;
};

G_DEFINE_FINAL_TYPE (TlCoachingView, tl_coaching_view, GTK_TYPE_WIDGET)

/* Whose conversations: of the subject, or of whoever owns the goal that is the subject */
static TlPerson *
get_person (TlCoachingView *self)
{
  TlEntity *subject = tl_navigator_get_subject (self->navigator);
  TlParty *owner = TL_IS_GOAL (subject) ? tl_goal_get_owner (TL_GOAL (subject)) : NULL;

  if (TL_IS_PERSON (owner))
    return TL_PERSON (owner);

  return TL_IS_PERSON (subject) ? TL_PERSON (subject) : NULL;
}

static TlConversation *
get_conversation (TlCoachingView *self)
{
  TlEntity *page = tl_navigator_get_page (self->navigator);

  return TL_IS_CONVERSATION (page) ? TL_CONVERSATION (page) : NULL;
}

static void
update_actions (TlCoachingView *self)
{
  gboolean is_writable = !tl_document_get_read_only (self->document);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coaching.start", is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coaching.remove", is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coaching.done", is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "coaching.let-go", is_writable);
}

static void
refresh (TlCoachingView *self)
{
  TlConversation *conversation = get_conversation (self);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  GtkWidget *shown = conversation != NULL ? GTK_WIDGET (self->page) : GTK_WIDGET (self->list_page);
  gboolean is_other = gtk_stack_get_visible_child (self->pages) != shown;

  g_assert (TL_IS_COACHING_VIEW (self));

  self->is_stale = FALSE;
  update_actions (self);
  tl_conversation_page_show (self->page, conversation);
  if (conversation == NULL)
    tl_conversations_page_show (self->list_page, get_person (self));
  if (!is_other)
    return;

  gtk_stack_set_visible_child (self->pages, shown);
  if (had_focus)
    gtk_widget_grab_focus (shown);
}

static void
changed_cb (TlCoachingView *self)
{
  g_assert (TL_IS_COACHING_VIEW (self));

  self->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    refresh (self);
}

static void
moved_cb (TlCoachingView *self)
{
  g_assert (TL_IS_COACHING_VIEW (self));

  self->is_stale = TRUE;
  if (tl_navigator_get_lens (self->navigator) == TL_LENS_COACHING)
    refresh (self);
}

static void
blank_worksheet_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  TlPerson *person = get_person (TL_COACHING_VIEW (widget));

  tl_print_worksheet_present_blank (widget, person != NULL ? tl_party_get_name (TL_PARTY (person)) : NULL);
}

static gpointer
find_entity (TlCoachingView *self,
             GVariant       *parameter,
             GType           type)
{
  TlEntity *entity = tl_model_lookup (tl_document_get_model (self->document), g_variant_get_string (parameter, NULL));

  return entity != NULL && G_TYPE_CHECK_INSTANCE_TYPE (entity, type) ? entity : NULL;
}

static void
start_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlCoachingView *self = TL_COACHING_VIEW (widget);

  tl_start_dialog_present (widget, self->document, get_person (self));
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlCoachingView *self = TL_COACHING_VIEW (widget);
  TlConversation *conversation = find_entity (self, parameter, TL_TYPE_CONVERSATION);

  if (conversation == NULL)
    return;

  tl_coaching_view_open (self->navigator, conversation);
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
leave_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  TlCoachingView *self = TL_COACHING_VIEW (widget);

  tl_navigator_close_page (self->navigator);
  gtk_widget_grab_focus (GTK_WIDGET (self->list_page));
}

static void
cues_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  tl_own_cues_dialog_present (widget);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TlCoachingView *self = TL_COACHING_VIEW (widget);
  TlConversation *conversation = find_entity (self, parameter, TL_TYPE_CONVERSATION);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (conversation == NULL)
    return;

  date = tl_date_format (tl_conversation_get_date (conversation));
  tl_conversation_edits_remove_conversation (self->document, conversation);
  /* Translators: a date */
  text = g_strdup_printf (_("Conversation of %s removed"), date);
  tl_undo_toast_show (widget, self->document, text);
}

/* What became of something agreed; said with a way back, because the row goes with it. */
static void
set_action_state (TlCoachingView *self,
                  GVariant       *parameter,
                  TlActionState   state,
                  const char     *step,
                  const char     *text)
{
  TlStatement *statement = find_entity (self, parameter, TL_TYPE_STATEMENT);

  if (statement == NULL)
    return;

  tl_document_begin_group (self->document, step);
  tl_statement_set_action_state (statement, state);
  tl_document_finish_group (self->document);
  tl_undo_toast_show (GTK_WIDGET (self), self->document, text);
}

static void
done_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  set_action_state (TL_COACHING_VIEW (widget), parameter, TL_ACTION_STATE_DONE, _("Mark as Done"), _("Marked as done"));
}

static void
let_go_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  set_action_state (TL_COACHING_VIEW (widget), parameter, TL_ACTION_STATE_LET_GO, _("Let Go"), _("Let go"));
}

static gboolean
tl_coaching_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_stack_get_visible_child (TL_COACHING_VIEW (widget)->pages));
}

static void
tl_coaching_view_map (GtkWidget *widget)
{
  TlCoachingView *self = TL_COACHING_VIEW (widget);

  if (self->is_stale)
    refresh (self);

  GTK_WIDGET_CLASS (tl_coaching_view_parent_class)->map (widget);
}

static void
tl_coaching_view_dispose (GObject *object)
{
  TlCoachingView *self = TL_COACHING_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->navigator);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (tl_coaching_view_parent_class)->dispose (object);
}

static void
tl_coaching_view_class_init (TlCoachingViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_coaching_view_dispose;
  widget_class->grab_focus = tl_coaching_view_grab_focus;
  widget_class->map = tl_coaching_view_map;

  g_type_ensure (TL_TYPE_CONVERSATIONS_PAGE);
  g_type_ensure (TL_TYPE_CONVERSATION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/throughline/Throughline/ui/tl-coaching-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TlCoachingView, pages);
  gtk_widget_class_bind_template_child (widget_class, TlCoachingView, list_page);
  gtk_widget_class_bind_template_child (widget_class, TlCoachingView, page);
  gtk_widget_class_install_action (widget_class, "coaching.start", NULL, start_cb);
  gtk_widget_class_install_action (widget_class, "coaching.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "coaching.leave", NULL, leave_cb);
  gtk_widget_class_install_action (widget_class, "coaching.blank-worksheet", NULL, blank_worksheet_cb);
  gtk_widget_class_install_action (widget_class, "coaching.cues", NULL, cues_cb);
  gtk_widget_class_install_action (widget_class, "coaching.remove", "s", remove_cb);
  gtk_widget_class_install_action (widget_class, "coaching.done", "s", done_cb);
  gtk_widget_class_install_action (widget_class, "coaching.let-go", "s", let_go_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "coaching");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tl_coaching_view_init (TlCoachingView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Coaching"), -1);
}

/**
 * tl_coaching_view_set_source:
 * @self: a view without a source
 * @document: what is edited
 * @insight: what is known of its model
 * @navigator: what the window is about
 *
 * Shows the conversations of @document.
 */
void
tl_coaching_view_set_source (TlCoachingView *self,
                             TlDocument     *document,
                             TlInsight      *insight,
                             TlNavigator    *navigator)
{
  g_return_if_fail (TL_IS_COACHING_VIEW (self));
  g_return_if_fail (self->document == NULL);

  self->document = g_object_ref (document);
  self->navigator = g_object_ref (navigator);
  tl_conversations_page_set_document (self->list_page, document);
  tl_conversation_page_set_document (self->page, document);

  g_signal_connect_object (insight, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (navigator, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::read-only", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->is_stale = TRUE;
  update_actions (self);
}

/**
 * tl_coaching_view_set_narrow:
 * @self: a view
 * @is_narrow: whether the window is small, so that the question is set a little smaller to leave the answer in view
 */
void
tl_coaching_view_set_narrow (TlCoachingView *self,
                             gboolean        is_narrow)
{
  g_return_if_fail (TL_IS_COACHING_VIEW (self));

  if (is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/**
 * tl_coaching_view_open:
 * @navigator: what a window is about
 * @conversation: a conversation of its model
 *
 * Goes to the conversation, from whatever lens; the person it is with becomes the subject.
 */
void
tl_coaching_view_open (TlNavigator    *navigator,
                       TlConversation *conversation)
{
  g_return_if_fail (TL_IS_NAVIGATOR (navigator));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  tl_navigator_open_page (navigator, TL_LENS_COACHING, TL_ENTITY (tl_conversation_get_person (conversation)),
                          TL_ENTITY (conversation));
}
