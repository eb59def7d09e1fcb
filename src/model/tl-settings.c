/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document itself says: its name and how it is to be read.  There is exactly one in a model. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-settings.h"

#include "tl-accessors.h"

struct _TlSettings
{
  TlEntity parent_instance;
};

enum
{
  PROP_NAME = 1,
  PROP_CURRENCY,
  PROP_ON_TRACK_MARGIN,
  PROP_AT_RISK_MARGIN,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_NAME)

G_DEFINE_FINAL_TYPE (TlSettings, tl_settings, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_settings_class_init (TlSettingsClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "settings");

  /**
   * TlSettings:name:
   *
   * The name of the document.
   */
  properties[PROP_FIELD (PROP_NAME)] =
    g_param_spec_string ("name", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlSettings:currency:
   *
   * The code of its currency by ISO 4217, if any.
   */
  properties[PROP_FIELD (PROP_CURRENCY)] =
    g_param_spec_string ("currency", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlSettings:on-track-margin:
   *
   * How far attainment may lag behind what is expected and still be on track, 0 to 1.
   */
  properties[PROP_FIELD (PROP_ON_TRACK_MARGIN)] =
    tl_param_spec_number ("on-track-margin", 0.10, TL_PARAM_FIELD);

  /**
   * TlSettings:at-risk-margin:
   *
   * How far it may lag behind and still be at risk only, 0 to 1.
   */
  properties[PROP_FIELD (PROP_AT_RISK_MARGIN)] =
    tl_param_spec_number ("at-risk-margin", 0.30, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_settings_init (TlSettings *self)
{
}

/**
 * tl_settings_new:
 *
 * Returns: (transfer full): a new settings that is part of no model yet
 */
TlSettings *
tl_settings_new (void)
{
  return g_object_new (TL_TYPE_SETTINGS, NULL);
}

TL_DEFINE_STRING (TlSettings, tl_settings, TL_IS_SETTINGS, name, PROP_NAME)
TL_DEFINE_STRING (TlSettings, tl_settings, TL_IS_SETTINGS, currency, PROP_CURRENCY)
TL_DEFINE_NUMBER (TlSettings, tl_settings, TL_IS_SETTINGS, on_track_margin, PROP_ON_TRACK_MARGIN)
TL_DEFINE_NUMBER (TlSettings, tl_settings, TL_IS_SETTINGS, at_risk_margin, PROP_AT_RISK_MARGIN)
