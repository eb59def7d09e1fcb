/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TL_TYPE_PEOPLE_ROW (tl_people_row_get_type ())

G_DECLARE_FINAL_TYPE (TlPeopleRow, tl_people_row, TL, PEOPLE_ROW, GObject)

TlPeopleRow *tl_people_row_new            (const char  *id);

const char  *tl_people_row_get_id         (TlPeopleRow *self);
guint        tl_people_row_get_depth      (TlPeopleRow *self);
guint        tl_people_row_get_n_children (TlPeopleRow *self);
gboolean     tl_people_row_get_expanded   (TlPeopleRow *self);

/* For TlPeopleTree */
void         tl_people_row_update         (TlPeopleRow *self,
                                           guint        depth,
                                           guint        n_children,
                                           gboolean     is_expanded);

G_END_DECLS
