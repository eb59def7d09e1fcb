/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal: what an organisation, a unit or a person wants to do, to change, or to see as evidence.
 *
 * Exactly one of organisation, unit and person owns a goal, and gives its level.  They are three references and
 * not one, so that each is a foreign key the database itself watches over. */

#define G_LOG_DOMAIN "tl-model"

#include "config.h"

#include "tl-goal.h"

#include <math.h>

#include "tl-accessors.h"
#include "tl-contribution.h"
#include "tl-enum-types.h"

struct _TlGoal
{
  TlEntity parent_instance;
};

enum
{
  PROP_REFERENCE = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_ORGANISATION,
  PROP_UNIT,
  PROP_PERSON,
  PROP_CYCLE,
  PROP_STATE,
  PROP_FACET,
  PROP_BENEFICIARY,
  PROP_CATEGORY,
  PROP_STRETCH,
  PROP_ROLLUP,
  PROP_START,
  PROP_DUE,
  PROP_POSITION,
  PROP_CARRIED_FROM,
  PROP_PRIVATE_NOTES,
  N_PROPS
};

#define PROP_FIELD(prop_id) ((prop_id) - PROP_REFERENCE)

G_DEFINE_FINAL_TYPE (TlGoal, tl_goal, TL_TYPE_ENTITY)

static GParamSpec *properties[PROP_FIELD (N_PROPS)];

