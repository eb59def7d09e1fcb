/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-attainment.h"
#include "tl-contribution.h"
#include "tl-goal.h"
#include "tl-graph-changes.h"
#include "tl-measure.h"
#include "tl-model.h"
#include "tl-tension.h"

G_BEGIN_DECLS

typedef struct _TlGraph TlGraph;

/* A goal, a measure or an organisation that the graph does not know */
#define TL_GRAPH_NONE G_MAXUINT

/**
 * TlGraphNode:
 * @level: where the goal stands in its organisation
 * @organisation: the index of the organisation it belongs to, see tl_graph_get_organisation()
 * @facet: work, impact, result or unset
 * @state: draft, active, achieved, missed or dropped
 * @rollup: how its support follows from its supporters
 * @start: its first day, else its cycle's, else %TL_DATE_NONE
 * @due: its last day, else its cycle's, else %TL_DATE_NONE
 *
 * What the analyses need of a goal.
 */
typedef struct
{
  TlLevel     level;
  guint       organisation;
  TlFacet     facet;
  TlGoalState state;
  TlRollup    rollup;
  TlDate      start;
  TlDate      due;
} TlGraphNode;

/**
 * TlGraphLink:
 * @from: the index of the goal that helps
 * @to: the index of the goal that is helped
 * @weight: its weight among the supporters of @to, 0 or more
 * @critical: whether @to cannot be met without @from
 *
 * A contribution.  The index of a link is its place in tl_graph_get_links().
 */
typedef struct
{
  guint    from;
  guint    to;
  double   weight;
  gboolean critical;
} TlGraphLink;

/**
 * TlGraphTension:
 * @first: the index of a goal
 * @second: the index of the goal it pulls against
 */
typedef struct
{
  guint first;
  guint second;
} TlGraphTension;

/**
 * TlGraphMeasure:
 * @goal: the index of the goal it measures
 * @terms: what attainment is measured against
 * @weight: its weight among the measures of @goal, 0 or more
 * @unit: the same number for measures whose values can be added, 0 for those whose values cannot
 * @start: its first day, else the goal's, else the cycle's, else %TL_DATE_NONE
 * @due: its last day, else the goal's, else the cycle's, else %TL_DATE_NONE
 *
 * What the analyses need of a measure.
 */
typedef struct
{
  guint          goal;
  TlMeasureTerms terms;
  double         weight;
  guint          unit;
  TlDate         start;
  TlDate         due;
} TlGraphMeasure;

/**
 * TlGraphReading:
 * @date: the day it was read for
 * @value: the value, NAN when the day was reported without one
 */
typedef struct
{
  TlDate date;
  double value;
} TlGraphReading;

TlGraph              *tl_graph_new                (TlModel       *model);
TlGraph              *tl_graph_renew              (const TlGraph        *old,
                                                   TlModel              *model,
                                                   const TlGraphChanges *changes);
gboolean              tl_graph_has_same_structure (const TlGraph        *self,
                                                   const TlGraph        *other);
TlGraph              *tl_graph_ref                (TlGraph       *self);
void                  tl_graph_unref              (TlGraph       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraph, tl_graph_unref)

/* Goals */
guint                 tl_graph_get_n_goals        (const TlGraph *self);
const TlGraphNode    *tl_graph_get_node           (const TlGraph *self,
                                                   guint          goal);
TlGoal               *tl_graph_get_goal           (const TlGraph *self,
                                                   guint          goal);
TlParty              *tl_graph_get_owner          (const TlGraph *self,
                                                   guint          goal);
int                   tl_graph_find               (const TlGraph *self,
                                                   TlGoal        *goal);
const guint          *tl_graph_get_goals_of       (const TlGraph *self,
                                                   TlParty       *owner,
                                                   guint         *n_goals);
const guint          *tl_graph_get_order          (const TlGraph *self);

/* Links */
const TlGraphLink    *tl_graph_get_links          (const TlGraph *self,
                                                   guint         *n_links);
TlContribution       *tl_graph_get_contribution   (const TlGraph *self,
                                                   guint          link);
const TlGraphLink    *tl_graph_get_supporters     (const TlGraph *self,
                                                   guint          goal,
                                                   guint         *first_link,
                                                   guint         *n_links);
const guint          *tl_graph_get_helped         (const TlGraph *self,
                                                   guint          goal,
                                                   guint         *n_links);
guint                 tl_graph_find_link          (const TlGraph *self,
                                                   guint          from,
                                                   guint          to);
const TlGraphTension *tl_graph_get_tensions       (const TlGraph *self,
                                                   guint         *n_tensions);
TlTension            *tl_graph_get_tension        (const TlGraph *self,
                                                   guint          tension);

/* Damage */
gboolean              tl_graph_has_cycle          (const TlGraph *self);
const guint          *tl_graph_get_cycle_goals    (const TlGraph *self,
                                                   guint         *n_goals);

/* Organisations */
guint                 tl_graph_get_n_organisations (const TlGraph *self);
TlOrganisation       *tl_graph_get_organisation   (const TlGraph *self,
                                                   guint          organisation);

/* Measures and readings */
guint                 tl_graph_get_n_measures     (const TlGraph *self);
const TlGraphMeasure *tl_graph_get_measure        (const TlGraph *self,
                                                   guint          measure);
TlMeasure            *tl_graph_get_measure_entity (const TlGraph *self,
                                                   guint          measure);
guint                 tl_graph_find_measure       (const TlGraph *self,
                                                   TlMeasure     *measure);
const TlGraphMeasure *tl_graph_get_measures       (const TlGraph *self,
                                                   guint          goal,
                                                   guint         *first_measure,
                                                   guint         *n_measures);
const TlGraphReading *tl_graph_get_readings       (const TlGraph *self,
                                                   guint          measure,
                                                   guint         *n_readings);

/* What the document says for all of them */
const TlThresholds   *tl_graph_get_thresholds     (const TlGraph *self);
const char           *tl_graph_get_currency       (const TlGraph *self);

G_END_DECLS
