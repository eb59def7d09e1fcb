/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the model to arrays: the only place where analyses read the properties of model objects.
 *
 * Each list of the model is walked once.  Whatever belongs to a goal or to a measure is grouped by counting how
 * many each has and placing them in a second sweep, which keeps the order of the model and needs no sorting.
 * */

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

static void
compile_settings (TlGraph *self,
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

  self->organisations = g_ptr_array_new ();
  g_ptr_array_add (self->organisations, own != NULL ? g_object_ref (own) : NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlOrganisation) organisation = g_list_model_get_item (list, i);

      if (organisation == own)
        continue;
      g_hash_table_insert (index, organisation, GUINT_TO_POINTER (self->organisations->len));
      g_ptr_array_add (self->organisations, g_steal_pointer (&organisation));
    }

  return index;
}

static void
compile_node (TlGraph    *self,
              guint       index,
              TlGoal     *goal,
              GHashTable *organisation_index)
{
  TlGraphNode *node = &self->nodes[index];
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
  GArray *goals = g_hash_table_lookup (self->goals_of, owner);

  if (goals == NULL)
    {
      goals = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->goals_of, g_object_ref (owner), goals);
    }

  g_array_append_val (goals, goal);
}

static void
compile_goals (TlGraph *self,
               TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_GOAL);
  g_autoptr (GHashTable) organisation_index = compile_organisations (self, model);

  self->n_goals = g_list_model_get_n_items (list);
  self->nodes = g_new0 (TlGraphNode, self->n_goals);
  self->owners = g_new0 (TlParty *, self->n_goals);
  self->goals = g_ptr_array_new_full (self->n_goals, g_object_unref);
  self->goal_index = g_hash_table_new (NULL, NULL);
  self->goals_of = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < self->n_goals; i++)
    {
      TlGoal *goal = g_list_model_get_item (list, i);

      g_ptr_array_add (self->goals, goal);
      g_hash_table_insert (self->goal_index, goal, GUINT_TO_POINTER (i + 1));
      compile_node (self, i, goal, organisation_index);

      self->owners[i] = tl_goal_get_owner (goal);
      if (self->owners[i] != NULL)
        add_to_owner (self, self->owners[i], i);
    }
}

static void
compile_tensions (TlGraph *self,
                  TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_TENSION);

  self->tensions = g_array_new (FALSE, FALSE, sizeof (TlGraphTension));
  self->tension_entities = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (TlTension) tension = g_list_model_get_item (list, i);
      TlGraphTension pair = {
        .first = tl_graph_find_index (self->goal_index, tl_tension_get_first (tension)),
        .second = tl_graph_find_index (self->goal_index, tl_tension_get_second (tension)),
      };

      if (pair.first == TL_GRAPH_NONE || pair.second == TL_GRAPH_NONE)
        continue;

      g_array_append_val (self->tensions, pair);
      g_ptr_array_add (self->tension_entities, g_steal_pointer (&tension));
    }
}

/* Values can be added when they are of one sort and one unit, however it is capitalised; a currency that is not
 * named is the document's.  Percentages and answers cannot be added. */
static guint
get_unit (TlGraph    *self,
          TlMeasure  *measure,
          GHashTable *units)
{
  TlMeasureKind kind = tl_measure_get_kind (measure);
  const char *unit = tl_measure_get_unit (measure);
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;
  guint number;

  if (kind == TL_MEASURE_KIND_PERCENT || kind == TL_MEASURE_KIND_YES_NO)
    return 0;

  if (kind == TL_MEASURE_KIND_CURRENCY && (unit == NULL || *unit == '\0'))
    unit = self->currency;

  folded = g_utf8_casefold (unit != NULL ? unit : "", -1);
  key = g_strdup_printf ("%d:%s", kind, g_strstrip (folded));

  number = GPOINTER_TO_UINT (g_hash_table_lookup (units, key));
  if (number == 0)
    {
      number = g_hash_table_size (units) + 1;
      g_hash_table_insert (units, g_steal_pointer (&key), GUINT_TO_POINTER (number));
    }

  return number;
}

