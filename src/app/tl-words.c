/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How goals and people are named in lists, in the header and in the details: one wording for all of them. */

#define G_LOG_DOMAIN "tl-app"

#include "config.h"

#include "tl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-attainment.h"
#include "tl-enum-types.h"
#include "tl-format.h"
#include "tl-vocabulary.h"

/* Units nest less deep than this; beyond it a file is wrong about its units. */
#define N_PARENTS_MAX 16

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

/* "Work · Account team" with whatever of the two is known. */
static char *
join (const char *first,
      const char *second)
{
  if (is_blank (first))
    return g_strdup (is_blank (second) ? "" : second);
  if (is_blank (second))
    return g_strdup (first);

  return g_strdup_printf ("%s · %s", first, second);
}

/**
 * tl_words_of_owner:
 * @owner: (nullable): who owns a goal
 *
 * Returns: (transfer full): their name, or a word for nobody
 */
char *
tl_words_of_owner (TlParty *owner)
{
  if (owner == NULL || is_blank (tl_party_get_name (owner)))
    return g_strdup (_("No owner"));

  return g_strdup (tl_party_get_name (owner));
}

/**
 * tl_words_of_goal:
 * @goal: a goal
 *
 * Returns: (transfer full): its facet and its owner, such as "Result · Sales"
 */
char *
tl_words_of_goal (TlGoal *goal)
{
  g_autofree char *owner = NULL;

  g_return_val_if_fail (TL_IS_GOAL (goal), NULL);

  owner = tl_words_of_owner (tl_goal_get_owner (goal));
  return join (tl_enum_to_label (TL_TYPE_FACET, tl_goal_get_facet (goal)), owner);
}

static const char *
name_level (TlGoal *goal)
{
  TlUnit *unit = tl_goal_get_unit (goal);

  if (unit != NULL)
    return tl_enum_to_label (TL_TYPE_UNIT_KIND, tl_unit_get_kind (unit));

  /* Translators: the level of a goal, as said of one goal */
  return tl_goal_get_person (goal) != NULL ? _("Personal") : _("Objective");
}

/**
 * tl_words_of_level:
 * @goal: a goal
 *
 * Returns: (transfer full): its facet and where it stands in the organisation, such as "Result · Team"
 */
char *
tl_words_of_level (TlGoal *goal)
{
  g_return_val_if_fail (TL_IS_GOAL (goal), NULL);

  return join (tl_enum_to_label (TL_TYPE_FACET, tl_goal_get_facet (goal)), name_level (goal));
}

/**
 * tl_words_of_person:
 * @person: a person
 *
 * Returns: (transfer full): their role and unit, such as "Account executive · Account team"; may be empty
 */
char *
tl_words_of_person (TlPerson *person)
{
  TlUnit *unit;

  g_return_val_if_fail (TL_IS_PERSON (person), NULL);

  unit = tl_person_get_unit (person);
  return join (tl_person_get_role (person), unit != NULL ? tl_party_get_name (TL_PARTY (unit)) : NULL);
}

/**
 * tl_words_of_conversation:
 * @conversation: a conversation
 *
 * Returns: (transfer full): with whom it was and when, such as "Ines · 3 Nov 2026"
 */
char *
tl_words_of_conversation (TlConversation *conversation)
{
  g_autofree char *date = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (TL_IS_CONVERSATION (conversation), NULL);

  date = tl_date_format (tl_conversation_get_date (conversation));
  if (tl_conversation_get_person (conversation) == NULL)
    return g_steal_pointer (&date);

  name = tl_entity_dup_display_name (TL_ENTITY (tl_conversation_get_person (conversation)));
  /* Translators: the name of a person, kept apart from what follows whatever way it is written, and a date */
  return g_strdup_printf (_("\u2068%s\u2069 · %s"), name, date);
}

/**
 * tl_words_of_work:
 * @person: a person
 * @n_goals: how many goals they own
 *
 * Returns: (transfer full): their role and how much they have set out to do, such as "Account executive · 3 goals"
 */
char *
tl_words_of_work (TlPerson *person,
                  guint     n_goals)
{
  g_autofree char *goals = NULL;

  g_return_val_if_fail (TL_IS_PERSON (person), NULL);

  goals = g_strdup_printf (ngettext ("%'u goal", "%'u goals", n_goals), n_goals);
  return join (tl_person_get_role (person), goals);
}

/**
 * tl_words_of_shown:
 * @n_shown: how many goals are shown
 * @n_goals: how many there are
 *
 * Returns: (transfer full): how much of the cascade is seen, such as "56 of 292 goals", or "292 goals" for all of it
 */
char *
tl_words_of_shown (guint n_shown,
                   guint n_goals)
{
  if (n_shown == n_goals)
    return g_strdup_printf (ngettext ("%'u goal", "%'u goals", n_goals), n_goals);

  /* Translators: how many goals of how many are shown */
  return g_strdup_printf (ngettext ("%'u of %'u goal", "%'u of %'u goals", n_goals), n_shown, n_goals);
}

/**
 * tl_words_of_standing:
 * @goal: a goal
 * @score: how it stands
 *
 * Returns: (transfer full): its facet, how much of it is attained and its health, such as
 *   "Result · 81 % · On track"
 */
