/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `show`: a goal, its measures and its numbers, each of which can be opened to what it was made of. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "tl-cli.h"
#include "tl-cli-find.h"
#include "tl-enum-types.h"
#include "tl-explain.h"
#include "tl-format.h"
#include "tl-vocabulary.h"

static const char *
get_health_nick (TlHealth health)
{
  switch (health)
    {
    case TL_HEALTH_ON_TRACK:
      return "on track";
    case TL_HEALTH_AT_RISK:
      return "at risk";
    case TL_HEALTH_OFF_TRACK:
      return "off track";
    case TL_HEALTH_NO_DATA:
    default:
      return "no data";
    }
}

static json_t *
make_nick (GType type,
           int   value)
{
  return json_string (tl_enum_to_nick (type, value));
}

static json_t *
describe_measure (const TlCliAnalysis *analysis,
                  guint                index)
{
  TlMeasure *measure = tl_graph_get_measure_entity (analysis->graph, index);
  const TlMeasureScore *score = tl_scores_get_measure (analysis->scores, index);
  guint n_readings;

  tl_graph_get_readings (analysis->graph, index, &n_readings);

  return json_pack ("{s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:b, s:o, s:o, s:o, s:o, s:o, s:s, s:i}",
                    "name", tl_cli_json_string (tl_measure_get_name (measure)),
                    "kind", make_nick (TL_TYPE_MEASURE_KIND, tl_measure_get_kind (measure)),
                    "unit", tl_cli_json_string (tl_measure_get_unit (measure)),
                    "direction", make_nick (TL_TYPE_DIRECTION, tl_measure_get_direction (measure)),
                    "baseline", tl_cli_json_number (tl_measure_get_baseline (measure)),
                    "target", tl_cli_json_number (tl_measure_get_target (measure)),
                    "low", tl_cli_json_number (tl_measure_get_low (measure)),
                    "high", tl_cli_json_number (tl_measure_get_high (measure)),
                    "leading", tl_measure_get_leading (measure),
                    "weight", tl_cli_json_number (tl_measure_get_weight (measure)),
                    "current", tl_cli_json_number (score->current),
                    "current_date", tl_cli_json_date (score->current_date),
                    "attainment", tl_cli_json_number (score->attainment),
                    "expected", tl_cli_json_number (score->expected),
                    "health", get_health_nick (score->health),
                    "readings", (int) n_readings);
}

static json_t *
describe_measures (const TlCliAnalysis *analysis,
                   guint                goal)
{
  json_t *list = json_array ();
  guint first, n_measures;

  tl_graph_get_measures (analysis->graph, goal, &first, &n_measures);
  for (guint i = 0; i < n_measures; i++)
    json_array_append_new (list, describe_measure (analysis, first + i));

  return list;
}

static json_t *
describe_goal (const TlCliAnalysis *analysis,
               guint                index)
{
  TlGoal *goal = tl_graph_get_goal (analysis->graph, index);
  TlModel *model = tl_document_get_model (analysis->document);
  const TlGraphNode *node = tl_graph_get_node (analysis->graph, index);
  const TlGoalScore *score = tl_scores_get_goal (analysis->scores, index);
  TlParty *owner = tl_goal_get_owner (goal);
  TlOrganisation *home = tl_goal_get_home (goal);

  return json_pack ("{s:s, s:s, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:o, s:s, "
                    "s:o, s:o}",
                    "id", tl_cli_get_goal_id (model, goal),
                    "uuid", tl_entity_get_id (TL_ENTITY (goal)),
                    "title", tl_cli_json_string (tl_goal_get_title (goal)),
                    "description", tl_cli_json_string (tl_goal_get_description (goal)),
                    "level", make_nick (TL_TYPE_LEVEL, node->level),
                    "facet", node->facet != TL_FACET_UNSET ? make_nick (TL_TYPE_FACET, node->facet) : json_null (),
                    "state", make_nick (TL_TYPE_GOAL_STATE, node->state),
                    "category", tl_cli_json_string (tl_goal_get_category (goal)),
                    "rollup", make_nick (TL_TYPE_ROLLUP, node->rollup),
                    "owner", tl_cli_json_string (owner != NULL ? tl_party_get_name (owner) : NULL),
                    "organisation", tl_cli_json_string (home != NULL ? tl_party_get_name (TL_PARTY (home)) : NULL),
                    "start", tl_cli_json_date (node->start),
                    "due", tl_cli_json_date (node->due),
                    "own", tl_cli_json_number (score->own),
                    "support", tl_cli_json_number (score->support),
                    "attainment", tl_cli_json_number (score->attainment),
                    "expected", tl_cli_json_number (score->expected),
                    "divergence", tl_cli_json_number (score->divergence),
                    "health", get_health_nick (score->health),
                    "as_of", tl_cli_json_date (tl_scores_get_date (analysis->scores)),
                    "measures", describe_measures (analysis, index));
}

