/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chain of a card, against what can be reached by trying every way on random cascades. */

#include <math.h>
#include <string.h>

#include "sample-scene.h"
#include "tl-scene-copy.h"

#define MOST_CARDS 40

typedef struct
{
  gboolean reaches[MOST_CARDS][MOST_CARDS];     /* from a card to all it helps, directly or not, itself among them */
} Reach;

static TlScene *
make_random (GRand *rand,
             guint  n_cards,
             guint  n_edges)
{
  TlScene *scene = tl_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < n_cards; i++)
    sample_scene_add_title (scene, "Goal", 250.0 * i, 0.0);
  for (guint i = 0; i < n_edges; i++)
    {
      guint to = g_rand_int_range (rand, 0, n_cards - 1);
      guint from = g_rand_int_range (rand, to + 1, n_cards);
      const double points[] = { 0.0, 100.0, 0.0, 0.0 };

      tl_scene_add_edge (scene, &(TlEdge) { .from = from, .to = to, .points = points, .n_points = 2, .share = 0.5 });
    }

  return scene;
}

/* Warshall's way: by all the cards that may lie between. */
static void
measure_reach (TlScene *scene,
               Reach   *reach)
{
  guint n_cards = tl_scene_get_n_cards (scene);

  memset (reach, 0, sizeof (Reach));
  for (guint i = 0; i < n_cards; i++)
    reach->reaches[i][i] = TRUE;
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    reach->reaches[tl_scene_get_edge (scene, i)->from][tl_scene_get_edge (scene, i)->to] = TRUE;
  for (guint k = 0; k < n_cards; k++)
    for (guint i = 0; i < n_cards; i++)
      for (guint j = 0; j < n_cards; j++)
        reach->reaches[i][j] |= reach->reaches[i][k] && reach->reaches[k][j];
}

static gboolean
is_above (const Reach *reach,
          const guint *roots,
          guint        n_roots,
          guint        card)
{
  for (guint i = 0; i < n_roots; i++)
    if (reach->reaches[roots[i]][card])
      return TRUE;

  return FALSE;
}

static gboolean
is_root (const guint *roots,
         guint        n_roots,
         guint        card)
{
  for (guint i = 0; i < n_roots; i++)
    if (roots[i] == card)
      return TRUE;

  return FALSE;
}

static gboolean
take_next (GArray *numbers,
           guint  *place,
           guint   number)
{
  if (*place == numbers->len || g_array_index (numbers, guint, *place) != number)
    return FALSE;

  (*place)++;
  return TRUE;
}

/* Each is there that has to be, in order, and nothing else. */
static void
check_chain (TlScene     *scene,
             const guint *roots,
             guint        n_roots)
{
  g_autoptr (GArray) cards = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *helps = g_new0 (gboolean, MOST_CARDS);
  guint next_card = 0, next_edge = 0;
  Reach reach;

  measure_reach (scene, &reach);
  tl_scene_collect_chain (scene, roots, n_roots, cards, edges);
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      gboolean leads_up = is_above (&reach, roots, n_roots, edge->from);
      gboolean comes_in = is_root (roots, n_roots, edge->to);

      helps[edge->from] |= comes_in;
      g_assert_cmpint (take_next (edges, &next_edge, i), ==, leads_up || comes_in);
    }
  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    g_assert_cmpint (take_next (cards, &next_card, i), ==, is_above (&reach, roots, n_roots, i) || helps[i]);

  g_assert_cmpuint (next_card, ==, cards->len);
  g_assert_cmpuint (next_edge, ==, edges->len);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < 300; i++)
    {
      guint n_cards = g_rand_int_range (rand, 2, MOST_CARDS);
      g_autoptr (TlScene) scene = make_random (rand, n_cards, g_rand_int_range (rand, 0, 3 * n_cards));
      guint card = g_rand_int_range (rand, 0, n_cards);
      guint several[3] = { 0, n_cards / 2, n_cards - 1 };

      check_chain (scene, &card, 1);
      check_chain (scene, several, n_cards > 2 ? 3 : 1);
      check_chain (scene, NULL, 0);
    }
}

/* Goals that pull against each other are no part of what helps what. */
static void
test_sample (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  static const guint alone[] = { 5 };
  guint n_cards, n_edges;

  g_assert_true (tl_scene_set_chain (scene, alone, 1, 5));
  g_assert_cmpuint (tl_scene_get_chain (scene, &n_cards)[0], ==, 5);
  g_assert_cmpuint (n_cards, ==, 1);
  tl_scene_get_chain_edges (scene, &n_edges);
  g_assert_cmpuint (n_edges, ==, 0);
}

