/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * TlFieldTextShape:
 * @TL_FIELD_TEXT_LINE: one line, which scrolls
 * @TL_FIELD_TEXT_WRAP: one line that is wrapped, for titles
 * @TL_FIELD_TEXT_BLOCK: as many lines as are typed
 */
typedef enum
{
  TL_FIELD_TEXT_LINE,
  TL_FIELD_TEXT_WRAP,
  TL_FIELD_TEXT_BLOCK,
} TlFieldTextShape;

#define TL_TYPE_FIELD_TEXT (tl_field_text_get_type ())

G_DECLARE_FINAL_TYPE (TlFieldText, tl_field_text, TL, FIELD_TEXT, GtkWidget)

GtkWidget  *tl_field_text_new             (TlFieldTextShape  shape,
                                           const char       *label);

char       *tl_field_text_dup_text        (TlFieldText      *self);
void        tl_field_text_set_text        (TlFieldText      *self,
                                           const char       *text);
void        tl_field_text_set_placeholder (TlFieldText      *self,
                                           const char       *placeholder);
void        tl_field_text_set_suffix      (TlFieldText      *self,
                                           const char       *suffix);
void        tl_field_text_set_editable    (TlFieldText      *self,
                                           gboolean          is_editable);
void        tl_field_text_set_problem     (TlFieldText      *self,
                                           gboolean          has_problem);
void        tl_field_text_set_max_lines   (TlFieldText      *self,
                                           guint             max_lines);
void        tl_field_text_describe        (TlFieldText      *self,
                                           const char       *description);
void        tl_field_text_add             (TlFieldText      *self,
                                           GtkWidget        *button);
void        tl_field_text_select_all      (TlFieldText      *self);

G_END_DECLS
