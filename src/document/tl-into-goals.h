/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what was said in a conversation to goals in the cascade: what could become of each statement, what would be
 * added, and adding it.
 *
 * Of a conversation only this goes into a goal: the words, whose it is, by when, the facet and whom it is for; and what
 * it looks like for them goes into the contribution it makes.  All else stays between the two. */

#pragma once

#include "tl-conversation-edits.h"

G_BEGIN_DECLS

/**
 * TlInto:
 * @TL_INTO_STAYS: it stays in the notes of the conversation
 * @TL_INTO_NEW_GOAL: a new goal is made of it
 * @TL_INTO_EXISTING: it is what a goal says that there is already
 *
 * What becomes of a statement.
 */
typedef enum
{
  TL_INTO_STAYS,
  TL_INTO_NEW_GOAL,
  TL_INTO_EXISTING,
} TlInto;

/**
 * TlIntoChoice:
 * @statement: a statement
 * @into: what becomes of it
 * @goal: (nullable): the goal, for %TL_INTO_EXISTING; %NULL while it is not chosen
 * @owner: (nullable): whose the new goal is, for %TL_INTO_NEW_GOAL; %NULL for the person whose conversation it is
 * @similar: (nullable): of a statement that has no goal yet, the one that is most like it: the one to offer
 */
typedef struct
{
  TlStatement *statement;
  TlInto       into;
  TlGoal      *goal;
  TlParty     *owner;
  TlGoal      *similar;
} TlIntoChoice;

/**
 * TlIntoNewsKind:
 * @TL_INTO_NEWS_GOAL: a goal is added
 * @TL_INTO_NEWS_LINKED: a statement is linked with a goal that there is
 * @TL_INTO_NEWS_UNLINKED: a statement is no longer linked with a goal, which stays
 * @TL_INTO_NEWS_CONTRIBUTION: a contribution is added
 * @TL_INTO_NEWS_THERE: a contribution is there already
 * @TL_INTO_NEWS_LEFT_OUT: a contribution cannot be added, because it would close a loop
 */
typedef enum
{
  TL_INTO_NEWS_GOAL,
  TL_INTO_NEWS_LINKED,
  TL_INTO_NEWS_UNLINKED,
  TL_INTO_NEWS_CONTRIBUTION,
  TL_INTO_NEWS_THERE,
  TL_INTO_NEWS_LEFT_OUT,
} TlIntoNewsKind;

/**
 * TlIntoNews:
 * @kind: what happens
 * @sentence: the same in words, translated
 */
typedef struct
{
  TlIntoNewsKind  kind;
  char           *sentence;
} TlIntoNews;

/**
 * TlIntoSimilarFunc:
 * @text: the words of a statement
 * @user_data: as given to tl_into_goals_suggest()
 *
 * Finding goals by similar wording is analysis, which this room does not see.
 *
 * Returns: (transfer none) (nullable): the goal of the document that says the same in similar words
 */
typedef TlGoal *(*TlIntoSimilarFunc) (const char *text,
                                      gpointer    user_data);

TlIntoChoice *tl_into_choice_new    (TlStatement         *statement,
                                     TlInto               into,
                                     TlGoal              *goal,
                                     TlParty             *owner);
void          tl_into_choice_free   (TlIntoChoice        *self);

GPtrArray    *tl_into_goals_suggest (TlConversation      *conversation,
                                     TlIntoSimilarFunc    similar,
                                     gpointer             user_data);
gboolean      tl_into_goals_apply   (TlDocument          *document,
                                     TlConversation      *conversation,
                                     GPtrArray           *choices,
                                     GError             **error);

/* tl-into-goals-plan.c */
GPtrArray    *tl_into_goals_preview (TlDocument          *document,
                                     GPtrArray           *choices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TlIntoChoice, tl_into_choice_free)

G_END_DECLS
