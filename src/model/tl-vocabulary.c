/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the values of the model's enumerations are called: a nick for files and scripts, a label for people.
 *
 * Labels stand in one table, so that a word is translated once and reads the same on a card, in a menu and on
 * paper.
 */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-vocabulary.h"

typedef struct
{
  GType      (*type) (void);
  int          value;
  const char  *label;
} TlLabel;

static const TlLabel labels[] = {
  /* Translators: the names of the levels of a cascade, as the title of a row of goals */
  { tl_level_get_type, TL_LEVEL_ORGANISATION, N_("Objectives") },
  { tl_level_get_type, TL_LEVEL_FUNCTION, N_("Functions") },
  { tl_level_get_type, TL_LEVEL_TEAM, N_("Teams") },
  { tl_level_get_type, TL_LEVEL_PERSON, N_("People") },

  { tl_organisation_kind_get_type, TL_ORGANISATION_KIND_OWN, N_("Our organisation") },
  { tl_organisation_kind_get_type, TL_ORGANISATION_KIND_CUSTOMER, N_("Customer") },
  { tl_organisation_kind_get_type, TL_ORGANISATION_KIND_PARTNER, N_("Partner") },

  { tl_unit_kind_get_type, TL_UNIT_KIND_FUNCTION, N_("Function") },
  { tl_unit_kind_get_type, TL_UNIT_KIND_DIVISION, N_("Division") },
  { tl_unit_kind_get_type, TL_UNIT_KIND_TEAM, N_("Team") },

  { tl_goal_state_get_type, TL_GOAL_STATE_DRAFT, N_("Draft") },
  { tl_goal_state_get_type, TL_GOAL_STATE_ACTIVE, N_("Active") },
  { tl_goal_state_get_type, TL_GOAL_STATE_ACHIEVED, N_("Achieved") },
  { tl_goal_state_get_type, TL_GOAL_STATE_MISSED, N_("Missed") },
  { tl_goal_state_get_type, TL_GOAL_STATE_DROPPED, N_("Dropped") },

  /* Translators: a goal whose facet (Work, Impact or Result) has not been chosen yet */
  { tl_facet_get_type, TL_FACET_UNSET, N_("Goal") },
  { tl_facet_get_type, TL_FACET_WORK, N_("Work") },
  { tl_facet_get_type, TL_FACET_IMPACT, N_("Impact") },
  { tl_facet_get_type, TL_FACET_RESULT, N_("Result") },

  { tl_beneficiary_get_type, TL_BENEFICIARY_UNSET, N_("Not said yet") },
  { tl_beneficiary_get_type, TL_BENEFICIARY_TEAM, N_("Our team") },
  { tl_beneficiary_get_type, TL_BENEFICIARY_ORGANISATION, N_("Our organisation") },
  { tl_beneficiary_get_type, TL_BENEFICIARY_CUSTOMER, N_("The customer") },
  { tl_beneficiary_get_type, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS, N_("The customer’s customers") },
  { tl_beneficiary_get_type, TL_BENEFICIARY_COMMUNITY, N_("The community") },

  { tl_stretch_get_type, TL_STRETCH_NONE, N_("No stretch") },
  { tl_stretch_get_type, TL_STRETCH_OUTCOME, N_("Stretches the outcome") },
  { tl_stretch_get_type, TL_STRETCH_PROCESS, N_("Stretches the process") },
  { tl_stretch_get_type, TL_STRETCH_LEARNING, N_("Stretches the learning") },

  { tl_rollup_get_type, TL_ROLLUP_WEIGHTED, N_("Weighted share") },
  { tl_rollup_get_type, TL_ROLLUP_ALL, N_("All are needed") },
  { tl_rollup_get_type, TL_ROLLUP_ANY, N_("Any will do") },
  { tl_rollup_get_type, TL_ROLLUP_SUM, N_("Sum") },

  { tl_measure_kind_get_type, TL_MEASURE_KIND_NUMBER, N_("Number") },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_CURRENCY, N_("Currency") },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_PERCENT, N_("Percent") },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_YES_NO, N_("Yes or no") },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_COUNT_PER_WEEK, N_("Count per week") },

  { tl_direction_get_type, TL_DIRECTION_UP, N_("Up") },
  { tl_direction_get_type, TL_DIRECTION_DOWN, N_("Down") },
  { tl_direction_get_type, TL_DIRECTION_BETWEEN, N_("Stay between") },

  /* Translators: a coaching conversation that goes on, or is paused */
  { tl_conversation_state_get_type, TL_CONVERSATION_STATE_OPEN, N_("Open") },
  { tl_conversation_state_get_type, TL_CONVERSATION_STATE_FINISHED, N_("Finished") },

  /* Translators: what became of work that was agreed in a conversation */
  { tl_action_state_get_type, TL_ACTION_STATE_OPEN, N_("Open") },
  { tl_action_state_get_type, TL_ACTION_STATE_DONE, N_("Done") },
  { tl_action_state_get_type, TL_ACTION_STATE_LET_GO, N_("Let go") },
};

