/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"

G_BEGIN_DECLS

/**
 * TlFrameChangeKind:
 * @TL_FRAME_CHANGE_PROMISED: work agreed before, and what became of it
 * @TL_FRAME_CHANGE_MOVED: said both times, and standing in another column now
 * @TL_FRAME_CHANGE_NEW: said this time only
 * @TL_FRAME_CHANGE_GONE: said before only
 *
 * How one conversation differs from the one before, in the order in which it is listed.
 */
typedef enum
{
  TL_FRAME_CHANGE_PROMISED,
  TL_FRAME_CHANGE_MOVED,
  TL_FRAME_CHANGE_NEW,
  TL_FRAME_CHANGE_GONE,
} TlFrameChangeKind;

/**
 * TlFrameChange:
 * @kind: what has happened
 * @statement: the id of the statement: of the earlier conversation for %TL_FRAME_CHANGE_PROMISED and
 *   %TL_FRAME_CHANGE_GONE, else of the later one
 * @text: what it says
 * @sentence: what has happened, for people
 */
typedef struct
{
  TlFrameChangeKind  kind;
  char              *statement;
  char              *text;
  char              *sentence;
} TlFrameChange;

void       tl_frame_change_free (TlFrameChange  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFrameChange, tl_frame_change_free)

GPtrArray *tl_frame_compare     (TlConversation *before,
                                 TlConversation *now);

G_END_DECLS
