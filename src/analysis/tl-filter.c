/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals somebody wants to see: those of a unit, a cycle, an owner, of a category, facet, health or state, with
 * some words in them.  A goal has to be all of what is asked for.
 *
 * One filter belongs to a window, and outline and pictures follow the same one.  It asks about the graph and not about
 * the model, so that 10,000 goals are asked between two key presses.  Entities are kept by their identity: undo brings
 * them back as other objects, and the filter is still the same one then.  While what it names is not in the model, it
 * asks for nothing by it.
 */

#define G_LOG_DOMAIN "tl-analysis"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-enum-types.h"
#include "tl-filter.h"
#include "tl-text-fold.h"
#include "tl-vocabulary.h"

struct _TlFilter
{
  GObject parent_instance;

  TlModel *model;
  char    *text;
  char   **words;               /* folded; NULL without any */
  char    *unit;                /* identities */
  char    *cycle;
  char    *owner;
  char    *category;
  TlFacet  facet;
  int      health;
  int      state;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TlFilter, tl_filter, G_TYPE_OBJECT)

static void
emit_changed (TlFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gpointer
look_up (TlFilter   *self,
         const char *id,
         GType       type)
{
  TlEntity *entity = id != NULL ? tl_model_lookup (self->model, id) : NULL;

  return entity != NULL && g_type_is_a (G_OBJECT_TYPE (entity), type) ? entity : NULL;
}

static void
set_string (TlFilter    *self,
            char       **field,
            const char  *value)
{
  if (g_strcmp0 (*field, value) == 0)
    return;

  g_free (*field);
  *field = g_strdup (value);
  emit_changed (self);
}

static void
set_entity (TlFilter  *self,
            char     **field,
            gpointer   entity)
{
  set_string (self, field, entity != NULL ? tl_entity_get_id (entity) : NULL);
}

static gboolean
has_words (TlFilter *self,
           TlGoal   *goal,
           TlParty  *owner)
{
  const char *category = tl_goal_get_category (goal);
  const char *parts[] = {
    tl_goal_get_title (goal), tl_goal_get_description (goal), tl_goal_get_reference (goal),
    category != NULL ? tl_category_to_label (category) : NULL, owner != NULL ? tl_party_get_name (owner) : NULL,
  };

  return tl_text_parts_have_all_words (parts, G_N_ELEMENTS (parts), (const char * const *) self->words);
}

/* What the filter names, looked up once for however many goals */
typedef struct
{
  TlUnit  *unit;
  TlCycle *cycle;
  TlParty *owner;
} Named;

static Named
look_up_named (TlFilter *self)
{
  return (Named) { tl_filter_get_unit (self), tl_filter_get_cycle (self), tl_filter_get_owner (self) };
}

/* The words last: they cost the most. */
static gboolean
matches (TlFilter       *self,
         const Named    *named,
         const TlGraph  *graph,
         const TlScores *scores,
         guint           index)
{
  const TlGraphNode *node = tl_graph_get_node (graph, index);
  TlGoal *goal = tl_graph_get_goal (graph, index);
  TlParty *owner = tl_graph_get_owner (graph, index);

  if (self->facet != TL_FACET_UNSET && node->facet != self->facet)
    return FALSE;
  if (self->state != TL_FILTER_ANY && (int) node->state != self->state)
    return FALSE;
  if (self->health != TL_FILTER_ANY && (int) tl_scores_get_goal (scores, index)->health != self->health)
    return FALSE;
  if (named->cycle != NULL && tl_goal_get_cycle (goal) != named->cycle)
    return FALSE;
  if (named->owner != NULL && owner != named->owner)
    return FALSE;
  if (named->unit != NULL && !tl_unit_contains (named->unit, owner))
    return FALSE;
  if (self->category != NULL && g_strcmp0 (tl_goal_get_category (goal), self->category) != 0)
    return FALSE;

  return self->words == NULL || has_words (self, goal, owner);
}

static void
tl_filter_finalize (GObject *object)
{
  TlFilter *self = TL_FILTER (object);

  g_clear_object (&self->model);
  g_free (self->text);
  g_strfreev (self->words);
  g_free (self->unit);
  g_free (self->cycle);
  g_free (self->owner);
  g_free (self->category);

  G_OBJECT_CLASS (tl_filter_parent_class)->finalize (object);
}

static void
tl_filter_class_init (TlFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = tl_filter_finalize;

  /**
   * TlFilter::changed:
   * @self: the filter
   *
   * It asks for something else.  That the model has changed, and other goals are what it asks for, it does not tell.
   */
  signals[CHANGED] = g_signal_new ("changed", TL_TYPE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
tl_filter_init (TlFilter *self)
{
  self->health = TL_FILTER_ANY;
  self->state = TL_FILTER_ANY;
}

/**
 * tl_filter_new:
 * @model: the model of the goals
 *
 * Returns: (transfer full): a filter that asks for nothing yet
 */
TlFilter *
tl_filter_new (TlModel *model)
{
  TlFilter *self;

  g_return_val_if_fail (TL_IS_MODEL (model), NULL);

  self = g_object_new (TL_TYPE_FILTER, NULL);
  self->model = g_object_ref (model);
  return self;
}

/**
 * tl_filter_get_text:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the words that title, description, owner, category or reference have to have
 */
const char *
tl_filter_get_text (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), NULL);

  return self->text;
}

/**
 * tl_filter_set_text:
 * @self: a filter
 * @text: (nullable): words; case and accents do not matter
 */
void
tl_filter_set_text (TlFilter   *self,
                    const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (TL_IS_FILTER (self));

  stripped = g_strstrip (g_strdup (text != NULL ? text : ""));
  g_clear_pointer (&self->words, g_strfreev);
  if (*stripped != '\0')
    self->words = tl_text_fold_words (stripped);
  set_string (self, &self->text, *stripped != '\0' ? stripped : NULL);
}

/**
 * tl_filter_get_unit:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the unit that, with the units below it and their people, has to own the goal
 */
TlUnit *
tl_filter_get_unit (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), NULL);

  return look_up (self, self->unit, TL_TYPE_UNIT);
}

