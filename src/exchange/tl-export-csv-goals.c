/* SPDX-License-Identifier: GPL-3.0-or-later */

/* goals.csv: a row for every goal, with its first measure, and a further row for every other measure.
 *
 * What the goal helps stands in lists of the same order: ids, weights, critical flags, rationales.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>

#include "tl-csv-value.h"
#include "tl-enum-types.h"
#include "tl-export-csv-private.h"
#include "tl-model.h"

static const TlCsvField columns[] = {
  TL_CSV_FIELD_GOAL_ID, TL_CSV_FIELD_CONTRIBUTES_TO, TL_CSV_FIELD_WEIGHT, TL_CSV_FIELD_CRITICAL,
  TL_CSV_FIELD_RATIONALE, TL_CSV_FIELD_FACET, TL_CSV_FIELD_LEVEL, TL_CSV_FIELD_ORGANISATION, TL_CSV_FIELD_UNIT,
  TL_CSV_FIELD_OWNER, TL_CSV_FIELD_TITLE, TL_CSV_FIELD_DESCRIPTION, TL_CSV_FIELD_CATEGORY,
  TL_CSV_FIELD_BENEFICIARY, TL_CSV_FIELD_STRETCH, TL_CSV_FIELD_ROLLUP, TL_CSV_FIELD_CYCLE, TL_CSV_FIELD_START,
  TL_CSV_FIELD_DUE, TL_CSV_FIELD_STATUS, TL_CSV_FIELD_MEASURE, TL_CSV_FIELD_KIND, TL_CSV_FIELD_MEASURE_UNIT,
  TL_CSV_FIELD_DIRECTION, TL_CSV_FIELD_LOW, TL_CSV_FIELD_HIGH, TL_CSV_FIELD_BASELINE, TL_CSV_FIELD_TARGET,
  TL_CSV_FIELD_VALUE, TL_CSV_FIELD_LEADING, TL_CSV_FIELD_MEASURE_WEIGHT, TL_CSV_FIELD_MEASURE_START,
  TL_CSV_FIELD_MEASURE_DUE,
};

/* How many of the columns belong to the goal and not to its measure */
#define N_GOAL_COLUMNS 20

static void
write_list (TlCsvWriter *writer,
            GPtrArray   *items)
{
  g_autofree char *cell = NULL;

  g_ptr_array_add (items, NULL);
  cell = tl_csv_value_join ((GStrv) items->pdata);
  tl_csv_writer_text (writer, cell);
}

/* A list that only says what goes without saying stays empty. */
static void
write_links (TlCsvWriter *writer,
             TlGoal      *goal)
{
  g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) weights = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) criticals = g_ptr_array_new ();
  g_autoptr (GPtrArray) rationales = g_ptr_array_new ();

  for (guint i = 0; i < links->len; i++)
    {
      TlContribution *link = g_ptr_array_index (links, i);
      const char *rationale = tl_contribution_get_rationale (link);
      double weight = tl_contribution_get_weight (link);

      g_ptr_array_add (ids, (char *) tl_export_csv_goal_id (tl_contribution_get_to (link)));
      g_ptr_array_add (weights, weight != 1.0 ? tl_csv_format_number (weight) : g_strdup (""));
      g_ptr_array_add (criticals, (char *) (tl_contribution_get_critical (link) ? "yes" : ""));
      g_ptr_array_add (rationales, (char *) (rationale != NULL ? rationale : ""));
    }

  write_list (writer, ids);
  write_list (writer, weights);
  write_list (writer, criticals);
  write_list (writer, rationales);
}

/* A name is enough, unless somebody else in the organisation has it too. */
static const char *
name_person (TlPerson   *person,
             GHashTable *n_names)
{
  const char *name = tl_party_get_name (TL_PARTY (person));
  const char *email = tl_person_get_email (person);
  const char *reference = tl_person_get_reference (person);

  if (name != NULL && GPOINTER_TO_UINT (g_hash_table_lookup (n_names, name)) <= 1)
    return name;
  if (reference != NULL && *reference != '\0')
    return reference;

  return email != NULL && *email != '\0' ? email : name;
}

static void
write_owner (TlCsvWriter *writer,
             TlModel     *model,
             TlGoal      *goal,
             GHashTable  *n_names)
{
  TlPerson *person = tl_goal_get_person (goal);
  TlUnit *unit = person != NULL ? tl_person_get_unit (person) : tl_goal_get_unit (goal);

  tl_csv_writer_choice (writer, TL_TYPE_LEVEL, tl_goal_get_level (goal), -1);
  tl_csv_writer_text (writer, tl_export_csv_organisation (model, tl_goal_get_home (goal)));
  tl_csv_writer_text (writer, unit != NULL ? tl_party_get_name (TL_PARTY (unit)) : NULL);
  tl_csv_writer_text (writer, person != NULL ? name_person (person, n_names) : NULL);
}

