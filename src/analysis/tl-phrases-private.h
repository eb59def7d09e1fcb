/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "tl-graph.h"

G_BEGIN_DECLS

/**
 * TlPhraseGoal:
 * @TL_PHRASE_GOAL_OWN: a goal of the person who is spoken to
 * @TL_PHRASE_GOAL_OTHER: a goal of somebody else
 * @TL_PHRASE_GOAL_OUR_OBJECTIVE: an objective of our own organisation
 * @TL_PHRASE_GOAL_THEIR_OBJECTIVE: an objective of another
 *
 * What sort of goal a sentence is about.
 */
typedef enum
{
  TL_PHRASE_GOAL_OWN,
  TL_PHRASE_GOAL_OTHER,
  TL_PHRASE_GOAL_OUR_OBJECTIVE,
  TL_PHRASE_GOAL_THEIR_OBJECTIVE,
} TlPhraseGoal;

const char *tl_phrase_for_start       (TlFacet       facet,
                                       gboolean      is_objective,
                                       gboolean      is_somebodys,
                                       gboolean      is_first);
const char *tl_phrase_for_step        (TlPhraseGoal  goal,
                                       TlFacet       facet,
                                       gboolean      critical,
                                       guint         position);
const char *tl_phrase_for_branch      (TlPhraseGoal  goal,
                                       gboolean      critical,
                                       guint         position);
const char *tl_phrase_for_beneficiary (TlBeneficiary beneficiary,
                                       gboolean      is_first);

G_END_DECLS
