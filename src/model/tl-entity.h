/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* A reference without which the entity makes no sense: when what it points to is removed, so is the entity.
 * Other references are cleared instead. */
#define TL_PARAM_REQUIRED (1 << (G_PARAM_USER_SHIFT + 0))

/* How every stored property of an entity is declared. */
#define TL_PARAM_FIELD \
  (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

#define TL_TYPE_ENTITY (tl_entity_get_type ())

G_DECLARE_DERIVABLE_TYPE (TlEntity, tl_entity, TL, ENTITY, GObject)

typedef struct _TlModel TlModel;

typedef enum
{
  TL_FIELD_STRING,
  TL_FIELD_INT,
  TL_FIELD_DOUBLE,
  TL_FIELD_BOOLEAN,
  TL_FIELD_ENUM,
  TL_FIELD_DATE,
  TL_FIELD_REFERENCE,
} TlFieldType;

/**
 * TlField:
 * @type: how the value is kept
 * @pspec: the property; its name is also the name of the column
 * @required: whether an entity without this reference makes no sense
 *
 * What the class knows of one stored property.
 */
typedef struct
{
  TlFieldType  type;
  GParamSpec  *pspec;
  gboolean     required;
} TlField;

/**
 * TlSlot:
 * @string: (nullable): an owned string
 * @number: a real number, NAN when unknown
 * @integer: an integer, a boolean, an enumeration's value, or a date as a Julian day (0 when there is none)
 * @reference: (nullable): an owned reference to another entity
 *
 * The value of one stored property; the field's type says which member holds it.
 */
typedef union
{
  char     *string;
  double    number;
  gint64    integer;
  TlEntity *reference;
} TlSlot;

struct _TlEntityClass
{
  GObjectClass parent_class;

  /*< private >*/
  const char *kind;
  TlField    *fields;
  guint       n_fields;
};

const char    *tl_entity_get_id            (TlEntity     *self);
const char    *tl_entity_get_kind          (TlEntity     *self);
TlModel       *tl_entity_get_model         (TlEntity     *self);
char          *tl_entity_dup_display_name  (TlEntity     *self);

gboolean       tl_param_spec_takes_number  (GParamSpec   *pspec,
                                            double        value);
GPtrArray     *tl_entity_dup_referrers     (TlEntity     *self,
                                            GType         type,
                                            const char   *property);

/* For the classes of this room */
GParamSpec    *tl_param_spec_number        (const char    *name,
                                            double         default_value,
                                            GParamFlags    flags);
GParamSpec    *tl_param_spec_weight        (const char    *name,
                                            GParamFlags    flags);
void           tl_entity_class_set_kind    (TlEntityClass *klass,
                                            const char    *kind);
void           tl_entity_class_add_fields  (TlEntityClass *klass,
                                            GParamSpec   **pspecs,
                                            guint          n_pspecs);
const char    *tl_entity_get_string        (TlEntity      *self,
                                            guint          prop_id);
void           tl_entity_set_string        (TlEntity      *self,
                                            guint          prop_id,
                                            const char    *value);
gint64         tl_entity_get_integer       (TlEntity      *self,
                                            guint          prop_id);
void           tl_entity_set_integer       (TlEntity      *self,
                                            guint          prop_id,
                                            gint64         value);
double         tl_entity_get_number        (TlEntity      *self,
                                            guint          prop_id);
void           tl_entity_set_number        (TlEntity      *self,
                                            guint          prop_id,
                                            double         value);
gpointer       tl_entity_get_reference     (TlEntity      *self,
                                            guint          prop_id);
void           tl_entity_set_reference     (TlEntity      *self,
                                            guint          prop_id,
                                            gpointer       value);

/* For the rooms that carry entities to and from somewhere else: no notification, no comparison */
const TlField *tl_entity_class_get_fields  (TlEntityClass *klass,
                                            guint         *n_fields);
const TlSlot  *tl_entity_peek_slots        (TlEntity      *self);
void           tl_entity_load_id           (TlEntity      *self,
                                            const char    *id);
void           tl_entity_load_slot         (TlEntity      *self,
                                            guint          field,
                                            TlSlot         value);

/* For TlModel */
guint64        tl_entity_get_rank          (TlEntity     *self);
void           tl_entity_attach            (TlEntity     *self,
                                            TlModel      *model,
                                            guint64       rank);
void           tl_entity_detach            (TlEntity      *self);
void           tl_entity_abandon           (TlEntity      *self);
const GPtrArray *tl_entity_peek_referrers  (TlEntity      *self);

G_END_DECLS
