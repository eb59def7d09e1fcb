/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-date.h"
#include "tl-entity.h"
#include "tl-enums.h"
#include "tl-person.h"

G_BEGIN_DECLS

#define TL_TYPE_CONVERSATION (tl_conversation_get_type ())

G_DECLARE_FINAL_TYPE (TlConversation, tl_conversation, TL, CONVERSATION, TlEntity)

TlConversation     *tl_conversation_new                (void);
TlPerson           *tl_conversation_get_person         (TlConversation *self);
void                tl_conversation_set_person         (TlConversation *self,
                                                        TlPerson       *value);
TlPerson           *tl_conversation_get_coach          (TlConversation *self);
void                tl_conversation_set_coach          (TlConversation *self,
                                                        TlPerson       *value);
const char         *tl_conversation_get_coach_name     (TlConversation *self);
void                tl_conversation_set_coach_name     (TlConversation *self,
                                                        const char     *value);
TlDate              tl_conversation_get_date           (TlConversation *self);
void                tl_conversation_set_date           (TlConversation *self,
                                                        TlDate          value);
TlConversationState tl_conversation_get_state          (TlConversation *self);
void                tl_conversation_set_state          (TlConversation     *self,
                                                        TlConversationState value);
const char         *tl_conversation_get_question_set   (TlConversation *self);
void                tl_conversation_set_question_set   (TlConversation *self,
                                                        const char     *value);
const char         *tl_conversation_get_place          (TlConversation *self);
void                tl_conversation_set_place          (TlConversation *self,
                                                        const char     *value);
const char         *tl_conversation_get_skipped        (TlConversation *self);
void                tl_conversation_set_skipped        (TlConversation *self,
                                                        const char     *value);
const char         *tl_conversation_get_open_questions (TlConversation *self);
void                tl_conversation_set_open_questions (TlConversation *self,
                                                        const char     *value);
TlDate              tl_conversation_get_look_again     (TlConversation *self);
void                tl_conversation_set_look_again     (TlConversation *self,
                                                        TlDate          value);
const char         *tl_conversation_get_private_notes  (TlConversation *self);
void                tl_conversation_set_private_notes  (TlConversation *self,
                                                        const char     *value);

/* tl-conversation-queries.c */
GPtrArray      *tl_conversation_dup_statements (TlConversation *self);
GPtrArray      *tl_conversation_dup_links      (TlConversation *self);
TlConversation *tl_conversation_get_previous   (TlConversation *self);
GPtrArray      *tl_person_dup_conversations    (TlPerson       *person);

G_END_DECLS
