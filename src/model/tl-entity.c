/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What everything in a document has in common: an identity, stored properties, and references to other
 * entities.
 *
 * A class of entities declares its stored properties as GParamSpecs and nothing more; their values are kept
 * here, in an array of slots eight bytes wide.  So one piece of code, in the store, carries every class to the
 * disk and back, and one piece of code knows which entities refer to which.  Struct members with hand-written
 * getters and setters were rejected: each new property would have had to be repeated in five places, and one
 * of them forgotten.  An array of GValue was rejected for its size (three times as large at 10,000 goals).
 *
 * A reference owns what it points to.  An entity that is part of a model also knows who refers to it: the
 * referrers are kept as bare pointers, and are only ever entities of the same model.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <math.h>

#include "tl-date.h"
#include "tl-entity.h"
#include "tl-model.h"

typedef struct
{
  char      *id;
  TlModel   *model;
  guint64    rank;
  TlSlot    *slots;
  GPtrArray *referrers;
} TlEntityPrivate;

enum
{
  PROP_0,
  PROP_ID = G_MAXINT,
};

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TlEntity, tl_entity, G_TYPE_OBJECT)

static inline TlEntityPrivate *
get_private (TlEntity *self)
{
  return tl_entity_get_instance_private (self);
}

static inline const TlField *
get_field (TlEntity *self,
           guint     prop_id)
{
  TlEntityClass *klass = TL_ENTITY_GET_CLASS (self);

  g_assert (prop_id >= 1 && prop_id <= klass->n_fields);

  return &klass->fields[prop_id - 1];
}

static inline TlSlot *
get_slot (TlEntity *self,
          guint     prop_id)
{
  return &get_private (self)->slots[prop_id - 1];
}

static void
init_slot (const TlField *field,
           TlSlot        *slot)
{
  const GValue *value = g_param_spec_get_default_value (field->pspec);

  switch (field->type)
    {
    case TL_FIELD_STRING:
      slot->string = g_value_dup_string (value);
      break;
    case TL_FIELD_DOUBLE:
      slot->number = g_value_get_double (value);
      break;
    case TL_FIELD_INT:
      slot->integer = g_value_get_int (value);
      break;
    case TL_FIELD_BOOLEAN:
      slot->integer = g_value_get_boolean (value);
      break;
    case TL_FIELD_ENUM:
      slot->integer = g_value_get_enum (value);
      break;
    case TL_FIELD_DATE:
      slot->integer = TL_DATE_NONE;
      break;
    case TL_FIELD_REFERENCE:
      slot->reference = NULL;
      break;
    }
}

static void
clear_slot (const TlField *field,
            TlSlot        *slot)
{
  if (field->type == TL_FIELD_STRING)
    g_clear_pointer (&slot->string, g_free);
  else if (field->type == TL_FIELD_REFERENCE)
    g_clear_object (&slot->reference);
}

static void
add_referrer (TlEntity *self,
              TlEntity *referrer)
{
  TlEntityPrivate *priv = get_private (self);

  if (priv->referrers == NULL)
    priv->referrers = g_ptr_array_sized_new (2);

  g_ptr_array_add (priv->referrers, referrer);
}

/* The newest referrers are the first to go when an edit is undone, hence the search from the end. */
static void
remove_referrer (TlEntity *self,
                 TlEntity *referrer)
{
  TlEntityPrivate *priv = get_private (self);

  for (guint i = priv->referrers != NULL ? priv->referrers->len : 0; i-- > 0;)
    {
      if (g_ptr_array_index (priv->referrers, i) == referrer)
        {
          g_ptr_array_remove_index (priv->referrers, i);
          return;
        }
    }

  g_assert_not_reached ();
}

static void
replace_reference (TlEntity *self,
                   TlSlot   *slot,
                   TlEntity *value)
{
  gboolean attached = get_private (self)->model != NULL;

  if (slot->reference != NULL && attached)
    remove_referrer (slot->reference, self);

  g_set_object (&slot->reference, value);

  if (value != NULL && attached)
    add_referrer (value, self);
}

