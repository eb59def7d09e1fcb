/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-people-outline.h"
#include "tl-people-row.h"

G_BEGIN_DECLS

#define TL_PEOPLE_TREE_NONE G_MAXUINT

#define TL_TYPE_PEOPLE_TREE (tl_people_tree_get_type ())

G_DECLARE_FINAL_TYPE (TlPeopleTree, tl_people_tree, TL, PEOPLE_TREE, GObject)

TlPeopleTree  *tl_people_tree_new          (TlModel       *model);

void           tl_people_tree_update       (TlPeopleTree  *self);
TlPeopleShape  tl_people_tree_get_shape    (TlPeopleTree  *self);
void           tl_people_tree_set_shape    (TlPeopleTree  *self,
                                            TlPeopleShape  shape);
void           tl_people_tree_set_filter   (TlPeopleTree  *self,
                                            const char    *filter);
void           tl_people_tree_set_expanded (TlPeopleTree  *self,
                                            const char    *id,
                                            gboolean       is_expanded);
char         **tl_people_tree_dup_folding  (TlPeopleTree  *self,
                                            TlPeopleShape  shape);
void           tl_people_tree_set_folding  (TlPeopleTree  *self,
                                            TlPeopleShape  shape,
                                            char         **folding);
guint          tl_people_tree_find         (TlPeopleTree  *self,
                                            const char    *id);
guint          tl_people_tree_find_parent  (TlPeopleTree  *self,
                                            guint          position);
guint          tl_people_tree_reveal       (TlPeopleTree  *self,
                                            const char    *id);

G_END_DECLS
