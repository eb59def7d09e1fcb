/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cascades that nobody draws on purpose, in each way the window shows them: whatever stands on a picture can be seen, hit,
 * reached by the keyboard and said. */

#include "config.h"

#include <math.h>

#include "odd-cascades.h"
#include "tl-picture.h"
#include "tl-scene-walk.h"

static TlInsight *
make_insight (const OddCascade *odd)
{
  g_autoptr (TlModel) model = tl_model_new ();
  TlOrganisation *ours = odd_add (model, tl_organisation_new ());

  tl_party_set_name (TL_PARTY (ours), "Lumen");
  odd->fill (model);
  return tl_insight_new (model);
}

static gboolean
is_sound (const TlRect *box)
{
  return isfinite (box->x) && isfinite (box->y) && box->width > 0 && box->height > 0 && isfinite (box->width) &&
         isfinite (box->height);
}

static gboolean
is_within (const TlRect *box,
           const TlRect *bounds)
{
  return box->x >= bounds->x && box->y >= bounds->y && box->x + box->width <= bounds->x + bounds->width &&
         box->y + box->height <= bounds->y + bounds->height;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const TlRect *one = *(const TlRect *const *) a;
  const TlRect *other = *(const TlRect *const *) b;

  return (one->x > other->x) - (one->x < other->x);
}

static void
check_no_overlap (TlScene *scene)
{
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    g_ptr_array_add (boxes, (gpointer) &tl_scene_get_card (scene, i)->box);
  g_ptr_array_sort (boxes, compare_lefts);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TlRect *one = g_ptr_array_index (boxes, i);

      for (guint j = i + 1; j < boxes->len; j++)
        {
          const TlRect *other = g_ptr_array_index (boxes, j);

          if (other->x >= one->x + one->width)
            break;
          g_assert_true (other->y >= one->y + one->height || one->y >= other->y + other->height);
        }
    }
}

static void
check_cards (TlScene *scene)
{
  TlRect bounds;

  tl_scene_get_bounds (scene, &bounds);
  for (guint i = 0; i < tl_scene_get_n_cards (scene); i++)
    {
      const TlCard *card = tl_scene_get_card (scene, i);

      g_assert_true (is_sound (&card->box));
      g_assert_true (is_within (&card->box, &bounds));
      g_assert_cmpuint (tl_scene_get_card_at (scene, card->box.x + card->box.width / 2, card->box.y + 20), ==, i);
      g_assert_cmpuint (tl_scene_find_card (scene, card->id), ==, i);
      g_assert_true (g_utf8_validate (card->title, -1, NULL));
      g_assert_true (card->description != NULL && *card->description != '\0');
    }
}

static void
check_edges (TlScene *scene)
{
  for (guint i = 0; i < tl_scene_get_n_edges (scene); i++)
    {
      const TlEdge *edge = tl_scene_get_edge (scene, i);

      g_assert_cmpuint (edge->from, <, tl_scene_get_n_cards (scene));
      g_assert_cmpuint (edge->to, <, tl_scene_get_n_cards (scene));
      for (guint j = 0; j < 2 * edge->n_points; j++)
        g_assert_true (isfinite (edge->points[j]));
    }
}

/* From anywhere the arrow keys lead to another card, unless there is none. */
static void
check_walks (TlScene *scene)
{
  static const TlWalk walks[] = { TL_WALK_UP, TL_WALK_DOWN, TL_WALK_LEFT, TL_WALK_RIGHT };
  g_autoptr (TlSceneWalker) walker = tl_scene_walker_new (scene);
  guint n_cards = tl_scene_get_n_cards (scene);

  g_assert_true ((tl_scene_enter (scene) == TL_SCENE_NONE) == (n_cards == 0));
  for (guint i = 0; i < n_cards && n_cards > 1; i++)
    {
      gboolean leads_on = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (walks); j++)
        {
          guint card = tl_scene_walker_walk (walker, i, walks[j]);

          g_assert_true (card == TL_SCENE_NONE || card < n_cards);
          leads_on |= card != TL_SCENE_NONE && card != i;
        }
      g_assert_true (leads_on);
    }
}

static void
check_same (TlScene *one,
            TlScene *other)
{
  g_assert_cmpuint (tl_scene_get_n_cards (one), ==, tl_scene_get_n_cards (other));
  for (guint i = 0; i < tl_scene_get_n_cards (one); i++)
    {
      const TlCard *card = tl_scene_get_card (one, i);
      const TlCard *same = tl_scene_get_card (other, tl_scene_find_card (other, card->id));

      g_assert_cmpfloat (card->box.x, ==, same->box.x);
      g_assert_cmpfloat (card->box.y, ==, same->box.y);
    }
}

