/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A function, a division or a team of an organisation.  Units nest. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-unit.h"

#include "tl-accessors.h"
#include "tl-enum-types.h"
#include "tl-person.h"

struct _TlUnit
{
  TlParty parent_instance;
};

enum
{
  PROP_KIND = TL_PARTY_N_FIELDS + 1,
  PROP_ORGANISATION,
  PROP_PARENT,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_KIND)

G_DEFINE_FINAL_TYPE (TlUnit, tl_unit, TL_TYPE_PARTY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_unit_class_init (TlUnitClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "unit");

  /**
   * TlUnit:kind:
   *
   * What sort of unit it is.
   */
  properties[PROP_FIELD (PROP_KIND)] =
    g_param_spec_enum ("kind", NULL, NULL, TL_TYPE_UNIT_KIND,
                       TL_UNIT_KIND_FUNCTION, TL_PARAM_FIELD);

  /**
   * TlUnit:organisation:
   *
   * The organisation it is part of.
   */
  properties[PROP_FIELD (PROP_ORGANISATION)] =
    g_param_spec_object ("organisation", NULL, NULL, TL_TYPE_ORGANISATION, TL_PARAM_FIELD | TL_PARAM_REQUIRED);

  /**
   * TlUnit:parent:
   *
   * The unit it is part of, if any.
   */
  properties[PROP_FIELD (PROP_PARENT)] =
    g_param_spec_object ("parent", NULL, NULL, TL_TYPE_UNIT, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_unit_init (TlUnit *self)
{
}

/**
 * tl_unit_new:
 *
 * Returns: (transfer full): a new unit that is part of no model yet
 */
TlUnit *
tl_unit_new (void)
{
  return g_object_new (TL_TYPE_UNIT, NULL);
}

TL_DEFINE_INTEGER (TlUnit, tl_unit, TL_IS_UNIT, kind, PROP_KIND, TlUnitKind)
TL_DEFINE_REFERENCE (TlUnit, tl_unit, TL_IS_UNIT, organisation, PROP_ORGANISATION, TlOrganisation)
TL_DEFINE_REFERENCE (TlUnit, tl_unit, TL_IS_UNIT, parent, PROP_PARENT, TlUnit)

/**
 * tl_unit_get_level:
 * @self: a unit
 *
 * Returns: the level of the goals that @self owns
 */
TlLevel
tl_unit_get_level (TlUnit *self)
{
  return tl_unit_get_kind (self) == TL_UNIT_KIND_TEAM ? TL_LEVEL_TEAM : TL_LEVEL_FUNCTION;
}

/**
 * tl_unit_contains:
 * @self: a unit
 * @party: (nullable): whoever may be part of it
 *
 * Returns: whether @party is @self, a unit somewhere below it, or a person of one of these.  Also ends where units go
 *   round in a circle, as they may in a damaged document.
 */
gboolean
tl_unit_contains (TlUnit  *self,
                  TlParty *party)
{
  TlUnit *above = NULL;
  TlUnit *behind;
  gboolean is_odd = FALSE;

  g_return_val_if_fail (TL_IS_UNIT (self), FALSE);

  if (TL_IS_PERSON (party))
    above = tl_person_get_unit (TL_PERSON (party));
  else if (TL_IS_UNIT (party))
    above = TL_UNIT (party);

  /* Whoever goes round in a circle meets who follows at half the pace. */
  for (behind = above; above != NULL; is_odd = !is_odd)
    {
      if (above == self)
        return TRUE;

      above = tl_unit_get_parent (above);
      if (is_odd)
        behind = tl_unit_get_parent (behind);
      if (above == behind)
        return FALSE;
    }

  return FALSE;
}
