/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-enums.h"
#include "tl-party.h"

G_BEGIN_DECLS

#define TL_TYPE_ORGANISATION (tl_organisation_get_type ())

G_DECLARE_FINAL_TYPE (TlOrganisation, tl_organisation, TL, ORGANISATION, TlParty)

TlOrganisation    *tl_organisation_new       (void);
TlOrganisationKind tl_organisation_get_kind  (TlOrganisation *self);
void               tl_organisation_set_kind  (TlOrganisation     *self,
                                              TlOrganisationKind  value);
const char        *tl_organisation_get_notes (TlOrganisation *self);
void               tl_organisation_set_notes (TlOrganisation *self,
                                              const char     *value);

G_END_DECLS
