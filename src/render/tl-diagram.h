/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-line-of-sight.h"
#include "tl-scene.h"
#include "tl-scores.h"

G_BEGIN_DECLS

/**
 * TlDiagramDepth:
 * @TL_DIAGRAM_WHOLE: all levels
 * @TL_DIAGRAM_OBJECTIVES: the goals of organisations only
 * @TL_DIAGRAM_FUNCTIONS: down to functions and divisions
 * @TL_DIAGRAM_TEAMS: down to teams
 *
 * How far down a cascade is shown.
 */
typedef enum
{
  TL_DIAGRAM_WHOLE,
  TL_DIAGRAM_OBJECTIVES,
  TL_DIAGRAM_FUNCTIONS,
  TL_DIAGRAM_TEAMS,
} TlDiagramDepth;

/**
 * TlDiagramFold:
 * @TL_DIAGRAM_FOLD_BY_DEPTH: what helps the goal is shown as deep as the picture goes
 * @TL_DIAGRAM_FOLD_OPENED: what helps it is shown, however deep
 * @TL_DIAGRAM_FOLD_CLOSED: what helps it is folded away, unless it helps another goal shown that is not closed
 *
 * What somebody chose for what stands beneath one goal.
 */
typedef enum
{
  TL_DIAGRAM_FOLD_BY_DEPTH,
  TL_DIAGRAM_FOLD_OPENED,
  TL_DIAGRAM_FOLD_CLOSED,
} TlDiagramFold;

/**
 * TlDiagramOptions:
 * @goals: (nullable) (array length=n_goals): the goals to show, by their index in the graph, none twice;
 *   %NULL for all
 * @n_goals: how many
 * @deepest: the lowest level shown as such; what is deeper is left out and counted on the cards it leads up to
 * @folds: (nullable): for each goal of the graph a #TlDiagramFold; %NULL when all are as deep as @deepest
 * @previous: (nullable): the picture before, of the same kind.  What an edit does not touch keeps its order and, as
 *   far as there is room, its place; cards and links are known again by their ids.  A picture that runs another way is
 *   not looked at.
 * @highlighted: (nullable) (array length=n_highlighted): the goals that stand out
 * @n_highlighted: how many; 0 lets all be equally strong
 * @recede: whether all others recede behind those that stand out; a picture that is to be read as a whole lets them be
 * @direction: which way the cascade runs
 * @title: (nullable): what stands above the picture in a file
 * @subtitle: (nullable): the smaller line below it
 *
 * What of a cascade is to be shown, and how.
 */
typedef struct
{
  const guint      *goals;
  guint             n_goals;
  TlDiagramDepth    deepest;
  const guint8     *folds;
  TlScene          *previous;
  const guint      *highlighted;
  guint             n_highlighted;
  gboolean          recede;
  TlSceneDirection  direction;
  const char       *title;
  const char       *subtitle;
} TlDiagramOptions;

TlScene *tl_diagram_new                   (TlGraph                *graph,
                                           TlScores               *scores,
                                           const TlDiagramOptions *options);
TlScene *tl_diagram_new_for_line_of_sight (TlLineOfSight          *line,
                                           TlScores               *scores,
                                           gboolean                whole,
                                           TlSceneDirection        direction);

G_END_DECLS
