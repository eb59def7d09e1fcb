/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-picture.h"

static gboolean
shows (TlScene *scene,
       TlGoal  *goal)
{
  return tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (goal))) != TL_SCENE_NONE;
}

static void
test_line_of_a_person (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlScene) scene = NULL;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  scene = tl_picture_new (insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small.ines),
  });

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 4);
  g_assert_true (shows (scene, small.work));
  g_assert_true (shows (scene, small.objective));
  g_assert_false (shows (scene, small.other));
  g_assert_nonnull (strstr (tl_scene_get_title (scene), "Inès Moreau"));
  small_model_clear (&small);
}

static void
test_rest_is_dimmed (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlScene) scene = NULL;
  guint other, work;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  scene = tl_picture_new (insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small.ines), .show_rest = TRUE,
  });
  other = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (small.other)));
  work = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (small.work)));

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 5);
  g_assert_cmpint (tl_scene_get_card (scene, other)->emphasis, ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (tl_scene_get_card (scene, work)->emphasis, ==, TL_EMPHASIS_HIGHLIGHTED);
  small_model_clear (&small);
}

/* The whole cascade is there to be read as a whole, whoever is looked at. */
static void
test_cascade_is_even (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlScene) scene = NULL;
  guint other, work;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  scene = tl_picture_new (insight, &(TlPictureOptions) {
    .lens = TL_LENS_CASCADE, .subject = TL_ENTITY (small.ines),
  });
  other = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (small.other)));
  work = tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (small.work)));

  g_assert_cmpint (tl_scene_get_card (scene, other)->emphasis, ==, TL_EMPHASIS_NORMAL);
  g_assert_cmpint (tl_scene_get_card (scene, work)->emphasis, ==, TL_EMPHASIS_HIGHLIGHTED);
  small_model_clear (&small);
}

static void
test_chain_of_a_goal (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlScene) scene = NULL;
  TlGoal *beside;

  small_model_init (&small);
  /* Helps what the goal helps, and is neither above nor under it */
  beside = small_add_goal (small.model, "Open new accounts", small.sales, TL_FACET_RESULT);
  small_connect (small.model, beside, small.objective);

  insight = tl_insight_new (small.model);
  scene = tl_picture_new (insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small.result),
  });
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 4);
  g_assert_true (shows (scene, small.work));
  g_assert_true (shows (scene, small.objective));
  g_assert_false (shows (scene, beside));
  small_model_clear (&small);
}

static void
test_nobody (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (TlScene) line = NULL;
  g_autoptr (TlScene) cascade = NULL;
  g_autoptr (TlScene) without_goals = NULL;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  line = tl_picture_new (insight, &(TlPictureOptions) { .lens = TL_LENS_LINE_OF_SIGHT });
  cascade = tl_picture_new (insight, &(TlPictureOptions) { .lens = TL_LENS_CASCADE });
  without_goals = tl_picture_new (insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small.bjorn),
  });

  g_assert_null (line);
  g_assert_cmpuint (tl_scene_get_n_cards (cascade), ==, 5);
  g_assert_cmpuint (tl_scene_get_n_cards (without_goals), ==, 0);
  small_model_clear (&small);
}

/* A cascade narrowed down to some goals shows these alone, whichever way it is to run. */
static void
test_focus (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;
  g_autoptr (GArray) focus = g_array_new (FALSE, FALSE, sizeof (guint));

  small_model_init (&small);
  insight = tl_insight_new (small.model);

  const guint goals[] = {
    tl_graph_find (tl_insight_get_graph (insight), small.objective),
    tl_graph_find (tl_insight_get_graph (insight), small.result),
  };

  g_array_append_vals (focus, goals, G_N_ELEMENTS (goals));

  for (TlPictureDirection direction = TL_PICTURE_DOWN; direction <= TL_PICTURE_RIGHT; direction++)
    {
      g_autoptr (TlScene) scene = tl_picture_new (insight, &(TlPictureOptions) {
        .lens = TL_LENS_CASCADE, .focus = focus, .direction = direction,
      });

      g_assert_cmpint (tl_scene_get_direction (scene), ==,
                       direction == TL_PICTURE_DOWN ? TL_SCENE_DOWN : TL_SCENE_RIGHT);
      g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 2);
      g_assert_true (shows (scene, small.objective));
      g_assert_true (shows (scene, small.result));
    }
  small_model_clear (&small);
}

static void
test_insight_follows_model (void)
{
  SmallModel small;
  g_autoptr (TlInsight) insight = NULL;

  small_model_init (&small);
  insight = tl_insight_new (small.model);
  g_assert_cmpuint (tl_graph_get_n_goals (tl_insight_get_graph (insight)), ==, 5);
  small_add_goal (small.model, "One more", small.sales, TL_FACET_WORK);
  g_assert_cmpuint (tl_graph_get_n_goals (tl_insight_get_graph (insight)), ==, 6);
  small_model_clear (&small);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/picture/line-of-a-person", test_line_of_a_person);
  g_test_add_func ("/picture/rest-is-dimmed", test_rest_is_dimmed);
  g_test_add_func ("/picture/cascade-is-even", test_cascade_is_even);
  g_test_add_func ("/picture/chain-of-a-goal", test_chain_of_a_goal);
  g_test_add_func ("/picture/nobody", test_nobody);
  g_test_add_func ("/picture/focus", test_focus);
  g_test_add_func ("/picture/insight-follows-model", test_insight_follows_model);

  return g_test_run ();
}
