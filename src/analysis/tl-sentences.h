/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-line-of-sight.h"

G_BEGIN_DECLS

/**
 * TlParagraphKind:
 * @TL_PARAGRAPH_LEAD: what it comes to, in a sentence or two
 * @TL_PARAGRAPH_CHAIN: one chain, from the person's work upwards
 * @TL_PARAGRAPH_GAP: what is not connected, and what to do about it
 * @TL_PARAGRAPH_NOTE: what to know about the text itself, such as chains that are not told
 */
typedef enum
{
  TL_PARAGRAPH_LEAD,
  TL_PARAGRAPH_CHAIN,
  TL_PARAGRAPH_GAP,
  TL_PARAGRAPH_NOTE,
} TlParagraphKind;

/**
 * TlTextSpan:
 * @start: where a goal's title begins, in bytes
 * @length: how long it is, in bytes
 * @goal: the index of the goal in the graph
 */
typedef struct
{
  guint start;
  guint length;
  guint goal;
} TlTextSpan;

/**
 * TlParagraph:
 * @kind: what it is about
 * @text: plain text in whole sentences
 * @spans: (array length=n_spans): the titles of goals in @text, in order
 * @n_spans: how many there are
 */
typedef struct
{
  TlParagraphKind  kind;
  char            *text;
  TlTextSpan      *spans;
  guint            n_spans;
} TlParagraph;

void       tl_paragraph_free       (TlParagraph   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlParagraph, tl_paragraph_free)

GPtrArray *tl_sentences_new        (TlLineOfSight *line);
char      *tl_sentences_to_text    (GPtrArray     *paragraphs);

G_END_DECLS
