/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scores.h"

G_BEGIN_DECLS

/**
 * TlExplanationKind:
 *
 * Which number of a goal or a measure an explanation opens.
 */
typedef enum
{
  TL_EXPLANATION_ATTAINMENT,
  TL_EXPLANATION_OWN,
  TL_EXPLANATION_SUPPORT,
  TL_EXPLANATION_EXPECTED,
  TL_EXPLANATION_HEALTH,
  TL_EXPLANATION_DIVERGENCE,
} TlExplanationKind;

/**
 * TlExplanationInput:
 * @label: what it is, such as the name of a measure or the title of a supporter
 * @value: its value, for people
 * @date: the day it is from, or %TL_DATE_NONE
 * @goal: the index of the goal it stands for, or %TL_GRAPH_NONE
 * @measure: the index of the measure it stands for, or %TL_GRAPH_NONE
 */
typedef struct
{
  char   *label;
  char   *value;
  TlDate  date;
  guint   goal;
  guint   measure;
} TlExplanationInput;

/**
 * TlExplanation:
 * @kind: which number it opens
 * @label: what the number is called, such as "Attainment"
 * @value: the number, for people, such as "50 %"
 * @formula: (nullable): how it came about, with the numbers in it
 * @note: (nullable): a sentence to be read with it: the rule in words, why it is unknown, what was left out
 * @inputs: (element-type TlExplanationInput): what went in
 */
typedef struct
{
  TlExplanationKind  kind;
  char              *label;
  char              *value;
  char              *formula;
  char              *note;
  GPtrArray         *inputs;
} TlExplanation;

void           tl_explanation_free    (TlExplanation  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlExplanation, tl_explanation_free)

GPtrArray     *tl_explain_goal        (TlScores       *scores,
                                       guint           goal);
GPtrArray     *tl_explain_measure     (TlScores       *scores,
                                       guint           measure);
char          *tl_explanation_to_text (const TlExplanation *self);

G_END_DECLS
