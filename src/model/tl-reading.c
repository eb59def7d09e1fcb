/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The value of a measure on a day. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-reading.h"

#include "tl-accessors.h"

struct _TlReading
{
  TlEntity parent_instance;
};

enum
{
  PROP_MEASURE = 1,
  PROP_DATE,
  PROP_VALUE,
  PROP_NOTE,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_MEASURE)

G_DEFINE_FINAL_TYPE (TlReading, tl_reading, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_reading_class_init (TlReadingClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "reading");

  /**
   * TlReading:measure:
   *
   * What was read.
   */
  properties[PROP_FIELD (PROP_MEASURE)] =
    g_param_spec_object ("measure", NULL, NULL, TL_TYPE_MEASURE, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlReading:date:
   *
   * The day it was read for.
   */
  properties[PROP_FIELD (PROP_DATE)] =
    g_param_spec_boxed ("date", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlReading:value:
   *
   * The value; NAN when the day was reported without one.
   */
  properties[PROP_FIELD (PROP_VALUE)] =
    tl_param_spec_number ("value", NAN, TL_PARAM_FIELD);

  /**
   * TlReading:note:
   *
   * What to know about it.
   */
  properties[PROP_FIELD (PROP_NOTE)] =
    g_param_spec_string ("note", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_reading_init (TlReading *self)
{
}

/**
 * tl_reading_new:
 *
 * Returns: (transfer full): a new reading that is part of no model yet
 */
TlReading *
tl_reading_new (void)
{
  return g_object_new (TL_TYPE_READING, NULL);
}

TL_DEFINE_REFERENCE (TlReading, tl_reading, TL_IS_READING, measure, PROP_MEASURE, TlMeasure)
TL_DEFINE_INTEGER (TlReading, tl_reading, TL_IS_READING, date, PROP_DATE, TlDate)
TL_DEFINE_NUMBER (TlReading, tl_reading, TL_IS_READING, value, PROP_VALUE)
TL_DEFINE_STRING (TlReading, tl_reading, TL_IS_READING, note, PROP_NOTE)
