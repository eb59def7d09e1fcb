/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A person who works in an organisation. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-person.h"

#include "tl-accessors.h"

struct _TlPerson
{
  TlParty parent_instance;
};

enum
{
  PROP_ROLE = TL_PARTY_N_FIELDS + 1,
  PROP_EMAIL,
  PROP_REFERENCE,
  PROP_ORGANISATION,
  PROP_UNIT,
  PROP_MANAGER,
  PROP_CAPACITY,
  PROP_NOTES,
  PROP_PRIVATE_NOTES,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_ROLE)

G_DEFINE_FINAL_TYPE (TlPerson, tl_person, TL_TYPE_PARTY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_person_class_init (TlPersonClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "person");

  /**
   * TlPerson:role:
   *
   * The job title.
   */
  properties[PROP_FIELD (PROP_ROLE)] =
    g_param_spec_string ("role", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlPerson:email:
   *
   * The e-mail address.
   */
  properties[PROP_FIELD (PROP_EMAIL)] =
    g_param_spec_string ("email", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlPerson:reference:
   *
   * What the person is called in the file they came from.
   */
  properties[PROP_FIELD (PROP_REFERENCE)] =
    g_param_spec_string ("reference", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlPerson:organisation:
   *
   * The organisation they work in.
   */
  properties[PROP_FIELD (PROP_ORGANISATION)] =
    g_param_spec_object ("organisation", NULL, NULL, TL_TYPE_ORGANISATION, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlPerson:unit:
   *
   * The unit they work in, if any.
   */
  properties[PROP_FIELD (PROP_UNIT)] =
    g_param_spec_object ("unit", NULL, NULL, TL_TYPE_UNIT, TL_PARAM_FIELD);

  /**
   * TlPerson:manager:
   *
   * The person they report to, if any.
   */
  properties[PROP_FIELD (PROP_MANAGER)] =
    g_param_spec_object ("manager", NULL, NULL, TL_TYPE_PERSON, TL_PARAM_FIELD);

  /**
   * TlPerson:capacity:
   *
   * Working time, hours a week; NAN when unknown.
   */
  properties[PROP_FIELD (PROP_CAPACITY)] =
    tl_param_spec_number ("capacity", NAN, TL_PARAM_FIELD);

  /**
   * TlPerson:notes:
   *
   * What else to know, in plain text.
   */
  properties[PROP_FIELD (PROP_NOTES)] =
    g_param_spec_string ("notes", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlPerson:private-notes:
   *
   * What only whoever keeps the document is to read; never part of what is shared.
   */
  properties[PROP_FIELD (PROP_PRIVATE_NOTES)] =
    g_param_spec_string ("private-notes", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_person_init (TlPerson *self)
{
}

/**
 * tl_person_new:
 *
 * Returns: (transfer full): a new person that is part of no model yet
 */
TlPerson *
tl_person_new (void)
{
  return g_object_new (TL_TYPE_PERSON, NULL);
}

TL_DEFINE_STRING (TlPerson, tl_person, TL_IS_PERSON, role, PROP_ROLE)
TL_DEFINE_STRING (TlPerson, tl_person, TL_IS_PERSON, email, PROP_EMAIL)
TL_DEFINE_STRING (TlPerson, tl_person, TL_IS_PERSON, reference, PROP_REFERENCE)
TL_DEFINE_REFERENCE (TlPerson, tl_person, TL_IS_PERSON, organisation, PROP_ORGANISATION, TlOrganisation)
TL_DEFINE_REFERENCE (TlPerson, tl_person, TL_IS_PERSON, unit, PROP_UNIT, TlUnit)
TL_DEFINE_REFERENCE (TlPerson, tl_person, TL_IS_PERSON, manager, PROP_MANAGER, TlPerson)
TL_DEFINE_NUMBER (TlPerson, tl_person, TL_IS_PERSON, capacity, PROP_CAPACITY)
TL_DEFINE_STRING (TlPerson, tl_person, TL_IS_PERSON, notes, PROP_NOTES)
TL_DEFINE_STRING (TlPerson, tl_person, TL_IS_PERSON, private_notes, PROP_PRIVATE_NOTES)
