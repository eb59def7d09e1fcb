/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-entity.h"

G_BEGIN_DECLS

/**
 * TlGraphChanges:
 * @settings: the thresholds or the currency are others
 * @goals: goals were added or removed, or something about them that is in a graph is another
 * @links: so with contributions
 * @tensions: so with tensions
 * @measures: so with measures
 * @all_readings: so with readings, and nobody knows of which measures
 * @read_measures: (element-type TlMeasure): a set of the measures of which readings are others
 *
 * What happened to a model since a graph of it was compiled.
 */
typedef struct
{
  gboolean    settings;
  gboolean    goals;
  gboolean    links;
  gboolean    tensions;
  gboolean    measures;
  gboolean    all_readings;
  GHashTable *read_measures;
} TlGraphChanges;

TlGraphChanges *tl_graph_changes_new      (void);
void            tl_graph_changes_free     (TlGraphChanges       *self);
void            tl_graph_changes_note     (TlGraphChanges       *self,
                                           TlEntity             *entity,
                                           GParamSpec           *pspec);
gboolean        tl_graph_changes_is_empty (const TlGraphChanges *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlGraphChanges, tl_graph_changes_free)

G_END_DECLS
