/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The cascade as compact arrays: what every analysis works on.
 *
 * A roll-up over 10,000 goals has to be done between two frames, so analyses do not follow object properties but
 * walk arrays: goals, links and measures are indices, and what belongs together lies side by side.  The graph is
 * a picture of the model at one moment.  It keeps what it shows alive, never changes, and is compiled again when
 * the document has changed.
 * After an edit, compiling it again takes over whatever the edit does not concern.
 *
 * All goals are in it, also drafts and dropped ones: what to make of them is for each analysis to say.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include "tl-graph-private.h"

#include <string.h>

static void
tl_graph_free (TlGraph *self)
{
  tl_graph_release_parts (self);
  g_free (self->currency);
  g_free (self);
}

/**
 * tl_graph_new:
 * @model: a model
 *
 * Compiles @model as it is now.  Links that close a cycle, which only a damaged file can hold, are left out and
 * told of by tl_graph_has_cycle().  A pair of goals that is linked twice counts as linked once, by the first link.
 *
 * Returns: (transfer full): a graph
 */
TlGraph *
tl_graph_new (TlModel *model)
{
  TlGraph *self;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self = g_new0 (TlGraph, 1);
  g_atomic_ref_count_init (&self->ref_count);
  tl_graph_compile_settings (self, model);
  tl_graph_compile_goals (self, model);
  tl_graph_compile_links (self, model);
  tl_graph_compile_tensions (self, model);
  tl_graph_compile_measures (self, model);
  tl_graph_compile_readings (self, model);
  return self;
}

/* Whether both lists hold the same entities in the same order, so that indices into one are good for the other */
static gboolean
is_same_list (const GPtrArray *first,
              const GPtrArray *second)
{
  return first->len == second->len &&
         (first->len == 0 || memcmp (first->pdata, second->pdata, first->len * sizeof (gpointer)) == 0);
}

/**
 * tl_graph_renew:
 * @old: the graph of @model as it was
 * @model: the model as it is
 * @changes: everything that happened to @model since @old was compiled
 *
 * What tl_graph_new() would compile, at a cost that goes with the edit instead of with the document: the parts that
 * no change concerns are shared with @old.
 *
 * Returns: (transfer full): a graph
 */
TlGraph *
tl_graph_renew (const TlGraph        *old,
                TlModel              *model,
                const TlGraphChanges *changes)
{
  TlGraph *self;
  gboolean has_same_goals;

  g_return_val_if_fail (old != NULL, NULL);
  g_return_val_if_fail (TL_IS_MODEL (model), NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  self = g_new0 (TlGraph, 1);
  g_atomic_ref_count_init (&self->ref_count);
  tl_graph_compile_settings (self, model);

  if (changes->goals)
    tl_graph_compile_goals (self, model);
  else
    self->goal_part = g_atomic_rc_box_acquire (old->goal_part);
  has_same_goals = is_same_list (self->goal_part->goals, old->goal_part->goals);

  if (changes->links || !has_same_goals)
    tl_graph_compile_links (self, model);
  else
    self->link_part = g_atomic_rc_box_acquire (old->link_part);

  if (changes->tensions || !has_same_goals)
    tl_graph_compile_tensions (self, model);
  else
    self->tension_part = g_atomic_rc_box_acquire (old->tension_part);

  /* A measure without dates has those of its goal, one without a currency that of the document. */
  if (changes->measures || changes->goals || changes->settings)
    tl_graph_compile_measures (self, model);
  else
    self->measure_part = g_atomic_rc_box_acquire (old->measure_part);

  if (changes->all_readings)
    tl_graph_compile_readings (self, model);
  else if (g_hash_table_size (changes->read_measures) > 0 ||
           !is_same_list (self->measure_part->measure_entities, old->measure_part->measure_entities))
    tl_graph_copy_readings (self, old, changes->read_measures);
  else
    self->reading_part = g_atomic_rc_box_acquire (old->reading_part);

  return self;
}

/**
 * tl_graph_has_same_structure:
 * @self: a graph
 * @other: another graph of the same model
 *
 * For those who show which goals there are and what helps what, and nothing else.
 *
 * Returns: %TRUE when both share their goals and their links; %FALSE says nothing
 */
gboolean
tl_graph_has_same_structure (const TlGraph *self,
                             const TlGraph *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->goal_part == other->goal_part && self->link_part == other->link_part;
}

/**
 * tl_graph_ref:
 * @self: a graph
 *
 * Returns: (transfer full): @self
 */
TlGraph *
tl_graph_ref (TlGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * tl_graph_unref:
 * @self: (transfer full): a graph
 */
void
tl_graph_unref (TlGraph *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    tl_graph_free (self);
}

/**
 * tl_graph_get_n_goals:
 * @self: a graph
 *
 * Returns: how many goals there are; their indices are 0 up to that, in the order of the model
 */
guint
tl_graph_get_n_goals (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->goal_part->n_goals;
}

/**
 * tl_graph_get_node:
 * @self: a graph
 * @goal: the index of a goal
 *
 * Returns: (transfer none): what the analyses need of it
 */
const TlGraphNode *
tl_graph_get_node (const TlGraph *self,
                   guint          goal)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < self->goal_part->n_goals, NULL);

  return &self->goal_part->nodes[goal];
}

