/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "tl-diagram.h"

typedef struct
{
  TlModel        *model;
  TlOrganisation *own;
  TlOrganisation *customer;
  TlUnit         *sales;
  TlPerson       *person;
  TlGraph        *graph;
  TlScores       *scores;
} Fixture;

static gpointer
add_entity (Fixture  *fixture,
            gpointer  entity)
{
  tl_model_add (fixture->model, TL_ENTITY (entity));
  g_object_unref (entity);

  return entity;
}

static TlOrganisation *
add_organisation (Fixture            *fixture,
                  const char         *name,
                  TlOrganisationKind  kind)
{
  TlOrganisation *organisation = add_entity (fixture, tl_organisation_new ());

  tl_party_set_name (TL_PARTY (organisation), name);
  tl_organisation_set_kind (organisation, kind);

  return organisation;
}

static TlGoal *
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

static void
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

static void
set_up (Fixture       *fixture,
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

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->scores, tl_scores_unref);
  g_clear_pointer (&fixture->graph, tl_graph_unref);
  g_clear_object (&fixture->model);
}

static TlScene *
draw (Fixture                *fixture,
      const TlDiagramOptions *options)
{
  g_clear_pointer (&fixture->scores, tl_scores_unref);
  g_clear_pointer (&fixture->graph, tl_graph_unref);
  fixture->graph = tl_graph_new (fixture->model);
  fixture->scores = tl_scores_new (fixture->graph, tl_date_new (2026, 9, 1), NULL);

  return tl_diagram_new (fixture->graph, fixture->scores, options);
}

static const TlCard *
get_card (TlScene *scene,
          TlGoal  *goal)
{
  guint card = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (goal)));

  g_assert_cmpuint (card, !=, TL_SCENE_NONE);

  return tl_scene_get_card (scene, card);
}

static gboolean
overlap (const TlRect *one,
         const TlRect *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

static void
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

          g_assert_true (other == i || !overlap (box, &tl_scene_get_card (scene, other)->box));
        }
    }
}

/* No point a line is led through lies inside a card, and its ends lie on the cards it joins. */
static void
check_lines (TlScene *scene)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      const double *last = edge->points + 2 * (edge->n_points - 1);

      g_assert_true (overlap (&tl_scene_get_card (scene, edge->from)->box,
                              &(TlRect) { edge->points[0] - 1.0, edge->points[1] - 1.0, 2.0, 2.0 }));
      g_assert_true (overlap (&tl_scene_get_card (scene, edge->to)->box,
                              &(TlRect) { last[0] - 1.0, last[1] - 1.0, 2.0, 2.0 }));
      for (guint p = 1; p + 1 < edge->n_points; p++)
        {
          g_array_set_size (found, 0);
          tl_scene_collect_cards (scene, &(TlRect) { edge->points[2 * p], edge->points[2 * p + 1], 0.0, 0.0 }, found);
          g_assert_cmpuint (found->len, ==, 0);
        }
    }
}

