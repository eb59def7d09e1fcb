/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlFieldKind:
 * @TL_FIELD_KIND_TEXT: a text
 * @TL_FIELD_KIND_CATEGORY: a text with usual values
 * @TL_FIELD_KIND_NUMBER: a number, typed
 * @TL_FIELD_KIND_DATE: a day, typed or taken from a calendar
 * @TL_FIELD_KIND_CHOICE: one of the values of an enumeration
 * @TL_FIELD_KIND_YES_NO: a switch
 * @TL_FIELD_KIND_REFERENCE: another entity
 *
 * How the values of a property are edited.
 */
typedef enum
{
  TL_FIELD_KIND_TEXT,
  TL_FIELD_KIND_CATEGORY,
  TL_FIELD_KIND_NUMBER,
  TL_FIELD_KIND_DATE,
  TL_FIELD_KIND_CHOICE,
  TL_FIELD_KIND_YES_NO,
  TL_FIELD_KIND_REFERENCE,
} TlFieldKind;

TlFieldKind  tl_field_value_get_kind      (TlEntity      *entity,
                                           const char    *property);
GType        tl_field_value_get_type      (TlEntity      *entity,
                                           const char    *property);
void         tl_field_value_read          (TlEntity      *entity,
                                           const char    *property,
                                           GValue        *value);
void         tl_field_value_write         (TlEntity      *entity,
                                           const char    *property,
                                           const GValue  *value);
gboolean     tl_field_value_equal         (const GValue  *one,
                                           const GValue  *other);

char        *tl_field_value_to_text       (TlFieldKind    kind,
                                           const GValue  *value);
gboolean     tl_field_value_from_text     (TlFieldKind    kind,
                                           const char    *text,
                                           const char    *unit,
                                           gboolean       is_block,
                                           GValue        *value,
                                           GError       **error);

char        *tl_field_value_dup_step_name (TlEntity      *entity,
                                           const char    *property,
                                           const char    *label);

gboolean     tl_field_value_check         (TlEntity      *entity,
                                           const char    *property,
                                           const GValue  *value,
                                           GError       **error);

G_END_DECLS
