/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of verbs (tl-goal-edits, tl-party-edits, tl-conversation-edits, ...) have in common. */

#pragma once

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

/* tl-edits.c */
gboolean tl_edits_check_writable (TlDocument  *document,
                                  GError     **error);
gboolean tl_edits_refuse         (GError     **error,
                                  const char  *format,
                                  ...) G_GNUC_PRINTF (2, 3);
char    *tl_edits_dup_clean_line (const char  *text);
char    *tl_edits_dup_clean_text (const char  *text,
                                  guint        max_length);
void     tl_edits_remove_together (TlDocument *document,
                                   GPtrArray  *entities,
                                   const char *label);
void     tl_edits_copy_fields    (TlEntity           *from,
                                  TlEntity           *to,
                                  const char * const *except);

/* tl-edit-positions.c */
double  *tl_edits_compute_positions (const double *old,
                                     guint         n);

/* tl-goal-edits.c */
TlCycle *tl_edits_choose_cycle   (TlDocument  *document,
                                  TlGoal      *under);
TlContribution *tl_edits_find_link (TlGoal    *from,
                                    TlGoal    *to);

/* tl-conversation-edits.c */
void     tl_edits_set_skipped    (TlConversation *conversation,
                                  const char     *question,
                                  gboolean        skipped);

/* tl-document-bulk.c */
void     tl_edits_backup_before_removal (TlDocument *document,
                                         GPtrArray  *entities);

G_END_DECLS