/* The picture; and again, and with itself as the picture before, which changes nothing. */
static TlScene *
make_picture (TlInsight        *insight,
              TlPictureOptions  options)
{
  g_autoptr (TlScene) again = tl_picture_new (insight, &options);
  g_autoptr (TlScene) after = NULL;
  TlScene *scene = tl_picture_new (insight, &options);

  g_assert_nonnull (scene);
  check_same (scene, again);
  options.previous = scene;
  after = tl_picture_new (insight, &options);
  check_same (scene, after);

  check_cards (scene);
  check_edges (scene);
  check_no_overlap (scene);
  return scene;
}

static void
check_whole (const OddCascade   *odd,
             TlPictureDirection  direction)
{
  g_autoptr (TlInsight) insight = make_insight (odd);
  g_autoptr (TlScene) scene = make_picture (insight, (TlPictureOptions) {
    .lens = TL_LENS_CASCADE, .depth = TL_DIAGRAM_WHOLE, .direction = direction,
  });

  g_assert_cmpuint (tl_scene_get_n_cards (scene), ==, odd->n_goals);
  if (odd->n_goals < 1000)
    check_walks (scene);
}

static void
test_whole (gconstpointer data)
{
  check_whole (data, TL_PICTURE_AUTO);
  check_whole (data, TL_PICTURE_DOWN);
  check_whole (data, TL_PICTURE_RIGHT);
}

/* What is not shown is counted on what is. */
static void
test_folded (gconstpointer data)
{
  const OddCascade *odd = data;
  g_autoptr (TlInsight) insight = make_insight (odd);

  for (TlDiagramDepth depth = TL_DIAGRAM_OBJECTIVES; depth <= TL_DIAGRAM_TEAMS; depth++)
    {
      g_autoptr (TlScene) scene = make_picture (insight, (TlPictureOptions) { .lens = TL_LENS_CASCADE, .depth = depth });
      guint n_cards = tl_scene_get_n_cards (scene);

      g_assert_cmpuint (n_cards, <=, odd->n_goals);
      for (guint i = 0; i < n_cards; i++)
        {
          const TlCard *card = tl_scene_get_card (scene, i);
          guint n_below = 0;

          for (guint j = 0; j < TL_N_HEALTHS; j++)
            n_below += card->below[j];
          g_assert_cmpuint (card->n_below, ==, n_below);
          g_assert_cmpuint (n_below, <=, odd->n_goals - n_cards);
        }
    }
}

/* Closed at the top and opened again, by hand */
static void
test_closed (gconstpointer data)
{
  const OddCascade *odd = data;
  g_autoptr (TlInsight) insight = make_insight (odd);
  g_autofree guint8 *folds = g_new0 (guint8, odd->n_goals + 1);
  g_autoptr (TlScene) closed = NULL;
  g_autoptr (TlScene) opened = NULL;

  memset (folds, TL_DIAGRAM_FOLD_CLOSED, odd->n_goals);
  closed = make_picture (insight, (TlPictureOptions) { .lens = TL_LENS_CASCADE, .folds = folds });
  for (guint i = 0; i < tl_scene_get_n_edges (closed); i++)
    g_assert_cmpint (tl_scene_get_card (closed, tl_scene_get_edge (closed, i)->to)->fold, !=, TL_FOLD_CLOSED);

  memset (folds, TL_DIAGRAM_FOLD_OPENED, odd->n_goals);
  opened = make_picture (insight, (TlPictureOptions) {
    .lens = TL_LENS_CASCADE, .depth = TL_DIAGRAM_OBJECTIVES, .folds = folds,
  });
  for (guint i = 0; i < tl_scene_get_n_cards (opened); i++)
    g_assert_cmpint (tl_scene_get_card (opened, i)->fold, !=, TL_FOLD_CLOSED);
}

/* The line of sight of each goal that has an end to it */
static void
test_lines_of_sight (gconstpointer data)
{
  const OddCascade *odd = data;
  g_autoptr (TlInsight) insight = make_insight (odd);
  GListModel *goals = tl_model_get_list (tl_insight_get_model (insight), TL_TYPE_GOAL);
  guint last = MAX (odd->n_goals, 1) - 1;

  for (guint i = 0; i < odd->n_goals; i += MAX (last, 1))
    {
      g_autoptr (TlEntity) goal = g_list_model_get_item (goals, i);
      g_autoptr (TlScene) scene = make_picture (insight, (TlPictureOptions) {
        .lens = TL_LENS_LINE_OF_SIGHT, .subject = goal,
      });

      g_assert_cmpuint (tl_scene_find_card (scene, tl_entity_get_id (goal)), !=, TL_SCENE_NONE);
    }
}

static void
add_test (const char       *what,
          const OddCascade *odd,
          GTestDataFunc     test)
{
  g_autofree char *path = g_strdup_printf ("/odd-pictures/%s/%s", odd->name, what);

  g_test_add_data_func (path, odd, test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (odd_cascades); i++)
    {
      add_test ("whole", &odd_cascades[i], test_whole);
      add_test ("folded", &odd_cascades[i], test_folded);
      add_test ("closed", &odd_cascades[i], test_closed);
      add_test ("lines-of-sight", &odd_cascades[i], test_lines_of_sight);
    }

  return g_test_run ();
}