static void
test_chain (Fixture       *fixture,
            gconstpointer  data)
{
  TlGoal *top = add_goal (fixture, fixture->own, "Grow");
  TlGoal *middle = add_goal (fixture, fixture->sales, "Win");
  TlGoal *bottom = add_goal (fixture, fixture->person, "Call");
  TlGoal *loose = add_goal (fixture, fixture->person, "Tidy");

  connect_goals (fixture, middle, top, FALSE);
  connect_goals (fixture, bottom, middle, TRUE);

  g_autoptr (TlScene) scene = draw (fixture, NULL);
  guint n_bands, n_regions;
  const TlBand *bands = tl_scene_get_bands (scene, &n_bands);

  tl_scene_get_regions (scene, &n_regions);
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 4);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 2);
  g_assert_cmpuint (n_regions, ==, 0);
  g_assert_cmpuint (n_bands, ==, 3);
  g_assert_cmpstr (bands[0].label, ==, "Objectives");
  g_assert_cmpfloat (bands[0].end, ==, bands[1].start);

  g_assert_cmpfloat (get_card (scene, top)->box.y, <, get_card (scene, middle)->box.y);
  g_assert_cmpfloat (get_card (scene, middle)->box.y, <, get_card (scene, bottom)->box.y);
  g_assert_cmpfloat (get_card (scene, loose)->box.x, >, get_card (scene, bottom)->box.x);
  g_assert_cmpstr (get_card (scene, top)->kicker, ==, "Goal · Objective");
  g_assert_cmpstr (get_card (scene, middle)->kicker, ==, "Goal · Function");
  g_assert_cmpstr (get_card (scene, bottom)->kicker, ==, "Goal · Sales");
  g_assert_cmpstr (get_card (scene, bottom)->owner, ==, "Ines Okafor");
  g_assert_cmpstr (get_card (scene, bottom)->attainment_text, ==, "no data");
  g_assert_true (isnan (get_card (scene, bottom)->attainment));
  g_assert_cmpstr (get_card (scene, bottom)->note, ==, "");
  /* What others help is measured by them. */
  g_assert_cmpint (get_card (scene, top)->gaps, ==, TL_GAP_NONE);
  g_assert_cmpint (get_card (scene, bottom)->gaps, ==, TL_GAP_MEASURE);
  g_assert_cmpint (get_card (scene, loose)->gaps, ==, TL_GAP_MEASURE | TL_GAP_LINK);
  check_no_overlap (scene);
  check_lines (scene);
}

static void
test_across_organisations (Fixture       *fixture,
                           gconstpointer  data)
{
  TlGoal *ours = add_goal (fixture, fixture->own, "Our objective");
  TlGoal *theirs = add_goal (fixture, fixture->customer, "Their objective");
  TlGoal *work = add_goal (fixture, fixture->person, "Work");
  TlGoal *same = add_goal (fixture, fixture->own, "Beside");

  connect_goals (fixture, work, ours, FALSE);
  connect_goals (fixture, work, theirs, FALSE);
  connect_goals (fixture, same, theirs, FALSE);

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      const TlDiagramOptions options = { .direction = direction };
      g_autoptr (TlScene) scene = draw (fixture, &options);
      guint n_regions;
      const TlRegion *regions = tl_scene_get_regions (scene, &n_regions);

      g_assert_cmpuint (n_regions, ==, 2);
      g_assert_cmpstr (regions[0].name, ==, "Own Co");
      g_assert_cmpstr (regions[1].name, ==, "Customer Co");
      g_assert_false (overlap (&regions[0].box, &regions[1].box));
      g_assert_true (overlap (&regions[0].box, &get_card (scene, work)->box));
      g_assert_true (overlap (&regions[1].box, &get_card (scene, theirs)->box));
      g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 3);
      check_no_overlap (scene);
    }
}

static void
test_selection (Fixture       *fixture,
                gconstpointer  data)
{
  TlGoal *top = add_goal (fixture, fixture->own, "Grow");
  TlGoal *bottom = add_goal (fixture, fixture->person, "Call");

  add_goal (fixture, fixture->own, "Another");
  connect_goals (fixture, bottom, top, FALSE);
  g_object_unref (draw (fixture, NULL));

  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (fixture->graph, TL_PARTY (fixture->person));
  g_autoptr (TlScene) alone = tl_diagram_new_for_line_of_sight (line, fixture->scores, FALSE, TL_SCENE_DOWN);
  g_autoptr (TlScene) whole = tl_diagram_new_for_line_of_sight (line, fixture->scores, TRUE, TL_SCENE_DOWN);

  g_assert_cmpuint (tl_scene_get_n_cards (alone), ==, 2);
  g_assert_cmpstr (tl_scene_get_title (alone), ==, "Line of sight: Ines Okafor");
  g_assert_nonnull (strstr (tl_scene_get_subtitle (alone), "1 Sep 2026"));
  g_assert_cmpuint (tl_scene_get_n_cards (whole), ==, 3);
  g_assert_cmpint (get_card (whole, top)->emphasis, ==, TL_EMPHASIS_HIGHLIGHTED);
  g_assert_cmpint (tl_scene_get_card (whole, 2)->emphasis, ==, TL_EMPHASIS_DIMMED);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (TlScene) scene = draw (fixture, NULL);
  g_autoptr (TlLineOfSight) line = tl_line_of_sight_new_for_owner (fixture->graph, TL_PARTY (fixture->person));

  add_goal (fixture, fixture->own, "Not this person's");

  g_autoptr (TlScene) alone = tl_diagram_new_for_line_of_sight (line, fixture->scores, FALSE, TL_SCENE_DOWN);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 0);
  g_assert_cmpuint (tl_scene_get_n_cards (alone), ==, 0);
}

