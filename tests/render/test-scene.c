/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "sample-scene.h"

static void
test_contents (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  guint n;

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, SAMPLE_N_CARDS);
  g_assert_cmpuint (tl_scene_get_n_edges (scene), ==, 9);
  tl_scene_get_tensions (scene, &n);
  g_assert_cmpuint (n, ==, 1);
  tl_scene_get_bands (scene, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (tl_scene_get_card (scene, 2)->title, ==, "Win 12 new regional accounts");
  g_assert_cmpuint (tl_scene_find_card (scene, "card-7"), ==, 7);
  g_assert_cmpuint (tl_scene_find_card (scene, "card-77"), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_find_card (scene, NULL), ==, TL_SCENE_NONE);
}

static void
test_empty (void)
{
  g_autoptr (TlScene) scene = tl_scene_new (TL_SCENE_RIGHT);
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  g_assert_cmpfloat (bounds.width, ==, 0.0);
  g_assert_cmpfloat (bounds.height, ==, 0.0);
  g_assert_cmpuint (tl_scene_get_card_at (scene, 0.0, 0.0), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_get_edge_at (scene, 0.0, 0.0, 10.0), ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_get_selected (scene), ==, TL_SCENE_NONE);
}

static void
check_bounds (TlSceneDirection direction)
{
  g_autoptr (TlScene) scene = sample_scene_new (direction);
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  for (guint i = 0; i < SAMPLE_N_CARDS; i++)
    {
      const TlRect *box = &tl_scene_get_card (scene, i)->box;

      g_assert_cmpfloat (box->x, >=, bounds.x);
      g_assert_cmpfloat (box->y, >=, bounds.y);
      g_assert_cmpfloat (box->x + box->width, <=, bounds.x + bounds.width);
      g_assert_cmpfloat (box->y + box->height, <=, bounds.y + bounds.height);
    }
}

static void
test_bounds (void)
{
  check_bounds (TL_SCENE_DOWN);
  check_bounds (TL_SCENE_RIGHT);
}

static gboolean
touch (const TlRect *one,
       const TlRect *other)
{
  return one->x <= other->x + other->width && other->x <= one->x + one->width
         && one->y <= other->y + other->height && other->y <= one->y + one->height;
}

static gboolean
contains (GArray *cards,
          guint   card)
{
  for (guint i = 0; i < cards->len; i++)
    if (g_array_index (cards, guint, i) == card)
      return TRUE;

  return FALSE;
}

/* The index finds what a look at every card finds, also when cards differ in size and overlap. */
static void
check_index (TlSceneDirection direction)
{
  g_autoptr (TlScene) scene = tl_scene_new (direction);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 400; i++)
    tl_scene_add_card (scene, &(TlCard) { .box = {
      g_rand_int_range (rand, 0, 60) * 50.0, g_rand_int_range (rand, 0, 12) * 100.0,
      g_rand_double_range (rand, 20.0, 220.0), g_rand_double_range (rand, 20.0, 180.0),
    } });

  for (guint round = 0; round < 300; round++)
    {
      const TlRect area = {
        g_rand_double_range (rand, -200.0, 3000.0), g_rand_double_range (rand, -200.0, 1300.0),
        g_rand_double_range (rand, 0.0, 500.0), g_rand_double_range (rand, 0.0, 500.0),
      };
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n_touching = 0;

      tl_scene_collect_cards (scene, &area, found);
      for (guint i = 0; i < 400; i++)
        if (touch (&tl_scene_get_card (scene, i)->box, &area))
          {
            g_assert_true (contains (found, i));
            n_touching++;
          }
      g_assert_cmpuint (found->len, ==, n_touching);
    }
}

static void
test_index (void)
{
  check_index (TL_SCENE_DOWN);
  check_index (TL_SCENE_RIGHT);
}

static void
test_hit (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < SAMPLE_N_CARDS; i++)
    {
      const TlRect *box = &tl_scene_get_card (scene, i)->box;

      g_assert_cmpuint (tl_scene_get_card_at (scene, box->x + 1.0, box->y + 1.0), ==, i);
      g_assert_cmpuint (tl_scene_get_card_at (scene, box->x + box->width - 1.0, box->y + box->height - 1.0), ==, i);
      g_assert_cmpuint (tl_scene_get_card_at (scene, box->x - 2.0, box->y + 1.0), ==, TL_SCENE_NONE);
    }

  /* A card that is added is found, too. */
  guint added = sample_scene_add_title (scene, "More", 5000.0, 5000.0);

  g_assert_cmpuint (tl_scene_get_card_at (scene, 5001.0, 5001.0), ==, added);
}

