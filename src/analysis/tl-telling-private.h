/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-sentences.h"

G_BEGIN_DECLS

/**
 * TlTelling:
 * @graph: where the titles of goals are from
 * @text: what has been said so far
 * @spans: (element-type TlTextSpan): the titles in it
 *
 * A paragraph in the making.
 */
typedef struct
{
  const TlGraph *graph;
  GString       *text;
  GArray        *spans;
} TlTelling;

/**
 * TlTellingSlots:
 * @goal: the index of the goal that stands for {goal}
 * @from: the index of the goal that stands for {from}
 * @owner: (nullable): what stands for {owner}
 * @name: (nullable): what stands for {name}
 * @count: what stands for {count}
 * @goals: (nullable) (array length=n_goals): the indices of the goals that stand for {goals}
 * @n_goals: how many there are
 *
 * What the words in braces of a sentence stand for.
 */
typedef struct
{
  guint        goal;
  guint        from;
  const char  *owner;
  const char  *name;
  guint        count;
  const guint *goals;
  guint        n_goals;
} TlTellingSlots;

void         tl_telling_begin       (TlTelling            *self,
                                     const TlGraph        *graph);
void         tl_telling_say         (TlTelling            *self,
                                     const char           *sentence,
                                     const TlTellingSlots *slots);
void         tl_telling_quote       (TlTelling            *self,
                                     const char           *words);
TlParagraph *tl_telling_end         (TlTelling            *self,
                                     TlParagraphKind       kind);

char        *tl_telling_name_owner  (const TlGraph        *graph,
                                     guint                 goal);

G_END_DECLS
