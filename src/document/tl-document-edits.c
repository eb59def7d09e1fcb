/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits that are more than one property: adding, removing, connecting.
 *
 * Here the rules of the cascade are kept: nothing is left that refers to what is gone, every goal has an owner, and
 * contributions never go round in a circle.
 */

#define G_LOG_DOMAIN "tl-document"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "tl-document-private.h"
#include "tl-edits-private.h"

static gboolean remove_with_dependants (TlDocument *self,
                                        TlEntity   *entity);

/**
 * tl_document_add:
 * @self: a document
 * @entity: an entity that is part of no model
 *
 * Adds @entity, as part of the group under way or as a step of its own.
 */
void
tl_document_add (TlDocument *self,
                 TlEntity   *entity)
{
  g_return_if_fail (TL_IS_DOCUMENT (self));

  tl_model_add (self->model, entity);
}

/* Where the goals of somebody who is removed belong then; %NULL for an organisation, whose goals go with it */
static TlParty *
get_heir (TlParty *party)
{
  if (TL_IS_PERSON (party))
    {
      TlUnit *unit = tl_person_get_unit (TL_PERSON (party));

      return unit != NULL ? TL_PARTY (unit) : TL_PARTY (tl_person_get_organisation (TL_PERSON (party)));
    }

  if (TL_IS_UNIT (party))
    {
      TlUnit *parent = tl_unit_get_parent (TL_UNIT (party));

      /* In a damaged document a unit can be part of itself. */
      if (parent != NULL && TL_PARTY (parent) != party)
        return TL_PARTY (parent);

      return TL_PARTY (tl_unit_get_organisation (TL_UNIT (party)));
    }

  return NULL;
}

static void
pass_on_goals (TlDocument *self,
               TlParty    *party)
{
  g_autoptr (GPtrArray) goals = tl_entity_dup_referrers (TL_ENTITY (party), TL_TYPE_GOAL, NULL);
  TlParty *heir = get_heir (party);

  for (guint i = 0; i < goals->len; i++)
    {
      TlGoal *goal = g_ptr_array_index (goals, i);

      if (heir != NULL && tl_entity_get_model (TL_ENTITY (heir)) != NULL)
        tl_goal_set_owner (goal, heir);
      else
        remove_with_dependants (self, TL_ENTITY (goal));
    }
}

/* What is part of a unit that goes is part of the one above then, and whoever reported to a person who goes reports
 * to that person's manager: a level that is taken out leaves no hole.  In a damaged document the one above can be the
 * one that goes. */
static void
close_ranks (TlEntity *entity)
{
  g_autoptr (GPtrArray) members = NULL;
  TlEntity *above = NULL;

  if (TL_IS_UNIT (entity))
    above = TL_ENTITY (tl_unit_get_parent (TL_UNIT (entity)));
  else if (TL_IS_PERSON (entity))
    above = TL_ENTITY (tl_person_get_manager (TL_PERSON (entity)));

  if (above == NULL || above == entity)
    return;

  members = tl_entity_dup_referrers (entity, TL_TYPE_PARTY, NULL);
  for (guint i = 0; i < members->len; i++)
    {
      TlEntity *member = g_ptr_array_index (members, i);

      if (TL_IS_UNIT (member) && member != above)
        tl_unit_set_parent (TL_UNIT (member), TL_UNIT (above));
      else if (TL_IS_PERSON (member) && TL_IS_UNIT (entity))
        tl_person_set_unit (TL_PERSON (member), TL_UNIT (above));
      else if (TL_IS_PERSON (member) && member != above)
        tl_person_set_manager (TL_PERSON (member), TL_PERSON (above));
    }
}

static void
let_go_of (TlDocument *self,
           TlEntity   *referrer,
           TlEntity   *entity)
{
  guint n_fields;
  const TlField *fields = tl_entity_class_get_fields (TL_ENTITY_GET_CLASS (referrer), &n_fields);
  const TlSlot *slots = tl_entity_peek_slots (referrer);

  for (guint i = 0; i < n_fields; i++)
    {
      if (fields[i].type != TL_FIELD_REFERENCE || slots[i].reference != entity)
        continue;

      if (fields[i].required)
        {
          remove_with_dependants (self, referrer);
          return;
        }

      g_object_set (referrer, fields[i].pspec->name, NULL, NULL);
    }
}

static gboolean
remove_with_dependants (TlDocument *self,
                        TlEntity   *entity)
{
  g_autoptr (GPtrArray) referrers = NULL;

  if (tl_entity_get_model (entity) == NULL)
    return FALSE;

  if (TL_IS_PARTY (entity))
    pass_on_goals (self, TL_PARTY (entity));

  close_ranks (entity);
  referrers = tl_entity_dup_referrers (entity, TL_TYPE_ENTITY, NULL);
  for (guint i = 0; i < referrers->len; i++)
    {
      if (tl_entity_get_model (g_ptr_array_index (referrers, i)) != NULL)
        let_go_of (self, g_ptr_array_index (referrers, i), entity);
    }

  /* The people and units that went with their organisation have passed their goals on to it. */
  if (TL_IS_ORGANISATION (entity))
    pass_on_goals (self, TL_PARTY (entity));

  tl_model_remove (self->model, entity);
  return TRUE;
}

