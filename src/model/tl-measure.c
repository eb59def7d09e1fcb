/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How to tell that a goal is met: a number that goes from a baseline to a target. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-measure.h"

#include "tl-accessors.h"
#include "tl-enum-types.h"

struct _TlMeasure
{
  TlEntity parent_instance;
};

enum
{
  PROP_GOAL = 1,
  PROP_NAME,
  PROP_UNIT,
  PROP_KIND,
  PROP_DIRECTION,
  PROP_BASELINE,
  PROP_TARGET,
  PROP_LOW,
  PROP_HIGH,
  PROP_START,
  PROP_DUE,
  PROP_WEIGHT,
  PROP_LEADING,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_GOAL)

G_DEFINE_FINAL_TYPE (TlMeasure, tl_measure, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_measure_class_init (TlMeasureClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "measure");

  /**
   * TlMeasure:goal:
   *
   * The goal it measures.
   */
  properties[PROP_FIELD (PROP_GOAL)] =
    g_param_spec_object ("goal", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlMeasure:name:
   *
   * What is measured.
   */
  properties[PROP_FIELD (PROP_NAME)] =
    g_param_spec_string ("name", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlMeasure:unit:
   *
   * The unit of its values, as people write it.
   */
  properties[PROP_FIELD (PROP_UNIT)] =
    g_param_spec_string ("unit", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlMeasure:kind:
   *
   * What sort of number it is.
   */
  properties[PROP_FIELD (PROP_KIND)] =
    g_param_spec_enum ("kind", NULL, NULL, TL_TYPE_MEASURE_KIND,
                       TL_MEASURE_KIND_NUMBER, TL_PARAM_FIELD);

  /**
   * TlMeasure:direction:
   *
   * Which way is good.
   */
  properties[PROP_FIELD (PROP_DIRECTION)] =
    g_param_spec_enum ("direction", NULL, NULL, TL_TYPE_DIRECTION,
                       TL_DIRECTION_UP, TL_PARAM_FIELD);

  /**
   * TlMeasure:baseline:
   *
   * The value it started from; NAN when unknown.
   */
  properties[PROP_FIELD (PROP_BASELINE)] =
    tl_param_spec_number ("baseline", NAN, TL_PARAM_FIELD);

  /**
   * TlMeasure:target:
   *
   * The value to reach; for a count per week, the count to reach each week; NAN when undefined.
   */
  properties[PROP_FIELD (PROP_TARGET)] =
    tl_param_spec_number ("target", NAN, TL_PARAM_FIELD);

  /**
   * TlMeasure:low:
   *
   * The lower end of the band to stay in; NAN when there is none.
   */
  properties[PROP_FIELD (PROP_LOW)] =
    tl_param_spec_number ("low", NAN, TL_PARAM_FIELD);

  /**
   * TlMeasure:high:
   *
   * The upper end of the band to stay in; NAN when there is none.
   */
  properties[PROP_FIELD (PROP_HIGH)] =
    tl_param_spec_number ("high", NAN, TL_PARAM_FIELD);

  /**
   * TlMeasure:start:
   *
   * The first day; the goal's when there is none.
   */
  properties[PROP_FIELD (PROP_START)] =
    g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlMeasure:due:
   *
   * The last day; the goal's when there is none.
   */
  properties[PROP_FIELD (PROP_DUE)] =
    g_param_spec_boxed ("due", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlMeasure:weight:
   *
   * Its weight among the measures of the same goal, more than 0; the setter leaves it as it is when given anything else.
   */
  properties[PROP_FIELD (PROP_WEIGHT)] =
    tl_param_spec_weight ("weight", TL_PARAM_FIELD);

  /**
   * TlMeasure:leading:
   *
   * Whether it measures an activity or a process, and not an outcome.
   */
  properties[PROP_FIELD (PROP_LEADING)] =
    g_param_spec_boolean ("leading", NULL, NULL, FALSE, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_measure_init (TlMeasure *self)
{
}

/**
 * tl_measure_new:
 *
 * Returns: (transfer full): a new measure that is part of no model yet
 */
TlMeasure *
tl_measure_new (void)
{
  return g_object_new (TL_TYPE_MEASURE, NULL);
}

TL_DEFINE_REFERENCE (TlMeasure, tl_measure, TL_IS_MEASURE, goal, PROP_GOAL, TlGoal)
TL_DEFINE_STRING (TlMeasure, tl_measure, TL_IS_MEASURE, name, PROP_NAME)
TL_DEFINE_STRING (TlMeasure, tl_measure, TL_IS_MEASURE, unit, PROP_UNIT)
TL_DEFINE_INTEGER (TlMeasure, tl_measure, TL_IS_MEASURE, kind, PROP_KIND, TlMeasureKind)
TL_DEFINE_INTEGER (TlMeasure, tl_measure, TL_IS_MEASURE, direction, PROP_DIRECTION, TlDirection)
TL_DEFINE_NUMBER (TlMeasure, tl_measure, TL_IS_MEASURE, baseline, PROP_BASELINE)
TL_DEFINE_NUMBER (TlMeasure, tl_measure, TL_IS_MEASURE, target, PROP_TARGET)
TL_DEFINE_NUMBER (TlMeasure, tl_measure, TL_IS_MEASURE, low, PROP_LOW)
TL_DEFINE_NUMBER (TlMeasure, tl_measure, TL_IS_MEASURE, high, PROP_HIGH)
TL_DEFINE_INTEGER (TlMeasure, tl_measure, TL_IS_MEASURE, start, PROP_START, TlDate)
TL_DEFINE_INTEGER (TlMeasure, tl_measure, TL_IS_MEASURE, due, PROP_DUE, TlDate)
TL_DEFINE_NUMBER (TlMeasure, tl_measure, TL_IS_MEASURE, weight, PROP_WEIGHT)
TL_DEFINE_INTEGER (TlMeasure, tl_measure, TL_IS_MEASURE, leading, PROP_LEADING, gboolean)