static void
compile_measure (TlGraph    *self,
                 guint       index,
                 guint       goal,
                 TlMeasure  *entity,
                 GHashTable *units)
{
  TlGraphMeasure *measure = &self->measures[index];

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
    measure->start = self->nodes[goal].start;
  if (measure->due == TL_DATE_NONE)
    measure->due = self->nodes[goal].due;

  self->measure_entities->pdata[index] = g_object_ref (entity);
  g_hash_table_insert (self->measure_index, entity, GUINT_TO_POINTER (index + 1));
}

static void
compile_measures (TlGraph *self,
                  TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_MEASURE);
  guint n_items = g_list_model_get_n_items (list);
  g_autofree guint *goals = g_new (guint, MAX (n_items, 1));
  g_autofree guint *places = NULL;
  g_autoptr (GHashTable) units = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->first_measure = g_new0 (guint, self->n_goals + 1);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlMeasure) measure = g_list_model_get_item (list, i);

      goals[i] = tl_graph_find_index (self->goal_index, tl_measure_get_goal (measure));
      if (goals[i] != TL_GRAPH_NONE)
        self->first_measure[goals[i] + 1]++;
    }

  tl_graph_accumulate (self->first_measure, self->n_goals);
  places = g_memdup2 (self->first_measure, (self->n_goals + 1) * sizeof (guint));

  self->n_measures = self->first_measure[self->n_goals];
  self->measures = g_new0 (TlGraphMeasure, MAX (self->n_measures, 1));
  self->measure_index = g_hash_table_new (NULL, NULL);
  self->measure_entities = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_set_size (self->measure_entities, self->n_measures);

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlMeasure) measure = g_list_model_get_item (list, i);

      if (goals[i] != TL_GRAPH_NONE)
        compile_measure (self, places[goals[i]]++, goals[i], measure, units);
    }
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

/* Of two readings on one day the one that came later stays later: g_qsort_with_data() is stable. */
static void
sort_readings (TlGraph *self,
               guint    measure)
{
  TlGraphReading *readings = self->readings + self->first_reading[measure];
  guint n_readings = self->first_reading[measure + 1] - self->first_reading[measure];

  for (guint i = 1; i < n_readings; i++)
    {
      if (readings[i - 1].date > readings[i].date)
        {
          g_qsort_with_data (readings, n_readings, sizeof (TlGraphReading), compare_readings, NULL);
          return;
        }
    }
}

static void
compile_readings (TlGraph *self,
                  TlModel *model)
{
  GListModel *list = tl_model_get_list (model, TL_TYPE_READING);
  guint n_items = g_list_model_get_n_items (list);
  g_autofree guint *measures = g_new (guint, MAX (n_items, 1));
  g_autofree guint *places = NULL;

  self->first_reading = g_new0 (guint, self->n_measures + 1);
  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlReading) reading = g_list_model_get_item (list, i);

      measures[i] = tl_graph_find_index (self->measure_index, tl_reading_get_measure (reading));
      if (measures[i] != TL_GRAPH_NONE)
        self->first_reading[measures[i] + 1]++;
    }

  tl_graph_accumulate (self->first_reading, self->n_measures);
  places = g_memdup2 (self->first_reading, (self->n_measures + 1) * sizeof (guint));
  self->readings = g_new (TlGraphReading, MAX (self->first_reading[self->n_measures], 1));

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (TlReading) reading = g_list_model_get_item (list, i);

      if (measures[i] != TL_GRAPH_NONE)
        self->readings[places[measures[i]]++] =
          (TlGraphReading) { tl_reading_get_date (reading), tl_reading_get_value (reading) };
    }

  for (guint i = 0; i < self->n_measures; i++)
    sort_readings (self, i);
}

/**
 * tl_graph_compile:
 * @self: a graph that holds nothing yet
 * @model: what to compile
 */
void
tl_graph_compile (TlGraph *self,
                  TlModel *model)
{
  compile_settings (self, model);
  compile_goals (self, model);
  tl_graph_compile_links (self, model);
  compile_tensions (self, model);
  compile_measures (self, model);
  compile_readings (self, model);
}