static void
test_hit_edges (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);

  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);
      /* Half-way between its ends is the middle of a curve of one piece. */
      double x = (edge->points[0] + edge->points[2]) / 2.0;
      double y = (edge->points[1] + edge->points[3]) / 2.0;
      guint found = tl_scene_get_edge_at (scene, x, y, 3.0);

      g_assert_cmpuint (found, !=, TL_SCENE_NONE);
      g_assert_cmpuint (tl_scene_get_edge_at (scene, edge->points[0], edge->points[1] - 1.0, 2.0), ==, i);
    }
  g_assert_cmpuint (tl_scene_get_edge_at (scene, -500.0, 0.0, 3.0), ==, TL_SCENE_NONE);
}

static void
test_highlight (void)
{
  static const guint chain[] = { 7, 3, 1 };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  guint n_highlighted = 0;

  tl_scene_highlight (scene, chain, G_N_ELEMENTS (chain), TRUE);
  g_assert_cmpint (tl_scene_get_card (scene, 7)->emphasis, ==, TL_EMPHASIS_HIGHLIGHTED);
  g_assert_cmpint (tl_scene_get_card (scene, 0)->emphasis, ==, TL_EMPHASIS_DIMMED);
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      TlEmphasis emphasis = tl_scene_get_edge (scene, i)->emphasis;

      g_assert_cmpint (emphasis, !=, TL_EMPHASIS_NORMAL);
      n_highlighted += emphasis == TL_EMPHASIS_HIGHLIGHTED;
    }
  g_assert_cmpuint (n_highlighted, ==, 2);

  tl_scene_highlight (scene, chain, G_N_ELEMENTS (chain), FALSE);
  g_assert_cmpint (tl_scene_get_card (scene, 7)->emphasis, ==, TL_EMPHASIS_HIGHLIGHTED);
  g_assert_cmpint (tl_scene_get_card (scene, 0)->emphasis, ==, TL_EMPHASIS_NORMAL);

  tl_scene_highlight (scene, NULL, 0, TRUE);
  for (guint i = 0; i < SAMPLE_N_CARDS; i++)
    g_assert_cmpint (tl_scene_get_card (scene, i)->emphasis, ==, TL_EMPHASIS_NORMAL);
}

static void
test_state (void)
{
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);

  tl_scene_set_selected (scene, 3);
  tl_scene_set_hovered (scene, 4);
  g_assert_cmpuint (tl_scene_get_selected (scene), ==, 3);
  g_assert_cmpuint (tl_scene_get_hovered (scene), ==, 4);
  tl_scene_set_selected (scene, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_get_selected (scene), ==, TL_SCENE_NONE);
}

/* Lines of every length: what is found in a place is what a look at every line finds. */
static void
check_edge_index (TlSceneDirection direction)
{
  g_autoptr (TlScene) scene = tl_scene_new (direction);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  tl_scene_add_card (scene, &(TlCard) { .box = { 0.0, 0.0, 10.0, 10.0 } });
  tl_scene_add_card (scene, &(TlCard) { .box = { 3000.0, 1300.0, 10.0, 10.0 } });
  for (guint i = 0; i < 500; i++)
    {
      double x = g_rand_double_range (rand, 0.0, 3000.0);
      double y = g_rand_double_range (rand, 0.0, 1300.0);
      double reach = pow (2.0, g_rand_double_range (rand, 0.0, 11.0));
      const double points[] = { x, y, x + g_rand_double_range (rand, -reach, reach), y + g_rand_double_range (rand, -reach, reach) };

      tl_scene_add_edge (scene, &(TlEdge) { .from = 0, .to = 1, .points = points, .n_points = 2 });
    }

  for (guint round = 0; round < 300; round++)
    {
      const TlRect area = {
        g_rand_double_range (rand, -200.0, 3000.0), g_rand_double_range (rand, -200.0, 1300.0),
        g_rand_double_range (rand, 0.0, 600.0), g_rand_double_range (rand, 0.0, 600.0),
      };
      g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
      guint n = 0;

      tl_scene_collect_edges (scene, &area, found);
      for (guint i = 0; i < 500; i++)
        if (touch (tl_scene_get_edge_bounds (scene, i), &area))
          {
            g_assert_cmpuint (n, <, found->len);
            g_assert_cmpuint (g_array_index (found, guint, n), ==, i);
            n++;
          }
      g_assert_cmpuint (found->len, ==, n);
    }
}

static void
test_edge_index (void)
{
  check_edge_index (TL_SCENE_DOWN);
  check_edge_index (TL_SCENE_RIGHT);
}