char *
tl_words_of_standing (TlGoal            *goal,
                      const TlGoalScore *score)
{
  g_autofree char *attained = NULL;
  g_autofree char *standing = NULL;

  g_return_val_if_fail (TL_IS_GOAL (goal), NULL);
  g_return_val_if_fail (score != NULL, NULL);

  if (!isnan (score->attainment))
    attained = tl_format_share (score->attainment);
  standing = join (attained, tl_health_to_label (score->health));
  return join (tl_enum_to_label (TL_TYPE_FACET, tl_goal_get_facet (goal)), standing);
}

static void
prepend_party (GPtrArray *place,
               TlParty   *party)
{
  if (party != NULL && !is_blank (tl_party_get_name (party)))
    g_ptr_array_insert (place, 0, party);
}

/**
 * tl_words_list_place:
 * @entity: a goal, a person, a unit or an organisation
 *
 * Returns: (transfer container) (element-type TlParty): where in the organisation @entity stands, from the top: the units
 *   around it, and whoever owns it.  Those without a name are left out.
 */
GPtrArray *
tl_words_list_place (TlEntity *entity)
{
  GPtrArray *place = g_ptr_array_new ();
  TlUnit *unit = NULL;

  g_return_val_if_fail (TL_IS_ENTITY (entity), place);

  if (TL_IS_PERSON (entity))
    {
      unit = tl_person_get_unit (TL_PERSON (entity));
    }
  else if (TL_IS_UNIT (entity))
    {
      unit = tl_unit_get_parent (TL_UNIT (entity));
    }
  else if (TL_IS_GOAL (entity))
    {
      TlParty *owner = tl_goal_get_owner (TL_GOAL (entity));

      prepend_party (place, owner);
      if (TL_IS_PERSON (owner))
        unit = tl_person_get_unit (TL_PERSON (owner));
      else if (TL_IS_UNIT (owner))
        unit = tl_unit_get_parent (TL_UNIT (owner));
    }

  for (guint i = 0; unit != NULL && i < N_PARENTS_MAX; i++)
    {
      prepend_party (place, TL_PARTY (unit));
      unit = tl_unit_get_parent (unit);
    }

  return place;
}

/**
 * tl_words_of_place:
 * @entity: a goal, a person, a unit or an organisation
 *
 * Returns: (transfer full): where in the organisation it stands, from the top, each step followed by an arrow:
 *   "Sales › Account team › "; may be empty
 */
char *
tl_words_of_place (TlEntity *entity)
{
  g_autoptr (GPtrArray) place = tl_words_list_place (entity);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < place->len; i++)
    g_string_append_printf (words, "%s › ", tl_party_get_name (g_ptr_array_index (place, i)));

  return g_string_free (words, FALSE);
}

/**
 * tl_words_of_period:
 * @start: the first day, or %TL_DATE_NONE
 * @due: the last day, or %TL_DATE_NONE
 *
 * Returns: (transfer full): both in the user's locale, such as "1 January – 31 December"; empty when neither is
 *   known
 */
char *
tl_words_of_period (TlDate start,
                    TlDate due)
{
  g_autofree char *first = start != TL_DATE_NONE ? tl_date_format (start) : NULL;
  g_autofree char *last = due != TL_DATE_NONE ? tl_date_format (due) : NULL;

  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s – %s", first, last);
  if (first != NULL)
    return g_strdup_printf (_("from %s"), first);
  if (last != NULL)
    return g_strdup_printf (_("until %s"), last);

  return g_strdup ("");
}

/**
 * tl_icon_of_facet:
 * @facet: a facet
 *
 * Returns: (transfer none): the name of its icon
 */
const char *
tl_icon_of_facet (TlFacet facet)
{
  switch (facet)
    {
    case TL_FACET_WORK:
      return "tl-facet-work-symbolic";
    case TL_FACET_IMPACT:
      return "tl-facet-impact-symbolic";
    case TL_FACET_RESULT:
      return "tl-facet-result-symbolic";
    case TL_FACET_UNSET:
    default:
      return "tl-facet-unset-symbolic";
    }
}

/**
 * tl_style_of_facet:
 * @facet: a facet
 *
 * Returns: (transfer none): the style class that colours its icon and word
 */
const char *
tl_style_of_facet (TlFacet facet)
{
  switch (facet)
    {
    case TL_FACET_WORK:
      return "facet-work";
    case TL_FACET_IMPACT:
      return "facet-impact";
    case TL_FACET_RESULT:
      return "facet-result";
    case TL_FACET_UNSET:
    default:
      return "facet-unset";
    }
}

/**
 * tl_icon_of_entity:
 * @entity: a person, a goal, who owns one, a cycle, or a conversation
 *
 * Returns: (transfer none): the name of the icon that says what it is
 */
const char *
tl_icon_of_entity (TlEntity *entity)
{
  g_return_val_if_fail (TL_IS_ENTITY (entity), NULL);

  if (TL_IS_GOAL (entity))
    return tl_icon_of_facet (tl_goal_get_facet (TL_GOAL (entity)));
  if (TL_IS_PERSON (entity))
    return "avatar-default-symbolic";
  if (TL_IS_CYCLE (entity))
    return "x-office-calendar-symbolic";
  if (TL_IS_CONVERSATION (entity))
    return "tl-coaching-symbolic";

  return "system-users-symbolic";
}
