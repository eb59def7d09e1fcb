/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files of cycles and goals.
 *
 * A goal is known by its Goal ID, or by its identity in the document; without one, by its title and owner.  A
 * second row with the same Goal ID adds a measure; one that carries another title as well is another goal whose ID
 * was given twice, and is kept without it.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-import-private.h"
#include "tl-vocabulary.h"

static TlCycle *
find_cycle (TlImport   *self,
            const char *name)
{
  g_autofree char *key = tl_csv_value_key (name);
  TlCycle *cycle = tl_import_index_find (self->index, TL_IMPORT_BY_CYCLE_NAME, NULL, 0, key, NULL);

  if (cycle == NULL)
    {
      cycle = tl_import_create (self, TL_TYPE_CYCLE);
      tl_cycle_set_name (cycle, name);
      tl_import_index_add (self->index, TL_IMPORT_BY_CYCLE_NAME, NULL, 0, key, cycle);
    }

  return cycle;
}

/**
 * tl_import_read_cycle:
 * @row: a row of a file of cycles
 */
void
tl_import_read_cycle (const TlImportRow *row)
{
  g_autofree char *name = NULL;
  gboolean too_long;
  TlCycle *cycle;
  TlDate start = TL_DATE_NONE;
  TlDate end = TL_DATE_NONE;

  name = tl_import_row_dup_name (row, TL_CSV_FIELD_CYCLE, &too_long);
  if (*name == '\0')
    {
      if (!too_long)
        tl_import_row_skip (row, TL_CSV_FIELD_CYCLE, _("The row has no name."));
      return;
    }

  cycle = tl_import_edit (row->import, find_cycle (row->import, name));
  if (tl_import_row_get_date (row, TL_CSV_FIELD_START, &start))
    tl_cycle_set_start (cycle, start);
  if (tl_import_row_get_date (row, TL_CSV_FIELD_DUE, &end))
    tl_cycle_set_end (cycle, end);
  if (start != TL_DATE_NONE && end != TL_DATE_NONE && end < start)
    tl_import_row_remark (row, TL_CSV_FIELD_DUE, _("The cycle ends before it starts."));
}

/**
 * tl_import_find_goal:
 * @self: an import
 * @reference: a Goal ID
 *
 * Returns: (transfer none) (nullable): the goal
 */
TlGoal *
tl_import_find_goal (TlImport   *self,
                     const char *reference)
{
  TlGoal *goal = tl_import_index_find (self->index, TL_IMPORT_BY_GOAL_REFERENCE, NULL, 0, reference, NULL);
  TlEntity *entity;

  if (goal != NULL)
    return goal;

  entity = tl_model_lookup (tl_document_get_model (self->document), reference);
  return TL_IS_GOAL (entity) ? TL_GOAL (entity) : NULL;
}

static void
set_state (const TlImportRow *row,
           TlGoal            *goal)
{
  g_autofree char *text = tl_import_row_dup_name (row, TL_CSV_FIELD_STATUS, NULL);
  int state = TL_GOAL_STATE_ACTIVE;

  if (*text == '\0')
    return;

  if (!tl_import_find_word (TL_TYPE_GOAL_STATE, text, &state))
    tl_import_row_remark (row, TL_CSV_FIELD_STATUS,
                          _("“%s” is not a state we know; the goal is taken to be active."),
                          tl_import_quote (row->import, text));
  tl_goal_set_state (goal, state);
}

/* Our own categories by their nick or label; everything else is a category of the user's own. */
static void
set_category (const TlImportRow *row,
              TlGoal            *goal)
{
  g_autofree char *text = tl_import_row_dup_name (row, TL_CSV_FIELD_CATEGORY, NULL);
  g_autofree char *key = tl_csv_columns_normalise (text);
  const char * const *categories = tl_categories_get ();

  if (*text == '\0')
    return;

  for (guint i = 0; categories[i] != NULL; i++)
    {
      g_autofree char *nick = tl_csv_columns_normalise (categories[i]);
      g_autofree char *label = tl_csv_columns_normalise (tl_category_to_label (categories[i]));

      if (g_str_equal (key, nick) || g_str_equal (key, label))
        {
          tl_goal_set_category (goal, categories[i]);
          return;
        }
    }

  tl_goal_set_category (goal, text);
}

static void
set_choices (const TlImportRow *row,
             TlGoal            *goal)
{
  int value;

  if (tl_import_row_get_choice (row, TL_CSV_FIELD_FACET, TL_TYPE_FACET, &value))
    tl_goal_set_facet (goal, value);
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_BENEFICIARY, TL_TYPE_BENEFICIARY, &value))
    tl_goal_set_beneficiary (goal, value);
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_STRETCH, TL_TYPE_STRETCH, &value))
    tl_goal_set_stretch (goal, value);
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_ROLLUP, TL_TYPE_ROLLUP, &value))
    tl_goal_set_rollup (goal, value);
}

