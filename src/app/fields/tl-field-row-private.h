/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-field-row.h"
#include "tl-field-text.h"
#include "tl-field-value.h"

G_BEGIN_DECLS

struct _TlFieldRow
{
  GtkWidget parent_instance;

  TlDocument            *document;
  char                  *property;
  char                  *label;
  TlFieldFlags           flags;
  char                  *placeholder;
  char                  *suffix;
  char                  *none;
  char                  *watched[2];    /* the detailed signal, and an end */
  TlFieldSetter          setter;
  gpointer               setter_data;
  TlEntityChooserFilter  filter;
  gpointer               filter_data;

  GPtrArray             *entities;      /* of TlEntity */
  TlFieldKind            kind;          /* once there is an editor */
  gboolean               is_mixed;
  gboolean               is_typing;     /* what stands in the text is not what the entity says */
  gboolean               is_resumed;    /* it was typed before, and has not been touched since */
  gboolean               is_showing;
  char                  *typed_key;     /* while somebody is typing for one entity */
  GtkWidget             *window;        /* weak; while somebody is typing */

  GtkWidget             *line;
  GtkWidget             *name;
  GtkWidget             *editor;        /* by kind: TlFieldText, or what tl-field-row-picks.c makes */
  GtkWidget             *problem;
  GtkWidget             *chooser;       /* of a reference */
  GtkWidget             *pick_label;    /* of a reference */
};

/* tl-field-row.c */
TlEntity *tl_field_row_get_first      (TlFieldRow   *self);
gboolean  tl_field_row_set_value      (TlFieldRow   *self,
                                       const GValue *value);
void      tl_field_row_set_problem    (TlFieldRow   *self,
                                       const char   *problem);
void      tl_field_row_show_value     (TlFieldRow   *self);

/* tl-field-row-typing.c */
void      tl_field_row_watch_text     (TlFieldRow   *self);
void      tl_field_row_watch_window   (TlFieldRow   *self);
void      tl_field_row_resume_typing  (TlFieldRow   *self);
void      tl_field_row_leave_typing   (TlFieldRow   *self);
void      tl_field_row_end_typing     (TlFieldRow   *self);

/* tl-field-row-picks.c */
gboolean  tl_field_row_is_typed       (TlFieldRow   *self);
void      tl_field_row_create_editor  (TlFieldRow   *self);
void      tl_field_row_show_pick      (TlFieldRow   *self,
                                       const GValue *value);
void      tl_field_row_update_chooser (TlFieldRow   *self);

G_END_DECLS
