/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-explain.h"

G_BEGIN_DECLS

TlExplanation *tl_explanation_new       (TlExplanationKind  kind,
                                         const char        *label,
                                         char              *value);
void           tl_explanation_add_input (TlExplanation     *self,
                                         const char        *label,
                                         char              *value,
                                         TlDate             date,
                                         guint              goal,
                                         guint              measure);
void           tl_explanation_add_note  (TlExplanation     *self,
                                         const char        *sentence);
TlExplanation *tl_explain_attainment_of_measure (TlScores *scores,
                                                 guint     measure);
TlExplanation *tl_explain_expected      (TlDate             start,
                                         TlDate             due,
                                         TlDate             date,
                                         double             expected);
TlExplanation *tl_explain_health        (double             attainment,
                                         double             expected,
                                         TlHealth           health,
                                         const TlThresholds *thresholds);

G_END_DECLS
