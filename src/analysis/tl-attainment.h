/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-date.h"
#include "tl-enums.h"

G_BEGIN_DECLS

/* Own and support further apart than this are a finding. */
#define TL_DIVERGENCE_LIMIT 0.25

/**
 * TlHealth:
 * @TL_HEALTH_NO_DATA: attainment or expectation is unknown
 * @TL_HEALTH_ON_TRACK: at most the first margin behind what is expected
 * @TL_HEALTH_AT_RISK: at most the second margin behind
 * @TL_HEALTH_OFF_TRACK: further behind
 *
 * How a goal or a measure stands against the time that has passed.
 */
typedef enum
{
  TL_HEALTH_NO_DATA,
  TL_HEALTH_ON_TRACK,
  TL_HEALTH_AT_RISK,
  TL_HEALTH_OFF_TRACK,
} TlHealth;

/**
 * TlThresholds:
 * @on_track: how far attainment may lag behind expectation and be on track, 0.10 unless the document says else
 * @at_risk: how far it may lag behind and be at risk only, 0.30 unless the document says else
 */
typedef struct
{
  double on_track;
  double at_risk;
} TlThresholds;

#define TL_THRESHOLDS_DEFAULT ((TlThresholds) { 0.10, 0.30 })

/**
 * TlMeasureTerms:
 * @kind: what sort of number it is
 * @direction: which way is good
 * @baseline: the value it started from, NAN when unknown
 * @target: the value to reach (a week's count for a count per week), NAN when undefined
 * @low: the lower end of the band to stay in, NAN when there is none
 * @high: the upper end of the band to stay in, NAN when there is none
 *
 * What attainment is measured against.
 */
typedef struct
{
  TlMeasureKind kind;
  TlDirection   direction;
  double        baseline;
  double        target;
  double        low;
  double        high;
} TlMeasureTerms;

double      tl_attainment_of_value     (const TlMeasureTerms *terms,
                                        double                value);
double      tl_attainment_of_counts    (const TlMeasureTerms *terms,
                                        double                sum,
                                        guint                 full_weeks);
double      tl_attainment_to_target    (double                value,
                                        double                baseline,
                                        double                target,
                                        TlDirection           direction);
double      tl_attainment_within_band  (double                value,
                                        double                low,
                                        double                high);
double      tl_attainment_hold         (double                attainment);

guint       tl_full_weeks_elapsed      (TlDate                start,
                                        TlDate                due,
                                        TlDate                date);
double      tl_expected_share          (TlDate                start,
                                        TlDate                due,
                                        TlDate                date);

TlHealth    tl_health_from_attainment  (double                attainment,
                                        double                expected,
                                        const TlThresholds   *thresholds);
const char *tl_health_to_label         (TlHealth              health);
const char *tl_health_to_nick          (TlHealth              health);

G_END_DECLS
