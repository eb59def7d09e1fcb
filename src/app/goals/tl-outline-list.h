/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_OUTLINE_ITEM (tl_outline_item_get_type ())
#define TL_TYPE_OUTLINE_LIST (tl_outline_list_get_type ())

G_DECLARE_FINAL_TYPE (TlOutlineItem, tl_outline_item, TL, OUTLINE_ITEM, GObject)
G_DECLARE_FINAL_TYPE (TlOutlineList, tl_outline_list, TL, OUTLINE_LIST, GObject)

TlOutlineItem *tl_outline_item_new          (const char    *id);
const char    *tl_outline_item_get_id       (TlOutlineItem *self);

TlOutlineList *tl_outline_list_new          (void);
GPtrArray     *tl_outline_list_peek         (TlOutlineList *self);
void           tl_outline_list_update       (TlOutlineList *self,
                                             GPtrArray     *wanted);

G_END_DECLS
