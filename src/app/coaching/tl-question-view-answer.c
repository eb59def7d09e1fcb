/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what stands in the answer to an edit of the conversation: keep, skip, back.
 *
 * An empty answer is no mistake: it is said, and nothing happens.
 */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-question-view-private.h"

#include <glib/gi18n-lib.h>

#include "tl-coaching-data.h"
#include "tl-conversation-edits.h"
#include "tl-drafts.h"
#include "tl-typed-date.h"
#include "tl-window.h"

static TlStatement *
find_about (TlQuestionView *self)
{
  TlEntity *about = self->question->about != NULL
                    ? tl_model_lookup (tl_document_get_model (self->document), self->question->about) : NULL;

  return TL_IS_STATEMENT (about) ? TL_STATEMENT (about) : NULL;
}

static TlAnswerLink
get_link (const TlQuestion *question)
{
  if (question->about == NULL || question->answer != TL_ANSWER_STATEMENT)
    return TL_ANSWER_LINK_NONE;
  if (question->loop)
    return TL_ANSWER_LINK_LOOP;

  return question->answer_helps ? TL_ANSWER_LINK_HELPS : TL_ANSWER_LINK_HELPED_BY;
}

/* Once the answer is an edit, its draft has done its work. */
static void
drop_draft (TlQuestionView *self)
{
  g_autofree char *name = g_strconcat (TL_QUESTION_DRAFT, self->question->key, NULL);

  tl_document_drop_draft (self->document, self->conversation, name);
}

/* Whom an answer is for.  What its words were taken for says so by default as well, and what somebody decided otherwise
 * no longer has that default. */
static TlBeneficiary
find_beneficiary (TlQuestionView *self,
                  const char     *text,
                  TlFacet         facet)
{
  TlBeneficiary beneficiary = TL_BENEFICIARY_UNSET;

  if (facet == TL_FACET_UNSET)
    return TL_BENEFICIARY_UNSET;

  if (self->sorting != NULL && self->sorting->facet == facet)
    beneficiary = self->sorting->beneficiary;
  else
    beneficiary = tl_cues_find_named (tl_coaching_data_get_cues (), text);

  return beneficiary == TL_BENEFICIARY_UNSET && facet == self->question->facet ? self->question->beneficiary : beneficiary;
}

static gboolean
keep_statement (TlQuestionView  *self,
                TlConversation  *conversation,
                const char      *text,
                GError         **error)
{
  TlFacet facet;
  gboolean is_reputation;

  /* What was typed just now has not been looked at yet. */
  if (self->question->answer == TL_ANSWER_STATEMENT)
    tl_question_view_finish_sorting (self);
  facet = self->question->answer == TL_ANSWER_STATEMENT ? self->facet : TL_FACET_UNSET;
  is_reputation = self->sorting != NULL && self->sorting->reputation && facet == TL_FACET_RESULT;
  tl_conversation_edits_answer (self->document, conversation, self->question->key, find_about (self),
                                facet != TL_FACET_UNSET ? get_link (self->question) : TL_ANSWER_LINK_NONE, text, facet,
                                is_reputation, find_beneficiary (self, text, facet));
  return TRUE;
}

/* A day goes in as the file writes it, however it was typed. */
static char *
dup_value (TlQuestionView  *self,
           const char      *text,
           GError         **error)
{
  char string[TL_DATE_STRING_SIZE];
  TlDate date;

  if (!g_str_equal (self->question->property, "due"))
    return g_strdup (text);
  if (!tl_typed_date_parse (text, tl_date_today (), &date, error))
    return NULL;

  tl_date_to_string (date, string);
  return g_strdup (string);
}

/* What came of something agreed, and whether it is done: one step */
static gboolean
keep_outcome (TlQuestionView  *self,
              TlConversation  *conversation,
              const char      *text,
              GError         **error)
{
  TlStatement *about = find_about (self);

  if (about == NULL)
    return FALSE;

  tl_document_begin_group (self->document, _("Answer Question"));
  tl_statement_set_action_state (about, self->outcome);
  if (*text != '\0')
    tl_statement_set_learned (about, text);
  tl_conversation_set_place (conversation, self->question->key);
  tl_document_finish_group (self->document);
  return TRUE;
}

/* Whom exactly an Impact is for, and whose circle that is: one step.  The circle alone will do. */
static gboolean
keep_circle (TlQuestionView  *self,
             TlConversation  *conversation,
             const char      *text,
             GError         **error)
{
  TlStatement *about = find_about (self);
  gboolean is_kept = TRUE;

  if (about == NULL)
    return FALSE;

  /* What was typed just now has not been looked at yet. */
  tl_question_view_finish_sorting (self);
  tl_document_begin_group (self->document, _("Answer Question"));
  tl_statement_set_beneficiary (about, self->circle);
  tl_conversation_set_place (conversation, self->question->key);
  if (*text != '\0')
    is_kept = tl_conversation_edits_answer_field (self->document, conversation, self->question->key, about, "who", text,
                                                  error);
  if (is_kept)
    tl_document_finish_group (self->document);
  else
    tl_document_cancel_group (self->document);

  return is_kept;
}

