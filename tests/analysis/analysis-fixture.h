/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small cascades for the tests of this room, made in a line each. */

#pragma once

#include <math.h>

#include "tl-contribution.h"
#include "tl-graph.h"
#include "tl-model.h"
#include "tl-reading.h"
#include "tl-tension.h"

#define DAY(year, month, day) tl_date_new (year, month, day)

/* "unused" because not every test makes everything */
#define FIXTURE_FUNCTION static inline G_GNUC_UNUSED

FIXTURE_FUNCTION TlModel *
new_model (void)
{
  TlModel *model = tl_model_new ();
  g_autoptr (TlSettings) settings = tl_settings_new ();

  tl_model_add (model, TL_ENTITY (settings));
  return model;
}

FIXTURE_FUNCTION TlOrganisation *
add_organisation (TlModel            *model,
                  const char         *name,
                  TlOrganisationKind  kind)
{
  g_autoptr (TlOrganisation) organisation = tl_organisation_new ();

  tl_party_set_name (TL_PARTY (organisation), name);
  tl_organisation_set_kind (organisation, kind);
  tl_model_add (model, TL_ENTITY (organisation));
  return organisation;
}

FIXTURE_FUNCTION TlUnit *
add_unit (TlModel        *model,
          const char     *name,
          TlUnitKind      kind,
          TlOrganisation *organisation)
{
  g_autoptr (TlUnit) unit = tl_unit_new ();

  tl_party_set_name (TL_PARTY (unit), name);
  tl_unit_set_kind (unit, kind);
  tl_unit_set_organisation (unit, organisation);
  tl_model_add (model, TL_ENTITY (unit));
  return unit;
}

FIXTURE_FUNCTION TlPerson *
add_person (TlModel        *model,
            const char     *name,
            TlOrganisation *organisation)
{
  g_autoptr (TlPerson) person = tl_person_new ();

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_organisation (person, organisation);
  tl_model_add (model, TL_ENTITY (person));
  return person;
}

FIXTURE_FUNCTION TlGoal *
add_goal (TlModel    *model,
          const char *title,
          gpointer    owner)
{
  g_autoptr (TlGoal) goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);
  tl_goal_set_owner (goal, owner);
  tl_model_add (model, TL_ENTITY (goal));
  return goal;
}

FIXTURE_FUNCTION TlContribution *
link_goals (TlModel    *model,
            TlGoal     *from,
            TlGoal     *to,
            double      weight,
            gboolean    critical,
            const char *rationale)
{
  g_autoptr (TlContribution) contribution = tl_contribution_new ();

  tl_contribution_set_from (contribution, from);
  tl_contribution_set_to (contribution, to);
  tl_contribution_set_weight (contribution, weight);
  tl_contribution_set_critical (contribution, critical);
  tl_contribution_set_rationale (contribution, rationale);
  tl_model_add (model, TL_ENTITY (contribution));
  return contribution;
}

FIXTURE_FUNCTION TlMeasure *
add_measure (TlModel       *model,
             TlGoal        *goal,
             TlMeasureKind  kind,
             double         baseline,
             double         target)
{
  g_autoptr (TlMeasure) measure = tl_measure_new ();

  tl_measure_set_goal (measure, goal);
  tl_measure_set_name (measure, "Measure");
  tl_measure_set_kind (measure, kind);
  tl_measure_set_baseline (measure, baseline);
  tl_measure_set_target (measure, target);
  tl_model_add (model, TL_ENTITY (measure));
  return measure;
}

FIXTURE_FUNCTION TlReading *
add_reading (TlModel   *model,
             TlMeasure *measure,
             TlDate     date,
             double     value)
{
  g_autoptr (TlReading) reading = tl_reading_new ();

  tl_reading_set_measure (reading, measure);
  tl_reading_set_date (reading, date);
  tl_reading_set_value (reading, value);
  tl_model_add (model, TL_ENTITY (reading));
  return reading;
}

/* A measure from 0 to 1 that stands at @attainment; none when it is NAN */
FIXTURE_FUNCTION void
set_attainment (TlModel *model,
                TlGoal  *goal,
                double   attainment)
{
  if (!isnan (attainment))
    add_reading (model, add_measure (model, goal, TL_MEASURE_KIND_NUMBER, 0, 1), DAY (2026, 1, 1), attainment);
}

/* The worked example: an account executive and what comes of understanding the client. */
FIXTURE_FUNCTION TlPerson *
add_account_executive (TlModel *model)
{
  TlOrganisation *own = add_organisation (model, "Northwind", TL_ORGANISATION_KIND_OWN);
  TlOrganisation *client = add_organisation (model, "Brightwater", TL_ORGANISATION_KIND_CUSTOMER);
  TlUnit *sales = add_unit (model, "Sales", TL_UNIT_KIND_FUNCTION, own);
  TlPerson *person = add_person (model, "Amara Lindqvist", own);
  TlGoal *understand = add_goal (model, "Deeply understand the client’s strategy and how their customers see them", person);
  TlGoal *apply = add_goal (model, "Apply knowledge of their industry and of emerging technology", person);
  TlGoal *bond = add_goal (model, "Help the client forge a stronger bond with their customers", person);
  TlGoal *trusted = add_goal (model, "Be seen as a trusted adviser", person);
  TlGoal *account = add_goal (model, "Grow account revenue", person);
  TlGoal *function = add_goal (model, "Grow revenue from existing clients", sales);
  TlGoal *objective = add_goal (model, "Grow revenue to 40 M", own);
  TlGoal *clients = add_goal (model, "Client grows revenue", client);

  tl_goal_set_facet (understand, TL_FACET_WORK);
  tl_goal_set_facet (apply, TL_FACET_WORK);
  tl_goal_set_facet (bond, TL_FACET_IMPACT);
  tl_goal_set_beneficiary (bond, TL_BENEFICIARY_CUSTOMERS_CUSTOMERS);
  tl_goal_set_facet (trusted, TL_FACET_RESULT);
  tl_goal_set_facet (account, TL_FACET_RESULT);
  tl_goal_set_facet (function, TL_FACET_RESULT);
  tl_goal_set_facet (objective, TL_FACET_RESULT);

  link_goals (model, understand, bond, 2, TRUE, "nobody can help people they do not know");
  link_goals (model, apply, bond, 1, FALSE, "Technology is how the bond becomes something their customers can feel.");
  link_goals (model, bond, trusted, 2, TRUE, "We are trusted for what changed for their customers.");
  link_goals (model, bond, clients, 1, FALSE, "Customers who feel known buy again.");
  link_goals (model, trusted, account, 1, TRUE, "Advisers are asked before the tender is written.");
  link_goals (model, account, function, 1, FALSE, NULL);
  link_goals (model, function, objective, 1, FALSE, "Existing clients are two thirds of what we sell.");
  return person;
}
