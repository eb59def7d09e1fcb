/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"

G_BEGIN_DECLS

/**
 * TlLevels:
 * @n_rows: how many rows there are over all levels
 * @first_row: the first row of each level, the topmost being 0; shared by all organisations
 * @n_level_rows: how many rows each level takes; 0 when none of the goals is of that level
 * @n_goals: how many goals have a row
 * @rows: (array length=n_goals): the row of each goal, in the order in which the goals were given
 *
 * The rows in which goals are drawn.
 */
typedef struct
{
  guint  n_rows;
  guint  first_row[TL_N_LEVELS];
  guint  n_level_rows[TL_N_LEVELS];
  guint  n_goals;
  guint *rows;
} TlLevels;

TlLevels *tl_levels_new  (const TlGraph *graph,
                          const guint   *goals,
                          guint          n_goals);
void      tl_levels_free (TlLevels      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlLevels, tl_levels_free)

G_END_DECLS
