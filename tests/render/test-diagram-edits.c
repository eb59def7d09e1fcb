/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stays where it was when a picture is made again after an edit: random edits of random cascades. */

#include "diagram-fixture.h"

#define N_CASCADES 12
#define N_EDITS    14

typedef struct
{
  Fixture          *fixture;
  GRand            *rand;
  GPtrArray        *goals;      /* in the order of levels */
  GHashTable       *touched;    /* ids of goals that an edit may move */
  TlSceneDirection  direction;
  TlScene          *scene;
} Play;

/* Objectives, functions' goals, a team's and people's: each of most helps one further up, some two. */
static void
plant_cascade (Play  *play,
               guint  n_goals)
{
  gpointer owners[4] = { play->fixture->own, play->fixture->sales, NULL, play->fixture->person };
  TlUnit *team = add_entity (play->fixture, tl_unit_new ());

  tl_unit_set_parent (team, play->fixture->sales);
  owners[2] = team;
  for (guint i = 0; i < n_goals; i++)
    {
      guint level = i < 3 ? 0 : i < n_goals / 8 ? 1 : i < n_goals / 3 ? 2 : 3;

      g_ptr_array_add (play->goals, add_goal (play->fixture, owners[level], "Goal"));
      if (level > 0 && i % 13 != 0)
        connect_goals (play->fixture, play->goals->pdata[i],
                       play->goals->pdata[g_rand_int_range (play->rand, i / 6, MAX (i / 2, i / 6 + 1))], FALSE);
      if (level > 1 && i % 7 == 0)
        connect_goals (play->fixture, play->goals->pdata[i],
                       play->goals->pdata[g_rand_int_range (play->rand, 0, i / 6)], FALSE);
    }
}

static void
play_init (Play             *play,
           Fixture          *fixture,
           TlSceneDirection  direction,
           guint             seed)
{
  play->fixture = fixture;
  play->direction = direction;
  play->rand = g_rand_new_with_seed (seed);
  play->goals = g_ptr_array_new ();
  play->touched = g_hash_table_new (g_str_hash, g_str_equal);
  plant_cascade (play, 20 + 25 * seed);
  play->scene = fixture_draw (fixture, &(TlDiagramOptions) { .direction = direction });
}

static void
play_clear (Play *play)
{
  g_rand_free (play->rand);
  g_ptr_array_unref (play->goals);
  g_hash_table_unref (play->touched);
  g_object_unref (play->scene);
}

static TlGoal *
pick (Play *play)
{
  return play->goals->pdata[g_rand_int_range (play->rand, 0, play->goals->len)];
}

static const char *
get_id (gpointer entity)
{
  return tl_entity_get_id (TL_ENTITY (entity));
}

/* A goal whose links change may move, and so may all that stands beneath it. */
static void
touch (Play   *play,
       TlGoal *goal)
{
  g_autoptr (TlGraph) graph = tl_graph_new (play->fixture->model);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  guint index = tl_graph_find (graph, goal);

  g_array_append_val (queue, index);
  for (guint next = 0; next < queue->len; next++)
    {
      guint at = g_array_index (queue, guint, next);
      guint n_links;
      const TlGraphLink *links = tl_graph_get_supporters (graph, at, NULL, &n_links);

      if (!g_hash_table_add (play->touched, (gpointer) get_id (tl_graph_get_goal (graph, at))))
        continue;
      for (guint i = 0; i < n_links; i++)
        g_array_append_val (queue, links[i].from);
    }
}

