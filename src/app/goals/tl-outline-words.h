/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-outline.h"

G_BEGIN_DECLS

char *tl_outline_words_of_measures (TlInsight     *insight,
                                    guint          goal);
char *tl_outline_words_of_due      (TlGoal        *goal);
char *tl_outline_words_of_others   (TlOutline     *outline,
                                    TlOutlineItem *item,
                                    TlOutlineItem *above);
char *tl_outline_words_of_row      (TlInsight     *insight,
                                    guint          goal);

G_END_DECLS
