/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a conversation: begun, its questions skipped and come back to, finished, taken up again, removed.
 *
 * A conversation that is paused is one that is open: there is nothing to save, and nothing to press before leaving.
 * Where it stands is the key of a question, not a number of steps: the questions follow from what was said, so that
 * their number changes while one talks. */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-conversation-edits.h"
#include "tl-edits-private.h"

/**
 * tl_conversation_edits_start:
 * @document: a document
 * @person: whose conversation it is, somebody in @document
 * @coach: (nullable): who coaches, if that is somebody in @document
 * @coach_name: (nullable): who coaches, if that is nobody in @document; without meaning beside @coach
 * @question_set: (nullable): the id of the set of questions; %NULL for the one every conversation has
 * @error: return location for a #TlDocumentError
 *
 * Begins a conversation today.  There may be another one of the same day.
 *
 * Returns: (transfer none) (nullable): the conversation, or %NULL when it was refused
 */
TlConversation *
tl_conversation_edits_start (TlDocument  *document,
                             TlPerson    *person,
                             TlPerson    *coach,
                             const char  *coach_name,
                             const char  *question_set,
                             GError     **error)
{
  g_autoptr (TlConversation) conversation = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (TL_IS_PERSON (person), NULL);
  g_return_val_if_fail (coach == NULL || TL_IS_PERSON (coach), NULL);

  if (!tl_edits_check_writable (document, error))
    return NULL;
  if (tl_entity_get_model (TL_ENTITY (person)) != tl_document_get_model (document))
    {
      tl_edits_refuse (error, _("Whoever this conversation was to be with is no longer in the document. Choose somebody else."));
      return NULL;
    }

  name = tl_edits_dup_clean_line (coach_name);
  conversation = tl_conversation_new ();
  tl_conversation_set_person (conversation, person);
  tl_conversation_set_coach (conversation, coach);
  tl_conversation_set_coach_name (conversation, coach == NULL && *name != '\0' ? name : NULL);
  tl_conversation_set_date (conversation, tl_date_today ());
  if (question_set != NULL)
    tl_conversation_set_question_set (conversation, question_set);

  tl_document_begin_group (document, _("Start Conversation"));
  tl_document_add (document, TL_ENTITY (conversation));
  tl_document_finish_group (document);

  return conversation;
}

/**
 * tl_edits_set_skipped:
 * @conversation: a conversation, within a group
 * @question: the key of a question
 * @skipped: whether it is to be one of those that were skipped
 */
void
tl_edits_set_skipped (TlConversation *conversation,
                      const char     *question,
                      gboolean        skipped)
{
  const char *before = tl_conversation_get_skipped (conversation);
  g_auto (GStrv) keys = g_strsplit (before != NULL ? before : "", "\n", -1);
  g_autoptr (GString) after = g_string_new (NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (*keys[i] != '\0' && !g_str_equal (keys[i], question))
        g_string_append_printf (after, "%s%s", after->len > 0 ? "\n" : "", keys[i]);
    }
  if (skipped)
    g_string_append_printf (after, "%s%s", after->len > 0 ? "\n" : "", question);

  tl_conversation_set_skipped (conversation, after->len > 0 ? after->str : NULL);
}

static void
set_skipped (TlDocument     *document,
             TlConversation *conversation,
             const char     *question,
             gboolean        skipped,
             const char     *label)
{
  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, label);
  tl_edits_set_skipped (conversation, question, skipped);
  tl_conversation_set_place (conversation, question);
  tl_document_finish_group (document);
}

/**
 * tl_conversation_edits_skip:
 * @document: a document
 * @conversation: a conversation of it
 * @question: the key of a question
 *
 * Leaves the question for later: it is asked no more, unless somebody comes back to it.
 */
void
tl_conversation_edits_skip (TlDocument     *document,
                            TlConversation *conversation,
                            const char     *question)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));
  g_return_if_fail (question != NULL && *question != '\0');

  set_skipped (document, conversation, question, TRUE, _("Skip Question"));
}

/**
 * tl_conversation_edits_come_back:
 * @document: a document
 * @conversation: a conversation of it
 * @question: the key of a question, skipped or not
 *
 * Makes it the one that the conversation stands at.
 */
void
tl_conversation_edits_come_back (TlDocument     *document,
                                 TlConversation *conversation,
                                 const char     *question)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));
  g_return_if_fail (question != NULL && *question != '\0');

  set_skipped (document, conversation, question, FALSE, _("Come Back to Question"));
}

static void
set_state (TlDocument          *document,
           TlConversation      *conversation,
           TlConversationState  state,
           const char          *label)
{
  if (!tl_edits_check_writable (document, NULL))
    return;

  tl_document_begin_group (document, label);
  tl_conversation_set_state (conversation, state);
  tl_document_finish_group (document);
}

/**
 * tl_conversation_edits_finish:
 * @document: a document
 * @conversation: a conversation of it
 */
void
tl_conversation_edits_finish (TlDocument     *document,
                              TlConversation *conversation)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  set_state (document, conversation, TL_CONVERSATION_STATE_FINISHED, _("Finish Conversation"));
}

/**
 * tl_conversation_edits_resume:
 * @document: a document
 * @conversation: a conversation of it that was finished
 */
void
tl_conversation_edits_resume (TlDocument     *document,
                              TlConversation *conversation)
{
  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  set_state (document, conversation, TL_CONVERSATION_STATE_OPEN, _("Resume Conversation"));
}

/**
 * tl_conversation_edits_remove_conversation:
 * @document: a document
 * @conversation: a conversation of it
 *
 * Removes it with everything that was said in it, after a backup when that is a lot.  The goals that came of it stay.
 */
void
tl_conversation_edits_remove_conversation (TlDocument     *document,
                                           TlConversation *conversation)
{
  g_autoptr (GPtrArray) entities = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (document));
  g_return_if_fail (TL_IS_CONVERSATION (conversation));

  if (!tl_edits_check_writable (document, NULL))
    return;

  entities = g_ptr_array_new ();
  g_ptr_array_add (entities, conversation);
  tl_edits_remove_together (document, entities, _("Remove Conversation"));
}