/**
 * tl_graph_get_goal:
 * @self: a graph
 * @goal: the index of a goal
 *
 * Returns: (transfer none): the goal itself, for those who show or name it
 */
TlGoal *
tl_graph_get_goal (const TlGraph *self,
                   guint          goal)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < self->goal_part->n_goals, NULL);

  return g_ptr_array_index (self->goal_part->goals, goal);
}

/**
 * tl_graph_get_owner:
 * @self: a graph
 * @goal: the index of a goal
 *
 * Returns: (transfer none) (nullable): who owned it when the graph was compiled
 */
TlParty *
tl_graph_get_owner (const TlGraph *self,
                    guint          goal)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < self->goal_part->n_goals, NULL);

  return self->goal_part->owners[goal];
}

/**
 * tl_graph_find:
 * @self: a graph
 * @goal: (nullable): a goal
 *
 * Returns: the index of @goal, or -1 when it was not there when the graph was compiled
 */
int
tl_graph_find (const TlGraph *self,
               TlGoal        *goal)
{
  g_return_val_if_fail (self != NULL, -1);

  return (int) tl_graph_find_index (self->goal_part->goal_index, goal);
}

/**
 * tl_graph_get_goals_of:
 * @self: a graph
 * @owner: a person, a unit or an organisation
 * @n_goals: (out): how many goals it owns
 *
 * Returns: (transfer none) (nullable) (array length=n_goals): the goals that @owner itself owns, in the order of
 *   the model
 */
const guint *
tl_graph_get_goals_of (const TlGraph *self,
                       TlParty       *owner,
                       guint         *n_goals)
{
  const GArray *goals;

  *n_goals = 0;
  g_return_val_if_fail (self != NULL, NULL);

  goals = g_hash_table_lookup (self->goal_part->goals_of, owner);
  if (goals == NULL)
    return NULL;

  *n_goals = goals->len;
  return (const guint *) goals->data;
}

/**
 * tl_graph_get_order:
 * @self: a graph
 *
 * Returns: (transfer none): the indices of all goals, each after those that support it
 */
const guint *
tl_graph_get_order (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->link_part->order;
}

/**
 * tl_graph_get_links:
 * @self: a graph
 * @n_links: (out) (optional): how many there are
 *
 * Returns: (transfer none) (array length=n_links): every link that is followed, grouped by the goal that is helped
 */
const TlGraphLink *
tl_graph_get_links (const TlGraph *self,
                    guint         *n_links)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_links != NULL)
    *n_links = self->link_part->n_links;
  return self->link_part->links;
}

/**
 * tl_graph_get_contribution:
 * @self: a graph
 * @link: the index of a link
 *
 * Returns: (transfer none): the contribution it stands for
 */