static void
notify_field (TlEntity *self,
              guint     prop_id)
{
  g_object_notify_by_pspec (G_OBJECT (self), get_field (self, prop_id)->pspec);
}

static void
tl_entity_dispatch_properties_changed (GObject     *object,
                                       guint        n_pspecs,
                                       GParamSpec **pspecs)
{
  TlEntity *self = TL_ENTITY (object);
  TlEntityPrivate *priv = get_private (self);

  G_OBJECT_CLASS (tl_entity_parent_class)->dispatch_properties_changed (object, n_pspecs, pspecs);

  for (guint i = 0; i < n_pspecs && priv->model != NULL; i++)
    tl_model_entity_changed (priv->model, self, pspecs[i]);
}

/* While the init functions run, the class of the instance is still that of a parent; here it is the final one,
 * and no property has been set yet. */
static void
tl_entity_constructed (GObject *object)
{
  TlEntity *self = TL_ENTITY (object);
  TlEntityClass *klass = TL_ENTITY_GET_CLASS (self);
  TlEntityPrivate *priv = get_private (self);

  priv->slots = g_new (TlSlot, MAX (klass->n_fields, 1));
  for (guint i = 0; i < klass->n_fields; i++)
    init_slot (&klass->fields[i], &priv->slots[i]);

  G_OBJECT_CLASS (tl_entity_parent_class)->constructed (object);
}

static void
tl_entity_finalize (GObject *object)
{
  TlEntity *self = TL_ENTITY (object);
  TlEntityClass *klass = TL_ENTITY_GET_CLASS (self);
  TlEntityPrivate *priv = get_private (self);

  g_assert (priv->model == NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    clear_slot (&klass->fields[i], &priv->slots[i]);

  g_clear_pointer (&priv->slots, g_free);
  g_clear_pointer (&priv->referrers, g_ptr_array_unref);
  g_clear_pointer (&priv->id, g_free);

  G_OBJECT_CLASS (tl_entity_parent_class)->finalize (object);
}

static void
tl_entity_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TlEntity *self = TL_ENTITY (object);
  const TlSlot *slot;

  if (prop_id == PROP_ID)
    {
      g_value_set_string (value, tl_entity_get_id (self));
      return;
    }

  slot = get_slot (self, prop_id);

  switch (get_field (self, prop_id)->type)
    {
    case TL_FIELD_STRING:
      g_value_set_string (value, slot->string);
      break;
    case TL_FIELD_DOUBLE:
      g_value_set_double (value, slot->number);
      break;
    case TL_FIELD_INT:
      g_value_set_int (value, slot->integer);
      break;
    case TL_FIELD_BOOLEAN:
      g_value_set_boolean (value, slot->integer != 0);
      break;
    case TL_FIELD_ENUM:
      g_value_set_enum (value, slot->integer);
      break;
    case TL_FIELD_DATE:
      g_value_take_boxed (value, tl_date_to_gdate (slot->integer));
      break;
    case TL_FIELD_REFERENCE:
      g_value_set_object (value, slot->reference);
      break;
    }
}

static void
tl_entity_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TlEntity *self = TL_ENTITY (object);

  switch (get_field (self, prop_id)->type)
    {
    case TL_FIELD_STRING:
      tl_entity_set_string (self, prop_id, g_value_get_string (value));
      break;
    case TL_FIELD_DOUBLE:
      tl_entity_set_number (self, prop_id, g_value_get_double (value));
      break;
    case TL_FIELD_INT:
      tl_entity_set_integer (self, prop_id, g_value_get_int (value));
      break;
    case TL_FIELD_BOOLEAN:
      tl_entity_set_integer (self, prop_id, g_value_get_boolean (value));
      break;
    case TL_FIELD_ENUM:
      tl_entity_set_integer (self, prop_id, g_value_get_enum (value));
      break;
    case TL_FIELD_DATE:
      tl_entity_set_integer (self, prop_id, tl_date_from_gdate (g_value_get_boxed (value)));
      break;
    case TL_FIELD_REFERENCE:
      tl_entity_set_reference (self, prop_id, g_value_get_object (value));
      break;
    }
}