/* What is left out is counted where it leads up to, and is no gap. */
static void
test_deepest (Fixture       *fixture,
              gconstpointer  data)
{
  TlGoal *work = add_goal (fixture, fixture->person, "Call");
  TlGoal *top = add_goal (fixture, fixture->own, "Grow");
  TlGoal *other = add_goal (fixture, fixture->own, "Last");
  TlGoal *middle = add_goal (fixture, fixture->sales, "Win");
  TlGoal *result = add_goal (fixture, fixture->person, "Close");
  const TlDiagramOptions options = { .deepest = TL_DIAGRAM_FUNCTIONS };
  const TlDiagramOptions flat = { .deepest = TL_DIAGRAM_OBJECTIVES };
  const TlDiagramOptions whole = { .deepest = TL_DIAGRAM_WHOLE };

  connect_goals (fixture, middle, top, FALSE);
  connect_goals (fixture, result, middle, FALSE);
  connect_goals (fixture, work, result, FALSE);
  connect_goals (fixture, work, other, FALSE);
  tl_goal_set_state (middle, TL_GOAL_STATE_DRAFT);

  g_autoptr (TlScene) scene = draw (fixture, &options);
  g_autoptr (TlScene) objectives = draw (fixture, &flat);
  g_autoptr (TlScene) all = draw (fixture, &whole);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 3);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 1);
  g_assert_cmpstr (get_card (scene, top)->note, ==, "");
  g_assert_cmpint (get_card (scene, top)->fold, ==, TL_FOLD_NONE);
  g_assert_cmpstr (get_card (scene, middle)->note, ==, "Draft · + 2 below");
  g_assert_cmpint (get_card (scene, middle)->fold, ==, TL_FOLD_CLOSED);
  g_assert_cmpint (get_card (scene, middle)->gaps, ==, TL_GAP_NONE);
  g_assert_cmpstr (get_card (scene, other)->note, ==, "+ 1 below");
  g_assert_nonnull (strstr (get_card (scene, other)->description, "+ 1 below"));

  g_assert_cmpuint (tl_scene_get_n_cards (objectives), ==, 2);
  g_assert_cmpstr (get_card (objectives, top)->note, ==, "+ 3 below");
  g_assert_cmpuint (tl_scene_get_n_cards (all), ==, 5);
  g_assert_cmpstr (get_card (all, middle)->note, ==, "Draft");
  g_assert_cmpint (get_card (all, middle)->fold, ==, TL_FOLD_NONE);
}

/* A goal whose owner is of no organisation is drawn like any other. */
static void
test_no_organisation (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlModel) kept = g_steal_pointer (&fixture->model);

  fixture->model = tl_model_new ();

  TlUnit *unit = add_entity (fixture, tl_unit_new ());
  TlGoal *goal = add_goal (fixture, unit, "Win");
  g_autoptr (TlScene) scene = draw (fixture, NULL);

  g_assert_cmpstr (get_card (scene, goal)->title, ==, "Win");
}