static void
test_selection (void)
{
  static const guint cards[] = { 7, 2, 5, 2 };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  const guint *selection;
  guint n;

  tl_scene_set_selection (scene, cards, G_N_ELEMENTS (cards), 5);
  selection = tl_scene_get_selection (scene, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (selection[0], ==, 2);
  g_assert_cmpuint (selection[1], ==, 5);
  g_assert_cmpuint (selection[2], ==, 7);
  g_assert_cmpuint (tl_scene_get_selected (scene), ==, 5);
  g_assert_true (tl_scene_is_selected (scene, 7));
  g_assert_false (tl_scene_is_selected (scene, 3));
  g_assert_false (tl_scene_is_selected (scene, TL_SCENE_NONE));

  tl_scene_set_selected (scene, 3);
  selection = tl_scene_get_selection (scene, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (selection[0], ==, 3);

  tl_scene_set_selection (scene, NULL, 0, TL_SCENE_NONE);
  tl_scene_get_selection (scene, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (tl_scene_get_selected (scene), ==, TL_SCENE_NONE);
}

static void
test_found_and_target (void)
{
  static const guint cards[] = { 4, 1 };
  g_autoptr (TlScene) scene = sample_scene_new (TL_SCENE_DOWN);
  guint n, current;
  gboolean allowed = TRUE;

  tl_scene_get_found (scene, &n, &current);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (current, ==, TL_SCENE_NONE);
  g_assert_cmpuint (tl_scene_get_target (scene, NULL), ==, TL_SCENE_NONE);

  tl_scene_set_found (scene, cards, G_N_ELEMENTS (cards), 4);
  g_assert_cmpuint (tl_scene_get_found (scene, &n, &current)[0], ==, 1);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (current, ==, 4);

  tl_scene_set_target (scene, 6, FALSE);
  g_assert_cmpuint (tl_scene_get_target (scene, &allowed), ==, 6);
  g_assert_false (allowed);
}

/* The handle is astride the side away from what the card helps, in the middle; it is hit where it is painted, to its
 * outer edge, and cards without one are not.
 */
static void
check_fold (TlSceneDirection direction,
            double           scale)
{
  g_autoptr (TlScene) scene = sample_scene_new (direction);

  for (guint i = 0; i < SAMPLE_N_CARDS; i++)
    {
      const TlCard *card = tl_scene_get_card (scene, i);
      TlRect box;
      double middle_x = card->box.x + card->box.width / 2.0;
      double middle_y = card->box.y + card->box.height / 2.0;

      tl_card_get_fold_box (card, direction, scale, &box);
      if (card->fold == TL_FOLD_NONE || (card->fold == TL_FOLD_OPEN && scale < 0.6) || scale < 0.38)
        {
          g_assert_cmpfloat (box.width, ==, 0.0);
          g_assert_cmpuint (tl_scene_get_fold_at (scene, middle_x, card->box.y + card->box.height, scale), ==,
                            TL_SCENE_NONE);
          continue;
        }

      double x = box.x + box.width / 2.0;
      double y = box.y + box.height / 2.0;

      if (direction == TL_SCENE_DOWN)
        {
          g_assert_cmpfloat_with_epsilon (x, middle_x, 0.01);
          g_assert_cmpfloat (box.y, <, card->box.y + card->box.height);
          g_assert_cmpfloat (box.y + box.height, >, card->box.y + card->box.height);
        }
      else
        {
          g_assert_cmpfloat_with_epsilon (y, middle_y, 0.01);
          g_assert_cmpfloat (box.x, <, card->box.x + card->box.width);
          g_assert_cmpfloat (box.x + box.width, >, card->box.x + card->box.width);
        }
      g_assert_cmpuint (tl_scene_get_fold_at (scene, x, y, scale), ==, i);
      g_assert_cmpuint (tl_scene_get_fold_at (scene, box.x + box.width - 1.0, box.y + box.height - 1.0, scale), ==, i);
      g_assert_cmpuint (tl_scene_get_fold_at (scene, card->box.x + 20.0, card->box.y + 20.0, scale), ==, TL_SCENE_NONE);
    }
}

static void
test_fold (void)
{
  static const double scales[] = { 1.0, 0.6, 0.5, 0.38, 0.3 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      check_fold (TL_SCENE_DOWN, scales[i]);
      check_fold (TL_SCENE_RIGHT, scales[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scene/contents", test_contents);
  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/bounds", test_bounds);
  g_test_add_func ("/scene/index", test_index);
  g_test_add_func ("/scene/edge-index", test_edge_index);
  g_test_add_func ("/scene/hit", test_hit);
  g_test_add_func ("/scene/hit-edges", test_hit_edges);
  g_test_add_func ("/scene/highlight", test_highlight);
  g_test_add_func ("/scene/state", test_state);
  g_test_add_func ("/scene/selection", test_selection);
  g_test_add_func ("/scene/found-and-target", test_found_and_target);
  g_test_add_func ("/scene/fold", test_fold);

  return g_test_run ();
}
