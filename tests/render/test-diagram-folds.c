/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which goals a picture shows, and what its cards say of those it folds away. */

#include <math.h>
#include <string.h>

#include "diagram-fixture.h"

/* An objective, a function's goal beneath it, a person's beneath that, and another beneath both. */
typedef struct
{
  TlGoal *top;
  TlGoal *other;
  TlGoal *middle;
  TlGoal *result;
  TlGoal *work;
} Chain;

static Chain
add_chain (Fixture *fixture)
{
  Chain chain = {
    .work = add_goal (fixture, fixture->person, "Call"),
    .top = add_goal (fixture, fixture->own, "Grow"),
    .other = add_goal (fixture, fixture->own, "Last"),
    .middle = add_goal (fixture, fixture->sales, "Win"),
    .result = add_goal (fixture, fixture->person, "Close"),
  };

  connect_goals (fixture, chain.middle, chain.top, FALSE);
  connect_goals (fixture, chain.result, chain.middle, FALSE);
  connect_goals (fixture, chain.work, chain.result, FALSE);
  connect_goals (fixture, chain.work, chain.other, FALSE);

  return chain;
}

static void
set_fold (Fixture       *fixture,
          guint8        *folds,
          TlGoal        *goal,
          TlDiagramFold  fold)
{
  folds[tl_graph_find (fixture->graph, goal)] = fold;
}

static gboolean
shows (TlScene *scene,
       TlGoal  *goal)
{
  return tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (goal))) != TL_SCENE_NONE;
}

/* What is left out is counted where it leads up to, and is no gap. */
static void
test_deepest (Fixture       *fixture,
              gconstpointer  data)
{
  Chain chain = add_chain (fixture);

  tl_goal_set_state (chain.middle, TL_GOAL_STATE_DRAFT);

  g_autoptr (TlScene) scene = fixture_draw (fixture, &(TlDiagramOptions) { .deepest = TL_DIAGRAM_FUNCTIONS });
  g_autoptr (TlScene) objectives = fixture_draw (fixture, &(TlDiagramOptions) { .deepest = TL_DIAGRAM_OBJECTIVES });
  g_autoptr (TlScene) all = fixture_draw (fixture, &(TlDiagramOptions) { .deepest = TL_DIAGRAM_WHOLE });

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 3);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 1);
  g_assert_cmpint (fixture_get_card (scene, chain.top)->fold, ==, TL_FOLD_OPEN);
  g_assert_cmpuint (fixture_get_card (scene, chain.top)->n_below, ==, 0);
  g_assert_cmpstr (fixture_get_card (scene, chain.middle)->note, ==, "Draft");
  g_assert_cmpint (fixture_get_card (scene, chain.middle)->fold, ==, TL_FOLD_CLOSED);
  g_assert_cmpuint (fixture_get_card (scene, chain.middle)->n_below, ==, 2);
  g_assert_cmpint (fixture_get_card (scene, chain.middle)->gaps, ==, TL_GAP_NONE);
  g_assert_cmpuint (fixture_get_card (scene, chain.other)->n_below, ==, 1);

  g_assert_cmpuint (tl_scene_get_n_cards (objectives), ==, 2);
  g_assert_cmpuint (fixture_get_card (objectives, chain.top)->n_below, ==, 3);
  g_assert_cmpuint (tl_scene_get_n_cards (all), ==, 5);
  g_assert_cmpint (fixture_get_card (all, chain.middle)->fold, ==, TL_FOLD_OPEN);
  g_assert_cmpint (fixture_get_card (all, chain.work)->fold, ==, TL_FOLD_NONE);
}

