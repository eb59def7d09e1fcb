/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"

G_BEGIN_DECLS

typedef struct _TlScores TlScores;

/**
 * TlSupportBasis:
 * @TL_SUPPORT_NONE: no goal supports it, or nothing is known of those that do
 * @TL_SUPPORT_RULE: worked out by the goal's own rule
 * @TL_SUPPORT_SUM_UNITS_DIFFER: the rule is to add up, but the supporters' values are not in one unit that can be
 *   added, so the weighted share stands in for it
 *
 * How the support of a goal came about.
 */
typedef enum
{
  TL_SUPPORT_NONE,
  TL_SUPPORT_RULE,
  TL_SUPPORT_SUM_UNITS_DIFFER,
} TlSupportBasis;

/**
 * TlGoalScore:
 * @own: the weighted mean of its measures' attainment; NAN when unknown
 * @support: rolled up from the goals that contribute to it; NAN when unknown
 * @attainment: what is shown: @own where known, else @support
 * @expected: the share of the time that has passed, 0 to 1; NAN when unknown
 * @divergence: @own held to 0..1 less @support held to 0..1; NAN unless both are known
 * @health: @attainment against @expected; no data for goals that are drafts or dropped
 * @basis: how @support came about
 */
typedef struct
{
  double         own;
  double         support;
  double         attainment;
  double         expected;
  double         divergence;
  TlHealth       health;
  TlSupportBasis basis;
} TlGoalScore;

/**
 * TlMeasureScore:
 * @attainment: uncapped; NAN when unknown
 * @current: the last known value, or for a count per week the mean of the full weeks; NAN when unknown
 * @current_date: the date of the last known reading; %TL_DATE_NONE when there is none
 * @expected: the share of the time that has passed; NAN when unknown
 * @health: @attainment against @expected
 * @count: for a count per week, the sum of the counts
 * @weeks: for a count per week, the full weeks elapsed
 */
typedef struct
{
  double   attainment;
  double   current;
  TlDate   current_date;
  double   expected;
  TlHealth health;
  double   count;
  guint    weeks;
} TlMeasureScore;

TlScores             *tl_scores_new            (TlGraph            *graph,
                                                TlDate              date,
                                                const TlThresholds *thresholds);
TlScores             *tl_scores_ref            (TlScores           *self);
void                  tl_scores_unref          (TlScores           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlScores, tl_scores_unref)

void                  tl_scores_recompute      (TlScores           *self,
                                                TlDate              date);

TlGraph              *tl_scores_get_graph      (const TlScores     *self);
TlDate                tl_scores_get_date       (const TlScores     *self);
const TlThresholds   *tl_scores_get_thresholds (const TlScores     *self);
const TlGoalScore    *tl_scores_get_goal       (const TlScores     *self,
                                                guint               goal);
const TlMeasureScore *tl_scores_get_measure    (const TlScores     *self,
                                                guint               measure);
gboolean              tl_scores_counts         (const TlScores     *self,
                                                guint               goal);
gboolean              tl_scores_diverges       (const TlScores     *self,
                                                guint               goal);

G_END_DECLS