/* What is asked for again is not another chain; nothing is none. */
static void
test_kept (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  static const guint one[] = { 6, 6 };
  static const guint both[] = { 6, 8 };
  guint n_cards;

  g_assert_true (tl_scene_set_chain (scene, one, 1, 6));
  g_assert_false (tl_scene_set_chain (scene, one, 2, 6));
  g_assert_true (tl_scene_is_in_chain (scene, 0));
  g_assert_false (tl_scene_is_in_chain (scene, 4));
  g_assert_true (tl_scene_set_chain (scene, both, 2, 8));
  g_assert_true (tl_scene_is_in_chain (scene, 4));
  g_assert_true (tl_scene_set_chain (scene, NULL, 0, TL_SCENE_NONE));
  tl_scene_get_chain (scene, &n_cards);
  g_assert_cmpuint (n_cards, ==, 0);
  g_assert_false (tl_scene_set_chain (scene, NULL, 0, TL_SCENE_NONE));
}

/* A goal that thousands help, directly: no lines down to them, and several together are only the primary one. */
static void
test_too_many (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_DOWN);
  g_autofree guint *all = g_new (guint, 3001);
  guint n_cards, n_edges;

  for (guint i = 0; i <= 3000; i++)
    {
      const double points[] = { 0.0, 100.0, 0.0, 0.0 };

      all[i] = sample_scene_add_title (scene, "Goal", 0.0, 100.0 * i);
      if (i > 0)
        tl_scene_add_edge (scene, &(TlEdge) { .from = i, .to = 0, .points = points, .n_points = 2, .share = 0.1 });
    }

  tl_scene_set_chain (scene, all, 1, 0);
  tl_scene_get_chain_edges (scene, &n_edges);
  g_assert_cmpuint (n_edges, ==, 0);

  tl_scene_set_chain (scene, all, 3001, 7);
  tl_scene_get_chain (scene, &n_cards);
  g_assert_cmpuint (n_cards, ==, 2);
  g_assert_true (tl_scene_is_in_chain (scene, 7));
  g_assert_true (tl_scene_set_chain (scene, all, 3001, 8));
  g_assert_true (tl_scene_is_in_chain (scene, 8));
}

/* What is selected is not in a file; the rest that somebody has had dimmed is dimmed there. */
static void
test_exported (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  static const guint one[] = { 7 };

  tl_scene_set_selected (scene, 7);
  tl_scene_set_chain (scene, one, 1, 7);
  tl_scene_set_chain_strength (scene, 1.0, 0.0);

  g_autoptr (TlScene) calm = tl_scene_copy (scene);

  for (guint i = 0; i < tl_scene_get_n_cards (calm); i++)
    g_assert_cmpint (tl_scene_get_card (calm, i)->emphasis, ==, TL_EMPHASIS_NORMAL);
  for (guint i = 0; i < tl_scene_get_n_edges (calm); i++)
    g_assert_cmpint (tl_scene_get_edge (calm, i)->emphasis, ==, TL_EMPHASIS_NORMAL);

  tl_scene_set_chain_strength (scene, 1.0, 1.0);

  g_autoptr (TlScene) copy = tl_scene_copy (scene);
  g_autoptr (TlScene) dimmed = tl_scene_copy (copy);
  guint n_tensions, n_edges = 0;

  for (guint i = 0; i < tl_scene_get_n_cards (dimmed); i++)
    g_assert_cmpint (tl_scene_get_card (dimmed, i)->emphasis, ==,
                     tl_scene_is_in_chain (scene, i) ? TL_EMPHASIS_HIGHLIGHTED : TL_EMPHASIS_DIMMED);
  for (guint i = 0; i < tl_scene_get_n_edges (dimmed); i++)
    n_edges += tl_scene_get_edge (dimmed, i)->emphasis == TL_EMPHASIS_HIGHLIGHTED;
  g_assert_cmpuint (n_edges, ==, 5);
  g_assert_cmpint (tl_scene_get_tensions (dimmed, &n_tensions)->emphasis, ==, TL_EMPHASIS_DIMMED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene-chain/random", test_random);
  g_test_add_func ("/scene-chain/sample", test_sample);
  g_test_add_func ("/scene-chain/kept", test_kept);
  g_test_add_func ("/scene-chain/too-many", test_too_many);
  g_test_add_func ("/scene-chain/exported", test_exported);

  return g_test_run ();
}