/**
 * tl_document_can_remove:
 * @self: a document
 * @entity: an entity of it
 *
 * A document is about an organisation and has settings: without its last organisation, or without its settings, it
 * could not be opened again.
 *
 * Returns: whether tl_document_remove() removes @entity
 */
gboolean
tl_document_can_remove (TlDocument *self,
                        TlEntity   *entity)
{
  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (TL_IS_ENTITY (entity), FALSE);

  if (TL_IS_ORGANISATION (entity))
    return g_list_model_get_n_items (tl_model_get_list (self->model, TL_TYPE_ORGANISATION)) > 1;

  return !TL_IS_SETTINGS (entity);
}

/**
 * tl_document_remove:
 * @self: a document
 * @entity: an entity of it
 *
 * Removes @entity, as part of the group under way or as a step of its own.  What makes no sense without it goes too:
 * the measures of a goal, what links it to others, the people of an organisation.  The goals of a person pass to
 * the unit, those of a unit to the unit above or to the organisation; those of an organisation go with it.  The people
 * and units of a unit pass to the unit above, the reports of a person to that person's manager.  Does nothing to what
 * tl_document_can_remove() says has to stay.  A removal of more than ten entities, outside of a group, has a backup
 * made before.
 */
void
tl_document_remove (TlDocument *self,
                    TlEntity   *entity)
{
  g_autoptr (TlEntity) kept = NULL;
  g_autoptr (GPtrArray) entities = NULL;

  g_return_if_fail (TL_IS_DOCUMENT (self));
  g_return_if_fail (TL_IS_ENTITY (entity));
  g_return_if_fail (tl_entity_get_model (entity) == self->model);

  if (!tl_document_can_remove (self, entity))
    return;

  kept = g_object_ref (entity);
  entities = g_ptr_array_new ();
  g_ptr_array_add (entities, entity);
  tl_edits_backup_before_removal (self, entities);
  tl_document_begin_group (self, tl_edit_label_for_removal (entity));
  remove_with_dependants (self, entity);
  tl_document_finish_group (self);
}

static char *
name_loop (GPtrArray *path)
{
  GString *loop = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      g_autofree char *title = tl_entity_dup_display_name (g_ptr_array_index (path, i));

      g_string_append_printf (loop, "“%s” → ", title);
    }

  {
    g_autofree char *title = tl_entity_dup_display_name (g_ptr_array_index (path, 0));

    g_string_append_printf (loop, "“%s”", title);
  }

  return g_string_free (loop, FALSE);
}

/**
 * tl_document_can_connect:
 * @self: a document
 * @from: the goal that would help
 * @to: the goal that would be helped
 * @error: (nullable): return location for a #TlDocumentError, which names the loop
 *
 * Returns: whether a link from @from to @to would close no loop
 */
gboolean
tl_document_can_connect (TlDocument  *self,
                         TlGoal      *from,
                         TlGoal      *to,
                         GError     **error)
{
  g_autoptr (GPtrArray) path = NULL;
  g_autofree char *loop = NULL;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (TL_IS_GOAL (from), FALSE);
  g_return_val_if_fail (TL_IS_GOAL (to), FALSE);

  path = tl_goal_find_path (to, from);
  if (path == NULL)
    return TRUE;

  loop = name_loop (path);
  /* Translators: the loop is a list of goals joined by arrows that ends where it began */
  g_set_error (error, TL_DOCUMENT_ERROR, TL_DOCUMENT_ERROR_REFUSED,
               _("This link would close a loop: %s."), loop);
  return FALSE;
}

/**
 * tl_document_connect:
 * @self: a document
 * @from: the goal that helps
 * @to: the goal that is helped
 * @error: return location for a #TlDocumentError
 *
 * Makes @from contribute to @to, as part of the group under way or as a step of its own.  Does nothing when it does
 * already.  A link that would close a cycle is refused, and the error names the loop.
 *
 * Returns: (transfer none) (nullable): the contribution, or %NULL when it was refused
 */
TlContribution *
tl_document_connect (TlDocument  *self,
                     TlGoal      *from,
                     TlGoal      *to,
                     GError     **error)
{
  g_autoptr (TlContribution) contribution = NULL;
  TlContribution *existing;

  g_return_val_if_fail (TL_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (TL_IS_GOAL (from), NULL);
  g_return_val_if_fail (TL_IS_GOAL (to), NULL);

  existing = tl_edits_find_link (from, to);
  if (existing != NULL)
    return existing;

  if (!tl_document_can_connect (self, from, to, error))
    return NULL;

  contribution = tl_contribution_new ();
  tl_contribution_set_from (contribution, from);
  tl_contribution_set_to (contribution, to);
  tl_document_add (self, TL_ENTITY (contribution));
  return contribution;
}
