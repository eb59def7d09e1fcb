/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the numbers of a goal mean: attainment, expectation and health, as functions of plain numbers.
 *
 * Everything that is defined is defined here, once, so that a card, a printed page and the command line cannot
 * differ.  Unknown is NAN throughout: it is not 0, and it spreads only where a definition says so.  Attainment
 * is never held to 0..1 here, since a goal at 130 % or at -20 % is shown as just that; tl_attainment_hold() is for
 * those who roll it up.
 *
 * docs/definitions.md says the same in words.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-attainment.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_A_WEEK 7

/* Decimal shares such as 0.4 and 0.5 - 0.1 are not the same double, but are the same to people. */
#define ROUNDING 1e-9

/**
 * tl_attainment_to_target:
 * @value: the current value
 * @baseline: the value it started from, NAN when unknown
 * @target: the value to reach
 * @direction: which way is good; only asked where the numbers do not say
 *
 * (value - baseline) / (target - baseline).  A target below the baseline needs nothing else: both differences
 * change their sign.  The direction is therefore not consulted, and a measure that was declared "up" with a
 * target below its baseline still reads right.
 *
 * Where baseline and target are equal the measure is one to be maintained: 1 on the good side of the target
 * (the target included), else 0.
 *
 * An unknown baseline counts as 0 for a target above 0 that is to be reached upwards, which is what people mean
 * by "so many out of so many".  For any other there is no telling how far the way is: 1 once the target is
 * reached, unknown before.
 *
 * Returns: the attainment, uncapped; NAN when unknown
 */
double
tl_attainment_to_target (double      value,
                         double      baseline,
                         double      target,
                         TlDirection direction)
{
  gboolean reached = direction == TL_DIRECTION_DOWN ? value <= target : value >= target;

  if (!isfinite (value) || !isfinite (target))
    return NAN;

  if (!isfinite (baseline))
    {
      if (direction != TL_DIRECTION_DOWN && target > 0)
        return value / target;
      return reached ? 1.0 : NAN;
    }

  if (baseline == target)
    return reached ? 1.0 : 0.0;

  return (value - baseline) / (target - baseline);
}

/**
 * tl_attainment_within_band:
 * @value: the current value
 * @low: the lower end of the band, NAN when it is open
 * @high: the upper end of the band, NAN when it is open
 *
 * 1 inside the band, its ends included; falls in a straight line to 0 at one width of the band outside.  A band
 * that is open at one end, or has no width, has nothing to fall along: 1 inside, 0 outside.  Ends given in the
 * wrong order are read in the right one.
 *
 * Returns: the attainment, 0 to 1; NAN when @value or both ends are unknown
 */
double
tl_attainment_within_band (double value,
                           double low,
                           double high)
{
  double outside = 0;

  if (!isfinite (value) || (!isfinite (low) && !isfinite (high)))
    return NAN;

  if (isfinite (low) && isfinite (high) && low > high)
    return tl_attainment_within_band (value, high, low);

  if (isfinite (low) && value < low)
    outside = low - value;
  else if (isfinite (high) && value > high)
    outside = value - high;

  if (outside == 0)
    return 1.0;

  if (!isfinite (low) || !isfinite (high) || low == high)
    return 0.0;

  return MAX (0.0, 1.0 - outside / (high - low));
}

/* 1 is yes, and so is 100 of a milestone reported in percent; half done is not done.  A target of 0 wants a no. */
static double
get_attainment_of_answer (const TlMeasureTerms *terms,
                          double                value)
{
  gboolean wanted = !(terms->target == 0);

  if (!isfinite (value))
    return NAN;

  return (value >= 1) == wanted ? 1.0 : 0.0;
}

/**
 * tl_attainment_of_value:
 * @terms: what is measured against
 * @value: the current value, NAN when unknown
 *
 * Numbers, currencies and percentages go by tl_attainment_to_target(), those that have to stay between two
 * values by tl_attainment_within_band(); yes/no is 0 or 1.  A count per week has no single current value: see
 * tl_attainment_of_counts().
 *
 * Returns: the attainment, uncapped; NAN when unknown
 */
double
tl_attainment_of_value (const TlMeasureTerms *terms,
                        double                value)
{
  g_return_val_if_fail (terms != NULL, NAN);

  if (terms->kind == TL_MEASURE_KIND_YES_NO)
    return get_attainment_of_answer (terms, value);

  if (terms->direction == TL_DIRECTION_BETWEEN)
    return tl_attainment_within_band (value, terms->low, terms->high);

  return tl_attainment_to_target (value, terms->baseline, terms->target, terms->direction);
}

