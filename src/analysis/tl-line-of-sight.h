/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"

G_BEGIN_DECLS

typedef struct _TlLineOfSight TlLineOfSight;

/* No more paths than this are listed; the sub-graph is whole all the same. */
#define TL_LINE_OF_SIGHT_MAX_PATHS 1000

TlLineOfSight *tl_line_of_sight_new               (TlGraph             *graph,
                                                   const guint         *goals,
                                                   guint                n_goals);
TlLineOfSight *tl_line_of_sight_new_for_owner     (TlGraph             *graph,
                                                   TlParty             *owner);
TlLineOfSight *tl_line_of_sight_ref               (TlLineOfSight       *self);
void           tl_line_of_sight_unref             (TlLineOfSight       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLineOfSight, tl_line_of_sight_unref)

TlGraph       *tl_line_of_sight_get_graph         (const TlLineOfSight *self);
TlParty       *tl_line_of_sight_get_owner         (const TlLineOfSight *self);
const guint   *tl_line_of_sight_get_starts        (const TlLineOfSight *self,
                                                   guint               *n_goals);
const guint   *tl_line_of_sight_get_goals         (const TlLineOfSight *self,
                                                   guint               *n_goals);
const guint   *tl_line_of_sight_get_links         (const TlLineOfSight *self,
                                                   guint               *n_links);
const guint   *tl_line_of_sight_get_objectives    (const TlLineOfSight *self,
                                                   guint               *n_goals);
const guint   *tl_line_of_sight_get_tops          (const TlLineOfSight *self,
                                                   guint               *n_goals);
const guint   *tl_line_of_sight_get_unconnected   (const TlLineOfSight *self,
                                                   guint               *n_goals);
gboolean       tl_line_of_sight_contains          (const TlLineOfSight *self,
                                                   guint                goal);
gboolean       tl_line_of_sight_reaches_objective (const TlLineOfSight *self,
                                                   guint                goal);

guint          tl_line_of_sight_get_n_paths       (const TlLineOfSight *self);
const guint   *tl_line_of_sight_get_path          (const TlLineOfSight *self,
                                                   guint                path,
                                                   guint               *n_goals);
gboolean       tl_line_of_sight_path_is_whole     (const TlLineOfSight *self,
                                                   guint                path);
gboolean       tl_line_of_sight_paths_are_cut     (const TlLineOfSight *self);

G_END_DECLS