TlContribution *
tl_graph_get_contribution (const TlGraph *self,
                           guint          link)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (link < self->link_part->n_links, NULL);

  return g_ptr_array_index (self->link_part->contributions, link);
}

/**
 * tl_graph_get_supporters:
 * @self: a graph
 * @goal: the index of a goal
 * @first_link: (out) (optional): the index of the first of these links
 * @n_links: (out): how many goals support it
 *
 * Returns: (transfer none) (array length=n_links): the links from the goals that help @goal, in the order of the
 *   model; their indices follow one another
 */
const TlGraphLink *
tl_graph_get_supporters (const TlGraph *self,
                         guint          goal,
                         guint         *first_link,
                         guint         *n_links)
{
  *n_links = 0;
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < self->goal_part->n_goals, NULL);

  if (first_link != NULL)
    *first_link = self->link_part->first_supporter[goal];
  *n_links = self->link_part->first_supporter[goal + 1] - self->link_part->first_supporter[goal];
  return self->link_part->links + self->link_part->first_supporter[goal];
}

/**
 * tl_graph_get_helped:
 * @self: a graph
 * @goal: the index of a goal
 * @n_links: (out): how many goals it helps
 *
 * Returns: (transfer none) (array length=n_links): the indices of the links to the goals that @goal helps
 */
const guint *
tl_graph_get_helped (const TlGraph *self,
                     guint          goal,
                     guint         *n_links)
{
  *n_links = 0;
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < self->goal_part->n_goals, NULL);

  *n_links = self->link_part->first_helped[goal + 1] - self->link_part->first_helped[goal];
  return self->link_part->helped + self->link_part->first_helped[goal];
}

/**
 * tl_graph_find_link:
 * @self: a graph
 * @from: the index of a goal
 * @to: the index of another
 *
 * Returns: the index of the link by which @from helps @to, or %TL_GRAPH_NONE
 */
guint
tl_graph_find_link (const TlGraph *self,
                    guint          from,
                    guint          to)
{
  guint n_links;
  const guint *helped = tl_graph_get_helped (self, from, &n_links);

  for (guint i = 0; i < n_links; i++)
    {
      if (self->link_part->links[helped[i]].to == to)
        return helped[i];
    }

  return TL_GRAPH_NONE;
}

/**
 * tl_graph_get_tensions:
 * @self: a graph
 * @n_tensions: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_tensions): the pairs of goals that pull against each other
 */
const TlGraphTension *
tl_graph_get_tensions (const TlGraph *self,
                       guint         *n_tensions)
{
  *n_tensions = 0;
  g_return_val_if_fail (self != NULL, NULL);

  *n_tensions = self->tension_part->tensions->len;
  return (const TlGraphTension *) self->tension_part->tensions->data;
}

/**
 * tl_graph_get_tension:
 * @self: a graph
 * @tension: the index of a tension
 *
 * Returns: (transfer none): the tension itself
 */
TlTension *
tl_graph_get_tension (const TlGraph *self,
                      guint          tension)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (tension < self->tension_part->tension_entities->len, NULL);

  return g_ptr_array_index (self->tension_part->tension_entities, tension);
}

/**
 * tl_graph_has_cycle:
 * @self: a graph
 *
 * Returns: whether goals help one another in a circle, so that links had to be left out
 */
gboolean
tl_graph_has_cycle (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->link_part->cycle_goals->len > 0;
}

/**
 * tl_graph_get_cycle_goals:
 * @self: a graph
 * @n_goals: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_goals): the goals that lie on a circle that was broken, in ascending
 *   order
 */
const guint *
tl_graph_get_cycle_goals (const TlGraph *self,
                          guint         *n_goals)
{
  *n_goals = 0;
  g_return_val_if_fail (self != NULL, NULL);

  *n_goals = self->link_part->cycle_goals->len;
  return (const guint *) self->link_part->cycle_goals->data;
}

/**
 * tl_graph_get_n_organisations:
 * @self: a graph
 *
 * Returns: how many organisations there are, at least 1
 */