/**
 * tl_attainment_of_counts:
 * @terms: what is measured against, the target being a week's count
 * @sum: the sum of the counts, NAN when nothing was counted
 * @full_weeks: the full weeks elapsed, see tl_full_weeks_elapsed()
 *
 * sum / (target x full weeks).  A baseline does not enter: what was done in the weeks that passed is asked for,
 * not an improvement.  Only where fewer is better, or where the count has to stay in a band, is the weekly mean
 * judged as a value would be; without a baseline, fewer being better, the target over the mean.
 *
 * Returns: the attainment, uncapped; NAN before the first full week has passed, and when @sum or the target is
 *   unknown
 */
double
tl_attainment_of_counts (const TlMeasureTerms *terms,
                         double                sum,
                         guint                 full_weeks)
{
  double mean;

  g_return_val_if_fail (terms != NULL, NAN);

  if (!isfinite (sum) || full_weeks == 0)
    return NAN;

  mean = sum / full_weeks;

  if (terms->direction == TL_DIRECTION_BETWEEN)
    return tl_attainment_within_band (mean, terms->low, terms->high);

  if (terms->direction == TL_DIRECTION_UP && terms->target > 0)
    return sum / (terms->target * full_weeks);

  if (terms->direction == TL_DIRECTION_DOWN && !isfinite (terms->baseline) && mean > terms->target)
    return terms->target / mean;

  return tl_attainment_to_target (mean, terms->baseline, terms->target, terms->direction);
}

/**
 * tl_attainment_hold:
 * @attainment: an attainment, or NAN
 *
 * Returns: @attainment held to 0..1, as it enters a roll-up; NAN stays NAN
 */
double
tl_attainment_hold (double attainment)
{
  return isnan (attainment) ? NAN : CLAMP (attainment, 0.0, 1.0);
}

/**
 * tl_full_weeks_elapsed:
 * @start: the first day
 * @due: the last day, or %TL_DATE_NONE when it goes on
 * @date: the day as of which to count
 *
 * A week that began on @start is full on the same weekday of the next.  After the last day no more weeks elapse.
 *
 * Returns: the number of full weeks; 0 without a start
 */
guint
tl_full_weeks_elapsed (TlDate start,
                       TlDate due,
                       TlDate date)
{
  TlDate end = due != TL_DATE_NONE && date > due ? due + 1 : date;

  if (start == TL_DATE_NONE || end <= start)
    return 0;

  return (end - start) / DAYS_A_WEEK;
}

/**
 * tl_expected_share:
 * @start: the first day
 * @due: the last day
 * @date: the day as of which to ask
 *
 * (date - start) / (due - start), held to 0..1: the share of the time that has passed.  One that starts and is
 * due on the same day is expected from that day on.
 *
 * Returns: the share, 0 to 1; NAN without both days, and when the last day lies before the first
 */
double
tl_expected_share (TlDate start,
                   TlDate due,
                   TlDate date)
{
  if (start == TL_DATE_NONE || due == TL_DATE_NONE || date == TL_DATE_NONE || due < start)
    return NAN;

  if (date >= due)
    return 1.0;
  if (date <= start)
    return 0.0;

  return (double) (date - start) / (double) (due - start);
}

/**
 * tl_health_from_attainment:
 * @attainment: an attainment, NAN when unknown
 * @expected: the share of the time that has passed, NAN when unknown
 * @thresholds: the document's margins
 *
 * On track when @attainment is at least @expected less the first margin, at risk when it is at least @expected
 * less the second, else off track.
 *
 * Returns: the health; %TL_HEALTH_NO_DATA when one of the two is unknown
 */
TlHealth
tl_health_from_attainment (double              attainment,
                           double              expected,
                           const TlThresholds *thresholds)
{
  g_return_val_if_fail (thresholds != NULL, TL_HEALTH_NO_DATA);

  if (isnan (attainment) || isnan (expected))
    return TL_HEALTH_NO_DATA;

  if (attainment >= expected - thresholds->on_track - ROUNDING)
    return TL_HEALTH_ON_TRACK;
  if (attainment >= expected - thresholds->at_risk - ROUNDING)
    return TL_HEALTH_AT_RISK;

  return TL_HEALTH_OFF_TRACK;
}

/**
 * tl_health_to_label:
 * @health: a health
 *
 * Returns: (transfer none): its name for people, translated
 */
const char *
tl_health_to_label (TlHealth health)
{
  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      return _("On track");
    case TL_HEALTH_AT_RISK:
      return _("At risk");
    case TL_HEALTH_OFF_TRACK:
      return _("Off track");
    case TL_HEALTH_NO_DATA:
    default:
      return _("No data");
    }
}

/**
 * tl_health_to_nick:
 * @health: a health
 *
 * Returns: (transfer none): its name in files, independent of the language
 */
const char *
tl_health_to_nick (TlHealth health)
{
  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      return "on-track";
    case TL_HEALTH_AT_RISK:
      return "at-risk";
    case TL_HEALTH_OFF_TRACK:
      return "off-track";
    case TL_HEALTH_NO_DATA:
    default:
      return "no-data";
    }
}
