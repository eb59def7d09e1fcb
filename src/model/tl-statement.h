/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-goal.h"

G_BEGIN_DECLS

#define TL_TYPE_STATEMENT (tl_statement_get_type ())

G_DECLARE_FINAL_TYPE (TlStatement, tl_statement, TL, STATEMENT, TlEntity)

TlStatement    *tl_statement_new              (void);
TlConversation *tl_statement_get_conversation (TlStatement *self);
void            tl_statement_set_conversation (TlStatement    *self,
                                               TlConversation *value);
const char     *tl_statement_get_text         (TlStatement *self);
void            tl_statement_set_text         (TlStatement *self,
                                               const char  *value);
TlFacet         tl_statement_get_facet        (TlStatement *self);
void            tl_statement_set_facet        (TlStatement *self,
                                               TlFacet      value);
gboolean        tl_statement_get_reputation   (TlStatement *self);
void            tl_statement_set_reputation   (TlStatement *self,
                                               gboolean     value);
TlBeneficiary   tl_statement_get_beneficiary  (TlStatement *self);
void            tl_statement_set_beneficiary  (TlStatement  *self,
                                               TlBeneficiary value);
const char     *tl_statement_get_question     (TlStatement *self);
void            tl_statement_set_question     (TlStatement *self,
                                               const char  *value);
double          tl_statement_get_position     (TlStatement *self);
void            tl_statement_set_position     (TlStatement *self,
                                               double       value);
const char     *tl_statement_get_who          (TlStatement *self);
void            tl_statement_set_who          (TlStatement *self,
                                               const char  *value);
char           *tl_statement_dup_doer         (TlStatement *self);
const char     *tl_statement_get_detail       (TlStatement *self);
void            tl_statement_set_detail       (TlStatement *self,
                                               const char  *value);
const char     *tl_statement_get_skills       (TlStatement *self);
void            tl_statement_set_skills       (TlStatement *self,
                                               const char  *value);
TlDate          tl_statement_get_due          (TlStatement *self);
void            tl_statement_set_due          (TlStatement *self,
                                               TlDate       value);
gboolean        tl_statement_get_agreed       (TlStatement *self);
void            tl_statement_set_agreed       (TlStatement *self,
                                               gboolean     value);
TlActionState   tl_statement_get_action_state (TlStatement *self);
void            tl_statement_set_action_state (TlStatement  *self,
                                               TlActionState value);
const char     *tl_statement_get_learned      (TlStatement *self);
void            tl_statement_set_learned      (TlStatement *self,
                                               const char  *value);
TlGoal         *tl_statement_get_goal         (TlStatement *self);
void            tl_statement_set_goal         (TlStatement *self,
                                               TlGoal      *value);

G_END_DECLS
