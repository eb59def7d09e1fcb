/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "tl-insight.h"
#include "tl-outline-list.h"

G_BEGIN_DECLS

/**
 * TlOutlineColumn:
 * @TL_OUTLINE_TITLE: what is to be reached
 * @TL_OUTLINE_OWNER: by whom
 * @TL_OUTLINE_MEASURES: what tells whether it is
 * @TL_OUTLINE_ATTAINMENT: how much of it is attained, against what was expected
 * @TL_OUTLINE_HEALTH: how it stands
 * @TL_OUTLINE_DUE: until when
 *
 * What an outline says of a goal.
 */
typedef enum
{
  TL_OUTLINE_TITLE,
  TL_OUTLINE_OWNER,
  TL_OUTLINE_MEASURES,
  TL_OUTLINE_ATTAINMENT,
  TL_OUTLINE_HEALTH,
  TL_OUTLINE_DUE,
} TlOutlineColumn;

#define TL_OUTLINE_N_COLUMNS 6

/* The order that people have given the goals, or that of the model where they have not */
#define TL_OUTLINE_UNSORTED (-1)

/**
 * TlOutlineMatchFunc:
 * @insight: what is known of the model
 * @goal: the index of a goal in its graph
 * @data: given with the function
 *
 * Returns: whether the goal is one of those that are looked for
 */
typedef gboolean (*TlOutlineMatchFunc) (TlInsight *insight,
                                        guint      goal,
                                        gpointer   data);

#define TL_TYPE_OUTLINE (tl_outline_get_type ())

G_DECLARE_FINAL_TYPE (TlOutline, tl_outline, TL, OUTLINE, GObject)

TlOutline     *tl_outline_new          (TlInsight          *insight);
TlInsight     *tl_outline_get_insight  (TlOutline          *self);

GListModel    *tl_outline_get_roots    (TlOutline          *self);
GListModel    *tl_outline_dup_children (TlOutline          *self,
                                        TlOutlineItem      *item);
gboolean       tl_outline_has_children (TlOutline          *self,
                                        TlOutlineItem      *item);
TlOutlineItem *tl_outline_get_item     (TlOutline          *self,
                                        const char         *id);
TlGoal        *tl_outline_get_goal     (TlOutline          *self,
                                        TlOutlineItem      *item);
guint          tl_outline_get_index    (TlOutline          *self,
                                        TlOutlineItem      *item);
gboolean       tl_outline_is_match     (TlOutline          *self,
                                        TlOutlineItem      *item);
GPtrArray     *tl_outline_dup_parents  (TlOutline          *self,
                                        TlOutlineItem      *item);
guint          tl_outline_count_parents (TlOutline         *self,
                                        TlOutlineItem      *item);
TlOrganisation *tl_outline_get_organisation (TlOutline     *self,
                                        TlOutlineItem      *item);
GPtrArray     *tl_outline_dup_path     (TlOutline          *self,
                                        TlOutlineItem      *item);
guint          tl_outline_get_n_goals  (TlOutline          *self);
guint          tl_outline_get_n_matches (TlOutline         *self);

int            tl_outline_get_sort     (TlOutline          *self,
                                        gboolean           *is_descending);
void           tl_outline_set_sort     (TlOutline          *self,
                                        int                 column,
                                        gboolean            is_descending);
void           tl_outline_set_match    (TlOutline          *self,
                                        TlOutlineMatchFunc  match,
                                        gpointer            data);
void           tl_outline_sync         (TlOutline          *self);

G_END_DECLS
