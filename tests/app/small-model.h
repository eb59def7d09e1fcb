/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A small organisation for the tests: two people, and a chain from work to an objective. */

#pragma once

#include "tl-contribution.h"
#include "tl-goal.h"
#include "tl-model.h"
#include "tl-person.h"

static inline gpointer
small_add (TlModel  *model,
           gpointer  entity)
{
  tl_model_add (model, entity);
  g_object_unref (entity);
  return entity;
}

static inline TlPerson *
small_add_person (TlModel    *model,
                  const char *name,
                  const char *role,
                  TlUnit     *unit)
{
  TlPerson *person = tl_person_new ();

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_role (person, role);
  tl_person_set_organisation (person, tl_model_get_organisation (model));
  tl_person_set_unit (person, unit);
  return small_add (model, person);
}

static inline TlGoal *
small_add_goal (TlModel    *model,
                const char *title,
                gpointer    owner,
                TlFacet     facet)
{
  TlGoal *goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, owner);
  tl_goal_set_facet (goal, facet);
  return small_add (model, goal);
}

static inline void
small_connect (TlModel *model,
               TlGoal  *from,
               TlGoal  *to)
{
  TlContribution *link = tl_contribution_new ();

  tl_contribution_set_from (link, from);
  tl_contribution_set_to (link, to);
  small_add (model, link);
}

typedef struct
{
  TlModel        *model;
  TlOrganisation *organisation;
  TlUnit         *sales;
  TlUnit         *team;
  TlPerson       *ines;           /* works towards the objective */
  TlPerson       *bjorn;          /* has no goals */
  TlGoal         *objective;
  TlGoal         *result;         /* of the unit */
  TlGoal         *impact;         /* of Ines */
  TlGoal         *work;           /* of Ines */
  TlGoal         *other;          /* of the unit, helps nothing */
} SmallModel;

static inline void
small_model_init (SmallModel *self)
{
  TlModel *model = tl_model_new ();

  self->model = model;
  self->organisation = small_add (model, tl_organisation_new ());
  tl_party_set_name (TL_PARTY (self->organisation), "Lumen");
  self->sales = small_add (model, tl_unit_new ());
  tl_party_set_name (TL_PARTY (self->sales), "Sales");
  tl_unit_set_organisation (self->sales, self->organisation);
  self->team = small_add (model, tl_unit_new ());
  tl_party_set_name (TL_PARTY (self->team), "Account team");
  tl_unit_set_kind (self->team, TL_UNIT_KIND_TEAM);
  tl_unit_set_parent (self->team, self->sales);
  tl_unit_set_organisation (self->team, self->organisation);

  self->ines = small_add_person (model, "Inès Moreau", "Account executive", self->team);
  self->bjorn = small_add_person (model, "Bjørn Łaski", "Installer", NULL);

  self->objective = small_add_goal (model, "Grow revenue", self->organisation, TL_FACET_RESULT);
  self->result = small_add_goal (model, "Grow the accounts", self->sales, TL_FACET_RESULT);
  self->impact = small_add_goal (model, "Help clients know their customers", self->ines, TL_FACET_IMPACT);
  self->work = small_add_goal (model, "Understand each client’s strategy", self->ines, TL_FACET_WORK);
  self->other = small_add_goal (model, "Write the moreau handbook", self->sales, TL_FACET_UNSET);
  tl_goal_set_reference (self->other, "FED-12");

  small_connect (model, self->work, self->impact);
  small_connect (model, self->impact, self->result);
  small_connect (model, self->result, self->objective);
}

static inline void
small_model_clear (SmallModel *self)
{
  g_clear_object (&self->model);
}
