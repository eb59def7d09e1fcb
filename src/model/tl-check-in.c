/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at a goal on a day: how confident its owner is, and what was learned. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-check-in.h"

#include "tl-accessors.h"

struct _TlCheckIn
{
  TlEntity parent_instance;
};

enum
{
  PROP_GOAL = 1,
  PROP_DATE,
  PROP_CONFIDENCE,
  PROP_LEARNED,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_GOAL)

G_DEFINE_FINAL_TYPE (TlCheckIn, tl_check_in, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_check_in_class_init (TlCheckInClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "check-in");

  /**
   * TlCheckIn:goal:
   *
   * The goal looked at.
   */
  properties[PROP_FIELD (PROP_GOAL)] =
    g_param_spec_object ("goal", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlCheckIn:date:
   *
   * The day.
   */
  properties[PROP_FIELD (PROP_DATE)] =
    g_param_spec_boxed ("date", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlCheckIn:confidence:
   *
   * The chance of meeting the goal, 0 to 100 percent; NAN when not said.
   */
  properties[PROP_FIELD (PROP_CONFIDENCE)] =
    tl_param_spec_number ("confidence", NAN, TL_PARAM_FIELD);

  /**
   * TlCheckIn:learned:
   *
   * What was learned.
   */
  properties[PROP_FIELD (PROP_LEARNED)] =
    g_param_spec_string ("learned", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_check_in_init (TlCheckIn *self)
{
}

/**
 * tl_check_in_new:
 *
 * Returns: (transfer full): a new check in that is part of no model yet
 */
TlCheckIn *
tl_check_in_new (void)
{
  return g_object_new (TL_TYPE_CHECK_IN, NULL);
}

TL_DEFINE_REFERENCE (TlCheckIn, tl_check_in, TL_IS_CHECK_IN, goal, PROP_GOAL, TlGoal)
TL_DEFINE_INTEGER (TlCheckIn, tl_check_in, TL_IS_CHECK_IN, date, PROP_DATE, TlDate)
TL_DEFINE_NUMBER (TlCheckIn, tl_check_in, TL_IS_CHECK_IN, confidence, PROP_CONFIDENCE)
TL_DEFINE_STRING (TlCheckIn, tl_check_in, TL_IS_CHECK_IN, learned, PROP_LEARNED)
