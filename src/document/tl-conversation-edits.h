/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs for coaching conversations.  Each is one named step to undo, or part of the caller's group; each refuses
 * before it changes anything, with %TL_DOCUMENT_ERROR_REFUSED or %TL_DOCUMENT_ERROR_READ_ONLY and a sentence for people.
 * Those without an error do nothing in a document that can only be read.
 *
 * They take plain arguments, and know neither the flow of questions nor the sorting of statements: those are analysis,
 * which this room does not see.  Whoever asks the questions hands over the key, the statement it is about, and what was
 * decided about the answer.  Text, "who", "due" and the like of a statement are edited by setting the property. */

#pragma once

#include "tl-conversation.h"
#include "tl-document.h"
#include "tl-statement-link.h"
#include "tl-statement.h"

G_BEGIN_DECLS

/* More than this of an answer is cut off; it is more than anybody says at once. */
#define TL_ANSWER_MAX_LENGTH 10000

/**
 * TlAnswerLink:
 * @TL_ANSWER_LINK_NONE: it stands by itself
 * @TL_ANSWER_LINK_HELPS: the answer helps the statement it is about
 * @TL_ANSWER_LINK_HELPED_BY: the statement it is about helps the answer
 * @TL_ANSWER_LINK_LOOP: the Result of the two lets us invest again in the Impact of the two
 *
 * What an answer has to do with the statement that the question is about.
 */
typedef enum
{
  TL_ANSWER_LINK_NONE,
  TL_ANSWER_LINK_HELPS,
  TL_ANSWER_LINK_HELPED_BY,
  TL_ANSWER_LINK_LOOP,
} TlAnswerLink;

TlConversation  *tl_conversation_edits_start        (TlDocument      *document,
                                                     TlPerson        *person,
                                                     TlPerson        *coach,
                                                     const char      *coach_name,
                                                     const char      *question_set,
                                                     GError         **error);
void             tl_conversation_edits_skip         (TlDocument      *document,
                                                     TlConversation  *conversation,
                                                     const char      *question);
void             tl_conversation_edits_come_back    (TlDocument      *document,
                                                     TlConversation  *conversation,
                                                     const char      *question);
void             tl_conversation_edits_finish       (TlDocument      *document,
                                                     TlConversation  *conversation);
void             tl_conversation_edits_resume       (TlDocument      *document,
                                                     TlConversation  *conversation);
void             tl_conversation_edits_remove_conversation (TlDocument     *document,
                                                            TlConversation *conversation);

/* tl-conversation-answers.c */
TlStatement     *tl_conversation_edits_add          (TlDocument      *document,
                                                     TlConversation  *conversation,
                                                     const char      *text,
                                                     TlFacet          facet,
                                                     gboolean         reputation,
                                                     TlBeneficiary    beneficiary,
                                                     const char      *question);
TlStatement     *tl_conversation_edits_answer       (TlDocument      *document,
                                                     TlConversation  *conversation,
                                                     const char      *question,
                                                     TlStatement     *about,
                                                     TlAnswerLink     link,
                                                     const char      *text,
                                                     TlFacet          facet,
                                                     gboolean         reputation,
                                                     TlBeneficiary    beneficiary);
gboolean         tl_conversation_edits_answer_field (TlDocument      *document,
                                                     TlConversation  *conversation,
                                                     const char      *question,
                                                     TlStatement     *about,
                                                     const char      *property,
                                                     const char      *value,
                                                     GError         **error);

/* tl-conversation-frame-edits.c */
void             tl_conversation_edits_set_facet    (TlDocument      *document,
                                                     TlStatement     *statement,
                                                     TlFacet          facet,
                                                     gboolean         reputation);
void             tl_conversation_edits_place        (TlDocument      *document,
                                                     TlStatement     *statement,
                                                     TlFacet          column,
                                                     guint            index);
gboolean         tl_conversation_edits_can_connect  (TlDocument      *document,
                                                     TlStatement     *from,
                                                     TlStatement     *to,
                                                     gboolean         loop,
                                                     GError         **error);
TlStatementLink *tl_conversation_edits_connect      (TlDocument      *document,
                                                     TlStatement     *from,
                                                     TlStatement     *to,
                                                     gboolean         loop,
                                                     GError         **error);
void             tl_conversation_edits_disconnect   (TlDocument      *document,
                                                     TlStatementLink *link);
void             tl_conversation_edits_remove       (TlDocument      *document,
                                                     GPtrArray       *statements);

G_END_DECLS
