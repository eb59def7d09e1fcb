/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "small-model.h"
#include "tl-picture.h"

typedef struct
{
  SmallModel  small;
  TlInsight  *insight;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  small_model_init (&fixture->small);
  fixture->insight = tl_insight_new (fixture->small.model);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->insight);
  small_model_clear (&fixture->small);
}

static gboolean
shows (TlScene *scene,
       TlGoal  *goal)
{
  return tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (goal))) != TL_SCENE_NONE;
}

static TlEmphasis
get_emphasis (TlScene *scene,
              TlGoal  *goal)
{
  return tl_scene_get_card (scene, tl_scene_find_card (scene, tl_entity_get_id (TL_ENTITY (goal))))->emphasis;
}

static void
test_line_of_a_person (Fixture       *fixture,
                       gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlScene) scene = NULL;

  scene = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small->ines),
  });

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 4);
  g_assert_true (shows (scene, small->work));
  g_assert_true (shows (scene, small->objective));
  g_assert_false (shows (scene, small->other));
  g_assert_nonnull (strstr (tl_scene_get_title (scene), "Inès Moreau"));
}

static void
test_rest_is_dimmed (Fixture       *fixture,
                     gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlScene) scene = NULL;

  scene = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small->ines), .show_rest = TRUE,
  });
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 5);
  g_assert_cmpint (get_emphasis (scene, small->other), ==, TL_EMPHASIS_DIMMED);
  g_assert_cmpint (get_emphasis (scene, small->work), ==, TL_EMPHASIS_HIGHLIGHTED);
}

/* The whole cascade is there to be read as a whole, whoever is looked at. */
static void
test_cascade_is_even (Fixture       *fixture,
                      gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlScene) scene = NULL;

  scene = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_CASCADE, .subject = TL_ENTITY (small->ines),
  });
  g_assert_cmpint (get_emphasis (scene, small->other), ==, TL_EMPHASIS_NORMAL);
  g_assert_cmpint (get_emphasis (scene, small->work), ==, TL_EMPHASIS_HIGHLIGHTED);
  /* The person does not own the cascade that they stand out in. */
  g_assert_true (g_str_has_prefix (tl_scene_get_subtitle (scene), "5 goals · "));
}

static void
test_chain_of_a_goal (Fixture       *fixture,
                      gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlScene) scene = NULL;
  TlGoal *beside;

  /* Helps what the goal helps, and is neither above nor under it */
  beside = small_add_goal (small->model, "Open new accounts", small->sales, TL_FACET_RESULT);
  small_connect (small->model, beside, small->objective);

  scene = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small->result),
  });
  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 4);
  g_assert_true (shows (scene, small->work));
  g_assert_true (shows (scene, small->objective));
  g_assert_false (shows (scene, beside));
}

static void
test_nobody (Fixture       *fixture,
             gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (TlScene) line = NULL;
  g_autoptr (TlScene) cascade = NULL;
  g_autoptr (TlScene) without_goals = NULL;

  line = tl_picture_new (fixture->insight, &(TlPictureOptions) { .lens = TL_LENS_LINE_OF_SIGHT });
  cascade = tl_picture_new (fixture->insight, &(TlPictureOptions) { .lens = TL_LENS_CASCADE });
  without_goals = tl_picture_new (fixture->insight, &(TlPictureOptions) {
    .lens = TL_LENS_LINE_OF_SIGHT, .subject = TL_ENTITY (small->bjorn),
  });

  g_assert_null (line);
  g_assert_cmpuint (tl_scene_get_n_cards (cascade), ==, 5);
  g_assert_cmpuint (tl_scene_get_n_cards (without_goals), ==, 0);
}

/* A cascade narrowed down to some goals shows these alone, whichever way it is to run. */
static void
test_focus (Fixture       *fixture,
            gconstpointer  data)
{
  SmallModel *small = &fixture->small;
  g_autoptr (GArray) focus = g_array_new (FALSE, FALSE, sizeof (guint));

  const guint goals[] = {
    tl_graph_find (tl_insight_get_graph (fixture->insight), small->objective),
    tl_graph_find (tl_insight_get_graph (fixture->insight), small->result),
  };

  g_array_append_vals (focus, goals, G_N_ELEMENTS (goals));

  for (TlPictureDirection direction = TL_PICTURE_DOWN; direction <= TL_PICTURE_RIGHT; direction++)
    {
      g_autoptr (TlScene) scene = tl_picture_new (fixture->insight, &(TlPictureOptions) {
        .lens = TL_LENS_CASCADE, .focus = focus, .direction = direction,
      });

      g_assert_cmpint (tl_scene_get_direction (scene), ==,
                       direction == TL_PICTURE_DOWN ? TL_SCENE_DOWN : TL_SCENE_RIGHT);
      g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, 2);
      g_assert_true (shows (scene, small->objective));
      g_assert_true (shows (scene, small->result));
    }
}

static void
test_insight_follows_model (Fixture       *fixture,
                            gconstpointer  data)
{
  SmallModel *small = &fixture->small;

  g_assert_cmpuint (tl_graph_get_n_goals (tl_insight_get_graph (fixture->insight)), ==, 5);
  small_add_goal (small->model, "One more", small->sales, TL_FACET_WORK);
  g_assert_cmpuint (tl_graph_get_n_goals (tl_insight_get_graph (fixture->insight)), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/picture/line-of-a-person", Fixture, NULL, set_up, test_line_of_a_person, tear_down);
  g_test_add ("/picture/rest-is-dimmed", Fixture, NULL, set_up, test_rest_is_dimmed, tear_down);
  g_test_add ("/picture/cascade-is-even", Fixture, NULL, set_up, test_cascade_is_even, tear_down);
  g_test_add ("/picture/chain-of-a-goal", Fixture, NULL, set_up, test_chain_of_a_goal, tear_down);
  g_test_add ("/picture/nobody", Fixture, NULL, set_up, test_nobody, tear_down);
  g_test_add ("/picture/focus", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/picture/insight-follows-model", Fixture, NULL, set_up, test_insight_follows_model, tear_down);

  return g_test_run ();
}
