/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-outline.h"

G_BEGIN_DECLS

/**
 * TlOutlineLeave:
 * @TL_OUTLINE_LEAVE_STAY: done with this cell
 * @TL_OUTLINE_LEAVE_NEXT: on to the next one that can be edited
 * @TL_OUTLINE_LEAVE_PREVIOUS: back to the one before
 * @TL_OUTLINE_LEAVE_CANCEL: nothing is to change
 *
 * How editing in a cell was ended.
 */
typedef enum
{
  TL_OUTLINE_LEAVE_STAY,
  TL_OUTLINE_LEAVE_NEXT,
  TL_OUTLINE_LEAVE_PREVIOUS,
  TL_OUTLINE_LEAVE_CANCEL,
} TlOutlineLeave;

#define TL_TYPE_OUTLINE_CELL (tl_outline_cell_get_type ())

G_DECLARE_FINAL_TYPE (TlOutlineCell, tl_outline_cell, TL, OUTLINE_CELL, GtkWidget)

GtkWidget       *tl_outline_cell_new          (TlOutline       *outline,
                                               TlOutlineColumn  column);
TlOutlineColumn  tl_outline_cell_get_column   (TlOutlineCell   *self);
GtkTreeListRow  *tl_outline_cell_get_row      (TlOutlineCell   *self);
TlOutlineItem   *tl_outline_cell_get_item     (TlOutlineCell   *self);
GtkWidget       *tl_outline_cell_get_line     (TlOutlineCell   *self);
void             tl_outline_cell_bind         (TlOutlineCell   *self,
                                               GtkTreeListRow  *row);
void             tl_outline_cell_refresh      (TlOutlineCell   *self);
void             tl_outline_cell_refresh_text (TlOutlineCell   *self);
gboolean         tl_outline_cell_get_editing  (TlOutlineCell   *self);
const char      *tl_outline_cell_get_text     (TlOutlineCell   *self);
void             tl_outline_cell_edit         (TlOutlineCell   *self,
                                               const char      *text);
void             tl_outline_cell_stop         (TlOutlineCell   *self);
void             tl_outline_cell_refuse       (TlOutlineCell   *self,
                                               const char      *reason);

G_END_DECLS
