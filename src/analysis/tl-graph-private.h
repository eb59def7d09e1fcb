/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <math.h>

#include "tl-graph.h"

G_BEGIN_DECLS

/* A graph is made of parts, each of which is shared with the graph before as long as no edit concerns it.
 *
 * Grouped arrays are told apart by a second array of n + 1 offsets: the supporters of goal g are the links from
 * first_supporter[g] up to, not including, first_supporter[g + 1].
 */

typedef struct
{
  guint            n_goals;
  TlGraphNode     *nodes;
  GPtrArray       *goals;            /* owned TlGoal */
  TlParty        **owners;           /* kept alive by goals_of; NULL where a goal has none */
  GHashTable      *goal_index;       /* TlGoal -> index + 1 */
  GHashTable      *goals_of;         /* owned TlParty -> GArray of guint */
  GPtrArray       *organisations;    /* owned TlOrganisation; NULL for those without one */
} TlGoalPart;

typedef struct
{
  guint            n_links;
  TlGraphLink     *links;            /* by the goal helped */
  GPtrArray       *contributions;    /* owned TlContribution, one for each link */
  guint           *first_supporter;
  guint           *helped;           /* indices of links, by the goal that helps */
  guint           *first_helped;
  guint           *order;
  GArray          *cycle_goals;      /* guint */
} TlLinkPart;

typedef struct
{
  GArray          *tensions;         /* TlGraphTension */
  GPtrArray       *tension_entities; /* owned TlTension */
} TlTensionPart;

typedef struct
{
  guint            n_measures;
  TlGraphMeasure  *measures;         /* by goal */
  GPtrArray       *measure_entities; /* owned TlMeasure */
  GHashTable      *measure_index;    /* TlMeasure -> index + 1 */
  guint           *first_measure;
} TlMeasurePart;

typedef struct
{
  TlGraphReading  *readings;         /* by measure, then by date */
  guint           *first_reading;
} TlReadingPart;

struct _TlGraph
{
  gatomicrefcount  ref_count;

  /* Each counted by g_atomic_rc_box_acquire() */
  TlGoalPart      *goal_part;
  TlLinkPart      *link_part;
  TlTensionPart   *tension_part;
  TlMeasurePart   *measure_part;
  TlReadingPart   *reading_part;

  TlThresholds     thresholds;
  char            *currency;
};

/* tl-graph-parts.c */
void tl_graph_release_parts   (TlGraph             *self);
void tl_graph_copy_readings   (TlGraph             *self,
                               const TlGraph       *old,
                               GHashTable          *read_measures);

/* tl-graph-compile.c */
void tl_graph_compile_settings (TlGraph            *self,
                                TlModel            *model);
void tl_graph_compile_goals    (TlGraph            *self,
                                TlModel            *model);
void tl_graph_compile_tensions (TlGraph            *self,
                                TlModel            *model);
void tl_graph_compile_measures (TlGraph            *self,
                                TlModel            *model);
void tl_graph_compile_readings (TlGraph            *self,
                                TlModel            *model);
void tl_graph_sort_readings    (TlGraphReading     *readings,
                                guint               n_readings);

/* tl-graph-links.c */
void tl_graph_compile_links    (TlGraph            *self,
                                TlModel            *model);

/* Turns counts at [i + 1] into offsets: what belongs to i is at offsets[i] up to offsets[i + 1]. */
static inline void
tl_graph_accumulate (guint *offsets,
                     guint  n)
{
  for (guint i = 0; i < n; i++)
    offsets[i + 1] += offsets[i];
}

/* The index of an entity in a table that keeps one more, or %TL_GRAPH_NONE */
static inline guint
tl_graph_find_index (GHashTable    *index,
                     gconstpointer  entity)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (index, entity)) - 1;
}

/* Weights are above 0; a damaged one does not count. */
static inline double
tl_graph_clean_weight (double weight)
{
  return isfinite (weight) && weight > 0 ? weight : 0;
}

G_END_DECLS
