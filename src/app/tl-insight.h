/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-model.h"
#include "tl-scores.h"

G_BEGIN_DECLS

#define TL_TYPE_INSIGHT (tl_insight_get_type ())

G_DECLARE_FINAL_TYPE (TlInsight, tl_insight, TL, INSIGHT, GObject)

TlInsight *tl_insight_new        (TlModel   *model);

TlModel   *tl_insight_get_model  (TlInsight *self);
TlGraph   *tl_insight_get_graph  (TlInsight *self);
TlScores  *tl_insight_get_scores (TlInsight *self);

G_END_DECLS