guint
tl_graph_get_n_organisations (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->goal_part->organisations->len;
}

/**
 * tl_graph_get_organisation:
 * @self: a graph
 * @organisation: the index of an organisation
 *
 * Returns: (transfer none) (nullable): the organisation; the first is our own, and is %NULL in a model without
 *   any
 */
TlOrganisation *
tl_graph_get_organisation (const TlGraph *self,
                           guint          organisation)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (organisation < self->goal_part->organisations->len, NULL);

  return g_ptr_array_index (self->goal_part->organisations, organisation);
}

/**
 * tl_graph_get_n_measures:
 * @self: a graph
 *
 * Returns: how many measures there are
 */
guint
tl_graph_get_n_measures (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->measure_part->n_measures;
}

/**
 * tl_graph_get_measure:
 * @self: a graph
 * @measure: the index of a measure
 *
 * Returns: (transfer none): what the analyses need of it
 */
const TlGraphMeasure *
tl_graph_get_measure (const TlGraph *self,
                      guint          measure)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (measure < self->measure_part->n_measures, NULL);

  return &self->measure_part->measures[measure];
}

/**
 * tl_graph_get_measure_entity:
 * @self: a graph
 * @measure: the index of a measure
 *
 * Returns: (transfer none): the measure itself
 */
TlMeasure *
tl_graph_get_measure_entity (const TlGraph *self,
                             guint          measure)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (measure < self->measure_part->n_measures, NULL);

  return g_ptr_array_index (self->measure_part->measure_entities, measure);
}

/**
 * tl_graph_find_measure:
 * @self: a graph
 * @measure: (nullable): a measure
 *
 * Returns: the index of @measure, or %TL_GRAPH_NONE when it was not there when the graph was compiled
 */
guint
tl_graph_find_measure (const TlGraph *self,
                       TlMeasure     *measure)
{
  g_return_val_if_fail (self != NULL, TL_GRAPH_NONE);

  return tl_graph_find_index (self->measure_part->measure_index, measure);
}

/**
 * tl_graph_get_measures:
 * @self: a graph
 * @goal: the index of a goal
 * @first_measure: (out) (optional): the index of the first of its measures
 * @n_measures: (out): how many it has
 *
 * Returns: (transfer none) (array length=n_measures): the measures of @goal, in the order of the model; their
 *   indices follow one another
 */
const TlGraphMeasure *
tl_graph_get_measures (const TlGraph *self,
                       guint          goal,
                       guint         *first_measure,
                       guint         *n_measures)
{
  *n_measures = 0;
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (goal < self->goal_part->n_goals, NULL);

  if (first_measure != NULL)
    *first_measure = self->measure_part->first_measure[goal];
  *n_measures = self->measure_part->first_measure[goal + 1] - self->measure_part->first_measure[goal];
  return self->measure_part->measures + self->measure_part->first_measure[goal];
}

/**
 * tl_graph_get_readings:
 * @self: a graph
 * @measure: the index of a measure
 * @n_readings: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_readings): its readings in the order of their dates, those without a
 *   date first; of two on one day, the one that was added later comes later
 */
const TlGraphReading *
tl_graph_get_readings (const TlGraph *self,
                       guint          measure,
                       guint         *n_readings)
{
  *n_readings = 0;
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (measure < self->measure_part->n_measures, NULL);

  *n_readings = self->reading_part->first_reading[measure + 1] - self->reading_part->first_reading[measure];
  return self->reading_part->readings + self->reading_part->first_reading[measure];
}

/**
 * tl_graph_get_thresholds:
 * @self: a graph
 *
 * Returns: (transfer none): the margins of health, as the document sets them
 */
const TlThresholds *
tl_graph_get_thresholds (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->thresholds;
}

/**
 * tl_graph_get_currency:
 * @self: a graph
 *
 * Returns: (transfer none): the code of the document's currency; empty when it has none
 */
const char *
tl_graph_get_currency (const TlGraph *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->currency;
}
