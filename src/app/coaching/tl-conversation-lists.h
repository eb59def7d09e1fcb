/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-model.h"
#include "tl-statement.h"

G_BEGIN_DECLS

/**
 * TlConversationSearch:
 * @TL_CONVERSATION_SEARCH_DEFAULT: in names, dates, statements and open questions
 * @TL_CONVERSATION_SEARCH_PRIVATE: in the coach's private notes as well
 *
 * Where the words of a search are looked for.
 */
typedef enum
{
  TL_CONVERSATION_SEARCH_DEFAULT = 0,
  TL_CONVERSATION_SEARCH_PRIVATE = 1 << 0,
} TlConversationSearch;

GPtrArray *tl_conversation_lists_find          (TlModel              *model,
                                                TlPerson             *person,
                                                const char           *words,
                                                TlConversationSearch  where);
GPtrArray *tl_conversation_lists_find_actions  (TlModel              *model,
                                                TlPerson             *person);
GPtrArray *tl_conversation_lists_find_to_look  (TlModel              *model,
                                                TlPerson             *person);
guint      tl_conversation_lists_count_due     (TlModel              *model,
                                                TlDate                today);
gboolean   tl_conversation_lists_has_coached   (TlModel              *model,
                                                TlPerson             *person);

char      *tl_conversation_lists_say_coach     (TlConversation       *conversation);
char      *tl_conversation_lists_say_beginning (TlConversation       *conversation);
char      *tl_conversation_lists_say_counts    (TlConversation       *conversation);

G_END_DECLS
