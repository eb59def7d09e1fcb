/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-document.h"

G_BEGIN_DECLS

#define TL_TYPE_CONVERSATIONS_PAGE (tl_conversations_page_get_type ())

G_DECLARE_FINAL_TYPE (TlConversationsPage, tl_conversations_page, TL, CONVERSATIONS_PAGE, GtkWidget)

void tl_conversations_page_set_document (TlConversationsPage *self,
                                         TlDocument          *document);
void tl_conversations_page_show         (TlConversationsPage *self,
                                         TlPerson            *person);

G_END_DECLS
