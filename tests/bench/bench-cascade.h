/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A large organisation of invented goals, as even and uneven as real ones are: a handful of objectives, twelve
 * functions, a team for every 76 goals, in each of them people with goals of their own and the work under these.  One
 * goal in six helps a second one, a few skip a level, a few are not connected.  The same seed gives the same.
 */

#pragma once

#include "tl-contribution.h"
#include "tl-document.h"
#include "tl-measure.h"
#include "tl-reading.h"

#define BENCH_N_OBJECTIVES 6
#define BENCH_N_FUNCTIONS  12

typedef struct
{
  TlDocument *document;         /* NULL when the model stands alone */
  TlModel    *model;
  GRand      *rand;
  GPtrArray  *goals[5];         /* by level: of objectives, functions, teams, people, and the work of people */
  guint       n_goals;
  guint       n_wanted;
} BenchCascade;

static inline gpointer
bench_cascade_add (BenchCascade *self,
                   gpointer      entity)
{
  if (self->document != NULL)
    tl_document_add (self->document, entity);
  else
    tl_model_add (self->model, entity);

  g_object_unref (entity);
  return entity;
}

static inline gpointer
bench_cascade_pick (BenchCascade *self,
                    GPtrArray    *goals)
{
  return g_ptr_array_index (goals, g_rand_int_range (self->rand, 0, goals->len));
}

static inline void
bench_cascade_connect (BenchCascade *self,
                       TlGoal       *from,
                       TlGoal       *to)
{
  TlContribution *link = tl_contribution_new ();

  tl_contribution_set_from (link, from);
  tl_contribution_set_to (link, to);
  bench_cascade_add (self, link);
}

static inline void
bench_cascade_measure (BenchCascade *self,
                       TlGoal       *goal)
{
  TlMeasure *measure = tl_measure_new ();
  TlReading *reading = tl_reading_new ();

  tl_measure_set_goal (measure, goal);
  tl_measure_set_name (measure, "Progress");
  tl_measure_set_baseline (measure, 0);
  tl_measure_set_target (measure, 100);
  tl_measure_set_start (measure, tl_date_new (2026, 1, 1));
  tl_measure_set_due (measure, tl_date_new (2026, 12, 31));
  bench_cascade_add (self, measure);
  tl_reading_set_measure (reading, measure);
  tl_reading_set_date (reading, tl_date_new (2026, 6, 1));
  tl_reading_set_value (reading, g_rand_int_range (self->rand, 10, 111));
  bench_cascade_add (self, reading);
}

static inline char *
bench_cascade_write_title (BenchCascade *self)
{
  static const char *const verbs[] = { "Grow", "Reduce", "Launch", "Improve", "Automate", "Retain", "Redesign" };
  static const char *const things[] = { "customer onboarding", "the billing platform", "regional sales coverage",
                                        "supplier contracts", "incident response", "time to first value" };
  static const char *const ends[] = { "", " by 20%", " in two regions", " for new hires", " across all teams" };

  return g_strconcat (verbs[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (verbs))], " ",
                      things[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (things))],
                      ends[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (ends))], NULL);
}

/* A goal that helps one of @helped and now and then another; NULL once there are as many as are wanted. */
static inline TlGoal *
bench_cascade_add_goal (BenchCascade *self,
                        guint         level,
                        gpointer      owner,
                        GPtrArray    *helped)
{
  g_autofree char *title = bench_cascade_write_title (self);
  TlGoal *goal, *first, *second;

  if (self->n_goals == self->n_wanted)
    return NULL;

  goal = tl_goal_new ();
  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, owner);
  tl_goal_set_facet (goal, g_rand_int_range (self->rand, 1, 4));
  tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);
  tl_goal_set_due (goal, tl_date_new (2026, 12, 31));
  bench_cascade_add (self, goal);
  g_ptr_array_add (self->goals[level], goal);
  self->n_goals++;
  if (level >= 2 && g_rand_double (self->rand) < 0.8)
    bench_cascade_measure (self, goal);
  if (helped == NULL || g_rand_double (self->rand) < 0.02)
    return goal;

  /* Those that skip a level help what is one further up. */
  first = bench_cascade_pick (self, level >= 2 && g_rand_double (self->rand) < 0.03 ? self->goals[level - 2] : helped);
  bench_cascade_connect (self, goal, first);
  second = bench_cascade_pick (self, g_rand_double (self->rand) < 0.7 ? helped : self->goals[level - 1]);
  if (second != first && g_rand_double (self->rand) < 0.16)
    bench_cascade_connect (self, goal, second);

  return goal;
}

static inline TlUnit *
bench_cascade_add_unit (BenchCascade *self,
                        const char   *name,
                        TlUnit       *parent)
{
  TlUnit *unit = tl_unit_new ();

  tl_party_set_name (TL_PARTY (unit), name);
  tl_unit_set_kind (unit, parent != NULL ? TL_UNIT_KIND_TEAM : TL_UNIT_KIND_FUNCTION);
  tl_unit_set_parent (unit, parent);
  tl_unit_set_organisation (unit, tl_model_get_organisation (self->model));
  return bench_cascade_add (self, unit);
}