static gboolean
keep_field (TlQuestionView  *self,
            TlConversation  *conversation,
            const char      *text,
            GError         **error)
{
  g_autofree char *value = NULL;

  if (g_str_equal (self->question->property, "learned"))
    return keep_outcome (self, conversation, text, error);
  if (tl_question_view_asks_circle (self))
    return keep_circle (self, conversation, text, error);

  value = dup_value (self, text, error);
  return value != NULL &&
         tl_conversation_edits_answer_field (self->document, conversation, self->question->key, find_about (self),
                                             self->question->property, value, error);
}

static gboolean
keep_answer (TlQuestionView  *self,
             TlConversation  *conversation,
             const char      *text,
             GError         **error)
{
  switch (self->question->answer)
    {
    case TL_ANSWER_STATEMENT:
    case TL_ANSWER_NOTE:
      return keep_statement (self, conversation, text, error);

    case TL_ANSWER_FIELD:
      return keep_field (self, conversation, text, error);

    case TL_ANSWER_NONE:
      tl_conversation_edits_skip (self->document, conversation, self->question->key);
      return TRUE;
    }

  g_assert_not_reached ();
}

static gboolean
needs_text (TlQuestionView *self)
{
  if (self->question->answer == TL_ANSWER_NONE || self->has_chosen_circle)
    return FALSE;

  return self->question->answer != TL_ANSWER_FIELD || !g_str_equal (self->question->property, "learned") ||
         self->outcome == TL_ACTION_STATE_OPEN;
}

static void
clear_answer (TlQuestionView *self)
{
  self->is_showing = TRUE;
  tl_field_text_set_text (TL_FIELD_TEXT (self->answer), "");
  self->is_showing = FALSE;
  tl_question_view_forget_sorting (self);
}

/* Makes what stands in the answer part of the conversation, and asks on; with @asks_again the same once more. */
static void
keep (TlQuestionView *self,
      gboolean        asks_again)
{
  TlConversation *conversation = tl_question_view_get_conversation (self);
  g_autofree char *text = tl_question_view_dup_answer (self);
  g_autofree char *key = NULL;
  g_autoptr (GError) error = NULL;

  if (conversation == NULL || self->question == NULL || tl_document_get_read_only (self->document))
    return;

  if (*text == '\0' && needs_text (self))
    {
      tl_question_view_say (self, _("Nothing has been written yet. Take your time, or skip the question."));
      return;
    }
  if (!keep_answer (self, conversation, text, &error))
    {
      tl_question_view_say (self, error != NULL ? error->message : _("What this was about has been removed."));
      return;
    }

  drop_draft (self);
  key = g_strdup (self->question->key);
  clear_answer (self);
  if (!asks_again)
    g_ptr_array_add (self->asked, g_strdup (key));
  g_free (self->wanted);
  self->wanted = asks_again ? g_steal_pointer (&key) : NULL;
  tl_question_view_refresh (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Keeps the answer, as Enter does. */
void
tl_question_view_keep (TlQuestionView *self)
{
  keep (self, FALSE);
}

static void
keep_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  keep (TL_QUESTION_VIEW (widget), FALSE);
}

static void
keep_more_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  keep (TL_QUESTION_VIEW (widget), TRUE);
}

/* An open question is skipped, which is an edit; one that was gone back to is just left. */
static void
skip_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlQuestionView *self = TL_QUESTION_VIEW (widget);
  TlConversation *conversation = tl_question_view_get_conversation (self);

  if (conversation == NULL || self->question == NULL)
    return;

  if (self->question->state == TL_QUESTION_OPEN)
    tl_conversation_edits_skip (self->document, conversation, self->question->key);
  tl_question_view_ask (self, NULL);
  gtk_widget_grab_focus (widget);
}

/* The last question that was left and still stands; where none was, the one before in the order of asking */
static char *
take_before (TlQuestionView *self)
{
  g_autoptr (GPtrArray) list = tl_question_view_list (self);
  const char *before = NULL;

  while (self->asked->len > 0)
    {
      g_autofree char *key = g_ptr_array_steal_index (self->asked, self->asked->len - 1);

      for (guint i = 0; i < list->len; i++)
        {
          const TlQuestion *question = g_ptr_array_index (list, i);

          if (g_str_equal (question->key, key) && g_strcmp0 (tl_question_view_get_key (self), key) != 0)
            return g_steal_pointer (&key);
        }
    }

  for (guint i = 0; i < list->len; i++)
    {
      const TlQuestion *question = g_ptr_array_index (list, i);

      if (g_strcmp0 (tl_question_view_get_key (self), question->key) == 0)
        break;
      before = question->key;
    }

  return g_strdup (before);
}

static void
back_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TlQuestionView *self = TL_QUESTION_VIEW (widget);
  g_autofree char *before = NULL;

  if (tl_question_view_get_conversation (self) == NULL)
    return;

  before = take_before (self);
  if (before == NULL)
    {
      tl_question_view_say (self, _("This is the first question."));
      return;
    }

  g_free (self->wanted);
  self->wanted = g_steal_pointer (&before);
  tl_question_view_refresh (self);
  gtk_widget_grab_focus (widget);
}

/* For its class only */
void
tl_question_view_class_add_answers (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "question.keep", NULL, keep_cb);
  gtk_widget_class_install_action (widget_class, "question.keep-more", NULL, keep_more_cb);
  gtk_widget_class_install_action (widget_class, "question.skip", NULL, skip_cb);
  gtk_widget_class_install_action (widget_class, "question.back", NULL, back_cb);
}
