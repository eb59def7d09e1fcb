/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words that files use for the model's closed vocabularies.
 *
 * Our own nicks and labels come first; the rest is what other programs and people write for the same thing.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <string.h>

#include "tl-enum-types.h"
#include "tl-import-private.h"
#include "tl-vocabulary.h"

typedef struct
{
  GType       (*type) (void);
  int           value;
  const char   *words;    /* normalised, each between two bars */
} TlImportWords;

static const TlImportWords words[] = {
  { tl_organisation_kind_get_type, TL_ORGANISATION_KIND_OWN, "|us|ours|ourown|self|" },
  { tl_organisation_kind_get_type, TL_ORGANISATION_KIND_CUSTOMER, "|client|account|" },
  { tl_organisation_kind_get_type, TL_ORGANISATION_KIND_PARTNER, "|supplier|vendor|" },

  { tl_unit_kind_get_type, TL_UNIT_KIND_FUNCTION, "|department|area|" },
  { tl_unit_kind_get_type, TL_UNIT_KIND_DIVISION, "|businessunit|region|directorate|" },
  { tl_unit_kind_get_type, TL_UNIT_KIND_TEAM, "|group|squad|" },

  { tl_goal_state_get_type, TL_GOAL_STATE_DRAFT, "|notstarted|planned|proposed|created|new|" },
  { tl_goal_state_get_type, TL_GOAL_STATE_ACTIVE, "|ontrack|ahead|delayed|blocked|ongoing|inprogress|atrisk|offtrack|behind|open|started|progressing|" },
  { tl_goal_state_get_type, TL_GOAL_STATE_ACHIEVED, "|completed|complete|accomplished|done|met|closed|" },
  { tl_goal_state_get_type, TL_GOAL_STATE_MISSED, "|failed|notachieved|notmet|" },
  { tl_goal_state_get_type, TL_GOAL_STATE_DROPPED, "|cancelled|canceled|abandoned|archived|" },

  { tl_facet_get_type, TL_FACET_UNSET, "|none|goal|" },
  { tl_facet_get_type, TL_FACET_RESULT, "|results|" },

  { tl_beneficiary_get_type, TL_BENEFICIARY_UNSET, "|none|" },
  { tl_beneficiary_get_type, TL_BENEFICIARY_TEAM, "|us|myteam|" },
  { tl_beneficiary_get_type, TL_BENEFICIARY_ORGANISATION, "|organization|ourorganization|company|ourcompany|theorganisation|" },
  { tl_beneficiary_get_type, TL_BENEFICIARY_CUSTOMER, "|customers|client|theclient|clients|ourcustomer|ourcustomers|" },
  { tl_beneficiary_get_type, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS, "|customercustomers|customerscustomer|theircustomers|clientscustomers|theclientscustomers|" },
  { tl_beneficiary_get_type, TL_BENEFICIARY_COMMUNITY, "|society|" },

  { tl_stretch_get_type, TL_STRETCH_NONE, "|no|false|0|" },
  { tl_stretch_get_type, TL_STRETCH_OUTCOME, "|yes|true|1|x|result|" },

  { tl_rollup_get_type, TL_ROLLUP_WEIGHTED, "|share|average|mean|weightedaverage|" },
  { tl_rollup_get_type, TL_ROLLUP_ALL, "|worst|min|minimum|allneeded|" },
  { tl_rollup_get_type, TL_ROLLUP_ANY, "|best|max|maximum|" },
  { tl_rollup_get_type, TL_ROLLUP_SUM, "|total|add|" },

  { tl_measure_kind_get_type, TL_MEASURE_KIND_NUMBER, "|numeric|count|integer|" },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_CURRENCY, "|money|amount|" },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_PERCENT, "|percentage|rate|" },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_YES_NO, "|boolean|binary|milestone|done|" },
  { tl_measure_kind_get_type, TL_MEASURE_KIND_COUNT_PER_WEEK, "|perweek|weekly|weeklycount|aweek|countaweek|" },

  { tl_direction_get_type, TL_DIRECTION_UP, "|increase|higher|moreisbetter|higherisbetter|" },
  { tl_direction_get_type, TL_DIRECTION_DOWN, "|decrease|lower|lessisbetter|lowerisbetter|reduce|" },
  { tl_direction_get_type, TL_DIRECTION_BETWEEN, "|range|within|maintain|" },
};

static const struct
{
  TlLevel     level;
  const char *words;
} levels[] = {
  { TL_LEVEL_ORGANISATION, "|0|organisation|organization|company|objective|objectives|corporate|enterprise|" },
  { TL_LEVEL_FUNCTION, "|1|function|functions|department|division|businessunit|area|unit|" },
  { TL_LEVEL_TEAM, "|2|team|teams|group|squad|" },
  { TL_LEVEL_PERSON, "|3|person|people|individual|personal|employee|4|5|6|7|8|9|" },
};

static gboolean
is_word (const char *list,
         const char *key)
{
  g_autofree char *needle = g_strconcat ("|", key, "|", NULL);

  return *key != '\0' && strstr (list, needle) != NULL;
}

static gboolean
is_own_word (GType       type,
             GEnumValue *value,
             const char *key)
{
  g_autofree char *nick = tl_csv_columns_normalise (value->value_nick);
  g_autofree char *label = tl_csv_columns_normalise (tl_enum_to_label (type, value->value));

  return g_str_equal (nick, key) || g_str_equal (label, key);
}

/**
 * tl_import_find_word:
 * @type: one of the model's enumerations
 * @text: what a file says
 * @value: (out): what it stands for, left alone when it stands for nothing
 *
 * Returns: whether @text is one of the words we know for a value of @type
 */
gboolean
tl_import_find_word (GType       type,
                     const char *text,
                     int        *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autofree char *key = tl_csv_columns_normalise (text);

  if (tl_enum_from_nick (type, text, value))
    return TRUE;

  for (guint i = 0; i < klass->n_values; i++)
    if (*key != '\0' && is_own_word (type, &klass->values[i], key))
      {
        *value = klass->values[i].value;
        return TRUE;
      }

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].type () == type && is_word (words[i].words, key))
      {
        *value = words[i].value;
        return TRUE;
      }

  if (type == TL_TYPE_MEASURE_KIND && (g_str_equal (text, "%") || g_str_equal (text, "$") || g_str_equal (text, "€")))
    {
      *value = *text == '%' ? TL_MEASURE_KIND_PERCENT : TL_MEASURE_KIND_CURRENCY;
      return TRUE;
    }

  return FALSE;
}

/**
 * tl_import_find_level:
 * @text: what a file says
 * @level: (out): the level, left alone when it is none
 *
 * Levels are words, or numbers from 0 for the organisation to 3 and more for people.
 *
 * Returns: whether @text names a level
 */
gboolean
tl_import_find_level (const char *text,
                      TlLevel    *level)
{
  g_autofree char *key = tl_csv_columns_normalise (text);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (is_word (levels[i].words, key))
      {
        *level = levels[i].level;
        return TRUE;
      }

  return FALSE;
}
