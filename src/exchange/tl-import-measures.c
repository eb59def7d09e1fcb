/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures, from the columns of a file of goals, and files of readings.
 *
 * A reading of a measure that is not known yet makes the measure from the columns beside it.  A date that was
 * reported without a number is kept as a reading without a value: that somebody had nothing to report is something
 * to know.  The k-th reading of a measure on a day stands for the k-th row of the file with that day, so that
 * importing a file twice adds nothing.
 *
 * A file of goals gives its current values without a date.  They wait until all readings are in, and count as of today
 * only when the last reading says something else.
 */

#define G_LOG_DOMAIN "tl-exchange"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-import-private.h"

static gboolean
has_measure (const TlImportRow *row)
{
  return tl_import_row_has (row, TL_CSV_FIELD_MEASURE) || tl_import_row_has (row, TL_CSV_FIELD_TARGET) ||
         tl_import_row_has (row, TL_CSV_FIELD_VALUE) || tl_import_row_has (row, TL_CSV_FIELD_LOW) ||
         tl_import_row_has (row, TL_CSV_FIELD_HIGH);
}

/* Finds the measure of that name, or makes it.  A measure without a name is called as its goal. */
static TlMeasure *
find_measure (TlImport   *self,
              TlGoal     *goal,
              const char *name,
              gboolean   *is_new)
{
  const char *title = tl_goal_get_title (tl_import_view (self, goal));
  const char *called = *name != '\0' || title == NULL ? name : title;
  g_autofree char *key = tl_csv_value_key (called);
  TlMeasure *measure = tl_import_index_find (self->index, TL_IMPORT_BY_MEASURE_NAME, goal, 0, key, NULL);

  *is_new = measure == NULL;
  if (measure == NULL)
    {
      measure = tl_import_create (self, TL_TYPE_MEASURE);
      tl_measure_set_goal (measure, goal);
      tl_measure_set_name (measure, called);
      tl_import_index_add (self->index, TL_IMPORT_BY_MEASURE_NAME, goal, 0, key, measure);
    }

  return measure;
}

/* A value of a measure of that kind: yes and no count as 1 and 0 where they are asked for. */
static gboolean
get_value (const TlImportRow *row,
           TlCsvField         field,
           TlMeasureKind      kind,
           double            *value,
           TlCsvUnitHint     *hint,
           char               currency[TL_CSV_CURRENCY_SIZE])
{
  gboolean said;

  if (kind == TL_MEASURE_KIND_YES_NO && tl_csv_value_boolean (tl_import_row_peek (row, field), &said))
    {
      *value = said;
      return TRUE;
    }

  return tl_import_row_get_number (row, field, value, hint, currency);
}

/* What stood beside the numbers tells the kind, when no column does. */
static void
apply_hint (TlMeasure     *measure,
            TlCsvUnitHint  hint,
            const char    *currency)
{
  const char *unit = tl_measure_get_unit (measure);

  if (hint == TL_CSV_UNIT_NONE || tl_measure_get_kind (measure) != TL_MEASURE_KIND_NUMBER)
    return;

  tl_measure_set_kind (measure, hint == TL_CSV_UNIT_PERCENT ? TL_MEASURE_KIND_PERCENT : TL_MEASURE_KIND_CURRENCY);
  if (unit == NULL || *unit == '\0')
    tl_measure_set_unit (measure, hint == TL_CSV_UNIT_PERCENT ? "%" : currency);
}

static void
set_value (const TlImportRow *row,
           TlCsvField         field,
           TlMeasure         *measure,
           const char        *property)
{
  char currency[TL_CSV_CURRENCY_SIZE] = "";
  TlCsvUnitHint hint = TL_CSV_UNIT_NONE;
  double value;

  if (!get_value (row, field, tl_measure_get_kind (measure), &value, &hint, currency))
    return;

  g_object_set (measure, property, value, NULL);
  apply_hint (measure, hint, currency);
}

