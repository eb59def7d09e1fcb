/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-enums.h"
#include "tl-organisation.h"
#include "tl-party.h"

G_BEGIN_DECLS

#define TL_TYPE_UNIT (tl_unit_get_type ())

G_DECLARE_FINAL_TYPE (TlUnit, tl_unit, TL, UNIT, TlParty)

TlUnit         *tl_unit_new              (void);
TlUnitKind      tl_unit_get_kind         (TlUnit *self);
void            tl_unit_set_kind         (TlUnit     *self,
                                          TlUnitKind  value);
TlOrganisation *tl_unit_get_organisation (TlUnit *self);
void            tl_unit_set_organisation (TlUnit         *self,
                                          TlOrganisation *value);
TlUnit         *tl_unit_get_parent       (TlUnit *self);
void            tl_unit_set_parent       (TlUnit *self,
                                          TlUnit *value);
TlLevel         tl_unit_get_level        (TlUnit *self);
gboolean        tl_unit_contains         (TlUnit  *self,
                                          TlParty *party);

G_END_DECLS