/* One edit.  Returns whether it changes what is linked with what. */
static gboolean
edit (Play *play)
{
  TlGoal *goal = pick (play);
  TlGoal *other = pick (play);
  guint n_helped, n_supporters;
  int at = tl_graph_find (play->fixture->graph, goal);

  const guint *helped = tl_graph_get_helped (play->fixture->graph, at, &n_helped);

  tl_graph_get_supporters (play->fixture->graph, at, NULL, &n_supporters);
  switch (g_rand_int_range (play->rand, 0, 4))
    {
    case 0:
      tl_goal_set_title (goal, "Another title");
      return FALSE;

    case 1:
      g_ptr_array_add (play->goals, add_goal (play->fixture, play->fixture->person, "New"));
      connect_goals (play->fixture, play->goals->pdata[play->goals->len - 1], goal, FALSE);
      touch (play, play->goals->pdata[play->goals->len - 1]);
      /* A goal that nothing connected moves to those that something does. */
      if (n_helped + n_supporters == 0)
        touch (play, goal);
      return TRUE;

    case 2:
      if (goal == other || tl_graph_find (play->fixture->graph, other) >= at)
        return FALSE;
      connect_goals (play->fixture, goal, other, FALSE);
      touch (play, goal);
      touch (play, other);
      return TRUE;

    case 3:
    default:
      if (n_helped != 1 || n_supporters != 0)
        return FALSE;
      tl_model_remove (play->fixture->model,
                       TL_ENTITY (tl_graph_get_contribution (play->fixture->graph, helped[0])));
      tl_model_remove (play->fixture->model, TL_ENTITY (goal));
      g_ptr_array_remove (play->goals, goal);
      return TRUE;
    }
}

static double
get_across (Play         *play,
            const TlCard *card)
{
  return play->direction == TL_SCENE_DOWN ? card->box.x : card->box.y;
}

static double
get_along (Play         *play,
           const TlCard *card)
{
  return play->direction == TL_SCENE_DOWN ? card->box.y : card->box.x;
}

/* On which shelf a card stands: how often the levels have begun again before it. */
static guint
get_shelf (Play         *play,
           TlScene      *scene,
           const TlCard *card)
{
  static const char * const labels[] = { "Objectives", "Functions", "Teams", "People" };
  guint n_bands, shelf = 0, last = 0;
  const TlBand *bands = tl_scene_get_bands (scene, &n_bands);

  for (guint i = 0; i < n_bands && bands[i].start < get_along (play, card); i++)
    {
      guint level = 0;

      while (g_strcmp0 (labels[level], bands[i].label) != 0)
        level++;
      shelf += i > 0 && level <= last;
      last = level;
    }

  return shelf;
}

/* Goals that stood in one row and do now are in the order they were in, and on their shelf. */
static void
check_order (Play    *play,
             TlScene *before,
             TlScene *after)
{
  for (guint i = 0; i < tl_scene_get_n_cards (after); i++)
    {
      const TlCard *one = tl_scene_get_card (after, i);
      guint stood = tl_scene_find_card (before, one->id);

      if (stood == TL_SCENE_NONE || g_hash_table_contains (play->touched, one->id))
        continue;

      const TlCard *was = tl_scene_get_card (before, stood);

      g_assert_cmpuint (get_shelf (play, after, one), ==, get_shelf (play, before, was));
      for (guint k = 0; k < i; k++)
        {
          const TlCard *other = tl_scene_get_card (after, k);
          guint other_stood = tl_scene_find_card (before, other->id);

          if (other_stood == TL_SCENE_NONE || g_hash_table_contains (play->touched, other->id))
            continue;

          const TlCard *other_was = tl_scene_get_card (before, other_stood);

          if (get_along (play, one) == get_along (play, other) && get_along (play, was) == get_along (play, other_was))
            g_assert_cmpint (get_across (play, one) < get_across (play, other), ==,
                             get_across (play, was) < get_across (play, other_was));
        }
    }
}

static void
check_same (TlScene *before,
            TlScene *after)
{
  g_assert_cmpuint (tl_scene_get_n_cards (before), ==, tl_scene_get_n_cards (after));
  g_assert_cmpuint (tl_scene_get_n_edges (before), ==, tl_scene_get_n_edges (after));
  for (guint i = 0; i < tl_scene_get_n_cards (after); i++)
    {
      const TlCard *now = tl_scene_get_card (after, i);
      const TlCard *was = tl_scene_get_card (before, tl_scene_find_card (before, now->id));

      g_assert_cmpfloat (now->box.x, ==, was->box.x);
      g_assert_cmpfloat (now->box.y, ==, was->box.y);
    }
}

