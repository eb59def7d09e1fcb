/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make up TlOutlineCell share. */

#pragma once

#include "tl-outline-cell.h"

G_BEGIN_DECLS

struct _TlOutlineCell
{
  GtkWidget parent_instance;

  TlOutline       *outline;
  TlOutlineColumn  column;
  GtkTreeListRow  *row;
  TlOutlineItem   *item;
  gulong           expanded_id;
  TlFacet          facet;
  guint            depth;
  gboolean         is_heading;     /* the name of an organisation, and no goal */

  GtkWidget       *arrow;
  GtkWidget       *sign;
  GtkWidget       *label;
  GtkWidget       *note;
  GtkWidget       *editor;         /* while the cell is edited */
  gboolean         is_stopping;
};

void tl_outline_cell_leave (TlOutlineCell     *self,
                            TlOutlineLeave     how);
void tl_outline_cell_draw  (GtkWidget         *widget,
                            GtkSnapshot       *snapshot,
                            TlOutlineColumn    column,
                            const TlGoalScore *score);

/* tl-outline-cell-layout.c */
void tl_outline_cell_measure_title  (TlOutlineCell  *self,
                                     GtkOrientation  orientation,
                                     int            *minimum,
                                     int            *natural);
void tl_outline_cell_allocate_title (TlOutlineCell  *self,
                                     int             width,
                                     int             height);

G_END_DECLS