static void
set_dates (const TlImportRow *row,
           TlGoal            *goal)
{
  TlDate start = TL_DATE_NONE;
  TlDate due = TL_DATE_NONE;

  if (tl_import_row_get_date (row, TL_CSV_FIELD_START, &start))
    tl_goal_set_start (goal, start);
  if (tl_import_row_get_date (row, TL_CSV_FIELD_DUE, &due))
    tl_goal_set_due (goal, due);
  if (start != TL_DATE_NONE && due != TL_DATE_NONE && due < start)
    tl_import_row_remark (row, TL_CSV_FIELD_DUE, _("The goal is due before it starts."));
}

static void
set_goal_details (const TlImportRow *row,
                  TlGoal            *goal)
{
  g_autofree char *description = tl_import_row_dup_block (row, TL_CSV_FIELD_DESCRIPTION);
  g_autofree char *private_notes = tl_import_row_dup_block (row, TL_CSV_FIELD_PRIVATE_NOTES);
  g_autofree char *cycle = tl_import_row_dup_name (row, TL_CSV_FIELD_CYCLE, NULL);

  if (*description != '\0')
    tl_goal_set_description (goal, description);
  if (*private_notes != '\0')
    tl_goal_set_private_notes (goal, private_notes);
  if (*cycle != '\0')
    tl_goal_set_cycle (goal, find_cycle (row->import, cycle));

  set_state (row, goal);
  set_category (row, goal);
  set_choices (row, goal);
  set_dates (row, goal);
}

static double
get_link_weight (const TlImportRow *row,
                 const char        *text)
{
  double weight;

  if (text == NULL || *text == '\0')
    return 1.0;
  if (tl_csv_value_number (text, row->source->decimal, &weight, NULL, NULL) && weight > 0)
    return weight;

  tl_import_row_skip (row, TL_CSV_FIELD_WEIGHT, _("“%s” is no weight above zero; the link came in with a weight of 1."),
                      tl_import_quote (row->import, text));
  return 1.0;
}

static const char *
get_item (GStrv items,
          guint n_items,
          guint index)
{
  return index < n_items ? items[index] : NULL;
}

/* Weights, critical flags and rationales stand in lists of the same order. */
static void
wait_for_links (const TlImportRow *row,
                TlGoal            *goal)
{
  g_auto (GStrv) parents = tl_csv_value_split (tl_import_row_peek (row, TL_CSV_FIELD_CONTRIBUTES_TO));
  g_auto (GStrv) weights = tl_csv_value_split (tl_import_row_peek (row, TL_CSV_FIELD_WEIGHT));
  g_auto (GStrv) criticals = tl_csv_value_split (tl_import_row_peek (row, TL_CSV_FIELD_CRITICAL));
  g_auto (GStrv) rationales = tl_csv_value_split (tl_import_row_peek (row, TL_CSV_FIELD_RATIONALE));
  guint n_weights = g_strv_length (weights);
  guint n_criticals = g_strv_length (criticals);
  guint n_rationales = g_strv_length (rationales);

  for (guint i = 0; parents[i] != NULL; i++)
    {
      TlImportLink link = { *row, TL_CSV_FIELD_CONTRIBUTES_TO, goal, NULL, NULL, 1.0, -1, NULL };
      const char *critical = get_item (criticals, n_criticals, i);
      gboolean said;

      if (*parents[i] == '\0')
        continue;

      link.to = g_strdup (parents[i]);
      link.weight = get_link_weight (row, get_item (weights, n_weights, i));
      link.rationale = g_strdup (get_item (rationales, n_rationales, i));
      if (critical != NULL && tl_csv_value_boolean (critical, &said))
        link.critical = said;
      else if (critical != NULL && *critical != '\0')
        tl_import_row_skip (row, TL_CSV_FIELD_CRITICAL, _("“%s” is neither yes nor no."),
                            tl_import_quote (row->import, critical));
      g_array_append_val (row->import->goal_links, link);
    }
}

static TlGoal *
make_goal (TlImport   *self,
           const char *reference,
           const char *title,
           TlParty    *owner)
{
  TlGoal *goal = tl_import_create (self, TL_TYPE_GOAL);
  g_autofree char *key = tl_csv_value_key (title);

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, owner);
  if (self->under != NULL)
    tl_goal_set_cycle (goal, tl_goal_get_cycle (self->under));
  tl_import_index_add (self->index, TL_IMPORT_BY_GOAL_TITLE, owner, 0, key, goal);
  if (*reference != '\0')
    {
      tl_goal_set_reference (goal, reference);
      tl_import_index_add (self->index, TL_IMPORT_BY_GOAL_REFERENCE, NULL, 0, reference, goal);
    }

  return goal;
}

static gboolean
says_whose (const TlImportRow *row)
{
  return tl_import_row_has (row, TL_CSV_FIELD_LEVEL) || tl_import_row_has (row, TL_CSV_FIELD_OWNER) ||
         tl_import_row_has (row, TL_CSV_FIELD_UNIT) || tl_import_row_has (row, TL_CSV_FIELD_ORGANISATION);
}

