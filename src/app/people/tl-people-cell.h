/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-insight.h"
#include "tl-people-row.h"

G_BEGIN_DECLS

#define TL_TYPE_PEOPLE_CELL (tl_people_cell_get_type ())

G_DECLARE_FINAL_TYPE (TlPeopleCell, tl_people_cell, TL, PEOPLE_CELL, GtkWidget)

GtkWidget   *tl_people_cell_new     (TlInsight    *insight);

TlPeopleRow *tl_people_cell_get_row (TlPeopleCell *self);
void         tl_people_cell_set_row (TlPeopleCell *self,
                                     TlPeopleRow  *row);

G_END_DECLS