static void
tl_goal_class_init (TlGoalClass *klass)
{
  TlEntityClass *entity_class = TL_ENTITY_CLASS (klass);

  tl_entity_class_set_kind (entity_class, "goal");

  /**
   * TlGoal:reference:
   *
   * What the goal is called in the file it came from.
   */
  properties[PROP_FIELD (PROP_REFERENCE)] =
    g_param_spec_string ("reference", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlGoal:title:
   *
   * The goal in one line.
   */
  properties[PROP_FIELD (PROP_TITLE)] =
    g_param_spec_string ("title", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlGoal:description:
   *
   * The goal at length, in plain text.
   */
  properties[PROP_FIELD (PROP_DESCRIPTION)] =
    g_param_spec_string ("description", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlGoal:organisation:
   *
   * The organisation that owns the goal, if it is an objective.
   */
  properties[PROP_FIELD (PROP_ORGANISATION)] =
    g_param_spec_object ("organisation", NULL, NULL, TL_TYPE_ORGANISATION, TL_PARAM_FIELD);

  /**
   * TlGoal:unit:
   *
   * The unit that owns the goal, if one does.
   */
  properties[PROP_FIELD (PROP_UNIT)] =
    g_param_spec_object ("unit", NULL, NULL, TL_TYPE_UNIT, TL_PARAM_FIELD);

  /**
   * TlGoal:person:
   *
   * The person who owns the goal, if one does.
   */
  properties[PROP_FIELD (PROP_PERSON)] =
    g_param_spec_object ("person", NULL, NULL, TL_TYPE_PERSON, TL_PARAM_FIELD);

  /**
   * TlGoal:cycle:
   *
   * The cycle the goal is made for, if any.
   */
  properties[PROP_FIELD (PROP_CYCLE)] =
    g_param_spec_object ("cycle", NULL, NULL, TL_TYPE_CYCLE, TL_PARAM_FIELD);

  /**
   * TlGoal:state:
   *
   * Where the goal is in its life.
   */
  properties[PROP_FIELD (PROP_STATE)] =
    g_param_spec_enum ("state", NULL, NULL, TL_TYPE_GOAL_STATE,
                       TL_GOAL_STATE_ACTIVE, TL_PARAM_FIELD);

  /**
   * TlGoal:facet:
   *
   * Work, Impact or Result.
   */
  properties[PROP_FIELD (PROP_FACET)] =
    g_param_spec_enum ("facet", NULL, NULL, TL_TYPE_FACET,
                       TL_FACET_UNSET, TL_PARAM_FIELD);

  /**
   * TlGoal:beneficiary:
   *
   * Whose life it makes better.
   */
  properties[PROP_FIELD (PROP_BENEFICIARY)] =
    g_param_spec_enum ("beneficiary", NULL, NULL, TL_TYPE_BENEFICIARY,
                       TL_BENEFICIARY_UNSET, TL_PARAM_FIELD);

  /**
   * TlGoal:category:
   *
   * The category of an objective: one of tl_categories_get(), or one of the user's own.
   */
  properties[PROP_FIELD (PROP_CATEGORY)] =
    g_param_spec_string ("category", NULL, NULL, NULL, TL_PARAM_FIELD);

  /**
   * TlGoal:stretch:
   *
   * What it stretches, when it is a stretch goal.
   */
  properties[PROP_FIELD (PROP_STRETCH)] =
    g_param_spec_enum ("stretch", NULL, NULL, TL_TYPE_STRETCH,
                       TL_STRETCH_NONE, TL_PARAM_FIELD);

  /**
   * TlGoal:rollup:
   *
   * How its attainment follows from what contributes to it.
   */
  properties[PROP_FIELD (PROP_ROLLUP)] =
    g_param_spec_enum ("rollup", NULL, NULL, TL_TYPE_ROLLUP,
                       TL_ROLLUP_WEIGHTED, TL_PARAM_FIELD);

  /**
   * TlGoal:start:
   *
   * The first day; the cycle's when there is none.
   */
  properties[PROP_FIELD (PROP_START)] =
    g_param_spec_boxed ("start", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlGoal:due:
   *
   * The last day; the cycle's when there is none.
   */
  properties[PROP_FIELD (PROP_DUE)] =
    g_param_spec_boxed ("due", NULL, NULL, G_TYPE_DATE, TL_PARAM_FIELD);

  /**
   * TlGoal:position:
   *
   * Where the goal stands among those beside it, the smallest first; NAN for after all that have one.
   */
  properties[PROP_FIELD (PROP_POSITION)] =
    tl_param_spec_number ("position", NAN, TL_PARAM_FIELD);

  /**
   * TlGoal:carried-from:
   *
   * The goal of an earlier cycle that this one goes on with, if any.
   */
  properties[PROP_FIELD (PROP_CARRIED_FROM)] =
    g_param_spec_object ("carried-from", NULL, NULL, TL_TYPE_GOAL, TL_PARAM_FIELD);

  /**
   * TlGoal:private-notes:
   *
   * What only whoever keeps the document is to read; never part of what is shared.
   */
  properties[PROP_FIELD (PROP_PRIVATE_NOTES)] =
    g_param_spec_string ("private-notes", NULL, NULL, NULL, TL_PARAM_FIELD);

  tl_entity_class_add_fields (entity_class, properties, G_N_ELEMENTS (properties));
}

static void
tl_goal_init (TlGoal *self)
{
}

/**
 * tl_goal_new:
 *
 * Returns: (transfer full): a new goal that is part of no model yet
 */
TlGoal *
tl_goal_new (void)
{
  return g_object_new (TL_TYPE_GOAL, NULL);
}

TL_DEFINE_STRING (TlGoal, tl_goal, TL_IS_GOAL, reference, PROP_REFERENCE)
TL_DEFINE_STRING (TlGoal, tl_goal, TL_IS_GOAL, title, PROP_TITLE)
TL_DEFINE_STRING (TlGoal, tl_goal, TL_IS_GOAL, description, PROP_DESCRIPTION)
TL_DEFINE_REFERENCE (TlGoal, tl_goal, TL_IS_GOAL, organisation, PROP_ORGANISATION, TlOrganisation)
TL_DEFINE_REFERENCE (TlGoal, tl_goal, TL_IS_GOAL, unit, PROP_UNIT, TlUnit)
TL_DEFINE_REFERENCE (TlGoal, tl_goal, TL_IS_GOAL, person, PROP_PERSON, TlPerson)
TL_DEFINE_REFERENCE (TlGoal, tl_goal, TL_IS_GOAL, cycle, PROP_CYCLE, TlCycle)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, state, PROP_STATE, TlGoalState)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, facet, PROP_FACET, TlFacet)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, beneficiary, PROP_BENEFICIARY, TlBeneficiary)
TL_DEFINE_STRING (TlGoal, tl_goal, TL_IS_GOAL, category, PROP_CATEGORY)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, stretch, PROP_STRETCH, TlStretch)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, rollup, PROP_ROLLUP, TlRollup)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, start, PROP_START, TlDate)
TL_DEFINE_INTEGER (TlGoal, tl_goal, TL_IS_GOAL, due, PROP_DUE, TlDate)
TL_DEFINE_NUMBER (TlGoal, tl_goal, TL_IS_GOAL, position, PROP_POSITION)
TL_DEFINE_REFERENCE (TlGoal, tl_goal, TL_IS_GOAL, carried_from, PROP_CARRIED_FROM, TlGoal)
TL_DEFINE_STRING (TlGoal, tl_goal, TL_IS_GOAL, private_notes, PROP_PRIVATE_NOTES)

