/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-cues.h"
#include "tl-frame-condition.h"
#include "tl-question-set.h"
#include "tl-statement.h"

G_BEGIN_DECLS

/**
 * TlAnswerKind:
 * @TL_ANSWER_STATEMENT: a statement that stands in the frame, linked with the one asked about when there is one
 * @TL_ANSWER_FIELD: a property of the statement asked about
 * @TL_ANSWER_NOTE: a statement that stands in no column
 * @TL_ANSWER_NONE: nothing: it is said, and one goes on by skipping it
 *
 * What an answer becomes.
 */
typedef enum
{
  TL_ANSWER_STATEMENT,
  TL_ANSWER_FIELD,
  TL_ANSWER_NOTE,
  TL_ANSWER_NONE,
} TlAnswerKind;

/**
 * TlQuestionState:
 * @TL_QUESTION_OPEN: not answered, and something is missing
 * @TL_QUESTION_ANSWERED: answered
 * @TL_QUESTION_SKIPPED: passed over, for now
 */
typedef enum
{
  TL_QUESTION_OPEN,
  TL_QUESTION_ANSWERED,
  TL_QUESTION_SKIPPED,
} TlQuestionState;

/**
 * TlQuestion:
 * @key: what statements, the skipped ones and the place refer to: "KIND", or "KIND:STATEMENT-ID"
 * @kind: the first part of @key
 * @text: the question, one sentence, with the statement it is about in quotation marks
 * @hint: (nullable): a sentence that helps to answer it
 * @facet: what an answer probably is; %TL_FACET_UNSET when it is to be sorted by its words
 * @beneficiary: whom an answer is probably for, when its words do not say; %TL_BENEFICIARY_UNSET when that is not known
 * @about: (nullable): the id of the statement asked about; for an open action that is one of an earlier conversation
 * @answer: what an answer becomes
 * @answer_helps: with @about: the link runs from the answer to the statement asked about, else from that to the answer
 * @loop: the link is one of the loop, from the answer, a Result, back to the Impact asked about
 * @property: (nullable): with %TL_ANSWER_FIELD the property of the statement: "who", "detail", "skills" and "learned"
 *   are texts, "due" is a day.  What came of an open action is "learned"; whether it is done is asked beside.
 * @choices: (array zero-terminated=1): ids of statements of this conversation that may be the answer already, and would
 *   only have to be linked; often none
 * @state: where it stands
 *
 * A question that stands at this moment of a conversation.
 */
typedef struct
{
  char              *key;
  char              *kind;
  char              *text;
  char              *hint;
  TlFacet            facet;
  TlBeneficiary      beneficiary;
  char              *about;
  TlAnswerKind       answer;
  gboolean           answer_helps;
  gboolean           loop;
  const char        *property;
  char             **choices;
  TlQuestionState    state;
} TlQuestion;

/* What can be asked of a conversation at this moment */
typedef struct _TlQuestionFlow TlQuestionFlow;

void            tl_question_free         (TlQuestion       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuestion, tl_question_free)

TlQuestionFlow *tl_question_flow_new     (TlQuestionSet    *set,
                                          TlCues           *cues,
                                          TlConversation   *conversation);
void            tl_question_flow_free    (TlQuestionFlow   *self);
GPtrArray      *tl_question_flow_list    (TlQuestionFlow   *self);
guint           tl_question_flow_count   (TlQuestionFlow   *self,
                                          TlQuestionState   state);
TlQuestion     *tl_question_flow_next    (TlQuestionFlow   *self);
TlQuestion     *tl_question_flow_find    (TlQuestionFlow   *self,
                                          const char       *key);
char           *tl_question_flow_dup_key (TlQuestionSet    *set,
                                          TlFrameCondition  condition,
                                          const char       *about);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuestionFlow, tl_question_flow_free)

G_END_DECLS
