/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-entity.h"
#include "tl-explain.h"
#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_FACT (tl_fact_get_type ())

G_DECLARE_FINAL_TYPE (TlFact, tl_fact, TL, FACT, GObject)

TlFact              *tl_fact_new                 (const char    *label,
                                                  const char    *value);
TlFact              *tl_fact_new_for_entity      (const char    *label,
                                                  TlEntity      *entity);
TlFact              *tl_fact_new_for_explanation (TlExplanation *explanation,
                                                  const char    *title);

const char          *tl_fact_get_label           (TlFact        *self);
const char          *tl_fact_get_value           (TlFact        *self);
const char          *tl_fact_get_title           (TlFact        *self);
TlEntity            *tl_fact_get_entity          (TlFact        *self);
const TlExplanation *tl_fact_get_explanation     (TlFact        *self);

void                 tl_facts_of_goal            (GListStore    *facts,
                                                  TlGoal        *goal);
void                 tl_facts_of_progress        (GListStore    *facts,
                                                  TlInsight     *insight,
                                                  TlGoal        *goal);
void                 tl_facts_of_person          (GListStore    *facts,
                                                  TlInsight     *insight,
                                                  TlPerson      *person);

G_END_DECLS
