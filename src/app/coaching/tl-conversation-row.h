/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "tl-conversation-line.h"

G_BEGIN_DECLS

#define TL_TYPE_CONVERSATION_ROW (tl_conversation_row_get_type ())

G_DECLARE_FINAL_TYPE (TlConversationRow, tl_conversation_row, TL, CONVERSATION_ROW, GtkListBoxRow)

GtkWidget  *tl_conversation_row_new    (const TlConversationLine *line);
const char *tl_conversation_row_get_id (TlConversationRow        *self);

G_END_DECLS