/**
 * tl_goal_get_owner:
 * @self: a goal
 *
 * Returns: (transfer none) (nullable): the person, unit or organisation that owns @self; %NULL only while the
 *   goal is being made
 */
TlParty *
tl_goal_get_owner (TlGoal *self)
{
  TlPerson *person = tl_goal_get_person (self);
  TlUnit *unit = tl_goal_get_unit (self);

  if (person != NULL)
    return TL_PARTY (person);
  if (unit != NULL)
    return TL_PARTY (unit);

  return (TlParty *) tl_goal_get_organisation (self);
}

/**
 * tl_goal_set_owner:
 * @self: a goal
 * @owner: (nullable): an organisation, a unit or a person
 *
 * Gives @self to @owner, and takes it from whoever owned it before.
 */
void
tl_goal_set_owner (TlGoal  *self,
                   TlParty *owner)
{
  g_return_if_fail (TL_IS_GOAL (self));
  g_return_if_fail (owner == NULL || TL_IS_PARTY (owner));

  g_object_freeze_notify (G_OBJECT (self));
  tl_goal_set_organisation (self, TL_IS_ORGANISATION (owner) ? TL_ORGANISATION (owner) : NULL);
  tl_goal_set_unit (self, TL_IS_UNIT (owner) ? TL_UNIT (owner) : NULL);
  tl_goal_set_person (self, TL_IS_PERSON (owner) ? TL_PERSON (owner) : NULL);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * tl_goal_get_home:
 * @self: a goal
 *
 * Returns: (transfer none) (nullable): the organisation that @self belongs to, whoever in it owns the goal
 */
TlOrganisation *
tl_goal_get_home (TlGoal *self)
{
  TlPerson *person = tl_goal_get_person (self);
  TlUnit *unit = tl_goal_get_unit (self);

  if (person != NULL)
    return tl_person_get_organisation (person);
  if (unit != NULL)
    return tl_unit_get_organisation (unit);

  return tl_goal_get_organisation (self);
}

/**
 * tl_goal_get_level:
 * @self: a goal
 *
 * Returns: where in its organisation @self stands, as its owner gives it
 */
TlLevel
tl_goal_get_level (TlGoal *self)
{
  TlUnit *unit = tl_goal_get_unit (self);

  if (tl_goal_get_person (self) != NULL)
    return TL_LEVEL_PERSON;
  if (unit != NULL)
    return tl_unit_get_level (unit);

  return TL_LEVEL_ORGANISATION;
}

/**
 * tl_goal_find_path:
 * @self: a goal of a model
 * @target: another goal of the same model
 *
 * Follows the contributions upwards, breadth first, so that the path found is a shortest one.  A link from
 * @target to @self would close a cycle exactly when there is such a path, which then names the loop.
 *
 * Returns: (transfer full) (nullable) (element-type TlGoal): the goals from @self to @target, both included, or
 *   %NULL when @self does not help @target in any way
 */
GPtrArray *
tl_goal_find_path (TlGoal *self,
                   TlGoal *target)
{
  g_autoptr (GHashTable) helper_of = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) queue = g_queue_new ();
  GPtrArray *path;

  g_return_val_if_fail (TL_IS_GOAL (self), NULL);
  g_return_val_if_fail (TL_IS_GOAL (target), NULL);

  g_hash_table_insert (helper_of, self, NULL);
  g_queue_push_tail (queue, self);

  while (!g_queue_is_empty (queue) && !g_hash_table_contains (helper_of, target))
    {
      TlGoal *goal = g_queue_pop_head (queue);
      g_autoptr (GPtrArray) links = tl_entity_dup_referrers (TL_ENTITY (goal), TL_TYPE_CONTRIBUTION, "from");

      for (guint i = 0; i < links->len; i++)
        {
          TlGoal *helped = tl_contribution_get_to (g_ptr_array_index (links, i));

          if (helped != NULL && !g_hash_table_contains (helper_of, helped))
            {
              g_hash_table_insert (helper_of, helped, goal);
              g_queue_push_tail (queue, helped);
            }
        }
    }

  if (!g_hash_table_contains (helper_of, target))
    return NULL;

  path = g_ptr_array_new_with_free_func (g_object_unref);
  for (TlGoal *goal = target; goal != NULL; goal = g_hash_table_lookup (helper_of, goal))
    g_ptr_array_insert (path, 0, g_object_ref (goal));

  return path;
}
