/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-diagram.h"
#include "tl-filter.h"
#include "tl-insight.h"
#include "tl-navigator.h"
#include "tl-scene.h"

G_BEGIN_DECLS

/**
 * TlPictureDirection:
 * @TL_PICTURE_AUTO: as suits what is shown
 * @TL_PICTURE_DOWN: objectives above what helps them
 * @TL_PICTURE_RIGHT: objectives to the left of what helps them
 *
 * Which way a picture is to run.
 */
typedef enum
{
  TL_PICTURE_AUTO,
  TL_PICTURE_DOWN,
  TL_PICTURE_RIGHT,
} TlPictureDirection;

/**
 * TlPictureOptions:
 * @lens: the way of looking
 * @subject: (nullable): a person or a goal, or %NULL for the whole organisation
 * @show_rest: whether a line of sight stands in the whole cascade instead of alone
 * @depth: how far down the whole cascade is shown as such; a line of sight is always whole
 * @filter: (nullable): which goals somebody wants to see.  Of the whole cascade the others are left out.  Of a line of
 *   sight they recede: a chain with links taken out would be another one.
 * @folds: (nullable): for each goal of the insight's graph a #TlDiagramFold
 * @focus: (nullable) (element-type guint): the goals of the graph that the whole cascade is narrowed down to, none
 *   twice; %NULL for all of them
 * @direction: which way it runs
 * @previous: (nullable): the picture before, so that what an edit does not touch keeps its place; one that runs
 *   another way is not looked at
 *
 * What a picture is to show, and how.
 */
typedef struct
{
  TlLens              lens;
  TlEntity           *subject;
  gboolean            show_rest;
  TlDiagramDepth      depth;
  TlFilter           *filter;
  const guint8       *folds;
  const GArray       *focus;
  TlPictureDirection  direction;
  TlScene            *previous;
} TlPictureOptions;

TlScene *tl_picture_new (TlInsight              *insight,
                         const TlPictureOptions *options);

G_END_DECLS
