/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TL_TYPE_CONVERSATION_STAGE (tl_conversation_stage_get_type ())

G_DECLARE_FINAL_TYPE (TlConversationStage, tl_conversation_stage, TL, CONVERSATION_STAGE, GtkWidget)

gboolean tl_conversation_stage_is_beside       (TlConversationStage *self);
void     tl_conversation_stage_set_talk_yields (TlConversationStage *self,
                                                gboolean             talk_yields);

G_END_DECLS
