/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An organisation: our own, a customer's or a partner's.  A document holds several, so that our work can be
 * connected to their objectives. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-organisation.h"

#include "tl-accessors.h"
#include "tl-enum-types.h"

struct _TlOrganisation
{
  TlParty parent_instance;
};

enum
{
  PROP_KIND = TL_PARTY_N_FIELDS + 1,
  PROP_NOTES,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_KIND)

G_DEFINE_FINAL_TYPE (TlOrganisation, tl_organisation, TL_TYPE_PARTY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_organisation_class_init (TlOrganisationClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "organisation");

  /**
   * TlOrganisation:kind:
   *
   * Whose organisation it is.
   */
  properties[PROP_FIELD (PROP_KIND)] =
    g_param_spec_enum ("kind", NULL, NULL, TL_TYPE_ORGANISATION_KIND,
                       TL_ORGANISATION_KIND_OWN, TL_PARAM_FIELD);

  /**
   * TlOrganisation:notes:
   *
   * What else to know, in plain text.
   */
  properties[PROP_FIELD (PROP_NOTES)] =
    g_param_spec_string ("notes", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_organisation_init (TlOrganisation *self)
{
}

/**
 * tl_organisation_new:
 *
 * Returns: (transfer full): a new organisation that is part of no model yet
 */
TlOrganisation *
tl_organisation_new (void)
{
  return g_object_new (TL_TYPE_ORGANISATION, NULL);
}

TL_DEFINE_INTEGER (TlOrganisation, tl_organisation, TL_IS_ORGANISATION, kind, PROP_KIND, TlOrganisationKind)
TL_DEFINE_STRING (TlOrganisation, tl_organisation, TL_IS_ORGANISATION, notes, PROP_NOTES)
