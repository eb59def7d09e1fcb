/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "diagram-fixture.h"

gpointer
add_entity (Fixture  *fixture,
            gpointer  entity)
{
  tl_model_add (fixture->model, TL_ENTITY (entity));
  g_object_unref (entity);

  return entity;
}

TlOrganisation *
add_organisation (Fixture            *fixture,
                  const char         *name,
                  TlOrganisationKind  kind)
{
  TlOrganisation *organisation = add_entity (fixture, tl_organisation_new ());

  tl_party_set_name (TL_PARTY (organisation), name);
  tl_organisation_set_kind (organisation, kind);

  return organisation;
}

TlGoal *
add_goal (Fixture    *fixture,
          gpointer    owner,
          const char *title)
{
  TlGoal *goal = tl_goal_new ();

  tl_goal_set_title (goal, title);
  tl_goal_set_owner (goal, TL_PARTY (owner));
  tl_goal_set_state (goal, TL_GOAL_STATE_ACTIVE);

  return add_entity (fixture, goal);
}

void
connect_goals (Fixture  *fixture,
               TlGoal   *from,
               TlGoal   *to,
               gboolean  critical)
{
  TlContribution *contribution = tl_contribution_new ();

  tl_contribution_set_from (contribution, from);
  tl_contribution_set_to (contribution, to);
  tl_contribution_set_critical (contribution, critical);
  add_entity (fixture, contribution);
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->model = tl_model_new ();
  /* The customer comes first in the document, and stands on the right all the same. */
  fixture->customer = add_organisation (fixture, "Customer Co", TL_ORGANISATION_KIND_CUSTOMER);
  fixture->own = add_organisation (fixture, "Own Co", TL_ORGANISATION_KIND_OWN);
  fixture->sales = add_entity (fixture, tl_unit_new ());
  tl_party_set_name (TL_PARTY (fixture->sales), "Sales");
  tl_unit_set_organisation (fixture->sales, fixture->own);
  fixture->person = add_entity (fixture, tl_person_new ());
  tl_party_set_name (TL_PARTY (fixture->person), "Ines Okafor");
  tl_person_set_organisation (fixture->person, fixture->own);
  tl_person_set_unit (fixture->person, fixture->sales);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_pointer (&fixture->scores, tl_scores_unref);
  g_clear_pointer (&fixture->graph, tl_graph_unref);
  g_clear_object (&fixture->model);
}

TlScene *
fixture_draw (Fixture                *fixture,
              const TlDiagramOptions *options)
{
  g_clear_pointer (&fixture->scores, tl_scores_unref);
  g_clear_pointer (&fixture->graph, tl_graph_unref);
  fixture->graph = tl_graph_new (fixture->model);
  fixture->scores = tl_scores_new (fixture->graph, tl_date_new (2026, 9, 1), NULL);

  return tl_diagram_new (fixture->graph, fixture->scores, options);
}

const TlCard *
fixture_get_card (TlScene *scene,
                  TlGoal  *goal)
{
  guint card = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (goal)));

  g_assert_cmpuint (card, !=, TL_SCENE_NONE);

  return tl_scene_get_card (scene, card);
}

gboolean
boxes_overlap (const TlRect *one,
               const TlRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

void
check_no_overlap (TlScene *scene)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlRect *box = &tl_scene_get_card (scene, i)->box;

      g_array_set_size (found, 0);
      tl_scene_collect_cards (scene, box, found);
      for (guint k = 0; k < found->len; k++)
        {
          guint other = g_array_index (found, guint, k);

          g_assert_true (other == i || !boxes_overlap (box, &tl_scene_get_card (scene, other)->box));
        }
    }
}

/* No point a line is led through lies inside a card, and its ends lie on the cards it joins. */
void
check_lines (TlScene *scene)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const double *last = edge->points + 2 * (edge->n_points - 1);

      g_assert_true (boxes_overlap (&tl_scene_get_card (scene, edge->from)->box,
                              &(TlRect) { edge->points[0] - 1.0, edge->points[1] - 1.0, 2.0, 2.0 }));
      g_assert_true (boxes_overlap (&tl_scene_get_card (scene, edge->to)->box,
                              &(TlRect) { last[0] - 1.0, last[1] - 1.0, 2.0, 2.0 }));
      for (guint p = 1; p + 1 < edge->n_points; p++)
        {
          g_array_set_size (found, 0);
          tl_scene_collect_cards (scene, &(TlRect) { edge->points[2 * p], edge->points[2 * p + 1], 0.0, 0.0 }, found);
          g_assert_cmpuint (found->len, ==, 0);
        }
    }
}

/* Every card stands in a band of its level, and no two bands overlap. */
void
check_bands (Fixture          *fixture,
             TlScene          *scene,
             TlSceneDirection  direction)
{
  static const char * const labels[] = { "Objectives", "Functions", "Teams", "People" };
  guint n_bands;
  const TlBand *bands = tl_scene_get_bands (scene, &n_bands);

  for (guint i = 1; i < n_bands; i++)
    g_assert_cmpfloat (bands[i].start, >=, bands[i - 1].end);

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlRect *box = &tl_scene_get_card (scene, i)->box;
      double start = direction == TL_SCENE_DOWN ? box->y : box->x;
      double end = start + (direction == TL_SCENE_DOWN ? box->height : box->width);
      guint band = 0;

      while (band < n_bands && bands[band].end < end)
        band++;
      g_assert_cmpuint (band, <, n_bands);
      g_assert_cmpfloat (bands[band].start, <, start);
      g_assert_cmpstr (bands[band].label, ==, labels[tl_graph_get_node (fixture->graph, i)->level]);
    }
}
