/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scores.h"

G_BEGIN_DECLS

/**
 * TlAmount:
 * @value: a current value, NAN when unknown
 * @baseline: where it began, NAN when unknown
 * @target: where it is to end
 * @unit: the number of its unit, see #TlGraphMeasure; 0 when there is no amount
 *
 * A value that can be added to others in the same unit.
 */
typedef struct
{
  double value;
  double baseline;
  double target;
  guint  unit;
} TlAmount;

struct _TlScores
{
  gatomicrefcount  ref_count;

  TlGraph         *graph;
  TlDate           date;
  TlThresholds     thresholds;
  TlGoalScore     *goals;
  TlMeasureScore  *measures;
  TlAmount        *amounts;    /* what each goal has to offer to one that adds up */
};

void     tl_scores_compute (TlScores *self);
TlAmount tl_scores_add_up  (TlScores *self,
                            guint     goal);

G_END_DECLS
