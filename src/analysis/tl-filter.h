/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-scores.h"

G_BEGIN_DECLS

/* Any health, any state */
#define TL_FILTER_ANY (-1)

/**
 * TlFilterPart:
 * @property: "text", "unit", "cycle", "category", "facet", "health", "owner" or "state"
 * @label: what it says, such as "Unit: Sales", translated
 *
 * One thing that a filter asks for.
 */
typedef struct
{
  const char *property;
  char       *label;
} TlFilterPart;

#define TL_TYPE_FILTER (tl_filter_get_type ())

G_DECLARE_FINAL_TYPE (TlFilter, tl_filter, TL, FILTER, GObject)

TlFilter   *tl_filter_new          (TlModel        *model);

const char *tl_filter_get_text     (TlFilter       *self);
void        tl_filter_set_text     (TlFilter       *self,
                                    const char     *text);
TlUnit     *tl_filter_get_unit     (TlFilter       *self);
void        tl_filter_set_unit     (TlFilter       *self,
                                    TlUnit         *unit);
TlCycle    *tl_filter_get_cycle    (TlFilter       *self);
void        tl_filter_set_cycle    (TlFilter       *self,
                                    TlCycle        *cycle);
TlParty    *tl_filter_get_owner    (TlFilter       *self);
void        tl_filter_set_owner    (TlFilter       *self,
                                    TlParty        *owner);
const char *tl_filter_get_category (TlFilter       *self);
void        tl_filter_set_category (TlFilter       *self,
                                    const char     *category);
TlFacet     tl_filter_get_facet    (TlFilter       *self);
void        tl_filter_set_facet    (TlFilter       *self,
                                    TlFacet         facet);
int         tl_filter_get_health   (TlFilter       *self);
void        tl_filter_set_health   (TlFilter       *self,
                                    int             health);
int         tl_filter_get_state    (TlFilter       *self);
void        tl_filter_set_state    (TlFilter       *self,
                                    int             state);

gboolean    tl_filter_is_empty     (TlFilter       *self);
gboolean    tl_filter_matches      (TlFilter       *self,
                                    const TlGraph  *graph,
                                    const TlScores *scores,
                                    guint           goal);
guint8     *tl_filter_match_all    (TlFilter       *self,
                                    const TlGraph  *graph,
                                    const TlScores *scores,
                                    guint          *n_matching);
GPtrArray  *tl_filter_dup_parts    (TlFilter       *self);
void        tl_filter_clear_part   (TlFilter       *self,
                                    const char     *property);
void        tl_filter_clear        (TlFilter       *self);

void        tl_filter_part_free    (TlFilterPart   *part);

G_END_DECLS
