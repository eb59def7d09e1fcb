/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the model to arrays: the only place where analyses read the properties of model objects.
 *
 * Each list of the model is walked once.  Whatever belongs to a goal or to a measure is grouped by counting how
 * many each has and placing them in a second sweep, which keeps the order of the model and needs no sorting.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-graph-private.h"

#include <math.h>

#include "tl-reading.h"

static double
clean_margin (double margin,
              double fallback)
{
  return isfinite (margin) ? margin : fallback;
}

/**
 * tl_graph_compile_settings:
 * @self: a graph with the parts that come before
 * @model: what to compile
 */
void
tl_graph_compile_settings (TlGraph *self,
                           TlModel *model)
{
  TlSettings *settings = tl_model_get_settings (model);

  self->thresholds = TL_THRESHOLDS_DEFAULT;
  self->currency = g_strdup ("");
  if (settings == NULL)
    return;

  self->thresholds.on_track = clean_margin (tl_settings_get_on_track_margin (settings), self->thresholds.on_track);
  self->thresholds.at_risk = clean_margin (tl_settings_get_at_risk_margin (settings), self->thresholds.at_risk);

  if (tl_settings_get_currency (settings) != NULL)
    {
      g_free (self->currency);
      self->currency = g_strdup (tl_settings_get_currency (settings));
    }
}

/* Our own organisation comes first, so that index 0 is us; goals that belong to none are counted as ours. */
static GHashTable *
compile_organisations (TlGraph *self,
                       TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_ORGANISATION);
  TlOrganisation *own = tl_model_get_organisation (model);
  GHashTable *index = g_hash_table_new (NULL, NULL);

  self->goal_part->organisations = g_ptr_array_new ();
  g_ptr_array_add (self->goal_part->organisations, own != NULL ? g_object_ref (own) : NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlOrganisation) organisation = g_list_model_get_item (list, i);

      if (organisation == own)
        continue;
      g_hash_table_insert (index, organisation, GUINT_TO_POINTER (self->goal_part->organisations->len));
      g_ptr_array_add (self->goal_part->organisations, g_steal_pointer (&organisation));
    }

  return index;
}

static void
compile_node (TlGraph    *self,
              guint       index,
              TlGoal     *goal,
              GHashTable *organisation_index)
{
  TlGraphNode *node = &self->goal_part->nodes[index];
  TlOrganisation *home = tl_goal_get_owner (goal) != NULL ? tl_goal_get_home (goal) : NULL;
  TlCycle *cycle = tl_goal_get_cycle (goal);

  node->level = tl_goal_get_level (goal);
  node->organisation = GPOINTER_TO_UINT (g_hash_table_lookup (organisation_index, home));
  node->facet = tl_goal_get_facet (goal);
  node->state = tl_goal_get_state (goal);
  node->rollup = tl_goal_get_rollup (goal);
  node->start = tl_goal_get_start (goal);
  node->due = tl_goal_get_due (goal);

  if (node->start == TL_DATE_NONE && cycle != NULL)
    node->start = tl_cycle_get_start (cycle);
  if (node->due == TL_DATE_NONE && cycle != NULL)
    node->due = tl_cycle_get_end (cycle);
}

static void
add_to_owner (TlGraph *self,
              TlParty *owner,
              guint    goal)
{
  GArray *goals = g_hash_table_lookup (self->goal_part->goals_of, owner);

  if (goals == NULL)
    {
      goals = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->goal_part->goals_of, g_object_ref (owner), goals);
    }

  g_array_append_val (goals, goal);
}

/**
 * tl_graph_compile_goals:
 * @self: a graph with the parts that come before
 * @model: what to compile
 */
void
tl_graph_compile_goals (TlGraph *self,
                        TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_GOAL);
  TlGoalPart *part = self->goal_part = g_atomic_rc_box_new0 (TlGoalPart);
  g_autoptr (GHashTable) organisation_index = compile_organisations (self, model);

  part->n_goals = g_list_model_get_n_items (list);
  part->nodes = g_new0 (TlGraphNode, part->n_goals);
  part->owners = g_new0 (TlParty *, part->n_goals);
  part->goals = g_ptr_array_new_full (part->n_goals, g_object_unref);
  part->goal_index = g_hash_table_new (NULL, NULL);
  part->goals_of = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < part->n_goals; i++)
    {
      TlGoal *goal = g_list_model_get_item (list, i);

      g_ptr_array_add (part->goals, goal);
      g_hash_table_insert (part->goal_index, goal, GUINT_TO_POINTER (i + 1));
      compile_node (self, i, goal, organisation_index);

      part->owners[i] = tl_goal_get_owner (goal);
      if (part->owners[i] != NULL)
        add_to_owner (self, part->owners[i], i);
    }
}

