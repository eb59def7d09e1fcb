/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

/* The stored properties that organisations, units and people inherit */
#define TL_PARTY_N_FIELDS 1

#define TL_TYPE_PARTY (tl_party_get_type ())

G_DECLARE_DERIVABLE_TYPE (TlParty, tl_party, TL, PARTY, TlEntity)

struct _TlPartyClass
{
  TlEntityClass parent_class;
};

const char *tl_party_get_name (TlParty    *self);
void        tl_party_set_name (TlParty    *self,
                               const char *value);

G_END_DECLS
