/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-statement.h"

G_BEGIN_DECLS

/**
 * TlConversationLine:
 * @id: the identity of the conversation it leads to
 * @title: what it is first of all
 * @words: (nullable): what was said
 * @caption: (nullable): what else there is to say
 * @state: (nullable): where it stands, in a word or two
 * @is_state_due: whether @state asks for attention
 * @is_caption_due: whether @caption does
 * @action: (nullable): the identity of the statement that can be done or let go here
 *
 * What one line of the lists in the coaching lens says.
 */
typedef struct
{
  char     *id;
  char     *title;
  char     *words;
  char     *caption;
  char     *state;
  gboolean  is_state_due;
  gboolean  is_caption_due;
  char     *action;
} TlConversationLine;

TlConversationLine *tl_conversation_line_new         (TlConversation           *conversation,
                                                      gboolean                  with_person);
TlConversationLine *tl_conversation_line_new_to_look (TlConversation           *conversation,
                                                      gboolean                  with_person,
                                                      TlDate                    today);
TlConversationLine *tl_conversation_line_new_action  (TlStatement              *statement,
                                                      gboolean                  with_person,
                                                      gboolean                  is_read_only,
                                                      TlDate                    today);
void                tl_conversation_line_free        (TlConversationLine       *self);
char               *tl_conversation_line_say         (const TlConversationLine *self);
char               *tl_conversation_line_sign        (const TlConversationLine *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlConversationLine, tl_conversation_line_free)

G_END_DECLS