static void
tl_entity_class_init (TlEntityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = tl_entity_constructed;
  object_class->finalize = tl_entity_finalize;
  object_class->get_property = tl_entity_get_property;
  object_class->set_property = tl_entity_set_property;
  object_class->dispatch_properties_changed = tl_entity_dispatch_properties_changed;

  g_object_class_install_property (object_class, PROP_ID,
                                   g_param_spec_string ("id", NULL, NULL, NULL,
                                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tl_entity_init (TlEntity *self)
{
}

/**
 * tl_entity_get_id:
 * @self: an entity
 *
 * Returns: (transfer none): the UUID of @self, made on first use
 */
const char *
tl_entity_get_id (TlEntity *self)
{
  TlEntityPrivate *priv;

  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  priv = get_private (self);
  if (priv->id == NULL)
    priv->id = g_uuid_string_random ();

  return priv->id;
}

/**
 * tl_entity_load_id:
 * @self: an entity that has no identity yet
 * @id: the UUID it is known by
 */
void
tl_entity_load_id (TlEntity   *self,
                   const char *id)
{
  TlEntityPrivate *priv = get_private (self);

  g_return_if_fail (priv->id == NULL);
  g_return_if_fail (id != NULL);

  priv->id = g_strdup (id);
}

/**
 * tl_entity_get_kind:
 * @self: an entity
 *
 * Returns: (transfer none): the name of its class in files, such as "goal"
 */
const char *
tl_entity_get_kind (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  return TL_ENTITY_GET_CLASS (self)->kind;
}

/**
 * tl_entity_get_model:
 * @self: an entity
 *
 * Returns: (transfer none) (nullable): the model @self is part of
 */
TlModel *
tl_entity_get_model (TlEntity *self)
{
  g_return_val_if_fail (TL_IS_ENTITY (self), NULL);

  return get_private (self)->model;
}

/**
 * tl_entity_peek_slots:
 * @self: an entity
 *
 * Returns: (transfer none): the values of the stored properties, one for each field of the class
 */
const TlSlot *
tl_entity_peek_slots (TlEntity *self)
{
  return get_private (self)->slots;
}

/**
 * tl_entity_load_slot:
 * @self: an entity
 * @field: the index of a field of its class
 * @value: its value; strings are taken over, references are not
 *
 * Sets a stored property without notification.  For an entity that nobody can be looking at yet.
 */
void
tl_entity_load_slot (TlEntity *self,
                     guint     field,
                     TlSlot    value)
{
  TlSlot *slot = &get_private (self)->slots[field];

  switch (TL_ENTITY_GET_CLASS (self)->fields[field].type)
    {
    case TL_FIELD_REFERENCE:
      replace_reference (self, slot, value.reference);
      break;
    case TL_FIELD_STRING:
      g_free (slot->string);
      *slot = value;
      break;
    default:
      *slot = value;
      break;
    }
}

/* The typed accessors below take property ids, as the subclasses number them. */

const char *
tl_entity_get_string (TlEntity *self,
                      guint     prop_id)
{
  g_assert (get_field (self, prop_id)->type == TL_FIELD_STRING);

  return get_slot (self, prop_id)->string;
}

void
tl_entity_set_string (TlEntity   *self,
                      guint       prop_id,
                      const char *value)
{
  TlSlot *slot = get_slot (self, prop_id);

  g_assert (get_field (self, prop_id)->type == TL_FIELD_STRING);

  if (g_strcmp0 (slot->string, value) == 0)
    return;

  g_free (slot->string);
  slot->string = g_strdup (value);
  notify_field (self, prop_id);
}

gint64
tl_entity_get_integer (TlEntity *self,
                       guint     prop_id)
{
  return get_slot (self, prop_id)->integer;
}

void
tl_entity_set_integer (TlEntity *self,
                       guint     prop_id,
                       gint64    value)
{
  TlSlot *slot = get_slot (self, prop_id);

  if (slot->integer == value)
    return;

  slot->integer = value;
  notify_field (self, prop_id);
}

double
tl_entity_get_number (TlEntity *self,
                      guint     prop_id)
{
  g_assert (get_field (self, prop_id)->type == TL_FIELD_DOUBLE);

  return get_slot (self, prop_id)->number;
}

void
tl_entity_set_number (TlEntity *self,
                      guint     prop_id,
                      double    value)
{
  TlSlot *slot = get_slot (self, prop_id);

  g_assert (get_field (self, prop_id)->type == TL_FIELD_DOUBLE);

  /* Unknown is a value too, and it is equal to itself. */
  if (slot->number == value || (isnan (slot->number) && isnan (value)))
    return;
  if (!tl_param_spec_takes_number (get_field (self, prop_id)->pspec, value))
    return;

  slot->number = value;
  notify_field (self, prop_id);
}

gpointer
tl_entity_get_reference (TlEntity *self,
                         guint     prop_id)
{
  g_assert (get_field (self, prop_id)->type == TL_FIELD_REFERENCE);

  return get_slot (self, prop_id)->reference;
}

void
tl_entity_set_reference (TlEntity *self,
                         guint     prop_id,
                         gpointer  value)
{
  TlSlot *slot = get_slot (self, prop_id);

  g_assert (get_field (self, prop_id)->type == TL_FIELD_REFERENCE);

  if (slot->reference == value)
    return;

  replace_reference (self, slot, value);
  notify_field (self, prop_id);
}

/**
 * tl_entity_peek_referrers:
 * @self: an entity
 *
 * Returns: (transfer none) (nullable) (element-type TlEntity): the entities of the model that refer to @self,
 *   once for each reference
 */
const GPtrArray *
tl_entity_peek_referrers (TlEntity *self)
{
  return get_private (self)->referrers;
}

/**
 * tl_entity_get_rank:
 * @self: an entity
 *
 * Returns: a number that is greater for what came into the model later; what an undo brings back has the rank that
 *   it had before
 */
guint64
tl_entity_get_rank (TlEntity *self)
{
  return get_private (self)->rank;
}

/**
 * tl_entity_attach:
 * @self: an entity that is part of no model
 * @model: the model it becomes part of
 * @rank: where it stands among all entities of @model
 */
void
tl_entity_attach (TlEntity *self,
                  TlModel  *model,
                  guint64   rank)
{
  TlEntityClass *klass = TL_ENTITY_GET_CLASS (self);
  TlEntityPrivate *priv = get_private (self);

  g_return_if_fail (priv->model == NULL);

  priv->model = model;
  priv->rank = rank;
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].type == TL_FIELD_REFERENCE && priv->slots[i].reference != NULL)
        add_referrer (priv->slots[i].reference, self);
    }
}

/**
 * tl_entity_detach:
 * @self: an entity of a model
 */
void
tl_entity_detach (TlEntity *self)
{
  TlEntityClass *klass = TL_ENTITY_GET_CLASS (self);
  TlEntityPrivate *priv = get_private (self);

  g_return_if_fail (priv->model != NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].type == TL_FIELD_REFERENCE && priv->slots[i].reference != NULL)
        remove_referrer (priv->slots[i].reference, self);
    }
  priv->model = NULL;
}

/**
 * tl_entity_abandon:
 * @self: an entity of a model that is going away
 *
 * Detaches @self and lets go of what it refers to, since in a damaged document references can go round in a circle,
 * and all of it at once, without looking for @self among the referrers of what goes away too.
 */
void
tl_entity_abandon (TlEntity *self)
{
  TlEntityClass *klass = TL_ENTITY_GET_CLASS (self);
  TlEntityPrivate *priv = get_private (self);

  priv->model = NULL;
  g_clear_pointer (&priv->referrers, g_ptr_array_unref);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].type == TL_FIELD_REFERENCE)
        g_clear_object (&priv->slots[i].reference);
    }
}
