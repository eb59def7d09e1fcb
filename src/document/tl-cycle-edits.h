/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs for cycles, with the manners of tl-goal-edits.h. */

#pragma once

#include "tl-document.h"

G_BEGIN_DECLS

TlCycle   *tl_cycle_edits_add        (TlDocument  *document,
                                      const char  *name,
                                      TlDate       start,
                                      TlDate       end,
                                      GError     **error);
TlCycle   *tl_cycle_edits_add_next   (TlDocument  *document,
                                      TlCycle     *after,
                                      GError     **error);
void       tl_cycle_edits_close      (TlDocument  *document,
                                      TlCycle     *cycle);
void       tl_cycle_edits_reopen     (TlDocument  *document,
                                      TlCycle     *cycle);

GPtrArray *tl_cycle_dup_unfinished   (TlCycle     *cycle);
TlCycle   *tl_cycle_find_current     (TlModel     *model,
                                      TlDate       day);
char      *tl_cycle_dup_next_name    (const char  *name);

G_END_DECLS
