/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-frame-condition.h"
#include "tl-statement.h"

G_BEGIN_DECLS

typedef struct _TlCues TlCues;

/* Work, Impact, Result */
#define TL_N_FRAME_COLUMNS 3

typedef struct _TlFrame TlFrame;

TlFrame   *tl_frame_new            (TlCues         *cues,
                                    TlConversation *conversation);
void       tl_frame_free           (TlFrame        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlFrame, tl_frame_free)

void       tl_frame_get_balance    (TlFrame        *self,
                                    guint           n[TL_N_FRAME_COLUMNS]);
guint      tl_frame_get_circles    (TlFrame        *self);

G_END_DECLS
