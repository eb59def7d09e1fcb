/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_SETTINGS (tl_settings_get_type ())

G_DECLARE_FINAL_TYPE (TlSettings, tl_settings, TL, SETTINGS, TlEntity)

TlSettings *tl_settings_new                 (void);
const char *tl_settings_get_name            (TlSettings *self);
void        tl_settings_set_name            (TlSettings *self,
                                             const char *value);
const char *tl_settings_get_currency        (TlSettings *self);
void        tl_settings_set_currency        (TlSettings *self,
                                             const char *value);
double      tl_settings_get_on_track_margin (TlSettings *self);
void        tl_settings_set_on_track_margin (TlSettings *self,
                                             double      value);
double      tl_settings_get_at_risk_margin  (TlSettings *self);
void        tl_settings_set_at_risk_margin  (TlSettings *self,
                                             double      value);

G_END_DECLS
