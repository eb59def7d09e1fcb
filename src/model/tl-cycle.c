/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A span of time that goals are made for, such as a year or a quarter. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-cycle.h"

#include "tl-accessors.h"

struct _TlCycle
{
  TlEntity parent_instance;
};

enum
{
  PROP_NAME = 1,
  PROP_START,
  PROP_END,
  PROP_CLOSED,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_NAME)

G_DEFINE_FINAL_TYPE (TlCycle, tl_cycle, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_cycle_class_init (TlCycleClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "cycle");

  /**
   * TlCycle:name:
   *
   * What the cycle is called.
   */
  properties[PROP_FIELD (PROP_NAME)] =
    g_param_spec_string ("name", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlCycle:start:
   *
   * The first day.
   */
  properties[PROP_FIELD (PROP_START)] =
    g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlCycle:end:
   *
   * The last day.
   */
  properties[PROP_FIELD (PROP_END)] =
    g_param_spec_boxed ("end", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlCycle:closed:
   *
   * Whether the cycle is over: its goals have been looked back on, and no new ones are made for it.
   */
  properties[PROP_FIELD (PROP_CLOSED)] =
    g_param_spec_boolean ("closed", NULL, NULL, FALSE, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_cycle_init (TlCycle *self)
{
}

/**
 * tl_cycle_new:
 *
 * Returns: (transfer full): a new cycle that is part of no model yet
 */
TlCycle *
tl_cycle_new (void)
{
  return g_object_new (TL_TYPE_CYCLE, NULL);
}

TL_DEFINE_STRING (TlCycle, tl_cycle, TL_IS_CYCLE, name, PROP_NAME)
TL_DEFINE_INTEGER (TlCycle, tl_cycle, TL_IS_CYCLE, start, PROP_START, TlDate)
TL_DEFINE_INTEGER (TlCycle, tl_cycle, TL_IS_CYCLE, end, PROP_END, TlDate)
TL_DEFINE_INTEGER (TlCycle, tl_cycle, TL_IS_CYCLE, closed, PROP_CLOSED, gboolean)