/* Without a word about it, a target below the start is to be reached downwards. */
static void
guess_direction (TlMeasure *measure)
{
  if (isnan (tl_measure_get_target (measure)) &&
      (!isnan (tl_measure_get_low (measure)) || !isnan (tl_measure_get_high (measure))))
    tl_measure_set_direction (measure, TL_DIRECTION_BETWEEN);
  else if (tl_measure_get_target (measure) < tl_measure_get_baseline (measure))
    tl_measure_set_direction (measure, TL_DIRECTION_DOWN);
}

static void
set_measure_dates (const TlImportRow *row,
                   TlMeasure         *measure)
{
  TlDate date;

  if (tl_import_row_get_date (row, TL_CSV_FIELD_MEASURE_START, &date))
    tl_measure_set_start (measure, date);
  if (tl_import_row_get_date (row, TL_CSV_FIELD_MEASURE_DUE, &date))
    tl_measure_set_due (measure, date);
}

static void
set_measure_details (const TlImportRow *row,
                     TlMeasure         *measure,
                     gboolean           is_new)
{
  g_autofree char *unit = tl_import_row_dup_name (row, TL_CSV_FIELD_MEASURE_UNIT, NULL);
  gboolean leading;
  double weight;
  int choice;

  if (tl_import_row_get_choice (row, TL_CSV_FIELD_KIND, TL_TYPE_MEASURE_KIND, &choice))
    tl_measure_set_kind (measure, choice);
  if (*unit != '\0')
    tl_measure_set_unit (measure, unit);
  if (is_new && tl_measure_get_kind (measure) == TL_MEASURE_KIND_YES_NO)
    {
      tl_measure_set_baseline (measure, 0);
      tl_measure_set_target (measure, 1);
    }

  set_value (row, TL_CSV_FIELD_BASELINE, measure, "baseline");
  set_value (row, TL_CSV_FIELD_TARGET, measure, "target");
  set_value (row, TL_CSV_FIELD_LOW, measure, "low");
  set_value (row, TL_CSV_FIELD_HIGH, measure, "high");
  if (tl_import_row_get_choice (row, TL_CSV_FIELD_DIRECTION, TL_TYPE_DIRECTION, &choice))
    tl_measure_set_direction (measure, choice);
  else if (is_new)
    guess_direction (measure);

  if (tl_import_row_get_boolean (row, TL_CSV_FIELD_LEADING, &leading))
    tl_measure_set_leading (measure, leading);
  set_measure_dates (row, measure);

  if (!tl_import_row_get_number (row, TL_CSV_FIELD_MEASURE_WEIGHT, &weight, NULL, NULL))
    return;
  if (weight > 0)
    tl_measure_set_weight (measure, weight);
  else
    tl_import_row_skip (row, TL_CSV_FIELD_MEASURE_WEIGHT, _("A weight has to be above zero; it was left as it is."));
}

/**
 * tl_import_read_measure:
 * @row: a row of a file of goals
 * @goal: the goal of the row
 *
 * Reads the measure that stands in the row, if one does.
 */
void
tl_import_read_measure (const TlImportRow *row,
                        TlGoal            *goal)
{
  g_autofree char *name = NULL;
  TlImportCurrent current = { *row, NULL, NAN };
  gboolean too_long;
  gboolean is_new;
  TlMeasure *edited;

  if (!has_measure (row))
    return;
  name = tl_import_row_dup_name (row, TL_CSV_FIELD_MEASURE, &too_long);
  if (too_long)
    return;

  current.measure = find_measure (row->import, goal, name, &is_new);
  edited = tl_import_edit (row->import, current.measure);
  set_measure_details (row, edited, is_new);

  if (get_value (row, TL_CSV_FIELD_VALUE, tl_measure_get_kind (edited), &current.value, NULL, NULL))
    g_array_append_val (row->import->currents, current);
}

