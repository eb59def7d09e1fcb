/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A directed link from the goal that helps to the goal that is helped. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-contribution.h"

#include "tl-accessors.h"

struct _TlContribution
{
  TlEntity parent_instance;
};

enum
{
  PROP_FROM = 1,
  PROP_TO,
  PROP_WEIGHT,
  PROP_RATIONALE,
  PROP_CRITICAL,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_FROM)

G_DEFINE_FINAL_TYPE (TlContribution, tl_contribution, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_contribution_class_init (TlContributionClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "contribution");

  /**
   * TlContribution:from:
   *
   * The goal that helps.
   */
  properties[PROP_FIELD (PROP_FROM)] =
    g_param_spec_object ("from", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlContribution:to:
   *
   * The goal that is helped.
   */
  properties[PROP_FIELD (PROP_TO)] =
    g_param_spec_object ("to", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlContribution:weight:
   *
   * Its weight among the contributions to the same goal, more than 0; the setter leaves it as it is when given anything else.
   */
  properties[PROP_FIELD (PROP_WEIGHT)] =
    tl_param_spec_weight ("weight", TL_PARAM_FIELD);

  /**
   * TlContribution:rationale:
   *
   * How it helps.
   */
  properties[PROP_FIELD (PROP_RATIONALE)] =
    g_param_spec_string ("rationale", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlContribution:critical:
   *
   * Whether the goal that is helped cannot be met without it.
   */
  properties[PROP_FIELD (PROP_CRITICAL)] =
    g_param_spec_boolean ("critical", NULL, NULL, FALSE, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_contribution_init (TlContribution *self)
{
}

/**
 * tl_contribution_new:
 *
 * Returns: (transfer full): a new contribution that is part of no model yet
 */
TlContribution *
tl_contribution_new (void)
{
  return g_object_new (TL_TYPE_CONTRIBUTION, NULL);
}

TL_DEFINE_REFERENCE (TlContribution, tl_contribution, TL_IS_CONTRIBUTION, from, PROP_FROM, TlGoal)
TL_DEFINE_REFERENCE (TlContribution, tl_contribution, TL_IS_CONTRIBUTION, to, PROP_TO, TlGoal)
TL_DEFINE_NUMBER (TlContribution, tl_contribution, TL_IS_CONTRIBUTION, weight, PROP_WEIGHT)
TL_DEFINE_STRING (TlContribution, tl_contribution, TL_IS_CONTRIBUTION, rationale, PROP_RATIONALE)
TL_DEFINE_INTEGER (TlContribution, tl_contribution, TL_IS_CONTRIBUTION, critical, PROP_CRITICAL, gboolean)
