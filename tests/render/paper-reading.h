/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-paper.h"

G_BEGIN_DECLS

char    *paper_read      (TlPaperDocument *document);
gboolean paper_can_read  (void);
void     paper_keep      (TlPaperDocument *document,
                          const char      *name);
void     paper_contains  (const char      *text,
                          const char      *part);
void     paper_lacks     (const char      *text,
                          const char      *part);

G_END_DECLS