/**
 * tl_filter_set_unit:
 * @self: a filter
 * @unit: (nullable): a unit of the model
 */
void
tl_filter_set_unit (TlFilter *self,
                    TlUnit   *unit)
{
  g_return_if_fail (TL_IS_FILTER (self));

  set_entity (self, &self->unit, unit);
}

/**
 * tl_filter_get_cycle:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the cycle the goal has to be made for
 */
TlCycle *
tl_filter_get_cycle (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), NULL);

  return look_up (self, self->cycle, TL_TYPE_CYCLE);
}

/**
 * tl_filter_set_cycle:
 * @self: a filter
 * @cycle: (nullable): a cycle of the model
 */
void
tl_filter_set_cycle (TlFilter *self,
                     TlCycle  *cycle)
{
  g_return_if_fail (TL_IS_FILTER (self));

  set_entity (self, &self->cycle, cycle);
}

/**
 * tl_filter_get_owner:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): who has to own the goal, and nobody else
 */
TlParty *
tl_filter_get_owner (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), NULL);

  return look_up (self, self->owner, TL_TYPE_PARTY);
}

/**
 * tl_filter_set_owner:
 * @self: a filter
 * @owner: (nullable): a person, a unit or an organisation of the model
 */
void
tl_filter_set_owner (TlFilter *self,
                     TlParty  *owner)
{
  g_return_if_fail (TL_IS_FILTER (self));

  set_entity (self, &self->owner, owner);
}

/**
 * tl_filter_get_category:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): the category the goal has to have
 */
const char *
tl_filter_get_category (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), NULL);

  return self->category;
}

/**
 * tl_filter_set_category:
 * @self: a filter
 * @category: (nullable): a category as the goals have it
 */
void
tl_filter_set_category (TlFilter   *self,
                        const char *category)
{
  g_return_if_fail (TL_IS_FILTER (self));

  set_string (self, &self->category, category);
}

