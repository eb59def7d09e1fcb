/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"
#include "tl-navigator.h"

G_BEGIN_DECLS

TlEntity  *tl_focus_get           (TlNavigator   *navigator);
gboolean   tl_focus_is_possible   (TlEntity      *entity);
void       tl_focus_enter         (TlNavigator   *navigator,
                                   TlEntity      *entity);
void       tl_focus_go_to_cascade (TlNavigator   *navigator);
void       tl_focus_leave         (TlNavigator   *navigator);
void       tl_focus_leave_all     (TlNavigator   *navigator);
void       tl_focus_turn_to       (TlNavigator   *navigator,
                                   TlEntity      *subject);

TlEntity  *tl_focus_find_owner    (TlEntity      *entity);
TlEntity  *tl_focus_find_unit     (TlEntity      *entity);
GPtrArray *tl_focus_dup_trail     (TlEntity      *entity);
GArray    *tl_focus_collect_goals (TlEntity      *entity,
                                   const TlGraph *graph);
guint8    *tl_focus_fold          (TlEntity      *entity,
                                   const TlGraph *graph,
                                   guint8        *folds);

G_END_DECLS