/* A thousand goals, drawn twice: the same picture, no overlap, no line through a card, leaves in stacks. */
static void
test_large (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) goals = g_ptr_array_new ();
  guint n_tall = 0;

  for (guint i = 0; i < 1000; i++)
    {
      gpointer owner = i < 8 ? (gpointer) fixture->own : i < 100 ? (gpointer) fixture->sales : fixture->person;

      g_ptr_array_add (goals, add_goal (fixture, owner, "Goal"));
      if (i >= 8 && i % 37 != 0)
        connect_goals (fixture, goals->pdata[i], goals->pdata[g_rand_int_range (rand, 0, MIN (i, 300))], i % 11 == 0);
      if (i >= 100 && i % 7 == 0)
        connect_goals (fixture, goals->pdata[i], goals->pdata[g_rand_int_range (rand, 0, 8)], FALSE);
    }

  g_autoptr (TlScene) scene = draw (fixture, NULL);
  g_autoptr (TlScene) again = draw (fixture, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      const TlRect *box = &tl_scene_get_card (scene, i)->box;

      g_assert_cmpfloat (box->x, ==, tl_scene_get_card (again, i)->box.x);
      g_assert_cmpfloat (box->y, ==, tl_scene_get_card (again, i)->box.y);
      n_tall += tl_scene_get_card_at (scene, box->x + 1.0, box->y - 20.0) != TL_SCENE_NONE;
    }
  g_assert_cmpuint (n_tall, >, 200);
  check_no_overlap (scene);
  check_lines (scene);
}

/* Every card stands in a band of its level, and no two bands overlap. */
static void
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

/* A hundred small trees are broken into shelves, and the picture keeps a shape that can be read. */
static void
test_shelves (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint i = 0; i < 100; i++)
    {
      TlGoal *top = add_goal (fixture, i % 2 == 0 ? (gpointer) fixture->own : fixture->sales, "Top");

      for (guint k = 0; k < 3; k++)
        connect_goals (fixture, add_goal (fixture, fixture->person, "Leaf"), top, FALSE);
      if (i % 5 == 0)
        connect_goals (fixture, top, add_goal (fixture, fixture->customer, "Theirs"), FALSE);
    }
  for (guint i = 0; i < 40; i++)
    add_goal (fixture, fixture->person, "Loose");

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      const TlDiagramOptions options = { .direction = direction };
      g_autoptr (TlScene) scene = draw (fixture, &options);
      TlRect bounds;
      guint n_bands, n_regions;

      tl_scene_get_bands (scene, &n_bands);
      tl_scene_get_regions (scene, &n_regions);
      tl_scene_get_bounds (scene, &bounds);
      g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 320);
      g_assert_cmpuint (n_bands, >, 4);
      g_assert_cmpuint (n_regions, >, 2);
      g_assert_cmpfloat (MAX (bounds.width, bounds.height), <, 4.0 * MIN (bounds.width, bounds.height));
      check_no_overlap (scene);
      check_lines (scene);
      check_bands (fixture, scene, direction);
    }
}

/* One large tree is never broken; its long columns are folded. */
static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  const TlDiagramOptions options = { .direction = TL_SCENE_RIGHT };
  TlGoal *tops[4];

  for (guint i = 0; i < 4; i++)
    tops[i] = add_goal (fixture, fixture->own, "Top");
  for (guint i = 0; i < 300; i++)
    {
      TlGoal *leaf = add_goal (fixture, fixture->person, "Leaf");

      connect_goals (fixture, leaf, tops[i % 4], FALSE);
      if (i % 50 == 0)
        connect_goals (fixture, leaf, tops[(i + 1) % 4], FALSE);
    }

  g_autoptr (TlScene) scene = draw (fixture, &options);
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  g_assert_cmpfloat (bounds.height, <, 150 * TL_CARD_HEIGHT);
  check_no_overlap (scene);
  check_lines (scene);
  check_bands (fixture, scene, TL_SCENE_RIGHT);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/diagram/chain", test_chain);
  ADD ("/diagram/across-organisations", test_across_organisations);
  ADD ("/diagram/selection", test_selection);
  ADD ("/diagram/nothing", test_nothing);
  ADD ("/diagram/deepest", test_deepest);
  ADD ("/diagram/no-organisation", test_no_organisation);
  ADD ("/diagram/shelves", test_shelves);
  ADD ("/diagram/folds", test_folds);
  ADD ("/diagram/large", test_large);

  return g_test_run ();
}