/**
 * tl_filter_get_facet:
 * @self: a filter
 *
 * Returns: the facet the goal has to have; %TL_FACET_UNSET for any
 */
TlFacet
tl_filter_get_facet (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), TL_FACET_UNSET);

  return self->facet;
}

/**
 * tl_filter_set_facet:
 * @self: a filter
 * @facet: a facet; %TL_FACET_UNSET for any
 */
void
tl_filter_set_facet (TlFilter *self,
                     TlFacet   facet)
{
  g_return_if_fail (TL_IS_FILTER (self));

  if (self->facet == facet)
    return;

  self->facet = facet;
  emit_changed (self);
}

/**
 * tl_filter_get_health:
 * @self: a filter
 *
 * Returns: the #TlHealth the goal has to have, or %TL_FILTER_ANY
 */
int
tl_filter_get_health (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), TL_FILTER_ANY);

  return self->health;
}

/**
 * tl_filter_set_health:
 * @self: a filter
 * @health: a #TlHealth, or %TL_FILTER_ANY
 */
void
tl_filter_set_health (TlFilter *self,
                      int       health)
{
  g_return_if_fail (TL_IS_FILTER (self));

  if (self->health == health)
    return;

  self->health = health;
  emit_changed (self);
}

/**
 * tl_filter_get_state:
 * @self: a filter
 *
 * Returns: the #TlGoalState the goal has to be in, or %TL_FILTER_ANY
 */
int
tl_filter_get_state (TlFilter *self)
{
  g_return_val_if_fail (TL_IS_FILTER (self), TL_FILTER_ANY);

  return self->state;
}

/**
 * tl_filter_set_state:
 * @self: a filter
 * @state: a #TlGoalState, or %TL_FILTER_ANY
 */
void
tl_filter_set_state (TlFilter *self,
                     int       state)
{
  g_return_if_fail (TL_IS_FILTER (self));

  if (self->state == state)
    return;

  self->state = state;
  emit_changed (self);
}

/**
 * tl_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether it asks for nothing, so that every goal matches
 */
gboolean
tl_filter_is_empty (TlFilter *self)
{
  Named named;

  g_return_val_if_fail (TL_IS_FILTER (self), TRUE);

  named = look_up_named (self);
  return named.unit == NULL && named.cycle == NULL && named.owner == NULL && self->words == NULL &&
         self->category == NULL && self->facet == TL_FACET_UNSET && self->health == TL_FILTER_ANY &&
         self->state == TL_FILTER_ANY;
}

/**
 * tl_filter_matches:
 * @self: a filter
 * @graph: the goals of its model
 * @scores: how they stand
 * @goal: the index of one of them
 *
 * Returns: whether it is all that the filter asks for
 */
gboolean
tl_filter_matches (TlFilter       *self,
                   const TlGraph  *graph,
                   const TlScores *scores,
                   guint           goal)
{
  Named named;

  g_return_val_if_fail (TL_IS_FILTER (self), TRUE);
  g_return_val_if_fail (goal < tl_graph_get_n_goals (graph), FALSE);

  named = look_up_named (self);
  return matches (self, &named, graph, scores, goal);
}

/**
 * tl_filter_match_all:
 * @self: a filter
 * @graph: the goals of its model
 * @scores: how they stand
 * @n_matching: (out) (nullable): how many match
 *
 * Returns: (transfer full) (array): for each goal by its index whether it matches; of at least one element
 */
guint8 *
tl_filter_match_all (TlFilter       *self,
                     const TlGraph  *graph,
                     const TlScores *scores,
                     guint          *n_matching)
{
  guint n_goals = tl_graph_get_n_goals (graph);
  guint8 *all = g_new0 (guint8, MAX (n_goals, 1));
  Named named = look_up_named (self);
  guint n = 0;

  for (guint i = 0; i < n_goals; i++)
    {
      all[i] = matches (self, &named, graph, scores, i);
      n += all[i];
    }

  if (n_matching != NULL)
    *n_matching = n;
  return all;
}

