/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-conversation.h"
#include "tl-goal.h"
#include "tl-person.h"
#include "tl-scores.h"

G_BEGIN_DECLS

char       *tl_words_of_owner      (TlParty           *owner);
char       *tl_words_of_goal       (TlGoal            *goal);
char       *tl_words_of_level      (TlGoal            *goal);
char       *tl_words_of_standing   (TlGoal            *goal,
                                    const TlGoalScore *score);
char       *tl_words_of_person     (TlPerson          *person);
char       *tl_words_of_conversation (TlConversation  *conversation);
char       *tl_words_of_work       (TlPerson          *person,
                                    guint              n_goals);
char       *tl_words_of_shown      (guint              n_shown,
                                    guint              n_goals);
GPtrArray  *tl_words_list_place    (TlEntity          *entity);
char       *tl_words_of_place      (TlEntity          *entity);
char       *tl_words_of_period     (TlDate             start,
                                    TlDate             due);
const char *tl_icon_of_entity      (TlEntity          *entity);
const char *tl_icon_of_facet       (TlFacet            facet);
const char *tl_style_of_facet      (TlFacet            facet);

G_END_DECLS