static void
print_share (const char *label,
             double      share)
{
  g_autofree char *text = tl_format_share (share);

  tl_cli_print ("  %-14s %s\n", label, text);
}

static char *
format_current (const TlCliAnalysis *analysis,
                guint                index)
{
  TlMeasure *measure = tl_graph_get_measure_entity (analysis->graph, index);
  const TlMeasureScore *score = tl_scores_get_measure (analysis->scores, index);
  g_autofree char *date = tl_date_format (score->current_date);
  g_autofree char *value = NULL;

  if (isnan (score->current))
    return g_strdup (_("no reading yet"));

  value = tl_format_measure (measure, tl_graph_get_currency (analysis->graph), score->current,
                             tl_measure_get_kind (measure) == TL_MEASURE_KIND_COUNT_PER_WEEK ? TL_FORMAT_SHORT
                                                                                              : TL_FORMAT_EXACT);
  return g_strdup_printf ("%s, %s", value, date);
}

static void
print_measure (const TlCliAnalysis *analysis,
               guint                index)
{
  TlMeasure *measure = tl_graph_get_measure_entity (analysis->graph, index);
  const TlMeasureScore *score = tl_scores_get_measure (analysis->scores, index);
  g_autofree char *current = format_current (analysis, index);
  g_autofree char *attainment = tl_format_share (score->attainment);
  const char *name = tl_measure_get_name (measure);

  tl_cli_print ("  • %s: %s (%s, %s)\n", name != NULL ? name : _("Measure"), current, attainment,
                tl_health_to_label (score->health));
}

static void
print_explanations (GPtrArray *explanations)
{
  for (guint i = 0; i < explanations->len; i++)
    {
      g_autofree char *text = tl_explanation_to_text (g_ptr_array_index (explanations, i));

      tl_cli_print ("\n%s\n", text);
    }
}

static void
print_how (const TlCliAnalysis *analysis,
           guint                goal)
{
  g_autoptr (GPtrArray) explanations = tl_explain_goal (analysis->scores, goal);
  guint first, n_measures;

  print_explanations (explanations);
  tl_graph_get_measures (analysis->graph, goal, &first, &n_measures);
  for (guint i = 0; i < n_measures; i++)
    {
      g_autoptr (GPtrArray) of_measure = tl_explain_measure (analysis->scores, first + i);

      tl_cli_print ("\n%s", tl_measure_get_name (tl_graph_get_measure_entity (analysis->graph, first + i)));
      print_explanations (of_measure);
    }
}

static void
print_goal (const TlCliAnalysis *analysis,
            guint                index)
{
  TlGoal *goal = tl_graph_get_goal (analysis->graph, index);
  const TlGoalScore *score = tl_scores_get_goal (analysis->scores, index);
  g_autofree char *title = tl_entity_dup_display_name (TL_ENTITY (goal));
  g_autofree char *owner = tl_entity_dup_display_name (TL_ENTITY (tl_goal_get_owner (goal)));
  guint first, n_measures;

  tl_cli_print ("%s\n", title);
  tl_cli_print ("  %s · %s · %s\n", tl_enum_to_label (TL_TYPE_FACET, tl_goal_get_facet (goal)), owner,
                tl_health_to_label (score->health));
  print_share (_("Attainment"), score->attainment);
  print_share (_("Own"), score->own);
  print_share (_("Support"), score->support);
  print_share (_("Expected"), score->expected);

  tl_graph_get_measures (analysis->graph, index, &first, &n_measures);
  for (guint i = 0; i < n_measures; i++)
    print_measure (analysis, first + i);
}

/**
 * tl_cli_show:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_show (int    argc,
             char **argv)
{
  gboolean as_json = FALSE, how = FALSE;
  g_autofree char *date = NULL;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print facts for programs"), NULL },
    { "how", 0, 0, G_OPTION_ARG_NONE, &how, N_("Show what each number was made of"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("As of that day, and not today"), "YYYY-MM-DD" },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_auto (TlCliAnalysis) analysis = { NULL };
  GError *error = NULL;
  TlGoal *goal;
  guint index;

  if (!tl_cli_parse (_("FILE GOAL"), _("Shows a goal, its measures and its numbers. A goal is given by its title, "
                                       "its id, or the beginning of either."),
                     entries, argc, argv, 2, 2, &arguments))
    return TL_CLI_WRONG_USE;

  if (!tl_cli_analyse (&analysis, arguments[0], date, &error))
    return tl_cli_fail (error);

  goal = tl_cli_find_goal (tl_document_get_model (analysis.document), arguments[1], &error);
  if (goal == NULL)
    return tl_cli_fail (error);

  index = tl_graph_find (analysis.graph, goal);
  if (as_json)
    {
      g_autoptr (json_t) facts = describe_goal (&analysis, index);

      tl_cli_print_json (facts);
      return TL_CLI_DONE;
    }

  print_goal (&analysis, index);
  if (how)
    print_how (&analysis, index);
  return TL_CLI_DONE;
}