/* One step is opened at a time, beyond how deep the picture goes. */
static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  guint8 folds[5] = { 0 };
  const TlDiagramOptions options = { .deepest = TL_DIAGRAM_FUNCTIONS, .folds = folds };

  g_object_unref (fixture_draw (fixture, NULL));
  set_fold (fixture, folds, chain.middle, TL_DIAGRAM_FOLD_OPENED);

  g_autoptr (TlScene) scene = fixture_draw (fixture, &options);

  g_assert_true (shows (scene, chain.result));
  g_assert_false (shows (scene, chain.work));
  g_assert_cmpint (fixture_get_card (scene, chain.middle)->fold, ==, TL_FOLD_OPEN);
  g_assert_cmpint (fixture_get_card (scene, chain.result)->fold, ==, TL_FOLD_CLOSED);
  g_assert_cmpuint (fixture_get_card (scene, chain.result)->n_below, ==, 1);

  set_fold (fixture, folds, chain.result, TL_DIAGRAM_FOLD_OPENED);

  g_autoptr (TlScene) deeper = fixture_draw (fixture, &options);

  g_assert_cmpuint (tl_scene_get_n_cards (deeper), ==, 5);
  /* It helps this one too, and is shown now. */
  g_assert_cmpint (fixture_get_card (deeper, chain.other)->fold, ==, TL_FOLD_OPEN);
}

/* Closing puts away all that stands beneath, but what helps another goal shown that is not closed. */
static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  guint8 folds[5] = { 0 };
  const TlDiagramOptions options = { .folds = folds };

  g_object_unref (fixture_draw (fixture, NULL));
  set_fold (fixture, folds, chain.top, TL_DIAGRAM_FOLD_CLOSED);

  g_autoptr (TlScene) scene = fixture_draw (fixture, &options);

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 3);
  g_assert_true (shows (scene, chain.work));
  g_assert_cmpint (fixture_get_card (scene, chain.top)->fold, ==, TL_FOLD_CLOSED);
  g_assert_cmpuint (fixture_get_card (scene, chain.top)->n_below, ==, 2);

  set_fold (fixture, folds, chain.other, TL_DIAGRAM_FOLD_CLOSED);

  g_autoptr (TlScene) both = fixture_draw (fixture, &options);

  g_assert_cmpuint (tl_scene_get_n_cards (both), ==, 2);
  g_assert_cmpuint (fixture_get_card (both, chain.top)->n_below, ==, 3);
  g_assert_cmpuint (fixture_get_card (both, chain.other)->n_below, ==, 1);
}

/* Every card says in words what its handle shows. */
static void
test_sentence (Fixture       *fixture,
               gconstpointer  data)
{
  Chain chain = add_chain (fixture);
  g_autoptr (TlScene) scene = fixture_draw (fixture, &(TlDiagramOptions) { .deepest = TL_DIAGRAM_FUNCTIONS });
  const TlCard *middle = fixture_get_card (scene, chain.middle);
  const TlCard *other = fixture_get_card (scene, chain.other);

  g_assert_nonnull (strstr (middle->description, "2 goals beneath are folded away: 2 without data."));
  g_assert_nonnull (strstr (other->description, "1 goal beneath is folded away: 1 without data."));
  g_assert_null (strstr (fixture_get_card (scene, chain.top)->description, "folded"));
  g_assert_cmpuint (middle->below[TL_HEALTH_NO_DATA], ==, 2);
  g_assert_cmpuint (middle->below[TL_HEALTH_ON_TRACK], ==, 0);
}

static void
check_handle (TlScene      *scene,
              const TlCard *card,
              double        scale)
{
  TlRect handle;

  tl_card_get_fold_box (card, tl_scene_get_direction (scene), scale, &handle);
  for (guint i = 0; handle.width > 0.0 && i < tl_scene_get_n_cards (scene); i++)
    if (tl_scene_get_card (scene, i) != card)
      g_assert_false (boxes_overlap (&handle, &tl_scene_get_card (scene, i)->box));
}

