/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-explain.h"
#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_FACT (tl_fact_get_type ())

G_DECLARE_FINAL_TYPE (TlFact, tl_fact, TL, FACT, GObject)

TlFact              *tl_fact_new             (TlExplanation *explanation,
                                              const char    *title);

const char          *tl_fact_get_label       (TlFact        *self);
const char          *tl_fact_get_value       (TlFact        *self);
const char          *tl_fact_get_title       (TlFact        *self);
const TlExplanation *tl_fact_get_explanation (TlFact        *self);

void                 tl_facts_of_progress    (GListStore    *facts,
                                              TlInsight     *insight,
                                              TlGoal        *goal);

G_END_DECLS
