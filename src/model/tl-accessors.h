/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The getters and setters of stored properties, for the .c files of this room: they check their first argument
 * and hand over to TlEntity.  They are a convenience for code that wants a typed call; a property works without. */

#pragma once

#include "tl-date.h"
#include "tl-entity.h"

#define TL_DEFINE_ACCESSORS(Type, prefix, CHECK, name, PROP, value_type, slot_type, fallback) \
  value_type prefix##_get_##name (Type *self)                                                 \
  {                                                                                           \
    g_return_val_if_fail (CHECK (self), fallback);                                            \
    return tl_entity_get_##slot_type (TL_ENTITY (self), PROP);                                \
  }                                                                                           \
  void prefix##_set_##name (Type *self, value_type value)                                     \
  {                                                                                           \
    g_return_if_fail (CHECK (self));                                                          \
    tl_entity_set_##slot_type (TL_ENTITY (self), PROP, value);                                \
  }

#define TL_DEFINE_STRING(Type, prefix, CHECK, name, PROP) \
  TL_DEFINE_ACCESSORS (Type, prefix, CHECK, name, PROP, const char *, string, NULL)
#define TL_DEFINE_NUMBER(Type, prefix, CHECK, name, PROP) \
  TL_DEFINE_ACCESSORS (Type, prefix, CHECK, name, PROP, double, number, 0)
#define TL_DEFINE_INTEGER(Type, prefix, CHECK, name, PROP, value_type) \
  TL_DEFINE_ACCESSORS (Type, prefix, CHECK, name, PROP, value_type, integer, 0)
#define TL_DEFINE_REFERENCE(Type, prefix, CHECK, name, PROP, Target) \
  TL_DEFINE_ACCESSORS (Type, prefix, CHECK, name, PROP, Target *, reference, NULL)
