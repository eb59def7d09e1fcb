/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the attainment of a measure came about, in the terms of tl-attainment.c: the formula that was taken, with
 * the numbers in it, and where they are from. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-explain-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-format.h"

/* Everything the explanation of one measure needs at hand */
typedef struct
{
  TlScores             *scores;
  guint                 index;
  const TlGraphMeasure *measure;
  const TlMeasureScore *score;
  TlMeasure            *entity;
  char                 *attainment;
} Context;

static char *
format_value_of (const Context *context,
                 double         value)
{
  const char *currency = tl_graph_get_currency (tl_scores_get_graph (context->scores));

  return tl_format_value (context->measure->terms.kind, tl_measure_get_unit (context->entity), currency,
                          value, TL_FORMAT_EXACT);
}

static void
add_input (TlExplanation *self,
           const Context *context,
           const char    *label,
           double         value,
           TlDate         date)
{
  if (isfinite (value))
    tl_explanation_add_input (self, label, format_value_of (context, value), date, TL_GRAPH_NONE, context->index);
}

static void
explain_to_target (TlExplanation *self,
                   const Context *context)
{
  const TlMeasureTerms *terms = &context->measure->terms;
  double numbers[] = { context->score->current, terms->baseline, terms->target };
  g_auto (GStrv) texts = tl_format_series (numbers, G_N_ELEMENTS (numbers));

  if (!isfinite (terms->baseline) && isfinite (context->score->attainment))
    {
      if (terms->direction != TL_DIRECTION_DOWN && terms->target > 0)
        self->formula = g_strdup_printf ("%s / %s = %s", texts[0], texts[2], context->attainment);
      tl_explanation_add_note (self, self->formula != NULL ? _("No starting value is given, so it counts from 0.")
                                                           : _("The target is reached."));
    }
  else if (terms->baseline == terms->target)
    {
      gboolean down = terms->direction == TL_DIRECTION_DOWN;
      const char *sign = context->score->attainment > 0 ? (down ? "≤" : "≥") : (down ? ">" : "<");

      self->formula = g_strdup_printf ("%s %s %s", texts[0], sign, texts[2]);
      tl_explanation_add_note (self, _("It is to stay where it began: all of it counts on the good side, "
                                       "nothing on the other."));
    }
  else if (isfinite (context->score->attainment))
    {
      self->formula = g_strdup_printf ("(%s − %s) / (%s − %s) = %s", texts[0], texts[1], texts[2], texts[1],
                                       context->attainment);
    }
}

/* Ends given in the wrong order are read in the right one, as tl_attainment_within_band() does; an unknown end stays
 * where it is, since no comparison with it holds. */
static void
explain_within_band (TlExplanation *self,
                     const Context *context)
{
  const TlMeasureTerms *terms = &context->measure->terms;
  double low = terms->low > terms->high ? terms->high : terms->low;
  double high = terms->low > terms->high ? terms->low : terms->high;
  double value = context->score->current;
  double outside = isfinite (low) && value < low ? low - value : value - high;
  double numbers[] = { value, low, high, outside };
  g_auto (GStrv) texts = tl_format_series (numbers, G_N_ELEMENTS (numbers));

  if (context->score->attainment == 1)
    {
      tl_explanation_add_note (self, _("It is where it has to stay."));
    }
  else if (!isfinite (low) || !isfinite (high) || low == high)
    {
      tl_explanation_add_note (self, _("It is outside of where it has to stay."));
    }
  else
    {
      self->formula = context->score->attainment > 0
        ? g_strdup_printf ("1 − %s / (%s − %s) = %s", texts[3], texts[2], texts[1], context->attainment)
        : NULL;
      tl_explanation_add_note (self, _("Outside of where it has to stay it loses in step with the distance, "
                                       "and is at nothing one width of the band away."));
    }
}

