/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-person.h"
#include "tl-scores.h"

G_BEGIN_DECLS

/* More active goals than this on one person are a finding. */
#define TL_ATTENTION_MAX_GOALS 5

/* A goal without a check-in, and a measure without a reading, for longer than this is a finding. */
#define TL_ATTENTION_MAX_DAYS 30

/**
 * TlAttentionKind:
 * @TL_ATTENTION_NO_GOAL: the person has no goal that is under way or being written
 * @TL_ATTENTION_NOT_CONNECTED: a goal that reaches no objective
 * @TL_ATTENTION_ONLY_RESULTS: every active goal is a Result
 * @TL_ATTENTION_TOO_MANY: more than %TL_ATTENTION_MAX_GOALS active goals
 * @TL_ATTENTION_NO_CHECK_IN: a goal nobody has talked about for %TL_ATTENTION_MAX_DAYS days
 * @TL_ATTENTION_NO_READING: a measure nobody has read for %TL_ATTENTION_MAX_DAYS days
 *
 * What can be worth a thought about a person, in the order in which it is listed.
 */
typedef enum
{
  TL_ATTENTION_NO_GOAL,
  TL_ATTENTION_NOT_CONNECTED,
  TL_ATTENTION_ONLY_RESULTS,
  TL_ATTENTION_TOO_MANY,
  TL_ATTENTION_NO_CHECK_IN,
  TL_ATTENTION_NO_READING,
} TlAttentionKind;

/**
 * TlAttention:
 * @kind: what it is about
 * @entity: the person, or the goal or measure that the next step begins with
 * @n_others: how many more goals or measures of the person it is true of
 * @text: what it is and why it matters, in sentences for people
 *
 * Something about a person that needs attention.
 */
typedef struct
{
  TlAttentionKind  kind;
  TlEntity        *entity;
  guint            n_others;
  char            *text;
} TlAttention;

void       tl_attention_free      (TlAttention *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlAttention, tl_attention_free)

GPtrArray *tl_attention_of_person (TlGraph     *graph,
                                   TlScores    *scores,
                                   TlPerson    *person);

G_END_DECLS
