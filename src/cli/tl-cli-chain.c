/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verb `chain`: how a person's work reaches the objectives, as paths and in sentences. */

#define G_LOG_DOMAIN "tl-cli"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-cli.h"
#include "tl-cli-find.h"
#include "tl-enum-types.h"
#include "tl-line-of-sight.h"
#include "tl-sentences.h"
#include "tl-vocabulary.h"

static json_t *
describe_goal (const TlCliAnalysis *analysis,
               guint                index)
{
  TlGoal *goal = tl_graph_get_goal (analysis->graph, index);
  const TlGraphNode *node = tl_graph_get_node (analysis->graph, index);
  TlParty *owner = tl_goal_get_owner (goal);

  return json_pack ("{s:s, s:s, s:o, s:s, s:o, s:o}",
                    "id", tl_cli_get_goal_id (tl_document_get_model (analysis->document), goal),
                    "uuid", tl_entity_get_id (TL_ENTITY (goal)),
                    "title", tl_cli_json_string (tl_goal_get_title (goal)),
                    "level", tl_enum_to_nick (TL_TYPE_LEVEL, node->level),
                    "facet", node->facet != TL_FACET_UNSET
                             ? json_string (tl_enum_to_nick (TL_TYPE_FACET, node->facet)) : json_null (),
                    "owner", tl_cli_json_string (owner != NULL ? tl_party_get_name (owner) : NULL));
}

static json_t *
describe_goals (const TlCliAnalysis *analysis,
                const guint         *goals,
                guint                n_goals)
{
  json_t *list = json_array ();

  for (guint i = 0; i < n_goals; i++)
    json_array_append_new (list, describe_goal (analysis, goals[i]));

  return list;
}

static json_t *
describe_paths (const TlCliAnalysis *analysis,
                TlLineOfSight       *line)
{
  TlModel *model = tl_document_get_model (analysis->document);
  json_t *paths = json_array ();

  for (guint i = 0; i < tl_line_of_sight_get_n_paths (line); i++)
    {
      guint n_goals;
      const guint *goals = tl_line_of_sight_get_path (line, i, &n_goals);
      json_t *path = json_array ();

      for (guint j = 0; j < n_goals; j++)
        json_array_append_new (path, json_string (tl_cli_get_goal_id (model, tl_graph_get_goal (analysis->graph,
                                                                                               goals[j]))));
      json_array_append_new (paths, path);
    }

  return paths;
}

static json_t *
describe_sentences (GPtrArray *paragraphs)
{
  json_t *sentences = json_array ();

  for (guint i = 0; i < paragraphs->len; i++)
    json_array_append_new (sentences, json_string (((TlParagraph *) g_ptr_array_index (paragraphs, i))->text));

  return sentences;
}

static void
print_chain_json (const TlCliAnalysis *analysis,
                  TlPerson            *person,
                  TlLineOfSight       *line,
                  GPtrArray           *paragraphs)
{
  guint n_starts, n_goals, n_objectives, n_unconnected;
  const guint *starts = tl_line_of_sight_get_starts (line, &n_starts);
  const guint *goals = tl_line_of_sight_get_goals (line, &n_goals);
  const guint *objectives = tl_line_of_sight_get_objectives (line, &n_objectives);
  const guint *unconnected = tl_line_of_sight_get_unconnected (line, &n_unconnected);
  g_autoptr (json_t) facts =
    json_pack ("{s:o, s:s, s:o, s:o, s:b, s:o, s:o, s:o, s:o}",
               "person", tl_cli_json_string (tl_party_get_name (TL_PARTY (person))),
               "uuid", tl_entity_get_id (TL_ENTITY (person)),
               "goals", describe_goals (analysis, starts, n_starts),
               "paths", describe_paths (analysis, line),
               "paths_cut", tl_line_of_sight_paths_are_cut (line),
               "objectives", describe_goals (analysis, objectives, n_objectives),
               "unconnected", describe_goals (analysis, unconnected, n_unconnected),
               "chain", describe_goals (analysis, goals, n_goals),
               "sentences", describe_sentences (paragraphs));

  tl_cli_print_json (facts);
}

/**
 * tl_cli_chain:
 * @argc: how many words
 * @argv: (array length=argc): the verb and what follows it
 *
 * Returns: the exit status
 */
int
tl_cli_chain (int    argc,
              char **argv)
{
  gboolean as_json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Print facts for programs"), NULL },
    { NULL }
  };
  g_auto (GStrv) arguments = NULL;
  g_auto (TlCliAnalysis) analysis = { NULL };
  g_autoptr (TlLineOfSight) line = NULL;
  g_autoptr (GPtrArray) paragraphs = NULL;
  GError *error = NULL;
  TlPerson *person;

  if (!tl_cli_parse (_("FILE PERSON"), _("Tells how a person’s work reaches the objectives. A person is given by "
                                         "name, e-mail address, id, or the beginning of one."),
                     entries, argc, argv, 2, 2, &arguments))
    return TL_CLI_WRONG_USE;

  if (!tl_cli_analyse (&analysis, arguments[0], NULL, &error))
    return tl_cli_fail (error);

  person = tl_cli_find_person (tl_document_get_model (analysis.document), arguments[1], &error);
  if (person == NULL)
    return tl_cli_fail (error);

  line = tl_line_of_sight_new_for_owner (analysis.graph, TL_PARTY (person));
  paragraphs = tl_sentences_new (line);
  if (as_json)
    {
      print_chain_json (&analysis, person, line, paragraphs);
    }
  else
    {
      g_autofree char *text = tl_sentences_to_text (paragraphs);

      tl_cli_print ("%s\n", text);
    }

  return TL_CLI_DONE;
}