/* The indicator types of federal reports: they say in one word what kind, direction and target say here. */
static gboolean
apply_indicator (const TlImportRow *row,
                 TlMeasure         *measure)
{
  g_autofree char *text = tl_import_row_dup_name (row, TL_CSV_FIELD_INDICATOR, NULL);
  g_autofree char *key = tl_csv_columns_normalise (text);
  gboolean below = g_str_equal (key, "maintainatorbelowthreshold");
  int kind;

  if (*key == '\0' || g_str_equal (key, "measurableincrease"))
    return TRUE;

  if (g_str_equal (key, "measurabledecrease"))
    tl_measure_set_direction (measure, TL_DIRECTION_DOWN);
  else if (g_str_equal (key, "completemilestone"))
    {
      tl_measure_set_kind (measure, TL_MEASURE_KIND_YES_NO);
      tl_measure_set_baseline (measure, 0);
      tl_measure_set_target (measure, 1);
    }
  else if (below || g_str_equal (key, "maintainatorabovethreshold"))
    {
      /* The start plays no part: with baseline and target the same, it is kept or it is not. */
      tl_measure_set_direction (measure, below ? TL_DIRECTION_DOWN : TL_DIRECTION_UP);
      tl_measure_set_baseline (measure, tl_measure_get_target (measure));
    }
  else if (g_str_equal (key, "targetundefined"))
    tl_measure_set_target (measure, NAN);
  else if (tl_import_find_word (TL_TYPE_MEASURE_KIND, text, &kind))
    tl_measure_set_kind (measure, kind);
  else
    return FALSE;

  return TRUE;
}

static void
make_measure_details (const TlImportRow *row,
                      TlMeasure         *measure)
{
  g_autofree char *unit = tl_import_row_dup_name (row, TL_CSV_FIELD_MEASURE_UNIT, NULL);

  if (*unit != '\0')
    tl_measure_set_unit (measure, unit);
  set_value (row, TL_CSV_FIELD_BASELINE, measure, "baseline");
  set_value (row, TL_CSV_FIELD_TARGET, measure, "target");
  if (!tl_import_row_has (row, TL_CSV_FIELD_INDICATOR))
    guess_direction (measure);
  if (!apply_indicator (row, measure))
    tl_import_row_remark (row, TL_CSV_FIELD_INDICATOR,
                          _("“%s” is not a type we know; the measure is taken for a number to be raised."),
                          tl_import_quote (row->import, tl_import_row_peek (row, TL_CSV_FIELD_INDICATOR)));
}

static TlReading *
find_reading (TlImport  *self,
              TlMeasure *measure,
              TlDate     date)
{
  TlReading *reading = tl_import_index_find_unclaimed (self->index, TL_IMPORT_BY_READING_DATE, measure, date, NULL,
                                                       self->claimed);

  if (reading == NULL)
    {
      reading = tl_import_create (self, TL_TYPE_READING);
      tl_reading_set_measure (reading, measure);
      tl_reading_set_date (reading, date);
      tl_import_index_add (self->index, TL_IMPORT_BY_READING_DATE, measure, date, NULL, reading);
    }

  g_hash_table_add (self->claimed, reading);
  return reading;
}

/* The goal of a row, or NULL after telling why there is none. */
static TlGoal *
get_row_goal (const TlImportRow *row)
{
  g_autofree char *reference = tl_import_row_dup_name (row, TL_CSV_FIELD_GOAL_ID, NULL);
  TlGoal *goal = *reference != '\0' ? tl_import_find_goal (row->import, reference) : NULL;

  if (goal == NULL && *reference == '\0')
    tl_import_row_skip (row, TL_CSV_FIELD_GOAL_ID, _("The row names no goal."));
  else if (goal == NULL)
    tl_import_row_skip (row, TL_CSV_FIELD_GOAL_ID, _("There is no goal “%s”, in the document or in these files."),
                        tl_import_quote (row->import, reference));

  return goal;
}

/**
 * tl_import_read_reading:
 * @row: a row of a file of readings
 */