static void
add_part (GPtrArray  *parts,
          const char *property,
          const char *kind,
          const char *value)
{
  TlFilterPart *part = g_new (TlFilterPart, 1);

  part->property = property;
  /* Translators: what is asked for, and what it has to be, as in “Unit: Sales” */
  part->label = g_strdup_printf (_("%s: %s"), kind, value);
  g_ptr_array_add (parts, part);
}

static void
add_entity_part (GPtrArray  *parts,
                 const char *property,
                 const char *kind,
                 gpointer    entity)
{
  g_autofree char *name = entity != NULL ? tl_entity_dup_display_name (entity) : NULL;

  if (name != NULL)
    add_part (parts, property, kind, name);
}

/**
 * tl_filter_dup_parts:
 * @self: a filter
 *
 * Returns: (transfer full) (element-type TlFilterPart): what it asks for, each as a label and the property to clear it by
 */
GPtrArray *
tl_filter_dup_parts (TlFilter *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tl_filter_part_free);

  g_return_val_if_fail (TL_IS_FILTER (self), parts);

  if (self->text != NULL)
    add_part (parts, "text", _("Text"), self->text);
  add_entity_part (parts, "unit", _("Unit"), tl_filter_get_unit (self));
  add_entity_part (parts, "cycle", _("Cycle"), tl_filter_get_cycle (self));
  if (self->category != NULL)
    add_part (parts, "category", _("Category"), tl_category_to_label (self->category));
  if (self->facet != TL_FACET_UNSET)
    add_part (parts, "facet", _("Facet"), tl_enum_to_label (TL_TYPE_FACET, self->facet));
  if (self->health != TL_FILTER_ANY)
    add_part (parts, "health", _("Health"), tl_health_to_label (self->health));
  add_entity_part (parts, "owner", _("Owner"), tl_filter_get_owner (self));
  if (self->state != TL_FILTER_ANY)
    add_part (parts, "state", _("State"), tl_enum_to_label (TL_TYPE_GOAL_STATE, self->state));

  return parts;
}

/**
 * tl_filter_clear_part:
 * @self: a filter
 * @property: the property of a #TlFilterPart
 */
void
tl_filter_clear_part (TlFilter   *self,
                      const char *property)
{
  g_return_if_fail (TL_IS_FILTER (self));
  g_return_if_fail (property != NULL);

  if (g_str_equal (property, "text"))
    tl_filter_set_text (self, NULL);
  else if (g_str_equal (property, "unit"))
    tl_filter_set_unit (self, NULL);
  else if (g_str_equal (property, "cycle"))
    tl_filter_set_cycle (self, NULL);
  else if (g_str_equal (property, "category"))
    tl_filter_set_category (self, NULL);
  else if (g_str_equal (property, "facet"))
    tl_filter_set_facet (self, TL_FACET_UNSET);
  else if (g_str_equal (property, "health"))
    tl_filter_set_health (self, TL_FILTER_ANY);
  else if (g_str_equal (property, "owner"))
    tl_filter_set_owner (self, NULL);
  else if (g_str_equal (property, "state"))
    tl_filter_set_state (self, TL_FILTER_ANY);
  else
    g_warn_if_reached ();
}

/**
 * tl_filter_clear:
 * @self: a filter
 *
 * Asks for nothing any longer; tells of it once.
 */
void
tl_filter_clear (TlFilter *self)
{
  g_return_if_fail (TL_IS_FILTER (self));

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->cycle, g_free);
  g_clear_pointer (&self->owner, g_free);
  g_clear_pointer (&self->category, g_free);
  self->facet = TL_FACET_UNSET;
  self->health = TL_FILTER_ANY;
  self->state = TL_FILTER_ANY;
  emit_changed (self);
}

/**
 * tl_filter_part_free:
 * @part: a part
 */
void
tl_filter_part_free (TlFilterPart *part)
{
  g_free (part->label);
  g_free (part);
}
