/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands between goals or is said about them: contributions, tensions, check-ins.
 *
 * Contributions wait until all goals are there, and are then taken in the order of the files.  The one that
 * would close a loop, with the others or with those of the document, is left out and told of by the titles of the loop.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tl-import-private.h"

static TlGoal *
get_goal (const TlImportRow *row,
          TlCsvField         field)
{
  g_autofree char *reference = tl_import_row_dup_name (row, field, NULL);
  TlGoal *goal = *reference != '\0' ? tl_import_find_goal (row->import, reference) : NULL;

  if (goal == NULL && *reference == '\0')
    tl_import_row_skip (row, field, _("The row names no goal here."));
  else if (goal == NULL)
    tl_import_row_skip (row, field, _("There is no goal “%s”, in the document or in these files."),
                        tl_import_quote (row->import, reference));

  return goal;
}

/**
 * tl_import_read_contribution:
 * @row: a row of a file of contributions
 */
void
tl_import_read_contribution (const TlImportRow *row)
{
  TlImportLink link = { *row, TL_CSV_FIELD_TO, get_goal (row, TL_CSV_FIELD_FROM), NULL, NULL, NAN, -1, NULL };
  gboolean critical;

  if (link.from == NULL)
    return;

  link.to = tl_import_row_dup_name (row, TL_CSV_FIELD_TO, NULL);
  link.rationale = tl_import_row_dup_block (row, TL_CSV_FIELD_RATIONALE);
  if (tl_import_row_get_boolean (row, TL_CSV_FIELD_CRITICAL, &critical))
    link.critical = critical;
  if (tl_import_row_get_number (row, TL_CSV_FIELD_WEIGHT, &link.weight, NULL, NULL) && link.weight <= 0)
    {
      tl_import_row_skip (row, TL_CSV_FIELD_WEIGHT, _("A weight has to be above zero; the link came in without one of its own."));
      link.weight = NAN;
    }

  g_array_append_val (row->import->goal_links, link);
}

static TlLinkGraph *
collect_contributions (TlImport *self)
{
  GListModel *list = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_CONTRIBUTION);
  TlLinkGraph *graph = tl_link_graph_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlContribution) contribution = g_list_model_get_item (list, i);

      tl_link_graph_add (graph, tl_contribution_get_from (contribution), tl_contribution_get_to (contribution));
    }

  return graph;
}

static TlContribution *
connect_goals (TlImport     *self,
               TlLinkGraph  *graph,
               TlImportLink *link,
               TlGoal       *to)
{
  TlContribution *contribution = tl_import_index_find (self->index, TL_IMPORT_BY_CONTRIBUTION, link->from,
                                                       GPOINTER_TO_SIZE (to), NULL, NULL);
  g_autoptr (GPtrArray) loop = NULL;

  if (contribution != NULL)
    return contribution;

  loop = tl_link_graph_find_loop (graph, link->from, to);
  if (loop != NULL)
    {
      g_autofree char *names = tl_link_graph_name_loop (loop);

      tl_import_row_skip (&link->row, link->field,
                          _("This link would close the loop %s, and was left out."), names);
      return NULL;
    }

  contribution = tl_import_create (self, TL_TYPE_CONTRIBUTION);
  tl_contribution_set_from (contribution, link->from);
  tl_contribution_set_to (contribution, to);
  tl_import_index_add (self->index, TL_IMPORT_BY_CONTRIBUTION, link->from, GPOINTER_TO_SIZE (to), NULL, contribution);
  tl_link_graph_add (graph, link->from, to);
  return contribution;
}

static void
set_contribution_details (TlImport       *self,
                          TlImportLink   *link,
                          TlContribution *contribution)
{
  TlContribution *edited = tl_import_edit (self, contribution);

  if (!isnan (link->weight))
    tl_contribution_set_weight (edited, link->weight);
  if (link->critical >= 0)
    tl_contribution_set_critical (edited, link->critical);
  if (link->rationale != NULL && *link->rationale != '\0')
    tl_contribution_set_rationale (edited, link->rationale);
}

/**
 * tl_import_link_goals:
 * @self: an import whose files of goals and contributions have been read
 *
 * Connects the goals.
 */