void
tl_import_read_reading (const TlImportRow *row)
{
  TlImport *self = row->import;
  TlGoal *goal = get_row_goal (row);
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;
  gboolean too_long;
  gboolean is_new;
  TlMeasure *measure;
  TlReading *reading;
  TlDate date;
  double value = NAN;

  if (goal == NULL)
    return;
  if (!tl_import_row_has (row, TL_CSV_FIELD_DATE))
    {
      tl_import_row_skip (row, TL_CSV_FIELD_DATE, _("The reading has no date."));
      return;
    }
  if (!tl_import_row_get_date (row, TL_CSV_FIELD_DATE, &date))
    return;
  name = tl_import_row_dup_name (row, TL_CSV_FIELD_MEASURE, &too_long);
  if (too_long)
    return;

  measure = find_measure (self, goal, name, &is_new);
  if (is_new)
    make_measure_details (row, measure);
  if (tl_import_row_has (row, TL_CSV_FIELD_VALUE) &&
      !get_value (row, TL_CSV_FIELD_VALUE, tl_measure_get_kind (tl_import_view (self, measure)), &value, NULL, NULL))
    return;

  reading = tl_import_edit (self, find_reading (self, measure, date));
  if (!isnan (value))
    tl_reading_set_value (reading, value);
  else if (isnan (tl_reading_get_value (reading)))
    tl_import_row_remark (row, TL_CSV_FIELD_VALUE, _("The date is kept as reported without a number."));
  note = tl_import_row_dup_block (row, TL_CSV_FIELD_NOTE);
  if (*note != '\0')
    tl_reading_set_note (reading, note);
}

static void
note_latest (GHashTable *latest,
             TlReading  *reading)
{
  TlReading *known = g_hash_table_lookup (latest, tl_reading_get_measure (reading));

  if (!isnan (tl_reading_get_value (reading)) &&
      (known == NULL || tl_reading_get_date (known) <= tl_reading_get_date (reading)))
    g_hash_table_insert (latest, tl_reading_get_measure (reading), reading);
}

/* The last reading with a value of every measure, as the plan leaves it. */
static GHashTable *
collect_latest (TlImport *self)
{
  GListModel *readings = tl_model_get_list (tl_document_get_model (self->document), TL_TYPE_READING);
  GHashTable *latest = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (TlReading) reading = g_list_model_get_item (readings, i);

      note_latest (latest, tl_import_view (self, reading));
    }
  for (guint i = 0; i < self->added->len; i++)
    if (TL_IS_READING (g_ptr_array_index (self->added, i)))
      note_latest (latest, g_ptr_array_index (self->added, i));

  return latest;
}

/**
 * tl_import_settle_currents:
 * @self: an import whose files of readings have been read
 *
 * Makes readings of the current values that no reading has.
 */
void
tl_import_settle_currents (TlImport *self)
{
  g_autoptr (GHashTable) latest = NULL;
  TlDate today = tl_date_today ();

  if (self->currents->len == 0)
    return;

  latest = collect_latest (self);
  tl_import_forget_claims (self);
  for (guint i = 0; i < self->currents->len && !tl_import_is_cancelled (self, i); i++)
    {
      TlImportCurrent *current = &g_array_index (self->currents, TlImportCurrent, i);
      TlReading *last = g_hash_table_lookup (latest, current->measure);
      TlReading *reading;

      if (last != NULL && tl_reading_get_value (last) == current->value)
        continue;

      if (last != NULL && tl_reading_get_date (last) > today)
        {
          tl_import_row_skip (&current->row, TL_CSV_FIELD_VALUE,
                              _("The measure has a reading of a later day than today, so this cannot be its current value."));
          continue;
        }

      reading = tl_import_edit (self, find_reading (self, current->measure, today));
      tl_reading_set_value (reading, current->value);
      tl_import_row_remark (&current->row, TL_CSV_FIELD_VALUE, _("The current value was taken as read today."));
    }
}
