/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever can own a goal: an organisation, a unit or a person.  All they have in common is a name. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-party.h"

#include "tl-accessors.h"

enum
{
  PROP_NAME = 1,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_NAME)

G_STATIC_ASSERT (PROP_FIELD (N_PROPS) == TL_PARTY_N_FIELDS);

G_DEFINE_ABSTRACT_TYPE (TlParty, tl_party, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_party_class_init (TlPartyClass *klass)
{
  /**
   * TlParty:name:
   *
   * What it, or the person, is called.
   */
  properties[PROP_FIELD (PROP_NAME)] =
    g_param_spec_string ("name", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (TL_ENTITY_CLASS (klass), properties, G_N_ELEMENTS (properties));
}

static void
tl_party_init (TlParty *self)
{
}

TL_DEFINE_STRING (TlParty, tl_party, TL_IS_PARTY, name, PROP_NAME)
