/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-entity.h"

G_BEGIN_DECLS

#define TL_TYPE_ENTITY_LIST (tl_entity_list_get_type ())

G_DECLARE_FINAL_TYPE (TlEntityList, tl_entity_list, TL, ENTITY_LIST, GObject)

TlEntityList *tl_entity_list_new    (GType         type);
void          tl_entity_list_add    (TlEntityList *self,
                                     TlEntity     *entity);
void          tl_entity_list_remove (TlEntityList *self,
                                     TlEntity     *entity);
void          tl_entity_list_freeze (TlEntityList *self);
void          tl_entity_list_thaw   (TlEntityList *self);

G_END_DECLS
