/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-document.h"
#include "tl-entity-chooser.h"

G_BEGIN_DECLS

/**
 * TlFieldFlags:
 * @TL_FIELD_DEFAULT: one line, the label beside it
 * @TL_FIELD_MULTILINE: a text of several lines, which grows, the label above it
 * @TL_FIELD_TITLE: large and wrapped, without a label that can be seen
 * @TL_FIELD_ABOVE: the label above the value
 * @TL_FIELD_NO_LABEL: the label only for those who cannot see where the field stands
 */
typedef enum
{
  TL_FIELD_DEFAULT   = 0,
  TL_FIELD_MULTILINE = 1 << 0,
  TL_FIELD_TITLE     = 1 << 1,
  TL_FIELD_ABOVE     = 1 << 2,
  TL_FIELD_NO_LABEL  = 1 << 3,
} TlFieldFlags;

/**
 * TlFieldSetter:
 * @document: the document
 * @entities: (element-type TlEntity): whose property it is; they are part of the document
 * @value: what it is to be
 * @error: return location for an error, whose message is shown below the field
 * @user_data: as given to tl_field_row_set_setter()
 *
 * Changes the property where more is to be seen to than setting it, as a step of its own.
 *
 * Returns: whether it was not refused
 */
typedef gboolean (*TlFieldSetter) (TlDocument    *document,
                                   GPtrArray     *entities,
                                   const GValue  *value,
                                   gpointer       user_data,
                                   GError       **error);

#define TL_TYPE_FIELD_ROW (tl_field_row_get_type ())

G_DECLARE_FINAL_TYPE (TlFieldRow, tl_field_row, TL, FIELD_ROW, GtkWidget)

GtkWidget *tl_field_row_new             (TlDocument            *document,
                                         const char            *property,
                                         const char            *label,
                                         TlFieldFlags           flags);

void       tl_field_row_set_entity      (TlFieldRow            *self,
                                         TlEntity              *entity);
void       tl_field_row_set_entities    (TlFieldRow            *self,
                                         GPtrArray             *entities);
void       tl_field_row_set_placeholder (TlFieldRow            *self,
                                         const char            *placeholder);
void       tl_field_row_set_suffix      (TlFieldRow            *self,
                                         const char            *suffix);
void       tl_field_row_set_none        (TlFieldRow            *self,
                                         const char            *none);
void       tl_field_row_set_setter      (TlFieldRow            *self,
                                         TlFieldSetter          setter,
                                         gpointer               user_data);
void       tl_field_row_set_filter      (TlFieldRow            *self,
                                         TlEntityChooserFilter  filter,
                                         gpointer               user_data);

gboolean   tl_field_row_commit          (TlFieldRow            *self);
void       tl_field_row_refresh         (TlFieldRow            *self);
void       tl_field_row_start           (TlFieldRow            *self);

G_END_DECLS
