/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CONVERSATION_PAGE (tl_conversation_page_get_type ())

G_DECLARE_FINAL_TYPE (TlConversationPage, tl_conversation_page, TL, CONVERSATION_PAGE, GtkWidget)

void tl_conversation_page_set_document (TlConversationPage *self,
                                        TlDocument         *document);
void tl_conversation_page_show         (TlConversationPage *self,
                                        TlConversation     *conversation);

G_END_DECLS