static void
explain_counts (TlExplanation *self,
                const Context *context)
{
  const TlMeasureTerms *terms = &context->measure->terms;
  g_autofree char *count = tl_format_number (context->score->count, TL_FORMAT_EXACT);
  g_autofree char *target = tl_format_number (terms->target, TL_FORMAT_EXACT);
  g_autofree char *note = NULL;

  note = g_strdup_printf (ngettext ("%1$s counted in %2$u full week.", "%1$s counted in %2$u full weeks.",
                                    context->score->weeks),
                          count, context->score->weeks);
  tl_explanation_add_note (self, note);

  if (terms->direction == TL_DIRECTION_BETWEEN)
    explain_within_band (self, context);
  else if (terms->direction == TL_DIRECTION_UP && terms->target > 0)
    self->formula = g_strdup_printf ("%s / (%s × %u) = %s", count, target, context->score->weeks,
                                     context->attainment);
  else
    tl_explanation_add_note (self, _("Fewer is better, so the mean of a week is held against the target."));
}

/* What is missing, the first thing a person would have to see to first */
static const char *
why_unknown (const Context *context)
{
  const TlMeasureTerms *terms = &context->measure->terms;

  if (terms->kind == TL_MEASURE_KIND_COUNT_PER_WEEK && context->measure->start == TL_DATE_NONE)
    return _("Without a first day there is no telling how many weeks have passed.");
  if (context->score->current_date == TL_DATE_NONE && !isfinite (context->score->current))
    return _("There is no reading yet.");
  if (terms->kind == TL_MEASURE_KIND_COUNT_PER_WEEK && context->score->weeks == 0)
    return _("The first full week has not passed yet.");
  if (terms->direction == TL_DIRECTION_BETWEEN)
    return _("It has neither a lowest nor a highest value to stay between.");
  if (!isfinite (terms->target))
    return _("It has no target.");

  return _("It has no starting value, so there is no telling how far the way is.");
}

static void
add_inputs (TlExplanation *self,
            const Context *context)
{
  const TlGraphMeasure *measure = context->measure;

  if (measure->terms.kind == TL_MEASURE_KIND_COUNT_PER_WEEK)
    add_input (self, context, _("Mean of the full weeks"), context->score->current, context->score->current_date);
  else
    add_input (self, context, _("Latest reading"), context->score->current, context->score->current_date);

  if (measure->terms.kind == TL_MEASURE_KIND_YES_NO)
    return;

  if (measure->terms.direction == TL_DIRECTION_BETWEEN)
    {
      add_input (self, context, _("Lowest"), measure->terms.low, TL_DATE_NONE);
      add_input (self, context, _("Highest"), measure->terms.high, TL_DATE_NONE);
      return;
    }

  if (measure->terms.kind != TL_MEASURE_KIND_COUNT_PER_WEEK || measure->terms.direction == TL_DIRECTION_DOWN)
    add_input (self, context, _("Starting value"), measure->terms.baseline, measure->start);
  add_input (self, context, _("Target"), measure->terms.target, measure->due);
}

/**
 * tl_explain_attainment_of_measure:
 * @scores: scores
 * @measure: the index of a measure
 *
 * Returns: (transfer full): how its attainment came about
 */
TlExplanation *
tl_explain_attainment_of_measure (TlScores *scores,
                                  guint     measure)
{
  TlGraph *graph = tl_scores_get_graph (scores);
  const TlMeasureScore *score = tl_scores_get_measure (scores, measure);
  g_autofree char *attainment = tl_format_share (score->attainment);
  Context context = { scores, measure, tl_graph_get_measure (graph, measure), score,
                      tl_graph_get_measure_entity (graph, measure), attainment };
  TlExplanation *self = tl_explanation_new (TL_EXPLANATION_ATTAINMENT, _("Attainment"), g_strdup (attainment));

  if (!isfinite (score->attainment))
    tl_explanation_add_note (self, why_unknown (&context));
  else if (context.measure->terms.kind == TL_MEASURE_KIND_YES_NO)
    tl_explanation_add_note (self, score->attainment > 0 ? _("It is as it should be.")
                                                         : _("It is not yet as it should be."));
  else if (context.measure->terms.kind == TL_MEASURE_KIND_COUNT_PER_WEEK)
    explain_counts (self, &context);
  else if (context.measure->terms.direction == TL_DIRECTION_BETWEEN)
    explain_within_band (self, &context);
  else
    explain_to_target (self, &context);

  add_inputs (self, &context);
  return self;
}
