/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation.h"
#include "tl-statement.h"

G_BEGIN_DECLS

#define TL_TYPE_CONVERSATION_ROW (tl_conversation_row_get_type ())

G_DECLARE_FINAL_TYPE (TlConversationRow, tl_conversation_row, TL, CONVERSATION_ROW, GtkListBoxRow)

GtkWidget  *tl_conversation_row_new          (TlConversation    *conversation,
                                              gboolean           with_person);
GtkWidget  *tl_conversation_row_new_to_look  (TlConversation    *conversation,
                                              gboolean           with_person,
                                              TlDate             today);
GtkWidget  *tl_conversation_row_new_action   (TlStatement       *statement,
                                              gboolean           with_person,
                                              gboolean           is_read_only,
                                              TlDate             today);
const char *tl_conversation_row_get_id       (TlConversationRow *self);
char       *tl_conversation_row_sign         (TlConversationRow *self);

G_END_DECLS