void
tl_import_link_goals (TlImport *self)
{
  g_autoptr (TlLinkGraph) graph = NULL;

  if (self->goal_links->len == 0)
    return;

  graph = collect_contributions (self);
  for (guint i = 0; i < self->goal_links->len && !tl_import_is_cancelled (self, i); i++)
    {
      TlImportLink *link = &g_array_index (self->goal_links, TlImportLink, i);
      TlGoal *to = link->goal != NULL ? link->goal : tl_import_find_goal (self, link->to);
      TlContribution *contribution;

      if (to == NULL)
        {
          tl_import_row_skip (&link->row, link->field,
                              _("There is no goal “%s”, in the document or in these files. The link to it was left out."),
                              tl_import_quote (self, link->to));
          continue;
        }

      contribution = connect_goals (self, graph, link, to);
      if (contribution != NULL)
        set_contribution_details (self, link, contribution);
    }
}

/**
 * tl_import_read_tension:
 * @row: a row of a file of tensions
 */
void
tl_import_read_tension (const TlImportRow *row)
{
  TlImport *self = row->import;
  TlGoal *first = get_goal (row, TL_CSV_FIELD_GOAL_ID);
  TlGoal *second = first != NULL ? get_goal (row, TL_CSV_FIELD_PULLS_AGAINST) : NULL;
  g_autofree char *reason = NULL;
  TlTension *tension;

  if (second == NULL)
    return;
  if (first == second)
    {
      tl_import_row_skip (row, TL_CSV_FIELD_PULLS_AGAINST, _("A goal does not pull against itself."));
      return;
    }

  tension = tl_import_index_find (self->index, TL_IMPORT_BY_TENSION, first, GPOINTER_TO_SIZE (second), NULL, NULL);
  if (tension == NULL)
    tension = tl_import_index_find (self->index, TL_IMPORT_BY_TENSION, second, GPOINTER_TO_SIZE (first), NULL, NULL);
  if (tension == NULL)
    {
      tension = tl_import_create (self, TL_TYPE_TENSION);
      tl_tension_set_first (tension, first);
      tl_tension_set_second (tension, second);
      tl_import_index_add (self->index, TL_IMPORT_BY_TENSION, first, GPOINTER_TO_SIZE (second), NULL, tension);
    }

  tension = tl_import_edit (self, tension);
  reason = tl_import_row_dup_block (row, TL_CSV_FIELD_REASON);
  if (*reason != '\0')
    tl_tension_set_reason (tension, reason);
}

static TlCheckIn *
find_check_in (TlImport *self,
               TlGoal   *goal,
               TlDate    date)
{
  TlCheckIn *check_in = tl_import_index_find_unclaimed (self->index, TL_IMPORT_BY_CHECK_IN_DATE, goal, date, NULL,
                                                        self->claimed);

  if (check_in == NULL)
    {
      check_in = tl_import_create (self, TL_TYPE_CHECK_IN);
      tl_check_in_set_goal (check_in, goal);
      tl_check_in_set_date (check_in, date);
      tl_import_index_add (self->index, TL_IMPORT_BY_CHECK_IN_DATE, goal, date, NULL, check_in);
    }

  g_hash_table_add (self->claimed, check_in);
  return check_in;
}

/**
 * tl_import_read_check_in:
 * @row: a row of a file of check-ins
 */
void
tl_import_read_check_in (const TlImportRow *row)
{
  TlGoal *goal = get_goal (row, TL_CSV_FIELD_GOAL_ID);
  g_autofree char *learned = NULL;
  TlCheckIn *check_in;
  double confidence;
  TlDate date;

  if (goal == NULL)
    return;
  if (!tl_import_row_has (row, TL_CSV_FIELD_DATE))
    tl_import_row_skip (row, TL_CSV_FIELD_DATE, _("The check-in has no date."));
  if (!tl_import_row_get_date (row, TL_CSV_FIELD_DATE, &date))
    return;

  check_in = tl_import_edit (row->import, find_check_in (row->import, goal, date));
  if (tl_import_row_get_number (row, TL_CSV_FIELD_CONFIDENCE, &confidence, NULL, NULL))
    {
      if (confidence >= 0 && confidence <= 100)
        tl_check_in_set_confidence (check_in, confidence);
      else
        tl_import_row_skip (row, TL_CSV_FIELD_CONFIDENCE, _("A confidence is between 0 and 100 percent."));
    }

  learned = tl_import_row_dup_block (row, TL_CSV_FIELD_LEARNED);
  if (*learned != '\0')
    tl_check_in_set_learned (check_in, learned);
}
