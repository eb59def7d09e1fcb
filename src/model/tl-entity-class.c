/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a class of entities says what it stores: its kind, and its properties as fields. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "tl-entity.h"

static TlFieldType
field_type_for_pspec (GParamSpec *pspec)
{
  GType type = G_PARAM_SPEC_VALUE_TYPE (pspec);

  if (type == G_TYPE_STRING)
    return TL_FIELD_STRING;
  if (type == G_TYPE_INT)
    return TL_FIELD_INT;
  if (type == G_TYPE_DOUBLE)
    return TL_FIELD_DOUBLE;
  if (type == G_TYPE_BOOLEAN)
    return TL_FIELD_BOOLEAN;
  if (type == G_TYPE_DATE)
    return TL_FIELD_DATE;
  if (G_TYPE_IS_ENUM (type))
    return TL_FIELD_ENUM;
  if (g_type_is_a (type, TL_TYPE_ENTITY))
    return TL_FIELD_REFERENCE;

  g_error ("Property %s::%s has a type that cannot be stored", g_type_name (pspec->owner_type), pspec->name);
}

/**
 * tl_param_spec_number:
 * @name: the name of a property
 * @default_value: its value in the beginning; NAN for unknown
 * @flags: as for every property
 *
 * Like g_param_spec_double() without limits, but with a default value that may be unknown.
 *
 * Returns: (transfer floating): the specification
 */
GParamSpec *
tl_param_spec_number (const char  *name,
                      double       default_value,
                      GParamFlags  flags)
{
  /* GLib takes NAN for a value out of range; lax validation lets it be set all the same. */
  GParamSpec *pspec = g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                           flags | G_PARAM_LAX_VALIDATION);

  G_PARAM_SPEC_DOUBLE (pspec)->default_value = default_value;
  return pspec;
}

static GQuark
get_weight_quark (void)
{
  return g_quark_from_static_string ("tl-param-spec-weight");
}

/**
 * tl_param_spec_weight:
 * @name: the name of a property
 * @flags: as for every property
 *
 * Like tl_param_spec_number() for a weight: 1 in the beginning, and always a number above zero.
 *
 * Returns: (transfer floating): the specification
 */
GParamSpec *
tl_param_spec_weight (const char  *name,
                      GParamFlags  flags)
{
  GParamSpec *pspec = tl_param_spec_number (name, 1.0, flags);

  /* A minimum of the specification would be of no use: GObject changes what is below it instead of refusing it. */
  g_param_spec_set_qdata (pspec, get_weight_quark (), GINT_TO_POINTER (TRUE));
  return pspec;
}

/**
 * tl_param_spec_takes_number:
 * @pspec: the specification of a number that is stored
 * @value: a number; NAN for unknown
 *
 * A weight is above zero, and what is known in the beginning cannot become unknown.  Setters leave the property as it
 * is when they are given something else; whoever lets people type a number asks first.
 *
 * Returns: whether the property can have @value
 */
gboolean
tl_param_spec_takes_number (GParamSpec *pspec,
                            double      value)
{
  g_return_val_if_fail (G_IS_PARAM_SPEC_DOUBLE (pspec), FALSE);

  if (isnan (value))
    return isnan (G_PARAM_SPEC_DOUBLE (pspec)->default_value);

  return g_param_spec_get_qdata (pspec, get_weight_quark ()) == NULL || (value > 0 && value < G_MAXDOUBLE);
}

/**
 * tl_entity_class_set_kind:
 * @klass: a class of entities
 * @kind: (transfer none): a static name, such as "goal"; also the name of its table
 */
void
tl_entity_class_set_kind (TlEntityClass *klass,
                          const char    *kind)
{
  klass->kind = kind;
}

/**
 * tl_entity_class_add_fields:
 * @klass: a class of entities, in its class_init
 * @pspecs: (array length=n_pspecs) (transfer full): the stored properties, made with %TL_PARAM_FIELD
 * @n_pspecs: how many
 *
 * Installs @pspecs and keeps their values in this class.  Their property ids follow on those of the parent
 * class, and start with 1.
 */
void
tl_entity_class_add_fields (TlEntityClass  *klass,
                            GParamSpec    **pspecs,
                            guint           n_pspecs)
{
  GObjectClass *entity_class = g_type_class_peek (TL_TYPE_ENTITY);
  guint n_inherited = klass->n_fields;
  TlField *fields = g_new0 (TlField, n_inherited + n_pspecs);

  if (n_inherited > 0)
    memcpy (fields, klass->fields, n_inherited * sizeof (TlField));

  klass->fields = fields;
  klass->n_fields = n_inherited + n_pspecs;

  /* GObject does not let a class inherit these two by itself. */
  G_OBJECT_CLASS (klass)->get_property = entity_class->get_property;
  G_OBJECT_CLASS (klass)->set_property = entity_class->set_property;

  for (guint i = 0; i < n_pspecs; i++)
    {
      TlField *field = &fields[n_inherited + i];

      g_object_class_install_property (G_OBJECT_CLASS (klass), n_inherited + i + 1, pspecs[i]);
      field->pspec = pspecs[i];
      field->type = field_type_for_pspec (pspecs[i]);
      field->required = (pspecs[i]->flags & TL_PARAM_REQUIRED) != 0;
      g_assert (!field->required || field->type == TL_FIELD_REFERENCE);
    }
}

/**
 * tl_entity_class_get_fields:
 * @klass: a class of entities
 * @n_fields: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_fields): the stored properties, those of parent classes first, in
 *   the order of tl_entity_peek_slots()
 */
const TlField *
tl_entity_class_get_fields (TlEntityClass *klass,
                            guint         *n_fields)
{
  *n_fields = klass->n_fields;
  return klass->fields;
}
