/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-enums.h"
#include "tl-frame-condition.h"
#include "tl-question-flow.h"
#include "tl-question-set.h"

G_BEGIN_DECLS

/* From what is let go first when time is short to what is always asked */
#define TL_IMPORTANCE_LEAST 1
#define TL_IMPORTANCE_USUAL 2
#define TL_IMPORTANCE_MOST 3

/* What a set that does not say so asks at most: about twenty minutes. */
#define TL_QUESTION_SET_USUAL_LIMIT 20

/**
 * TlQuestionKind:
 * @name: the name of its group, the first part of the keys of its questions
 * @when: what has to be missing
 * @text: the question, with slots
 * @hint: (nullable): what helps to answer it, with slots
 * @answer: what an answer becomes
 * @facet: what an answer probably is
 * @answer_helps: whether the answer helps the statement asked about
 * @loop: whether the answer leads back to it
 * @property: (nullable): the property of the statement that an answer is kept in
 * @of: (nullable): the names of the kinds that the statement asked about has to answer one of
 * @at_most: how often it is asked in a conversation
 * @importance: %TL_IMPORTANCE_LEAST to %TL_IMPORTANCE_MOST
 *
 * One group of a file: a question that may be asked about several statements.
 */
typedef struct
{
  char              *name;
  TlFrameCondition   when;
  char              *text;
  char              *hint;
  TlAnswerKind       answer;
  TlFacet            facet;
  gboolean           answer_helps;
  gboolean           loop;
  const char        *property;
  char             **of;
  guint              at_most;
  guint              importance;
} TlQuestionKind;

/**
 * TlQuestionSetContent:
 * @id: the name of the set in files
 * @name: its name for people
 * @description: (nullable): what it is good for
 * @limit: how many questions a conversation has
 * @kinds: (element-type TlQuestionKind): in the order of the file
 */
typedef struct
{
  char      *id;
  char      *name;
  char      *description;
  guint      limit;
  GPtrArray *kinds;
} TlQuestionSetContent;

void                        tl_question_kind_free         (TlQuestionKind        *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlQuestionKind, tl_question_kind_free)

gboolean                    tl_question_set_read          (const char            *data,
                                                           gsize                  length,
                                                           TlQuestionSetContent  *content,
                                                           GError               **error);
const TlQuestionSetContent *tl_question_set_peek_content  (TlQuestionSet         *self);

G_END_DECLS
