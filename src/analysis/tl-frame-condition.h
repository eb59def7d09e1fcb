/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TlFrameCondition:
 * @TL_FRAME_ALWAYS: nothing has to be missing
 * @TL_FRAME_EMPTY: something has been said or skipped, and none of it stands in a column
 * @TL_FRAME_OPEN_ACTION: work agreed in an earlier conversation, of which nobody knows what became
 * @TL_FRAME_RESULT_WITHOUT_IMPACT: a Result that no Impact leads to
 * @TL_FRAME_RESULT_WITHOUT_DUE: a Result without a day
 * @TL_FRAME_REPUTATION_WITHOUT_IMPACT: a reputation that no Impact leads to
 * @TL_FRAME_IMPACT_WITHOUT_WHO: an Impact of which it is not clear whom it is for
 * @TL_FRAME_IMPACT_WITHOUT_WHAT: an Impact of which it is not said what it looks like for them
 * @TL_FRAME_IMPACT_WITHOUT_WORK: an Impact that no Work leads to
 * @TL_FRAME_IMPACT_WITH_ONE_WORK: an Impact that one Work alone is to create
 * @TL_FRAME_IMPACT_WITHOUT_RESULT: an Impact that leads to no Result
 * @TL_FRAME_WORK_WITHOUT_IMPACT: Work that leads to no Impact
 * @TL_FRAME_WORK_WITHOUT_WHO: Work without a name to it
 * @TL_FRAME_WORK_WITHOUT_SKILLS: Work without the people, skills and activities it takes
 * @TL_FRAME_WORK_WITHOUT_DUE: Work without a day
 * @TL_FRAME_RESULTS_ONLY_FOR_OURSELVES: Results, and none of them for anybody outside; asked about the Impact that
 *   reaches furthest
 * @TL_FRAME_NO_WIDER_CIRCLE: no Impact reaches the community yet; asked about the one that reaches furthest
 * @TL_FRAME_NO_LOOP: no Result leads back to an Impact; asked about the Impact that reaches furthest
 *
 * What can be missing in a frame: the conditions that questions and findings depend on.  One is followed back from
 * Work to Impact to Result along the links, over as many statements as stand between; links of the loop do not count.
 */
typedef enum
{
  TL_FRAME_ALWAYS,
  TL_FRAME_EMPTY,
  TL_FRAME_OPEN_ACTION,
  TL_FRAME_RESULT_WITHOUT_IMPACT,
  TL_FRAME_RESULT_WITHOUT_DUE,
  TL_FRAME_REPUTATION_WITHOUT_IMPACT,
  TL_FRAME_IMPACT_WITHOUT_WHO,
  TL_FRAME_IMPACT_WITHOUT_WHAT,
  TL_FRAME_IMPACT_WITHOUT_WORK,
  TL_FRAME_IMPACT_WITH_ONE_WORK,
  TL_FRAME_IMPACT_WITHOUT_RESULT,
  TL_FRAME_WORK_WITHOUT_IMPACT,
  TL_FRAME_WORK_WITHOUT_WHO,
  TL_FRAME_WORK_WITHOUT_SKILLS,
  TL_FRAME_WORK_WITHOUT_DUE,
  TL_FRAME_RESULTS_ONLY_FOR_OURSELVES,
  TL_FRAME_NO_WIDER_CIRCLE,
  TL_FRAME_NO_LOOP,
} TlFrameCondition;

#define TL_N_FRAME_CONDITIONS (TL_FRAME_NO_LOOP + 1)

/**
 * TlFrameSubject:
 * @TL_FRAME_SUBJECT_NONE: no statement
 * @TL_FRAME_SUBJECT_STATEMENT: a statement, and it is asked about while that is talked about
 * @TL_FRAME_SUBJECT_WHOLE: a statement that stands for the frame as a whole, which is asked about when the threads
 *   have been followed
 * @TL_FRAME_SUBJECT_EARLIER: a statement of an earlier conversation
 *
 * What a condition is true of.
 */
typedef enum
{
  TL_FRAME_SUBJECT_NONE,
  TL_FRAME_SUBJECT_STATEMENT,
  TL_FRAME_SUBJECT_WHOLE,
  TL_FRAME_SUBJECT_EARLIER,
} TlFrameSubject;

const char     *tl_frame_condition_to_nick     (TlFrameCondition  condition);
gboolean        tl_frame_condition_from_nick   (const char       *nick,
                                                TlFrameCondition *condition);
TlFrameSubject  tl_frame_condition_get_subject (TlFrameCondition  condition);
char           *tl_frame_condition_list        (void);

G_END_DECLS
