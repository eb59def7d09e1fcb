/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-insight.h"

G_BEGIN_DECLS

#define TL_TYPE_SENTENCES_VIEW (tl_sentences_view_get_type ())

G_DECLARE_FINAL_TYPE (TlSentencesView, tl_sentences_view, TL, SENTENCES_VIEW, GtkWidget)

void        tl_sentences_view_show     (TlSentencesView *self,
                                        TlInsight       *insight,
                                        TlEntity        *subject);
gboolean    tl_sentences_view_is_empty (TlSentencesView *self);
const char *tl_sentences_view_get_text (TlSentencesView *self);

G_END_DECLS
