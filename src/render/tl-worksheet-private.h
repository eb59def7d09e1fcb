/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-statement.h"
#include "tl-worksheet.h"

G_BEGIN_DECLS

/* How much room there is for what could also be smaller. */
typedef struct
{
  double figure;       /* the greatest height of the frame, in points; 0 for what the first page has left */
  guint  n_chains;     /* how many chains to the objectives are told at most */
  guint  n_notes;      /* the least number of lines for notes */
} TlWorksheetRoom;

/* The parts of a worksheet, in the order in which they stand on it */
void  tl_worksheet_add_names       (TlPaperDocument       *document,
                                    TlConversation        *conversation);
void  tl_worksheet_add_beginning   (TlPaperDocument       *document,
                                    GPtrArray             *statements);
GPtrArray *tl_worksheet_new_frames (void);
TlScene *tl_worksheet_add_frame    (TlPaperDocument       *document,
                                    TlConversation        *conversation,
                                    GPtrArray             *frames,
                                    double                 max_height);
void  tl_worksheet_add_words       (TlPaperDocument       *document,
                                    GPtrArray             *statements,
                                    TlScene               *scene,
                                    double                 max_height);
gboolean tl_worksheet_tells_difference (TlStatement    *statement);
void  tl_worksheet_add_difference  (TlPaperDocument       *document,
                                    GPtrArray             *statements);
void  tl_worksheet_add_agreed      (TlPaperDocument       *document,
                                    GPtrArray             *statements);
void  tl_worksheet_add_results     (TlPaperDocument       *document,
                                    GPtrArray             *statements);
void  tl_worksheet_add_sight       (TlPaperDocument       *document,
                                    TlConversation        *conversation,
                                    GPtrArray             *statements,
                                    TlGraph               *graph,
                                    guint                  n_chains);
void  tl_worksheet_add_questions   (TlPaperDocument       *document,
                                    TlConversation        *conversation,
                                    GPtrArray             *statements,
                                    TlCues                *cues);
void  tl_worksheet_add_next        (TlPaperDocument       *document,
                                    TlConversation        *conversation);
void  tl_worksheet_add_notes       (TlPaperDocument       *document,
                                    guint                  n_lines);
void  tl_worksheet_add_private     (TlPaperDocument       *document,
                                    TlConversation        *conversation);
void  tl_worksheet_begin_actions   (TlPaperDocument       *document);
char *tl_worksheet_format_day      (TlDate                 date);
const char *tl_worksheet_get_coach (TlConversation        *conversation);

G_END_DECLS