static const struct
{
  const char *nick;
  const char *label;
} categories[] = {
  { "revenue", N_("Revenue") },
  { "earnings", N_("Earnings") },
  { "growth", N_("Growth") },
  { "market-penetration", N_("Market penetration") },
  { "geographic-penetration", N_("Geographic penetration") },
  { "product-growth", N_("Product growth") },
  { "customer-perception", N_("Customer perception") },
  { "community-perception", N_("Community perception") },
  { "expansion", N_("Expansion") },
  { "competitive-position", N_("Competitive position") },
  { "quality", N_("Quality") },
  { "people", N_("People") },
};

/**
 * tl_enum_to_nick:
 * @enum_type: one of the model's enumerations
 * @value: one of its values
 *
 * Returns: (transfer none): the name of @value in files, independent of the language
 */
const char *
tl_enum_to_nick (GType enum_type,
                 int   value)
{
  GEnumClass *klass = g_type_class_peek_static (enum_type);
  GEnumValue *found;

  if (klass == NULL)
    klass = g_type_class_ref (enum_type);

  found = g_enum_get_value (klass, value);
  g_return_val_if_fail (found != NULL, NULL);
  return found->value_nick;
}

/**
 * tl_enum_from_nick:
 * @enum_type: one of the model's enumerations
 * @nick: (nullable): what a file says
 * @value: (out): the value, left alone when there is none
 *
 * Returns: %TRUE when @nick, exactly as it stands, names a value of @enum_type
 */
gboolean
tl_enum_from_nick (GType       enum_type,
                   const char *nick,
                   int        *value)
{
  GEnumClass *klass = g_type_class_peek_static (enum_type);
  GEnumValue *found;

  if (nick == NULL)
    return FALSE;

  if (klass == NULL)
    klass = g_type_class_ref (enum_type);

  found = g_enum_get_value_by_nick (klass, nick);
  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}

/**
 * tl_enum_to_label:
 * @enum_type: one of the model's enumerations
 * @value: one of its values
 *
 * Returns: (transfer none): the name of @value for people, translated
 */
const char *
tl_enum_to_label (GType enum_type,
                  int   value)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (labels[i].value == value && labels[i].type () == enum_type)
        return _(labels[i].label);
    }

  g_return_val_if_reached ("");
}

/**
 * tl_categories_get:
 *
 * Returns: (transfer none): the categories of objectives every document knows, as file names, ended by %NULL.
 *   A document may use others of its own.
 */
const char * const *
tl_categories_get (void)
{
  static const char *nicks[G_N_ELEMENTS (categories) + 1];

  if (nicks[0] == NULL)
    {
      for (guint i = G_N_ELEMENTS (categories); i-- > 0;)
        nicks[i] = categories[i].nick;
    }

  return nicks;
}

/**
 * tl_category_to_label:
 * @category: a category of objectives, a known one or one of the user's own
 *
 * Returns: (transfer none): the name for people; the user's own are returned as they are
 */
const char *
tl_category_to_label (const char *category)
{
  g_return_val_if_fail (category != NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    {
      if (g_str_equal (categories[i].nick, category))
        return _(categories[i].label);
    }

  return category;
}
