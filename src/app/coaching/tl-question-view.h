/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_QUESTION_VIEW (tl_question_view_get_type ())

G_DECLARE_FINAL_TYPE (TlQuestionView, tl_question_view, TL, QUESTION_VIEW, GtkWidget)

void        tl_question_view_set_document (TlQuestionView *self,
                                           TlDocument     *document);
void        tl_question_view_show         (TlQuestionView *self,
                                           TlConversation *conversation);
void        tl_question_view_ask          (TlQuestionView *self,
                                           const char     *key);
const char *tl_question_view_get_key      (TlQuestionView *self);

G_END_DECLS