/**
 * tl_graph_compile_tensions:
 * @self: a graph with the parts that come before
 * @model: what to compile
 */
void
tl_graph_compile_tensions (TlGraph *self,
                           TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_TENSION);
  TlTensionPart *part = self->tension_part = g_atomic_rc_box_new0 (TlTensionPart);

  part->tensions = g_array_new (FALSE, FALSE, sizeof (TlGraphTension));
  part->tension_entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlTension) tension = g_list_model_get_item (list, i);
      TlGraphTension pair = {
        .first = tl_graph_find_index (self->goal_part->goal_index, tl_tension_get_first (tension)),
        .second = tl_graph_find_index (self->goal_part->goal_index, tl_tension_get_second (tension)),
      };

      if (pair.first == TL_GRAPH_NONE || pair.second == TL_GRAPH_NONE)
        continue;

      g_array_append_val (part->tensions, pair);
      g_ptr_array_add (part->tension_entities, g_steal_pointer (&tension));
    }
}

/* Units as they are written are few, so that each is folded once and not for every measure. */
typedef struct
{
  GHashTable *numbers;          /* kind and folded unit -> number */
  GHashTable *written[TL_MEASURE_KIND_COUNT_PER_WEEK + 1];   /* unit, owned by a measure -> number */
} Units;

static void
units_init (Units *units)
{
  units->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (units->written); i++)
    units->written[i] = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
units_clear (Units *units)
{
  g_hash_table_unref (units->numbers);
  for (guint i = 0; i < G_N_ELEMENTS (units->written); i++)
    g_hash_table_unref (units->written[i]);
}

static guint
get_number (Units         *units,
            TlMeasureKind  kind,
            const char    *unit)
{
  g_autofree char *folded = g_utf8_casefold (unit, -1);
  g_autofree char *key = g_strdup_printf ("%d:%s", kind, g_strstrip (folded));
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (units->numbers, key));

  if (number == 0)
    {
      number = g_hash_table_size (units->numbers) + 1;
      g_hash_table_insert (units->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }

  return number;
}

/* Values can be added when they are of one sort and one unit, however it is capitalised; a currency that is not
 * named is the document's.  Percentages and answers cannot be added. */
static guint
get_unit (TlGraph   *self,
          TlMeasure *measure,
          Units     *units)
{
  TlMeasureKind kind = tl_measure_get_kind (measure);
  const char *unit = tl_measure_get_unit (measure);
  guint number;

  if (kind == TL_MEASURE_KIND_PERCENT || kind == TL_MEASURE_KIND_YES_NO)
    return 0;

  if (kind == TL_MEASURE_KIND_CURRENCY && (unit == NULL || *unit == '\0'))
    unit = self->currency;
  if (unit == NULL)
    unit = "";

  number = GPOINTER_TO_UINT (g_hash_table_lookup (units->written[kind], unit));
  if (number == 0)
    {
      number = get_number (units, kind, unit);
      g_hash_table_insert (units->written[kind], (char *) unit, GUINT_TO_POINTER (number));
    }

  return number;
}

static void
compile_measure (TlGraph    *self,
                 guint       index,
                 guint       goal,
                 TlMeasure  *entity,
                 Units      *units)
{
  TlGraphMeasure *measure = &self->measure_part->measures[index];

  measure->goal = goal;
  measure->terms.kind = tl_measure_get_kind (entity);
  measure->terms.direction = tl_measure_get_direction (entity);
  measure->terms.baseline = tl_measure_get_baseline (entity);
  measure->terms.target = tl_measure_get_target (entity);
  measure->terms.low = tl_measure_get_low (entity);
  measure->terms.high = tl_measure_get_high (entity);
  measure->weight = tl_graph_clean_weight (tl_measure_get_weight (entity));
  measure->unit = get_unit (self, entity, units);
  measure->start = tl_measure_get_start (entity);
  measure->due = tl_measure_get_due (entity);

  if (measure->start == TL_DATE_NONE)
    measure->start = self->goal_part->nodes[goal].start;
  if (measure->due == TL_DATE_NONE)
    measure->due = self->goal_part->nodes[goal].due;

  self->measure_part->measure_entities->pdata[index] = g_object_ref (entity);
  g_hash_table_insert (self->measure_part->measure_index, entity, GUINT_TO_POINTER (index + 1));
}

