/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"

G_BEGIN_DECLS

GArray  *tl_surroundings_of_goal      (const TlGraph *graph,
                                       guint          goal);
GArray  *tl_surroundings_of_party     (const TlGraph *graph,
                                       TlParty       *party);
GArray  *tl_surroundings_get_beneath  (const TlGraph *graph,
                                       guint          goal,
                                       guint          n_steps);
GArray  *tl_surroundings_collect_beneath (const TlGraph *graph,
                                       guint          goal);
TlLevel  tl_surroundings_choose_level (const TlGraph *graph,
                                       const GArray  *goals,
                                       guint          n_most);
GArray  *tl_surroundings_choose_rim   (const TlGraph *graph,
                                       const GArray  *goals,
                                       TlLevel        deepest,
                                       guint          n_most);
guint   *tl_surroundings_find_ways_up (const TlGraph *graph,
                                       const guint8  *is_shown,
                                       const GArray  *goals);

G_END_DECLS
