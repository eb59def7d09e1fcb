/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What else could be asked: every question that is open or was skipped, to go on with any of them, and what has been
 * answered already.  How many are open is said in words; there is no bar to be filled. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-question-view-private.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"

/* Every question that stands now, in the order of asking */
GPtrArray *
tl_question_view_list (TlQuestionView *self)
{
  g_autoptr (TlQuestionFlow) flow = tl_question_view_create_flow (self);

  return flow != NULL ? tl_question_flow_list (flow) : g_ptr_array_new ();
}

static guint
count (TlQuestionFlow  *flow,
       TlQuestionState  state)
{
  return flow != NULL ? tl_question_flow_count (flow, state) : 0;
}

/* Says how many questions of @flow, NULL for none, are open. */
void
tl_question_view_update_threads (TlQuestionView *self,
                                 TlQuestionFlow *flow)
{
  guint n_open = count (flow, TL_QUESTION_OPEN);
  guint n_skipped = count (flow, TL_QUESTION_SKIPPED);
  g_autofree char *open = NULL;
  g_autofree char *skipped = NULL;
  g_autofree char *text = NULL;

  open = n_open > 0 ? g_strdup_printf (ngettext ("%u question still open", "%u questions still open", n_open), n_open)
                    : g_strdup (_("No question open"));
  /* Translators: how many questions were skipped */
  skipped = g_strdup_printf (ngettext ("%u skipped", "%u skipped", n_skipped), n_skipped);
  text = n_skipped > 0 ? g_strdup_printf ("%s · %s", open, skipped) : g_strdup (open);
  gtk_label_set_label (self->threads_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->threads), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->threads), n_open + n_skipped + count (flow, TL_QUESTION_ANSWERED) > 1);
}

static const char *
say_state (TlQuestionState state)
{
  switch (state)
    {
    case TL_QUESTION_OPEN:
      return _("Open");

    case TL_QUESTION_ANSWERED:
      return _("Answered");

    case TL_QUESTION_SKIPPED:
      return _("Skipped");
    }

  g_assert_not_reached ();
}

static GtkWidget *
create_row (const TlQuestion *question)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_label_new (question->text);
  GtkWidget *state = gtk_label_new (say_state (question->state));
  g_autofree char *name = g_strdup_printf ("%s, %s", question->text, say_state (question->state));

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (state), 0);
  gtk_widget_set_css_classes (state, (const char *[]) { "caption", "dim-label", NULL });
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), state);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "entity");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", question->key);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "question.ask");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

/* Lists the questions, what is open first, when somebody looks at them. */
void
tl_question_view_fill_threads (TlQuestionView *self)
{
  static const TlQuestionState order[] = { TL_QUESTION_OPEN, TL_QUESTION_SKIPPED, TL_QUESTION_ANSWERED };

  g_autoptr (GPtrArray) list = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->threads_list, 0)) != NULL)
    gtk_list_box_remove (self->threads_list, GTK_WIDGET (row));
  if (tl_question_view_get_conversation (self) == NULL)
    return;

  list = tl_question_view_list (self);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint j = 0; j < list->len; j++)
        {
          const TlQuestion *question = g_ptr_array_index (list, j);

          if (question->state == order[i])
            gtk_list_box_append (self->threads_list, create_row (question));
        }
    }
}

/* A question that was skipped comes back by being asked. */
static void
ask_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  TlQuestionView *self = TL_QUESTION_VIEW (widget);
  TlConversation *conversation = tl_question_view_get_conversation (self);
  const char *key = g_variant_get_string (parameter, NULL);

  gtk_popover_popdown (self->threads_popover);
  if (conversation == NULL)
    return;

  tl_conversation_edits_come_back (self->document, conversation, key);
  tl_question_view_ask (self, key);
  gtk_widget_grab_focus (widget);
}

/* For its class only */
void
tl_question_view_class_add_threads (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "question.ask", "s", ask_cb);
}