/**
 * tl_graph_compile_measures:
 * @self: a graph with the parts that come before
 * @model: what to compile
 */
void
tl_graph_compile_measures (TlGraph *self,
                           TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_MEASURE);
  guint n_items = g_list_model_get_n_items (list);
  g_autofree guint *goals = g_new (guint, MAX (n_items, 1));
  g_autofree guint *places = NULL;
  Units units;
  TlMeasurePart *part = self->measure_part = g_atomic_rc_box_new0 (TlMeasurePart);

  units_init (&units);
  part->first_measure = g_new0 (guint, self->goal_part->n_goals + 1);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlMeasure) measure = g_list_model_get_item (list, i);

      goals[i] = tl_graph_find_index (self->goal_part->goal_index, tl_measure_get_goal (measure));
      if (goals[i] != TL_GRAPH_NONE)
        part->first_measure[goals[i] + 1]++;
    }

  tl_graph_accumulate (part->first_measure, self->goal_part->n_goals);
  places = g_memdup2 (part->first_measure, (self->goal_part->n_goals + 1) * sizeof (guint));

  part->n_measures = part->first_measure[self->goal_part->n_goals];
  part->measures = g_new0 (TlGraphMeasure, MAX (part->n_measures, 1));
  part->measure_index = g_hash_table_new (NULL, NULL);
  part->measure_entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_size (part->measure_entities, part->n_measures);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlMeasure) measure = g_list_model_get_item (list, i);

      if (goals[i] != TL_GRAPH_NONE)
        compile_measure (self, places[goals[i]]++, goals[i], measure, &units);
    }

  units_clear (&units);
}

static int
compare_readings (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  const TlGraphReading *first = a;
  const TlGraphReading *second = b;

  return (first->date > second->date) - (first->date < second->date);
}

/**
 * tl_graph_sort_readings:
 * @readings: (array length=n_readings): the readings of one measure
 * @n_readings: how many there are
 *
 * Puts them in the order of their dates.  Of two on one day the one that came later stays later:
 * g_qsort_with_data() is stable.
 */
void
tl_graph_sort_readings (TlGraphReading *readings,
                        guint           n_readings)
{
  for (guint i = 1; i < n_readings; i++)
    {
      if (readings[i - 1].date > readings[i].date)
        {
          g_qsort_with_data (readings, n_readings, sizeof (TlGraphReading), compare_readings, NULL);
          return;
        }
    }
}

/**
 * tl_graph_compile_readings:
 * @self: a graph with the parts that come before
 * @model: what to compile
 */
void
tl_graph_compile_readings (TlGraph *self,
                           TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_READING);
  guint n_items = g_list_model_get_n_items (list);
  g_autofree guint *measures = g_new (guint, MAX (n_items, 1));
  g_autofree guint *places = NULL;
  TlReadingPart *part = self->reading_part = g_atomic_rc_box_new0 (TlReadingPart);

  part->first_reading = g_new0 (guint, self->measure_part->n_measures + 1);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlReading) reading = g_list_model_get_item (list, i);

      measures[i] = tl_graph_find_index (self->measure_part->measure_index, tl_reading_get_measure (reading));
      if (measures[i] != TL_GRAPH_NONE)
        part->first_reading[measures[i] + 1]++;
    }

  tl_graph_accumulate (part->first_reading, self->measure_part->n_measures);
  places = g_memdup2 (part->first_reading, (self->measure_part->n_measures + 1) * sizeof (guint));
  part->readings = g_new (TlGraphReading, MAX (part->first_reading[self->measure_part->n_measures], 1));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlReading) reading = g_list_model_get_item (list, i);

      if (measures[i] != TL_GRAPH_NONE)
        part->readings[places[measures[i]]++] =
          (TlGraphReading) { tl_reading_get_date (reading), tl_reading_get_value (reading) };
    }

  for (guint i = 0; i < self->measure_part->n_measures; i++)
    tl_graph_sort_readings (part->readings + part->first_reading[i],
                            part->first_reading[i + 1] - part->first_reading[i]);
}
