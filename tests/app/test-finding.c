/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-finding.h"
#include "tl-picture.h"

/* The whole cascade down to functions: what Ines does is folded away. */
typedef struct
{
  SmallModel  small;
  TlInsight  *insight;
  TlScene    *scene;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const TlPictureOptions options = { .lens = TL_LENS_CASCADE, .depth = TL_DIAGRAM_FUNCTIONS };

  small_model_init (&fixture->small);
  fixture->insight = tl_insight_new (fixture->small.model);
  fixture->scene = tl_picture_new (fixture->insight, &options);
  g_assert_cmpuint (tl_scene_get_n_cards (fixture->scene), ==, 3);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->scene);
  g_clear_object (&fixture->insight);
  small_model_clear (&fixture->small);
}

static guint
get_card (Fixture *fixture,
          TlGoal  *goal)
{
  return tl_scene_find_card (fixture->scene, tl_entity_get_id (TL_ENTITY (goal)));
}

static TlFinding *
find (Fixture    *fixture,
      const char *text)
{
  const guint8 all[] = { TRUE, TRUE, TRUE, TRUE, TRUE };

  return tl_finding_new (text, fixture->scene, tl_insight_get_graph (fixture->insight), all);
}

static void
test_title_and_owner (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (TlFinding) grow = find (fixture, "grow");
  g_autoptr (TlFinding) of_sales = find (fixture, "SALES");
  g_autoptr (TlFinding) both = find (fixture, "accounts sál");
  g_autoptr (TlFinding) none = find (fixture, "rhubarb");
  g_autoptr (TlFinding) nothing = find (fixture, "  ");

  g_assert_cmpuint (grow->cards->len, ==, 2);
  g_assert_cmpuint (grow->hidden->len, ==, 0);
  g_assert_cmpuint (of_sales->cards->len, ==, 2);
  g_assert_cmpuint (both->cards->len, ==, 1);
  g_assert_cmpuint (g_array_index (both->cards, guint, 0), ==, get_card (fixture, fixture->small.result));
  g_assert_cmpuint (none->cards->len + none->hidden->len, ==, 0);
  g_assert_cmpuint (nothing->cards->len + nothing->hidden->len, ==, 0);
}

/* Both her goals, and the one that has her family's name in its title; without accents */
static void
test_folded_away (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (TlFinding) moreau = find (fixture, "moreau");
  g_autoptr (TlFinding) shown = tl_finding_new ("moreau", fixture->scene, tl_insight_get_graph (fixture->insight), NULL);

  g_assert_cmpuint (moreau->cards->len, ==, 1);
  g_assert_cmpuint (moreau->hidden->len, ==, 2);
  g_assert_cmpuint (shown->cards->len, ==, 1);
  g_assert_cmpuint (shown->hidden->len, ==, 0);
}

static void
test_in_order (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (TlFinding) grow = find (fixture, "grow");
  g_autoptr (TlFinding) none = find (fixture, "rhubarb");
  guint objective = get_card (fixture, fixture->small.objective);
  guint result = get_card (fixture, fixture->small.result);
  guint other = get_card (fixture, fixture->small.other);

  g_assert_cmpuint (tl_finding_get_place (grow, objective), ==, 1);
  g_assert_cmpuint (tl_finding_get_place (grow, result), ==, 2);
  g_assert_cmpuint (tl_finding_get_place (grow, other), ==, 0);

  g_assert_cmpuint (tl_finding_get_next (grow, objective, 1), ==, result);
  g_assert_cmpuint (tl_finding_get_next (grow, result, 1), ==, objective);
  g_assert_cmpuint (tl_finding_get_next (grow, objective, -1), ==, result);
  g_assert_cmpuint (tl_finding_get_next (grow, other, 1), ==, objective);
  g_assert_cmpuint (tl_finding_get_next (grow, TL_SCENE_NONE, -1), ==, result);
  g_assert_cmpuint (tl_finding_get_next (none, objective, 1), ==, TL_SCENE_NONE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/finding/title-and-owner", Fixture, NULL, set_up, test_title_and_owner, tear_down);
  g_test_add ("/finding/folded-away", Fixture, NULL, set_up, test_folded_away, tear_down);
  g_test_add ("/finding/in-order", Fixture, NULL, set_up, test_in_order, tear_down);

  return g_test_run ();
}
