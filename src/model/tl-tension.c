/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two goals that pull against each other.  Never part of a roll-up: it is drawn, listed and talked about. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-tension.h"

#include "tl-accessors.h"

struct _TlTension
{
  TlEntity parent_instance;
};

enum
{
  PROP_FIRST = 1,
  PROP_SECOND,
  PROP_REASON,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_FIRST)

G_DEFINE_FINAL_TYPE (TlTension, tl_tension, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_tension_class_init (TlTensionClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "tension");

  /**
   * TlTension:first:
   *
   * One of the goals.
   */
  properties[PROP_FIELD (PROP_FIRST)] =
    g_param_spec_object ("first", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlTension:second:
   *
   * The other one.
   */
  properties[PROP_FIELD (PROP_SECOND)] =
    g_param_spec_object ("second", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlTension:reason:
   *
   * Why they pull against each other.
   */
  properties[PROP_FIELD (PROP_REASON)] =
    g_param_spec_string ("reason", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_tension_init (TlTension *self)
{
}

/**
 * tl_tension_new:
 *
 * Returns: (transfer full): a new tension that is part of no model yet
 */
TlTension *
tl_tension_new (void)
{
  return g_object_new (TL_TYPE_TENSION, NULL);
}

TL_DEFINE_REFERENCE (TlTension, tl_tension, TL_IS_TENSION, first, PROP_FIRST, TlGoal)
TL_DEFINE_REFERENCE (TlTension, tl_tension, TL_IS_TENSION, second, PROP_SECOND, TlGoal)
TL_DEFINE_STRING (TlTension, tl_tension, TL_IS_TENSION, reason, PROP_REASON)