static inline void
bench_cascade_add_person (BenchCascade *self,
                          TlUnit       *team,
                          GPtrArray    *team_goals)
{
  g_autofree char *name = g_strdup_printf ("Inès Moreau %u", self->n_goals);
  guint n_goals = g_rand_int_range (self->rand, 1, 5);
  TlPerson *person = tl_person_new ();

  tl_party_set_name (TL_PARTY (person), name);
  tl_person_set_organisation (person, tl_model_get_organisation (self->model));
  tl_person_set_unit (person, team);
  bench_cascade_add (self, person);
  for (guint i = 0; i < n_goals; i++)
    {
      g_autoptr (GPtrArray) helped = g_ptr_array_new ();
      TlGoal *goal = bench_cascade_add_goal (self, 3, person, team_goals);
      guint n_work = g_rand_int_range (self->rand, 0, 6);

      if (goal == NULL)
        return;

      g_ptr_array_add (helped, goal);
      for (guint k = 0; k < n_work; k++)
        bench_cascade_add_goal (self, 4, person, helped);
    }
}

static inline void
bench_cascade_add_team (BenchCascade *self,
                        TlUnit       *function,
                        GPtrArray    *function_goals)
{
  g_autofree char *name = g_strdup_printf ("%s %u", tl_party_get_name (TL_PARTY (function)), self->n_goals);
  g_autoptr (GPtrArray) team_goals = g_ptr_array_new ();
  TlUnit *team = bench_cascade_add_unit (self, name, function);
  guint n_goals = g_rand_int_range (self->rand, 2, 6);
  guint n_people = g_rand_int_range (self->rand, 5, 13);

  for (guint i = 0; i < n_goals; i++)
    {
      TlGoal *goal = bench_cascade_add_goal (self, 2, team, function_goals);

      if (goal == NULL)
        return;
      g_ptr_array_add (team_goals, goal);
    }

  for (guint i = 0; i < n_people; i++)
    bench_cascade_add_person (self, team, team_goals);
}

static inline void
bench_cascade_grow (BenchCascade *self)
{
  GPtrArray *of_function[BENCH_N_FUNCTIONS];
  TlUnit *functions[BENCH_N_FUNCTIONS];
  guint n_each = 1 + self->n_wanted / 76 * 6 / 10 / BENCH_N_FUNCTIONS;

  for (guint i = 0; i < BENCH_N_OBJECTIVES; i++)
    bench_cascade_add_goal (self, 0, tl_model_get_organisation (self->model), NULL);
  for (guint f = 0; f < BENCH_N_FUNCTIONS; f++)
    {
      g_autofree char *name = g_strdup_printf ("Function %c", 'A' + f);

      of_function[f] = g_ptr_array_new ();
      functions[f] = bench_cascade_add_unit (self, name, NULL);
      for (guint i = 0; i < n_each; i++)
        g_ptr_array_add (of_function[f], bench_cascade_add_goal (self, 1, functions[f], self->goals[0]));
    }

  for (guint f = 0; self->n_goals < self->n_wanted; f = (f + 1) % BENCH_N_FUNCTIONS)
    bench_cascade_add_team (self, functions[f], of_function[f]);
  for (guint f = 0; f < BENCH_N_FUNCTIONS; f++)
    g_ptr_array_unref (of_function[f]);
}

/* Fills @document, or, when that is NULL, @model, which has an organisation. */
static inline void
bench_cascade_fill (TlDocument *document,
                    TlModel    *model,
                    guint       n_goals,
                    guint32     seed)
{
  BenchCascade self = {
    document, document != NULL ? tl_document_get_model (document) : model, g_rand_new_with_seed (seed),
  };

  g_assert_cmpuint (n_goals, >=, 100);
  self.n_wanted = n_goals;
  for (guint i = 0; i < G_N_ELEMENTS (self.goals); i++)
    self.goals[i] = g_ptr_array_new ();

  tl_model_begin_bulk (self.model);
  bench_cascade_grow (&self);
  tl_model_end_bulk (self.model);

  for (guint i = 0; i < G_N_ELEMENTS (self.goals); i++)
    g_ptr_array_unref (self.goals[i]);
  g_rand_free (self.rand);
}

/* A model of its own. */
static inline TlModel *
bench_cascade_new (guint   n_goals,
                   guint32 seed)
{
  TlModel *model = tl_model_new ();
  TlOrganisation *organisation = tl_organisation_new ();

  tl_party_set_name (TL_PARTY (organisation), "Lumen");
  tl_model_add (model, TL_ENTITY (organisation));
  g_object_unref (organisation);
  bench_cascade_fill (NULL, model, n_goals, seed);
  return model;
}
