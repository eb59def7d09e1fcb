/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences that a line of sight is told in.
 *
 * Each stands here whole, with {goal} for the title of a goal and {owner} for whoever answers for it, so that a
 * translation can say it its own way.  There is more than one for most occasions, and a chain takes them in turn:
 * the same sentence six times over is a list and not something one could say to a person.  "It" and "that" always
 * mean the goal that helps.  Where a link is critical, the goal that is helped is the subject of what cannot be:
 * "“{goal}” cannot be met without it" leaves no doubt which of the two needs the other. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-phrases-private.h"

#include <glib/gi18n-lib.h>

/* The first is for the first step of a chain, the others take turns. */
#define N_VARIANTS 3

/* These take turns over the branches of one telling. */
#define N_BRANCH_VARIANTS 2

typedef struct
{
  const char *plain[N_VARIANTS];
  const char *critical[N_VARIANTS];
} Phrases;

/* For a goal of the person who is spoken to, by its facet: unset, work, impact, result */
static const Phrases own_goal[] = {
  { { N_("It feeds your own “{goal}”."),
      N_("Your own “{goal}” builds on that."),
      N_("From there it carries on to your own “{goal}”.") },
    { N_("Without it, your own “{goal}” cannot be met."),
      N_("Your own “{goal}” builds on that and cannot be met without it."),
      N_("Your own “{goal}” cannot do without that.") } },
  { { N_("It feeds your own “{goal}”."),
      N_("Your own work on “{goal}” builds on that."),
      N_("From there it carries on to your own “{goal}”.") },
    { N_("Without it, your own “{goal}” cannot be met."),
      N_("Your own “{goal}” builds on that and cannot be met without it."),
      N_("Your own “{goal}” cannot do without that.") } },
  { { N_("It makes your own “{goal}” possible."),
      N_("The difference you make with that is “{goal}”."),
      N_("With that you make a difference of your own: “{goal}”.") },
    { N_("It makes your own “{goal}” possible, a goal that cannot be met without it."),
      N_("The difference you want to make with that is “{goal}”, a goal that cannot be met without it."),
      N_("The difference you want to make, “{goal}”, cannot do without that.") } },
  { { N_("What comes of it is your own “{goal}”."),
      N_("Out of that grows your own “{goal}”."),
      N_("And that, in turn, brings you to “{goal}”.") },
    { N_("Your own “{goal}” comes of it and cannot be met without it."),
      N_("Your own “{goal}” grows out of that and cannot be met without it."),
      N_("And your own “{goal}” cannot do without that.") } },
};

/* For a goal of somebody else, by its facet */
static const Phrases other_goal[] = {
  { { N_("It helps {owner} with “{goal}”."),
      N_("{owner} builds on that for “{goal}”."),
      N_("From there it carries on to {owner} and “{goal}”.") },
    { N_("Without it, {owner} cannot meet “{goal}”."),
      N_("{owner} builds on that and could not meet “{goal}” without it."),
      N_("“{goal}”, which {owner} answers for, cannot do without that.") } },
  { { N_("It helps {owner} with “{goal}”."),
      N_("{owner} builds on that for “{goal}”."),
      N_("That, in turn, supports the work of {owner} on “{goal}”.") },
    { N_("Without it, {owner} cannot meet “{goal}”."),
      N_("{owner} builds on that and could not meet “{goal}” without it."),
      N_("“{goal}”, which {owner} answers for, cannot do without that.") } },
  { { N_("It helps {owner} to make a difference: “{goal}”."),
      N_("For {owner} that is part of a larger difference: “{goal}”."),
      N_("The difference {owner} makes with that is “{goal}”.") },
    { N_("{owner} needs it to make a difference: “{goal}” cannot be met without it."),
      N_("For {owner} that is part of a larger difference: “{goal}” cannot be met without it."),
      N_("The difference {owner} wants to make, “{goal}”, cannot do without that.") } },
  { { N_("It brings {owner} closer to “{goal}”."),
      N_("That counts towards what {owner} answers for: “{goal}”."),
      N_("That, in turn, brings {owner} closer to “{goal}”.") },
    { N_("Without it, {owner} cannot meet “{goal}”."),
      N_("What {owner} answers for, “{goal}”, cannot be met without that."),
      N_("“{goal}”, which {owner} answers for, cannot do without that.") } },
};

static const Phrases our_objective = {
  { N_("It goes straight to one of our objectives: “{goal}”."),
    N_("And that is how it reaches one of our objectives: “{goal}”."),
    N_("And so it arrives at our objective “{goal}”.") },
  { N_("One of our objectives, “{goal}”, cannot be met without it."),
    N_("And one of our objectives cannot be met without that: “{goal}”."),
    N_("Our objective “{goal}” cannot do without that.") },
};

static const Phrases their_objective = {
  { N_("It goes straight to what {owner} wants to achieve: “{goal}”."),
    N_("And that is how it reaches an objective of {owner}: “{goal}”."),
    N_("And so it arrives at what {owner} wants to achieve: “{goal}”.") },
  { N_("Without it, {owner} cannot achieve “{goal}”."),
    N_("And an objective of {owner} cannot be met without that: “{goal}”."),
    N_("What {owner} wants to achieve, “{goal}”, cannot do without that.") },
};

/* How a branch sets out from {from}, a goal that has been told of, by #TlPhraseGoal: plainly, and where the link is
 * critical */