static void
write_goal (TlCsvWriter *writer,
            TlModel     *model,
            TlGoal      *goal,
            GHashTable  *n_names)
{
  TlCycle *cycle = tl_goal_get_cycle (goal);

  tl_csv_writer_text (writer, tl_export_csv_goal_id (goal));
  write_links (writer, goal);
  tl_csv_writer_choice (writer, TL_TYPE_FACET, tl_goal_get_facet (goal), TL_FACET_UNSET);
  write_owner (writer, model, goal, n_names);
  tl_csv_writer_text (writer, tl_goal_get_title (goal));
  tl_csv_writer_text (writer, tl_goal_get_description (goal));
  tl_csv_writer_text (writer, tl_goal_get_category (goal));
  tl_csv_writer_choice (writer, TL_TYPE_BENEFICIARY, tl_goal_get_beneficiary (goal), TL_BENEFICIARY_UNSET);
  tl_csv_writer_choice (writer, TL_TYPE_STRETCH, tl_goal_get_stretch (goal), TL_STRETCH_NONE);
  tl_csv_writer_choice (writer, TL_TYPE_ROLLUP, tl_goal_get_rollup (goal), TL_ROLLUP_WEIGHTED);
  tl_csv_writer_text (writer, cycle != NULL ? tl_cycle_get_name (cycle) : NULL);
  tl_csv_writer_date (writer, tl_goal_get_start (goal));
  tl_csv_writer_date (writer, tl_goal_get_due (goal));
  tl_csv_writer_choice (writer, TL_TYPE_GOAL_STATE, tl_goal_get_state (goal), -1);
}

static double
get_current (TlMeasure *measure)
{
  g_autoptr (GPtrArray) readings = tl_entity_dup_referrers (TL_ENTITY (measure), TL_TYPE_READING, NULL);
  TlReading *latest = NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      TlReading *reading = g_ptr_array_index (readings, i);

      if (!isnan (tl_reading_get_value (reading)) &&
          (latest == NULL || tl_reading_get_date (latest) <= tl_reading_get_date (reading)))
        latest = reading;
    }

  return latest != NULL ? tl_reading_get_value (latest) : NAN;
}

static void
write_measure (TlCsvWriter *writer,
               TlMeasure   *measure)
{
  tl_csv_writer_text (writer, tl_measure_get_name (measure));
  tl_csv_writer_choice (writer, TL_TYPE_MEASURE_KIND, tl_measure_get_kind (measure), -1);
  tl_csv_writer_text (writer, tl_measure_get_unit (measure));
  tl_csv_writer_choice (writer, TL_TYPE_DIRECTION, tl_measure_get_direction (measure), -1);
  tl_csv_writer_number (writer, tl_measure_get_low (measure));
  tl_csv_writer_number (writer, tl_measure_get_high (measure));
  tl_csv_writer_number (writer, tl_measure_get_baseline (measure));
  tl_csv_writer_number (writer, tl_measure_get_target (measure));
  tl_csv_writer_number (writer, get_current (measure));
  tl_csv_writer_boolean (writer, tl_measure_get_leading (measure));
  tl_csv_writer_number (writer, tl_measure_get_weight (measure));
  tl_csv_writer_date (writer, tl_measure_get_start (measure));
  tl_csv_writer_date (writer, tl_measure_get_due (measure));
}

static void
write_blanks (TlCsvWriter *writer,
              guint        n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    tl_csv_writer_text (writer, NULL);
}

static GHashTable *
count_names (TlModel *model)
{
  GListModel *people = tl_model_get_list (model, TL_TYPE_PERSON);
  GHashTable *n_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (TlParty) person = g_list_model_get_item (people, i);
      const char *name = tl_party_get_name (person) != NULL ? tl_party_get_name (person) : "";
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (n_names, name));

      g_hash_table_insert (n_names, g_strdup (name), GUINT_TO_POINTER (n + 1));
    }

  return n_names;
}

/**
 * tl_export_csv_goals:
 * @writer: where to write
 * @model: the model of a document
 *
 * Writes the header and the rows of goals.csv.
 */
void
tl_export_csv_goals (TlCsvWriter *writer,
                     TlModel     *model)
{
  GListModel *goals = tl_model_get_list (model, TL_TYPE_GOAL);
  g_autoptr (GHashTable) n_names = count_names (model);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    tl_csv_writer_text (writer, tl_csv_columns_get_name (TL_IMPORT_GOALS, columns[i]));
  if (writer->has_private)
    tl_csv_writer_text (writer, tl_csv_columns_get_name (TL_IMPORT_GOALS, TL_CSV_FIELD_PRIVATE_NOTES));
  tl_csv_writer_end_row (writer);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (TlGoal) goal = g_list_model_get_item (goals, i);
      g_autoptr (GPtrArray) measures = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_MEASURE, NULL);

      write_goal (writer, model, goal, n_names);
      for (guint j = 0; j < measures->len; j++)
        {
          if (j > 0)
            {
              tl_csv_writer_end_row (writer);
              tl_csv_writer_text (writer, tl_export_csv_goal_id (goal));
              write_blanks (writer, N_GOAL_COLUMNS - 1);
            }
          write_measure (writer, g_ptr_array_index (measures, j));
          if (writer->has_private && j == 0)
            tl_csv_writer_text (writer, tl_goal_get_private_notes (goal));
        }
      if (measures->len == 0)
        write_blanks (writer, G_N_ELEMENTS (columns) - N_GOAL_COLUMNS);
      if (writer->has_private && measures->len == 0)
        tl_csv_writer_text (writer, tl_goal_get_private_notes (goal));
      tl_csv_writer_end_row (writer);
    }
}