/* Whoever pastes rows under a goal means them to be of the same owner, unless they say whose they are. */
static TlParty *
choose_owner (const TlImportRow *row)
{
  TlImport *self = row->import;

  if (says_whose (row))
    return tl_import_find_owner (row);
  if (self->owner != NULL)
    return self->owner;
  if (self->under != NULL && tl_goal_get_owner (self->under) != NULL)
    return tl_goal_get_owner (self->under);

  return tl_import_find_owner (row);
}

/* The goal that a row stands under by its place: in an outline, or because everything was pasted under one. */
static void
wait_for_place (const TlImportRow *row,
                TlGoal            *goal)
{
  TlImportLink link = { *row, TL_CSV_FIELD_NONE, goal, NULL, NULL, 1.0, -1, NULL };
  const int *parents = row->source->parents;

  if (row->source->goals != NULL)
    row->source->goals[row->row] = goal;

  if (parents != NULL && parents[row->row] >= 0)
    link.goal = row->source->goals[parents[row->row]];
  else if (!tl_import_row_has (row, TL_CSV_FIELD_CONTRIBUTES_TO))
    link.goal = row->import->under;

  if (link.goal != NULL && link.goal != goal)
    g_array_append_val (row->import->goal_links, link);
}

static TlGoal *
match_goal (TlImport   *self,
            const char *reference,
            const char *title,
            TlParty    *owner)
{
  g_autofree char *key = tl_csv_value_key (title);
  TlGoal *goal = *reference != '\0' ? tl_import_find_goal (self, reference) : NULL;

  if (goal != NULL)
    return goal;

  goal = tl_import_index_find_unclaimed (self->index, TL_IMPORT_BY_GOAL_TITLE, owner, 0, key, self->claimed);
  if (goal != NULL && *reference != '\0')
    {
      const char *known = tl_goal_get_reference (tl_import_view (self, goal));

      /* Two goals of one title and owner are two goals, if each has an ID of its own. */
      if (known != NULL && *known != '\0')
        return NULL;
      tl_goal_set_reference (tl_import_edit (self, goal), reference);
      tl_import_index_add (self->index, TL_IMPORT_BY_GOAL_REFERENCE, NULL, 0, reference, goal);
    }

  return goal;
}

static void
read_goal_row (const TlImportRow *row,
               const char        *reference,
               const char        *title,
               GHashTable        *seen)
{
  TlImport *self = row->import;
  TlParty *owner = choose_owner (row);
  TlGoal *goal = match_goal (self, reference, title, owner);
  TlGoal *edited;

  if (goal == NULL)
    goal = make_goal (self, reference, title, owner);

  edited = tl_import_edit (self, goal);
  tl_goal_set_title (edited, title);
  if (says_whose (row))
    tl_goal_set_owner (edited, owner);

  g_hash_table_add (self->claimed, goal);
  if (*reference != '\0')
    g_hash_table_insert (seen, g_strdup (reference), goal);

  set_goal_details (row, edited);
  wait_for_links (row, goal);
  wait_for_place (row, goal);
  tl_import_read_measure (row, goal);
}

/* A row whose Goal ID stood in the file before: another measure, or an ID given twice. */
static void
read_further_row (const TlImportRow *row,
                  const char        *reference,
                  const char        *title,
                  TlGoal            *first,
                  GHashTable        *seen)
{
  const char *first_title = tl_goal_get_title (tl_import_view (row->import, first));
  gboolean same = *title == '\0' || g_strcmp0 (title, first_title) == 0;
  gboolean has_measure = tl_import_row_has (row, TL_CSV_FIELD_MEASURE);

  if (same && has_measure)
    {
      tl_import_read_measure (row, first);
      return;
    }

  if (same)
    {
      tl_import_row_skip (row, TL_CSV_FIELD_GOAL_ID,
                          _("The goal “%s” stands in the file already, and this row adds no measure to it."),
                          tl_import_quote (row->import, reference));
      return;
    }

  tl_import_row_skip (row, TL_CSV_FIELD_GOAL_ID,
                      _("The ID “%s” belongs to “%s” already. This goal came in without an ID; links to it could not be told apart."),
                      tl_import_quote (row->import, reference), tl_import_quote (row->import, first_title));
  read_goal_row (row, "", title, seen);
}

/**
 * tl_import_read_goal:
 * @row: a row of a file of goals
 * @seen: (element-type utf8 TlGoal): the Goal IDs of the rows above, to be added to
 */
void
tl_import_read_goal (const TlImportRow *row,
                     GHashTable        *seen)
{
  g_autofree char *reference = tl_import_row_dup_name (row, TL_CSV_FIELD_GOAL_ID, NULL);
  g_autofree char *title = NULL;
  gboolean too_long;
  TlGoal *first = *reference != '\0' ? g_hash_table_lookup (seen, reference) : NULL;

  title = tl_import_row_dup_name (row, TL_CSV_FIELD_TITLE, &too_long);
  if (too_long)
    return;

  if (first != NULL)
    read_further_row (row, reference, title, first, seen);
  else if (*title == '\0')
    tl_import_row_skip (row, TL_CSV_FIELD_TITLE, _("The row has no title, so there is no goal in it."));
  else
    read_goal_row (row, reference, title, seen);
}
