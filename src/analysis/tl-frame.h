/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-cues.h"
#include "tl-frame-condition.h"
#include "tl-statement.h"

G_BEGIN_DECLS

/* Work, Impact, Result */
#define TL_N_FRAME_COLUMNS 3

/**
 * TlFrameFindingKind:
 * @TL_FRAME_FINDING_ONLY_RESULTS: a warning: only Results have been stated
 * @TL_FRAME_FINDING_INSIDE: a warning: every Impact stays inside our own organisation
 * @TL_FRAME_FINDING_METRIC: a warning: a number that rewards us, with no Impact behind it
 * @TL_FRAME_FINDING_REPUTATION: a reputation with no Impact beneath it
 * @TL_FRAME_FINDING_RESULT: a Result for others with no Impact behind it
 * @TL_FRAME_FINDING_WHO: an Impact of which it is not clear whom it is for
 * @TL_FRAME_FINDING_DETAIL: an Impact of which it is not said what it looks like for them
 * @TL_FRAME_FINDING_WORK: an Impact with no Work beneath it
 * @TL_FRAME_FINDING_DIFFERENCE: Work that leads to no Impact
 * @TL_FRAME_FINDING_EVIDENCE: an Impact that leads to no Result
 * @TL_FRAME_FINDING_SKILLS: Work of which it is not said what it takes
 * @TL_FRAME_FINDING_DUE: Work without a day
 * @TL_FRAME_FINDING_THEIR_RESULTS: Results, and none for anybody outside
 * @TL_FRAME_FINDING_WIDER: no Impact reaches the community
 * @TL_FRAME_FINDING_LOOP: no Result leads back to an Impact
 *
 * What a frame can tell: the warnings first, then the gaps, in the order in which they are listed.
 */
typedef enum
{
  TL_FRAME_FINDING_ONLY_RESULTS,
  TL_FRAME_FINDING_INSIDE,
  TL_FRAME_FINDING_METRIC,
  TL_FRAME_FINDING_REPUTATION,
  TL_FRAME_FINDING_RESULT,
  TL_FRAME_FINDING_WHO,
  TL_FRAME_FINDING_DETAIL,
  TL_FRAME_FINDING_WORK,
  TL_FRAME_FINDING_DIFFERENCE,
  TL_FRAME_FINDING_EVIDENCE,
  TL_FRAME_FINDING_SKILLS,
  TL_FRAME_FINDING_DUE,
  TL_FRAME_FINDING_THEIR_RESULTS,
  TL_FRAME_FINDING_WIDER,
  TL_FRAME_FINDING_LOOP,
} TlFrameFindingKind;

/**
 * TlFrameFinding:
 * @kind: what it is about
 * @statement: (nullable): the id of the statement it begins with; %NULL when it is about the whole frame
 * @n_others: of how many more statements it is true
 * @what: what was found, in a sentence that names the statement
 * @why: why that matters, in a sentence
 * @next: the next step, in a sentence, for the one who leads the conversation
 * @condition: what is missing, for tl_question_flow_dup_key()
 *
 * Something the frame tells.
 */
typedef struct
{
  TlFrameFindingKind  kind;
  char               *statement;
  guint               n_others;
  char               *what;
  char               *why;
  char               *next;
  TlFrameCondition    condition;
} TlFrameFinding;

typedef struct _TlFrame TlFrame;

void       tl_frame_finding_free   (TlFrameFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFrameFinding, tl_frame_finding_free)

TlFrame   *tl_frame_new            (TlCues         *cues,
                                    TlConversation *conversation);
void       tl_frame_free           (TlFrame        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFrame, tl_frame_free)

void       tl_frame_get_balance    (TlFrame        *self,
                                    guint           n[TL_N_FRAME_COLUMNS]);
guint      tl_frame_get_circles    (TlFrame        *self);

/* tl-frame-findings.c */
GPtrArray *tl_frame_dup_findings   (TlFrame        *self);

G_END_DECLS
