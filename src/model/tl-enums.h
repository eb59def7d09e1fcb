/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The closed vocabularies of the model.  The nick of a value (the enumerator in lower case, without its
 * prefix) is what files and the command line say; the label is what people read, in their language.
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where in the organisation a goal stands; given by its owner, the highest first. */
typedef enum
{
  TL_LEVEL_ORGANISATION,
  TL_LEVEL_FUNCTION,
  TL_LEVEL_TEAM,
  TL_LEVEL_PERSON,
} TlLevel;

#define TL_N_LEVELS 4

typedef enum
{
  TL_ORGANISATION_KIND_OWN,
  TL_ORGANISATION_KIND_CUSTOMER,
  TL_ORGANISATION_KIND_PARTNER,
} TlOrganisationKind;

typedef enum
{
  TL_UNIT_KIND_FUNCTION,
  TL_UNIT_KIND_DIVISION,
  TL_UNIT_KIND_TEAM,
} TlUnitKind;

typedef enum
{
  TL_GOAL_STATE_DRAFT,
  TL_GOAL_STATE_ACTIVE,
  TL_GOAL_STATE_ACHIEVED,
  TL_GOAL_STATE_MISSED,
  TL_GOAL_STATE_DROPPED,
} TlGoalState;

/* Work is what we do, Impact what changes for other people, Result the evidence. */
typedef enum
{
  TL_FACET_UNSET,
  TL_FACET_WORK,
  TL_FACET_IMPACT,
  TL_FACET_RESULT,
} TlFacet;

/* Whose life the goal makes better, the nearest circle first. */
typedef enum
{
  TL_BENEFICIARY_UNSET,
  TL_BENEFICIARY_TEAM,
  TL_BENEFICIARY_ORGANISATION,
  TL_BENEFICIARY_CUSTOMER,
  TL_BENEFICIARY_CUSTOMERS_CUSTOMERS,
  TL_BENEFICIARY_COMMUNITY,
} TlBeneficiary;

/* What a stretch goal stretches; none when it is no stretch goal. */
typedef enum
{
  TL_STRETCH_NONE,
  TL_STRETCH_OUTCOME,
  TL_STRETCH_PROCESS,
  TL_STRETCH_LEARNING,
} TlStretch;

/* How the attainment of a goal follows from that of the goals that contribute to it. */
typedef enum
{
  TL_ROLLUP_WEIGHTED,
  TL_ROLLUP_ALL,
  TL_ROLLUP_ANY,
  TL_ROLLUP_SUM,
} TlRollup;

typedef enum
{
  TL_MEASURE_KIND_NUMBER,
  TL_MEASURE_KIND_CURRENCY,
  TL_MEASURE_KIND_PERCENT,
  TL_MEASURE_KIND_YES_NO,
  TL_MEASURE_KIND_COUNT_PER_WEEK,
} TlMeasureKind;

typedef enum
{
  TL_DIRECTION_UP,
  TL_DIRECTION_DOWN,
  TL_DIRECTION_BETWEEN,
} TlDirection;

/* A conversation that is paused is open. */
typedef enum
{
  TL_CONVERSATION_STATE_OPEN,
  TL_CONVERSATION_STATE_FINISHED,
} TlConversationState;

/* What became of what was agreed in a conversation. */
typedef enum
{
  TL_ACTION_STATE_OPEN,
  TL_ACTION_STATE_DONE,
  TL_ACTION_STATE_LET_GO,
} TlActionState;

G_END_DECLS