static void
play_edits (Fixture          *fixture,
            TlSceneDirection  direction,
            guint             seed)
{
  Play play = { 0 };

  play_init (&play, fixture, direction, seed);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autoptr (TlScene) before = g_object_ref (play.scene);

      g_hash_table_remove_all (play.touched);

      gboolean changes = edit (&play);
      const TlDiagramOptions options = { .direction = direction, .previous = before };

      g_clear_object (&play.scene);
      play.scene = fixture_draw (fixture, &options);
      if (!changes)
        check_same (before, play.scene);
      check_order (&play, before, play.scene);
      check_no_overlap (play.scene);
      check_lines (play.scene);
    }
  play_clear (&play);
}

static void
test_edits (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint seed = 1; seed <= N_CASCADES; seed++)
    for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
      {
        play_edits (fixture, direction, seed);
        fixture_tear_down (fixture, NULL);
        fixture_set_up (fixture, NULL);
      }
}

/* What is folded away and opened again stands where it stood, and so does all else. */
static void
test_folds (Fixture       *fixture,
            gconstpointer  data)
{
  for (guint seed = 1; seed <= N_CASCADES; seed++)
    for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
      {
        Play play = { 0 };

        play_init (&play, fixture, direction, seed);

        g_autofree guint8 *folds = g_new0 (guint8, play.goals->len);
        const TlDiagramOptions closing = { .direction = direction, .folds = folds, .previous = play.scene };

        folds[4] = TL_DIAGRAM_FOLD_CLOSED;

        g_autoptr (TlScene) closed = fixture_draw (fixture, &closing);
        const TlDiagramOptions opening = { .direction = direction, .previous = closed };
        g_autoptr (TlScene) opened = fixture_draw (fixture, &opening);

        /* What stands beneath it and stays goes where else it helps. */
        touch (&play, play.goals->pdata[4]);
        check_order (&play, play.scene, closed);
        check_same (play.scene, opened);
        play_clear (&play);
        fixture_tear_down (fixture, NULL);
        fixture_set_up (fixture, NULL);
      }
}

static gboolean
stands_before (TlScene *scene,
               TlGoal  *one,
               TlGoal  *other)
{
  const TlRect *first = &fixture_get_card (scene, one)->box;
  const TlRect *second = &fixture_get_card (scene, other)->box;

  return tl_scene_get_direction (scene) == TL_SCENE_DOWN ? first->x < second->x : first->y < second->y;
}

/* A goal beneath which all is folded away is not taken for one that nothing connects: it stays among its neighbours. */
static void
test_fold_all (Fixture       *fixture,
               gconstpointer  data)
{
  TlGoal *goals[3];

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      goals[i] = add_goal (fixture, fixture->own, "Objective");
      for (guint k = 0; k < 3; k++)
        connect_goals (fixture, add_goal (fixture, fixture->sales, "Function"), goals[i], FALSE);
    }

  for (TlSceneDirection direction = TL_SCENE_DOWN; direction <= TL_SCENE_RIGHT; direction++)
    {
      g_autoptr (TlScene) whole = fixture_draw (fixture, &(TlDiagramOptions) { .direction = direction });

      for (guint folded = 0; folded < G_N_ELEMENTS (goals); folded++)
        {
          g_autofree guint8 *folds = g_new0 (guint8, tl_graph_get_n_goals (fixture->graph));
          const TlDiagramOptions options = { .direction = direction, .folds = folds, .previous = whole };

          folds[tl_graph_find (fixture->graph, goals[folded])] = TL_DIAGRAM_FOLD_CLOSED;

          g_autoptr (TlScene) closed = fixture_draw (fixture, &options);

          g_assert_cmpuint (tl_scene_get_n_cards (closed), ==, tl_scene_get_n_cards (whole) - 3);
          for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
            for (guint k = 0; k < i; k++)
              g_assert_cmpint (stands_before (closed, goals[i], goals[k]), ==,
                               stands_before (whole, goals[i], goals[k]));
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_DIAGRAM_TEST ("/diagram/edits", test_edits);
  ADD_DIAGRAM_TEST ("/diagram/edits/folds", test_folds);
  ADD_DIAGRAM_TEST ("/diagram/edits/fold-all", test_fold_all);

  return g_test_run ();
}
