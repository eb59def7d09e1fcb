/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-frame.h"
#include "tl-graph.h"
#include "tl-paper.h"

G_BEGIN_DECLS

/* What is printed only when somebody asks for it, each time. */
typedef enum
{
  TL_WORKSHEET_DEFAULT       = 0,
  TL_WORKSHEET_PRIVATE_NOTES = 1 << 0,
} TlWorksheetFlags;

TlPaperDocument *tl_worksheet_new_coaching       (TlConversation    *conversation,
                                                  TlGraph           *graph,
                                                  TlCues            *cues,
                                                  const TlPageSetup *setup,
                                                  TlWorksheetFlags   flags);
TlPaperDocument *tl_worksheet_new_coaching_blank (const char        *name,
                                                  const TlPageSetup *setup);

G_END_DECLS
