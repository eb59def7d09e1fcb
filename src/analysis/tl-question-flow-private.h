/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-frame.h"
#include "tl-question-set-private.h"

G_BEGIN_DECLS

/**
 * TlQuestionCandidate:
 * @kind: which question
 * @key: its key
 * @about: (nullable): the statement it is about
 * @node: its place in the frame, %TL_FRAME_NONE when it is about none of this conversation
 * @state: where it stands
 * @stands: whether it can be asked at all; one that cannot is kept for its place in the order
 * @is_listed: whether it is among as many as a conversation should have
 *
 * A question that could be asked.
 */
typedef struct
{
  const TlQuestionKind *kind;
  char                 *key;
  TlStatement          *about;
  guint                 node;
  TlQuestionState       state;
  gboolean              stands;
  gboolean              is_listed;
} TlQuestionCandidate;

/**
 * TlQuestionWalk:
 * @content: what can be asked
 * @conversation: where it is asked
 * @frame: what has been said
 * @before: (nullable): the conversation before
 * @earlier: (element-type TlStatement): what was agreed in earlier conversations
 * @answers: the key of a question -> a #GArray of the statements that answer it
 * @skipped: the keys of what was skipped
 * @visited: for each statement whether it has been talked about
 * @depth: how many answers deep the walk is
 * @candidates: of #TlQuestionCandidate, in the order in which they are asked
 *
 * A walk through a conversation, question by question.
 */
typedef struct
{
  const TlQuestionSetContent *content;
  TlConversation             *conversation;
  TlFrame                    *frame;
  TlConversation             *before;
  GPtrArray                  *earlier;
  GHashTable                 *answers;
  GHashTable                 *skipped;
  gboolean                   *visited;
  guint                       depth;
  GArray                     *candidates;
} TlQuestionWalk;

void     tl_question_walk_init         (TlQuestionWalk            *walk,
                                        TlQuestionSet             *set,
                                        TlCues                    *cues,
                                        TlConversation            *conversation);
void     tl_question_walk_clear        (TlQuestionWalk            *walk);
gboolean tl_question_walk_is_place     (TlQuestionWalk            *walk,
                                        const TlQuestionCandidate *candidate);
gboolean tl_question_candidate_is_open (const TlQuestionCandidate *candidate);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TlQuestionWalk, tl_question_walk_clear)

/* tl-question-words.c */
char *tl_question_say (const char     *pattern,
                       TlConversation *conversation,
                       TlStatement    *about);

G_END_DECLS