static const char * const branches[][2][N_BRANCH_VARIANTS] = {
  { { N_("“{from}” also feeds your own “{goal}”."),
      N_("Your own “{goal}” builds on “{from}” as well.") },
    { N_("Your own “{goal}” cannot be met without “{from}”."),
      N_("Without “{from}”, your own “{goal}” cannot be met.") } },
  { { N_("“{from}” also helps {owner} with “{goal}”."),
      N_("{owner} builds on “{from}” as well, for “{goal}”.") },
    { N_("{owner} cannot meet “{goal}” without “{from}”."),
      N_("Without “{from}”, {owner} cannot meet “{goal}”.") } },
  { { N_("“{from}” also goes straight to one of our objectives: “{goal}”."),
      N_("One of our objectives gains from “{from}” as well: “{goal}”.") },
    { N_("One of our objectives, “{goal}”, cannot be met without “{from}”."),
      N_("Without “{from}”, one of our objectives cannot be met: “{goal}”.") } },
  { { N_("“{from}” also goes straight to what {owner} wants to achieve: “{goal}”."),
      N_("{owner} gains from “{from}” as well, for “{goal}”.") },
    { N_("{owner} cannot achieve “{goal}” without “{from}”."),
      N_("Without “{from}”, {owner} cannot achieve “{goal}”.") } },
};

/* How a chain begins, by the facet of its first goal: the first chain that is told, and those after it */
static const char * const starts[][2] = {
  { N_("You have set out to “{goal}”."), N_("You have also set out to “{goal}”.") },
  { N_("Your work begins with “{goal}”."), N_("You also work on “{goal}”.") },
  { N_("The difference you want to make is “{goal}”."), N_("Another difference you want to make is “{goal}”.") },
  { N_("The Result you want to see is “{goal}”."), N_("Another Result you want to see is “{goal}”.") },
};

static const char *
choose (const Phrases *phrases,
        gboolean       critical,
        guint          position)
{
  guint variant = position == 0 ? 0 : 1 + (position - 1) % (N_VARIANTS - 1);

  return _(critical ? phrases->critical[variant] : phrases->plain[variant]);
}

/**
 * tl_phrase_for_start:
 * @facet: the facet of the goal that a chain begins with
 * @is_objective: whether it is an objective
 * @is_somebodys: whether somebody is spoken to whose goal it is
 * @is_first: whether it is the first chain
 *
 * Returns: (transfer none): a sentence with {goal}
 */
const char *
tl_phrase_for_start (TlFacet  facet,
                     gboolean is_objective,
                     gboolean is_somebodys,
                     gboolean is_first)
{
  if (!is_somebodys)
    return is_first ? _("It begins with “{goal}”.") : _("There is “{goal}” as well.");
  if (is_objective)
    return is_first ? _("One of your objectives is “{goal}”.") : _("Another objective of yours is “{goal}”.");

  return _(starts[facet][is_first ? 0 : 1]);
}

/**
 * tl_phrase_for_step:
 * @goal: what sort of goal is helped
 * @facet: its facet, which an objective is told without
 * @critical: whether it cannot be met without the one before
 * @position: the place of the step in its chain, the first being 0
 *
 * Returns: (transfer none): a sentence with {goal}, and {owner} unless the goal is one's own or an objective of ours
 */
const char *
tl_phrase_for_step (TlPhraseGoal goal,
                    TlFacet      facet,
                    gboolean     critical,
                    guint        position)
{
  switch (goal)
    {
    case TL_PHRASE_GOAL_OWN:
      return choose (&own_goal[facet], critical, position);
    case TL_PHRASE_GOAL_OUR_OBJECTIVE:
      return choose (&our_objective, critical, position);
    case TL_PHRASE_GOAL_THEIR_OBJECTIVE:
      return choose (&their_objective, critical, position);
    case TL_PHRASE_GOAL_OTHER:
    default:
      return choose (&other_goal[facet], critical, position);
    }
}

/**
 * tl_phrase_for_branch:
 * @goal: what sort of goal is helped
 * @critical: whether it cannot be met without the one the branch sets out from
 * @position: the place of the branch among those that are told, the first being 0
 *
 * Returns: (transfer none): a sentence with {from} and {goal}, and {owner} unless the goal is one's own or an
 *   objective of ours
 */
const char *
tl_phrase_for_branch (TlPhraseGoal goal,
                      gboolean     critical,
                      guint        position)
{
  return _(branches[goal][critical ? 1 : 0][position % N_BRANCH_VARIANTS]);
}

/**
 * tl_phrase_for_beneficiary:
 * @beneficiary: whose life a goal makes better
 * @is_first: whether nobody has been said to gain yet
 *
 * Returns: (transfer none) (nullable): a sentence that says so; %NULL for our own organisation, which goes without
 *   saying, and where it is not said
 */
const char *
tl_phrase_for_beneficiary (TlBeneficiary beneficiary,
                           gboolean      is_first)
{
  switch (beneficiary)
    {
    case TL_BENEFICIARY_TEAM:
      return is_first ? _("Our own team gains from it.") : _("Our own team gains from it, too.");
    case TL_BENEFICIARY_CUSTOMER:
      return is_first ? _("The one who gains is the customer.") : _("And the customer gains as well.");
    case TL_BENEFICIARY_CUSTOMERS_CUSTOMERS:
      return is_first ? _("The people who gain are the customer’s customers.")
                      : _("And the customer’s customers gain as well.");
    case TL_BENEFICIARY_COMMUNITY:
      return is_first ? _("The whole community gains from it.") : _("And the whole community gains as well.");
    case TL_BENEFICIARY_UNSET:
    case TL_BENEFICIARY_ORGANISATION:
    default:
      return NULL;
    }
}
