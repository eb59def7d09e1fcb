/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences that a line of sight is told in.
 *
 * Each stands here whole, with {goal} for the title of a goal and {owner} for whoever answers for it, so that a
 * translation can say it its own way.  There is more than one for most occasions, and a chain takes them in turn:
 * the same sentence six times over is a list and not something one could say to a person.  "It" and "that" always
 * mean the goal named last. */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-phrases-private.h"

#include <glib/gi18n-lib.h>

/* The first is for the first step of a chain, the others take turns. */
#define N_VARIANTS 3

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
    { N_("It feeds your own “{goal}”, which cannot be met without it."),
      N_("Your own “{goal}” builds on that, and cannot do without it."),
      N_("From there it carries on to your own “{goal}”, which cannot be met without it.") } },
  { { N_("It feeds your own “{goal}”."),
      N_("Your own work on “{goal}” builds on that."),
      N_("From there it carries on to your own “{goal}”.") },
    { N_("It feeds your own “{goal}”, which cannot be met without it."),
      N_("Your own work on “{goal}” builds on that, and cannot do without it."),
      N_("From there it carries on to your own “{goal}”, which cannot be met without it.") } },
  { { N_("It makes your own “{goal}” possible."),
      N_("The difference that makes is your own “{goal}”."),
      N_("What changes by that is your own “{goal}”.") },
    { N_("It makes your own “{goal}” possible, which cannot be met without it."),
      N_("The difference that makes is your own “{goal}”, which cannot do without it."),
      N_("What changes by that is your own “{goal}”, which cannot be met without it.") } },
  { { N_("What comes of it is your own “{goal}”."),
      N_("Out of that grows your own “{goal}”."),
      N_("And that, in turn, brings you to “{goal}”.") },
    { N_("What comes of it is your own “{goal}”, which cannot be met without it."),
      N_("Out of that grows your own “{goal}”, which cannot do without it."),
      N_("And that, in turn, brings you to “{goal}”, which cannot be met without it.") } },
};

/* For a goal of somebody else, by its facet */
static const Phrases other_goal[] = {
  { { N_("It helps {owner} with “{goal}”."),
      N_("{owner} builds on that for “{goal}”."),
      N_("From there it carries on to {owner} and “{goal}”.") },
    { N_("It helps {owner} with “{goal}”, which cannot be met without it."),
      N_("{owner} builds on that for “{goal}”, and cannot do without it."),
      N_("From there it carries on to {owner} and “{goal}”, which cannot be met without it.") } },
  { { N_("It helps {owner} with “{goal}”."),
      N_("{owner} builds on that for “{goal}”."),
      N_("That, in turn, supports the work of {owner} on “{goal}”.") },
    { N_("It helps {owner} with “{goal}”, which cannot be met without it."),
      N_("{owner} builds on that for “{goal}”, and cannot do without it."),
      N_("That, in turn, supports the work of {owner} on “{goal}”, which cannot be met without it.") } },
  { { N_("It helps {owner} to make a difference: “{goal}”."),
      N_("With {owner} that becomes part of a larger difference: “{goal}”."),
      N_("The difference {owner} makes with that is “{goal}”.") },
    { N_("It helps {owner} to make a difference, “{goal}”, which cannot be met without it."),
      N_("With {owner} that becomes part of a larger difference, “{goal}”, which cannot do without it."),
      N_("The difference {owner} makes with that is “{goal}”, which cannot be met without it.") } },
  { { N_("It brings {owner} closer to “{goal}”."),
      N_("That counts towards what {owner} answers for: “{goal}”."),
      N_("That, in turn, brings {owner} closer to “{goal}”.") },
    { N_("It brings {owner} closer to “{goal}”, which cannot be met without it."),
      N_("That counts towards what {owner} answers for, “{goal}”, which cannot do without it."),
      N_("That, in turn, brings {owner} closer to “{goal}”, which cannot be met without it.") } },
};

static const Phrases our_objective = {
  { N_("It goes straight to one of our objectives: “{goal}”."),
    N_("And that is how it reaches one of our objectives: “{goal}”."),
    N_("And so it arrives at our objective “{goal}”.") },
  { N_("It goes straight to one of our objectives, “{goal}”, which cannot be met without it."),
    N_("And that is how it reaches one of our objectives, “{goal}”, which cannot do without it."),
    N_("And so it arrives at our objective “{goal}”, which cannot be met without it.") },
};

static const Phrases their_objective = {
  { N_("It goes straight to what {owner} wants to achieve: “{goal}”."),
    N_("And that is how it reaches an objective of {owner}: “{goal}”."),
    N_("And so it arrives at what {owner} wants to achieve: “{goal}”.") },
  { N_("It goes straight to what {owner} wants to achieve, “{goal}”, which cannot be met without it."),
    N_("And that is how it reaches an objective of {owner}, “{goal}”, which cannot do without it."),
    N_("And so it arrives at what {owner} wants to achieve, “{goal}”, which cannot be met without it.") },
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
 * tl_phrase_for_own_goal:
 * @facet: the facet of the goal that is helped
 * @critical: whether it cannot be met without the one before
 * @position: the place of the step in its chain, the first being 0
 *
 * Returns: (transfer none): a sentence with {goal}, for a goal of the person who is spoken to
 */
const char *
tl_phrase_for_own_goal (TlFacet  facet,
                        gboolean critical,
                        guint    position)
{
  return choose (&own_goal[facet], critical, position);
}

/**
 * tl_phrase_for_other_goal:
 * @facet: the facet of the goal that is helped
 * @critical: whether it cannot be met without the one before
 * @position: the place of the step in its chain, the first being 0
 *
 * Returns: (transfer none): a sentence with {goal} and {owner}
 */
const char *
tl_phrase_for_other_goal (TlFacet  facet,
                          gboolean critical,
                          guint    position)
{
  return choose (&other_goal[facet], critical, position);
}

/**
 * tl_phrase_for_objective:
 * @ours: whether it is an objective of our own organisation
 * @critical: whether it cannot be met without the one before
 * @position: the place of the step in its chain, the first being 0
 *
 * Returns: (transfer none): a sentence with {goal}, and {owner} when it is not ours
 */
const char *
tl_phrase_for_objective (gboolean ours,
                         gboolean critical,
                         guint    position)
{
  return choose (ours ? &our_objective : &their_objective, critical, position);
}

/**
 * tl_phrase_for_beneficiary:
 * @beneficiary: whose life a goal makes better
 *
 * Returns: (transfer none) (nullable): a sentence that says so; %NULL for our own organisation, which goes without
 *   saying, and where it is not said
 */
const char *
tl_phrase_for_beneficiary (TlBeneficiary beneficiary)
{
  switch (beneficiary)
    {
    case TL_BENEFICIARY_TEAM:
      return _("It is our own team that is better off for it.");
    case TL_BENEFICIARY_CUSTOMER:
      return _("It is the customer who is better off for it.");
    case TL_BENEFICIARY_CUSTOMERS_CUSTOMERS:
      return _("It is the customer’s customers who are better off for it.");
    case TL_BENEFICIARY_COMMUNITY:
      return _("It is the community that is better off for it.");
    case TL_BENEFICIARY_UNSET:
    case TL_BENEFICIARY_ORGANISATION:
    default:
      return NULL;
    }
}