/* Thirty goals beneath one, with so many folded away beneath each; how far apart two of a stack are, along. */
static double
measure_stacks (TlSceneDirection direction,
                guint            n_beneath)
{
  Fixture fixture = { 0 };
  double nearest = INFINITY;

  fixture_set_up (&fixture, NULL);

  TlGoal *top = add_goal (&fixture, fixture.own, "Top");

  for (guint i = 0; i < 30; i++)
    {
      TlGoal *middle = add_goal (&fixture, fixture.sales, "Middle");

      connect_goals (&fixture, middle, top, FALSE);
      for (guint k = 0; k < n_beneath; k++)
        connect_goals (&fixture, add_goal (&fixture, fixture.person, "Leaf"), middle, FALSE);
    }

  g_autoptr (TlScene) scene = fixture_draw (&fixture, &(TlDiagramOptions) { .deepest = TL_DIAGRAM_FUNCTIONS,
                                                                            .direction = direction });

  check_no_overlap (scene);
  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlCard *card = tl_scene_get_card (scene, i);

      check_handle (scene, card, 1.0);
      check_handle (scene, card, 0.4);
      for (guint k = 0; k < tl_scene_get_n_cards (scene); k++)
        {
          const TlRect *next = &tl_scene_get_card (scene, k)->box;
          double gap = direction == TL_SCENE_DOWN ? next->y - card->box.y - card->box.height
                                                  : next->x - card->box.x - card->box.width;

          if (gap > 0.0)
            nearest = MIN (nearest, gap);
        }
    }
  fixture_tear_down (&fixture, NULL);

  return nearest;
}

/* No card of a stack covers the handle of another, from near or far; where nothing is folded away cards stand closer. */
static void
test_room (void)
{
  double plain = measure_stacks (TL_SCENE_RIGHT, 0);

  g_assert_cmpfloat (measure_stacks (TL_SCENE_RIGHT, 3), >, plain);
  g_assert_cmpfloat (measure_stacks (TL_SCENE_RIGHT, 12), >, measure_stacks (TL_SCENE_RIGHT, 3));
  g_assert_cmpfloat (measure_stacks (TL_SCENE_DOWN, 3), ==, measure_stacks (TL_SCENE_DOWN, 0));
}

/* Of what helps one goal a part is shown and a part is not; of what helps the other nothing is. */
static void
test_partly (Fixture       *fixture,
             gconstpointer  data)
{
  const TlDiagramOptions options = { .deepest = TL_DIAGRAM_FUNCTIONS };
  TlGoal *partly = add_goal (fixture, fixture->own, "Partly");
  TlGoal *closed = add_goal (fixture, fixture->own, "Closed");

  connect_goals (fixture, add_goal (fixture, fixture->sales, "Shown"), partly, FALSE);
  connect_goals (fixture, add_goal (fixture, fixture->person, "Not shown"), partly, FALSE);
  connect_goals (fixture, add_goal (fixture, fixture->person, "Not shown either"), closed, FALSE);
  tl_unit_set_kind (fixture->sales, TL_UNIT_KIND_FUNCTION);

  g_autoptr (TlScene) scene = fixture_draw (fixture, &options);

  g_assert_cmpint (fixture_get_card (scene, partly)->fold, ==, TL_FOLD_CLOSED);
  g_assert_true (fixture_get_card (scene, partly)->is_partly_open);
  g_assert_nonnull (strstr (fixture_get_card (scene, partly)->description, "Others beneath are shown."));
  g_assert_cmpint (fixture_get_card (scene, closed)->fold, ==, TL_FOLD_CLOSED);
  g_assert_false (fixture_get_card (scene, closed)->is_partly_open);
  g_assert_null (strstr (fixture_get_card (scene, closed)->description, "Others"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/diagram/deepest", test_deepest);
  ADD_DIAGRAM_TEST ("/diagram/folds/open", test_open);
  ADD_DIAGRAM_TEST ("/diagram/folds/close", test_close);
  ADD_DIAGRAM_TEST ("/diagram/folds/sentence", test_sentence);
  ADD_DIAGRAM_TEST ("/diagram/folds/partly", test_partly);
  g_test_add_func ("/diagram/folds/room", test_room);

  return g_test_run ();
}
